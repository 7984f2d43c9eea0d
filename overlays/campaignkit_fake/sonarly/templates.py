"""Templates: writing styles, value propositions and signal specifications. No HTTP here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from ..engine.access import Arguments, account_group_id
from ..engine.pagination import by_cursor
from ..engine.records import ACCOUNT_GROUPS, JSON, Ids, Key
from ..engine.responses import Refusal
from . import template_seeds as seed

if TYPE_CHECKING:
    from ..state.store import Store

_PER_GROUP = 4


@dataclass
class Template:
    """A template of an account group; `fields` is what the API shows of it."""

    account_group_id: str
    fields: JSON


class Templates:
    """The templates of all account groups, by id."""

    def __init__(self, random: Random) -> None:
        self.writing_style_ids = Ids("5e")
        """The ids of those that are made later too."""
        self.writing_styles = _made(random, self.writing_style_ids, seed.writing_style)
        self.value_propositions = _made(random, Ids("5d"), seed.value_proposition)
        self.signal_specifications = _made(random, Ids("5c"), seed.signal_specification)


def _made(random: Random, ids: Ids, make: Callable[[Random], JSON]) -> dict[str, Template]:
    return {
        (template_id := next(ids)): Template(group_id, {"id": template_id, **make(random)})
        for group_id in ACCOUNT_GROUPS
        for _ in range(_PER_GROUP)
    }


class _Kind(NamedTuple):
    """One kind of templates; to all of them the same can be done."""

    held: Callable[[Templates], dict[str, Template]]
    id_name: str
    """The parameter of a path that names one."""
    shown: tuple[str, ...]
    """What a body may change; other fields of it change nothing that an answer shows."""


_STYLES = _Kind(
    held=lambda templates: templates.writing_styles,
    id_name="writingStyleId",
    shown=(
        *("name", "description", "contentType", "samples"),
        *("includeRules", "excludeRules", "useStrictTemplate"),
    ),
)
_PROPOSITIONS = _Kind(
    held=lambda templates: templates.value_propositions,
    id_name="valuePropositionId",
    shown=("name", "description", "values", "challenges"),
)
_SPECIFICATIONS = _Kind(
    held=lambda templates: templates.signal_specifications,
    id_name="specificationId",
    shown=("name", "description"),
)


def list_templates(kind: _Kind, store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return a page of the account group's templates of a kind."""
    group_id = account_group_id(key, arguments)
    held = kind.held(store.templates).values()
    own = [each.fields for each in held if each.account_group_id == group_id]
    return by_cursor(own, arguments)


def get_template(kind: _Kind, store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return one template."""
    return _template(kind, store, key, arguments).fields


def update_template(kind: _Kind, store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Change what the body gives."""
    template = _template(kind, store, key, arguments)
    _refuse_unknown(arguments["body"])
    store.tick()
    template.fields |= _shown(kind, arguments["body"])
    return template.fields


def delete_template(kind: _Kind, store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Forget a template; what was made with it stays."""
    template = _template(kind, store, key, arguments)
    store.tick()
    del kind.held(store.templates)[template.fields["id"]]
    return {"deleted": True}


def create_writing_style(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Add a writing style; others may have its name."""
    group_id = account_group_id(key, arguments)
    _refuse_unknown(arguments["body"])
    style_id = next(store.templates.writing_style_ids)
    fields = {
        "id": style_id,
        "description": None,
        "contentType": None,
        "includeRules": [],
        "excludeRules": [],
        "useStrictTemplate": True,
        **_shown(_STYLES, arguments["body"]),
        "createdAt": store.tick(),
    }
    store.templates.writing_styles[style_id] = Template(group_id, fields)
    return fields


def _template(kind: _Kind, store: "Store", key: Key, arguments: Arguments) -> Template:
    group_id = account_group_id(key, arguments)
    template = kind.held(store.templates).get(arguments[kind.id_name])
    if template is None or template.account_group_id != group_id:
        raise Refusal(404, "The account group has no such template.")
    return template


def _refuse_unknown(body: JSON) -> None:
    """Refuse words that no template knows; the spec leaves them open, for they may become more."""
    types = [each.get("type", seed.SAMPLE_TYPES[0]) for each in body.get("samples", ())]
    known = {
        "contentType": body.get("contentType", seed.CONTENT_TYPES[0]) in seed.CONTENT_TYPES,
        "samples": set(types) <= set(seed.SAMPLE_TYPES),
    }
    if wrong := [(name, "unknown word") for name, is_known in known.items() if not is_known]:
        raise Refusal(400, "The request is not valid.", details=wrong)


def _shown(kind: _Kind, body: JSON) -> JSON:
    shown = {name: body[name] for name in kind.shown if name in body}
    if "samples" in shown:
        shown["samples"] = [_sample(each) for each in shown["samples"]]
    return shown


def _sample(given: JSON) -> JSON:
    default = {"type": "basic", "message": "", "subject": None, "signalTag": None}
    return {name: given.get(name, value) for name, value in default.items()}


RULES: Mapping[str, Callable[["Store", Key, Arguments], JSON]] = {
    "sonarly_templates_list_writing_styles": partial(list_templates, _STYLES),
    "sonarly_templates_create_writing_style": create_writing_style,
    "sonarly_templates_get_writing_style": partial(get_template, _STYLES),
    "sonarly_templates_update_writing_style": partial(update_template, _STYLES),
    "sonarly_templates_list_value_propositions": partial(list_templates, _PROPOSITIONS),
    "sonarly_templates_get_value_proposition": partial(get_template, _PROPOSITIONS),
    "sonarly_templates_update_value_proposition": partial(update_template, _PROPOSITIONS),
    "sonarly_templates_delete_value_proposition": partial(delete_template, _PROPOSITIONS),
    "sonarly_templates_list_signal_specifications": partial(list_templates, _SPECIFICATIONS),
    "sonarly_templates_update_signal_specification": partial(update_template, _SPECIFICATIONS),
    "sonarly_templates_delete_signal_specification": partial(delete_template, _SPECIFICATIONS),
}
