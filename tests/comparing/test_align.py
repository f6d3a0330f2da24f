"""What holds of any two articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.comparing.generated import MANY
from tests.comparing.texts import article_of, marked, shown
from tui.article import Article, Role, Sentence
from tui.comparing import IGNORABLE, Alignment, Edit, Ignorable, align
from tui.comparing.evidence import evidence_of
from tui.comparing.linking import scored_pairs
from tui.comparing.mirror import mirrored
from tui.reading.plain import read_plain

_WORDS = st.sampled_from(
    """the a mayor resigned quit on Tuesday after 31 people died in "fire" near Aldwick . , said “report” he's didn’t
    not co-founded 1,250 Jane Moss at least comment respond""".split()
)
_SENTENCE = st.one_of(
    st.lists(_WORDS, min_size=1, max_size=14).map(" ".join),
    st.lists(_WORDS | st.sampled_from(["  ", "", "\n"]), max_size=14).map(lambda words: f"x {'  '.join(words)} y"),
    st.text(min_size=1, max_size=30).map(lambda text: "x" + " ".join(text.split()) + "x"),
    st.lists(st.sampled_from([*"''’’‘\"”`- ", "fire", "he", "Moss"]), max_size=12).map(
        lambda some: f"x{''.join(some)}x"
    ),
)
_ROLES = st.lists(st.sampled_from(["body", "body", "body", "headline", "promo", "caption"]), max_size=6)
_ARTICLE = st.builds(article_of, st.lists(st.lists(_SENTENCE, min_size=1, max_size=3), max_size=4), _ROLES)
_IGNORE: st.SearchStrategy[frozenset[Ignorable]] = st.frozensets(st.sampled_from(IGNORABLE))
_MODE: st.SearchStrategy[Literal["auto", "tellings", "revision"]] = st.sampled_from(["auto", "tellings", "revision"])


@given(_ARTICLE, _ARTICLE, _MODE, _IGNORE)
@settings(deadline=None, max_examples=MANY)
def test_every_sentence_of_the_story_is_linked_or_told_by_one_only(a, b, mode, ignore) -> None:  # type: ignore[no-untyped-def]
    found = align(a, b, mode=mode, ignore=ignore)
    for side, article, only in (("a", a, found.only_a), ("b", b, found.only_b)):
        story = [n for n, s in enumerate(article.sentences) if not s.is_furniture]
        told = {n for link in found.links for n in getattr(link, side)}
        assert sorted([*told, *only]) == story
        primary = [n for link in found.links if link.primary for n in getattr(link, side)]
        assert len(primary) == len(set(primary))


@given(_ARTICLE, _ARTICLE, _MODE, _IGNORE)
@settings(deadline=None, max_examples=MANY)
def test_edits_cover_each_linked_sentence(a, b, mode, ignore) -> None:  # type: ignore[no-untyped-def]
    for link in align(a, b, mode=mode, ignore=ignore).links:
        for article, indices, spans in (
            (a, link.a, [edit.a for edit in link.edits]),
            (b, link.b, [edit.b for edit in link.edits]),
        ):
            covers = [_cover(article, n) for n in indices]
            covered = [span for span in spans if span.end > span.start]
            for span in covered:
                assert any(start <= span.start and span.end <= end for start, end in covers)
            for start, end in covers:
                inside = [span for span in covered if start <= span.start < end]
                assert inside[0].start == start
                assert inside[-1].end == end
                assert all(p.end == q.start for p, q in pairwise(inside))


def _cover(article: Article, n: int) -> tuple[int, int]:
    following = article.sentences[n + 1].start if n + 1 < len(article.sentences) else len(article.text)
    return article.sentences[n].start, following


_LINE = st.one_of(
    _SENTENCE,
    st.sampled_from(["Sign up for our newsletter", "Read more: fire near Aldwick", "CLICK HERE TO GET THE APP", ""]),
)
_TEXT = st.lists(_LINE, max_size=8).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", " ", "  \n "]).map(lambda between: between.join(lines))
)


@given(_TEXT, _TEXT, _IGNORE)
@settings(deadline=None, max_examples=MANY)
@example("He left.  \n\nRead more: fire", "He quit. He said so.\nThe mayor left. ", frozenset())
def test_the_edits_of_a_revision_put_together_are_both_texts(a: str, b: str, ignore: frozenset[Ignorable]) -> None:
    one, other = (read_plain(text, path=None, sha256="") for text in (a, b))
    edits = align(one, other, mode="revision", ignore=ignore).edits
    assert edits is not None
    assert "".join(one.text[edit.a.start : edit.a.end] for edit in edits) == one.text
    assert "".join(other.text[edit.b.start : edit.b.end] for edit in edits) == other.text
    _follow_each_other(edits)


def _follow_each_other(edits: Sequence[Edit]) -> None:
    """Each edit starts where the one before it ended, on both sides, and none is empty on both."""
    for before, edit in pairwise(edits):
        assert (edit.a.start, edit.b.start) == (before.a.end, before.b.end)
    assert all(edit.a.start < edit.a.end or edit.b.start < edit.b.end for edit in edits)


def test_white_space_beside_a_change_of_several_sentences() -> None:
    """Counted white space beside them once sent the edits back to where they had been."""
    a = article_of([["The mayor of Aldwick resigned.  He left.", "Nobody said why.", "Fire crews came  on Tuesday."]])
    b = article_of([["The mayor of Aldwick resigned. He left.", "Fire crews came on Tuesday."]])
    for one, other in ((a, b), (b, a)):
        edits = align(one, other, mode="revision", ignore=frozenset()).edits
        assert edits is not None
        assert "".join(one.text[edit.a.start : edit.a.end] for edit in edits) == one.text
        assert "".join(other.text[edit.b.start : edit.b.end] for edit in edits) == other.text


@given(_ARTICLE, _ARTICLE, _IGNORE)
@settings(deadline=None)
def test_a_revision_runs_through_both_texts(a, b, ignore) -> None:  # type: ignore[no-untyped-def]
    found = align(a, b, mode="revision", ignore=ignore)
    assert found.edits is not None
    at_a = at_b = 0
    for edit in found.edits:
        assert (edit.a.start, edit.b.start) == (at_a, at_b)
        at_a, at_b = edit.a.end, edit.b.end
        if edit.op == "equal" and not ignore:
            assert _words(a.text, edit.a) == _words(b.text, edit.b) or _holds_promo(a, b, edit)
    assert (at_a, at_b) == (len(a.text), len(b.text))
    for move in found.moves or ():
        assert any(e.op == "delete" and e.a.overlaps(move.a) for e in found.edits)
        assert not any(e.op == "equal" and e.a.overlaps(move.a) and e.b.end > e.b.start for e in found.edits)


def _words(text: str, span: tuple[int, int]) -> list[str]:
    return text[span[0] : span[1]].split()


def _holds_promo(a: Article, b: Article, edit: Edit) -> bool:
    return any(
        s.role == "promo" and s.span.overlaps(span) for side, span in ((a, edit.a), (b, edit.b)) for s in side.sentences
    )


@pytest.mark.parametrize("mode", ["tellings", "revision"])
@given(a=_ARTICLE, b=_ARTICLE, ignore=_IGNORE)
@settings(deadline=None, max_examples=MANY)
def test_the_other_way_round_is_the_mirror(
    mode: Literal["tellings", "revision"], a: Article, b: Article, ignore: frozenset[Ignorable]
) -> None:
    assert align(b, a, mode=mode, ignore=ignore) == mirrored(align(a, b, mode=mode, ignore=ignore))


@pytest.mark.parametrize("mode", ["tellings", "revision"])
@given(a=_ARTICLE)
@settings(deadline=None)
def test_an_article_is_its_own_mirror(mode: Literal["tellings", "revision"], a: Article) -> None:
    found = align(a, a, mode=mode)
    assert found == mirrored(found)


@given(_ARTICLE, _MODE, _IGNORE)
@settings(deadline=None)
def test_an_article_is_the_same_as_itself(a, mode, ignore) -> None:  # type: ignore[no-untyped-def]
    found = align(a, a, mode=mode, ignore=ignore)
    assert not found.only_a
    assert all(link.kind == "same" for link in found.links if link.primary)
    assert all(edit.op == "equal" for edit in found.edits or ())


@given(_ARTICLE, _ARTICLE)
@settings(deadline=None, max_examples=MANY)
@example(article_of([["He said ''go home'' to Jane Moss."]]), article_of([['"Go home," he said, and Moss left.']]))
@example(article_of([['He said "go" and left Aldwick.']]), article_of([['"Go," he said and left Aldwick.']]))
@example(article_of([["x '’ y"]]), article_of([["x ' y"]]))  # one half of a doubled mark is curly already
@example(article_of([["x '’’ y"]]), article_of([["x ' y"]]))
def test_curly_quotes_change_no_link(a, b) -> None:  # type: ignore[no-untyped-def]
    assert _links(align(_curly(a), b)) == _links(align(a, b))


def _curly(article: Article) -> Article:
    text = article.text.translate({ord('"'): "\u201d", ord("'"): "\u2019"})
    return Article(text, article.sentences, "")


@given(_ARTICLE, _ARTICLE, _MODE)
@settings(deadline=None, max_examples=MANY)
def test_the_line_ends_of_windows_change_nothing(a, b, mode) -> None:  # type: ignore[no-untyped-def]
    windows = _windows(a)
    as_it_was, found = align(a, b, mode=mode), align(windows, b, mode=mode)
    assert _shape(found) == _shape(as_it_was)
    assert shown(found, windows, b) == shown(as_it_was, a, b)
    if as_it_was.edits is not None:
        assert marked(found.edits or (), windows, b) == marked(as_it_was.edits, a, b)


def _windows(article: Article) -> Article:
    before = [0]
    for char in article.text:
        before.append(before[-1] + (char == "\n"))
    sentences = tuple(replace(s, start=s.start + before[s.start], end=s.end + before[s.end]) for s in article.sentences)
    return Article(article.text.replace("\n", "\r\n"), sentences, "")


def _shape(found: Alignment) -> tuple[object, ...]:
    links = [(k.a, k.b, k.kind, k.moved, k.similarity, k.primary) for k in found.links]
    return found.mode, links, found.only_a, found.only_b, found.edited_words


def _links(found: Alignment) -> list[tuple[object, ...]]:
    return [(k.a, k.b, k.kind, k.moved, k.primary, k.edits) for k in found.links]


@pytest.mark.parametrize("mode", ["tellings", "revision"])
def test_nothing_against_something(mode: Literal["tellings", "revision"]) -> None:
    empty, some = Article("", (), ""), article_of([["The mayor resigned on Tuesday."]])
    found = align(empty, some, mode=mode)
    assert found.links == ()
    assert found.only_b == (0,)
    if mode == "revision":
        assert found.edited_words == 5


def test_promo_is_never_linked_and_never_different() -> None:
    line = "Sign up for our newsletter and never miss a story from Aldwick."
    a = article_of([["The mayor of Aldwick resigned on Tuesday."], [line]], ["body", "promo"])
    b = article_of([["The mayor of Aldwick resigned on Tuesday."]])
    assert all(1 not in link.a for link in align(a, b).links)
    revised = align(a, b, mode="revision")
    assert revised.edited_words == 0
    assert all(edit.op == "equal" for edit in revised.edits or ())


def test_ignored_differences_are_counted() -> None:
    a = article_of([['"It\'s over," the mayor of Aldwick told  reporters.']])
    b = article_of([["“It’s over”, The mayor of Aldwick told reporters."]])
    every: frozenset[Ignorable] = frozenset(IGNORABLE)
    found = align(a, b, ignore=every)
    assert [link.kind for link in found.links] == ["same"]
    assert found.hidden == {"case": 1, "punctuation": 1, "whitespace": 1, "quotes": 2}
    assert all(edit.op != "equal" for edit in _changes(align(a, b, ignore=frozenset())))


def _changes(found: Alignment) -> list[Edit]:
    changes = [edit for link in found.links for edit in link.edits if edit.op != "equal"]
    assert changes
    return changes


def test_white_space_that_counts_is_a_replacement() -> None:
    sentences = ["The mayor of Aldwick resigned on  Tuesday.", "The mayor of Aldwick resigned on Tuesday."]
    a, b = (Article(text, (Sentence(0, len(text), 0, "body"),), "") for text in sentences)
    [link] = align(a, b, ignore=frozenset()).links
    assert [edit.op for edit in link.edits] == ["equal", "replace", "equal"]
    assert a.text[link.edits[1].a.start : link.edits[1].a.end] == "  "


def test_texts_too_long_for_every_common_word_say_so() -> None:
    a = article_of([["The mayor of Aldwick resigned on Tuesday."] * 300])
    b = article_of([["The mayor of Aldwick quit on Tuesday, aides said."] * 300])
    for found in (align(a, b), align(b, a)):
        assert [line for line in found.limits if "rarer words" in line]
    assert align(a, article_of([["Rain fell on Moss."]])).limits == ()
    assert align(a, a).limits == ()  # every sentence has one that is the same word for word
    one_more = article_of(
        [["The mayor of Aldwick quit on Tuesday."] + ["The mayor of Aldwick resigned on Tuesday."] * 300]
    )
    assert align(a, one_more).limits != ()


def _variants(count: int) -> Article:
    """Sentences in groups of many that are like each other."""
    groups = ["Aldwick harbour ferry", "Moss library fund", "Carr bridge toll", "Lund school roof", "Pell market fire"]
    return article_of([[f"The {groups[n % 5]} was put off at the vote on item{n} again." for n in range(count)]])


@pytest.mark.parametrize(
    ("budget", "said"),
    [("tui.comparing.features._PAIRED_WORDS", "likeliest"), ("tui.comparing.tellings._REFERENCED_WORDS", "reference")],
)
def test_a_budget_that_runs_out_is_told_and_keeps_the_mirror(
    monkeypatch: pytest.MonkeyPatch, budget: str, said: str
) -> None:
    a, b = _variants(34), _variants(40)
    assert not [line for line in align(a, b).limits if said in line]
    monkeypatch.setattr(budget, 500)
    for one, other in ((a, b), (a, a)):
        found = align(one, other)
        assert [line for line in found.limits if said in line]
        assert {i for link in found.links for i in link.a if link.primary} == set(range(34))
        assert align(other, one) == mirrored(found)
        for link in found.links:
            assert "".join(one.text[e.a.start : e.a.end] for e in link.edits).strip()


_FERRY = [
    "The ferry Alma ran onto a reef off Vik early on Monday with 43 people on board.",
    "A helicopter took the 43 people on board the Alma to Vik, the coastguard said.",
    "The master of the Alma told the coastguard that the rudder had failed.",
]
_RETOLD = [
    "Early on Monday the ferry Alma, with 43 people on board, hit a reef near Vik.",
    "The coastguard said that all 43 on board were flown to Vik in a helicopter.",
    "Its rudder had failed, the master told the coastguard.",
]


_OTHER = ["A storm tore the roof off the town hall.", "The mayor of Moss spoke of luck.", "Bakers sold rye."]


def test_headlines_over_one_story_are_linked_though_they_share_few_words() -> None:
    """Sooner than as many words in the body; and not where what stands below them is another story."""
    lines = "Storm drives ferry onto reef as crew calls for help", "Helicopter saves passengers of ferry from storm"

    def score(role: Role, below: Sequence[str]) -> float:
        a, b = (
            article_of([[line], *([told] for told in texts)], [role])
            for line, texts in zip(lines, (_FERRY, below), strict=True)
        )
        return scored_pairs(evidence_of(a), evidence_of(b))[0, 0]

    assert score("headline", _RETOLD) > score("body", _RETOLD) + 1
    assert score("headline", _OTHER) == score("body", _OTHER)
