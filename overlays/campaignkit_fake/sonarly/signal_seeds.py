"""Made-up signals, one form for each source."""

from datetime import timedelta
from random import Random

from ..engine.times import START, iso_millis
from ..engine.types import JSON

__all__ = ["new_signal"]

_NEWS = ("Looks for a new supplier", "Opens an office abroad", "Hires for a new team")


def new_signal(random: Random, source: str) -> JSON:
    """Return a signal of a source."""
    make = {"posts": random.choice((_post, _comment)), "jobs": _vacancy}.get(source, _other)
    return {
        "score": random.randint(1, 100),
        "reasoning": "It names a need that we can meet.",
        "summary": random.choice(_NEWS),
        **make(random),
    }


def _past(random: Random) -> str:
    return iso_millis(START - timedelta(hours=random.randrange(1, 24 * 30)))


def _post(random: Random) -> JSON:
    return {
        "title": random.choice(_NEWS),
        "postedAt": _past(random),
        "postLink": f"https://example.com/posts/{random.randrange(10_000)}",
        "totalLikes": random.randrange(200),
        "totalComments": random.randrange(40),
    }


def _comment(random: Random) -> JSON:
    return {
        "replySummary": "Asks for an expert.",
        "commentedAt": _past(random),
        "commentLink": f"https://example.com/comments/{random.randrange(10_000)}",
    }


def _vacancy(random: Random) -> JSON:
    link = f"https://example.com/jobs/{random.randrange(10_000)}"
    return {"jobUrl": random.choice((None, link)), **_other(random)}


def _other(random: Random) -> JSON:
    return {"companyName": random.choice(("Acme", "Globex", "Initech"))}
