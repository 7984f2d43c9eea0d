"""Operators on the syntax of the fake's rules: comparisons, constants, statements, filters."""

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import NamedTuple

_FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
}
_MOVED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
}
# Calls without which the argument itself is used.
_WRAPPERS = {"deepcopy", "dict", "list", "min", "max", "normalize_number", "set", "sorted"}
_STATUSES = (400, 403, 404, 409, 422)
# The documents name these. Every other code is the fake's own.
_CODES = {"AUDIENCE_NOT_READY", "IDEMPOTENCY_CONFLICT", "INSUFFICIENT_CREDITS"}


class Variant(NamedTuple):
    """Replacement of one node."""

    operator: str
    text: str
    """Source of the changed part."""
    node: ast.AST


def variants(node: ast.AST) -> Iterator[Variant]:
    """Yield every replacement of a node, in a fixed order."""
    for operator in _OPERATORS:
        yield from operator(node)


def _copy(node: ast.AST, **fields: object) -> ast.AST:
    """Return a copy of a node with other fields."""
    copied = deepcopy(node)
    for name, value in fields.items():
        setattr(copied, name, value)
    return copied


def _comparisons(node: ast.AST) -> Iterator[Variant]:
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        return
    for name, table in (("comparison flipped", _FLIPPED), ("bound moved", _MOVED)):
        if other := table.get(type(node.ops[0])):
            yield Variant(name, ast.unparse(node), _copy(node, ops=[other()]))


def _conditions(node: ast.AST) -> Iterator[Variant]:
    if isinstance(node, ast.BoolOp):
        for index in range(len(node.values)):
            values = [value for at, value in enumerate(node.values) if at != index]
            left = values[0] if len(values) == 1 else _copy(node, values=values)
            text = f"{ast.unparse(node.values[index])} in {ast.unparse(node)}"
            yield Variant("condition dropped", text, deepcopy(left))
    if isinstance(node, ast.IfExp):
        for name in ("body", "orelse"):
            text = f"{ast.unparse(getattr(node, name))} of {ast.unparse(node)}"
            yield Variant("alternative lost", text, deepcopy(getattr(node, name)))
    if isinstance(node, ast.If) and not _raises(node.body):
        for value in (True, False):
            changed = _copy(node, test=ast.Constant(value))
            yield Variant("branch forced", f"{value} for {ast.unparse(node.test)}", changed)


def _constants(node: ast.AST) -> Iterator[Variant]:
    if not isinstance(node, ast.Constant):
        return
    if isinstance(node.value, bool):
        yield Variant("boolean flipped", str(node.value), ast.Constant(not node.value))
    elif isinstance(node.value, int) and node.value not in _STATUSES:
        for step in (1, -1):
            text = f"{node.value} becomes {node.value + step}"
            yield Variant("off by one", text, ast.Constant(node.value + step))


def _filters(node: ast.AST) -> Iterator[Variant]:
    if not isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
        return
    for index, generator in enumerate(node.generators):
        for at, test in enumerate(generator.ifs):
            rest = [other for place, other in enumerate(generator.ifs) if place != at]
            inverted = ast.UnaryOp(ast.Not(), test)
            for name, ifs in (("filter lost", rest), ("filter inverted", [*rest, inverted])):
                copied = deepcopy(node)
                copied.generators[index].ifs = deepcopy(ifs)
                yield Variant(name, ast.unparse(test), copied)
    if isinstance(node, ast.ListComp):
        reversed_ = ast.Subscript(
            deepcopy(node), ast.Slice(step=ast.UnaryOp(ast.USub(), ast.Constant(1))), ast.Load()
        )
        yield Variant("order reversed", ast.unparse(node), reversed_)


def _statements(node: ast.AST) -> Iterator[Variant]:
    text = ast.unparse(node) if isinstance(node, ast.stmt) else ""
    match node:
        case ast.Expr(value=ast.Call()) | ast.Delete():
            yield Variant("statement removed", text, ast.Pass())
        case ast.AugAssign() | ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield Variant("write removed", text, ast.Pass())
        case ast.If(body=body) if _raises(body):
            changed = _copy(node, test=ast.Constant(value=False))
            yield Variant("refusal removed", ast.unparse(node.test), changed)
        case ast.Try(handlers=[ast.ExceptHandler(body=body)]) if _raises(body):
            copied = deepcopy(node)
            copied.handlers[0].body = [ast.Return(ast.Constant(None))]
            yield Variant("error swallowed", text, copied)


def _calls(node: ast.AST) -> Iterator[Variant]:
    if not isinstance(node, ast.Call):
        return
    text = ast.unparse(node)
    name = node.func.attr if isinstance(node.func, ast.Attribute) else _name(node.func)
    if name in _WRAPPERS and node.args and not node.keywords:
        yield Variant("call unwrapped", text, deepcopy(node.args[-1]))
    if name == "get" and len(node.args) == 2:
        yield Variant("default lost", text, _copy(node, args=node.args[:1]))
    if name == "tick" and not node.args and isinstance(node.func, ast.Attribute):
        now = ast.Attribute(deepcopy(node.func.value), "now", ast.Load())
        yield Variant("time not moved", text, now)
    for index, keyword in enumerate(node.keywords):
        if name != "ApiError" and keyword.arg and isinstance(keyword.value, ast.Constant):
            kept = [other for at, other in enumerate(node.keywords) if at != index]
            yield Variant("argument lost", f"{keyword.arg} of {text}", _copy(node, keywords=kept))


def _errors(node: ast.AST) -> Iterator[Variant]:
    if not isinstance(node, ast.Call) or _name(node.func) not in {"ApiError", "invalid_request"}:
        return
    match node.args:
        case [ast.Constant(value=int(status)), *rest]:
            other = _STATUSES[(_STATUSES.index(status) + 1) % 5] if status in _STATUSES else 400
            changed = _copy(node, args=[ast.Constant(other), *rest])
            yield Variant("wrong status", f"{ast.unparse(node)} becomes {other}", changed)
    for keyword in node.keywords:
        if isinstance(keyword.value, ast.Constant) and keyword.value.value in _CODES:
            others = [other for other in node.keywords if other is not keyword]
            yield Variant("wrong code", ast.unparse(node), _copy(node, keywords=others))


def _dicts(node: ast.AST) -> Iterator[Variant]:
    if not isinstance(node, ast.Dict) or len(node.keys) < 2:
        return
    for index, key in enumerate(node.keys):
        text = ast.unparse(key) if key else f"**{ast.unparse(node.values[index])}"
        keys = [other for at, other in enumerate(node.keys) if at != index]
        values = [other for at, other in enumerate(node.values) if at != index]
        yield Variant("entry lost", text, _copy(node, keys=keys, values=values))
        following = (index + 1) % len(node.keys)
        if key and node.keys[following]:
            values = list(node.values)
            values[index] = values[following]
            yield Variant("value of another", text, _copy(node, values=values))


def _arithmetic(node: ast.AST) -> Iterator[Variant]:
    if isinstance(node, ast.BinOp) and (other := _ARITHMETIC.get(type(node.op))):
        yield Variant("arithmetic changed", ast.unparse(node), _copy(node, op=other()))


def _raises(body: list[ast.stmt]) -> bool:
    return isinstance(body[-1], ast.Raise)


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""


_OPERATORS: tuple[Callable[[ast.AST], Iterator[Variant]], ...] = (
    _comparisons,
    _conditions,
    _constants,
    _filters,
    _statements,
    _calls,
    _errors,
    _dicts,
    _arithmetic,
)
