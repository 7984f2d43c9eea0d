# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.survey import Survey

OPERATION: Operation[Survey] = Operation(
    id="orchard_trees_surveyed",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            Survey,
            Survey.from_dict,
            lambda body: body,
        ),
    },
)


def call(
    row: str,
    survey: str,
) -> Call[Survey]:
    """Return a call of `orchard.trees.surveyed`."""
    _kwargs: dict[str, Any] = {}
    path = "/rows/{row}/surveys/{survey}".format(
        row=segment("row", row),
        survey=segment("survey", survey),
    )

    return Call(OPERATION, path, _kwargs)
