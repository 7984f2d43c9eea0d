"""Schemathesis against a live server: generated reads, with known ids."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from ..spec.routes import Operation, Routes
from ..targets.live import LiveTarget
from .command import LIVE_CONFIG, RATE_LIMIT_HOOKS, start_schemathesis

_DEFAULT_EXAMPLES = "2"


def run_live_schemathesis(
    live: LiveTarget,
    routes: Routes,
    folder: Path,
    settings: Mapping[str, str],
    *,
    is_quiet: bool = False,
) -> int:
    """Send generated reads of every operation that may be called; return the exit code of `st`.

    Args:
        live: The server, with its ids.
        routes: Routes of the spec.
        folder: Folder for the configuration, junit.xml and har.json.
        settings: Settings of the run, which are also the environment of the process.
        is_quiet: True to print nothing.
    """
    config = folder / "live.toml"
    config.write_text(LIVE_CONFIG.read_text() + live.schemathesis_config)
    environment = {**settings, **live.environment, "SCHEMATHESIS_HOOKS": RATE_LIMIT_HOOKS}
    skipped = live.skipped_operations(routes)
    arguments = _arguments(routes, skipped, settings.get("EXAMPLES"))
    with start_schemathesis(
        live.base_url, config, folder, arguments, environment, is_quiet=is_quiet
    ) as process:
        return process.wait()


def _arguments(routes: Routes, skipped: Collection[str], examples: str | None) -> list[str]:
    arguments = ["--max-examples", examples or _DEFAULT_EXAMPLES]
    for operation in skipped:
        arguments += ["--exclude-operation-id", operation]
    # Only the sandbox writes: it records and removes what it makes.
    arguments += ["--include-method", "GET"]
    if not examples:
        # The other phases send much that the stateful checks send too.
        arguments += ["--phases", "fuzzing"]
    elif not _has_links(routes, skipped):
        # Sequences need links.
        arguments += ["--phases", "examples,coverage,fuzzing"]
    return arguments


def _has_links(routes: Routes, skipped: Collection[str]) -> bool:
    """Return True if a called operation links to another called operation."""
    return any(
        link.target not in skipped
        for operation in _operations(routes)
        if operation.id not in skipped
        for response in operation.responses.values()
        for link in response.links
    )


def _operations(routes: Routes) -> Iterator[Operation]:
    return (operation for route in routes.all for operation in route.operations.values())
