"""What the text says of a name's kind: "Thorn, an organization", "Time reported", "Mr. Lee", "in Leeds"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.facts.names import lexicon
from tui.facts.names.gazetteers import COUNTRY, FIRST, LAST, STATE, Gazetteers

_STRONG, _FAIR, _WEAK = 7, 3, 1

ORGANISATION_NOUNS = frozenset(
    """organization organisation charity nonprofit non-profit company firm group agency network magazine newspaper
    outlet website platform bank startup start-up party team club band university college foundation publisher
    studio union league militia movement retailer airline carrier maker manufacturer broadcaster daily tabloid
    operator developer corporation conglomerate think-tank regulator watchdog organizers board""".split()
)
_PLACE_NOUNS = frozenset(
    """city town village suburb province region island country nation state county district neighborhood
    neighbourhood capital municipality river lake mountain resort hamlet borough peninsula""".split()
)
_BELONGINGS = frozenset(
    """board website employees staff leadership headquarters chairman ceo spokesman spokeswoman spokesperson shares
    shareholders executives customers founder founders co-founder mission subsidiary""".split()
)
_OF_A_COMPANY = frozenset(
    """store stores supermarket supermarkets shop shops branch branches outlets dealership shares stock stockholders
    investors executive executives ceo cfo spokesman spokeswoman spokesperson customers earnings revenue profits sales
    brand products smartphones laptops factory factories plant takeover merger acquisition bid subsidiary""".split()
)
"""What a company has in news; towns have shops and plants too, so this weighs less than a noun that names its kind."""
_SHARES_OF = frozenset(
    """shares stock stake acquisition takeover purchase statement executive executives officer analyst analysts
    economist economists strategist customers head""".split()
)
_CHIEFS = frozenset("executive financial operating technology marketing information product".split())
_ARTICLES = frozenset({"a", "an", "the", "which", "his", "her", "their", "its"})
_ORGANISATION_OPENERS = frozenset({"university", "church", "bank", "ministry", "department"})
_HEADS_OF_PEOPLE = frozenset("lake hill hills hall lane castle forest house peak".split())
"""Heads of places that are surnames as well; streets and parks are called after people too often."""
_PLACE_OPENERS = frozenset({"mount", "lake", "cape"})
POSTS = (
    lexicon.RANKS - lexicon.HONORIFICS - frozenset({"king", "bishop", "judge", "marshal", "star", "general", "speaker"})
)
_STOPS = frozenset(", . ; : who that and or of in at for with by to from".split())


def cues(lows: Sequence[str], first: int, last: int, *, is_place: bool = False) -> Counter[str]:
    """Points for each kind from the words around one place of a name (tokens `first` to `last`).

    `is_place`: the lists know a place of this name, so "the New York bank" tells only where the bank is.
    """
    found: Counter[str] = Counter()
    before = lows[first - 1] if first else ""
    second = lows[first - 2] if first > 1 else ""
    _apposition(lows, last, found)
    after = [*lows[last : last + 4], "", "", "", ""]
    _before(before, second, lows, first, found)
    _after(after, found, is_place)
    if not is_place:
        _company(before, second, after, found)
    if before in ("the", "a", "an"):
        found["PER"] -= _FAIR
    return found


def inherent(words: Sequence[str], gazetteers: Gazetteers) -> Counter[str]:
    """Points for each kind from the words of a name itself."""
    lows = [word.lower() for word in words]
    found: Counter[str] = Counter()
    if " ".join(lows) in lexicon.LONG_COMPANIES:
        found["ORG"] += 2 * _STRONG
    elif "".join(lows) in lexicon.COMPANIES:  # hyphens are tokens of their own
        found["ORG"] += _STRONG * min(2, len(lows))
    kinds = gazetteers.kinds(lows[0]) if len(lows) == 1 else gazetteers.matches(lows)[0][1:]
    if COUNTRY in kinds or STATE in kinds:
        found["LOC"] += _STRONG
    found.update(_alone(words[0], lows[0], gazetteers) if len(words) == 1 else _together(lows, gazetteers))
    return found


def _alone(word: str, low: str, gazetteers: Gazetteers) -> Counter[str]:
    """Points for each kind from a name of one word."""
    known = gazetteers.is_place(low)
    if word.isupper() and len(word) > 2:  # "DENVER —", "NAACP"
        return Counter({"LOC" if known else "ORG": _STRONG if known else _FAIR, "PER": -_STRONG})
    return Counter({"LOC": _FAIR, "PER": -_FAIR} if known and not gazetteers.is_person(low) else {})


def _together(lows: Sequence[str], gazetteers: Gazetteers) -> Counter[str]:
    """Points for each kind from the words of a longer name."""
    found: Counter[str] = Counter()
    organised = lows[-1] in lexicon.ORGANISATION_HEADS or lows[-1] == "exchange"
    if organised or lows[0] in _ORGANISATION_OPENERS:
        found["ORG"] += _STRONG
    if lows[-1] in lexicon.PLACE_HEADS or (lows[0] in _PLACE_OPENERS and not organised):
        found["LOC"] += _FAIR if reads_as_person(lows, gazetteers) else _STRONG
    if lows[-1] in lexicon.EVENT_HEADS:
        found["MISC"] += _STRONG
    if lows[-1] in POSTS and (lows[0] in lexicon.DEMONYMS or not gazetteers.is_person(lows[0])):
        found["MISC"] += 2 * _STRONG  # "Welsh Health Minister"
    found.update(_known_words(lows, gazetteers))
    return found


def reads_as_person(lows: Sequence[str], gazetteers: Gazetteers) -> bool:
    """ "Diane Lane", "Damian Hill": a first and a last name, where the last could be a place as well."""
    return (
        len(lows) == 2
        and lows[1] in _HEADS_OF_PEOPLE
        and FIRST in gazetteers.kinds(lows[0])
        and LAST in gazetteers.kinds(lows[1])
    )


def _known_words(lows: Sequence[str], gazetteers: Gazetteers) -> Counter[str]:
    """Points from the lists that the words of a longer name are in."""
    found: Counter[str] = Counter()
    if FIRST in gazetteers.kinds(lows[0]):
        found["PER"] += _FAIR
    elif gazetteers.is_place(lows[0]) and not gazetteers.is_person(lows[-1]):
        found["PER"] -= _FAIR
    teams = gazetteers.is_place(lows[0]) or gazetteers.matches(lows)[0]
    if (
        teams
        and lows[-1].endswith("s")
        and lows[-1] not in lexicon.PLACE_HEADS
        and not gazetteers.knows_place(" ".join(lows))
    ):
        found["ORG"] += _STRONG  # "Minnesota Timberwolves"
    if LAST in gazetteers.kinds(lows[-1]) and len(lows) == 2:
        found["PER"] += _FAIR
    return found


def _apposition(lows: Sequence[str], last: int, found: Counter[str]) -> None:
    at = last
    if at < len(lows) and lows[at] in ('"', "'"):
        at += 1
    opens = (
        at + 1 < len(lows) and (lows[at] in (",", "-", "(") or lows[at] in ("is", "was")) and lows[at + 1] in _ARTICLES
    )
    if not opens:
        if at + 1 < len(lows) and lows[at] == "," and (lows[at + 1].isdigit() or lows[at + 1] == "who"):
            found["PER"] += _STRONG
        return
    for i in range(at + 2, min(at + 10, len(lows))):
        word = lows[i]
        if word in _STOPS:
            return
        if lows[i + 1 : i + 2] in (["'s"], ["'"]):
            continue  # "the country's interior minister"
        if word in lexicon.ROLE_NOUNS and (i + 1 >= len(lows) or lows[i + 1] not in lexicon.ROLE_NOUNS):
            found["PER"] += _STRONG
            return
        following = lows[i + 1] if i + 1 < len(lows) else ""
        if word in ORGANISATION_NOUNS and following not in lexicon.ROLE_NOUNS:
            found["ORG"] += _STRONG
            return
        if word in _PLACE_NOUNS and following not in lexicon.ROLE_NOUNS | ORGANISATION_NOUNS:
            found["LOC"] += _STRONG
            return


def _before(before: str, second: str, lows: Sequence[str], first: int, found: Counter[str]) -> None:
    if before in ('"', "'"):
        before, second = second, lows[first - 3] if first > 2 else ""
    if before in lexicon.HONORIFICS:
        found["PER"] += _STRONG
    elif before in lexicon.ROLE_NOUNS or (before == "," and second in lexicon.ROLE_NOUNS):
        found["PER"] += _FAIR
    elif before in ORGANISATION_NOUNS:
        found["ORG"] += _STRONG
    elif before in _PLACE_NOUNS or (before == "of" and second in _PLACE_NOUNS):
        found["LOC"] += _STRONG
    elif before in ("at", "of", "to", "via") and second in _BELONGINGS | lexicon.RANKS:
        found["ORG"] += _FAIR
    elif before == "in":
        found["LOC"] += _WEAK
    elif (before in ("by", "to") and second == "according") or before == "told":
        found["ORG"] += _WEAK


def _company(before: str, second: str, after: Sequence[str], found: Counter[str]) -> None:
    """A company's shops, shares and officers; what it says of itself; what is said of a thing, not of a person."""
    owns = after[0] in ("'s", "'")
    thing, more = after[1:3] if owns else after[:2]
    if thing in _OF_A_COMPANY or (thing == "chief" and more in _CHIEFS):
        found["ORG"] += _FAIR
    if before in ("of", "in", "from", "by", "at", "with") and second in _SHARES_OF:
        found["ORG"] += _FAIR
    if after[1] == "its" and after[0].isalpha():
        found["ORG"] += _FAIR  # "Verisign cut its forecast"
    if after[0] in (",", "(") and after[1] == "which":
        found["PER"] -= _FAIR
    if "nyse" in after[1:3] or "nasdaq" in after[1:3]:
        found["ORG"] += _STRONG


def _after(after: Sequence[str], found: Counter[str], is_place: bool) -> None:
    following = after[1] if after[0] == "'s" else after[0]
    if is_place and (following in ORGANISATION_NOUNS or following in _BELONGINGS):
        pass
    elif following in ORGANISATION_NOUNS or (following in _BELONGINGS and after[0] != "'s"):
        found["ORG"] += _STRONG
    elif following in _BELONGINGS:
        found["ORG"] += _FAIR
    elif following in _PLACE_NOUNS and after[0] != "'s":
        found["LOC"] += _FAIR
    if any(w in ("reported", "reports") for w in after[: 4 if after[0] == "," and after[1] == "which" else 1]):
        found["ORG"] += _FAIR
    elif after[0] in lexicon.SAID:
        found["PER"] += _WEAK
    if after[0] in ("her", "his", "himself", "herself"):
        found["PER"] += _WEAK
    if after[0] == "," and after[1] and after[2] and after[1][0].isdigit() and after[2] == ",":
        found["PER"] += _STRONG
