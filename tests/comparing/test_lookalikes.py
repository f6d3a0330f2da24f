"""Words that look the same and are not are told; words that are the same, or look different, are not."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.telling import article
from tests.screens.running import running
from tests.screens.story import linked, session
from tui.comparing.lookalikes import differing, lookalikes
from tui.comparison import compare
from tui.screens.lookalikes import LookalikesScreen

PLAIN = (
    "About 310 people came to the quay in 2012. Ben said the café’s “end” was near. In the well-known hall it went "
    "up/down until 12:30; Caesar saw 3x5 signs. He was in World War II."
)
ALIKE = [
    ("Cyrillic а", "quay", "qu\u0430y", "letter"),
    ("Greek ο", "people", "pe\u03bfple", "letter"),
    ("full-width digit", "310", "3\uff110", "digit"),
    ("Arabic digit", "2012", "201\u0662", "digit"),
    ("l for 1", "2012", "20l2", "digit"),
    ("zero-width space", "Ben", "B\u200ben", "invisible"),
    ("soft hyphen", "people", "peo\u00adple", "invisible"),
    ("tag characters", "quay", "quay\U000e0069", "invisible"),
    ("decomposed", "café’s", "cafe\u0301’s", "normal-form"),
    ("mathematical letters", "Ben", "\U0001d401en", "letter"),
    ("ligature", "near", "near", ""),
    ("straight marks", "“end”", '"end"', ""),
    ("Cherokee Ꭱ", "Ben", "\u13f4en", "letter"),
    ("Cyrillic palochka for I", "In", "\u04c0n", "letter"),
    ("Lisu letters", "Ben", "\ua4d0en", "letter"),
    ("Cyrillic Ze for 3", "310", "\u041710", "digit"),
    ("Cyrillic е with an accent", "café’s", "caf\u0435\u0301’s", "letter"),
    ("fraction slash", "up/down", "up\u2044down", "sign"),
    ("modifier colon", "12:30", "12\ua78930", "sign"),
    ("Cyrillic O for 0", "2012", "2\u041e12", "digit"),
    ("hyphens of printers", "well-known", "well\u2011known", ""),
    ("an apostrophe of Hawaii", "café’s", "café\u02bcs", ""),
    ("ligature of a word", "Caesar", "Cæsar", ""),
    ("times", "3x5", "3\xd75", ""),
    ("Roman II and eleven", "World War II", "World War 11", ""),
    ("another word", "quay", "bay", ""),
    ("a raised digit", "310", "31\u2070", ""),
]


@pytest.mark.parametrize(("word", "other", "kind"), [case[1:] for case in ALIKE], ids=[case[0] for case in ALIKE])
def test_a_word_that_only_looks_the_same_is_told(word: str, other: str, kind: str) -> None:
    a, b = article(PLAIN), article(PLAIN.replace(word, other, 1))
    found = lookalikes(a, b)
    assert [pair.kind for pair in found] == ([kind] if kind else [])
    for pair in found:
        assert a.text[pair.a.start : pair.a.end] == word
        assert b.text[pair.b.start : pair.b.end] == other


def test_a_list_of_unicode_is_read_only_where_it_is_needed() -> None:
    code = (
        "import sys; from tests.library.telling import article; from tui.comparing.lookalikes import lookalikes;"
        "a, b = article('Zoë’s café, 3×5 œuvres – “Łódź”…'), article('Zoë’s café');"
        "lookalikes(a, b); sys.exit('confusable_homoglyphs' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_the_code_points_that_differ_are_named() -> None:
    assert differing("quay", "qu\u0430y") == (["U+0061 LATIN SMALL LETTER A"], ["U+0430 CYRILLIC SMALL LETTER A"])
    assert differing("Ben", "B\u200ben") == ([], ["U+200B ZERO WIDTH SPACE"])


_TEXT = st.text(alphabet="aа1l\uff110OоО\u200b\u0301é .“", max_size=40)


@given(_TEXT, _TEXT)
def test_the_other_way_round_it_is_the_mirror(a: str, b: str) -> None:
    there, back = lookalikes(article(a), article(b)), lookalikes(article(b), article(a))
    assert {(p.kind, p.a, p.b) for p in there} == {(p.kind, p.b, p.a) for p in back}
    assert lookalikes(article(a), article(a)) == ()


def test_json_and_notes_say_so() -> None:
    comparison = compare(article(PLAIN), article(PLAIN.replace("quay", "qu\u0430y")))
    found = comparison.to_json()["lookalikes"]
    assert isinstance(found, list)
    [told] = found
    assert told["kind"] == "letter"
    assert told["code_points"]["b"] == ["U+0430 CYRILLIC SMALL LETTER A"]
    assert any("U+0430" in note for note in comparison.notes)


async def test_u_lists_them_code_point_by_code_point() -> None:
    a, b = article(PLAIN), article(PLAIN.replace("quay", "qu\u0430y").replace("Ben", "B\u200ben"))
    async with running((120, 30), given=session(linked(a, b, [((0,), (0,), False)], []))) as program:
        await program.press("x j c")
        assert "2 words only look the same" in program.screen_text
        await program.press("U")
        assert isinstance(program.app.screen, LookalikesScreen)
        assert "U+0430 CYRILLIC SMALL LETTER A" in program.screen_text
        assert "U+200B ZERO WIDTH SPACE" in program.screen_text
        await program.press("escape")
        assert program.compare
