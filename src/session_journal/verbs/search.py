"""`search`: find what was recorded, in all sessions."""

from __future__ import annotations

from .. import archiving, attributes, moment, search, timestamps
from ..errors import WrongCall
from . import subject
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from ..project import Project
    from ..search import Hit, Results, Wanted

_MOST_WORDS, _LONGEST_QUERY = 50, 5_000
_LIMIT, _MOST = 10, 200
_ROOM = 9_000
_HOOK_SECONDS = 8.0
_MARK = "**"


def run(project: Project, words: Words) -> Reply:
    """Find passages by words, by filters, or both, the best first."""
    if not project.store.exists:
        raise project.store.missing()
    wanted = _wanted(project, words)
    effort = search.Effort(lock=project.lock_seconds, seconds=_HOOK_SECONDS if project.hook else 0.0)
    found = search.find(project.store, wanted, effort=effort, tell=project.tell)
    text, marks = _told(found, wanted, _ROOM if _is_for_agent(project) else 0)
    return Reply(text=text, data=[_data(hit) for hit in found.hits], marks=marks)


def _is_for_agent(project: Project) -> bool:
    """Tell whether what is found goes to an agent: it is kept short, and what came from elsewhere is left out."""
    return project.hook or bool(project.conversation)


def _wanted(project: Project, words: Words) -> Wanted:
    text = words.argument
    odd = next((word for word in text.split() if word.startswith("--") and word[2:3].isalpha()), "")
    if odd and not project.hook:
        raise WrongCall(
            f"search has no option {odd}: `session search --help` shows those there are; the word itself is found "
            f"in quotes, `session search '\"{odd}\"'`."
        )
    kinds = tuple(
        kind.strip().casefold() for text in words.texts("kind") for kind in text.split(",") if kind.strip()
    )
    wrong = next((kind for kind in kinds if kind not in search.KINDS), "")
    if wrong:
        from .unknown import near  # noqa: PLC0415 - only a slip needs it

        known = near(wrong, search.KINDS) or f" The kinds are {', '.join(search.KINDS)}."
        raise WrongCall(f"{wrong!r} is no kind to look for.{known}")
    refs = words.texts("session")
    wanted = search.Wanted(
        text=text,
        kinds=kinds,
        since=_instant(words.text("since"), project.present),
        until=_instant(words.text("until"), project.present, behind=True),
        tags=tuple(attributes.tags(words.texts("tag"))),
        keys=tuple(subject.named_session(project, words, ref).session.key for ref in refs) if refs else None,
        limit=_limit(words.text("limit")),
        foreign=not _is_for_agent(project),
    )
    if not wanted.text and not wanted.filters:
        raise WrongCall("Say what to look for: `session search lock order`, or `session search --kind decision`.")
    if len(wanted.text) > _LONGEST_QUERY or len(wanted.text.split()) > _MOST_WORDS:
        raise WrongCall(f"A search takes at most {_MOST_WORDS} words; leave out those that are everywhere.")
    return wanted


def _instant(text: str, present: int, *, behind: bool = False) -> int:
    """Read a bound as `archive --before` does; a day as the last one includes all of it."""
    if not text:
        return 0
    text = moment.as_date(text, present)
    whole_day = behind and len(text.strip()) == 10 and timestamps.parse(text) is not None
    return archiving.before(text, present) + (timestamps.DAY if whole_day else 0)


def _limit(text: str) -> int:
    if text and not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= _MOST):
        raise WrongCall(f"--limit takes a number from 1 to {_MOST}: `session search lock --limit 30`.")
    return int(text) if text else _LIMIT


