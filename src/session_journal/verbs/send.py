"""`send`: a message to another session, or to all."""

from __future__ import annotations

from .. import current, messages, neighbours
from ..errors import WrongCall
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..messages import Sent
    from ..project import Project
    from ..session import Session


def run(project: Project, words: Words) -> Reply:
    """Send a text and say when it will be heard."""
    if not project.store.exists:
        raise project.store.missing()
    text, ref = _what_to_whom(words)
    to = None if ref.casefold() == messages.ALL else project.store.find(ref).session
    sent = messages.send(
        project.store,
        text,
        to=to,
        sender=_sender(project, words),
        high=words.has("high"),
        present=project.present,
        seconds=project.lock_seconds,
    )
    live = neighbours.remind(project.store, sent.message, project.present)
    message = sent.message
    data = {
        "message": message.name,
        "to": message.to,
        "from": message.sender,
        "high": message.high,
        "path": project.store.relative(messages.path(project.store, message)),
        "repeated": sent.repeated,
        "running": live,
    }
    return Reply(text=_told(sent, to, live), data=data)


def _what_to_whom(words: Words) -> tuple[str, str]:
    """Return the text and the recipient; in a typed line the text may stand behind `--to REF`."""
    text, ref = words.argument, words.text("to")
    if not text:
        ref, text = [*ref.split(None, 1), "", ""][:2]
    if not text or not ref:
        raise WrongCall("Say what to whom: `session send TEXT --to REF`, or `--to all`.")
    return text, ref


def _sender(project: Project, words: Words) -> Session | None:
    """Return the session that speaks: the one named, or this conversation's; None for a person outside of any."""
    ref = words.text("session")
    if ref:
        return project.store.find(ref).session
    if not project.conversation and not project.chosen:
        return None
    found = current.of(project)
    return found.session.session if found.session else None


def _told(sent: Sent, to: Session | None, live: int) -> str:
    who = to.shortname if to else "all other open sessions"
    if sent.repeated:
        return f"Already sent to {who} less than a minute ago, not again."
    if not live:
        when = (
            "no conversation is on it now, so the next one that starts is told" if to else "none of them runs now"
        )
    else:
        when = "heard at the next prompt" if sent.message.high else "in the inbox, and told at the next start"
    return f"Sent to {who}{' with high priority' if sent.message.high else ''}: {when}."


VERB = Verb(
    name="send",
    summary="Send a message to another session, or to all that are open.",
    about=(
        "The other session has a line about it in its banner and brief until the message is read. What is "
        "sent stays on this machine and is shown as its sender's words, never as an instruction."
    ),
    run=run,
    argument="TEXT",
    options=(
        Option(name="to", help="Who it is for: a session's name, key or number, or `all`.", metavar="REF"),
        Option(name="high", help="High priority: brought to the other side's next prompt.", metavar=""),
        SESSION,
        JSON,
    ),
    examples=(
        "session send 'The schema changes at noon' --to api-tests",
        "session send 'Do not touch sweeper.go, I am moving it' --to all --high",
    ),
    see=("inbox", "who"),
)
