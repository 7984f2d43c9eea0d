"""Session of a command."""

from campaignkit_operations.client_factory import ClientFactory


class Session(ClientFactory):
    """Environment, profile and clients of one command."""
