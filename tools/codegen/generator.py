"""Generation of the package: the generator of openapi-python-client with our templates."""

import contextlib
import filecmp
import io
import json
import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from . import spec as facts_of
from .catalog import Catalog
from .checks.findings import Finding
from .checks.runner import Checked
from .generator_adapter import Config, ConfigFile, GeneratorData, GeneratorError, MetaType, Project
from .generator_findings import report_rules, report_unknown
from .literals import literal
from .operation_forms import normalize_operations
from .schemas.booleans import without_booleans
from .schemas.normalization import Normalized, normalize
from .schemas.refusals import finding_of
from .spec import DocumentError, Json
from .template_tables import TemplateTables

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generated" / "campaignkit_api"
# The generator writes these in any case; campaignkit_runtime takes their place.
STOCK_MODULES = ("client.py", "errors.py", "types.py")
STAMP = "Generated from openapi.yaml by `make generate`; do not edit."


class _CompiledTemplates(BytecodeCache):
    """Compiled templates of this process, because the generator compiles them for each package."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the content of a bucket."""
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _CompiledTemplates()


class GenerationError(Exception):
    """Error of the generation of a package."""


def project(checked: Checked, package: Path) -> Project:
    """Return the project of the generator, with the tables for our templates."""
    settings = ConfigFile(**checked.settings.value)
    config = Config.from_sources(
        settings, MetaType.NONE, ROOT / "openapi.yaml", "utf-8", overwrite=True, output_path=package
    )
    config.class_overrides = {**config.class_overrides}
    document = without_booleans(checked.document.value)
    normalized = _normalized(checked, document, config)
    data = _parsed(checked, normalized, config)
    result = Project(
        openapi=data, config=config, custom_template_path=ROOT / "overlays" / "templates"
    )
    result.env.bytecode_cache = _COMPILED
    tables = TemplateTables(document, data, config, normalized.unions)
    report_rules(checked.document, data, tables.rules.by_key)
    result.env.filters["literal"] = literal
    result.env.globals.update(tables.by_name())
    return result


def _normalized(checked: Checked, document: Json, config: Config) -> Normalized:
    """Return the document in the forms that the generator knows."""
    resources = [area.class_name for area in facts_of.areas(document).values()]
    operations = normalize_operations(facts_of.normalize_for_generator(document))
    try:
        return normalize(operations, config, resources)
    except DocumentError as error:
        raise checked.document.error([finding_of(message) for message in error.messages]) from None


def _parsed(checked: Checked, normalized: Normalized, config: Config) -> GeneratorData:
    """Return what the generator reads out of a document, with the names of the document."""
    data = GeneratorData.from_dict(normalized.document, config=config)
    if isinstance(data, GeneratorError):
        raise DocumentError(f"{data.header}: {data.detail}")
    report_unknown(checked.document, data)
    normalized.restore_names(data)
    return data


def build(checked: Checked, package: Path, *, stamp: str = STAMP) -> Project:
    """Write the package into a new folder; return the project that it was made of.

    Args:
        checked: The document and the settings.
        package: The folder.
        stamp: First line of each file, which says how it was made.

    Raises:
        DocumentError: The generator does not know a construct, or a rule of an extension cannot
            work.
        GenerationError: The generator itself failed.

    """
    try:
        return _build(checked, package, stamp)
    except (DocumentError, GenerationError):
        raise
    except Exception as error:
        raise GenerationError(_fault(error)) from error


def _build(checked: Checked, package: Path, stamp: str) -> Project:
    document = checked.document.value
    with _tools_on_path(), contextlib.redirect_stdout(io.StringIO()):
        result = project(checked, package)
        package.mkdir(parents=True)
        # The hooks of the generator format it with the rest.
        cast("Catalog", result.env.globals["catalog"]).write(package / "catalog")
        complaints = result.build()
    if complaints:
        settings = checked.settings
        raise settings.error([Finding(("post_hooks",), _hook_text(item)) for item in complaints])
    for name in STOCK_MODULES:
        (package / name).unlink()
    (package / "py.typed").write_text("", encoding="utf-8")
    for path in [*package.rglob("*.py"), package / "py.typed"]:
        text = path.read_text(encoding="utf-8")
        path.write_text(f"# {stamp}\n{text}", encoding="utf-8")
    (package / "openapi.json").write_text(_stamped_json(document, stamp), encoding="utf-8")
    return result


def _hook_text(complaint: GeneratorError) -> str:
    """Return the text for a hook that failed: the first line of its output."""
    detail = (complaint.detail or "").strip().partition("\n")[0]
    header = "" if complaint.header == "Skipping Integration" else f"{complaint.header}: "
    return f"{header}{detail}: correct the command"


def _fault(error: Exception) -> str:
    """Return the message of an unexpected error."""
    frames = traceback.extract_tb(error.__traceback__)
    location = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
    return (
        f"the generator failed with {type(error).__name__}: {error} in {location}. This is a fault"
        " of tools/codegen: --traceback shows more. Undo the last change of the document meanwhile."
    )


def _stamped_json(document: Json, stamp: str) -> str:
    stamped: dict[str, Any] = {"x-generated": stamp, **document}
    return json.dumps(stamped, indent=1, ensure_ascii=False).replace("{\n ", "{", 1) + "\n"


@contextlib.contextmanager
def _tools_on_path() -> Iterator[None]:
    """Put the ruff of this environment first on PATH, for the post-hooks."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent.absolute()), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


def differences(fresh: Path, package: Path) -> list[str]:
    """Return the relative paths of the files that differ between two folders."""
    names = {
        path.relative_to(folder)
        for folder in (fresh, package)
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return [str(name) for name in sorted(names) if not _is_same(fresh / name, package / name)]


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and filecmp.cmp(one, other, shallow=False)
