"""Contract verification: a server, a recording or a test run against openapi.yaml.

    validator = packaged_validator()
    findings = validator.validate(Exchange.from_httpx(response))

    $ campaignkit contract run --base-url https://...
    $ campaignkit contract replay recording.har

In pytest, `--contract` validates every exchange of a run. The package needs the extra:
`pip install 'campaignkit[contract]'`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .exchange import Exchange, RecordingError
    from .findings import Finding, exit_code
    from .recording.capture import capture_exchanges
    from .recording.replay import replay
    from .validator import Validator, packaged_validator

__all__ = [
    "Exchange",
    "Finding",
    "RecordingError",
    "Validator",
    "capture_exchanges",
    "exit_code",
    "packaged_validator",
    "replay",
]

_MODULES = {
    "Exchange": "exchange",
    "Finding": "findings",
    "RecordingError": "exchange",
    "Validator": "validator",
    "capture_exchanges": "recording.capture",
    "exit_code": "findings",
    "packaged_validator": "validator",
    "replay": "recording.replay",
}


def __getattr__(name: str) -> Any:
    """Load a name on first use, because pytest loads the plugin even without the extra."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(f".{_MODULES[name]}", __name__), name)
    except ModuleNotFoundError as error:
        message = f"{error}. Install campaignkit with its extra [contract]."
        raise ImportError(message) from error
