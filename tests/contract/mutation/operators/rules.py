"""Mutants whose bug is in the rule of an operation."""

from collections.abc import Callable
from typing import Any

from campaignkit_contract.spec.document import OperationNode

from ..mutant import Mutant, RuleCall

RuleBug = Callable[[RuleCall], Any]


def rule_mutant(name: str, operation: OperationNode, place: str, bug: RuleBug) -> Mutant:
    """Return the mutant of an operator at one place of an operation."""
    name_of_place = f": {place}" if place else ""
    return Mutant(
        f"{name}: {operation.id}{name_of_place}",
        place or "of the rule",
        (operation.id,),
        rule=bug,
        operator=name,
    )


def creates(operation: OperationNode) -> bool:
    """Return True if an operation only adds, so that it changes no record."""
    is_addition = operation.method == "POST" and not path_names(operation)
    return is_addition or bool({"201", "202"} & operation.node["responses"].keys())


def path_names(operation: OperationNode) -> list[str]:
    """Return the path parameters of an operation, the last one last."""
    return [item["name"] for item in operation.parameters if item["in"] == "path"]


def query_names(operation: OperationNode) -> list[str]:
    """Return the optional query parameters of an operation."""
    optional = [item for item in operation.parameters if not item.get("required")]
    return [item["name"] for item in optional if item["in"] == "query"]
