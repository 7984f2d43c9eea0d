"""No mistake of a person ends in a traceback: each is named with file, line and what to write."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tools.codegen import cli

FOLDER = Path(__file__).parent / "mistakes"
DOCUMENT, SETTINGS = "openapi.yaml", "generator-config.yml"


@dataclass(frozen=True)
class Mistake:
    """Change of a file that is correct before, and the messages that it must give."""

    name: str
    file: str
    old: str
    new: str
    messages: list[str]


def mistakes() -> list[Mistake]:
    """Return the corpus."""
    parser = YAML(typ="safe", pure=True)
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.name != DOCUMENT:
            file = SETTINGS if path.stem == "settings" else DOCUMENT
            found += [Mistake(file=file, **each) for each in parser.load(path)]
    return found


CASES = mistakes()


def generate(folder: Path) -> int:
    """Generate from the files of a folder."""
    files = ["--spec", str(folder / DOCUMENT), "--config", str(folder / SETTINGS)]
    return cli.main([*files, "--output", str(folder / "harbour_api")])


def prepare(folder: Path) -> None:
    """Write the correct files, and a package that must stay."""
    for name in (DOCUMENT, SETTINGS):
        shutil.copy(FOLDER / name, folder)
    (folder / "harbour_api").mkdir()
    (folder / "harbour_api" / "old.py").write_text("")


@pytest.mark.grid(one_in=3)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_mistake(case: Mistake, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The messages are these, the exit code is 1, and nothing is written."""
    prepare(tmp_path)
    text = (tmp_path / case.file).read_text(encoding="utf-8")
    assert text.count(case.old) == 1
    (tmp_path / case.file).write_text(text.replace(case.old, case.new), encoding="utf-8")

    assert generate(tmp_path) == 1
    assert capsys.readouterr().err.splitlines()[:-1] == case.messages
    assert [path.name for path in (tmp_path / "harbour_api").iterdir()] == ["old.py"]


def test_corpus() -> None:
    """The corpus has at least 80 mistakes, each with a name of its own."""
    assert len({case.name for case in CASES}) == len(CASES) >= 80


def test_correct(tmp_path: Path) -> None:
    """Without a mistake the document is generated."""
    prepare(tmp_path)

    assert generate(tmp_path) == 0
    assert not (tmp_path / "harbour_api" / "old.py").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "openapi.yaml:1: the file is empty: write a mapping of keys"),
        (b"# only a comment\n", "openapi.yaml:1: must be a mapping of keys, got null"),
        (b"openapi: 3.1.0\ninfo: {title: Caf\xe9}\n", "openapi.yaml:2: byte 0xe9 is not UTF-8."),
        ("openapi: 3.1.0".encode("utf-16"), "openapi.yaml:1: byte 0xff is not UTF-8."),
        (b"[" * 700, "openapi.yaml:1: is nested too deeply to be read: use references"),
    ],
    ids=["empty", "comment", "latin-1", "utf-16", "deep"],
)
def test_file(
    content: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that holds no document is named, and says why."""
    prepare(tmp_path)
    (tmp_path / DOCUMENT).write_bytes(content)

    assert generate(tmp_path) == 1
    assert capsys.readouterr().err.startswith(message)


def test_both_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Mistakes of both files are reported at once."""
    prepare(tmp_path)
    (tmp_path / DOCUMENT).unlink()
    (tmp_path / SETTINGS).write_text("a: [")

    assert generate(tmp_path) == 1
    shown = capsys.readouterr().err.splitlines()
    assert shown[0].startswith("generator-config.yml:1: is not YAML")
    assert shown[1].endswith("openapi.yaml: file not found. Correct the path.")


def test_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder in place of the document is named."""
    assert cli.main(["--spec", str(tmp_path), "--output", str(tmp_path / "x")]) == 1
    assert f"{tmp_path}: must be a YAML or JSON file, got a folder." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"openapi": "3.1.0",}', "openapi.json:1: is not JSON: "),
        ('{"a": 1,\n "a": 2}', "openapi.json:2: a: key 'a' is in line 1 already: remove one"),
        (
            f'{{"a": {"[" * 200}{"]" * 200}}}',
            "openapi.json:1: a/0/0: is nested more than 100 deep: use references",
        ),
    ],
    ids=["comma", "twice", "deep"],
)
def test_json(text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A JSON document is checked in the same way."""
    (tmp_path / "openapi.json").write_text(text)

    spec = str(tmp_path / "openapi.json")
    assert cli.main(["--spec", spec, "--output", str(tmp_path / "x")]) == 1
    assert capsys.readouterr().err.startswith(message)
