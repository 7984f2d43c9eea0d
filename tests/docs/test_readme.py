"""What the README and the guides show works as it stands."""

import ast
import asyncio
import contextlib
import io
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from opentelemetry.util._once import Once

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text()
NOT_RUN = {
    "contract.md": "it shows fragments of checks",
    "contributing.md": "its steps change a checkout; they have a test of their own",
    "testing.md": "it shows tests, which run as such below",
    "try.md": "it shows a package that the reader generates",
}
PAGES = [
    ROOT / "README.md",
    *(page for page in sorted((ROOT / "docs").rglob("*.md")) if page.name not in NOT_RUN),
]
PYTHON = re.compile(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)
BLOCKS = [
    pytest.param(code, printed, id=f"{page.relative_to(ROOT).as_posix()}-{number}")
    for page in PAGES
    for number, (code, printed) in enumerate(PYTHON.findall(page.read_text()))
]


@pytest.mark.parametrize(("code", "printed"), BLOCKS)
def test_block(code: str, printed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each block of Python runs and prints what stands below it."""
    module = ModuleType("page")
    monkeypatch.setitem(sys.modules, "page", module)  # for what looks its module up by name
    # A provider of traces is set once in a process, but here by a page.
    monkeypatch.setattr("opentelemetry.trace._TRACER_PROVIDER", None)
    monkeypatch.setattr("opentelemetry.trace._TRACER_PROVIDER_SET_ONCE", Once())
    output = io.StringIO()
    # A notebook has `await` at its top level.
    compiled = compile(code, "page", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    with contextlib.redirect_stdout(output):
        waiting = eval(compiled, module.__dict__)  # noqa: S307 - our own
        if waiting is not None:
            asyncio.run(waiting)

    assert output.getvalue() == printed


def test_testing_guide(pytester: pytest.Pytester) -> None:
    """The tests that the guide shows pass in a project of their own."""
    guide = (ROOT / "docs" / "testing.md").read_text()
    pytester.makepyfile("\n\n".join(code for code, _ in PYTHON.findall(guide)))

    pytester.runpytest_subprocess("-W", "error").assert_outcomes(passed=17)


def test_first_blocks() -> None:
    """The README opens with the installation, six lines of use, and the make targets."""
    [(use, _), (task, _), *_] = PYTHON.findall(README)
    lines = [
        [line for line in code.splitlines() if line.strip() and not line.startswith("#")]
        for code in (use, task)
    ]

    assert README.index("pip install") < README.index(use) < README.index("make demo")
    assert README.index("make demo") < README.index(task)
    assert len(lines[0]) <= 6
    assert len(lines[1]) <= 16
    assert README[: README.index("make test")].count("\n") < 25


@pytest.mark.parametrize(
    "document",
    sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")),
    ids=lambda path: path.stem,
)
def test_links(document: Path) -> None:
    """Each link to a file of the project leads somewhere."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text())
    written = ("diagrams/", "reference/")  # by the build of the site, which checks its links

    assert [
        link
        for link in links
        if not (document.parent / link).exists() and not link.startswith(written)
    ] == []
