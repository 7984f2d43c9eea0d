"""Every operation refuses by name what cannot be sent, before anything is sent."""

import asyncio
import datetime as dt
import inspect
import math
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from functools import partial
from itertools import product
from typing import Any

import httpx
import numpy as np
import pandas as pd  # type: ignore[import-untyped]
import pytest
from campaignkit import (
    AsyncCallers,
    AsyncSonarly,
    BatchError,
    Callers,
    CampaignKitError,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    Sonarly,
)
from campaignkit.models import CallersContactBulkItem, CallersContactBulkItemData
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake

from tests.client.responses import KEY, transport
from tests.example_calls import (
    ASYNC_CLIENTS,
    CLIENTS,
    OPERATION_IDS,
    arguments_of,
    method_of,
    vendor_of,
)

# What methods take besides what goes into a request.
OF_BATCHES = {"batch_size", "concurrency", "on_progress"}

each_operation = pytest.mark.parametrize("operation_id", OPERATION_IDS)


def unreached() -> httpx.MockTransport:
    """A transport that no request may reach."""
    return transport(lambda request: pytest.fail(f"{request.method} {request.url} was sent"))


def client_of(operation_id: str, *, is_async: bool = False) -> Any:
    """A client whose calls reach nothing."""
    kinds: dict[str, Any] = ASYNC_CLIENTS if is_async else CLIENTS
    return kinds[vendor_of(operation_id)](api_key=KEY, transport=unreached())


def parameters_of(operation_id: str) -> dict[str, inspect.Parameter]:
    """What the method of an operation takes, by name."""
    method = method_of(client_of(operation_id), operation_id)
    found = dict(inspect.signature(method).parameters)
    return {name: call for name, call in found.items() if name not in OF_BATCHES}


def refusal(
    operation_id: str, changes: dict[str, Any], *, is_async: bool = False, is_raw: bool = False
) -> InvalidArgumentError:
    """The error of a method that is called as the examples do, but for some arguments."""
    method = method_of(client_of(operation_id, is_async=is_async), operation_id, is_raw=is_raw)
    with pytest.raises(InvalidArgumentError) as caught:
        carry_out(method, arguments_of(operation_id) | changes)
    return caught.value


def carry_out(method: Any, arguments: dict[str, Any]) -> None:
    """Call a method, and wait for all that it gives."""
    outcome = method(**arguments)
    list(asyncio.run(finished(outcome)) if inspect.isawaitable(outcome) else outcome)


async def finished(awaitable: Any) -> Any:
    """What an awaitable comes to."""
    return await awaitable


class Nothing:
    """A value of a type that nothing can be made of."""


@pytest.mark.grid(one_in=4)
@each_operation
@pytest.mark.parametrize(
    ("is_async", "is_raw"), [(False, False), (False, True), (True, False), (True, True)]
)
def test_every_argument(operation_id: str, is_async: bool, is_raw: bool) -> None:
    """A value of a wrong type is named, whichever argument it is and however it is called."""
    for name in parameters_of(operation_id):
        error = refusal(operation_id, {name: Nothing()}, is_async=is_async, is_raw=is_raw)

        assert (type(error), error.argument) == (InvalidArgumentTypeError, name), error
        assert str(error).startswith(name)
        assert "got Nothing" in str(error)
        assert (error.outcome, error.attempts) == ("not_sent", 0)


@each_operation
def test_every_required_argument(operation_id: str) -> None:
    """None in the place of what is required is named."""
    for name, parameter in parameters_of(operation_id).items():
        is_nullable = "None" in str(parameter.annotation) or parameter.annotation == "Any"
        if parameter.default is parameter.empty and not is_nullable:
            error = refusal(operation_id, {name: None})

            assert (error.argument, "got None" in str(error)) == (name, True)


TEXTS = {"str", "str | None", "str | None | Unset"}
NUMBERS = {"float", "float | None", "float | None | Unset"}
TRUTH_VALUES = {"bool", "bool | None", "bool | None | Unset"}


