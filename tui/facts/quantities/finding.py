"""The numbers of a text, with hedge, currency, range, unit and the noun that they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.facts.numbers import DIGITS, GAP, MAGNITUDES, SPELLED, digits_value, spelled_value
from tui.facts.quantities.counted import counted, group_before
from tui.facts.quantities.units import CURRENCY_SIGNS, CURRENCY_WORDS, SMALL_COINS, UNITS
from tui.facts.quantities.value import Amount

S = GAP
_VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6, "billions": 2 * 10**9,
    "tens of thousands": 2 * 10**4, "hundreds of thousands": 2 * 10**5, "tens of millions": 2 * 10**7,
    "hundreds of millions": 2 * 10**8, "tens of billions": 2 * 10**10, "dozens of thousands": 2 * 10**4,
}  # fmt: skip
_VAGUE_NAMES = "|".join(name.replace(" ", S) for name in sorted(_VAGUE, key=len, reverse=True))
_FRACTIONS = {"half": 50, "third": 100 / 3, "thirds": 200 / 3, "quarter": 25, "quarters": 75, "fifth": 20,
              "fifths": 20, "tenth": 10, "tenths": 10}  # fmt: skip
_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_CORE = re.compile(
    rf"(?P<fraction>\b(?:(?:one|two|three|four)(?:-|{S})(?:thirds?|quarters?|fifths?|tenths)|(?:half|a{S}third|a{S}quarter)(?={S}of\b|{S}the\b))\b)"
    rf"|(?P<vague>\b(?:{_VAGUE_NAMES})\b(?={S}(?:of|more)\b|[,.;]|$))"
    rf"|(?P<loose>\b(?:several|a{S}few|(?:a{S})?couple(?:{S}of)?){S}(?:hundred|thousand|million|billion|dozen)\b)"
    rf"|(?P<sign>(?<!\w)(?:{_SIGN}))?(?P<blank>[^\S\n]?)(?P<digits>{DIGITS.replace('(?<![', '(?<![–')})"
    rf"|(?P<spelled>{SPELLED})",
    re.IGNORECASE,
)
_SCALE = re.compile(
    rf"(?:{S}|-)(million|billion|trillion|thousand|hundred|dozen|lakh|crore)\b|(bn|tn|trn|mn|mln|m|k|b)(?![\w])",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"{S}?(?P<mark>-|–|—|\bto\b|\band\b|\bor\b){S}?(?P<sign>{_SIGN})?(?:(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,5}}|[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?)(?![\w]*[0-9])|(?P<spelled>{SPELLED}))",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"(?:{S}|-)?(?:(%|pct\b|per{S}?cent\b)|(percentage(?:{S}|-)points?\b|points?\b(?={S}lead)))", re.IGNORECASE
)
_UNIT_NAMES = "|".join(re.escape(name) for name in sorted(UNITS, key=len, reverse=True))
_UNIT = re.compile(
    rf"(?:-|{S})?(?P<square>(?:square|sq\.?|cubic)(?:-|{S}))?(?P<unit>{_UNIT_NAMES})(?![\w])(?:(?:-|{S})(?:deep|wide|long|tall|high)\b)?",
    re.IGNORECASE,
)
_MONEY_WORD = re.compile(
    rf"(?:-|{S})(?:(?:US|U\.S\.|American|Canadian|Australian|Hong{S}Kong|New{S}Zealand){S})?(?P<word>{'|'.join([*CURRENCY_WORDS, *SMALL_COINS])})\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?P<hedge>at\s+least|no\s+fewer\s+than|no\s+less\s+than|more\s+than|greater\s+than|well\s+over|just\s+over|over|above|upwards\s+of|"
    r"at\s+most|no\s+more\s+than|up\s+to|as\s+many\s+as|as\s+much\s+as|less\s+than|fewer\s+than|under|below|just\s+under|within|"
    r"as\s+little\s+as|as\s+few\s+as|nearly|almost|close\s+to|about|around|roughly|approximately|some|an?\s+estimated|circa|"
    r"between|from|only|just|all|exactly|past|last|next|first|final)(?:\s+(?:a|an|the))?(?:\s+(?:past|last|next))?\s{1,2}$",
    re.IGNORECASE,
)
_BOUNDS = {
    **dict.fromkeys(("at least", "no fewer than", "no less than", "upwards of"), ">="),
    **dict.fromkeys(("more than", "greater than", "well over", "just over", "over", "above"), ">"),
    **dict.fromkeys(("at most", "no more than", "up to", "as many as", "as much as"), "<="),
    **dict.fromkeys(("less than", "fewer than", "under", "below", "just under", "within"), "<"),
    **dict.fromkeys(("nearly", "almost", "close to"), "~<"),
    **dict.fromkeys(("about", "around", "roughly", "approximately", "some", "an estimated", "a estimated", "circa",
                     "as little as", "as few as"), "~"),
}  # fmt: skip
_PERIODS = frozenset({"past", "last", "next", "first", "final"})
_SCORE = re.compile(r"[0-9]{1,3}(?:[-–][0-9]{1,3}|/[0-9]{1,3})(?![\w/-])")
_ELSEWHERE = re.compile(
    r"(?:https?://|www\.|[@#])\S{1,300}|(?<![\w.])\+?\(?[0-9]{2,5}\)?[ .-][0-9]{3,4}[ .-][0-9]{3,4}(?![\w])"
    r"|(?<![\w.])[0-9]{3}-[0-9]{4}(?!\w)|\b(?:24/7|9/11|7/7)\b|[0-9]{1,3}(?:\.[0-9]{1,3}){2,3}"
)
_NAMED = re.compile(r"(?:^|[^.!?:”\"\n]\s|^)(?:[A-Z][\w’'.-]*)\s$")
_NUMBERED = re.compile(
    r"\b(?:No|Nos|Number|number|Chapter|Article|Section|Page|page|Route|Flight|Room|Game|Phase|Level|Title|Volume|Season|Episode|Class|Top|Formula|Channel|Highway|Interstate|day|Day|Week|Part|Group|Act|Proposition|Amendment|Unit|Apollo|Windows|iPhone|Playstation|Xbox|Under)\.?\s?$"
)
_ONE_OK = re.compile(r"(?:two|three|four|five|six|[0-9]+)\s[\w\s,-]{0,30}\b(?:and|including)\s$", re.IGNORECASE)
_A_UNIT = re.compile(
    rf"\b(?P<hedge>about|around|almost|nearly|roughly|approximately|more{S}than|less{S}than|over|under|at{S}least|up{S}to|half|within|for)"
    rf"{S}(?P<one>an?){S}(?P<unit>{_UNIT_NAMES})\b(?!{S}(?:ago|later|earlier|before|after))"
    rf"|\b(?P<span>(?:last|past|next){S}(?:decade|century))\b",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"-(term|page|story|storey|bedroom|game|match|man|woman|person|member|seat|vehicle|car|count|part|point|set|goal|run)\b"
    rf"|(?<=\bone){S}(season|term|goal)\b",
    re.IGNORECASE,
)
_LIFE = re.compile(rf"{S}(?:to|or){S}life\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    start: int
    end: int
    value: str
    head: str
    """The counted noun, or "" for a measure."""
    modifiers: tuple[str, ...]
    noun_end: int
    """Where the noun phrase ends: what follows says more of it."""


def quantities_in(text: str, taken: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The quantities outside the spans `taken` (dates and ages), in order, without overlap."""
    blocked = _Blocked([*taken, *(match.span() for match in _ELSEWHERE.finditer(text))])
    found = [*_numbers(text, blocked), *_single_units(text, blocked)]
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: (q.start, -q.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


class _Blocked:
    """Characters that belong to something else."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._taken = {offset for start, end in spans for offset in range(start, end)}

    def __contains__(self, offset: int) -> bool:
        return offset in self._taken


def _numbers(text: str, blocked: _Blocked) -> Iterator[Quantity]:
    for match in _CORE.finditer(text):
        start = match.start("digits") if match["digits"] and not match["sign"] else match.start()
        if start in blocked or match.end() - 1 in blocked:
            continue
        quantity = _read(text, match, start)
        if quantity is not None:
            yield quantity


def _read(text: str, match: re.Match[str], start: int) -> Quantity | None:
    end = match.end()
    if match["fraction"]:
        return _fraction(text, match)
    if match["vague"] or match["loose"]:
        return _vague(text, match)
    if match["digits"] and not match["sign"]:
        score = _SCORE.match(text, start)
        if score and not _measured(text, score.end()):
            return Quantity(start, score.end(), score.group().replace("–", "-"), "", (), score.end())
    currency = CURRENCY_SIGNS.get((match["sign"] or "").upper()) if match["sign"] else None
    value = digits_value(match["digits"]) if match["digits"] else spelled_value(match["spelled"])
    if value is None:
        return None
    low, end, scale = _scaled(text, value, end, money=currency is not None)
    high, end, low, currency = _ranged(text, low, scale, end, currency, _before(text, start))
    return _finished(text, match, start, end, low, high, currency)


def _before(text: str, start: int) -> str:
    return text[max(0, start - 40) : start].rpartition("\n")[2]


def _scaled(text: str, value: float, end: int, *, money: bool) -> tuple[float, int, float]:
    match = _SCALE.match(text, end)
    if match is None:
        return value, end, 1.0
    name = (match[1] or match[2]).lower()
    if match[2] and name in ("m", "b") and not money:
        return value, end, 1.0  # "40m" without a currency is a length
    return value * MAGNITUDES[name], match.end(), float(MAGNITUDES[name])


def _ranged(
    text: str, low: float, scale: float, end: int, currency: str | None, before: str
) -> tuple[float, int, float, str | None]:
    match = _RANGE.match(text, end)
    mark = match["mark"].lower() if match else ""
    if match is None or (mark == "and" and not re.search(r"\bbetween\s(?:\S{1,12}\s)?$", before, re.IGNORECASE)):
        return low, end, low, currency
    high = digits_value(match["digits"]) if match["digits"] else spelled_value(match["spelled"]) or 0.0
    high, last, top = _scaled(text, high, match.end(), money=bool(currency or match["sign"]))
    if scale == 1.0 and top > 1.0 and low < high / top * 1000:
        low *= top
    if high <= low or (match["sign"] and not currency):
        return low, end, low, currency
    return high, last, low, currency


def _measured(text: str, end: int) -> bool:
    return bool(
        _UNIT.match(text, end)
        or _PERCENT.match(text, end)
        or _SCALE.match(text, end)
        or counted(text, end, single=False)
    )


def _fraction(text: str, match: re.Match[str]) -> Quantity | None:
    words = re.split(r"[\s-]+", match["fraction"].lower())
    share = _FRACTIONS[words[-1]]
    if words[0] in ("three", "four") and words[-1] in ("fifths", "tenths"):
        share *= 3 if words[0] == "three" else 4
    elif words[0] == "two" and words[-1] in ("fifths", "tenths"):
        share *= 2
    elif words[0] == "one" and words[-1].endswith("s"):
        return None
    start, bound = _hedged(text, match.start())
    amount = Amount(round(share, 1), round(share, 1), bound or ("~" if share % 1 else ""), "%")
    return Quantity(start, match.end(), str(amount), "", (), match.end())


def _vague(text: str, match: re.Match[str]) -> Quantity:
    said = " ".join(match.group().lower().split())
    if match["vague"]:
        low = float(_VAGUE[said])
    else:
        low = 2.0 * MAGNITUDES[said.split()[-1]]
    of = re.compile(rf"{S}of\b").match(text, match.end())
    end = of.end() if of else match.end()
    money = _MONEY_WORD.match(text, end)
    if money:
        unit = CURRENCY_WORDS.get(money["word"].lower(), "USD")
        return Quantity(match.start(), money.end(), str(Amount(low, low, ">=", unit)), "", (), money.end())
    noun = counted(text, end, single=False)
    bound = ">=" if match["vague"] or "several" in said or "few" in said else "~"
    if noun is None or noun.end < 0:
        head = noun.head if noun else ""
        return Quantity(match.start(), match.end(), str(Amount(low, low, bound, "")), head, (), match.end())
    amount = Amount(low, low, bound, noun.head.lower())
    return Quantity(match.start(), noun.end, str(amount), noun.head, noun.modifiers, noun.end)


def _hedged(text: str, start: int) -> tuple[int, str]:
    """Where the hedge before a number begins, and the bound that it makes."""
    window = _before(text, start)
    match = _HEDGE.search(window)
    if match is None:
        return start, ""
    said = " ".join(match["hedge"].lower().split())
    if said in ("from", "just", "only", "first", "final", "exactly", "all"):
        return start, ""
    if "estimated" in said:
        return start, "~"
    period = re.search(r"\b(?:past|last|next)\s+$", match.group(), re.IGNORECASE)
    if period and said in ("over", "within"):
        return start - len(window) + match.start() + period.start(), ""
    if said in ("over", "within", "under", "above", "below") and re.search(r"\bthe\s+$", match.group()):
        return start, ""
    return start - len(window) + match.start(), _BOUNDS.get(said, "")


def _finished(
    text: str, match: re.Match[str], start: int, end: int, low: float, high: float, currency: str | None
) -> Quantity | None:
    begin, bound = _hedged(text, start)
    if currency:
        word = _MONEY_WORD.match(text, end)
        end = word.end() if word else end
        if re.match(rf"{S}or{S}more\b", text[end : end + 10]):
            bound, end = ">=", end + 8
        return Quantity(begin, end, str(Amount(low, high, bound, currency)), "", (), end)
    return _measured_or_counted(text, match, (begin, start, end), Amount(low, high, bound))


def _measured_or_counted(text: str, match: re.Match[str], at: tuple[int, int, int], said: Amount) -> Quantity | None:
    """`at`: where the hedge begins, where the number begins and ends."""
    begin, start, end = at
    low, high, bound = said.low, said.high, said.bound
    percent = _PERCENT.match(text, end)
    if percent:
        amount = Amount(low, high, bound, "%" if percent[1] else "points")
        return Quantity(begin, percent.end(), str(amount), "", (), percent.end())
    money = _MONEY_WORD.match(text, end)
    if money:
        coin, factor = SMALL_COINS.get(money["word"].lower(), (CURRENCY_WORDS.get(money["word"].lower(), "USD"), 1.0))
        return Quantity(begin, money.end(), str(Amount(low * factor, high * factor, bound, coin)), "", (), money.end())
    unit = _UNIT.match(text, end)
    if unit and _is_unit(text, match, unit):
        return _with_unit(text, match, unit, begin, bound, low, high)
    return _count(text, match, start, end, begin, bound, low, high)


def _is_unit(text: str, match: re.Match[str], unit: re.Match[str]) -> bool:
    """ "one second" measures, "one day" mostly does not; a letter alone has to stand at the digits."""
    name = unit["unit"]
    if len(name) <= 2 and (not match["digits"] or name != name.lower()):
        return False
    one = (match["spelled"] or "").lower() == "one"
    return not (one and name.lower() in ("day", "night", "second", "time"))


def _with_unit(
    text: str, match: re.Match[str], found: re.Match[str], begin: int, bound: str, low: float, high: float
) -> Quantity:
    unit = UNITS[found["unit"].lower()]
    end = found.end()
    life = _LIFE.match(text, end) if unit.dimension == "time" else None
    if life:
        value = " ".join(text[match.start() : life.end()].split())
        return Quantity(begin, life.end(), f"{low:g} {unit.symbol} to life" if low == high else value, "", (), end)
    symbol = unit.symbol
    if found["square"]:
        symbol += "³" if found["square"].lower().startswith("cub") else "²"
    if found["unit"].lower() in ("pound", "pounds") and low >= 10**5:
        symbol = "GBP"
    return Quantity(begin, end, str(Amount(low, high, bound, symbol)), "", (), end)


def _count(
    text: str, match: re.Match[str], start: int, end: int, begin: int, bound: str, low: float, high: float
) -> Quantity | None:
    word = (match["spelled"] or "").lower()
    if _is_name(text, match, start, end):
        return None
    group = group_before(text, start)
    if group:
        return Quantity(min(group[0], begin), end, str(Amount(low, high, bound, f"in {group[1]}")), group[1], (), end)
    part = _PARTED.match(text, end)
    if part and low == high:
        return Quantity(
            begin,
            part.end(),
            str(Amount(low, high, bound, (part[1] or part[2]).lower())),
            part[1] or part[2],
            (),
            part.end(),
        )
    noun = counted(text, end, single=low == high == 1)
    if word == "one" and not (bound or _ONE_OK.search(_before(text, start)) or (noun and _is_only(text, start))):
        return None
    if word == "one" and noun is None:
        return None
    if noun is None:
        return _bare(text, word, start, end, begin, bound, low, high)
    if noun.end < 0:
        return Quantity(begin, end, str(Amount(low, high, bound, "people")), noun.head, (), end)
    amount = Amount(low, high, bound, noun.head.lower())
    return Quantity(begin, noun.end, str(amount), noun.head, noun.modifiers, noun.end)


def _is_only(text: str, start: int) -> bool:
    return bool(re.search(r"\b(?:only|just)\s$", _before(text, start), re.IGNORECASE))


def _bare(
    text: str, word: str, start: int, end: int, begin: int, bound: str, low: float, high: float
) -> Quantity | None:
    """A number without a noun: it stands for something only where the sentence makes it an amount."""
    before = _before(text, start)
    if (
        word
        and low < 13
        and not bound
        and re.search(r"\b(?:the|these|those|other|both|or|any|no|every|each|by|of)\s$", before, re.I)
    ):
        return None
    if word and not bound and not re.search(r"(?:ing|ed|[a-z]s|among|were|are|by|with)\s$", before, re.IGNORECASE):
        return None
    return Quantity(begin, end, str(Amount(low, high, bound, "")), "", (), end)


def _is_name(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """ "Cessna 208", "Game 7", "208B", "80 Hou": a number that is a part of a name."""
    before, after = _before(text, start), text[end : end + 24]
    if _NUMBERED.search(before):
        return True
    if not match["digits"]:
        return after[:1] == "-" and not re.match(r"-[a-z]", after)
    if after[:1].isalpha() or re.match(r"[-–][A-Z0-9]|\.[0-9]|:[0-9]|/[0-9]|st\b|nd\b|rd\b|th\b", after):
        return True
    noun = counted(text, end, single=False)
    if noun is not None:
        return False
    previous = re.search(r"([^\W\d_][\w’'-]*)\s$", before)
    capital = bool(previous and previous[1][0].isupper() and previous[1].lower() not in _LOWER)
    return capital or bool(re.match(r"\s[A-Z][a-z]+\s[A-Z]", after)) or before.endswith(("-", "/", "_"))


_LOWER = frozenset(
    "the a in at of on for by about around nearly almost some over among all to from only just and but with between".split()
)


def _single_units(text: str, blocked: _Blocked) -> Iterator[Quantity]:
    """ "About an hour", "half a mile", "the past decade"."""
    for match in _A_UNIT.finditer(text):
        if match.start() in blocked or match.end() - 1 in blocked:
            continue
        if match["span"]:
            unit = match["span"].split()[-1].lower()
            years = 10 if unit == "decade" else 100
            yield Quantity(match.start(), match.end(), f"{years} years", "", (), match.end())
            continue
        name, hedge = UNITS[match["unit"].lower()], " ".join(match["hedge"].lower().split())
        if hedge == "for" and name.dimension != "time":
            continue
        one = 0.5 if hedge == "half" else 1.0
        start = match.start("one") if hedge == "for" else match.start()
        yield Quantity(
            start, match.end(), str(Amount(one, one, _BOUNDS.get(hedge, ""), name.symbol)), "", (), match.end()
        )
