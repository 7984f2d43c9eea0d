"""Run the command line: `campaignkit`, or `python -m campaignkit_cli`."""

import sys

_MISSING = {
    False: "campaignkit: the command line is not installed. Run: pip install 'campaignkit[cli]'\n",
    True: "campaignkit: the tool server is not installed. Run: pip install 'campaignkit[mcp]'\n",
}


def main() -> int:
    """Run the command line and return its exit code."""
    try:
        return _run()
    except KeyboardInterrupt:  # while its modules are loaded
        sys.stderr.write("campaignkit: interrupted.\n")
        return 2 if sys.argv[1:2] == ["contract"] else 130  # The codes of `contract` differ.


def _run() -> int:
    try:
        import click  # noqa: F401 - its absence shows that the extra is missing
    except ModuleNotFoundError:
        sys.stderr.write(_MISSING[sys.argv[1:2] == ["mcp"]])
        return 2
    from .app import main as run
    from .streams import accept_all_letters, open_closed_streams

    open_closed_streams()
    accept_all_letters()
    return run()


if __name__ == "__main__":  # pragma: no cover - runs in tests/cli/test_process.py
    sys.exit(main())
