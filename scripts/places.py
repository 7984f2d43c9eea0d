"""How Python reaches what a runtime expression of the spec names: places in payloads and bodies."""

from dataclasses import dataclass

from document import DocumentError
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from payload import Payload, Payloads

ANSWER = "$response.body#"


@dataclass(frozen=True)
class Place:
    """An expression, and the property that it is of."""

    expression: str
    prop: Property


class Places:
    """The places in the models of one document."""

    def __init__(self, payloads: Payloads) -> None:
        self._payloads = payloads

    def in_answer(self, payload: Payload, where: str, name: str) -> Place:
        """The place in the payload of an answer, which is called `name`."""
        names = [each for each in where.removeprefix(ANSWER).split("/") if each]
        envelope = [each for each in payload.accessor.split(".") if each]
        if not where.startswith(ANSWER) or names[: len(envelope)] != envelope:
            raise DocumentError(f"{where} is no place in the payload of the answer")
        return self.within(Place(name, payload.prop), "/".join(names[len(envelope) :]), where)

    def within(self, start: Place, pointer: str, where: str, *, may_lack: bool = False) -> Place:
        """The place that a pointer leads to from another; a DocumentError where it may lack."""
        expression, prop = start.expression, start.prop
        for name in [each for each in pointer.split("/") if each]:
            fields = self._payloads.fields(prop)
            if name not in fields or not (fields[name].required or may_lack):
                raise DocumentError(f"{where} is no field that is always there")
            prop = fields[name]
            expression += f".{prop.python_name}"
        return Place(expression, prop)
