"""Figures and variants: which script measures which variant, in which environment."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import workspace
from commands import tools_path
from large_spec import COPIES, operation_count


@dataclass(frozen=True)
class Variant:
    """One of the compared clients or decoders, and where its packages are."""

    description: str
    environment: str
    packages: Path | None = None


_COUNT = operation_count(workspace.SPEC)
_LARGE_COUNT = operation_count(workspace.SPEC, COPIES)
_ALL = f"{_COUNT} operations"  # of the same spec, for us and the generated peers

VARIANTS: Mapping[str, Variant] = {
    "ours": Variant(f"CampaignKit, {_ALL}", "ours", workspace.OURS),
    "ours-json": Variant(f"CampaignKit without msgspec, {_ALL}", "ours", workspace.OURS),
    "ours-watched": Variant(f"CampaignKit while httpx is wrapped, {_ALL}", "ours", workspace.OURS),
    "ours-large": Variant(f"CampaignKit, {_LARGE_COUNT} operations", "ours", workspace.OURS_LARGE),
    "stock": Variant(f"openapi-python-client, {_ALL}", "stock", workspace.PEERS),
    "stock-large": Variant(f"openapi-python-client, {_LARGE_COUNT} operations", "stock"),
    "openapi-generator": Variant(
        f"openapi-generator, {_ALL}", "openapi-generator", workspace.PEERS
    ),
    "pydantic": Variant("pydantic, by hand", "pydantic"),
    "orjson": Variant("orjson.loads, no models", "orjson"),
    "openai": Variant("openai's base client", "openai"),
    "httpx": Variant("httpx, no models", "ours"),
    "httpx2": Variant("httpx2, no models", "openai"),
    "pyreqwest": Variant("pyreqwest, no models", "pyreqwest"),
    "http.client": Variant("http.client, no models", "ours"),
    "socket": Variant("socket and httptools, no models", "ours"),
    "urllib3": Variant("urllib3, no models", "openapi-generator"),
    "aiohttp": Variant("aiohttp, no models", "aiohttp"),
    "aiohttp-decoder": Variant("aiohttp with our decoder", "aiohttp", workspace.OURS),
}
_SYNC = (
    *("ours", "ours-watched", "openapi-generator", "openai", "httpx", "httpx2", "stock"),
    *("http.client", "urllib3", "pyreqwest", "socket"),
)
_ONE_CONNECTION = ("http.client", "socket")  # which threads cannot share
_THREADED = tuple(name for name in _SYNC if name not in _ONE_CONNECTION)
_ASYNC = (
    *("ours", "stock", "openapi-generator", "httpx", "httpx2", "openai"),
    *("aiohttp", "aiohttp-decoder", "pyreqwest"),
)
_BULK = ("ours", "stock", "openapi-generator", "aiohttp-decoder")

FIGURES: Mapping[str, tuple[str, ...]] = {
    "decode": ("ours", "stock", "openapi-generator", "pydantic", "orjson", "ours-json"),
    "memory": ("ours", "ours-json", "stock", "openapi-generator", "pydantic"),
    "imports": ("httpx", "ours", "ours-large", "stock", "openapi-generator", "openai"),
    "calls": _SYNC,
    "tls_calls": _SYNC,
    "thread_calls": _THREADED,
    "distant_thread_calls": _THREADED,
    "async_calls": _ASYNC,
    "tls_async_calls": _ASYNC,
    "distant_async_calls": _ASYNC,
    "bulk": _BULK,
    "tls_bulk": _BULK,
    "growth": ("ours",),
    "limits": ("ours",),
    "generation": ("ours", "ours-large", "stock", "stock-large", "openapi-generator"),
}


class NotMeasuredError(Exception):
    """A script failed; the message is the last line of its output."""


def measure(figure: str, name: str) -> dict[str, float]:
    """Run the script of a figure for one variant; return its values by metric."""
    variant = VARIANTS[name]
    # The generators and the fake run in the project's own environment.
    is_own = figure in ("generation", "limits")
    python = Path(sys.executable) if is_own else workspace.python(variant.environment)
    command = [str(python), str(workspace.BENCHMARKS / f"{figure}.py"), "--variant", name]
    done = subprocess.run(  # noqa: S603
        command, env=_environment(variant), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotMeasuredError((done.stderr.strip() or "no output").splitlines()[-1])
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _environment(variant: Variant) -> dict[str, str]:
    """Return the environment variables of a run, without proxies and other settings."""
    path = {"PYTHONPATH": str(variant.packages)} if variant.packages else {}
    return {"PATH": tools_path(), "PYTHONHASHSEED": "0", **path}
