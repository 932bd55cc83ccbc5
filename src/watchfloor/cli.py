"""The command line: arguments in, records out, exit code at the end. Nothing here knows how a report is read."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn, Protocol, TypeAlias

import click
from msgspec import Struct

from watchfloor import __version__
from watchfloor.errors import InternalError, UnsupportedLanguage, WatchfloorError

if TYPE_CHECKING:
    from watchfloor.pipeline import ReadReport

PROGRAM = "watchfloor"
SHELLS = ("bash", "zsh", "fish")
BATCH_SUFFIXES = frozenset({".jsonl", ".ndjson"})
FEWEST_FOR_A_BAR = 6  # files; fewer are read before a bar could be drawn
DATE_EXAMPLES = '2025-11-07, 2025-11-07T03:50Z or "7 Nov 2025"'
DATE_FORMS = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%b %d, %Y", "%B %d, %Y")

EXIT_READ = 0
EXIT_SOME_UNREAD = 1
EXIT_USAGE = 2
EXIT_LANGUAGE = 3
EXIT_INTERRUPTED = 130
EXIT_PIPE_CLOSED = 141  # 128 + SIGPIPE, as any Unix filter ends under `| head`

READ_EPILOG = """\b
Examples:
  watchfloor read report.txt
  watchfloor read --published 2025-11-07 --outlet "Harbour Courier" page.html
  curl -s https://example.org/story | watchfloor read -
  watchfloor read --json batch.jsonl > records.jsonl

\b
Exit codes:
  0    every input was read
  1    some input could not be read; the others were
  2    the command was called wrongly
  3    nothing went wrong but reports in an unsupported language
  130  interrupted
  141  the reader of the output closed it early, as `| head` does
"""


class OutputClosedError(Exception):
    """Whoever reads standard output has gone."""


class OutputFailedError(Exception):
    """Standard output takes no more: a full disk, most often."""


class Tally(Struct):
    """How many reports were read, and what kept the others from it."""

    read: int = 0
    unread: int = 0
    unread_for_language: int = 0

    def add(self, outcome: Outcome) -> None:
        failed = isinstance(outcome, WatchfloorError)
        self.read += not failed
        self.unread += failed
        self.unread_for_language += isinstance(outcome, UnsupportedLanguage)

    @property
    def exit_code(self) -> int:
        if self.unread == 0:
            return EXIT_READ
        return EXIT_LANGUAGE if self.unread == self.unread_for_language else EXIT_SOME_UNREAD

    @property
    def summary(self) -> str:
        """The closing line: "read 4,998 of 5,000 reports; 2 could not be read"."""
        total = self.read + self.unread
        return f"read {self.read:,} of {total:,} reports; {self.unread:,} could not be read"


Outcome: TypeAlias = "ReadReport | WatchfloorError"
Writer = Callable[[Outcome], None]


class Bar(Protocol):
    """Standard error with or without a progress bar."""

    def step(self) -> None: ...

    def say(self, line: str) -> None: ...


def _publication(_context: click.Context, _option: click.Parameter, text: str | None) -> str | None:
    """A publication date in ISO form: "7 Nov 2025" → "2025-11-07". Raises BadParameter where it is no date."""
    if text is None:
        return None
    for form in (None, *DATE_FORMS):
        try:
            return _iso_date(text.strip(), form)
        except ValueError:
            continue
    raise click.BadParameter(f"{text!r} is no date: write {DATE_EXAMPLES}")


def _iso_date(text: str, form: str | None) -> str:
    if form is not None:
        return datetime.strptime(text, form).date().isoformat()
    moment = datetime.fromisoformat(text)
    return moment.isoformat() if ":" in text else moment.date().isoformat()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name=PROGRAM)
def cli() -> None:
    """Read news reports of missile and rocket launches into attributed, checked launch records.

    Every value keeps the words that state it and the speaker who says so. Nothing leaves this machine.
    """


@cli.command(epilog=READ_EPILOG)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--published", metavar="DATE", callback=_publication, help=f"When they were published: {DATE_EXAMPLES}.")
@click.option("--outlet", metavar="NAME", help="Who published them.")
@click.option("--language", metavar="CODE", help="Their language, as in ISO 639-1: en.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a report, as docs/schema.md tells.")
def read(
    inputs: tuple[str, ...], published: str | None, outlet: str | None, language: str | None, as_json: bool
) -> None:
    """Read news reports into launch records.

    INPUT is a saved HTML page, a plain-text page, a .jsonl batch with one {"id", "text" or "html", "published",
    "outlet", "language"} a line, or - for standard input.

    A report that cannot be read is named on standard error and the others are still read. With --json it leaves a line
    with an "error" in its place, so that lines keep step with the input.
    """
    from watchfloor.pipeline import open_pages, read_pages

    tally = Tally()
    write = _json_writer(inputs) if as_json else _record_writer()
    with _progress(inputs) as bar:
        pages = open_pages(inputs, stdin=sys.stdin.buffer, published=published, outlet=outlet, language=language)
        for outcome in read_pages(pages):
            for line in _remarks(outcome):
                bar.say(f"{PROGRAM}: {line}")
            write(outcome)
            tally.add(outcome)
            bar.step()
    if tally.unread and tally.unread + tally.read > 1:
        click.echo(f"{PROGRAM}: {tally.summary}", err=True)
    sys.exit(tally.exit_code)


@cli.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the completion script of a shell.

    \b
    bash:  watchfloor completion bash >> ~/.bashrc
    zsh:   watchfloor completion zsh >> ~/.zshrc
    fish:  watchfloor completion fish > ~/.config/fish/completions/watchfloor.fish
    """
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    assert complete is not None, "click completes every shell in SHELLS"
    click.echo(complete(cli, {}, PROGRAM, "_WATCHFLOOR_COMPLETE").source())


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and end the process with its exit code; no traceback reaches the user."""
    gc.set_threshold(
        50_000, 20, 20
    )  # the lexicons are tens of thousands of lasting records: a tenth of the start-up time
    try:
        cli.main(arguments, prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _end(EXIT_INTERRUPTED, "interrupted")
    except OutputClosedError:
        _abandon_output()
        sys.exit(EXIT_PIPE_CLOSED)
    except (OutputFailedError, OSError) as error:
        _abandon_output()
        _end(EXIT_SOME_UNREAD, f"cannot write the output: {error}")
    except Exception as error:
        _end(EXIT_SOME_UNREAD, "\n".join(_remarks(InternalError(error))))
    sys.exit(EXIT_READ)


def _end(code: int, line: str) -> NoReturn:
    click.echo(f"{PROGRAM}: {line}", err=True)
    sys.exit(code)


def _abandon_output() -> None:
    """Point standard output at nothing, or Python would fail once more when it flushes at exit."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())


