"""The tool server with a fake."""

from pathlib import Path

import pytest

from tests.mcp.agents import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a tool server with a fake of both vendors."""
    return Desk(tmp_path)
