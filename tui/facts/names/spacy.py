"""A spaCy model of the user's own in place of the recogniser that ships (`pip install sidebyline[spacy]`).

Only the marking of names changes hands: kinds, short forms and descriptions are settled over the whole
story as ever. spaCy is imported when a model is asked for, never before.
"""

from __future__ import annotations

import importlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

from tui.facts.names.story import Kind, Recogniser, Spot, Story

_KINDS: dict[str, Kind] = {
    "PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
    "WORK_OF_ART": "MISC", "MISC": "MISC", "EVENT": "MISC", "PRODUCT": "MISC", "LAW": "MISC", "NORP": "MISC",
}  # fmt: skip


_NAME = re.compile(r"[a-z]{2,3}_(?:core|ent)_[a-z]{2,8}_[a-z]{2,4}")
"""As spaCy names the pipelines that mark names: `en_core_web_sm`, `xx_ent_wiki_sm`."""


def is_name(model: str) -> bool:
    return _NAME.fullmatch(model) is not None


def installed(model: str) -> bool:
    """Whether a package of that name is installed, and calls itself a spaCy model. Nothing of it is run."""
    try:
        return is_name(model) and bool(distribution(model).entry_points.select(group="spacy_models", name=model))
    except PackageNotFoundError:
        return False


def spacy_recogniser(model: str) -> Recogniser:
    """For `find_names(articles, recognise=…)`; `model` is the name of an installed one, never a path.

    Raises `ImportError` where spaCy is not installed, `OSError` where the model is not: `spacy.load` would take any
    package, and a folder of that name in the folder where one stands.
    """
    spacy: Any = importlib.import_module("spacy")
    if not installed(model):
        raise OSError(model)
    pipeline: Any = spacy.load(model)

    def recognised(story: Story) -> Iterator[Spot]:
        for number, article in enumerate(story.articles):
            entities = [e for e in pipeline(article.text).ents if e.label_ in _KINDS]
            for entity in entities:
                yield from _spot(story, number, entity.start_char, entity.end_char, _KINDS[entity.label_])

    return recognised


def _spot(story: Story, article: int, start: int, end: int, kind: Kind) -> Iterator[Spot]:
    """The tokens that a span touches, in the sentence where it begins."""
    if not story.tokens[article]:
        return
    sentence = story.articles[article].sentence_at(start)
    tokens = story.tokens[article][sentence]
    first = bisect_right([token.end for token in tokens], start)
    last = bisect_left([token.start for token in tokens], end)
    if first < last:
        yield Spot(article, sentence, first, last, kind)
