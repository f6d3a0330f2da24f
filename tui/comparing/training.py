"""How the weights in `tui.comparing.weights` are learned; run by hand, never by the program.

    python -m tui.comparing.training FOLDER > tui/comparing/weights.py
    python -m tui.comparing.training FOLDER --check

FOLDER holds pairs of articles with their links labelled by hand: `seeds/gold` and `events/gold`. Logistic regression
by Newton's method, standard library only. `--check` leaves out one event after the other and prints how well its
links are found by what the others taught: F1 0.90 on the seeds and 0.76 on the events, and the same where the threshold
for each event is chosen on the others. What did not raise it: labelled pairs of ECB+ as further examples, synonyms by
the hundred more, weights from the word counts of other news, the overlap of single clauses, decision trees or a small
neural network in place of the sums, and even the sentence vectors of a transformer as a further figure.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import exp
from pathlib import Path
from statistics import fmean, pstdev
from typing import Any, NamedTuple

from tui.article import Article, Sentence
from tui.comparing.evidence import evidence_of
from tui.comparing.features import NAMES, features, weights_of
from tui.comparing.linking import held_down, weighed
from tui.comparing.surroundings import AROUND, Context, context_of, surroundings
from tui.frozen import dataclass

_RIDGES = (1.0, 10.0)
"""Of the first and of the second score."""
_THRESHOLD = -0.95
"""Log odds above which a pair is a link. From -0.75 to -1.2 F1 on held-out events stays within 0.01 of its best."""
Row = tuple[list[float], bool]
"""Figures, and whether they are linked."""


@dataclass(frozen=True)
class Example:
    event: str
    a: Article
    b: Article
    linked: frozenset[tuple[int, int]]
    undecided: frozenset[tuple[int, int]]


def gold(folder: Path) -> Iterator[Example]:
    """The hand-made pairs of a folder; their events are named by the first two letters, or by the folder."""
    document = json.loads((folder / "gold" / "alignment.json").read_text("utf-8"))
    articles = {
        key: _article(folder / entry["file"], entry["sentences"]) for key, entry in document["articles"].items()
    }
    for pair, labels in document["pairs"].items():
        a, b = pair.split("-")
        event = folder.name if folder.name == "seeds" else pair[:2]
        linked, undecided = (frozenset(map(tuple, labels[key])) for key in ("links", "either_way"))
        yield Example(event, articles[a], articles[b], linked, undecided)


def _article(path: Path, sentences: list[dict[str, Any]]) -> Article:
    text = path.read_text("utf-8-sig")
    return Article(
        text,
        tuple(
            Sentence(s["start"], s["end"], text.count("\n", 0, s["start"]), s["furniture"] or "body") for s in sentences
        ),
        "",
    )


def fitted(rows: Sequence[Row], ridge: float) -> list[float]:
    """The weights of a ridge logistic regression; the first figure of a row is the constant 1."""
    size = len(rows[0][0])
    mean = [fmean(x[k] for x, _ in rows) for k in range(size)]
    spread = [pstdev([x[k] for x, _ in rows], mean[k]) or 1.0 for k in range(size)]
    scaled = [([1.0] + [(x[k] - mean[k]) / spread[k] for k in range(1, size)], y) for x, y in rows]
    beta = [0.0] * size
    for _ in range(12):
        slope = [ridge * b if k else 0.0 for k, b in enumerate(beta)]
        curve = [[(ridge if k else 1e-6) if k == m else 0.0 for m in range(size)] for k in range(size)]
        for x, y in scaled:
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, sum(b * v for b, v in zip(beta, x, strict=True))))))
            error, bend = chance - y, chance * (1 - chance)
            for k, v in enumerate(x):
                slope[k] += error * v
                row, factor = curve[k], bend * v
                for m in range(k + 1):
                    row[m] += factor * x[m]
        for k in range(size):
            for m in range(k):
                curve[m][k] = curve[k][m]
        beta = [b - s for b, s in zip(beta, _solved(curve, slope), strict=True)]
    weights = [b / s for b, s in zip(beta, spread, strict=True)]
    weights[0] = beta[0] - sum(w * m for w, m in zip(weights[1:], mean[1:], strict=True))
    return weights


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a symmetric positive linear system, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for k in range(size):
        for n in range(k + 1, size):
            factor = rows[n][k] / rows[k][k]
            rows[n] = [v - factor * u for v, u in zip(rows[n], rows[k], strict=True)]
    found = [0.0] * size
    for k in reversed(range(size)):
        found[k] = (rows[k][size] - sum(rows[k][m] * found[m] for m in range(k + 1, size))) / rows[k][k]
    return found


class Story(NamedTuple):
    """What the scores of one pair of articles are made from."""

    figures: dict[tuple[int, int], list[float]]
    a: Context
    b: Context
    weight: Mapping[str, float]
    fewer: int
    """The sentences of the shorter article."""

    def around(self, first: Sequence[float]) -> dict[tuple[int, int], list[float]]:
        return surroundings(weighed(self.figures, first), self.figures, self.a, self.b, self.weight)


def _story(example: Example) -> Story:
    a, b = evidence_of(example.a), evidence_of(example.b)
    weight = weights_of(a, b)
    figures = features(a, b, weight)
    return Story(figures, context_of(a, weight), context_of(b, weight), weight, min(len(a), len(b)))


def _rows(example: Example, figures: dict[tuple[int, int], list[float]], lenient: bool) -> list[Row]:
    """The pairs to learn from; those that a reader could make or leave are links if `lenient`, else left out.

    Half as many again as the sure ones, they teach the first score what resembles: F1 on held-out events rises by 0.01.
    """
    rows = []
    for (i, j), some in figures.items():
        pair = _sentences(example, i, j)
        roles = (example.a.sentences[pair[0]].role, example.b.sentences[pair[1]].role)
        if (lenient or pair not in example.undecided) and "headline" not in roles:
            rows.append((some, pair in example.linked or pair in example.undecided))
    return rows


def _sentences(example: Example, i: int, j: int) -> tuple[int, int]:
    """The numbers in the articles of two sentences of the story."""
    story = [[n for n, s in enumerate(side.sentences) if not s.is_furniture] for side in (example.a, example.b)]
    return story[0][i], story[1][j]


def learned(examples: Sequence[Example], stories: Sequence[Story]) -> tuple[list[float], list[float]]:
    """The weights of the first and of the second score."""
    pairs = list(zip(examples, stories, strict=True))
    first = fitted([row for e, s in pairs for row in _rows(e, s.figures, lenient=True)], _RIDGES[0])
    second = fitted([row for e, s in pairs for row in _rows(e, s.around(first), lenient=False)], _RIDGES[1])
    second[0] -= _THRESHOLD
    return first, second


def check(examples: Sequence[Example], say: Callable[[str], object]) -> None:
    """Prints F1 on each event with the weights that all others teach; headlines count neither way."""
    tally = {"seeds": [0, 0, 0], "events": [0, 0, 0]}
    stories = [_story(example) for example in examples]
    for event in sorted({example.event for example in examples}):
        others = [n for n, e in enumerate(examples) if e.event != event]
        first, second = learned([examples[n] for n in others], [stories[n] for n in others])
        for n in sorted(set(range(len(examples))) - set(others)):
            story = stories[n]
            scores = held_down(weighed(story.around(first), second), story.figures, story.fewer)
            said = {pair for pair, score in scores.items() if score > 0}
            counts = tally["seeds" if event == "seeds" else "events"]
            for k, number in enumerate(_counted(examples[n], said)):
                counts[k] += number
    for name, (right, wrong, sure) in tally.items():
        precision, recall = right / (right + wrong), right / sure
        say(f"{name}: precision {precision:.3f} recall {recall:.3f} F1 {2 * right / (right + wrong + sure):.3f}")


def _counted(example: Example, pairs: set[tuple[int, int]]) -> tuple[int, int, int]:
    """How many links are right, how many wrong, and how many there are."""
    said = {_sentences(example, *pair) for pair in pairs}
    wrong = {
        (i, j)
        for i, j in said - example.linked - example.undecided
        if "headline" not in (example.a.sentences[i].role, example.b.sentences[j].role)
    }
    return len(said & example.linked), len(wrong), len(example.linked)


def main() -> None:
    folder = Path(sys.argv[1])
    examples = [*gold(folder / "seeds"), *gold(folder / "events")]
    if "--check" in sys.argv:
        check(examples, print)
        return
    lines = ['"""The weights of the figures that links rest on, as `tui.comparing.training` learned them."""', ""]
    lines += ["from __future__ import annotations"]
    found = learned(examples, [_story(example) for example in examples])
    for name, names, weights in zip(("FIRST", "SECOND"), (NAMES, AROUND), found, strict=True):
        lines += ["", f"{name} = {{", *(f'    "{n}": {w:.3f},' for n, w in zip(names, weights, strict=True)), "}"]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
