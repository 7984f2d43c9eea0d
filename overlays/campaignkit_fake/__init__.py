"""A stateful fake of Sonarly and Callers.ai, for tests and for trying things out.

    fake = Fake()
    httpx.Client(transport=fake.transport(), base_url="https://api.sonarly.io")   # in process

    with fake.serve() as base_url:                                                # over HTTP
        ...

    $ python -m campaignkit_fake --port 8080 --seed 2 --rate 20 --host 0.0.0.0

Install the extra: `pip install 'campaignkit[fake]'`.

pytest finds three fixtures without any import: `campaignkit_clock`, `campaignkit_fake` and
`campaignkit_fake_url`.

Routes, parameters, bodies, security schemes and permissions come from the spec. State rules are
written by hand; an operation without a rule gets a 501. A keyed operation returns
the first payload for a repeated `Idempotency-Key`. If the arguments differ, the response is a
409 with the code IDEMPOTENCY_CONFLICT.

Keys:
    fake-sonarly          every permission, every account group
    fake-sonarly-read     permissions to read, every account group
    fake-sonarly-narrow   every permission, the second account group only
    fake-sonarly-slow     one request per second, then 429
    fake-callers          the first organization and its sub organizations
    fake-callers-other    the third organization
    fake-callers-gone     an organization that was deleted
    fake-sync             the sync secret of every organization, not an API key

`SAMPLE_ID` is the ID that the vendors' documents print, and here the first record of each kind.
The first account group has it, its first campaign (a draft with leads) and the first lead. The
first content slot, conversation, organization, prospecting job and signal scan have it too. IDs
are the same for every seed, and the first campaign of every account group is such a draft.

Time:
    The time of a fake moves by one second for each write. A `VirtualClock` that the fake and its
    clients share moves by their waits and by the delays of faults too:

        clock = VirtualClock()
        fake = Fake(clock=clock)

    The time of a `RunningClock` runs by itself: `Fake(clock=RunningClock(speed=60))`, or
    `python -m campaignkit_fake --speed 60`.

    A prospecting job or a signal scan is queued for two seconds, then runs, and is completed after
    ten. A job fails after five seconds if its `searchUrl` or `postUrl` ends in `/fail`. A scan
    fails after five seconds if it has no prospects.

    Each read of an unfinished job takes five seconds (`poll_seconds`), so polling ends at the
    second read. A client in process that shares the clock moves it by its waits instead. The
    header `Date` has the time of the fake, `fake.clock`.

    The first lead of a started campaign takes its first step after five minutes, the next lead five
    minutes later. Each lead takes a step every hour, and is completed after the last one.

State:
    `fake.add_campaign(group_id, name=..., status=..., leads=3)`, `fake.add_contact(...)`,
    `fake.set_lead_status(...)` and `fake.finish_job(job_id)` arrange the state of a test.

A `Fault` makes calls fail; `FAULTS` holds common failures by name:

    fake.faults.add(FAULTS["applied, then dropped"].on("sonarly_campaigns_start"))

Control routes need no key. `POST /_fake/reset` takes `{"seed": 2}`, and `GET /_fake/state` returns
the state. `GET`, `POST` and `DELETE /_fake/faults` use the fields of `Fault`.

Differences from the vendors:
    The documents have no error codes other than VALIDATION_ERROR, IDEMPOTENCY_CONFLICT,
    AUDIENCE_NOT_READY and INSUFFICIENT_CREDITS. All other codes, and messages, are the fake's own.
    Campaigns are `draft`, `active` or `stopped`; all but active campaigns can be deleted. The
    vendor has further statuses that no document prints.
    Time changes jobs, scans and the workflows of campaigns that were started in the fake. The
    content of the first three leads waits for approval at once, and approvals let it go on.
    A prospecting job finds one person for each URL, otherwise `maxResults`, otherwise 25.
    A list of texts is a list of URLs under every name. All groups have the plan Starter and 1,500
    credits. A job takes its credits at the start and returns them unless it completes.
    The audience that a job fills has a name of the fake's, and no response of the job names it.
    A repeated start returns 200 as soon as the job is finished, also if it failed.
    The resolutions of a lookup by a provider's ID, and the form of signals, are the fake's own.
    A campaign whose workflow is not manual creates no instance; its leads stay `not_started`.
    The documents print one sample of starter templates, slots and steps; the rest is invented.
    A discard returns the action `discarded`. A stop gives no reason for its workflows.
    A new campaign with a wrong audience, leads or starter template gets a 409. Its
    page lists no other fitting status. The leads of a duplicate are checked likewise.
    A type of audience that no document names gets a 422.
    Without `leadIds`, a draft has the leads of the audience that no other campaign is busy with.
    A message has two fields, and a queued response has an `id`, because the copies of the pages
    end there. Without `channel` it is a direct message. No queued response is ever sent.
    `x-sub-organization-id` is checked and has no other effect. A new sub organization has no
    campaigns. Limits and permissions of organizations have no effect.
    Phone numbers are kept as digits, and a campaign has each number once. A contact that is
    created unchanged is neither created nor modified.
    Calls are not made, so contacts, calls and memories change by requests only. Webhooks are not
    sent. Further numbers of a contact are kept and not searched.
    `statuses` are joined by commas; `archived` shows archived contacts only. Sorting by an unknown
    attribute keeps the order.
    A new memory does not supersede another one, and a deleted memory can be deleted again.
    Audio is not listened to: every set of files becomes a voice. Voices are never removed.
    Two audiences of an account group never have the same name (422). Every audience has the type
    `linkedin_search`, the only printed one.
    The ID of a prospect is that of the lead; no document says so.
    A campaign keeps leads that its audience loses. The audience Newcomers of every account group
    never finishes filling.
    Templates may name templates that do not exist. A sample without fields is a basic one without
    text.
    An idempotency key is kept until a reset; no document says how long the vendor keeps it.
    Rate limits and response times differ from those of the vendors.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = [
    "FAULTS",
    "KEYS",
    "SAMPLE_ID",
    "Fake",
    "Fault",
    "RunningClock",
    "SignedWebhook",
    "VirtualClock",
    "sign_webhook",
]

if TYPE_CHECKING:
    from .engine.clock import RunningClock, VirtualClock
    from .engine.fault_presets import FAULTS
    from .engine.faults import Fault
    from .engine.ids import SAMPLE_ID
    from .engine.keys import KEYS
    from .fake import Fake
    from .signing import SignedWebhook, sign_webhook
else:
    # Loaded at the first use: pytest imports this package in every run, for its fixtures.
    _MODULES = {
        "SAMPLE_ID": ".engine.ids",
        "FAULTS": ".engine.fault_presets",
        "KEYS": ".engine.keys",
        "Fake": ".fake",
        "Fault": ".engine.faults",
        "RunningClock": ".engine.clock",
        "SignedWebhook": ".signing",
        "VirtualClock": ".engine.clock",
        "sign_webhook": ".signing",
    }

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        try:
            value = getattr(import_module(_MODULES[name], __name__), name)
        except ModuleNotFoundError as error:  # pragma: no cover - the tests have the extra
            raise ImportError(f"{error}: install campaignkit with its extra [fake]") from error
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
