"""The sample articles keep what the demo and the other tests rely on.

They are read here as bytes, without the product's reader, so that a change there cannot hide a change
of the samples.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
NATIONAL, CABLE, BROADCASTER, REGIONAL, CELEBRITY = OUTLETS = (
    "national-daily",
    "cable-news",
    "broadcaster",
    "regional-daily",
    "celebrity-weekly",
)
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(SEEDS.glob("*.txt"))}

# what is told -> the articles that tell it in these words
TOLD = {
    "2012": {NATIONAL},
    "2009": {BROADCASTER, REGIONAL, CELEBRITY},
    "more than a decade ago": {CABLE},
    "were intended for the judge to read": {NATIONAL, BROADCASTER},
    "were written for the judge to read": {REGIONAL},
    "not to undermine the testimony": {NATIONAL, CABLE, BROADCASTER, REGIONAL},
    "re-traumatize": {NATIONAL, CABLE, BROADCASTER},
    "retraumatize": {REGIONAL},
    "through our work and we will continue": {CELEBRITY},
    "through our work and will continue": {CABLE, BROADCASTER},
    "support victims, we have": {CABLE},
    "support victims. We have": {BROADCASTER, CELEBRITY},
    "early 2000s": {NATIONAL},
    "in 2003": {CELEBRITY},
    "1998 to 2006": {NATIONAL, BROADCASTER},
    "15 years": {CABLE, REGIONAL},
    "past 15 years": {CABLE},
    "last 15 years": {REGIONAL},
    "nearly 50 people": {CABLE},
    "almost 50 other people": {BROADCASTER},
    "25 years": {BROADCASTER},
    "30 years to life": set(OUTLETS),
    "two counts": {CABLE, BROADCASTER, REGIONAL},
    "two women": {NATIONAL, CELEBRITY},
    "three women": {REGIONAL},
    "this month": {NATIONAL},
    "last week": {CABLE, BROADCASTER, REGIONAL},
    "September 7": {BROADCASTER, CELEBRITY},
    "in May": {CABLE, REGIONAL, CELEBRITY},
    "in the past week": {NATIONAL},
    "September 9": {CELEBRITY},
    "dated Thursday": {BROADCASTER, CELEBRITY},
    "September 14": {CELEBRITY},
    "Friday": {CABLE, BROADCASTER, REGIONAL},
    "Time": set(OUTLETS),
    "Charlaine F. Olmedo": {BROADCASTER},
    "Charlaine Olmedo": {REGIONAL},
    "That '70s Show": {NATIONAL, REGIONAL},
    "That 70s Show": {CABLE, BROADCASTER, CELEBRITY},
    "apologise": {NATIONAL},
    "aware of the pain": {CABLE, BROADCASTER, CELEBRITY},
    "resign as Chairman of the Board": set(OUTLETS) - {REGIONAL},
    "resign…. I cannot allow": {REGIONAL},
    "hard working(sic)": {BROADCASTER},
    "would [be] a tertiary": {REGIONAL},
}
# agency copy -> the two articles that carry it
SHARED_COPY = {
    "Kunis, an observer on the board, is leaving it too, according to Time.": {CABLE, REGIONAL},
    "was found guilty of two counts of rape; last week he was given a prison term of 30 years": {
        CABLE,
        REGIONAL,
    },
    "All three had acted together in": {NATIONAL, BROADCASTER},
}
FURNITURE = {
    NATIONAL: r"\ABy \w+ \w+ and \w+ \w+\n\w",
    CABLE: r"\A date 2023-09-15 \n\n\(Cable News\) — \w",
    BROADCASTER: r"\n(?:[A-Z]+ ){1,3}[A-Z]+\? CLICK HERE [A-Z ]+\n",
    REGIONAL: r"\A[^\n.]+\n\n[^\n.]+\n[^\n]+\([\w ]+ / Regional Daily\)\n\n",
    CELEBRITY: r"\A date 2023-09-16 \w",
}
REAL_OUTLETS = re.compile(
    r"\b(?:CNN|Fox|BBC|NBC|CBS|ABC|MSNBC|NPR|Reuters|AP|AFP|Associated Press|Post|Guardian|Variety|Deadline"
    r"|People|TMZ|Yahoo|MSN|USA Today|Us Weekly|(?:New York|Los Angeles|L\.A\.) Times)\b"
)


def plainly(text: str) -> str:
    """`text` with straight quotation marks, the form in which the tables above are written."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))


def tellers(words: str) -> set[str]:
    """The articles in which `words` stand whole, case apart for the first letter only."""
    first = f"[{words[0].upper()}{words[0].lower()}]" if words[0].isalpha() else re.escape(words[0])
    pattern = re.compile(rf"(?<!\w){first}{re.escape(words[1:])}(?!\w)")
    return {name for name, text in TEXTS.items() if pattern.search(plainly(text))}


def test_there_are_five() -> None:
    assert set(TEXTS) == set(OUTLETS)


@pytest.mark.parametrize("name", OUTLETS)
def test_each_is_300_to_700_words_long(name: str) -> None:
    assert 300 <= len(TEXTS[name].split()) <= 700


@pytest.mark.parametrize("name", OUTLETS)
def test_each_is_clean_utf8_with_unix_line_ends(name: str) -> None:
    raw = (SEEDS / f"{name}.txt").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\n")
    assert b"\r" not in raw
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\ufffd]", TEXTS[name])


def test_lengths_differ() -> None:
    lengths = sorted(len(text.split()) for text in TEXTS.values())
    assert lengths[-1] > 1.5 * lengths[0]


@pytest.mark.parametrize("words", TOLD)
def test_what_is_told_stands_where_it_should_and_nowhere_else(words: str) -> None:
    assert tellers(words) == TOLD[words]


@pytest.mark.parametrize("copy", SHARED_COPY)
def test_agency_copy_stands_in_two_articles(copy: str) -> None:
    assert tellers(copy) == SHARED_COPY[copy]


@pytest.mark.parametrize("name", OUTLETS)
def test_each_comes_with_its_own_furniture(name: str) -> None:
    assert re.search(FURNITURE[name], TEXTS[name])


@pytest.mark.parametrize("name", OUTLETS)
def test_no_real_outlet_signs_an_article(name: str) -> None:
    assert not REAL_OUTLETS.search(TEXTS[name])


@pytest.mark.parametrize("name", OUTLETS)
def test_quotation_marks_close(name: str) -> None:
    assert TEXTS[name].count('"') % 2 == 0
    assert TEXTS[name].count("“") == TEXTS[name].count("”")


def test_readme_says_licence_and_names_each_article() -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    assert "CC0 1.0" in readme
    assert all(f"`{name}.txt`" in readme for name in OUTLETS)
