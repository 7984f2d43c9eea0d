"""The models that calls return, as the spec names them; each is loaded when it is asked for."""

from typing import TYPE_CHECKING, Any

from campaignkit_api import models as _models

__all__ = _models.__all__

if TYPE_CHECKING:
    from campaignkit_api.models import *  # noqa: F403 - the generated module lists them
else:

    def __getattr__(name: str) -> Any:
        return getattr(_models, name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
