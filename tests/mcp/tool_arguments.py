"""Arguments of tools, made of the examples in the catalog."""

from base64 import b64encode
from typing import Any

from campaignkit_mcp.input_schemas import arguments_of, is_file
from campaignkit_operations.entries import find_entry
from campaignkit_runtime.catalog import Argument


def sample_arguments(operation_id: str) -> dict[str, Any]:
    """Return the required arguments of a tool."""
    return {
        argument.name: _sample(argument)
        for argument in arguments_of(find_entry(operation_id))
        if argument.is_required
    }


def _sample(argument: Argument) -> Any:
    if is_file(argument.schema.get("items", {})):
        return [b64encode(str(item).encode()).decode() for item in argument.example]
    return argument.example
