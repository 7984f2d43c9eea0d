# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.cancelled_prospecting_job import CancelledProspectingJob
from ...models.prospecting_job import ProspectingJob
from ...models.prospecting_job_cancel_success_response import (
    ProspectingJobCancelSuccessResponse,
)

OPERATION: Operation[CancelledProspectingJob] = Operation(
    id="sonarly_prospecting_cancel",
    method="POST",
    idempotency="verify",
    decoders={
        200: Decoder(
            ProspectingJobCancelSuccessResponse,
            ProspectingJobCancelSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    job_id: str,
) -> Call[CancelledProspectingJob]:
    """Return a call of `sonarly.prospecting.cancel`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/prospecting/{job_id}/cancel".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        job_id=_arguments.path_segment("job_id", job_id, _encoders.identifier),
    )

    def _verification() -> Verification[ProspectingJob, CancelledProspectingJob]:
        from .sonarly_prospecting_get import call as _read

        return Verification(
            _read(
                account_group_id=account_group_id,
                job_id=job_id,
            ),
            applied=lambda _found, _since: _found.status == "cancelled",
            unapplied=lambda _found, _since: not (_found.status == "cancelled"),
            result=lambda _found, _since: CancelledProspectingJob(
                job_id=_found.job_id, status=_found.status
            ),
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)
