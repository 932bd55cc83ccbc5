"""The command line: arguments in, records out, exit code at the end. Nothing here knows how a report is read."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn, Protocol

import click
from msgspec import Struct

from watchfloor import __version__
from watchfloor.errors import UnsupportedLanguage, WatchfloorError

if TYPE_CHECKING:
    from watchfloor.pipeline import ReadReport
    from watchfloor.records import Page

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


class InternalError(WatchfloorError):
    """Something no input should be able to cause: told in one line, the rest is still read."""


class Options(Struct, frozen=True, kw_only=True):
    """What the caller says about every input."""

    published: str | None
    outlet: str | None
    language: str | None


class Tally(Struct):
    """How many reports were read, and what kept the others from it."""

    read: int = 0
    unread: int = 0
    unread_for_language: int = 0

    def add(self, failure: WatchfloorError | None) -> None:
        self.read += failure is None
        self.unread += failure is not None
        self.unread_for_language += isinstance(failure, UnsupportedLanguage)

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


class Outcome(Struct, frozen=True):
    """What became of one input: the page where it was opened, what was read from it, or what went wrong."""

    page: Page | None
    read: ReadReport | None
    failure: WatchfloorError | None


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
    options = Options(published=published, outlet=outlet, language=language)
    tally = Tally()
    write = _json_writer(inputs) if as_json else _record_writer()
    with _progress(inputs) as bar:
        for outcome in _outcomes(inputs, options):
            if outcome.failure is not None:
                bar.say(f"{PROGRAM}: {outcome.failure}")
            write(outcome)
            tally.add(outcome.failure)
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
        _end(EXIT_SOME_UNREAD, str(_internal(error)))
    sys.exit(EXIT_READ)


def _end(code: int, line: str) -> NoReturn:
    click.echo(f"{PROGRAM}: {line}", err=True)
    sys.exit(code)


def _abandon_output() -> None:
    """Point standard output at nothing, or Python would fail once more when it flushes at exit."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())


def _outcomes(inputs: Sequence[str], options: Options) -> Iterator[Outcome]:
    """Every input's outcome, in order, one held in memory at a time."""
    from watchfloor.pipeline import open_pages

    for page in open_pages(
        inputs, stdin=sys.stdin.buffer, published=options.published, outlet=options.outlet, language=options.language
    ):
        yield Outcome(None, None, page) if isinstance(page, WatchfloorError) else _outcome(page)


def _outcome(page: Page) -> Outcome:
    from watchfloor.pipeline import read_page

    try:
        return Outcome(page, read_page(page), None)
    except WatchfloorError as error:
        return Outcome(page, None, error)
    except Exception as error:  # a fault of ours must not cost the rest of a batch
        return Outcome(page, None, _internal(error, source=page.source))


def _internal(error: Exception, *, source: str | None = None) -> InternalError:
    if os.environ.get("WATCHFLOOR_DEBUG"):
        import traceback

        traceback.print_exception(error)
    where = "" if source is None else f"{source}: "
    what = f"internal error ({type(error).__name__}: {error})"
    return InternalError(f"{where}{what}; please report it. WATCHFLOOR_DEBUG=1 shows more")


def _json_writer(inputs: Sequence[str]) -> Writer:
    from watchfloor.contract import encode_failure, encode_record

    stream = sys.stdout.buffer
    indented = sys.stdout.isatty() and len(inputs) == 1 and not _is_batch(inputs[0])

    def write(outcome: Outcome) -> None:
        if outcome.read is not None:
            line = encode_record(outcome.read.report, outcome.read.events, indented=indented)
        else:
            page, failure = outcome.page, outcome.failure
            assert failure is not None, "what was not read failed"
            id, source = (page.id, page.source) if page is not None else (getattr(failure, "id", None), None)
            line = encode_failure(failure, id=id, source=source, indented=indented)
        _put(stream, line)

    return write


def _record_writer() -> Writer:
    from watchfloor.terminal import open_screen, record_text

    screen = open_screen(sys.stdout)
    stream = sys.stdout.buffer
    written = 0

    def write(outcome: Outcome) -> None:
        nonlocal written
        if outcome.read is None:
            return
        text = record_text(outcome.read.report, outcome.read.events, console=screen)
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
