"""What the scripts of all figures take on their command lines."""

import argparse


def variant(description: str | None) -> str:
    """The variant that the script is to measure."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--variant", required=True)
    chosen: str = parser.parse_args().variant
    return chosen
