"""Command-line options of the scripts."""

import argparse


def level_and_variant(description: str | None) -> tuple[int | None, str]:
    """Return `--level` and `--variant`; without a level the script tries all of its levels."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--variant", required=True)
    parser.add_argument("--level", type=int)
    chosen = parser.parse_args()
    return chosen.level, chosen.variant


def variant(description: str | None) -> str:
    """Return `--variant`: the name of the variant to measure."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--variant", required=True)
    chosen: str = parser.parse_args().variant
    return chosen
