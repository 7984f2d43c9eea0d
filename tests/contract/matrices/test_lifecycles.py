"""The matrix of lifecycles walks every resource with a status, and detects steps back."""

from collections.abc import Callable
from typing import Any

import pytest
from campaignkit_contract.stateful.matrices.lifecycles import LIFECYCLES
from campaignkit_contract.targets.target import START
from campaignkit_fake.callers.memories import Memories
from campaignkit_fake.engine.errors import ApiError

from tests.sampling import examples

from ..mutation.mutant import Mutant, RuleCall
from .runs import covered, findings

CAMPAIGN, JOB = "sonarly_campaigns_create", "sonarly_prospecting_start"


def found_by(operation: str, only: str, rule: Callable[[RuleCall], Any]) -> str:
    """Return the findings about one creation with another rule for an operation."""
    return "\n".join(findings(LIFECYCLES, Mutant("", "", [operation], rule=rule), only=[only]))


def test_healthy() -> None:
    """The fake has no finding with several seeds."""
    seeds = range(1, 1 + examples(full=10, sampled=1))

    assert [findings(LIFECYCLES, seed=seed) for seed in seeds] == [[] for _ in seeds]


def test_coverage() -> None:
    """Every creation of a resource with a status has cells."""
    assert covered(LIFECYCLES) == [
        CAMPAIGN,
        "sonarly_campaigns_duplicate",
        JOB,
        "sonarly_signals_start",
        "callers_contacts_create",
        "callers_contacts_create_bulk",
        "callers_memories_create",
        "callers_memories_create_by_phone_number",
    ]


def test_job_falls_back() -> None:
    """A job that is queued again after it ran is detected."""

    def rule(call: RuleCall) -> Any:
        job = call.call_original()
        call.memory["reads"] = call.memory.get("reads", 0) + 1
        return {**job, "status": "queued"} if call.memory["reads"] % 4 == 0 else job

    found = found_by("sonarly_prospecting_get", JOB, rule)

    assert found.startswith("sonarly_prospecting_get")
    assert ": a random walk: returns to the status queued" in found


def test_cancelled_job_completes() -> None:
    """A cancelled job that completes is detected."""

    def rule(call: RuleCall) -> Any:
        job = call.call_original()
        seen = call.memory.setdefault(job["jobId"], [])
        seen.append(job["status"])
        return {**job, "status": "completed"} if seen[-3:] == ["cancelled"] * 3 else job

    found = found_by("sonarly_prospecting_get", JOB, rule)

    assert "leaves the final status cancelled" in found


def test_stopped_campaign_is_a_draft() -> None:
    """A campaign that is a draft again after its stop is detected."""

    def rule(call: RuleCall) -> Any:
        result = call.call_original()
        call.campaigns[call.campaign_id].fields["status"] = "draft"
        return result

    found = found_by("sonarly_campaigns_stop", CAMPAIGN, rule)

    assert "sonarly_campaigns_stop: a random walk: returns to the status draft" in found


def test_rejected_start() -> None:
    """A rejected start that changes startedAt is detected."""

    def rule(call: RuleCall) -> Any:
        try:
            return call.call_original()
        except ApiError:
            campaign = call.campaigns.get(call.campaign_id)
            if campaign and campaign.fields["startedAt"]:
                campaign.fields["startedAt"] = call.store.tick()
            raise

    assert "changes startedAt" in found_by(START, CAMPAIGN, rule)


def test_outcome() -> None:
    """A call that is accepted and rejected in the same status is detected."""

    def rule(call: RuleCall) -> Any:
        call.memory["calls"] = call.memory.get("calls", 0) + 1
        if call.memory["calls"] % 2 == 0:
            raise ApiError(409)
        return {"deleted": True}

    found = found_by("sonarly_campaigns_delete", CAMPAIGN, rule)

    assert "sonarly_campaigns_delete: a random walk: returns" in found
    assert "in the same status" in found


def test_memory_returns() -> None:
    """A memory that is there again after its deletion is detected."""

    def rule(call: RuleCall) -> Any:
        memory = call.call_original()
        call.memory["calls"] = call.memory.get("calls", 0) + 1
        if call.memory["calls"] == 2:
            call.store[Memories].by_id[memory["data"]["id"]]["status"] = "ACTUAL"
        return memory

    found = found_by("callers_memories_delete", "callers_memories_create", rule)

    assert "returns to the status ACTUAL" in found


@pytest.mark.expects_contract_violation("an undocumented status")
def test_undocumented_status() -> None:
    """A step with an undocumented status is detected."""

    def rule(_: RuleCall) -> Any:
        raise ApiError(423)

    found = found_by("sonarly_campaigns_stop", CAMPAIGN, rule)

    assert "sonarly_campaigns_stop: a random walk: returns 423, which is not documented" in found
