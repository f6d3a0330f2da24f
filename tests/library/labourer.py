"""A copy of the program that works on a library until it is killed: `python -m tests.library.labourer FOLDER SEED JOB`.

It prints one line for everything that a screen would have shown as done.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.library import FACT_STATES, KeyedFact, Library, schema, write_whole

ROWS = 30_000
MIGRATION = """CREATE TABLE later (number);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) INSERT INTO later SELECT i FROM n;
"""


def triage(folder: Path, seed: int) -> Iterator[str]:
    """Marks, undoes and redoes for ever; each line is a key and the mark it has from then on."""
    rng = random.Random(seed)
    library = Library.open(folder)
    while True:
        key, state = f"{seed}-{rng.randrange(6)}", rng.choice(FACT_STATES)
        if rng.random() < 0.75:
            library.facts.set_state([KeyedFact(key, {"type": "date"})], state)
            yield f"{key} {state}"
        else:
            act = library.undo() if rng.random() < 0.7 else library.redo()
            for key in act.keys if act else ():
                marks = library.facts.of([key])
                yield f"{key} {marks[key].state if key in marks else 'unseen'}"


def add(folder: Path, _seed: int) -> Iterator[str]:
    """Adds `news.jsonl`, a few articles a transaction; each line is how many are in the library."""
    library = Library.open(folder)
    said = 0
    while True:
        outcome = library.adding.add([folder / "news.jsonl"], lambda _progress: False, batch=5)
        said += outcome.added.new
        yield f"{said}"


def export(folder: Path, _seed: int) -> Iterator[str]:
    """Writes the library out, again and again."""
    library = Library.open(folder)
    while True:
        write_whole(folder / "out.jsonl", (line.encode() for line in library.transfer.lines()))
        yield "written"


def migrate(folder: Path, _seed: int) -> Iterator[str]:
    """Opens the library with a program that has one migration more."""
    schema.STEPS = (*schema.STEPS, MIGRATION)
    yield "opening"
    Library.open(folder)
    yield "open"


JOBS = {job.__name__: job for job in (triage, add, export, migrate)}

if __name__ == "__main__":
    place, number, job = sys.argv[1:]
    print("ready", flush=True)
    for line in JOBS[job](Path(place), int(number)):
        print(line, flush=True)
