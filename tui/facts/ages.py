"""How old, and who: "45-year-old", "Kunis, 42,", "aged 17", "turned 17", "4yo", "17th birthday"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from tui.article import Article
from tui.facts.budget import LISTED
from tui.facts.clues import NUMBER, Clued, Clues, lines, words
from tui.facts.fact import Fact, Mention
from tui.facts.kinds import STOP, kind_of
from tui.facts.numbers import GAP, SPELLED, digits_value, spelled_value
from tui.facts.subject import flat
from tui.frozen import dataclass

S = GAP
_N = rf"(?P<n>[0-9]{{1,3}}|{SPELLED})"
_UNIT = r"(?P<unit>year|yr|month|week|day)"
_HEDGE = rf"(?:(?P<hedge>about|around|nearly|almost|over|under|at{S}least)\b{S})?"

_NO_AGE = rf"(?!{S}(?:\w+{S})?(?:people|percent|per{S}cent|years|times|men|women|points)|[%,.][0-9]|%)"
_TENS = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"


def _pattern(expression: str, *clues: Clues, any_case: bool = True) -> Clued:
    return Clued(expression, clues, any_case)


_TURNED = _pattern(rf"\bturn(?:s|ed|ing)?{S}{_HEDGE}{_N}\b{_NO_AGE}", words("turn turns turned turning"))
_DIED = re.compile(r"\b(?:dies|died|dead|dying)\b[^\n.;\"]{0,20}\bat\sthe\s$")
_DYING = _pattern(
    rf"\b(?:dies|died|dead|dying)\b[^\n.;\"]{{0,40}}?\bat{S}(?:the{S}age{S}of{S})?(?P<n>[0-9]{{1,3}})\b"
    rf"(?![,.:][0-9]|{S}[a-z]|{S}?[ap]\.?m|%)",
    NUMBER,
    words("dies died dead dying"),
)
_APPOSITION = _pattern(
    r"(?<=[\w.')])\s?[,(]\s?(?P<n>[1-9][0-9]?|1[01][0-9])"
    r"(?=\s?[,;)](?!\s?[0-9]{3})|\.(?:\s|$)|,\s(?:who|was|is|from|of|and|a|an|the)\b|$)",
    NUMBER,
    any_case=False,
)
_IS = _pattern(
    rf"\b(?:is|was|he's|she's){S}(?P<n>[0-9]{{1,2}})(?=[.,;)]?(?:\s?[)\"]|\s?$|\.\s|,\s(?:and|but)\b))",
    NUMBER,
    words("is was he she"),
)
_PATTERNS = (
    _pattern(rf"(?<![\w.,]){_N}(?:-|{S})?{_UNIT}s?(?:-|{S})olds?\b", words("old olds")),
    _pattern(rf"(?<![\w.,]){_N}{S}{_UNIT}s?{S}of{S}age\b", words("age")),
    _pattern(
        rf"(?<![\w.,])(?P<n>[0-9]{{1,3}})(?:-|{S})?(?:y/o|yo|yrs?(?:-|{S})?old)\b",
        NUMBER,
        words("o yo old yrold yrsold"),
    ),
    _pattern(
        rf"\b(?:aged|ages?)(?:{S}of)?{S}{_HEDGE}{_N}\b(?!{S}(?:and|or){S}(?:over|under)|[%-])"
        rf"(?:{S}?(?:to|and|-|–){S}?(?P<high>[0-9]{{1,3}})\b)?",
        words("age aged ages"),
    ),
    _pattern(r"\b(?P<n>[0-9]{1,3})(?:st|nd|rd|th)" + rf"{S}birthday\b", words("birthday")),
    _pattern(
        rf"\bin{S}(?:his|her|their|its){S}(?:(?:early|mid|late)(?:-|{S}))?(?P<decade>[2-9]0s|{_TENS})\b",
        frozenset({"s", *_TENS.split("|")}),
        words("his her their its"),
    ),
    _DYING,
    _TURNED,
    _APPOSITION,
    _IS,
)
_DECADES = dict(
    zip(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), range(20, 100, 10), strict=True
    )
)
_SOMEBODY = re.compile(r"\b(?:he|she|boy|girl|child|who|old|age|aged|they)\b", re.IGNORECASE)
_BEFORE_APPOSITION = re.compile(r"(?<![\w’'.-])([A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3})$")
_NOUN = re.compile(rf"(?:-|{S})([A-Za-z][\w-]*)")
_PERSONS = frozenset(
    """boy girl man woman child kid toddler baby infant son daughter mother father actor actress singer student teacher
    driver victim suspect gunman shooter teenager teen player coach striker defender pensioner widow grandmother
    grandfather husband wife brother sister officer gorilla dog cat horse elephant lion tiger panda animal prisoner
    inmate
    pilot rapper comedian director writer author businessman billionaire president senator congressman politician star
    model athlete swimmer runner cyclist soldier pupil schoolboy schoolgirl youngster patient resident native veteran
    worker nurse doctor lawyer farmer fisherman passenger chef artist musician twin""".split()
)
_ANCIENT = frozenset(
    "company firm building law system tradition history wine tree city club car house church school".split()
)
_WHO_TURNED = re.compile(
    r"(?<![\w'’-])([A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}),?\swho\s(?:(?:had|has|just|only|recently)\s){0,2}turned\s$"
)
_DESCRIBES = re.compile(r",\s(?:an?|the)\s|\s(?:is|was)\san?\s|,\swho\s(?:is|was)\s(?:an?\s)?")
""" "Ola Berg, a 45-year-old actor"."""
_NAME_BEHIND = re.compile(r"[^\S\n](?:(?P<noun>[a-z]+)\s)?(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})")

_PLAIN = re.compile(r"[^\S\n]([a-z]+)\b")
_FAR = 120
"""Code points between an age and the name that it belongs to."""


@dataclass(frozen=True, slots=True)
class Age:
    start: int
    end: int
    value: str
    nouns: tuple[str, ...]
    """Who, as the words beside it say: "boy", "actor"."""
    is_apposition: bool
    is_death: bool

    @property
    def is_child(self) -> bool:
        """ "The six-year-old" needs no noun to be a child."""
        number = re.match(r"[0-9]+", self.value)
        return number is not None and (int(number[0]) < 13 or not self.value.endswith("years"))


def find_ages(article: Article, people: Sequence[Fact], taken: Sequence[tuple[int, int]]) -> list[Fact]:
    """The ages of an article outside the spans `taken`. `people`: its `person` facts, where they are known."""
    where = sorted((m.start, m.end, fact.mentions[0].value) for fact in people for m in fact.mentions)
    blocked = sorted(taken)
    facts = []
    for age in islice(_ages(flat(article)), LISTED):
        before = bisect_left(blocked, (age.end, 0)) - 1
        if before >= 0 and blocked[before][1] > age.start:
            continue
        owner = _owner(article, age, where)
        nouns = age.nouns or (("child",) if not owner and age.is_child else ())
        subject = {kind_of(noun) for noun in nouns} | ({f"person:{owner}"} if owner else set())
        mention = Mention(age.start, age.end, article.text[age.start : age.end], age.value)
        about = f"age of {owner}" if owner else f"age of the {nouns[0]}" if nouns else "age"
        facts.append(Fact("age", about, (mention,), frozenset(subject)))
    return facts


def _ages(text: str) -> Iterator[Age]:
    found = [
        age
        for line in lines(text)
        for pattern in _PATTERNS
        for match in pattern.finditer(text, line)
        if (age := _age(text, pattern, match))
    ]
    last = -1
    for age in sorted(found, key=lambda a: (a.start, -a.end)):
        if age.start >= last:
            yield age
            last = age.end


def _age(text: str, pattern: Clued, match: re.Match[str]) -> Age | None:
    groups = match.groupdict()
    if groups.get("decade"):
        word = groups["decade"].lower()
        low = int(word[:2]) if word[0].isdigit() else _DECADES[word]
        return Age(match.start(), match.end(), f"{low}/{low + 9} years", _nouns(text, match), False, False)
    number = _number(groups["n"])
    if number is None or not 0 < number <= 125:
        return None
    apposition = pattern is _APPOSITION
    if apposition and not _BEFORE_APPOSITION.search(text[max(0, match.start() - 60) : match.start() + 1].rstrip(" ,(")):
        return None
    if pattern is _IS and not _SOMEBODY.search(text[max(0, match.start() - 90) : match.start() + 6]):
        return None
    unit = (groups.get("unit") or "year").lower().replace("yr", "year")
    nouns = _nouns(text, match)
    if any(noun in _ANCIENT for noun in nouns):
        return None
    bare = apposition or pattern in (_TURNED, _IS, _DYING)
    start, end = (match.start("n"), match.end("n")) if bare else match.span()
    value = f"{number:g}/{groups['high']} {unit}s" if groups.get("high") else f"{number:g} {unit}s"
    return Age(start, end, value, () if apposition else nouns, apposition, pattern is _DYING or _died(text, start))


def _died(text: str, start: int) -> bool:
    return bool(_DIED.search(text[max(0, start - 40) : start]))


def _number(said: str) -> float | None:
    return digits_value(said) if said[0].isascii() and said[0].isdigit() else spelled_value(said)


def _nouns(text: str, match: re.Match[str]) -> tuple[str, ...]:
    """The noun that the age describes: behind "year-old", else the last person named by a plain noun before it."""
    position, found = match.end(), []
    for _ in range(3):
        word = _NOUN.match(text, position)
        if word is None or word[1].lower() in STOP:
            break
        position = word.end()
        if word[1].lower() in _PERSONS | _ANCIENT:
            found.append(word[1].lower())
            break
    if found or ("old" in match.group().lower()[-4:] and _NOUN.match(text, match.end()) and found):
        return tuple(found)
    after = re.match(r"(?:\s(?:to|of|for))?(?:\s[a-z-]+){0,3}", text[match.end() : match.end() + 40])
    found = [word for word in re.findall(r"[a-z]+", after.group() if after else "") if word in _PERSONS]
    if found:
        return (found[-1],)
    before = re.findall(r"[a-z]+", text[max(0, match.start() - 60) : match.start()].rsplit("\n", 1)[-1])
    return next(((word,) for word in reversed(before) if word in _PERSONS), ())


def _owner(article: Article, age: Age, where: Sequence[tuple[int, int, str]]) -> str | None:
    """The person whose age it is: the name at its side."""
    text = article.text
    first = bisect_left(where, (age.start - _FAR, 0, ""))
    near = where[first : bisect_left(where, (age.end + _FAR, 0, ""))]
    for start, end, name in near:
        if end <= age.start and len(text[end : age.start]) <= 4 and not text[end : age.start].strip(" ,("):
            return name
        if start >= age.end and start - age.end <= 30 and _leads_to(text[age.end : start]):
            return name
        if end <= age.start and _DESCRIBES.fullmatch(text[end : age.start]):
            return name
    behind = _NAME_BEHIND.match(text, age.end)
    whose = behind and behind["noun"] is None and _PLAIN.match(text, behind.end())
    if whose and whose[1] in _PERSONS:
        return None  # "the 32-year-old California man"
    if behind and not age.is_apposition and (behind["noun"] is None or behind["noun"] in _PERSONS):
        return behind["name"]
    opening = article.sentences[article.sentence_at(age.start)].start if article.sentences else 0
    opening = max(opening, age.start - _FAR)
    turned = _WHO_TURNED.search(text[opening : age.start])
    if turned:
        return turned[1]
    if age.is_apposition:
        match = _BEFORE_APPOSITION.search(text[opening : age.start].rstrip(" ,("))
        return match[1] if match else None
    if not age.nouns or age.is_death or "turn" in text[max(0, age.start - 10) : age.start]:
        before = [name for start, end, name in near if opening <= start and end <= age.start]
        return before[-1] if before and (age.is_death or not age.nouns) else None
    return None


def _leads_to(gap: str) -> bool:
    """ "45-year-old actor Ashton Kutcher": only plain words between the age and the name."""
    return bool(re.fullmatch(r"[\s-]+(?:[a-z-]+\s+){0,3}", gap))
