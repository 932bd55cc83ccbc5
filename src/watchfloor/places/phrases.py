"""Place phrases: what an analyst would quote, resolved to a point with a radius."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from watchfloor.lexicons import table, words
from watchfloor.places.chains import Chain, Context, Opening, chains, opening
from watchfloor.places.gazetteer import Entry, Name, NameIndex, bundled_index, find_names
from watchfloor.places.mentions import Mention, find_mentions
from watchfloor.places.names import HEAD, fold, word_before
from watchfloor.places.resolve import choose, coasts, countries_of, destination, misspelt, sea_between
from watchfloor.records import Place

# How far "near X", "the X area" and a misread letter widen the circle; a town's own radius is about 12 km.
NEAR, AREA, TYPO = 1.5, 1.4, 1.5
# "north of X" without a figure: as far again beyond its edge as half an hour's drive.
UNSTATED_KM = 25.0
# The widest area whose middle stands for an unknown place in it: Korea's largest province is 75, South Australia 900.
WIDEST_KM = 200.0


class PlacePhrase(Struct, frozen=True, kw_only=True):
    """A place as a sentence gives it: the whole phrase's span, the resolved place, and how the words stand to it.

    `text[phrase.start:phrase.end]` is "an inland site near Taekwan", `place.name` "Taegwan", `relation` "near", `coast`
    "inland". `within` holds the places that contain or qualify it, nearest first.
    """

    start: int
    end: int
    place: Place
    water: bool = False
    relation: str | None = None
    within: tuple[Place, ...] = ()
    coast: str | None = None


class Gazetteer(Struct, frozen=True):
    """All known places, and the reader of place phrases: `Gazetteer.bundled().find_places("from Wonsan")[0].place`."""

    index: NameIndex

    @staticmethod
    @lru_cache(maxsize=1)
    def bundled() -> Gazetteer:
        """The gazetteer that ships with the package; loaded once a process (about 50 ms)."""
        return Gazetteer(bundled_index())

    def capital_of(self, country: str) -> Place | None:
        """The capital of a country by its code: `capital_of("PRK").name == "Pyongyang"`; None where the table has none."""
        row = next((row for row in table("world/countries.csv") if row["alpha3"] == country), None)
        name = row["capital"].partition(";")[0] if row is not None else ""
        found = (
            entry for entry in self.index.named(fold(name)) if entry.kind == "capital" and entry.country == country
        )
        return next((_from_entry(entry, name, entry.radius_km) for entry in found), None)

    def side_of(self, country: str, side: str) -> Place | None:
        """About where a side of a country lies: `side_of("PRK", "west")`; None where the table has no such coast."""
        row = coasts().get((country, "", side))
        if row is None:
            return None
        lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
        return Place(name=side, printed=side, lat=lat, lon=lon, radius_km=radius, country=country, kind="region")

    def find_names(self, text: str) -> tuple[Name, ...]:
        """Raw toponyms: where each stands and every place it may mean."""
        return tuple(find_names(text, self.index))

    def find_places(self, text: str, *, country: str | None = None) -> tuple[PlacePhrase, ...]:
        """All place phrases of a sentence or a report, in order, none overlapping.

        country: the actor's ISO 3166-1 alpha-3 code; it decides between homonyms, and whose coast "its east coast" is.
        What cannot be resolved keeps its words, with `place.lat` None.
        """
        heads = list(HEAD.finditer(text))
        mentions = find_mentions(text, self.index, heads)
        if country is not None:
            misprints = _misprints(text, heads, mentions, country, self.index)
            mentions = sorted([*mentions, *misprints], key=lambda mention: mention.start)
        context = Context(text=text, index=self.index, country=country, votes=countries_of(mentions))
        phrases: list[PlacePhrase] = []
        for chain in chains(mentions, context):
            phrase = _phrase(chain, context, floor=_floor(text, phrases[-1].end) if phrases else 0)
            if phrases and _is_sea_beside(text, phrases[-1], phrase):
                phrase = _sea_beside(phrases.pop(), phrase, self.index)
            elif phrases and _is_sea_off(text, phrases[-1], phrase):
                phrase = replace(
                    phrase, start=phrases.pop().start, water=True, place=_afloat(phrase.place, phrase.relation or "off")
                )
            phrases.append(phrase)
        return tuple(phrases)


def _floor(text: str, end: int) -> int:
    """Where the next phrase may begin behind one that ends: "the Caspian Sea area at Kyiv" has no "area at Kyiv"."""
    area = _OWN_AREA.match(text, end)
    return area.end() if area else end


_OWN_AREA = re.compile(r" (?:area|region|zone|coast)s?\b")


def _is_sea_beside(text: str, sea: PlacePhrase, beside: PlacePhrase) -> bool:
    """ "The sea east of the Korean Peninsula": an unnamed sea with what it lies beside right behind it."""
    joined = _TO_THE.fullmatch(text, sea.end, beside.start) is not None and not beside.water
    return _is_unnamed(sea) and joined and _BEARING_OF.match(beside.place.name) is not None


def _is_sea_off(text: str, sea: PlacePhrase, land: PlacePhrase) -> bool:
    """ "The sea off Haiyang", "the waters near its east coast": an unnamed sea told by the land behind it."""
    gap = text[sea.end : land.start]
    told = land.relation in ("off", "near") and gap == " "
    return _is_unnamed(sea) and (told or (land.relation == "around" and _TO_THE.fullmatch(gap) is not None))


def _afloat(place: Place, relation: str) -> Place:
    """A whole country that waters are told by, as those waters: "the sea off Japan"."""
    return replace(place, name=f"waters {relation} {place.name}", kind="waters") if place.kind == "country" else place


def _is_unnamed(sea: PlacePhrase) -> bool:
    return sea.water and sea.place.kind == "waters" and sea.place.lat is None


def _sea_beside(sea: PlacePhrase, beside: PlacePhrase, index: NameIndex) -> PlacePhrase:
    """One phrase for an unnamed sea and its bearing; the sea itself where a whole peninsula tells which it is."""
    bearing, _, name = beside.place.name.partition(" of ")
    printed = f"{sea.place.printed} {beside.place.printed}"
    known = words("en/places.toml")["sea_sides"].get(name, {}).get(bearing)
    entry = (
        next((entry for entry in index.named(fold(known)) if entry.kind == "sea"), None) if known is not None else None
    )
    place = replace(beside.place, name=f"waters {beside.place.name}", printed=printed)
    if entry is not None:
        place = _from_entry(entry, printed, entry.radius_km)
    return replace(beside, start=sea.start, place=place, water=True)


_TO_THE = re.compile(r",? (?:to the )?")
_BEARING_OF = re.compile(r"(?:north|south|east|west|northeast|northwest|southeast|southwest) of ")


def _misprints(
    text: str, heads: list[re.Match[str]], mentions: list[Mention], country: str, index: NameIndex
) -> Iterator[Mention]:
    """Long names one letter off, after a preposition of place, in the actor's own country."""
    prepositions = words("en/places.toml")["typo_prepositions"]
    taken = {mention.start for mention in mentions}
    for head in heads:
        start, end = head.span()
        if end - start < 6 or start in taken or fold(head.group()) in index.first_words:
            continue
        if word_before(text, start).lower() not in prepositions:
            continue
        candidates = misspelt(head.group(), country, index)
        if candidates and not any(mention.start <= start < mention.end for mention in mentions):
            yield Mention(start=start, end=end, name_end=end, form="name", candidates=candidates, misprint=True)


