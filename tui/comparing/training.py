"""How the weights in `tui.comparing.weights` are learned; run by hand, never by the program.

    python -m tui.comparing.training FOLDER > tui/comparing/weights.py
    python -m tui.comparing.training FOLDER --check

FOLDER holds labelled pairs: `seeds/gold` and `events/gold` (sentences labelled by hand) and `data/ecb-*.jsonl`
(labels from human coreference in ECB+, CC BY 3.0, at 0.3 of the weight of the others). Logistic regression by
Newton's method, standard library only. `--check` leaves out one event after the other and prints how well its
links are found by what the others taught.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

from tui.article import Article, Sentence
from tui.comparing.evidence import evidence_of
from tui.comparing.features import NAMES, features, weights_of
from tui.comparing.linking import AROUND, Pairing, candidates, surroundings

_ECB_WEIGHT = 0.3
_RIDGE = 2.0
_THRESHOLD = -0.4
"""Log odds above which a pair is a link: at this point F1 is highest on held-out events."""
Row = tuple[list[float], bool, float]
"""Figures, whether they are linked, weight."""


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


def ecb_rows(folder: Path) -> list[Row]:
    """First-score rows of the labelled pairs of ECB+; `related` ones are left out."""
    texts = {}
    for line in (folder / "ecb-sentences.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        texts[entry["id"]] = evidence_of(_joined(entry["sentences"]))
    rows = []
    for line in (folder / "ecb-pairs.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        a, b = texts[pair["a"]], texts[pair["b"]]
        if pair["label"] == "related" or pair["identical"]:
            continue
        p, q = a[pair["ai"]], b[pair["bi"]]
        if p.concepts & q.concepts:
            rows.append((features(p, q, weights_of(a, b)), pair["label"] == "aligned", _ECB_WEIGHT))
    return rows


def _joined(tokenised: Sequence[str]) -> Article:
    """An article of tokenised sentences, with the marks put back where writers put them."""
    text = ""
    sentences: list[Sentence] = []
    marks = (
        ("`` ", '"'),
        (" ''", '"'),
        (" 's", "'s"),
        (" n't", "n't"),
        (" ,", ","),
        (" .", "."),
        ("``", '"'),
        ("''", '"'),
    )
    for sentence in tokenised:
        for written, mark in marks:
            sentence = sentence.replace(written, mark)
        sentences.append(Sentence(len(text), len(text) + len(sentence), len(sentences), "body"))
        text += sentence + "\n"
    return Article(text, tuple(sentences), "")


def fitted(rows: Sequence[Row]) -> list[float]:
    """The weights of a ridge logistic regression; the first figure of a row is the constant 1."""
    size = len(rows[0][0])
    total = sum(weight for _, _, weight in rows)
    mean = [sum(x[k] * w for x, _, w in rows) / total for k in range(size)]
    spread = [(sum((x[k] - mean[k]) ** 2 * w for x, _, w in rows) / total) ** 0.5 or 1.0 for k in range(size)]
    scaled = [([1.0] + [(x[k] - mean[k]) / spread[k] for k in range(1, size)], y, w) for x, y, w in rows]
    beta = [0.0] * size
    for _ in range(12):
        slope = [_RIDGE * b if k else 0.0 for k, b in enumerate(beta)]
        curve = [[(_RIDGE if k else 1e-6) if k == m else 0.0 for m in range(size)] for k in range(size)]
        for x, y, w in scaled:
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, sum(b * v for b, v in zip(beta, x, strict=True))))))
            error, bend = w * (chance - y), w * chance * (1 - chance)
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


def _figures(example: Example) -> dict[tuple[int, int], list[float]]:
    """The figures of every candidate, by the sentences' numbers in the story."""
    a, b = evidence_of(example.a), evidence_of(example.b)
    weight = weights_of(a, b)
    return {(i, j): features(a[i], b[j], weight) for i, j in candidates(a, b, weight)}


def _rows(example: Example, figures: dict[tuple[int, int], list[float]]) -> list[Row]:
    rows = []
    for (i, j), some in figures.items():
        pair = _sentences(example, i, j)
        roles = (example.a.sentences[pair[0]].role, example.b.sentences[pair[1]].role)
        if pair not in example.undecided and "headline" not in roles:
            rows.append((some, pair in example.linked, 1.0))
    return rows


def _sentences(example: Example, i: int, j: int) -> tuple[int, int]:
    """The numbers in the articles of two sentences of the story."""
    story = [[n for n, s in enumerate(side.sentences) if not s.is_furniture] for side in (example.a, example.b)]
    return story[0][i], story[1][j]


def learned(examples: Sequence[Example], ecb: Sequence[Row]) -> tuple[list[float], list[float]]:
    """The weights of the first and of the second score."""
    figures = [_figures(example) for example in examples]
    first = fitted([row for e, f in zip(examples, figures, strict=True) for row in _rows(e, f)] + list(ecb))
    around = [dict(surroundings(_scores(first, f))) for f in figures]
    second = fitted([row for e, f in zip(examples, around, strict=True) for row in _rows(e, f)])
    second[0] -= _THRESHOLD
    return first, second


def _scores(weights: Sequence[float], figures: dict[tuple[int, int], list[float]]) -> Pairing:
    return {pair: sum(w * x for w, x in zip(weights, some, strict=True)) for pair, some in figures.items()}


def check(examples: Sequence[Example], ecb: Sequence[Row], say: Callable[[str], object]) -> None:
    """Prints F1 on each event with the weights that all others teach; headlines count neither way."""
    tally = {"seeds": [0, 0, 0], "events": [0, 0, 0]}
    for event in sorted({example.event for example in examples}):
        first, second = learned([e for e in examples if e.event != event], ecb)
        for example in (e for e in examples if e.event == event):
            scores = _scores(second, dict(surroundings(_scores(first, _figures(example)))))
            said = {_sentences(example, *pair) for pair, score in scores.items() if score > 0}
            wrong = {
                (i, j)
                for i, j in said - example.linked - example.undecided
                if "headline" not in (example.a.sentences[i].role, example.b.sentences[j].role)
            }
            counts = tally["seeds" if event == "seeds" else "events"]
            for k, n in enumerate((len(said & example.linked), len(wrong), len(example.linked))):
                counts[k] += n
    for name, (right, wrong_, sure) in tally.items():
        precision, recall = right / (right + wrong_), right / sure
        say(f"{name}: precision {precision:.3f} recall {recall:.3f} F1 {2 * right / (right + wrong_ + sure):.3f}")


def main() -> None:
    folder = Path(sys.argv[1])
    examples = [*gold(folder / "seeds"), *gold(folder / "events")]
    ecb = ecb_rows(folder / "data")
    if "--check" in sys.argv:
        check(examples, ecb, print)
        return
    lines = ['"""The weights of the figures that links rest on, as `tui.comparing.training` learned them."""', ""]
    lines += ["from __future__ import annotations"]
    for name, names, weights in zip(("FIRST", "SECOND"), (NAMES, AROUND), learned(examples, ecb), strict=True):
        lines += ["", f"{name} = {{", *(f'    "{n}": {w:.3f},' for n, w in zip(names, weights, strict=True)), "}"]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
