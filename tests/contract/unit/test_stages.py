"""The stages of jobs agree with each other, and with their job."""

from typing import Any

import pytest
from campaignkit_contract.stateful.stages import contradicting_stages


def job(status: str, **stages: Any) -> dict[str, Any]:
    """Return a job with stages."""
    return {"status": status, "stages": stages}


def stage(status: str, progress: float) -> dict[str, Any]:
    """Return a stage."""
    return {"status": status, "progress": progress}


HALF, WHOLE = stage("running", 0.5), stage("completed", 1)


@pytest.mark.parametrize(
    ("jobs", "problem"),
    [
        ([job("running", one=WHOLE, two=HALF), job("completed", one=WHOLE)], ""),
        ([job("running", one=HALF), {"status": "queued"}, job("queued", one="new")], ""),
        ([job("queued", one=HALF)], "a stage of a queued job is not queued in read"),
        (
            [job("completed", one=WHOLE), job("completed", one=stage("completed", 0.5))],
            "completed stages have several values of progress in read",
        ),
        (
            [job("completed", one=WHOLE), job("running", one=stage("running", 1.5))],
            "a stage has more progress than a completed one in read",
        ),
    ],
    ids=["agree", "without stages", "queued", "several ends", "beyond the end"],
)
def test_stages(jobs: list[dict[str, Any]], problem: str) -> None:
    """A stage that contradicts another one, or its job, is a finding."""
    assert [*contradicting_stages("read", jobs)] == [problem] * bool(problem)
