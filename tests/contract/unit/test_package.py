"""The package loads its names on first use, and names the extra that it needs."""

import sys

import campaignkit_contract
import pytest


def test_names() -> None:
    """Every exported name is an object of its module, also on the second use."""
    for name in campaignkit_contract.__all__ * 2:
        assert getattr(campaignkit_contract, name).__name__ == name


def test_unknown_name() -> None:
    """A name that the package does not have is an AttributeError."""
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = campaignkit_contract.nothing


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a dependency of the extra, the import says what to install."""
    monkeypatch.setitem(sys.modules, "campaignkit_contract.recording.replay", None)

    with pytest.raises(ImportError, match=r"Install campaignkit with its extra \[contract\]"):
        _ = campaignkit_contract.replay
