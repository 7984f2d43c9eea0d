"""Where the benchmarks find and keep things; what they make is under build/bench/."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "benchmarks"
BUILD = ROOT / "build" / "bench"

SPEC = ROOT / "openapi.yaml"
PEER_SPEC = BUILD / "peer-openapi.json"
LARGE_SPEC = BUILD / "large-openapi.json"

REQUIREMENTS = BENCHMARKS / "peers"
ENVIRONMENTS = BUILD / "environments"

# Folders for PYTHONPATH: the peers' generated packages, and ours with 5 and with 60 operations.
PEERS = BUILD / "generated"
OURS = BUILD / "ours"
OURS_LARGE = BUILD / "ours-60"


def python(environment: str) -> Path:
    """The interpreter of a peer's environment."""
    return ENVIRONMENTS / environment / "bin" / "python"


def jar() -> Path:
    """The program that openapi-generator's package on PyPI carries."""
    packages = ENVIRONMENTS / "openapi-generator" / "lib"
    return next(packages.glob("python*/site-packages/openapi_generator_cli/openapi-generator.jar"))
