# Generated from openapi.yaml by `make generate`; do not edit.
"""APIs of the vendors: base URL, credentials and resources."""

from typing import TYPE_CHECKING, ClassVar

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.mapper import AsyncMapper, Mapper
from campaignkit_runtime.operations import Credential, TokenSource

if TYPE_CHECKING:
    from campaignkit_runtime.protocols import AsyncSender, Sender

    from .callers_calls import AsyncCallersCalls, CallersCalls
    from .callers_campaign_groups import (
        AsyncCallersCampaignGroups,
        CallersCampaignGroups,
    )
    from .callers_campaigns import AsyncCallersCampaigns, CallersCampaigns
    from .callers_contacts import AsyncCallersContacts, CallersContacts
    from .callers_memories import AsyncCallersMemories, CallersMemories
    from .callers_organizations import AsyncCallersOrganizations, CallersOrganizations
    from .callers_voices import AsyncCallersVoices, CallersVoices
    from .sonarly_accounts import AsyncSonarlyAccounts, SonarlyAccounts
    from .sonarly_audiences import AsyncSonarlyAudiences, SonarlyAudiences
    from .sonarly_campaigns import AsyncSonarlyCampaigns, SonarlyCampaigns
    from .sonarly_messages import AsyncSonarlyMessages, SonarlyMessages
    from .sonarly_prospecting import AsyncSonarlyProspecting, SonarlyProspecting
    from .sonarly_signals import AsyncSonarlySignals, SonarlySignals
    from .sonarly_templates import AsyncSonarlyTemplates, SonarlyTemplates


class SonarlyAPI(Mapper):
    """Sonarly integrations API, one attribute per resource."""

    VENDOR: ClassVar[str] = "sonarly"
    """Name with which the IDs of its operations start."""
    BASE_URL: ClassVar[str] = "https://api.sonarly.io"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "Bearer", "SONARLY_API_KEY"),
    )
    """Credentials of the operations, the API key first."""
    ALLOWS_ANONYMOUS: ClassVar[bool] = False
    """True if some operations need no credential."""
    _send: "Sender"

    @cached_property
    def accounts(self) -> "SonarlyAccounts":
        """Account groups that a Sonarly API key can access."""
        from .sonarly_accounts import SonarlyAccounts

        return SonarlyAccounts(self._send)

    @cached_property
    def audiences(self) -> "SonarlyAudiences":
        """Audiences of Sonarly, their prospects and folders."""
        from .sonarly_audiences import SonarlyAudiences

        return SonarlyAudiences(self._send)

    @cached_property
    def campaigns(self) -> "SonarlyCampaigns":
        """Campaigns of Sonarly: drafts, start, approvals and stop."""
        from .sonarly_campaigns import SonarlyCampaigns

        return SonarlyCampaigns(self._send)

    @cached_property
    def messages(self) -> "SonarlyMessages":
        """Messages of the LinkedIn accounts of an account group, and replies to them."""
        from .sonarly_messages import SonarlyMessages

        return SonarlyMessages(self._send)

    @cached_property
    def prospecting(self) -> "SonarlyProspecting":
        """Prospecting jobs of Sonarly, their sources and the prospects found."""
        from .sonarly_prospecting import SonarlyProspecting

        return SonarlyProspecting(self._send)

    @cached_property
    def signals(self) -> "SonarlySignals":
        """Signal scans of Sonarly, and the signals of each prospect."""
        from .sonarly_signals import SonarlySignals

        return SonarlySignals(self._send)

    @cached_property
    def templates(self) -> "SonarlyTemplates":
        """Writing styles, value propositions and signal specifications of Sonarly."""
        from .sonarly_templates import SonarlyTemplates

        return SonarlyTemplates(self._send)


class CallersAPI(Mapper):
    """Callers.ai API, one attribute per resource."""

    VENDOR: ClassVar[str] = "callers"
    """Name with which the IDs of its operations start."""
    BASE_URL: ClassVar[str] = "https://api.callers.ai"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "", "CALLERS_API_KEY"),
        Credential("sync_secret", "X-Sync-Secret", "", "CALLERS_SYNC_SECRET"),
    )
    """Credentials of the operations, the API key first."""
    ALLOWS_ANONYMOUS: ClassVar[bool] = False
    """True if some operations need no credential."""
    _send: "Sender"

    @cached_property
    def campaigns(self) -> "CallersCampaigns":
        """Calling and email campaigns of Callers.ai."""
        from .callers_campaigns import CallersCampaigns

        return CallersCampaigns(self._send)

    @cached_property
    def campaign_groups(self) -> "CallersCampaignGroups":
        """Groups of Callers.ai campaigns."""
        from .callers_campaign_groups import CallersCampaignGroups

        return CallersCampaignGroups(self._send)

    @cached_property
    def contacts(self) -> "CallersContacts":
        """Contacts of Callers.ai campaigns."""
        from .callers_contacts import CallersContacts

        return CallersContacts(self._send)

    @cached_property
    def memories(self) -> "CallersMemories":
        """Memories that Callers.ai keeps about contacts."""
        from .callers_memories import CallersMemories

        return CallersMemories(self._send)

    @cached_property
    def calls(self) -> "CallersCalls":
        """Outgoing and incoming calls of Callers.ai campaigns."""
        from .callers_calls import CallersCalls

        return CallersCalls(self._send)

    @cached_property
    def organizations(self) -> "CallersOrganizations":
        """The organization of the API key, its sub-organizations, phone numbers and limits."""
        from .callers_organizations import CallersOrganizations

        return CallersOrganizations(self._send)

    @cached_property
    def voices(self) -> "CallersVoices":
        """Voices for the agents of Callers.ai."""
        from .callers_voices import CallersVoices

        return CallersVoices(self._send)


