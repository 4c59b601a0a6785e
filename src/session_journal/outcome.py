"""What a command was for and how it went: tests, builds and checks, and the first thing that failed."""

from __future__ import annotations

import re

from .value import Value
from .wording import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_BEFORE = re.compile(
    r"^(?:(?:sudo|time|nice|env|exec|command|xvfb-run|nohup|timeout(?:\s+-\S+)*\s+\S+"
    r"|(?:uv|poetry|pipenv|hatch|pdm|rye)\s+run|bundle\s+exec|npx|bunx|pnpm\s+(?:exec|dlx)"
    r"|docker(?:-|\s+)compose\s+(?:exec|run)(?:\s+-\S+)*\s+\S+)\s+|[A-Za-z_]\w*=(?:\"[^\"]*\"|'[^']*'|\S*)\s+)+"
)
_REDIRECT = re.compile(r"\s{0,9}(?:\d?>&\d|\d?>{1,2}\s{0,9}\S+|<\s{0,9}\S+|&)\s*")
_TEST = re.compile(
    r"^(?:\S*/)?(?:pytest|py\.test|tox|nox|jest|vitest|mocha|ava|karma|cypress|playwright|rspec|minitest|phpunit|pest"
    r"|ctest|bats|gotestsum|nextest|busted|prove|sbt\s+test|lein\s+test|mix\s+test|swift\s+test|zig\s+(?:build\s+)?test"
    r"|flutter\s+test|dart\s+test|deno\s+test|bun\s+test|ng\s+test|rake\s+(?:test|spec)|rails\s+test|dotnet\s+test"
    r"|behat|cucumber|behave|robot|locust|k6)\b"
    r"|^(?:\S*/)?python[\d.]*\s+(?:-\S+\s+)*-m\s+(?:pytest|unittest|nose2?|doctest|tox|nox)\b"
    r"|^(?:\S*/)?(?:python[\d.]*|node|ruby|bash|sh|php|perl)\s+\S*(?:test|spec)s?[\w.-]*\b"
    r"|^(?:cargo|go|mvn|mvnw|gradle|gradlew|sbt|bazel|just|task|make|gmake|ninja|meson|stack|cabal|npm|pnpm|yarn|bun"
    r"|composer|\./\w+|(?:\S*/)?(?:mvnw|gradlew))\s+(?:-\S+\s+|run\s+)*\S*(?:test|spec|verify|e2e)\S*"
    r"|^\.?/?(?:\S*/)?(?:run[-_]?)?(?:tests?|specs?|e2e|selftest)(?:[-_]\w+)*(?:\.\w+)?(?:\s|$)"
)
_BUILD = re.compile(
    r"^(?:cargo|go|mvn|mvnw|gradle|\S*gradlew|\S*mvnw|bazel|dotnet|npm|pnpm|yarn|bun|docker|podman|just|task|ng|flutter|swift"
    r"|stack|cabal|zig|next|nuxt|vite|astro|hugo|jekyll|mkdocs|sphinx-build|tsup)\s+(?:-\S+\s+|run\s+|compose\s+)*"
    r"\S*(?:build|compile|package|assemble|install|bundle|dist)\b"
    r"|^(?:\S*/)?(?:make|gmake|cmake|ninja|meson|webpack|rollup|esbuild|tsup|gcc|g\+\+|clang|clang\+\+|rustc|javac|scalac"
    r"|xcodebuild|latexmk|pdflatex|sphinx-build|terraform|tofu|helm|ansible-playbook|kubectl\s+apply|alembic|dbt|flyway"
    r"|liquibase|prisma|rails\s+db:\S+|(?:\S*/)?manage\.py\s+migrate)\b"
    r"|^\.?/?(?:\S*/)?(?:build|deploy|migrate|release|compile)(?:[-_]\w+)*(?:\.\w+)?(?:\s|$)"
)
_CHECK = re.compile(
    r"^(?:\S*/)?(?:ruff|mypy|pyright|flake8|pylint|black|isort|bandit|eslint|tsc|prettier|stylelint|biome|clippy|rubocop"
    r"|shellcheck|golangci-lint|staticcheck|phpstan|psalm|hadolint|yamllint|tflint|pre-commit|ansible-lint|vale"
    r"|cargo\s+(?:clippy|check|fmt)|go\s+vet|terraform\s+(?:validate|plan)|nginx\s+-t|make\s+\S*(?:lint|check)\S*"
    r"|(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?\S*(?:lint|check|types?)\S*"
    r"|(?:\S*/)?python[\d.]*\s+-m\s+(?:mypy|ruff|flake8|pylint|black|compileall))\b"
)
_LOOKS = frozenset(
    (  # noqa: SIM905 (words read better than a list of literals)
        "grep egrep rg ag ls cat find fd which type test [ diff cmp head tail cd echo printf sed awk wc file stat"
        " less more tree pwd true false sleep kill pkill ps lsof jq xargs sort uniq cut date whoami man ping env"
    ).split()
)
_SAYS_FAILED = re.compile(
    r"(?m)^(?:FAILED|FAIL:?|--- FAIL|ERROR:?|ERRORS?!)\s|\b[1-9]\d* (?:failed|failing|failures?|errors?)\b"
    r"|^[^\S\n]*[✗✕]|^[^\S\n]*● |error\[E\d+\]|error TS\d+|\bTests:\s+[1-9]\d* failed"
    r"|^make: \*\*\*|BUILD FAILED|FAILURES!|^Traceback \(most recent"
)
_TOLD_BY = 300
"""So many characters of a command tell what it is for."""
_FAILED_HINTS = ("fail", "FAIL", "error", "ERROR", "✗", "✕", "● ", "make: ***", "Traceback")
# looked for only where something failed, so compiled only then
_TESTS_NAMED = (
    r"(?m)^(?:FAILED|ERROR) (\S+::\S+|\S+\.py)",  # pytest
    r"(?m)^(?:FAIL|ERROR): (\w+ \([\w.]+\)|\w+)",  # unittest
    r"(?m)^[^\S\n]*--- FAIL: (\S+)",  # go
    r"(?m)^test (\S+) \.\.\. FAILED",  # cargo
    r"(?m)^[^\S\n]*● (.+ › .+|.+)$",  # jest
    r"(?m)^[^\S\n]*(?:FAIL|❯|×)\s+(\S+\.(?:[cm]?[jt]sx?)(?: > .+)?)",  # vitest
    r"(?m)^rspec (\S+)",
    r"(?m)^[^\S\n]*\d+\) ((?:[\w\\]+::\w+)|(?:[A-Z]\S.*))$",  # phpunit, mocha
    r"(?m)^not ok \d+ -? ?(.+)$",  # TAP
    r"(?m)^[^\S\n]*[✗✕✖✘]\s+(?:\d+ )?(.+?)(?: \([\d.]+ ?m?s\))?$",
    r"(?m)^[^\S\n]*\d+ - (\S+) \((?:Failed|Timeout|SEGFAULT)",  # ctest
)
_ERRORS_SAID = (
    r"(?m)^E\s{2,}(\S.*)$",  # pytest
    r"(?m)^thread '.*' panicked at .*:\n(.+)$",  # rust
    r"(?m)^((?:[\w.]+\.)?[A-Z]\w*(?:Error|Exception|Failure|Warning|Exit|Interrupt)\b.*)$",
    r"(?m)^[^\S\n]*(thread '.*' panicked at .*|panic: .*|assertion .*failed.*|error(?:\[\w+\])?: .*)$",
    r"(?m)^[^\S\n]*((?:\S+: ?)?(?:fatal|error|ERROR|FATAL|Error|FAIL)\b.*)$",
    (
        r"(?mi)^[^\S\n]*((?:\S.*)?\b(?:expected|error|exception|failed|failure"
        r"|denied|refused|timed out|not found|cannot"
        r"|unable|undefined|missing|conflict|invalid|fehler|falló|échec)\b.*)$"
    ),
)


