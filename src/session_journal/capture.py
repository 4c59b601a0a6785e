"""What happened in a conversation, made into a `Captured`: the telling sentences, and the facts of the work."""

from __future__ import annotations

import os
import re

from .captured import (
    FAILURES_AT_MOST,
    FILES_AT_MOST,
    FILES_OF_PROMPT,
    FIRST_PROMPTS,
    RUNS_AT_MOST,
    SAID_AT_MOST,
    Captured,
    Prompt,
    Run,
    Said,
    Unsettled,
    best,
    merge,
)
from .corrections import without_replaced
from .outcome import Failure, principal, settles, went_wrong
from .redact import Mask
from .salience import Sentence, Weighing, words_and_shape
from .sentences import sentences
from .wording import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .transcript import Event

    Commit = tuple[str, str, str]

GOAL_AT_MOST = 1000
PROMPT_AT_MOST = 240
CONTINUATION_AT_MOST = 60  # of longer prompts nearly all ask for something, and to tell costs time
READ_AT_MOST = 400  # prompts of one reading
SENTENCE_AT_MOST = 300
OUTPUT_AT_MOST = 16_000
TALK_AT_MOST = 240_000  # characters that are weighed; of more, the asides of turns long past are left out
_WRITTEN = re.compile(
    r"(?:(?<![<>&\d])>{1,2}|\btee(?:\s+-a)?)\s*([\w./@+-]+\.\w+)|\bsed\s+-i\b[^|;&]*?\s([\w./@+-]+\.\w+)"
)

_TELLS_SECRETS = ("PRIVATE KEY", "assw", "secret", "token", "redential", "pw ", "login", "key", "clave", "ugang")
_TYPED = re.compile(r"/[A-Za-z][\w:-]*(?:\s|$)")

__all__ = ["capture", "merge"]


def capture(
    events: Iterable[Event],
    project: str = "",
    commits_since: Callable[[str], Sequence[Commit]] | None = None,
    mask: Mask | None = None,
) -> Captured:
    """Return what the events say; `project` is the folder that paths are made relative to.

    `commits_since` gives the commits (sha, subject, time) made since a time: a commit tells what mattered.
    `mask` is what secrets are masked by, with the rules of the person's own.
    """
    mask = mask or Mask()
    work = _Work(project, mask)
    talk = _Talk(mask)
    for event in events:
        if event.kind in ("prompt", "answer", "statement", "plan", "compaction"):
            talk.add(event)
        else:
            talk.beside(work.add(event))
            talk.wrote(work.written)
    since = talk.since or work.since
    commits = commits_since(since) if commits_since and since else ()
    tied = [subject for _, subject, _ in commits]
    tied += [test for failure in work.failures.values() for test in failure.tests()]
    said = talk.said(tied)
    prompts = talk.trail()
    return Captured(
        goal=clean(mask(talk.prompts[0].text), GOAL_AT_MOST) if talk.prompts else "",
        latest=clean(mask(talk.latest().text), GOAL_AT_MOST) if talk.prompts else "",
        prompts=prompts,
        said=said,
        files=tuple(work.files.items())[-FILES_AT_MOST:],
        runs=tuple(run.replace(command=mask(run.command)) for run in list(work.runs.values())[-RUNS_AT_MOST:]),
        failures=work.unsettled(),
        commits=tuple((sha, clean(mask(subject), 200), when) for sha, subject, when in commits),
        tasks=tuple((number, subject, status) for number, (subject, status) in work.tasks.items() if subject),
        since=since,
        until=max(talk.until, work.until),
        carried=tuple(talk.carried)[-FILES_OF_PROMPT:],
    )


