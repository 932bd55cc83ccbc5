"""The record of one report, laid out: headline, events, a row a value with its speakers and words, conflicts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from watchfloor.records import Check, Claim, Conflict, Event, Report, Value, When
from watchfloor.terminal.localtime import local_offset, offset_of_midnight, printed_offset
from watchfloor.terminal.phrases import ATTRIBUTES, country_name, phrase_of, when_phrase
from watchfloor.terminal.rows import Saying, ValueRow, rows_of, sayings
from watchfloor.terminal.screen import Glyphs, clean, glyphs_for

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

OWN_VOICE = "the report itself"
NO_LAUNCH = "No launch reported."
LONGEST_QUOTE = 110  # signs; a quotation is a reminder, the text is in the page
MOST_QUOTES = 3
LABEL_WIDTH = 11
VERDICT_STYLES = {"consistent": "green", "inconsistent": "bold red", "undecided": "yellow"}


class Layout(Struct, frozen=True):
    """What the layout of one event needs to know: the signs, and the offset of its local time."""

    glyphs: Glyphs
    offset: timedelta | None


def record_text(report: Report, events: Iterable[Event], *, console: Console) -> str:
    """The record as text ready to write, main events first; "No launch reported." where there is none."""
    glyphs = glyphs_for(console)
    ordered = sorted(events, key=lambda event: event.background)
    with console.capture() as captured:
        for part in _heading(report, glyphs):
            console.print(part)
        for event in ordered:
            console.print()
            for part in _event(event, Layout(glyphs, local_offset(event))):
                console.print(part)
        if not ordered:
            console.print()
            console.print(_text((NO_LAUNCH, "bold")))
    text = captured.get()
    return text if console.is_terminal else _without_padding(text)


def _without_padding(text: str) -> str:
    """Cells are padded to their column; in a pipe that padding is only noise for diff and grep."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _text(*parts: tuple[str, str]) -> Text:
    from rich.text import Text

    return Text.assemble(*parts)


def _heading(report: Report, glyphs: Glyphs) -> Iterable[RenderableType]:
    yield _text((clean(report.headline) if report.headline is not None else "(no headline)", "bold"))
    about = [] if report.outlet is None else [clean(report.outlet)]
    if report.published is not None:
        offset = _publication_offset(report.published)
        about.append(f"published {when_phrase(report.published, offset=offset, glyphs=glyphs).main}")
    yield _text((f" {glyphs.dot} ".join((*about, report.language)), "dim"))
    if report.credits:
        yield _text((f"credits {', '.join(clean(name) for name in report.credits)}", "dim"))


def _publication_offset(published: When) -> timedelta | None:
    if published.precision == "day" and published.first is not None:
        return offset_of_midnight(published.first)
    return printed_offset(published.zone, published.first)


def _event(event: Event, layout: Layout) -> Iterable[RenderableType]:
    from rich.rule import Rule
    from rich.styled import Styled

    style = "dim" if event.background else "bold cyan"
    title = _text((_title(event, layout), style))
    yield Rule(title, align="left", characters=layout.glyphs.rule, style=style)
    yield Styled(_table(event, layout), "dim" if event.background else "")
    if event.conflicts:
        yield _text(("\n  conflicts", "cyan"))
        yield _conflicts(event, layout)
    if event.checks:
        yield _text(("\n  checks", "cyan"))
        yield _checks(event.checks, layout)


def _title(event: Event, layout: Layout) -> str:
    """The heading of an event: "Launch · North Korea · Fri 7 Nov 2025": what is agreed on, no more."""
    kind = f"Earlier {event.kind}" if event.background else event.kind.capitalize()
    actor, when = _agreed(event, "actor"), _agreed(event, "occurred")
    parts = [kind, country_name(actor)] if isinstance(actor, str) else [kind]
    if isinstance(when, When) and when.first is not None:
        parts.append(when_phrase(when, offset=layout.offset, glyphs=layout.glyphs).main.rsplit(", ", 1)[0])
    return f" {layout.glyphs.dot} ".join(parts)


def _agreed(event: Event, attribute: str) -> Value | None:
    """The consensus, or the only value there is: an old launch told in passing often has no more."""
    values = [claim.value for claim in event.claims if claim.attribute == attribute and claim.polarity]
    return event.consensus.get(attribute, values[0] if len(values) == 1 else None)


def _table(event: Event, layout: Layout) -> Table:
    from rich.table import Table

    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=1, style="bold red")
    grid.add_column(width=LABEL_WIDTH, style="cyan")
    grid.add_column(ratio=5)
    grid.add_column(ratio=7)
    shown = None
    for row in rows_of(event):
        label = "" if row.attribute == shown else ATTRIBUTES.get(row.attribute, row.attribute.replace("_", " "))
        shown = row.attribute
        mark = layout.glyphs.conflict if row.disputed else ""
        grid.add_row(mark, label, _value(row, layout), _sayings(event, row, layout.glyphs))
    return grid


