# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from .. import reading as _reading
from ..types import Model


@define(repr=False, weakref_slot=False)
class AudienceNavigation(Model):
    """Every audience of an account group, by folder.

    Attributes:
        folders:
        ungrouped_audiences: The audiences that are in no folder.
    """

    folders: list[AudienceNavigationFolder]
    ungrouped_audiences: list[Audience]

    _json_names: ClassVar[Mapping[str, str]] = {
        "folders": "folders",
        "ungrouped_audiences": "ungroupedAudiences",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a Mismatch where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _reading.Mismatch("an object")
        self = object.__new__(cls)
        try:
            value = source["folders"]
            self.folders = _READ_FOLDERS(value)
            value = source["ungroupedAudiences"]
            self.ungrouped_audiences = _READ_UNGROUPED_AUDIENCES(value)
        except KeyError as error:
            raise _reading.missing(error) from None
        return self


from .audience import Audience
from .audience_navigation_folder import AudienceNavigationFolder

_READ_FOLDERS = _reading.field(
    "AudienceNavigation",
    "folders",
    _reading.listed("AudienceNavigation.folders[]", AudienceNavigationFolder.from_dict),
)
_READ_UNGROUPED_AUDIENCES = _reading.field(
    "AudienceNavigation",
    "ungroupedAudiences",
    _reading.listed("AudienceNavigation.ungroupedAudiences[]", Audience.from_dict),
)
