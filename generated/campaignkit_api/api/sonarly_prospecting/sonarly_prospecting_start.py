# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
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
            lambda _body: _body.data,
        ),
        202: Decoder(
            ProspectingJobStartSuccessResponse,
            ProspectingJobStartSuccessResponse.from_dict,
            lambda _body: _body.data,
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
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/prospecting".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
    )
    _options["headers"] = _arguments.sendable(
        {
            "Idempotency-Key": _arguments.header_value(
                "idempotency_key", idempotency_key, _encoders.optional(_encoders.text)
            ),
        }
    )
    _options["json"] = _bodies.json_body("body", body, _encoders.model(ProspectingJobStart))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    account_group_id: str,
    *,
    body: ProspectingJobStart,
    idempotency_key: str | None = None,
) -> Call[StartedProspectingJob]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        body=body,
        idempotency_key=_arguments.unset_if_none(idempotency_key),
    )


def job(
    account_group_id: str,
) -> PollSpec[StartedProspectingJob, ProspectingJob]:
    """Return how to poll the job that `sonarly.prospecting.start` starts."""
    from .sonarly_prospecting_get import call as _read

    return PollSpec(
        lambda _started: _read(
            account_group_id=account_group_id,
            job_id=_started.job_id,
        ),
        lambda _state: _state.status,
        frozenset(["completed", "failed", "cancelled"]),
    )
