"""Examples of a foreign document: those that fit their schemas."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from ..checks.document import Json, Node
from ..samples import examples_of


class ExampleValidator:
    """Validator of the examples of one document."""

    def __init__(self, document: Node) -> None:
        self._components = document.get("components", {})
        self._validators: dict[int, tuple[Node, Any]] = {}

    def examples_of(self, document: Node, node: Node, omitted: str) -> Iterator[Json]:
        """Yield the examples of a parameter or media type that its schema allows.

        An invalid schema allows no example.
        """
        schema = node.get("schema", {})
        if id(schema) not in self._validators:
            self._validators[id(schema)] = schema, self._validator(schema)
        _, validator = self._validators[id(schema)]
        for value in examples_of(document, node, omitted):
            if validator is not None and validator.is_valid(value):
                yield value

    def _validator(self, schema: Json) -> Any:
        # References lead to the components, which have to be in the same document.
        root = {"allOf": [schema], "components": self._components}
        try:
            return jsonschema_rs.Draft202012Validator(root, validate_formats=True)
        except ValueError:
            return None
