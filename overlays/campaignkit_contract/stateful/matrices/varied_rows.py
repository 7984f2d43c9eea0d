"""Varied rows: items that a run creates in a list, of which it removes every second."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from ...spec.document import packaged_operations
from ...spec.kinds import Kind
from ...targets.target import SkipCheck
from ..job_results import job_starts
from .filter_values import DOCUMENTED, filter_values
from .filtered_list import filter_names, read_list
from .matrix import MatrixRun
from .scenes import Scene

_PAIRS = 3


@dataclass(frozen=True)
class VariedRows:
    """List with items that a run created, of which some were removed."""

    scene: Scene
    kept: tuple[str, ...] = ()
    """Ids of the items that were not removed."""
    removed: tuple[str, ...] = ()


def varied_rows(run: MatrixRun, scene: Scene) -> Iterator[VariedRows]:
    """Create items in a list, and remove every second if an operation does.

    Yield nothing if no operation creates the items, or if they cannot be created here.
    """
    kind = kind_of(run, scene)
    if kind is None or not kind.creators or not _may_create(run, kind):
        return
    given = scene.values if run.target.reset_server else {}
    with suppress(SkipCheck):
        call = run.sandbox.call_values(scene.operation.id, given)
        varied = Scene(run.target, scene.operation, call.values)
        _read_states(varied)
        made = [run.sandbox.make(kind.name, values=call.values) for _ in range(2 * _PAIRS)]
        removed = made[::2] if kind.remover else []
        for resource in removed:
            names = run.sandbox.kinds.path_parameters(kind.remover)
            run.target.ask(kind.remover, {name: resource.values[name] for name in names})
        gone = tuple(resource.id for resource in removed)
        kept = tuple(resource.id for resource in made if resource not in removed)
        yield VariedRows(varied, kept, gone)


def _read_states(scene: Scene) -> None:
    """Read the list by each state before items are created, because a server may keep a list."""
    for name in filter_names(scene.operation, is_boolean=True):
        read_list(scene, {name: "true"})
    for name in filter_names(scene.operation):
        for item in filter_values(scene.operation, name, []):
            if item.label == DOCUMENTED:
                read_list(scene, {name: item.value})


def kind_of(run: MatrixRun, scene: Scene) -> Kind | None:
    """Return the kind of the items of a list."""
    kinds = run.sandbox.kinds.all.values()
    return next((kind for kind in kinds if kind.listing == scene.operation.id), None)


def _may_create(run: MatrixRun, kind: Kind) -> bool:
    """Return True if items may be created that cost nothing and reach no person."""
    [creator, *_] = kind.creators
    is_harmless = packaged_operations()[creator.operation].node["x-effect"] == "changes"
    is_job = creator.operation in job_starts()
    vendor = kind.name.partition(" ")[0]
    return run.sandbox.can_make(kind.name) and (
        (is_harmless and not is_job) or run.target.is_exclusive(vendor)
    )
