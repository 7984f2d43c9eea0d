"""Schemathesis in process, with the settings that are shipped, until its first find."""

from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from schemathesis.generation.feedback import NO_FEEDBACK

# Private, and the version is pinned: otherwise these tests can be had from pytest only.
from schemathesis.pytest._test_builder import build_operation_test

from .mutant import Bent

_ROOT = Path(__file__).parent.parent.parent.parent
_CONFIG = _ROOT / "overlays" / "campaignkit_contract" / "schemathesis" / "fake.toml"
_EXAMPLES = 60
_SEQUENCES = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=40,
    stateful_step_count=6,
    suppress_health_check=list(HealthCheck),
)


class FoundError(BaseException):
    """The first find; no Exception, so that Hypothesis neither shrinks nor repeats it."""


def first_failure(fake: Bent) -> str | None:
    """The phase and the check that find something first.

    Each operation has its examples, edges and random data; sequences of calls come last.
    """
    config = SchemathesisConfig.from_path(_CONFIG)
    # Of its own, so that whoever wants more depth there does not change the table.
    config.projects.get_default().generation.max_examples = _EXAMPLES
    schema = schemathesis.openapi.from_path(_ROOT / "openapi.yaml", config=config)
    schema.app = fake
    try:
        _operations(schema, fake)
        _sequences(schema, fake)
    except FoundError as found:
        return str(found)
    return None


def _operations(schema: Any, fake: Bent) -> None:
    for result in schema.get_all_operations():
        fake.reset()
        build_operation_test(
            config=schema.config,
            operation=result.ok(),
            test_func=_validated,
            given_kwargs={},
            feedback=NO_FEEDBACK,
        )()


def _validated(case: Any) -> None:
    try:
        case.call_and_validate()
    except FailureGroup as failures:
        raise _found(case.meta.phase.name.value, failures) from None


def _sequences(schema: Any, fake: Bent) -> None:
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
    # Those that come from one answer are a set, in no order.
    names = sorted({type(each).__name__ for each in failures.exceptions})
    return FoundError(f"{phase}: {names[0]}")
