"""Rules of reads: each names what was requested, completely and once."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from ..findings import Finding
from ..spec.document import final_statuses, job_reads
from .call import Call, changes_nothing, item_lists, moment, objects, sequence_finding
from .resources import ResourceKey

_CREATED_AT = "createdAt"
_PRECISION = timedelta(seconds=1)  # of reads that print no fraction
_MAX_RESOURCES = 20_000  # that a long recording keeps in memory


class TraceIds:
    """Each response has another trace id."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def check(self, call: Call) -> list[Finding]:
        """Return a finding if an earlier response had the same trace id."""
        body = call.body
        trace_id = body.get("traceId") if isinstance(body, dict) else None
        # A repeat of a keyed call may return the stored response.
        if not isinstance(trace_id, str) or "idempotency-key" in call.exchange.request_headers:
            return []
        if trace_id in self._seen:
            return [sequence_finding("/traceId", "an earlier response has the same trace id")]
        self._seen.add(trace_id)
        return []


class Creations:
    """The creation of a resource does not move, also if others change the resource."""

    def __init__(self, max_resources: int = _MAX_RESOURCES) -> None:
        self._max_resources = max_resources
        self._known: dict[ResourceKey, datetime] = {}

    def check(self, call: Call) -> list[Finding]:
        """Return a finding if an earlier response had another time of a creation."""
        moved = False
        for key, fields in call.resources:
            shown = moment(fields.get(_CREATED_AT))
            if shown is None:
                continue
            moved |= abs(shown - self._known.get(key, shown)) >= _PRECISION
            if key in self._known or len(self._known) < self._max_resources:
                self._known[key] = shown
        problem = "is another one than before"
        return [sequence_finding(f"/{_CREATED_AT}", problem, is_certain=True)] if moved else []


class Updates:
    """A resource is neither started nor updated before its creation."""

    def check(self, call: Call) -> list[Finding]:
        """Return a finding for each time before that of the creation."""
        found = dict.fromkeys(
            name
            for _, fields in call.resources
            for name in ("startedAt", "updatedAt")
            if _is_earlier(moment(fields.get(name)), moment(fields.get(_CREATED_AT)))
        )
        problem = f"is before {_CREATED_AT}"
        return [sequence_finding(f"/{name}", problem, is_certain=True) for name in found]


def _is_earlier(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and one < other - _PRECISION


class EndedJobs:
    """A job that has ended keeps its status."""

    def __init__(self) -> None:
        self._ended: dict[tuple[str, ...], str] = {}

    def check(self, call: Call) -> list[Finding]:
        """Return a finding if an ended job has another status than before."""
        job = call.payload
        is_job = call.operation.id in job_reads() and call.is_success
        if not (is_job and isinstance(job, dict) and isinstance(job.get("status"), str)):
            return []
        key, status = (call.operation.id, *call.path.values()), job["status"]
        if status in final_statuses():
            self._ended.setdefault(key, status)
        if (end := self._ended.get(key, status)) == status:
            return []
        problem = f"is {status}, and the job had ended as {end}"
        return [sequence_finding("/status", problem, is_certain=True)]


class EmptyReads:
    """A list is not empty between two equal responses to one request."""

    def __init__(self) -> None:
        self._filled: dict[tuple[str, str], int] = {}
        """Hash of the last items by request, because a long recording has many lists."""
        self._emptied: set[tuple[str, str]] = set()

    def check(self, call: Call) -> list[Finding]:
        """Return a finding if a list was empty in between, without a write."""
        if not changes_nothing(call):
            self._filled.clear()
            self._emptied.clear()
        items = next(item_lists(call.payload), None) if call.is_success else None
        if items is None or not call.is_read:
            return []
        key = call.exchange.target, call.exchange.request_headers.get("authorization", "")
        if not items:
            self._emptied |= {key} & self._filled.keys()
            return []
        shown = hash(repr(items))
        was_empty = key in self._emptied and self._filled[key] == shown
        self._filled[key] = shown
        self._emptied.discard(key)
        problem = "was empty between two equal responses, without a write"
        return [sequence_finding("", problem, is_certain=True)] if was_empty else []


class RequestedItem:
    """A call for an id returns the item with that id."""

    def check(self, call: Call) -> list[Finding]:
        """Return a finding if the response has another id than the path."""
        name = _last_parameter(call.operation.path)
        item = call.payload
        if not (call.is_success and name in call.path and isinstance(item, dict)):
            return []
        field = name if name in item else "id"
        if field not in item or str(item[field]) == call.path[name]:
            return []
        problem = f"is not the {name} of the request"
        return [sequence_finding(f"/{field}", problem, is_certain=True)]


class Parents:
    """Everything below an id in the path belongs to that id."""

    def check(self, call: Call) -> list[Finding]:
        """Return a finding for each id of the path that an object names otherwise."""
        return [*self._foreign(call)] if call.is_success else []

    def _foreign(self, call: Call) -> Iterator[Finding]:
        found = dict.fromkeys(
            name
            for item in objects(call.payload)
            for name, value in call.path.items()
            if isinstance(item.get(name), str) and not _is_same(item[name], value)
        )
        for name in found:
            problem = f"has an item of another {name} than the path"
            yield sequence_finding(f"/{name}", problem, is_certain=True)


def _is_same(shown: str, sent: str) -> bool:
    """Return True for one value. The plus sign of a phone number is optional."""
    return shown.removeprefix("+") == sent.removeprefix("+")


class BatchRows:
    """A batch returns one row for each id."""

    def check(self, call: Call) -> list[Finding]:
        """Return a finding if rows are missing, repeated or not requested."""
        batch = call.operation.node.get("x-batch")
        if not (batch and call.is_success and batch["parameter"] in call.query):
            return []
        requested = Counter(filter(None, call.query[batch["parameter"]].split(",")))
        items = next(item_lists(call.payload), None)
        if items is None:
            return []  # The validator reports it.
        rows = Counter(str(row.get(batch["key"])) for row in items if isinstance(row, dict))
        return [*_row_findings(batch["key"], requested, rows)]


def _row_findings(key: str, requested: Counter[str], rows: Counter[str]) -> Iterator[Finding]:
    problems = {
        f"has no row for {{}} of {len(requested)} ids": len(requested.keys() - rows.keys()),
        "has {} rows for ids that were not requested": len(rows.keys() - requested.keys()),
        "has several rows for {} ids": sum(
            count > max(1, requested[id_]) for id_, count in rows.items()
        ),
    }
    for problem, count in problems.items():
        if count:
            yield sequence_finding(f"/{key}", problem.format(count), is_certain=True)


def _last_parameter(template: str) -> str:
    last = template.rpartition("/")[2]
    return last[1:-1] if last.startswith("{") else ""
