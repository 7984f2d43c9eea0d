"""Public Python API of two trees: what was removed, changed or added."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import griffe

from .versions import ComparisonError, Impact, Reason

FOLDERS = ("generated", "overlays")
ROOT = Path(__file__).parents[2]
# The file that uses the public API, and that `make types` checks.
TYPING = Path(
    tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pyright"][
        "include"
    ][0]
)
# Other options than those of `make types` make another cache.
CACHE = str(ROOT / ".mypy_cache" / "diff")
PACKAGES = (
    "campaignkit_runtime",
    "campaignkit_api",
    "campaignkit",
    "campaignkit_contract",
    "campaignkit_fake",
)

# The modules that callers import, and where griffe finds their members. `campaignkit.models` gets
# its names lazily from `campaignkit_api.models`.
PUBLIC_MODULES = {
    "campaignkit": "campaignkit",
    "campaignkit.models": "campaignkit_api.models",
    "campaignkit_contract": "campaignkit_contract",
    "campaignkit_contract.pytest_plugin": "campaignkit_contract.pytest_plugin",
    "campaignkit_fake": "campaignkit_fake",
    "campaignkit_fake.pytest_plugin": "campaignkit_fake.pytest_plugin",
}
# Callers reach the resources as attributes of the clients. Only the classes in these modules are
# public; the methods load the modules below, one per operation.
RESOURCES = "campaignkit_api.api"

# `object` has the first; the second is the storage of a class.
NOT_PUBLIC = ("__repr__", "__slots__")

Node = griffe.Object | griffe.Alias
Surface = dict[str, Node]
Type = str | griffe.Expr | None
Finding = tuple[Impact, str, str]
"""Size of a change, public name of the changed object, and the change in words."""


class Tree:
    """The packages of one checkout, read without importing them."""

    def __init__(self, root: Path) -> None:
        folders = [root / folder for folder in FOLDERS]
        loader = griffe.GriffeLoader(search_paths=folders, allow_inspection=False)
        for package in PACKAGES:
            if any((folder / package).is_dir() for folder in folders):
                try:
                    loader.load(package, try_relative_path=False)
                except griffe.GriffeError as error:
                    raise ComparisonError(f"{package} cannot be read: {error}") from error
        loader.resolve_aliases(implicit=True, external=False)
        self._modules = loader.modules_collection
        self.public_modules = dict(self._public_modules())
        self.surface = {
            name: node
            for prefix, module in self.public_modules.items()
            for name, node in _members(prefix, module)
        }

    def _public_modules(self) -> Iterator[tuple[str, Node]]:
        resources = self._get(RESOURCES)
        areas = resources.modules.values() if resources else ()
        for name, path in {**PUBLIC_MODULES, **{area.path: area.path for area in areas}}.items():
            if module := self._get(path):
                yield name, module

    def _get(self, path: str) -> Node | None:
        try:
            found: Node = self._modules.get_member(path)
        except KeyError:
            return None
        return found


def _members(name: str, node: Node) -> Iterator[tuple[str, Node]]:
    """Yield the public members of a module or class, also inherited ones, by their public names."""
    for own_name, member in node.all_members.items():
        if not member.is_public or own_name in NOT_PUBLIC:
            continue
        try:
            target = member.final_target if isinstance(member, griffe.Alias) else member
        except griffe.GriffeError:  # it comes from a package that is not ours
            continue
        if target.is_module:
            continue  # public by itself, or private
        yield f"{name}.{own_name}", target
        if target.is_class:
            yield from _members(f"{name}.{own_name}", target)


def changes(old: Tree, new: Tree) -> list[Reason]:
    """Return the changes of the API that callers can notice, most severe first."""
    found = {*_removed_and_added(old.surface, new.surface), *_breakages(old, new)}
    for name in old.surface.keys() & new.surface.keys():
        found.update(_retyped(name, old.surface[name], new.surface[name]))
    return _merged(found, {**old.surface, **new.surface})


def _merged(found: Iterable[Finding], surface: Surface) -> list[Reason]:
    """Return one reason for all the classes that inherit a changed member."""
    names: dict[tuple[Impact, str, str], list[str]] = {}
    for impact, name, text in found:
        names.setdefault((impact, surface[name].canonical_path, text), []).append(name)
    reasons = [
        Reason(impact, _named(public, path, text)) for (impact, path, text), public in names.items()
    ]
    return sorted(reasons, key=lambda reason: (-reason.impact, reason.text))


def _named(names: list[str], path: str, text: str) -> str:
    """Return the text with the name in the defining class, then the other public names."""
    own = path.split(".")[-2:]
    first, *others = sorted(names, key=lambda name: (name.split(".")[-2:] != own, name))
    also = ", ".join(others) if len(others) < 4 else f"{len(others)} more"
    return f"{first}{text}" + (f" (also {also})" if others else "")


def _removed_and_added(old: Surface, new: Surface) -> Iterator[Finding]:
    removed, added = old.keys() - new.keys(), new.keys() - old.keys()
    # The line of a class includes its members.
    yield from (
        (Impact.MAJOR, name, ": removed") for name in removed if _owner(name) not in removed
    )
    yield from ((Impact.MINOR, name, ": added") for name in added if _owner(name) not in added)


def _owner(name: str) -> str:
    return name.rpartition(".")[0]


def _breakages(old: Tree, new: Tree) -> Iterator[Finding]:
    """Yield griffe's findings under public names, because griffe uses private modules."""
    public: dict[str, list[str]] = {}
    for name, node in new.surface.items():
        public.setdefault(node.canonical_path, []).append(name)
    for module in old.public_modules.keys() & new.public_modules.keys():
        for breakage in griffe.find_breaking_changes(
            old.public_modules[module], new.public_modules[module]
        ):
            # A removed object is reported by its public name already.
            if breakage.kind is not griffe.BreakageKind.OBJECT_REMOVED:
                for name in public.get(breakage.obj.canonical_path, ()):
                    yield Impact.MAJOR, name, _describe(breakage)


