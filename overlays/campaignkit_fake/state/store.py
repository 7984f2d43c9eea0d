"""The state of the fake: seeded data, and the starts that were accepted."""

import pickle
from copy import deepcopy
from dataclasses import asdict
from datetime import UTC, datetime
from functools import lru_cache
from random import Random
from typing import Any

from ..callers.calls import Calls
from ..callers.contacts import Contacts
from ..callers.memories import Memories
from ..callers.organizations import SipConnections
from ..callers.voices import Voices
from ..engine.clock import VirtualClock
from ..engine.records import JSON, KEYS, Ids
from ..sonarly.audiences import Audiences
from ..sonarly.content_slots import Slots
from ..sonarly.folders import Folders
from ..sonarly.messages import Messages
from ..sonarly.prospecting_jobs import Prospecting
from ..sonarly.scans import Scans
from ..sonarly.starter_templates import Starters
from ..sonarly.templates import Templates
from . import seeds


class Store:
    """Everything one fake holds. The same seed and the same writes give the same store."""

    def __init__(self, seed: int, clock: VirtualClock) -> None:
        random = Random(seed)  # noqa: S311 - made-up data, no secrets
        self.seed = seed
        self.instance_ids = Ids("f1", 1)
        """The ids of the workflows' runs, one for each lead that a workflow reaches."""
        self.account_groups = seeds.account_groups(random)
        self.leads = seeds.leads(random)
        self.campaigns = seeds.campaigns(random, self.leads, self.instance_ids)
        self.campaign_ids = Ids("ca", len(self.campaigns))
        """The ids of campaigns that are still to be made."""
        self.organizations = seeds.organizations(random)
        self.campaign_groups = seeds.campaign_groups()
        self.callers_campaigns = seeds.callers_campaigns(random)
        self.starts: list[JSON] = []
        # Areas have numbers of their own, so that one more changes nothing in the others.
        self.audiences = Audiences(_random(seed, "audiences"), self.leads, self.tell_time)
        self.folders = Folders(self.audiences)
        self.templates = Templates(_random(seed, "templates"))
        self.contacts = Contacts(_random(seed, "contacts"), self.callers_campaigns)
        self.memories = Memories(_random(seed, "memories"), self.contacts)
        self.calls = Calls(_random(seed, "calls"), self.callers_campaigns, self.contacts)
        self.sip_connections = SipConnections()
        self.voices = Voices(_random(seed, "voices"))
        self.starters = Starters(_random(seed, "starters"))
        self.slots = Slots(_random(seed, "slots"), self.campaigns, self.templates)
        self.messages = Messages(_random(seed, "messages"), self.leads)
        self._clock = clock
        self.poll_seconds = 0.0
        """How many seconds a read of a job that is not over takes; set for each request."""
        self.prospecting = Prospecting(_random(seed, "prospecting"), self.audiences, self.time)
        self.scans = Scans(_random(seed, "scans"), self.audiences, self.templates, self.time)

    def __getstate__(self) -> dict[str, Any]:
        return {name: held for name, held in vars(self).items() if name != "_clock"}

    @classmethod
    def begin(cls, seed: int, clock: VirtualClock) -> "Store":
        """Return a store as it begins; a copy, which takes a fourth of the time of a new one."""
        made: Store = pickle.loads(_begun(seed, clock.time()))  # noqa: S301 - bytes of our own
        made._clock = clock
        return made

    @property
    def time(self) -> float:
        """The time, in seconds since 1970."""
        return self._clock.time()

    @property
    def now(self) -> str:
        """The time."""
        return seeds.instant(datetime.fromtimestamp(self.time, UTC))

    def tell_time(self) -> str:
        """Return the time, to an area that asks for it later."""
        return self.now

    def tick(self) -> str:
        """Move the clock on by the second that a write takes, and tell the time."""
        self._clock.tick()
        return self.now

    def advance_for_polling(self) -> None:
        """Let the time pass for a client that waits by reading a job again and again."""
        self._clock.tick(self.poll_seconds)
        self.catch_up()

    def catch_up(self) -> None:
        """Do what was to happen by now without any call."""
        self.prospecting.catch_up(self.leads, self.time)
        self.scans.catch_up(self.time)

    def state(self) -> JSON:
        """Return what a test wants to look at, ready for JSON."""
        self.catch_up()
        return {
            "seed": self.seed,
            "keys": {
                name: {
                    "vendor": key.vendor,
                    "scope": list(key.scope),
                    "permissions": None if key.permissions is None else sorted(key.permissions),
                    "rate": key.rate,
                    "header": key.header,
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
            "messages": self.messages.state(),
            "organizations": {
                organization_id: asdict(organization)
                for organization_id, organization in self.organizations.items()
            },
            "contacts": self.contacts.state(),
            "memories": self.memories.state(),
            "sipConnections": deepcopy(self.sip_connections.held),
            "voices": self.voices.state(),
            "starts": [dict(start) for start in self.starts],
            "credits": dict(self.prospecting.credits),
            "prospectingJobs": self.prospecting.state(self.time),
            "signalScans": self.scans.state(self.time),
        }


@lru_cache(maxsize=8)  # for a clock that is shared goes on
def _begun(seed: int, time: float) -> bytes:
    """A store that begins at a time, pickled."""
    clock = VirtualClock()
    clock.advance(time - clock.time())
    return pickle.dumps(Store(seed, clock))


def _random(seed: int, area: str) -> Random:
    return Random(f"{seed} {area}")  # noqa: S311 - made-up data, no secrets
