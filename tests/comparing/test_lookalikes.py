"""Words that look the same and are not are told; words that are the same, or look different, are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.telling import article
from tests.screens.running import running
from tests.screens.story import linked, session
from tui.comparing.lookalikes import differing, lookalikes
from tui.comparison import compare
from tui.screens.lookalikes import LookalikesScreen

PLAIN = "About 310 people came to the quay in 2012. Ben said the café’s “end” was near."
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
