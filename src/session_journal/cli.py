"""The command line `session`: the verbs as click commands, their replies printed, problems in one line."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence

import click

from . import __version__, characters, config, project, verbs
from .errors import Problem
from .framing import visible
from .manual import ABOUT, FURTHER, Manual, Page, no_verb
from .verbs.verb import UNASKED, Option, Reply, Verb, Words


class _Verbs(Manual):
    """A group that imports a verb only when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [*verbs.NAMES, *FURTHER]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name in FURTHER:
            return _play(cmd_name)
        return _command(verbs.load(cmd_name)) if cmd_name in verbs.NAMES else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise no_verb(args[0])
        return super().resolve_command(ctx, args)


def _command(verb: Verb) -> click.Command:
    """Build the click command of a verb."""
    parameters: list[click.Parameter] = [_option(option) for option in verb.options]
    if verb.argument:
        parameters.append(_free("argument", verb.argument, several=verb.several))
    if verb.rest:
        parameters.append(_free("rest", verb.rest))
    page = Page(
        verb.name,
        callback=_callback(verb),
        params=parameters,
        help=verb.summary,
        context_settings={"ignore_unknown_options": verb.several},  # `-x` is a word like any other then
    )
    page.verb = verb
    return page


def _play(name: str) -> click.Command:
    """Build the command of a play that no session needs and nobody types in the client."""
    from . import demo  # noqa: PLC0415 - needed once in a lifetime

    keep = click.Option(["--keep"], is_flag=True, help="Leave the scratch project there and name it.")
    run = demo.run if name == "demo" else demo.tour
    return click.Command(name, callback=run, params=[keep], help=f"Shows {FURTHER[name]}.")


def _free(name: str, metavar: str, *, several: bool = False) -> click.Argument:
    if several:
        return click.Argument([name], required=False, nargs=-1, metavar=f"[{metavar}]")
    complete = _sessions if metavar == "REF" else None
    return click.Argument([name], required=False, default="", metavar=f"[{metavar}]", shell_complete=complete)


def _option(option: Option) -> click.Option:
    flags = [f"--{option.name}", f"option_{option.name.replace('-', '_')}"] + (
        [f"-{option.short}"] if option.short else []
    )
    if not option.metavar:
        return click.Option(flags, is_flag=True, help=option.help)
    complete = _sessions if option.metavar == "REF" else None
    return click.Option(flags, multiple=True, metavar=option.metavar, help=option.help, shell_complete=complete)


def _callback(verb: Verb) -> Callable[..., None]:
    files = [
        f"option_{option.name}" for option in verb.options if option.metavar == "FILE"
    ]  # `-` is an output there

    def call(argument: str | Sequence[str] = "", rest: str = "", **given: Sequence[str] | bool) -> None:
        argument = argument if isinstance(argument, str) else " ".join(argument)
        options = {
            name.removeprefix("option_").replace("_", "-"): [""]
            if value is True
            else [text if name in files else _from_stdin(text) for text in value]
            for name, value in given.items()
            if not isinstance(value, bool) or value
            if value
        }
        words = Words(_from_stdin(argument), options, _from_stdin(rest))
        with Waiting() as waiting:
            reply = verb.run(project.from_environment(os.environ, os.getcwd()).replace(tell=waiting.tell), words)
        asked, _, unasked = reply.text.partition(UNASKED) if _can_ask(reply, words) else ("", "", "")
        show(reply.replace(text=asked) if unasked else reply, as_json=words.has("json"))
        _note_settings(verb, words)
        if unasked and click.confirm(reply.ask):
            call(argument, rest, **{**given, "option_yes": True})
            return
        if unasked:
            click.echo(unasked)
        if reply.code:
            raise click.exceptions.Exit(reply.code)

    return call


def _note_settings(verb: Verb, words: Words) -> None:
    """Tell a person on standard error where the project's settings are wrong, for then the defaults hold."""
    is_seen = sys.stderr is not None and sys.stderr.isatty() and not words.has("json")
    if not is_seen or verb.name in ("doctor", "statusline", "watch"):  # these say it themselves, or all the time
        return
    try:
        config.load(project.from_environment(os.environ, os.getcwd()).store)
    except Problem as problem:
        click.echo(f"Note: the defaults hold: {visible(str(problem))}", err=True)


