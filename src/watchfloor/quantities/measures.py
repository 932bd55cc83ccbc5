"""Figures with units: lengths in kilometres, durations in seconds, speeds in metres per second, calibres apart.

A measure is read from its figure on: the unit behind it, a second unit in brackets, a second figure of a range or list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct, structs

from watchfloor.quantities.grammar import Figure, Scan, bound_after, bounds_before, interval, lexicon, one_of, scan
from watchfloor.quantities.units import SI, Kind, Unit, meaning, unit_after, unit_words
from watchfloor.records import Bound, Quantity

_JOIN_REACH = 40  # characters between two figures of one chain: "and, in the second case, up to about "
_LIST_RATIO = 12  # "400 and 600 km" is one list; "4 July and 600 km" is not
_PAIR_RATIO = 1.15  # without brackets a second figure is the same length in another unit only where the two agree
_YEARS = range(1900, 2100)
_RATE = re.compile(r"(?:miles|kms?|kilomet(?:er|re)s|times|once|twice) $")
_NUMBERED = re.compile(r"\b(?:no|number|day|phase|group)\.? $")  # "No. 4 and 600 km"
_OPENS_PAIR = frozenset("([/,;o-–—=")
_SUMMED = frozenset({" ", "and", ",", ", and"})
_SMALLER = {3600.0: (60.0,), 60.0: (1.0,)}


class Measure(Struct, frozen=True):
    """A figure with its unit: offsets of "approximately 435 miles", its quantity, the second unit printed behind it.

    `end_with_pair` lies behind "(700 km)"; `group` is shared by the figures of one list ("400 and 600 km").
    """

    start: int
    end: int
    kind: Kind
    quantity: Quantity
    converted: Quantity | None
    end_with_pair: int
    printed: str
    group: int | None = None


class Term(Struct, frozen=True):
    """One figure of a chain, with the unit and the bracketed pair that stand right behind it."""

    start: int
    end: int
    figure: Figure
    bound: Bound
    unit: Unit | None
    pair: tuple[float, ...] = ()
    pair_unit: Unit | None = None
    end_with_pair: int = 0
    joiner: str = ""  # what stands between this figure and the one before


@lru_cache(maxsize=4)
def find_measures(text: str) -> tuple[Measure, ...]:
    """The measures of a text, in order: `find_measures("flew 435 miles (700 km)")[0].quantity.low == 700.06464`."""
    found = scan(text)
    if not found.figures:
        return ()
    measures: list[Measure] = []
    done = 0
    for number, figure in enumerate(found.figures):
        if figure.start < done:
            continue
        unit = unit_after(text, found.folded, figure)
        if unit is None and not _may_go_on(found, number):
            continue
        chain, walked = _chain(text, found, number, unit)
        read = list(_read(text, found, chain, group=number))
        measures += read
        # a chain without any unit has none from its second figure on either
        done = max(measure.end_with_pair for measure in read) if read else walked
    return tuple(measures)


def _may_go_on(found: Scan, number: int) -> bool:
    """Whether a figure without a unit may still get one: from the next figure, or behind "-plus"."""
    end = found.figures[number].end
    if found.folded[end : end + 1] in ("-", "+"):
        return True
    return number + 1 < len(found.figures) and found.figures[number + 1].start - end < _JOIN_REACH


# --- chains of figures ---


def _chain(text: str, found: Scan, number: int, unit: Unit | None) -> tuple[list[Term], int]:
    """The figures joined from one on ("400, 500 and 600 km"), up to the last that has a unit, and how far they go."""
    terms: list[Term] = []
    joiner = ""
    position: int | None = number
    while position is not None:
        if position != number:
            unit = unit_after(text, found.folded, found.figures[position])
        term = _term(text, found, found.figures[position], joiner, unit)
        if terms and term.unit is not None and not _belongs(terms[0], term):
            break
        terms.append(term)
        position, joiner = _next(found, position, term)
    walked = terms[-1].figure.end
    while terms and terms[-1].unit is None:
        terms.pop()
    return terms, walked


def _belongs(first: Term, term: Term) -> bool:
    """Whether a figure with a unit can stand in one chain with the first: they measure the same kind."""
    return first.unit is None or (term.unit is not None and first.unit.kind == term.unit.kind)


def _term(text: str, found: Scan, figure: Figure, joiner: str, unit: Unit | None) -> Term:
    if _is_rate(found.folded, figure):
        unit = None
    head = figure.start - 5 if unit is not None and unit.word == "Mach" else figure.start
    start, bound = bounds_before(found, head)
    end, after = bound_after(found.folded, figure.end)
    if unit is None and after is not None:
        unit = unit_after(text, found.folded, Figure(figure.start, end, figure.value))
    elif unit is not None:
        end, after = bound_after(found.folded, unit.end)
    if unit is None:
        return Term(start, figure.end, figure, bound, None, end_with_pair=figure.end, joiner=joiner)
    end = max(end, unit.end)
    pair, pair_unit, end_with_pair = _pair(found.folded, end, figure, unit)
    return Term(start, end, figure, after or bound, unit, pair, pair_unit, end_with_pair, joiner)


def _is_rate(folded: str, figure: Figure) -> bool:
    """Whether "an hour" is the second half of a speed: "hundreds of miles an hour"."""
    return figure.seconds and _RATE.search(folded, max(0, figure.start - 12), figure.start) is not None


@lru_cache(maxsize=1)
def _joiner_pattern() -> re.Pattern[str]:
    joiners = lexicon()["joiners"]
    return re.compile(rf" ?({one_of([*joiners['range'], *joiners['list']])})? ?")


def _next(found: Scan, position: int, term: Term) -> tuple[int | None, str]:
    """The figure joined to this one, and by what; None where other words stand between."""
    if position + 1 == len(found.figures):
        return None, ""
    rest = range(position + 1, len(found.figures))
    following = next((n for n in rest if found.figures[n].start >= term.end_with_pair), None)
    if following is None or found.figures[following].start - term.end_with_pair >= _JOIN_REACH:
        return None, ""
    figure = found.figures[following]
    start = figure.start - 5 if found.folded[max(0, figure.start - 5) : figure.start] == "mach " else figure.start
    bounded, _ = bounds_before(found, start)
    for reach in {start, max(bounded, term.end_with_pair)}:
        between = found.folded[term.end_with_pair : reach]
        match = _joiner_pattern().fullmatch(between)
        if match is not None and (match[1] is not None or _is_smaller(term)):
            return following, match[1] or " "
    return None, ""


def _is_smaller(term: Term) -> bool:
    """Whether a figure may follow without a joiner: "1 hour 7 min"."""
    return term.unit is not None and term.unit.kind == "duration"


# --- the second unit ---


@lru_cache(maxsize=1)
def _pair_pattern() -> re.Pattern[str]:
    joiners = lexicon()["joiners"]
    figure = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    inside = one_of(joiners["inside_bracket"])
    return re.compile(
        rf" ?(?P<opens>{one_of(joiners['second_unit'])}) ?(?:(?:{inside}) ?){{0,2}}(?P<first>{figure})"
        rf"(?: ?(?:to|and|-|–|—) ?(?P<second>{figure}))?(?: ?[-‑]? ?)(?P<unit>{unit_words()})"
        r"(?P<rest>[^()\[\]\n]{0,40}[)\]])?"
    )


def _pair(folded: str, end: int, figure: Figure, unit: Unit) -> tuple[tuple[float, ...], Unit | None, int]:
    """The same figure in a second unit behind the first, and where it ends: "(700 km)", ", or 435 miles,"."""
    if folded[end : end + 4].strip()[:1] not in _OPENS_PAIR:
        return (), None, end
    match = _pair_pattern().match(folded, end)
    known = meaning(match["unit"].removesuffix(".")) if match is not None else None
    if match is None or known is None or known[0] != unit.kind or known[1] == unit.factor:
        return (), None, end
    values = tuple(float(printed.replace(",", "")) for printed in (match["first"], match["second"]) if printed)
    bracketed = match["opens"] in "([" and match["rest"] is not None
    ratio = values[-1] * known[1] / (figure.value * unit.factor) if figure.value else 0.0
    if not bracketed and not 1 / _PAIR_RATIO < ratio < _PAIR_RATIO:
        return (), None, end
    last = match.end() if bracketed else match.end("unit")
    return values, Unit(match.start("unit"), match.end("unit"), match["unit"], *known), last


# --- reading a chain ---


def _read(text: str, found: Scan, chain: list[Term], *, group: int) -> Iterator[Measure]:
    """The measures of a chain: one, a range, a sum of hours and minutes, or a list."""
    terms = _with_units(chain)
    if len(chain) > 1 and chain[0].unit is None and not _is_joint(found.folded, chain, terms):
        terms, chain = terms[1:], chain[1:]
    shared = group if _shares_role(found.folded, chain) else None
    number = 0
    while number < len(terms):
        term = terms[number]
        following = terms[number + 1] if number + 1 < len(terms) else None
        if following is not None and _is_sum(term, following):
            yield _sum(text, term, following)
            number += 2
        elif following is not None and _is_range(found.folded, term, following):
            yield _range(text, found.folded, term, following)
            number += 2
        else:
            yield _single(text, term, group=shared, order=number, terms=terms)
            number += 1


def _is_joint(folded: str, chain: list[Term], terms: list[Term]) -> bool:
    """Whether a first figure without a unit belongs to the rest; "in 2017, 600 km" is two things."""
    return _is_range(folded, *terms[:2]) or _is_list(folded, chain)


def _with_units(chain: list[Term]) -> list[Term]:
    """Figures without a unit take the next one's, bounds the first one's "about"."""
    terms: list[Term] = []
    unit: Unit | None = None
    for term in reversed(chain):
        unit = term.unit or unit
        terms.append(structs.replace(term, unit=unit))
    terms.reverse()
    if len(terms) > 1 and terms[0].bound == "about":
        terms = [structs.replace(term, bound="about") if term.bound == "exact" else term for term in terms]
    return terms


def _is_sum(term: Term, following: Term) -> bool:
    """Whether two durations add up: "an hour and 14 minutes", "4 min 30 sec"."""
    if term.unit is None or following.unit is None or term.unit.kind != "duration":
        return False
    larger = 3600.0 if term.figure.seconds else term.unit.factor
    smaller = following.unit.factor in _SMALLER.get(larger, ()) and following.figure.value < 60
    return smaller and following.joiner in _SUMMED


def _sum(text: str, term: Term, following: Term) -> Measure:
    assert term.unit is not None
    assert following.unit is not None
    seconds = term.figure.value * term.unit.factor + following.figure.value * following.unit.factor
    low, high = interval(seconds, term.bound)
    word = f"{term.unit.word} {following.unit.word}"
    quantity = Quantity(low=low, high=high, unit="s", bound=term.bound, printed_unit=word)
    end = following.end
    return Measure(term.start, end, "duration", quantity, None, end, text[term.start : end])


def _is_range(folded: str, first: Term, second: Term) -> bool:
    """ "570 to 600 km" and "between 60 and 70 km" are ranges, "400 and 600 km" is a list."""
    if first.unit is None or second.unit is None or first.unit.kind != second.unit.kind:
        return False
    low, high = first.figure.value * first.unit.factor, second.figure.value * second.unit.factor
    if second.joiner == "or" and not low < high <= 3 * low:
        return False
    if second.joiner in lexicon()["joiners"]["range"]:
        return True
    return second.joiner == "and" and _between_start(folded, first.start) is not None


@lru_cache(maxsize=1)
def _between_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(lexicon()['joiners']['between'])}) ?$")


def _between_start(folded: str, position: int) -> int | None:
    """Where "between" or "from" right before a figure starts."""
    reach = max(0, position - 20)
    match = _between_pattern().search(folded[reach:position])
    return None if match is None else reach + match.start()


def _range(text: str, folded: str, first: Term, second: Term) -> Measure:
    assert first.unit is not None
    assert second.unit is not None
    low, high = sorted((first.figure.value * first.unit.factor, second.figure.value * second.unit.factor))
    bound = first.bound if first.bound == "about" else "exact"
    between = _between_start(folded, first.start)
    start = first.start if between is None else between
    quantity = Quantity(low=low, high=high, unit=SI[first.unit.kind], bound=bound, printed_unit=second.unit.word)
    values = (*first.pair, *second.pair)
    unit = second.pair_unit or first.pair_unit
    converted = _converted((min(values), max(values)), unit) if unit is not None else None
    printed = text[start : second.end]
    return Measure(start, second.end, first.unit.kind, quantity, converted, second.end_with_pair, printed)


def _is_list(folded: str, chain: list[Term]) -> bool:
    """Whether a figure without a unit is one of a list that shares it: "400 and 600 km", not "in 2017, 600 km"."""
    first, last = chain[0], chain[-1]
    joiners = [term.joiner for term in chain[1:]]
    if (
        not joiners
        or joiners == [","]
        or "/" in joiners
        or _NUMBERED.search(folded, max(0, first.start - 10), first.start)
    ):
        return False
    if int(first.figure.value) in _YEARS and first.figure.end - first.figure.start == 4:
        return False
    ratio = last.figure.value / first.figure.value if first.figure.value else 0.0
    return 1 / _LIST_RATIO <= ratio <= _LIST_RATIO


@lru_cache(maxsize=1)
def _role_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    joiners = lexicon()["joiners"]
    respectively = re.compile(rf",? ?(?:{one_of(joiners['respectively'])})\b")
    return respectively, re.compile(rf"[ -](?:{one_of(joiners['other_role'])})\b")


def _shares_role(folded: str, chain: list[Term]) -> bool:
    """Whether the figures of a chain say the same of several flights, and not how far and how high one flew."""
    if len(chain) < 2:
        return False
    respectively, other_role = _role_patterns()
    end = chain[-1].end_with_pair
    before = folded[max(0, chain[0].start - 60) : chain[0].start]
    if chain[0].unit is None or respectively.match(folded, end) or respectively.search(before):
        return True
    listed = any("and" in term.joiner or term.joiner == "&" for term in chain[1:])
    return listed and other_role.match(folded, end) is None and chain[0].bound == chain[-1].bound


def _single(text: str, term: Term, *, group: int | None, order: int, terms: list[Term]) -> Measure:
    assert term.unit is not None
    low, high = interval(term.figure.value * term.unit.factor, term.bound)
    quantity = Quantity(low=low, high=high, unit=SI[term.unit.kind], bound=term.bound, printed_unit=term.unit.word)
    values, unit = term.pair, term.pair_unit
    if len(terms[-1].pair) == len(terms) > 1:  # "400 and 600 km (250 and 370 miles)": one of the pair to each
        values, unit = terms[-1].pair[order : order + 1], terms[-1].pair_unit
    converted = _converted((min(values), max(values)), unit) if values and unit is not None else None
    printed = text[term.start : term.end]
    return Measure(term.start, term.end, term.unit.kind, quantity, converted, term.end_with_pair, printed, group)


def _converted(values: tuple[float, float], unit: Unit) -> Quantity:
    low, high = (value * unit.factor for value in values)
    return Quantity(low=low, high=high, unit=SI[unit.kind], printed_unit=unit.word)