def _phrase(chain: Chain, context: Context, *, floor: int) -> PlacePhrase:
    lead = opening(chain, context.text, floor=floor)
    members = chain.mentions
    around = [*members[1:], chain.owner] if chain.owner else members[1:]
    outer = tuple(_resolved(mention, context, ()) for mention in around if mention.form == "name")
    first = _place(members[0], context, outer)
    rest = [_place(mention, context, ()) for mention in around if mention.form != "coast"]
    side = chain.side or next((m.side for m in members if m.form == "coast"), None) or lead.side
    place, within = _narrowest(first, rest)
    water = (
        lead.water
        or members[0].form in ("between", "waters")
        or place.kind in ("sea", "eez", "adiz", "territorial_waters")
    )
    return PlacePhrase(
        start=lead.start,
        end=chain.end,
        place=_shifted(place, lead, wide=chain.end > members[-1].name_end),
        water=water,
        relation=lead.relation,
        within=within,
        coast=side,
    )


def _narrowest(first: Place, rest: list[Place]) -> tuple[Place, tuple[Place, ...]]:
    """A coast named with a province or town on it means that place; any other first place means itself."""
    if first.kind != "coast" or not rest or rest[0].lat is None or rest[0].kind == "country":
        return first, tuple(rest)
    return rest[0], (first, *rest[1:])


_GROUNDS = frozenset({"airbase", "base", "launch_site", "naval_base", "spaceport", "test_range"})


def _shifted(place: Place, lead: Opening, *, wide: bool) -> Place:
    """The place moved and widened as the words before it say: "about 250 km west of", "near", "area"."""
    if lead.bearing is not None and lead.km is None and place.kind in _GROUNDS:
        return place  # "from the north of Vandenberg Space Force Base" is on the base
    if lead.bearing is not None:
        name = f"{'waters ' if lead.water and lead.km is None else ''}{lead.bearing} of {place.name}"
        if place.lat is None or place.lon is None or place.radius_km is None:
            return replace(place, name=name)
        km = UNSTATED_KM + place.radius_km if lead.km is None else lead.km
        lat, lon = destination(place.lat, place.lon, lead.bearing, km)
        # A compass word is good to a sixteenth of the circle; the spread of the figures adds to it.
        doubt = round(0.2 * km + lead.spread_km + min(place.radius_km, 50.0), 1)
        return replace(place, name=name, lat=lat, lon=lon, radius_km=doubt)
    if lead.sides:
        place = replace(place, name=f"around {place.name}") if not lead.water else _afloat(place, "around")
    if place.radius_km is None:
        return place
    factor = (NEAR if lead.relation in ("near", "around", "outside", "off") else 1.0) * (AREA if wide else 1.0)
    return replace(place, radius_km=round(place.radius_km * factor, 1))


