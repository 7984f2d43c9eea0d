"""Names of the document in prose, replaced by the names that Python code uses for them."""

import re
from collections.abc import Iterator, Mapping

from .generator_adapter import PythonIdentifier
from .operation_info import resource_of
from .spec import Json, nodes, operations

_QUOTED = re.compile(r"`([^`\n]+)`")
_LITERALS = {"null": "None", "true": "True", "false": "False"}


class PythonNames:
    """Python names of the properties, parameters and operations of one document."""

    def __init__(self, document: Json, *, prefix: str = "field_") -> None:
        values = set(_values(document))
        self._names = {
            name: str(PythonIdentifier(name, prefix))
            for name in _json_names(document)
            if name not in values
        }
        self._operations = dict(_operations(document))

    def replace(self, text: str, own: Mapping[str, str] | None = None) -> str:
        """Return the text with each name in backticks as Python code writes it.

        Args:
            text: Prose that names properties, parameters and operations as the document does.
            own: Names that hold for this text only, before those of the whole document.

        """
        return _QUOTED.sub(lambda quoted: f"`{self._python(quoted[1], own or {})}`", text)

    def _python(self, name: str, own: Mapping[str, str]) -> str:
        if name in self._operations or name in _LITERALS:
            return self._operations.get(name) or _LITERALS[name]
        parts = [own.get(part) or self._names.get(part) for part in name.split(".")]
        return ".".join(part for part in parts if part) if all(parts) else name


def _json_names(document: Json) -> Iterator[str]:
    for node in nodes(document):
        if isinstance(node.get("properties"), dict):
            yield from node["properties"]
        if isinstance(node.get("name"), str) and "in" in node and "schema" in node:
            yield node["name"]
    for _, _, operation, _ in operations(document):
        yield from operation.get("x-verify", {}).get("arguments", {})


def _values(document: Json) -> Iterator[str]:
    """Yield the values of enumerations, which a name in backticks may mean as well."""
    for node in nodes(document):
        if isinstance(node.get("enum"), list):
            yield from (value for value in node["enum"] if isinstance(value, str))


def _operations(document: Json) -> Iterator[tuple[str, str]]:
    for path, method, operation, _ in operations(document):
        name = ".".join(resource_of(operation))
        yield operation["operationId"], name
        yield f"{method.upper()} {path}", name
