"""The requests of the direct lane equal those that httpx sends."""

import copy
import gc
import weakref
from typing import Any, cast

import h11
import httpx
import pytest
from campaignkit import Sonarly
from campaignkit._auth import KeyAuth
from campaignkit._config import USER_AGENT, Config, validate_base_url
from campaignkit._response_body import ACCEPT_ENCODING
from campaignkit._transports.request_factory import RequestBuilder
from campaignkit._transports.request_writer import RequestWriter
from campaignkit_runtime.operations import Call, Operation
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.client.responses import KEY, sonarly, success
from tests.sampling import examples

BASE_URL = "https://api.example.com"
BASE_URLS = [
    BASE_URL,
    "https://api.example.com:8443/below/a%20path/",
    "https://BÜCHER.example:443",
    "http://[::1]:8080",
    "http://127.0.0.1:1/",
]

segments = st.text(alphabet="aZ09-_~%/!$&'()*+,;=:@", max_size=20)
odd_paths = st.sampled_from(
    ["", "/", "//", "/a/./b/../c", "/a.b", "/.", "/a b", "/ü", "/a?b=c", "/a#b", "/%zz"]
) | st.just('/"{}|\\^`')
values = st.text(max_size=10) | st.integers() | st.booleans() | st.none()
params = st.dictionaries(st.text(max_size=5), values | st.lists(values, max_size=3), max_size=3)
headers = st.dictionaries(
    st.sampled_from(["X-Own", "Accept", "Host", "Content-Length", "x-sub-organization-id"]),
    st.text("abc019", min_size=1, max_size=5),
    max_size=2,
)
multipart = {"content-type": "multipart/form-data; boundary=xxx"}  # else it differs by chance
options = st.fixed_dictionaries({}, optional={"params": params, "headers": headers}) | (
    st.sampled_from(
        [
            {"json": {"a": [1, None, "ü"]}},
            {"json": {}},
            {"data": {"a": "b c"}},
            {"content": b"raw", "params": {"a": "b"}},
            {"files": {"file": b"content"}, "headers": multipart},
            {"cookies": {"a": "b"}},
        ]
    )
)


def config_for(base_url: str) -> Config:
    """Return what a client for the base URL is set up with."""
    return Config(validate_base_url(base_url), {"api_key": KeyAuth(Sonarly.CREDENTIALS[0], KEY)})


def call_of(method: str, path: str, **options: Any) -> Call[None]:
    """Return a call that carries the options."""
    return Call(Operation("some_operation", method, "safe", {}), path, options)


def written_by_httpx(config: Config, call: Call[None]) -> bytes:
    """Return the bytes that h11 writes of the request that httpx builds."""
    headers = {"Accept-Encoding": ACCEPT_ENCODING}
    with httpx.Client(transport=_nowhere(), headers=headers) as http:
        own = {"Accept": "application/json", "User-Agent": USER_AGENT}
        keywords = call.options | {"headers": own | call.options.get("headers", {})}
        method = call.operation.method
        request = http.build_request(method, config.base_url + call.path, **keywords)
        next(config.auth(call).auth_flow(request))
        connection = h11.Connection(h11.CLIENT)
        target = request.url.raw_path
        head = h11.Request(method=method, target=target, headers=request.headers.raw)
        parts = [connection.send(head)]
        body = cast(httpx.SyncByteStream, request.stream)
        parts += [connection.send(h11.Data(data=part)) for part in body]
        parts.append(connection.send(h11.EndOfMessage()))
        return b"".join(part or b"" for part in parts)


def written(write: RequestWriter, config: Config, call: Call[None]) -> bytes:
    """Return the bytes of the direct lane."""
    return b"".join(write(call, config.auth(call)).parts())


@given(
    st.sampled_from(BASE_URLS),
    st.lists(
        st.tuples(
            st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE"]),
            st.builds("/{}".format, segments) | odd_paths,
            options,
        ),
        min_size=1,
        max_size=4,
    ),
)
@settings(database=None, deadline=None, max_examples=examples(full=1_000, sampled=100))
def test_bytes(base_url: str, calls: list[tuple[str, str, dict[str, Any]]]) -> None:
    """Every request equals what httpx and h11 write, or is refused as they refuse it."""
    config = config_for(base_url)
    write = RequestWriter(config)
    for method, path, carried in calls:
        call = call_of(method, path, **carried)
        try:
            expected = written_by_httpx(config, call)
        except h11.LocalProtocolError:
            with pytest.raises(httpx.LocalProtocolError):
                written(write, config, call)
        except Exception as error:
            with pytest.raises(type(error)):
                written(write, config, call)
        else:
            assert written(write, config, call) == expected


