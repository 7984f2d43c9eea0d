"""Paths of the benchmarks; their output is under build/bench/."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "benchmarks"
BUILD = ROOT / "build" / "bench"

SPEC = ROOT / "openapi.yaml"
PEER_SPEC = BUILD / "peer-openapi.json"
LARGE_SPEC = BUILD / "large-openapi.json"

REQUIREMENTS = BENCHMARKS / "peers"
CERTIFICATE = BUILD / "certificate.pem"
ENVIRONMENTS = BUILD / "environments"

# Folders for PYTHONPATH: the generated packages of the peers, ours, and ours of the large spec.
PEERS = BUILD / "generated"
OURS = BUILD / "ours"
OURS_LARGE = BUILD / "ours-large"


def python(environment: str) -> Path:
    """Return the interpreter of a peer's environment."""
    return ENVIRONMENTS / environment / "bin" / "python"


def jar() -> Path:
    """Return the JAR file in openapi-generator's package on PyPI."""
    packages = ENVIRONMENTS / "openapi-generator" / "lib"
    return next(packages.glob("python*/site-packages/openapi_generator_cli/openapi-generator.jar"))