class Failure(Value):
    """A command that failed and has not succeeded since, with the end of what it printed."""

    command: str
    purpose: str = ""
    output: str = ""
    when: str = ""

    def tests(self) -> tuple[str, ...]:
        """Return which tests failed."""
        return failed_tests(self.output)

    def error(self) -> str:
        """Return the line that says why."""
        return error_line(self.output)


def parts(command: str) -> Iterator[str]:
    """Yield the simple commands of a command line, without variables, wrappers and redirections."""
    command = re.sub(r"<<-?\s{0,9}['\"]?(\w{1,40})['\"]?.*?^\s*\1\s*$", "", command, flags=re.S | re.M)
    for part in re.split(r"&&|\|\||[;|\n]", command.replace("\\\n", " ")):
        plain = _REDIRECT.sub(" ", " ".join(part.split())).strip()
        plain = _BEFORE.sub("", plain).strip()
        if plain:
            yield plain


def purpose(part: str) -> str:
    """Tell what a simple command is for: test, build, check or something else (empty)."""
    part = part[:_TOLD_BY]
    if _TEST.search(part):
        return "test"
    if _CHECK.search(part):
        return "check"
    return "build" if _BUILD.search(part) else ""


def principal(command: str) -> tuple[str, str]:
    """Return the part of a command line that matters and its purpose; the part is empty where it only looks."""
    best = ("", "")
    for part in parts(command):
        what = purpose(part)
        if what in ("test", "build", "check"):
            return clean(part, 160), what
        if not best[0] and part.split()[0].rsplit("/", 1)[-1] not in _LOOKS:
            best = (clean(part, 160), "")
    return best


def went_wrong(what: str, ok: bool | None, output: str) -> bool:
    """Tell whether a command failed, also where a pipe behind it hid that."""
    if ok is False:
        return True
    if what not in ("test", "build"):
        return False
    end = output[-4000:]
    if not any(hint in end for hint in _FAILED_HINTS):  # much faster than the pattern
        return False
    return bool(_SAYS_FAILED.search(end)) and not _all_passed(end)


def failed_tests(output: str) -> tuple[str, ...]:
    """Return the names of the tests that an output says have failed, at most five."""
    for named in _TESTS_NAMED:
        found = list(dict.fromkeys(clean(name, 140) for name in re.findall(named, output)))
        if found:
            return tuple(found[:5])
    return ()


def error_line(output: str) -> str:
    """Return the line of an output that says best what is wrong."""
    for said in _ERRORS_SAID:
        found = re.search(said, output)
        if found:
            return clean(found.group(1), 200)
    lines = [line for line in output.splitlines() if line.strip() and not line.startswith("Exit code")]
    return clean(lines[-1], 200) if lines else ""


def settles(passed: str, failure: Failure) -> bool:
    """Tell whether a command that succeeded means that this failure is gone."""
    if passed == failure.command or failure.command.startswith(f"{passed} "):
        return True
    if passed.partition(" ")[0] != failure.command.partition(" ")[0]:
        return False
    files = {test.split("::")[0] for test in failure.tests()}
    return bool(files) and all(file in passed for file in files)


def _all_passed(output: str) -> bool:
    return bool(re.search(r"\b0 (?:failed|failures|errors)\b", output)) and not re.search(
        r"\b[1-9]\d* (?:failed|failing|failures?)\b", output
    )
