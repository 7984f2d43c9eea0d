"""A scratch vendor whose operations use constructs that our own documents do not."""

from typing import Any

SOURCE = {"document": "quarry/stones", "standing": "documented"}
JSON = "application/json"


def operation(name: str, *, idempotency: str = "safe", **more: Any) -> dict[str, Any]:
    """Return an operation of the vendor, complete but for its subject."""
    return {
        "operationId": f"quarry_stones_{name}",
        "summary": f"Do {name}",
        "description": f"Does {name}.",
        "tags": ["quarry stones"],
        "x-source": SOURCE,
        "x-idempotency": idempotency,
        "security": [{"quarryKey": []}],
        "parameters": [],
        "responses": {"204": {"description": "Done."}},
        **more,
    }


def parameter(name: str, where: str = "query", schema: Any = None, **more: Any) -> dict[str, Any]:
    """Return a parameter with a description."""
    required = {"required": True} if where == "path" else {}
    shape = {} if "content" in more else {"schema": schema or {"type": "string"}}
    return {"name": name, "in": where, "description": f"The {name}.", **required, **shape, **more}


def responses(status: str = "200", /, **media: Any) -> dict[str, Any]:
    """Return a single response, with media types as keywords and their schemas."""
    content = {name: {"schema": schema} for name, schema in media.items()}
    return {status: {"description": "The stone.", "content": content}}


def document(paths: dict[str, Any], **components: Any) -> dict[str, Any]:
    """Return the document of the vendor."""
    stone = {
        "type": "object",
        "description": "A stone.",
        "required": ["id", "weight"],
        "properties": {"id": {"type": "string"}, "weight": {"type": "number"}},
        "x-source": SOURCE,
    }
    schemas = {"Stone": stone} | components.pop("schemas", {})
    key = {"type": "http", "scheme": "bearer"}
    schemes = {"quarryKey": key} | components.pop("securitySchemes", {})
    return {
        "openapi": "3.1.0",
        "info": {"title": "Quarry", "version": "1"},
        "servers": [{"url": "https://quarry.example", "description": "Quarry"}],
        "tags": [{"name": "quarry stones", "description": "Stones."}],
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": schemes, **components},
    }
