"""The word diff says the words of both texts, in git's form, and never a control character."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import Article
from tui.comparison import link
from tui.reading.plain import read_plain
from tui.reports.word_diff import word_diff_text
from tui.safe import safe

_WORDS = st.lists(st.sampled_from("the mayor left. “He” said, it’s 2012 – or\n\n so".split(" ")), max_size=40).map(
    " ".join
)
_TEXTS = _WORDS | st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), max_size=60)
_HOSTILE = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\x1b\r\n\t\u202e a."), max_size=40)


def _article(text: str, path: str | None = None) -> Article:
    return read_plain(text, path=path, sha256="")


def test_the_form_is_git_s() -> None:
    a = _article("The mayor of Aldwick resigned on Tuesday.\nShe gave no reason.\n", "a.txt")
    b = _article("The mayor of Aldwick resigned on Friday.\nShe gave no reason.\n", "b.txt")
    assert word_diff_text(link(a, b)).splitlines() == [
        "--- a.txt",
        "+++ b.txt",
        "@@ -1,2 +1,2 @@",
        " The mayor of Aldwick resigned on ",
        "-Tuesday.",
        "+Friday.",
        "~",
        " She gave no reason.",
        "~",
    ]


def test_nothing_where_nothing_differs() -> None:
    a, b = _article('"It is over," he said.'), _article("“It is over,” he said.")
    assert word_diff_text(link(a, b)) == ""


def test_two_tellings_are_written_as_revisions() -> None:
    a, b = _article("The mayor resigned."), _article("A lorry hit the bridge in Orme.")
    comparison = link(a, b, mode="tellings")
    assert comparison.alignment.edits is None
    assert word_diff_text(comparison) == word_diff_text(link(a, b, mode="revision")) != ""


@settings(max_examples=300, deadline=None)
@given(_TEXTS, _TEXTS)
def test_the_runs_are_the_words_of_both_sides(a: str, b: str) -> None:
    one, other = _article(a), _article(b)
    written = word_diff_text(link(one, other, mode="revision", ignore=frozenset()))
    runs = written.split("\n")[3:]
    if written and not any(s.role == "promo" for side in (one, other) for s in side.sentences):
        for signs, article in ((" -", one), (" +", other)):
            said = "".join(run[1:] for run in runs if run and run[0] in signs)
            assert "".join(said.split()) == "".join(safe(article.text, keep="\n").split())


@settings(max_examples=300, deadline=None)
@given(_HOSTILE, _HOSTILE)
def test_no_control_character_comes_through(a: str, b: str) -> None:
    written = word_diff_text(link(_article(a, path=f"{a}.txt"), _article(b), mode="revision"))
    assert all(unicodedata.category(char) not in {"Cc", "Cf", "Zl", "Zp"} for char in written.replace("\n", ""))
    assert all(line[:1] in {" ", "-", "+", "~", "@"} for line in written.split("\n")[:-1])
