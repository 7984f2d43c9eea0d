"""Steps of detection: cases of an operation, stateful checks, and matrices for an operation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

import httpx
from campaignkit_contract.cases.status_cases import send_status_case, status_cases
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.findings import Finding
from campaignkit_contract.spec.document import packaged_operations, packaged_spec
from campaignkit_contract.stateful import matrices as package
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.matrices.matrix import Matrix
from campaignkit_contract.stateful.registry import STATEFUL_CHECKS
from campaignkit_contract.targets.fake import FakeControl, fake_target
from campaignkit_contract.targets.target import SkipCheck, Target
from campaignkit_contract.validator import packaged_validator

from .mutant import MutantFake, StartFailed
from .request_tour import first_finding as tour_finding

_DOCUMENT = packaged_spec()
_READING_MATRICES = ("references matrix", "frame matrix")


class Detection(NamedTuple):
    """What detected a mutant."""

    phase: str
    by: str
    """The check of the validator, the stateful check, the matrix, or a failure of Schemathesis."""
    requests: int
    """Number of requests until then."""
    step: str = ""
    """The step that sent them."""


@dataclass(frozen=True)
class Step:
    """Requests that may detect a bug."""

    name: str
    run: Callable[[MutantFake], Detection | None]


TOUR = Step("request tour", lambda fake: _tour(fake))
"""Requests about bugs that were missed once; they are not part of a contract run."""


@cache
def case_steps() -> tuple[Step, ...]:
    """Return the example and the status cases of every operation."""
    return tuple(Step(f"cases of {id_}", partial(_cases, id_)) for id_ in packaged_operations())


@cache
def check_steps() -> tuple[Step, ...]:
    """Return every stateful check that is not a matrix."""
    return tuple(Step(check.name, partial(_check, check)) for check in STATEFUL_CHECKS)


@cache
def single_steps() -> dict[str, Step]:
    """Return the cases and the checks, without matrices, by name."""
    return {step.name: step for step in (*case_steps(), *check_steps())}


def step_named(name: str) -> Step:
    """Return a step by its name."""
    cells = (step for operation in packaged_operations() for step in matrix_steps(operation))
    steps = (TOUR, *single_steps().values(), *cells)
    return next(step for step in steps if step.name == name)


def matrix_steps(operation: str) -> Iterator[Step]:
    """Yield the cells of an operation in each matrix."""
    for name in matrices():
        yield _cell_step(name, operation)


def steps_of_readers(read: str) -> Iterator[Step]:
    """Yield the cells of writes of the same area, whose matrices send a read too."""
    nodes = packaged_operations()
    if nodes[read].method != "GET":
        return
    near = [node for node in nodes.values() if node.node["tags"] == nodes[read].node["tags"]]
    if len(near) == 1:  # an area without writes, which those of other areas send
        others = [node for node in nodes.values() if node.method != "GET"]
        near = [node for node in others if node.vendor == nodes[read].vendor][:2]
    for node in near:
        if node.method != "GET":
            for name in _READING_MATRICES:
                yield _cell_step(name, node.id)


@cache
def whole_steps() -> tuple[Step, ...]:
    """Return a step with all cells for each matrix."""
    return tuple(
        Step(name, partial(_cells, name, matrix, [])) for name, matrix in matrices().items()
    )


@cache
def _cell_step(name: str, operation: str) -> Step:
    return Step(f"{name} of {operation}", partial(_cells, name, matrices()[name], [operation]))


def _tour(fake: MutantFake) -> Detection | None:
    finding = tour_finding(fake)
    return Detection("validator", finding.check, fake.requests) if finding else None


def _cases(operation: str, fake: MutantFake) -> Detection | None:
    """Validate the example of an operation, and each documented status that can be provoked."""
    control = FakeControl(fake)
    with _client(fake) as client:
        for name, status in [(operation, 0), *_status_cases()]:
            if name == operation:
                control.reset()
                response = send_status_case(control, _DOCUMENT, operation, status, client)
                if status and response.status_code != status:
                    return Detection("validator", "status", fake.requests)
                if finding := first_finding([Exchange.from_httpx(response)]):
                    return Detection("validator", finding.check, fake.requests)
    return None


def _check(check: StatefulCheck, fake: MutantFake) -> Detection | None:
    """Run a stateful check, and validate its exchanges."""
    with _client(fake) as client:
        target = _target(client, fake)
        found = bool(check.run(target).findings)
        return _detection(fake, target, "stateful check", check.name if found else "")


def _cells(name: str, matrix: Matrix, operations: list[str], fake: MutantFake) -> Detection | None:
    """Run the cells of the named operations, or all; validate their exchanges."""
    with _client(fake) as client:
        target = _target(client, fake)
        try:
            found = next(iter(matrix.findings(target, operations)), "")
        except SkipCheck:
            found = ""
        return _detection(fake, target, "matrix", name if found else "")


def _detection(fake: MutantFake, target: Target, phase: str, by: str) -> Detection | None:
    if by:
        return Detection(phase, by, fake.requests)
    if target.history and target.history.take_findings():
        return Detection("sequence", "sequence", fake.requests)
    if finding := first_finding(target.exchanges):
        return Detection("validator", finding.check, fake.requests)
    return None


def first_finding(exchanges: list[Exchange]) -> Finding | None:
    """Return the first finding of the validator."""
    validator = packaged_validator()
    return next((found for exchange in exchanges for found in validator.validate(exchange)), None)


@cache
def _status_cases() -> tuple[tuple[str, int], ...]:
    return tuple(status_cases(_DOCUMENT))


@cache
def matrices() -> dict[str, Matrix]:
    """Return every matrix by its name."""
    modules = [
        import_module(f"{package.__name__}.{module.name}")
        for module in iter_modules(package.__path__)
    ]
    return {
        f"{name.lower().replace('_', ' ')} matrix": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Matrix)
    }


def _target(client: httpx.Client, fake: MutantFake) -> Target:
    """Return the target of a fake.

    Raises:
        StartFailed: A bug damages the state, which shows the ids.
    """
    try:
        return fake_target(client, fake.clock.advance)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise StartFailed from error


def _client(fake: MutantFake) -> httpx.Client:
    return httpx.Client(transport=fake.transport(), base_url="https://api.invalid")
