"""The names recogniser's model file, and the program that builds it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from tui.article import Article, Sentence
from tui.facts.names import NoRecogniserError, find_names
from tui.facts.names.chosen import VARIABLE, _loaded, chosen
from tui.facts.names.features import features, shape
from tui.facts.names.keys import initials, key, misspelt, one_slip, parts
from tui.facts.names.model import FILE, MAGIC, Model, load
from tui.facts.names.spacy import spacy_recogniser
from tui.facts.names.surroundings import Surroundings, is_shouting
from tui.facts.training.fingerprint import fingerprint

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def data() -> bytes:
    return files("tui.facts.names").joinpath(FILE).read_bytes()


def test_the_file_says_where_it_comes_from(data: bytes) -> None:
    header = load().header
    assert header["licence"] == "CC BY-SA 4.0"
    sources = header["learned from"]
    assert isinstance(sources, list)
    assert [source["title"] for source in sources] == ["GUM", "Re-DocRED", "Universal NER English", "WikiGold"]
    assert all(source["licence"] and source["url"] for source in sources)
    assert header["sha256"] == hashlib.sha256(data.partition(b"\n\n")[2]).hexdigest()
    assert len(data) < MEGABYTE


def test_the_model_was_trained_on_the_features_of_today() -> None:
    wanted = load().header["fingerprint"]
    assert wanted == fingerprint(), "tokens, word lists or features changed: build the model again (make model DATA=…)"


def test_another_word_in_a_list_is_another_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.facts.training.fingerprint.LISTS", (("H", frozenset({"mr"})),))
    assert fingerprint() != load().header["fingerprint"]


@pytest.mark.parametrize("broken", [b"", b"sidebyline-names 2\n{}\n\n", b"\x80\x04K\x01."])
def test_another_file_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match=MAGIC):
        Model(broken)


def test_labels_follow_one_another_as_they_may() -> None:
    model = load()
    words = "David Miller met Maria Garcia in New York on Friday .".split()
    labels = model.decode(features(words, Surroundings([words], model.gazetteers), model.gazetteers))
    assert len(labels) == len(words)
    assert labels[:2] == ["B-PER", "I-PER"]
    for before, after in zip(["O", *labels], labels, strict=False):
        assert not after.startswith("I-") or before[1:] == after[1:]


def test_no_features_no_labels() -> None:
    assert load().decode([]) == []


@pytest.mark.parametrize(
    ("word", "wanted"), [("Thorn", "Xx"), ("McCain", "XxXx"), ("U.S.", "X.X."), ("47", "d"), ("EU", "XX"), ("", "")]
)
def test_shapes(word: str, wanted: str) -> None:
    assert shape(word) == wanted


def test_title_case_says_nothing_and_credits_do() -> None:
    assert is_shouting("Star Leaves Charity After Long Letter".split())
    assert not is_shouting("He is held at the Kern County Central Jail".split())
    assert not is_shouting("( Ana Ruiz / Harbour Press / Associated Press )".split())


def test_keys_join_spellings_and_nothing_else() -> None:
    assert key("That '70s Show") == key("That 70s Show")
    assert key("The Athletic") == key("Athletic")
    assert key("U.S.") == key("United States") == key("US")
    assert key("Us") != key("US")
    assert parts("Charles A. Bell Jr.") == ["charles", "bell"]
    assert "nsa" in initials("us national security agency")
    assert initials("bank of wales") == set()


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("phillips", "phillps", True),
        ("rosalba", "rosaba", True),
        ("steven", "setven", True),
        ("iran", "iraq", False),
        ("kent", "kents", False),
        ("bell", "ball", False),
        ("australia", "austria", False),
        ("same", "same", False),
    ],
)
def test_slips(a: str, b: str, wanted: bool) -> None:
    assert one_slip(a, b) == one_slip(b, a) == wanted


def test_two_known_names_are_no_slip_of_each_other() -> None:
    assert not misspelt("daniel ortega", "daniela ortega", load().gazetteers)
    assert misspelt("bijou phillips", "bijou phillps", load().gazetteers)


class Entity(NamedTuple):
    start_char: int
    end_char: int
    label_: str


MINE = "en_core_own_sm"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package that calls itself a spaCy model."""
    about = tmp_path / f"{MINE}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {MINE}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[spacy_models]\n{MINE} = {MINE}\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    _loaded.cache_clear()
    return about


