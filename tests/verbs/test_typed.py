"""Lines typed in the client: taken apart exactly, with no shell between."""

from __future__ import annotations

import pytest
from hostile import NAMED, texts
from hypothesis import assume, example, given
from hypothesis import strategies as st
from workshop import Workshop

from session_journal.errors import WrongCall
from session_journal.verbs import NAMES, load, typed
from session_journal.verbs.verb import Words

ISSUE = 'done! it `works` $(echo x) "quotes"\n\n```python\nprint("--done")\n```'
LOG = load("log")
OPTIONS = [f"--{option.name}" for option in LOG.options]


def parsed(line: str) -> Words:
    """Return the words of `/session-log LINE`."""
    found = typed.verb_and_words(f"/session-log {line}")
    assert found is not None
    return found[1]


def values(line: str) -> dict[str, list[str]]:
    """Return the options of a line and their texts, the bare text as `argument`."""
    words = parsed(line)
    found = {option.name: words.texts(option.name) for option in LOG.options if words.has(option.name)}
    return {**found, **({"argument": [words.argument]} if words.argument else {})}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"--progress {ISSUE}", {"progress": [ISSUE]}),
        (f'--progress "{ISSUE}"', {"progress": [ISSUE]}),
        (f"--progress '{ISSUE}'", {"progress": [ISSUE]}),
        (f"--progress={ISSUE}", {"progress": [ISSUE]}),
        (f"--progress\n{ISSUE}", {"progress": [ISSUE]}),
        (f"--done {ISSUE}\n--next 'b c'", {"done": [ISSUE], "next": ["b c"]}),
        ("--done a --next b", {"done": ["a"], "next": ["b"]}),
        ("--done a\n--next b\n\n--note c", {"done": ["a"], "next": ["b"], "note": ["c"]}),
        ("--next a --next b", {"next": ["a", "b"]}),
        ("--progress=a b", {"progress": ["a b"]}),
        ('--progress="a b"', {"progress": ["a b"]}),
        ("--progress don't stop, it's fine", {"progress": ["don't stop, it's fine"]}),
        ("--progress don't --next can't", {"progress": ["don't"], "next": ["can't"]}),
        ('--progress "a" and "b"', {"progress": ['"a" and "b"']}),
        ('--progress say "hi"', {"progress": ['say "hi"']}),
        ('--progress "say \\"hi\\" twice"', {"progress": ['say "hi" twice']}),
        ('--progress "use --done here" --next b', {"progress": ["use --done here"], "next": ["b"]}),
        ("--progress 'use --done here'", {"progress": ["use --done here"]}),
        ("--progress use `--done x` here", {"progress": ["use `--done x` here"]}),
        ("--progress x\n```\n--done y\n```\nz", {"progress": ["x\n```\n--done y\n```\nz"]}),
        ("--progress ``a ` --done b``", {"progress": ["``a ` --done b``"]}),
        ("--progress a `lone tick --done b", {"progress": ["a `lone tick"], "done": ["b"]}),
        ("--progress --verbose is a flag", {"progress": ["--verbose is a flag"]}),
        ("--progress git push --force-with-lease", {"progress": ["git push --force-with-lease"]}),
        ("--progress x--done y", {"progress": ["x--done y"]}),
        ("--progress --done", {"progress": [], "done": []}),
        ("went well", {"argument": ["went well"]}),
        ('"went well"', {"argument": ["went well"]}),
        ("went well --next b", {"argument": ["went well"], "next": ["b"]}),
        (
            "--decision A, not B --rationale it's simpler\n  by far",
            {"decision": ["A, not B"], "rationale": ["it's simpler\n  by far"]},
        ),
        ("--progress - a\n- b", {"progress": ["- a\n- b"]}),
        ("--progress     x   ", {"progress": ["x"]}),
        ('--progress " x "', {"progress": [" x "]}),
        ('--progress ""', {"progress": []}),
        ('--progress "it\'s"', {"progress": ["it's"]}),
        ("--progress 'tis the season --next b", {"progress": ["'tis the season"], "next": ["b"]}),
        ('--progress 5" disk --next b', {"progress": ['5" disk'], "next": ["b"]}),
        ("--progress C:\\temp\\new \\n", {"progress": ["C:\\temp\\new \\n"]}),
        ("--progress “quoted” text", {"progress": ["“quoted” text"]}),
    ],
)
def test_a_line_is_taken_apart_as_it_was_meant(line: str, found: dict[str, list[str]]) -> None:
    """Options end where the next one begins; in quotes and in code nothing is an option; all else is kept."""
    empty = [name for name, texts in found.items() if not texts]
    if empty:
        with pytest.raises(WrongCall, match="needs a text"):
            values(line)
    else:
        assert values(line) == found


