"""Projects to measure in: a git repository with a session that has been worked on, and an archive of any size."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONVERSATION = "5f0c2f6e-8f0b-4c53-9a0e-1d2b3c4d5e6f"
_FILES = 200
_STEPS = "; ".join(f"Step {number} of the work, with some words" for number in range(1, 13))


class Place:
    """A project; `restore` puts its open sessions back to how they were made."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self.environment = dict(environment)
        self._kept = folder.with_name(folder.name + ".kept")

    def session(self, *arguments: str) -> None:
        """Run the command line here, as the agent does in a conversation."""
        command = [str(ROOT / "bin/session"), *arguments]
        environment = {**self.environment, "CLAUDE_CODE_SESSION_ID": CONVERSATION}
        subprocess.run(command, cwd=self.folder, env=environment, check=True, stdout=subprocess.DEVNULL)

    def keep(self) -> None:
        """Remember the open sessions as they are now."""
        shutil.rmtree(self._kept, ignore_errors=True)
        for source in self._changing():
            shutil.copytree(source, self._kept / source.relative_to(self.folder))

    def restore(self) -> None:
        """Put the open sessions back to how they were remembered."""
        for target in self._changing():
            shutil.rmtree(target)
            shutil.copytree(self._kept / target.relative_to(self.folder), target)

    def _changing(self) -> list[Path]:
        sessions = self.folder / ".sessions"
        keys = [path.stem.rpartition("-")[2] for path in (self._kept if self._kept.exists() else self.folder).glob(
            ".sessions/active/*.md"
        )]  # fmt: skip
        return [sessions / "active", sessions / ".state", *(sessions / "journal" / key for key in keys)]


def make(folder: Path, environment: Mapping[str, str], archived: int) -> Place:
    """Make a project with two open sessions, one of them worked on for a day, and so many ended ones."""
    bare(folder, environment)
    place = Place(folder, environment)
    place.session("init", "other-work", "--goal", "Something else")
    place.session("pause")
    place.session("init", "fix-sweep-bug", "--goal", "Fix the race in the sweep trigger", "--steps", _STEPS)
    for number in range(1, 7):
        place.session(
            "log", "--done", f"Step {number} of", "--progress", f"Looked into part {number} of the sweeper"
        )
        text = f"Choice {number}: lock before the check in sweeper_{number}.py"
        place.session("log", "--decision", text, "--rationale", f"Smallest change of the {number} that were tried")
        place.session("log", "--discovery", f"Part {number}: the watcher takes its lock before the sweeper does")
    place.session(
        "log", "--blocker", "The staging database is down", "--next", "Finish the mutex", "--note", "Keep it"
    )
    if archived:
        archive(folder / ".sessions", archived)
    place.keep()
    return place


def bare(folder: Path, environment: Mapping[str, str]) -> None:
    """Make a git repository of some files, some of them changed since the commit."""
    (folder / "src").mkdir(parents=True)
    for number in range(_FILES):
        (folder / "src" / f"module_{number:03d}.py").write_text(f"NUMBER = {number}\n" * 20)
    git = ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org"]
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Begin"]):
        subprocess.run([*git, *arguments], cwd=folder, env=dict(environment), check=True)
    for number in range(3):
        (folder / "src" / f"module_{number:03d}.py").write_text("CHANGED = True\n")


def archive(sessions: Path, count: int) -> None:
    """Fill the archive with copies of the open session, each with an id, a name, a number and a journal."""
    (source,) = sessions.glob("active/fix-sweep-bug-*.md")
    key = source.stem.rpartition("-")[2]
    text = source.read_text().replace("\nstatus: active\n", "\nstatus: completed\n")
    full_id = text.partition("\nid: ")[2].partition("\n")[0]
    number = text.partition("\nnumber: ")[2].partition("\n")[0]
    entries = sorted((sessions / "journal" / key / "entries").iterdir())[-2:]
    progress = sessions / "journal" / key / "progress.md"
    for place in range(count):
        own = f"{place:06x}"
        (sessions / "archive" / f"old-work-{place}-{own}.md").write_text(
            text.replace(full_id, full_id[:-6] + own)
            .replace("shortname: fix-sweep-bug", f"shortname: old-work-{place}")
            .replace(f"number: {number}", f'number: "{place + 3:05d}"')
        )
        folder = sessions / "journal" / own / "entries"
        folder.mkdir(parents=True)
        for entry in entries:
            shutil.copyfile(entry, folder / entry.name)
        shutil.copyfile(progress, folder.parent / "progress.md")
