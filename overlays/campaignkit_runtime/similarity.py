"""Similarity of a name that was sent and a name that was stored."""

from unicodedata import normalize

# A shorter beginning of a name says nothing.
_MIN_COMMON = 3


def resembles(found: object, given: object) -> bool:
    """Return True if a stored name may be the given one, trimmed, normalized, cut or extended.

    Letter case, runs of spaces and Unicode forms make no difference.
    """
    if not isinstance(found, str) or not isinstance(given, str):
        return False
    stored, sent = _normalized(found).rstrip(".…"), _normalized(given)
    short, long = sorted((stored, sent), key=len)
    return stored == sent or (len(short) >= _MIN_COMMON and long.startswith(short))


def _normalized(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())
