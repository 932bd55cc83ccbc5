"""Every error a user can meet, in one tree; each message names the input and says what to do.

WatchfloorError                 exit code 1: some input could not be read
├── InputError                  the bytes are not something to read
│   ├── UnreadableInput         missing file, no permission, a directory, a broken disk
│   ├── EmptyInput              nothing but white space
│   ├── BinaryInput             not text and not HTML
│   ├── OversizedInput          above a stated limit: bytes, or nesting
│   └── BrokenLine              a line of a batch that is not a JSON object with text or html
├── UnsupportedLanguage         exit code 3: the report is in a language no lexicon covers
├── InternalError               a fault of Watchfloor's own, told in one line so that the rest is still read
└── LexiconError                a row of the bundled knowledge is wrong (file, row, what)
"""

from __future__ import annotations


class WatchfloorError(Exception):
    """The root of the tree: `str(error)` names its `source`, the input, and says what to do.

    `id` is the batch line's own, where it could be read; `exit_code` is what the command ends with when nothing worse happened.
    """

    exit_code = 1

    def __init__(self, message: str, *, source: str | None = None, id: str | None = None) -> None:
        super().__init__(message if source is None else f"{source}: {message}")
        self.source = source
        self.id = id


class InputError(WatchfloorError):
    """The bytes given are not a report."""


class UnreadableInput(InputError):
    """The file cannot be opened or read."""


class EmptyInput(InputError):
    """The input holds nothing but white space."""


class BinaryInput(InputError):
    """The input is neither text nor HTML."""


class OversizedInput(InputError):
    """The input is above a stated limit."""


class BrokenLine(InputError):
    """A line of a JSON Lines batch is not a JSON object with `text` or `html`."""


class UnsupportedLanguage(WatchfloorError):
    """The report is in a language that no lexicon folder covers."""

    exit_code = 3


class LexiconError(WatchfloorError):
    """A row of the bundled knowledge does not hold what its columns promise."""


class InternalError(WatchfloorError):
    """Something no input should be able to cause; `__cause__` is what was raised."""

    def __init__(self, cause: Exception, *, source: str | None = None, id: str | None = None) -> None:
        what = f"internal error ({type(cause).__name__}: {cause}); please report it. WATCHFLOOR_DEBUG=1 shows more"
        super().__init__(what, source=source, id=id)
        self.__cause__ = cause
