"""Version of a document: OpenAPI 3.0 is upgraded to 3.1, other versions are refused."""

from typing import Any

from ..checks.document import Json, Node
from ..checks.findings import DocumentError
from ..checks.openapi_schema import schemas
from .repairs import exclusive_bounds

# Keywords that stay beside `anyOf` if a schema may be null.
_ANNOTATIONS = frozenset(
    ["default", "deprecated", "description", "example", "examples", "readOnly", "writeOnly"]
)


def require_version(document: Node, file_name: str) -> None:
    """Raise DocumentError if the version is missing, or not 3.0 or 3.1."""
    version = str(document.get("openapi", ""))
    if not version.startswith(("3.0.", "3.1.")):
        raise DocumentError(f"{file_name}:1: {_refused(document, version)}")


def upgrade_to_3_1(document: Node) -> None:
    """Upgrade a document of OpenAPI 3.0 to 3.1."""
    if document["openapi"].startswith("3.0."):
        document["openapi"] = "3.1.0"
        for _, schema in [*schemas(document)]:
            _upgrade_schema(schema)


def _refused(document: Node, version: str) -> str:
    if "swagger" in document:
        return f"Swagger {document['swagger']} is not supported: convert it to OpenAPI 3.1 first"
    if version:
        return f"OpenAPI {version} is not supported: use OpenAPI 3.0 or 3.1"
    return "openapi is missing: write 'openapi: 3.1.0'"


def _upgrade_schema(schema: Node) -> None:
    exclusive_bounds(schema)
    if schema.pop("nullable", False) is True:
        _allow_null(schema)


def _allow_null(schema: Node) -> None:
    """Let a schema allow null: in the list of types, or as an alternative."""
    kind: Json = schema.get("type")
    if isinstance(kind, str) and "enum" not in schema:
        schema["type"] = [kind, "null"]
        return
    inner: dict[str, Any] = {key: schema.pop(key) for key in [*schema] if key not in _ANNOTATIONS}
    if "enum" in inner:
        inner["enum"] = [value for value in inner["enum"] if value is not None]
    if inner:
        schema["anyOf"] = [inner, {"type": "null"}]
