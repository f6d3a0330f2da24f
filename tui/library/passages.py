"""Keys of what the reader decided: made of the passages it rests on, not of places, paths or ids.

So a tick is found again when A and B are swapped, when the article is opened from elsewhere and when another
part of it changed, and is gone when the passage itself is another.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from tui.article import Article, Pair
from tui.facts import Mention
from tui.verdicts import ComparedFact

_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′`´", "'"))

_LONGEST, _AROUND = 5000, 500
"""Characters of a sentence that counts whole; of a longer one, which is a list or a trick, what stands around."""


def normalised(passage: str) -> str:
    """White space folded, quotation marks straightened, composed characters: what no comparison counts as different."""
    return unicodedata.normalize("NFC", " ".join(passage.split()).translate(_STRAIGHT))


def digest(*parts: object) -> str:
    """The SHA-256 of plain JSON values, as 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


@dataclass(frozen=True, order=True, slots=True)
class Standing:
    """Where words stand, told without offsets into an article: their sentence and their place in it."""

    passage: str
    """The normalised sentence; of an endless one what stands around the words."""
    place: int
    """Characters of the passage before the words."""
    words: str
    """The normalised words."""


def standing(article: Article, mention: Mention) -> Standing:
    """Where a mention stands; the same in every copy of its sentence."""
    sentence = article.sentences[article.sentence_at(mention.start)]
    start, end = sentence.start, sentence.end
    if end - start > _LONGEST:
        start, end = max(start, mention.start - _AROUND), min(end, mention.start + _AROUND)
    before = normalised(article.text[start : mention.start])
    return Standing(normalised(article.text[start:end]), len(before), normalised(mention.text))


def fact_key(articles: Pair[Article], fact: ComparedFact) -> str:
    """Names a fact by its type, the passages of both sides and the mentions' places in them.

    The places tell two figures of one sentence apart. The same for (A, B) and (B, A); neither the verdict
    nor what the fact is said to be about counts, so that a better rule loses no tick.
    """
    sides = [
        sorted({astuple(standing(article, mention)) for mention in telling(article, mentions)})
        for article, mentions in zip(articles, fact.mentions, strict=True)
    ]
    return digest(fact.type, sorted(sides))


def telling(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in headline and body, or all of them where there are none.

    The same story under another caption is the same passage.
    """
    story = [m for m in mentions if not article.sentences[article.sentence_at(m.start)].is_furniture]
    return story or list(mentions)
