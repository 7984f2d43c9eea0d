"""Report the size of the change since the last release, or check that the versions fit it.

Exit code 0: success. 1: the check failed. 2: the two trees could not be compared.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from ..codegen.spec import DocumentError
from . import api_surface
from .spec_diff import spec_changes
from .versions import (
    SPEC,
    ComparisonError,
    Groups,
    VersionError,
    Versions,
    impact_of,
    is_checkout,
    last_tag,
    report,
    unpack,
)

ROOT = Path(__file__).parents[2]

NO_CHECKOUT = "This is not a git checkout, so it has no release to compare with"
NO_TAG = (
    "No release tag (v1.2.3) was found. Either the project has none yet, or the clone has no tags "
    "(`git fetch --tags --unshallow`)"
)


def compare(root: Path, tag: str) -> Groups:
    """Return the reasons by their source: spec, surface and typing."""
    with tempfile.TemporaryDirectory() as scratch:
        before = Path(scratch)
        unpack(root, tag, before)
        return {
            f"spec, {SPEC}": spec_changes(before / SPEC, root / SPEC),
            "surface, the names that callers can import": api_surface.changes(
                api_surface.Tree(before), api_surface.Tree(root)
            ),
            f"typing, {api_surface.TYPING} of {tag}": api_surface.typing_errors(before, root),
        }


Comparison = Callable[[Path, str], Groups]


def main(
    argv: Sequence[str] | None = None, root: Path = ROOT, compare: Comparison = compare
) -> int:
    """Print the report, or check; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail if the versions disagree")
    options = parser.parse_args(argv)
    try:
        return _checked(root, compare) if options.check else _reported(root, compare)
    except (ComparisonError, DocumentError, OSError) as error:
        sys.stderr.write(f"The trees cannot be compared. {error}\n")
        return 2
    except VersionError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _reported(root: Path, compare: Comparison) -> int:
    if not is_checkout(root):
        raise ComparisonError(NO_CHECKOUT)
    tag = last_tag(root)
    lines = report(tag, compare(root, tag)) if tag else [f"{NO_TAG}."]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _checked(root: Path, compare: Comparison) -> int:
    versions = Versions.of(root)
    failures = list(versions.disagreements())
    tag = last_tag(root) if is_checkout(root) else None
    if not tag:
        reason = NO_TAG if is_checkout(root) else NO_CHECKOUT
        return _exit_code(failures, f"{reason}. The versions agree: {versions.package}.")
    groups = compare(root, tag)
    impact = impact_of(groups)
    failures += versions.shortfalls(tag, impact)
    if failures:
        failures = [*report(tag, groups), "", *failures]
    size = impact.name.lower() if impact else "none that callers can notice"
    return _exit_code(failures, f"{versions.package} agrees with the change since {tag}: {size}.")


def _exit_code(failures: Sequence[str], otherwise: str) -> int:
    stream = sys.stderr if failures else sys.stdout
    stream.writelines(f"{line}\n" for line in failures or [otherwise])
    return 1 if failures else 0
