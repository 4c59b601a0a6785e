"""A project that the doctor looks at: what is found, what is mended, and that nothing is left to do then."""

from __future__ import annotations

from collections.abc import Mapping

from workshop import Workshop

from session_journal import checkup, project
from session_journal.checkup import Done, Finding, Report
from session_journal.checkup import place as places
from session_journal.checkup.place import Place


def place(workshop: Workshop, environ: Mapping[str, str] | None = None) -> Place:
    """Return what there is to check, with the workshop's home as the person's."""
    variables = {**workshop.environ(), **(environ or {})}
    return places.of(project.from_environment(variables, str(workshop.root)), variables)


def examined(workshop: Workshop, environ: Mapping[str, str] | None = None) -> Report:
    """Look at everything."""
    return checkup.examine(place(workshop, environ))


def found(workshop: Workshop, what: str, environ: Mapping[str, str] | None = None) -> Finding:
    """Return the one finding of a kind."""
    findings = [one for one in examined(workshop, environ).findings if one.what == what]
    assert len(findings) == 1, examined(workshop, environ).findings
    return findings[0]


def kinds(workshop: Workshop, environ: Mapping[str, str] | None = None) -> set[str]:
    """Return the kinds of what is wrong with the sessions and the project; the machine is a test's own."""
    apart = {"runtime", "client", "hooks"}
    findings = examined(workshop, environ).findings
    return {one.what for one in findings if one.severity != checkup.OK and one.check not in apart}


def mended(workshop: Workshop, what: str, environ: Mapping[str, str] | None = None) -> Done:
    """Have all mended; return what was done about the one finding of a kind, which is gone now and stays gone."""
    report = checkup.mend(place(workshop, environ))
    (done,) = [one for one in report.done if one.finding.what == what]
    assert what not in {one.what for one in report.findings}, report.findings
    again = checkup.mend(place(workshop, environ))
    assert (again.done, again.failed) == ((), ())
    return done
