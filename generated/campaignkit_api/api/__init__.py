# Generated from openapi.yaml by `make generate`; do not edit.
"""The APIs, vendor by vendor: where each lives and what it offers."""

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from campaignkit_runtime.bulk import AsyncMapper, Mapper
from campaignkit_runtime.operations import Credential

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
    """Sonarly integrations API, as attributes of the client that sends."""

    BASE_URL: ClassVar[str] = "https://api.sonarly.io"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "Bearer", "SONARLY_API_KEY"),
    )
    """What its operations are called with, the API key first."""
    _send: "Sender"

    @cached_property
    def accounts(self) -> "SonarlyAccounts":
        """The account groups that a key of Sonarly's integrations API reaches."""
        from .sonarly_accounts import SonarlyAccounts

        return SonarlyAccounts(self._send)

    @cached_property
    def audiences(self) -> "SonarlyAudiences":
        """Sonarly's audiences, their prospects and their folders."""
        from .sonarly_audiences import SonarlyAudiences

        return SonarlyAudiences(self._send)

    @cached_property
    def campaigns(self) -> "SonarlyCampaigns":
        """Sonarly's campaigns, from the draft through their start and approvals to their end."""
        from .sonarly_campaigns import SonarlyCampaigns

        return SonarlyCampaigns(self._send)

    @cached_property
    def messages(self) -> "SonarlyMessages":
        """The messages of an account group's LinkedIn accounts, and answers to them."""
        from .sonarly_messages import SonarlyMessages

        return SonarlyMessages(self._send)

    @cached_property
    def prospecting(self) -> "SonarlyProspecting":
        """Sonarly's prospecting jobs, what they can draw on, and the prospects that they found."""
        from .sonarly_prospecting import SonarlyProspecting

        return SonarlyProspecting(self._send)

    @cached_property
    def signals(self) -> "SonarlySignals":
        """Sonarly's scans for signals, and what they found of each prospect."""
        from .sonarly_signals import SonarlySignals

        return SonarlySignals(self._send)

    @cached_property
    def templates(self) -> "SonarlyTemplates":
        """Sonarly's writing styles, value propositions and signal specifications."""
        from .sonarly_templates import SonarlyTemplates

        return SonarlyTemplates(self._send)


class CallersAPI(Mapper):
    """Callers.ai API, as attributes of the client that sends."""

    BASE_URL: ClassVar[str] = "https://api.callers.ai"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "", "CALLERS_API_KEY"),
        Credential("sync_secret", "X-Sync-Secret", "", "CALLERS_SYNC_SECRET"),
    )
    """What its operations are called with, the API key first."""
    _send: "Sender"

    @cached_property
    def campaigns(self) -> "CallersCampaigns":
        """Callers.ai's calling and mailing campaigns."""
        from .callers_campaigns import CallersCampaigns

        return CallersCampaigns(self._send)

    @cached_property
    def campaign_groups(self) -> "CallersCampaignGroups":
        """Groups of Callers.ai's campaigns."""
        from .callers_campaign_groups import CallersCampaignGroups

        return CallersCampaignGroups(self._send)

    @cached_property
    def contacts(self) -> "CallersContacts":
        """The people that Callers.ai's campaigns reach."""
        from .callers_contacts import CallersContacts

        return CallersContacts(self._send)

    @cached_property
    def memories(self) -> "CallersMemories":
        """What Callers.ai remembers of its contacts."""
        from .callers_memories import CallersMemories

        return CallersMemories(self._send)

    @cached_property
    def calls(self) -> "CallersCalls":
        """The calls that Callers.ai's campaigns made and took."""
        from .callers_calls import CallersCalls

        return CallersCalls(self._send)

    @cached_property
    def organizations(self) -> "CallersOrganizations":
        """The organization of the key, its sub organizations, numbers and limits."""
        from .callers_organizations import CallersOrganizations

        return CallersOrganizations(self._send)

    @cached_property
    def voices(self) -> "CallersVoices":
        """The voices that Callers.ai's agents speak with."""
        from .callers_voices import CallersVoices

        return CallersVoices(self._send)


