"""Each construct that the generator does not know is refused by name, at its place."""

from dataclasses import dataclass

import pytest

from tools.codegen.checks.document import Node
from tools.codegen.checks.refusals import REFUSALS, refused_constructs


@dataclass(frozen=True)
class Refused:
    """Schema of a component `Crate` with a refused construct, and the expected message."""

    name: str
    schema: Node
    message: str


CASES = (
    Refused(
        "external reference",
        {"properties": {"size": {"$ref": "common.yaml#/Size"}}},
        "#/components/schemas/Crate at properties/size: external reference 'common.yaml#/Size': "
        "copy its target to components and refer to it",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_refused(case: Refused) -> None:
    """The message names the place, the construct and what to write."""
    document = {"paths": {}, "components": {"schemas": {"Crate": case.schema}}}

    assert [str(finding) for finding in refused_constructs(document)] == [case.message]


# Those of operations are tested in test_refused_operations.
@pytest.mark.parametrize("refusal", REFUSALS[:1], ids=lambda refusal: refusal.__name__)
def test_each_is_tested(refusal: object) -> None:
    """No refusal is without a case."""
    documents = [{"paths": {}, "components": {"schemas": {"Crate": each.schema}}} for each in CASES]

    assert callable(refusal)
    assert any([*refusal(document)] for document in documents)
