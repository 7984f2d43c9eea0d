"""Evidence of a problem: the request as a curl line and an excerpt of the response.

Neither contains a key or personal data.
"""

from dataclasses import dataclass

from ..exchange import Exchange
from ..spec.routes import Route
from .curl import curl_line
from .redaction import body_excerpt


@dataclass(frozen=True)
class Evidence:
    """One exchange, in a form that can be shown."""

    curl: str
    status: int
    response: str

    @classmethod
    def of(
        cls, exchange: Exchange, base_url: str, route: Route | None, *, has_usual_key: bool = True
    ) -> "Evidence":
        """Return the evidence of an exchange.

        Args:
            exchange: The exchange.
            base_url: URL of the server.
            route: Route of the path, or None if the spec lacks it.
            has_usual_key: False for a request with another key than most.
        """
        curl = curl_line(exchange, base_url, route, has_usual_key=has_usual_key)
        return cls(curl, exchange.status, body_excerpt(exchange.body))
