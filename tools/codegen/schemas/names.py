"""Names of the generated classes, one for each schema that becomes a class."""

from collections.abc import Iterable

from ..generator_adapter import Class, ClassName, ClassOverride, Config, pascal_case
from ..spec import Json, nodes

# Constants that the modules of operations define.
_RESERVED = ("OPERATION", "PAGINATION", "BATCH")
# attrs takes a field for a class variable if its annotation begins so.
_CLASS_VARIABLE = "ClassVar"


class ClassNames:
    """Keys of the components that become classes, and the classes that they give."""

    def __init__(self, config: Config, resources: Iterable[str]) -> None:
        self._config = config
        own = [f"{mode}{name}{raw}" for name in resources for mode in ("", "Async") for raw in _RAW]
        self._classes = {*_RESERVED, *own}
        self._modules: set[str] = set()
        self.keys: set[str] = set()
        """Keys of the components."""

    def class_of(self, name: str) -> Class:
        """Return the class of a component's key."""
        return Class.from_string(string=name, config=self._config)

    def add(self, key: str) -> str:
        """Return the key of a new component: the given one, or one whose class has its own name."""
        is_misread = self.class_of(key).name.startswith(_CLASS_VARIABLE)
        for candidate in _candidates(f"Model{key}" if is_misread else key):
            class_ = self.class_of(candidate)
            is_free = class_.name not in self._classes and class_.module_name not in self._modules
            if candidate not in self.keys and is_free:
                self._classes.add(class_.name)
                self._modules.add(class_.module_name)
                self.keys.add(candidate)
                return candidate
        raise AssertionError  # the candidates do not end

    def add_under(self, key: str) -> str:
        """Return the key of a new component whose class has the name of another component."""
        class_ = self.class_of(key)
        for candidate in _candidates(f"{key}Value"):
            name = ClassName(candidate, self._config.field_prefix)
            if candidate not in self.keys and name not in self._classes:
                self.keys.add(candidate)
                self._config.class_overrides[name] = ClassOverride.model_validate(
                    {"class_name": str(class_.name), "module_name": str(class_.module_name)}
                )
                return candidate
        raise AssertionError  # the candidates do not end


_RAW = ("", "WithRawResponse")


def _candidates(key: str) -> Iterable[str]:
    yield key
    number = 2
    while True:
        yield f"{key}{number}"
        number += 1


def inline_name(parent: str, name: str) -> str:
    """Return the name of a class that is declared within another one, or within an operation."""
    return f"{pascal_case(parent)}{pascal_case(name)}" if parent else name


def rename_components(document: Json, names: ClassNames) -> dict[str, str]:
    """Give each component a key whose class has its own name; return the old keys by the new."""
    schemas: Json = document.get("components", {}).get("schemas", {})
    old = {names.add(key): key for key in schemas}
    new = {
        f"#/components/schemas/{key}": f"#/components/schemas/{name}" for name, key in old.items()
    }
    if any(name != key for name, key in old.items()):
        document["components"]["schemas"] = {name: schemas[key] for name, key in old.items()}
        for node in nodes(document):
            if isinstance(node.get("$ref"), str):
                node["$ref"] = new.get(node["$ref"], node["$ref"])
            mapping = node.get("mapping")
            if "propertyName" in node and isinstance(mapping, dict):
                node["mapping"] = {value: new.get(ref, ref) for value, ref in mapping.items()}
    return old
