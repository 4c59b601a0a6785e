"""How many of the facts that matter are in what is injected after a compaction and on the next morning."""
