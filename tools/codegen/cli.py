"""Write generated/campaignkit_api from openapi.yaml, or check that it is current.

The document and the configuration are checked first, then the fresh package is checked in a
scratch folder. Only then it replaces the old one. docs/coverage.md, which lists the operations and
their sources, is written with it.
"""

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from .checks.runner import check
from .generator import PACKAGE, ROOT, GenerationError, build, differences
from .provenance_page import page
from .replacement import replace, scratch_folder, write_text
from .self_check import check_package
from .spec import DocumentError

COVERAGE = ROOT / "docs" / "coverage.md"
# Status of a process that was ended by Ctrl-C.
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Generate or check.

    Returns:
        0 if the package is current; 1 if a person has to change a file. 2 for a fault of the
        generator or of the fresh package. The reasons are written to standard error.

    """
    arguments = sys.argv[1:] if argv is None else [*argv]
    if arguments[:1] == ["try"]:
        from .foreign.command import main as try_document

        return try_document(arguments[1:])
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spec", type=Path, default=ROOT / "openapi.yaml")
    parser.add_argument("--config", type=Path, default=ROOT / "generator-config.yml")
    parser.add_argument("--output", type=Path, default=PACKAGE)
    parser.add_argument("--check", action="store_true", help="compare only, change nothing")
    parser.add_argument("--skip-house-rules", action="store_true", help="for a foreign document")
    parser.add_argument("--traceback", action="store_true", help="show where the generator failed")
    options = parser.parse_args(arguments)
    try:
        return _run(options)
    except DocumentError as error:
        _complain(error.messages)
        return 1
    except GenerationError as error:
        if options.traceback:
            raise
        _complain(str(error).splitlines())
        return 2
    except KeyboardInterrupt:
        sys.stderr.write(f"interrupted: {options.output.name} is unchanged\n")
        return _INTERRUPTED


def _run(options: argparse.Namespace) -> int:
    checked = check(options.spec, options.config, has_house_rules=not options.skip_house_rules)
    with _scratch(options) as scratch:
        fresh = scratch / options.output.name
        made = build(checked, fresh)
        if not options.check:
            check_package(checked.document, made, fresh)
        stale = differences(fresh, options.output)
        if options.check:
            return _report(stale, options.output)
        is_ours = options.output == PACKAGE and not options.skip_house_rules
        coverage = page(checked.document.value) if is_ours else None
        replace(fresh, options.output)
    if coverage is not None:
        write_text(COVERAGE, coverage)
    sys.stdout.write(f"{options.output.name}: {len(stale)} files changed\n")
    return 0


@contextlib.contextmanager
def _scratch(options: argparse.Namespace) -> Iterator[Path]:
    """Yield a folder beside the package; elsewhere if nothing is to be written there."""
    if options.check:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
    else:
        with scratch_folder(options.output.absolute()) as folder:
            yield folder


def _report(stale: list[str], package: Path) -> int:
    for name in stale:
        sys.stderr.write(f"{package / name} differs from openapi.yaml\n")
    if stale:
        sys.stderr.write("run `make generate` and commit the result\n")
    return 1 if stale else 0


def _complain(messages: Sequence[str]) -> None:
    sys.stderr.write("".join(f"{message}\n" for message in messages))
    count = f"{len(messages)} mistake{'s' if len(messages) > 1 else ''}"
    sys.stderr.write(f"nothing was generated or changed: {count}\n")
