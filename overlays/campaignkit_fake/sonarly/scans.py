"""What signal scans are made of: whom they look at, and what they find."""

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from ..engine.records import ACCOUNT_GROUPS, DOCUMENTED_ID, JSON, make_id
from ..state.seeds import START
from .audiences import Audiences
from .jobs import Job, moment, taken_over
from .templates import Template, Templates

# The first scan of a group is one that can be waited for. Each looks at some of the prospects of
# the group's first audience: from which one on, and at how many.
_SEEDED = (
    ("running", 0, 8),
    ("completed", 0, 8),
    ("completed", 8, 8),
    ("failed", 0, 0),
    ("cancelled", 0, 8),
)
_SECONDS_AGO = 3


@dataclass(kw_only=True)
class Scan(Job):
    """A scan for the signals of one specification."""

    specification: Template
    """What it looks for."""
    audience_id: str
    lead_ids: list[str] = field(default_factory=list)
    """Whom it looks at."""


class Scans:
    """The scans of all account groups, and whom they have looked at."""

    def __init__(
        self, random: Random, audiences: Audiences, templates: Templates, now: float
    ) -> None:
        self.held: dict[str, Scan] = {}
        self.found: dict[str, dict[str, list[JSON]]] = {}
        """The signals of each lead that was looked at, by source."""
        self._salt = random.random()
        self._open: list[Scan] = []
        for group_id in ACCOUNT_GROUPS:
            audience_id, lead_ids = next(
                (each, audience.lead_ids)
                for each, audience in audiences.held.items()
                if audience.account_group_id == group_id
            )
            specifications = [
                each
                for each in templates.signal_specifications.values()
                if each.account_group_id == group_id
            ]
            for status, first, size in _SEEDED:
                began = (START - timedelta(hours=random.randrange(24, 24 * 60))).timestamp()
                self.begin(
                    group_id,
                    now - _SECONDS_AGO if status == "running" else began,
                    specification=random.choice(specifications),
                    audience_id=audience_id,
                    lead_ids=lead_ids[first : first + size],
                    cancelled_at=began + random.randint(1, 8) if status == "cancelled" else None,
                )
        self.catch_up(now)

    def begin(
        self,
        group_id: str,
        now: float,
        *,
        specification: Template,
        audience_id: str,
        lead_ids: list[str],
        cancelled_at: float | None = None,
    ) -> Scan:
        """Begin a scan; one that has nobody to look at will fail."""
        scan = Scan(
            id=make_id("5a", len(self.held)) if self.held else DOCUMENTED_ID,
            account_group_id=group_id,
            began=now,
            outcome="completed" if lead_ids else "failed",
            cancelled_at=cancelled_at,
            specification=specification,
            audience_id=audience_id,
            lead_ids=lead_ids,
        )
        self.held[scan.id] = scan
        self._open.append(scan)
        return scan

    def catch_up(self, now: float) -> None:
        """Do what the ends of scans were to do by now."""
        for scan in taken_over(self._open, now):
            if scan.status(now) == "completed":
                for lead_id in scan.lead_ids:
                    self._look(lead_id, scan.specification.fields)

    def _look(self, lead_id: str, specification: JSON) -> None:
        # The same for the same lead, whoever else is looked at.
        random = Random(f"{self._salt} {lead_id} {specification['id']}")  # noqa: S311
        found = self.found.setdefault(lead_id, {})
        for source in specification["sources"]:
            if signals := [_signal(random, source) for _ in range(random.randint(0, 2))]:
                found.setdefault(source, []).extend(signals)

    def state(self, now: float) -> JSON:
        """Return the scans as a test looks at them."""
        return {
            scan.id: {
                "accountGroupId": scan.account_group_id,
                "status": scan.status(now),
                "audienceId": scan.audience_id,
                "leadIds": list(scan.lead_ids),
            }
            for scan in self.held.values()
        }


_NEWS = ("Looks for a new supplier", "Opens an office abroad", "Hires for a new team")


def _signal(random: Random, source: str) -> JSON:
    make = {"posts": random.choice((_post, _comment)), "jobs": _vacancy}.get(source, _other)
    return {
        "score": random.randint(1, 100),
        "reasoning": "It names a need that we can meet.",
        "summary": random.choice(_NEWS),
        **make(random),
    }


def _past(random: Random) -> str:
    return moment((START - timedelta(hours=random.randrange(1, 24 * 30))).timestamp())


def _post(random: Random) -> JSON:
    return {
        "title": random.choice(_NEWS),
        "postedAt": _past(random),
        "postLink": f"https://example.com/posts/{random.randrange(10_000)}",
        "totalLikes": random.randrange(200),
        "totalComments": random.randrange(40),
    }


def _comment(random: Random) -> JSON:
    return {
        "replySummary": "Asks for somebody who knows.",
        "commentedAt": _past(random),
        "commentLink": f"https://example.com/comments/{random.randrange(10_000)}",
    }


def _vacancy(random: Random) -> JSON:
    link = f"https://example.com/jobs/{random.randrange(10_000)}"
    return {"jobUrl": random.choice((None, link)), **_other(random)}


def _other(random: Random) -> JSON:
    return {"companyName": random.choice(("Acme", "Globex", "Initech"))}
