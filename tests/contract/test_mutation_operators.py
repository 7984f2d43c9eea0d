"""Each operator on relations of several calls changes what the fake returns."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from campaignkit_fake import SAMPLE_ID

from .mutation.generated import generated_mutants
from .mutation.mutant import UNCHANGED, Mutant, MutantFake

_GROUP = f"/v1/accounts/{SAMPLE_ID}"
_OTHER_GROUP = "/v1/accounts/ac0000000000000000000001"
_AUDIENCE = f"{_GROUP}/audiences/{SAMPLE_ID}"
_OTHER_AUDIENCE = f"{_GROUP}/audiences/a00000000000000000000001"
_CAMPAIGN = f"/campaigns/{SAMPLE_ID}"
_NUMBER = "14155552671"
_JOBS = f"{_GROUP}/prospecting"
_JOB = {"searchUrl": "https://www.linkedin.com/sales/search/people", "maxResults": 1}
Call = tuple[Any, ...]
"""Method, path, body and headers of a request; the last two may be missing."""


def _contact(name: str, number: str = _NUMBER, **fields: object) -> dict[str, object]:
    return {"name": name, "phoneNumber": number, "data": {}, **fields}


_CASES: dict[str, tuple[Call, ...]] = {
    "cached across keys: sonarly_audiences_get": (
        ("GET", _AUDIENCE),
        ("GET", _AUDIENCE, None, {"Authorization": "Bearer fake-sonarly-narrow"}),
    ),
    "cached across parents: sonarly_audiences_get: audienceId": (
        ("GET", _AUDIENCE),
        ("GET", _OTHER_AUDIENCE),
    ),
    "cached across queries: sonarly_audiences_list: limit": (
        ("GET", f"{_GROUP}/audiences?limit=1"),
        ("GET", f"{_GROUP}/audiences?limit=2"),
    ),
    "default changed: callers_contacts_list: archived": (("GET", f"{_CAMPAIGN}/contacts"),),
    "default changed: callers_contacts_create: archived": (
        ("POST", f"{_CAMPAIGN}/contacts", _contact("Ada", "14155550000")),
        ("GET", f"{_CAMPAIGN}/contacts?page=1"),
    ),
    "field reset: callers_contacts_create: attempts": (
        ("POST", f"{_CAMPAIGN}/contacts", _contact("New")),
        ("GET", f"{_CAMPAIGN}/contacts/{SAMPLE_ID}"),
    ),
    "equal value elsewhere: sonarly_audiences_create": (
        ("POST", f"{_OTHER_GROUP}/audiences", {"name": "Equal", "type": "on_demand"}),
        ("POST", f"{_GROUP}/audiences", {"name": "Equal", "type": "on_demand"}),
    ),
    "equal record changed too: sonarly_audiences_update": (
        ("POST", f"{_OTHER_GROUP}/audiences", {"name": "Equal", "type": "on_demand"}),
        ("PATCH", _AUDIENCE, {"name": "Equal"}),
        ("PATCH", _AUDIENCE, {"description": "Changed"}),
        ("GET", f"{_OTHER_GROUP}/audiences"),
    ),
    "children removed too: callers_contacts_archive: contactId": (
        ("DELETE", f"{_CAMPAIGN}/contacts/{SAMPLE_ID}"),
        ("GET", f"/contacts/{SAMPLE_ID}/memories"),
    ),
    "counter of another: sonarly_audiences_move_leads: prospectCount": (
        (
            "POST",
            f"{_AUDIENCE}/move-leads",
            {"targetAudienceId": "a00000000000000000000001", "leadIds": [SAMPLE_ID]},
        ),
    ),
    "parameter from the second time on: callers_contacts_list: perPage": (
        ("GET", f"{_CAMPAIGN}/contacts?perPage=1"),
    ),
    "refusal from the second time on: sonarly_audiences_create: 422": 2
    * (("POST", f"{_GROUP}/audiences", {"name": "Equal", "type": "on_demand"}),),
    "written from the second time on: sonarly_audiences_update": (
        ("PATCH", _AUDIENCE, {"name": "Other"}),
        ("GET", _AUDIENCE),
    ),
    "write lost after many: sonarly_audiences_create_folder": (
        *6 * (("POST", f"{_GROUP}/audiences/folders", {"name": "A", "audienceType": "on_demand"}),),
        ("GET", f"{_GROUP}/audiences/navigation"),
    ),
    "removed record read: sonarly_audiences_get": (
        ("GET", _AUDIENCE),
        ("DELETE", _AUDIENCE),
        ("GET", _AUDIENCE),
    ),
    "idempotency keys forgotten: sonarly_prospecting_start": tuple(
        ("POST", _JOBS, _JOB, {"Idempotency-Key": f"key {number}"}) for number in (*range(6), 0)
    ),
    "rows mixed up: sonarly_audiences_list: data/items/*/name": (("GET", f"{_GROUP}/audiences"),),
    "later pages reversed: callers_contacts_list": (("GET", f"{_CAMPAIGN}/contacts?page=1"),),
    "later pages reversed: callers_calls_list_for_contact": (
        ("GET", f"{_CAMPAIGN}/contacts/{SAMPLE_ID}/calls?perPage=1&page=3"),
    ),
    "parameter forgotten on later pages: callers_contacts_list: archived": (
        ("GET", f"{_CAMPAIGN}/contacts?archived=true&perPage=1&page=1"),
    ),
    "ties in another order: callers_contacts_list": (
        ("GET", f"{_CAMPAIGN}/contacts?sortAttribute=name&page=1"),
    ),
}
"""Calls whose responses each mutant changes."""

_RACES: dict[str, tuple[Call, ...]] = {
    "not locked: sonarly_audiences_create": (
        ("POST", f"{_GROUP}/audiences", {"name": "Equal", "type": "on_demand"}),
        ("POST", f"{_GROUP}/audiences", {"name": "Equal", "type": "on_demand"}),
        ("GET", f"{_GROUP}/audiences"),
    ),
    "key not locked: sonarly_prospecting_start": (
        ("POST", _JOBS, _JOB, {"Idempotency-Key": "key"}),
        ("POST", _JOBS, _JOB, {"Idempotency-Key": "key"}),
        ("GET", _JOBS),
    ),
    "update lost at once: sonarly_audiences_update": (
        ("PATCH", _AUDIENCE, {"name": "Other"}),
        ("PATCH", _AUDIENCE, {"description": "Other"}),
        ("GET", _AUDIENCE),
    ),
}
"""Two calls at once, and a read. In the unchanged fake the first one ends before the second."""


class _InterruptedFake(MutantFake):
    """Fake that handles another call as soon as a rule releases the lock."""

    def __init__(self, mutant: Mutant, other: Callable[[], object]) -> None:
        super().__init__(mutant)
        self._lock = _InterruptedLock(other)  # type: ignore[assignment]


class _InterruptedLock:
    """Lock of one thread that makes a call when it is released within a rule."""

    def __init__(self, other: Callable[[], object]) -> None:
        self._others = [other]

    def __enter__(self) -> None:
        """Lock nothing: there is one thread."""

    def __exit__(self, *_: object) -> None:
        """Unlock nothing."""

    def acquire(self) -> None:
        """Lock nothing."""

    def release(self) -> None:
        """Make the other call, at the first time."""
        for other in [*self._others]:
            self._others.clear()
            other()


def _responses(mutant: Mutant, calls: tuple[Call, ...]) -> list[tuple[int, object]]:
    with httpx.Client(
        transport=MutantFake(mutant).transport(), base_url="https://api.invalid"
    ) as client:
        return [_response(client, *call) for call in calls]


def _response(
    client: httpx.Client,
    method: str,
    path: str,
    body: object = None,
    headers: dict[str, str] | None = None,
) -> tuple[int, object]:
    key = "Bearer fake-sonarly" if path.startswith("/v1") else "fake-callers"
    response = client.request(
        method, path, json=body, headers={"Authorization": key, **(headers or {})}
    )
    return response.status_code, response.json() if response.content else None


@pytest.mark.parametrize("name", _CASES)
def test_operator(name: str) -> None:
    """A mutant of the operator returns something else than the unchanged fake."""
    assert _responses(generated_mutants()[name], _CASES[name]) != _responses(
        UNCHANGED, _CASES[name]
    )


@pytest.mark.parametrize("name", _RACES)
def test_race(name: str) -> None:
    """Without the lock, two calls at once have another effect than two in a row."""
    first, second, read = _RACES[name]
    results: list[tuple[int, object]] = []
    fake = _InterruptedFake(
        generated_mutants()[name], lambda: results.append(_response(client, *second))
    )
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        results.append(_response(client, *first))
        results.append(_response(client, *read))

    assert len(results) == 3
    assert results[-1] != _responses(UNCHANGED, _RACES[name])[-1]
