"""Precision, recall and F1 of a model on documents it never saw."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.facts.names.features import features
from tui.facts.names.model import Model
from tui.facts.names.surroundings import Surroundings
from tui.facts.training.corpora import Document

KINDS = ("PER", "ORG", "LOC")


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """First token, last + 1, kind."""
    found: set[tuple[int, int, str]] = set()
    start = 0
    kind = ""
    for i, label in enumerate([*labels, "O"]):
        if kind and not label.startswith("I-"):
            found.add((start, i, kind))
            kind = ""
        if label.startswith("B-"):
            start, kind = i, label[2:]
    return found


def read_labels(model: Model, document: Document) -> list[list[str]]:
    """The model's labels for each sentence."""
    surroundings = Surroundings(document.sentences, model.gazetteers)
    return [model.decode(features(words, surroundings, model.gazetteers)) for words in document.sentences]


def score(model: Model, documents: Iterable[Document]) -> dict[str, tuple[float, float, float]]:
    """By kind and over all ("all"): precision, recall, F1 of exact spans; names of other kinds count nowhere."""
    tally = {kind: [0, 0, 0] for kind in KINDS}
    for document in documents:
        for labels, gold in zip(read_labels(model, document), document.labels, strict=True):
            said, wanted = spans(labels), spans(gold)
            for kind in KINDS:
                mine = {s for s in said if s[2] == kind}
                true = {s for s in wanted if s[2] == kind}
                for at, n in enumerate((len(mine & true), len(mine), len(true))):
                    tally[kind][at] += n
    tally["all"] = [sum(tally[kind][at] for kind in KINDS) for at in range(3)]
    return {kind: _figures(*counts) for kind, counts in tally.items()}


def _figures(hit: int, said: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = hit / max(1, said), hit / max(1, wanted)
    return precision, recall, 2 * hit / max(1, said + wanted)
