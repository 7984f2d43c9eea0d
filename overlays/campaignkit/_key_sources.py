"""Keys that a function of the caller gives, such as one that reads a store of secrets.

The function is asked once for each call, and calls that wait at the same time share its result.
"""

import threading
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import Any, TypeAlias

from campaignkit_runtime.operations import Call, Credential

from ._auth import CallAuth, CombinedAuth, KeyAuth
from ._exceptions import CampaignKitError, ConfigurationError
from ._loop_locks import LoopLocks
from ._response_errors import describe_call, error_context
from ._tokens import TokenAuth, token_failure

KeySource: TypeAlias = Callable[[], str] | Callable[[], Awaitable[str]]
Key: TypeAlias = str | KeySource
"""Key of a client, or a function that returns it."""

_TOO_LATE = "the deadline passed before the key was there."


class SourcedKeyAuth(KeyAuth):
    """Credential whose key comes from a function."""

    is_sourced = True

    def __init__(self, credential: Credential, source: KeySource) -> None:
        super().__init__(credential, "")
        self.source = source
        self._current = KeyAuth(credential, "")
        self._asked = 0
        self._lock = threading.Lock()
        self._loop_locks = LoopLocks()

    def __bool__(self) -> bool:
        return True

    @property
    def explicit_key(self) -> Any:
        """The function, which a pickle of the client needs."""
        return self.source

    def validated(self) -> "SourcedKeyAuth":
        """Return the authorization itself: its key is not known yet."""
        return self

    def current(self) -> KeyAuth:
        """Return the authorization with the key that was last given."""
        return self._current

    def ask(self, seconds: float | None) -> bool:
        """Ask for the key, unless another thread does; return False if that takes too long."""
        asked = self._asked
        if not self._lock.acquire(timeout=-1 if seconds is None else max(0.0, seconds)):
            return False
        try:
            if self._asked == asked:
                key = self.source()
                if isawaitable(key):
                    _close(key)
                    message = "api_key must be a plain function in a blocking client"
                    raise ConfigurationError(f"{message}, got one that returns an awaitable.")
                self._accept(key)
        finally:
            self._lock.release()
        return True

    async def ask_async(self) -> None:
        """Ask for the key, unless another task does."""
        asked = self._asked
        async with self._loop_locks.current():
            if self._asked == asked:
                key = self.source()
                self._accept(await key if isawaitable(key) else key)

    def _accept(self, key: Any) -> None:
        # Not None, for which the key of the environment would be taken.
        auth = KeyAuth(self._credential, key if isinstance(key, str) else "").validated()
        if auth.key != self._current.key:
            self._current = auth
        self._asked += 1


def auth_of(credential: Credential, key: Key | None) -> KeyAuth:
    """Return the authorization of a credential with the key of the caller, if there is one."""
    if not callable(key):
        return (TokenAuth if credential.token else KeyAuth)(credential, key)
    if credential.token:
        raise ConfigurationError(f"{credential.name} must be text, got a function.")
    return SourcedKeyAuth(credential, key)


def current_auth(auth: CallAuth) -> CallAuth:
    """Return what identifies the caller, with the keys that were last given."""
    keys = [key.current() if isinstance(key, SourcedKeyAuth) else key for key in auth.keys]
    return keys[0] if len(keys) == 1 else CombinedAuth(keys)


def ask_keys(call: Call[Any], auth: CallAuth, seconds: float | None) -> CampaignKitError | None:
    """Ask for each key of a call; return the error if that fails."""
    for key in sources_of(auth):
        try:
            if not key.ask(seconds):
                return token_failure(call, _TOO_LATE, is_timeout=True)
        except Exception as error:  # of the caller's function
            return _failure(call, error)
    return None


async def ask_keys_async(
    call: Call[Any], auth: CallAuth, seconds: float | None
) -> CampaignKitError | None:
    """Ask for each key of a call, for asyncio; return the error if that fails."""
    import anyio  # as httpx does, for async calls only

    with anyio.move_on_after(seconds):
        for key in sources_of(auth):
            try:
                await key.ask_async()
            except Exception as error:
                return _failure(call, error)
        return None
    return token_failure(call, _TOO_LATE, is_timeout=True)


def sources_of(auth: CallAuth) -> list[SourcedKeyAuth]:
    """Return the credentials whose key comes from a function."""
    return [key for key in auth.keys if isinstance(key, SourcedKeyAuth)]


def _failure(call: Call[Any], error: Exception) -> ConfigurationError:
    if isinstance(error, ConfigurationError):
        problem = str(error)
    else:
        problem = f"the function that gives its key raised {type(error).__name__}."
    message = f"{describe_call(call)} was not sent: {problem}"
    failure = ConfigurationError(message, **error_context(call), outcome="not_sent")
    failure.__cause__ = error
    return failure


def _close(key: Any) -> None:
    if callable(close := getattr(key, "close", None)):
        close()  # else Python warns that it was never awaited
