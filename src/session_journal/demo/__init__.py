"""`session demo`, `session tour`: a compaction and the next morning, played in a scratch project."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile

from ..errors import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

PLUGIN = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))


def run(*, keep: bool) -> None:
    """Play the demo on standard output.

    Raises Refused where the hooks are not there to be played: in a library installed without the plugin.
    """
    from rich.console import Console  # noqa: PLC0415 - slow to import

    play(Console(highlight=False), keep=keep)


def tour(*, keep: bool) -> None:
    """Play the demo scene by scene, as fast as the person presses Enter; without a person, all at once."""
    from rich.console import Console  # noqa: PLC0415 - slow to import

    is_watched = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    play(Console(highlight=False), keep=keep, between=_wait if is_watched else lambda _: None)


def _wait(scene: str) -> None:
    """Let the person read; raises KeyboardInterrupt where they have seen enough."""
    try:
        input(f"Enter goes on ({scene}), Ctrl-C ends the tour. ")
    except EOFError:
        raise KeyboardInterrupt from None


def play(console: Console, *, keep: bool, between: Callable[[str], None] = lambda _: None) -> None:
    """Play the demo on a console, in a temporary folder that is removed at the end unless it is to be kept."""
    from .scratch import Scratch  # noqa: PLC0415 - so that help need not read it
    from .stage import Stage  # noqa: PLC0415
    from .story import tell  # noqa: PLC0415

    if not os.path.exists(os.path.join(PLUGIN, "hooks", "run")):
        raise Refused(
            "The demo plays the plugin's hooks, which are in a checkout only: run its `bin/session demo`."
        )
    folder = tempfile.mkdtemp(prefix="session-demo-")
    try:
        stage = Stage(console, between)
        scratch = Scratch(PLUGIN, folder)
        tell(stage, scratch)
        if keep:
            stage.narrate("The project is kept, with all that was recorded:")
            stage.plain(f"  cd {scratch.project}")
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
