"""Preparation of an operation: the target is reset, and what a call needs is made."""

from ...options import naming_setting
from ...spec.routes import Operation
from ...targets.target import SkipCheck
from ..identifiers import id_parameters
from .matrix import MatrixRun
from .scenes import Scene, arrange


def prepare(run: MatrixRun, operation: Operation, example: str = "") -> Scene:
    """Bring a target into the state in which a call of an operation succeeds.

    Args:
        run: The run.
        operation: The operation.
        example: Name of the example body; the first one by default.

    Raises:
        SkipCheck: A resource that the call needs is not known, or cannot be made.
    """
    target = run.target
    if target.reset_server:
        run.trace_ids.clear()  # A reset server may count them anew.
    if target.method(operation) == "GET":
        target.reset()
        found = _discovered(run, operation)
        if name := target.unknown_parameter(operation, found):
            vendor = target.route(operation).vendor
            raise SkipCheck(f"no list shows a {name}: set {naming_setting(f'{vendor} {name}')}")
        return Scene(target, operation, found)
    if target.reset_server:
        target.reset_server()  # also after reads, because reads of jobs take time
        run.sandbox.forget()
    return arrange(target, run.sandbox, operation, example)


def _discovered(run: MatrixRun, operation: Operation) -> dict[str, str]:
    """Return the first discovered id of each parameter; configured ids come first."""
    vendor, target = run.target.route(operation).vendor, run.target
    found = {name: run.siblings.own.get((vendor, name), []) for name in id_parameters(operation)}
    return {
        name: values[0]
        for name, values in found.items()
        if values and not target.known_ids(vendor, name)
    }
