"""The laws of people: who a provider's id stands for, what signals they give, what they wrote."""

from collections.abc import Iterator

from ..targets.target import NOBODY, Server
from .lists import items

_LOOKUP, _SIGNALS = "sonarly_prospecting_prospects_by_provider_id", "sonarly_signals_results"
_MESSAGES, _LIST, _PROSPECTS = (
    *("sonarly_messages_list", "sonarly_audiences_list"),
    "sonarly_audiences_prospects",
)


def lookup(server: Server) -> Iterator[str]:
    """A lookup repeats its id; its resolution is `none` where there is no match, and only there."""
    for wanted in (
        *{each["participantProviderId"]: 0 for each in items(server, _MESSAGES)},
        NOBODY,
    ):
        found = server.data(_LOOKUP, providerId=wanted)
        if found["providerId"] != wanted:
            yield f"{_LOOKUP} answers for {found['providerId']} instead of {wanted}"
        if (found["resolution"] == "none") is bool(found["matches"]):
            yield f"{_LOOKUP} is {found['resolution']} with {len(found['matches'])} matches"
        if bool(found["matches"]) is (wanted == NOBODY):
            yield f"{_LOOKUP} has {len(found['matches'])} matches for {wanted}"
        ids = [each["prospectId"] for each in found["matches"]]
        if len(set(ids)) < len(ids):
            yield f"{_LOOKUP} answers a prospect twice"


def conversation(server: Server) -> Iterator[str]:
    """The messages of one conversation are some of all, as they are there."""
    whole = items(server, _MESSAGES)
    [id_, *_] = server.ids["accountGroupId"]  # the id that names one of each kind
    own = items(server, _MESSAGES, conversationId=id_)
    if not own or len(own) == len(whole) or own != [each for each in whole if each in own]:
        yield f"{_MESSAGES} has {len(own)} of {len(whole)} messages in one conversation"


def least_score(server: Server) -> Iterator[str]:
    """A least score leaves out what has less, and a group that nothing is left of, else nothing."""
    audience_id = items(server, _LIST)[0]["id"]
    for prospect in items(server, _PROSPECTS, audienceId=audience_id)[:6]:
        whole = server.data(_SIGNALS, prospectId=prospect["id"])
        if whole["prospectId"] != prospect["id"]:
            yield f"{_SIGNALS} answers another prospect than was asked for"
        if whole["results"] and whole["status"] == "pending":
            yield f"{_SIGNALS} has results of who is pending"
        scores = sorted({each["score"] for group in whole["results"] for each in group["items"]})
        for least in scores[1:]:
            kept = [
                {**group, "items": [each for each in group["items"] if each["score"] >= least]}
                for group in whole["results"]
            ]
            found = server.data(_SIGNALS, prospectId=prospect["id"], minScore=f"{least:g}")
            if found != {**whole, "results": [each for each in kept if each["items"]]}:
                yield f"{_SIGNALS} answers otherwise for a score of {least} than of all"
