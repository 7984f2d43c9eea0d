"""Files that commands write."""

from pathlib import Path

from .exit_codes import CommandError


def check_target(path: Path, option: str) -> Path:
    """Return a path that a command can write later, so that no result is lost at its end.

    A device or a folder is refused, because a file takes the place of its target.

    Args:
        path: File to write; it need not exist.
        option: Option that names it.

    Raises:
        CommandError: The path is not a file, or its folder does not exist.
    """
    if path.exists() and not path.is_file():
        raise CommandError(f"{option} must be a file, got {path}.")
    if not path.parent.is_dir():
        raise CommandError(f"{option} must be in a folder that exists, got {path}.")
    return path
