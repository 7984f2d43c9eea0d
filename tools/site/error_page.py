"""Reference of the errors: the tree of classes, each with its meaning."""

import inspect
from collections.abc import Iterator

import campaignkit
from campaignkit import CampaignKitError


def error_page() -> str:
    """Return the page of the errors."""
    return (
        "\n".join(
            [
                "---\ntitle: Errors\n---",
                "# Errors",
                "",
                "Import them from `campaignkit`. [Errors and responses](../errors.md) describes "
                "their attributes, [retries](../retries.md) their outcome.",
                "",
                *_tree(CampaignKitError, 0, set()),
            ]
        )
        + "\n"
    )


def _tree(error: type[CampaignKitError], depth: int, seen: set[type]) -> Iterator[str]:
    """Yield an error and those below it as a nested list."""
    if error in seen or getattr(campaignkit, error.__name__, None) is not error:
        return
    seen.add(error)
    text = " ".join((inspect.getdoc(error) or "").partition("\n\n")[0].split())
    yield f"{'    ' * depth}- **`{error.__name__}`**: {text}"
    for child in error.__subclasses__():
        yield from _tree(child, depth + 1, seen)
