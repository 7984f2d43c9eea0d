"""The site has a page for each operation, and every page, link and example works."""

import gc
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import metadata
from pathlib import Path

import pytest
from campaignkit_fake import Fake
from campaignkit_runtime.catalog import OperationEntry
from wasmtime import Engine

from tests.sampling import is_full, is_sampled
from tools.site import examples
from tools.site.error_page import error_page
from tools.site.model_pages import model_page
from tools.site.operation_pages import operation_page
from tools.site.staging import draw_diagrams, stage
from tools.site.types import type_of

ROOT = Path(__file__).parents[2]
ENTRIES = list(examples.entries())


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[Fake, str]]:
    """Return a served fake and its URL."""
    fake = Fake()
    with fake.serve() as base_url:
        yield fake, base_url


@pytest.mark.grid(one_in=4)
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_operation(entry: OperationEntry, served: tuple[Fake, str]) -> None:
    """A page has the method, the path, the arguments, and examples that run."""
    page = operation_page(entry, *served)

    assert f"# {entry.vendor}.{entry.resource}.{entry.name}\n" in page
    assert f"`{entry.method} {entry.path}`" in page
    assert [a.name for a in entry.arguments if f"| `{a.name}` |" not in page] == []
    assert "\n```python\n" in page
    assert f"\n$ campaignkit {entry.vendor} " in page


def test_failing_example(served: tuple[Fake, str]) -> None:
    """An example that does not work ends the build and says why."""
    [entry] = [entry for entry in ENTRIES if entry.id == "sonarly_campaigns_get"]
    arguments = [argument._replace(example="unknown") for argument in entry.arguments]
    wrong = entry._replace(arguments=tuple(arguments))

    with pytest.raises(examples.ExampleError, match="example of sonarly_campaigns_get fails"):
        examples.python_output(wrong)
    with pytest.raises(examples.ExampleError, match="sonarly_campaigns_get ends with"):
        examples.command_output(wrong, *served)


def test_models() -> None:
    """The models of both vendors have all fields, in Python and in JSON."""
    sonarly, callers = model_page("sonarly", "Sonarly"), model_page("callers", "Callers.ai")

    assert "| `selected_lead_count` | `selectedLeadCount` | `int` | Number of leads" in sonarly
    assert "## CampaignStatus" in sonarly
    assert "`'draft'`" in sonarly
    assert "## CallWebhookPayload" in callers
    assert "## Callers" not in sonarly


def test_errors() -> None:
    """The errors are a tree with the meaning of each."""
    page = error_page()

    assert "\n- **`CampaignKitError`**: " in page
    assert "\n        - **`NotFoundError`**: " in page


@pytest.mark.parametrize(
    ("schema", "model", "words"),
    [
        ({"type": "string"}, "", "str"),
        ({"type": ["string", "null"]}, "", "str or None"),
        ({"type": "integer", "minimum": 1, "maximum": 100}, "", "int, 1 to 100"),
        ({"type": "integer", "maximum": 5}, "", "int, at most 5"),
        ({"type": "array", "items": {"type": "object"}}, "Contact", "list of `Contact`"),
        ({"type": "object", "additionalProperties": {"type": "string"}}, "", "dict of str"),
        ({"anyOf": [{"enum": ["a"]}, {"type": "string"}]}, "", "'a' or str"),
        ({"type": "string", "format": "date-time"}, "", "datetime"),
        ({"enum": list(range(9))}, "", "0 or 1 or 2 or 3 or 4 or 5 or 6 or 7 or ..."),
        ({}, "", "any"),
    ],
)
def test_type(schema: dict[str, object], model: str, words: str) -> None:
    """A schema is shown as the type that a caller passes."""
    assert type_of(schema, model) == words


def test_readme_of_package() -> None:
    """The text on an index has the changelog, and no link to a file of the checkout."""
    text = metadata("campaignkit")["Description"]

    assert "# CampaignKit" in text
    assert "## 0.1.0" in text or "Unreleased" in text
    assert re.findall(r"\]\((?!https?:)[^)]+\)", text) == []


def test_diagrams(tmp_path: Path) -> None:
    """A diagram becomes an SVG, and its engine does not live until the interpreter ends."""
    (tmp_path / "call.dot").write_text("digraph { a -> b }")
    draw_diagrams(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["call.svg"]
    assert not [held for held in gc.get_objects() if type(held) is Engine]


def test_build(tmp_path: Path) -> None:
    """The strict build finds every link and has every page in the navigation."""
    names = [entry.id for entry in ENTRIES]
    shown = {name for name in names if is_full() or is_sampled(name, one_in=4)}
    stage(tmp_path / "docs", shown)
    config = (ROOT / "mkdocs.yml").read_text()
    config = config.replace("docs_dir: build/docs", "docs_dir: docs")
    config = config.replace("site_dir: build/site", "site_dir: site")
    config = config.replace("overlays, generated", f"{ROOT}/overlays, {ROOT}/generated")
    (tmp_path / "mkdocs.yml").write_text(config)
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(tmp_path / "mkdocs.yml")],
        capture_output=True,
        text=True,
        env={"NO_MKDOCS_2_WARNING": "1", "PATH": ""},
    )
    site = tmp_path / "site"

    assert (done.returncode, done.stderr) == (0, "")
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert {f"reference/operations/{e.vendor}-{e.resource}-{e.name}" for e in ENTRIES} <= pages
    assert "sonarly-campaigns-start/index.md" in (site / "llms.txt").read_text()
    assert (site / "reference/operations/sonarly-campaigns-start/index.md").exists()
    page = (site / "index.html").read_text()
    assert re.findall(r'(?:src|href)="(https?:[^"]+)"', page) in ([], ["http://127.0.0.1:8000/"])
