"""State of a client that a pickle holds: no connections, and secrets only on demand."""

from typing import Any

from ._config import Config
from ._exceptions import ConfigurationError
from ._options import Options


def pickled_config(config: Config, options: Options) -> dict[str, Any]:
    """Return the part of a pickle that `unpickled_config` takes.

    Raises:
        ConfigurationError: The client has secrets and no `pickle_key`, or cannot be pickled.
    """
    has_secret = any(auth.is_explicit for auth in config.auths.values())
    if not options.pickle_key and (has_secret or config.connections.has_secret):
        raise ConfigurationError(
            "A client with an explicit key cannot be pickled. Set the key in the environment,"
            " or include it in the pickle with with_options(pickle_key=True)."
        )
    if config.connections.ssl_context is not None:
        raise ConfigurationError(
            "A client with ssl_context= cannot be pickled. Pass a CA file as verify=."
        )
    auths = config.auths if options.pickle_key else {}
    return {
        "keys": {name: auth.explicit_key for name, auth in auths.items()},
        "base_url": config.base_url,
        "uses_httpx": config.uses_httpx,
        "connections": config.connections,
    }
