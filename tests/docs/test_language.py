"""Texts are plain English: no archaic words, short sentences, names as the reader uses them."""

from pathlib import Path

import pytest

from tests.docs import prose
from tools.codegen.spec import resolve

FOLDERS = (
    *("overlays", "generated", "benchmarks", "examples"),
    *("tools/codegen", "tools/release"),
    *("tests/contract", "tests/fault_matrix", "tests/soak"),
)
FILES = [
    prose.ROOT / "README.md",
    prose.ROOT / "CHANGELOG.md",
    prose.ROOT / "Makefile",
    *sorted((prose.ROOT / "overlays" / "templates").rglob("*.jinja")),
    *sorted((prose.ROOT / "docs").rglob("*.md")),
    *(path for folder in FOLDERS for path in sorted((prose.ROOT / folder).rglob("*.py"))),
]
# Pages whose words come from the tests.
FROM_TESTS = {"docs/coverage.md"}
STRICT_FILES = {
    name: path
    for path in FILES
    if (name := path.relative_to(prose.ROOT).as_posix()) not in FROM_TESTS
}


def is_ours(path: Path) -> bool:
    """Return True for a module of the packages and of the generator, not of the tests."""
    return path.relative_to(prose.ROOT).parts[0] in ("overlays", "tools")


SPEC = list(prose.spec_prose(prose.load_spec()))


def test_words() -> None:
    """No docstring, message or page uses a word that has a plainer form."""
    archaic = {
        path.relative_to(prose.ROOT).as_posix(): words
        for path in FILES
        if (words := prose.findings(path))
    }

    assert archaic == {}


def test_wordy() -> None:
    """No text uses a longer or older form of a plain word."""
    wordy = {
        name: words
        for name, path in STRICT_FILES.items()
        if (words := prose.findings(path, prose.WORDY))
    }

    assert wordy == {}


def test_sentences() -> None:
    """A sentence of a docstring, a message or a page has at most twenty words."""
    long = {
        name: sentences
        for name, path in STRICT_FILES.items()
        if (sentences := prose.sentences_to_split(path))
    }

    assert long == {}


def test_variables() -> None:
    """A loop variable has the noun of its value: no variable is called `each`."""
    modules = [path for path in FILES if path.suffix == ".py" and is_ours(path)]
    unnamed = [path.name for path in modules if "each" in prose.variables(path)]

    assert len(modules) > 300
    assert unnamed == []


def test_spec_words() -> None:
    """The spec states conditions with if, and persons as persons only."""
    words = {
        (place, key): found
        for place, key, text in SPEC
        if (
            found := prose.archaic_words(text)
            + prose.archaic_words(text, prose.WORDY)
            + prose.CONDITION.findall(text)
        )
    }

    assert words == {}


def test_spec_sentences() -> None:
    """A sentence of the spec has at most twenty words."""
    long = {place: found for place, _, text in SPEC if (found := prose.long_sentences(text))}

    assert long == {}


def test_spec_names() -> None:
    """A description has JSON names in backticks, so that they become Python names."""
    bare = {
        place: found
        for place, key, text in SPEC
        if key in ("summary", "description") and (found := prose.bare_names(text))
    }

    assert bare == {}


def test_spec_summaries() -> None:
    """The summary of an operation is short and has no full stop."""
    summaries = [text for place, key, text in SPEC if key == "summary" and "/paths/" in place]

    assert len(summaries) > 70
    assert [text for text in summaries if text.endswith(".") or len(text.split()) > 12] == []


def test_spec_attributes() -> None:
    """Every property has a description, of its own or of the schema that it refers to."""
    document = prose.load_spec()
    bare = [
        f"{name}.{field}"
        for name, schema in document["components"]["schemas"].items()
        for field, declared in schema.get("properties", {}).items()
        if not declared.get("description") and not resolve(document, declared).get("description")
    ]

    assert bare == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Whatever it is, NOBODY\nknows.", ["Whatever", "NOBODY"]),
        ("It is no number, and there is none.", ["is no", "is none"]),
        ("This amounts  to nothing.", ["amounts to"]),
        ("It is not a number; there are nonempty notes.", []),
    ],
)
def test_archaic(text: str, expected: list[str]) -> None:
    """A word is found in any case and across lines, and only as a whole."""
    assert prose.archaic_words(text) == expected


def test_long() -> None:
    """The limit is twenty words, and holds for each sentence by itself."""
    short = "word " * 19 + "word."

    assert prose.long_sentences(f"{short} {short}") == []
    assert prose.long_sentences(f"{short} word {short}") == [f"word {short}"]


def test_bare() -> None:
    """A name in backticks and a word of prose are not bare names."""
    assert prose.bare_names("Set `leadId`, then LinkedIn and leadIds.") == ["leadIds"]


def test_python(tmp_path: Path) -> None:
    """Docstrings, messages, parts of formatted messages and comments are read, names are not."""
    module = tmp_path / "module.py"
    module.write_text(
        '"""Nobody here."""\n# nobody\nnobody = f"{1} is none of it"\nraise E("be it so")\n'
    )

    assert prose.findings(module) == ["Nobody", "is none", "be it", "nobody"]


def test_template(tmp_path: Path) -> None:
    """Docstrings and comments of a template are read, its expressions and code are not."""
    template = tmp_path / "module.py.jinja"
    template.write_text('{# Whom #}\n"""{{ nobody }} is none."""\nnobody = {{ nobody }}\n')

    assert prose.findings(template) == ["Whom", "is none"]


def test_help(tmp_path: Path) -> None:
    """The help of a Makefile is read, its recipes are not."""
    makefile = tmp_path / "Makefile"
    makefile.write_text("clean:  ## remove whatever is left\n\trm nobody\n")

    assert prose.findings(makefile) == ["whatever"]


def test_markdown(tmp_path: Path) -> None:
    """Code of a page is not prose."""
    page = tmp_path / "page.md"
    page.write_text("Whom?\n\n```python\nnobody = 1\n```\n\n`anew`\n")

    assert prose.findings(page) == ["Whom"]


def test_parts(tmp_path: Path) -> None:
    """Items of lists, arguments and rows of tables are sentences by themselves."""
    half = "word " * 11
    page = tmp_path / "page.md"
    page.write_text(f"{half}\n- {half}\n| {half} | {half} |\n\n{half}:\n\n{half}\na  {half * 2}\n")
    long = tmp_path / "long.md"
    long.write_text(f"\n- {half}\n  {half}\n")

    assert prose.sentences_to_split(page) == []
    assert prose.sentences_to_split(long) == [f"{half}{half}".strip()]
