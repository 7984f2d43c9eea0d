"""A run that is killed at any of its requests leaves nothing but what cleanup names."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from campaignkit_contract.sandbox import Ledger, Sandbox, clean
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.live_settings import LiveSettings
from campaignkit_contract.targets.target import Target
from campaignkit_fake import Fake

from tests.sampling import examples

from .foreign import changes, snapshot
from .test_cleanup import KEYS, MARKER, Killed, MortalTransport

_STEP = examples(full=1, sampled=5)
"""Distance between the requests at which a run is killed."""
_LISTED = ("sonarly_", "callers_contacts_list", "folder ")


def run(fake: Fake, transport: httpx.BaseTransport, ledger: Path, base_url: str) -> None:
    """Make a resource of each kind, change and use them, and remove them again."""
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as control:
        target = fake_target(control)
    target.reset_server, target.removable = None, ()
    with httpx.Client(transport=transport, base_url="https://api.invalid") as target.client:
        sandbox = Sandbox(target, run_id="killed")
        sandbox.ledger.path = ledger
        sandbox.ledger.begin(base_url, sandbox.texts.marker)
        with sandbox:
            sandbox.make("sonarly folderId")
            sandbox.call("sonarly_campaigns_duplicate")
            sandbox.audience_with_leads(2)
            sandbox.call("callers_contacts_create_bulk")
            sandbox.make("callers memoryId")


def killed_run(fake: Fake, ledger: Path, base_url: str, last: int, *, is_sent: bool) -> None:
    """Run until the process is killed at a request."""
    with pytest.raises(Killed):
        run(fake, MortalTransport(fake, last, Killed, is_sent=is_sent), ledger, base_url)


def clean_until(fake: Fake, ledger: Path, last: int, *, is_sent: bool) -> None:
    """Remove what the ledger names, until the process is killed at a request."""
    transport = MortalTransport(fake, last, Killed, is_sent=is_sent)
    with httpx.Client(transport=transport, base_url="https://api.invalid") as client:
        target = Target(client, keys=LiveSettings(KEYS).keys, ids={}, may_write=True)
        sandbox = Sandbox(target)
        sandbox.resume(Ledger.load(ledger))
        sandbox.close()


def requests(fake: Fake) -> int:
    """Return how many requests the fake has received."""
    return sum(fake.state()["requests"].values())


@pytest.fixture
def served(fake: Fake) -> Iterator[str]:
    """Serve the fake of a test."""
    with fake.serve() as base_url:
        yield base_url


@pytest.fixture
def length(tmp_path: Path) -> int:
    """Return the number of requests of a whole run."""
    fake = Fake()
    run(fake, fake.transport(), tmp_path / "whole", "https://api.invalid")
    return requests(fake)


def unexplained(fake: Fake, before: dict[str, str], ledger: Path) -> list[str]:
    """Return what is new or changed after a cleanup that does not name it."""
    cleanup = clean(ledger, LiveSettings(KEYS))
    after = snapshot(fake)
    stays = [name for names in cleanup.kept.values() for name in names]
    new = [
        key
        for key, item in after.items()
        if key not in before and key.startswith(_LISTED) and MARKER in item
    ]
    named = [key for key in new if any(name.split(" (")[0] in after[key] for name in stays)]
    return [*cleanup.failures, *changes(before, after), *sorted({*new} - {*named})]


@pytest.mark.parametrize("is_sent", [False, True], ids=["before", "after"])
def test_every_request(fake: Fake, served: str, tmp_path: Path, length: int, is_sent: bool) -> None:
    """At whichever request a run is killed, cleanup restores all lists."""
    found = {}
    for last in range(1, length + 1, _STEP):
        fake.reset()
        before, ledger = snapshot(fake), tmp_path / f"ledger{last}"
        killed_run(fake, ledger, served, last, is_sent=is_sent)
        found[last] = unexplained(fake, before, ledger)

    assert length > 25
    assert {last: texts for last, texts in found.items() if texts} == {}


@pytest.mark.parametrize("is_sent", [False, True], ids=["before", "after"])
def test_killed_cleanup(
    fake: Fake, served: str, tmp_path: Path, length: int, is_sent: bool
) -> None:
    """A cleanup that is killed at any request is completed by the next one."""
    found, last, is_killed = {}, 0, True
    while is_killed:
        fake.reset()
        before, last, ledger = snapshot(fake), last + _STEP, tmp_path / f"ledger{last}"
        killed_run(fake, ledger, served, length * 3 // 4, is_sent=True)
        try:
            clean_until(fake, ledger, last, is_sent=is_sent)
        except Killed:
            found[last] = unexplained(fake, before, ledger)
        else:
            is_killed = False

    assert {last: texts for last, texts in found.items() if texts} == {}
