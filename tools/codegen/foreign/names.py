"""Names for the operations of a foreign document: areas and methods."""

import keyword
import re
from collections.abc import Iterable

# Ends of words in camel case: `petId`, `HTTPServer`, but not the plural of `VPCs`.
_ENDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?:[a-rt-z]|s[a-z]))")

# Attributes of a client, which an area must not hide; a test compares them.
ATTRIBUTES_OF_CLIENTS = frozenset(
    [
        *("ALLOWS_ANONYMOUS", "BASE_URL", "CREDENTIALS", "HEADER_OPTIONS", "VENDOR"),
        *("close", "map", "request", "with_options"),
    ]
)


def identifier(text: str, *, reserved: Iterable[str] = ()) -> str:
    """Return a text as a Python name in snake case.

    Args:
        text: Any text, such as a tag, an operationId or a title.
        reserved: Names that are in use; an underscore is added to them.

    """
    name = re.sub(r"[\W_]+", "_", _ENDS.sub("_", text)).strip("_").lower() or "unnamed"
    if name[0].isdigit():
        name = f"n{name}"
    is_taken = keyword.iskeyword(name) or name in reserved
    return f"{name}_" if is_taken else name


def unique(name: str, used: set[str]) -> str:
    """Return a name, with a number if it is used, and add it to the used names."""
    candidate = name
    number = 2
    while candidate in used:
        candidate = f"{name}_{number}"
        number += 1
    used.add(candidate)
    return candidate


def method_name(area: str, method: str, path: str, operation_id: str | None) -> str:
    """Return the name of a method: the operationId, or method and path without one."""
    name = identifier(operation_id or f"{method} {path}", reserved=_METHODS_OF_RESOURCES)
    short = name.removeprefix(f"{area}_")
    return short if short.isidentifier() and not keyword.iskeyword(short) else name


# The annotations of a resource class name these types, which a method of the class would hide.
_METHODS_OF_RESOURCES = frozenset(
    [*("bool", "bytes", "dict", "float", "int", "object", "set", "str"), "with_raw_response"]
)
