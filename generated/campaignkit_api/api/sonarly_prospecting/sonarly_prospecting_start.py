# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Mapping
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
    _options["json"] = _bodies.json_body("", body, _encoders.model(ProspectingJobStart))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    account_group_id: str,
    *,
    search_url: str | None = None,
    saved_search_id: str | None = None,
    lead_list_id: str | None = None,
    post_url: str | None = None,
    max_results: int | None = None,
    search_emails: bool | None = None,
    body: ProspectingJobStart | Mapping[str, Any] | None = None,
    idempotency_key: str | None = None,
) -> Call[StartedProspectingJob]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        body=_arguments.required_body_of(
            ProspectingJobStart,
            body,
            {
                "search_url": _arguments.unset_if_none(search_url),
                "saved_search_id": _arguments.unset_if_none(saved_search_id),
                "lead_list_id": _arguments.unset_if_none(lead_list_id),
                "post_url": _arguments.unset_if_none(post_url),
                "max_results": _arguments.unset_if_none(max_results),
                "search_emails": _arguments.unset_if_none(search_emails),
            },
        ),
        idempotency_key=_arguments.unset_if_none(idempotency_key),
    )


def poll(
    account_group_id: str,
    job_id: str,
) -> PollSpec[ProspectingJob]:
    """Return how to poll a job that `sonarly.prospecting.start` has started."""
    from .sonarly_prospecting_get import call as _read

    return PollSpec(
        str(job_id),
        _read(
            account_group_id,
            job_id,
        ),
        lambda _state: _state.status,
        frozenset(["completed", "failed", "cancelled"]),
    )


def poll_arguments(
    account_group_id: str,
    _started: StartedProspectingJob,
) -> tuple[Any, ...]:
    """Return the arguments of `poll` for a job that was started."""
    return (
        account_group_id,
        _started.job_id,
    )
