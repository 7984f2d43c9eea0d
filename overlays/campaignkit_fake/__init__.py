"""A stateful fake of Sonarly and Callers.ai, for tests and for trying things out.

    fake = Fake()
    httpx.Client(transport=fake.transport(), base_url="https://api.sonarly.io")   # in process

    with fake.serve() as base_url:                                                # over HTTP
        ...

    $ python -m campaignkit_fake --port 8080 --seed 2 --rate 20 --host 0.0.0.0

It needs the extra: `pip install 'campaignkit[fake]'`.

In pytest there are three fixtures, without any import: `campaignkit_clock`, `campaignkit_fake` on
that clock, and `campaignkit_fake_url`, its base URL over HTTP.

Routes, parameters, bodies, keys' schemes and permissions come from the spec; what a call changes
is written by hand. An operation of the spec without such a rule is answered with 501. One that the
spec calls `keyed` answers a repeated `Idempotency-Key` as it did first, or with
409 IDEMPOTENCY_CONFLICT if the arguments are others.

Keys:
    fake-sonarly          every permission, every account group
    fake-sonarly-read     every permission to read, none to change
    fake-sonarly-narrow   the second account group only
    fake-sonarly-slow     one request per second, then 429
    fake-callers          the first organization and its sub organizations
    fake-callers-other    the third organization
    fake-callers-gone     an organization that is no more
    fake-sync             the sync secret, for every organization; it is no API key

`SAMPLE_ID` is the id that the vendors' documents print. Here it is the first account group,
its first campaign (a draft with leads), that campaign's first content slot and first lead, the
workflow instance of that lead once the campaign is started, the conversation with that lead, the
first organization, and the first of whatever else there is: that prospecting job and that scan run
when a fake begins.
Ids are the same for every seed, and the first campaign of every account group is such a draft.

Time stands still but for a second per write. A `VirtualClock` that is shared by the fake and its
clients moves on by their waits and by the delays of faults too:

    clock = VirtualClock()
    fake = Fake(clock=clock)

A prospecting job or a scan is queued for two seconds, runs, and is completed after ten. A job whose
`searchUrl` or `postUrl` ends in `/fail` fails after five, and so does a scan of nobody.
Each read of an unfinished job takes five seconds of the fake's time (`poll_seconds`), so polling
ends at the second read. A client in process that shares the clock moves it by its waits instead.

`Date` of every answer is the time of the fake, `fake.clock`, in which it also dates what it writes.

A `Fault` makes calls fail; `FAULTS` holds those of every day by name:

    fake.faults.add(FAULTS["applied, then dropped"].on("sonarly_campaigns_start"))

Control routes, without a key: `POST /_fake/reset` (`{"seed": 2}`), `GET /_fake/state`, and
`GET`, `POST` and `DELETE /_fake/faults` with the fields of `Fault`.

What it does not imitate:
    Error codes other than VALIDATION_ERROR, IDEMPOTENCY_CONFLICT, AUDIENCE_NOT_READY and
    INSUFFICIENT_CREDITS, messages and details are its own: no document has them.
    Campaigns are `draft`, `active` or `stopped`, and all but active ones can be deleted; the vendor
    has further states that no document prints.
    Time changes nothing but jobs and scans, so no workflow goes on after its start but by an
    approval. The content of the first three leads waits for one at once, and nothing waits twice.
    A prospecting job finds as many people as it may, 25 if it is not told how many, or one for each
    URL; a list of texts is one of URLs, whatever its name. All groups have the plan Starter and
    1,500 credits, which a job takes when it begins and gives back unless it completes.
    The audience that a job fills has a name of the fake's, and no answer of the job names it.
    A repeated start is answered with 200 as soon as the job is over, also when it failed.
    What a lookup by a provider's id calls one match or several, and what signals are like, is the
    fake's own.
    A campaign whose workflow is not manual creates no instance; its leads stay `not_started`.
    Of starter templates, slots and steps the documents print one sample; what they are is its own.
    A discard is answered with the action `discarded`, and a stop gives no reason for what it ends.
    A campaign that is created for a wrong audience, wrong leads or from a wrong starter template is
    refused with 409, for its page lists no other status that fits; so are leads of a duplicate.
    A type of audience that no document names is refused with 422.
    Without `leadIds` a draft is for the leads of the audience that no other campaign is busy with.
    A message has two fields, the answer to a queued one has an `id`: the copies of the pages end
    before the rest. Without `channel` it is a direct message, and no queued one is ever sent.
    `x-sub-organization-id` is checked, and changes nothing else. A sub organization that is created
    has no campaigns, and neither limits nor permissions bind anybody.
    Phone numbers are kept as digits, and tell the contacts of a campaign apart: no campaign allows
    one twice. A contact that is created as it is already there is neither created nor modified.
    Nobody is called, so contacts, calls and memories change by what callers write only, and no
    webhook is sent. Further numbers of a contact are kept, and found by nothing.
    `statuses` are joined by commas; `archived` shows the archived contacts only. A list that is
    sorted by what no contact has keeps its order.
    A memory that is written supersedes none, and a deleted one can be deleted again.
    Audio is not listened to: a clone is a voice whatever its files are. No voice is removed.
    No two audiences of an account group have the same name (422); no document says what the vendor
    refuses there. Every audience is of the type `linkedin_search`, the only one that is printed.
    A prospect's id is that of the lead; no document says so.
    A campaign keeps the leads of an audience that was deleted or lost them. The audience Newcomers,
    which every account group has, fills for ever.
    Templates may name each other, and whatever is no longer there; nothing depends on them. A
    sample of which nothing is given is a basic one without text.
    An idempotency key is kept until a reset; no document says how long the vendor keeps it.
    Limits on requests, and the speed of the answers, are not those of the vendors.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = ["FAULTS", "KEYS", "SAMPLE_ID", "Fake", "Fault", "VirtualClock"]

if TYPE_CHECKING:
    from .engine.clock import VirtualClock
    from .engine.fault_presets import FAULTS
    from .engine.faults import Fault
    from .engine.ids import SAMPLE_ID
    from .engine.keys import KEYS
    from .fake import Fake
else:
    # Loaded when first asked for: pytest imports this package in every run, for its fixtures.
    _MODULES = {
        "SAMPLE_ID": ".engine.ids",
        "FAULTS": ".engine.fault_presets",
        "KEYS": ".engine.keys",
        "Fake": ".fake",
        "Fault": ".engine.faults",
        "VirtualClock": ".engine.clock",
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
