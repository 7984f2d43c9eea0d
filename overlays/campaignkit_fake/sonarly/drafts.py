"""Drafts: campaigns from a starter template or from another campaign."""

from ..engine.access import account_group_id
from ..engine.context import Context, Store
from ..engine.errors import ApiError
from ..engine.types import JSON
from .audiences import Audience, audience_of
from .campaigns import Campaign, Campaigns, campaign_of
from .content_slots import ContentSlots
from .starter_templates import STARTER_TEMPLATES, StarterTemplates
from .workflow import ACTIVE_STATUSES

__all__ = ["RULES"]


def create_campaign(context: Context) -> JSON:
    """Create a draft with the slots of a starter template, without writing styles."""
    group_id, body, store = account_group_id(context), context.body, context.store
    template_id = body["starterTemplateId"]
    if not store[StarterTemplates].may_use(group_id, template_id):
        message = "The account group cannot use this starter template."
        raise ApiError(409, message, code="STARTER_TEMPLATE_UNAVAILABLE")
    fields = {
        "name": body["name"],
        "description": None,
        "includeConversationHistory": True,
        "autoCancelOnMessageReceived": True,
        "outreachLanguage": "en",
    }
    draft = _add_draft(store, _audience(context), body.get("leadIds"), fields, is_manual=True)
    store[ContentSlots].lay_out(draft.fields["id"], STARTER_TEMPLATES[template_id].slots)
    return draft.fields


def duplicate_campaign(context: Context) -> JSON:
    """Create a draft with the settings, the workflow and the slots of another campaign."""
    source, body, store = campaign_of(context), context.body, context.store
    audience = audience_of(context, body["audienceId"])
    fields = {**source.fields, "name": body.get("name", f"{source.fields['name']} (copy)")}
    draft = _add_draft(store, audience, body.get("leadIds"), fields, is_manual=source.is_manual)
    store[ContentSlots].copy(source.fields["id"], draft.fields["id"])
    return draft.fields


def _audience(context: Context) -> Audience:
    """Return the audience for a new campaign; the page of that operation lists no 404."""
    try:
        return audience_of(context, context.body["audienceId"])
    except ApiError as error:
        if error.status == 404:
            raise ApiError(409, error.message, code="AUDIENCE_NOT_FOUND") from None
        raise


def _add_draft(
    store: Store, audience: Audience, lead_ids: list[str] | None, fields: JSON, *, is_manual: bool
) -> Campaign:
    campaigns, chosen = store[Campaigns], _choose_leads(store, audience, lead_ids)
    now, campaign_id = store.tick(), next(campaigns.ids)
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
    campaigns.by_id[campaign_id] = draft
    return draft


def _choose_leads(store: Store, audience: Audience, lead_ids: list[str] | None) -> list[str]:
    """Return the requested leads, or all leads of the audience without a running workflow."""
    busy = _busy_leads(store, audience.account_group_id)
    if lead_ids is None:
        return [lead_id for lead_id in audience.lead_ids if lead_id not in busy]
    chosen = list(dict.fromkeys(lead_ids))
    if not set(chosen) <= set(audience.lead_ids):
        raise ApiError(409, "Not all leads are in the audience.", code="LEAD_NOT_IN_AUDIENCE")
    if busy & set(chosen):
        raise ApiError(409, "Another campaign is busy with some leads.", code="LEAD_BUSY")
    return chosen


def _busy_leads(store: Store, group_id: str) -> set[str]:
    """Return the leads of the account group with a running workflow."""
    return {
        lead_id
        for campaign in store[Campaigns].of_group(group_id)
        for lead_id, row in campaign.lead_rows.items()
        if row["workflowStatus"] in ACTIVE_STATUSES
    }


RULES = {
    "sonarly_campaigns_create": create_campaign,
    "sonarly_campaigns_duplicate": duplicate_campaign,
}
