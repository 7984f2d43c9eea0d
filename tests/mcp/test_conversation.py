"""The page with a conversation shows what happens."""

from tests.mcp import conversation


def test_page() -> None:
    """The script writes the page as it stands."""
    assert conversation.page() == conversation.PAGE.read_text(encoding="utf-8"), (
        "run `python -m tests.mcp.conversation`"
    )
