"""What happened in a conversation, made into a `Captured`: the telling sentences, and the facts of the work."""

from __future__ import annotations

import os
import re

from . import cues
from .captured import (
    FAILURES_AT_MOST,
    FILES_AT_MOST,
    RUNS_AT_MOST,
    Captured,
    Prompt,
    Run,
    Said,
    Unsettled,
    best,
    merge,
)
from .outcome import Failure, error_line, failed_tests, principal, settles, went_wrong
from .phrases import Phrases
from .redact import redact
from .salience import Sentence, Weighing
from .sentences import sentences
from .wording import clean, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .transcript import Event

GOAL_AT_MOST = 1000
PROMPT_AT_MOST = 240
SENTENCE_AT_MOST = 300
WEIGHED_AT_MOST = 12_000  # sentences; of more, those in the middle of turns long past are left out
_NO_THEN = re.compile(r"^\W*(?:no|nope|nah|nein|non|não|nej|нет|stop|wait|actually|sorry|doch)\s*[,.:;!–—-]", re.I)
_WRITTEN = re.compile(
    r"(?:(?<![<>&\d])>{1,2}|\btee(?:\s+-a)?)\s*([\w./@+-]+\.\w+)|\bsed\s+-i\b[^|;&]*?\s([\w./@+-]+\.\w+)"
)

__all__ = ["capture", "merge"]


def capture(events: Iterable[Event], project: str = "", commits: Sequence[tuple[str, str, str]] = ()) -> Captured:
    """Return what the events say; `project` is the folder that paths are made relative to."""
    work = _Work(project)
    talk = _Talk()
    for event in events:
        if event.kind in ("prompt", "answer", "statement", "plan", "compaction"):
            talk.add(event)
        else:
            talk.beside(work.add(event))
    said = talk.said()
    prompts = talk.trail()
    return Captured(
        goal=clean(talk.prompts[0][0], GOAL_AT_MOST) if talk.prompts else "",
        latest=clean(talk.prompts[-1][0], GOAL_AT_MOST) if talk.prompts else "",
        prompts=prompts,
        said=said,
        files=tuple(work.files.items())[-FILES_AT_MOST:],
        runs=tuple(work.runs.values())[-RUNS_AT_MOST:],
        failures=tuple(work.failures.values())[-FAILURES_AT_MOST:],
        commits=tuple((sha, clean(redact(subject), 200), when) for sha, subject, when in commits),
        tasks=tuple((number, subject, status) for number, (subject, status) in work.tasks.items() if subject),
        since=talk.since or work.since,
        until=max(talk.until, work.until),
    )


class _Work:
    """The facts of the work: files, runs, what fails, tasks."""

    def __init__(self, project: str) -> None:
        roots = {project.rstrip("/"), os.path.realpath(project)} if project else set()
        self.roots = tuple(f"{root}/" for root in roots if root)
        self.files: dict[str, int] = {}
        self.runs: dict[str, Run] = {}
        self.failures: dict[str, Unsettled] = {}
        self.tasks: dict[str, tuple[str, str]] = {}
        self.since = self.until = ""

    def add(self, event: Event) -> str:
        """Take an event in; return what it is to the sentences beside it: edits, fails or nothing."""
        self.since = self.since or event.when
        self.until = max(self.until, event.when)
        if event.kind in ("edit", "write"):
            self._file(event.text)
            return "edits"
        if event.kind == "command":
            return self._command(event)
        if event.kind == "task":
            number, status = event.detail
            subject = clean(redact(event.text), 160) or self.tasks.get(number, ("", ""))[0]
            self.tasks[number] = (subject, status or self.tasks.get(number, ("", ""))[1])
        elif event.kind == "tasks":
            self.tasks = {
                str(at): (clean(redact(text), 160), status) for at, (text, status) in enumerate(event.detail)
            }
        return ""

    def _file(self, path: str) -> None:
        for root in self.roots:
            if path.startswith(root):
                path = path[len(root) :]
                break
        path = clean(path.removeprefix("./"), 200)
        if path and "/.claude/" not in path and not path.startswith(("/tmp/", "/dev/", "/private/", "/var/")):  # noqa: S108
            self.files[path] = self.files.pop(path, 0) + 1

    def _command(self, event: Event) -> str:
        written = {path for pair in _WRITTEN.findall(event.text) for path in pair if path} if event.ok else set()
        for path in sorted(written):
            self._file(path)
        command, purpose = principal(event.text)
        if not command:
            return ""
        wrong = went_wrong(purpose, event.ok, event.output)
        command = redact(command)
        if purpose and event.ok is not None:
            was = self.runs.pop(command, None)
            times = was.times + 1 if was else 1
            self.runs[command] = Run(command=command, purpose=purpose, ok=not wrong, times=times, when=event.when)
        if wrong:
            self._failed(command, purpose, event)
        elif event.ok:
            for key, failure in list(self.failures.items()):
                if settles(command, Failure(command=failure.command, tests=failure.tests)):
                    del self.failures[key]
        return "fails" if wrong else "edits" if written or command.startswith("git commit") else ""

    def _failed(self, command: str, purpose: str, event: Event) -> None:
        if not purpose and re.match(r"\S+ -[ec]\b", command):
            return  # a line of code tried out
        self.failures.pop(command, None)
        self.failures[command] = Unsettled(
            command=command,
            purpose=purpose,
            tests=tuple(redact(test) for test in failed_tests(event.output)),
            error=redact(error_line(event.output)),
            when=event.when,
        )


