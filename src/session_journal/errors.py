"""What can go wrong, as data with a sentence for the person and an exit code for the shell.

The command line prints the sentence in one line and exits with the code; hooks write it to their log.
Code 1: a refusal or a failure, nothing was changed. Code 2: a wrong call.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Problem(Exception):
    """Something that a person should read; `str()` gives one sentence with what to do next."""

    exit_code = 1


class WrongCall(Problem):
    """The words of the call are off (unknown option, missing value)."""

    exit_code = 2


class Refused(Problem):
    """The call is understood and may not be done."""


class NoStore(Problem):
    """The project has no `.sessions/` folder yet."""

    def __init__(self, root: str) -> None:
        super().__init__(f"No sessions in {root} yet: start one with `session init NAME`.")
        self.root = root


class NotFound(Problem):
    """A reference names no session."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"No session is called {ref!r}: `session list --all` shows them.")
        self.ref = ref


class NoneCurrent(Problem):
    """No session is current here, or several could be."""

    def __init__(self, candidates: Sequence[str], choose: str = "", also: str = "") -> None:
        """Take the sessions that could be meant, how one is chosen for longer, and what else there is to know."""
        choose = f", or {choose}" if choose else ""
        if len(candidates) == 1:
            sentence = f"The session of this conversation is not open any more, and {candidates[0]} is another: "
            sentence += f"name it with `--session NAME`{choose}."
        elif candidates:
            sentence = f"Several sessions could be meant ({', '.join(candidates)}): "
            sentence += f"name one with `--session NAME`{choose}."
        else:
            sentence = "No session is active: start one with `session init NAME`, or `session resume NAME`."
        super().__init__(f"{sentence} {also}".rstrip())
        self.candidates = tuple(candidates)


class Ambiguous(Problem):
    """A reference, a step or a blocker fits more than one."""

    def __init__(self, what: str, ref: str, candidates: Sequence[str]) -> None:
        named = "; ".join(candidates)
        plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
        super().__init__(f"{ref!r} fits several {plural}: {named}. Type more of the one you mean.")
        self.candidates = tuple(candidates)


class Malformed(Problem):
    """A file cannot be read as what it should be; it is left as it is."""

    def __init__(self, path: str, line: int, what: str) -> None:
        """Take the file's path, the line (from 1; 0 where no line can be named) and what is wrong."""
        where = f"{path}:{line}" if line else path
        super().__init__(f"{where}: {what}. Mend it by hand; it was left as it is.")
        self.path, self.line, self.what = path, line, what
        self.goes_on = ""
        """What holds until it is mended, where that is more than nothing."""


class Busy(Problem):
    """Another process holds the lock for longer than we wait."""

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__(
            f"Another process has been writing for {seconds:g} s ({path}): try again in a moment, "
            "or see with `session doctor` which one it is."
        )
        self.path = path


class Unusable(Problem):
    """The file system refuses: no permission, no space, a file where a folder should be."""

    def __init__(self, path: str, error: OSError | str) -> None:
        reason = error if isinstance(error, str) else (error.strerror or str(error))
        super().__init__(f"{path}: {reason}. Nothing was changed; mend that and try again.")
        self.path = path
