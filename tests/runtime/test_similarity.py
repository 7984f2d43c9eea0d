"""A stored name is recognized in another form."""

import pytest
from campaignkit_runtime.similarity import resembles


@pytest.mark.parametrize(
    ("found", "given", "expected"),
    [
        ("Q3 Berlin", " Q3  Berlin ", True),
        ("q3 berlin", "Q3 BERLIN", True),
        ("Été", "E\u0301te\u0301", True),
        ("Q3 Ber", "Q3 Berlin", True),
        ("Q3 Ber...", "Q3 Berlin", True),
        ("Q3 Ber…", "Q3 Berlin", True),
        ("Q3 Berlin (2)", "Q3 Berlin", True),
        ("Q3", "Q3 Berlin", False),
        ("", "Q3 Berlin", False),
        ("Q4 Berlin", "Q3 Berlin", False),
        (None, "Q3 Berlin", False),
        ("Q3 Berlin", None, False),
    ],
)
def test_resembles(found: object, given: object, expected: bool) -> None:
    """Trimming, case, spaces, Unicode forms and a cut or added end make no difference."""
    assert resembles(found, given) is expected
