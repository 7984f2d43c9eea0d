"""Stateful checks of prospects: lookups by provider id, conversations and signals."""

from collections.abc import Iterator

from ..options import setting_name
from ..spec.document import Json
from ..targets.budget import known_items
from ..targets.listing import items
from ..targets.requests import UNKNOWN_ID, payload
from ..targets.target import SkipCheck, Target
from .audiences import prospects_of
from .lists import by_id

_LOOKUP, _SIGNALS = "sonarly_prospecting_prospects_by_provider_id", "sonarly_signals_results"
_MESSAGES, _LIST = "sonarly_messages_list", "sonarly_audiences_list"
_PROSPECTS = "sonarly_audiences_prospects"
_SAMPLE_SIZE = 6
_UNUSUAL = "a+b c%2Bd&e=\u00e9"


def lookup_resolution_matches_result(target: Target) -> Iterator[str]:
    """Check that a lookup returns its provider id, and `none` only without a match."""
    messages, people = items(target, _MESSAGES), _people(target)
    shown = (message.get("participantProviderId") for message in messages)
    providers = {str(provider): 0 for provider in shown if provider}
    for requested in (*target.sample(providers), UNKNOWN_ID):
        found = target.data(_LOOKUP, providerId=requested)
        count = len(found["matches"])
        if found["providerId"] != requested:
            yield f"{_LOOKUP} returns {found['providerId']} for {requested}"
        if (found["resolution"] == "none") is bool(count):
            yield f"{_LOOKUP} has the resolution {found['resolution']} with {count} matches"
        # Other people than prospects may write messages to a live account.
        is_wrong = count > 0 if requested == UNKNOWN_ID else count == 0 and target.reset_server
        if is_wrong:
            yield f"{_LOOKUP} has {count} matches for {requested}"
        ids = [match["prospectId"] for match in found["matches"]]
        if len(set(ids)) < len(ids):
            yield f"{_LOOKUP} returns a prospect twice"
        for match in found["matches"]:
            listed = _with_company_name(people.get(match["prospectId"], {}))
            for name in sorted(match.keys() & listed.keys()):
                if match[name] != listed[name]:
                    yield f"{_LOOKUP} and {_PROSPECTS} show another {name} of a prospect"
        # The last one fits if an underscore means any character, as in a pattern of SQL.
        for similar in (requested[:-1], f"{requested}x", f"{requested[:-1]}_") if ids else ():
            others = target.data(_LOOKUP, providerId=similar)["matches"]
            if {match["prospectId"] for match in others} & set(ids):
                yield f"{_LOOKUP} returns the matches of another provider id"
        yield from _check_other_group(target, requested, set(ids))
    yield from _check_unusual(target)
    yield from _check_shared(target)


def _check_other_group(target: Target, requested: str, ids: set[str]) -> Iterator[str]:
    """Yield a lookup in another account group that returns the same prospect."""
    for group in target.ids.get("accountGroupId", ())[1:2]:
        values = {"accountGroupId": group, "providerId": requested}
        exchange = target.ask(_LOOKUP, values)
        matches = payload(exchange)["matches"] if exchange.status == 200 else []
        if ids & {match["prospectId"] for match in matches}:
            yield f"{_LOOKUP} returns a prospect in two account groups"


def _check_unusual(target: Target) -> Iterator[str]:
    """Yield a lookup that reads another id from its path than was sent; it may refuse the id."""
    exchange = target.ask(_LOOKUP, {"providerId": _UNUSUAL})
    if exchange.status == 200 and (shown := payload(exchange)["providerId"]) != _UNUSUAL:
        yield f"{_LOOKUP} returns {shown} for {_UNUSUAL}"


def _with_company_name(person: Json) -> Json:
    """Return a listed prospect with the name of its company as a lookup shows it."""
    company = person.get("company", {})
    if company is None:
        return {**person, "companyName": None}
    return {**person, "companyName": company["name"]} if "name" in company else person


