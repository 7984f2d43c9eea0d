"""The results of jobs and lookups are compared with what the requests name."""

from collections.abc import Callable
from typing import Any

import httpx
from campaignkit_contract.stateful.check import CheckResult
from campaignkit_contract.stateful.registry import STATEFUL_CHECKS
from campaignkit_contract.targets.fake import fake_target
from campaignkit_fake.sonarly.audiences import Audiences

from ..mutation.mutant import Mutant, MutantFake, RuleCall

Rule = Callable[[RuleCall], Any]


def result(name: str, operation: str, rule: Rule) -> CheckResult:
    """Return the result of a check on a fake with another rule for an operation."""
    [check] = [check for check in STATEFUL_CHECKS if check.name == name]
    fake = MutantFake(Mutant("", "", [operation], rule=rule))
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        return check.run(fake_target(client, fake.clock.advance))


def test_failed_scan() -> None:
    """A scan of prospects that exist must not fail."""
    found = result(
        "scan evaluates named prospects",
        "sonarly_signals_get",
        lambda call: {**call.call_original(), "status": "failed"},
    )

    assert found.findings == ("sonarly_signals_start ends with failed",)


def test_pending_after_scan() -> None:
    """A prospect of a completed scan that stays pending is detected."""
    found = result(
        "scan evaluates named prospects",
        "sonarly_signals_results",
        lambda call: {**call.call_original(), "status": "pending"},
    )

    assert found.findings == (
        "sonarly_signals_results is pending for a prospect of a completed scan",
    )


def test_all_evaluated() -> None:
    """If every prospect is evaluated already, a scan shows nothing."""
    found = result(
        "scan without prospects evaluates audience",
        "sonarly_signals_results",
        lambda call: {**call.call_original(), "status": "evaluated"},
    )

    assert found.skipped == "skipped: no audience has prospects that are not evaluated"


def test_endless_job() -> None:
    """A job that does not end is not judged."""
    found = result(
        "import keeps maximum",
        "sonarly_prospecting_get",
        lambda call: {**call.call_original(), "status": "running"},
    )

    assert found.skipped == (
        "skipped: a job of sonarly_prospecting_start has not ended after 60 seconds"
    )


def test_unlisted_people() -> None:
    """Imported people that the audience counts and does not list are detected."""

    def rule(call: RuleCall) -> Any:
        page = call.call_original()
        is_new = call.arguments["audienceId"] > "a00000000000000000000006"
        return {**page, "items": page["items"][1:]} if is_new else page

    found = result("import keeps maximum", "sonarly_audiences_prospects", rule)

    assert found.findings == (
        "sonarly_audiences_prospects has another number than the prospectCount after "
        "sonarly_prospecting_start",
    )


def test_completed_stage_goes_on() -> None:
    """A completed stage with a progress that goes on is detected."""

    def rule(call: RuleCall) -> Any:
        job = call.call_original()
        stages = {name: {**stage, "status": "completed"} for name, stage in job["stages"].items()}
        return {**job, "stages": stages}

    found = result("job status advances", "sonarly_prospecting_get", rule)

    assert "the stage import is completed and goes on in sonarly_prospecting_get" in found.findings


def test_similar_provider_id() -> None:
    """A lookup that returns the matches of a longer id is detected."""
    found = result(
        "lookup resolution matches result",
        "sonarly_prospecting_prospects_by_provider_id",
        lambda call: {
            **call.call_original(providerId=call.arguments["providerId"].removesuffix("x")),
            "providerId": call.arguments["providerId"],
        },
    )

    assert "returns the matches of another provider id" in found.findings[0]


def test_hidden_match() -> None:
    """A lookup that returns one of several matches is detected."""

    def rule(call: RuleCall) -> Any:
        found = call.call_original()
        first = found["matches"][:1]
        return {**found, "matches": first, "resolution": "single" if first else "none"}

    found = result(
        "lookup resolution matches result", "sonarly_prospecting_prospects_by_provider_id", rule
    )

    assert found.findings[0].endswith("has the resolution single with 1 of several matches")


