"""Changes of the fake's source: one node of one function, planted into the loaded function."""

import ast
import inspect
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from types import CodeType
from typing import Any

import campaignkit_fake

from .syntax import Variant, variants

ROOT = Path(campaignkit_fake.__file__).parent
_MODULES = (
    *("sonarly/*.py", "callers/*.py", "state/collection.py"),
    *(f"engine/{name}.py" for name in ("access", "app", "errors", "idempotency", "pagination")),
    *(f"engine/{name}.py" for name in ("request_parsing", "responses", "spec", "times")),
)
# What a request does not reach: the making of a fake, its seeds, its control routes and its log.
_OTHER_FUNCTIONS = {
    *("__init__", "__call__", "_reset_state", "reset", "state", "transport", "serve", "handle"),
    *("seeded", "_add_seeded", "_add_finished", "to_dict", "_fault_response", "read_document"),
    *("_operation", "_operations", "_parameter", "_body", "_fields", "_validator", "_resolved"),
    *("_has_reference", "shipped_spec", "_ignore", "_operate"),
}
# Functions that only seeds call, by their place.
_SEEDS = {
    *("callers/calls.Calls._add", "callers/calls._message", "callers/calls._messages"),
    *("callers/campaigns._group_id", "callers/campaigns._new_campaign"),
    *("callers/contacts._number", "sonarly/prospecting._lists"),
}


@dataclass(frozen=True)
class SourceChange:
    """One change of one function of the fake."""

    path: str
    """Path of the module below the package, such as `sonarly/campaigns.py`."""
    function: str
    """Qualified name."""
    node: int
    """Number of the node in the function."""
    variant: int
    """Number of the replacement among those of the node."""

    @property
    def module(self) -> str:
        """Return the name of the module."""
        return f"campaignkit_fake.{self.path.removesuffix('.py').replace('/', '.')}"

    @contextmanager
    def planted(self) -> Iterator[None]:
        """Plant the change for as long as the context lasts."""
        function: Any = self._function
        before = function.__code__
        function.__code__ = self.code
        try:
            yield
        finally:
            function.__code__ = before

    @property
    def _function(self) -> Any:
        found: Any = import_module(self.module)
        for name in self.function.split("."):
            found = inspect.getattr_static(found, name)
            found = getattr(found, "fget", None) or getattr(found, "__func__", found)
        return inspect.unwrap(found)

    @cached_property
    def code(self) -> CodeType:
        """Return the changed code of the function."""
        tree = ast.parse((ROOT / self.path).read_text(encoding="utf-8"))
        [function] = [node for name, node in _functions(tree) if name == self.function]
        node = _nodes(function)[self.node]
        _Replacement(node, [*variants(node)][self.variant].node).visit(function)
        changed = compile(ast.fix_missing_locations(tree), self.path, "exec", dont_inherit=True)
        return next(code for code in _codes(changed) if code.co_qualname == self.function)


class _Replacement(ast.NodeTransformer):
    """Replacement of one node of a tree."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old = old
        self._new = new

    def visit(self, node: ast.AST) -> ast.AST:
        """Return the new node for the old one."""
        return self._new if node is self._old else self.generic_visit(node)


@cache
def source_changes() -> dict[str, tuple[SourceChange, Variant]]:
    """Return every change by its stable name; it holds as long as the function is unchanged."""
    found = {}
    for path in sorted(path for pattern in _MODULES for path in ROOT.glob(pattern)):
        if path.name.endswith("_seeds.py"):
            continue
        relative = path.relative_to(ROOT).as_posix()
        numbers: Counter[str] = Counter()
        for function, node in _functions(ast.parse(path.read_text(encoding="utf-8"))):
            place = f"{relative.removesuffix('.py')}.{function}"
            if function.rpartition(".")[2] in _OTHER_FUNCTIONS or place in _SEEDS:
                continue
            for change, variant in _changes(relative, function, node):
                name = f"{variant.operator}: {place}: {' '.join(variant.text.split())[:70]}"
                numbers[name] += 1
                repeated = f" ({numbers[name]})" if numbers[name] > 1 else ""
                found[name + repeated] = (change, variant)
    return found


def _changes(
    path: str, function: str, node: ast.FunctionDef
) -> Iterator[tuple[SourceChange, Variant]]:
    for index, child in enumerate(_nodes(node)):
        for number, variant in enumerate(variants(child)):
            yield SourceChange(path, function, index, number), variant


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield the functions and methods of a module by qualified name."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for child in node.body:
                if isinstance(child, ast.FunctionDef):
                    yield f"{node.name}.{child.name}", child


def _nodes(function: ast.FunctionDef) -> list[ast.AST]:
    """Return the nodes of a body, without annotations and the messages of errors."""
    found: list[ast.AST] = []
    pending: list[ast.AST] = list(reversed(function.body))
    while pending:
        node = pending.pop()
        found.append(node)
        pending += reversed(list(_children(node)))
    return found


def _children(node: ast.AST) -> Iterator[ast.AST]:
    is_error = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "ApiError"
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list"} or is_error:
            continue
        yield from [child for child in _as_list(value) if isinstance(child, ast.AST)]


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
