"""Judge a server by openapi.yaml: the fake, or with BASE_URL a live one.

A live server is only read from, unless WRITE=1. Which vendor it is follows from the keys given:
SONARLY_API_KEY with ACCOUNT_GROUP_ID, CALLERS_API_KEY with ORGANIZATION_ID. CAMPAIGN_ID names the
campaign to look at (the first of the account group), and with WRITE=1 the one to start.
RATE limits the requests ("2/s"), EXAMPLES says how many are made up for each operation (10).
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from campaignkit import CampaignKitError, Sonarly
from campaignkit_fake import Fake

ROOT = Path(__file__).parent.parent
CONFIGS = ROOT / "tests" / "contract"
REPORTS = ROOT / "build" / "contract"
NEEDS = {
    "sonarly": ("SONARLY_API_KEY", "ACCOUNT_GROUP_ID"),
    "callers": ("CALLERS_API_KEY", "ORGANIZATION_ID"),
}


class RefusedError(Exception):
    """The run would not do what it seems to do; the message says what is missing."""


@contextlib.contextmanager
def server(settings: Mapping[str, str]) -> Iterator[tuple[list[str], dict[str, str]]]:
    """The arguments of `st` for the server to judge, and the environment that they need."""
    if base_url := settings.get("BASE_URL"):
        yield live(base_url, settings)
    else:
        with Fake().serve() as base_url:
            yield ["--config-file", str(CONFIGS / "schemathesis.toml"), *run(base_url)], {}


def live(base_url: str, settings: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """The same for a live server; a RefusedError where credentials are missing."""
    vendors = [vendor for vendor, (key, _) in NEEDS.items() if settings.get(key)]
    if not vendors:
        raise RefusedError("set SONARLY_API_KEY or CALLERS_API_KEY: without a key all is 401")
    environment = dict.fromkeys([name for names in NEEDS.values() for name in names], "unused")
    for name in [name for vendor in vendors for name in NEEDS[vendor]]:
        if not settings.get(name):
            raise RefusedError(f"set {name}: an id that was made up finds nothing")
        environment[name] = settings[name]
    environment["CAMPAIGN_ID"] = campaign_id(base_url, settings) if "sonarly" in vendors else "-"
    arguments = ["--config-file", str(CONFIGS / "live.toml"), *run(base_url)]
    arguments += ["--rate-limit", settings.get("RATE", "2/s")]
    arguments += ["--max-examples", settings.get("EXAMPLES", "10")]
    for vendor in NEEDS.keys() - set(vendors):
        arguments += ["--exclude-tag-regex", f"^{vendor} "]
    if settings.get("WRITE") != "1":
        arguments += ["--include-method", "GET"]
    if vendors == ["callers"]:
        # Its operations have no links yet, without which there are no sequences to try.
        arguments += ["--phases", "examples,coverage,fuzzing"]
    return arguments, environment


def campaign_id(base_url: str, settings: Mapping[str, str]) -> str:
    """The campaign to look at: the one named, or to read from, any that there is."""
    if named := settings.get("CAMPAIGN_ID"):
        return named
    if settings.get("WRITE") == "1":
        raise RefusedError("set CAMPAIGN_ID: WRITE=1 starts that campaign")
    group = settings["ACCOUNT_GROUP_ID"]
    try:
        with Sonarly(api_key=settings["SONARLY_API_KEY"], base_url=base_url) as sonarly:
            campaigns = sonarly.campaigns.list(group)
    except CampaignKitError as error:
        raise RefusedError(str(error)) from None
    if not campaigns:
        raise RefusedError(f"account group {group} has no campaign to look at")
    return campaigns[0].id


def run(base_url: str) -> list[str]:
    """The arguments of `st run` that every server gets."""
    junit = ["--report-junit-path", str(REPORTS / "junit.xml")]
    har = ["--report-har-path", str(REPORTS / "har.json")]
    return ["run", str(ROOT / "openapi.yaml"), "--url", base_url, *junit, *har]


def main(settings: Mapping[str, str]) -> int:
    """Run; the exit code of `st`, or 2 where nothing was run."""
    st = Path(sys.executable).parent / "st"
    try:
        with server(settings) as (arguments, environment):
            command = [str(st), *arguments]
            code = subprocess.run(command, env={**settings, **environment}).returncode  # noqa: S603
    except RefusedError as error:
        sys.stderr.write(f"not run: {error}\n")
        return 2
    sys.stdout.write(f"JUnit and HAR are in {REPORTS.relative_to(ROOT)}\n")
    return code


if __name__ == "__main__":
    sys.exit(main(os.environ))
