"""A word → the term it counts as: one form for its inflections, derivations and spellings.

A crude stemmer on purpose: "resignation" and "resigned", "organisation" and "organized" must meet, and
a wrong meeting costs little where many terms speak together. Never shown to a reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from tui.comparing.synonyms import APART, GROUPS, IRREGULAR, SPELLINGS

STOP_WORDS = frozenset(
    """a about above after again against all also although always among an and another any anyone anything are
    around as at away be became because become been before began behind being below between both but by
    came can cannot come could d did do does doing done down during each either else even ever every everyone
    everything few first for from further get gets getting give given go goes going gone got had has have having
    he her here hers herself him himself his how however i if in into is it its itself just last least less let like
    ll m made make makes making many may me might mine more most much must my myself need neither never no nor
    not nothing now of off often on once one only or other others our ours ourselves out over own per perhaps
    quite rather re really s said same say saying says see seen several shall she should since so some
    someone something still such t take taken than that the their theirs them themselves then there these they
    thing things this those though through thus to together told too took toward towards under until up upon us
    ve very was we well went were what when where whether which while who whom whose why will with within
    without would yet you your yours yourself yourselves according added adding including earlier later
    mr mrs ms dr sir tell tells told note noted""".split()
)
"""Words that any two sentences share. Also the verbs of every attribution."""

_ENDINGS = {
    3: "s es ed ing ings edly ies ied y ly",
    4: "er ers or ors ion ions ation ations ated ating ator",
    5: """ate ates ators ment ments ness ity ities ive ives able ables ible ibles ance ances ence ences ant ants
            ent ents al ally ize izes izer izers ized izing ise ises ised ising ization izations isation isations e
            ism ist ists ous""",
}
_LEAST = {suffix: least for least, some in _ENDINGS.items() for suffix in some.split()}
"""Each with the letters that have to be left of the word."""
_LENGTHS = sorted({len(suffix) for suffix in _LEAST}, reverse=True)


@cache
def _forms() -> dict[str, str]:
    """Irregular and regional forms → the form that is stemmed."""
    lines = [*SPELLINGS.split("\n"), *IRREGULAR.split("\n")]
    return {word: line.split()[0] for line in lines if line for word in line.split()}


def _american(word: str) -> str:
    """The endings that British and American spelling differ in, in one form."""
    if "our" in word[2:]:
        word = word[:2] + word[2:].replace("our", "or")
    if word.endswith(("lled", "lling", "ller")) and len(word) > 7:
        word = word.replace("ll", "l")
    return word.replace("ae", "e").replace("oe", "e") if len(word) > 6 else word


@cache
def _apart() -> dict[str, str]:
    """Words whose stems would meet those of unrelated words → their own terms."""
    return {word: line.split()[0] for line in APART.split("\n") if line for word in line.split()}


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The term of a lower-case word: "organisations" and "organized" → "organ", "wrote" → "writ"."""
    word = word.replace("-", "").replace("\u2010", "").replace("\u2011", "")
    if word.endswith("'s"):
        word = word[:-2]
    if word in _apart():
        return _apart()[word]
    word = _forms().get(word, word)
    if len(word) < 4 or not word.isalpha():
        return word
    word = _american(word)
    letters = len(word)
    for length in _LENGTHS:
        if letters - length >= _LEAST.get(word[-length:], letters):
            word = word[:-length]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:7].removesuffix("e") if len(word) > 4 else word


@cache
def groups() -> dict[str, str]:
    """Word → the group of synonyms it belongs to, named by the group's first word; phrases by their stems as well."""
    found: dict[str, str] = {}
    for line in GROUPS.split("\n"):
        some = line.split()
        for word in some:
            found.setdefault(word, some[0])
            if "-" in word:
                found.setdefault(phrase_key(*word.split("-")), some[0])
    return found


@lru_cache(maxsize=1 << 16)
def group_of(word: str) -> str:
    """The group of a lower-case word or of what it is a plain inflection of, so that "plan" is no plane; else ""."""
    known = groups()
    return next((known[base] for base in _bases(word) if base in known), "")


def _bases(word: str) -> Iterator[str]:
    """The word, and what it may be a noun's or a verb's inflection of."""
    yield word
    if word.endswith("s"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-3] + "y" if word.endswith("ies") else word[:-2]
    elif word.endswith("ied"):
        yield word[:-3] + "y"
    elif word.endswith(("ed", "ing")):
        base = word.removesuffix("ing").removesuffix("ed")
        yield base + "e"
        yield base
        if base[-1:] == base[-2:-1]:
            yield base[:-1]


def phrase_key(*words: str) -> str:
    return " ".join(stem(word) for word in words)


@cache
def phrases() -> frozenset[str]:
    """The stems that phrases in `groups` begin with."""
    return frozenset(key.split()[0] for key in groups() if " " in key)
