"""The laws of jobs: how they go on, end, are cancelled and are repeated."""

from collections.abc import Iterator

from ..spec.examples import operations, shipped_document
from ..targets.target import BrokenError, Json, Server
from .lists import items

_ORDER = ("queued", "running", "completed", "failed", "cancelled")
_OVER = frozenset(_ORDER[2:])
_PATIENCE = 60  # reads, and as many seconds
_START, _READ, _CANCEL = (f"sonarly_prospecting_{each}" for each in ("start", "get", "cancel"))
_AUDIENCES, _NAVIGATION = "sonarly_audiences_list", "sonarly_audiences_navigation"


def job_goes_on(server: Server) -> Iterator[str]:
    """A job is queued, runs and ends, in this order, and stays as it ended."""
    for start, read in _jobs():
        server.begin()
        name = _id_name(server, read)
        begun = server.data(start)
        seen = _watched(server, read, name, begun[name])
        seen += [_after(server, read, name, begun[name], 5) for _ in range(2)]
        ranks = [_ORDER.index(each["status"]) for each in (begun, *seen)]
        if ranks != sorted(ranks) or len(set(ranks[-3:])) > 1 or begun["status"] in _OVER:
            yield f"a job of {start} was {', '.join(_ORDER[each] for each in ranks)}"
        if {each[name] for each in seen} != {begun[name]}:
            yield f"{read} answers another job than {start} began"
        if {each["createdAt"] for each in seen} != {begun["createdAt"]}:
            yield f"createdAt of a job of {start} changes"
        dates = [each["updatedAt"] for each in seen]
        if dates != sorted(dates) or len(set(dates[-3:])) > 1:
            yield f"updatedAt of a job of {start} goes back, or on after its end"
        yield from _stages_going_back(read, seen)


def repeated_job(server: Server) -> Iterator[str]:
    """With one key one job is begun; when it is over, a repeat is answered 200 with its id."""
    for start, read in _jobs():
        server.begin()
        name, listing = _id_name(server, read), start.replace("_start", "_list")
        before = len(items(server, listing))
        first = server.ask(start, extra={"Idempotency-Key": "once"})
        if first.status != 202:
            yield f"{start} answers {first.status} at first"
        begun = items(server, listing)
        if len(begun) != before + 1:
            yield f"{listing} has {len(begun) - before} more after one {start}"
        [id_] = [each[name] for each in begun if each[name] in str(first.body)]
        _watched(server, read, name, id_)
        again = server.ask(start, extra={"Idempotency-Key": "once"})
        if again.status != 200 or id_ not in str(again.body):
            yield f"{start} answers {again.status} to a repeat, or another job, when it is over"
        if len(items(server, listing)) != len(begun):
            yield f"a repeat of {start} begins a job of its own"


def cancelled_stays(server: Server) -> Iterator[str]:
    """A cancelled job stays cancelled, and one that is over is cancelled no more."""
    begun, other = server.data(_START), server.data(_START)
    answer = server.data(_CANCEL, jobId=begun["jobId"])
    if answer != {"jobId": begun["jobId"], "status": "cancelled"}:
        yield f"{_CANCEL} answers {answer}"
    if server.data(_READ, jobId=other["jobId"])["status"] == "cancelled":
        yield f"{_CANCEL} cancels another job too"
    for seconds in (0, 20):
        status = _after(server, _READ, "jobId", begun["jobId"], seconds)["status"]
        if status != "cancelled":
            yield f"a cancelled job is {status} after {seconds} seconds"
    ended = _watched(server, _READ, "jobId", other["jobId"])[-1]
    for job_id in (begun["jobId"], other["jobId"]):
        if (status := server.ask(_CANCEL, {"jobId": job_id}).status) != 422:
            yield f"{_CANCEL} answers {status} for a job that is over"
    if server.data(_READ, jobId=other["jobId"])["status"] != ended["status"]:
        yield f"{_CANCEL} changed a job that was over"


def fills_unseen(server: Server) -> Iterator[str]:
    """An audience is neither listed nor read until the job that fills it is over."""
    for id_ in server.ids.get("filling", ()):
        for route, _, operation in server.operations():
            if "{audienceId}" in route.template:
                status = server.ask(operation.id, {"audienceId": id_}).status
                if status != 409:
                    yield f"{operation.id} answers {status} for an audience that fills"
        for listing in (_AUDIENCES, _NAVIGATION):
            if id_ in str(
                server.ask(listing, {"limit": "100"} if listing == _AUDIENCES else {}).body
            ):
                yield f"{listing} shows an audience that fills"
    before = items(server, _AUDIENCES)
    server.data(_START)
    if items(server, _AUDIENCES) != before:
        yield f"{_AUDIENCES} changes as soon as a job begins"


def _jobs() -> list[tuple[str, str]]:
    """The operations that begin jobs, each with the one that reads them."""
    nodes = [node for _, _, node in operations(shipped_document()) if "x-job" in node]
    return [(node["operationId"], node["x-job"]["operationId"]) for node in nodes]


def _id_name(server: Server, read: str) -> str:
    *_, name = server.path_values(server.operation(read))
    return name


def _after(server: Server, read: str, name: str, id_: str, seconds: float) -> Json:
    server.wait(seconds)
    job: Json = server.data(read, **{name: id_})
    return job


def _watched(server: Server, read: str, name: str, id_: str) -> list[Json]:
    """A job second by second until its end."""
    seen: list[Json] = []
    while not seen or seen[-1]["status"] not in _OVER:
        if len(seen) == _PATIENCE:
            raise BrokenError(f"{read} is still {seen[-1]['status']} after {_PATIENCE} seconds")
        seen.append(_after(server, read, name, id_, 1))
    return seen


def _stages_going_back(read: str, seen: list[Json]) -> Iterator[str]:
    for name in seen[0].get("stages", {}):
        progress = [each["stages"][name]["progress"] for each in seen]
        if progress != sorted(progress):
            yield f"{read} goes back in the stage {name}"
