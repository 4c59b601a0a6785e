"""What happens in the demo: a bug hunt in a bakery's order book, in four scenes."""

from __future__ import annotations

import os

from . import PLUGIN
from .stage import excerpt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .scratch import Reply, Scratch
    from .stage import Stage

_ORDERS = '''"""Which orders are baked tonight."""


def tonight(orders, start, end):
    return [order for order in orders if start <= order.due {sign} end]
'''
_INIT = (
    "/session-init midnight-orders --goal Orders due at midnight are baked twice "
    "--steps Reproduce it; Find the cause; Fix it; Test the clock-change night"
)
_RECORDS = (
    "session log --done Reproduce --note 'Never touch prices.py: accounting reads it at night'",
    "session log --done 'Find the cause' --discovery 'Root cause: both ends of the night include 00:00'",
    "session log --decision 'Half-open nights, [start, end)' --rationale 'No migration; the retry job can stay'",
    "session log --done Fix --next 'Ask Ines which night the clocks change'",
)


def tell(stage: Stage, scratch: Scratch) -> None:
    """Play all scenes."""
    stage.narrate("Real hooks, real files, a scratch project. No model is called and nothing leaves this machine.")
    _evening(stage, scratch)
    _compaction(stage, scratch)
    _morning(stage, scratch)
    _farewell(stage)


def _evening(stage: Stage, scratch: Scratch) -> None:
    scratch.branch("main")
    scratch.write("orders.py", _ORDERS.format(sign="<="))
    scratch.commit("Bake what is due tonight")
    scratch.new_conversation()
    scratch.fire("SessionStart", source="startup")
    stage.heading("Monday evening: a session begins")
    _see(stage, _type(stage, scratch, _INIT))
    for record in _RECORDS:
        stage.line("Claude runs", record)
        scratch.say("assistant", record)
        told = scratch.shell(record)
    scratch.write("orders.py", _ORDERS.format(sign="<"))
    stage.line("", told.rstrip().rpartition("\n")[2], "dim")


def _compaction(stage: Stage, scratch: Scratch) -> None:
    stage.heading("The context is full: the conversation is compacted")
    stage.line("you type", "/compact")
    text = scratch.fire("PreCompact", trigger="manual", custom_instructions="").text
    opening, _, _ = text.partition("\n\n")
    _give(stage, "compactor gets", " ".join(opening.split()) + "\n⋮", text)
    brief = scratch.fire("SessionStart", source="compact").context
    _give(stage, "Claude gets", excerpt(brief, ("Key context", "Decisions", "Discoveries")), brief)
    scratch.fire("PostCompact", trigger="manual", compact_summary="<summary>We fixed something.</summary>")
    scratch.fire("SessionEnd", reason="prompt_input_exit")


def _morning(stage: Stage, scratch: Scratch) -> None:
    scratch.sleep(hours=14)
    scratch.commit("Bake midnight orders once")
    scratch.new_conversation()
    stage.heading("Tuesday morning: a new conversation, which knows nothing")
    started = scratch.fire("SessionStart", source="startup")
    _see(stage, started)
    brief = started.context
    facts = brief.partition("\n\n## ")[0].rpartition("\n")[2]
    _give(stage, "Claude gets", facts + "\n" + excerpt(brief, ("Where you left off", "Next steps")), brief)
    reply = _type(stage, scratch, "where were we?")
    _give(stage, "Claude gets", reply.context.rstrip(), reply.context)


def _farewell(stage: Stage) -> None:
    stage.heading("That was all real, but for the night. In your own project:")
    here = "./" if os.path.realpath(os.getcwd()) == os.path.realpath(PLUGIN) else PLUGIN
    stage.plain(f"  claude plugin marketplace add {here}", "bold")
    stage.plain("  claude plugin install session-journal@session-journal", "bold")
    stage.narrate("Then start Claude Code there and type /session-init.")


def _type(stage: Stage, scratch: Scratch, prompt: str) -> Reply:
    stage.line("you type", prompt)
    scratch.say("user", prompt)
    return scratch.fire("UserPromptSubmit", prompt=prompt)


def _see(stage: Stage, reply: Reply) -> None:
    stage.line("you see", reply.message)


def _give(stage: Stage, who: str, shown: str, whole: str) -> None:
    """Show what was injected, or a part of it, and how long it is."""
    part = "" if shown == whole.rstrip() else ", among them:"
    stage.line(who, f"{len(whole):,} characters{part}", "dim")
    stage.line("", shown)