def _people(target: Target) -> dict[str, Json]:
    """Return prospects by id; on a live server, those of some audiences."""
    audiences = by_id(known_items(target, _LIST))
    return {
        person["id"]: person
        for audience_id in target.sample(audiences)
        for person in prospects_of(target, audience_id)
    }


def _check_shared(target: Target) -> Iterator[str]:
    """Yield a lookup that hides one of several prospects with the same provider id."""
    for requested in target.ids.get("sharedProviderId", ()):
        found = target.data(_LOOKUP, providerId=requested)
        if len(found["matches"]) < 2 or found["resolution"] in {"none", "single"}:
            count, resolution = len(found["matches"]), found["resolution"]
            yield f"{_LOOKUP} has the resolution {resolution} with {count} of several matches"


def conversation_filters_messages(target: Target) -> Iterator[str]:
    """Check that the messages of a conversation are a part of all messages, unchanged."""
    whole = items(target, _MESSAGES)
    conversation_id, *_ = target.named.get("sonarly conversationId", (None,))
    if conversation_id is None:
        raise SkipCheck(f"set {setting_name('NAMED')}: no operation lists conversations")
    own = items(target, _MESSAGES, conversationId=conversation_id)
    if not own and target.reset_server is None:
        # A mistyped id has the same response.
        raise SkipCheck(f"the conversation {conversation_id} of {setting_name('NAMED')} is empty")
    if not own or len(own) == len(whole) or own != [item for item in whole if item in own]:
        yield f"{_MESSAGES} has {len(own)} of {len(whole)} messages in one conversation"


def min_score_filters_results(target: Target) -> Iterator[str]:
    """Check that a minimum score removes lower results and empty groups, and nothing else."""
    filled = [audience["id"] for audience in items(target, _LIST) if audience["prospectCount"]]
    if not filled:
        raise SkipCheck("no audience has a prospect: fill one first")
    [audience_id, *_] = filled
    for prospect in items(target, _PROSPECTS, audienceId=audience_id)[:_SAMPLE_SIZE]:
        whole = target.data(_SIGNALS, prospectId=prospect["id"])
        if whole["prospectId"] != prospect["id"]:
            yield f"{_SIGNALS} returns another prospect"
        if whole["results"] and whole["status"] == "pending":
            yield f"{_SIGNALS} has results of a pending prospect"
        sources = [group["type"] for group in whole["results"]]
        if len(set(sources)) < len(sources) or not all(
            group["items"] for group in whole["results"]
        ):
            yield f"{_SIGNALS} has two groups of one source, or one without signals"
        scores = sorted({item["score"] for group in whole["results"] for item in group["items"]})
        for minimum in scores[1:]:
            groups = [
                {**group, "items": [item for item in group["items"] if item["score"] >= minimum]}
                for group in whole["results"]
            ]
            found = target.data(_SIGNALS, prospectId=prospect["id"], minScore=f"{minimum:g}")
            if found != {**whole, "results": [group for group in groups if group["items"]]}:
                yield f"{_SIGNALS} filters wrongly by the minimum score {minimum}"
        if scores:
            yield from _check_above(target, whole, scores[-1] + 1)
        least = target.data(_SIGNALS, prospectId=prospect["id"], minScore="0")
        # A scan may have ended meanwhile.
        if whole != least and whole == target.data(_SIGNALS, prospectId=prospect["id"]):
            yield f"{_SIGNALS} filters wrongly by the minimum score 0"


def _check_above(target: Target, whole: Json, minimum: float) -> Iterator[str]:
    """Yield a status that a minimum score above all scores changes; a server may refuse it."""
    values = {"prospectId": whole["prospectId"], "minScore": f"{minimum:g}"}
    exchange = target.ask(_SIGNALS, values)
    if exchange.status == 200 and payload(exchange) != {**whole, "results": []}:
        yield f"{_SIGNALS} filters wrongly by a minimum score above all scores"
