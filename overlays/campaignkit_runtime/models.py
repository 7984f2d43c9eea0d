"""Base class of the models."""

from typing import Any

from .fields import UNSET as UNSET
from .fields import FieldModel
from .fields import Unset as Unset
from .fields import to_json as to_json


class Model(FieldModel):
    """Base class of all models; the generated classes add their fields and decoders."""

    __slots__ = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the model as a JSON text; with `indent`, on many lines."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def __repr__(self) -> str:
        from .displays import describe_model  # imported late: few programs show models

        return describe_model(self)

    def _repr_html_(self) -> str:
        """Return a table for notebooks."""
        from .displays import html_of_model

        return html_of_model(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Return the schema by which pydantic takes the model as the type of a field."""
        from .pydantic_schemas import core_schema_of

        return core_schema_of(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON schema that pydantic and FastAPI publish."""
        from .pydantic_schemas import json_schema_of

        return json_schema_of(cls)
