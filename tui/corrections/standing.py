"""Where words stand, told without offsets: by the passage they stand in, so that it holds in every copy of it."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass

from tui.article import Article
from tui.facts import Mention

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
