"""The validator finds nothing in the fake, and each deviation under its own name."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from typing import Any

import httpx
import pytest
from campaignkit_contract.exchange import Exchange, RecordingError
from campaignkit_contract.findings import exit_code
from campaignkit_contract.validator import Validator, packaged_validator
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake

VALIDATOR = packaged_validator()
DOCUMENT: dict[str, Any] = json.loads(
    files("campaignkit_api").joinpath("openapi.json").read_bytes()
)
CAMPAIGNS = f"/v1/accounts/{SAMPLE_ID}/campaigns"
CAMPAIGN = f"{CAMPAIGNS}/{SAMPLE_ID}"
ORGANIZATION = f"/campaigns?organizationId={SAMPLE_ID}"
EMPTY_DRAFT = "ca0000000000000000000011"
SONARLY, CALLERS = "Bearer fake-sonarly", "fake-callers"

Change = Callable[[Exchange], Exchange]


def ask(fake: Fake, method: str, target: str, key: str = SONARLY, **headers: str) -> Exchange:
    """Ask the fake; the exchange."""
    sent = {"Authorization": key, **headers} if key else headers
    with httpx.Client(base_url="https://api.invalid", transport=fake.transport()) as client:
        return Exchange.from_httpx(client.request(method, target, headers=sent))


@pytest.fixture
def fake() -> Fake:
    """A fresh fake."""
    return Fake()


HEALTHY = [
    (200, "GET", CAMPAIGNS, SONARLY),
    (200, "GET", CAMPAIGN, SONARLY),
    (200, "POST", f"{CAMPAIGN}/start", SONARLY),
    (200, "GET", f"{CAMPAIGN}/lead-status?leadIds={SAMPLE_ID},x,{SAMPLE_ID}", SONARLY),
    (200, "GET", f"{CAMPAIGN}/lead-status?leadIds=a%2Cb", SONARLY),
    (400, "GET", f"{CAMPAIGN}/lead-status", SONARLY),
    (400, "GET", f"{CAMPAIGNS}?page=2", SONARLY),
    (401, "GET", CAMPAIGNS, ""),
    (401, "GET", CAMPAIGNS, CALLERS),
    (403, "GET", CAMPAIGNS, "Bearer fake-sonarly-narrow"),
    (403, "POST", f"{CAMPAIGN}/start", "Bearer fake-sonarly-read"),
    (404, "GET", f"{CAMPAIGNS}/nobody", SONARLY),
    (404, "GET", "/v1/nothing", SONARLY),
    (404, "GET", f"/{CAMPAIGNS}", SONARLY),
    (405, "DELETE", f"{CAMPAIGN}/content-slots", SONARLY),
    (405, "GET", f"{CAMPAIGN}/start", SONARLY),
    (405, "HEAD", CAMPAIGNS, SONARLY),
    (422, "POST", f"{CAMPAIGNS}/{EMPTY_DRAFT}/start", SONARLY),
    (200, "GET", ORGANIZATION, CALLERS),
    (200, "GET", f"{ORGANIZATION}&campaignGroupId=c90000000000000000000001", CALLERS),
    (400, "GET", "/campaigns", CALLERS),
    (401, "GET", ORGANIZATION, ""),
    (403, "GET", ORGANIZATION, "fake-callers-other"),
    (404, "GET", "/campaigns?organizationId=nobody", CALLERS),
    (404, "GET", "/nothing", CALLERS),
    (405, "PUT", "/campaigns", CALLERS),
    (405, "HEAD", "/campaigns", CALLERS),
]


@pytest.mark.parametrize(("status", "method", "target", "key"), HEALTHY)
def test_healthy(fake: Fake, status: int, method: str, target: str, key: str) -> None:
    """There is nothing to find in an answer of the healthy fake."""
    exchange = ask(fake, method, target, key)

    assert (exchange.status, VALIDATOR.validate(exchange)) == (status, [])


@pytest.mark.parametrize("seed", range(1, 6))
def test_healthy_state(seed: int) -> None:
    """Nor after a start, nor in whatever else a seed makes."""
    fake = Fake(seed)
    ids = [
        each["id"] for each in json.loads(ask(fake, "GET", CAMPAIGNS).body or b"")["data"]["items"]
    ]
    exchanges = [ask(fake, "POST", f"{CAMPAIGNS}/{id_}/start") for id_ in ids]
    exchanges += [ask(fake, "GET", f"{CAMPAIGNS}/{id_}") for id_ in ids]
    leads = fake.state()["campaigns"][SAMPLE_ID]["leadIds"]
    exchanges += [
        ask(fake, "GET", f"{CAMPAIGNS}/{id_}/lead-status?leadIds={','.join(leads)}") for id_ in ids
    ]

    assert {each.status for each in exchanges} == {200, 409, 422}
    assert [str(finding) for each in exchanges for finding in VALIDATOR.validate(each)] == []


@pytest.mark.parametrize(("target", "key"), [(CAMPAIGNS, SONARLY), (ORGANIZATION, CALLERS)])
def test_healthy_limit(target: str, key: str) -> None:
    """A 429 needs no documentation, and its Retry-After can be read."""
    fake = Fake(rate=1)
    exchange = [ask(fake, "GET", target, key) for _ in range(2)][1]

    assert exchange.status == 429
    assert "Retry-After" in exchange.headers
    assert VALIDATOR.validate(exchange) == []


def body(edit: Callable[[Any], None]) -> Change:
    """Change the JSON of the body."""

    def change(exchange: Exchange) -> Exchange:
        value = json.loads(exchange.body or b"")
        edit(value)
        return replace(exchange, body=json.dumps(value).encode())

    return change


def text(content: bytes) -> Change:
    """Send this for a body."""
    return lambda exchange: replace(exchange, body=content)


def header(name: str, value: str | None) -> Change:
    """Set a header of the answer, or leave it out."""

    def change(exchange: Exchange) -> Exchange:
        headers = httpx.Headers(
            [(key, each) for key, each in exchange.headers.items() if key != name]
        )
        return replace(
            exchange, headers=headers if value is None else httpx.Headers({**headers, name: value})
        )

    return change


def status(code: int) -> Change:
    """Answer with another status."""
    return lambda exchange: replace(exchange, status=code)


def with_target(target: str) -> Change:
    """Let the answer belong to another request."""
    return lambda exchange: replace(exchange, target=target)


def with_key(credential: str | None) -> Change:
    """Let the request have carried another key, or none."""
    headers = {"Authorization": credential} if credential is not None else {}
    return lambda exchange: replace(exchange, request_headers=httpx.Headers(headers))


def method(name: str) -> Change:
    """Let the request have had another method."""
    return lambda exchange: replace(exchange, method=name)


def first(value: Any) -> Any:
    """The first campaign of a list."""
    return value["data"]["items"][0]


LIST, GET = ("GET", CAMPAIGNS, SONARLY), ("GET", CAMPAIGN, SONARLY)
LEADS = ("GET", f"{CAMPAIGN}/lead-status?leadIds={SAMPLE_ID}", SONARLY)
OTHERS, LOST = ("GET", ORGANIZATION, CALLERS), ("GET", "/v1/nothing", SONARLY)
DELETE = ("DELETE", f"{CAMPAIGN}/content-slots", SONARLY)
UNKNOWN = ("GET", f"{CAMPAIGNS}/nobody", SONARLY)


def broken(*links: str) -> set[tuple[str, str, str]]:
    """What is found of links that cannot be followed."""
    return {("breaking", "links", each) for each in links}


ITEM = "/data/items/0"

FAULTY: dict[str, tuple[tuple[str, str, str], Change, set[tuple[str, str, str]]]] = {
    "missing field": (
        LIST,
        body(lambda b: first(b).pop("name")),
        {("breaking", "schema", ITEM)},
    ),
    "wrong type": (
        LIST,
        body(lambda b: first(b).update(name=5)),
        {("breaking", "schema", f"{ITEM}/name")},
    ),
    "wrong null": (
        GET,
        body(lambda b: b["data"].update(createdAt=None)),
        {("breaking", "schema", "/data/createdAt")},
    ),
    "bad date": (
        GET,
        body(lambda b: b["data"].update(createdAt="2026-01-05 09:00")),
        {("breaking", "schema", "/data/createdAt")},
    ),
    "object for a list": (
        OTHERS,
        text(b"{}"),
        {("breaking", "schema", ""), *broken("get", "contacts", "calls")},
    ),
    "callers' error": (
        ("GET", ORGANIZATION, ""),
        text(b'{"status": "fail"}'),
        {("breaking", "schema", "/status")},
    ),
    "extra field": (
        LIST,
        body(lambda b: first(b).update(owner="me")),
        {("additive", "schema", ITEM)},
    ),
    "extra field in the envelope": (
        GET,
        body(lambda b: b.update(took=3)),
        {("additive", "schema", "")},
    ),
    "extra field of callers": (
        OTHERS,
        body(lambda b: b[1]["callParams"].update(pace=1)),
        {("additive", "schema", "/1/callParams")},
    ),
    "extra field of an error": (
        ("GET", ORGANIZATION, ""),
        body(lambda b: b.update(code=7)),
        {("additive", "schema", "")},
    ),
    "new word": (
        LIST,
        body(lambda b: first(b).update(status="paused")),
        {("additive", "schema", f"{ITEM}/status")},
    ),
    "new word or null": (
        LEADS,
        body(lambda b: first(b).update(workflowStopReason="BORED")),
        {("additive", "schema", f"{ITEM}/workflowStopReason")},
    ),
    "no success": (
        GET,
        body(lambda b: b.update(success=False)),
        {("breaking", "schema", "/success"), ("breaking", "envelope", "/success")},
    ),
    "error in a success": (
        GET,
        body(lambda b: b.update(error={"code": "X", "message": "x"})),
        {("breaking", "schema", "/error"), ("breaking", "envelope", "/error")},
    ),
    "success without data": (
        LEADS,
        body(lambda b: b.pop("data")),
        {
            ("breaking", "schema", ""),
            ("breaking", "envelope", "/data"),
            *broken("approve", "discard"),
        },
    ),
    "failure with data": (
        UNKNOWN,
        body(lambda b: b.update(data={})),
        {("breaking", "schema", "/data"), ("breaking", "envelope", "/data")},
    ),
    "failure without error": (
        UNKNOWN,
        body(lambda b: b.update(error=None)),
        {("breaking", "schema", "/error"), ("breaking", "envelope", "/error")},
    ),
    "empty trace id": (
        GET,
        body(lambda b: b.update(traceId=" ")),
        {("breaking", "envelope", "/traceId")},
    ),
    "bare list": (
        LEADS,
        text(b"[]"),
        {
            ("breaking", "schema", ""),
            ("breaking", "envelope", ""),
            *broken("approve", "discard"),
        },
    ),
    "success that is a failure": (
        GET,
        status(404),
        {
            *{("breaking", "schema", f"/{name}") for name in ("success", "data", "error")},
            *{("breaking", "envelope", f"/{name}") for name in ("success", "data", "error")},
        },
    ),
    "undocumented status": (
        UNKNOWN,
        status(410),
        {("breaking", "status", "")},
    ),
    "undocumented status of callers": (
        ("GET", "/campaigns?organizationId=nobody", CALLERS),
        status(500),
        {("breaking", "status", "")},
    ),
    "undocumented success": (
        GET,
        status(202),
        {("breaking", "status", "")},
    ),
    "cached without a condition": (
        GET,
        status(304),
        {("breaking", "status", "")},
    ),
    "other content type": (
        GET,
        header("content-type", "text/html; charset=utf-8"),
        {("breaking", "content-type", "")},
    ),
    "no content type": (
        GET,
        header("content-type", None),
        {("breaking", "headers", "Content-Type")},
    ),
    "empty": (GET, text(b""), {("breaking", "body", "")}),
    "cut short": (GET, text(b'{"success": true, "da'), {("breaking", "body", "")}),
    "no JSON": (OTHERS, text(b"[NaN]"), {("breaking", "body", "")}),
    "no UTF-8": (OTHERS, text(b'["\xff"]'), {("breaking", "body", "")}),
    "a body to HEAD": (LIST, method("HEAD"), {("breaking", "body", "")}),
    "unreadable Retry-After": (
        UNKNOWN,
        header("retry-after", "soon"),
        {("breaking", "headers", "Retry-After")},
    ),
    "no Allow": (DELETE, header("allow", None), {("breaking", "headers", "Allow")}),
    "no Allow where nothing is": (
        LOST,
        status(405),
        {("breaking", "headers", "Allow")},
    ),
    "Allow without the method": (
        DELETE,
        header("allow", "POST"),
        {("breaking", "headers", "Allow"), ("additive", "headers", "Allow")},
    ),
    "Allow of what was refused": (
        DELETE,
        header("allow", "GET, DELETE"),
        {("breaking", "headers", "Allow")},
    ),
    "Allow of more": (
        DELETE,
        header("allow", "GET, HEAD, OPTIONS, PATCH"),
        {("additive", "headers", "Allow")},
    ),
    "error form of a lost path": (
        LOST,
        body(lambda b: b.pop("traceId")),
        {("breaking", "schema", ""), ("breaking", "envelope", "/traceId")},
    ),
    "error form of another method": (
        DELETE,
        body(lambda b: b["error"].pop("code")),
        {("breaking", "schema", "/error")},
    ),
    "unknown path": (GET, with_target("/v1/nothing"), {("additive", "route", "")}),
    "unknown method": (GET, method("PUT"), {("additive", "route", "")}),
    "no key": (GET, with_key(None), {("breaking", "negative", "Authorization")}),
    "wrong scheme": (
        GET,
        with_key("Basic fake-sonarly"),
        {("breaking", "negative", "Authorization")},
    ),
    "bare key": (GET, with_key("fake-sonarly"), {("breaking", "negative", "Authorization")}),
    "no key of callers": (OTHERS, with_key(" "), {("breaking", "negative", "Authorization")}),
    "missing parameter": (
        OTHERS,
        with_target("/campaigns"),
        {("breaking", "negative", "query organizationId")},
    ),
    "wrong parameter": (
        LEADS,
        with_target(f"{CAMPAIGN}/lead-status?leadIds=a,,b"),
        {("breaking", "negative", "query leadIds")},
    ),
    "unknown parameter": (
        LIST,
        with_target(f"{CAMPAIGNS}?limit=2"),
        {("additive", "negative", "query limit")},
    ),
}


@pytest.mark.parametrize(("request_", "change", "expected"), FAULTY.values(), ids=FAULTY)
def test_faulty(
    fake: Fake,
    request_: tuple[str, str, str],
    change: Change,
    expected: set[tuple[str, str, str]],
) -> None:
    """A planted fault is found, and nothing beside it: kind, check and place."""
    found = VALIDATOR.validate(change(ask(fake, *request_)))

    assert {(each.kind, each.check, each.location) for each in found} == expected
    assert all(each.message and each.operation for each in found)


@pytest.mark.parametrize(
    ("request_", "change"),
    [
        (GET, body(lambda b: b["data"].update(description=None))),
        (LIST, body(lambda b: b["data"].update(items=[]))),
        (GET, header("content-type", "Application/JSON; charset=UTF-8")),
        (UNKNOWN, header("retry-after", "Fri, 31 Dec 2027 23:59:59 GMT")),
        (UNKNOWN, header("retry-after", "120")),
        (DELETE, header("allow", "get, HEAD, OPTIONS")),
        (GET, lambda e: replace(e, body=None)),
        (GET, lambda e: replace(e, method="HEAD", body=b"")),
        (GET, lambda e: replace(e, method="OPTIONS", status=204, body=b"")),
        (GET, with_key("bearer any-key")),
        (GET, lambda e: replace(with_key(None)(e), hidden_headers=frozenset({"authorization"}))),
        (
            GET,
            lambda e: replace(
                e, status=304, body=b"", request_headers=httpx.Headers({"If-None-Match": "x"})
            ),
        ),
        (LEADS, with_target(f"{CAMPAIGN}/lead-status?leadIds=a&leadIds=b")),
    ],
)
def test_no_false_alarm(fake: Fake, request_: tuple[str, str, str], change: Change) -> None:
    """What only looks odd, or cannot be known, is let be."""
    assert VALIDATOR.validate(change(ask(fake, *request_))) == []


def changed(change: Callable[[dict[str, Any]], None]) -> Validator:
    """The validator by another spec; the change gets the documented 200 of one campaign."""
    document = copy.deepcopy(DOCUMENT)
    change(
        document["paths"]["/v1/accounts/{accountGroupId}/campaigns/{campaignId}"]["get"][
            "responses"
        ]["200"]
    )
    return Validator(document, document)


def linked(parameters: dict[str, str], operation: str = "sonarly_campaigns_get") -> Validator:
    """The validator by a spec with this link."""
    link = {"operationId": operation, "parameters": parameters}
    return changed(lambda answer: answer["links"].update(it=link))


@pytest.mark.parametrize(
    ("validator", "complaints"),
    [
        (linked({"campaignId": "$response.body#/data/id"}), []),
        (linked({"path.campaignId": "$request.path.campaignId"}), []),
        (linked({"campaignId": "at {$url} by {$method}, {$statusCode}"}), []),
        (linked({"campaignId": "constant"}), []),
        (linked({"campaignId": "$request.header.authorization"}), []),
        (
            linked({"campaignId": "$response.body#/data/key"}),
            ["$response.body#/data/key is missing from the exchange"],
        ),
        (
            linked({"campaignId": "$response.body#/data/id/x"}),
            ["$response.body#/data/id/x is missing from the exchange"],
        ),
        (
            linked({"campaignId": "$request.body#/id"}),
            ["$request.body#/id is missing from the exchange"],
        ),
        (
            linked({"campaignId": "$request.query.id"}),
            ["$request.query.id is missing from the exchange"],
        ),
        (
            linked({"campaignId": "$response.header.location"}),
            ["$response.header.location is missing from the exchange"],
        ),
        (linked({"campaignId": "$nonsense"}), ["$nonsense is missing from the exchange"]),
        (linked({"id": "x"}), ["fills id, which sonarly_campaigns_get does not have"]),
        (linked({}, "nobody"), ["leads to nobody, which the spec does not have"]),
    ],
)
def test_links(fake: Fake, validator: Validator, complaints: list[str]) -> None:
    """A link can be followed: what fills it is there, and so is the operation."""
    found = validator.validate(ask(fake, *GET))

    assert [each.message for each in found] == complaints
    assert {(each.kind, each.check, each.location) for each in found} <= {
        ("breaking", "links", "it")
    }


@pytest.mark.parametrize(
    ("reference", "complaints"),
    [
        ("#/paths/~1campaigns/get", []),
        ("#/paths/~1nowhere/get", ["leads to #/paths/~1nowhere/get, which the spec does not have"]),
        ("https://other.example/spec.json#/paths/~1x/get", []),
    ],
    ids=["there", "nowhere", "another document"],
)
def test_referred(fake: Fake, reference: str, complaints: list[str]) -> None:
    """A link may lead to an operation by its place."""
    validator = changed(lambda answer: answer["links"].update(it={"operationRef": reference}))

    assert [each.message for each in validator.validate(ask(fake, *GET))] == complaints


def test_key_in_query(fake: Fake) -> None:
    """A key that belongs into the query is looked for there, and is no unknown parameter."""
    document = copy.deepcopy(DOCUMENT)
    scheme = {"type": "apiKey", "in": "query", "name": "key"}
    document["components"]["securitySchemes"]["sonarlyKey"] = scheme
    validator = Validator(document, document)
    exchange = ask(fake, *GET)

    assert validator.validate(replace(exchange, target=f"{CAMPAIGN}?key=some")) == []
    assert [each.check for each in validator.validate(exchange)] == ["negative"]


@pytest.mark.parametrize(
    ("value", "is_required", "complaints"),
    [("7", True, 0), (None, False, 0), (None, True, 1), ("seven", False, 1)],
)
def test_documented_header(
    fake: Fake, value: str | None, is_required: bool, complaints: int
) -> None:
    """A documented header is there if it must be, and has its form."""
    node = {"required": is_required, "schema": {"type": "integer"}}
    validator = changed(lambda answer: answer.update(headers={"X-Left": node}))
    found = validator.validate(header("x-left", value)(ask(fake, *GET)))

    assert [(each.check, each.location) for each in found] == [("headers", "X-Left")] * complaints


def test_undocumented_body(fake: Fake) -> None:
    """A body where none is documented is more than the spec names."""
    [found] = changed(lambda answer: answer.pop("content")).validate(ask(fake, *GET))

    assert (found.kind, found.check) == ("additive", "body")


@pytest.mark.parametrize(
    ("sent", "complaints"),
    [(b'{"n": 1}', 0), (None, 0), (b"", 1), (b"{", 1), (b'{"n": "one"}', 1)],
)
def test_request_body(fake: Fake, sent: bytes | None, complaints: int) -> None:
    """A body that the spec refuses was not to be fulfilled."""
    document = copy.deepcopy(DOCUMENT)
    schema = {"type": "object", "properties": {"n": {"type": "integer"}}}
    operation = document["paths"]["/v1/accounts/{accountGroupId}/campaigns"]["get"]
    operation["requestBody"] = {
        "required": True,
        "content": {"application/json": {"schema": schema}},
    }
    found = Validator(document, document).validate(replace(ask(fake, *LIST), request_body=sent))

    assert [(each.check, each.location) for each in found] == [("negative", "body")] * complaints


def test_scripted_fault(fake: Fake) -> None:
    """A failure that a test scripted is judged like any other answer."""
    fake.faults.add(FAULTS["HTML"])
    [found] = VALIDATOR.validate(ask(fake, *GET))

    assert str(found).startswith("breaking content-type: sonarly_campaigns_get: text/html")


def test_names_the_word(fake: Fake) -> None:
    """The word that the server has learnt is told; other values are nobody's business."""
    learnt = body(lambda b: b["data"].update(status="paused"))(ask(fake, *GET))
    wrong = body(lambda b: b["data"].update(name={"private": 1}))(ask(fake, *GET))

    assert '"paused" is not one of' in VALIDATOR.validate(learnt)[0].message
    assert "private" not in VALIDATOR.validate(wrong)[0].message


