"""Stateful checks of lists of leads in bodies: each named lead is used, and no other one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ..spec.document import Json
from ..targets.listing import items
from ..targets.target import LEAD_STATUS, SkipCheck, Target
from .job_results import evaluation_of, prospect_counts, run_job
from .prepared import check_each, succeed

_CREATE, _DUPLICATE = "sonarly_campaigns_create", "sonarly_campaigns_duplicate"
_CREATORS = (_CREATE, _DUPLICATE)
_IMPORT, _SCAN = "sonarly_prospecting_start", "sonarly_signals_start"
_MOVE, _PROSPECTS = "sonarly_audiences_move_leads", "sonarly_audiences_prospects"
_SIZES = (11, 23)
"""Numbers of named leads, of which batches of ten leave a rest."""
_LEADS = 37  # of the audience, more than a page
_TRIED = 3  # leads that are left out
_SPARE = 2  # leads that stay in their audience


def lists_of_leads_are_used_whole(target: Target) -> Iterator[str]:
    """Check that a write uses each lead that a list of 11 or 23 names, and no other one."""
    operations = (_MOVE, *_CREATORS, _SCAN)
    yield from check_each(target, operations, partial(_check_sizes, target), is_fresh=True)


def _check_sizes(target: Target, operation: str) -> Iterator[str]:
    if operation == _SCAN and not target.reset_server:
        return  # Another check of fewer prospects needs fewer requests.
    source, audience = _source(target, operation), _audience(target)
    if operation in _CREATORS and not target.reset_server:
        # Others are busy in other campaigns.
        free, _ = _campaign(target, operation, source, audience)
        audience = _Audience(audience.id, free)
    for size in _sizes(audience):
        # The last ones, of which a first page shows only some.
        named = audience.leads[-size:]
        if operation in _CREATORS:
            yield from _check_campaign(target, operation, source, audience, named)
        else:
            check = _check_move if operation == _MOVE else _check_scan
            yield from check(target, audience, named)
            audience = audience.without(named)


def _sizes(audience: "_Audience") -> list[int]:
    """Return how many leads are named, the most first; at least one stays."""
    count = len(audience.leads) - 1
    return sorted({min(size, count) for size in _SIZES if count > 0}, reverse=True)


def leads_left_out_mean_all(target: Target) -> Iterator[str]:
    """Check that a campaign without lead ids has all leads of an audience of several pages."""
    yield from check_each(target, _CREATORS, partial(_check_left_out, target), is_fresh=True)


def _check_left_out(target: Target, operation: str) -> Iterator[str]:
    source, audience = _source(target, operation), _audience(target)
    found, count = _campaign(target, operation, source, audience)
    if count != len(found):
        yield f"{operation} counts {count} leads without leadIds, and is for {len(found)}"
    # A server may leave out those that are busy in other campaigns, and refuses them then.
    for lead in audience.without(found).leads[-_TRIED:]:
        json = {"audienceId": audience.id, "leadIds": [lead]}
        call = target.resources.call_values(operation, source, json=json)
        if target.ask(operation, call.values, body=call.body).status < 300:
            yield f"{operation} without leadIds leaves out a lead that it accepts alone"
            return


@dataclass(frozen=True)
class _Audience:
    """Audience of which every lead can be used."""

    id: str
    leads: Sequence[str]

    def without(self, named: Sequence[str]) -> "_Audience":
        """Return the audience without some of its leads."""
        return _Audience(self.id, [lead for lead in self.leads if lead not in named])


def _audience(target: Target) -> _Audience:
    """Return an audience with new leads, or with those that a live run may use.

    Raises:
        SkipCheck: The settings do not name enough leads.
    """
    with target.preparing():
        audience_id = _imported(target) if target.reset_server else _filled(target)
        return _Audience(audience_id, _prospects(target, audience_id))


def _imported(target: Target) -> str:
    """Return an audience of new prospects."""
    before = prospect_counts(target)
    call = target.resources.call_values(_IMPORT, json={"maxResults": _LEADS})
    run_job(target, _IMPORT, call)
    counts = prospect_counts(target)
    new = [id_ for id_, count in counts.items() if count and id_ not in before]
    if not new:
        raise SkipCheck(f"a job of {_IMPORT} imports nothing")
    return max(new, key=lambda id_: counts[id_])


def _filled(target: Target) -> str:
    """Return an audience with the leads of the settings, of which some stay for other campaigns."""
    count = len(target.named.get("sonarly leadIds", ())) - _SPARE
    return target.resources.audience_with_leads(min(_LEADS, max(1, count))).id


def _check_move(target: Target, audience: _Audience, named: Sequence[str]) -> Iterator[str]:
    """Move leads to an empty audience, and look for each."""
    other = target.resources.make("sonarly audienceId").id
    body = {"targetAudienceId": other, "leadIds": [*named]}
    target.data(_MOVE, audienceId=audience.id, json=body)
    for id_, leads, place in (
        (other, named, "the target audience"),
        (audience.id, audience.without(named).leads, "the source"),
    ):
        found = _prospects(target, id_)
        if sorted(found) != sorted(leads):
            count = len({*found} & {*leads})
            yield f"{_MOVE} of {len(named)} leads leaves {count} of {len(leads)} in {place}"


def _check_scan(target: Target, audience: _Audience, named: Sequence[str]) -> Iterator[str]:
    """Scan prospects, and read the signals of each prospect of the audience."""
    json = {"audienceId": audience.id, "prospectIds": [*named]}
    run_job(target, _SCAN, target.resources.call_values(_SCAN, json=json))
    found = [lead for lead in audience.leads if evaluation_of(target, lead) == "evaluated"]
    yield from _differences(_SCAN, "evaluates", found, named)


def _check_campaign(
    target: Target,
    operation: str,
    source: Mapping[str, str],
    audience: _Audience,
    named: Sequence[str],
) -> Iterator[str]:
    """Create a campaign for leads, and read the status of each lead of the audience."""
    found, count = _campaign(target, operation, source, audience, named)
    if count != len(named):
        yield f"{operation} counts {count} of {len(named)} leads"
    yield from _differences(operation, "is for", found, named)


def _source(target: Target, operation: str) -> Mapping[str, str]:
    """Return the path values of a campaign to copy, which is made while its leads are free."""
    return target.resources.make("sonarly campaignId").values if operation == _DUPLICATE else {}


def _campaign(
    target: Target,
    operation: str,
    source: Mapping[str, str],
    audience: _Audience,
    named: Sequence[str] = (),
) -> tuple[list[str], int]:
    """Create a campaign for named leads, or for all; return its leads and how many it counts."""
    json = {"audienceId": audience.id, "leadIds": [*named]}
    call = target.resources.call_values(operation, source, json=json)
    if not named:
        del call.json["leadIds"]
    created = succeed(target, operation, call)
    values = {"campaignId": created["id"], "leadIds": ",".join(audience.leads)}
    rows: list[Json] = target.data(LEAD_STATUS, **values)["items"]
    found = {row["leadId"] for row in rows if row["workflowStatus"] != "not_in_campaign"}
    return [lead for lead in audience.leads if lead in found], created["selectedLeadCount"]


def _differences(
    operation: str, verb: str, found: Sequence[str], named: Sequence[str]
) -> Iterator[str]:
    count, others = len({*found} & {*named}), len({*found} - {*named})
    if others or count < len(named):
        yield f"{operation} {verb} {count} of {len(named)} leads, and {others} others"


def _prospects(target: Target, audience_id: str) -> list[str]:
    return [row["id"] for row in items(target, _PROSPECTS, audienceId=audience_id)]
