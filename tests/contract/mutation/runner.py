"""Run the fake with each mutant, one by one, and see what finds it.

    python -m tests.contract.mutation            # writes table and score into docs/contract.md
    python -m tests.contract.mutation --check    # compares with what is written there

The phases go from the cheap to the dear; the dear one is for what the others do not find. 1 is the
exit code where a mutant is not found, where the healthy fake is accused, or where the page says
otherwise.
"""

import multiprocessing
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from campaignkit_contract.stateful.campaigns import LAWS

from .mutant import EQUIVALENTS, HEALTHY, MUTANTS, Bent, Mutant
from .phases import PHASES, Find

PAGE = Path(__file__).parents[3] / "docs" / "contract.md"

__all__ = ["EQUIVALENTS", "HEALTHY", "MUTANTS", "PHASES", "Bent", "Find", "Mutant"]

SEEDS = range(1, 21)
_CHEAP = ("judge", "laws")
_SCORE = re.compile(r"^\*\*(\d+) of (\d+) mutants are found\.\*\*$", re.MULTILINE)


class Hunt(NamedTuple):
    """What each phase that was run came to, and how many requests it sent."""

    name: str
    finds: dict[str, Find | None]
    sent: dict[str, int]

    @property
    def first(self) -> Find | None:
        """The find of the first phase that had one, after all requests until then."""
        before = 0
        for phase, find in self.finds.items():
            if find:
                return find._replace(requests=before + find.requests)
            before += self.sent[phase]
        return None


class Quarry(NamedTuple):
    """What is hunted: a mutant, or the healthy fake; and by which phases in any case."""

    name: str
    seed: int
    phases: tuple[str, ...]


def hunted(quarry: Quarry) -> Hunt:
    """Run the phases; the others too where these find nothing of a mutant."""
    hunt = Hunt(quarry.name, {}, {})
    mutant = next((each for each in MUTANTS if each.name == quarry.name), HEALTHY)
    for phase, find in PHASES.items():
        if phase in quarry.phases or not (mutant is HEALTHY or any(hunt.finds.values())):
            fake = Bent(mutant, seed=quarry.seed)
            hunt.finds[phase] = find(fake)
            hunt.sent[phase] = fake.asked
    return hunt


def all_hunted(quarries: Sequence[Quarry]) -> list[Hunt]:
    """All of them, two at a time, each in a process that nothing has been done in before."""
    # Loaded before the processes part, or each would load it for a second.
    from . import schemathesis_phase  # noqa: F401

    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        return list(pool.imap(hunted, quarries, chunksize=1))


def false_alarms() -> list[str]:
    """What is found of the healthy fake, over all seeds."""
    quarries = [Quarry(HEALTHY.name, seed, _CHEAP) for seed in SEEDS]
    return [
        f"seed {quarry.seed}: {find.phase}, {find.by}"
        for quarry, hunt in zip(quarries, all_hunted(quarries), strict=True)
        for find in hunt.finds.values()
        if find
    ]


def score(hunts: Iterable[Hunt]) -> tuple[int, int]:
    """How many were found, and of how many."""
    found = [hunt.first is not None for hunt in hunts]
    return sum(found), len(found)


def recorded() -> tuple[int, int]:
    """The score that the page shows; none is a score of nothing."""
    match = _SCORE.search(PAGE.read_text(encoding="utf-8"))
    return (int(match[1]), int(match[2])) if match else (0, 0)


def summary(hunts: list[Hunt]) -> str:
    """The score, the cross-table, the laws and the table of all mutants."""
    found, total = score(hunts)
    parts = [
        f"**{found} of {total} mutants are found.**",
        f"Judge and laws find nothing of the healthy fake over {len(SEEDS)} seeds.",
        cross_table(hunts),
        "### Mutants",
        _table(
            ("mutant", "what is wrong", "found by", "phase", "requests"),
            [_row(mutant, hunt) for mutant, hunt in zip(MUTANTS, hunts, strict=True)],
        ),
        "### No bugs by the documents",
        "Nothing may find these, and nothing does.",
        _table(
            ("answer", "what is other than in the fake", "why it is no bug"),
            [(each.name, each.text, reason) for each, reason in EQUIVALENTS.values()],
        ),
        "### Laws",
        _laws(hunts),
    ]
    return "\n\n".join(parts)


def cross_table(hunts: list[Hunt]) -> str:
    """How many each phase finds alone, how many no other cheap one does, and together."""
    by = {phase: {each.name for each in hunts if each.finds.get(phase)} for phase in _CHEAP}
    judge, laws = by.values()
    rows = [
        ("judge", str(len(judge)), str(len(judge - laws))),
        ("laws", str(len(laws)), str(len(laws - judge))),
        ("judge and laws", str(len(judge | laws)), ""),
    ]
    return _table(("phase", "finds alone", "the other does not"), rows)


def _row(mutant: Mutant, hunt: Hunt) -> tuple[str, ...]:
    find = hunt.first
    found = (find.by, find.phase, str(find.requests)) if find else ("**nothing**", "", "")
    return (mutant.name, mutant.text, *found)


def _laws(hunts: list[Hunt]) -> str:
    counts = Counter(find.by for hunt in hunts if (find := hunt.finds.get("laws")))
    rows = [
        (each.name, " ".join(each.text.split()), "yes" * each.writes, str(counts[each.name]))
        for each in LAWS
    ]
    return _table(("law", "what it says", "writes", "finds first"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _block(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name}: [^\n]*-->\n).*?(\n<!-- /{name} -->)", re.DOTALL)


def placed(page: str, name: str, text: str) -> str:
    """The page with another text between the markers of that name."""
    return _block(name).sub(lambda match: f"{match[1]}\n{text}\n{match[2]}", page)


def objections(hunts: list[Hunt], alarms: list[str]) -> list[str]:
    """All that makes the run a failure."""
    wrong = [f"nothing finds: {hunt.name}" for hunt in hunts if hunt.first is None]
    wrong += [f"false alarm, {each}" for each in alarms]
    if (found := score(hunts)[0]) < recorded()[0]:
        wrong.append(f"{found} are found, {recorded()[0]} were before")
    return wrong


def main(arguments: Sequence[str]) -> int:
    """Hunt all, and write or compare the page."""
    begun = time.monotonic()
    alarms = false_alarms()
    hunts = all_hunted([Quarry(each.name, 1, _CHEAP) for each in MUTANTS])
    wrong = objections(hunts, alarms)
    page = PAGE.read_text(encoding="utf-8")
    fresh = placed(page, "mutants", summary(hunts))
    if "--check" not in arguments:
        PAGE.write_text(fresh, encoding="utf-8")
    elif fresh != page:
        wrong.append("docs/contract.md says otherwise: make mutants")
    found, total = score(hunts)
    print(cross_table(hunts))
    print(f"{found} of {total} found, {len(alarms)} false alarms over {len(SEEDS)} seeds,", end=" ")
    print(f"{time.monotonic() - begun:.0f} s")
    print("\n".join(wrong), end="\n" * bool(wrong))
    return 1 if wrong else 0