@pytest.mark.usefixtures("mine")
def test_another_recogniser_only_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Zyx Qwerr left Bramble, a charity. Qwerr wept."

    def pipeline(text: str) -> SimpleNamespace:
        return SimpleNamespace(ents=[Entity(0, 9, "PERSON"), Entity(15, 22, "PERSON"), Entity(26, 33, "DATE")])

    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=lambda model: pipeline))
    article = Article(text, (Sentence(0, 34, 0, "body"), Sentence(35, len(text), 0, "body")), sha256="")
    facts = find_names([article], recognise=spacy_recogniser(MINE))[0]
    told = [(fact.type, fact.about, [m.text for m in fact.mentions]) for fact in facts]
    assert told == [("person", "Zyx Qwerr", ["Zyx Qwerr", "Qwerr"]), ("organisation", "Bramble", ["Bramble"])]


@pytest.mark.usefixtures("mine")
def test_the_environment_chooses_the_recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded(model: str) -> Callable[[str], SimpleNamespace]:
        assert model == MINE, "spaCy is asked for what is installed, and nothing else"
        return lambda text: SimpleNamespace(ents=[Entity(0, 9, "ORG")])

    article = Article("Zyx Qwerr left.", (Sentence(0, 15, 0, "body"),), sha256="")
    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=loaded))
    monkeypatch.setenv(VARIABLE, "")
    assert chosen() is None
    monkeypatch.setenv(VARIABLE, f"spacy:{MINE}")
    assert [fact.about for fact in find_names([article])[0]] == ["Zyx Qwerr"]
    others = (
        "spacy:./evil",
        "spacy:os",
        "spacy:/tmp/en_core_web_sm",
        "spacy:en_core_web_sm.evil",
        "spacy:en_core_web_sm\n",
    )
    for asked, hint in (
        ("spacy:en_core_web_xx", "spacy download en_core_web_xx"),
        ("spacy:", "spacy:MODEL"),
        ("hal", "spacy:MODEL"),
        *((other, "no name of a model") for other in others),
    ):
        monkeypatch.setenv(VARIABLE, asked)
        with pytest.raises(NoRecogniserError, match=hint) as caught:
            find_names([article])
        assert str(caught.value).startswith(f"{VARIABLE}={asked}: ")
        assert "\n" not in str(caught.value).removeprefix(f"{VARIABLE}={asked}")


def test_a_package_that_is_no_model_is_not_imported(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that only has a model's name: on the path, or in the folder where one stands."""
    (mine / "entry_points.txt").unlink()
    (mine.parent / f"{MINE}.py").write_text("raise SystemExit('run')\n")
    (mine.parent / "de_core_own_sm").mkdir()
    (mine.parent / "de_core_own_sm" / "__init__.py").write_text("raise SystemExit('run')\n")
    monkeypatch.chdir(mine.parent)

    def loaded(_: str) -> None:
        pytest.fail("spaCy was asked for it")

    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=loaded))
    for name in (MINE, "de_core_own_sm"):
        monkeypatch.setenv(VARIABLE, f"spacy:{name}")
        with pytest.raises(NoRecogniserError, match="spaCy has no model"):
            chosen()


def test_without_spacy_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.setenv(VARIABLE, "spacy:en_core_web_zz")
    with pytest.raises(NoRecogniserError, match=r"pip install 'sidebyline\[spacy\]'"):
        chosen()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui.facts.training", *arguments], capture_output=True, text=True, timeout=60
    )


def test_the_trainer_says_what_it_needs(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite", reason="the packages of sidebyline[model] are not installed")
    done = run(str(tmp_path))
    assert done.returncode == 2
    assert done.stdout == ""
    assert "gum.jsonl, re-docred.jsonl, universal-ner.jsonl, wikigold.jsonl" in done.stderr


def test_the_trainer_without_a_folder() -> None:
    done = run()
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
