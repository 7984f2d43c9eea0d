"""Bugs in what a request leaves out, names twice, or sends as a form."""

from typing import Any

from .mutant import RuleCall, mutates_body, mutates_rule


@mutates_rule("callers_voices_create")
def voice_for_all_by_default(call: RuleCall) -> Any:
    """A voice without subAccounts is added to the sub-organizations too."""
    return call.call_original(body={"subAccounts": True, **call.arguments["body"]})


@mutates_rule("callers_voices_clone")
def zero_stability_missing(call: RuleCall) -> Any:
    """A stability of 0 in a form is taken as missing."""
    body = call.arguments["body"]
    kept = {name: value for name, value in body.items() if name != "stability" or value}
    return call.call_original(body=kept)


@mutates_rule("sonarly_audiences_move_leads")
def repeated_lead_counted(call: RuleCall) -> Any:
    """A lead that is named twice counts twice."""
    result = call.call_original()
    return {**result, "movedCount": len(call.arguments["body"]["leadIds"])}


@mutates_body("callers_organizations_sync")
def sync_denied(body: Any) -> None:
    """A sync that was applied says that it was not."""
    body["success"] = False
