"""Lines at the head of a pasted page that name an outlet and tell no story: "By Harbour News", "CNW Wire Service",
"Al Bahr with agencies", and the masthead over the headline.

A line counts only where it is nothing but a name, in capitals, with a word that outlets call themselves by; doubt
means that it belongs to the story.
"""

from __future__ import annotations

import re

_MOST_WORDS = 6
_LONGEST = 120
_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ0-9][\w&.'’-]{0,30}")
_SMALL = frozenset("of the and for &".split())
_CALLED = frozenset(
    """news press times post herald tribune guardian journal gazette wire agency agencies service network radio tv
    television media broadcasting online chronicle observer telegraph mirror courier examiner bulletin today daily
    weekly newspaper""".split()
)
_ALONE = frozenset("reuters afp ap upi dpa ansa tass xinhua bbc cnn npr".split())
"""Names of agencies and broadcasters that stand for themselves."""
_CALLED_ENDS = ("news", "times", "press", "post")
_CREW = re.compile(
    r"(?i:[ ,]{1,3}(?:with|and) (?:news )?agenc(?:y|ies)|[ ,]{1,3}(?:staff|correspondents?|reporters?|writers?|desk"
    r"|news ?room|editorial board)(?: (?:writers?|reporters?|reports?))?)$"
)
_BY = re.compile(r"(?i:by|from|source)[: ]\s*(?i:the )?(?=\S)")
_ANYBODY = re.compile(
    r"(?i:by|from)[: ]\s*(?:[A-Z][\w&.-]{0,20} ){0,3}(?i:staff(?: writers?| reporters?)?|agencies|news ?desk)"
)


def named_outlet(line: str) -> str | None:
    """The outlet that a line names and does nothing else, without "By" and "The"; else `None`."""
    if len(line) > _LONGEST:
        return None
    line = " ".join(line.split())
    marked = _BY.match(line)
    name = line[marked.end() :] if marked else line.removeprefix("The ")
    crew = _CREW.search(name)
    name = name[: crew.start()] if crew else name
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or not all(_WORD.fullmatch(w) or w in _SMALL for w in words):
        return None
    lows = [word.casefold() for word in words]
    called = lows[-1] in _CALLED or lows[-1].endswith(_CALLED_ENDS) or (len(words) == 1 and lows[0] in _ALONE)
    with_agencies = crew is not None and "agenc" in crew.group().lower()
    return name if called or with_agencies else None


def outlet_behind(line: str) -> str | None:
    """The outlet behind the names of a byline: "By Ann Ruiz, The Harbour Week", "By Ann Ruiz | Harbour Times"."""
    names, mark, last = line.rpartition("|") if "|" in line else line.rpartition(",")
    last = " ".join(last.split())
    if not mark or not _BY.match(names):
        return None
    is_named = last.startswith("The ") and len(last.split()) <= _MOST_WORDS and all(map(_WORD.fullmatch, last.split()))
    return last if is_named else named_outlet(last)


def is_outlet_byline(line: str) -> bool:
    """Whether a line that says "by" names no person but an outlet, its staff, or agencies."""
    if len(line) > _LONGEST:
        return False
    line = " ".join(line.split())
    if _ANYBODY.fullmatch(line):
        return True
    return bool(_BY.match(line)) and named_outlet(line) is not None
