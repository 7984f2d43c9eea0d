"""Runner of the mutation tests.

    python -m tests.contract.mutation        # a sample of the generated mutants, and the page

Settings are environment variables:

    SAMPLE      number of mutants (default: 200)
    SEED        seed of the sample (default: the number of the week), or several, as in `1,2,3`
    MODE        `in-process` (default); `live-write` or `live-read` for HTTP without control routes
    BY_HAND     1 to run the mutants made by hand instead, and note which step detects each
    PLAIN       1 to run plain Schemathesis on each mutant too, about a minute of it each
    THOROUGH    1 to run all cells of all matrices on each mutant that nothing else detects
    PAGE        0 to leave docs/contract.md as it is
    UNDETECTED  file for the names of the mutants that nothing detects

The exit code is 1 if the unchanged fake fails a check, or if the score is below the floor.
"""

import gc
import json
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from . import page
from .catalog import MUTANTS
from .generated import equivalent_reason, generated_mutants, sample
from .live import live_detection, live_false_alarms
from .mutant import BY_HAND, Mutant, StartFailed, planted
from .reach import Baseline, spread
from .score import MutantRun, floor
from .steps import TOUR, Detection

MODES = ("in-process", "live-write", "live-read")
FOUND_BY = Path(__file__).with_name("found_by.toml")
_TIMEOUT = 240  # seconds of the processor; a bug can make a request endless
_PLAIN = 9  # operations that plain Schemathesis calls, if more have the bug
_LONGEST = 1800  # seconds; a bug can make a request wait


class TimeoutReached(BaseException):
    """End of a run that takes too long. It is not an Exception, so that no server handles it."""


def current_seed(now: datetime | None = None) -> int:
    """Return the seed of the week: the year and the number of the week."""
    year, week, _ = (now or datetime.now(UTC)).isocalendar()
    return year * 100 + week


def run_mutant(mutant: Mutant, baseline: Baseline) -> MutantRun:
    """Run the steps that reach a bug until one detects it."""
    requests, started = 0, time.process_time()
    operations = frozenset(baseline.operations_of(mutant))
    extra = [TOUR] if mutant.operator == BY_HAND else []
    for step in [*baseline.steps_for(mutant), *extra]:
        try:
            with planted(mutant) as fake:
                detection = step.run(fake)
        except StartFailed:
            found = Detection("start", "start", requests, step.name)
            return MutantRun(mutant, found, operations, time.process_time() - started)
        requests += fake.requests
        if detection:
            found = detection._replace(requests=requests, step=step.name)
            return MutantRun(mutant, found, operations, time.process_time() - started)
    return MutantRun(mutant, None, operations, time.process_time() - started)


class Runner:
    """Runs of mutants in separate processes, as many at a time as there are cores."""

    def __init__(
        self, mode: str = "in-process", *, with_plain: bool = False, is_thorough: bool = False
    ) -> None:
        if mode not in MODES:
            raise ValueError(f"MODE must be one of {', '.join(MODES)}, got {mode}.")
        self.mode = mode
        self.baseline = Baseline(is_thorough=is_thorough)
        self._with_plain = with_plain

    @property
    def false_alarms(self) -> list[str]:
        """Return the findings about the unchanged fake."""
        if self.mode != "in-process":
            return [*live_false_alarms(may_write=self.mode == "live-write")]
        return [
            f"{reach.step}: {reach.finding}" for reach in self.baseline.reaches if reach.finding
        ]

    def run(self, mutants: Sequence[Mutant]) -> Iterator[MutantRun]:
        """Yield the run of each mutant, as soon as it is there."""
        global _RUNNER
        _RUNNER = self  # a fork has it, and it need not be pickled
        names = [mutant.name for mutant in mutants]
        by_name = {mutant.name: mutant for mutant in mutants}
        gc.freeze()  # a collection in a fork would copy every page
        with multiprocessing.get_context("fork").Pool(maxtasksperchild=1) as pool:
            for name, *rest in pool.imap_unordered(_run_in_fork, names, chunksize=1):
                yield MutantRun(by_name[name], *rest)

    def run_one(self, mutant: Mutant) -> MutantRun:
        """Run one mutant in the mode, and plain Schemathesis beside it."""
        if self.mode == "in-process":
            run = run_mutant(mutant, self.baseline)
        else:
            run = self._run_live(mutant)
        if self._with_plain:
            # Loaded here, because it takes a second and most runs do not need it.
            from .schemathesis_phase import first_failure

            chosen = spread(run.operations)[:_PLAIN]
            with planted(mutant) as fake:
                run = run._replace(plain=first_failure(fake, chosen) or "")
        return run

    def _run_live(self, mutant: Mutant) -> MutantRun:
        started, operations = time.process_time(), self.baseline.operations_of(mutant)
        detection = live_detection(mutant, operations, may_write=self.mode == "live-write")
        return MutantRun(mutant, detection, frozenset(operations), time.process_time() - started)


