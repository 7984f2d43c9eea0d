# Generated from openapi.yaml by `make generate`; do not edit.
"""Models of the API, loaded on first use."""

import typing as _typing
from importlib import import_module as _import_module

__all__ = (
    "Bee",
    "Bird",
    "Change",
    "Felling",
    "FellingReasons",
    "Graft",
    "Kind",
    "Naming",
    "Note",
    "Notes",
    "Permit",
    "PermitState",
    "Planting",
    "Pruning",
    "PruningToolsItem",
    "Season",
    "Survey",
    "SurveyOrder",
    "Tree",
    "TreeListResponse",
    "TreeListResponseData",
    "TreePageResponse",
    "TreePageResponseData",
)

if _typing.TYPE_CHECKING:
    from .bee import Bee
    from .bird import Bird
    from .change import Change
    from .felling import Felling
    from .felling_reasons import FellingReasons
    from .graft import Graft
    from .kind import Kind
    from .naming import Naming
    from .note import Note
    from .notes import Notes
    from .permit import Permit
    from .permit_state import PermitState
    from .planting import Planting
    from .pruning import Pruning
    from .pruning_tools_item import PruningToolsItem
    from .season import Season
    from .survey import Survey
    from .survey_order import SurveyOrder
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
        "Felling": ".felling",
        "FellingReasons": ".felling_reasons",
        "Graft": ".graft",
        "Kind": ".kind",
        "Naming": ".naming",
        "Note": ".note",
        "Notes": ".notes",
        "Permit": ".permit",
        "PermitState": ".permit_state",
        "Planting": ".planting",
        "Pruning": ".pruning",
        "PruningToolsItem": ".pruning_tools_item",
        "Season": ".season",
        "Survey": ".survey",
        "SurveyOrder": ".survey_order",
        "Tree": ".tree",
        "TreeListResponse": ".tree_list_response",
        "TreeListResponseData": ".tree_list_response_data",
        "TreePageResponse": ".tree_page_response",
        "TreePageResponseData": ".tree_page_response_data",
    }

    def __getattr__(name: str) -> _typing.Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(_import_module(_MODULES[name], __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
