"""Check."""

from pathlib import Path


def check_package(package: Path) -> None:
    """Check."""
