"""What the scripts of all figures take on their command lines."""

import argparse


def level_and_variant(description: str | None) -> tuple[int | None, str]:
    """The variant, and one bound on its calls in flight; None for those that it is tried with."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--variant", required=True)
    parser.add_argument("--level", type=int)
    chosen = parser.parse_args()
    return chosen.level, chosen.variant


def variant(description: str | None) -> str:
    """The variant that the script is to measure."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--variant", required=True)
    chosen: str = parser.parse_args().variant
    return chosen
