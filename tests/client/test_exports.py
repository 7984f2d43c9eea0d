"""One door, and imports in one direction."""

import ast
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import campaignkit
import campaignkit.models
import campaignkit_api.models
import pytest

ROOT = Path(__file__).parent.parent.parent
RUNTIME = ROOT / "overlays" / "campaignkit_runtime"
PACKAGES = {
    "campaignkit_runtime": RUNTIME,
    "campaignkit_api": ROOT / "generated" / "campaignkit_api",
    "campaignkit": ROOT / "overlays" / "campaignkit",
    "campaignkit_fake": ROOT / "overlays" / "campaignkit_fake",
}


def imports(package: str) -> set[str]:
    """Return the top-level modules that a package imports anywhere."""
    nodes = [
        node
        for path in PACKAGES[package].rglob("*.py")
        if "pyinstaller" not in path.parts  # hooks run when an application is frozen
        for node in ast.walk(ast.parse(path.read_text()))
    ]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if _is_absolute(node)}  # type: ignore[attr-defined]
    return {name.partition(".")[0] for name in names}


def _is_absolute(node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom) and node.level == 0


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("package", "others"),
    [
        ("campaignkit_runtime", {"httpx", "campaignkit_api", "campaignkit", "campaignkit_fake"}),
        ("campaignkit_api", {"httpx", "campaignkit", "campaignkit_fake"}),
        ("campaignkit", {"campaignkit_fake"}),
        ("campaignkit_fake", {"campaignkit", "campaignkit_api", "campaignkit_runtime"}),
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
        if path.stem in ("_client", "_exceptions")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }

    assert classes <= set(campaignkit.__all__)


def test_models() -> None:
    """Every generated model can be imported from the overlay."""
    names = campaignkit_api.models.__all__

    assert all(hasattr(campaignkit.models, name) for name in names)


def compound_names(document: Any) -> set[str]:
    """Return names of operations, properties and parameters of several English words."""
    found: set[str] = set()
    waiting = [document["paths"], document["components"]["schemas"]]
    waiting.append(document["components"]["parameters"])
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            found |= set(node["properties"]) if isinstance(node.get("properties"), dict) else set()
            found |= {node[key] for key in ("operationId", "name") if type(node.get(key)) is str}
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    snake = {re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower() for name in found}
    return {
        name
        for name in found | snake
        if re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+|[a-z]+[A-Z]\w*", name)
    }


# Names of the spec that the overlay knows, each with its reason.
KNOWN_NAMES = {
    "content_type": "HTTP's own word",
    "has_more": "an argument of the generic pagination",
    "traceId": "part of the envelope",
    "trace_id": "part of the envelope, and an attribute of errors",
    "sub_organization_id": "an option of one vendor's client, declared once",
}


def test_names_no_vendor() -> None:
    """No operation, path or field of a vendor has a line in the run-time code."""
    document = json.loads(files("campaignkit_api").joinpath("openapi.json").read_bytes())
    forbidden = compound_names(document) - KNOWN_NAMES.keys()
    modules = [*PACKAGES["campaignkit"].glob("_*.py"), *RUNTIME.rglob("*.py")]
    found = {
        (path.name, word)
        for path in modules
        for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))
        if word in forbidden
    }
    paths = {
        (path.name, text)
        for path in modules
        for text in document["paths"]
        if text in path.read_text(encoding="utf-8")
    }

    assert found | paths == set()
