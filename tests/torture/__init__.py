"""The long runs behind docs/guarantees.md."""
