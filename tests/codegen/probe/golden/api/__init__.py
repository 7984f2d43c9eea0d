# Generated from openapi.yaml by `make generate`; do not edit.
"""APIs of the vendors: base URL, credentials and resources."""

from typing import TYPE_CHECKING, ClassVar

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.mapper import AsyncMapper, Mapper
from campaignkit_runtime.operations import Credential, TokenSource

if TYPE_CHECKING:
    from campaignkit_runtime.protocols import AsyncSender, Sender

    from .orchard_trees import AsyncOrchardTrees, OrchardTrees


class OrchardAPI(Mapper):
    """Orchard, one attribute per resource."""

    VENDOR: ClassVar[str] = "orchard"
    """Name with which the IDs of its operations start."""
    BASE_URL: ClassVar[str] = "https://orchard.example"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "Bearer", "ORCHARD_API_KEY"),
        Credential("gate_secret", "X-Gate-Secret", "", "ORCHARD_GATE_SECRET"),
    )
    """Credentials of the operations, the API key first."""
    ALLOWS_ANONYMOUS: ClassVar[bool] = False
    """True if some operations need no credential."""
    _send: "Sender"

    @cached_property
    def trees(self) -> "OrchardTrees":
        """The trees."""
        from .orchard_trees import OrchardTrees

        return OrchardTrees(self._send)


class AsyncOrchardAPI(AsyncMapper):
    """Orchard, one attribute per resource."""

    VENDOR: ClassVar[str] = "orchard"
    """Name with which the IDs of its operations start."""
    BASE_URL: ClassVar[str] = "https://orchard.example"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "Bearer", "ORCHARD_API_KEY"),
        Credential("gate_secret", "X-Gate-Secret", "", "ORCHARD_GATE_SECRET"),
    )
    """Credentials of the operations, the API key first."""
    ALLOWS_ANONYMOUS: ClassVar[bool] = False
    """True if some operations need no credential."""
    _send: "AsyncSender"

    @cached_property
    def trees(self) -> "AsyncOrchardTrees":
        """The trees."""
        from .orchard_trees import AsyncOrchardTrees

        return AsyncOrchardTrees(self._send)