_RUNNER: Runner | None = None


def _run_in_fork(name: str) -> tuple[Any, ...]:
    assert _RUNNER is not None
    mutant = mutant_named(name)
    signal.signal(signal.SIGALRM, _stop)
    signal.alarm(_LONGEST)
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, _TIMEOUT)
    try:
        run = _RUNNER.run_one(mutant)
    except TimeoutReached:
        run = MutantRun(mutant, None, frozenset(_RUNNER.baseline.operations_of(mutant)), _TIMEOUT)
    return (name, *run[1:])


def _stop(*_: object) -> None:
    raise TimeoutReached


def mutant_named(name: str) -> Mutant:
    """Return a mutant, generated or made by hand."""
    by_hand = {mutant.name: mutant for mutant in MUTANTS}
    return by_hand[name] if name in by_hand else generated_mutants()[name]


def main(environment: Mapping[str, str] = os.environ) -> int:
    """Run a sample, print and write the score, and return the exit code."""
    if environment.get("BY_HAND"):
        return _run_by_hand()
    size, mode = int(environment.get("SAMPLE") or 200), environment.get("MODE") or MODES[0]
    seeds, started = environment.get("SEED") or str(current_seed()), time.monotonic()
    found = [mutant for seed in seeds.split(",") for mutant in sample(size, int(seed))]
    chosen = list({mutant.name: mutant for mutant in found}.values())
    mutants = [mutant for mutant in chosen if equivalent_reason(mutant) is None]
    is_thorough, with_plain = bool(environment.get("THOROUGH")), bool(environment.get("PLAIN"))
    runner = Runner(mode, with_plain=with_plain, is_thorough=is_thorough)
    runs: list[MutantRun] = []
    undetected = Path(environment.get("UNDETECTED") or "build/undetected.md")
    undetected.parent.mkdir(parents=True, exist_ok=True)
    for run in runner.run(mutants):
        runs.append(run)
        undetected.write_text(page.undetected(runs, mode), encoding="utf-8")
    lines = page.lines(runs, mode, equivalents=len(chosen) - len(mutants))
    false_alarms = runner.false_alarms
    sys.stdout.writelines(f"{line}\n" for line in [*lines, *false_alarms])
    print(f"{time.monotonic() - started:.0f} s; undetected mutants are in {undetected}")
    if environment.get("PAGE") != "0":
        page.write(runs, mode, seeds)
    detected = sum(run.detection is not None for run in runs)
    return 1 if false_alarms or detected < floor(len(runs), page.recorded_rate(mode)) else 0


def _run_by_hand() -> int:
    """Run the mutants made by hand, and write which step detects each."""
    runs = sorted(Runner().run(MUTANTS), key=lambda run: run.mutant.name)
    found = {run.mutant.name: run.detection.step for run in runs if run.detection}
    lines = [f"{json.dumps(name)} = {json.dumps(step)}" for name, step in found.items()]
    header = "# Which step detects each mutant made by hand. `make mutants BY_HAND=1` writes it."
    FOUND_BY.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    sys.stdout.writelines(f"not detected: {run.mutant.name}\n" for run in runs if not run.detection)
    return 0 if len(found) == len(runs) else 1
