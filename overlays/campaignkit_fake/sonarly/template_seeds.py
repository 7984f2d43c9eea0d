"""Seeded templates, in the form of responses."""

from datetime import timedelta
from random import Random

from ..engine.times import START, iso_millis
from ..engine.types import JSON

__all__ = [
    "CONTENT_TYPES",
    "SAMPLE_TYPES",
    "signal_specification",
    "value_proposition",
    "writing_style",
]

CONTENT_TYPES = (
    "direct_message",
    "inmail",
    "direct_message_inmail",
    "email",
    "comment",
    "connection_request",
)
SAMPLE_TYPES = ("signal", "basic", "fallback")
_STYLES = ("Short and plain", "With a question", "For old acquaintances", "Of few words")
_OFFERS = ("Faster audits", "Fewer forms", "Quiet machines", "Better hires")
_SIGNALS = ("Changed jobs", "Raised money", "Hires people", "Writes about us")
_SOURCES = ("posts", "profiles", "news", "jobs")
_DESCRIPTIONS = (None, "Made with the sales team")


def writing_style(random: Random) -> JSON:
    """Return a writing style without an ID."""
    return {
        "name": random.choice(_STYLES),
        "description": random.choice(_DESCRIPTIONS),
        "contentType": random.choice((*CONTENT_TYPES, None)),
        "samples": [
            {
                "type": kind,
                "message": f"Hello, I saw that {{{{ {signal} }}}}." if signal else "Hello!",
                "subject": random.choice((None, "A word")),
                "signalTag": signal,
            }
            for kind, signal in zip(SAMPLE_TYPES, ("Signal", None, None), strict=True)
        ],
        "includeRules": random.sample(("Say who you are", "Ask one question"), 1),
        "excludeRules": random.choice(([], ["No attachments"])),
        "useStrictTemplate": random.random() < 0.7,
        "createdAt": _created(random),
    }


def value_proposition(random: Random) -> JSON:
    """Return a value proposition without an ID."""
    return {
        "name": random.choice(_OFFERS),
        "description": random.choice(_DESCRIPTIONS),
        "values": random.sample(("Saves time", "Saves money", "Is safe"), 2),
        "challenges": random.sample(("Too few people", "Too many tools"), 1),
        "createdAt": _created(random),
    }


def signal_specification(random: Random) -> JSON:
    """Return a signal specification without an ID."""
    return {
        "name": random.choice(_SIGNALS),
        "description": random.choice(_DESCRIPTIONS),
        "sources": random.sample(_SOURCES, 2),
    }


def _created(random: Random) -> str:
    return iso_millis(START - timedelta(days=random.randrange(1, 90)))
