"""Putting our line into the client's status line, and taking it out again: the setting `statusLine`.

The setting names a script in this person's data folder, since the plugin's own folder moves with each version. A
status line that was there before is kept: the script runs it first, and it is put back as it was.
"""

from __future__ import annotations

import json
import os
import shlex

from . import files
from .errors import Malformed, Refused
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SETTING = "statusLine"
_SCRIPT = """\
#!/bin/sh
# Written by `session statusline --install`; `session statusline --uninstall` takes it away.
root={root}
before={before}
kept={kept}
IFS= read -r payload || :
[ -z "$before" ] || printf '%s\\n' "$payload" | sh -c "$before"
case $root in
*/plugins/cache/*/*/*) # the client's own folder: an update puts the plugin beside where it was
  for found in "$root" "${{root%/*}}"/*; do
    [ -r "$found/runtime/statusline" ] && root=$found && break
  done
  ;;
esac
[ -r "$root/runtime/statusline" ] && . "$root/runtime/statusline"
exit 0
"""


class Corner(Value):
    """Where it all lies: the client's settings, our script, what stood there, kept lines, and the plugin."""

    settings: str
    script: str
    before: str
    kept: str
    plugin: str


def place(config: str, data: str, plugin: str) -> Corner:
    """Return the places for a client's configuration folder, a data folder and the plugin's own."""
    folder = os.path.join(data, "statusline")
    return Corner(
        settings=os.path.join(config, "settings.json"),
        script=os.path.join(folder, "run"),
        before=os.path.join(folder, "before.json"),
        kept=os.path.join(folder, "kept"),
        plugin=plugin,
    )


def install(corner: Corner) -> str:
    """Have the client ask us; return what was done. Raises Refused, Malformed, Unusable."""
    settings, indent = _read(corner.settings)
    found = settings.get(SETTING)
    if _is_ours(found, corner):
        before = _remembered(corner)
        _write_script(corner, before)
        return f"The status line is set up already, in {corner.settings}."
    files.make_folder(os.path.dirname(corner.script))
    files.replace(corner.before, json.dumps({SETTING: found}).encode())
    _write_script(corner, found)
    ours = {**(found if isinstance(found, dict) else {}), "type": "command", "command": shlex.quote(corner.script)}
    _write(corner.settings, {**settings, SETTING: ours}, indent)
    kept = " What was there before is shown first." if _command(found) else ""
    return f"The session stands in the client's status line now, by {corner.settings}.{kept}"


def uninstall(corner: Corner) -> str:
    """Put back what was there before; return what was done. Raises Malformed, Unusable."""
    settings, indent = _read(corner.settings)
    if not _is_ours(settings.get(SETTING), corner):
        if SETTING not in settings:
            return f"No status line is set in {corner.settings}, so there is nothing to take out."
        return f"The status line in {corner.settings} is not ours, so it stays as it is."
    before = _remembered(corner)
    changed = {key: value for key, value in settings.items() if key != SETTING or before is not None}
    if before is not None:
        changed[SETTING] = before
    _write(corner.settings, changed, indent)
    for name in os.listdir(corner.kept) if os.path.isdir(corner.kept) else ():
        files.remove(os.path.join(corner.kept, name))
    for path in (corner.script, corner.before):
        files.remove(path)
    left = "as it was before" if before is not None else "empty, as it was"
    return f"The status line is {left}, by {corner.settings}."


def _is_ours(setting: object, corner: Corner) -> bool:
    return _command(setting) in (corner.script, shlex.quote(corner.script))


def _command(setting: object) -> str:
    command = setting.get("command") if isinstance(setting, dict) else ""
    return command if isinstance(command, str) else ""


def _remembered(corner: Corner) -> Any:
    """Return the setting that was there before ours, None where there was none."""
    try:
        return json.loads(files.read_text(corner.before)).get(SETTING)
    except (FileNotFoundError, ValueError, AttributeError):
        return None


def _write_script(corner: Corner, before: object) -> None:
    script = _SCRIPT.format(
        root=shlex.quote(corner.plugin), before=shlex.quote(_command(before)), kept=shlex.quote(corner.kept)
    )
    files.replace(corner.script, script.encode("utf-8", "surrogateescape"), mode=0o700)
    os.chmod(corner.script, 0o700)


def _read(path: str) -> tuple[dict[str, Any], int]:
    """Return the client's settings and by how much they are indented; none where there is no file."""
    try:
        text = files.read_text(path)
    except FileNotFoundError:
        return {}, 2
    if not text.strip():
        return {}, 2
    try:
        settings = json.loads(text)
    except ValueError as error:
        raise Malformed(path, getattr(error, "lineno", 1), f"is not valid JSON ({error})") from None
    if not isinstance(settings, dict):
        raise Malformed(path, 1, "does not hold settings")
    second = text.split("\n")[1] if "\n" in text else ""
    return settings, len(second) - len(second.lstrip(" ")) or 2


def _write(path: str, settings: dict[str, Any], indent: int) -> None:
    """Write the settings, unless the client or an editor changed them meanwhile."""
    files.make_folder(os.path.dirname(path))
    text = json.dumps(settings, indent=indent, ensure_ascii=False) + "\n"
    try:
        now: bytes | None = files.read(path)
    except FileNotFoundError:
        now = None
    if not files.replace(path, text.encode("utf-8", "surrogatepass"), expected=now):
        raise Refused(f"{path} is being changed by somebody else: run the command again.")