def test_operation(fake: Fake) -> None:
    """An exchange is named by its operation, never by its raw path."""
    asked_ = [ask(fake, *each) for each in (GET, DELETE, LOST)]

    assert [VALIDATOR.operation_name(each) for each in asked_] == [
        "sonarly_campaigns_get",
        "DELETE /v1/accounts/{accountGroupId}/campaigns/{campaignId}/content-slots",
        "GET *",
    ]
    assert [VALIDATOR.has_path(each) for each in asked_] == [True, True, False]


def test_exit_code(fake: Fake) -> None:
    """Breaking drift outweighs additive drift."""
    [additive] = VALIDATOR.validate(body(lambda b: b.update(took=3))(ask(fake, *GET)))
    [breaking] = VALIDATOR.validate(status(410)(ask(fake, *UNKNOWN)))

    assert [exit_code(each) for each in ([], [additive], [additive, breaking])] == [0, 3, 1]


def test_no_key_in_repr(fake: Fake) -> None:
    """An exchange can be printed."""
    assert "fake-sonarly" not in repr(ask(fake, *GET))


class Deaf(httpx.BaseTransport):
    """A server that answers without reading."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer."""
        return httpx.Response(200)


def test_streamed() -> None:
    """The body of a request that was streamed is unknown, and not asked for again."""
    with httpx.Client(base_url="https://api.invalid", transport=Deaf()) as client:
        exchange = Exchange.from_httpx(client.post("/", content=iter([b"{}"])))

    assert exchange.request_body is None


