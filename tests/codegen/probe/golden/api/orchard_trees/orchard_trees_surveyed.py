# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
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
            lambda _body: _body,
        ),
    },
)


def call(
    row: str,
    survey: str,
) -> Call[Survey]:
    """Return a call of `orchard.trees.surveyed`."""
    _options: dict[str, Any] = {}
    _path = "/rows/{row}/surveys/{survey}".format(
        row=_arguments.path_segment("row", row, _encoders.text),
        survey=_arguments.path_segment("survey", survey, _encoders.text),
    )
    return Call(OPERATION, _path, _options)
