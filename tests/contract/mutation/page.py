"""The part of docs/contract.md that the mutation tests write."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from campaignkit_contract.spec.document import packaged_operations

from tests.markdown import table

from .generated import generated_mutants
from .score import MutantRun, Rate

PAGE = Path(__file__).parents[3] / "docs" / "contract.md"
_SCORE = re.compile(r"^\*\*(?P<mode>[\w-]+): (\d+) of (\d+) .*\*\*$", re.MULTILINE)


def recorded_rate(mode: str, text: str | None = None) -> Rate:
    """Return the rate of a mode on the page, or none of none."""
    text = PAGE.read_text(encoding="utf-8") if text is None else text
    found = {match["mode"]: match for match in _SCORE.finditer(text)}
    return Rate(int(found[mode][2]), int(found[mode][3])) if mode in found else Rate(0, 0)


def lines(runs: Sequence[MutantRun], mode: str, *, equivalents: int) -> list[str]:
    """Return the score and the tables for the terminal."""
    return [
        by_operator(runs),
        "",
        by_operation(runs),
        "",
        found_by(runs),
        "",
        f"{mode}: {Rate.of(runs)} are detected; {equivalents} equivalents are left out.",
    ]


def undetected(runs: Sequence[MutantRun], mode: str) -> str:
    """Return the list of undetected mutants."""
    names = [
        f"- {run.mutant.name} [{', '.join(sorted(run.operations)[:3]) or 'never reached'}]"
        for run in runs
        if not run.detection
    ]
    return "\n".join([f"# Undetected, {mode}: {Rate.of(runs)}", "", *sorted(names), ""])


def write(runs: Sequence[MutantRun], mode: str, seed: str) -> None:
    """Write the score and the tables of a mode into the page."""
    text = PAGE.read_text(encoding="utf-8")
    new = replace_block(text, f"mutants {mode}", block(runs, mode, seed))
    PAGE.write_text(new, encoding="utf-8")


def block(runs: Sequence[MutantRun], mode: str, seed: str) -> str:
    """Return the score and the tables of a mode for the page."""
    score = f"**{mode}: {Rate.of(runs)} mutants of seed {seed} are detected.**"
    tables = [found_by(runs), by_method(runs)]
    if mode == "in-process":
        tables += [by_operator(runs), by_operation(runs)]
    return "\n\n".join([score, *tables])


def by_operator(runs: Sequence[MutantRun]) -> str:
    """Return the rate of each operator."""
    places = Counter(mutant.operator for mutant in generated_mutants().values())
    groups = _groups((run.mutant.operator, run) for run in runs)
    rows = [(name, str(places[name]), str(Rate.of(group))) for name, group in groups]
    return table(("operator", "places", "detected"), rows)


def by_method(runs: Sequence[MutantRun]) -> str:
    """Return the rate of bugs in reads, in writes, and in both."""
    groups = _groups((_method(run), run) for run in runs)
    return table(("bug in", "detected"), [(name, str(Rate.of(group))) for name, group in groups])


def _method(run: MutantRun) -> str:
    nodes = packaged_operations()
    kinds = {"reads" if nodes[name].method == "GET" else "writes" for name in run.operations}
    return " and ".join(sorted(kinds)) or "nothing that is reached"


def by_operation(runs: Sequence[MutantRun]) -> str:
    """Return the rate of each operation; a bug that several share counts apart."""
    groups = _groups((_operation(run), run) for run in runs)
    return table(("operation", "detected"), [(name, str(Rate.of(group))) for name, group in groups])


def _operation(run: MutantRun) -> str:
    if len(run.operations) == 1:
        return min(run.operations)
    return "shared by several" if run.operations else "not reached"


def found_by(runs: Sequence[MutantRun]) -> str:
    """Return what detects first, and what plain Schemathesis detects of the same mutants."""
    groups: dict[str, list[MutantRun]] = defaultdict(list)
    for run in runs:
        groups[run.detection.phase if run.detection else "nothing"].append(run)
    rows = [(name, groups[name]) for name in sorted(groups, key=lambda name: -len(groups[name]))]
    has_plain = any(run.plain is not None for run in runs)
    titles = ("detected first by", "mutants", *["of these by plain Schemathesis"] * has_plain)
    return table(
        titles,
        [
            (name, str(Rate(len(group), len(runs))), *[str(_plain(group))] * has_plain)
            for name, group in [*rows, ("all", [*runs])]
        ],
    )


def _plain(runs: Sequence[MutantRun]) -> Rate:
    """Return the rate of plain Schemathesis."""
    tried = [run for run in runs if run.plain is not None]
    return Rate(sum(bool(run.plain) for run in tried), len(tried))


def _groups(pairs: Iterable[tuple[str, MutantRun]]) -> list[tuple[str, list[MutantRun]]]:
    groups: dict[str, list[MutantRun]] = defaultdict(list)
    for name, run in pairs:
        groups[name].append(run)
    return sorted(groups.items(), key=lambda item: (Rate.of(item[1]).interval[1], item[0]))


def replace_block(text: str, name: str, new: str) -> str:
    """Return the page with another text between the markers of a name."""
    pattern = re.compile(rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return pattern.sub(lambda match: f"{match[1]}\n{new}\n\n{match[2]}", text)
