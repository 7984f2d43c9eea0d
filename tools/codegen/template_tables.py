"""Tables for our templates: what each looks up about an operation or a model."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .annotations import Annotations
from .batching import Batches
from .bulk_writes import BulkWriteRules
from .catalog import Catalog
from .credentials import Credentials
from .decoders import DecoderExpressions
from .docstrings import Docstrings
from .encoders import Encodings
from .generator_adapter import Config, Endpoint, GeneratorData
from .headers import name_headers
from .methods import Methods
from .operation_forms import complete_endpoints, operation_forms
from .operation_info import OperationInfo, operation_info
from .pagination import Paginations
from .payloads import Payloads, optional_headers, successes
from .polling import Pollings
from .python_names import PythonNames
from .requests import Requests
from .response_forms import media_of_response
from .runtime_names import RuntimeNames
from .signatures import Signatures, keyword
from .spec import Json, areas, vendors
from .unions import Unions
from .verify import Verifications


@dataclass(frozen=True)
class OperationRules:
    """Rules of the operations, each from an extension of the document."""

    verifications: Verifications
    signatures: Signatures
    paginations: Paginations
    jobs: Pollings
    batches: Batches
    bulk_writes: BulkWriteRules

    @classmethod
    def of(
        cls,
        document: Json,
        data: GeneratorData,
        payloads: Payloads,
        operations: dict[str, OperationInfo],
    ) -> "OperationRules":
        """Return the rules of a document."""
        collections = data.endpoint_collections_by_tag
        endpoints = [item for found in collections.values() for item in found.endpoints]
        verifications = Verifications(document, collections, payloads)
        signatures = Signatures(operations, payloads, verifications)
        return cls(
            verifications,
            signatures,
            Paginations(document, payloads),
            Pollings(document, collections, payloads),
            Batches(document, payloads),
            BulkWriteRules(document, endpoints, payloads, signatures),
        )

    @property
    def by_key(self) -> dict[str, Callable[[Endpoint], object]]:
        """Return the functions that read the rule of an operation, by the key that they read."""
        return {
            "x-verify": self.verifications.of,
            "x-pagination": self.paginations.of,
            "x-job": self.jobs.of,
            "x-batch": self.batches.of,
            "x-bulk": self.bulk_writes.of,
            "parameters": self.signatures.of,
        }


class TemplateTables:
    """Tables of one document. Making them also completes the endpoints of the generator."""

    def __init__(self, document: Json, data: GeneratorData, config: Config, unions: Unions) -> None:
        collections = data.endpoint_collections_by_tag
        self._document = document
        self._unions = unions
        self._endpoints = {str(tag): found.endpoints for tag, found in collections.items()}
        self._names = RuntimeNames(
            str(prop.class_info.name) for prop in [*data.models, *data.enums]
        )
        self._annotations = Annotations(self._names)
        self._payloads = Payloads(data.models, self._annotations)
        self._forms = operation_forms(document)
        complete_endpoints(collections.values(), self._forms, config)
        name_headers(collections.values(), self._payloads, config)
        self._operations = operation_info(document)
        self._encodings = Encodings(collections.values(), self._payloads)
        self._docstrings = Docstrings(PythonNames(document, prefix=config.field_prefix))
        self.rules = OperationRules.of(document, data, self._payloads, self._operations)

    def by_name(self) -> dict[str, Any]:
        """Return the tables and functions by their names in the templates."""
        methods = self._methods()
        return {
            **vars(self.rules),
            "catalog": Catalog(
                self._document, self._endpoints, methods, self._payloads, self._docstrings
            ),
            "operations": self._operations,
            "credentials": Credentials(self._document),
            "areas": areas(self._document),
            "vendors": vendors(self._document),
            "ours": self._names,
            "annotations": self._annotations,
            "payloads": self._payloads,
            "decoders": DecoderExpressions(self._unions, self._names),
            "encodings": self._encodings,
            "requests": Requests(self._forms, self._encodings, self.rules.signatures),
            "docstrings": self._docstrings,
            "methods": methods,
            "media_of_response": media_of_response,
            "keyword": keyword,
            "successes": successes,
            "optional_headers": optional_headers,
        }

    def _methods(self) -> Methods:
        rules = self.rules
        return Methods(
            self._operations,
            self._payloads,
            rules.signatures,
            rules.paginations,
            rules.jobs,
            rules.batches,
            self._docstrings,
        )
