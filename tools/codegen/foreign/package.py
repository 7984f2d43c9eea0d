"""Client package of one vendor: clients around the generated modules."""

from pathlib import Path
from typing import Any

from ..checks.parsing import parse
from ..generator import ROOT
from ..spec import Vendor

_CLIENTS = '''# {stamp}
"""Clients of {title}."""

from campaignkit._base_client import AsyncClient, SyncClient

from .api import Async{name}API, {name}API


class {name}(SyncClient, {name}API):
    """Client; its arguments are those of `campaignkit.Sonarly`."""


class Async{name}(AsyncClient, Async{name}API):
    """Client for asyncio; its arguments are those of `{name}`."""
'''
_INIT = '''# {stamp}
"""Client of {title}."""

from . import models
from .clients import Async{name}, {name}

__all__ = ["Async{name}", "{name}", "models"]
'''


def settings(package: str) -> dict[str, Any]:
    """Return the configuration of the generator for a package, with the hooks of our own."""
    own = parse(ROOT / "generator-config.yml").value
    return {"package_name_override": package, "post_hooks": own["post_hooks"]}


def write_clients(package: Path, vendor: Vendor, title: str, stamp: str) -> None:
    """Write the modules with both clients of a vendor into its package."""
    safe_title = " ".join(title.replace("\\", " ").replace('"', "'").split())
    values = {"stamp": stamp, "name": vendor.class_name, "title": safe_title}
    for module, text in (("clients", _CLIENTS), ("__init__", _INIT)):
        (package / f"{module}.py").write_text(text.format(**values), encoding="utf-8")
