"""Bodies take mappings and any iterables, by the names of Python or of the vendor."""

import asyncio
import json
from collections import UserDict
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import httpx
import pytest
from campaignkit import AsyncSonarly, Callers, InvalidArgumentError, Sonarly
from campaignkit.models import (
    AudienceCreate,
    CallersContactBulkItem,
    CallersContactBulkItemData,
    ProspectingJobStart,
)
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake
from campaignkit_runtime import arguments, encoders
from campaignkit_runtime.mappings import model_from
from campaignkit_runtime.models import UNSET

from tests.client.responses import KEY, success, transport

MODEL = CallersContactBulkItem("Ada", "+12025550142", CallersContactBulkItemData({"a": "b"}))
SENT = {"name": "Ada", "phoneNumber": "+12025550142", "data": {"a": "b"}}
SNAKE = {"name": "Ada", "phone_number": "+12025550142", "data": {"a": "b"}}
URL = "https://example.com/search"
STARTED = {"jobId": ID, "status": "queued", "createdAt": "2026-04-28T15:30:00.000Z"}


def sent_contacts(contacts: Any) -> Any:
    """Return the contacts of the body that a bulk call sends."""
    bodies: list[Any] = []

    def handle(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.content))
        counts = {"requested": 1, "added": 1, "modified": 0, "contactIds": []}
        return httpx.Response(200, json=counts)

    with Callers(api_key=KEY, transport=transport(handle)) as callers:
        callers.contacts.create_bulk("c", contacts=contacts)
    return bodies[0]["contacts"]


@pytest.mark.parametrize(
    "contact", [MODEL, SENT, SNAKE, MappingProxyType(SENT), UserDict(SNAKE)], ids=range(5)
)
def test_mapping(contact: Mapping[str, Any]) -> None:
    """A contact is a model, or any mapping with names of Python or of the vendor."""
    assert sent_contacts([contact]) == [SENT]


def test_any_iterable() -> None:
    """A list of a body is any iterable, with models and mappings side by side."""
    expected = [SENT, SENT]

    assert sent_contacts((MODEL, SNAKE)) == expected
    assert sent_contacts(contact for contact in (MODEL, SENT)) == expected
    assert sent_contacts({1: SENT, 2: SNAKE}.values()) == expected


def test_nested_iterable() -> None:
    """A list within a mapping is any iterable, too."""
    contact = SNAKE | {"phone_numbers": (number for number in ["+12025550143"])}

    assert sent_contacts([contact]) == [SENT | {"phoneNumbers": ["+12025550143"]}]


@pytest.mark.parametrize(
    ("contact", "complaint"),
    [
        ({"name": "Ada"}, r"Add 'phone_number', 'data'\."),
        (SNAKE | {"phone": "1"}, r"Use name, phone_number, data, .*; 'phone' is unknown\."),
        (SNAKE | {"x" * 40: "1"}, r"; str is unknown\."),
        (SNAKE | {"phoneNumber": "1"}, r"It has 'phone_number' twice\."),
        (SNAKE | {5: "1"}, "with strings as keys, got int"),
    ],
)
def test_bad_mapping(contact: Any, complaint: str) -> None:
    """A mapping that does not fit says which field is wrong."""
    with pytest.raises(
        InvalidArgumentError, match=rf"^contacts\[1\] must be a mapping.*{complaint}"
    ):
        sent_contacts([SENT, contact])


def started_with(**keywords: Any) -> Any:
    """Return the body that starts a prospecting job."""
    bodies: list[Any] = []

    def handle(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.content))
        return httpx.Response(202, json=success(STARTED))

    with Sonarly(api_key=KEY, transport=transport(handle)) as sonarly:
        sonarly.prospecting.start("g", **keywords)
    return bodies[0]


def test_open_body() -> None:
    """A body with fields of any name is passed by keywords, or as a whole."""
    expected = {"searchUrl": URL, "maxResults": 5}

    assert started_with(search_url=URL, max_results=5) == expected
    assert started_with(body=ProspectingJobStart(search_url=URL, max_results=5)) == expected
    assert started_with(body={"search_url": URL, "maxResults": 5}) == expected
    assert started_with(body={"kind": "url_upload", "urls": (URL,)}) == {
        "kind": "url_upload",
        "urls": [URL],
    }


@pytest.mark.parametrize(
    ("keywords", "complaint"),
    [
        ({}, "body must be passed, or its fields: search_url, "),
        ({"body": {}, "search_url": URL}, "body must not be passed with search_url"),
        ({"search_url": 5}, "^search_url must be a string, got int"),
        ({"body": {"search_url": 5}}, r"^body\.search_url must be a string, got int"),
    ],
)
def test_bad_open_body(keywords: dict[str, Any], complaint: str) -> None:
    """Without a field, or with both forms, nothing is sent."""
    with pytest.raises(InvalidArgumentError, match=complaint):
        started_with(**keywords)


def test_union() -> None:
    """A mapping in the place of one of several models is the model that it fits."""
    encode = encoders.one_of(
        encoders.model(AudienceCreate), encoders.model(CallersContactBulkItem), encoders.text
    )

    assert arguments.encoded("body", arguments.any_of(SNAKE), encode) == SENT
    with pytest.raises(InvalidArgumentError, match="body must be a mapping with the fields of Aud"):
        arguments.encoded("body", {"other": 1}, encode)


def test_optional_open_body() -> None:
    """An optional body is left out without its fields."""
    assert arguments.body_of(ProspectingJobStart, None, {"search_url": UNSET}) is UNSET


def test_async(campaignkit_fake: Fake) -> None:
    """Async clients take the same bodies."""

    async def run() -> str:
        async with AsyncSonarly(
            api_key="fake-sonarly", transport=campaignkit_fake.transport()
        ) as sonarly:
            job = await sonarly.prospecting.start(ID, search_url=URL, max_results=5)
            return job.id

    assert asyncio.run(run())


def test_keyword_names() -> None:
    """A mapping takes the names of keywords, such as `type` for the attribute `type_`."""
    assert model_from(AudienceCreate, {"type": "x", "name": "n"}).type_ == "x"