def _nowhere() -> httpx.BaseTransport:
    return httpx.MockTransport(lambda _: httpx.Response(500))


def test_long_query() -> None:
    """A query that httpx refuses for its length is refused."""
    config = config_for(BASE_URL)
    with pytest.raises(httpx.InvalidURL):
        written(RequestWriter(config), config, call_of("GET", "/", params={"a": "b" * 70_000}))


def test_hundred_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ordinary calls need httpx once for each method."""
    config = config_for(BASE_URL)
    write = RequestWriter(config)
    ids = {"leadIds": ",".join(["6655f00000000000000000aa"] * 100), "page": 2}
    calls = [
        call_of("GET", "/a/b", params=ids),
        call_of("POST", "/a", json={"name": "a"}, headers={"X-Own": "1"}),
    ]
    expected = [written(write, config, call) for call in calls]
    monkeypatch.delattr("httpx._client.BaseClient.build_request")

    assert [written(write, config, call) for call in calls] == expected


@pytest.mark.parametrize("query", ["ids=a,b", "ids=a%2Cb&of=c", "a=b c"])
@pytest.mark.parametrize("params", [{}, {"page": 2}, {"name": "b c"}], ids=["none", "one", "odd"])
def test_written_query(query: str, params: dict[str, Any]) -> None:
    """A part of the query that is written already follows the other parameters, as in httpx."""
    config = config_for(BASE_URL)
    call = call_of("GET", "/a", query=query, params=params)
    request = RequestBuilder(config)(call)

    line = written(RequestWriter(config), config, call).partition(b"\r\n")[0]
    assert line == b"GET %b HTTP/1.1" % request.url.raw_path


def test_nothing_shows() -> None:
    """A request shows no key, and cannot be copied."""
    config = config_for(BASE_URL)
    request = RequestWriter(config)(call_of("GET", "/"), config.auths["api_key"])

    assert KEY not in repr(request) + repr([*request.parts()])
    with pytest.raises(TypeError, match="holds a key"):
        copy.copy(request)


def _listed(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json=success({"items": []}))


def test_cookie() -> None:
    """Our own clients keep no cookie, also none that is not ASCII."""
    seen: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("Cookie"))
        return httpx.Response(
            200,
            json=success({"items": []}),
            headers=[(b"Set-Cookie", b"node=7; Path=/"), (b"Set-Cookie", "n=\xe9".encode())],
        )

    client = sonarly(answer)
    for _ in range(3):
        client.campaigns.list("g")

    assert seen == [None, None, None]


def test_foreign_client() -> None:
    """What a caller's own client adds to each request is added, and its hooks run."""
    seen: list[httpx.Request] = []
    with httpx.Client(
        transport=httpx.MockTransport(_listed),
        headers={"X-Own": "1"},
        params={"own": "2"},
        cookies={"own": "3"},
        timeout=4,
        event_hooks={"request": [seen.append]},
    ) as http:
        client = Sonarly(api_key=KEY, http_client=http)
        for _ in range(2):
            client.campaigns.list("g")
            http.headers["X-Own"] = "changed"

    assert [request.headers["X-Own"] for request in seen] == ["1", "changed"]
    assert {request.url.query for request in seen} == {b"own=2"}
    assert {request.headers["Cookie"] for request in seen} == {"own=3"}
    assert seen[0].extensions["timeout"]["read"] == 4
    assert type(http.cookies) is httpx.Cookies


def test_body_goes_with_its_answer() -> None:
    """A response is freed at the end of the call, not by the garbage collector."""
    answers: list[weakref.ref[httpx.Response]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        response = _listed(request)
        answers.append(weakref.ref(response))
        return response

    client = sonarly(answer)
    gc.disable()
    try:
        client.campaigns.list("g")
        assert answers[0]() is None
    finally:
        gc.enable()


def test_header_that_no_request_has() -> None:
    """What httpx does not encode is not sent."""
    config = config_for(BASE_URL)
    with pytest.raises(UnicodeEncodeError):
        written(RequestWriter(config), config, call_of("GET", "/", headers={"X-Own": "\u0444"}))
