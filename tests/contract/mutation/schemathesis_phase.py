"""Schemathesis in process, with the packaged settings, until its first failure."""

from collections.abc import Collection
from typing import Any

import schemathesis
from campaignkit_contract.schemathesis.command import FAKE_CONFIG
from campaignkit_contract.spec.document import packaged_spec_path
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from schemathesis.generation.feedback import NO_FEEDBACK

# Private, and the version is pinned. Otherwise these tests are available in pytest only.
from schemathesis.pytest._test_builder import build_operation_test

from .mutant import MutantFake

_MAX_EXAMPLES = 25  # as many as a whole run has
_SEQUENCES = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=25,
    stateful_step_count=6,
    suppress_health_check=list(HealthCheck),
)


class FoundError(BaseException):
    """First failure. It is not an Exception, so that Hypothesis neither shrinks nor repeats it."""


def first_failure(fake: MutantFake, operations: Collection[str] = ()) -> str | None:
    """Return the phase and the check that fail first, or None.

    Each operation gets its examples, edge cases and random data. Sequences of calls come last.

    Args:
        fake: The fake with a bug.
        operations: Operations that the bug concerns; empty for all. A reset precedes each, so that
            no other operation shows the bug.
    """
    config = SchemathesisConfig.from_path(FAKE_CONFIG)
    # Fixed here, so that the EXAMPLES variable does not change the table.
    config.projects.get_default().generation.max_examples = _MAX_EXAMPLES
    schema = schemathesis.openapi.from_path(packaged_spec_path(), config=config)
    schema.app = fake
    try:
        _test_operations(schema, fake, operations)
        _test_sequences(schema, fake)
    except FoundError as found:
        return str(found)
    return None


def _test_operations(schema: Any, fake: MutantFake, operations: Collection[str]) -> None:
    for result in schema.get_all_operations():
        if operations and result.ok().definition.raw["operationId"] not in operations:
            continue
        fake.reset()
        build_operation_test(
            config=schema.config,
            operation=result.ok(),
            test_func=_validate,
            given_kwargs={},
            feedback=NO_FEEDBACK,
        )()


def _validate(case: Any) -> None:
    try:
        case.call_and_validate()
    except FailureGroup as failures:
        raise _found(case.meta.phase.name.value, failures) from None


def _test_sequences(schema: Any, fake: MutantFake) -> None:
    class Workflow(schema.as_state_machine()):  # type: ignore[misc]  # made at run time
        def setup(self) -> None:
            fake.reset()

        def validate_response(self, response: Any, case: Any, **kwargs: Any) -> None:
            try:
                super().validate_response(response, case, **kwargs)
            except FailureGroup as failures:
                raise _found("sequences", failures) from None

    Workflow.run(settings=_SEQUENCES)


def _found(phase: str, failures: FailureGroup) -> FoundError:
    # The failures of one response are a set, without an order.
    names = sorted({type(failure).__name__ for failure in failures.exceptions})
    return FoundError(f"{phase}: {names[0]}")