def _resolved(mention: Mention, context: Context, within: tuple[Entry, ...]) -> Entry:
    return choose(
        mention.candidates, told_kind=mention.told_kind, country=context.country, votes=context.votes, within=within
    )


def _place(mention: Mention, context: Context, within: tuple[Entry, ...]) -> Place:
    printed = context.text[mention.start + mention.article : mention.name_end]
    if mention.form == "name":
        entry = _resolved(mention, context, within)
        radius = entry.radius_km * (TYPO if mention.misprint else 1.0)
        return _from_entry(entry, printed, radius)
    if mention.form == "coast":
        return _coast(mention, context, printed)
    if mention.form == "between" and mention.owner_name and mention.other:
        sea = sea_between(mention.owner_name.candidates, mention.other.candidates, context.index)
        return _from_entry(sea, printed, sea.radius_km) if sea else Place(name=printed, printed=printed, kind="sea")
    if mention.form == "zone":
        return _zone(mention, context, printed)
    if mention.form == "waters":
        return Place(name=printed, printed=printed, kind="waters")
    # An unknown place lies where it is said to lie; a country or a wide province does not place it.
    holder = next((entry for entry in within if entry.kind != "country" and entry.radius_km <= WIDEST_KM), None)
    country = within[0].country if within else None
    stranger = Place(name=printed, printed=printed, country=country, kind=mention.told_kind)
    if holder is None:
        return stranger
    return replace(stranger, lat=holder.lat, lon=holder.lon, radius_km=holder.radius_km, country=holder.country)


def _from_entry(entry: Entry, printed: str, radius: float) -> Place:
    return Place(
        name=entry.name, printed=printed, lat=entry.lat, lon=entry.lon, radius_km=round(radius, 1),
        country=entry.country, kind=entry.kind,
    )  # fmt: skip


def _owner(mention: Mention, context: Context) -> Entry | None:
    """Whose coast or zone: the one named, else the actor, else the country the text speaks of most."""
    if mention.owner_name is not None:
        named = Mention(start=0, end=0, name_end=0, form="name", candidates=mention.owner_name.candidates)
        return _resolved(named, context, ())
    code = _adjective_country(mention.owner)
    if code is None and mention.owner is not None and not _means_actor(mention.owner):
        return None  # a proper name nobody knows owns it; the actor does not
    code = code or context.country
    if code is None and context.votes:
        code = context.votes.most_common(1)[0][0]
    return context.index.country(code) if code else None


def _means_actor(owner: str) -> bool:
    return owner == "the" or owner.replace("’", "'") in words("en/places.toml")["coast"]["owners"]


def _adjective_country(owner: str | None) -> str | None:
    return demonyms().get(owner.casefold().removeprefix("the ")) if owner else None


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Country codes by adjective: `demonyms()["japanese"] == "JPN"`."""
    found: dict[str, str] = {}
    for row in table("world/countries.csv", required=("name", "alpha3")):
        for word in row["demonyms"].split(";"):
            if word:
                found.setdefault(word.strip().casefold(), row["alpha3"])
    return found


def _coast(mention: Mention, context: Context, printed: str) -> Place:
    """A coast as a place: the country's or province's own row where the table has one, else its owner's middle."""
    owner = _owner(mention, context)
    name = f"{mention.side} coast" if mention.side else "coast"
    words_ = printed.removeprefix(mention.owner or "").strip()
    if owner is None:
        return Place(name=name, printed=words_, kind="coast")
    area = "" if owner.kind == "country" else owner.name
    row = coasts().get((owner.country or "", area, mention.side or ""))
    named = name if owner.kind == "country" and mention.side else f"{name} of {owner.name}"
    if row is None:
        return Place(
            name=named,
            printed=words_,
            lat=owner.lat,
            lon=owner.lon,
            radius_km=owner.radius_km,
            country=owner.country,
            kind="coast",
        )
    lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
    return Place(name=named, printed=words_, lat=lat, lon=lon, radius_km=radius, country=owner.country, kind="coast")


ZONE_NAMES = {"eez": "exclusive economic zone", "adiz": "air defense identification zone"}


def _zone(mention: Mention, context: Context, printed: str) -> Place:
    kind = mention.told_kind or "zone"
    named = mention.owner_name is not None or _adjective_country(mention.owner) is not None
    owner = _owner(mention, context) if named or mention.owner else None
    noun = ZONE_NAMES.get(kind, kind.replace("_", " "))
    name = f"{owner.name}'s {noun}" if owner else noun
    return Place(name=name, printed=printed, country=owner.country if owner else None, kind=kind)
