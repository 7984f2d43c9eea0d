"""Lists that others change while they are read are not reported; a change by a write is."""

from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.pagination import cursor_pages_partition_list
from campaignkit_contract.stateful.writes import writes_touch_only_named_items
from campaignkit_contract.targets.fake import CONTROL_PREFIX, fake_target
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_fake.sonarly.audiences import Audiences

PAGES = StatefulCheck(cursor_pages_partition_list)
WRITES = StatefulCheck(writes_touch_only_named_items, writes=True)
_AREAS = ("sonarly audiences",)
_WRITES = frozenset({f"sonarly_audiences_{name}" for name in ("create", "update", "delete")})
IsChanged = Callable[[httpx.Request, int], bool]


def findings(check: StatefulCheck, is_changed: IsChanged) -> tuple[str, ...]:
    """Return the findings about a fake to which an audience is added before some requests."""
    fake, requests = Fake(), []
    transport = fake.transport()

    def send(request: httpx.Request) -> httpx.Response:
        if not request.url.path.startswith(CONTROL_PREFIX):
            requests.append(request)
            if is_changed(request, len(requests)):
                name = f"By others {len(requests)}"
                fake._store[Audiences].add(SAMPLE_ID, name, fake._store.now)
        return transport.handle_request(request)

    mock = httpx.MockTransport(send)
    with httpx.Client(transport=mock, base_url="https://api.invalid") as client:
        target = replace(fake_target(client), areas=_AREAS, writable=_WRITES, history=None)
        return check.run(target).findings


@pytest.mark.no_cover
@pytest.mark.parametrize("check", [PAGES, WRITES], ids=lambda check: check.name)
@pytest.mark.parametrize("period", [2, 5, 9])
def test_busy(check: StatefulCheck, period: int) -> None:
    """Others may add an item between any two requests."""
    assert findings(check, lambda _, number: number % period == 0) == ()


def test_write() -> None:
    """An item that a write adds although it names another one is reported."""
    found = findings(WRITES, lambda request, _: request.method == "PATCH")

    assert found
    assert all("which it does not name" in line for line in found)