class AsyncSonarlyAPI(AsyncMapper):
    """Sonarly integrations API, one attribute per resource."""

    VENDOR: ClassVar[str] = "sonarly"
    """Name with which the IDs of its operations start."""
    BASE_URL: ClassVar[str] = "https://api.sonarly.io"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "Bearer", "SONARLY_API_KEY"),
    )
    """Credentials of the operations, the API key first."""
    ALLOWS_ANONYMOUS: ClassVar[bool] = False
    """True if some operations need no credential."""
    _send: "AsyncSender"

    @cached_property
    def accounts(self) -> "AsyncSonarlyAccounts":
        """Account groups that a Sonarly API key can access."""
        from .sonarly_accounts import AsyncSonarlyAccounts

        return AsyncSonarlyAccounts(self._send)

    @cached_property
    def audiences(self) -> "AsyncSonarlyAudiences":
        """Audiences of Sonarly, their prospects and folders."""
        from .sonarly_audiences import AsyncSonarlyAudiences

        return AsyncSonarlyAudiences(self._send)

    @cached_property
    def campaigns(self) -> "AsyncSonarlyCampaigns":
        """Campaigns of Sonarly: drafts, start, approvals and stop."""
        from .sonarly_campaigns import AsyncSonarlyCampaigns

        return AsyncSonarlyCampaigns(self._send)

    @cached_property
    def messages(self) -> "AsyncSonarlyMessages":
        """Messages of the LinkedIn accounts of an account group, and replies to them."""
        from .sonarly_messages import AsyncSonarlyMessages

        return AsyncSonarlyMessages(self._send)

    @cached_property
    def prospecting(self) -> "AsyncSonarlyProspecting":
        """Prospecting jobs of Sonarly, their sources and the prospects found."""
        from .sonarly_prospecting import AsyncSonarlyProspecting

        return AsyncSonarlyProspecting(self._send)

    @cached_property
    def signals(self) -> "AsyncSonarlySignals":
        """Signal scans of Sonarly, and the signals of each prospect."""
        from .sonarly_signals import AsyncSonarlySignals

        return AsyncSonarlySignals(self._send)

    @cached_property
    def templates(self) -> "AsyncSonarlyTemplates":
        """Writing styles, value propositions and signal specifications of Sonarly."""
        from .sonarly_templates import AsyncSonarlyTemplates

        return AsyncSonarlyTemplates(self._send)


class AsyncCallersAPI(AsyncMapper):
    """Callers.ai API, one attribute per resource."""

    VENDOR: ClassVar[str] = "callers"
    """Name with which the IDs of its operations start."""
    BASE_URL: ClassVar[str] = "https://api.callers.ai"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "", "CALLERS_API_KEY"),
        Credential("sync_secret", "X-Sync-Secret", "", "CALLERS_SYNC_SECRET"),
    )
    """Credentials of the operations, the API key first."""
    ALLOWS_ANONYMOUS: ClassVar[bool] = False
    """True if some operations need no credential."""
    _send: "AsyncSender"

    @cached_property
    def campaigns(self) -> "AsyncCallersCampaigns":
        """Calling and email campaigns of Callers.ai."""
        from .callers_campaigns import AsyncCallersCampaigns

        return AsyncCallersCampaigns(self._send)

    @cached_property
    def campaign_groups(self) -> "AsyncCallersCampaignGroups":
        """Groups of Callers.ai campaigns."""
        from .callers_campaign_groups import AsyncCallersCampaignGroups

        return AsyncCallersCampaignGroups(self._send)

    @cached_property
    def contacts(self) -> "AsyncCallersContacts":
        """Contacts of Callers.ai campaigns."""
        from .callers_contacts import AsyncCallersContacts

        return AsyncCallersContacts(self._send)

    @cached_property
    def memories(self) -> "AsyncCallersMemories":
        """Memories that Callers.ai keeps about contacts."""
        from .callers_memories import AsyncCallersMemories

        return AsyncCallersMemories(self._send)

    @cached_property
    def calls(self) -> "AsyncCallersCalls":
        """Outgoing and incoming calls of Callers.ai campaigns."""
        from .callers_calls import AsyncCallersCalls

        return AsyncCallersCalls(self._send)

    @cached_property
    def organizations(self) -> "AsyncCallersOrganizations":
        """The organization of the API key, its sub-organizations, phone numbers and limits."""
        from .callers_organizations import AsyncCallersOrganizations

        return AsyncCallersOrganizations(self._send)

    @cached_property
    def voices(self) -> "AsyncCallersVoices":
        """Voices for the agents of Callers.ai."""
        from .callers_voices import AsyncCallersVoices

        return AsyncCallersVoices(self._send)
