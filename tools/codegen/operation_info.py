"""Facts about each operation that the generator drops.

The generator drops `x-` extensions, `explode`, the descriptions of parameters and those of errors.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .constraints import described
from .parameter_forms import merged_parameters, schema_of
from .request_bodies import bodies_of
from .response_forms import successes_of
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

    status: str
    """Status, a range such as `4xx`, or all that are not documented."""
    class_name: str
    description: str


@dataclass(frozen=True)
class OperationInfo:
    """Facts about one operation, as the templates need them."""

    name: str
    resource: str
    summary: str
    description: str
    parameters: dict[tuple[str, str], str]
    """Descriptions with constraints, by location and name in the document."""
    fields: dict[str, str]
    """The same of the fields of the body."""
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
    deprecated: frozenset[tuple[str, str]]
    """Locations and names of the deprecated parameters."""


def operation_info(document: Json) -> dict[str, OperationInfo]:
    """Return the data of each operation for the templates, by operationId."""
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
    parameters = merged_parameters(document, item, operation)
    successes = successes_of(document, operation)
    verify = operation.get("x-verify", {})
    return OperationInfo(
        name=name,
        resource=resource,
        summary=operation["summary"].rstrip("."),
        description=" ".join(operation["description"].split()),
        parameters={
            (parameter["in"], parameter["name"]): described(
                document, schema_of(parameter), parameter.get("description", "")
            )
            for parameter in parameters
        },
        fields=_fields(document, operation),
        returned=_joined([response.get("description", "") for response in successes.values()]),
        errors=tuple(_errors(document, operation)),
        idempotency=operation["x-idempotency"],
        is_repeatable="repeatable" in verify,
        verified_by=tuple(verify.get("arguments", {})),
        permission=operation.get("x-permission"),
        prerequisites=tuple(operation.get("x-prerequisites", [])),
        is_deprecated=operation.get("deprecated", False),
        deprecated=frozenset((p["in"], p["name"]) for p in parameters if p.get("deprecated")),
    )


def _errors(document: Json, operation: Json) -> Iterator[ErrorResponse]:
    """Yield the documented failures: single statuses, then ranges, then all others."""
    responses = {
        str(status).lower(): response for status, response in operation["responses"].items()
    }
    is_success = not any(status.startswith("2") for status in responses)
    for status in sorted(responses, key=lambda status: (not status.isdecimal(), status)):
        text = resolve(document, responses[status]).get("description", "")
        if status == "default":
            if not is_success:
                yield ErrorResponse("any other status", "APIStatusError", text)
        elif status[0] in "45":
            lowest = int(status.replace("x", "0"))
            kind = "APIStatusError" if status == "4xx" else error_class(lowest)
            yield ErrorResponse(status, kind, text)


def _joined(texts: list[str]) -> str:
    """Return descriptions of alternatives as one sentence."""
    first, *others = [text.rstrip(".") for text in texts if text] or ["The response"]
    return ", or ".join([first, *(f"{text[0].lower()}{text[1:]}" for text in others)]) + "."


def _fields(document: Json, operation: Json) -> dict[str, str]:
    """Return the descriptions of the fields of a body that is one object."""
    bodies = bodies_of(document, operation)
    if len(bodies) != 1 or bodies[0].schema is None:
        return {}
    properties = resolve(document, bodies[0].schema).get("properties", {})
    return {name: described(document, schema) for name, schema in properties.items()}
