"""Reach of a step: the operations that it calls, and the functions of the fake that these run.

A single check is left out if it reaches no operation or function with the bug. Each of its
responses is then that of the unchanged fake. A file keeps the reach until a source changes. Of the
matrices, only the cells of the operations with the bug run, and those that read them. A thorough
run has all cells.
"""

import hashlib
import json
import multiprocessing
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import asdict, dataclass, field
from itertools import zip_longest
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import campaignkit_contract
from campaignkit_contract.spec.document import packaged_operations, packaged_spec_path
from werkzeug import Request, Response

from .mutant import UNCHANGED, Mutant, MutantFake
from .operators.source import ROOT
from .steps import Step, matrix_steps, single_steps, steps_of_readers, whole_steps

CACHE = Path("build", "mutation")
_MAX_OPERATIONS = 9  # whose cells are run, if many operations share a bug
_WARM_UP = "credentials are required"  # It calls every operation.


@dataclass
class Reach:
    """What a step reaches, and what it costs."""

    step: str
    calls: dict[str, list[str]] = field(default_factory=dict)
    """Functions of the fake by operation, such as `sonarly/jobs.py:Job.status`."""
    seconds: float = 0.0
    finding: str = ""

    def covers(self, mutant: Mutant) -> bool:
        """Return True if the step reaches a bug."""
        if mutant.source:
            name = f"{mutant.source.path}:{mutant.source.function}"
            return any(name in functions for functions in self.calls.values())
        return not mutant.operations or not self.calls.keys().isdisjoint(mutant.operations)


class Baseline:
    """Reach of every step on the unchanged fake, from the cheapest step."""

    def __init__(self, folder: Path = CACHE, *, is_thorough: bool = False) -> None:
        self._is_thorough = is_thorough
        self._steps = single_steps()
        # A fork has what is prepared only once: the seeds, and the compiled schemas.
        self._steps[_WARM_UP].run(MutantFake(UNCHANGED))
        path = folder / f"{_fingerprint()}.json"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(_measured(list(self._steps))), encoding="utf-8")
        found = [Reach(**fields) for fields in json.loads(path.read_bytes())]
        self.reaches = sorted(found, key=lambda reach: reach.seconds)
        self._users: dict[str, set[str]] = defaultdict(set)
        """By function, the operations that run it."""
        for reach in self.reaches:
            for operation, functions in reach.calls.items():
                for function in functions:
                    self._users[function] |= {operation} - {""}

    def steps_for(self, mutant: Mutant) -> list[Step]:
        """Return the steps that can detect a bug, the cheapest of the single checks first."""
        steps = [self._steps[reach.step] for reach in self.reaches if reach.covers(mutant)]
        near = self._most_concerned(mutant)
        for operation in near:
            steps += matrix_steps(operation)
        steps += [step for read in near for step in steps_of_readers(read)]
        if self._is_thorough:
            steps += whole_steps()
        return list(dict.fromkeys(steps))

    def _most_concerned(self, mutant: Mutant) -> list[str]:
        """Return a few operations, first those that run most functions of the changed module."""
        path = f"{mutant.source.path}:" if mutant.source else ""
        used = Counter(
            name
            for function, names in self._users.items()
            if function.startswith(path)
            for name in names
        )
        # Only a matrix runs the function if no single check does. Its module has the operations.
        found = self.operations_of(mutant) or ({*used} if mutant.source else {})
        return sorted(spread(found), key=lambda name: -used[name])[:_MAX_OPERATIONS]

    def operations_of(self, mutant: Mutant) -> set[str]:
        """Return the operations that a bug concerns, as far as the single checks reach it."""
        if mutant.source:
            return self._users[f"{mutant.source.path}:{mutant.source.function}"]
        return set(mutant.operations)


def _fingerprint() -> str:
    """Return a hash of the spec, the fake, the checks and the steps."""
    folders = (ROOT, Path(campaignkit_contract.__file__).parent)
    files = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    own = [Path(__file__).with_name(f"{name}.py") for name in ("mutant", "reach", "steps")]
    found = hashlib.sha256(packaged_spec_path().read_bytes())
    for path in (*files, *own):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _measured(names: list[str]) -> list[dict[str, Any]]:
    with multiprocessing.get_context("fork").Pool() as pool:
        return pool.map(_measure, names, chunksize=1)


def _measure(name: str) -> dict[str, Any]:
    fake, started = _ObservedFake(UNCHANGED), time.process_time()
    detection = single_steps()[name].run(fake)
    seconds = time.process_time() - started
    calls = {operation: sorted(functions) for operation, functions in fake.calls.items()}
    return asdict(Reach(name, calls, seconds, detection.by if detection else ""))


def spread(names: Collection[str]) -> list[str]:
    """Return operations, all without names, beginning with one of each vendor and method."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    nodes = packaged_operations()
    for name in sorted(nodes.keys() & names if names else nodes):
        groups[nodes[name].vendor, nodes[name].method].append(name)
    rounds = zip_longest(*(groups[key] for key in sorted(groups)))
    return [name for round_ in rounds for name in round_ if name]


class _ObservedFake(MutantFake):
    """Fake that notes which of its functions each operation runs."""

    def __init__(self, *mutants: Mutant) -> None:
        self.calls: dict[str, set[str]] = defaultdict(set)
        self._known: dict[CodeType, str] = {}
        super().__init__(*mutants)

    def _respond(self, request: Request, sleep: Any, operation: str) -> Response:
        found = self.calls[operation]

        def profile(frame: FrameType, event: str, _: Any) -> None:
            if event == "call" and (name := self._name(frame.f_code)):
                found.add(name)

        sys.setprofile(profile)
        try:
            return super()._respond(request, sleep, operation)
        finally:
            sys.setprofile(None)

    def _name(self, code: CodeType) -> str:
        if code not in self._known:
            path = code.co_filename.removeprefix(f"{ROOT}/")
            is_own = path != code.co_filename
            self._known[code] = f"{path}:{code.co_qualname}" if is_own else ""
        return self._known[code]
