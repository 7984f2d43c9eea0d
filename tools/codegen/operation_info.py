"""Facts about each operation that the generator drops.

The generator drops `x-` extensions, `explode`, the descriptions of parameters and those of errors.
"""

from dataclasses import dataclass

from .constraints import described
from .spec import Json, operations, resolve, snake_case

ERROR_CLASSES = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}


@dataclass(frozen=True)
class ErrorResponse:
    """Documented failure of an operation, as the docstring names it."""

    status: int
    class_name: str
    description: str


@dataclass(frozen=True)
class OperationInfo:
    """Facts about one operation, as the templates need them."""

    name: str
    resource: str
    summary: str
    description: str
    parameters: dict[str, str]
    """Descriptions with constraints, by the names of the document."""
    fields: dict[str, str]
    """The same of the fields of the body."""
    comma_joined: frozenset[str]
    returned: str
    errors: tuple[ErrorResponse, ...]
    idempotency: str
    is_repeatable: bool
    """True if the call may be sent again after a read that shows no effect."""
    verified_by: tuple[str, ...]
    """Arguments without which no read can confirm the call."""
    permission: str | None
    prerequisites: tuple[str, ...]
    is_deprecated: bool
    deprecated: frozenset[str]


def operation_info(document: Json) -> dict[str, OperationInfo]:
    """Return what the templates need of each operation, by operationId."""
    return {
        operation["operationId"]: _info_of(document, operation, item)
        for _, _, operation, item in operations(document)
    }


def error_class(status: int) -> str:
    """Return the name of the exception class of a status of 400 or more."""
    return ERROR_CLASSES.get(status, "APIStatusError" if status < 500 else "InternalServerError")


def resource_of(operation: Json) -> tuple[str, str]:
    """Return the resource of an operation and the name of its method."""
    tag = operation["tags"][0]
    vendor, area = tag.split(" ", 1)
    name = operation["operationId"].removeprefix(snake_case(tag) + "_")
    return f"{vendor}.{snake_case(area)}", name


def _info_of(document: Json, operation: Json, item: Json) -> OperationInfo:
    resource, name = resource_of(operation)
    parameters = [
        resolve(document, parameter)
        for parameter in [*item.get("parameters", []), *operation.get("parameters", [])]
    ]
    responses = {
        int(status): resolve(document, response)["description"]
        for status, response in operation["responses"].items()
    }
    verify = operation.get("x-verify", {})
    return OperationInfo(
        name=name,
        resource=resource,
        summary=operation["summary"].rstrip("."),
        description=" ".join(operation["description"].split()),
        parameters={
            parameter["name"]: described(document, parameter["schema"], parameter["description"])
            for parameter in parameters
        },
        fields=_fields(document, operation),
        comma_joined=frozenset(
            parameter["name"]
            for parameter in parameters
            if parameter["in"] == "query" and parameter.get("explode") is False
        ),
        returned=_joined([text for status, text in responses.items() if status < 300]),
        errors=tuple(
            ErrorResponse(status, error_class(status), text)
            for status, text in sorted(responses.items())
            if status >= 400
        ),
        idempotency=operation["x-idempotency"],
        is_repeatable="repeatable" in verify,
        verified_by=tuple(verify.get("arguments", {})),
        permission=operation.get("x-permission"),
        prerequisites=tuple(operation.get("x-prerequisites", [])),
        is_deprecated=operation.get("deprecated", False),
        deprecated=frozenset(p["name"] for p in parameters if p.get("deprecated")),
    )


def _joined(texts: list[str]) -> str:
    """Return descriptions of alternatives as one sentence."""
    first, *others = [text.rstrip(".") for text in texts]
    return ", or ".join([first, *(f"{text[0].lower()}{text[1:]}" for text in others)]) + "."


def _fields(document: Json, operation: Json) -> dict[str, str]:
    """Return the descriptions of the fields of a body that is one object."""
    media = list(operation.get("requestBody", {}).get("content", {}).values())
    if len(media) != 1:
        return {}
    properties = resolve(document, media[0]["schema"]).get("properties", {})
    return {name: described(document, schema) for name, schema in properties.items()}
