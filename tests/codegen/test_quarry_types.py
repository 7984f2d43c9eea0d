"""The package of the scratch vendor is typed."""

import pytest

from tests.codegen.quarry_package import Quarry
from tests.type_checks import type_errors


@pytest.mark.usefixtures("mypy_cache")
def test_typed(quarry: Quarry) -> None:
    """Mypy accepts every module of the package in its strict mode."""
    assert type_errors(quarry.folder, "--package=quarry_api") == ""
