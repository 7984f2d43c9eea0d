"""A job is waited for until it is over, whatever it says on its way."""

import asyncio
import copy
import importlib
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from campaignkit import AsyncSonarly, CampaignKitError, DeadlineExceeded, Sonarly
from campaignkit_fake import VirtualClock

from tests.codegen.scratch_spec import generate_from
from tests.probe_package import SPEC, resource

pytestmark = pytest.mark.expects_contract_violation("an orchard is no vendor of the spec")


class Vendor:
    """Server that starts a survey with an HTTP status, and shows it in given states."""

    def __init__(self, *told: tuple[str, list[str]] | int, status: int = 202) -> None:
        self.clock = VirtualClock()
        self.requests: list[httpx.Request] = []
        self._told = [*told]
        self._status = status

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the next response; the last one is repeated."""
        self.requests.append(request)
        if request.method == "POST":
            return httpx.Response(self._status, json=survey("queued", []))
        told = self._told.pop(0) if len(self._told) > 1 else self._told[0]
        return (
            httpx.Response(told)
            if isinstance(told, int)
            else httpx.Response(200, json=survey(*told))
        )

    def job(self, **options: Any) -> Any:
        """Return a survey that was started here."""
        transport = httpx.MockTransport(self)
        client = Sonarly(api_key="k", transport=transport, clock=self.clock, **options)
        return resource(client._send).survey("r", season="spring", idempotency_key="key")


def survey(status: str, stages: list[str]) -> dict[str, Any]:
    """Return a survey, as the vendor shows it."""
    return {"id": "s1", "status": status, "stages": stages}


END = ("completed", ["seen", "told"])


@pytest.mark.parametrize("status", ["completed", "failed", "cancelled"])
def test_end(probe_package: Path, status: str) -> None:
    """A job that completed, failed or was cancelled is over; its status says which."""
    vendor = Vendor(("running", []), (status, []))

    assert vendor.job().wait().status == status
    assert [request.url.path for request in vendor.requests[1:]] == ["/rows/r/surveys/s1"] * 2


def test_progress(probe_package: Path) -> None:
    """Each stage is shown once, and so is the end."""
    shown: list[Any] = []
    running = [("running", []), ("running", ["seen"]), ("running", ["seen"])]
    Vendor(*running, END).job().wait(on_progress=shown.append)

    assert [(each.status, each.stages) for each in shown] == [running[0], running[1], END]


def test_unknown_status(probe_package: Path) -> None:
    """A status that the vendor adds is waited out."""
    assert Vendor(("dreaming", []), END).job().wait().status == "completed"


def test_back_off(probe_package: Path) -> None:
    """The reads come less and less often, but never more than 15 seconds apart."""
    vendor = Vendor(*[("running", [])] * 12, END)
    vendor.job().wait()

    assert vendor.clock.waits[:3] == [1.0, 1.5, 2.25]
    assert vendor.clock.waits[-3:] == [15.0] * 3


def test_deadline(probe_package: Path) -> None:
    """The wait ends in time, and not before: the last read comes near the deadline."""
    vendor = Vendor(("running", []))
    with pytest.raises(DeadlineExceeded, match="the deadline of 20 s"):
        vendor.job().wait(deadline=20)

    assert vendor.clock.waits == [1.0, 1.5, 2.25, 3.375, 5.0625, pytest.approx(5.8125)]


def test_failed_read(probe_package: Path) -> None:
    """A read that fails is tried again; one that is refused ends the wait."""
    assert Vendor(503, END).job().wait().status == "completed"
    with pytest.raises(CampaignKitError, match="404"):
        Vendor(404).job().wait()


@pytest.mark.parametrize(("status", "is_new"), [(202, True), (200, False)])
def test_replay(probe_package: Path, status: int, is_new: bool) -> None:
    """A caller can see whether a job was started now or before, and wait for both."""
    job = Vendor(END, status=status).job()

    assert (job.is_new, job.started.status, job.read().status) == (is_new, "queued", "completed")
    assert f"is_new={is_new}" in repr(job)


def test_key(probe_package: Path) -> None:
    """The caller's idempotency key is the one that is sent."""
    vendor = Vendor(END)
    vendor.job()

    assert vendor.requests[0].headers["Idempotency-Key"] == "key"


@pytest.mark.parametrize("is_async", [False, True], ids=["function", "coroutine"])
def test_async(probe_package: Path, is_async: bool) -> None:
    """The async job waits in the same way; what shows its progress may be async too."""
    vendor = Vendor(("running", []), ("running", []), END)
    shown: list[str] = []

    async def later(state: Any) -> None:
        await asyncio.sleep(0)
        shown.append(state.status)

    def now(state: Any) -> None:
        shown.append(state.status)

    async def run() -> Any:
        transport = httpx.MockTransport(vendor)
        async with AsyncSonarly(api_key="k", transport=transport, clock=vendor.clock) as client:
            area = importlib.import_module("orchard_api.api.orchard_trees")
            job = await area.AsyncOrchardTrees(client._send).survey("r", season="spring")
            assert (await job.read()).status == "running"
            return await job.wait(on_progress=later if is_async else now)

    assert asyncio.run(run()).status == "completed"
    assert shown == ["running", "completed"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"operationId": "nobody"}, "name a safe operation in x-job"),
        ({"parameters": {"survey": "$request.path.tree"}}, "x-job: add survey to parameters"),
        ({"status": "$response.body#/mood"}, "must be a required field"),
    ],
    ids=["read", "parameters", "status"],
)
def test_broken_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, Any], complaint: str
) -> None:
    """A rule that cannot work stops the generation and says why."""

    def write(document: dict[str, Any]) -> None:
        document["paths"]["/rows/{row}/surveys"]["post"]["x-job"] |= change

    assert generate_from(write, tmp_path, SPEC) == 1
    assert complaint in capsys.readouterr().err


def test_resume_names(tmp_path: Path) -> None:
    """Two jobs of a resource are resumed by methods with their names."""

    def write(document: dict[str, Any]) -> None:
        surveys = copy.deepcopy(document["paths"]["/rows/{row}/surveys"])
        surveys["post"]["operationId"] = "orchard_trees_audit"
        document["paths"]["/rows/{row}/audits"] = surveys

    assert generate_from(write, tmp_path, SPEC) == 0
    [module] = tmp_path.rglob("orchard_trees/__init__.py")
    names = set(re.findall(r"def (resume\w*)\(", module.read_text()))
    assert names == {"resume_survey", "resume_audit"}