def _sessions(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Return the names of the open sessions that begin so, for a shell's completion."""
    try:
        found = project.from_environment(os.environ, os.getcwd()).store.open_sessions().sessions
    except (Problem, OSError):
        return []
    return [one.session.shortname for one in found if one.session.shortname.startswith(incomplete)]


def _can_ask(reply: Reply, words: Words) -> bool:
    """Tell whether there is a question and a person at a terminal; anybody else has not said yes."""
    at_terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    return bool(reply.ask) and not words.has("json") and at_terminal


def _from_stdin(text: str) -> str:
    """Return the text, or for `-` what stands on standard input."""
    if text != "-":
        return text
    return sys.stdin.buffer.read().decode("utf-8", "replace").rstrip("\n") if sys.stdin else ""


class Waiting:
    """A line on a terminal's standard error that says how far a verb is, once that takes longer than a second."""

    def __enter__(self) -> Waiting:
        """Begin to wait."""
        self._since = self._last = time.monotonic()
        self._shown = False
        return self

    def tell(self, line: str) -> None:
        """Say how far it is, a few times a second at most."""
        now = time.monotonic()
        if now - self._since > 1 and now - self._last > 0.2 and sys.stderr.isatty():
            self._last, self._shown = now, True
            sys.stderr.write(f"\r{visible(' '.join(line.split()))[:70]}\x1b[K")
            sys.stderr.flush()

    def __exit__(self, *_: object) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def show(reply: Reply, *, as_json: bool) -> None:
    """Print a reply: as JSON, laid out in colour on a terminal, or plain; then what follows, as it comes."""
    is_whole = isinstance(reply.data, Iterator) if as_json else bool(reply.text)
    if is_whole or not reply.more:
        _show(reply, as_json=as_json)
    for later in () if as_json and is_whole else reply.more:
        _show(later, as_json=as_json, indent=None)
        sys.stdout.flush()


def _show(reply: Reply, *, as_json: bool, indent: int | None = 2) -> None:
    if as_json and isinstance(reply.data, Iterator):
        _show_each(reply.data)
    elif as_json:
        click.echo(_as_json(reply.data, indent))
    elif reply.as_is and not sys.stdout.isatty():
        click.echo(reply.text)
    elif sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        from .terminal import print_reply  # noqa: PLC0415 - rich is slow to import

        text = visible(reply.text)
        print_reply(text, reply.marks if text == reply.text else ())
    else:
        click.echo(visible(reply.text))


def _show_each(rows: Iterator[object]) -> None:
    """Print a list as JSON, one item after another, for it may be longer than fits into memory."""
    before = "["
    for row in rows:
        click.echo(before + "\n  " + _as_json(row, 2).replace("\n", "\n  "), nl=False)
        before = ","
    click.echo("[]" if before == "[" else "\n]")


def _as_json(data: object, indent: int | None) -> str:
    """Return data as JSON whose characters all show: others are escaped, so that none drives a terminal."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    odd = {c for c in set(text) if c != "\n" and (not c.isprintable() or characters.clear(c) != c)}
    return text.translate({ord(c): json.dumps(c)[1:-1] for c in odd})


@click.group(cls=_Verbs, help=ABOUT, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="session-journal")
def group() -> None:
    """Take the global options."""


def main() -> int:
    """Run the command line; return 0 done, 1 refused, failed or trouble found, 2 a wrong call."""
    try:
        _prepare_streams()
        code = group.main(prog_name="session", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as shown:
        click.echo(shown.format_message())
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        called = context.command_path if context is not None else "session"
        quoted = "; a text of several words goes in quotes" if "extra argument" in error.format_message() else ""
        return _fail(f"{error.format_message()}{quoted} (`{called} --help` shows the words)", error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return 130
    except Problem as problem:
        return _fail(str(problem), problem.exit_code)
    except BrokenPipeError:
        _drop_output()  # the reader went away
    except OSError as error:
        _drop_output()
        return _fail(f"{error.filename or 'the file system'}: {error.strerror}. Mend that and try again.", 1)
    except Exception as error:
        return _fail(f"{_where(error)}: {error!r}. That should not happen: please report it.", 1)
    return 0


def _prepare_streams() -> None:
    """Give streams that are closed a place that takes everything, and let every character through."""
    while True:
        descriptor = os.open(os.devnull, os.O_RDWR)
        if descriptor > 2:
            os.close(descriptor)
            break
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115 - open to the end
        getattr(sys, name).reconfigure(errors="replace", encoding="utf-8")


def _drop_output() -> None:
    """Have what is still to be printed go nowhere, so that the interpreter's end does not fail on it."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # no more files may be open
        return


def _where(error: Exception) -> str:
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return f"{os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno}" if place else "?"


def _fail(sentence: str, code: int) -> int:
    click.echo(f"session: {' '.join(visible(sentence).split())}", err=True)
    return code
