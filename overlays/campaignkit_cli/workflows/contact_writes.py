"""Writing of contacts to a campaign, with a journal of what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from .progress import progress_bar

if TYPE_CHECKING:
    from campaignkit import Callers, CampaignKitError, WriteResult
    from campaignkit.models import CallersContactDetail

    from ..rows import Row
    from .contact_rows import Contact
    from .sync_journal import Journal


def send_rows(
    client: Callers, campaign_id: str, contacts: Sequence[Contact], journal: Journal
) -> tuple[list[Row], int, CampaignKitError | KeyboardInterrupt | None]:
    """Return the results, how many contacts were applied, and the first failure.

    The journal has the contacts of a call before it is sent, and the outcome of each after it.
    """
    from campaignkit import BatchError

    from .sync_journal import DONE, SENT

    bodies = [_body(contact) for contact in contacts]
    sent = {id(body): contact for body, contact in zip(bodies, contacts, strict=True)}
    writes = client.contacts.upsert_many(
        campaign_id,
        bodies,
        on_send=lambda items: journal.record([sent[id(item)] for item in items], SENT),
    )
    rows: list[Row] = []
    done = 0
    with progress_bar("Contacts", len(contacts)) as advance:
        try:
            for results in writes.batches():
                applied = [row for row in results if row.outcome == "applied"]
                clear = [row for row in results if row.outcome in ("not_sent", "rejected")]
                journal.record([sent[id(row.item)] for row in applied], DONE)
                journal.record([sent[id(row.item)] for row in clear], "failed")
                rows += [_row(sent[id(row.item)], _result_text(row)) for row in results]
                done += len(applied)
                advance(len(results))
        except BatchError as error:
            return rows, done, cast("CampaignKitError", error.failures[0].error)
        except KeyboardInterrupt as error:
            return rows, done, error
    return rows, done, None


def _result_text(row: WriteResult[CallersContactDetail]) -> str:
    """Return the change of a contact, or its outcome."""
    if row.outcome != "applied":
        return f"failed: {row.outcome}"
    return str(row.result.status) if row.result else "unchanged"


def _body(contact: Contact) -> dict[str, Any]:
    body = {"name": contact.name, "phoneNumber": contact.phone_number, "data": contact.data}
    return body | ({"timezone": contact.timezone} if contact.timezone else {})


def _row(contact: Contact, result: str) -> Row:
    return {"line": contact.line, "phoneNumber": contact.phone_number, "result": result}
