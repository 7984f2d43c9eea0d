"""Runner of the mutation tests.

    python -m tests.contract.mutation            # writes the table and the score into the docs
    python -m tests.contract.mutation --check    # compares them with docs/contract.md

Phases run from the fastest to the slowest. The slowest runs only if the others detect nothing. The
exit code is 1 if a mutant is not detected, or if the unchanged fake fails a check. It is also 1 if
the page differs.
"""

import multiprocessing
import sys
import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from . import page
from .catalog import MUTANTS
from .mutant import UNCHANGED, MutantFake
from .phases import PHASES, Detection

SEEDS = range(1, 21)
FAST_PHASES = ("validator", "stateful")


class MutantRun(NamedTuple):
    """Detection of each phase that ran, and its number of requests."""

    name: str
    detections: dict[str, Detection | None]
    requests: dict[str, int]

    @property
    def first(self) -> Detection | None:
        """Return the first detection, with the requests of every phase until then."""
        before = 0
        for phase, detection in self.detections.items():
            if detection:
                return detection._replace(requests=before + detection.requests)
            before += self.requests[phase]
        return None


class Job(NamedTuple):
    """A mutant or the unchanged fake, and the phases that run in any case."""

    name: str
    seed: int
    phases: tuple[str, ...]


def run_job(job: Job) -> MutantRun:
    """Run the phases of a job; for an undetected mutant, the other phases too."""
    run = MutantRun(job.name, {}, {})
    mutant = next((mutant for mutant in MUTANTS if mutant.name == job.name), UNCHANGED)
    for phase, detect in PHASES.items():
        is_settled = mutant is UNCHANGED or any(run.detections.values())
        if phase in job.phases or not is_settled:
            fake = MutantFake(mutant, seed=job.seed)
            run.detections[phase] = detect(fake)
            run.requests[phase] = fake.requests
    return run


def run_jobs(jobs: Sequence[Job]) -> list[MutantRun]:
    """Run every job, two at a time, each in a fresh process."""
    # Loaded before the fork. Otherwise each process would load it for a second.
    from . import schemathesis_phase  # noqa: F401

    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        return list(pool.imap(run_job, jobs, chunksize=1))


def false_alarms() -> list[str]:
    """Return the findings about the unchanged fake, over every seed."""
    jobs = [Job(UNCHANGED.name, seed, FAST_PHASES) for seed in SEEDS]
    return [
        f"seed {job.seed}: {detection.phase}, {detection.by}"
        for job, run in zip(jobs, run_jobs(jobs), strict=True)
        for detection in run.detections.values()
        if detection
    ]


def score(runs: Iterable[MutantRun]) -> tuple[int, int]:
    """Return how many mutants were detected, and how many there are."""
    detected = [run.first is not None for run in runs]
    return sum(detected), len(detected)


def failures(runs: list[MutantRun], alarms: list[str], recorded: int) -> list[str]:
    """Return every reason why the run fails; `recorded` is the score on the page."""
    found = [f"not detected: {run.name}" for run in runs if run.first is None]
    found += [f"false alarm, {alarm}" for alarm in alarms]
    if (detected := score(runs)[0]) < recorded:
        found.append(f"{detected} are detected, {recorded} were before")
    return found


def main(arguments: Sequence[str]) -> int:
    """Run every mutant, and write the page or compare with it."""
    started_at = time.monotonic()
    alarms = false_alarms()
    runs = run_jobs([Job(mutant.name, 1, FAST_PHASES) for mutant in MUTANTS])
    old = page.PAGE.read_text(encoding="utf-8")
    failed = failures(runs, alarms, page.recorded_score(old)[0])
    new = page.replace_block(old, "mutants", page.summary(runs, len(SEEDS)))
    if "--check" not in arguments:
        page.PAGE.write_text(new, encoding="utf-8")
    elif new != old:
        failed.append("docs/contract.md is not current: run make mutants")
    detected, total = score(runs)
    sys.stdout.write(
        f"{page.phase_table(runs)}\n"
        f"{detected} of {total} detected, {len(alarms)} false alarms over {len(SEEDS)} seeds, "
        f"{time.monotonic() - started_at:.0f} s\n"
    )
    sys.stdout.writelines(f"{line}\n" for line in failed)
    return 1 if failed else 0