def of_type(operation_id: str, *annotations: str) -> Iterator[str]:
    """The arguments of an operation that are annotated so."""
    for name, parameter in parameters_of(operation_id).items():
        if str(parameter.annotation) in annotations:
            yield name


NO_TEXTS: list[Any] = [b"x", 1.5, math.nan, True, ["a"], {"a": "b"}, "\ud800"]


@pytest.mark.grid(one_in=4)
@each_operation
def test_every_text(operation_id: str) -> None:
    """A text is a text: no bytes, numbers, lists or dicts, and nothing that UTF-8 cannot hold."""
    for name, value in product(of_type(operation_id, *TEXTS), NO_TEXTS):
        assert refusal(operation_id, {name: value}).argument == name, value


NO_INTEGERS: list[Any] = ["5", 1.5, math.nan, True, Decimal(5), 2**63]


@each_operation
def test_every_integer(operation_id: str) -> None:
    """An integer is one, of at most 64 bits."""
    for name, value in product(of_type(operation_id, "int", "int | None"), NO_INTEGERS):
        assert refusal(operation_id, {name: value}).argument == name, value


NO_NUMBERS: list[Any] = [math.nan, math.inf, Decimal("0.5"), "0.5", True, 10**400]


@each_operation
def test_every_number(operation_id: str) -> None:
    """A number is a finite float or an integer, and no text of one."""
    for name, value in product(of_type(operation_id, *NUMBERS), NO_NUMBERS):
        assert refusal(operation_id, {name: value}).argument == name, value


NO_TRUTH_VALUES: list[Any] = [1, "true", np.True_]


@each_operation
def test_every_truth_value(operation_id: str) -> None:
    """A truth value is True or False."""
    for name, value in product(of_type(operation_id, *TRUTH_VALUES), NO_TRUTH_VALUES):
        assert refusal(operation_id, {name: value}).argument == name, value


NO_LISTS: list[Any] = ["abc", b"abc", {"a": "b"}, 5]


@each_operation
def test_every_list(operation_id: str) -> None:
    """A list is no text, no bytes and no dict."""
    for name, parameter in parameters_of(operation_id).items():
        is_list = "list[" in str(parameter.annotation) or "Iterable[" in str(parameter.annotation)
        for value in NO_LISTS if is_list else ():
            error = refusal(operation_id, {name: value})

            assert (type(error), error.argument) == (InvalidArgumentTypeError, name), value


HEADERS = [
    (operation_id, name)
    for operation_id in OPERATION_IDS
    for name in ("idempotency_key", "sub_organization_id")
    if name in parameters_of(operation_id)
]


@pytest.mark.grid(one_in=4)
@pytest.mark.parametrize(("operation_id", "name"), HEADERS)
@pytest.mark.parametrize(
    "value", ["abc\n", "trail ", " lead", "ключ", "", "\x00", "a\r\nX-Own: 1", "a\tb", "\ud800"]
)
def test_every_header(operation_id: str, name: str, value: str) -> None:
    """A header carries printable ASCII text without blanks at its ends."""
    for is_async in (False, True):
        error = refusal(operation_id, {name: value}, is_async=is_async)

        assert (error.argument, error.outcome, type(error)) == (
            *(name, "not_sent"),
            InvalidArgumentError,
        )


def test_headers() -> None:
    """Those are all headers that operations take."""
    assert len(HEADERS) == 19


NO_SEGMENTS = ["", " ", ".", "..", "a\n", "\x00", "x" * 70_000, "я" * 20_000]


@pytest.mark.grid(one_in=4)
@each_operation
def test_every_path(operation_id: str) -> None:
    """A path holds no empty segment, none that moves it, no line break and no endless one."""
    for name, parameter in parameters_of(operation_id).items():
        for value in NO_SEGMENTS if parameter.kind is parameter.POSITIONAL_OR_KEYWORD else ():
            assert refusal(operation_id, {name: value}).argument == name, value


