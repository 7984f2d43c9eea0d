"""An id that only the settings know may be mistyped, until a write with it succeeds."""

import pytest
from campaignkit_contract.sandbox import Sandbox
from campaignkit_contract.sandbox.named import taking_turns
from campaignkit_contract.targets.outcomes import SkipCheck
from campaignkit_contract.targets.target import Target
from campaignkit_fake import SAMPLE_ID

ADD = "callers_organizations_add_phone_numbers"
WRONG = "mistyped"


def sandbox_with(target: Target, *ids: str) -> Sandbox:
    """Return the sandbox of a disposable account, whose settings name some SIP connections."""
    target.disposable, target.named = ("callers",), {**target.named, "callers sipId": ids}
    return Sandbox(target, run_id="test")


def test_mistyped(target: Target) -> None:
    """A 404 for an id that no read shows names the setting, the id's kind and the response."""
    message = r"--named \(NAMED\) must have a callers sipId that exists: POST .* returned 404"
    with pytest.raises(SkipCheck, match=message):
        sandbox_with(target, WRONG).call(ADD)


def test_existing(target: Target) -> None:
    """After a success the id is right, so that a 404 is judged. So is one for an unknown id."""
    sandbox = sandbox_with(target, SAMPLE_ID)

    assert target.ask(ADD, {"sipId": SAMPLE_ID}, body={"json": {}}).status == 400
    assert sandbox.call(ADD).status < 300
    assert target.ask(ADD, {"sipId": "0" * 24}).status == 404


def test_updates(target: Target) -> None:
    """Updates of a disposable account take turns where a lost value must be confirmed."""
    kind, update = "sonarly specificationId", "sonarly_templates_update_signal_specification"
    target.named = {**target.named, kind: (SAMPLE_ID, "second")}
    sandbox = Sandbox(target, run_id="test")

    def given() -> list[str | None]:
        calls = [sandbox.call_values(update) for _ in range(3)]
        return [call.values["specificationId"] for call in calls]

    with taking_turns():
        assert given() == [SAMPLE_ID] * 3
        target.disposable = ("sonarly",)
        assert given() == ["second", SAMPLE_ID, "second"]
    assert given() == [SAMPLE_ID] * 3
