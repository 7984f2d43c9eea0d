"""Prose of the project, file by file, and the words and sentences that it must not have."""

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tools.codegen import spec

ROOT = Path(__file__).parents[2]

# House words for which English has a plainer one.
ARCHAIC = re.compile(
    r"\b(?:(?i:who(?:m|so)?ever|whom|whatever|nobody|somebody|anew|amounts? to|be it\b)"
    r"|(?i:is|are) (?:no|none)(?![-\w]))",
)
# More of them; the pages that tests write still have some.
WORDY = re.compile(
    r"\b(?i:alike|begun|but for|everybody|fares?|for ever|hence|in turn|lest|mends?|stands? for"
    r"|as (?:it|they) stands?|of (?:its|their) own|tells?|told|thus|twins?|whereby|wishe?[sd]?)\b"
)
# A condition of the spec begins with "if", and a thing is no person.
CONDITION = re.compile(r"\b(?:where|wherever|who|whose|anybody)\b", re.IGNORECASE)
MAX_WORDS = 20

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# Paragraphs, items of lists, arguments, cells of tables, and what a colon introduces.
_PART = re.compile(r"\n\s*\n|\n\s*(?:[-*|>#]|\d+\.|[\w*]+: )|:\n|\||\*\*")
_ALIGNED = re.compile(r"^.*(?:\S {2,}\S|──|[{};]$).*$", re.MULTILINE)
_CODE_BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_EXPRESSION = re.compile(r"{{.*?}}|{%.*?%}", re.DOTALL)
_TEMPLATE_TEXT = re.compile(r'"""(.*?)"""|{#(.*?)#}', re.DOTALL)
_HELP = re.compile(r"## (.*)$", re.MULTILINE)
_CAMEL_CASE = re.compile(r"\b[a-z]+(?:[A-Z][a-z0-9]+)+\b")
_PROSE_KEYS = ("summary", "description", "reason", "repeatable")


@cache
def _python(path: Path) -> tuple[list[str], set[str]]:
    """Return the constant texts of a module, and the names of its variables."""
    texts, names = [], set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.append(node.value)
        elif isinstance(node, ast.Name):
            names.add(node.id)
    return texts, names


def python_texts(path: Path) -> list[str]:
    """Return the docstrings and the messages of a module: every text with a space in it."""
    return [text for text in _python(path)[0] if " " in text]


def variables(path: Path) -> set[str]:
    """Return the names of the variables of a module."""
    return _python(path)[1]


def comments(path: Path) -> Iterator[str]:
    """Yield the comments of a module; lines that follow each other are one comment."""
    block: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.startswith("#"):
            block.append(text.lstrip("# "))
        elif block:
            yield " ".join(block)
            block = []


def markdown_text(path: Path) -> str:
    """Return the prose of a page, without its code."""
    return _CODE.sub("", _CODE_BLOCK.sub("", path.read_text(encoding="utf-8")))


def template_texts(path: Path) -> list[str]:
    """Return the docstrings and the comments of a template, without its expressions."""
    text = _EXPRESSION.sub("value", path.read_text(encoding="utf-8"))
    return [docstring or comment for docstring, comment in _TEMPLATE_TEXT.findall(text)]


@cache
def texts_of(path: Path) -> Sequence[str]:
    """Return the prose of a page or a module, with its comments."""
    if path.suffix == ".md":
        return [markdown_text(path)]
    if path.suffix == ".jinja":
        return template_texts(path)
    if path.name == "Makefile":
        return _HELP.findall(path.read_text(encoding="utf-8"))
    return [*python_texts(path), *comments(path)]


def archaic_words(text: str, pattern: re.Pattern[str] = ARCHAIC) -> list[str]:
    """Return the words of a text that have a plainer form."""
    return pattern.findall(" ".join(text.split()))


def findings(path: Path, pattern: re.Pattern[str] = ARCHAIC) -> list[str]:
    """Return the words of a file that have a plainer form."""
    return [word for text in texts_of(path) for word in archaic_words(text, pattern)]


def long_sentences(text: str) -> list[str]:
    """Return the sentences of more than twenty words."""
    sentences = _SENTENCE_END.split(" ".join(text.split()))
    return [sentence for sentence in sentences if len(sentence.split()) > MAX_WORDS]


def sentences_to_split(path: Path) -> list[str]:
    """Return the sentences of a file that are too long, without those of tables and code."""
    parts = (part for text in texts_of(path) for part in _PART.split(_ALIGNED.sub("", text)))
    return [sentence for part in parts for sentence in long_sentences(part)]


def bare_names(text: str) -> list[str]:
    """Return the JSON names of a text that are not in backticks."""
    return _CAMEL_CASE.findall(_CODE.sub("", text))


def spec_prose(node: Any, place: str = "#") -> Iterator[tuple[str, str, str]]:
    """Yield place, key and text of each summary, description and reason of a document."""
    if isinstance(node, list):
        for index, child in enumerate(node):
            yield from spec_prose(child, f"{place}/{index}")
    if not isinstance(node, dict) or place.rpartition("/")[2] in ("example", "examples", "value"):
        return
    # A property may have the name of a keyword; the schema of the property is then a mapping.
    for key, child in node.items():
        if key in _PROSE_KEYS and isinstance(child, str):
            yield place, key, child
        elif place.endswith("/x-source/assumed"):
            yield place, "reason", child
        else:
            yield from spec_prose(child, f"{place}/{key}")


def load_spec() -> dict[str, Any]:
    """Return the parsed openapi.yaml."""
    return spec.load(ROOT / "openapi.yaml")
