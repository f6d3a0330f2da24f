"""Word diffs under the GPL, answering in a process of their own with a Python of their own; never imported here.

One request a line on standard input, `{"of": name, "a": words, "b": words}`; one answer a line: the equal runs
`[a_start, b_start, length]` and the CPU seconds that they took, or what is missing.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

Blocks = list[tuple[int, int, int]]


def patiencediff(a: list[str], b: list[str]) -> Blocks:
    import patiencediff as rival  # type: ignore[import-not-found,unused-ignore]

    return [(i, j, n) for i, j, n in rival.PatienceSequenceMatcher(None, a, b).get_matching_blocks()]


def collatex(a: list[str], b: list[str]) -> Blocks:
    from collatex import collate  # type: ignore[import-not-found]

    def witness(name: str, words: list[str]) -> dict[str, Any]:
        return {"id": name, "tokens": [{"t": word, "n": word, "at": n} for n, word in enumerate(words)]}

    table = collate({"witnesses": [witness("A", a), witness("B", b)]}, segmentation=False)
    return list(_aligned(table.columns))


def _aligned(columns: Any) -> Iterator[tuple[int, int, int]]:
    for column in columns:
        some = column.tokens_per_witness
        if len(some) == 2 and not column.variant:
            yield some["A"][0].token_data["at"], some["B"][0].token_data["at"], 1


def _serve() -> None:
    for line in sys.stdin:
        request = json.loads(line)
        try:
            start = time.process_time()
            blocks = globals()[request["of"]](request["a"], request["b"])
            answer = {"blocks": blocks, "seconds": time.process_time() - start}
        except ImportError as missing:
            answer = {"missing": str(missing)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    _serve()
