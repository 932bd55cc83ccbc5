"""Inputs to pages: files, standard input and JSON Lines batches, read one at a time; what fails is said and the rest is read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct, structs

from watchfloor.errors import BrokenLine, EmptyInput, OversizedInput, UnreadableInput, WatchfloorError
from watchfloor.pages.decoding import decoded
from watchfloor.records import Page

_BATCH_ENDINGS = (".jsonl", ".ndjson")
_AS_LINES = 'write one report a line as {"id": …, "text": …}'


class Limits(Struct, frozen=True, kw_only=True):
    """What is refused as too large: a page's bytes, and the bytes of one line of a batch."""

    page_bytes: int = 20_000_000
    line_bytes: int = 20_000_000


def open_pages(
    inputs: Sequence[str],
    *,
    stdin: BinaryIO,
    published: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Page | WatchfloorError]:
    """The pages of each input in order; an input or line that cannot be read is yielded as its error, and reading goes on.

    An input is a path, "-" for standard input, or a JSON Lines batch (by its ending, or by a first line that is an object
    with `text` or `html`). `published`, `outlet` and `language` hold for every page that does not state its own.
    """
    limits = limits or Limits()
    given = Page(source="", published=published, outlet=outlet, language=language)
    for name in inputs:
        yield from _opened(name, stdin, given, limits)


def _opened(name: str, stdin: BinaryIO, given: Page, limits: Limits) -> Iterator[Page | WatchfloorError]:
    source = "standard input" if name == "-" else name
    try:
        if name == "-":
            yield from _read(stdin, source, given, limits, batch=False)
            return
        with Path(name).open("rb") as stream:
            yield from _read(stream, source, given, limits, batch=name.lower().endswith(_BATCH_ENDINGS))
    except FileNotFoundError:
        yield UnreadableInput("no such file; check the path", source=source)
    except IsADirectoryError:
        yield UnreadableInput("is a directory; name the files in it", source=source)
    except PermissionError:
        yield UnreadableInput("permission denied; make the file readable", source=source)
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or error
        yield UnreadableInput(f"cannot be read ({what}); copy it to a sound disk and try again", source=source)


def _read(
    stream: BinaryIO, source: str, given: Page, limits: Limits, *, batch: bool
) -> Iterator[Page | WatchfloorError]:
    if batch:
        yield from _batch(stream, b"", source, given, limits)
        return
    content = stream.read(limits.page_bytes + 1)
    first_line = content.split(b"\n", 1)[0][: limits.line_bytes]
    if _is_batch_line(first_line):
        yield from _batch(stream, content, source, given, limits)
        return
    if len(content) > limits.page_bytes:
        size = f"larger than {limits.page_bytes // 1_000_000} MB"
        yield OversizedInput(f"{size}; this is no news page (a batch must be JSON Lines)", source=source)
        return
    yield _page(content, source, given)


def _page(content: bytes, source: str, given: Page) -> Page | WatchfloorError:
    if not content.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"):
        return EmptyInput("is empty; save the page again", source=source)
    try:
        text = decoded(content, source=source)
    except WatchfloorError as error:
        return error
    return structs.replace(given, source=source, text=text)


def _is_batch_line(line: bytes) -> bool:
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        record = json.loads(line.lstrip(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and ("text" in record or "html" in record)


def _batch(stream: BinaryIO, head: bytes, source: str, given: Page, limits: Limits) -> Iterator[Page | WatchfloorError]:
    for number, line in enumerate(_batch_lines(stream, head, limits.line_bytes), start=1):
        where = f"{source} line {number}"
        if line is None:
            yield OversizedInput(f"longer than {limits.line_bytes // 1_000_000} MB; split the report", source=where)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _line_page(line, where, given)


def _batch_lines(stream: BinaryIO, head: bytes, longest: int) -> Iterator[bytes | None]:
    """The lines of `head` and then of the stream; None for one that is too long, which is skipped to its end."""
    pending = head
    while True:
        cut = pending.find(b"\n")
        if cut >= 0:
            yield pending[:cut] if cut <= longest else None
            pending = pending[cut + 1 :]
            continue
        if len(pending) > longest:
            pending = b""
            _skip_line(stream)
            yield None
            continue
        more = stream.readline(longest + 2 - len(pending))
        if not more:
            break
        pending += more
    if pending:
        yield pending


def _skip_line(stream: BinaryIO) -> None:
    while (chunk := stream.readline(1_000_000)) and not chunk.endswith(b"\n"):
        pass


def _line_page(line: bytes, where: str, given: Page) -> Page | WatchfloorError:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return BrokenLine(f"not a JSON object; {_AS_LINES}", source=where)
    if not isinstance(record, dict):
        return BrokenLine(f"not a JSON object; {_AS_LINES}", source=where)
    if not isinstance(record.get("text") or record.get("html"), str):
        return BrokenLine(f"no `text` or `html`; {_AS_LINES}", source=where, id=_identity(record))
    return _stated(record, where, given)


def _stated(record: dict[str, Any], where: str, given: Page) -> Page:
    """The page a line states; its own publication time, outlet and language win over the options."""
    html = not isinstance(record.get("text"), str) or not record["text"]
    return structs.replace(
        given,
        source=where,
        text=str(record["html"] if html else record["text"]),
        html=html,
        id=_identity(record),
        published=_string(record.get("published")) or given.published,
        outlet=_string(record.get("outlet")) or given.outlet,
        language=_string(record.get("language")) or given.language,
    )


def _identity(record: dict[str, Any]) -> str | None:
    identity = record.get("id")
    return None if identity is None else str(identity)


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
