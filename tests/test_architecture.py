"""Packages import each other in one direction, and nothing imports or reads the tests."""

import ast
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OVERLAYS = ROOT / "overlays"
PACKAGES = {
    "campaignkit_runtime": OVERLAYS / "campaignkit_runtime",
    "campaignkit_wire": OVERLAYS / "campaignkit_wire",
    "campaignkit_api": ROOT / "generated" / "campaignkit_api",
    "campaignkit": OVERLAYS / "campaignkit",
    "campaignkit_operations": OVERLAYS / "campaignkit_operations",
    "campaignkit_cli": OVERLAYS / "campaignkit_cli",
    "campaignkit_mcp": OVERLAYS / "campaignkit_mcp",
    "campaignkit_fake": OVERLAYS / "campaignkit_fake",
    "campaignkit_contract": OVERLAYS / "campaignkit_contract",
    "tools": ROOT / "tools",
}
ALLOWED: dict[str, set[str]] = {
    "campaignkit_runtime": set(),
    "campaignkit_wire": set(),
    "campaignkit_api": {"campaignkit_runtime"},
    "campaignkit": {"campaignkit_runtime", "campaignkit_wire", "campaignkit_api"},
    "campaignkit_operations": {"campaignkit_runtime", "campaignkit_api", "campaignkit"},
    # The workflows that serve the fake and tools, and run contract verification, hand over.
    "campaignkit_cli": {
        *("campaignkit_runtime", "campaignkit_api", "campaignkit"),
        *("campaignkit_operations", "campaignkit_fake", "campaignkit_contract"),
        "campaignkit_mcp",
    },
    "campaignkit_mcp": {
        *("campaignkit_runtime", "campaignkit_api", "campaignkit", "campaignkit_operations"),
    },
    "campaignkit_fake": set(),
    "campaignkit_contract": {"campaignkit_fake"},
    # The self-check of a fresh package; the site shows every part, and runs its examples.
    "tools": {*PACKAGES} - {"campaignkit_wire", "campaignkit_mcp", "tools"},
}
EXCEPTIONS = {
    # `python -m campaignkit` hands over to the command line; nothing else of it does.
    ("campaignkit", "__main__.py", "campaignkit_cli"),
    # PyInstaller runs it while it builds an application; the fake itself does not import it.
    ("campaignkit_fake", "pyinstaller/hook-campaignkit_api.py", "campaignkit_api"),
}
THIRD_PARTY = {
    "campaignkit_runtime": {"anyio", "attrs", "msgspec", "pydantic_core"},
    "campaignkit_wire": {"aiohappyeyeballs", "httptools"},
    "campaignkit_contract": {
        *(
            "_pytest",
            "hypothesis",
            "httpx",
            "jinja2",
            "jsonpath",
            "jsonschema_rs",
            "msgspec",
            "pytest",
        ),
        *("ruamel", "schemathesis", "werkzeug"),
    },
}


@cache
def parsed(path: Path) -> list[ast.AST]:
    """Return the imports and the constants of a module."""
    return nodes_of(path.read_text(encoding="utf-8"))


def nodes_of(source: str) -> list[ast.AST]:
    """Return the imports and the constants of a source text."""
    nodes = ast.walk(ast.parse(source))
    return [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom | ast.Constant)]


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the modules that a module imports by absolute names, also within functions."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


def imports_of(package: Path) -> Iterator[tuple[str, str]]:
    """Yield each module of a package, with the top-level package that it imports."""
    for path in sorted(package.rglob("*.py")):
        for name in imported(parsed(path)):
            yield path.relative_to(package).as_posix(), name.partition(".")[0]


def relative_imports(path: Path) -> Iterator[Path]:
    """Yield the files that a module imports by relative names, also within functions."""
    for node in parsed(path):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            for alias in node.names:
                places = (folder / alias.name, folder)
                files = (p.with_suffix(".py") if p != path.parent else p for p in places)
                found = next((file for file in files if file.is_file()), folder / "__init__.py")
                if found != path:
                    yield found


def room_of(package: Path, path: Path) -> str:
    """Return the folder or the module of a package that a file belongs to."""
    return path.relative_to(package).parts[0]


