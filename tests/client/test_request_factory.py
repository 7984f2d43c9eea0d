"""The short ways through httpx end where httpx's own do."""

import gc
import weakref
from typing import Any

import httpx
import pytest
from campaignkit import Sonarly
from campaignkit._auth import KeyAuth
from campaignkit._config import USER_AGENT, Config, validate_base_url
from campaignkit._transports.requests import UrlBuilder, make_request_factory
from campaignkit_runtime.operations import Call, Operation
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.client.responses import KEY, sonarly, success

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


def settings_for(base_url: str) -> Config:
    """What a client for the base URL is set up with."""
    return Config(validate_base_url(base_url), {"api_key": KeyAuth(Sonarly.CREDENTIALS[0], KEY)})


def call_of(method: str, path: str, **options: Any) -> Call[None]:
    """A call that carries the options."""
    return Call(Operation("some_operation", method, "safe", {}), path, options)


def parts_of(request: httpx.Request) -> tuple[Any, ...]:
    """All that is sent of a request; how long it may take is told by the sender."""
    url = request.url
    extensions = {name: value for name, value in request.extensions.items() if name != "timeout"}
    where = (url.raw_scheme, url.raw_host, url.port, url.raw_path, url.fragment, str(url))
    return request.method, where, request.headers.raw, _content(request), extensions


def _content(request: httpx.Request) -> bytes:
    # httpx leaves files unread until they are sent.
    return request.content if isinstance(request.stream, httpx.ByteStream) else request.read()


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
@settings(database=None, deadline=None, max_examples=300)
def test_request(base_url: str, calls: list[tuple[str, str, dict[str, Any]]]) -> None:
    """Every request of a client equals what httpx builds for it."""
    ours = settings_for(base_url)
    own_headers = {"Accept": "application/json", "User-Agent": USER_AGENT}
    with httpx.Client(transport=_nowhere()) as http, httpx.Client(transport=_nowhere()) as other:
        request = make_request_factory(http, ours, is_ours=True)
        for method, path, carried in calls:
            expected = other.build_request(
                method,
                ours.base_url + path,
                **carried | {"headers": own_headers | carried.get("headers", {})},
            )
            assert parts_of(request(call_of(method, path, **carried))) == parts_of(expected)


def _nowhere() -> httpx.BaseTransport:
    return httpx.MockTransport(lambda _: httpx.Response(500))


def test_long_query() -> None:
    """A query that httpx refuses for its length is refused."""
    with httpx.Client(transport=_nowhere()) as http:
        request = make_request_factory(http, settings_for(BASE_URL), is_ours=True)
        request(call_of("GET", "/"))
        with pytest.raises(httpx.InvalidURL):
            request(call_of("GET", "/", params={"a": "b" * 70_000}))


def test_requests_share_nothing() -> None:
    """What a transport does to one request is not seen in the next."""
    with httpx.Client(transport=_nowhere()) as http:
        request = make_request_factory(http, settings_for(BASE_URL), is_ours=True)
        request(call_of("GET", "/"))
        changed = request(call_of("GET", "/"))
        changed.headers["X-Own"] = "1"
        fresh = request(call_of("GET", "/"))

    assert "X-Own" not in fresh.headers


def test_short_way_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the installed httpx, its own builder is needed once only: else, see to `_http.py`."""
    client = sonarly(httpx.Response(200, json=success({"items": []})))
    client.campaigns.list("g")
    monkeypatch.delattr("httpx._client.BaseClient.build_request")
    client.campaigns.with_raw_response.lead_status("g", "c", lead_ids=["a", "b"])


def test_short_way_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """With an httpx that holds its UrlBuilder in another form, calls still work."""
    monkeypatch.setattr(UrlBuilder, "_PARTS", ("other", "parts"))
    ours = settings_for(BASE_URL)
    with httpx.Client(transport=_nowhere()) as http:
        short, public = (
            make_request_factory(http, ours, is_ours=is_ours) for is_ours in (True, False)
        )
        call = call_of("GET", "/a", params={"b": "c,d"})

        assert UrlBuilder(BASE_URL)("/a", None) is None
        assert parts_of(short(call)) == parts_of(public(call))


def _listed(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json=success({"items": []}))


def test_no_cookie(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the installed httpx, no answer without a cookie is searched for one."""
    monkeypatch.delattr(httpx.Cookies, "extract_cookies")

    assert sonarly(_listed).campaigns.list("g") == []


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
    """An answer is freed when the call is over, not when the garbage collector comes by."""
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