class Kind(StrEnum):
    """An enumeration of a caller's own."""

    ONE = "one"


class OldKind(str, Enum):  # noqa: UP042 - as code before Python 3.11 has them
    """The same in the old way, whose `str()` is the name."""

    ONE = "one"


def sent_path(value: Any) -> str:
    """The path of a call for a campaign with such an ID."""
    paths: list[str] = []

    def handle(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.raw_path.decode())
        raise httpx.ConnectError("refused")

    with pytest.raises(CampaignKitError):
        Sonarly(api_key=KEY, transport=transport(handle), retries=0).campaigns.get("g", value)
    return paths[0].rpartition("/")[2]


UUID = uuid.UUID("12345678-1234-5678-1234-567812345678")


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("a b", "a%20b"),
        (Kind.ONE, "one"),
        (OldKind.ONE, "one"),
        (np.str_("n"), "n"),
    ],
)
def test_id(value: Any, sent: str) -> None:
    """An ID is a text, of any class of texts."""
    assert sent_path(value) == sent


@pytest.mark.parametrize(
    "value",
    [None, 1.0, math.nan, np.nan, np.float64(1), pd.NA, pd.NaT, b"abc", True, np.True_, ("a",)],
    ids=repr,
)
def test_no_id(value: Any) -> None:
    """Anything else is refused, as the holes of a table are."""
    client = Sonarly(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentTypeError, match=r"must be a string, got ") as e:
        client.campaigns.get("g", value)
    with pytest.raises(
        InvalidArgumentTypeError, match=r"^lead_ids\[1\] must be a string"
    ) as listed:
        client.campaigns.with_raw_response.lead_status("g", "c", lead_ids=["l", value])

    assert (e.value.argument, listed.value.argument) == ("campaign_id", "lead_ids")


@pytest.mark.parametrize("value", [7, np.int64(7), 10**5_000, UUID], ids=["int", "np", "long", "u"])
def test_number_as_id(value: Any) -> None:
    """A number or a UUID in the place of an ID says how to pass it."""
    client = Sonarly(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentTypeError, match=r"^campaign_id .* Pass str\(value\)\.$"):
        client.campaigns.get("g", value)
    with pytest.raises(BatchError, match=r"lead_ids\[0\] must be a string, .* Pass str\(value\)"):
        list(client.campaigns.lead_status("g", "c", lead_ids=[value]))


def test_model_as_id() -> None:
    """A model in the place of its ID says which attribute to pass, in any list of IDs too."""
    sonarly = Sonarly(api_key="fake-sonarly", transport=Fake().transport())
    campaign = sonarly.campaigns.get(ID, ID)
    with pytest.raises(InvalidArgumentTypeError, match=r"got Campaign\. Pass campaign\.id\."):
        sonarly.campaigns.start(ID, campaign)  # type: ignore[arg-type]
    with pytest.raises(BatchError, match=r"lead_ids\[0\] .* got Campaign\. Pass campaign\.id") as e:
        list(sonarly.campaigns.lead_status(ID, ID, lead_ids=["a", campaign]))  # type: ignore[list-item]
    callers = Callers(api_key="fake-callers", transport=Fake().transport())
    contact = next(iter(callers.contacts.list(ID)))
    with pytest.raises(
        InvalidArgumentTypeError, match=r"^contact_ids\[0\].*Pass callers_contact\.id"
    ):
        callers.contacts.archive_bulk(ID, contact_ids=[contact])  # type: ignore[list-item]

    assert [failure.items for failure in e.value.failures] == [(campaign,)]


def test_ids_of_a_series() -> None:
    """A column with a hole gives the rows of the others, and names the hole."""
    sonarly = Sonarly(api_key="fake-sonarly", transport=Fake().transport())
    column = pd.Series(["one", None, "two"])
    found: list[str] = []
    with pytest.raises(BatchError, match="1 of 3 failed") as caught:
        found.extend(row.lead_id for row in sonarly.campaigns.lead_status(ID, ID, lead_ids=column))

    assert (found, caught.value.outcome) == (["one", "two"], "not_sent")


