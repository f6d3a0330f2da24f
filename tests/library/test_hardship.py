"""A full quota, and three copies of the program on one library: a clear line, and what was there stays."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

from tui.library import Library

PROGRAM = Path(sys.executable).with_name("sidebyline")


def news(file: Path, count: int, about: str) -> Path:
    lines = (
        json.dumps({"title": f"{about} {n}", "text": f"The {about} of ward {n} met on Monday. " * 40})
        for n in range(count)
    )
    file.write_text("\n".join(lines))
    return file


def ran(home: Path, *arguments: str | Path, largest: int | None = None) -> subprocess.CompletedProcess[str]:
    """The program on a library, where no file may grow beyond so many bytes."""

    def limited() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    return subprocess.run(
        [PROGRAM, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "SIDEBYLINE_HOME": str(home)},
        preexec_fn=limited,
    )


def kept(home: Path) -> int:
    with sqlite3.connect(home / "library.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    with Library.open(home) as library:
        return sum(1 for line in library.transfer.lines() if '"text"' in line)


def test_a_full_quota_is_one_line_and_loses_nothing(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "out.jsonl"
    assert ran(home, "add", news(tmp_path / "few.jsonl", 10, "board")).returncode == 0
    assert ran(home, "export", "--output", file).returncode == 0
    before, whole = kept(home), file.read_bytes()
    size = max(path.stat().st_size for path in home.iterdir())
    added = ran(home, "add", news(tmp_path / "many.jsonl", 400, "council"), largest=size + 20_000)
    assert added.returncode == 2, added
    assert "Traceback" not in added.stderr
    assert added.stderr.startswith("sidebyline: ")
    assert kept(home) >= before
    out = ran(home, "export", "--output", file, largest=1000)
    assert out.returncode == 2, out
    of_library, of_file = out.stderr.splitlines()
    assert "library.db" in of_library  # no room to write in: it is read all the same
    assert "out.jsonl" in of_file
    assert file.read_bytes() == whole
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith((".", "out.jsonl."))]
    assert ran(home, "add", tmp_path / "many.jsonl").returncode == 0
    assert kept(home) == before + 400


def test_two_who_mark_and_one_who_adds_never_meet_a_lock(tmp_path: Path) -> None:
    news(tmp_path / "news.jsonl", 60, "board")
    Library.open(tmp_path).close()
    jobs = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.library.labourer", tmp_path, str(seed), job],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for seed, job in ((1, "triage"), (2, "triage"), (3, "add"))
    ]
    said: list[list[str]] = []
    for job, least in zip(jobs, (60, 60, 9), strict=True):
        assert job.stdout
        said.append([job.stdout.readline() for _ in range(least)])
    for job in jobs:
        job.kill()
        rest, complaints = job.communicate()
        said.append(rest.splitlines())
        assert complaints == ""
    assert all(line.strip() for lines in said[:3] for line in lines)
    assert kept(tmp_path) >= int(said[2][-1]) > 0
