"""References: fields of bodies that name resources."""

from collections.abc import Iterable, Iterator

from .kinds import Kind, Kinds

LEADS = "sonarly leadIds"
"""Name of the leads that a run may use: they are not a kind, because no path names one."""

_LEAD_FIELDS = frozenset({"leadIds", "prospectIds", "prospectId"})
_SAME_KIND = {"templateId": "writingStyleId"}  # fields whose name differs from the parameter


def references(kinds: Kinds, operation_id: str, body: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the fields of a body that name resources, each with the kind or `sonarly leadIds`."""
    vendor = operation_id.partition("_")[0]
    created = kinds.created_by(operation_id)
    for field in body:
        if vendor == "sonarly" and field in _LEAD_FIELDS:
            yield field, LEADS
        elif (kind := _referred(kinds, vendor, field)) and (
            created is None or created[0] is not kind
        ):
            yield field, kind.name


def _referred(kinds: Kinds, vendor: str, field: str) -> Kind | None:
    name = _SAME_KIND.get(field, field.removesuffix("s"))
    for kind in kinds.all.values():
        owner, parameter = kind.name.split(" ")
        capitalized = parameter[:1].upper() + parameter[1:]
        is_id = parameter.endswith("Id") and (name == parameter or name.endswith(capitalized))
        if owner == vendor and is_id:
            return kind
    return None