@pytest.mark.parametrize("package", PACKAGES)
def test_direction(package: str) -> None:
    """A package imports only those of ours that are below it."""
    forbidden = {*PACKAGES, "tests"} - ALLOWED[package] - {package}
    found = {
        (package, *found_import)
        for found_import in imports_of(PACKAGES[package])
        if found_import[1] in forbidden
    }

    assert found - EXCEPTIONS == set()


@pytest.mark.parametrize("package", [name for name in PACKAGES if name != "campaignkit_api"])
def test_no_cycle(package: str) -> None:
    """Neither the modules nor the folders of a package import each other in a circle."""
    root = PACKAGES[package]
    modules = {path: set(relative_imports(path)) for path in root.rglob("*.py")}
    rooms: dict[str, set[str]] = {}
    for path, found in modules.items():
        room = room_of(root, path)
        rooms.setdefault(room, set()).update({room_of(root, other) for other in found} - {room})

    assert sum(map(len, modules.values())) > 5
    TopologicalSorter(modules).prepare()
    TopologicalSorter(rooms).prepare()


@pytest.mark.parametrize("package", [name for name in PACKAGES if name != "campaignkit_api"])
def test_size(package: str) -> None:
    """A module written by hand has at most 300 lines."""
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in PACKAGES[package].rglob("*.py")
    }

    assert {path: length for path, length in lengths.items() if length > 300} == {}


@pytest.mark.parametrize("package", THIRD_PARTY)
def test_dependencies(package: str) -> None:
    """A package that stands by itself imports what its decision names, and nothing else."""
    known = {*sys.stdlib_module_names, *PACKAGES, *THIRD_PARTY[package]}

    assert {
        found_import
        for found_import in imports_of(PACKAGES[package])
        if found_import[1] not in known
    } == set()


def test_fake_in_one_module() -> None:
    """Contract verification knows the fake in one module only."""
    modules = {
        module
        for module, name in imports_of(PACKAGES["campaignkit_contract"])
        if name == "campaignkit_fake"
    }

    assert modules == {"targets/fake.py"}


def test_relative_imports() -> None:
    """Within a package, imports are relative."""
    own = {
        (package, module)
        for package in ("campaignkit_cli", "campaignkit_contract", "campaignkit_mcp", "tools")
        for module, name in imports_of(PACKAGES[package])
        if name == package
    }

    assert own == set()


def test_nothing_imports_tests() -> None:
    """Neither packages nor tools, benchmarks and examples import a module of the tests."""
    folders = [*PACKAGES.values(), ROOT / "benchmarks", ROOT / "examples"]
    found = [
        (str(folder.relative_to(ROOT)), *found_import)
        for folder in folders
        for found_import in imports_of(folder)
        if found_import[1] == "tests"
    ]

    assert found == []


def paths_of(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the texts of a module that can be paths: those without a space."""
    for node in nodes:
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and not any(char.isspace() for char in text):
            yield text


def test_nothing_reads_tests() -> None:
    """No module outside of the tests names their folder in a path."""
    folders = [*PACKAGES.values(), ROOT / "benchmarks", ROOT / "examples"]
    found = [
        str(path.relative_to(ROOT))
        for folder in folders
        for path in sorted(folder.rglob("*.py"))
        if any("tests" in text.split("/") for text in paths_of(parsed(path)))
    ]

    assert found == []


def test_finds_an_import() -> None:
    """An import within a function counts; a relative one and a text do not."""
    source = (
        "from .tests import a\n'tests'\ndef f():\n    import tests.b\n    from httpx import c\n"
    )

    paths = "Path('tests', 'x y')\nopen('a/tests/b')"

    assert [*imported(nodes_of(source))] == ["tests.b", "httpx"]
    assert [*paths_of(nodes_of(paths))] == ["tests", "a/tests/b"]


def test_packages() -> None:
    """Each folder of tests is a package, so that its modules have one name each."""
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py") if "golden" not in path.parts}
    folders.remove(ROOT / "tests" / "typing")  # type checkers read it alone

    assert [folder.name for folder in folders if not (folder / "__init__.py").exists()] == []
