"""The words around a mention with what each likely is: enough of a tagger to cut readable phrases.

It reads closed lists and endings only; a word that fits none is taken for a part of a noun phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from tui.article import Article
from tui.facts.kinds import ACTIONS, kind_of
from tui.facts.phrases.forms import BASES, is_past
from tui.frozen import dataclass

Tag = Literal["det", "pron", "prep", "conj", "sub", "aux", "be", "adv", "num", "verb", "noun", "mark", "here"]

_FAR = 260
"""Code points before and after a mention: no phrase comes from farther away."""
_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+){0,6}(?:(?<=s)'(?=\s|$))?|[^\w\s]")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "‑": "-"})

_LISTS: dict[Tag, str] = {
    "det": """a an the this these those some any each every no another his her its their our my your both all additional
        extra""",
    "pron": """he she it they we i you him them us me himself herself itself themselves who whom which what that whose
        there one someone everyone nobody here it's he's she's they're""",
    "prep": """in on at by of to for from with without into onto over under between among through during within across
        against around about behind beyond near toward towards upon via per off up down out amid despite following
        including according as than like""",
    "conj": "and or but nor plus so yet",
    "sub": """after before when while because although though since until till if unless whereas where whether once
        how why saying adding""",
    "aux": """have has had having do does did will would can could may might must shall should didn't won't doesn't
        don't hasn't haven't can't cannot couldn't wouldn't""",
    "be": "is are was were be been being am wasn't weren't isn't aren't gets got getting",
    "adv": """not also just still even only already now then ever never again soon later earlier ago too very almost
        nearly more most less least about back away together further previously once today yesterday tonight tomorrow
        roughly approximately late""",
    "num": """two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand
        thousands million billion percent per-cent cent""",
}
_TAGS: dict[str, Tag] = {word: tag for tag in reversed(_LISTS) for word in _LISTS[tag].split()}
_NO_ADVERBS = frozenset(
    """family july italy ally rally bully assembly monopoly supply reply fly apply only likely early daily weekly
    monthly elderly deadly""".split()
)
_STATES = frozenset("effective due dead guilty worth unveiled".split())
"""Words that say what is the case without a verb: "his resignation, effective at 5 p.m."."""
_NOUN_ENDS = ("tion", "ment", "ity", "ness", "ing", "al", "ance", "er", "or", "s")
_WANTS = frozenset("expects plans wants seeks hopes continues begins tries needs refuses agrees fails intends".split())
_OWNER = ("'s", "s'")
_TO_VERB = frozenset("to will would can could may might must shall should did didn't won't can't cannot".split())


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    tag: Tag
    proper: bool

    @property
    def low(self) -> str:
        return self.text.lower()


HERE = Token("", "here", False)
"""Where the mention stood."""


def around(article: Article, start: int, end: int) -> list[Token]:
    """The tokens of the sentence around a span, with `HERE` in its place; quotation marks are left out."""
    left, right = max(0, start - _FAR), end + _FAR
    if article.sentences:
        sentence = article.sentences[article.sentence_at(start)]
        left, right = max(left, min(sentence.start, start)), min(right, max(sentence.end, end))
    before, after = (
        [m.group() for m in _WORD.finditer(text.translate(_STRAIGHT)) if m.group() not in "\"'`"]
        for text in (article.text[left:start], article.text[end:right])
    )
    if after and after[0] == "-":
        after = after[1:]
    words = [*before, *after]
    titled = _is_titled(words)
    tags = _tagged(words, len(before), titled=titled)
    made = [Token(word, tag, word[0].isupper() and not titled) for word, tag in zip(words, tags, strict=True)]
    return [*made[: len(before)], HERE, *made[len(before) :]]


def _is_titled(words: Sequence[str]) -> bool:
    """Whether every longer word has a capital, as in headlines."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.85 * len(long)


def _tagged(words: Sequence[str], here: int, *, titled: bool) -> list[Tag]:
    tags: list[Tag] = []
    for n, word in enumerate(words):
        before: Tag = tags[-1] if tags else "mark"
        before = "num" if n == here and before in ("prep", "mark") and n else before
        after = words[n + 1] if n + 1 < len(words) else "."
        back = n - 1
        while back > 0 and tags[back] == "adv":
            back -= 1
        previous = words[back].lower() if n else ""
        tags.append(_tag(word, before, previous, after, counts=n + 1 == here, titled=titled))
    return tags


def _tag(word: str, before: Tag, previous: str, after: str, *, counts: bool, titled: bool) -> Tag:
    low = word.lower()
    if not word[0].isalnum():
        return "mark"
    if word[0].isdigit():
        return "num"
    if low in _TAGS or (low == "well" and previous == "as"):
        return _TAGS.get(low, "prep")
    if "'" in low and _TAGS.get(low.split("'")[0]) == "pron":
        return "pron"
    if word[0].isupper() and not titled and before not in ("mark",):
        return "noun"
    if low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS:
        return "adv"
    if low in _STATES and before in ("mark", "be", "verb"):
        return "verb"
    return "verb" if _is_verb(low, before, previous, after.lower(), counts=counts, titled=titled) else "noun"


def _is_verb(low: str, before: Tag, previous: str, after: str, *, counts: bool, titled: bool) -> bool:
    opens = _TAGS.get(after) in ("det", "pron", "num") or after[0].isdigit() or counts
    noun_follows = after[0].isalpha() and after not in _TAGS and not counts
    if previous in _TO_VERB and not is_past(low):
        is_noun = low.endswith(_NOUN_ENDS) or not (kind_of(low) in ACTIONS or opens)
        return previous != "to" or low in BASES or not is_noun
    if is_past(low):
        if before in ("det", "num") or previous.endswith(_OWNER):
            return before == "num" and not noun_follows
        return not (before == "prep" and noun_follows and not opens)
    if low.endswith("ing") and len(low) > 5:
        return before == "be" or opens or (before == "mark" and noun_follows and kind_of(low) in ACTIONS)
    if low in _WANTS and after == "to":
        return before in ("noun", "mark")
    if before != "noun" or previous.endswith(_OWNER) or not low.endswith("s") or low.endswith(("ss", "'s")):
        return False
    return (opens and len(low) > 3) or (titled and kind_of(low) in ACTIONS)
