"""The page of operations and sources is that of the spec."""

from pathlib import Path

from document import load
from provenance import page

ROOT = Path(__file__).parent.parent.parent


def test_current() -> None:
    """`make generate` has written it since the spec changed."""
    written = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")

    assert written == page(load(ROOT / "openapi.yaml"))


def test_earlier_documents() -> None:
    """What only older documents know is listed by itself."""
    document = load(ROOT / "openapi.yaml")
    document["paths"]["/campaigns"]["get"]["x-source"]["standing"] = "earlier-documents"

    assert page(document).endswith("earlier documents only\n\n- `callers.campaigns.list`\n")
