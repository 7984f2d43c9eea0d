"""One door, and imports in one direction."""

import ast
from pathlib import Path

import campaignkit
import campaignkit.models
import campaignkit_api.models
import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGES = {
    "campaignkit_api": ROOT / "generated" / "campaignkit_api",
    "campaignkit": ROOT / "overlays" / "campaignkit",
    "campaignkit_fake": ROOT / "overlays" / "campaignkit_fake",
    "campaignkit_runtime": ROOT / "overlays" / "campaignkit_runtime",
}


def imports(package: str) -> set[str]:
    """The top-level modules that a package imports, wherever the statement stands."""
    nodes = [
        node
        for path in PACKAGES[package].rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
    ]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if _is_absolute(node)}  # type: ignore[attr-defined]
    return {name.partition(".")[0] for name in names}


def _is_absolute(node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom) and node.level == 0


@pytest.mark.parametrize(
    ("package", "others"),
    [
        ("campaignkit_api", {"campaignkit", "campaignkit_fake"}),
        ("campaignkit", {"campaignkit_fake"}),
        ("campaignkit_fake", {"campaignkit", "campaignkit_api", "campaignkit_runtime"}),
        (
            "campaignkit_runtime",
            {"campaignkit", "campaignkit_api", "campaignkit_fake", "httpx"},
        ),
    ],
)
def test_direction(package: str, others: set[str]) -> None:
    """Imports run from the generated package to the overlay, and the fake stands alone."""
    assert imports(package) & others == set()


def test_offered() -> None:
    """What the door offers exists, each name once."""
    assert len(set(campaignkit.__all__)) == len(campaignkit.__all__)
    assert all(hasattr(campaignkit, name) for name in campaignkit.__all__)


def test_complete() -> None:
    """Every public class of the overlay is at the door."""
    classes = {
        node.name
        for path in PACKAGES["campaignkit"].glob("_*.py")
        if path.stem in ("_client", "_errors")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }

    assert classes <= set(campaignkit.__all__)


def test_models() -> None:
    """Every generated model can be imported from the overlay."""
    names = campaignkit_api.models.__all__

    assert all(hasattr(campaignkit.models, name) for name in names)


def lines_of_code(path: Path) -> int:
    """How many lines hold code: blank ones, comments and docstrings do not."""
    source = path.read_text(encoding="utf-8")
    told = {
        number
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for number in range(node.lineno, (node.end_lineno or 0) + 1)
    }
    lines = enumerate(source.splitlines(), 1)
    return sum(
        bool(line.strip()) and not line.strip().startswith("#") and number not in told
        for number, line in lines
    )


def test_overlay_is_thin() -> None:
    """The overlay holds behaviour only: under 2,000 lines of code, however many operations."""
    assert sum(map(lines_of_code, PACKAGES["campaignkit"].rglob("*.py"))) < 2_000
