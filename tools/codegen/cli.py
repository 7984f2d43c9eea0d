"""Write generated/campaignkit_api from openapi.yaml, or check that it is current.

docs/coverage.md, which lists the operations and their sources, is written with it.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from .generator import (
    PACKAGE,
    ROOT,
    GenerationError,
    build,
    differences,
    read_config,
    replace,
)
from .provenance_page import page
from .spec import DocumentError, load

COVERAGE = ROOT / "docs" / "coverage.md"


def main(argv: Sequence[str] | None = None) -> int:
    """Generate or check; return 1 after writing the reason to standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spec", type=Path, default=ROOT / "openapi.yaml")
    parser.add_argument("--config", type=Path, default=ROOT / "generator-config.yml")
    parser.add_argument("--output", type=Path, default=PACKAGE)
    parser.add_argument("--check", action="store_true", help="compare only, change nothing")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "campaignkit_api"
        try:
            build(options.spec, read_config(options.config), fresh)
        except (DocumentError, GenerationError) as error:
            sys.stderr.write(f"not generated: {error}\n")
            return 1
        stale = differences(fresh, options.output)
        if not options.check:
            replace(fresh, options.output)
            if options.output == PACKAGE:
                COVERAGE.write_text(page(load(options.spec)), encoding="utf-8")
            sys.stdout.write(f"{options.output.name}: {len(stale)} files changed\n")
            return 0
    for name in stale:
        sys.stderr.write(f"{options.output / name} is not what openapi.yaml gives\n")
    if stale:
        sys.stderr.write("run `make generate` and commit the result\n")
    return 1 if stale else 0
