"""Checks of one exchange: the request and the response."""
