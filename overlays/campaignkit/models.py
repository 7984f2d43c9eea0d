"""The models that calls return, as the spec names them; each is loaded when it is asked for."""

import typing as _typing

from campaignkit_api import models as _models

__all__ = _models.__all__

if _typing.TYPE_CHECKING:
    from campaignkit_api.models import *  # noqa: F403 - the generated module lists them
else:

    def __getattr__(name: str) -> _typing.Any:
        return getattr(_models, name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
