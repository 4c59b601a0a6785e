"""A scenario: a piece of work, the facts in it that must survive, and the secrets that must not."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

import yaml

from .filler import HERE, Filler, style_of

BLIND = ("blind", "later")
"""Folders whose scenarios bring an idle talk of their own."""


class Fact(NamedTuple):
    """One thing that must survive: all of the strings must be in the injected text."""

    name: str
    need: tuple[str, ...]


class Turn(NamedTuple):
    """What the person typed (None: the agent goes on) and what the agent then did."""

    prompt: str | None
    steps: tuple[dict[str, Any], ...]


class Scenario(NamedTuple):
    """A scenario with its turns laid out, idle ones between those that matter."""

    name: str
    work: str
    turns: tuple[Turn, ...]
    facts: tuple[Fact, ...]
    secrets: tuple[str, ...]
    stale: tuple[str, ...]
    commits: tuple[str, ...]
    files: dict[str, str]
    is_long: bool


def names(folder: str) -> list[str]:
    """Return the paths of the scenarios in a folder beside this file."""
    path = folder if os.path.isabs(folder) else os.path.join(HERE, folder)
    return [os.path.join(path, name) for name in sorted(os.listdir(path)) if name.endswith(".yaml")]


def load(path: str, seed: int = 0, *, mixed: bool = False) -> Scenario:
    """Read a scenario and lay out its turns; another `seed` gives other idle talk in other places.

    `mixed` idle talk is drawn from all the styles of the language together, so that little of it comes twice.
    """
    with open(path, encoding="utf-8") as file:
        data = yaml.safe_load(file)
    filler = Filler(_mixture(data) if mixed else data["style"], data["project"], data["seed"] * 1000 + seed)
    turns = _lay_out(data, filler)
    steps = [step for turn in data["script"] for step in turn.get("do", []) if isinstance(step, dict)]
    return Scenario(
        name=data["name"],
        work=data["work"],
        turns=tuple(turns),
        facts=tuple(Fact(str(fact["id"]), tuple(fact["need"])) for fact in data["facts"]),
        secrets=tuple(str(turn["secret"]) for turn in data["script"] if "secret" in turn),
        stale=tuple(data.get("stale", ())),
        commits=tuple(step["commit"] for step in steps if "commit" in step),
        files={name: filler.output(filler.random.randint(2000, 9000)) for name in data["project"]["files"]},
        is_long=data["turns"] >= 120,
    )


def _mixture(data: dict[str, Any]) -> dict[str, Any]:
    """Return the styles of a scenario's language in one."""
    language = style_of(data["style"]).get("language", "en")
    mixture: dict[str, Any] = {"once": True, "slots": {}, "agent": [], "person": [], "end": []}
    for style in all_styles():
        if style.get("language", "en") != language:
            continue
        mixture["slots"] |= style.get("slots", {})
        for kind in ("agent", "person", "end"):
            mixture[kind] += style[kind]
    return mixture


def all_styles() -> list[dict[str, Any]]:
    """Return the styles of the folder `fillers`, then those that scenarios bring with them."""
    styles = [style_of(name.removesuffix(".yaml")) for name in sorted(os.listdir(os.path.join(HERE, "fillers")))]
    for folder in BLIND:
        for path in names(folder):
            with open(path, encoding="utf-8") as file:
                styles.append(yaml.safe_load(file)["style"])
    return styles


def _lay_out(data: dict[str, Any], filler: Filler) -> list[Turn]:
    """Spread the turns of the script among idle ones; the first stays first, the last is last."""
    script = data["script"]
    idle = max(0, data["turns"] - len(script))
    gaps = [0] * len(script)
    for _ in range(idle):
        gaps[filler.random.randint(1, len(script) - 1)] += 1
    turns = []
    for gap, turn in zip(gaps, script, strict=True):
        turns += [_idle(filler) for _ in range(gap)]
        turns.append(_telling(turn, filler, is_long=data["turns"] >= 120))
    return turns


def _idle(filler: Filler) -> Turn:
    steps: list[dict[str, Any]] = []
    for _ in range(filler.random.randint(0, 3)):
        steps.append({"say": filler.agent(filler.random.randint(1, 4))})
        steps.append(_idle_tool(filler))
    last = filler.ending() if filler.random.random() < 0.5 else filler.agent(1)
    if filler.random.random() < 0.6:
        last = f"{filler.agent(filler.random.randint(1, 3))} {last}"
    steps.append({"say": last})
    return Turn(filler.person(), tuple(steps))


def _idle_tool(filler: Filler) -> dict[str, Any]:
    name = filler.random.choice(filler.slots["file"])
    if filler.random.random() < 0.1:  # idle talk stands beside edits, too
        return {"edit": name}
    if filler.random.random() < 0.5:
        return {"read": name, "out": filler.output(filler.random.randint(500, 9000))}
    word = filler.random.choice(filler.slots["thing"])
    return {"run": f"grep -rn {word} .", "out": filler.output(filler.random.randint(200, 6000))}


def _aside(filler: Filler) -> list[dict[str, Any]]:
    """Return some idle steps: they make a turn long."""
    steps: list[dict[str, Any]] = []
    for _ in range(filler.random.randint(2, 6)):
        steps += [{"say": filler.agent(filler.random.randint(1, 3))}, _idle_tool(filler)]
    return steps


def _telling(turn: dict[str, Any], filler: Filler, *, is_long: bool) -> Turn:
    steps = _aside(filler) if turn.get("long") else []
    for step in turn.get("do", []):
        if isinstance(step, dict):
            steps.append({"out": filler.output(2000), **step} if "read" in step else step)
            continue
        before = filler.agent(filler.random.randint(0, 2)) if is_long else ""
        after = filler.agent(1) if is_long and filler.random.random() < 0.25 else ""
        steps.append({"say": " ".join(part for part in (before, step, after) if part)})
        if is_long and filler.random.random() < 0.5:
            steps.append(_idle_tool(filler))
    if turn.get("long"):
        steps += _aside(filler)
    if steps and "say" not in steps[-1]:
        steps.append({"say": filler.agent(1) if is_long else "ok"})
    prompt = turn.get("person")
    if prompt is None and is_long:
        prompt = filler.person()
    return Turn(prompt, tuple(steps))