def _told(found: Results, wanted: Wanted, room: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the reply's text and where in it the marked matches are, their marks included."""
    head = _head(found, wanted)
    text, marks, shown = head, [], 0
    for hit in found.hits:
        block = _block(hit)
        if room and len(text) + len(block[0]) > room:
            break
        text += "\n\n" * bool(text)
        marks += [(start + len(text), end + len(text)) for start, end in block[1]]
        text += block[0]
        shown += 1
    return text + _tail(found, wanted, shown), tuple(marks)


def _head(found: Results, wanted: Wanted) -> str:
    if found.nearest and found.hits:
        return "Nothing has all of these words; this comes near:"
    if found.hits:
        return ""
    filters = " and ".join(f"--{name}" for name in wanted.filters)
    advice = "try fewer words, or the beginning of one"
    if filters:
        advice += f", or leave out {filters}"
    if not wanted.text:
        advice = f"leave out {filters}"
    return f"Nothing was found: {advice}."


def _tail(found: Results, wanted: Wanted, shown: int) -> str:
    lines = list(found.notes)
    if found.more or shown < len(found.hits):
        lines.append(f"There are more: add a word, or `--limit {min(_MOST, wanted.limit * 3)}`.")
    if found.left_out:
        count = f"{found.left_out} hit{'s' * (found.left_out != 1)}"
        lines.append(
            f"{count} in sessions that were not made or taken up here left out; the person sees them with "
            "`session search` in a terminal."
        )
    return "".join(f"\n\nNote: {line}" if place == 0 else f"\nNote: {line}" for place, line in enumerate(lines))


def _block(hit: Hit) -> tuple[str, list[tuple[int, int]]]:
    """Return a hit as three lines, the matches between marks, and where those are."""
    when = timestamps.to_minute(hit.at).replace("T", " ") if hit.at else ""
    title = " · ".join(part for part in (hit.session or "project", hit.kind, when) if part)
    title += " · from elsewhere, not taken up here" * hit.foreign
    snippet, marks = _marked(hit.snippet, hit.marks)
    place = f"{hit.path}:{hit.line}" if hit.line else hit.path
    lines = [title, f"  {snippet}", f"  {' · '.join(part for part in (hit.open_with, place) if part)}"]
    return "\n".join(lines), [(start + len(title) + 3, end + len(title) + 3) for start, end in marks]


def _marked(text: str, marks: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    whole, places, done = "", [], 0
    for start, end in marks:
        whole += text[done:start]
        places.append((len(whole), len(whole) + end - start + 2 * len(_MARK)))
        whole += f"{_MARK}{text[start:end]}{_MARK}"
        done = end
    return whole + text[done:], places


def _data(hit: Hit) -> dict[str, Any]:
    return {
        "session": hit.session,
        "key": hit.key if hit.session else "",
        "tracking_id": hit.tracking_id,
        "source": hit.source,
        "kind": hit.kind,
        "at": timestamps.to_second(hit.at) if hit.at else None,
        "snippet": hit.snippet,
        "marks": [list(mark) for mark in hit.marks],
        "text": hit.text,
        "path": hit.path,
        "line": hit.line,
        "name": hit.name,
        "open": hit.open_with,
        "foreign": hit.foreign,
    }


VERB = Verb(
    name="search",
    summary="Find what was recorded, in all sessions.",
    about=(
        "Looks through documents, entries, prompts, summaries and learnings of all sessions, the best first, "
        "and says how to open each. A part of a word finds it, and so does a name in code (sweeper.go:245, "
        "ROUND_HALF_EVEN); words in double quotes must stand together."
    ),
    run=run,
    argument="WORDS",
    several=True,
    options=(
        Option(
            name="kind",
            help="Only this kind: an entry's, or document, prompt, summary, captured, knowledge.",
            metavar="KIND",
            many=True,
        ),
        Option(name="since", help="From then on: 2025-01-15, or 3d or 2w ago.", metavar="WHEN"),
        Option(name="until", help="Until then.", metavar="WHEN"),
        Option(name="tag", help="Only in sessions with this tag.", metavar="TAG", many=True),
        Option(name="session", help="Only in this session, open or ended.", metavar="REF", many=True),
        Option(name="limit", help=f"How many at most ({_LIMIT}).", metavar="N"),
        JSON,
    ),
    examples=(
        "session search lock order",
        "session search sweeper.go:245 --kind decision --since 2w",
        "session search '\"lock before check\"' --tag billing",
    ),
    see=("view", "list", "learn"),
)
