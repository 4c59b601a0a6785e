"""What happens in the demo: a bug hunt in a bakery's order book, in four scenes."""

from __future__ import annotations

import os

from ..errors import Problem
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
_ASK = "Find out why, but leave prices.py alone: accounting reads it at night."
_FOUND = "Root cause: both ends of the night include 00:00, so midnight belongs to two nights."
_RECORDS = (
    "session log --done Reproduce --done 'Find the cause' --done 'Fix it' --next 'Ask Ines about October'",
    "session log --decision 'Half-open nights, [start, end)' --rationale 'No migration'",
)
_BLOCK = "discoveries:\n  - The retry job sees only the orders that the first run left"
_TEST = "python -m pytest test_orders.py"
_FAILURE = """test_orders.py::test_midnight PASSED
test_orders.py::test_clock_change FAILED
E   AssertionError: the night has 25 hours, not 24
FAILED test_orders.py::test_clock_change - AssertionError: the night has 25 hours, not 24"""


def tell(stage: Stage, scratch: Scratch) -> None:
    """Play all scenes."""
    stage.narrate("The talk is scripted; the hooks, the files and the repository are real. No model is called.")
    _evening(stage, scratch)
    _compaction(stage, scratch)
    _morning(stage, scratch)
    _farewell(stage)


def _evening(stage: Stage, scratch: Scratch) -> None:
    scratch.branch("main")
    scratch.write("orders.py", _ORDERS.format(sign="<="))
    scratch.commit("Bake what is due tonight", hours_ago=20)
    scratch.new_conversation()
    scratch.fire("SessionStart", source="startup")
    stage.heading("Monday evening: a session begins")
    _see(stage, _type(stage, scratch, _INIT))
    _type(stage, scratch, _ASK)
    stage.line("Claude says", _FOUND)
    scratch.say("assistant", _FOUND)
    for record in _RECORDS:
        stage.line("Claude runs", record)
        told = scratch.shell(record)
        scratch.use("Bash", {"command": record}, told)
    stage.line("", told.rstrip().rpartition("\n")[2], "dim")
    scratch.write("orders.py", _ORDERS.format(sign="<"))
    scratch.use("Edit", {"file_path": f"{scratch.project}/orders.py"}, "The file has been updated.")
    stage.line("Claude runs", _TEST)
    stage.line("", _FAILURE.rpartition("\n")[2], "dim")
    scratch.use("Bash", {"command": _TEST}, _FAILURE, failed=True)


def _compaction(stage: Stage, scratch: Scratch) -> None:
    stage.heading("The context is full: the conversation is compacted")
    stage.line("you type", "/compact")
    text = scratch.fire("PreCompact", trigger="manual", custom_instructions="").text
    wish = text.partition("\n\n")[0].partition("\n")[2]
    _give(stage, "compactor gets", "⋮\n" + " ".join(wish.split()) + "\n⋮", text)
    brief = scratch.fire("SessionStart", source="compact").context
    _give(stage, "Claude gets", excerpt(brief, ("Decisions", "Captured")), brief)
    stage.line("its summary", _BLOCK)
    summary = f"<summary>We worked on the orders.\n```session-journal\n{_BLOCK}\n```\n</summary>"
    _see(stage, scratch.fire("PostCompact", trigger="manual", compact_summary=summary))
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
    _give(stage, "Claude gets", facts + "\n" + excerpt(brief, ("Next steps",)), brief)
    reply = _type(stage, scratch, "where were we?")
    _give(stage, "Claude gets", reply.context.rstrip(), reply.context)


def _farewell(stage: Stage) -> None:
    stage.heading("Only the talk and the night were made up. For your own project:")
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
    """Show what was injected, or a part of it, and how long it is; raises Problem when there is nothing."""
    if not whole:
        raise Problem(
            "The demo stopped: a hook gave nothing. Play it with --keep; .sessions/.state/hooks.log says why."
        )
    part = "" if shown == whole.rstrip() else ", among them:"
    stage.line(who, f"{len(whole):,} characters{part}", "dim")
    stage.line("", shown)
