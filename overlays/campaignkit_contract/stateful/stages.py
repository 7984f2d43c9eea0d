"""Stages of jobs: their status and progress agree with each other, and with their job."""

from collections.abc import Iterator, Sequence

from ..spec.document import Json


def stages_of(job: Json) -> Json:
    """Return the stages of a job by name, without fields of another form."""
    stages: Json = job.get("stages", {})
    return {
        name: stage
        for name, stage in stages.items()
        if isinstance(stage, dict) and stage.keys() >= {"status", "progress"}
    }


def contradicting_stages(read: str, jobs: Sequence[Json]) -> Iterator[str]:
    """Yield contradictions between jobs and their stages.

    Args:
        read: The operation that returned the jobs.
        jobs: Jobs of any status.
    """
    waiting = [stages_of(job).values() for job in jobs if job["status"] == "queued"]
    if any(stage["status"] != "queued" for stages in waiting for stage in stages):
        yield f"a stage of a queued job is not queued in {read}"
    stages = [stage for job in jobs for stage in stages_of(job).values()]
    ends = {stage["progress"] for stage in stages if stage["status"] == "completed"}
    if len(ends) > 1:
        yield f"completed stages have several values of progress in {read}"
    elif ends and any(stage["progress"] > min(ends) for stage in stages):
        yield f"a stage has more progress than a completed one in {read}"
