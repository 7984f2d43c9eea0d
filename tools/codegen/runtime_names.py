"""Names that generated modules import, under an alias if a schema has the same name.

A class of the document begins with a capital letter, and an alias with an underscore. So templates
that take such names from here, and bind no other ones, never meet a schema.
"""

from collections.abc import Iterable

_MODULES = {
    "collections.abc": ("AsyncIterable", "Callable", "Iterable", "Mapping", "Sequence"),
    "enum": ("IntEnum", "StrEnum"),
    "typing": ("Any", "ClassVar", "Literal", "Self"),
    "uuid": ("UUID",),
    "campaignkit_runtime.batching": ("AsyncBatches", "Batches", "BatchSpec"),
    "campaignkit_runtime.bodies": ("Content",),
    "campaignkit_runtime.bulk_writes": ("AsyncBulkWrites", "BulkWrites", "OnSend"),
    "campaignkit_runtime.following": ("AsyncFollow", "Follow"),
    "campaignkit_runtime.files": ("File", "Upload"),
    "campaignkit_runtime.models": ("Model", "UNSET", "Unset"),
    "campaignkit_runtime.operations": ("Call", "Decoder", "Operation", "Verification"),
    "campaignkit_runtime.pagination": ("AsyncPager", "Pager", "Pagination"),
    "campaignkit_runtime.polling": ("AsyncJob", "Job", "PollSpec"),
    "campaignkit_runtime.protocols": ("RawResponse",),
    "campaignkit_runtime.resources": ("AsyncResource", "Resource"),
    "campaignkit_runtime.results": ("Progress",),
    "campaignkit_runtime.saving": ("SaveTarget",),
    "campaignkit_runtime.write_specs": ("WriteSpec",),
}
SOURCES = {name: module for module, names in _MODULES.items() for name in names}
"""Module of each name."""


class RuntimeNames:
    """Names of the runtime and the standard library, as the modules of one document have them."""

    def __init__(self, classes: Iterable[str] = ()) -> None:
        self._classes = frozenset(classes)

    def __getitem__(self, name: str) -> str:
        """Return a name, or its alias if a class of the document has the name.

        Raises:
            KeyError: The name is not one that generated modules import.

        """
        if name not in SOURCES:
            raise KeyError(name)
        return f"_{name}" if name in self._classes else name

    def imports(self, *names: str) -> list[str]:
        """Return the import line of each name."""
        return [self._line(name, SOURCES[name]) for name in names]

    def _line(self, name: str, module: str) -> str:
        alias = self[name]
        return f"from {module} import {name}" + (f" as {alias}" if alias != name else "")
