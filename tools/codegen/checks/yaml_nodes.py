"""Nodes of a YAML text: the lines of its places, and keys that are written twice."""

from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .document import Pointer
from .findings import Finding


class Lines:
    """Lines of the places in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root: Node | None = None

    def of(self, at: Pointer) -> int:
        """Return the line of a place, or of the nearest place around it."""
        if self._root is None:
            self._root = composed(self._text)
        node, line = self._root, 1
        for step in at:
            match node:
                case MappingNode():
                    entries = {
                        key.value: (key, value)
                        for key, value in node.value
                        if isinstance(key, ScalarNode)
                    }
                    if str(step) not in entries:
                        return line
                    key, node = entries[str(step)]
                    line = key.start_mark.line + 1
                case SequenceNode() if isinstance(step, int) and step < len(node.value):
                    node = node.value[step]
                    line = node.start_mark.line + 1
                case _:
                    return line
        return line


def composed(text: str) -> Node:
    """Return the root of a text; raise YAMLError if it is not YAML."""
    node: Node
    try:
        node = YAML(typ="safe").compose(text)
    except YAMLError:
        node = YAML(typ="safe", pure=True).compose(text)
    return node


def duplicates(node: Node, at: Pointer = ()) -> Iterator[Finding]:
    """Yield each key that a mapping has twice."""
    match node:
        case MappingNode():
            first_lines: dict[str, int] = {}
            for key, value in node.value:
                line = key.start_mark.line + 1
                if not isinstance(key, ScalarNode):
                    continue
                if key.value in first_lines:
                    text = (
                        f"key {key.value!r} is in line {first_lines[key.value]} already: remove one"
                    )
                    yield Finding((*at, key.value), text, line)
                first_lines.setdefault(key.value, line)
                yield from duplicates(value, (*at, key.value))
        case SequenceNode():
            for index, value in enumerate(node.value):
                yield from duplicates(value, (*at, index))