class _Talk:
    """What was said, as sentences that know where they stand."""

    def __init__(self) -> None:
        self.sentences: list[Sentence] = []
        self.prompts: list[tuple[str, str, int]] = []
        self.since = self.until = ""
        self._turn = 0
        self._statement: list[Sentence] = []  # the agent's last one, as long as nothing else was said
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
        text = redact(event.text)
        made = [Sentence(one, by, event.when, event.place, self._turn) for one in sentences(text)]
        if event.kind == "prompt":
            sign = "" if self.prompts else "first"
            self.prompts.append((text, event.when, event.place))
            for sentence in made:
                sentence.signs.update({sign: 1.0} if sign else {})
        elif by == "agent":
            self._statement = made
        if self._beside:
            for sentence in made:
                sentence.signs[self._beside] = 1.0
            self._beside = ""
        self.sentences += made

    def beside(self, sign: str) -> None:
        """Note that an edit or a failure stands next to what was just said and what is said next."""
        if sign:
            for sentence in self._statement:
                sentence.signs[sign] = 1.0
            self._beside = sign

    def _ends(self) -> None:
        for sentence in self._statement:
            sentence.signs["ends"] = 1.0
        self._statement = []
        self._beside = ""

    def trail(self) -> tuple[Prompt, ...]:
        """Return the prompts, numbered."""
        trail = Captured(
            prompts=tuple(
                Prompt(number=number, text=clean(text, PROMPT_AT_MOST), when=when, place=place)
                for number, (text, when, place) in enumerate(self.prompts, 1)
            )
        )
        return merge(Captured(), trail).prompts

    def said(self) -> tuple[Said, ...]:
        """Weigh the sentences and return the most telling ones."""
        for sentence in self._statement:
            sentence.signs["final"] = sentence.signs["ends"] = 1.0
        if self.prompts:
            for sentence in self.sentences:
                if sentence.by == "person" and sentence.place == self.prompts[-1][2]:
                    sentence.signs["latest"] = 1.0
        self._thin()
        Weighing().weigh(self.sentences)
        for sentence in self.sentences:
            if sentence.kind == "next":
                sentence.score -= min(1.5, 0.1 * (self._turn - sentence.turn))
        kept = _corrected(self.sentences)
        return best(
            Said(
                text=clean(sentence.text, SENTENCE_AT_MOST),
                kind=sentence.kind,
                by=sentence.by,
                score=round(sentence.score, 2),
                when=sentence.when,
                place=sentence.place,
            )
            for sentence in kept
        )

    def _thin(self) -> None:
        """Leave out sentences of long past turns that nothing stands next to, where there are too many."""
        excess = len(self.sentences) - WEIGHED_AT_MOST
        if excess <= 0:
            return
        kept = []
        for sentence in self.sentences:
            if excess > 0 and sentence.by == "agent" and not sentence.signs:
                excess -= 1
            else:
                kept.append(sentence)
        self.sentences = kept[-WEIGHED_AT_MOST:]


def _corrected(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Leave out what a later "no, use B instead" of the person's has replaced."""
    corrections, rejects = Phrases(cues.CORRECTION), Phrases(cues.REJECTS)
    common = frozenset(Phrases(cues.COMMON).by_first)
    gone: set[int] = set()
    for at, sentence in enumerate(sentences):
        if sentence.by != "person" or not _corrects(sentence, corrections):
            continue
        whole = [s for s in sentences[at : at + 4] if s.place == sentence.place and s.by == "person"]
        rejected = {word for s in whole for word in _rejected(s.words, rejects) if word not in common}
        words = {word for s in whole for word in s.words if word not in common and len(word) > 1}
        for number, earlier in enumerate(sentences[:at]):
            if earlier.kind not in ("decided", "next", "constraint") or "first" in earlier.signs:
                continue
            if (rejected & set(earlier.words) and not (words - rejected) & set(earlier.words)) or (sentence.turn - earlier.turn <= 1 and earlier.by == "agent" and _same_figure(words, earlier)):
                gone.add(number)
    return [sentence for number, sentence in enumerate(sentences) if number not in gone]


def _corrects(sentence: Sentence, corrections: Phrases) -> bool:
    if sentence.words[:1] == ["no"] or sentence.words[:1] == ["actually"]:
        return bool(_NO_THEN.match(sentence.text)) or sentence.words[:1] == ["actually"]
    return bool(corrections.count(["^", *sentence.words, "$"]))


def _rejected(words: Sequence[str], rejects: Phrases) -> set[str]:
    """Return the words that follow "instead of", "no", "not" and the like."""
    return {
        words[at + size]
        for at in range(len(words))
        for size in (1, 2, 3)
        if at + size < len(words) and rejects.count(words[at : at + size]) and _is_first(rejects, words, at, size)
    }


def _is_first(rejects: Phrases, words: Sequence[str], at: int, size: int) -> bool:
    return any(len(rest) == size - 1 for rest in rejects.by_first.get(words[at], ()))


def _same_figure(words: set[str], earlier: Sentence) -> bool:
    return any(any(c.isdigit() for c in word) for word in words & set(earlier.words)) and bool(fold(earlier.text))
