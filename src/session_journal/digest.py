"""What was captured, as text: a block for the brief within a budget, and the document's `Captured` section.

On the path of SessionStart: nothing is imported here that a bare interpreter has not.
"""

from __future__ import annotations

from .captured import Captured
from .wording import clean, fold, is_said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .captured import Said, Unsettled

LABELS = {
    "constraint": "Constraints",
    "decided": "Decided",
    "found": "Found",
    "blocked": "Waiting",
    "next": "Next",
    "said": "Also said by the person",
    "noted": "Noted",
}
WORTH = 0.5  # a sentence that scores less is left out even where there is room
GOAL_AT_MOST = 420
REQUEST_AT_MOST = 240
FILES_AT_MOST = 12


def brief(captured: Captured, budget: int = 4000, known: Iterable[str] = (), more: str = "session view") -> str:
    """Return a Markdown block of at most `budget` characters, the most telling first; empty for nothing.

    `known` are texts that the brief holds already, which are not said again. What there was no room for is
    counted in the last line, with the command that shows it.
    """
    block = _Block(budget, known)
    for label, text in _facts(captured):
        block.line(label, text)
    left_out = sum(not block.item(_label(said), said.text) for said in captured.said if said.score >= WORTH)
    return block.text(left_out, more)


def to_markdown(captured: Captured) -> str:
    """Return the body of the document's `Captured` section: labels in bold, one sentence a line."""
    parts = [f"**{label}**: {text}" for label, text in _facts(captured)]
    for label, lines in _by_label(captured.said).items():
        parts.append("\n".join([f"**{label}**:", *(f"- {line}" for line in lines)]))
    if len(captured.prompts) > 1:
        trail = [f"- P{prompt.number} ({prompt.when[:16]}): {prompt.text}" for prompt in captured.prompts]
        parts.append("\n".join(["**Prompts**:", *trail]))
    return "\n\n".join(parts) + "\n" if parts else ""


class _Block:
    """Lines under labels, added as long as there is room."""

    def __init__(self, budget: int, known: Iterable[str]) -> None:
        self.room = budget - 120  # for the last line
        self.seen = {fold(text) for text in known}
        self.lines: list[str] = []
        self.items: dict[str, list[str]] = {label: [] for label in LABELS.values()}

    def line(self, label: str, text: str) -> None:
        """Add a line of its own."""
        line = f"**{label}**: {text}"
        if len(line) + 1 <= self.room and fold(text) not in self.seen:
            self.lines.append(line)
            self.seen.add(fold(text))
            self.room -= len(line) + 1

    def item(self, label: str, text: str) -> bool:
        """Add an item to a label's list; tell whether it is in the block now or was before."""
        folded = fold(text)
        if is_said(text, self.seen):
            return True
        cost = len(text) + 3 + (0 if self.items[label] else len(label) + 6)
        if cost > self.room:
            return False
        self.items[label].append(text)
        self.seen.add(folded)
        self.room -= cost
        return True

    def text(self, left_out: int, more: str) -> str:
        """Return the block."""
        lines = list(self.lines)
        for label, items in self.items.items():
            if items:
                lines += [f"**{label}**:", *(f"- {item}" for item in items)]
        if left_out:
            lines.append(f"({left_out} more of what was said is left out here; `{more}` shows it.)")
        return "\n".join(lines) + "\n" if lines else ""


def _label(said: Said) -> str:
    return LABELS["said" if said.kind == "noted" and said.by == "person" else said.kind]


def _by_label(said: Iterable[Said]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {label: [] for label in LABELS.values()}
    for one in said:
        groups[_label(one)].append(one.text)
    return {label: lines for label, lines in groups.items() if lines}


def _facts(captured: Captured) -> list[tuple[str, str]]:
    """Return the lines that are facts of the work rather than sentences."""
    rows = []
    if captured.goal:
        rows.append(("Asked", clean(captured.goal, GOAL_AT_MOST)))
    rows += [("Failing", _failure(failure)) for failure in reversed(captured.failures)]
    if captured.latest and captured.latest != captured.goal:
        rows.append(("Last request", clean(captured.latest, REQUEST_AT_MOST)))
    if captured.files:
        rows.append(("Files changed", _files(captured.files)))
    if captured.commits:
        rows.append(("Commits", "; ".join(f"{sha[:7]} {subject}" for sha, subject, _ in captured.commits[-6:])))
    if captured.runs:
        runs = [f"`{run.command}` {'passed' if run.ok else 'failed'}" for run in captured.runs[-4:]]
        rows.append(("Last runs", "; ".join(runs)))
    tasks = [subject for _, subject, status in captured.tasks if status not in ("completed", "deleted")]
    if tasks:
        rows.append(("Open tasks", "; ".join(tasks[:8])))
    return rows


def _failure(failure: Unsettled) -> str:
    named = ", ".join(failure.tests[:3])
    why = failure.error if failure.error not in named else ""
    return " — ".join(part for part in (f"`{failure.command}`", named, why) if part)


def _files(files: tuple[tuple[str, int], ...]) -> str:
    """Return the latest files with how often each was written."""
    shown = [f"{path} ×{times}" if times > 1 else path for path, times in files[-FILES_AT_MOST:]]
    rest = len(files) - len(shown)
    return ", ".join(reversed(shown)) + (f" and {rest} more" if rest else "")
