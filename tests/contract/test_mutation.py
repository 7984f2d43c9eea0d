"""Every mutant is detected by what docs/contract.md says, and nothing else is reported."""

import re

import httpx
import pytest
from campaignkit_contract.stateful.registry import CHECKS
from campaignkit_contract.targets.fake import fake_target

from .mutation import page, runner
from .mutation.catalog import EQUIVALENTS, MUTANTS
from .mutation.mutant import UNCHANGED, Mutant, MutantFake
from .mutation.phases import PHASES, Detection

pytestmark = pytest.mark.expects_contract_violation("mutants respond wrongly")

_ROW = re.compile(
    r"^\| (?P<name>[^|]+) \| [^|]+ \| (?P<by>[^|]+) \| (?P<phase>validator|stateful) *\| \d+ *\|$"
)
TEXT = page.PAGE.read_text(encoding="utf-8")


def recorded() -> dict[str, tuple[str, str]]:
    """Return, by mutant, the phase and the check that detected it, as the page shows it."""
    rows = [match for line in TEXT.splitlines() if (match := _ROW.match(line))]
    return {row["name"].strip(): (row["phase"], row["by"].strip()) for row in rows}


RECORDED = recorded()


def detected_by(mutant: Mutant, phase: str, by: str) -> str | None:
    """Return what the phase detects. Of the stateful checks, only the given one runs."""
    fake = MutantFake(mutant)
    if phase == "validator":
        detection = PHASES[phase](fake)
        return detection.by if detection else None
    [check] = [check for check in CHECKS if check.name == by]
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        result = check.run(fake_target(client, fake.clock.advance))
    return by if result.findings or result.skipped else None


@pytest.mark.grid(one_in=4)
@pytest.mark.parametrize(
    ("mutant", "phase", "by"),
    [(mutant, *RECORDED.get(mutant.name, ("", ""))) for mutant in MUTANTS],
    ids=[mutant.name for mutant in MUTANTS],
)
def test_detected(mutant: Mutant, phase: str, by: str) -> None:
    """A mutant is detected by the check on the page, which `make mutants` writes."""
    assert phase, "run `make mutants`, which writes docs/contract.md"

    assert detected_by(mutant, phase, by) == by


@pytest.mark.parametrize("phase", ["validator", "stateful"])
def test_equivalents(phase: str) -> None:
    """Allowed behaviours are not reported, even all at once."""
    assert PHASES[phase](MutantFake(*(mutant for mutant, _ in EQUIVALENTS.values()))) is None


@pytest.mark.parametrize("phase", ["validator", pytest.param("stateful", marks=pytest.mark.full)])
def test_unchanged(phase: str) -> None:
    """Nothing is reported about the fake without a bug."""
    assert PHASES[phase](MutantFake(UNCHANGED)) is None


def test_score() -> None:
    """The score on the page counts every mutant: at least 200, with distinct names."""
    names = {mutant.name for mutant in [*MUTANTS, *(mutant for mutant, _ in EQUIVALENTS.values())]}

    assert page.recorded_score(TEXT) == (len(MUTANTS), len(MUTANTS))
    assert len(names) == len(MUTANTS) + len(EQUIVALENTS)
    assert len(MUTANTS) >= 200


def test_lower_score() -> None:
    """An undetected mutant, a false alarm and a lower score are failures."""
    runs = [
        runner.MutantRun("a", {"validator": Detection("validator", "status", 1)}, {}),
        runner.MutantRun("b", {"validator": None}, {"validator": 9}),
    ]

    assert runner.failures(runs, ["seed 1"], 2) == [
        "not detected: b",
        "false alarm, seed 1",
        "1 are detected, 2 were before",
    ]


def test_requests_add_up() -> None:
    """A detection of a later phase counts the requests of earlier phases."""
    detection = Detection("stateful", "some check", 5)
    requests = {"validator": 40, "stateful": 5}
    run = runner.MutantRun("a", {"validator": None, "stateful": detection}, requests)

    assert run.first == ("stateful", "some check", 45)


def test_replace_block() -> None:
    """Only the text between the markers changes."""
    text = "a\n<!-- checks: x -->\nold\n<!-- /checks -->\nb <!-- mutants: y -->\n"

    assert page.replace_block(text, "checks", "new") == text.replace("old", "\nnew\n")
