"""Wire format of operations: parameters, bodies and responses, by operationId."""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .checks.document import METHODS, Node
from .generator_adapter import Config, Endpoint, EndpointCollection, UntrustedString
from .generator_adapter import PropertyProtocol as Property
from .media_types import Media
from .parameter_forms import (
    Key,
    ParameterForm,
    merged_parameters,
    normalize_parameters,
    parameter_form,
)
from .request_bodies import bodies_of, complete_bodies, normalize_body
from .response_forms import ResponseForms, normalize_responses, response_forms
from .spec import operations


@dataclass(frozen=True)
class OperationForm:
    """Wire format of one operation."""

    parameters: Mapping[Key, ParameterForm]
    bodies: tuple[Media, ...]
    responses: ResponseForms

    def parameter(self, location: str, prop: Property) -> ParameterForm:
        """Return the form of a parameter."""
        return self.parameters[location, prop.name.get_untrusted_value()]


def operation_forms(document: Node) -> dict[str, OperationForm]:
    """Return the wire format of each operation, by operationId."""
    forms = {}
    for _, method, operation, item in operations(document):
        parameters = map(parameter_form, merged_parameters(document, item, operation))
        forms[operation["operationId"]] = OperationForm(
            parameters={
                (parameter.location, parameter.name): parameter for parameter in parameters
            },
            bodies=bodies_of(document, operation),
            responses=response_forms(document, operation, method),
        )
    return forms


def normalize_operations(document: Node) -> Node:
    """Return the document with its operations as the generator reads them."""
    document = copy.copy(document)
    document["paths"] = {path: dict(item) for path, item in document["paths"].items()}
    for item in document["paths"].values():
        for method in [method for method in METHODS if method in item]:
            operation = item[method] = dict(item[method])
            normalize_parameters(document, item, operation)
            normalize_body(document, operation)
            normalize_responses(document, operation, method)
    for item in document["paths"].values():
        item.pop("parameters", None)
    return document


def complete_endpoints(
    collections: Iterable[EndpointCollection], forms: Mapping[str, OperationForm], config: Config
) -> None:
    """Complete the endpoints of the generator with the parts that it cannot read."""
    areas = [*collections]
    complete_bodies(areas, {name: form.bodies for name, form in forms.items()})
    for endpoint in (endpoint for area in areas for endpoint in area.endpoints):
        _restore_headers(endpoint, forms[str(endpoint.name)], config)


def _restore_headers(endpoint: Endpoint, form: OperationForm, config: Config) -> None:
    """Move headers from the cookies back to the headers."""
    cookies = [*endpoint.cookie_parameters]
    endpoint.cookie_parameters.clear()
    for prop in cookies:
        name = prop.name.get_untrusted_value()
        is_header = ("cookie", name) not in form.parameters
        if is_header and str(prop.python_name).endswith("_cookie"):
            renamed = str(prop.python_name).removesuffix("cookie") + "header"
            prop.set_python_name(UntrustedString(renamed), config)
        (endpoint.header_parameters if is_header else endpoint.cookie_parameters).append(prop)
