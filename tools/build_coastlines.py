"""Make `lexicons/world/coastlines.csv` from Natural Earth's 1:50m countries: outline points of the coasts around East Asia.

Usage: python tools/build_coastlines.py countries-50m.json   (from the npm package world-atlas 2.0.2; Natural Earth, public domain)
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

COUNTRIES = {"392": "JPN", "410": "KOR", "408": "PRK", "156": "CHN", "158": "TWN", "643": "RUS", "608": "PHL"}
WEST, EAST, SOUTH, NORTH = 105.0, 165.0, 0.0, 62.0
STEP = 0.1  # degrees between kept points: about 10 km
TARGET = Path(__file__).parent.parent / "src/watchfloor/lexicons/world/coastlines.csv"


def arcs_of(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The topology's arcs as longitude and latitude (TopoJSON 1.0: quantised deltas)."""
    scale_x, scale_y = topology["transform"]["scale"]
    move_x, move_y = topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(points)
    return arcs


def rings_of(geometry: dict[str, Any]) -> Iterator[list[int]]:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for polygon in polygons:
        yield from polygon


def points_of(topology: dict[str, Any]) -> Iterator[tuple[str, float, float]]:
    """Country, latitude and longitude of each outline point kept."""
    arcs = arcs_of(topology)
    for geometry in topology["objects"]["countries"]["geometries"]:
        country = COUNTRIES.get(str(geometry.get("id")))
        if country is None:
            continue
        kept: set[tuple[float, float]] = set()
        for ring in rings_of(geometry):
            for index in ring:
                for lon, lat in arcs[index if index >= 0 else ~index]:
                    cell = (round(lat / STEP) * STEP, round(lon / STEP) * STEP)
                    if WEST <= lon <= EAST and SOUTH <= lat <= NORTH and cell not in kept:
                        kept.add(cell)
                        yield country, round(lat, 2), round(lon, 2)


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with TARGET.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["name", "lat", "lon", "source"])
        writer.writerows(
            (country, lat, lon, "Natural Earth 1:50m") for country, lat, lon in sorted(points_of(topology))
        )


if __name__ == "__main__":
    main()
