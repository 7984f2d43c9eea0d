"""Run the conformance suite of MCP against the tool server over HTTP.

python -m tests.mcp.conformance

Most scenarios of the suite call tools, prompts and resources that only its own example server has.
Those below apply to every server.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.mcp import npx
from tests.mcp.agents import Desk
from tests.mcp.http_server import serve

PACKAGE = "@modelcontextprotocol/conformance@0.2.0-alpha.12"
SCENARIOS = (
    *("server-initialize", "server-session-lifecycle", "server-stateless", "ping", "tools-list"),
    *("server-sse-multiple-streams", "resources-list", "sep-2164-resource-not-found"),
    *("prompts-list", "dns-rebinding-protection", "caching", "http-header-validation"),
    *("input-required-result-missing-input-response", "input-required-result-validate-input"),
    *("input-required-result-unsupported-methods", "input-required-result-ignore-extra-params"),
)
_NOT_TESTABLE = "Not testable"


def checks_of(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the checks of a scenario."""
    for path in folder.rglob("checks.json"):
        yield from json.loads(path.read_text(encoding="utf-8"))


def main() -> int:
    """Run the scenarios, write a line for each, and return an exit code."""
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        desk = Desk(Path(place) / "config")
        with serve(desk.server(can_write=True), has_token=False) as served:
            for scenario in SCENARIOS:
                folder = Path(place) / scenario
                words = ["server", "--url", served.url, "--scenario", scenario, "-o", str(folder)]
                npx.run(PACKAGE, words)
                checks = list(checks_of(folder))
                passed = sum(check["status"] == "SUCCESS" for check in checks)
                failures = [check for check in checks if check["status"] == "FAILURE"]
                errors = [str(check.get("errorMessage")) for check in failures]
                real = [error for error in errors if not error.startswith(_NOT_TESTABLE)]
                failed += len(real) or not passed
                skipped = len(errors) - len(real)
                sys.stdout.write(
                    f"{scenario}: {passed} passed, {len(real)} failed, {skipped} not testable\n"
                )
                sys.stdout.writelines(f"  {error}\n" for error in real)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
