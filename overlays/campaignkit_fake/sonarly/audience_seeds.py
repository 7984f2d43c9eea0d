"""Seeded audiences: together they hold all leads of an account group."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import NamedTuple

from ..engine.times import START, iso_millis

__all__ = ["KINDS", "SeededAudience", "seeded_audiences"]

KINDS = ("on_demand", "monitoring")

_FIRST_SIZE = 40  # leads of a group's first audience, with those of its first campaign
_SIZE = 16
_NAMES = ("Founders", "CFOs", "Heads of sales", "Recruiters", "Plant managers", "Event guests")


class SeededAudience(NamedTuple):
    """Audience to begin with."""

    name: str
    description: str | None
    kind: str
    created_at: str
    lead_ids: list[str]


def seeded_audiences(random: Random, lead_ids: list[str]) -> Iterator[SeededAudience]:
    """Yield the audiences of an account group, which together hold all of its leads."""
    chunks = [lead_ids[:_FIRST_SIZE], *_chunks(lead_ids[_FIRST_SIZE:])]
    for number, (name, chunk) in enumerate(zip(_NAMES, chunks, strict=True)):
        yield SeededAudience(
            name=name,
            description=random.choice((None, f"{name} that may need us")),
            kind=KINDS[number % 3 == 2],
            created_at=iso_millis(START - timedelta(days=random.randrange(1, 90))),
            lead_ids=chunk,
        )


def _chunks(lead_ids: list[str]) -> list[list[str]]:
    return [lead_ids[begin : begin + _SIZE] for begin in range(0, len(lead_ids), _SIZE)]
