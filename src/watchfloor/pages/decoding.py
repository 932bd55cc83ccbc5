"""From bytes to characters: byte-order mark, declared encoding, UTF-8, then a guess, then Windows-1252."""

from __future__ import annotations

import codecs
import re

from watchfloor.errors import BinaryInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_SIGNATURES = (
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP or Office file"),
    (b"\x1f\x8b", "gzip file"),
    (b"BZh", "bzip2 file"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"RIFF", "RIFF media"),
    (b"\x00\x00\x00 ftyp", "video"),
    (b"OggS", "Ogg media"),
    (b"SQLite format 3", "SQLite database"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.02  # share of control bytes above which bytes are no text


def decoded(content: bytes, *, source: str, declared: str | None = None) -> str:
    """The characters of a page's bytes. Raises BinaryInput, naming the source, where they are no text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace").removeprefix("\ufeff")
    _refuse_binary(content, source)
    wide = _utf16_without_mark(content)
    if wide is not None:
        return content.decode(wide, errors="replace")
    match = _DECLARED.search(content[:4_096])
    stated = declared or (match.group(1).decode("ascii", "replace") if match is not None else None)
    for candidate in ("utf-8", stated):
        text = _strictly(content, candidate)
        if text is not None:
            return text
    return _strictly(content, _guess(content)) or content.decode("cp1252", errors="replace")


def _strictly(content: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return content.decode(
            "cp1252" if encoding.lower() in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else encoding
        )
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _guess(content: bytes) -> str | None:
    from resiliparse.parse.encoding import detect_encoding

    found = detect_encoding(content[:100_000])
    return str(found) if found else None


def _refuse_binary(content: bytes, source: str) -> None:
    kind = next((name for signature, name in _SIGNATURES if content.startswith(signature)), None)
    if kind is None and _utf16_without_mark(content) is None:
        sample = content[:65_536]
        if sample and len(_CONTROL.findall(sample)) / len(sample) > _MOST_CONTROL:
            kind = "binary data"
    if kind is not None:
        raise BinaryInput(f"not text or HTML ({kind}); save the page as HTML or text", source=source)


def _utf16_without_mark(content: bytes) -> str | None:
    """UTF-16 text without its mark: every second byte of Latin text is zero."""
    sample = content[:2_000]
    if len(sample) < 16:
        return None
    even, odd = sample[::2], sample[1::2]
    if odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.6 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None
