"""The page of screens is current."""

import pytest

from tests.cli import screens


@pytest.mark.no_cover
def test_page() -> None:
    """The page shows what a terminal shows."""
    assert screens.page() == screens.PAGE.read_text(encoding="utf-8"), (
        "run `python -m tests.cli.screens`"
    )
