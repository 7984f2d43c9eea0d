"""Errors before a call: nothing was sent."""


class UsageError(Exception):
    """A value or a setting is not valid; the message says what to do."""


class MissingKeyError(UsageError):
    """No API key is known for a vendor."""
