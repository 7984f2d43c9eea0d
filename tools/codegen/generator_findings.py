"""Findings of the generator itself: constructs it does not know, and rules that cannot work."""

import re
from collections.abc import Callable, Iterator, Mapping

from .checks.document import Operation, Pointer, operations
from .checks.findings import DocumentError, Finding
from .checks.parsing import Source
from .generator_adapter import Endpoint, GeneratorData, ParseError

_OPERATION = re.compile(r"parsing ([A-Z]+) (\S+) within")
_MAX_DETAIL = 300


def report_unknown(document: Source, data: GeneratorData) -> None:
    """Raise DocumentError with each construct that the generator would omit."""
    errors = [*data.errors]
    for collection in data.endpoint_collections_by_tag.values():
        errors += collection.parse_errors
    if errors:
        raise document.error([_finding_of(error) for error in errors])


def report_rules(
    document: Source, data: GeneratorData, rules: Mapping[str, Callable[[Endpoint], object]]
) -> None:
    """Raise DocumentError with every rule of an extension that cannot work.

    Args:
        document: The document with the rules.
        data: The operations of the generator.
        rules: Functions that read the rule of an operation, by the key that they read.

    """
    owners = {operation.node["operationId"]: operation for operation in operations(document.value)}
    findings = [
        finding
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
        for finding in _broken(owners[str(endpoint.name)], endpoint, rules)
    ]
    if findings:
        raise document.error(findings)


def _broken(
    owner: Operation, endpoint: Endpoint, rules: Mapping[str, Callable[[Endpoint], object]]
) -> Iterator[Finding]:
    for key, read in rules.items():
        try:
            read(endpoint)
        except DocumentError as error:
            for message in error.messages:
                text = message.removeprefix(f"{endpoint.name}: ").removeprefix(f"{key}: ")
                yield Finding((*owner.at, key), text)


def _finding_of(error: ParseError) -> Finding:
    detail = " ".join((error.detail or error.header).split())
    at: Pointer = ()
    if match := _OPERATION.search(error.header):
        at = ("paths", match[2], match[1].lower())
    text = f"the generator does not know this: {detail[:_MAX_DETAIL]}"
    return Finding(at, text, None if at else 1)
