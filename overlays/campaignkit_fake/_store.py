"""The state of the fake: seeded data, and the starts that were accepted."""

from dataclasses import asdict
from datetime import UTC, datetime
from itertools import count
from random import Random

from . import _seed
from ._audiences import Audiences
from ._calls import Calls
from ._clock import VirtualClock
from ._contacts import Contacts
from ._folders import Folders
from ._memories import Memories
from ._records import JSON, KEYS, make_id
from ._templates import Templates


class Store:
    """Everything one fake holds. The same seed and the same writes give the same store."""

    def __init__(self, seed: int, clock: VirtualClock) -> None:
        random = Random(seed)  # noqa: S311 - made-up data, no secrets
        self.seed = seed
        self.instance_ids = (make_id("f1", number) for number in count(1))
        """The ids of the workflows' runs, one for each lead that a workflow reaches."""
        self.account_groups = _seed.account_groups(random)
        self.leads = _seed.leads(random)
        self.campaigns = _seed.campaigns(random, self.leads, self.instance_ids)
        self.organizations = _seed.organizations(random)
        self.campaign_groups = _seed.campaign_groups()
        self.callers_campaigns = _seed.callers_campaigns(random)
        self.starts: list[JSON] = []
        # Areas have numbers of their own, so that one more changes nothing in the others.
        self.audiences = Audiences(_random(seed, "audiences"), self.leads, lambda: self.now)
        self.folders = Folders(self.audiences)
        self.templates = Templates(_random(seed, "templates"))
        self.contacts = Contacts(_random(seed, "contacts"), self.callers_campaigns)
        self.memories = Memories(_random(seed, "memories"), self.contacts)
        self.calls = Calls(_random(seed, "calls"), self.callers_campaigns, self.contacts)
        self._clock = clock

    @property
    def now(self) -> str:
        """The time."""
        return _seed.instant(datetime.fromtimestamp(self._clock.time(), UTC))

    def tick(self) -> str:
        """Move the clock on by the second that a write takes, and tell the time."""
        self._clock.tick()
        return self.now

    def state(self) -> JSON:
        """Return what a test wants to look at, ready for JSON."""
        return {
            "seed": self.seed,
            "keys": {
                name: {
                    "vendor": key.vendor,
                    "scope": list(key.scope),
                    "permissions": None if key.permissions is None else sorted(key.permissions),
                    "rate": key.rate,
                }
                for name, key in KEYS.items()
            },
            "accountGroups": dict(self.account_groups),
            "campaigns": {
                campaign_id: {
                    "accountGroupId": campaign.account_group_id,
                    "status": campaign.fields["status"],
                    "isManual": campaign.is_manual,
                    "leadIds": list(campaign.lead_ids),
                }
                for campaign_id, campaign in self.campaigns.items()
            },
            "audiences": self.audiences.state(),
            "organizations": {
                organization_id: asdict(organization)
                for organization_id, organization in self.organizations.items()
            },
            "contacts": self.contacts.state(),
            "memories": self.memories.state(),
            "starts": [dict(start) for start in self.starts],
        }


def _random(seed: int, area: str) -> Random:
    return Random(f"{seed} {area}")  # noqa: S311 - made-up data, no secrets
