"""Whatever stands in a file or comes with a hook: a valid reply, soon, and no failure that we do not know."""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from workshop import Workshop

from session_journal.document import Document
from session_journal.errors import Malformed

from .conftest import Figure, Rounds
from .door import EVENTS, Door, TooSlowError
from .guided import Mutator, explore, memory, unwatched
from .targets import ASKING, CAPTURE, TARGETS, Call, Target

FEW = 5
ANY: tuple[Call, ...] = (
    ("list", "", {}),
    ("view", "", {"decisions": "", "milestones": "", "items": "", "deliverables": "", "prompts": ""}),
    ("current", "", {"json": ""}),
    ("resume", "", {}),
    ("log", "", {"done": "Reproduce", "next": "more"}),
    ("stats", "", {"all": ""}),
    ("summary", "", {}),
    ("files", "", {}),
    ("who", "", {}),
    ("recover", "", {"note": "x"}),
    ("item", "list", {}),
    ("set", "", {"tag": "x"}),
    ("close", "", {"complete": ""}),
)


@pytest.fixture(scope="module")
def model() -> Iterator[Workshop]:
    """Return a project with something of everything, in memory where the system has a place for that."""
    memory_folder = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    with tempfile.TemporaryDirectory(dir=memory_folder if memory_folder.is_dir() else None) as folder:
        made = Workshop(Path(folder) / "model")
        made.run(
            "init", "fix-sweep-bug", goal="Fix the race", steps="Reproduce; Fix it; Test it", conversation="c1"
        )
        made.run("log", decision="Lock first", rationale="Small", discovery="Order: a before b", conversation="c1")
        made.run("log", milestone="Fixed", deliverable="a page", blocker="CI is down", conversation="c1")
        made.run("item", "add", rest="write it", conversation="c1")
        transcript = (CAPTURE / "transcripts" / "client-2.1.329.jsonl").read_bytes()
        (made.root / "transcript.jsonl").write_bytes(transcript)
        payload = {**ASKING, "transcript_path": str(made.root / "transcript.jsonl")}
        assert made.hook("pre_compact", payload).code == 0
        yield made


@pytest.fixture
def door(model: Workshop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Door]:
    """Return the hooks' door to a copy of the model."""
    with tempfile.TemporaryDirectory(dir=model.root.parent.parent) as folder:
        place = Workshop(Path(folder))
        monkeypatch.setenv("CLAUDE_PROJECT_DIR", str(place.root))
        monkeypatch.setenv("HOME", str(place.home))
        monkeypatch.chdir(place.root)
        yield Door(model, place)


def seeds(target: Target, model: Workshop) -> list[bytes]:
    """Return the real examples of a target."""
    found = sorted(model.sessions.glob("journal/*/entries/*-checkpoint-*"))
    return list(target.seeds) or [path.read_bytes() for path in found]


def put(target: Target, root: Path, data: bytes) -> Path | None:
    """Write an input to where it belongs; return the path."""
    if not target.path:
        return None
    folder, _, name = target.path.rpartition("/")
    (root / folder.partition("/*")[0]).mkdir(parents=True, exist_ok=True)
    (place,) = root.glob(folder) if folder else (root,)
    if target.name.startswith("git ") and target.path != ".git":
        (root / ".git" / "refs").mkdir(exist_ok=True)
        (root / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    path = next(place.glob(name)) if "*" in name else place / name
    path.write_bytes(data)
    return path


def is_refused(data: bytes) -> bool:
    """Tell whether a document cannot be read as one."""
    try:
        Document.parse(data.decode("utf-8", "surrogateescape"))
    except Malformed:
        return True
    return False


class Attempt:
    """Hands an input to its target's events and verbs; what is only read must be as it was afterwards."""

    def __init__(self, target: Target, door: Door) -> None:
        self._target, self._door = target, door
        self._chance = random.Random(target.name)  # noqa: S311 - not for secrets

    def __call__(self, data: bytes) -> None:
        """Try one input; what is too slow while it is watched gets another chance."""
        pick = self._chance.getstate()
        try:
            self._try(data)
        except TooSlowError:
            self._chance.setstate(pick)
            with unwatched():
                self._try(data)
        except Exception as error:
            raise AssertionError(f"{self._target.name}: {type(error).__name__} for {data[:3_000]!r}") from error

    def _try(self, data: bytes) -> None:
        target, door = self._target, self._door
        door.reset()
        if target.name in EVENTS:
            door.ask(target.name, data)
            return
        path = put(target, door.root, data)
        fixed = target.fixed or (target.name == "document" and is_refused(data))
        payload = {**ASKING, "transcript_path": str(door.root / "transcript.jsonl")}
        payload.update({key: data.decode("utf-8", "replace") for key in target.payload})
        for event in ("session_start", self._chance.choice(EVENTS)):
            door.ask("post_compact" if target.payload else event, payload)
        for verb, argument, options in (self._chance.choice(ANY), *target.calls):
            door.call(verb, argument, **options)
        assert not fixed or path is None or path.read_bytes() == data


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_no_input_hurts(target: Target, model: Workshop, door: Door, rounds: Rounds, figure: Figure) -> None:
    """Inputs that are mutated towards new lines: each reply is valid, short and soon, no failure unknown."""
    began, held = time.monotonic(), memory()
    mutator = Mutator(target.name, seeds(target, model), target.tokens)
    count = rounds(FEW, target.many)
    lines = explore(mutator, count, Attempt(target, door))
    grown = max(0, memory() - held) // 1_000_000
    figure("inputs", f"{count:,} in {time.monotonic() - began:.0f} s")
    figure("lines reached", f"{len(lines.seen):,}; inputs kept for reaching new ones {len(mutator.corpus):,}")
    figure("slowest", f"{door.slowest * 1000:.0f} ms of processor time (watched); memory grew by {grown} MB")
    assert lines.seen
    assert grown < 300


def test_the_watched_lines_are_ours(door: Door) -> None:
    """The loop sees lines of the library and of nothing else, and keeps an input that reaches new ones."""
    door.reset()
    tried: list[bytes] = []

    def attempt(data: bytes) -> None:
        tried.append(data)
        door.ask("session_start", data)

    mutator = Mutator("x", [b"null"], [json.dumps(ASKING).encode()])
    lines = explore(mutator, 60, attempt)
    assert len(tried) == 60
    assert {
        code.co_filename.endswith(".py") and "session_journal" in code.co_filename for code, _ in lines.seen
    } == {True}
    assert len(mutator.corpus) > 1