class _Work:
    """The facts of the work: files, runs, what fails, tasks."""

    def __init__(self, project: str, mask: Mask) -> None:
        self.mask = mask
        roots = {project.rstrip("/"), os.path.realpath(project)} if project else set()
        self.roots = tuple(f"{root}/" for root in roots if root)
        self.files: dict[str, int] = {}
        self.runs: dict[str, Run] = {}
        self.failures: dict[str, Failure] = {}
        self.tasks: dict[str, tuple[str, str]] = {}
        self.since = self.until = ""
        self.written: list[str] = []
        self._seen: dict[str, tuple[str, str]] = {}

    def add(self, event: Event) -> str:
        """Take an event in; return what it is to the sentences beside it: edits, fails or nothing."""
        self.since = self.since or event.when
        self.until = max(self.until, event.when)
        self.written = []
        if event.kind in ("edit", "write"):
            self._file(event.text)
            return "edits"
        if event.kind == "command":
            return self._command(event)
        if event.kind == "task":
            number, status = event.detail
            subject = clean(self.mask(event.text), 160) or self.tasks.get(number, ("", ""))[0]
            self.tasks[number] = (subject, status or self.tasks.get(number, ("", ""))[1])
        elif event.kind == "tasks":
            self.tasks = {
                str(at): (clean(self.mask(text), 160), status) for at, (text, status) in enumerate(event.detail)
            }
        return ""

    def _file(self, path: str) -> None:
        for root in self.roots:
            if path.startswith(root):
                path = path[len(root) :]
                break
        path = clean(self.mask(path.removeprefix("./")), 200)
        if path and "/.claude/" not in path and not path.startswith(("/tmp/", "/dev/", "/private/", "/var/")):  # noqa: S108  # nosec B108
            self.files[path] = self.files.pop(path, 0) + 1
            self.written.append(path)

    def _command(self, event: Event) -> str:
        written = {path for pair in _WRITTEN.findall(event.text) for path in pair if path} if event.ok else set()
        for path in sorted(written):
            self._file(path)
        command, purpose = self._principal(event.text)
        if not command:
            return ""
        wrong = went_wrong(purpose, event.ok, event.output)
        if purpose and event.ok is not None:
            was = self.runs.pop(command, None)
            times = was.times + 1 if was else 1
            self.runs[command] = Run(command=command, purpose=purpose, ok=not wrong, times=times, when=event.when)
        if wrong:
            self._failed(command, purpose, event)
        elif event.ok:
            for key, failure in list(self.failures.items()):
                if settles(command, failure):
                    del self.failures[key]
        return "fails" if wrong else "edits" if written or command.startswith("git commit") else ""

    def _principal(self, line: str) -> tuple[str, str]:
        """Return the part of a command line that matters; agents run the same ones over and over."""
        if line not in self._seen:
            if len(self._seen) > 500:
                self._seen.clear()
            self._seen[line] = principal(line)
        return self._seen[line]

    def _failed(self, command: str, purpose: str, event: Event) -> None:
        if not purpose and re.match(r"\S+ -[ec]\b", command):
            return  # a line of code tried out
        self.failures.pop(command, None)
        self.failures[command] = Failure(
            command=command, purpose=purpose, output=event.output[-OUTPUT_AT_MOST:], when=event.when
        )

    def unsettled(self) -> tuple[Unsettled, ...]:
        """Return what failed last and has not succeeded since."""
        return tuple(
            Unsettled(
                command=self.mask(failure.command),
                purpose=failure.purpose,
                tests=tuple(self.mask(test) for test in failure.tests()),
                error=self.mask(failure.error()),
                when=failure.when,
            )
            for failure in list(self.failures.values())[-FAILURES_AT_MOST:]
        )


class _Spoken:
    """A prompt, an answer or a statement, and what stands beside it."""

    __slots__ = ("by", "files", "place", "signs", "text", "turn", "when")

    def __init__(self, event: Event, by: str, turn: int) -> None:
        self.text = event.text
        self.by = by
        self.when = event.when
        self.place = event.place
        self.turn = turn
        self.signs: dict[str, float] = {}
        self.files: dict[str, None] = {}


