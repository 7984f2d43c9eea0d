# Generated from openapi.yaml by `make generate`; do not edit.
import builtins as _builtins
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.polling import PollSpec

from ...models.season import Season
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
            lambda _body: _body,
        ),
        202: Decoder(
            Survey,
            Survey.from_dict,
            lambda _body: _body,
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
    _options: dict[str, Any] = {}
    _path = "/rows/{row}/surveys".format(
        row=_arguments.path_segment("row", row, _encoders.text),
    )
    _options["headers"] = _arguments.sendable(
        {
            "Idempotency-Key": _arguments.header_value(
                "idempotency_key", idempotency_key, _encoders.optional(_encoders.text)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(SurveyOrder))
    return Call(OPERATION, _path, _options)


_call = call  # a parameter has its name


def call_from_arguments(
    row: str,
    *,
    season: Season | str | None,
    call: str | None = None,
    after: Season | str | None | Unset = UNSET,
    idempotency_key: str | None = None,
) -> Call[Survey]:
    """Return the call for the arguments of the method."""
    return _call(
        row,
        body=SurveyOrder(
            season=season if season is None else _arguments.enum_member(Season, "season", season),
            call=_arguments.unset_if_none(call),
            after=after
            if after is None or _builtins.isinstance(after, Unset)
            else _arguments.enum_member(Season, "after", after),
        ),
        idempotency_key=_arguments.unset_if_none(idempotency_key),
    )


def poll(
    row: str,
    survey: str,
) -> PollSpec[Survey]:
    """Return how to poll a job that `orchard.trees.survey` has started."""
    from .orchard_trees_surveyed import call as _read

    return PollSpec(
        str(survey),
        _read(
            row,
            survey,
        ),
        lambda _state: _state.status,
        frozenset(["completed", "failed", "cancelled"]),
    )


def poll_arguments(
    row: str,
    _started: Survey,
) -> tuple[Any, ...]:
    """Return the arguments of `poll` for a job that was started."""
    return (
        row,
        _started.id,
    )
