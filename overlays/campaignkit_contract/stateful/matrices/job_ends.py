"""Ends of jobs: they change lists by themselves, while a check compares two states."""

from contextlib import suppress

from ...spec.document import packaged_operations
from ...spec.kinds import packaged_kinds
from ...targets.listing import items
from ...targets.target import CheckFailed
from .matrix import MatrixRun
from .state import is_unfinished

_SECONDS = 30.0
_READS = 20  # a job of the fake also goes on while it is read


def end_jobs(run: MatrixRun) -> None:
    """Let every listed job end, so that none ends later."""
    run.target.wait(_SECONDS)
    for node in packaged_operations().values():
        created = packaged_kinds().created_by(node.id)
        if "x-job" not in node.node or created is None:
            continue
        kind = created[0]
        with suppress(CheckFailed):
            for job in filter(is_unfinished, items(run.target, kind.listing)):
                _read_to_end(run, kind.reader, kind.parameter, job[kind.parameter])


def _read_to_end(run: MatrixRun, reader: str, parameter: str, id_: str) -> None:
    for _ in range(_READS):
        if not is_unfinished(run.target.data(reader, **{parameter: id_})):
            return
