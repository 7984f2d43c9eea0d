# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class AudienceNavigation(Model):
    """All audiences of an account group, by folder.

    Attributes:
        folders: Folders with their audiences.
        ungrouped_audiences: Audiences without a folder.
    """

    folders: list[AudienceNavigationFolder]
    ungrouped_audiences: list[Audience]

    _json_names: ClassVar[Mapping[str, str]] = {
        "folders": "folders",
        "ungrouped_audiences": "ungroupedAudiences",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["folders"]
            self.folders = _READ_FOLDERS(value)
            value = source["ungroupedAudiences"]
            self.ungrouped_audiences = _READ_UNGROUPED_AUDIENCES(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .audience import Audience
from .audience_navigation_folder import AudienceNavigationFolder

_READ_FOLDERS = _readers.field(
    "AudienceNavigation",
    "folders",
    _readers.list_of("AudienceNavigation.folders[]", AudienceNavigationFolder.from_dict),
)
_READ_UNGROUPED_AUDIENCES = _readers.field(
    "AudienceNavigation",
    "ungroupedAudiences",
    _readers.list_of("AudienceNavigation.ungroupedAudiences[]", Audience.from_dict),
)
