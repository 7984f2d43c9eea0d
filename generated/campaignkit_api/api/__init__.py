# Generated from openapi.yaml by `make generate`; do not edit.
"""The APIs, vendor by vendor: where each lives and what it offers."""

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ..client import Credential

if TYPE_CHECKING:
    from ..client import AsyncSender, Sender
    from .callers_campaigns import AsyncCallersCampaigns, CallersCampaigns
    from .sonarly_campaigns import AsyncSonarlyCampaigns, SonarlyCampaigns


class SonarlyAPI:
    """Sonarly integrations API, as attributes of the client that sends."""

    BASE_URL: ClassVar[str] = "https://api.sonarly.io"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "Bearer", "SONARLY_API_KEY"),
    )
    """What its operations are called with, the API key first."""
    _send: "Sender"

    @cached_property
    def campaigns(self) -> "SonarlyCampaigns":
        """Sonarly's campaigns, seen and started through the integrations API."""
        from .sonarly_campaigns import SonarlyCampaigns

        return SonarlyCampaigns(self._send)


class CallersAPI:
    """Callers.ai API, as attributes of the client that sends."""

    BASE_URL: ClassVar[str] = "https://api.callers.ai"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "", "CALLERS_API_KEY"),
    )
    """What its operations are called with, the API key first."""
    _send: "Sender"

    @cached_property
    def campaigns(self) -> "CallersCampaigns":
        """Callers.ai's calling and mailing campaigns."""
        from .callers_campaigns import CallersCampaigns

        return CallersCampaigns(self._send)


class AsyncSonarlyAPI:
    """Sonarly integrations API, as attributes of the client that sends."""

    BASE_URL: ClassVar[str] = "https://api.sonarly.io"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "Bearer", "SONARLY_API_KEY"),
    )
    """What its operations are called with, the API key first."""
    _send: "AsyncSender"

    @cached_property
    def campaigns(self) -> "AsyncSonarlyCampaigns":
        """Sonarly's campaigns, seen and started through the integrations API."""
        from .sonarly_campaigns import AsyncSonarlyCampaigns

        return AsyncSonarlyCampaigns(self._send)


class AsyncCallersAPI:
    """Callers.ai API, as attributes of the client that sends."""

    BASE_URL: ClassVar[str] = "https://api.callers.ai"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "", "CALLERS_API_KEY"),
    )
    """What its operations are called with, the API key first."""
    _send: "AsyncSender"

    @cached_property
    def campaigns(self) -> "AsyncCallersCampaigns":
        """Callers.ai's calling and mailing campaigns."""
        from .callers_campaigns import AsyncCallersCampaigns

        return AsyncCallersCampaigns(self._send)
