"""The door of the fake."""

import campaignkit_fake
import pytest


def test_all() -> None:
    """What the door offers exists, and `dir()` shows it."""
    names = campaignkit_fake.__all__
    assert set(names) <= set(dir(campaignkit_fake))
    assert all(hasattr(campaignkit_fake, name) for name in names)


def test_unknown_name() -> None:
    """Any other name is unknown."""
    with pytest.raises(ImportError, match="cannot import name 'Nothing'"):
        from campaignkit_fake import Nothing  # type: ignore[attr-defined]  # noqa: F401
