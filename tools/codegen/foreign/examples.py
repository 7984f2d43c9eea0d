"""Examples of a foreign document: those that fit their schemas."""

from typing import Any

import jsonschema_rs

from ..checks.document import Json, Node


class ExampleValidator:
    """Validator of the examples of one document."""

    def __init__(self, document: Node) -> None:
        self._components = document.get("components", {})
        self._validators: dict[int, tuple[Node, Any]] = {}

    def fits(self, node: Node, value: Json) -> bool:
        """Return True if the schema of a parameter or media type allows a value.

        A schema that no validator understands allows nothing.
        """
        schema = node.get("schema", {})
        if id(schema) not in self._validators:
            self._validators[id(schema)] = schema, self._validator(schema)
        _, validator = self._validators[id(schema)]
        return validator is not None and bool(validator.is_valid(value))

    def _validator(self, schema: Json) -> Any:
        # References lead to the components, which have to be in the same document.
        root = {"allOf": [schema], "components": self._components}
        try:
            return jsonschema_rs.Draft202012Validator(root, validate_formats=True)
        except ValueError:
            return None