class _Talk:
    """What was said, in the order it was said."""

    def __init__(self, mask: Mask) -> None:
        self.mask = mask
        self.weighing = Weighing()
        self.spoken: list[_Spoken] = []
        self.prompts: list[_Spoken] = []
        self.since = self.until = ""
        self.carried: dict[str, None] = {}
        self._turn = 0
        self._worked: set[int] = set()  # turns in which something was changed or failed
        self._size = 0
        self._statement: _Spoken | None = None  # the agent's last one, as long as nothing else was said
        self._beside = ""

    def add(self, event: Event) -> None:
        """Take in what was said."""
        self.since = self.since or event.when
        self.until = max(self.until, event.when)
        if event.kind == "compaction":
            return
        by = "agent" if event.kind in ("statement", "plan") else "person"
        if event.kind == "prompt":
            self._ends()
            self._turn += 1
        one = _Spoken(event, by, self._turn)
        # what the agent said is masked once it is chosen, but a secret told here is masked where it comes again
        if by == "person":
            one.text = self.mask(_shortened(one.text))
        elif any(hint in one.text for hint in _TELLS_SECRETS):
            one.text = self.mask(one.text)
        if event.kind == "prompt":
            if _goes_on(event.text):
                return
            if not self.prompts:
                one.signs["first"] = 1.0
            self.prompts.append(one)
        elif by == "agent":
            self._statement = one
        if self._beside:
            one.signs[self._beside] = 1.0
            self._beside = ""
        self._hold(one)

    def beside(self, sign: str) -> None:
        """Note that an edit or a failure stands next to what was just said and what is said next."""
        if sign:
            self._worked.add(self._turn)
            if self._statement:
                self._statement.signs[sign] = 1.0
            self._beside = sign

    def wrote(self, paths: Sequence[str]) -> None:
        """Note which files were written for the latest prompt, or before there was one."""
        (self.prompts[-1].files if self.prompts else self.carried).update(dict.fromkeys(paths))

    def _ends(self) -> None:
        self._statement = None
        self._beside = ""

    def _hold(self, one: _Spoken) -> None:
        self.spoken.append(one)
        self._size += len(one.text)
        if self._size > 2 * TALK_AT_MOST:
            self._thin()

    def _thin(self) -> None:
        """Let go of the oldest of what tells least, until the rest can be weighed in time."""
        for is_spare in (_is_aside, _is_agents, _is_anything):
            kept = []
            for one in self.spoken:
                if self._size > TALK_AT_MOST and is_spare(one):
                    self._size -= len(one.text)
                else:
                    kept.append(one)
            self.spoken = kept

    def latest(self) -> _Spoken:
        """Return the last prompt that asks for something, the last one where none does."""
        said = (one for one in reversed(self.prompts) if not self.weighing.is_nudge(words_and_shape(one.text)[0]))
        return next(said, self.prompts[-1])

    def trail(self) -> tuple[Prompt, ...]:
        """Return the prompts, numbered."""
        first, rest = self.prompts[:FIRST_PROMPTS], self.prompts[FIRST_PROMPTS:]
        shown = first + rest[FIRST_PROMPTS - READ_AT_MOST :]
        skipped = len(self.prompts) - len(shown)
        return tuple(
            Prompt(
                number=number + (skipped if number > FIRST_PROMPTS else 0),
                text=clean(self.mask(one.text) if self.mask.kinds else one.text, PROMPT_AT_MOST),
                when=one.when,
                place=one.place,
                files=tuple(one.files)[-FILES_OF_PROMPT:],
            )
            for number, one in enumerate(shown, 1)
        )

    def said(self, tied: Iterable[str]) -> tuple[Said, ...]:
        """Weigh the sentences and return the most telling ones."""
        if self._statement:
            self._statement.signs.update({"final": 1.0})
        if self.prompts:
            self.latest().signs["latest"] = 1.0
        if self._size > TALK_AT_MOST:
            self._thin()
        for one in self.spoken:
            if one.turn in self._worked:
                one.signs["works"] = 1.0
        made = [
            Sentence(text, one.by, one.when, one.place, one.turn, one.signs)
            for one in self.spoken
            for text in sentences(one.text)
        ]
        self.weighing.weigh(made, tied)
        for sentence in made:
            if sentence.kind == "next":
                sentence.score -= min(1.5, 0.1 * (self._turn - sentence.turn))
        chosen = sorted(without_replaced(made), key=lambda sentence: -sentence.score)
        return best(
            Said(
                text=clean(self.mask(sentence.text), SENTENCE_AT_MOST),
                kind=sentence.kind,
                by=sentence.by,
                score=round(sentence.score, 2),
                when=sentence.when,
                place=sentence.place,
            )
            for sentence in chosen[: 2 * SAID_AT_MOST]
        )


def _goes_on(text: str) -> bool:
    """Tell whether a prompt is a typed command, or only asks to go on or where the work stands."""
    if _TYPED.match(text):
        return True
    if len(text) > CONTINUATION_AT_MOST:
        return False
    from .intent import is_continuation  # noqa: PLC0415 - its words are read only where a prompt is short

    return is_continuation(text)


def _is_aside(one: _Spoken) -> bool:
    return one.by == "agent" and not one.signs


def _is_agents(one: _Spoken) -> bool:
    return one.by == "agent" and "final" not in one.signs


def _is_anything(one: _Spoken) -> bool:
    return not one.signs


def _shortened(text: str) -> str:
    """Keep the ends of a very long prompt: what is in between was pasted."""
    return text if len(text) <= 6000 else f"{text[:4000]}\n\n{text[-2000:]}"