def bodies_of(make: Any) -> list[Any]:
    """What the calls of a client of Callers.ai send."""
    sent: list[Any] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request.read())
        raise httpx.ConnectError("refused")

    with pytest.raises(CampaignKitError):
        make(Callers(api_key=KEY, transport=transport(handle), retries=0))
    return sent


@pytest.mark.parametrize(
    "made",
    [
        lambda: (f"c{number}" for number in range(2)),
        lambda: ("c0", "c1"),
        lambda: {"c0": 1, "c1": 2}.keys(),
        lambda: pd.Series(["c0", "c1"]),
        lambda: map(str, ["c0", "c1"]),
    ],
)
def test_any_iterable(made: Any) -> None:
    """A list may be any iterable, which is read once."""
    sent = bodies_of(lambda client: client.contacts.archive_bulk("c", contact_ids=made()))

    assert sent == [b'{"contactIds":["c0","c1"]}']


class Broken:
    """A value that fails at every touch."""

    def __index__(self) -> int:
        raise RuntimeError("no number")

    def __repr__(self) -> str:
        raise RuntimeError("no text")


NO_COUNTS: list[Any] = [
    *(0, -1, True, 1.5, 50.0, math.nan, "5", KEY, -(10**5_000), Decimal(5), Broken()),
    *(np.float64(1), np.array(["a"]), np.array([5]), pd.NA, pd.DataFrame({"a": [KEY]})),
]


@pytest.mark.parametrize("kind", [Sonarly, AsyncSonarly])
@pytest.mark.parametrize("name", ["batch_size", "concurrency", "limit"])
def test_counts(kind: Any, name: str) -> None:
    """A number of ids, calls or items is an integer >= 1, and no error shows what is no number."""
    client = kind(api_key=KEY, transport=unreached())
    rows = partial(client.campaigns.lead_status, ID, ID, lead_ids=["a"])
    call = partial(client.audiences.list, ID) if name == "limit" else rows
    for value in NO_COUNTS:
        with pytest.raises(InvalidArgumentError, match=f"{name} must be an integer >= 1") as caught:
            call(**{name: value})
        assert caught.value.argument == name
        assert KEY not in str(caught.value)


@pytest.mark.parametrize("size", [np.int64(2), np.uint8(2), 2, 10**30])
def test_integers_as_counts(size: Any) -> None:
    """An integer of any library and of any size is a number of ids."""
    sonarly = Sonarly(api_key="fake-sonarly", transport=Fake().transport())
    rows = sonarly.campaigns.lead_status(ID, ID, lead_ids=["a", "b", "c"], batch_size=size)

    assert [row.lead_id for row in rows] == ["a", "b", "c"]


NOT_LISTABLE: list[Any] = [
    *(pd.DataFrame({"id": ["a"]}), np.array("a"), np.array(5), memoryview(b"ab"), bytearray(b"ab")),
    CallersContactBulkItemData(),
]


@pytest.mark.parametrize("values", NOT_LISTABLE, ids=lambda value: type(value).__name__)
def test_no_list(values: Any) -> None:
    """What would be taken apart into columns or bytes is no list, wherever a list is taken."""
    callers = Callers(api_key=KEY, transport=unreached())
    for client in (Sonarly, AsyncSonarly):
        campaigns: Any = client(api_key=KEY, transport=unreached()).campaigns
        with pytest.raises(InvalidArgumentTypeError, match=r"^lead_ids must be") as caught:
            campaigns.lead_status(ID, ID, lead_ids=values)
        assert caught.value.argument == "lead_ids"
    with pytest.raises(InvalidArgumentTypeError, match=r"^contact_ids must be a list, got"):
        callers.contacts.archive_bulk(ID, contact_ids=values)
    with pytest.raises(InvalidArgumentTypeError, match=r"^items must be"):
        callers.map(callers.campaigns.get, values)


