"""Selection of the operations that can be generated, and reasons against the others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import Any, Protocol

from ..checks import openapi_schema, references
from ..checks.document import Node
from ..checks.findings import DocumentError, Finding
from ..checks.house_rules import Rule
from ..checks.parsing import Source
from ..checks.refusals import REFUSALS
from ..checks.runner import Checked
from ..generator import GenerationError, build
from ..generator_adapter import Project
from ..self_check import check_package
from .examples import ExampleValidator
from .parameters import drop_parameters
from .pruning import Key, Owners, keys, without


class Builder(Protocol):
    """Function that writes a package, such as `generator.build`."""

    def __call__(self, checked: Checked, package: Path, *, stamp: str) -> Project:
        """Write the package; return its project."""
        ...


_STRUCTURE = (
    openapi_schema.is_openapi,
    openapi_schema.responses_are_declared,
    references.references_resolve,
    references.references_end,
    references.compositions_end,
    references.schemes_exist,
)


@dataclass
class Selection:
    """Operations of a document that are kept, and the reasons against the others."""

    document: Node
    settings: dict[str, Any]
    build: Builder = build
    reasons: dict[Key, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def check(self) -> None:
        """Leave out the operations that the checks refuse.

        Raises:
            DocumentError: A finding does not belong to an operation.

        """
        self._run(_STRUCTURE)
        self.notes += drop_parameters(self.document)
        self._run(REFUSALS)

    def _run(self, checks: Iterable[Rule]) -> None:
        for check in checks:
            if findings := [*check(self.document)]:
                self._leave_out(findings)

    def generate(self, package: Path, stamp: str) -> bool:
        """Write the package, without the operations that the generator cannot generate.

        Args:
            package: The folder to write.
            stamp: First line of each file.

        Returns:
            True if operations are left; False if there is nothing to write.

        Raises:
            DocumentError: A finding does not belong to an operation.

        """
        while remaining := keys(self.document):
            try:
                self._try(package, stamp)
            except (DocumentError, GenerationError) as error:
                self._leave_out(getattr(error, "findings", ()))
                if keys(self.document) == remaining:  # the error names no operation
                    self._exclude({self._culprit(package): [str(error)]})
            else:
                return True
        return False

    def _try(self, package: Path, stamp: str) -> None:
        source, project = self._build(self.document, package, stamp)
        examples = ExampleValidator(self.document).examples_of
        check_package(source, project, package, examples=examples, is_exact=False)

    def _build(self, document: Node, package: Path, stamp: str = "") -> tuple[Source, Project]:
        rmtree(package, ignore_errors=True)
        # The text is empty because a report names operations, not lines.
        source = Source(Path("openapi"), "", document)
        settings = Source(Path("settings"), "", self.settings)
        return source, self.build(Checked(source, settings), package, stamp=stamp)

    def _culprit(self, package: Path) -> Key:
        """Return one operation with which the generator fails; bisect the operations."""
        suspects = keys(self.document)
        while len(suspects) > 1:
            half = suspects[: len(suspects) // 2]
            others = set(keys(self.document)) - set(half)
            is_in_half = self._fails(without(self.document, others), package)
            suspects = half if is_in_half else suspects[len(half) :]
        return suspects[0]

    def _fails(self, document: Node, package: Path) -> bool:
        try:
            self._build(document, package)
        except (DocumentError, GenerationError):
            return True
        return False

    def _leave_out(self, findings: Iterable[Finding]) -> None:
        """Leave out every operation with a finding about it or about a component that it uses."""
        owners = Owners(self.document)
        reasons: dict[Key, list[str]] = {}
        for finding in findings:
            for owner in owners.of(finding):
                reasons.setdefault(owner, []).append(str(finding))
        self._exclude(reasons)

    def _exclude(self, reasons: dict[Key, list[str]]) -> None:
        for key, texts in reasons.items():
            self.reasons.setdefault(key, []).extend(dict.fromkeys(texts))
        self.document = without(self.document, reasons)
