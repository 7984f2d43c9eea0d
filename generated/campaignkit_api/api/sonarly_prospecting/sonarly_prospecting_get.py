# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.prospecting_job import ProspectingJob
from ...models.prospecting_job_status_success_response import (
    ProspectingJobStatusSuccessResponse,
)

OPERATION: Operation[ProspectingJob] = Operation(
    id="sonarly_prospecting_get",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            ProspectingJobStatusSuccessResponse,
            ProspectingJobStatusSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    job_id: str,
) -> Call[ProspectingJob]:
    """Return a call of `sonarly.prospecting.get`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/prospecting/{job_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        job_id=_arguments.path_segment("job_id", job_id, _encoders.identifier),
    )
    return Call(OPERATION, _path, _options)
