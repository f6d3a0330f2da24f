"""`python -m tests.soak KEYS [SEED]`: random keys in walks of 2,000, one after the other in one process (`make soak`).

Says how many keys were pressed, which screens were reached, and how much memory was taken; ends with status 1 where
the second half took more than 1.1 times the memory of the first.
"""

from __future__ import annotations

import asyncio
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from tests.hostile.corpus import cases
from tests.screens.story import chronicle, gazette, herald
from tests.soak.walking import walk
from tui.article import Article
from tui.reading import read

A_WALK = 2000
STRANGE = ("clipboard", "bidi-override", "markup", "wide", "families", "one-letter", "right-to-left")
"""Cases of the hostile corpus that lie among them."""


def articles(folder: Path) -> list[Article]:
    """Short ones, since it is keys that are tried: a small story, and strange texts among it."""
    strange = [read(case.write(folder))[0] for case in cases() if case.name in STRANGE]
    return [gazette(), herald(), chronicle(), *strange]


def megabytes() -> float:
    """Of memory that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> int:
    keys, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    pressed, screens, held = 0, set[str](), list[float]()
    with tempfile.TemporaryDirectory() as place:
        given = articles(Path(place))
        os.chdir(place)
        while pressed < keys:
            home = Path(place) / f"library-{seed}"
            made = asyncio.run(walk(given, home, seed, min(A_WALK, keys - pressed)))
            pressed += len(made.pressed)
            screens |= made.screens
            held.append(megabytes())
            print(f"seed {seed}: {pressed:,} keys, {held[-1]:.0f} MB, {time.process_time():.0f} s CPU", flush=True)
            seed += 1
    half = len(held) // 2
    print(f"{pressed:,} keys in {len(held)} walks over {', '.join(sorted(screens))}")
    grown = max(held[half:]) / max(held[:half] or held)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory: second half {grown:.2f} times the first, at most {peak:.0f} MB")
    return int(grown > 1.1)


if __name__ == "__main__":
    sys.exit(main())
