"""Preparation of a run: environments, specs and packages; existing ones are kept."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import workspace
from commands import command, tools_path
from large_spec import large_spec
from peer_spec import peer_spec

ENVIRONMENTS = (
    "ours",
    "stock",
    "openapi-generator",
    "pydantic",
    "orjson",
    "openai",
    "aiohttp",
    "pyreqwest",
)


def prepare() -> None:
    """Make the environments, the specs and the packages."""
    workspace.BUILD.mkdir(parents=True, exist_ok=True)
    for name in ENVIRONMENTS:
        _make_environment(name)
    _make_certificate()
    workspace.LARGE_SPEC.write_text(large_spec(workspace.SPEC), encoding="utf-8")
    workspace.PEER_SPEC.write_text(peer_spec(workspace.SPEC), encoding="utf-8")
    _make_peers()
    _make_ours()


def versions() -> dict[str, list[str]]:
    """Return the packages of each environment, without their own dependencies."""
    generators = [f"{name}=={version(name)}" for name in ("openapi-python-client", "ruff")]
    pinned = {name: _direct(_requirements(name)) for name in ENVIRONMENTS}
    return {"project (generates)": generators, **pinned}


def _requirements(name: str) -> Path:
    return workspace.REQUIREMENTS / f"{name}.txt"


def _direct(requirements: Path) -> list[str]:
    return requirements.read_text(encoding="utf-8").split("\n\n")[0].split()


def _make_environment(name: str) -> None:
    folder = workspace.ENVIRONMENTS / name
    wanted = _requirements(name).read_text(encoding="utf-8")
    stamp = folder / "installed.txt"
    if _is_stamped(stamp, wanted):
        return
    shutil.rmtree(folder, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(folder)])
    pip = [str(workspace.python(name)), "-m", "pip", "install", "--quiet"]
    _run([*pip, "--requirement", str(_requirements(name))])
    stamp.write_text(wanted, encoding="utf-8")


def _make_certificate() -> None:
    """Write a certificate for 127.0.0.1 and its key to one file."""
    path = str(workspace.CERTIFICATE)
    request = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    request += ["-nodes", "-days", "1", "-keyout", path, "-out", path + ".part"]
    request += ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    # Rust's TLS refuses the certificate of a CA for a server.
    _run([*request, "-addext", "basicConstraints=critical,CA:FALSE"])
    certificate = Path(path + ".part")
    with workspace.CERTIFICATE.open("a", encoding="utf-8") as file:
        file.write(certificate.read_text(encoding="utf-8"))
    certificate.unlink()


def _make_peers() -> None:
    """Generate the peers' packages, unless the spec and the generators are the same as before."""
    folder = workspace.PEERS
    source = workspace.PEER_SPEC.read_text(encoding="utf-8")
    source += _requirements("openapi-generator").read_text(encoding="utf-8")
    stamp = folder / "source.txt"
    if _is_stamped(stamp, source):
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _run(command("stock", folder))
    for library in ("urllib3", "asyncio"):
        _run(command("openapi-generator", folder, library))
    stamp.write_text(source, encoding="utf-8")


def _make_ours() -> None:
    """Copy our packages, so that an edit during the run does not mix two versions of them."""
    ours, large = workspace.OURS, workspace.OURS_LARGE
    for folder in (ours, large):
        shutil.rmtree(folder, ignore_errors=True)
        for package in ("campaignkit", "campaignkit_runtime", "campaignkit_wire"):
            _copy(workspace.ROOT / "overlays" / package, folder)
    _copy(workspace.ROOT / "generated" / "campaignkit_api", ours)
    _run(command("ours-large", large))


def _copy(package: Path, folder: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(package, folder / package.name, ignore=ignored)


def _is_stamped(stamp: Path, wanted: str) -> bool:
    return stamp.exists() and stamp.read_text(encoding="utf-8") == wanted


def _run(arguments: Sequence[str]) -> None:
    """Run a command; print its output only if it fails."""
    # The constraints of the project's own environment are not the peers'.
    environment = {key: value for key, value in os.environ.items() if key != "PIP_CONSTRAINT"}
    environment["PATH"] = tools_path()
    done = subprocess.run(  # noqa: S603
        arguments,
        cwd=workspace.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"failed: {' '.join(arguments)}\n{done.stdout}{done.stderr}")
