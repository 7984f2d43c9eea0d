"""What is measured of whom, and in which environment."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import workspace
from commands import tools_path


@dataclass(frozen=True)
class Variant:
    """One of those that are compared: where its packages are."""

    description: str
    environment: str
    packages: Path | None = None


VARIANTS: Mapping[str, Variant] = {
    "ours": Variant("CampaignKit", "ours", workspace.OURS),
    "ours-json": Variant("CampaignKit, without msgspec", "ours", workspace.OURS),
    "ours-60": Variant("CampaignKit, 60 operations", "ours", workspace.OURS_LARGE),
    "stock": Variant("openapi-python-client, stock", "stock", workspace.PEERS),
    "openapi-generator": Variant("openapi-generator", "openapi-generator", workspace.PEERS),
    "pydantic": Variant("pydantic, by hand", "pydantic"),
    "orjson": Variant("orjson.loads, no models", "orjson"),
    "openai": Variant("openai's base client", "openai"),
    "httpx": Variant("httpx, no models", "ours"),
}
FIGURES: Mapping[str, tuple[str, ...]] = {
    "decode": ("ours", "stock", "openapi-generator", "pydantic", "orjson", "ours-json"),
    "memory": ("ours", "ours-json", "stock", "openapi-generator", "pydantic"),
    "imports": ("httpx", "ours", "ours-60", "stock", "openapi-generator", "openai"),
    "calls": ("ours", "openapi-generator", "openai", "httpx", "stock"),
    "async_calls": ("ours", "stock", "openapi-generator", "httpx", "openai"),
    "bulk": ("ours", "stock", "openapi-generator"),
    "growth": ("ours",),
    "limits": ("ours",),
    "generation": ("ours", "ours-60", "stock", "openapi-generator"),
}


class NotMeasuredError(Exception):
    """A script failed; the message is the last line that it said."""


def measure(figure: str, name: str) -> dict[str, float]:
    """One run of a figure's script for one variant."""
    variant = VARIANTS[name]
    # The generators and the fake run in the project's own environment.
    is_own = figure in ("generation", "limits")
    python = Path(sys.executable) if is_own else workspace.python(variant.environment)
    command = [str(python), str(workspace.BENCHMARKS / f"{figure}.py"), "--variant", name]
    done = subprocess.run(  # noqa: S603
        command, env=_surroundings(variant), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotMeasuredError((done.stderr.strip() or "no reason given").splitlines()[-1])
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _surroundings(variant: Variant) -> dict[str, str]:
    """The environment variables of a run: no proxy, no setting of the caller's."""
    path = {"PYTHONPATH": str(variant.packages)} if variant.packages else {}
    return {"PATH": tools_path(), "PYTHONHASHSEED": "0", **path}
