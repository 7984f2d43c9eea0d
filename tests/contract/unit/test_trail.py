"""The trail of a finding has the accepted writes to what its exchange names."""

import json
from typing import Any

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.stateful.trail import Trail, trail_of
from campaignkit_fake import SAMPLE_ID

from .exchanges import VALIDATOR

AREA = f"/v1/accounts/{SAMPLE_ID}/audiences"
KEYS = {"sonarly": "usual"}
CREATE, UPDATE, DELETE = (f"sonarly_audiences_{name}" for name in ("create", "update", "delete"))
MOVE, TO_FOLDER = "sonarly_audiences_move_leads", "sonarly_audiences_move_to_folder"


def call(
    method: str,
    path: str,
    status: int = 200,
    *,
    sent: Any = None,
    key: str = "usual",
    got: Any = None,
) -> Exchange:
    """Return an exchange of the area."""
    return Exchange(
        *(method, path if path.startswith("//") else f"{AREA}{path}", status, httpx.Headers()),
        json.dumps(got).encode(),
        httpx.Headers({"Authorization": f"Bearer {key}"}),
        sent if isinstance(sent, bytes) else json.dumps(sent).encode() if sent else b"",
    )


def trail(shown: Exchange | None, *before: Exchange) -> Trail:
    """Return the trail of a finding after these exchanges."""
    seen = [*before, *([shown] if shown else [])]
    return trail_of(shown, seen, VALIDATOR.routes, KEYS)


def test_same_resource() -> None:
    """Accepted writes to the resource count, back to its creation, and others do not."""
    found = trail(
        call("DELETE", "/a1"),
        call("POST", "/a1/move-to-folder"),  # an earlier resource with the same id
        call("POST", "", 201, got={"id": "a1"}),
        call("GET", "/a1"),
        call("PATCH", "/a1"),
        call("DELETE", "/a1", 409),
        call("POST", "/a2/move-leads"),
        call("GET", "//nothing"),
    )

    assert found.writes == {CREATE, UPDATE}
    assert found.calls >= {CREATE, UPDATE, DELETE, MOVE, TO_FOLDER, "sonarly_audiences_get"}


def test_body() -> None:
    """Ids in the body of a request count like those in its path."""
    sent = {"targetAudienceId": "a2", "leadIds": ["l1", 1], "name": "a3", "x": [{"y": None}]}
    found = trail(
        call("POST", "/a1/move-leads", sent=sent),
        call("PATCH", "/a2"),
        call("DELETE", "/a3"),
    )

    assert found.writes == {UPDATE}
    assert trail(call("POST", "/a1/move-leads", sent=b"{"), call("PATCH", "/a2")).writes == set()


def test_list() -> None:
    """A list shows the writes of its area; a creation follows no other one."""
    before = (call("PATCH", "/a2"), call("POST", "/folders"), call("GET", ""))
    writing_style = call("POST", f"//v1/accounts/{SAMPLE_ID}/writing-styles")

    assert trail(call("GET", ""), *before, writing_style).writes == {
        UPDATE,
        "sonarly_audiences_create_folder",
    }
    assert trail(call("POST", ""), *before).writes == set()


@pytest.mark.parametrize(("key", "is_usual"), [("usual", True), ("other", False), ("", False)])
def test_key(key: str, is_usual: bool) -> None:
    """A request with another key, or without one, is marked."""
    assert trail(call("GET", "", key=key)).has_usual_key is is_usual


def test_no_exchange() -> None:
    """Without an exchange the calls are known only."""
    assert trail(None, call("PATCH", "/a2")) == Trail(calls=frozenset({UPDATE}))


def test_other_area() -> None:
    """Writes of another area do not change a list."""
    style = call("POST", "/a1/move-to-folder")
    shown = Exchange("GET", f"/campaigns?organizationId={SAMPLE_ID}", 200, httpx.Headers(), b"[]")

    assert trail(shown, style).writes == set()
