"""Every generated mutant, and samples of them."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fnmatch import translate
from functools import cache
from itertools import zip_longest
from pathlib import Path
from random import Random

from .mutant import Mutant
from .operators.caches import cache_mutants
from .operators.defaults import default_mutants
from .operators.kinship import kinship_mutants
from .operators.lists import list_mutants
from .operators.races import race_mutants
from .operators.repetition import repetition_mutants
from .operators.requests import request_mutants
from .operators.responses import response_mutants
from .operators.source import source_changes
from .operators.state import state_mutants

EQUIVALENT_PATTERNS: Mapping[str, str] = tomllib.loads(
    Path(__file__).with_name("equivalents.toml").read_text(encoding="utf-8")
)
"""By pattern of names, why no check can or may detect a mutant."""

_PATTERNS = [(re.compile(translate(name)), why) for name, why in EQUIVALENT_PATTERNS.items()]


@cache
def generated_mutants() -> dict[str, Mutant]:
    """Return every mutant by its stable name."""
    return {mutant.name: mutant for make in _OPERATORS for mutant in make()}


def _source_mutants() -> Iterator[Mutant]:
    for name, (change, variant) in source_changes().items():
        yield Mutant(name, variant.text, source=change, operator=variant.operator)


_OPERATORS = (
    *(_source_mutants, state_mutants, request_mutants, response_mutants),
    *(cache_mutants, default_mutants, kinship_mutants, list_mutants, race_mutants),
    repetition_mutants,
)


def sample(size: int, seed: int) -> list[Mutant]:
    """Return a sample in which every operator is as frequent as any other, if it has as many."""
    by_operator: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in generated_mutants().values():
        by_operator[mutant.operator].append(mutant)
    random = Random(seed)  # noqa: S311 - no secrets
    shuffled = [random.sample(mutants, len(mutants)) for mutants in by_operator.values()]
    random.shuffle(shuffled)
    rounds = zip_longest(*shuffled)
    return [mutant for round_ in rounds for mutant in round_ if mutant][:size]


def equivalent_reason(mutant: Mutant) -> str | None:
    """Return why a mutant is equivalent, or None."""
    return next((why for pattern, why in _PATTERNS if pattern.match(mutant.name)), None)
