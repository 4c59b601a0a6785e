"""What was captured from a conversation: a small value that adds up over compactions, days and conversations."""

from __future__ import annotations

from .value import Value
from .wording import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

SAID_AT_MOST = 120
PROMPTS_AT_MOST = 60
FIRST_PROMPTS = 10  # of which the first ones are kept, and the latest
FILES_OF_PROMPT = 20
FILES_AT_MOST = 80
RUNS_AT_MOST = 12
COMMITS_AT_MOST = 30
TASKS_AT_MOST = 40
FAILURES_AT_MOST = 4
FADES = 0.6  # what was to come next fades when the work has gone on


class Said(Value):
    """A sentence as it was said: by whom (person or agent), what it is, how much it tells and where it stands.

    `kind` is constraint, decided, found, blocked, next or noted; `place` the byte offset in the transcript.
    """

    text: str
    kind: str
    by: str = "agent"
    score: float = 0.0
    when: str = ""
    place: int = 0


class Prompt(Value):
    """One prompt of the trail, P1, P2 and so on, and the files that were written until the next."""

    number: int
    text: str
    when: str = ""
    place: int = 0
    files: tuple[str, ...] = ()


class Run(Value):
    """A command that tests, builds or checks, with its last outcome."""

    command: str
    purpose: str
    ok: bool
    times: int = 1
    when: str = ""


class Unsettled(Value):
    """A command that failed and has not succeeded since: which tests, and the line that says why."""

    command: str
    purpose: str = ""
    tests: tuple[str, ...] = ()
    error: str = ""
    when: str = ""


class Captured(Value):
    """Everything captured: what was asked, said, done and left failing.

    `carried` are the files written before the first prompt: they belong to a prompt of an earlier reading.
    """

    goal: str = ""
    latest: str = ""
    prompts: tuple[Prompt, ...] = ()
    said: tuple[Said, ...] = ()
    files: tuple[tuple[str, int], ...] = ()
    runs: tuple[Run, ...] = ()
    failures: tuple[Unsettled, ...] = ()
    commits: tuple[tuple[str, str, str], ...] = ()
    tasks: tuple[tuple[str, str, str], ...] = ()
    since: str = ""
    until: str = ""
    carried: tuple[str, ...] = ()

    def of_kind(self, kind: str) -> tuple[Said, ...]:
        """Return the sentences of a kind, the most telling first."""
        return tuple(said for said in self.said if said.kind == kind)

    def data(self) -> dict[str, Any]:
        """Return it as plain data: numbers, strings, lists and dicts."""
        return {name: _plain(value) for name, value in self.__dict__.items() if value}

    @classmethod
    def of(cls, data: object) -> Captured:
        """Read what `data` gave; what is not understood in it is left out, never raised."""
        given = data if isinstance(data, dict) else {}
        texts = {name: given.get(name) for name in ("goal", "latest", "since", "until")}
        return cls(
            **{name: text for name, text in texts.items() if isinstance(text, str)},
            prompts=_values(Prompt, given.get("prompts")),
            said=_values(Said, given.get("said")),
            runs=_values(Run, given.get("runs")),
            failures=_values(Unsettled, given.get("failures")),
            files=_rows(given.get("files"), (str, int)),
            commits=_rows(given.get("commits"), (str, str, str)),
            tasks=_rows(given.get("tasks"), (str, str, str)),
            carried=_texts(given.get("carried")),
        )


def merge(earlier: Captured, later: Captured) -> Captured:
    """Add what came later to what was there, within bounds; the later word on the same thing wins."""
    runs = {run.command: run for run in earlier.runs}
    for run in later.runs:
        was = runs.pop(run.command, None)
        runs[run.command] = run.replace(times=run.times + (was.times if was else 0))
    return Captured(
        goal=earlier.goal or later.goal,
        latest=later.latest or earlier.latest,
        prompts=_bounded(trail(earlier, later)),
        said=_said(earlier, later),
        files=_files(earlier.files, later.files),
        runs=tuple(runs.values())[-RUNS_AT_MOST:],
        failures=_failures(earlier, later),
        commits=_commits(earlier.commits, later.commits),
        tasks=_tasks(earlier.tasks, later.tasks),
        since=earlier.since or later.since,
        until=later.until or earlier.until,
        carried=earlier.carried if earlier.prompts else (*earlier.carried, *later.carried)[-FILES_OF_PROMPT:],
    )


def best(said: Iterable[Said], at_most: int = SAID_AT_MOST) -> tuple[Said, ...]:
    """Return the most telling sentences, each thing once, the most telling first."""
    kept: dict[str, Said] = {}
    for one in sorted(said, key=lambda one: -one.score):
        kept.setdefault(fold(one.text), one)
    return tuple(kept.values())[:at_most]


