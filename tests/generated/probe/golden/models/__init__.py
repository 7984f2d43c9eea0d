# Generated from openapi.yaml by `make generate`; do not edit.
"""The models, each loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = (
    "Bee",
    "Bird",
    "Change",
    "Graft",
    "Kind",
    "Note",
    "Notes",
    "Permit",
    "PermitState",
    "Planting",
    "Tree",
    "TreeListResponse",
    "TreeListResponseData",
    "TreePageResponse",
    "TreePageResponseData",
)

if TYPE_CHECKING:
    from .bee import Bee
    from .bird import Bird
    from .change import Change
    from .graft import Graft
    from .kind import Kind
    from .note import Note
    from .notes import Notes
    from .permit import Permit
    from .permit_state import PermitState
    from .planting import Planting
    from .tree import Tree
    from .tree_list_response import TreeListResponse
    from .tree_list_response_data import TreeListResponseData
    from .tree_page_response import TreePageResponse
    from .tree_page_response_data import TreePageResponseData
else:
    _MODULES = {
        "Bee": ".bee",
        "Bird": ".bird",
        "Change": ".change",
        "Graft": ".graft",
        "Kind": ".kind",
        "Note": ".note",
        "Notes": ".notes",
        "Permit": ".permit",
        "PermitState": ".permit_state",
        "Planting": ".planting",
        "Tree": ".tree",
        "TreeListResponse": ".tree_list_response",
        "TreeListResponseData": ".tree_list_response_data",
        "TreePageResponse": ".tree_page_response",
        "TreePageResponseData": ".tree_page_response_data",
    }

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_MODULES[name], __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
