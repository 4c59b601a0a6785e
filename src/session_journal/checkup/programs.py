"""Programs that checks ask a question: started without a shell, bounded in time and in what they may say."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile

from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST = 100_000


class Answer(Value):
    """What a program came to: its exit code, and the beginning of what it said on both outputs."""

    code: int
    text: str

    @property
    def first_line(self) -> str:
        """The first line that says something, cut to what fits into a sentence."""
        lines = [line.strip() for line in self.text.splitlines() if line.strip()]
        return "".join(c for c in (lines or [""])[0] if c.isprintable())[:80]


def ask(
    command: Sequence[str],
    environ: Mapping[str, str],
    *,
    folder: str = "/",
    given: bytes = b"",
    seconds: float = 10,
) -> Answer | None:
    """Run a program to its end; None where it cannot be started or takes too long."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as source:
        source.write(given)
        source.seek(0)
        try:
            with subprocess.Popen(  # noqa: S603 - fixed words, no shell
                command,
                cwd=folder,
                env=dict(environ),
                stdin=source,
                stdout=output,
                stderr=output,
                start_new_session=True,
            ) as process:
                try:
                    code = process.wait(seconds)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, 9)
                    return None
        except (OSError, ValueError):
            return None
        output.seek(0)
        return Answer(code=code, text=output.read(_MOST).decode("utf-8", "replace"))


def find(name: str, environ: Mapping[str, str]) -> str:
    """Return a program's path on the PATH, "" where there is none; relative folders on it do not count."""
    folders = [folder for folder in environ.get("PATH", "").split(os.pathsep) if os.path.isabs(folder)]
    return shutil.which(name, path=os.pathsep.join(folders)) or "" if folders else ""


def version(text: str) -> tuple[int, ...]:
    """Return the first dotted number in a text, () where there is none."""
    for word in text.replace("(", " ").replace(")", " ").split():
        parts = word.lstrip("v").split(".")
        if len(parts) > 1 and all(part.isdecimal() and len(part) < 9 for part in parts[:2]):
            numbers = [part for part in parts if part.isdecimal() and len(part) < 9]
            return tuple(int(part) for part in numbers)
    return ()


def dotted(numbers: Sequence[int]) -> str:
    """Return a version as it is written."""
    return ".".join(str(number) for number in numbers)
