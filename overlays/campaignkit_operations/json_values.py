"""Results in the types of JSON."""

from collections.abc import Mapping
from enum import Enum
from typing import Any


def as_json(value: Any) -> Any:
    """Return a result in the types of JSON, without fields that are unset."""
    from campaignkit_runtime.models import Model

    if isinstance(value, Model):
        return as_json(value.to_dict())
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {name: as_json(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    return value
