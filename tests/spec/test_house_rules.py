"""The spec keeps the house rules, and each rule sees the breaks that it is there for."""

from copy import deepcopy

import pytest

from tests.spec.document import load_document
from tests.spec.rule_violations import BREAKS, LIST, Break, in_place, operation
from tools.codegen.checks import house_rules as rules
from tools.codegen.checks.document import place

DOCUMENT = load_document()


def test_spec() -> None:
    """The spec breaks no house rule."""
    findings = rules.broken_rules(DOCUMENT)

    assert not findings, "\n" + "\n".join(map(str, findings))


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case.name.replace(" ", "-"))
def test_break(case: Break) -> None:
    """A rule sees its break and names the place."""
    broken = deepcopy(DOCUMENT)
    case.mutate(broken)

    findings = list(case.rule(broken))

    assert [place(finding.at) for finding in findings] == [case.place]
    assert set(findings) <= set(rules.broken_rules(broken))


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_rule_is_broken(rule: rules.Rule) -> None:
    """No rule goes without a break that proves it."""
    assert rule in [case.rule for case in BREAKS]


def test_deprecated() -> None:
    """An operation may say after its tags that it is deprecated."""
    broken = deepcopy(DOCUMENT)
    node = operation(broken, LIST)
    entries = list(node.items())
    node.clear()
    node.update([*entries[:4], ("deprecated", True), *entries[4:]])

    assert rules.broken_rules(broken) == []


def test_property_names() -> None:
    """A property may bear the name of a keyword."""
    names = ("properties", "required", "enum", "example", "x-source")
    properties = {name: {"type": "string"} for name in names}
    broken = deepcopy(DOCUMENT)
    in_place({"required": [], "properties": properties})(broken)

    assert rules.broken_rules(broken) == []