def test_table() -> None:
    """A table has advice: one of its columns is a list."""
    client = Callers(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentTypeError, match=r"got DataFrame\. Pass one of its columns"):
        client.contacts.archive_bulk(ID, contact_ids=pd.DataFrame({"id": ["a"]}))
    with pytest.raises(InvalidArgumentTypeError, match=r"got DataFrame\. Pass one of its columns"):
        client.map(client.campaigns.get, pd.DataFrame({"id": ["a"]}))


@pytest.mark.parametrize("kind", [Sonarly, AsyncSonarly])
def test_progress(kind: Any) -> None:
    """An `on_progress` that cannot be called is refused before anything is sent."""
    client = kind(api_key=KEY, transport=unreached())
    for value in ("print", 5, ["a"], Broken()):
        with pytest.raises(InvalidArgumentTypeError, match=r"^on_progress must be callable, got"):
            client.campaigns.lead_status(ID, ID, lead_ids=["a"], on_progress=value)
        with pytest.raises(InvalidArgumentTypeError, match=r"^on_progress must be callable, got"):
            client.map(client.campaigns.list, [ID], on_progress=value)


def test_endless_value() -> None:
    """A value that holds itself is named, also if it is one field of a body."""
    endless: dict[str, Any] = {}
    endless["a"] = endless
    error = refusal("callers_organizations_sync", {"pricing": endless})

    assert (error.argument, error.outcome) == ("pricing", "not_sent")
    assert re.match(r"pricing\b.* must be nested less deeply\. It may contain itself", str(error))


@dataclass
class Row:
    """A caller's own class."""

    name: str


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (None, r"^data must be a mapping, got None\."),
        ([("a", "b")], r"^data must be a mapping, got list\."),
        ({"a"}, r"^data must be a mapping, got set\."),
        (Row("a"), r"^data must be a mapping, got Row\."),
        ({5: "a"}, r"^data must be a mapping with strings as keys, got int\."),
        ({"a": 5}, r"^data\['a'\] must be a string, got int\."),
        ({"a": None}, r"^data\['a'\] must be a string, got None\."),
        ({"a": Decimal(1)}, r"^data\['a'\] must be a string, got Decimal\."),
        ({"a": "\ud800"}, r"^data\['a'\] must be text that UTF-8 can encode\."),
        ({"\ud800": "a"}, r"^data.* must be text that UTF-8 can encode\."),
    ],
)
def test_data(data: Any, complaint: str) -> None:
    """A mapping names the key of the value that cannot be sent."""
    client = Callers(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentError, match=complaint) as caught:
        client.contacts.create("c", name="n", phone_number="+1", data=data)

    assert caught.value.argument == "data"


def item(**changes: Any) -> CallersContactBulkItem:
    """A contact for a bulk call."""
    data = CallersContactBulkItemData({"a": "b"})
    fields: dict[str, Any] = {"name": "n", "phone_number": "+1", "data": data}
    return CallersContactBulkItem(**(fields | changes))


NAMED = {"name": "n", "phoneNumber": "+1", "data": {}}


@pytest.mark.parametrize(
    ("contact", "complaint"),
    [
        (item(name=5), r"\.name must be a string, got int\."),
        (item(phone_number=None), r"\.phone_number must be a string, got None\."),
        ("n", r" must be a CallersContactBulkItem or a mapping, got str\."),
        (item(data="a"), r"\.data must be a CallersContactBulkItemData or a mapping, got str\."),
        ({**NAMED, "data": {"a": 1}}, r"\.data\['a'\] must be a string, got int\."),
        (
            {"name": "n", "phone_number": 5, "data": {}},
            r"\.phone_number must be a string, got int\.",
        ),
        (item(data=CallersContactBulkItemData({"a": 1})), r"\.data\['a'\] must be a string"),  # type: ignore[dict-item]
    ],
)
def test_nested(contact: Any, complaint: str) -> None:
    """A value deep in a body is named by the way to it."""
    client = Callers(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentTypeError, match=rf"^contacts\[1\].*{complaint}") as caught:
        client.contacts.create_bulk("c", contacts=[item(), contact])

    assert caught.value.argument == "contacts"


