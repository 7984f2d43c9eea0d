"""httpx, and httpx2 if the program uses it: both have the same API."""

import sys
from typing import TYPE_CHECKING, Any, TypeAlias

import httpx

if TYPE_CHECKING:
    import httpx2

    Httpx2Timeout: TypeAlias = httpx2.Timeout
    Httpx2URL: TypeAlias = httpx2.URL


def libraries() -> list[Any]:
    """Return the modules of the libraries that objects of the caller can come from."""
    return [library for library in (httpx, sys.modules.get("httpx2")) if library is not None]


def classes(*names: str) -> tuple[type, ...]:
    """Return the classes with certain names in each library."""
    return tuple(getattr(library, name) for library in libraries() for name in names)


def library_of(error: BaseException) -> Any:
    """Return the module of the library that an exception comes from; None for any other."""
    for library in libraries():
        if isinstance(error, library.HTTPError | library.InvalidURL | library.StreamError):
            return library
    return None
