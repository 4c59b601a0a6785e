"""The plugin in the client: installed, enabled, its hooks whole and answering, not turned off by a setting.

Read are the client's own files, as docs/client.md describes them; nothing of the client is changed.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile

from .. import running
from . import installations, programs, runtime
from .finding import NOTE, OK, Finding, Mend, fine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .place import Place

EVENTS = ("SessionStart", "UserPromptSubmit", "PreCompact", "PostCompact", "SessionEnd")
PROGRAMS = ("hooks/run", "bin/session")
_INSTALL = (
    "`claude plugin marketplace add ./` in its checkout, then `claude plugin install "
    "session-journal@session-journal`"
)
_MANAGED = (
    "/etc/claude-code/managed-settings.json",
    "/Library/Application Support/ClaudeCode/managed-settings.json",
)
_PERMISSIONS = ("Bash", "Bash(*)", "Bash(session:*)", "Bash(session *)")


def look(place: Place) -> Iterator[Finding]:
    """Look at what the client knows of the plugin, and at each copy of it on this machine."""
    yield from _registered(place)
    yield from _settings(place)
    folders = dict.fromkeys(
        os.path.realpath(folder) for folder in (*installations.copies(place), place.plugin) if folder
    )
    whole = True
    for folder in folders:
        for finding in _copy(folder):
            whole = False
            yield finding
    if folders and whole:
        yield _answers(place, place.plugin or next(iter(folders)))


def _paths(place: Place) -> list[str]:
    """Return where the client's settings are, those that count less first."""
    below = os.path.join(place.store.root, ".claude")
    own = [os.path.join(place.client, "settings.json")] if place.client else []
    return [*own, os.path.join(below, "settings.json"), os.path.join(below, "settings.local.json"), *_MANAGED]


def settings_of(place: Place) -> list[tuple[str, dict[str, Any]]]:
    """Return (path, settings) of the client's files that are there and can be read, in the same order."""
    found = [(path, installations.json_of(path)) for path in _paths(place)]
    return [(path, state) for path, state in found if isinstance(state, dict) and state]


def _registered(place: Place) -> Iterator[Finding]:
    installed = [(name, row) for name, row in installations.recorded(place) if _is_for(row, place.store.root)]
    if not installed:
        yield _missing(place)
        return
    enabled = _enabled(place)
    names = dict.fromkeys(name for name, _ in installed)
    off = [name for name in names if not enabled.get(name, ("", False))[1]]
    if len(off) == len(names):
        where = enabled.get(off[0], ("", False))[0]
        text = (
            f"the plugin is installed and turned off{f' in {where}' if where else ''}: `claude plugin "
            f"enable {off[0]}`"
        )
        yield Finding(what="plugin-disabled", text=text, path=where)
        return
    gone = [str(row.get("installPath", "")) for _, row in installed if not _is_there(row)]
    if gone and not [folder for folder in installations.copies(place) if folder not in gone]:
        text = (
            f"the client's copy of the plugin is gone ({gone[0]}): `claude plugin install "
            f"{next(iter(names))}` again"
        )
        yield Finding(what="plugin-gone", text=text, path=gone[0])
        return
    versions = dict.fromkeys(str(row.get("version", "?"))[:20] for _, row in installed)
    yield fine(f"the plugin {' and '.join(versions)} is installed and enabled")


def _is_for(row: dict[str, Any], root: str) -> bool:
    """Tell whether an installation counts in this project: the person's own, or this project's."""
    path = row.get("projectPath")
    return not isinstance(path, str) or not path or os.path.realpath(path) == os.path.realpath(root)


def _is_there(row: dict[str, Any]) -> bool:
    path = row.get("installPath")
    return isinstance(path, str) and os.path.isabs(path) and os.path.isdir(path)


def _missing(place: Place) -> Finding:
    if running.live(place.store, place.project.present):
        text = "the client has no record of the plugin, and yet its hooks run: it was loaded with --plugin-dir"
        return Finding(what="plugin-loaded", text=text, severity=NOTE)
    elsewhere = installations.recorded(place)
    if elsewhere:
        text = (
            f"the plugin is installed for {elsewhere[0][1].get('projectPath')} only, not here: `claude "
            f"plugin install {elsewhere[0][0]}`"
        )
        return Finding(what="plugin-elsewhere", text=text)
    uses = bool(place.client) and os.path.isdir(place.client)
    text = f"the plugin is not installed in Claude Code, so nothing is captured or told there: {_INSTALL}"
    if uses or programs.find("claude", place.environ):
        return Finding(what="plugin-missing", text=text)
    return Finding(what="plugin-missing", text=f"Claude Code is not used here; with it: {_INSTALL}", severity=NOTE)


