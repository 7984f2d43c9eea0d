"""Fields of bodies: where they are, and what the spec says of a field that is left out."""

from typing import Any

import pytest
from campaignkit_contract.spec.fields import documented_default, item_of
from campaignkit_contract.spec.schemas import Components


@pytest.mark.parametrize(
    ("description", "default"),
    [
        ("The default is 0.5.", 0.5),
        ("The default is unknown.", None),
        ("True if it is sent (the default).", True),
        ("If true, it is sent.", False),
        ("Name.", None),
    ],
)
def test_default(description: str, default: Any) -> None:
    """A default is read from the sentence of a description."""
    assert documented_default({"description": description}) == default


def test_item() -> None:
    """The fields of a bulk call are those of its first item."""
    contact = {"phoneNumber": "+12025550123"}

    assert item_of("callers_contacts_create", contact) == contact
    assert item_of("callers_contacts_create_bulk", {"contacts": [contact]}) == contact


def test_references_in_lists() -> None:
    """A reference within a list is one to the components too."""
    components = Components({"schemas": {"Word": {"type": "string"}}})
    validator = components.compile({"anyOf": [{"$ref": "#/components/schemas/Word"}]})

    assert validator.is_valid("a")
    assert not validator.is_valid(1)
