"""Help, the manual page and completion: all from one description of the commands."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_cli import ROOT, sidebyline
from tui.cli import commands as _all_of_them  # noqa: F401 - the program has those that are loaded
from tui.cli import run
from tui.cli.helping import EXAMPLES, with_examples
from tui.cli.man import manual
from tui.cli.program import program
from tui.cli.trouble import COMPLETION_VARIABLE

COMMANDS = sorted(name for name, command in program().commands.items() if not command.hidden)


def offered(typed: str, **environment: str) -> list[str]:
    """What Tab offers behind the words typed, the last of which may be empty."""
    words = typed.split(" ")
    asked = {COMPLETION_VARIABLE: "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}
    done = sidebyline(**asked, **environment)  # type: ignore[arg-type]
    assert (done.returncode, done.stderr) == (0, "")
    return [line for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_what_it_does_and_what_its_arguments_are(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Usage: sidebyline" in shown
    if command in EXAMPLES:
        assert shown.index("Examples:") < shown.index("Options:")
    for line in shown.partition("Arguments:\n")[2].partition("\n\n")[0].splitlines():
        is_first = line.startswith("  ") and line[2] != " "
        assert not is_first or len(line.split()) > 2 or command == "git-diff", line


def test_examples_belong_to_commands() -> None:
    assert set(EXAMPLES) - {""} <= {*COMMANDS}
    for name, examples in EXAMPLES.items():
        assert all(call.startswith(f"sidebyline {name}".strip()) for call, _ in examples)


def test_the_list_of_commands_cuts_no_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    assert "..." not in capsys.readouterr().out.partition("Commands:")[2]
    assert with_examples(program()).commands["compare"].short_help == "Compares two articles"


def test_the_manual_page_that_is_shipped_is_today_s() -> None:
    assert (ROOT / "tui/cli/sidebyline.1").read_text("utf-8") == manual(), "run: make man"


def test_the_manual_names_every_command_option_and_key_of_the_configuration() -> None:
    from tui.config.settings import TABLE

    page = manual().replace("\\-", "-")
    options = {
        name for command in program().commands.values() for p in command.params for name in p.opts if name[0] == "-"
    }
    for word in {*COMMANDS, *options, *TABLE} - {"--help", "-h"}:
        assert word in page, word


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_the_manual_page_is_good_roff() -> None:
    command = ["groff", "-man", "-Tutf8", "-ww", "-Kutf8"]
    done = subprocess.run(command, input=manual().encode(), capture_output=True, timeout=60, check=True)
    assert done.stderr == b""


def test_commands_options_and_values_complete() -> None:
    assert "plain,compare" in offered("sidebyline comp")
    assert {"plain,--mode", "plain,--json"} <= {*offered("sidebyline compare A.txt --")}
    assert offered("sidebyline compare --mode re") == ["plain,revision"]
    assert "plain,--theme" in offered("sidebyline A.txt --th")
    assert offered("sidebyline screenshot rea") == ["plain,reader"]


@pytest.mark.parametrize(
    "typed", ["compare ", "compare A.txt B", "facts ", "add ", "text x", "A", "A.txt B", "compare --with "]
)
def test_paths_complete(typed: str) -> None:
    assert any(line.startswith("file,") for line in offered(f"sidebyline {typed}"))


def test_ids_of_the_library_complete(tmp_path: Path) -> None:
    home = {"SIDEBYLINE_HOME": str(tmp_path / "home")}
    sidebyline("add", ROOT / "seeds", **home)  # type: ignore[arg-type]
    id = sidebyline("list", **home).stdout.split()[0]  # type: ignore[arg-type]
    for command in ("compare", "compare A.txt", "facts", "text", "remove"):
        [found] = [line for line in offered(f"sidebyline {command} {id[:4]}", **home) if line.startswith("plain,")]
        assert found.startswith(f"plain,{id}")
    assert not (tmp_path / "none").exists()
    assert offered("sidebyline compare abcd", SIDEBYLINE_HOME=str(tmp_path / "none")) == ["file,abcd"]
    assert not (tmp_path / "none").exists(), "looking makes no library"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: str) -> None:
    script = sidebyline("completion", shell).stdout
    assert f"{COMPLETION_VARIABLE}={shell}_complete" in script
    if shutil.which(shell):
        done = subprocess.run([shell, "-n"], input=script.encode(), capture_output=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_itself_completes() -> None:
    code = """
        eval "$(sidebyline completion bash)"
        complete -p sidebyline
        COMP_WORDS=(sidebyline compare --fa) COMP_CWORD=2
        _sidebyline_completion sidebyline; printf '%s\\n' "${COMPREPLY[@]}"
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(
        ["bash", "-c", code], capture_output=True, text=True, env=environment, timeout=60, check=False
    )
    assert done.stdout.splitlines()[-1] == "--fail-on"


def test_the_schema_of_each_document_is_printed() -> None:
    from jsonschema import Draft202012Validator

    whole = json.loads(sidebyline("schema").stdout)
    assert "anyOf" in whole
    one = json.loads(sidebyline("schema", "comparison").stdout)
    Draft202012Validator.check_schema(one)
    document = json.loads(
        sidebyline("compare", ROOT / "seeds/broadcaster.txt", ROOT / "seeds/cable-news.txt", "--json").stdout
    )
    assert Draft202012Validator(one).is_valid(document)
    assert not Draft202012Validator(json.loads(sidebyline("schema", "facts").stdout)).is_valid(document)
    wrong = sidebyline("schema", "nonsense")
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)
