"""Leads that the settings name, and what the run does with them."""

from collections.abc import Sequence

from ..targets.target import SkipCheck

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
            raise SkipCheck("no setting names leads that may be contacted")
        used = self._busy.union(*self.moved.values())
        if free := tuple(lead for lead in self._named if lead not in used):
            return free
        raise SkipCheck("other checks use every lead that may be contacted")

    def chosen(self) -> list[str]:
        """Return a few of the free leads, at most half; the others are for another campaign."""
        if not self._named:
            return []
        free = self.free()
        return list(free[: min((len(free) + 1) // 2, _PER_CAMPAIGN)])

    def on_created(self, campaign_id: str, leads: Sequence[str]) -> None:
        """Record the leads of a campaign."""
        self._by_campaign[campaign_id] = leads

    def on_started(self, campaign_id: str) -> None:
        """Record that a campaign has started."""
        self._busy.update(self._by_campaign.get(campaign_id, ()))

    def clear(self) -> None:
        """Forget campaigns and moves, after they were removed."""
        self._busy.clear()
        self._by_campaign.clear()
        self.moved.clear()
