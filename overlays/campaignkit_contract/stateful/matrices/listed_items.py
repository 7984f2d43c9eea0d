"""Listed items: what a list shows can be read by itself, with the same fields."""

from collections.abc import Iterator, Mapping

from ...exchange import Exchange
from ...spec.document import Json, job_reads
from ...spec.kinds import Kind
from ...targets.requests import payload
from ..lists import differing_fields
from .filtered_list import filter_finding, read_list
from .finding import CellFinding
from .matrix import MatrixRun
from .scenes import Scene
from .state import is_unfinished
from .varied_rows import kind_of

_LIVE_ITEMS = 2


class ListedItems:
    """Items of a list, each of which is read once."""

    def __init__(self, run: MatrixRun, scene: Scene) -> None:
        self._run, self._scene = run, scene
        self._kind = kind_of(run, scene)
        self._read: set[str] = set()

    def findings(self, filters: Mapping[str, str], found: list[Json]) -> Iterator[CellFinding]:
        """Yield items of a filtered list that cannot be read, or that a read shows otherwise."""
        kind, scene = self._kind, self._scene
        if kind is None or not kind.reader:
            return
        cell = f"{' and '.join(filters) or 'all'}: items"
        is_live = scene.target.reset_server is None
        new = {_id(kind, item): item for item in found if not self._goes_on(item)}
        unread = [id_ for id_ in new if id_ not in self._read]
        for id_ in unread[: _LIVE_ITEMS if is_live else None]:
            self._read.add(id_)
            exchange = self._ask(kind, id_)
            if exchange.status != 200:
                yield filter_finding(scene, cell, f"{kind.reader} returns {exchange.status}")
                continue
            changed = differing_fields(new[id_], payload(exchange))
            if changed and (not is_live or new[id_] in read_list(scene, filters)):
                problem = f"{kind.reader} shows another {', '.join(sorted(changed))}"
                yield filter_finding(scene, cell, problem)

    def _ask(self, kind: Kind, id_: str) -> Exchange:
        target, operation = self._scene.target, self._scene.operation
        known = {**target.path_values(operation), **self._scene.values, kind.parameter: id_}
        names = self._run.sandbox.kinds.path_parameters(kind.reader)
        return target.ask(kind.reader, {name: known[name] for name in names})

    def _goes_on(self, item: Json) -> bool:
        """Return True for a job that its read would advance."""
        return self._kind is not None and self._kind.reader in job_reads() and is_unfinished(item)


def _id(kind: Kind, item: Json) -> str:
    return str(item.get(kind.parameter, item.get("id")))
