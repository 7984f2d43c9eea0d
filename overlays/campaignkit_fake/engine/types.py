"""Types that all packages of the fake use."""

from collections.abc import Mapping
from typing import Any, Literal

Vendor = Literal["sonarly", "callers"]
JSON = dict[str, Any]
Arguments = Mapping[str, Any]
"""The values of a request by the name of the parameter; the body is `body`."""
