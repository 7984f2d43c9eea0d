"""Sampling of costly tests: a part by default, all of them with FULL=1.

Mark a grid with `@pytest.mark.grid(one_in=4)`. The choice depends only on the name of a case, so
each worker of pytest-xdist makes the same one. Mark with `@pytest.mark.full` what runs with FULL=1
only. `examples(full=200, sampled=20)` is the number of generated examples.
"""

import os
from zlib import crc32

import pytest


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
    left_out = [item for item in items if not _is_kept(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _is_kept(item)]


def _is_kept(item: pytest.Item) -> bool:
    if item.get_closest_marker("full"):
        return False
    grid = item.get_closest_marker("grid")
    return grid is None or is_sampled(item.name, **grid.kwargs)
