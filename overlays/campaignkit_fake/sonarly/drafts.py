"""Sonarly's drafts: made from a starter template or like another campaign. No HTTP here."""

from ..engine.access import Arguments, account_group_id, campaign_of
from ..engine.records import BUSY, JSON, Campaign, Key
from ..engine.responses import Refusal
from ..state.store import Store
from .audiences import Audience, audience_of
from .starter_templates import STARTERS


def create_campaign(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Make a draft whose slots are those of a starter template, with no template chosen yet."""
    group_id, body = account_group_id(key, arguments), arguments["body"]
    starter_id = body["starterTemplateId"]
    if not store.starters.may_use(group_id, starter_id):
        message = "The account group cannot use this starter template."
        raise Refusal(409, message, code="STARTER_TEMPLATE_UNAVAILABLE")
    fields = {
        "name": body["name"],
        "description": None,
        "includeConversationHistory": True,
        "autoCancelOnMessageReceived": True,
        "outreachLanguage": "en",
    }
    audience = _audience(store, key, arguments)
    draft = _draft(store, audience, body.get("leadIds"), fields, is_manual=True)
    store.slots.lay_out(draft.fields["id"], STARTERS[starter_id].slots)
    return draft.fields


def duplicate_campaign(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Make a draft with the settings, the workflow and the slots of another campaign."""
    source, body = campaign_of(store, key, arguments), arguments["body"]
    audience = audience_of(store, key, arguments, body["audienceId"])
    fields = {**source.fields, "name": body.get("name", f"{source.fields['name']} (copy)")}
    draft = _draft(store, audience, body.get("leadIds"), fields, is_manual=source.is_manual)
    store.slots.copy(source.fields["id"], draft.fields["id"])
    return draft.fields


def _audience(store: Store, key: Key, arguments: Arguments) -> Audience:
    """Return the audience of a creation, for which no page lists a 404."""
    try:
        return audience_of(store, key, arguments, arguments["body"]["audienceId"])
    except Refusal as refusal:
        if refusal.status == 404:
            raise Refusal(409, refusal.message, code="AUDIENCE_NOT_FOUND") from None
        raise


def _draft(
    store: Store, audience: Audience, lead_ids: list[str] | None, fields: JSON, *, is_manual: bool
) -> Campaign:
    chosen = _chosen(store, audience, lead_ids)
    now, campaign_id = store.tick(), next(store.campaign_ids)
    own = {
        "id": campaign_id,
        "status": "draft",
        "selectedLeadCount": len(chosen),
        "createdAt": now,
        "updatedAt": now,
        "startedAt": None,
        "rateLimitedUntil": None,
    }
    draft = Campaign(audience.account_group_id, {**fields, **own}, is_manual, chosen)
    store.campaigns[campaign_id] = draft
    return draft


def _chosen(store: Store, audience: Audience, lead_ids: list[str] | None) -> list[str]:
    """Return the leads asked for, or where nobody asked those that no other campaign has."""
    busy = _busy(store, audience.account_group_id)
    if lead_ids is None:
        return [lead_id for lead_id in audience.lead_ids if lead_id not in busy]
    chosen = list(dict.fromkeys(lead_ids))
    if not set(chosen) <= set(audience.lead_ids):
        raise Refusal(409, "Not all leads are in the audience.", code="LEAD_NOT_IN_AUDIENCE")
    if busy & set(chosen):
        raise Refusal(409, "Another campaign is busy with some leads.", code="LEAD_BUSY")
    return chosen


def _busy(store: Store, group_id: str) -> set[str]:
    """Return the leads that the workflow of a campaign of the account group goes on with."""
    campaigns = store.campaigns.values()
    rows = [each.lead_rows for each in campaigns if each.account_group_id == group_id]
    return {
        lead_id for each in rows for lead_id, row in each.items() if row["workflowStatus"] in BUSY
    }


RULES = {
    "sonarly_campaigns_create": create_campaign,
    "sonarly_campaigns_duplicate": duplicate_campaign,
}