def test_repeated_lead() -> None:
    """A move that counts a repeated lead twice is detected."""
    found = result(
        "moved leads change audience",
        "sonarly_audiences_move_leads",
        lambda call: {
            **call.call_original(),
            "movedCount": len(call.arguments["body"]["leadIds"]),
        },
    )

    assert found.findings == ("sonarly_audiences_move_leads counts a lead twice",)


def test_first_leads_only() -> None:
    """A move of a part of the leads is detected when an audience is prepared."""

    def rule(call: RuleCall) -> Any:
        body = call.arguments["body"]
        return call.call_original(body={**body, "leadIds": body["leadIds"][:10]})

    found = result("moved leads change audience", "sonarly_audiences_move_leads", rule)

    assert found.findings == ("sonarly_audiences_move_leads moved 10 of 14 leads",)


def test_other_name_in_lookup() -> None:
    """A lookup that shows another name than the list of prospects is detected."""

    def rule(call: RuleCall) -> Any:
        found = call.call_original()
        return {**found, "matches": [{**match, "name": "Ada"} for match in found["matches"]]}

    found = result(
        "lookup resolution matches result", "sonarly_prospecting_prospects_by_provider_id", rule
    )

    assert "sonarly_audiences_prospects show another name of a prospect" in found.findings[0]


def test_repeated_source() -> None:
    """Two groups of signals of one source are detected."""

    def rule(call: RuleCall) -> Any:
        found = call.call_original()
        return {**found, "results": found["results"] * 2}

    found = result("min score filters results", "sonarly_signals_results", rule)

    assert "has two groups of one source, or one without signals" in found.findings[0]


def test_stage_before_job() -> None:
    """A stage that runs while its job is queued is detected."""

    def rule(call: RuleCall) -> Any:
        job = call.call_original()
        stages = {name: {**stage, "status": "running"} for name, stage in job["stages"].items()}
        return {**job, "stages": stages}

    found = result("job status advances", "sonarly_prospecting_get", rule)

    assert "a stage of a queued job is not queued in sonarly_prospecting_get" in found.findings


def test_equal_creation() -> None:
    """A creation that returns the item of an equal call is detected."""

    def rule(call: RuleCall) -> Any:
        name = call.arguments["body"]["name"]
        if name not in call.memory:
            call.memory[name] = call.call_original()
        return call.memory[name]

    found = result("created item is listed", "sonarly_audiences_create_folder", rule)

    assert found.findings == (
        "sonarly_audiences_create_folder returns the item of an equal call instead of a new one",
    )


def test_count_of_new_audience() -> None:
    """A new audience that counts prospects which it does not have is detected."""

    def rule(call: RuleCall) -> Any:
        fields = call.call_original()
        fields["prospectCount"] = 1
        return fields

    found = result("navigation lists every audience", "sonarly_audiences_create", rule)

    assert "has 0 prospects and a prospectCount of 1" in "".join(found.findings)


def test_second_write() -> None:
    """A write that is lost if there was one before is detected."""

    def rule(call: RuleCall) -> Any:
        audience = call.store[Audiences].by_id[call.arguments["audienceId"]]
        before = audience.fields["folderId"]
        fields = call.call_original()
        fields["folderId"] = before or fields["folderId"]
        return fields

    found = result("write is visible in read", "sonarly_audiences_move_to_folder", rule)

    assert found.findings == (
        "a second sonarly_audiences_move_to_folder returns 200, and sonarly_audiences_get differs",
    )


def test_progress_of_completed_stages() -> None:
    """Completed stages with a different progress are detected."""

    def rule(call: RuleCall) -> Any:
        job = call.call_original()
        stages = {**job["stages"]}
        stages["import"] = {**stages["import"], "progress": stages["import"]["progress"] * 2}
        return {**job, "stages": stages}

    found = result("job status advances", "sonarly_prospecting_get", rule)

    assert found.findings == (
        "completed stages have several values of progress in sonarly_prospecting_get",
    )
