"""How long, how often, how much: options of a client and of single calls."""

import asyncio
import re
from typing import Any

import httpx
import pytest
from campaignkit import (
    AsyncCallers,
    BatchError,
    Callers,
    CampaignKitError,
    ClientOptions,
    ConfigurationError,
    OutcomeUnknownError,
    ResponseDecodeError,
    Sonarly,
)
from campaignkit._options import _CHECKS, Options
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake, VirtualClock

from tests.client.responses import CAMPAIGN, KEY, success, transport
from tests.example_calls import OPERATION_IDS, call_of, operation_of


def sonarly(response: httpx.Response, sent: list[httpx.Request], **options: Any) -> Sonarly:
    """Return a client whose calls all get the response, and are kept."""

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return response

    return Sonarly(api_key=KEY, transport=transport(handle), clock=VirtualClock(), **options)


def timeouts(sent: list[httpx.Request]) -> dict[str, float]:
    """Return the timeouts of the last request."""
    given: dict[str, float] = sent[-1].extensions["timeout"]
    return given


GOOD = httpx.Response(200, json=success())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("timeout", 0),
        ("timeout", float("nan")),
        ("deadline", -1),
        ("deadline", "soon"),
        ("deadline", float("inf")),
        ("timeout", 2**63),
        ("timeout", 1e-10),
        ("deadline", 10**400),
        ("rate", 1e-300),
        ("rate", 10**400),
        ("retries", -1),
        ("retries", 1.5),
        ("retries", True),
        ("max_response_bytes", 0),
        ("pickle_key", "yes"),
    ],
)
def test_refused(name: str, value: object) -> None:
    """What cannot be an option is refused before anything is sent, by client and by call."""
    with pytest.raises(ConfigurationError, match=f"{name} must be .* got {value!r}"):
        Sonarly(api_key=KEY, **{name: value})  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match=f"{name} must be .* got {value!r}"):
        Sonarly(api_key=KEY).with_options(**{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["settle", "resend_after"])
@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), 10**400, True, "10"])
def test_refused_seconds(name: str, value: object) -> None:
    """A period that is no number of seconds is refused, by client and by call."""
    complaint = re.escape(f"{name} must be a number of seconds from 0 to 1e+09, got {value!r}.")
    with pytest.raises(ConfigurationError, match=complaint):
        Sonarly(api_key=KEY, **{name: value})  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match=complaint):
        Callers(api_key=KEY).with_options(**{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(("seconds", "sent"), [(-1, 0), (0, 0), (1e12, 1e9), (None, None)])
def test_timeout_of_own_client(seconds: float | None, sent: float | None) -> None:
    """A timeout of a caller's client that no socket takes does not make an outcome unknown."""
    requests: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return GOOD

    with httpx.Client(transport=transport(handle), timeout=seconds) as http:
        Sonarly(api_key=KEY, http_client=http).campaigns.get("g", "c")

    assert timeouts(requests) == dict.fromkeys(("connect", "read", "write", "pool"), sent)


@pytest.mark.parametrize("kind", [Sonarly, Callers, AsyncCallers])
def test_no_option(kind: Any) -> None:
    """An option of another name is a TypeError, as of any function."""
    with pytest.raises(TypeError, match="unexpected keyword argument 'retires'"):
        kind(api_key=KEY, retires=1)
    with pytest.raises(TypeError, match="unexpected keyword argument 'retires'"):
        kind(api_key=KEY).with_options(retires=1)
    with pytest.raises(TypeError, match="unexpected keyword argument 'sub_organization_id'"):
        Sonarly(api_key=KEY, sub_organization_id="s")  # type: ignore[call-arg]


def test_documented() -> None:
    """The options that `help()` describes are the options that there are, each checked."""
    names = ClientOptions.__annotations__.keys()

    assert names == _CHECKS.keys() == Options._field_defaults.keys() & names
    for documented in (Sonarly.__doc__ or "", ClientOptions.__doc__ or ""):
        assert set(re.findall(r"^ {8}(\w+): ", documented, re.MULTILINE)) >= names


def test_timeout_is_taken_back() -> None:
    """None is the client's default time again, or that of the caller's own httpx client."""
    sent: list[httpx.Request] = []
    sonarly(GOOD, sent, timeout=2).with_options(timeout=None).campaigns.get("g", "c")
    ours = timeouts(sent)
    with httpx.Client(transport=transport(GOOD), timeout=7) as http:
        http.event_hooks = {"request": [sent.append]}
        client = Sonarly(api_key=KEY, http_client=http, timeout=2)
        client.with_options(timeout=None).campaigns.get("g", "c")

    assert (ours["read"], timeouts(sent)["read"]) == (30, 7)


def test_timeout() -> None:
    """A call's own timeout holds for it, and the client's for the next."""
    sent: list[httpx.Request] = []
    client = sonarly(GOOD, sent, timeout=7)
    client.campaigns.get("g", "c")
    before = timeouts(sent)
    client.with_options(timeout=3).campaigns.get("g", "c")
    during = timeouts(sent)
    client.campaigns.get("g", "c")

    assert [values["read"] for values in (before, during, timeouts(sent))] == [7, 3, 7]
    assert (before["connect"], during["connect"]) == (5, 3)


def test_deadline_cuts_timeouts() -> None:
    """No wait of an attempt is longer than what is left of the call."""
    sent: list[httpx.Request] = []
    sonarly(GOOD, sent, deadline=2).campaigns.get("g", "c")

    assert timeouts(sent) == {"connect": 2, "read": 2, "write": 2, "pool": 2}


def test_deadline_of_own_client() -> None:
    """A deadline holds if the timeouts of the caller's own httpx client are longer, or none."""
    sent: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return GOOD

    times = httpx.Timeout(None, read=1)
    with httpx.Client(transport=transport(handle), timeout=times) as http:
        client = Sonarly(api_key=KEY, http_client=http, deadline=2, clock=VirtualClock())
        client.campaigns.get("g", "c")

    assert timeouts(sent) == {"connect": 2, "read": 1, "write": 2, "pool": 2}


def test_deadline_is_taken_back() -> None:
    """None says that a call has no deadline."""
    sent: list[httpx.Request] = []
    sonarly(GOOD, sent, deadline=2).with_options(deadline=None).campaigns.get("g", "c")

    assert timeouts(sent)["read"] == 30


def acting_for(client: Callers, sent: list[httpx.Request], **own: str) -> str | None:
    """Organization that a call acts for."""
    client.campaigns.list(organization_id="o", **own)
    found: str | None = sent[-1].headers.get("x-sub-organization-id")
    return found


@pytest.fixture
def listed() -> tuple[httpx.MockTransport, list[httpx.Request]]:
    """Return a transport that responds with no campaigns, and its requests."""
    sent: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json=[])

    return httpx.MockTransport(handle), sent


def test_sub_organization(listed: tuple[httpx.MockTransport, list[httpx.Request]]) -> None:
    """A client acts for a sub organization, a call for its own, and None for none."""
    carrier, sent = listed
    client = Callers(api_key=KEY, sub_organization_id="one", transport=carrier)
    other = client.with_options(sub_organization_id="two")

    assert acting_for(client, sent) == "one"
    assert acting_for(client, sent, sub_organization_id="three") == "three"
    assert acting_for(other, sent) == "two"
    assert acting_for(other.with_options(timeout=3), sent) == "two"
    assert acting_for(other.with_options(sub_organization_id=None), sent) is None


WITHOUT_HEADER = [
    operation_id
    for operation_id in OPERATION_IDS
    if operation_id.startswith("callers_") and not operation_of(operation_id).headers
]


def unreached() -> httpx.MockTransport:
    """Return a transport that no request may reach."""
    return transport(lambda request: pytest.fail(f"{request.method} {request.url} was sent"))


@pytest.mark.parametrize("operation_id", WITHOUT_HEADER)
def test_header_of_others(operation_id: str) -> None:
    """An operation that does not take the header is refused, or it would act on something else."""
    sync = Callers(api_key=KEY, sub_organization_id="s", transport=unreached())
    one = AsyncCallers(api_key=KEY, sub_organization_id="s", transport=unreached())
    what = rf"{operation_id} does not take sub_organization_id.*sub_organization_id=None\)"
    for send in (sync._send, sync._send.raw):
        with pytest.raises(ConfigurationError, match=what) as caught:
            send(call_of(operation_id))
        assert (caught.value.operation, caught.value.outcome) == (operation_id, "not_sent")
    for begin in (one._send, one._send.raw):
        with pytest.raises(ConfigurationError, match=what):
            asyncio.run(begin(call_of(operation_id)))


def test_ten_without_header() -> None:
    """Those are the operations whose page has no such header."""
    assert len(WITHOUT_HEADER) == 10


def test_header_of_others_in_pages() -> None:
    """It is refused by the first page, and by each row of a map."""
    client = Callers(api_key=KEY, sub_organization_id="s", transport=unreached())
    with pytest.raises(ConfigurationError, match="callers_contacts_list does not take"):
        list(client.contacts.list(ID))
    with pytest.raises(BatchError, match="callers_contacts_archive_all does not take") as caught:
        list(client.map(client.contacts.archive_all, [ID, ID]))

    assert (caught.value.outcome, len(caught.value.items)) == ("not_sent", 2)


def test_header_taken_back() -> None:
    """Without the option the call goes out, as the message says."""
    client = Callers(api_key="fake-callers", sub_organization_id="s", transport=Fake().transport())

    assert list(client.with_options(sub_organization_id=None).contacts.list(ID))


def test_header_of_a_read() -> None:
    """The read about a call acts for what the call acted for: the client's, or the call's own."""
    seen: list[tuple[str, str | None]] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append((request.method, request.headers.get("x-sub-organization-id")))
        raise httpx.ReadError("reset")

    client = Callers(
        api_key=KEY,
        sub_organization_id="client",
        transport=httpx.MockTransport(handle),
        clock=VirtualClock(),
        retries=0,
        settle=0,
    )
    with pytest.raises(OutcomeUnknownError):
        client.memories.delete_all(ID)
    with pytest.raises(OutcomeUnknownError):
        client.memories.delete_all(ID, sub_organization_id="call")

    assert seen == [("DELETE", "client"), ("GET", "client"), ("DELETE", "call"), ("GET", "call")]


def test_retries() -> None:
    """A call's own retries hold for it."""
    sent: list[httpx.Request] = []
    client = sonarly(httpx.Response(500), sent, retries=1)
    with pytest.raises(CampaignKitError):
        client.with_options(retries=4).campaigns.get("g", "c")
    often = len(sent)
    with pytest.raises(CampaignKitError):
        client.campaigns.get("g", "c")

    assert (often, len(sent) - often) == (5, 2)


def test_options_add_up() -> None:
    """What is not given stays as it was, and the areas of the client are not those of its twin."""
    client = sonarly(GOOD, [], timeout=7)
    before = client.campaigns
    twin = client.with_options(deadline=2).with_options(retries=0)

    assert (twin._state.options.deadline, twin._state.options.policy.retries) == (2, 0)
    assert twin._state.options.timeout == client._state.options.timeout
    assert twin.campaigns is not before
    assert client.campaigns is before


def test_twin_of_a_subclass() -> None:
    """A twin keeps what a caller's own subclass has."""

    class Ours(Sonarly):
        name = ""

    client = Ours(api_key=KEY, transport=transport(GOOD))
    client.name = "ours"

    assert client.with_options(retries=0).name == "ours"


def test_close() -> None:
    """A client and its twins close together."""
    client = sonarly(GOOD, [])
    with client.with_options(retries=0) as twin:
        twin.campaigns.get("g", "c")

    with pytest.raises(ConfigurationError, match="closed"):
        client.campaigns.get("g", "c")


def test_large_answer() -> None:
    """A response beyond the limit is not read further, nor requested again."""
    taken: list[int] = []

    class Endless(httpx.SyncByteStream):
        def __iter__(self) -> Any:
            while True:
                taken.append(1)
                yield b"x" * 1_000

    sent: list[httpx.Request] = []
    client = sonarly(httpx.Response(200, stream=Endless()), sent, max_response_bytes=10_000)
    with pytest.raises(ResponseDecodeError, match="more than 10000 bytes") as caught:
        client.campaigns.get("g", "c")

    assert (len(taken), len(sent), caught.value.expected) == (11, 1, "at most 10000 bytes")


def test_large_answer_of_a_write() -> None:
    """A start whose response was too large is verified by a read."""
    long = httpx.Response(200, json=success(CAMPAIGN | {"name": "x" * 1_000}))

    with pytest.raises(OutcomeUnknownError) as caught:
        sonarly(long, [], max_response_bytes=100).campaigns.start("g", "c")

    assert isinstance(caught.value.__cause__, ResponseDecodeError)
