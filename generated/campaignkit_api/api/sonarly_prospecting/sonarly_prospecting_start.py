# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.polling import PollSpec

from ...models.prospecting_job import ProspectingJob
from ...models.prospecting_job_start import ProspectingJobStart
from ...models.prospecting_job_start_success_response import (
    ProspectingJobStartSuccessResponse,
)
from ...models.started_prospecting_job import StartedProspectingJob

OPERATION: Operation[StartedProspectingJob] = Operation(
    id="sonarly_prospecting_start",
    method="POST",
    idempotency="keyed",
    decoders={
        200: Decoder(
            ProspectingJobStartSuccessResponse,
            ProspectingJobStartSuccessResponse.from_dict,
            lambda body: body.data,
        ),
        202: Decoder(
            ProspectingJobStartSuccessResponse,
            ProspectingJobStartSuccessResponse.from_dict,
            lambda body: body.data,
        ),
    },
)


def call(
    account_group_id: str,
    *,
    body: ProspectingJobStart,
    idempotency_key: str | Unset = UNSET,
) -> Call[StartedProspectingJob]:
    """Return a call of `sonarly.prospecting.start`."""
    _kwargs: dict[str, Any] = {}
    path = "/v1/accounts/{account_group_id}/prospecting".format(
        account_group_id=segment("account_group_id", account_group_id),
    )
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)


def job(
    account_group_id: str,
) -> PollSpec[StartedProspectingJob, ProspectingJob]:
    """Return how to poll the job that `sonarly.prospecting.start` starts."""
    from .sonarly_prospecting_get import call as read

    return PollSpec(
        lambda started: read(
            account_group_id=account_group_id,
            job_id=started.job_id,
        ),
        lambda state: state.status,
        frozenset(["completed", "failed", "cancelled"]),
    )
