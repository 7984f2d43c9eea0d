"""Audiences: who is in which, which ones fill, and who moves. No HTTP here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from ..engine.access import Arguments, account_group_id
from ..engine.pagination import by_cursor
from ..engine.records import ACCOUNT_GROUPS, JSON, Ids, Key, Lead
from ..engine.responses import Refusal
from . import audience_seeds as seed

if TYPE_CHECKING:
    from ..state.store import Store

_FILLING = "Newcomers"


@dataclass
class Audience:
    """An audience; `fields` is what the API shows of it."""

    account_group_id: str
    fields: JSON
    lead_ids: list[str]
    kind: str = "on_demand"
    """What its folder must be for; the `type` of an answer is another thing."""
    is_filling: bool = False
    """Whether a prospecting job still adds to it; until then nobody may see it."""

    def hold(self, lead_ids: Iterable[str]) -> None:
        """Have these leads and no others, each once."""
        self.lead_ids = list(dict.fromkeys(lead_ids))
        self.fields["prospectCount"] = len(self.lead_ids)


class Audiences:
    """The audiences of all account groups; every lead is in one of them."""

    def __init__(self, random: Random, leads: dict[str, Lead], now: Callable[[], str]) -> None:
        self.held: dict[str, Audience] = {}
        self.salt = random.random()
        """What the people are made of."""
        self._now = now
        self._ids = Ids("a0")
        for group_id in ACCOUNT_GROUPS:
            own = [each for each, lead in leads.items() if lead.account_group_id == group_id]
            for each in seed.audiences(random, own):
                added = self.add(group_id, each.name, each.description, each.kind, each.created_at)
                added.hold(each.lead_ids)
            self.add(group_id, _FILLING, created_at=each.created_at).is_filling = True

    def add(
        self,
        group_id: str,
        name: str,
        description: str | None = None,
        kind: str = "on_demand",
        created_at: str | None = None,
    ) -> Audience:
        """Add an audience without leads, made now if nothing else is said."""
        audience_id = next(self._ids)
        fields = {
            "id": audience_id,
            "name": name,
            "type": "linkedin_search",
            "description": description,
            "folderId": None,
            "prospectCount": 0,
            "createdAt": created_at or self._now(),
        }
        self.held[audience_id] = Audience(group_id, fields, [], kind)
        return self.held[audience_id]

    def begin(self, group_id: str, name: str) -> Audience:
        """Add an audience for a prospecting job to fill; nobody sees it before `finish`."""
        audience = self.add(group_id, name)
        audience.is_filling = True
        return audience

    def finish(self, audience: Audience, lead_ids: Iterable[str]) -> None:
        """End the filling of an audience, with the leads that were found for it."""
        audience.hold([*audience.lead_ids, *lead_ids])
        audience.is_filling = False

    def seen(self, group_id: str) -> list[JSON]:
        """Return what the API shows of the audiences of an account group, but those that fill."""
        own = [each for each in self.held.values() if each.account_group_id == group_id]
        return [each.fields for each in own if not each.is_filling]

    def state(self) -> JSON:
        """Return what a test wants to look at."""
        return {
            audience_id: {
                "accountGroupId": audience.account_group_id,
                "kind": audience.kind,
                "isFilling": audience.is_filling,
                "leadIds": list(audience.lead_ids),
            }
            for audience_id, audience in self.held.items()
        }


def audience_of(
    store: "Store", key: Key, arguments: Arguments, audience_id: str | None = None
) -> Audience:
    """Return the audience that a call is about, or another one of its account group."""
    group_id = account_group_id(key, arguments)
    wanted = arguments["audienceId"] if audience_id is None else audience_id
    audience = store.audiences.held.get(wanted)
    if audience is None or audience.account_group_id != group_id:
        raise Refusal(404, "The account group has no such audience.")
    if audience.is_filling:
        raise Refusal(409, "A prospecting job still fills it.", code="AUDIENCE_NOT_READY")
    return audience


def list_audiences(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return a page of the audiences, without those that fill."""
    return by_cursor(store.audiences.seen(account_group_id(key, arguments)), arguments)


def create_audience(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Add an audience without leads; its name must be free, its type one of the known ones."""
    group_id, body = account_group_id(key, arguments), arguments["body"]
    if body["type"] not in seed.KINDS:
        raise Refusal(422, "No audience has such a type.", details=[("type", "unknown")])
    _refuse_taken(store, group_id, body["name"])
    store.tick()
    added = store.audiences.add(group_id, body["name"], body.get("description"), body["type"])
    return added.fields


def get_audience(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return one audience."""
    return audience_of(store, key, arguments).fields


def update_audience(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Change the name or the description; a name must be free."""
    audience, body = audience_of(store, key, arguments), arguments["body"]
    if body.get("name") != audience.fields["name"]:
        _refuse_taken(store, audience.account_group_id, body.get("name"))
    store.tick()
    audience.fields |= {name: body[name] for name in ("name", "description") if name in body}
    return audience.fields


def delete_audience(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Forget an audience; its leads and the campaigns stay."""
    audience = audience_of(store, key, arguments)
    store.tick()
    del store.audiences.held[audience.fields["id"]]
    return {"deleted": True}


def list_prospects(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return a page of the people in an audience; a person's id is that of the lead."""
    lead_ids = audience_of(store, key, arguments).lead_ids
    page = by_cursor([{"id": lead_id} for lead_id in lead_ids], arguments)
    people = [seed.prospect(store.audiences.salt, each["id"]) for each in page["items"]]
    return {**page, "items": people}


def move_leads(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Take leads out of one audience into another; they must be in the first."""
    source, body = audience_of(store, key, arguments), arguments["body"]
    target = audience_of(store, key, arguments, body["targetAudienceId"])
    moved = dict.fromkeys(body["leadIds"])
    if target is source:
        problem = ("targetAudienceId", "is the audience itself")
        raise Refusal(422, "The leads are there already.", details=[problem])
    if not moved.keys() <= set(source.lead_ids):
        raise Refusal(422, "Not all of the leads are there.", details=[("leadIds", "unknown")])
    store.tick()
    source.hold(each for each in source.lead_ids if each not in moved)
    target.hold([*target.lead_ids, *moved])
    return {
        "sourceAudience": source.fields,
        "targetAudience": target.fields,
        "movedCount": len(moved),
    }


def _refuse_taken(store: "Store", group_id: str, name: str | None) -> None:
    audiences = store.audiences.held.values()
    if name in [each.fields["name"] for each in audiences if each.account_group_id == group_id]:
        raise Refusal(422, "Another audience has this name.", details=[("name", "is taken")])


RULES = {
    "sonarly_audiences_list": list_audiences,
    "sonarly_audiences_create": create_audience,
    "sonarly_audiences_get": get_audience,
    "sonarly_audiences_update": update_audience,
    "sonarly_audiences_delete": delete_audience,
    "sonarly_audiences_prospects": list_prospects,
    "sonarly_audiences_move_leads": move_leads,
}