def _value(row: ValueRow, layout: Layout) -> Text:
    phrase = phrase_of(row.attribute, row.value, offset=layout.offset, glyphs=layout.glyphs)
    denied = "" if row.polarity else "not: "
    return _text((denied, "bold red"), (phrase.main, "bold"), *((f"\n{line}", "dim") for line in phrase.also))


def _sayings(event: Event, row: ValueRow, glyphs: Glyphs) -> Text:
    from rich.text import Text

    spoken = sayings(event.claims[position] for position in row.positions)
    return Text("\n").join(_saying(saying, glyphs) for saying in spoken)


def _saying(saying: Saying, glyphs: Glyphs) -> Text:
    parts = [(_speakers(saying), "dim" if saying.speakers == (None,) else "")]
    via = dict.fromkeys(name for claim in saying.claims for name in claim.via)
    if via:
        parts.append((f"\nvia {', '.join(clean(name) for name in via)}", "dim"))
    parts += [(f"\n{_quotation(quote, glyphs)}", "italic") for quote in _quotes(saying.claims)]
    parts += [(f"\nhedged: {hedge}", "yellow") for hedge in _hedges(saying.claims, glyphs)]
    return _text(*parts)


def _speakers(saying: Saying) -> str:
    names: dict[str, None] = {}
    for claim in saying.claims:
        speaker = claim.claimant
        if speaker is None:
            names[OWN_VOICE] = None
        elif speaker.country is None or country_name(speaker.country) in speaker.name:
            names[clean(speaker.name)] = None
        else:
            names[f"{clean(speaker.name)} ({country_name(speaker.country)})"] = None
    return ", ".join(names)


def _quotes(claims: Iterable[Claim]) -> list[str]:
    return list(dict.fromkeys(clean(claim.quote) for claim in claims))[:MOST_QUOTES]


def _quotation(quote: str, glyphs: Glyphs) -> str:
    if len(quote) > LONGEST_QUOTE:
        quote = quote[:LONGEST_QUOTE].rsplit(" ", 1)[0] + glyphs.ellipsis
    return f"{glyphs.opening}{quote}{glyphs.closing}"


def _hedges(claims: Iterable[Claim], glyphs: Glyphs) -> list[str]:
    hedges = {claim.hedge for claim in claims if claim.hedge is not None}
    return sorted(clean(hedge.words) + (f" ({hedge.band})" if hedge.band is not None else "") for hedge in hedges)


def _conflicts(event: Event, layout: Layout) -> Table:
    glyphs = layout.glyphs
    return _reasons((glyphs.conflict, "bold red", _conflict(event, conflict, glyphs)) for conflict in event.conflicts)


def _conflict(event: Event, conflict: Conflict, glyphs: Glyphs) -> Text:
    claims = [event.claims[position] for position in conflict.claims]
    label = (f"{ATTRIBUTES.get(conflict.attribute, conflict.attribute)}: ", "bold")
    if all(_tells(conflict.because, claim) for claim in claims):
        return _text(label, (_because(conflict.because, glyphs), ""))
    sides = dict.fromkeys(_side(claim, glyphs) for claim in claims)
    return _text(label, (" against ".join(sides), ""), (f"\n{_because(conflict.because, glyphs)}", "dim"))


def _tells(reason: str, claim: Claim) -> bool:
    """Whether a reason already says a claim's words and speaker, so that they need not be said twice."""
    return claim.quote in reason and (claim.claimant is None or claim.claimant.name in reason)


def _because(reason: str, glyphs: Glyphs) -> str:
    """A reason with its quotations in the signs this output has."""
    return clean(reason).replace("«", glyphs.opening).replace("»", glyphs.closing)


def _side(claim: Claim, glyphs: Glyphs) -> str:
    speaker = OWN_VOICE if claim.claimant is None else clean(claim.claimant.name)
    return f"{_quotation(clean(claim.quote), glyphs)} ({speaker})"


def _checks(checks: tuple[Check, ...], layout: Layout) -> Table:
    glyphs = layout.glyphs
    signs = {"consistent": glyphs.consistent, "inconsistent": glyphs.inconsistent, "undecided": glyphs.undecided}
    return _reasons((signs[check.verdict], VERDICT_STYLES[check.verdict], _reason(check, glyphs)) for check in checks)


def _reason(check: Check, glyphs: Glyphs) -> Text:
    return _text((f"{check.check}: ", "bold"), (_because(check.because, glyphs), ""))


def _reasons(rows: Iterable[tuple[str, str, Text]]) -> Table:
    from rich.table import Table

    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=2, justify="right")
    grid.add_column(ratio=1)
    for mark, style, reason in rows:
        grid.add_row(_text((mark, style)), reason)
    return grid
