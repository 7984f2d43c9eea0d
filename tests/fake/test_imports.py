"""The rooms of the fake: which module imports which, and what areas take from each other."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path

import campaignkit_fake
import pytest

PACKAGE = "campaignkit_fake"
ROOT = Path(campaignkit_fake.__file__).parent
AREAS = ("sonarly", "callers")
LAYERS = {
    "engine": {"engine"},
    "state": {"engine", "state"},
    "sonarly": {"engine", "state", "sonarly"},
    "callers": {"engine", "state", "callers"},
}
"""The rooms that the modules of a room may import."""


def modules() -> dict[str, Path]:
    """Return the modules of the fake by name."""
    return {
        ".".join((PACKAGE, *path.relative_to(ROOT).with_suffix("").parts)): path
        for path in sorted(ROOT.rglob("*.py"))
        if "-" not in path.name
    }


def imports(name: str, path: Path) -> Iterator[tuple[str, str]]:
    """Yield each module of the fake that a module imports, with the name that it takes.

    Imports for type checkers count, and so do those within functions.
    """
    known = modules()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            parents = name.split(".")[: -node.level] if node.level else []
            source = ".".join((*parents, *(node.module or "").split("."))).strip(".")
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                module = inner if inner in known or f"{inner}.__init__" in known else source
                if module in known:
                    yield module, alias.name


GRAPH = {name: list(imports(name, path)) for name, path in modules().items()}


def room_of(module: str) -> str:
    """Return the room of a module; a module outside of the rooms is its own."""
    return module.split(".")[1]


def test_no_cycle() -> None:
    """No module imports itself through others."""
    graph = {name: {module for module, _ in found} for name, found in GRAPH.items()}
    assert list(TopologicalSorter(graph).static_order())  # a cycle would raise CycleError


@pytest.mark.parametrize("room", LAYERS)
def test_layers(room: str) -> None:
    """A module imports modules of its own room and of the rooms below, and no others."""
    found = {
        room_of(module)
        for name, taken in GRAPH.items()
        if room_of(name) == room
        for module, _ in taken
    }
    assert found <= LAYERS[room]
    assert found


@pytest.mark.parametrize("name", [name for name in GRAPH if room_of(name) in AREAS])
def test_area_exports(name: str) -> None:
    """A module takes of an area what that area exports."""
    taken = {
        f"{module}.{imported}"
        for module, imported in GRAPH[name]
        if room_of(module) in AREAS and imported not in import_module(module).__all__
    }
    assert taken == set()


@pytest.mark.parametrize(
    "name", [name for name in GRAPH if room_of(name) in AREAS and not name.endswith("__init__")]
)
def test_exports_exist(name: str) -> None:
    """An area exports names that it has."""
    module = import_module(name)
    assert set(module.__all__) <= vars(module).keys()
