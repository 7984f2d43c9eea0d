"""Measure CampaignKit and its peers, side by side, and write RESULTS.md."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence

import workspace
from aims import Round
from chart import chart
from environments import prepare, versions
from figures import FIGURES, NotMeasuredError, measure
from report import results_page

_ROUNDS = 5

Measured = dict[tuple[str, str], list[Round]]


def main(argv: Sequence[str] | None = None) -> int:
    """Run all rounds; return 1 if a variant was not measured. A missed aim is not a failure."""
    options = _parser().parse_args(argv)
    rounds = 1 if options.quick else options.rounds
    _say("preparing environments and packages")
    prepare()
    results, reasons = _measured(options.only or FIGURES, rounds)
    page = results_page(results, reasons, versions())
    print(page)
    if options.quick or options.only:
        _say("RESULTS.md is unchanged, because this was not a full run")
    else:
        (workspace.BENCHMARKS / "RESULTS.md").write_text(page, encoding="utf-8")
        (workspace.BENCHMARKS / "results.svg").write_text(chart(results), encoding="utf-8")
    return 1 if reasons else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument(
        "--quick", action="store_true", help="one round, without writing RESULTS.md"
    )
    parser.add_argument("--only", action="append", choices=FIGURES, help="this figure only")
    return parser


def _measured(figures: Iterable[str], rounds: int) -> tuple[Measured, dict[str, str]]:
    """Return the results, and the reasons why variants could not be measured.

    A round measures all variants before the next round begins. So a slow period of the machine
    affects all variants.
    """
    results: Measured = defaultdict(list)
    reasons: dict[str, str] = {}
    for number in range(rounds):
        for figure in figures:
            _say(f"round {number + 1} of {rounds}: {figure}")
            for name in FIGURES[figure]:
                if f"{figure}, {name}" in reasons:
                    continue
                try:
                    results[figure, name].append(measure(figure, name))
                except NotMeasuredError as error:
                    reasons[f"{figure}, {name}"] = str(error)
                    results[figure, name].clear()
    return dict(results), reasons


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
