"""Templates: writing styles, value propositions and signal specifications."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import ClassVar, Self

from ..engine.access import account_group_id
from ..engine.context import Context, Rule
from ..engine.errors import invalid_request
from ..engine.ids import ACCOUNT_GROUPS, Ids
from ..engine.pagination import by_cursor
from ..engine.types import JSON
from ..state.collection import AccountGroupCollection
from ..state.seeds import Seeds
from .template_seeds import (
    CONTENT_TYPES,
    SAMPLE_TYPES,
    signal_specification,
    value_proposition,
    writing_style,
)

__all__ = ["RULES", "SignalSpecifications", "Template", "ValuePropositions", "WritingStyles"]

_PER_GROUP = 4


@dataclass
class Template:
    """Template of an account group; `fields` has the fields of responses."""

    account_group_id: str
    fields: JSON


class _Templates(AccountGroupCollection[Template]):
    """Templates of one kind, of all account groups; the same rules apply to every kind."""

    noun = "template"
    id_kind: ClassVar[str]
    """The first characters of the IDs."""
    id_name: ClassVar[str]
    """The path parameter that holds the ID of a template."""
    shown: ClassVar[tuple[str, ...]]
    """The fields of a body that a response shows; others change nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.ids = Ids(self.id_kind)

    @staticmethod
    @abstractmethod
    def new_fields(random: Random) -> JSON:
        """Return the fields of a seeded template, without its ID."""
        ...

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return four templates for each account group."""
        templates, random = cls(), seeds.random("templates")
        for group_id in ACCOUNT_GROUPS:
            for _ in range(_PER_GROUP):
                fields = {"id": next(templates.ids), **cls.new_fields(random)}
                templates.by_id[fields["id"]] = Template(group_id, fields)
        return templates

    def ids_of_group(self, group_id: str) -> list[str]:
        """Return the IDs of the templates of an account group."""
        return [template.fields["id"] for template in self.of_group(group_id)]


class WritingStyles(_Templates):
    """Writing styles."""

    id_kind = "5e"
    id_name = "writingStyleId"
    shown = (
        *("name", "description", "contentType", "samples"),
        *("includeRules", "excludeRules", "useStrictTemplate"),
    )
    new_fields = staticmethod(writing_style)


class ValuePropositions(_Templates):
    """Value propositions."""

    id_kind = "5d"
    id_name = "valuePropositionId"
    shown = ("name", "description", "values", "challenges")
    new_fields = staticmethod(value_proposition)


class SignalSpecifications(_Templates):
    """Signal specifications."""

    id_kind = "5c"
    id_name = "specificationId"
    shown = ("name", "description")
    new_fields = staticmethod(signal_specification)


_Kind = type[_Templates]


def list_templates(kind: _Kind, context: Context) -> JSON:
    """Return a page of the account group's templates of a kind."""
    own = context.store[kind].of_group(account_group_id(context))
    return by_cursor([template.fields for template in own], context.arguments)


def get_template(kind: _Kind, context: Context) -> JSON:
    """Return one template."""
    return _find(kind, context).fields


def update_template(kind: _Kind, context: Context) -> JSON:
    """Change the fields that the body has."""
    template = _find(kind, context)
    _check_words(context.body)
    context.store.tick()
    template.fields |= _shown(kind, context.body)
    return template.fields


def delete_template(kind: _Kind, context: Context) -> JSON:
    """Delete a template; content that was made with it remains."""
    template = _find(kind, context)
    context.store.tick()
    del context.store[kind].by_id[template.fields["id"]]
    return {"deleted": True}


def create_writing_style(context: Context) -> JSON:
    """Add a writing style; others may have its name."""
    group_id, styles = account_group_id(context), context.store[WritingStyles]
    _check_words(context.body)
    style_id = next(styles.ids)
    fields = {
        "id": style_id,
        "description": None,
        "contentType": None,
        "includeRules": [],
        "excludeRules": [],
        "useStrictTemplate": True,
        **_shown(WritingStyles, context.body),
        "createdAt": context.store.tick(),
    }
    styles.by_id[style_id] = Template(group_id, fields)
    return fields


def _find(kind: _Kind, context: Context) -> Template:
    return context.store[kind].find(context, context.arguments[kind.id_name])


def _check_words(body: JSON) -> None:
    """Raise ApiError for unknown words, which the spec allows as later additions."""
    types = [sample.get("type", SAMPLE_TYPES[0]) for sample in body.get("samples", ())]
    known = {
        "contentType": body.get("contentType", CONTENT_TYPES[0]) in CONTENT_TYPES,
        "samples": set(types) <= set(SAMPLE_TYPES),
    }
    if problems := [(name, "unknown word") for name, is_known in known.items() if not is_known]:
        raise invalid_request(*problems)


def _shown(kind: _Kind, body: JSON) -> JSON:
    shown = {name: body[name] for name in kind.shown if name in body}
    if "samples" in shown:
        shown["samples"] = [_complete_sample(sample) for sample in shown["samples"]]
    return shown


def _complete_sample(sample: JSON) -> JSON:
    default = {"type": "basic", "message": "", "subject": None, "signalTag": None}
    return {name: sample.get(name, value) for name, value in default.items()}


RULES: Mapping[str, Rule] = {
    "sonarly_templates_list_writing_styles": partial(list_templates, WritingStyles),
    "sonarly_templates_create_writing_style": create_writing_style,
    "sonarly_templates_get_writing_style": partial(get_template, WritingStyles),
    "sonarly_templates_update_writing_style": partial(update_template, WritingStyles),
    "sonarly_templates_list_value_propositions": partial(list_templates, ValuePropositions),
    "sonarly_templates_get_value_proposition": partial(get_template, ValuePropositions),
    "sonarly_templates_update_value_proposition": partial(update_template, ValuePropositions),
    "sonarly_templates_delete_value_proposition": partial(delete_template, ValuePropositions),
    "sonarly_templates_list_signal_specifications": partial(list_templates, SignalSpecifications),
    "sonarly_templates_update_signal_specification": partial(update_template, SignalSpecifications),
    "sonarly_templates_delete_signal_specification": partial(delete_template, SignalSpecifications),
}
