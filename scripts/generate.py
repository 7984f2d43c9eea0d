"""Write generated/campaignkit_api from openapi.yaml, or check that it is current.

docs/coverage.md, which lists the operations and their sources, is written with it.
"""

import argparse
import contextlib
import difflib
import filecmp
import io
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import document as facts_of
import provenance
from batches import Batches
from credentials import Credentials
from document import DocumentError, Json
from encoding import Encodings
from headers import name_headers
from jobs import Jobs
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from pagination import Paginations
from payload import Payloads, optional_headers, successes
from pydantic import ValidationError
from reading import Readings
from signatures import Signatures, keyword
from verification import Verifications

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generated" / "campaignkit_api"
COVERAGE = ROOT / "docs" / "coverage.md"
# The generator writes these in any case; campaignkit_runtime takes their place.
STOCK_MODULES = ("client.py", "errors.py", "types.py")
STAMP = "Generated from openapi.yaml by `make generate`; do not edit."


class GenerationError(Exception):
    """The package was not generated; the message says why."""


def read_config(path: Path) -> ConfigFile:
    """The generator's settings; a GenerationError names a key that it does not know."""
    settings = facts_of.parse_yaml(path.read_text(encoding="utf-8")) or {}
    known = list(ConfigFile.model_fields)
    for key in settings:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise GenerationError(f"{path.name}: unknown key {key!r}{hint}")
    try:
        return ConfigFile(**settings)
    except ValidationError as error:
        raise GenerationError(f"{path.name}: {error}") from error


def project(document: Json, settings: ConfigFile, package: Path) -> Project:
    """The generator's project, with what our templates ask for beyond its own data."""
    config = Config.from_sources(
        settings, MetaType.NONE, ROOT / "openapi.yaml", "utf-8", overwrite=True, output_path=package
    )
    data = GeneratorData.from_dict(facts_of.as_generated(document), config=config)
    if isinstance(data, GeneratorError):
        raise GenerationError(f"{data.header}: {data.detail}")
    made = Project(
        openapi=data, config=config, custom_template_path=ROOT / "overlays" / "templates"
    )
    payloads = Payloads(data.models)
    name_headers(data.endpoint_collections_by_tag.values(), payloads, config)
    facts = facts_of.facts(document)
    verifications = Verifications(document, data.endpoint_collections_by_tag, payloads)
    made.env.globals.update(
        operations=facts,
        credentials=Credentials(document),
        areas=facts_of.areas(document),
        vendors=facts_of.vendors(document),
        payloads=payloads,
        readings=Readings(document),
        encodings=Encodings(data.endpoint_collections_by_tag.values(), payloads),
        keyword=keyword,
        verifications=verifications,
        signatures=Signatures(facts, payloads, verifications),
        paginations=Paginations(document, payloads),
        jobs=Jobs(document, data.endpoint_collections_by_tag, payloads),
        batches=Batches(document, payloads),
        successes=successes,
        optional_headers=optional_headers,
    )
    return made


def build(spec: Path, settings: ConfigFile, package: Path) -> None:
    """Write the package into an empty folder; a warning of the generator is an error."""
    document = facts_of.load(spec)
    with _tools_on_path(), contextlib.redirect_stdout(io.StringIO()):
        made = project(document, settings, package)
        package.mkdir(parents=True)
        complaints = made.build()
    if complaints:
        lines = [f"{c.header.strip()} {c.detail or ''}".strip() for c in complaints]
        raise GenerationError("\n".join(lines))
    for name in STOCK_MODULES:
        (package / name).unlink()
    (package / "py.typed").write_text("", encoding="utf-8")
    for path in [*package.rglob("*.py"), package / "py.typed"]:
        text = path.read_text(encoding="utf-8")
        path.write_text(f"# {STAMP}\n{text}", encoding="utf-8")
    (package / "openapi.json").write_text(_stamped_json(document), encoding="utf-8")


def _stamped_json(document: Json) -> str:
    stamped: dict[str, Any] = {"x-generated": STAMP, **document}
    return json.dumps(stamped, indent=1, ensure_ascii=False).replace("{\n ", "{", 1) + "\n"


@contextlib.contextmanager
def _tools_on_path() -> Iterator[None]:
    """The post-hooks run the ruff of this interpreter's environment, whatever the caller's PATH."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent.absolute()), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


def replace(fresh: Path, package: Path) -> None:
    """Put the fresh package in the place of the old one, whole."""
    package.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(fresh, package)


def differences(fresh: Path, package: Path) -> list[str]:
    """The files that differ between two folders, by their path within them."""
    names = {
        path.relative_to(folder)
        for folder in (fresh, package)
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return [str(name) for name in sorted(names) if not _is_same(fresh / name, package / name)]


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and filecmp.cmp(one, other, shallow=False)


def main(argv: Sequence[str] | None = None) -> int:
    """Generate, or check; exit code 1 with the reason on standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spec", type=Path, default=ROOT / "openapi.yaml")
    parser.add_argument("--config", type=Path, default=ROOT / "generator-config.yml")
    parser.add_argument("--output", type=Path, default=PACKAGE)
    parser.add_argument("--check", action="store_true", help="compare only, change nothing")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "campaignkit_api"
        try:
            build(options.spec, read_config(options.config), fresh)
        except (DocumentError, GenerationError) as error:
            sys.stderr.write(f"not generated: {error}\n")
            return 1
        stale = differences(fresh, options.output)
        if not options.check:
            replace(fresh, options.output)
            if options.output == PACKAGE:
                COVERAGE.write_text(provenance.page(facts_of.load(options.spec)), encoding="utf-8")
            sys.stdout.write(f"{options.output.name}: {len(stale)} files changed\n")
            return 0
    for name in stale:
        sys.stderr.write(f"{options.output / name} is not what openapi.yaml gives\n")
    if stale:
        sys.stderr.write("run `make generate` and commit the result\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
