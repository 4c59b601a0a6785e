"""SessionStart: the brief and the banner. Started by hooks/run."""

from _frozen_importlib_external import SourceFileLoader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

path = __file__[: -len("hooks/session_start.py")] + "runtime/bundle.py"
bundle: "dict[str, Any]" = {"__name__": "bundle"}
exec(SourceFileLoader("bundle", path).get_code("bundle") or "", bundle)  # noqa: S102 # nosec B102
bundle["hook"](__file__, "session_start")
