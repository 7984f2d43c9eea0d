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

VARIANTS: Mapping[str, Variant] = {
    "ours": Variant(f"CampaignKit, {_COUNT} operations", "ours", workspace.OURS),
    "ours-json": Variant("CampaignKit, without msgspec", "ours", workspace.OURS),
    "ours-large": Variant(f"CampaignKit, {_LARGE_COUNT} operations", "ours", workspace.OURS_LARGE),
    "stock": Variant("openapi-python-client, stock", "stock", workspace.PEERS),
    "stock-large": Variant(f"openapi-python-client, {_LARGE_COUNT} operations", "stock"),
    "openapi-generator": Variant("openapi-generator", "openapi-generator", workspace.PEERS),
    "pydantic": Variant("pydantic, by hand", "pydantic"),
    "orjson": Variant("orjson.loads, no models", "orjson"),
    "openai": Variant("openai's base client", "openai"),
    "httpx": Variant("httpx, no models", "ours"),
    "http.client": Variant("http.client, no models", "ours"),
    "socket": Variant("socket and httptools, no models", "ours"),
    "urllib3": Variant("urllib3, no models", "openapi-generator"),
    "aiohttp": Variant("aiohttp, no models", "openapi-generator"),
}
FIGURES: Mapping[str, tuple[str, ...]] = {
    "decode": ("ours", "stock", "openapi-generator", "pydantic", "orjson", "ours-json"),
    "memory": ("ours", "ours-json", "stock", "openapi-generator", "pydantic"),
    "imports": ("httpx", "ours", "ours-large", "stock", "openapi-generator", "openai"),
    "calls": (
        *("ours", "openapi-generator", "openai", "httpx", "stock"),
        *("http.client", "urllib3", "socket"),
    ),
    "async_calls": ("ours", "stock", "openapi-generator", "httpx", "openai", "aiohttp"),
    "bulk": ("ours", "stock", "openapi-generator"),
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
