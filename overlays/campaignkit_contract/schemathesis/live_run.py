"""Schemathesis against a live server: generated reads, with known ids."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ..spec.routes import Routes
from ..targets.live import LiveTarget
from ..targets.request_budget import GENERATED, RequestBudget
from .command import LIVE_CONFIG, LIVE_HOOKS, MAX_REQUESTS, REQUEST_FILE, start_schemathesis
from .request_counter import REFUSED, SENT

_DEFAULT_EXAMPLES = "2"
_PROBES = 2  # requests of `st` before the first generated one


def run_live_schemathesis(
    live: LiveTarget,
    routes: Routes,
    folder: Path,
    settings: Mapping[str, str],
    *,
    is_quiet: bool = False,
) -> int:
    """Send generated reads of every operation that may be called; return the exit code of `st`.

    The requests are counted in the budget of the server. At its end the process is interrupted.

    Args:
        live: The server, with its ids.
        routes: Routes of the spec.
        folder: Folder for the configuration, junit.xml and har.json.
        settings: Settings of the run, which are also the environment of the process.
        is_quiet: True to print nothing.
    """
    skipped = live.skipped_operations(routes)
    reads = {id_ for id_, (_, method, _) in routes.operations.items() if method == "GET"}
    if reads <= skipped.keys():
        return 0
    if live.budget.remaining <= _PROBES:
        live.budget.refuse()
        return 0
    config = folder / "live.toml"
    config.write_text(LIVE_CONFIG.read_text() + live.schemathesis_config)
    environment = {**settings, **live.environment, "SCHEMATHESIS_HOOKS": LIVE_HOOKS}
    arguments = _arguments(routes, skipped, settings.get("EXAMPLES"))
    with (
        _counted(live.budget) as counting,
        start_schemathesis(
            live.base_url, config, folder, arguments, {**environment, **counting}, is_quiet=is_quiet
        ) as process,
    ):
        code = process.wait()
    return 0 if live.budget.refused else code


@contextmanager
def _counted(budget: RequestBudget) -> Iterator[dict[str, str]]:
    """Count what a process sends; yield the variables that it needs."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "requests")
        file.touch()
        try:
            yield {MAX_REQUESTS: str(budget.remaining), REQUEST_FILE: str(file)}
        finally:
            requests = file.read_bytes()
            budget.sent[GENERATED] += requests.count(SENT)
            for _ in range(requests.count(REFUSED)):
                budget.refuse()


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
        for _, _, operation in routes.operations.values()
        if operation.id not in skipped
        for response in operation.responses.values()
        for link in response.links
    )
