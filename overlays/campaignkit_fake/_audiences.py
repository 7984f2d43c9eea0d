"""Audiences and their folders."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from ._bodies import Refusal
from ._records import ACCOUNT_GROUPS, DOCUMENTED_ID, JSON, Key, Lead, make_id
from ._scope import Arguments, account_group_id
from ._seed import START, instant

if TYPE_CHECKING:
    from ._store import Store

_FIRST = 40  # leads of a group's first audience, those of its first campaign among them
_SIZE = 16
_NAMES = ("Founders", "CFOs", "Heads of sales", "Recruiters", "Plant managers", "Event guests")


@dataclass
class Audience:
    """An audience; `fields` is what the API shows of it."""

    account_group_id: str
    fields: JSON
    lead_ids: list[str]
    is_filling: bool = False
    """Whether a prospecting job still adds to it; until then nobody may see it."""


class Audiences:
    """The audiences of all account groups; every lead is in one of them."""

    def __init__(self, random: Random, leads: dict[str, Lead]) -> None:
        self.held: dict[str, Audience] = {}
        for group_id in ACCOUNT_GROUPS:
            own = [each for each, lead in leads.items() if lead.account_group_id == group_id]
            chunks = [own[:_FIRST], *_chunks(own[_FIRST:])]
            for name, lead_ids in zip(_NAMES, chunks, strict=False):
                self._add(random, group_id, name, lead_ids)

    def begin(self, group_id: str, name: str, now: str) -> Audience:
        """Make an audience that a job is to fill."""
        audience_id = make_id("a0", len(self.held))
        fields = {
            "id": audience_id,
            "name": name,
            "type": "linkedin_search",
            "description": None,
            "folderId": None,
            "prospectCount": 0,
            "createdAt": now,
        }
        self.held[audience_id] = Audience(group_id, fields, [], is_filling=True)
        return self.held[audience_id]

    def finish(self, audience: Audience, lead_ids: list[str]) -> None:
        """Fill an audience, so that it can be seen."""
        audience.is_filling = False
        audience.lead_ids = lead_ids
        audience.fields["prospectCount"] = len(lead_ids)

    def _add(self, random: Random, group_id: str, name: str, lead_ids: list[str]) -> None:
        audience_id = make_id("a0", len(self.held)) if self.held else DOCUMENTED_ID
        created = START - timedelta(days=random.randrange(1, 90))
        fields = {
            "id": audience_id,
            "name": name,
            "type": "linkedin_search",
            "description": random.choice((None, f"{name} that may need us")),
            "folderId": None,
            "prospectCount": len(lead_ids),
            "createdAt": instant(created),
        }
        self.held[audience_id] = Audience(group_id, fields, lead_ids)


def _chunks(lead_ids: list[str]) -> list[list[str]]:
    return [lead_ids[begin : begin + _SIZE] for begin in range(0, len(lead_ids), _SIZE)]


def audience_of(
    store: "Store", key: Key, arguments: Arguments, audience_id: str | None = None
) -> Audience:
    """Return the audience that a call is about, or another one of its account group."""
    group_id = account_group_id(key, arguments)
    audience = store.audiences.held.get(audience_id or arguments["audienceId"])
    if audience is None or audience.account_group_id != group_id:
        raise Refusal(404, "The account group has no such audience.")
    if audience.is_filling:
        raise Refusal(409, "A prospecting job still fills it.", code="AUDIENCE_NOT_READY")
    return audience
