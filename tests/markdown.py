"""Tables in Markdown, for the pages that tests write."""

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with aligned columns, without a newline at its end."""
    rows = [*rows]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = "|".join(["", *("-" * (width + 2) for width in widths), ""])
    return "\n".join([_line(head, widths), rule, *(_line(row, widths) for row in rows)])


def _line(row: Sequence[str], widths: list[int]) -> str:
    texts = (text.ljust(width) for text, width in zip(row, widths, strict=True))
    return f"| {' | '.join(texts)} |"
