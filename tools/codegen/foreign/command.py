"""Command `python -m tools.codegen try FILE`: a client of a foreign document.

It reports the method of each operation, or why it is left out, and writes the package.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..checks.findings import DocumentError
from ..checks.parsing import parse
from ..replacement import replace, scratch_folder
from ..spec import vendors
from .adoption import AdoptedDocument, AdoptionOptions, adopt
from .package import settings, write_clients
from .pruning import without
from .selection import Selection


def main(argv: Sequence[str]) -> int:
    """Try a document.

    Returns:
        0 if each operation was generated; 3 if some were left out; 1 if the document cannot be
        used. The report goes to standard output, reasons against the document to standard error.

    """
    options = _parser().parse_args(argv)
    try:
        return _try(options)
    except DocumentError as error:
        sys.stderr.write("".join(f"{message}\n" for message in error.messages))
        sys.stderr.write("nothing was written\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.codegen try", description=__doc__)
    parser.add_argument("document", type=Path, help="OpenAPI 3.0 or 3.1, in YAML or JSON")
    parser.add_argument("--name", default="", help="name of the vendor; default: the title")
    parser.add_argument("--base-url", default="", help="URL of the server; default: the first")
    parser.add_argument(
        "--output", type=Path, default=Path("build/try"), help="folder for the package"
    )
    parser.add_argument(
        "--safe",
        action="append",
        default=[],
        metavar="OPERATION",
        help="operationId or 'METHOD /path' of a write that may be sent again (repeatable)",
    )
    return parser


def _try(options: argparse.Namespace) -> int:
    file: Path = options.document
    choices = AdoptionOptions(options.name, options.base_url, frozenset(options.safe))
    adopted = adopt(parse(file).value, file.name, choices)
    name = f"{adopted.vendor}_client"
    selection = Selection(
        without(adopted.document, ()),
        settings(name),
        reasons=adopted.reasons,
        notes=adopted.notes,
    )
    selection.check()
    stamp = f"Generated from {file.name} by `python -m tools.codegen try`; do not edit."
    package: Path = options.output / name
    with scratch_folder(package) as scratch:
        fresh = scratch / name
        is_made = selection.generate(fresh, stamp)
        if is_made:
            (vendor,) = vendors(selection.document)
            title = str(adopted.document.get("info", {}).get("title", vendor.class_name))
            write_clients(fresh, vendor, title, stamp)
            replace(fresh, package)
    sys.stdout.write("".join(f"{line}\n" for line in _report(adopted, selection)))
    sys.stdout.write(f"written: {package}\n" if is_made else "nothing was written\n")
    if not is_made:
        return 1
    return 3 if selection.reasons else 0


def _report(adopted: AdoptedDocument, selection: Selection) -> list[str]:
    """Return a line for each operation, then the notes and the totals."""
    lines = []
    for key in {**adopted.names, **selection.reasons}:
        name = f"{key[1].upper()} {key[0]}".strip()
        if reasons := selection.reasons.get(key):
            lines.append(f"left out   {name}")
            lines += [f"           {reason}" for reason in reasons]
        else:
            lines.append(f"generated  {name}  {adopted.names[key]}")
    total = len({**adopted.names, **selection.reasons})
    left_out = len(selection.reasons)
    unused = _unused(adopted, selection)
    notes = [*selection.notes]
    if unused:
        notes.append(f"not generated: {len(unused)} schemas without use: {', '.join(unused)}")
    lines += [f"note       {note}" for note in notes]
    return [*lines, f"{total - left_out} of {total} operations generated"]


def _unused(adopted: AdoptedDocument, selection: Selection) -> list[str]:
    before, after = (
        document.get("components", {}).get("schemas", {})
        for document in (adopted.document, selection.document)
    )
    return sorted(name for name in before if name not in after)