def _remarks(outcome: Outcome) -> Iterator[str]:
    """What standard error is told of an outcome: why it failed, or what said of it could not be used."""
    if not isinstance(outcome, WatchfloorError):
        yield from (f"{outcome.report.source}: {warning}" for warning in outcome.report.warnings)
        return
    yield str(outcome)
    if isinstance(outcome, InternalError) and outcome.__cause__ is not None and os.environ.get("WATCHFLOOR_DEBUG"):
        import traceback

        yield "".join(traceback.format_exception(outcome.__cause__))


def _json_writer(inputs: Sequence[str]) -> Writer:
    from watchfloor.contract import encode_failure, encode_record

    stream = sys.stdout.buffer
    indented = sys.stdout.isatty() and len(inputs) == 1 and not _is_batch(inputs[0])

    def write(outcome: Outcome) -> None:
        if isinstance(outcome, WatchfloorError):
            _put(stream, encode_failure(outcome, indented=indented))
        else:
            _put(stream, encode_record(outcome.report, outcome.events, indented=indented))

    return write


def _record_writer() -> Writer:
    from watchfloor.terminal import open_screen, record_text

    screen = open_screen(sys.stdout)
    stream = sys.stdout.buffer
    written = 0

    def write(outcome: Outcome) -> None:
        nonlocal written
        if isinstance(outcome, WatchfloorError):
            return
        text = record_text(outcome.report, outcome.events, console=screen)
        _put(stream, ("\n" * 2 * (written > 0) + text).encode(screen.encoding, "replace"))
        written += 1

    return write


def _put(stream: BinaryIO, line: bytes) -> None:
    """Written and flushed at once: a reader of the pipe keeps step, and a full disk shows where it happens."""
    try:
        stream.write(line)
        stream.flush()
    except BrokenPipeError as error:
        raise OutputClosedError from error
    except OSError as error:
        raise OutputFailedError(error.strerror or str(error)) from error


def _is_batch(name: str) -> bool:
    return Path(name).suffix.lower() in BATCH_SUFFIXES


@contextmanager
def _progress(inputs: Sequence[str]) -> Iterator[Bar]:
    """A bar on standard error for long runs whose records go elsewhere; plain lines in every other case."""
    batch = any(map(_is_batch, inputs))
    long = batch or len(inputs) >= FEWEST_FOR_A_BAR
    # Records scrolling over the same terminal are progress enough, and would tear a bar apart.
    if not long or not sys.stderr.isatty() or sys.stdout.isatty():
        yield PlainLines()
        return
    from watchfloor.terminal.progress import progress_bar

    with progress_bar(total=None if batch else len(inputs)) as bar:
        yield bar


class PlainLines:
    """Standard error without a bar."""

    def step(self) -> None:
        """Nothing to move."""

    def say(self, line: str) -> None:
        from watchfloor.terminal import clean  # a file's name can hold escape sequences

        click.echo(clean(line), err=True)