texts_of_any_kind = st.one_of(texts, st.sampled_from(list(NAMED.values())), st.text(max_size=30))


def has_option(text: str) -> bool:
    """Tell whether one of our option words stands in the text."""
    return any(option in text for option in OPTIONS)


@given(texts_of_any_kind)
@example(NAMED["issue"])
@example('"a" "b"')
@example("'")
def test_any_text_without_our_words_is_recorded_as_typed(text: str) -> None:
    """What follows an option arrives as it is, but for white space around it and one pair of quotes around all."""
    text = text.replace("\0", "").replace("\r", "").strip()
    assume(text.strip("\"' \n") and not has_option(text))
    (value,) = values(f"--progress {text}")["progress"]
    inner = text[1:-1].replace('\\"', '"') if text[0] == '"' else text[1:-1]
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    assert value == text or (quoted and value == inner.strip("\n"))


@given(texts_of_any_kind, texts_of_any_kind)
def test_two_texts_stay_two(first: str, second: str) -> None:
    """A second option on a line of its own ends the first text, unless that left a quote or code open."""
    first, second = (text.replace("\0", "").replace("\r", "").strip() for text in (first, second))
    assume(
        first and second and not any(mark in first + second for mark in "\"'`") and not has_option(first + second)
    )
    assert values(f"--progress {first}\n--next {second}") == {"progress": [first], "next": [second]}


@given(texts_of_any_kind)
def test_a_quoted_text_may_hold_our_words(text: str) -> None:
    """In double quotes, with its own quotes escaped, a text may hold option words too."""
    text = text.replace("\0", "").replace("\r", "").replace("\\", "").replace("`", "").strip()
    assume(text)
    escaped = text.replace('"', '\\"')
    found = values(f'--progress "{escaped}" --next b')
    assert found == {"progress": [text.strip("\n")], "next": ["b"]}


@pytest.mark.parametrize("prefix", ["/session-", "/session-journal:session-", "  /session-", "\n/session-"])
@pytest.mark.parametrize("verb", NAMES)
def test_both_forms_of_every_command_are_known(prefix: str, verb: str) -> None:
    """`/session-log` and `/session-journal:session-log` are the same, for every verb."""
    assert typed.split_command(f"{prefix}{verb}") == (verb, "")
    assert typed.split_command(f"{prefix}{verb}\n a  b\n") == (verb, "a  b")


@pytest.mark.parametrize(
    "prompt",
    [
        "/session-",
        "/session",
        "/sessions-log",
        "/session-logs x",
        "session-log x",
        "please /session-log x",
        "/session-LOG x",
        "",
        "/session-journal:log x",
        "/session-log--note x",
    ],
)
def test_other_prompts_are_no_commands(prompt: str) -> None:
    """Only a line that begins with one of our commands is one."""
    assert typed.split_command(prompt) is None


def test_a_wrong_option_of_a_verb_without_text_is_refused() -> None:
    """Where a verb takes no text of its own, an unknown word is named with the one meant, or all there are."""
    with pytest.raises(WrongCall, match=r"has no option --al\. Did you mean `--all`"):
        typed.verb_and_words("/session-list --al")
    with pytest.raises(WrongCall, match=r"has no option --zz\. Its options: --all"):
        typed.verb_and_words("/session-list --zz")
    with pytest.raises(WrongCall, match="takes no text of its own: 'please'"):
        typed.verb_and_words("/session-current please")


def test_a_switch_takes_no_text() -> None:
    """What follows a switch is the verb's own argument: `/session-view --json fix` views `fix`."""
    for line in ("--json fix", "fix --json", "--decisions fix --json"):
        found = typed.verb_and_words(f"/session-view {line}")
        assert found is not None
        assert found[1].argument == "fix"
        assert found[1].has("json")


def test_a_long_line_is_parsed_in_no_time() -> None:
    """The longest text, full of quotes, backticks and dashes, takes no time that grows with its square."""
    for text in ("`" * 90_000, '"' * 90_000, "` `` " * 18_000, "-- " * 30_000, "a' " * 30_000, '--next " ' * 190):
        parsed("--progress " + text)


def test_the_same_through_the_hook(workshop: Workshop) -> None:
    """A typed line is recorded exactly, and the reply says so to the agent and to the person."""
    reply = workshop.types(f"/session-log --progress {ISSUE}")
    assert workshop.texts("progress") == [ISSUE]
    assert reply.context.startswith(
        "session-journal ran /session-log as typed; it printed:\n\nRecorded progress: done!"
    )
    assert reply.message.startswith("Recorded progress: ")
