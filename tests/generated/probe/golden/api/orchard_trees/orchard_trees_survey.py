# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.polling import PollSpec

from ...models.survey import Survey
from ...models.survey_order import SurveyOrder

OPERATION: Operation[Survey] = Operation(
    id="orchard_trees_survey",
    method="POST",
    idempotency="keyed",
    decoders={
        200: Decoder(
            Survey,
            Survey.from_dict,
            lambda body: body,
        ),
        202: Decoder(
            Survey,
            Survey.from_dict,
            lambda body: body,
        ),
    },
)


def call(
    row: str,
    *,
    body: SurveyOrder,
    idempotency_key: str | Unset = UNSET,
) -> Call[Survey]:
    """Return a call of `orchard.trees.survey`."""
    _kwargs: dict[str, Any] = {}
    path = "/rows/{row}/surveys".format(
        row=segment("row", row),
    )
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)


def job(
    row: str,
) -> PollSpec[Survey, Survey]:
    """Return how to poll the job that `orchard.trees.survey` starts."""
    from .orchard_trees_surveyed import call as read

    return PollSpec(
        lambda started: read(
            row=row,
            survey=started.id,
        ),
        lambda state: state.status,
        frozenset(["completed", "failed", "cancelled"]),
    )
