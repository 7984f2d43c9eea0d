"""Sampling of costly tests: a part by default, all of them with FULL=1.

Mark a grid with `@pytest.mark.grid(one_in=4)`. The choice depends only on its cases, so each worker
of pytest-xdist makes the same one. If the sample has room for all values of a parameter, such as
the operations or the faults, each value stays in it. Mark with `@pytest.mark.full` a test that runs
with FULL=1 only. `examples(full=200, sampled=20)` is the number of generated examples.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from zlib import crc32

import pytest

Value = tuple[str, str]
"""A parameter of a case, and how its value shows."""


def is_sampled(name: str, one_in: int) -> bool:
    """Return True if a case belongs to the sample."""
    return crc32(name.encode()) % one_in == 0


def is_full() -> bool:
    """Return True if this run leaves nothing out."""
    return bool(os.environ.get("FULL"))


def examples(*, full: int, sampled: int) -> int:
    """Return how many examples a test generates."""
    return full if is_full() else sampled


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks."""
    config.addinivalue_line("markers", "grid(one_in): a grid of cases, sampled unless FULL=1")
    config.addinivalue_line("markers", "full: a test that runs with FULL=1 only")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the cases of grids that are not sampled."""
    if is_full():
        return
    kept = {item for grid in _grids(items) for item in _sample(grid)}
    left_out = [item for item in items if item not in kept]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item in kept]


def _grids(items: Iterable[pytest.Item]) -> Iterator[list[pytest.Item]]:
    """Yield the cases of each test."""
    for _, cases in groupby(items, key=lambda item: item.nodeid.partition("[")[0]):
        yield list(cases)


def _sample(cases: Sequence[pytest.Item]) -> Iterator[pytest.Item]:
    """Yield the sampled cases of a test, then those with values that are not among them yet."""
    cases = [case for case in cases if not case.get_closest_marker("full")]
    grid = cases[0].get_closest_marker("grid") if cases else None
    if grid is None:
        yield from cases
        return
    values = {case: set(_values(case)) for case in cases}
    needed = _needed(set().union(*values.values()), len(cases) // grid.kwargs["one_in"])
    sampled = [case for case in cases if is_sampled(case.name, **grid.kwargs)]
    yield from sampled
    needed.difference_update(*(values[case] for case in sampled))
    for case in cases:
        if values[case] & needed:
            needed -= values[case]
            yield case


def _needed(values: Iterable[Value], room: int) -> set[Value]:
    """Return the values of each parameter that has as many as the sample has room for."""
    by_parameter: dict[str, set[Value]] = defaultdict(set)
    for value in values:
        by_parameter[value[0]].add(value)
    return {value for all_ in by_parameter.values() if len(all_) <= room for value in all_}


def _values(case: pytest.Item) -> Iterator[Value]:
    """Yield the values of a case; those of a tuple one by one."""
    for name, value in case.callspec.params.items() if isinstance(case, pytest.Function) else ():
        parts = enumerate(value) if isinstance(value, tuple) else [("", value)]
        yield from ((f"{name} {place}", repr(part)) for place, part in parts)