@pytest.mark.parametrize(
    ("moment", "complaint"),
    [
        (dt.date(2026, 1, 1), r"got date\. Pass datetime\.combine"),
        (dt.datetime(2026, 1, 1), r"with a time zone\. Add tzinfo"),
        (pd.NaT, "with a time zone, got NaTType"),
        ("2026-01-01T00:00:00Z", "got str"),
        (1_767_225_600, "got int"),
    ],
)
def test_moment(moment: Any, complaint: str) -> None:
    """A moment is a datetime with a time zone."""
    client = Callers(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentError, match=complaint) as caught:
        client.contacts.list("c", last_attempt_from=moment)

    assert (caught.value.argument, caught.value.outcome) == ("last_attempt_from", "not_sent")


def test_body_never_shown() -> None:
    """An error shows no value of a body."""
    secret = "phone-number-\ud800"
    client = Callers(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentError) as caught:
        client.contacts.create("c", name="n", phone_number=secret, data={})

    assert "phone-number" not in str(caught.value)


def test_maps() -> None:
    """A row of a map that cannot be sent belongs to its item; the others are done."""
    fake = Fake()
    sonarly = Sonarly(api_key="fake-sonarly", transport=fake.transport())
    done: list[Any] = []
    with pytest.raises(BatchError) as caught:
        done.extend(sonarly.map(sonarly.campaigns.get, [(ID, ID), (ID, math.nan), (ID, ID)]))

    [failure] = caught.value.failures
    assert (len(done), type(failure.error)) == (2, InvalidArgumentTypeError)
    assert caught.value.outcome == "not_sent"


async def mapped_async() -> tuple[int, CampaignKitError]:
    """The same for asyncio."""
    async with AsyncSonarly(api_key="fake-sonarly", transport=Fake().transport()) as sonarly:
        done: list[Any] = []
        try:
            async for pair in sonarly.map(sonarly.campaigns.get, [(ID, ID), (ID, b"x")]):
                done.append(pair)
        except BatchError as error:
            return len(done), error
    raise AssertionError


def test_maps_async() -> None:
    """A map of an async client gives a row that cannot be sent to its item too."""
    count, error = asyncio.run(mapped_async())

    assert (count, error.outcome) == (1, "not_sent")


def test_verified_by_a_lead() -> None:
    """An argument that only the read takes is checked before the call goes out."""
    sonarly = Sonarly(api_key=KEY, transport=unreached())
    for value in (5.0, b"l", "a,b"):
        with pytest.raises(InvalidArgumentError, match="lead_id"):
            sonarly.campaigns.approve("g", "c", "w", lead_id=value)  # type: ignore[arg-type]


def test_async_client_header() -> None:
    """The async client refuses a header before it waits for anything."""

    async def run() -> None:
        async with AsyncCallers(api_key=KEY, transport=unreached()) as client:
            await client.campaigns.list(organization_id="o", sub_organization_id="ключ")

    with pytest.raises(InvalidArgumentError, match="sub_organization_id must be printable ASCII"):
        asyncio.run(run())


class Unreadable:
    """A file of another library, which cannot be read."""

    def read(self) -> bytes:
        """Fail with a secret in the text."""
        raise RuntimeError(KEY)


def test_unreadable_file() -> None:
    """Any error of a file is the error of its argument, before anything is sent."""
    error = refusal("callers_voices_clone", {"files": [Unreadable()]})

    assert str(error).endswith("must be a file that can be read. Cannot read it: RuntimeError.")
    assert (error.argument, error.outcome) == ("files", "not_sent")
