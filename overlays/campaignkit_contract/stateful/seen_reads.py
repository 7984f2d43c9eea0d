"""Stateful check of all that a run has read: it sends requests only to confirm a difference."""

from collections.abc import Iterable, Iterator, Mapping

from ..exchange import Exchange
from ..spec.document import job_reads
from ..targets.budget import forget
from ..targets.requests import credential_header, credential_value, payload
from ..targets.target import Target
from .agreement import disagreeing, views_of
from .evidence import without_json
from .matrices.rows import Rows, rows_of
from .matrices.state import State

_SUB_ORGANIZATION = "x-sub-organization-id"
_ROUNDS = 2
_MAX_SUSPECTS = 6  # reads that are sent again


def seen_reads_agree(target: Target) -> Iterator[str]:
    """Check that all reads of a run agree about a resource."""
    # Those with another key, or for another organization, may show other values.
    seen = {name: exchange for exchange in target.seen if (name := _name(target, exchange))}
    views = views_of(rows_of(_state(seen)))
    different = [shown for shown in views.values() if len(set(shown.values())) > 1]
    # One read for each value is enough.
    shown_by = ({value: read for read, value in shown.items()} for shown in different)
    suspects = dict.fromkeys(
        read.rpartition(" ")[0] for reads in shown_by for read in reads.values()
    )
    if not suspects:
        return
    forget(target)  # They are compared as they are now.
    rounds = [_read_again(target, seen, [*suspects][:_MAX_SUSPECTS]) for _ in range(_ROUNDS)]
    yield from dict.fromkeys(disagreeing(rounds))


def _read_again(target: Target, seen: Mapping[str, Exchange], names: Iterable[str]) -> Rows:
    again = {}
    for name in names:
        header = credential_header(target.operation(name.partition(" ")[0]))
        sent = {header: seen[name].request_headers[header]}
        again[name] = target.send("GET", seen[name].target, sent)
    return rows_of(_state(again))


def _state(seen: Mapping[str, Exchange]) -> State:
    """Return what reads show. The validator reports a body that is not JSON."""
    return {
        name: payload(exchange)
        for name, exchange in seen.items()
        if exchange.status == 200 and without_json([exchange]) is None
    }


def _name(target: Target, exchange: Exchange) -> str:
    """Return the operation, the query and the path values of a usual read; else an empty text."""
    match = target.validator.routes.match(exchange.path)
    operation = match and match[0].operations.get(exchange.method)
    if not (match and operation and exchange.method == "GET" and exchange.status == 200):
        return ""
    header, key = credential_header(operation), target.key(match[0], operation) or ""
    is_own = exchange.request_headers.get(header) == credential_value(operation, key)
    # A job goes on while it is read.
    if not is_own or _SUB_ORGANIZATION in exchange.request_headers or operation.id in job_reads():
        return ""
    values = (f"{name}={value}" for name, value in match[1].items())
    return " ".join([operation.id, exchange.query or "-", *values])