class AsyncSonarlyAPI(AsyncMapper):
    """Sonarly integrations API, as attributes of the client that sends."""

    BASE_URL: ClassVar[str] = "https://api.sonarly.io"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "Bearer", "SONARLY_API_KEY"),
    )
    """What its operations are called with, the API key first."""
    _send: "AsyncSender"

    @cached_property
    def accounts(self) -> "AsyncSonarlyAccounts":
        """The account groups that a key of Sonarly's integrations API reaches."""
        from .sonarly_accounts import AsyncSonarlyAccounts

        return AsyncSonarlyAccounts(self._send)

    @cached_property
    def audiences(self) -> "AsyncSonarlyAudiences":
        """Sonarly's audiences, their prospects and their folders."""
        from .sonarly_audiences import AsyncSonarlyAudiences

        return AsyncSonarlyAudiences(self._send)

    @cached_property
    def campaigns(self) -> "AsyncSonarlyCampaigns":
        """Sonarly's campaigns, from the draft through their start and approvals to their end."""
        from .sonarly_campaigns import AsyncSonarlyCampaigns

        return AsyncSonarlyCampaigns(self._send)

    @cached_property
    def messages(self) -> "AsyncSonarlyMessages":
        """The messages of an account group's LinkedIn accounts, and answers to them."""
        from .sonarly_messages import AsyncSonarlyMessages

        return AsyncSonarlyMessages(self._send)

    @cached_property
    def prospecting(self) -> "AsyncSonarlyProspecting":
        """Sonarly's prospecting jobs, what they can draw on, and the prospects that they found."""
        from .sonarly_prospecting import AsyncSonarlyProspecting

        return AsyncSonarlyProspecting(self._send)

    @cached_property
    def signals(self) -> "AsyncSonarlySignals":
        """Sonarly's scans for signals, and what they found of each prospect."""
        from .sonarly_signals import AsyncSonarlySignals

        return AsyncSonarlySignals(self._send)

    @cached_property
    def templates(self) -> "AsyncSonarlyTemplates":
        """Sonarly's writing styles, value propositions and signal specifications."""
        from .sonarly_templates import AsyncSonarlyTemplates

        return AsyncSonarlyTemplates(self._send)


class AsyncCallersAPI(AsyncMapper):
    """Callers.ai API, as attributes of the client that sends."""

    BASE_URL: ClassVar[str] = "https://api.callers.ai"
    CREDENTIALS: ClassVar[tuple[Credential, ...]] = (
        Credential("api_key", "Authorization", "", "CALLERS_API_KEY"),
        Credential("sync_secret", "X-Sync-Secret", "", "CALLERS_SYNC_SECRET"),
    )
    """What its operations are called with, the API key first."""
    _send: "AsyncSender"

    @cached_property
    def campaigns(self) -> "AsyncCallersCampaigns":
        """Callers.ai's calling and mailing campaigns."""
        from .callers_campaigns import AsyncCallersCampaigns

        return AsyncCallersCampaigns(self._send)

    @cached_property
    def campaign_groups(self) -> "AsyncCallersCampaignGroups":
        """Groups of Callers.ai's campaigns."""
        from .callers_campaign_groups import AsyncCallersCampaignGroups

        return AsyncCallersCampaignGroups(self._send)

    @cached_property
    def contacts(self) -> "AsyncCallersContacts":
        """The people that Callers.ai's campaigns reach."""
        from .callers_contacts import AsyncCallersContacts

        return AsyncCallersContacts(self._send)

    @cached_property
    def memories(self) -> "AsyncCallersMemories":
        """What Callers.ai remembers of its contacts."""
        from .callers_memories import AsyncCallersMemories

        return AsyncCallersMemories(self._send)

    @cached_property
    def calls(self) -> "AsyncCallersCalls":
        """The calls that Callers.ai's campaigns made and took."""
        from .callers_calls import AsyncCallersCalls

        return AsyncCallersCalls(self._send)

    @cached_property
    def organizations(self) -> "AsyncCallersOrganizations":
        """The organization of the key, its sub organizations, numbers and limits."""
        from .callers_organizations import AsyncCallersOrganizations

        return AsyncCallersOrganizations(self._send)

    @cached_property
    def voices(self) -> "AsyncCallersVoices":
        """The voices that Callers.ai's agents speak with."""
        from .callers_voices import AsyncCallersVoices

        return AsyncCallersVoices(self._send)
