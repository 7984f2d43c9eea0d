"""Texts of tools, from those of the catalog."""

import re

from campaignkit_runtime.catalog import OperationEntry

_METHOD = re.compile(r"`(\w+)\.(\w+)\.(\w+)`")
_SENTENCE = re.compile(r"(?<=[.!?]) ")
# Sentences about pages, which tools do not have, about documents and errors, and what the summary
# says too. Agents read all descriptions before they do anything.
_LEFT_OUT = re.compile(
    r"Raises a conflict|Pages are numbered|Known only from|Signals of|The list is complete"
    r"|(?:Returns|Lists) (?:the|all|each|metadata|memories)\b"
)
_EFFECTS = {
    "reaches-people": "The user is asked first, because it can contact real people.",
    "irreversible": "The user is asked first, because it cannot be undone.",
}


def describe_tool(entry: OperationEntry) -> str:
    """Return what a tool does, in a few sentences."""
    text = _METHOD.sub(r"`\1_\2_\3`", entry.description)
    kept = [part for part in _SENTENCE.split(text) if part and not _LEFT_OUT.match(part)]
    return " ".join(
        part for part in [f"{entry.summary}.", *kept, _EFFECTS.get(entry.effect)] if part
    )
