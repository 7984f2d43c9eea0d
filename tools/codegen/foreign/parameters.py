"""Optional parameters of a foreign document that no style can carry: they are removed."""

from collections.abc import Iterator

from ..checks.document import METHODS, Node
from ..checks.parameter_refusals import problems_of
from ..parameter_forms import merged_parameters, parameter_form


def drop_parameters(document: Node) -> Iterator[str]:
    """Remove the optional parameters that cannot be sent, and report each.

    Parameters of a path are moved to its operations.

    Yields:
        A line for each parameter that is removed.

    """
    for path, item in document["paths"].items():
        for method in [method for method in METHODS if method in item]:
            name = f"{method.upper()} {path}"
            kept = []
            for node in merged_parameters(document, item, item[method]):
                problem = next(iter(problems_of(document, parameter_form(node))), "")
                if problem and not node.get("required"):
                    yield f"without {node['in']} parameter {node['name']!r}: {name}"
                else:
                    kept.append(node)
            item[method]["parameters"] = kept
        item.pop("parameters", None)
