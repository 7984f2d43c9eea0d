"""Options of a list: its second page and its filters, on which no check of access depends."""

import json
from collections.abc import Iterator
from dataclasses import replace

from ...spec.document import packaged_operations
from ...spec.routes import Operation
from .filtered_list import filter_parameters
from .matrix import MatrixRun
from .paged_list import second_page
from .rejected_calls import RejectedCall
from .scenes import Scene

Options = dict[str, dict[str, str]]
"""Values of optional parameters, by label."""
_SECOND_PAGE = "for the second page"


def list_options(run: MatrixRun, scene: Scene) -> Options:
    """Return the options of a list; none for a live run, which has few requests."""
    if not run.target.reset_server:
        return {}
    options = {_SECOND_PAGE: second_page(scene), "with filters": _filters(scene.operation)}
    return {label: values for label, values in options.items() if values}


def with_options(case: RejectedCall, options: Options) -> Iterator[RejectedCall]:
    """Yield a call that must be rejected with each option. A page is that of the own list."""
    for label, values in options.items() if case.headers is None else ():
        if case.key or label != _SECOND_PAGE:
            cell = f"{case.cell}, {label}"
            yield replace(case, cell=cell, values={**case.values, **values}, unknown=None)


def _filters(operation: Operation) -> dict[str, str]:
    """Return the documented example of each filter of a list."""
    nodes = {node["name"]: node for node in packaged_operations()[operation.id].parameters}
    examples = {
        parameter.name: nodes[parameter.name].get("example")
        for parameter in filter_parameters(operation)
    }
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in examples.items()
        if value is not None
    }
