"""Generation of the package: the generator of openapi-python-client with our templates."""

import contextlib
import difflib
import filecmp
import io
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from pydantic import ValidationError

from . import spec as facts_of
from .annotations import Annotations
from .batching import Batches
from .catalog import Catalog
from .credentials import Credentials
from .decoders import DecoderExpressions
from .docstrings import Docstrings
from .encoders import Encodings
from .headers import name_headers
from .literals import literal
from .methods import Methods
from .operation_forms import complete_endpoints, normalize_operations, operation_forms
from .operation_info import operation_info
from .pagination import Paginations
from .payloads import Payloads, optional_headers, successes
from .polling import Jobs
from .python_names import PythonNames
from .requests import Requests
from .response_forms import media_of_response
from .runtime_names import RuntimeNames
from .schemas.booleans import without_booleans
from .schemas.normalization import normalize
from .signatures import Signatures, keyword
from .spec import Json
from .verify import Verifications

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generated" / "campaignkit_api"
# The generator writes these in any case; campaignkit_runtime takes their place.
STOCK_MODULES = ("client.py", "errors.py", "types.py")
STAMP = "Generated from openapi.yaml by `make generate`; do not edit."


class GenerationError(Exception):
    """The package was not generated; the message says why."""


def read_config(path: Path) -> ConfigFile:
    """Return the settings of the generator; raise GenerationError for an unknown key."""
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
    """Return the project of the generator, with the tables for our templates."""
    config = Config.from_sources(
        settings, MetaType.NONE, ROOT / "openapi.yaml", "utf-8", overwrite=True, output_path=package
    )
    document = without_booleans(document)
    info = operation_info(document)
    config.class_overrides = {**config.class_overrides}
    resources = [area.class_name for area in facts_of.areas(document).values()]
    operations = normalize_operations(facts_of.normalize_for_generator(document))
    normalized = normalize(operations, config, resources)
    data = GeneratorData.from_dict(normalized.document, config=config)
    if isinstance(data, GeneratorError):
        raise GenerationError(f"{data.header}: {data.detail}")
    normalized.restore_names(data)
    made = Project(
        openapi=data, config=config, custom_template_path=ROOT / "overlays" / "templates"
    )
    names = RuntimeNames(str(prop.class_info.name) for prop in [*data.models, *data.enums])
    annotations = Annotations(names)
    payloads = Payloads(data.models, annotations)
    forms = operation_forms(document)
    complete_endpoints(data.endpoint_collections_by_tag.values(), forms, config)
    name_headers(data.endpoint_collections_by_tag.values(), payloads, config)
    verifications = Verifications(document, data.endpoint_collections_by_tag, payloads)
    signatures = Signatures(info, payloads, verifications)
    paginations = Paginations(document, payloads)
    jobs = Jobs(document, data.endpoint_collections_by_tag, payloads)
    batches = Batches(document, payloads)
    encodings = Encodings(data.endpoint_collections_by_tag.values(), payloads)
    docstrings = Docstrings(PythonNames(document, prefix=config.field_prefix))
    methods = Methods(info, payloads, signatures, paginations, jobs, batches, docstrings)
    endpoints = {str(tag): each.endpoints for tag, each in data.endpoint_collections_by_tag.items()}
    made.env.filters["literal"] = literal
    made.env.globals.update(
        catalog=Catalog(document, endpoints, methods, docstrings),
        operations=info,
        credentials=Credentials(document),
        areas=facts_of.areas(document),
        vendors=facts_of.vendors(document),
        ours=names,
        annotations=annotations,
        payloads=payloads,
        decoders=DecoderExpressions(normalized.unions, names),
        encodings=encodings,
        requests=Requests(forms, encodings, signatures),
        media_of_response=media_of_response,
        keyword=keyword,
        verifications=verifications,
        signatures=signatures,
        paginations=paginations,
        jobs=jobs,
        batches=batches,
        docstrings=docstrings,
        methods=methods,
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
        # The hooks of the generator format it with the rest.
        cast("Catalog", made.env.globals["catalog"]).write(package / "catalog")
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
    """Put the ruff of this environment first on PATH, for the post-hooks."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent.absolute()), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


def replace(fresh: Path, package: Path) -> None:
    """Replace the old package by the fresh one as a whole."""
    package.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(fresh, package)


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
