"""The fake behind the spec, as Schemathesis calls it."""

import os
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

import httpx
import schemathesis
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.schemathesis.command import FAKE_CONFIG
from campaignkit_contract.spec.document import packaged_spec_path
from campaignkit_fake import Fake
from schemathesis.config import SchemathesisConfig
from werkzeug import Request, Response

from tests.sampling import examples

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

FAKE = Fake()

Change = Callable[[Response], None]


class ObservedApp:
    """WSGI app that reports every exchange."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self.on_exchange: Callable[[Exchange], object] = lambda _: None

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Return the response of the app, and report the exchange."""
        request = Request(environ)
        sent = request.get_data()
        environ["wsgi.input"] = BytesIO(sent)
        response = Response.from_app(self._app, environ)
        self.on_exchange(
            Exchange(
                method=request.method,
                target=f"{environ['REQUEST_URI']}?{environ['QUERY_STRING']}",
                status=response.status_code,
                headers=httpx.Headers(response.headers.to_wsgi_list()),
                body=response.get_data(),
                request_headers=httpx.Headers(request.headers.to_wsgi_list()),
                request_body=sent,
            )
        )
        return response(environ, start_response)


def load(app: object) -> schemathesis.BaseSchema:
    """Return the spec with an app behind it; EXAMPLES is the number of generated cases."""
    config = SchemathesisConfig.from_path(FAKE_CONFIG)
    schema = schemathesis.openapi.from_path(packaged_spec_path(), config=config)
    # The schema has its own configuration; a change of the default would not reach it.
    generation = schema.config.generation
    full = generation.max_examples or 25
    generation.max_examples = int(os.environ.get("EXAMPLES", examples(full=full, sampled=5)))
    schema.app = app
    schema.hook(filter_body)
    return schema


def filter_body(context: schemathesis.HookContext, body: object) -> bool:
    """Return False for a form whose names the client of Werkzeug writes without escapes."""
    assert context.operation is not None  # a body belongs to one
    is_form = any("multipart" in payload.media_type for payload in context.operation.body)
    names = "".join(body) if is_form and isinstance(body, dict) else ""
    return set(names).isdisjoint('\r\n"')


class ChangedApp:
    """Fake whose responses are changed."""

    def __init__(self, change: Change) -> None:
        self._spoil = change

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Return the changed response of the fake."""
        response = Response.from_app(FAKE, environ)
        self._spoil(response)
        return response(environ, start_response)
