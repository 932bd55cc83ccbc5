"""Every kind of input, and every bad one: an error names it and says what to do, and the rest is read."""

from __future__ import annotations

import io
import json
import time
from pathlib import Path

import pytest

from watchfloor.errors import (
    BinaryInput,
    BrokenLine,
    EmptyInput,
    OversizedInput,
    UnreadableInput,
    UnsupportedLanguage,
    WatchfloorError,
)
from watchfloor.pages import Limits, open_pages
from watchfloor.pipeline import ReadReport, read_pages
from watchfloor.records import Page

STORY = "North Korea fired a missile on Friday, and it flew 600 km, the military said.\n"


def opened(*inputs: str, stdin: bytes = b"", limits: Limits | None = None) -> list[Page | WatchfloorError]:
    return list(open_pages(inputs, stdin=io.BytesIO(stdin), limits=limits))


def only(path: Path, content: bytes, *, limits: Limits | None = None) -> Page | WatchfloorError:
    path.write_bytes(content)
    (one,) = opened(str(path), limits=limits)
    return one


def text_of(one: Page | WatchfloorError) -> str:
    assert isinstance(one, Page), one
    return one.text or ""


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (b"", EmptyInput, "empty"),
        (b" \n\t\n", EmptyInput, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), BinaryInput, "PNG"),
        (b"%PDF-1.7 " + b"x" * 100, BinaryInput, "PDF"),
        (b"\x1f\x8b\x08" + bytes(100), BinaryInput, "gzip"),
        (b"PK\x03\x04" + bytes(100), BinaryInput, "ZIP"),
        (bytes(range(256)) * 40, BinaryInput, "binary"),
    ],
)
def test_what_is_no_text(tmp_path: Path, content: bytes, error: type[WatchfloorError], says: str) -> None:
    found = only(tmp_path / "page.txt", content)
    assert isinstance(found, error)
    assert "page.txt" in str(found)
    assert says in str(found)
    assert "\n" not in str(found)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"],
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    words = "Le missile a été tiré — non, «fired», said the café owner in Málaga. " * 3
    if encoding == "latin-1":
        words = words.replace("—", "-")
    assert "été tiré" in text_of(only(tmp_path / "page.txt", words.encode(encoding)))


def test_a_wrong_declared_encoding(tmp_path: Path) -> None:
    html = '<html><head><meta charset="utf-8"></head><body><p>Kim’s caf\xe9 fired</p></body></html>'
    assert "caf\xe9" in text_of(only(tmp_path / "page.html", html.encode("cp1252")))


def test_missing_files_and_directories(tmp_path: Path) -> None:
    missing, directory = opened(str(tmp_path / "nowhere.txt"), str(tmp_path))
    assert isinstance(missing, UnreadableInput)
    assert "no such file" in str(missing)
    assert isinstance(directory, UnreadableInput)
    assert "directory" in str(directory)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(STORY)

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    (found,) = opened(str(path))
    assert isinstance(found, UnreadableInput)
    assert "permission" in str(found)


def test_fifty_megabytes_of_one_line_are_refused_at_once(tmp_path: Path) -> None:
    begun = time.monotonic()
    found = only(tmp_path / "long.txt", b"missile " * 6_500_000)
    assert isinstance(found, OversizedInput)
    assert time.monotonic() - begun < 5


def test_a_long_line_without_spaces_is_read_without_a_hang(tmp_path: Path) -> None:
    begun = time.monotonic()
    page = only(tmp_path / "line.txt", b"x" * 3_000_000)
    assert isinstance(page, Page)
    (read,) = read_pages([page])
    assert isinstance(read, (ReadReport, WatchfloorError))
    assert time.monotonic() - begun < 10


def test_a_batch_with_broken_lines_reads_the_rest(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": STORY, "language": "en", "published": "2026-03-14"}).encode(),
        b"{broken",
        b"\xff\xfe\x00binary",
        b'["a list"]',
        b'{"id": "no text"}',
        b"",
        json.dumps({"id": "b", "text": STORY, "outlet": None, "extra": 1}).encode(),
    ]
    path = tmp_path / "batch.jsonl"
    path.write_bytes(b"\n".join(lines))
    found = opened(str(path))
    assert [type(one) for one in found] == [Page, BrokenLine, BrokenLine, BrokenLine, BrokenLine, Page]
    assert [one.id for one in found if isinstance(one, Page)] == ["a", "b"]
    assert "line 2" in str(found[1])


def test_a_batch_line_that_is_too_long_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "batch.jsonl"
    long = json.dumps({"id": "long", "text": "x" * 5_000})
    path.write_text(f"{json.dumps({'id': 'a', 'text': STORY})}\n{long}\n{json.dumps({'id': 'c', 'text': STORY})}\n")
    found = opened(str(path), limits=Limits(line_bytes=1_000))
    assert [type(one) for one in found] == [Page, OversizedInput, Page]


def test_standard_input_takes_text_or_a_batch() -> None:
    (text,) = opened("-", stdin=STORY.encode())
    assert text_of(text) == STORY
    batch = opened("-", stdin=b'{"id": "1", "text": "North Korea fired."}\n{"id": "2", "html": "<p>Iran fired.</p>"}\n')
    assert [(one.id, one.html) for one in batch if isinstance(one, Page)] == [("1", False), ("2", True)]


def test_a_lines_own_facts_win_over_the_options() -> None:
    line = b'{"text": "x", "published": "2026-01-02"}\n'
    (page,) = open_pages(["-"], stdin=io.BytesIO(line), published="2020-01-01", outlet="The Outlet")
    assert isinstance(page, Page)
    assert (page.published, page.outlet) == ("2026-01-02", "The Outlet")


@pytest.mark.parametrize(
    ("html", "error"),
    [
        ("<div>" * 100_000 + "fired a missile", OversizedInput),
        (
            '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><html><body>&b;</body></html>',
            EmptyInput,
        ),
        ("<html><body></body></html>", EmptyInput),
    ],
)
def test_hostile_pages(tmp_path: Path, html: str, error: type[WatchfloorError]) -> None:
    begun = time.monotonic()
    (found,) = read_pages([only(tmp_path / "page.html", html.encode())])
    assert isinstance(found, (error, ReadReport))
    if isinstance(found, ReadReport):
        assert len(found.report.text) < 1_000
    assert time.monotonic() - begun < 10


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    html = entity + "<html><body><p>North Korea fired &x; a missile on Friday.</p></body></html>"
    (found,) = read_pages([only(tmp_path / "page.html", html.encode())])
    assert isinstance(found, (ReadReport, WatchfloorError))
    assert not isinstance(found, ReadReport) or "secret words" not in found.report.text


def test_a_page_cut_in_the_middle_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    head = "<html><head><title>Launch</title></head><body><article>"
    html = head + "<p>North Korea fired a ballistic missile on Friday, the military said.</p><p>It flew 600 km bef"
    (found,) = read_pages([only(tmp_path / "page.html", html.encode())])
    assert isinstance(found, ReadReport)
    assert found.events


def test_another_language_is_refused_by_name(tmp_path: Path) -> None:
    text = "Северная Корея запустила баллистическую ракету в сторону Японского моря, сообщили военные Южной Кореи. " * 5
    (found,) = read_pages([only(tmp_path / "page.txt", text.encode())])
    assert isinstance(found, UnsupportedLanguage)
    assert "'ru'" in str(found)


def test_many_inputs_in_order(tmp_path: Path) -> None:
    paths = []
    for number in range(3):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Report {number}. {STORY}")
        paths.append(str(path))
    assert [text_of(one)[7] for one in opened(*paths)] == ["0", "1", "2"]
