"""The configuration: what stands nearer wins, a mistake costs one line and no more."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.config import Loaded, Settings, load
from tui.config.document import shown, template
from tui.config.loading import config_path
from tui.config.settings import KEYS, TABLE
from tui.safe import safe_line


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own.toml"


def loaded(file: Path, text: str | bytes, **environment: str) -> Loaded:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load({"SIDEBYLINE_CONFIG": str(file), **environment})


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    nothing = load({"SIDEBYLINE_CONFIG": str(file)})
    assert (nothing.settings, nothing.problems) == (Settings(), ())


def test_the_place_of_the_file(tmp_path: Path) -> None:
    home = str(tmp_path)
    assert config_path({"SIDEBYLINE_HOME": home}) == tmp_path / "config.toml"
    assert config_path({"SIDEBYLINE_HOME": home, "SIDEBYLINE_CONFIG": "my.toml"}) == Path("my.toml")
    assert config_path({}).parent.name == "sidebyline"


def test_the_environment_outdoes_the_file_and_the_file_the_default(file: Path) -> None:
    found = loaded(file, 'mode = "revision"\ntheme = "light"\n', SIDEBYLINE_MODE="tellings", SIDEBYLINE_WIDEST="50")
    assert (found.settings.mode, found.settings.theme, found.settings.order) == ("tellings", "light", "a")
    assert found.settings.widest == 50
    assert found.sources == {"mode": "environment", "theme": "file", "widest": "environment"}
    assert loaded(file, 'mode = "revision"\n', SIDEBYLINE_MODE="").settings.mode == "revision", "empty is not set"


MISTAKES = [
    ('thema = "light"', "line 2: thema: not known; did you mean theme?"),
    ("xyzzy = 1", "line 2: xyzzy: not known; name one of theme, view,"),
    ("theme = 3", "line 2: theme: write one of dark, light,"),
    ('theme = "Light"', "line 2: theme: write one of dark, light,"),
    ("width = true", "line 2: width: write a number from 20 to 1000"),
    ('width = "80"', "line 2: width: write a number from 20 to 1000"),
    ("width = 19", "line 2: width: write a number from 20 to 1000"),
    ('ignore = ["case", "colour"]', "line 2: ignore: write any of case, punctuation"),
    ("ignore = [1]", "line 2: ignore: write any of case, punctuation"),
    ('names = "a\\nb"', "line 2: names: write text on one line"),
    ("[keys]\nfold = 3", "line 3: fold: write a key or a list of keys"),
    ("[keys]\nfold = ['z', '']", "line 3: fold: write a key or a list of keys"),
    ("[keys.compare]\nfold = [['z']]", "line 3: compare.fold: write a key or a list of keys"),
    ("keys = 'z'", "line 2: keys: write a table"),
]


@pytest.mark.parametrize(("mistake", "told"), MISTAKES, ids=[mistake[:24] for mistake, _ in MISTAKES])
def test_a_mistake_is_told_with_its_line_and_the_rest_is_used(file: Path, mistake: str, told: str) -> None:
    found = loaded(file, f'order = "b"\n{mistake}\n')
    [problem] = found.problems
    assert told in problem
    assert problem.startswith(str(file))
    assert found.settings == Settings(order="b")


@pytest.mark.parametrize(
    "data", [b"theme = ", b"\xff\xfe\x00", b"a = " + b"[" * 9000, b"#" * 200_000, b"=", b"x = 1\nx = 2"],
    ids=["cut", "binary", "deep", "long", "nothing", "twice"],
)  # fmt: skip
def test_what_is_no_toml_is_told_in_one_line(file: Path, data: bytes) -> None:
    found = loaded(file, data)
    assert len(found.problems) == 1
    assert "nothing of it is used" in found.problems[0]
    assert found.settings == Settings()


def test_a_folder_is_no_configuration(tmp_path: Path) -> None:
    assert "nothing of it is used" in load({"SIDEBYLINE_CONFIG": str(tmp_path)}).problems[0]


def test_a_wrong_variable_is_told(file: Path) -> None:
    found = loaded(file, 'mode = "revision"\n', SIDEBYLINE_MODE="nonsense", SIDEBYLINE_WIDTH="²")
    assert found.problems == (
        "SIDEBYLINE_MODE=nonsense: write one of auto, tellings, revision; it was left out",
        "SIDEBYLINE_WIDTH=²: write a number from 20 to 1000; it was left out",
    )
    assert found.settings.mode == "revision"


def test_mistakes_without_end_are_counted(file: Path) -> None:
    found = loaded(file, "".join(f"k{n} = 1\n" for n in range(500)))
    assert len(found.problems) == 21
    assert "480 more" in found.problems[-1]


def test_keys_are_named_with_or_without_their_place(file: Path) -> None:
    found = loaded(
        file, '\n[keys]\nfold = "Z"\n"compare.order" = ["O"]\nreader.copy = []\r\n[keys.table]\nback = "Q"\n'
    )
    assert found.problems == ()
    assert found.keys == {"fold": ("Z",), "compare.order": ("O",), "reader.copy": (), "table.back": ("Q",)}
    assert found.where("keys", "compare.order").endswith("line 4")
    assert found.where("keys", "reader.copy").endswith("line 5")
    assert found.where("keys", "table.back").endswith("line 7")


def test_ignore_is_a_list_or_words_with_commas(file: Path) -> None:
    assert loaded(file, 'ignore = ["quotes", "case"]').settings.ignore == ("case", "quotes")
    assert loaded(file, 'ignore = "none"').settings.ignore == ()
    assert loaded(file, "ignore = []").settings.ignore == ()
    assert loaded(file, "", SIDEBYLINE_IGNORE="case, quotes").settings.ignore == ("case", "quotes")


def test_what_is_shown_is_a_configuration_that_comes_to_the_same(file: Path) -> None:
    asked = 'theme = "light"\nwidth = 70\nignore = []\nnames = "spacy:q\\"x"\n'
    asked += '[keys]\n"compare.fold" = ["Z", "\\""]\n'
    first = loaded(file, asked)
    assert first.problems == ()
    text = shown(first)
    assert "line 2" in text
    again = loaded(file, text)
    assert (again.settings, again.keys, again.problems) == (first.settings, first.keys, ())


def test_the_first_file_explains_every_key_and_sets_none(file: Path) -> None:
    text = template()
    assert loaded(file, text) == Loaded(file, lines=loaded(file, text).lines)
    set_all = "\n".join(line.removeprefix("#") if not line.startswith("# ") else line for line in text.split("\n"))
    assert set(tomllib.loads(set_all)) == {*TABLE, KEYS}
    found = loaded(file, set_all)
    assert found.problems == ()
    assert found.settings == Settings(width=80)


@given(st.text(max_size=200), st.dictionaries(st.sampled_from(sorted(TABLE)), st.text(max_size=12), max_size=4))
def test_any_text_and_any_variables_pass(
    tmp_path_factory: pytest.TempPathFactory, text: str, named: dict[str, str]
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    environment = {f"SIDEBYLINE_{name.upper()}": value for name, value in named.items()}
    found = loaded(file, text.encode("utf-8", "replace"), **environment)
    assert shown(found)
    assert all(problem == safe_line(problem) for problem in found.problems)


def test_the_tables_say_the_same_as_what_they_set() -> None:
    from typing import get_args

    from tui.comparing import IGNORABLE
    from tui.rows import Order, View
    from tui.rows.view import Look
    from tui.theme import SHORT_NAMES

    choices = {name: setting.metadata.get("choices") for name, setting in TABLE.items()}
    assert choices["theme"] == tuple(SHORT_NAMES)
    assert choices["view"] == get_args(Look)
    assert choices["order"] == get_args(Order)
    assert TABLE["ignore"].metadata["several"] == tuple(IGNORABLE)
    assert all(getattr(Settings(), name) == getattr(View(), name) for name in ("beside_from", "facts_from", "widest"))
