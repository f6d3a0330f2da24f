"""Fits the conditional random field (python-crfsuite, L-BFGS with L1 and L2) and hands back its weights."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tui.facts.names.features import features
from tui.facts.names.gazetteers import Gazetteers
from tui.facts.names.surroundings import Surroundings
from tui.facts.training.corpora import Document
from tui.frozen import dataclass

LABELS = ("O", "B-LOC", "B-MISC", "B-ORG", "B-PER", "I-LOC", "I-MISC", "I-ORG", "I-PER")


@dataclass(frozen=True)
class Settings:
    l1: float = 0.1
    l2: float = 1.0
    least_seen: int = 2
    """Features seen less often are left out."""
    rounds: int = 120


@dataclass(frozen=True)
class Weights:
    states: dict[tuple[str, str], float]
    """By feature and label."""
    transitions: dict[tuple[str, str], float]
    """By label and next label."""


def rows_of(document: Document, gazetteers: Gazetteers) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels of each sentence."""
    surroundings = Surroundings(document.sentences, gazetteers)
    for words, labels in zip(document.sentences, document.labels, strict=True):
        yield features(words, surroundings, gazetteers, everywhere=True), labels


def fit(documents: Sequence[Document], gazetteers: Gazetteers, settings: Settings) -> Weights:
    """The weights that make the marked names most probable. The same input gives the same weights."""
    import pycrfsuite  # type: ignore[import-untyped, import-not-found, unused-ignore]

    trainer: Any = pycrfsuite.Trainer(
        algorithm="lbfgs",
        params={
            "c1": settings.l1,
            "c2": settings.l2,
            "max_iterations": settings.rounds,
            "feature.minfreq": settings.least_seen,
            "feature.possible_transitions": True,
        },
        verbose=False,
    )
    for document in documents:
        for row, labels in rows_of(document, gazetteers):
            trainer.append(row, labels)
    with tempfile.TemporaryDirectory() as home:
        file = str(Path(home) / "model")
        trainer.train(file)
        tagger: Any = pycrfsuite.Tagger()
        tagger.open(file)
        info = tagger.info()
        return Weights(dict(info.state_features), dict(info.transitions))
