"""Steps of a guide: blocks of code and the places in files where the text puts them."""

import re
from dataclasses import dataclass
from pathlib import Path

_STEP = re.compile(r"In\s`([\w./-]+)`,\s(above|under)\s`([^`]+)`:\n\n```\w+\n(.*?)```", re.DOTALL)
# A line counts as the place only if the block is at most one level deeper.
_MAX_INDENT = 4


@dataclass(frozen=True)
class Step:
    """Insertion of a block above or under a line of a file."""

    file: str
    position: str
    line: str
    block: str

    def apply(self, root: Path) -> None:
        """Insert the block into the file of a repository."""
        path = root / self.file
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        [first, *_] = [index for index, line in enumerate(lines) if self._is_place(line)]
        if self.position == "above":
            lines.insert(first, self.block + "\n\n")
        else:
            lines.insert(first + 1, self.block)
        path.write_text("".join(lines), encoding="utf-8")

    def _is_place(self, line: str) -> bool:
        deeper = _indent(self.block) - _indent(line)
        return line.strip() == self.line and 0 <= deeper <= _MAX_INDENT


def steps(text: str) -> list[Step]:
    """Return the steps of a guide in their order."""
    return [Step(*match) for match in _STEP.findall(text)]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
