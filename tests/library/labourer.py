"""A copy of the program that works on a library until it is killed: `python -m tests.library.labourer FOLDER SEED JOB`.

It prints one line for everything that a screen would have shown as done.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from tui.library import FACT_STATES, KeyedFact, Library


def triage(library: Library, seed: int) -> None:
    """Marks, undoes and redoes for ever; each line is a key and the mark it has from then on."""
    rng = random.Random(seed)
    while True:
        key, state = f"{seed}-{rng.randrange(6)}", rng.choice(FACT_STATES)
        if rng.random() < 0.75:
            library.facts.set_state([KeyedFact(key, {"type": "date"})], state)
            say(f"{key} {state}")
        else:
            act = library.undo() if rng.random() < 0.7 else library.redo()
            for key in act.keys if act else ():
                marks = library.facts.of([key])
                say(f"{key} {marks[key].state if key in marks else 'unseen'}")


def say(line: str) -> None:
    print(line, flush=True)


JOBS = {"triage": triage}

if __name__ == "__main__":
    folder, seed, job = sys.argv[1:]
    with Library.open(Path(folder)) as opened:
        say("ready")
        JOBS[job](opened, int(seed))
