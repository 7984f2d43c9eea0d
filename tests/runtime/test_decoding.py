"""Two ways from bytes to models that agree: the C decoder and `from_dict`."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import campaignkit_api.models
import pytest
from campaignkit.models import Campaign, CampaignLeadStatus
from campaignkit_runtime.datetimes import parse_rfc3339
from campaignkit_runtime.decoding.msgspec import FastDecodeError, make_decoder
from campaignkit_runtime.decoding.readers import SchemaMismatchError
from campaignkit_runtime.models import Model, to_json
from campaignkit_runtime.operations import Decoder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.example_calls import operation_of
from tests.runtime.schema_values import (
    OPERATION_IDS,
    PRINTED_IDS,
    documented,
    success,
    success_schema,
    values_of,
)
from tests.sampling import examples

EXAMPLES = examples(full=200, sampled=20)

each_operation = pytest.mark.parametrize("operation_id", OPERATION_IDS)
each_printed = pytest.mark.parametrize("operation_id", PRINTED_IDS)


def decoder(operation_id: str) -> Decoder[Any, Any]:
    """Return the decoder of the documented success of an operation."""
    return operation_of(operation_id).decoders[success(operation_id)]


@each_printed
def test_documented(operation_id: str) -> None:
    """Each documented response is decoded in C, with the result of `from_dict`."""
    response = documented(operation_id)
    fast = decoder(operation_id).body(json.dumps(response).encode())

    assert fast == decoder(operation_id).tolerant_body(response)


@pytest.mark.parametrize("content", [b"", b"{}", b"created"])
def test_no_body(content: bytes) -> None:
    """If no body is documented, none is read, also if one arrives."""
    assert decoder("callers_organizations_add_phone_numbers").body(content) is None


@each_printed
def test_round_trip(operation_id: str) -> None:
    """Each documented response is written as it was read."""
    body = decoder(operation_id).tolerant_body(documented(operation_id))

    assert to_json(body) == documented(operation_id)


@pytest.mark.no_cover
@each_operation
def test_both_ways_agree(operation_id: str) -> None:
    """Whatever the spec allows, both ways give equal models."""

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(values_of(success_schema(operation_id)))
    def check(response: Any) -> None:
        tolerant = decoder(operation_id).tolerant_body(response)
        try:
            fast = decoder(operation_id).body(json.dumps(response).encode())
        except FastDecodeError:  # an integer beyond 64 bits, a half of a character
            return
        reached[0] += 1
        assert fast == tolerant
        assert repr(fast) == repr(tolerant)

    reached = [0]
    check()

    # The C decoder is what is used, but for a few odd values.
    assert reached[0] > EXAMPLES / 2


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("id", 5, "a string"),
        ("selectedLeadCount", "25", "an integer"),
        ("selectedLeadCount", 2.5, "an integer"),
        ("selectedLeadCount", True, "an integer"),
        ("includeConversationHistory", 1, "a boolean"),
        ("status", 7, "a string"),
        ("status", ["draft"], "a string"),
        ("createdAt", "yesterday", "a date-time with an offset (RFC 3339)"),
        ("createdAt", "2026-04-28T15:30:00", "a date-time with an offset (RFC 3339)"),
        ("createdAt", 1777390200, "a date-time with an offset (RFC 3339)"),
        ("startedAt", {}, "a date-time with an offset (RFC 3339)"),
    ],
)
def test_wrong_type(field: str, value: object, expected: str) -> None:
    """A wrong type is refused both ways, with the place and what it should be."""
    response = documented("sonarly_campaigns_list")
    response["data"]["items"][0][field] = value
    with pytest.raises(FastDecodeError):
        decoder("sonarly_campaigns_list").body(json.dumps(response).encode())
    with pytest.raises(SchemaMismatchError) as caught:
        decoder("sonarly_campaigns_list").tolerant_body(response)

    assert (caught.value.path, caught.value.expected) == (f"$.data.items[0].{field}", expected)


def test_whole_number() -> None:
    """An integer may be written as 25.0."""
    response = documented("sonarly_campaigns_get")
    response["data"]["selectedLeadCount"] = 25.0
    campaign = decoder("sonarly_campaigns_get").tolerant_body(response).data

    assert (campaign.selected_lead_count, type(campaign.selected_lead_count)) == (25, int)


def test_missing_in_list() -> None:
    """A missing field is named with the place of its object."""
    response = [documented("callers_campaigns_list")[0] for _ in range(3)]
    del response[2]["callParams"]["timezone"]
    with pytest.raises(SchemaMismatchError) as caught:
        decoder("callers_campaigns_list").tolerant_body(response)

    assert caught.value.path == "$[2].callParams.timezone"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-04-28T15:30:00Z", datetime(2026, 4, 28, 15, 30, tzinfo=UTC)),
        ("2026-04-28t15:30:00z", datetime(2026, 4, 28, 15, 30, tzinfo=UTC)),
        ("2026-04-28 15:30:00Z", datetime(2026, 4, 28, 15, 30, tzinfo=UTC)),
        ("2026-04-28T17:30:00+02:00", datetime(2026, 4, 28, 15, 30, tzinfo=UTC)),
        ("2026-04-28T15:30:00.5Z", datetime(2026, 4, 28, 15, 30, 0, 500_000, UTC)),
        ("2026-04-28T15:30:00.123456789Z", datetime(2026, 4, 28, 15, 30, 0, 123_457, UTC)),
        ("2026-06-30T23:59:60Z", datetime(2026, 7, 1, tzinfo=UTC)),
    ],
)
def test_moment(text: str, moment: datetime) -> None:
    """Every form of RFC 3339 is read, and is aware."""
    assert parse_rfc3339(text) == moment
    assert parse_rfc3339(text).tzinfo is not None


@each_printed
def test_classes_stay_as_they_were(operation_id: str) -> None:
    """A decoded model is an instance of its class, which has no attribute with a JSON name."""
    body = decoder(operation_id).body(json.dumps(documented(operation_id)).encode())
    models = [*models_in(body)]

    assert all(
        type(model) is getattr(campaignkit_api.models, type(model).__name__) for model in models
    )
    assert [
        (type(model).__name__, name)
        for model in models
        for name in type(model)._json_names.values()
        if name not in type(model)._json_names and hasattr(model, name)
    ] == []


def models_in(value: Any) -> Iterator[Model]:
    """Yield the models that a decoded value consists of."""
    if isinstance(value, Model):
        yield value
        for attribute in type(value)._json_names:
            yield from models_in(getattr(value, attribute))
    elif isinstance(value, list):
        for item in value:
            yield from models_in(item)


def test_types_beyond_the_decoder() -> None:
    """What msgspec cannot hold in one type is left to `from_dict`."""
    with pytest.raises(FastDecodeError):
        make_decoder(Campaign | CampaignLeadStatus)(b"{}")


def test_without_msgspec() -> None:
    """Without msgspec, everything works, by `from_dict`."""
    script = (
        "import sys; sys.modules['msgspec'] = None\n"
        "from campaignkit import Sonarly\n"
        "from campaignkit_fake import SAMPLE_ID as ID, Fake\n"
        "client = Sonarly(api_key='fake-sonarly', transport=Fake().transport())\n"
        "print(len(client.campaigns.list(ID)), client.campaigns.start(ID, ID).campaign.status)\n"
    )
    command = [sys.executable, "-c", script]
    result = subprocess.run(command, capture_output=True, text=True, env=os.environ)  # noqa: S603

    assert (result.stdout, result.stderr) == ("48 active\n", "")


@given(st.binary(max_size=30))
@settings(derandomize=True, database=None, deadline=None)
def test_any_bytes(content: bytes) -> None:
    """No bytes make the C decoder raise anything but FastDecodeError."""
    with pytest.raises(FastDecodeError):
        decoder("sonarly_campaigns_get").body(content)


def test_deep_nesting() -> None:
    """Nesting beyond any stack is refused, not fatal."""
    with pytest.raises(FastDecodeError):
        decoder("sonarly_campaigns_get").body(b"[" * 1_000_000)
