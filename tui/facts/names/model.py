"""The recogniser: a linear-chain conditional random field, read from package data and decoded here.

The model file is text up to its first empty line, then one zlib stream:

    sidebyline-names 1
    {"labels": [...], "scale": ..., "fingerprint": ..., "licence": ..., "learned from": [...], "sha256": ...}
    (an empty line)
    zlib of: features, one a line · a NUL byte · the lists, a line for each set of lists: their letters,
    a tab, words, a tab, names of several words, joined by "|" · a NUL byte · signed bytes: labels × labels
    transition weights (from, then to), then labels weights for each feature

A weight is its byte × `scale`. `fingerprint` is of the features (`tui.facts.training.fingerprint`), `sha256` of
the zlib stream. Nothing in the file is executed.
Published method: Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from tui.facts.names.gazetteers import Gazetteers

FORBIDDEN = -127
"""The weight of what cannot be: an inside label behind anything but its own kind."""
MAGIC = "sidebyline-names 1"
FILE = "english.model"


class Model:
    """Labels, weights and gazetteers. `header` tells where they come from."""

    def __init__(self, data: bytes) -> None:
        """Raises `ValueError` for anything but a model file of this format."""
        top, _, packed = data.partition(b"\n\n")
        magic, _, header = top.decode("utf-8", "replace").partition("\n")
        if magic != MAGIC:
            raise ValueError(f"not a model file of the format {MAGIC!r}")
        self.header: dict[str, object] = json.loads(header)
        labels = self.header["labels"]
        self.labels: list[str] = list(labels) if isinstance(labels, list) else []
        names, words, weights = zlib.decompress(packed).split(b"\0", 2)
        features = names.decode("utf-8").split("\n")
        self._row = dict(zip(features, range(len(features)), strict=True))
        self._weights = array("b", weights)
        size = len(labels)
        self._transitions = [
            [(i, weight) for i in range(size) if (weight := self._weights[i * size + j]) > FORBIDDEN]
            for j in range(size)
        ]
        """By target: the labels that may stand before it, each with the weight of that."""
        self._from_none = [self._weights[j] for j in range(size)]
        """Weights of each label behind a token that is in no name."""
        self._sparse: dict[str, tuple[tuple[int, int], ...]] = {}
        self.gazetteers = read_gazetteers(words.decode("utf-8"))

    def decode(self, sentence: Sequence[Sequence[str]]) -> list[str]:
        """The most probable labels for one sentence's features (Viterbi, linear in its length).

        A token without features is in no name.
        """
        if not sentence:
            return []
        scores = self._scores(sentence[0]) if sentence[0] else [0]
        back: list[list[int]] = []
        for row in sentence[1:]:
            choice, scores = self._step(scores, row)
            back.append(choice)
        at = scores.index(max(scores))
        path = [at]
        for choice in reversed(back):
            at = choice[at]
            path.append(at)
        return [self.labels[label] for label in reversed(path)]

    def _step(self, scores: list[int], row: Sequence[str]) -> tuple[list[int], list[int]]:
        """For each label of a token the best label before it, and the score of the path; one label without features."""
        if len(scores) == 1:  # behind a token in no name
            if not row:
                return [0], [scores[0] + self._from_none[0]]
            emitted = self._scores(row)
            return [0] * len(emitted), [scores[0] + a + b for a, b in zip(self._from_none, emitted, strict=True)]
        choice, reached = [], []
        for into, weight in zip(self._transitions if row else self._transitions[:1], self._scores(row), strict=False):
            paths = [scores[label] + step for label, step in into]
            best = max(paths)
            choice.append(into[paths.index(best)][0])
            reached.append(best + weight)
        return choice, reached

    def _scores(self, row: Sequence[str]) -> list[int]:
        scores = [0] * len(self.labels)
        known = self._sparse
        for feature in row:
            weights = known.get(feature)
            if weights is None:
                weights = self._look_up(feature)
            for label, weight in weights:
                scores[label] += weight
        return scores

    def _look_up(self, feature: str) -> tuple[tuple[int, int], ...]:
        at = self._row.get(feature)
        if at is None:
            return ()
        size = len(self.labels)
        start = size * (size + at)
        found = tuple((i, w) for i, w in enumerate(self._weights[start : start + size]) if w)
        self._sparse[feature] = found
        return found


def read_gazetteers(lines: str) -> Gazetteers:
    """The lists as the file holds them: letters, words and phrases in a line."""
    words: dict[str, str] = {}
    phrases: dict[str, str] = {}
    for line in lines.split("\n"):
        kinds, single, several = line.split("\t")
        words.update(dict.fromkeys(single.split("|"), kinds))
        phrases.update(dict.fromkeys(several.split("|"), kinds))
    return Gazetteers(words, phrases)


@lru_cache(maxsize=1)
def load() -> Model:
    """The model that ships with the program, read once."""
    return Model(Path(__file__).with_name(FILE).read_bytes())  # importlib.resources costs 15 ms more
