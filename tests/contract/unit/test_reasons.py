"""Reasons why operations were not checked are short, and each is named once."""

from campaignkit_contract.options import naming_setting
from campaignkit_contract.stateful.reasons import join_reasons


def test_same_reason() -> None:
    """Operations with one reason are named together, without their name in the reason."""
    skipped = {"a": "set x", "b": "b would write", "c": "set x", "d": "set x", "e": "set x"}

    assert join_reasons(skipped) == "a, c, d and 1 more (set x); b (would write)"


def test_many_reasons() -> None:
    """Of many reasons, five are named."""
    skipped = {str(number): f"reason {number}" for number in range(7)}

    assert join_reasons(skipped).endswith("4 (reason 4); 2 more reasons")


def test_setting() -> None:
    """The setting that names an id follows from its kind; campaigns of Callers.ai have a group."""
    names = [naming_setting(f"callers {name}") for name in ("campaignId", "voiceId")]

    assert names == ["--campaign-group-id (CAMPAIGN_GROUP_ID)", "--named (NAMED)"]
    assert naming_setting("sonarly leadIds") == "--test-lead-ids (TEST_LEAD_IDS)"
