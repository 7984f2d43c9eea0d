"""A live run does not report a healthy server over HTTP, neither by reads nor by writes."""

import os
from pathlib import Path

import pytest
from campaignkit_contract.cli import main
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_fake import SAMPLE_ID

from tests.contract.mutation.live import live_detection
from tests.contract.mutation.mutant import UNCHANGED

from . import busy, policies, servers  # noqa: F401 - they register the servers
from .http import serve
from .server import SERVERS, HealthyServer, new_fake

_EXAMPLE = "gateway restarted"
_MOVING = "sonarly_prospecting_list"
"""Operation of an area whose jobs go on between two requests."""
_FEW = {"AREAS": "sonarly accounts,sonarly campaigns"}


def settings(base_url: str, reports: Path) -> dict[str, str]:
    """Return the settings of a run on both vendors."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    keys = {"SONARLY_API_KEY": "fake-sonarly", "CALLERS_API_KEY": "fake-callers"}
    ids = {"ACCOUNT_GROUP_ID": SAMPLE_ID, "ORGANIZATION_ID": SAMPLE_ID}
    ours = {"BASE_URL": base_url, "RATE": "100000/s", "REPORTS": str(reports)}
    return {**kept, **keys, **ids, **ours}


def run(server: HealthyServer, reports: Path, **more: str) -> int:
    """Return the exit code of a live run on a healthy server."""
    fake = new_fake(1)
    send = server.wrap(fake, fake.transport().handle_request)
    with serve(send, "HTTP/1.0" if server.name == "http 1 0" else "HTTP/1.1") as base_url:
        return main(["run"], {**settings(base_url, reports), **more})


@pytest.mark.parametrize("is_whole", [False, pytest.param(True, marks=pytest.mark.full)])
def test_example(tmp_path: Path, is_whole: bool) -> None:
    """A gateway that fails at times is not reported."""
    assert run(SERVERS[_EXAMPLE], tmp_path, **({} if is_whole else _FEW)) == 0


@pytest.mark.full
@pytest.mark.parametrize("server", SERVERS.values(), ids=list(SERVERS))
@pytest.mark.parametrize("write", ["", "all"], ids=["read", "write"])
def test_live(tmp_path: Path, server: HealthyServer, write: str) -> None:
    """No healthy server is reported, and additive drift is not breaking."""
    writes = {"WRITE": write, "CAMPAIGN_GROUP_ID": SAMPLE_ID} if write else {}

    assert run(server, tmp_path, **writes) in ({0, 3} if server.is_additive else {0})


@pytest.mark.parametrize(
    "operation",
    [
        name if name == _MOVING else pytest.param(name, marks=pytest.mark.full)
        for name in packaged_operations()
    ],
)
def test_area(operation: str) -> None:
    """A run with writes in the area of an operation does not report the fake, as time goes on."""
    assert live_detection(UNCHANGED, [operation], may_write=True) is None
