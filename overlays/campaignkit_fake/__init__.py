"""A stateful fake of Sonarly and Callers.ai, for tests and for trying things out.

    fake = Fake()
    httpx.Client(transport=fake.transport(), base_url="https://api.sonarly.io")   # in process

    with fake.serve() as base_url:                                                # over HTTP
        ...

    $ python -m campaignkit_fake --port 8080 --seed 2 --rate 20

It needs the extra: `pip install 'campaignkit[fake]'`.

Routes, parameters, bodies, keys' schemes and permissions come from the spec; what a call changes
is written by hand. An operation of the spec without such a rule is answered with 501.

Keys:
    fake-sonarly          every permission, every account group
    fake-sonarly-read     `campaigns:read` only
    fake-sonarly-narrow   the second account group only
    fake-sonarly-slow     one request per second, then 429
    fake-callers          the first organization and its sub organization
    fake-callers-other    the third organization

`DOCUMENTED_ID` is the id that the vendors' documents print. Here it is the first account group,
its first campaign (a draft with leads), that campaign's first lead and the first organization.
Ids are the same for every seed, and the first campaign of every account group is such a draft.

Control routes, without a key: `POST /_fake/reset` (`{"seed": 2}`), `GET /_fake/state`, and
`GET`, `POST` and `DELETE /_fake/faults` with the fields of `Fault`.

What it does not imitate:
    Error codes other than VALIDATION_ERROR, messages and details are its own: no document has them.
    Campaigns are `draft` or `active`; the vendor has further states that no document prints.
    Time stands still but for a second per write, so no workflow goes on after its start.
    A campaign whose workflow is not manual creates no instance; its leads stay `not_started`.
    `x-sub-organization-id` is checked, and changes nothing else.
    Limits on requests, and the speed of the answers, are not those of the vendors.
"""

try:
    from ._app import Fake
    from ._faults import Fault
    from ._records import DOCUMENTED_ID, KEYS
except ModuleNotFoundError as error:  # pragma: no cover - the tests have the extra
    raise ImportError(f"{error}: install campaignkit with its extra [fake]") from error

__all__ = ["DOCUMENTED_ID", "KEYS", "Fake", "Fault"]
