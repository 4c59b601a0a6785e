"""UserPromptSubmit: the person sent a prompt; most prompts are none of our business."""

from __future__ import annotations

from .. import briefing, conversation, current, framing, trust
from ..errors import Problem
from . import injection, presence
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from ..verbs.verb import Reply as VerbReply
    from .payload import Payload


def handle(payload: Payload, project: Project) -> Reply:
    """Run a typed command; give the brief to a continuation, or once after a compaction that lost it.

    A word from another session that should not wait comes with it.
    """
    if payload.prompt.lstrip().startswith("/session"):
        return _command(payload, project)
    if not project.store.exists:
        return Reply()
    reply = _ordinary(payload, project)
    if conversation.is_awaiting(project.store, project.conversation, conversation.WORD):
        from . import others_words  # noqa: PLC0415 - rarely needed

        return others_words.beside(reply, project)
    return reply


def _ordinary(payload: Payload, project: Project) -> Reply:
    from ..intent import is_continuation  # noqa: PLC0415 - a command does not need it

    if is_continuation(payload.prompt):
        return _continue(project)
    if conversation.is_awaiting(project.store, project.conversation):
        from . import lost_brief  # noqa: PLC0415 - rarely needed

        return lost_brief.once(payload, project)
    return Reply()


_OWN_WORDS = ("init", "pause", "close", "set", "checkpoint", "doctor", "send")
"""Verbs whose reply is in our words, so that the commands in it can be told as they are typed in the client."""


def _command(payload: Payload, project: Project) -> Reply:
    """Run the verb of a typed line, exactly as typed, and return what it says."""
    from ..verbs import typed  # noqa: PLC0415 - only a command needs the verbs

    name = payload.prompt.split()[0]
    try:
        found = typed.verb_and_words(payload.prompt)
        if found is None:
            return _slip(name)
        verb, words = found
        if verb.name == "init" and words.empty:
            return Reply(
                context=f"session-journal: {name} was typed with no name or goal; nothing was started yet."
            )
        reply = verb.run(project, words)
        reply = reply.replace(text=reply.whole(), more=())
        if verb.name in ("init", "resume"):
            presence.note(payload, project)
    except Problem as problem:
        said = trust.for_agent(project.store, problem)
        return Reply(
            context=f"session-journal could not run {name}: {said}",
            message=f"session-journal: {typed.as_typed(str(problem))}",
        )
    return Reply(
        context=f"session-journal ran {name} as typed; it printed:\n\n{reply.text}",
        message=typed.as_typed(_shown(verb.name, reply)) if verb.name in _OWN_WORDS else _shown(verb.name, reply),
    )


def _slip(name: str) -> Reply:
    """Say that a typed line is no command of ours, where it comes near one: else it may be anybody's."""
    word = name.removeprefix("/session-journal:").removeprefix("/")
    if not word.startswith("session-") or ":" in word:
        return Reply()
    from ..verbs import typed  # noqa: PLC0415 - only a slip needs it

    near = typed.meant(word)
    if not near or near.startswith("-"):
        return Reply()
    said = f"session-journal has no {name}, and did nothing; `/session-{near}` comes near it."
    return Reply(context=said, message=said)


def _shown(verb: str, reply: VerbReply) -> str:
    """Return what the person sees: of a whole session where it stands, of any other reply its beginning."""
    about = reply.data if verb in ("view", "resume") and isinstance(reply.data, dict) else {}
    if "tracking_id" not in about:
        return _first_lines(reply.text)
    progress = about["progress"]
    rows = [
        ("", f"{about['shortname']} ({about['tracking_id']}) · {about['status']}"),
        ("Steps", f"{progress['done']}/{progress['total']}" if progress["total"] else ""),
        ("Now", progress["current"] or ""),
        ("Blocked", "; ".join(about["blockers"])),
        ("Next", "; ".join(about["next_steps"][:3])),
    ]
    return "\n".join(framing.line(f"{label}: {text}".removeprefix(": ")) for label, text in rows if text)


def _first_lines(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[:6]) + ("\n…" if len(lines) > 6 else "")


def _continue(project: Project) -> Reply:
    found = current.of(project)
    if found.session is None:
        from . import aside  # noqa: PLC0415 - mostly there is a session

        if found.candidates:
            names = ", ".join(loaded.session.shortname for loaded in found.candidates)
            return Reply(context=f"session-journal: several sessions are open: {names}.")
        nothing = "session-journal: nothing is open here; `session list --all` shows what has ended."
        kept = f"session-journal: {aside.foreign(project.store, found.foreign)}" if found.foreign else ""
        return Reply(context=aside.told(project, aside.paused(project)) or nothing, message=kept)
    state = conversation.load(project.store, project.conversation)
    context = injection.again(project, state, found.session, briefing.budget(project)) or injection.unchanged(
        found.session
    )
    injection.remember(project, state, found.session)
    conversation.set_awaiting(project.store, project.conversation, awaiting=False)
    return Reply(context=context)
