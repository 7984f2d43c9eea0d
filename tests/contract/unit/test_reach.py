"""The cells of a mutant with many operations are spread over methods and vendors."""

from campaignkit_contract.spec.document import packaged_operations

from ..mutation.reach import spread


def test_spread() -> None:
    """The first operations have every method of both vendors; unknown names are left out."""
    nodes = packaged_operations()
    order = spread([*nodes, "unknown"])
    first = [(nodes[name].vendor, nodes[name].method) for name in order[:8]]

    assert sorted(order) == sorted(nodes)
    assert len(set(first)) == 8
