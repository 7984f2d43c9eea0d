"""Methods of the generated resource classes: arguments, return type and docstring."""

import re
from dataclasses import dataclass

from .batching import Batches
from .bulk_writes import BulkWrite
from .docstrings import Docstrings, Kind
from .generator_adapter import Endpoint
from .operation_info import OperationInfo
from .pagination import Paginations
from .payloads import Payloads
from .polling import Pollings
from .signatures import Signature, Signatures

# A resource has a method named `list`, which hides the type within its class.
_LIST = re.compile(r"(?<![\w.])list\[")


@dataclass(frozen=True)
class Method:
    """Method of a resource class, as the template prints it."""

    kind: Kind
    signature: Signature
    returns: str
    """Type that the method returns."""
    docstring: str
    is_coroutine: bool

    @property
    def declarations(self) -> list[str]:
        """Declarations of the arguments, `self` first."""
        keywords = [parameter.declaration for parameter in self.signature.keywords]
        positional = [parameter.declaration for parameter in self.signature.positional]
        arguments = ["self", *positional, *(["*"] if keywords else []), *keywords]
        return [qualify_list(argument) for argument in arguments]


class Methods:
    """Methods of the operations of one document."""

    def __init__(
        self,
        info: dict[str, OperationInfo],
        payloads: Payloads,
        signatures: Signatures,
        paginations: Paginations,
        jobs: Pollings,
        batches: Batches,
        docstrings: Docstrings,
    ) -> None:
        self._info = info
        self._payloads = payloads
        self._signatures = signatures
        self._paginations = paginations
        self._jobs = jobs
        self._batches = batches
        self._docstrings = docstrings

    def of(self, endpoint: Endpoint, mode: str, *, is_raw: bool) -> Method:
        """Return the method of an operation.

        Args:
            endpoint: The operation.
            mode: `Async` for a coroutine, otherwise empty.
            is_raw: True for the method that returns the raw response.

        """
        info = self._info[str(endpoint.name)]
        signature = self._signatures.of(endpoint)
        kind, returns = self._result(endpoint, mode)
        if is_raw:
            raw = self._payloads.names["RawResponse"]
            kind, returns = "call", f"{raw}[{self._payloads.type_of(endpoint)}]"
        elif batch := self._batches.of(endpoint):
            signature = batch.signature(signature, mode, self._payloads.names)
        return Method(
            kind=kind,
            signature=signature,
            returns=qualify_list(returns),
            docstring=(
                f"{info.summary}, and return the raw response; see `{info.name}` of the resource."
                if is_raw
                else self._docstrings.method(info, signature, kind)
            ),
            is_coroutine=bool(mode) and kind in ("call", "job"),
        )

    def follow(self, endpoint: Endpoint, mode: str) -> Method:
        """Return the method that follows the rows of a batched operation."""
        batch, names = self._batches.of(endpoint), self._payloads.names
        assert batch is not None  # noqa: S101 - the template has asked
        signature = batch.follow_signature(self._signatures.of(endpoint), mode, names)
        returns = f"{names[f'{mode}Follow']}[{batch.item_type}]"
        return Method("batch", signature, qualify_list(returns), "", is_coroutine=False)

    def bulk_declarations(self, rule: BulkWrite, mode: str) -> list[str]:
        """Return the declarations of the arguments of a bulk write."""
        return [qualify_list(text) for text in rule.declarations(mode, self._payloads.names)]

    def _result(self, endpoint: Endpoint, mode: str) -> tuple[Kind, str]:
        """Return the kind of a method's result, and its type."""
        payload, names = self._payloads.type_of(endpoint), self._payloads.names
        if batch := self._batches.of(endpoint):
            return "batch", f"{names[f'{mode}Batches']}[{batch.item_type}]"
        if pagination := self._paginations.of(endpoint):
            return "pages", f"{names[f'{mode}Pager']}[{payload}, {pagination.item_type}]"
        if job := self._jobs.of(endpoint):
            return "job", f"{names[f'{mode}Job']}[{payload}, {job.state.type_string}]"
        return "call", payload


def qualify_list(annotation: str) -> str:
    """Return an annotation that names the type `list` of `builtins`."""
    return _LIST.sub("builtins.list[", annotation)
