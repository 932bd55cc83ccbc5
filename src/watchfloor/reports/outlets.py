"""Outlets by any of their names or domains."""

from __future__ import annotations

import re
from functools import lru_cache

from watchfloor.lexicons import names, table

_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([\w.-]+)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    return {name.casefold(): row["name"] for row in table("world/outlets.csv") for name in names(row)}


@lru_cache(maxsize=1)
def _by_domain() -> dict[str, str]:
    return {domain: row["name"] for row in table("world/outlets.csv") for domain in row["domains"].split(";") if domain}


@lru_cache(maxsize=1)
def _longest_first() -> tuple[tuple[str, str], ...]:
    """Printed name and standard name, longest printed first: a credit is short, so looking each up beats one great pattern."""
    known = {name: row["name"] for row in table("world/outlets.csv") for name in names(row)}
    return tuple(sorted(known.items(), key=lambda pair: -len(pair[0])))


def outlet_named(words: str) -> str | None:
    """The standard name of an outlet given a name, a domain or a URL: `outlet_named("apnews.com") == "The Associated Press"`."""
    known = _by_name().get(words.strip().casefold())
    if known is not None:
        return known
    match = _DOMAIN.fullmatch(
        words.strip().split("/")[2] if words.startswith("http") and words.count("/") > 1 else words.strip()
    )
    if match is None:
        return None
    host = match.group(1).lower()
    return next((name for domain, name in _by_domain().items() if host == domain or host.endswith("." + domain)), None)


def outlets_in(words: str) -> tuple[str, ...]:
    """The outlets named in a credit: `outlets_in("Reuters and AP contributed") == ("Reuters", "The Associated Press")`."""
    found: dict[int, str] = {}
    left = words
    for name, standard in _longest_first():
        if name in left and (match := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", left)) is not None:
            found[match.start()] = standard
            left = left[: match.start()] + " " * len(name) + left[match.end() :]
    return tuple(dict.fromkeys(found[at] for at in sorted(found)))
