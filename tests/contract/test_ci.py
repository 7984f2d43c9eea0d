"""The workflow in docs/ci.md works: its commands exist and pass."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from campaignkit_fake import SAMPLE_ID, Fake
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "docs" / "ci.md").read_text()
[BLOCK] = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
JOBS: dict[str, Any] = YAML(typ="safe").load(BLOCK)["jobs"]
SECRETS = {
    "${{ secrets.SONARLY_API_KEY }}": "fake-sonarly",
    "${{ vars.ACCOUNT_GROUP_ID }}": SAMPLE_ID,
}


def commands(job: str) -> list[str]:
    """Return the commands of a job."""
    return [step["run"] for step in JOBS[job]["steps"] if "run" in step]


def run(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a workflow does, with bash in the root of the project."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(Path.home()), **environment}
    return subprocess.run(  # noqa: S603 - the guide's own
        ["/bin/bash", "-e", "-c", command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_targets() -> None:
    """Every make target of a job exists."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    made = {
        command.split()[1]
        for job in JOBS
        for command in commands(job)
        if command.startswith("make ")
    }

    assert made
    assert made <= targets


def test_mutants_on_push() -> None:
    """CI holds the floor of the mutants on each push, and leaves the page as it is."""
    lines = (ROOT / ".ci" / "run").read_text().splitlines()

    assert "set -euo pipefail" in lines
    assert any(re.fullmatch(r"SAMPLE=\d+ PAGE=0 make mutants", line) for line in lines)


def test_scripts() -> None:
    """Every file that a job names exists."""
    lines = " ".join(command for job in JOBS for command in commands(job))
    named = re.findall(r"(?:scripts|tests)/[\w/.]+", lines)

    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_no_secret() -> None:
    """Every key comes from the secrets of the repository."""
    values = [
        value
        for job in JOBS.values()
        for name, value in job.get("env", {}).items()
        if name.endswith("_KEY")
    ]

    assert values
    assert all(value.startswith("${{ secrets.") for value in values)


def test_no_personal_data() -> None:
    """No file with whole responses of a live server is uploaded."""
    [path] = [
        step["with"]["path"] for step in JOBS["live"]["steps"] if "path" in step.get("with", {})
    ]

    assert {"!build/contract/har.json", "!build/contract/junit.xml"} <= set(path.splitlines())


@pytest.mark.full
def test_shards_are_all() -> None:
    """Every contract test is in exactly one shard."""
    [command] = [command for command in commands("contract") if "pytest" in command]
    listing = re.sub("-n 2|--junitxml=\\S+", "", command) + " --collect-only --quiet"
    listed = [
        line
        for shard in JOBS["contract"]["strategy"]["matrix"]["shard"]
        for line in run(listing, SHARD=shard).stdout.splitlines()
        if "::" in line
    ]
    whole = run(listing.replace('-k "$SHARD"', "")).stdout.splitlines()

    assert sorted(listed) == sorted(line for line in whole if "::" in line)
    assert len(listed) > 20


def test_shard(tmp_path: Path) -> None:
    """The command of a shard passes and writes its report."""
    shard = "TestWorkflow"
    assert shard in JOBS["contract"]["strategy"]["matrix"]["shard"]
    [command] = [command for command in commands("contract") if "pytest" in command]
    # One process is enough here; each worker would collect all cases.
    command = command.replace(" -n 2", " -n 0").replace("build/contract", str(tmp_path))
    result = run(command, SHARD=shard, EXAMPLES="1")

    assert result.returncode == 0, result.stdout
    assert "spec coverage: " in result.stdout
    assert (tmp_path / "shard.xml").exists()


def test_live_and_replay(tmp_path: Path) -> None:
    """The live run passes on a healthy server, and so does the replay of its recording."""
    live, replayed = commands("live")[-2:]
    environment = {name: SECRETS.get(value, value) for name, value in JOBS["live"]["env"].items()}
    assert environment["EXAMPLES"] == "200"
    with Fake().serve() as base_url:
        environment |= {"BASE_URL": base_url, "REPORTS": str(tmp_path)}
        few = {"EXAMPLES": "", "RATE": "100000/s", "AREAS": "sonarly campaigns"}
        result = run(live, **{**environment, **few})
    replayed = replayed.replace("build/contract", str(tmp_path))
    again = run(replayed, BASE_URL=base_url)

    assert (result.returncode, result.stderr) == (0, "")
    assert (again.returncode, again.stderr) == (0, "")
