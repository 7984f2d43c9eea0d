"""Sampling of large grids: one cell in a few by default, every cell with FULL=1.

Mark a grid with `@pytest.mark.grid(one_in=4)`. The choice depends only on the name of a case, so
each worker of pytest-xdist makes the same one.
"""

import os
from zlib import crc32

import pytest


def is_sampled(name: str, one_in: int) -> bool:
    """Return True if a case belongs to the sample."""
    return crc32(name.encode()) % one_in == 0


def pytest_configure(config: pytest.Config) -> None:
    """Declare the mark."""
    config.addinivalue_line("markers", "grid(one_in): a grid of cases, sampled unless FULL=1")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the cases of grids that are not sampled."""
    if os.environ.get("FULL"):
        return
    left_out = [item for item in items if not _is_kept(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _is_kept(item)]


def _is_kept(item: pytest.Item) -> bool:
    grid = item.get_closest_marker("grid")
    return grid is None or is_sampled(item.name, **grid.kwargs)
