"""Reference of the models: every model of a vendor with every field."""

import inspect
import re
from collections.abc import Iterator
from typing import Any

import attrs
from campaignkit_api import models
from campaignkit_contract.spec.document import packaged_spec
from campaignkit_runtime.models import Model

_FIELD = re.compile(r"^    (\w+): (.*?)(?=^    \w+: |\Z)", re.MULTILINE | re.DOTALL)


def model_page(vendor: str, title: str) -> str:
    """Return the page of a vendor's models and enumerations."""
    parts = [
        f"---\ntitle: Models of {title}\n---",
        f"# Models of {title}",
        "Import them from `campaignkit.models`. "
        "[Models](../../models.md) describes what they share.",
    ]
    for name in sorted(_names(vendor)):
        parts += _model(name)
    return "\n\n".join(parts) + "\n"


def _names(vendor: str) -> Iterator[str]:
    """Yield the public models that belong to a vendor."""
    schemas = packaged_spec()["components"]["schemas"]
    for name in models.__all__:
        document = schemas.get(name, {}).get("x-source", {}).get("document", "")
        is_callers = name.startswith("Callers") or document.startswith("callers/")
        if is_callers is (vendor == "callers"):
            yield name


def _model(name: str) -> Iterator[str]:
    kind: Any = getattr(models, name)
    yield f"## {name}"
    text = inspect.getdoc(kind) or ""
    summary, _, attributes = text.partition("Attributes:")
    yield " ".join(summary.split())
    if isinstance(kind, type) and issubclass(kind, Model) and attrs.has(kind):
        yield _fields(kind, attributes)
    elif members := [repr(member.value) for member in getattr(kind, "__members__", {}).values()]:
        yield f"Values: {', '.join(f'`{value}`' for value in members)}. Other values may occur."


def _fields(kind: Any, attributes: str) -> str:
    texts = {name: " ".join(text.split()) for name, text in _FIELD.findall(f"{attributes}\n")}
    json_names = getattr(kind, "_json_names", {})
    rows = [
        f"| `{field.name}` | `{json_names.get(field.name, field.name)}` "
        f"| {_type(field.type)} | {_cell(texts.get(field.name, ''))} |"
        for field in attrs.fields(kind)
    ]
    return "\n".join(["| field | name in JSON | type | meaning |\n|---|---|---|---|", *rows])


def _type(annotation: Any) -> str:
    text = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "")
    return f"`{text.replace('datetime.datetime', 'datetime')}`".replace("|", "\\|")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
