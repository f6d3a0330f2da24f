"""Every command of the README does what it says: each block is run in a folder that has the files it speaks of."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
SHELL = [block for kind, block in BLOCKS if kind == "sh"]
_ELSEWHERE = ("pipx ", "sidebyline add --fetch ")
"""Calls that need the network."""
_IN_TERMINAL = re.compile(r"sidebyline (--watch |A\.txt|FOLDER|feed\.xml)|git difftool")
_SILENT = re.compile(r">|-o |--output |^git config|^eval")
_DIFFER = re.compile(r"sidebyline compare|git diff ")


def lines(block: str) -> list[str]:
    return [line for line in block.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the README names."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", place / "FOLDER")
    for name, source in (("A.txt", "national-daily"), ("B.txt", "broadcaster")):
        shutil.copy(ROOT / f"seeds/{source}.txt", place / name)
    shutil.copy(ROOT / "tests/reading/samples/feeds/rss.xml", place / "feed.xml")
    (place / "pairs.txt").write_text("A.txt\tB.txt\n# and one more\nA.txt FOLDER/cable-news.txt\n")
    for number in (12, 14):
        (place / "A.md").write_text(f"# The bridge\n\nThe flood took {number} houses. The bridge stood.\n")
        if shutil.which("git"):
            _shell("git init -q . && git add A.md && git commit -qm 'The bridge'", place)
    return place


def _environment(place: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("LANG", "SYSTEMROOT", "COVERAGE_PROCESS_START") if name in os.environ}
    me = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return kept | me | {
        "HOME": str(place), "SIDEBYLINE_HOME": str(place / "home"), "TERM": "xterm-256color", "GIT_PAGER": "cat",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100",
    }  # fmt: skip


def _shell(line: str, place: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["bash", "-c", line], cwd=place, env=_environment(place), capture_output=True, timeout=120, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


def _in_terminal(line: str, place: Path) -> int:
    """Runs a line that opens the reader, presses q until it ends, and gives its status."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(place)
        os.execvpe("bash", ["bash", "-c", line], _environment(place))  # noqa: S606
    os.set_blocking(terminal, False)
    shown, until, asked = b"", time.monotonic() + 100, 0.0
    while time.monotonic() < until:
        try:
            shown += os.read(terminal, 65536)
        except BlockingIOError:
            time.sleep(0.05)
        except OSError:
            break
        # The first q is pressed once the screen is there; what was pressed before that is lost.
        if b"\x1b[?1049h" in shown and time.monotonic() - asked > 1:
            asked = time.monotonic()
            os.write(terminal, b"q")
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _dry_run(target: str) -> int:
    """Whether make knows the target: what it does is the suite itself, or the reader."""
    return subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, check=False).returncode


def _missing(line: str) -> str:
    """Why a line cannot be run here."""
    if line.startswith(_ELSEWHERE):
        return "needs the network"
    if ("git " in line or "HEAD" in line or "history" in line) and not shutil.which("git"):
        return "git is not installed"
    if "man -l" in line and not shutil.which("man"):
        return "man is not installed"
    if "serve" in line:
        return "is run by tests/test_cli_serve.py"
    return ""


@pytest.mark.parametrize("number", range(len(SHELL)), ids=lambda n: lines(SHELL[n])[0].split("#")[0].strip()[:40])
def test_each_line_of_a_block_runs(number: int, folder: Path) -> None:
    skipped = []
    for line in lines(SHELL[number]):
        if why := _missing(line):
            skipped.append(f"{line.split('#')[0].strip()}: {why}")
        elif line.startswith("make "):
            assert _dry_run(line.split()[1]) == 0, line
        elif _IN_TERMINAL.match(line):
            assert _in_terminal(line, folder) == 0, line
        else:
            done = _shell(line, folder)
            assert done.returncode in ((0, 1) if _DIFFER.match(line) else (0,)), (line, done.stderr.decode())
            told = [said for said in done.stderr.decode().splitlines() if "rules out" not in said]
            assert told == [], line
            assert done.stdout or _SILENT.search(line), line
    if len(skipped) == len(lines(SHELL[number])):
        pytest.skip("; ".join(skipped))


def test_the_python_of_the_readme_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    [code] = [block for kind, block in BLOCKS if kind == "python"]
    space: dict[str, object] = {}
    exec(code, space)  # noqa: S102
    assert "2009" in capsys.readouterr().out
    assert isinstance(space["document"], dict)


def test_the_check_before_a_commit_is_good(folder: Path) -> None:
    [text] = [block for kind, block in BLOCKS if kind == "yaml"]
    [hook] = yaml.safe_load(text)["repos"][0]["hooks"]
    assert {"id", "name", "entry", "language"} <= {*hook}
    done = _shell(hook["entry"], folder)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1), "the samples do conflict"


def test_the_configuration_of_the_readme_is_good(tmp_path: Path) -> None:
    from tui.config import load

    [text] = [block for kind, block in BLOCKS if kind == "toml"]
    assert tomllib.loads(text)
    (tmp_path / "config.toml").write_text(text, "utf-8")
    assert load({"SIDEBYLINE_HOME": str(tmp_path)}).problems == ()


def test_what_the_readme_links_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


async def test_the_three_minutes_lead_where_they_say() -> None:
    """The keys of the tour, one after the other, on the samples."""
    from tests.screens.running import NAMED, settled
    from tui.app import SidebylineApp
    from tui.reading import read_all
    from tui.screens.compare import CompareScreen
    from tui.screens.why import WhyScreen

    articles, _ = read_all([ROOT / "seeds"])
    app = SidebylineApp(articles, first_start=True)
    tour = README.partition("## Three minutes")[2].partition("![")[0]
    keys = re.findall(r"`([^` ]+)`", tour[tour.index("1. ") :])
    seen: list[str] = []
    async with app.run_test(size=(120, 40)) as pilot:
        for key in keys:
            if key == "q":
                break
            await pilot.press({**NAMED, "Tab": "tab", "Enter": "enter", "Esc": "escape"}.get(key, key))
            await settled(app, pilot)
            seen.append(f"{key} {type(app.screen).__name__}")
            if key == ">":
                assert isinstance(app.screen, CompareScreen)
                assert app.screen.texts_show_fact, "a conflict is promised"
        assert seen[:4] == ["m TableScreen", "l TableScreen", "l TableScreen", "c CompareScreen"]
        assert f"Enter {WhyScreen.__name__}" in seen
        assert f"Esc {CompareScreen.__name__}" in seen
        assert seen[-1] == "X CompareScreen"
