"""`python -m tests.fuzz TARGET SECONDS FOLDER`: fuzzes one target for so much CPU time, and keeps what it found.

Guided by coverage with atheris where that is installed, else by Hypothesis's random bytes. A find does not end the run:
one input of each kind (exception and place) is written into FOLDER, to become a case in `found/`.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import time
import traceback
from collections.abc import Iterable
from pathlib import Path

from tests.hostile.corpus import cases

SLOW = 3.0
"""Seconds of CPU for a few kilobytes that are worth a look."""
ROOMS = ("tui.reading", "tui.facts", "tui.comparing", "tui.verdicts", "tui.library", "tui.reports", "tui.rows")
"""What is watched for coverage; most of it is loaded only when it is used."""
LONGEST = 4096
"""Bytes of an input."""


class Finds:
    """Counts inputs, and keeps the first of each kind that breaks something."""

    def __init__(self, name: str, folder: Path, seconds: float) -> None:
        from tests.fuzz.targets import TARGETS

        self.target, self.name, self.folder = TARGETS[name], name, folder
        self.tried, self.kinds = 0, set[str]()
        self.until = time.process_time() + seconds

    def try_one(self, data: bytes) -> None:
        self.tried += 1
        before = time.process_time()
        try:
            self.target(data)
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            self.keep(f"{type(error).__name__}-{Path(frame.filename).stem}-{frame.lineno}", data)
        took = time.process_time() - before
        if took > SLOW:
            self.keep(f"slow-{int(took)}s", data)

    def keep(self, kind: str, data: bytes) -> None:
        if kind not in self.kinds:
            self.kinds.add(kind)
            (self.folder / f"{self.name}-{kind}").write_bytes(data)
            print(f"{self.name}: {kind}", flush=True)

    @property
    def is_over(self) -> bool:
        return time.process_time() > self.until

    def report(self) -> None:
        print(f"{self.name}: {self.tried:,} inputs, {len(self.kinds)} kinds of find", flush=True)


def seeds(name: str) -> Iterable[bytes]:
    """The hostile corpus, in the form that a target takes."""
    for case in cases():
        if len(case.data) <= LONGEST:
            yield (b"\0" if name == "reading" else b"") + case.data


def guided(finds: Finds) -> None:
    """atheris ends the process itself, so the report is made inside."""
    import atheris

    corpus = finds.folder / f"corpus-{finds.name}"
    corpus.mkdir(exist_ok=True)
    for n, data in enumerate(seeds(finds.name)):
        (corpus / f"seed-{n}").write_bytes(data)

    def one(data: bytes) -> None:
        finds.try_one(data)
        if finds.is_over:
            finds.report()
            sys.stdout.flush()
            import os

            os._exit(0)

    atheris.Setup(
        [
            sys.argv[0],
            f"-max_len={LONGEST}",
            "-timeout=300",
            "-rss_limit_mb=4096",
            "-seed=1",
            f"-artifact_prefix={finds.folder}/",
            str(corpus),
        ],
        one,
    )
    atheris.Fuzz()


def drawn(finds: Finds) -> None:
    """Without atheris: the seeds, then what Hypothesis draws."""
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    for data in seeds(finds.name):
        finds.try_one(data)

    @settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.binary(max_size=LONGEST) | st.text(max_size=LONGEST // 4).map(lambda t: t.encode("utf-8", "replace")))
    def one(data: bytes) -> None:
        if not finds.is_over:
            finds.try_one(data)

    while not finds.is_over:
        one()
    finds.report()


def main() -> None:
    name, seconds, folder = sys.argv[1], float(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import atheris
    except ImportError:
        drawn(Finds(name, folder, seconds))
    else:
        with atheris.instrument_imports(include=["tui"]):
            for room in ROOMS:
                for module in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}."):
                    if ".training" not in module.name and ".spacy" not in module.name:
                        importlib.import_module(module.name)
            finds = Finds(name, folder, seconds)
        guided(finds)


if __name__ == "__main__":
    main()
