"""Reach of a step: the operations that it calls, and the functions of the fake that these run.

A step is left out if it calls no operation with the bug. Of the matrices, only the cells of the
operations with the bug run. If many operations share the bug, the cells of a few run, of each
method and vendor. So the score is a lower bound.
"""

import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from itertools import zip_longest
from types import CodeType, FrameType
from typing import Any

from campaignkit_contract.spec.document import packaged_operations

from .mutant import UNCHANGED, Mutant, MutantFake
from .operators.source import ROOT
from .steps import Step, case_steps, check_steps, matrix_steps, steps_of_readers

Function = tuple[str, str]
"""Path of a module below the package of the fake, and a qualified name."""

_MAX_OPERATIONS = 9  # whose cells are run, if many operations share a bug


@dataclass
class Reach:
    """What a step reaches, and what it costs."""

    step: Step
    operations: set[str] = field(default_factory=set)
    seconds: float = 0.0
    finding: str = ""

    def covers(self, operations: Collection[str]) -> bool:
        """Return True if the step calls one of some operations, or none is known."""
        return not operations or not self.operations.isdisjoint(operations)


class Baseline:
    """Reach of every step on the unchanged fake, from the cheapest step."""

    def __init__(self, seed: int = 1) -> None:
        self.reaches: list[Reach] = []
        self.functions: dict[Function, set[str]] = defaultdict(set)
        """By function, the operations that run it."""
        self.reaches += [self._measure(step, seed, _profiled) for step in case_steps()]
        self.reaches += [self._measure(step, seed, _unprofiled) for step in check_steps()]
        self.reaches.sort(key=lambda reach: reach.seconds)

    def steps_for(self, mutant: Mutant) -> list[Step]:
        """Return the steps that can detect a bug, the cheapest of the common ones first."""
        near = self._operations_near(mutant)
        steps = [reach.step for reach in self.reaches if reach.covers(near)]
        chosen = self._most_concerned(mutant, near)
        for operation in chosen:
            steps += matrix_steps(operation)
        steps += [step for read in chosen for step in steps_of_readers(read)]
        return list(dict.fromkeys(steps))

    def _most_concerned(self, mutant: Mutant, near: Collection[str]) -> list[str]:
        """Return a few operations, first those that run most functions of the changed module."""
        path = mutant.source.path if mutant.source else ""
        used = Counter(
            name
            for (module, _), names in self.functions.items()
            if module == path
            for name in names
        )
        return sorted(spread(near), key=lambda name: -used[name])[:_MAX_OPERATIONS]

    def operations_of(self, mutant: Mutant) -> set[str]:
        """Return the operations that a bug concerns, as far as the steps reach it."""
        if mutant.source:
            return self.functions.get((mutant.source.path, mutant.source.function), set())
        return set(mutant.operations)

    def _operations_near(self, mutant: Mutant) -> set[str]:
        """Return the operations with a bug; those of its module if no step runs its function."""
        operations = self.operations_of(mutant) - {""}
        if operations or mutant.source is None:
            return operations
        paths = self.functions.items()
        return {name for (path, _), names in paths if path == mutant.source.path for name in names}

    def _measure(
        self,
        step: Step,
        seed: int,
        observe: "Callable[[_ObservedFake], AbstractContextManager[None]]",
    ) -> Reach:
        fake, reach = _ObservedFake(UNCHANGED, seed=seed), Reach(step)
        started = time.process_time()
        with observe(fake):
            detection = step.run(fake)
        reach.seconds = time.process_time() - started
        reach.finding = detection.by if detection else ""
        reach.operations = set(fake.reached)
        for operation, functions in fake.reached.items():
            for function in functions:
                self.functions[function].add(operation)
        return reach


def spread(names: Collection[str]) -> list[str]:
    """Return operations, all without names, beginning with one of each vendor and method."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    nodes = packaged_operations()
    for name in sorted(nodes.keys() & set(names) or nodes):
        groups[nodes[name].vendor, nodes[name].method].append(name)
    rounds = zip_longest(*(groups[key] for key in sorted(groups)))
    return [name for round_ in rounds for name in round_ if name]


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


@contextmanager
def _unprofiled(_: _ObservedFake) -> Iterator[None]:
    yield


def _function(code: CodeType) -> Function | None:
    prefix = f"{ROOT}/"
    if not code.co_filename.startswith(prefix):
        return None
    return code.co_filename.removeprefix(prefix), code.co_qualname
