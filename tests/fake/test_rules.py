"""Every operation of the spec has a rule, and a key that may read may read all of it."""

from campaignkit_fake.engine.keys import READ_PERMISSIONS
from campaignkit_fake.rules import RULES

from .conftest import SPEC

OPERATIONS = {
    operation["operationId"]: operation
    for item in SPEC["paths"].values()
    for operation in item.values()
    if "operationId" in operation
}


def test_rules() -> None:
    """Each operation has a rule in the module of its area."""
    missing = [name for name in OPERATIONS if name not in RULES]
    folders = sorted({name.partition("_")[0] for name in missing})
    modules = " or ".join(f"overlays/campaignkit_fake/{folder}/" for folder in folders)

    assert not missing, f"add {', '.join(missing)} to RULES of a module in {modules}"


def test_unknown_rules() -> None:
    """No rule is for an operation that the spec does not have."""
    unknown = sorted(RULES.keys() - OPERATIONS.keys())

    assert not unknown, f"add to openapi.yaml, or remove from the fake: {', '.join(unknown)}"


def test_read_rules() -> None:
    """The read-only key has each permission to read that the spec names."""
    named = {operation.get("x-permission") or "" for operation in OPERATIONS.values()}
    missing = {name for name in named if name.endswith(":read")} - READ_PERMISSIONS

    assert not missing, (
        f"add the areas of {', '.join(sorted(missing))} to _AREAS in "
        "overlays/campaignkit_fake/engine/keys.py"
    )
