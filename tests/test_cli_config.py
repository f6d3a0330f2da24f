"""config, and what a flag, the environment and the file say together."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.schema import valid
from tests.test_cli import ROOT, A, B, sidebyline


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def mode(file: Path, *flags: str, SIDEBYLINE_MODE: str = "") -> str:  # noqa: N803
    named = {"SIDEBYLINE_CONFIG": str(file), "SIDEBYLINE_MODE": SIDEBYLINE_MODE}
    done = sidebyline("compare", A, B, "--json", "--no-text", *flags, **named)  # type: ignore[arg-type]
    assert done.stderr == ""
    return str(valid(done.stdout, "comparison")["mode"])


def test_flag_then_environment_then_file_then_default(file: Path) -> None:
    assert mode(file) == "tellings"
    file.write_text('mode = "revision"\n')
    assert mode(file) == "revision"
    assert mode(file, SIDEBYLINE_MODE="tellings") == "tellings"
    assert mode(file, "--mode", "revision", SIDEBYLINE_MODE="tellings") == "revision"


def test_plain_text_has_the_width_and_the_colour_of_the_file(file: Path) -> None:
    file.write_text('width = 50\ncolor = "always"\n')
    shown = re.sub(r"\x1b\[[0-9;]*m", "", sidebyline("facts", A, SIDEBYLINE_CONFIG=str(file)).stdout)
    assert "\x1b[" in sidebyline("compare", A, B, SIDEBYLINE_CONFIG=str(file)).stdout
    assert max(map(len, shown.splitlines())) <= 50
    assert "\x1b" not in sidebyline("compare", A, B, SIDEBYLINE_CONFIG=str(file), NO_COLOR="1").stdout
    asked = sidebyline("compare", A, B, "--color", "always", SIDEBYLINE_CONFIG=str(file), NO_COLOR="1").stdout
    assert "\x1b[" in asked, "a flag outdoes NO_COLOR"


def test_a_mistake_is_a_line_and_the_command_goes_on(file: Path) -> None:
    file.write_text('thema = "light"\nmode = "revision"\n')
    done = sidebyline("compare", A, B, "--json", "--no-text", SIDEBYLINE_CONFIG=str(file))
    assert done.stderr == f"sidebyline: {file}, line 1: thema: not known; did you mean theme?\n"
    assert valid(done.stdout, "comparison")["mode"] == "revision"


def test_a_names_model_of_the_file_is_asked_for(file: Path) -> None:
    file.write_text('names = "nonsense"\n')
    done = sidebyline("compare", A, B, SIDEBYLINE_CONFIG=str(file), SIDEBYLINE_NAMES="")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "nonsense" in done.stderr


def test_config_says_where_the_file_lies_and_what_holds(file: Path) -> None:
    file.write_text('theme = "light"\n')
    assert sidebyline("config", "--path", SIDEBYLINE_CONFIG=str(file)).stdout == f"{file}\n"
    for arguments in ((), ("--show",)):
        done = sidebyline("config", *arguments, SIDEBYLINE_CONFIG=str(file), SIDEBYLINE_ORDER="b")
        assert 'theme = "light"  # file, line 1' in done.stdout
        assert 'order = "b"  # SIDEBYLINE_ORDER' in done.stdout
        assert (done.returncode, done.stderr) == (0, "")
    file.write_text("theme = 3\n")
    assert sidebyline("config", SIDEBYLINE_CONFIG=str(file)).returncode == 2


def test_edit_makes_the_file_and_tells_of_mistakes(tmp_path: Path) -> None:
    file = tmp_path / "new" / "config.toml"
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\necho 'thema = 1' >> \"$1\"\n")
    editor.chmod(0o755)
    done = sidebyline("config", "--edit", SIDEBYLINE_CONFIG=str(file), VISUAL=str(editor), EDITOR="false")
    assert file.read_text("utf-8").startswith("# Sidebyline.")
    assert (done.returncode, done.stdout) == (2, "")
    assert "thema: not known" in done.stderr


@pytest.mark.parametrize("arguments", [("--path", "--edit"), ("--nonsense",), ("path",)])
def test_trouble_with_config_is_one_line(arguments: tuple[str, ...]) -> None:
    done = sidebyline("config", *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_an_editor_that_fails_and_a_place_that_cannot_be_are_one_line(tmp_path: Path) -> None:
    for named, editor in ((tmp_path / "c.toml", "false"), (Path("/dev/null/config.toml"), "true")):
        done = sidebyline("config", "--edit", SIDEBYLINE_CONFIG=str(named), EDITOR=editor, VISUAL="")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["compare", "--help"]])
def test_help_and_version_do_not_look_at_the_configuration(arguments: list[str]) -> None:
    code = (
        f"import sys; from tui.cli import run; run({arguments!r}); print('tui.config' in sys.modules, file=sys.stderr)"
    )
    environment = {**os.environ, "SIDEBYLINE_CONFIG": "/dev/zero"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment, timeout=60, check=True
    )
    assert done.stderr == "False\n"


def test_keys_of_actions_that_are_not_there_are_told_by_config(file: Path) -> None:
    file.write_text('[keys]\nnext_diference = "ctrl+n"\n')
    done = sidebyline("config", SIDEBYLINE_CONFIG=str(file))
    assert done.returncode == 2
    assert done.stderr.startswith(f"sidebyline: {file}, line 2: ")
    assert "next_difference" in done.stderr
