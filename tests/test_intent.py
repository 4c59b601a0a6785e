import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from types import ModuleType
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session_journal.intent import LONGEST, LONGEST_BYTES, cued, is_continuation
from session_journal.intent_grammar import NOTHING, Grammar
from session_journal.intent_slip import is_slip, parts
from session_journal.intent_text import CODE, FLAG, plain, split
from session_journal.intent_words import COMMON, CUES, PHRASED, SPANNED

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
CUES_SH = os.path.join(ROOT, "hooks", "cues.sh")
LEAST = 0.97
LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "sv", "nl", "ru", "zh", "ja", "ko")


def corpus() -> list[tuple[bool, str, str, str]]:
    """Return the labelled prompts: is it a continuation, language, set, prompt."""
    with open(os.path.join(HERE, "data", "continuation.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file][1:]
    return [(label == "yes", language, part, prompt) for label, language, part, prompt in rows]


def ordinary() -> list[str]:
    """Return plain requests for work."""
    with open(os.path.join(HERE, "data", "ordinary.txt"), encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip()]


CORPUS = corpus()
ACCEPTED = [prompt for _, _, _, prompt in CORPUS if is_continuation(prompt)]


def figures(counts: Counter[tuple[bool, bool]]) -> tuple[float, float]:
    """Return precision and recall of (is one, was taken for one) pairs."""
    hits = counts[True, True]
    return hits / ((hits + counts[False, True]) or 1), hits / ((hits + counts[True, False]) or 1)


def test_precision_and_recall(capsys: pytest.CaptureFixture[str]) -> None:
    """Both are at least 0.97 over the corpus, and in each language."""
    tables: dict[str, Counter[tuple[bool, bool]]] = {}
    wrong = []
    for label, language, part, prompt in CORPUS:
        taken = is_continuation(prompt)
        for name in ("all", part, language):
            tables.setdefault(name, Counter())[label, taken] += 1
        if taken != label:
            wrong.append(f"{'missed' if label else 'wrongly taken'} ({language}): {prompt}")
    with capsys.disabled():
        sys.stdout.write("\n")
        for name, counts in tables.items():
            precision, recall = figures(counts)
            total = sum(counts.values())
            sys.stdout.write(f"  {name:6} {total:5} prompts  precision {precision:.3f}  recall {recall:.3f}\n")
    for name in ("all", *LANGUAGES):
        assert min(figures(tables[name])) >= LEAST, (name, wrong)


def test_corpus_is_broad() -> None:
    """At least 400 different prompts, no label less than four tenths, all languages both ways."""
    assert len({prompt for *_, prompt in CORPUS}) >= 400
    assert 0.4 < sum(label for label, *_ in CORPUS) / len(CORPUS) < 0.6
    assert {(label, language) for label, language, *_ in CORPUS} == {
        (y, n) for y in (True, False) for n in LANGUAGES
    }


def test_ordinary_work_is_no_continuation() -> None:
    """None of a hundred plain requests is taken for one, and most of them end in the shell."""
    prompts = ordinary()
    assert [prompt for prompt in prompts if is_continuation(prompt)] == []
    assert sum(1 for prompt in prompts if cued(prompt)) < 0.4 * len(prompts)


@given(st.text(max_size=400))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever the text, the answer is yes or no."""
    assert is_continuation(text) in (True, False)


PIECES = (
    "continue",
    "where",
    "were we",
    "`",
    "'",
    '"',
    "--",
    "(",
    ".",
    "\x00",
    "é",
    "继续",
    "続",
    "계속",
    ":)",
    "x/y\n",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_mixture_has_an_answer(parts: list[str]) -> None:
    """Pieces that mean something here, in any order, never raise."""
    assert is_continuation(" ".join(parts)) in (True, False)
    assert is_continuation("".join(parts)) in (True, False)


@given(st.sampled_from(ACCEPTED), st.integers(0, 300))
def test_long_prompts_are_none(prompt: str, more: int) -> None:
    """Above the bound nothing is a continuation, however it begins."""
    filled = (prompt + ". ") * (LONGEST // len(prompt) + 1) + "." * more
    assert not is_continuation(filled)
    assert not is_continuation("ж" * (LONGEST_BYTES // 2 + 1) + prompt)


@given(
    st.sampled_from(CORPUS),
    st.text(" \t\n\r", max_size=4),
    st.text(" \t\n", max_size=4),
    st.sampled_from(["", ".", "!", "...", "?!", " 🙏", " :)"]),
    st.sampled_from([str, str.upper, str.lower, str.capitalize, lambda text: normalize("NFD", text)]),
)
def test_dress_does_not_matter(
    case: tuple[bool, str, str, str], before: str, after: str, end: str, dress: type
) -> None:
    """Blanks around, letter case, decomposed accents and punctuation at the end change no answer."""
    prompt = case[3]
    worn = before + dress(prompt).rstrip(".!?") + end + after
    if cued(prompt.strip()) and cued(worn.strip()):
        assert is_continuation(worn) == is_continuation(prompt)


@pytest.mark.parametrize(
    ("token", "word", "slips"),
    [
        ("contineu", "continue", True),
        ("cotinue", "continue", True),
        ("contiinue", "continue", True),
        ("contimue", "continue", True),
        ("continues", "continue", False),
        ("continued", "continue", False),
        ("conitune", "continue", False),
        ("contain", "continue", False),
        ("continuee", "continue", True),
        ("netx", "next", True),
        ("neext", "next", True),
        ("text", "next", False),
        ("net", "next", False),
    ],
)
def test_slips(token: str, word: str, slips: bool) -> None:
    """One letter changed, missing, added or swapped is a slip; an inflection is not."""
    assert is_slip(token, word) is slips


def test_missing_blanks() -> None:
    """Letters that are two or three known words are these; anything else is nothing."""
    known = ("keep", "going", "were", "we", "where").__contains__
    assert parts("keepgoing", 3, known) == ["keep", "going"]
    assert parts("wherewerewe", 3, known) == ["where", "were", "we"]
    assert parts("keepalive", 3, known) == []


def test_code_is_one_token() -> None:
    """Paths, identifiers, flags, calls and what stands in backticks are tokens that no phrase covers."""
    text = "run `a b` src/x.py foo_bar --flag call() x=1 now"
    assert split(plain(text)) == [[["run", CODE, CODE, CODE, FLAG, CODE, CODE, "now"]]]


def grammar(name: str) -> Grammar:
    """Return the phrases of a language."""
    return Grammar(COMMON + str(import_module(f"session_journal.intent_words.{name}").PHRASES))


@pytest.mark.parametrize("name", PHRASED)
def test_phrases_are_plain(name: str) -> None:
    """The phrases are written as prompts are compared, and each rule that is named exists."""
    phrases = grammar(name)
    assert [word for word in (*phrases.words(), *phrases.stops()) if plain(word) != word] == []
    assert [
        word for word in phrases.words() if not (word.isalnum() or word[0] == "@" or word in "/ ? .. ...")
    ] == []
    assert [name for name in phrases.named() if not phrases.rule(name)] == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("en", "not"), ("en", "dont"), ("en", "never"), ("en", "tomorrow"), ("en", "button"), ("en", "loop"),
        ("de", "nicht"), ("de", "nie"), ("de", "kein"), ("fr", "pas"), ("fr", "ne"), ("fr", "bouton"),
        ("es", "no"), ("es", "nunca"), ("pt", "nao"), ("it", "non"), ("sv", "inte"), ("nl", "niet"),
        ("ru", "не"), ("ru", "нет"),
    ],
)  # fmt: skip
def test_negation_is_no_filler(name: str, word: str) -> None:
    """What turns a request round is covered by nothing."""
    assert grammar(name).cover([word]) == NOTHING


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_language_has_its_data(name: str) -> None:
    """A language has cues, and phrases or spans."""
    assert CUES[name]
    assert (name in PHRASED) != (name in SPANNED)


def make_cues() -> ModuleType:
    """Return scripts/make_cues as a module."""
    loader = SourceFileLoader("make_cues", os.path.join(ROOT, "scripts", "make_cues"))
    spec = spec_from_loader("make_cues", loader)
    assert spec
    module = module_from_spec(spec)
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    loader.exec_module(module)
    sys.dont_write_bytecode = before
    return module


def test_the_shells_cues_are_up_to_date() -> None:
    """hooks/cues.sh is what scripts/make_cues makes of the words."""
    with open(CUES_SH, encoding="utf-8") as file:
        assert file.read() == make_cues().cues_sh()


def slips(prompt: str) -> Iterator[str]:
    """Yield the prompt with each of its letters missing, doubled or swapped with the next."""
    for at in range(len(prompt)):
        yield prompt[:at] + prompt[at + 1 :]
        yield prompt[: at + 1] + prompt[at:]
        yield prompt[:at] + prompt[at : at + 2][::-1] + prompt[at + 2 :]


@cache
def accepted_with_slips() -> list[str]:
    """Return continuations as they are, in capitals and with slips."""
    prompts = {text for prompt in ACCEPTED for text in (prompt, prompt.upper(), *list(slips(prompt))[::9])}
    return sorted(text for text in prompts if "\n" not in text and is_continuation(text))


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_the_shell_passes_whatever_is_accepted(shell: str, locale: str) -> None:
    """No prompt that is a continuation, also with a slip or in capitals, is stopped by the look in the shell."""
    taken = accepted_with_slips()
    assert len(taken) > len(ACCEPTED)
    script = '. "$1"; while IFS= read -r text; do may_continue "$text" || printf "%s\\n" "$text"; done'
    result = subprocess.run(
        [shell, "-c", script, shell, CUES_SH],
        input="".join([text + "\n" for text in taken]).encode(),
        capture_output=True,
        check=True,
        env={"LC_ALL": locale, "PATH": os.environ["PATH"]},
    )
    assert result.stdout.decode().splitlines() == []
    assert result.stderr == b""


@given(st.text(st.sampled_from("aé\u0301ßйёÅ가각か\u3099゛カ？＋ａ。…’🙂\u2f81A丽\u202f\u00a0"), max_size=8))
def test_plain_is_one_form(text: str) -> None:
    """Composed or decomposed, a text has one plain form, which is plain already."""
    assert plain(normalize("NFC", text)) == plain(normalize("NFD", text)) == plain(plain(text))
