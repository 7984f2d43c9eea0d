"""SARIF report: the problems in the format of code scanning tools."""

import json
from typing import Any

from .problem import Problem
from .run_report import RunReport

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"breaking": "error", "additive": "warning"}


def sarif_report(run: RunReport) -> str:
    """Return a SARIF 2.1.0 file. Each result is a problem, located in the spec."""
    checks = dict.fromkeys(problem.check for problem in run.problems)
    rules = [{"id": check, "shortDescription": {"text": check}} for check in checks]
    driver = {"name": "campaignkit contract", "rules": rules}
    results = [_result(problem) for problem in run.problems]
    document = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "invocations": [_invocation(run)],
                "results": results,
            }
        ],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _invocation(run: RunReport) -> dict[str, Any]:
    """Return the end of the run, with a notification if it left something out."""
    notification = {"level": "warning", "message": {"text": run.result}}
    return {
        "executionSuccessful": run.code != 2,
        "exitCode": run.code,
        "exitCodeDescription": run.result,
        "toolExecutionNotifications": [notification] if run.left else [],
    }


def _result(problem: Problem) -> dict[str, Any]:
    location = {
        "physicalLocation": {"artifactLocation": {"uri": "openapi.yaml"}},
        "logicalLocations": [{"name": name, "kind": "function"} for name in problem.operations],
    }
    text = "\n".join([f"{problem.title} ({problem.extent})", *problem.also_lines])
    return {
        "ruleId": problem.check,
        "level": _LEVELS[problem.kind],
        "message": {"text": text},
        "locations": [location],
        "occurrenceCount": problem.count,
        "partialFingerprints": {"cause/v1": problem.id},
        "properties": {"alsoShownBy": [other.id for other in problem.also]},
    }
