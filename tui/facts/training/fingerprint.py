"""What the recogniser looks at, as one number: the model file keeps the one that it was trained with.

A change of the tokens, the word lists, the surroundings or the features makes the weights answer other
questions than they were fitted to, and nothing but worse names would tell.
"""

from __future__ import annotations

import hashlib
import json

from tui.facts.names.features import LISTS, features
from tui.facts.names.gazetteers import CITY, COMMON, COUNTRY, FIRST, LAST, STATE, Gazetteers
from tui.facts.names.surroundings import Surroundings
from tui.facts.names.tokens import tokens_of

_TEXT = (
    "“Mr. O'Brien-Smith left,” Reuters reported on Monday, 4 May 1998.",
    "Anna Bell, 47, who chairs the U.S. charity Harbour, said in Leeds that Bell’s show “The Long Night” would end.",
    "the NAACP and McCain's wife (Dr. Anna Bell) flew from New York to the Kern County jail at 9:30 a.m.",
    "Long Title Lines Say Nothing About Names",
    "HARBOUR PRESS / Getty — via iPhone: 1,200 people, 3.5% of Kenyans & the '70s Show's stars",
)
_LISTS = Gazetteers(
    {"anna": FIRST, "bell": COMMON + LAST, "leeds": CITY, "kenya": COUNTRY, "long": COMMON, "smith": LAST},
    {"new york": CITY + STATE, "kern county": CITY},
)


def fingerprint() -> str:
    """Sixteen hexadecimal digits over the features of a fixed text and the word lists behind them."""
    sentences = [[token.plain for token in tokens_of(text, 0, len(text))] for text in _TEXT]
    surroundings = Surroundings(sentences, _LISTS)
    seen = [features(words, surroundings, _LISTS, everywhere=True) for words in sentences]
    lists = {mark: sorted(words) for mark, words in LISTS}
    return hashlib.sha256(json.dumps([sentences, seen, lists]).encode()).hexdigest()[:16]
