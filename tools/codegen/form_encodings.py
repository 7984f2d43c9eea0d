"""Encodings of the fields of forms, from the `encoding` of a media type."""

from .media_types import Media, base_of


def form_styles(media: Media) -> dict[str, tuple[str, bool]]:
    """Return style and explode of the fields of an URL-encoded form that declare it."""
    styles: dict[str, tuple[str, bool]] = {}
    for name, encoding in media.encoding.items():
        if "style" in encoding or "explode" in encoding:
            style = encoding.get("style", "form")
            styles[name] = style, bool(encoding.get("explode", style == "form"))
        elif is_json(encoding.get("contentType", "")):
            styles[name] = "json", False
    return styles


def part_types(media: Media) -> dict[str, str]:
    """Return the content types of the parts that declare it."""
    return {
        name: encoding["contentType"]
        for name, encoding in media.encoding.items()
        if "contentType" in encoding
    }


def is_json(content_type: str) -> bool:
    """Return True for a media type of JSON."""
    return base_of(content_type).endswith(("/json", "+json"))
