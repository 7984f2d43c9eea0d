"""Templates: writing styles, value propositions and signal specifications."""

from dataclasses import dataclass
from random import Random

from ._records import ACCOUNT_GROUPS, DOCUMENTED_ID, JSON, make_id

_PER_GROUP = 4


@dataclass
class Template:
    """A template of an account group; `fields` is what the API shows of it."""

    account_group_id: str
    fields: JSON


class Templates:
    """The templates of all account groups, by id."""

    def __init__(self, random: Random) -> None:
        self.writing_styles = {
            (style_id := make_id("5e", number)): Template(
                ACCOUNT_GROUPS[number // _PER_GROUP], {"id": style_id}
            )
            for number in range(_PER_GROUP * len(ACCOUNT_GROUPS))
        }
        self.signal_specifications = {
            (specification_id := make_id("5c", number) if number else DOCUMENTED_ID): Template(
                ACCOUNT_GROUPS[number // _PER_GROUP], {"id": specification_id}
            )
            for number in range(_PER_GROUP * len(ACCOUNT_GROUPS))
        }
