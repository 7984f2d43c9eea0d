"""Safety of forks: a lock that another thread holds stays locked in the child."""

import functools
import os
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from importlib import _bootstrap, import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol

# Packages that calls import on first use, ours and those below. A fork waits for the end of their
# imports: the lock of a half-imported module stays locked in the child. It does not wait for other
# imports: some never end, such as a module that serves requests.
_PACKAGES = frozenset(
    {
        *("campaignkit", "campaignkit_api", "campaignkit_runtime", "campaignkit_wire"),
        *("aiohappyeyeballs", "anyio", "asyncio", "attr", "attrs", "certifi", "email", "h11"),
        *("html", "httpcore", "httptools", "httpx", "idna", "msgspec", "random", "sniffio"),
        *("ssl", "uuid"),
    }
)

setting_up = threading.RLock()
"""Held while a client or a decoder is set up: a fork of another thread waits for its end."""


class LockOwner(Protocol):
    """Object with a lock that it can replace."""

    def renew_lock(self) -> None:
        """Replace the lock by a free one."""
        ...


_owners: "weakref.WeakSet[LockOwner]" = weakref.WeakSet()


def renew_after_fork(owner: LockOwner) -> None:
    """Give an object a new lock in every child that is forked while the object exists."""
    _owners.add(owner)


if TYPE_CHECKING:
    from functools import cached_property as cached_property
else:

    class cached_property(functools.cached_property):  # noqa: N801 - named as its base
        """Property that is computed once; that of functools holds a lock in Python 3.11."""

        def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
            """Return the value of an object, computed if it has none."""
            if instance is None:
                return self
            return vars(instance).setdefault(self.attrname, self.func(instance))

        def __dir__(self) -> list[str]:
            # `create_autospec` of a client lists what it finds at the class, which is this object.
            return [*super().__dir__(), *dir(self._sample())]

        def __getattr__(self, name: str) -> Any:
            """Return an attribute of the values that it computes, for `create_autospec`."""
            if name.startswith("__"):
                raise AttributeError(name)
            return getattr(self._sample(), name)

        def _sample(self) -> Any:
            """Return a value for an object that sends nothing."""
            return self.func(SimpleNamespace(_send=None))


def _before_fork() -> None:
    setting_up.acquire()
    while names := _half_imported():  # one import can start others
        with suppress(Exception):  # of the import, which its own thread gets too
            import_module(names[0])  # waits for the thread that imports it


def _half_imported() -> list[str]:
    """Return the modules that other threads import.

    Only private names of CPython show them. Without these, a fork does not wait for imports.
    """
    locks = dict(getattr(_bootstrap, "_module_locks", {}))
    owners = {name: getattr(lock(), "owner", None) for name, lock in locks.items()}
    ours = (None, threading.get_ident())
    return [
        name
        for name, owner in owners.items()
        if owner not in ours and name.partition(".")[0] in _PACKAGES
    ]


def _after_fork_in_child() -> None:
    setting_up.release()
    for owner in list(_owners):
        owner.renew_lock()


_register: Callable[..., None] = getattr(os, "register_at_fork", lambda **_: None)  # not on Windows
_register(
    before=_before_fork,
    after_in_parent=setting_up.release,
    after_in_child=_after_fork_in_child,
)
