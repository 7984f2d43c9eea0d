"""Mutants, generated and made by hand, are detected; equivalents and the fake itself are not."""

import re
import tomllib
from collections.abc import Callable

import httpx
import pytest
from campaignkit_contract.targets.fake import CONTROL_PREFIX
from campaignkit_fake.engine.request_parsing import raw_path
from werkzeug import Request, Response

from .mutation import page, runner
from .mutation.catalog import EQUIVALENTS, MUTANTS
from .mutation.generated import (
    EQUIVALENT_PATTERNS,
    equivalent_reason,
    generated_mutants,
    sample,
)
from .mutation.mutant import UNCHANGED, Mutant, MutantFake, StartFailed, planted
from .mutation.operators.source import SourceChange, source_changes
from .mutation.reach import Baseline, Reach
from .mutation.score import MutantRun, Rate, floor
from .mutation.steps import Detection, Step, case_steps, check_steps, step_named

pytestmark = pytest.mark.expects_contract_violation("mutants respond wrongly")

_STEPS = (*case_steps(), *check_steps())
_FOUND_BY = tomllib.loads(runner.FOUND_BY.read_text(encoding="utf-8"))


@pytest.mark.grid(one_in=18)
@pytest.mark.parametrize("mutant", MUTANTS, ids=[mutant.name for mutant in MUTANTS])
def test_made_by_hand(mutant: Mutant) -> None:
    """The step that detects a bug still does; `make mutants BY_HAND=1` finds another one."""
    step = step_named(_FOUND_BY[mutant.name])

    assert step.run(MutantFake(mutant)) is not None


@pytest.mark.grid(one_in=36)
@pytest.mark.parametrize("step", _STEPS, ids=[step.name for step in _STEPS])
def test_equivalents(step: Step) -> None:
    """Allowed behaviours are not reported, even all at once."""
    assert step.run(MutantFake(*(mutant for mutant, _ in EQUIVALENTS.values()))) is None


def test_generated() -> None:
    """Thousands of mutants have stable names, and every pattern of equivalents fits one of them."""
    mutants = generated_mutants()

    assert len(mutants) > 10_000
    assert len({mutant.operator for mutant in mutants.values()}) > 80
    reasons = {equivalent_reason(mutant) for mutant in mutants.values()} - {None}
    assert reasons == set(EQUIVALENT_PATTERNS.values())


class BrokenBaseline(Baseline):
    """Baseline with one step, in which the fake does not start again."""

    def __init__(self) -> None:
        pass

    def steps_for(self, _: Mutant) -> list[Step]:
        """Return the step."""

        def restart(fake: MutantFake) -> None:
            vars(fake)["_new_store"] = None
            fake.reset()

        return [Step("a restart", restart)]

    def operations_of(self, _: Mutant) -> set[str]:
        """Return no operation."""
        return set()


def test_no_start() -> None:
    """A bug that keeps the fake from a start is detected, and does not end the run."""
    run = runner.run_mutant(Mutant("", ""), BrokenBaseline())

    assert run.detection
    assert run.detection.phase == "start"


class DamagedFake(MutantFake):
    """Fake whose state shows nothing."""

    def handle(self, request: Request, sleep: Callable[[float], object]) -> Response:
        """Return an empty object for a control route."""
        if raw_path(request).startswith(CONTROL_PREFIX):
            return Response("{}", mimetype="application/json")
        return super().handle(request, sleep)


def test_damaged_state() -> None:
    """A bug that damages the state of the fake is one that keeps it from a start."""
    with pytest.raises(StartFailed):
        step_named("reads change nothing").run(DamagedFake(UNCHANGED))


def test_sample_is_even() -> None:
    """A sample depends on the seed only, and takes every operator before it takes one twice."""
    operators = {mutant.operator for mutant in generated_mutants().values()}
    chosen = sample(len(operators), seed=7)

    assert {mutant.operator for mutant in chosen} == operators
    assert chosen == sample(len(operators), seed=7)
    assert chosen != sample(len(operators), seed=8)


def test_source_change() -> None:
    """A change of the source is there while it is planted, and gone afterwards."""
    name = "refusal removed: sonarly/campaigns.start_campaign: not campaign.lead_ids"
    change, _ = source_changes()[name]
    empty = "ca0000000000000000000011"
    path = f"/v1/accounts/507f1f77bcf86cd799439011/campaigns/{empty}/start"
    statuses = []
    for mutant in (Mutant(name, "", source=change), Mutant("none", "")):
        with planted(mutant) as fake:
            response = fake.transport().handle_request(
                httpx.Request(
                    "POST",
                    f"https://api.invalid{path}",
                    headers={"Authorization": "Bearer fake-sonarly"},
                )
            )
        statuses.append(response.status_code)

    assert statuses == [200, 422]


def test_reach() -> None:
    """A step covers a bug if it runs the function or the operation with the bug."""
    reach = Reach("a step", {"callers_calls_list": ["callers/calls.py:list_calls"]})
    change = SourceChange("callers/calls.py", "list_calls", 0, 0)
    other = SourceChange("callers/calls.py", "webhook_payload", 0, 0)

    assert reach.covers(Mutant("a", "", source=change))
    assert not reach.covers(Mutant("a", "", source=other))
    assert reach.covers(Mutant("a", "", ("callers_calls_list",)))
    assert not reach.covers(Mutant("a", "", ("callers_voices_create",)))
    assert reach.covers(Mutant("a", ""))


@pytest.mark.full
def test_every_source_change() -> None:
    """Every change of the source can be planted."""
    for change, _ in source_changes().values():
        with change.planted():
            pass


def test_interval() -> None:
    """The interval is that of Wilson; without mutants it is everything."""
    low, high = Rate(8, 10).interval

    assert (round(low, 3), round(high, 3)) == (0.49, 0.943)
    assert Rate(0, 0).interval == (0.0, 1.0)


@pytest.mark.parametrize(
    ("size", "rate", "expected"),
    [(20, Rate(190, 200), 12), (20, Rate(100, 200), 1), (5, Rate(0, 0), 0), (0, Rate(9, 9), 0)],
)
def test_floor(size: int, rate: Rate, expected: int) -> None:
    """The floor is what a sample of an unchanged project has, but once in ten thousand weeks."""
    assert floor(size, rate) == expected


def test_page() -> None:
    """The page shows the score of a mode, and is read back."""
    mutant = Mutant("off by one: a: 1", "", operator="off by one")
    detection = Detection("matrix", "frame matrix", 9)
    found = MutantRun(mutant, detection, frozenset({"callers_calls_list"}), 0.1, "")
    missed = MutantRun(mutant, None, frozenset(), 0.1)
    text = "a\n<!-- mutants in-process: x -->\nold\n<!-- /mutants in-process -->\nb\n"

    block = page.block([found, missed], "in-process", "5")
    written = page.replace_block(text, "mutants in-process", block)

    assert page.recorded_rate("in-process", written) == (1, 2)
    assert re.search(r"\| matrix +\| 1 of 2 \(.*\) +\| 0 of 1 \(.*\) +\|", written)
    assert re.search(r"\| reads +\| 1 of 1 ", written)
    live = page.block([found, missed], "live-read", "5")
    assert re.search(r"\| reads +\| 1 of 1 ", live)
    assert ("| operator" in block, "| operator" in live) == (True, False)
    empty = text.replace("old\n", "")
    assert page.replace_block(empty, "mutants in-process", block) == written
    assert written.endswith("<!-- /mutants in-process -->\nb\n")
    assert "- off by one: a: 1 [never reached]" in page.undetected([found, missed], "in-process")
