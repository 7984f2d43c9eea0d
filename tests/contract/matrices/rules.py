"""Rules of the fake with a bug that several matrices detect."""

from typing import Any

from campaignkit_fake import SAMPLE_ID
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.audiences import Audiences

from ..mutation.mutant import RuleCall


def keep_success(call: RuleCall) -> Any:
    """Return the last success instead of a refusal."""
    try:
        call.memory["last"] = call.call_original()
    except ApiError:
        if "last" not in call.memory:
            raise
    return call.memory["last"]


def rename_on_refusal(call: RuleCall) -> Any:
    """Refuse as before, and rename an audience."""
    try:
        return call.call_original()
    except ApiError:
        call.store[Audiences].by_id[SAMPLE_ID].fields["name"] = "Changed"
        raise
