"""Every planted bug is found by what docs/contract.md says, and nothing else is found."""

import re

import httpx
import pytest
from campaignkit_contract.stateful.campaigns import LAWS, faked

from .mutation import runner as mutants
from .mutation.runner import EQUIVALENTS, HEALTHY, MUTANTS, PHASES, Bent, Mutant

pytestmark = pytest.mark.unjudged("mutants answer wrongly")

_ROW = re.compile(
    r"^\| (?P<name>[^|]+) \| [^|]+ \| (?P<by>[^|]+) \| (?P<phase>judge|laws) \| \d+ \|$"
)


def recorded() -> dict[str, tuple[str, str]]:
    """By mutant, the phase that found it and what did, as the page shows it."""
    lines = mutants.PAGE.read_text(encoding="utf-8").splitlines()
    rows = [match for line in lines if (match := _ROW.match(line))]
    return {row["name"]: (row["phase"], row["by"]) for row in rows}


RECORDED = recorded()


def found_by(mutant: Mutant, phase: str, by: str) -> str | None:
    """What the phase finds; of the laws only that one is asked, for the others take long."""
    fake = Bent(mutant)
    if phase == "judge":
        find = PHASES[phase](fake)
        return find.by if find else None
    [law] = [each for each in LAWS if each.name == by]
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        verdict = law.verdict(faked(client, fake.clock.advance))
    return by if verdict.findings or verdict.unchecked else None


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_found(mutant: Mutant) -> None:
    """It is found by what the page says: `make mutants` makes it so."""
    phase, by = RECORDED[mutant.name]

    assert found_by(mutant, phase, by) == by


@pytest.mark.parametrize("phase", ["judge", "laws"])
def test_no_bugs(phase: str) -> None:
    """What a vendor may do by the documents is no finding, be it all at once."""
    assert PHASES[phase](Bent(*(each for each, _ in EQUIVALENTS.values()))) is None


@pytest.mark.parametrize("phase", ["judge", "laws"])
def test_healthy(phase: str) -> None:
    """Nor is anything of the fake as it is, with the harness around it."""
    assert PHASES[phase](Bent(HEALTHY)) is None


def test_score() -> None:
    """The score on the page is that of all mutants there are: at least 200, each told apart."""
    assert mutants.recorded() == (len(MUTANTS), len(MUTANTS))
    assert len({each.name for each in [*MUTANTS, *(each for each, _ in EQUIVALENTS.values())]}) == (
        len(MUTANTS) + len(EQUIVALENTS)
    )
    assert len(MUTANTS) >= 200


def test_lower_score(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that finds fewer than before is a failure, and so is a false alarm."""
    monkeypatch.setattr(mutants, "recorded", lambda: (2, 2))
    find = mutants.Find("judge", "status", 1)
    hunts = [
        mutants.Hunt("a", {"judge": find}, {}),
        mutants.Hunt("b", {"judge": None}, {"judge": 9}),
    ]

    assert mutants.objections(hunts, ["seed 1"]) == [
        "nothing finds: b",
        "false alarm, seed 1",
        "1 are found, 2 were before",
    ]


def test_requests_add_up() -> None:
    """What a later phase finds was found after the requests of the earlier ones, too."""
    find = mutants.Find("laws", "echo", 5)
    hunt = mutants.Hunt("a", {"judge": None, "laws": find}, {"judge": 40, "laws": 5})

    assert hunt.first == ("laws", "echo", 45)


def test_placed() -> None:
    """Only what stands between its markers is written by the run."""
    page = "a\n<!-- laws: x -->\nold\n<!-- /laws -->\nb <!-- mutants: y -->\n"

    assert mutants.placed(page, "laws", "new") == page.replace("old", "\nnew\n")
