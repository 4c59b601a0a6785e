"""Whether everything is in order: one check a module, each a function from a place to findings.

A further check is a module with `look(place)` and a row in CHECKS. What a check finds is a value with one
sentence; where `--fix` can mend it, the finding brings how. A check that fails is a finding itself.
"""

from __future__ import annotations

from .. import displaced
from ..errors import Problem
from ..value import Value
from . import (
    agent,
    client,
    documents,
    gitignore,
    hooklog,
    journals,
    leftovers,
    lock,
    modes,
    registration,
    runtime,
    settings,
    trusted,
)
from .finding import NOTE, OK, PROBLEM, Finding, fine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .place import Place

_ROUNDS = 5
"""A document that is made anew may belong into another folder, which the next look finds."""


class Check(Value):
    """One check: its name, the heading that it stands under, and whether it looks into `.sessions`."""

    name: str
    group: str
    look: Callable[[Place], Iterator[Finding]]
    inside: bool = True


CHECKS = (
    Check(name="documents", group="Sessions", look=documents.look),
    Check(name="journals", group="Sessions", look=journals.look),
    Check(name="trust", group="Sessions", look=trusted.look),
    Check(name="folders", group="Project", look=modes.look),
    Check(name="settings", group="Project", look=settings.look),
    Check(name="git", group="Project", look=gitignore.look),
    Check(name="lock", group="Project", look=lock.look),
    Check(name="leftovers", group="Project", look=leftovers.look),
    Check(name="runtime", group="This machine", look=runtime.look, inside=False),
    Check(name="client", group="Claude Code", look=client.look, inside=False),
    Check(name="hooks", group="Claude Code", look=registration.look, inside=False),
    Check(name="hooks-log", group="Claude Code", look=hooklog.look),
)


class Done(Value):
    """What was mended: the finding, and what was done about it."""

    finding: Finding
    text: str


class Report(Value):
    """All that was found, and what was mended before."""

    findings: tuple[Finding, ...]
    done: tuple[Done, ...] = ()
    failed: tuple[Done, ...] = ()

    def of(self, severity: str) -> list[Finding]:
        """Return the findings of one severity."""
        return [finding for finding in self.findings if finding.severity == severity]

    @property
    def is_well(self) -> bool:
        """Whether no problem is left."""
        return not self.of(PROBLEM)


def examine(place: Place) -> Report:
    """Look at everything and change nothing."""
    return Report(findings=tuple(_findings(place)))


def mend(place: Place) -> Report:
    """Mend what can be mended safely, then look again; what could not be mended is told apart."""
    done: list[Done] = []
    failed: list[Done] = []
    findings = list(_findings(place))
    for _ in range(_ROUNDS):
        tried = {one.finding.name for one in (*done, *failed)}
        todo = [one for one in findings if one.mend and one.name not in tried]
        if not todo:
            break
        for finding in todo:
            _try(finding, done, failed)
        place.survey.forget()
        findings = list(_findings(place))
    return Report(findings=tuple(findings), done=tuple(done), failed=tuple(failed))


def _try(finding: Finding, done: list[Done], failed: list[Done]) -> None:
    """Mend one finding; what is in the way becomes a sentence beside it."""
    if finding.mend is None:
        return
    try:
        done.append(Done(finding=finding, text=finding.mend.do()))
    except (Problem, OSError) as error:
        failed.append(Done(finding=finding, text=_reason(error)))


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or 'the file system'}: {error.strerror or error}"
    return str(error).rstrip(".")


def _findings(place: Place) -> Iterator[Finding]:
    has_store = place.store.exists
    for check in CHECKS:
        if has_store or not check.inside:
            yield from _of(check, place)
    if not has_store:
        yield from _without(place)


def _without(place: Place) -> Sequence[Finding]:
    told = displaced.told(place.store)
    if told:
        gone = [Finding(what="sessions-displaced", text=line.rstrip(".")) for line in told]
        return [one.replace(check="folders", path=".sessions") for one in gone]
    found = [one.replace(check="folders") for one in modes.look(place)]
    return found or [fine("no sessions here yet (`session init NAME` starts one)").replace(check="folders")]


def _of(check: Check, place: Place) -> Iterator[Finding]:
    """Yield what a check finds, that all is well only where nothing else is; one that breaks says so."""
    well: list[Finding] = []
    found = 0
    try:
        for finding in check.look(place):
            if finding.severity == OK:
                well.append(finding.replace(check=check.name))
                continue
            found += 1
            yield agent.told(place, finding.replace(check=check.name))
        if not found:
            yield from well
    except Exception as error:
        told = isinstance(error, (Problem, OSError))
        text = f"the check of {check.name} could not be finished: {_reason(error) if told else repr(error)}"
        text += "" if told else "; that should not happen, please report it"
        yield Finding(what="check-failed", text=text, check=check.name)


__all__ = ["CHECKS", "NOTE", "OK", "PROBLEM", "Check", "Done", "Finding", "Report", "examine", "mend"]
