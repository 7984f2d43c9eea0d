"""Responses that are written to a file as they arrive."""

from collections.abc import Callable
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import IO, Any, Self, TypeVar, cast

from .errors import InvalidArgumentError, InvalidArgumentTypeError
from .operations import Call, ContentDecoder
from .protocols import AsyncSender, RawResponse, Sender

T = TypeVar("T")

SaveTarget = PathLike[str] | IO[bytes]
"""A path, or a file that is open for writing bytes and is seekable."""


class FileTarget:
    """File that takes a response. A retry begins again, and a path appears when it is complete."""

    def __init__(self, file: Any) -> None:
        self._path = Path(file) if isinstance(file, PathLike) else None
        if self._path is None and not _is_seekable(file):
            raise InvalidArgumentTypeError(
                "file must be a path or a file that is open for bytes and is seekable, got"
                f" {type(file).__name__}.",
                argument="file",
            )
        self._part = self._path and self._path.with_name(f"{self._path.name}.part")
        self._file: Any = file if self._path is None else None
        self._start: int = self._file.tell() if self._file else 0

    def __repr__(self) -> str:
        return f"FileTarget({str(self._path) if self._path else type(self._file).__name__!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._part is not None:
            self._close()
            with suppress(OSError):
                self._part.unlink()

    def begin(self) -> Callable[[bytes], object]:
        """Drop the content of an earlier attempt, and return the function that writes a part."""
        if self._part is not None:
            self._close()
            self._file = self._part.open("wb")
        else:
            self._file.seek(self._start)
            self._file.truncate()
        write: Callable[[bytes], object] = self._file.write
        return write

    def commit(self) -> None:
        """Keep the written content; do nothing for a JSON body."""
        if self._file is None:
            return
        if self._part is not None and self._path is not None:
            self._close()
            self._part.replace(self._path)
        else:
            self._file.flush()

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()


def _is_seekable(file: Any) -> bool:
    return hasattr(file, "write") and hasattr(file, "seekable") and bool(file.seekable())


def to_file(send: Sender, file: SaveTarget) -> Sender:
    """Return a sender whose raw responses are written to a file."""
    return cast("Sender", _FileSender(send, file))


def to_file_async(send: AsyncSender, file: SaveTarget) -> AsyncSender:
    """Return a sender for asyncio whose raw responses are written to a file."""
    return cast("AsyncSender", _AsyncFileSender(send, file))


class _FileSender:
    def __init__(self, send: Sender, file: SaveTarget) -> None:
        self._send = send
        self._file = file

    def raw(self, call: Call[T], /) -> RawResponse[T]:
        """Return the response without its content, which is in the file."""
        with FileTarget(self._file) as target:
            raw = self._send.raw(_checked(call).with_target(target))
            if raw.error is None:
                target.commit()
        return raw


class _AsyncFileSender:
    def __init__(self, send: AsyncSender, file: SaveTarget) -> None:
        self._send = send
        self._file = file

    async def raw(self, call: Call[T], /) -> RawResponse[T]:
        """Return the response without its content, which is in the file."""
        with FileTarget(self._file) as target:
            raw = await self._send.raw(_checked(call).with_target(target))
            if raw.error is None:
                target.commit()
        return raw


def _checked(call: Call[T]) -> Call[T]:
    decoders = [*call.operation.decoders.values(), call.operation.other_success]
    if not any(isinstance(decoder, ContentDecoder) for decoder in decoders):
        raise InvalidArgumentError(
            f"{call.operation.id} returns JSON, which is not written to a file. Call it directly.",
            argument="file",
        )
    return call
