"""Python names of header parameters."""

from collections.abc import Iterable

from .generator_adapter import Config, Endpoint, EndpointCollection, UntrustedString
from .payloads import Payloads

_PREFIX = "x-"


def name_headers(
    collections: Iterable[EndpointCollection], payloads: Payloads, config: Config
) -> None:
    """Name header parameters without the prefix `x-`, unless another parameter has that name."""
    for collection in collections:
        for endpoint in collection.endpoints:
            _name_headers_of(endpoint, payloads, config)


def _name_headers_of(endpoint: Endpoint, payloads: Payloads, config: Config) -> None:
    bodies = [payloads.fields(body.prop).values() for body in endpoint.bodies]
    for header in endpoint.header_parameters:
        others = [prop for prop in endpoint.list_all_parameters() if prop is not header]
        used = {str(prop.python_name) for fields in [others, *bodies] for prop in fields}
        name = header.name.get_untrusted_value()
        short = name[len(_PREFIX) :].replace("-", "_").lower()
        if name.lower().startswith(_PREFIX) and short not in used:
            header.set_python_name(UntrustedString(short), config)
