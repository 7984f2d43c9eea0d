"""Hooks for PyInstaller, which finds them by the entry point `pyinstaller40`.

Without them an executable lacks the OpenAPI document and every module that is loaded on demand.
"""

from importlib.resources import files


def get_hook_dirs() -> list[str]:
    """Return the directory of the hooks, where PyInstaller looks for `hook-PACKAGE.py`."""
    return [str(files(__name__))]
