"""Reach of a check: the operations that it calls and the functions of the fake that these run.

A check whose run on the unchanged fake does not reach the place of a bug runs the same with the
bug, so it is left out. The baseline also shows false alarms.
"""

import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any

from .mutant import UNCHANGED, Mutant, MutantFake
from .operators.source import ROOT
from .steps import Step, all_steps

Function = tuple[str, str]
"""Path of a module below the package of the fake, and a qualified name."""


@dataclass
class Reach:
    """What a step reaches, and what it costs."""

    step: Step
    operations: set[str] = field(default_factory=set)
    functions: set[Function] = field(default_factory=set)
    seconds: float = 0.0
    finding: str = ""

    def covers(self, mutant: Mutant) -> bool:
        """Return True if the step reaches the place of a bug."""
        if mutant.source:
            return (mutant.source.path, mutant.source.function) in self.functions
        return not mutant.operations or not self.operations.isdisjoint(mutant.operations)


class Baseline:
    """Reach of every step on the unchanged fake, from the cheapest step to the dearest."""

    def __init__(self, seed: int = 1) -> None:
        self.reaches: list[Reach] = []
        self.functions: dict[Function, set[str]] = defaultdict(set)
        """By function, the operations that run it."""
        for step in all_steps():
            self.reaches.append(self._measure(step, seed))
        self.reaches.sort(key=lambda reach: reach.seconds)

    def steps_for(self, mutant: Mutant) -> list[Step]:
        """Return the steps that can detect a bug, from the cheapest to the dearest."""
        return [reach.step for reach in self.reaches if reach.covers(mutant)]

    def operations_of(self, mutant: Mutant) -> set[str]:
        """Return the operations that a bug concerns, as far as the steps reach it."""
        if mutant.source:
            return self.functions[mutant.source.path, mutant.source.function]
        return set(mutant.operations)

    def _measure(self, step: Step, seed: int) -> Reach:
        fake, reach = _ObservedFake(UNCHANGED, seed=seed), Reach(step)
        started = time.perf_counter()
        with _profiled(fake):
            detection = step.run(fake)
        reach.seconds = time.perf_counter() - started
        reach.finding = detection.by if detection else ""
        reach.operations = set(fake.reached)
        for operation, functions in fake.reached.items():
            reach.functions |= functions
            for function in functions:
                self.functions[function].add(operation)
        return reach


class _ObservedFake(MutantFake):
    """Fake that notes which of its functions each operation runs."""

    def __init__(self, *mutants: Mutant, seed: int) -> None:
        self.reached: dict[str, set[Function]] = defaultdict(set)
        self._current = threading.local()
        super().__init__(*mutants, seed=seed)

    def _operation_begins(self, operation: str) -> None:
        self._current.operation = operation
        self.reached[operation] |= set()

    def _operation_ends(self) -> None:
        self._current.operation = None

    def note(self, function: Function) -> None:
        """Note a function that runs."""
        operation = getattr(self._current, "operation", None)
        if operation is not None:
            self.reached[operation].add(function)


@contextmanager
def _profiled(fake: _ObservedFake) -> Iterator[None]:
    known: dict[CodeType, Function | None] = {}

    def profile(frame: FrameType, event: str, _: Any) -> None:
        if event != "call":
            return
        code = frame.f_code
        if code not in known:
            known[code] = _function(code)
        function = known[code]
        if function:
            fake.note(function)

    observers: tuple[Callable[[Any], None], ...] = (sys.setprofile, threading.setprofile)
    for observe in observers:
        observe(profile)
    try:
        yield
    finally:
        for observe in observers:
            observe(None)


def _function(code: CodeType) -> Function | None:
    prefix = f"{ROOT}/"
    if not code.co_filename.startswith(prefix):
        return None
    return code.co_filename.removeprefix(prefix), code.co_qualname
