"""A key that travels in the query is sent, and masked in each text of the URL."""

import httpx
import pytest
from campaignkit._auth import KeyAuth
from campaignkit_runtime.operations import Credential


@pytest.mark.httpx_only
def test_query_key() -> None:
    """The request carries the key; its URL does not show it."""
    auth = KeyAuth(Credential("api_key", "key", "", "QUARRY_API_KEY", "query"), "secret-1")
    request = next(auth.auth_flow(httpx.Request("GET", "https://quarry.example/stones?a=b")))

    assert dict(request.url.params) == {"a": "b", "key": "secret-1"}
    assert str(request.url) == "https://quarry.example/stones?a=b&key=REDACTED"
    assert repr(request.url) == "URL('https://quarry.example/stones?a=b&key=REDACTED')"