def _enabled(place: Place) -> dict[str, tuple[str, bool]]:
    """Return for each plugin the file that has the last word on it, and what it says."""
    found: dict[str, tuple[str, bool]] = {}
    for path, state in settings_of(place):
        given = state.get("enabledPlugins")
        for name, value in given.items() if isinstance(given, dict) else ():
            found[name] = (place.shown(path), value is not False)
    return found


def _settings(place: Place) -> Iterator[Finding]:
    allowed = False
    for path in _paths(place):
        if os.path.lexists(path) and installations.json_of(path) is None:
            text = f"{place.shown(path)} cannot be read as JSON, so the client may go without it: mend it by hand"
            yield Finding(what="client-settings", text=text, path=place.shown(path), severity=NOTE)
    for path, state in settings_of(place):
        shown = place.shown(path)
        if state.get("disableAllHooks") is True:
            text = f"{shown} turns all hooks off: take `disableAllHooks` out of it"
            yield Finding(what="hooks-disabled", text=text, path=shown)
        permissions = state.get("permissions")
        rules = permissions if isinstance(permissions, dict) else {}
        allowed = allowed or _names_us(rules.get("allow"))
        if _names_us(rules.get("deny")):
            text = f"{shown} denies Claude the `session` command: take the rule out of `permissions.deny`"
            yield Finding(what="session-denied", text=text, path=shown)
    if not allowed and installations.recorded(place):
        text = "Claude asks you before its first `session …`; `Bash(session:*)` in `permissions.allow` spares that"
        yield Finding(what="session-asks", text=text, severity=OK)


def _names_us(rules: object) -> bool:
    return isinstance(rules, list) and any(rule in _PERMISSIONS for rule in rules)


def _copy(folder: str) -> Iterator[Finding]:
    """Yield what is missing in one copy of the plugin."""
    path = os.path.join(folder, "hooks", "hooks.json")
    state = installations.json_of(path)
    hooks = state.get("hooks") if isinstance(state, dict) else None
    missing = [
        event for event in EVENTS if not isinstance(hooks, dict) or "hooks/run" not in json.dumps(hooks.get(event))
    ]
    if missing:
        text = f"{path} does not register {', '.join(missing)}: install the plugin again"
        yield Finding(what="hooks-missing", text=text, path=path)
    for name in PROGRAMS:
        program = os.path.join(folder, name)
        if not os.path.isfile(program):
            yield Finding(
                what="program-missing", text=f"{program} is missing: install the plugin again", path=program
            )
        elif not os.access(program, os.X_OK):
            text = f"{program} is not executable, as after a download as zip"
            mend = Mend(does="make it executable", do=lambda path=program: _executable(path))  # type: ignore[misc]
            yield Finding(what="program-not-executable", text=text, path=program, mend=mend)


def _executable(path: str) -> str:
    before = stat.S_IMODE(os.stat(path).st_mode)
    os.chmod(path, before | (before & 0o444) >> 2)
    return f"Made {path} executable (its mode was {before:03o})"


def _answers(place: Place, folder: str) -> Finding:
    """Type a command into the hooks, in an empty folder that is removed again, and see whether they answer."""
    if runtime.fault(place, folder) is not None:
        return fine("its hooks are whole")  # the runtime's check says that it is not; a hook would set it up
    ours = ("CLAUDE_", "SESSION_JOURNAL_", "PYTHON")
    environ = {name: value for name, value in place.environ.items() if not name.startswith(ours)}
    with tempfile.TemporaryDirectory(prefix="session-doctor-") as empty:
        payload = {"session_id": "doctor", "cwd": empty, "prompt": "/session-list"}
        os.makedirs(os.path.join(empty, ".sessions", "active"))
        said = programs.ask(
            [os.path.join(folder, "hooks", "run"), "user_prompt_submit"],
            {**environ, "CLAUDE_PROJECT_DIR": empty},
            folder=empty,
            given=json.dumps(payload).encode(),
            seconds=30,
        )
    if said is not None and "session-journal ran /session-list" in said.text:
        return fine("its hooks answer")
    shown = said.first_line if said else "nothing within 30 s"
    text = (
        f"{folder}/hooks/run does not answer as it should ({shown or 'nothing'}): `session --version` "
        "says what is in the way"
    )
    return Finding(what="hooks-silent", text=text, path=os.path.join(folder, "hooks", "run"))
