"""Audiences of leads, and moves between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Self

from ..engine.access import account_group_id
from ..engine.context import Context, Store
from ..engine.errors import ApiError
from ..engine.ids import ACCOUNT_GROUPS, Ids
from ..engine.pagination import by_cursor
from ..engine.types import JSON
from ..state.collection import AccountGroupCollection
from ..state.seeds import Seeds
from .audience_seeds import KINDS, seeded_audiences
from .leads import Leads, describe_prospect

__all__ = ["KINDS", "RULES", "Audience", "Audiences", "audience_of"]

_FILLING = "Newcomers"


@dataclass
class Audience:
    """Audience; `fields` has the fields of responses."""

    account_group_id: str
    fields: JSON
    lead_ids: list[str]
    kind: str = "on_demand"
    """Type that its folder must have, which differs from the `type` in responses."""
    is_filling: bool = False
    """True while a prospecting job adds to it; until then no response shows it."""

    def set_leads(self, lead_ids: Iterable[str]) -> None:
        """Replace the leads, without duplicates."""
        self.lead_ids = list(dict.fromkeys(lead_ids))
        self.fields["prospectCount"] = len(self.lead_ids)


class Audiences(AccountGroupCollection[Audience]):
    """Audiences of all account groups; every lead is in one of them."""

    noun = "audience"

    def __init__(self, random: Random) -> None:
        super().__init__()
        self.salt = random.random()
        """Number that the made-up facts about prospects follow."""
        self._ids = Ids("a0")

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the audiences that a fake begins with, and one of each group that fills."""
        random, leads = seeds.random("audiences"), seeds[Leads]
        audiences = cls(random)
        for group_id in ACCOUNT_GROUPS:
            for seeded in seeded_audiences(random, leads.ids_of_group(group_id)):
                added = audiences.add(
                    group_id, seeded.name, seeded.created_at, seeded.description, seeded.kind
                )
                added.set_leads(seeded.lead_ids)
            audiences.add(group_id, _FILLING, seeded.created_at).is_filling = True
        return audiences

    def add(
        self,
        group_id: str,
        name: str,
        created_at: str,
        description: str | None = None,
        kind: str = "on_demand",
    ) -> Audience:
        """Add an audience without leads."""
        audience_id = next(self._ids)
        fields = {
            "id": audience_id,
            "name": name,
            "type": "linkedin_search",
            "description": description,
            "folderId": None,
            "prospectCount": 0,
            "createdAt": created_at,
        }
        self.by_id[audience_id] = Audience(group_id, fields, [], kind)
        return self.by_id[audience_id]

    def add_filling(self, group_id: str, name: str, created_at: str) -> Audience:
        """Add an audience for a prospecting job to fill; no response shows it before `finish`."""
        audience = self.add(group_id, name, created_at)
        audience.is_filling = True
        return audience

    def finish(self, audience: Audience, lead_ids: Iterable[str]) -> None:
        """End the filling of an audience, with the leads that were found for it."""
        audience.set_leads([*audience.lead_ids, *lead_ids])
        audience.is_filling = False

    def shown(self, group_id: str) -> list[JSON]:
        """Return the fields of an account group's audiences, without filling ones."""
        return [own.fields for own in self.of_group(group_id) if not own.is_filling]

    def to_dict(self, now: float) -> JSON:
        """Return the audiences."""
        return {
            "audiences": {
                audience_id: {
                    "accountGroupId": audience.account_group_id,
                    "kind": audience.kind,
                    "isFilling": audience.is_filling,
                    "leadIds": list(audience.lead_ids),
                }
                for audience_id, audience in self.by_id.items()
            }
        }


def audience_of(context: Context, audience_id: str | None = None) -> Audience:
    """Return the audience of a call, or another one of its account group."""
    wanted = context.arguments["audienceId"] if audience_id is None else audience_id
    audience = context.store[Audiences].find(context, wanted)
    if audience.is_filling:
        raise ApiError(409, "A prospecting job still fills it.", code="AUDIENCE_NOT_READY")
    return audience


def list_audiences(context: Context) -> JSON:
    """Return a page of the audiences, without filling ones."""
    shown = context.store[Audiences].shown(account_group_id(context))
    return by_cursor(shown, context.arguments)


def create_audience(context: Context) -> JSON:
    """Add an audience without leads; its name must be new, and its type known."""
    group_id, body = account_group_id(context), context.body
    if body["type"] not in KINDS:
        raise ApiError(422, "No audience has such a type.", details=[("type", "unknown")])
    _check_name(context.store, group_id, body["name"])
    created_at = context.store.tick()
    added = context.store[Audiences].add(
        group_id, body["name"], created_at, body.get("description"), body["type"]
    )
    return added.fields


def get_audience(context: Context) -> JSON:
    """Return one audience."""
    return audience_of(context).fields


def update_audience(context: Context) -> JSON:
    """Change the name or the description; the name must be new."""
    audience, body = audience_of(context), context.body
    if body.get("name") != audience.fields["name"]:
        _check_name(context.store, audience.account_group_id, body.get("name"))
    context.store.tick()
    audience.fields |= {name: body[name] for name in ("name", "description") if name in body}
    return audience.fields


def delete_audience(context: Context) -> JSON:
    """Delete an audience; its leads and the campaigns remain."""
    audience = audience_of(context)
    context.store.tick()
    del context.store[Audiences].by_id[audience.fields["id"]]
    return {"deleted": True}


def list_prospects(context: Context) -> JSON:
    """Return a page of the people in an audience; the ID of a person is that of the lead."""
    lead_ids = audience_of(context).lead_ids
    page = by_cursor([{"id": lead_id} for lead_id in lead_ids], context.arguments)
    salt = context.store[Audiences].salt
    return {**page, "items": [describe_prospect(salt, item["id"]) for item in page["items"]]}


def move_leads(context: Context) -> JSON:
    """Move leads from one audience to another; they must be in the first."""
    source, body = audience_of(context), context.body
    target = audience_of(context, body["targetAudienceId"])
    moved = dict.fromkeys(body["leadIds"])
    if target is source:
        problem = ("targetAudienceId", "is the audience itself")
        raise ApiError(422, "The leads are there already.", details=[problem])
    if not moved.keys() <= set(source.lead_ids):
        raise ApiError(422, "Not all of the leads are there.", details=[("leadIds", "unknown")])
    context.store.tick()
    source.set_leads(lead_id for lead_id in source.lead_ids if lead_id not in moved)
    target.set_leads([*target.lead_ids, *moved])
    return {
        "sourceAudience": source.fields,
        "targetAudience": target.fields,
        "movedCount": len(moved),
    }


def _check_name(store: Store, group_id: str, name: str | None) -> None:
    audiences = store[Audiences].of_group(group_id)
    if name in [audience.fields["name"] for audience in audiences]:
        raise ApiError(422, "Another audience has this name.", details=[("name", "is taken")])


RULES = {
    "sonarly_audiences_list": list_audiences,
    "sonarly_audiences_create": create_audience,
    "sonarly_audiences_get": get_audience,
    "sonarly_audiences_update": update_audience,
    "sonarly_audiences_delete": delete_audience,
    "sonarly_audiences_prospects": list_prospects,
    "sonarly_audiences_move_leads": move_leads,
}
