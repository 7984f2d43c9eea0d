"""Decisions about content that waits: each item is approved or discarded once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ..exit_codes import ExitCode
from ..streams import note
from .progress import tracked

if TYPE_CHECKING:
    from campaignkit import CampaignKitError, Sonarly
    from campaignkit_operations.pending import Pending

    from ..output import OutputOptions

Verb = Literal["approve", "discard"]

_EFFECTS = {
    "approve": "This can contact real people.",
    "discard": "The workflows of these people stop. This cannot be undone.",
}


def question_for(verb: Verb, items: Sequence[Pending]) -> str:
    """Return the question before the calls: the number of people, and the campaigns."""
    names = ", ".join(repr(name) for name in dict.fromkeys(item.campaign for item in items))
    people = "1 person" if len(items) == 1 else f"{len(items)} people"
    return f"{verb.capitalize()} the content for {people} of {names}? {_EFFECTS[verb]}"


def carry_out(
    verb: Verb, client: Sonarly, items: Sequence[Pending], failures: Path, options: OutputOptions
) -> int:
    """Approve or discard each item once; write what failed to a file."""
    from ..output import write_items
    from .pending import as_lines

    results = list(tracked(decide_each(verb, client, items), "Decisions", len(items)))
    done = [item for item, error in results if error is None]
    failed = [(item, error) for item, error in results if error is not None]
    untried = items[len(results) :]
    rows = [{"leadId": item.lead_id, "result": f"{verb} done"} for item in done]
    rows += [{"leadId": item.lead_id, "result": str(error)} for item, error in failed]
    write_items(rows, options)
    if not failed and not untried:
        return ExitCode.DONE
    left = [item for item, _ in failed] + list(untried)
    failures.write_text(as_lines(left), encoding="utf-8")
    note(
        f"{len(done)} done, {len(failed)} failed, {len(untried)} not tried. Try again:"
        f" campaignkit approvals {verb} --from {failures}"
    )
    return ExitCode.PARTLY_FAILED if done or not untried else ExitCode.INTERRUPTED


def decide_each(
    verb: Verb, client: Sonarly, items: Sequence[Pending]
) -> Iterator[tuple[Pending, CampaignKitError | None]]:
    """Yield each item with its error or None; Ctrl-C and an error that stays end it early."""
    from campaignkit import CampaignKitError

    call: Callable[..., object] = getattr(client.campaigns, verb)
    for item in items:
        try:
            call(item.group_id, item.campaign_id, item.instance_id, lead_id=item.lead_id)
        except CampaignKitError as error:
            yield item, error
            if error.is_final:
                return
        except KeyboardInterrupt:
            note(f"Interrupted. The {verb} call for {item.lead_id} may have succeeded.")
            return
        else:
            yield item, None
