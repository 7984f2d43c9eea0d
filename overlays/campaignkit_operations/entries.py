"""Entries of the catalog by the ID of their operation."""

from campaignkit_runtime.catalog import OperationEntry


def find_entry(operation_id: str) -> OperationEntry:
    """Return the entry of an operation.

    Raises:
        LookupError: The catalog has no such operation.
    """
    from campaignkit_api.catalog import RESOURCES, load_operations

    for vendor, resources in RESOURCES.items():
        for resource, index in resources.items():
            prefix = f"{index.module}_"
            if operation_id.startswith(prefix) and operation_id[len(prefix) :] in index.summaries:
                return load_operations(vendor, resource)[operation_id[len(prefix) :]]
    raise LookupError(operation_id)
