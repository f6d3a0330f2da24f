"""Words for rules: what two facts are about, said so that a rule reads like a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.article import Article
from tui.facts.fact import Fact
from tui.verdicts.scene import Scene
from tui.verdicts.titles import shared_event, title
from tui.verdicts.verdict import Ground

_OCCASIONS = {
    "found": "the founding", "sentence": "the sentencing", "convict": "the conviction", "resign": "the resignation",
    "kill": "the deaths", "wound": "the injuries", "arrest": "the arrest", "attack": "the attack", "crash": "the crash",
    "blast": "the explosion", "post": "the publication", "marry": "the wedding", "bear": "the birth",
    "begin": "the start", "end": "the end", "open": "the opening", "close": "the closure", "sign": "the signing",
    "elect": "the election", "vote": "the vote", "launch": "the launch", "sell": "the sale", "buy": "the purchase",
    "acquire": "the takeover", "appoint": "the appointment", "arrive": "the arrival", "leave": "the departure",
    "fire": "the fire", "protest": "the protest", "build": "the building", "discover": "the discovery",
    "strike": "the strike", "draft": "the draft", "file": "the filing", "meet": "the meeting", "murder": "the murder",
    "release": "the release", "retire": "the retirement", "visit": "the visit", "write": "the letter",
    "earthquake": "the earthquake", "storm": "the storm", "flood": "the flood", "win": "the win",
    "air": "the broadcast",
    "rape": "the rapes", "accuse": "the accusation", "sue": "the lawsuit", "record": "the recording",
}  # fmt: skip
_RETRACTED = re.compile(
    r"\b(?:initially|originally|at first|wrongly|mistakenly|incorrectly)\s(?:[a-z]+\s){0,3}"
    r"(?:reported|said|thought|believed|put|given|estimated|stated|identified|announced)\b[^.;:]{0,60}$"
    r"|\b(?:earlier|previous|original|first)\sversions?\sof\s(?:this|the|our)\s(?:article|story|report|post)\b[^.;]{0,90}$"
    r"|\b(?:an?|the|its|their)\s(?:earlier|previous|initial|preliminary)\s(?:toll|count|tally|figure)\b[^.;]{0,150}$"
    r"|\b(?:earlier|previously)\s(?:reported|put|given|estimated)\b[^.;:]{0,60}$"
    r"|\b(?:reported|said|thought|believed|put|given|estimated)\s(?:initially|originally|at first)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)


def quoted(fact: Fact) -> str:
    """The words of a fact's first mention, in quotation marks, on one line."""
    return '"' + " ".join(fact.mentions[0].text.split()) + '"'


def occasion(scene: Scene, one: Fact, two: Fact) -> str:
    """What both are about: "the founding of Thorn", or the words beside one of them; the same from either side."""
    found = shared_event(scene, one, two)
    event = _OCCASIONS.get(found[0]) if found else None
    if not found or event is None:
        return f"“{title(scene, one, two)}”"
    return f"{event} of {found[1]}" if found[1] and event in _OF_SOMETHING else event


_OF_SOMETHING = frozenset(
    f"the {noun}"
    for noun in """founding sentencing conviction resignation launch sale purchase takeover opening closure arrest
    murder appointment departure retirement""".split()
)


def superseded(ground: Ground, facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> set[int]:
    """The `id`s of the facts whose own article takes them back."""
    sides = zip(ground.articles, (facts_a, facts_b), strict=True)
    return {id(fact) for article, facts in sides for fact in facts if _is_superseded(article, fact)}


def _is_superseded(article: Article, fact: Fact) -> bool:
    """Whether the text itself takes the value back ("was initially reported to be 4 years old")."""
    if not article.sentences:
        return False
    mention = fact.mentions[0]
    start = article.sentences[article.sentence_at(mention.start)].start
    return bool(_RETRACTED.search(article.text[max(start, mention.start - 160) : mention.start]))