def _said(earlier: Captured, later: Captured) -> tuple[Said, ...]:
    goes_on = any(said.kind == "next" for said in later.said)
    old = [
        said.replace(score=round(said.score * FADES, 2)) if goes_on and said.kind == "next" else said
        for said in earlier.said
    ]
    return best([*later.said, *old])


def trail(earlier: Captured, later: Captured) -> tuple[Prompt, ...]:
    """Return the prompts of both, the numbers going on; what was still written for the last one is added to it."""
    first = list(earlier.prompts)
    if first and later.carried:
        files = dict.fromkeys((*first[-1].files, *later.carried))
        first[-1] = first[-1].replace(files=tuple(files)[-FILES_OF_PROMPT:])
    known = {(prompt.when, prompt.text) for prompt in first if prompt.when}
    before = first[-1].number if first else 0
    new = [prompt for prompt in later.prompts if (prompt.when, prompt.text) not in known]
    repeated = len(later.prompts) - len(new)
    return (*first, *(prompt.replace(number=before - repeated + prompt.number) for prompt in new))


def _bounded(prompts: tuple[Prompt, ...]) -> tuple[Prompt, ...]:
    """Keep the first prompts and the latest, where there are too many."""
    if len(prompts) <= PROMPTS_AT_MOST:
        return prompts
    return prompts[:FIRST_PROMPTS] + prompts[FIRST_PROMPTS - PROMPTS_AT_MOST :]


def _files(
    earlier: tuple[tuple[str, int], ...], later: tuple[tuple[str, int], ...]
) -> tuple[tuple[str, int], ...]:
    counts = dict(earlier)
    for path, times in later:
        counts[path] = counts.pop(path, 0) + times
    return tuple(counts.items())[-FILES_AT_MOST:]


def _failures(earlier: Captured, later: Captured) -> tuple[Unsettled, ...]:
    """Keep the earlier failures whose command has not run since."""
    ran = {run.command for run in later.runs} | {failure.command for failure in later.failures}
    passed = [run.command for run in later.runs if run.ok]
    old = [
        failure
        for failure in earlier.failures
        if failure.command not in ran and not any(failure.command.startswith(f"{command} ") for command in passed)
    ]
    return (*old, *later.failures)[-FAILURES_AT_MOST:]


def _commits(
    earlier: tuple[tuple[str, str, str], ...], later: tuple[tuple[str, str, str], ...]
) -> tuple[tuple[str, str, str], ...]:
    commits = {commit[0]: commit for commit in (*earlier, *later)}
    return tuple(commits.values())[-COMMITS_AT_MOST:]


def _tasks(
    earlier: tuple[tuple[str, str, str], ...], later: tuple[tuple[str, str, str], ...]
) -> tuple[tuple[str, str, str], ...]:
    tasks = {(number or subject): (number, subject, status) for number, subject, status in earlier}
    for number, subject, status in later:
        was = tasks.get(number or subject, (number, subject, status))
        tasks[number or subject] = (number, subject or was[1], status or was[2])
    return tuple(task for task in tasks.values() if task[1])[-TASKS_AT_MOST:]


def _plain(value: Any) -> Any:
    if isinstance(value, Value):
        return {name: _plain(part) for name, part in value.__dict__.items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _values(kind: Any, rows: object) -> tuple[Any, ...]:
    """Make values of the rows whose fields have the types that the kind's own have."""
    made = []
    for row in rows if isinstance(rows, list) else []:
        if not isinstance(row, dict):
            continue
        fields = {name: row[name] for name in kind._fields if name in row}
        for name in ("tests", "files"):
            if isinstance(fields.get(name), list):
                fields[name] = _texts(fields[name])
        if _fits(kind, fields):
            made.append(kind(**fields))
    return tuple(made)


def _fits(kind: Any, fields: dict[str, Any]) -> bool:
    types = {
        "score": (int, float),
        "place": (int,),
        "number": (int,),
        "times": (int,),
        "ok": (bool,),
        "tests": (tuple,),
        "files": (tuple,),
    }
    needed = [name for name in kind._fields if not hasattr(kind, name)]
    return all(name in fields for name in needed) and all(
        isinstance(value, types.get(name, (str,))) for name, value in fields.items()
    )


def _rows(rows: object, types: tuple[type, ...]) -> tuple[Any, ...]:
    return tuple(
        tuple(row)
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, (list, tuple)) and [type(part) for part in row] == list(types)
    )


def _texts(rows: object) -> tuple[str, ...]:
    return tuple(text for text in (rows if isinstance(rows, list) else []) if isinstance(text, str))
