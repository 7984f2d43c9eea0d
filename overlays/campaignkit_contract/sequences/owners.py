"""Rule of owners: what an id names belongs to one parent."""

from functools import cache
from itertools import pairwise

from ..findings import Finding
from ..spec.document import packaged_operations
from .call import Call, objects, sequence_finding
from .resources import LOCAL_IDS

_MAX_IDS = 20_000  # that a long recording keeps in memory


class Owners:
    """An id of something below a parent, such as an instance of a campaign, has one parent."""

    def __init__(self, max_ids: int = _MAX_IDS) -> None:
        self._max_ids = max_ids
        self._parents: dict[tuple[str, str], str] = {}

    def check(self, call: Call) -> list[Finding]:
        """Return a finding for each name of an id that was shown below another parent."""
        found: dict[str, None] = {}
        for name, parent in _owned_names(call) if call.is_success else ():
            for item in objects(call.payload):
                shown = item.get(name)
                if not isinstance(shown, str):
                    continue
                if self._parents.get((name, shown), parent) != parent:
                    found[name] = None
                elif len(self._parents) < self._max_ids:
                    self._parents[name, shown] = parent
        problem = "was shown below another parent"
        return [sequence_finding(f"/{name}", problem, is_certain=True) for name in found]


def _owned_names(call: Call) -> list[tuple[str, str]]:
    """Return the names of ids below a parent that the path of a call names, with that parent."""
    return [
        (name, call.path[parent])
        for name, parent in _parent_names().items()
        if parent in call.path and name not in call.path
    ]


@cache
def _parent_names() -> dict[str, str]:
    """Return the parameter before each id of the paths. A person can have several parents."""
    found: dict[str, str] = {}
    for operation in packaged_operations().values():
        names = [item["name"] for item in operation.parameters if item["in"] == "path"]
        found |= {name: parent for parent, name in pairwise(names) if name.endswith("Id")}
    return {name: parent for name, parent in found.items() if name not in LOCAL_IDS}