ENTRY: dict[str, Any] = {
    "request": {"method": "GET", "url": "https://a.example/b%2Fc?d=e#f", "headers": []},
    "response": {"status": 200, "headers": [], "content": {"text": "[]"}},
}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": "é"}, "é".encode()),
        ({"text": "WzFd", "encoding": "base64"}, b"[1]"),
        ({"text": "?", "encoding": "base64"}, None),
        ({"size": 5}, None),
        ({"size": 0}, b""),
        ({}, b""),
    ],
)
def test_recorded_body(content: dict[str, Any], expected: bytes | None) -> None:
    """A recorded body is what was sent, or unknown."""
    entry = {**ENTRY, "response": {**ENTRY["response"], "content": content}}

    assert Exchange.from_har(entry).body == expected


def test_recorded_request() -> None:
    """A recorded request is what the server saw; what the recorder replaced is hidden."""
    headers = [{"name": ":path", "value": "/"}, {"name": "Authorization", "value": "[Filtered]"}]
    posted = {"mimeType": "application/json"}
    request = {**ENTRY["request"], "headers": headers, "postData": posted}
    exchange = Exchange.from_har({**ENTRY, "request": request})

    assert (exchange.target, exchange.path, exchange.query) == ("/b%2Fc?d=e", "/b%2Fc", "d=e")
    assert exchange.hidden_headers == {"authorization"}
    assert exchange.request_body is None


@pytest.mark.parametrize("entry", [None, {}, {**ENTRY, "response": {"status": "x", "headers": []}}])
def test_recorded_badly(entry: Any) -> None:
    """What is no entry of a HAR is refused."""
    with pytest.raises(RecordingError):
        Exchange.from_har(entry)
