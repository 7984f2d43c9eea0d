"""The models that calls return, as the spec names them."""

from campaignkit_api.models import *  # noqa: F403 - the generated module lists them in __all__
