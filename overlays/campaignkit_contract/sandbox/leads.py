"""Leads that the settings name, and what the run does with them."""

from collections.abc import Iterable, Mapping, Sequence

from ..options import setting_name
from ..spec.document import Json
from ..targets.target import START, SkipCheck

_PER_CAMPAIGN = 3


class LeadPool:
    """Leads that campaigns may contact, without those that are in use."""

    def __init__(self, named: Sequence[str]) -> None:
        self._named = tuple(named)
        self._busy: set[str] = set()
        self._by_campaign: dict[str, Sequence[str]] = {}
        self.moved: dict[str, tuple[str, ...]] = {}
        """Leads that the run has moved, by audience."""

    def free(self) -> tuple[str, ...]:
        """Return the leads that are in no started campaign and were not moved.

        Raises:
            SkipCheck: No setting names a lead, or all are in use.
        """
        if not self._named:
            raise SkipCheck(f"set {setting_name('TEST_LEAD_IDS')}: leads must be contacted")
        used = self._busy.union(*self.moved.values())
        if free := tuple(lead for lead in self._named if lead not in used):
            return free
        raise SkipCheck(f"set more {setting_name('TEST_LEAD_IDS')}: other checks use all of them")

    def chosen(self) -> list[str]:
        """Return a few of the free leads, at most half; the others are for another campaign."""
        if not self._named:
            return []
        free = self.free()
        return list(free[: min((len(free) + 1) // 2, _PER_CAMPAIGN)])

    def of_campaign(self, campaign_id: str | None) -> Sequence[str]:
        """Return the leads of a campaign that the run has made; empty for another one."""
        return self._by_campaign.get(campaign_id or "", ())

    def on_success(
        self,
        operation_id: str,
        values: Mapping[str, str | None],
        body: Json,
        made: Iterable[str],
    ) -> None:
        """Record the leads of campaigns that a call has made, or that it has started one."""
        sent = body.get("json")
        if operation_id.startswith("sonarly_campaigns") and isinstance(sent, dict):
            leads: list[str] = sent.get("leadIds", [])
            self._by_campaign.update(dict.fromkeys(made, leads))
        if operation_id == START:
            self._busy.update(self.of_campaign(values.get("campaignId")))

    def clear(self) -> None:
        """Forget campaigns and moves, after they were removed."""
        self._busy.clear()
        self._by_campaign.clear()
        self.moved.clear()