def _describe(breakage: griffe.Breakage) -> str:
    old, new = breakage.old_value, breakage.new_value
    parameter = next((p for p in (old, new) if isinstance(p, griffe.Parameter)), None)
    place = f"({parameter.name})" if parameter else ""
    text = f"{place}: {breakage.kind.value[0].lower()}{breakage.kind.value[1:]}"
    if breakage.kind is griffe.BreakageKind.PARAMETER_CHANGED_DEFAULT:
        text += f", {old.default} -> {new.default}"
    return text


def _retyped(name: str, old: Node, new: Node) -> Iterator[Finding]:
    """Yield changes that griffe ignores: types, and additions to a signature."""
    if isinstance(old, griffe.Attribute) and isinstance(new, griffe.Attribute):
        for impact, change in _compared(old.annotation, new.annotation, is_read=True):
            yield impact, name, f": {change}"
    if not (isinstance(old, griffe.Function) and isinstance(new, griffe.Function)):
        return
    for impact, change in _compared(old.returns, new.returns, is_read=True):
        yield impact, name, f" returns: {change}"
    for parameter in new.parameters:
        place = f"({parameter.name})"
        if parameter.name not in old.parameters:
            if not parameter.required:
                yield Impact.MINOR, name, f"{place}: parameter was added"
            continue
        known = old.parameters[parameter.name]
        for impact, change in _compared(known.annotation, parameter.annotation, is_read=False):
            yield impact, name, f"{place}: {change}"
        if known.required and not parameter.required:
            yield Impact.MINOR, name, f"{place}: parameter is now optional"


def _compared(old: Type, new: Type, *, is_read: bool) -> Iterator[Reason]:
    """Yield a change of type: results may become narrower and parameters wider."""
    if old is None or new is None or str(old) == str(new):
        return
    before, after = _alternatives(str(old)), _alternatives(str(new))
    fits = after <= before if is_read else after >= before
    yield Reason(Impact.MINOR if fits else Impact.MAJOR, f"{old} -> {new}")


def _alternatives(annotation: str) -> set[str]:
    """Return the types of a union in an annotation."""
    nodes, found = [ast.parse(annotation, mode="eval").body], set()
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            nodes += [node.left, node.right]
        else:
            found.add(ast.unparse(node))
    return found


def typing_errors(before: Path, after: Path) -> list[Reason]:
    """Return mypy's errors for the old use of the public API with the new code."""
    if not (before / TYPING).exists():
        return []
    # `make types` reports the errors within our packages.
    command = [sys.executable, "-m", "mypy", "--config-file=", "--strict", "--no-error-summary"]
    command += ["--follow-imports=silent", str(before / TYPING)]
    path = os.pathsep.join(str(after / folder) for folder in FOLDERS)
    environment = {"MYPY_CACHE_DIR": CACHE, **os.environ, "MYPYPATH": path}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)  # noqa: S603
    if done.returncode not in (0, 1):
        raise ComparisonError(f"mypy: {(done.stdout + done.stderr).strip()}")
    # A comment that ignores nothing any more breaks no code.
    errors = re.findall(rf"{TYPING.name}:(\d+: )error: (?!Unused \"type: ignore)(.+)", done.stdout)
    return [Reason(Impact.MAJOR, f"line {line}{text}") for line, text in errors]
