"""Names of two articles held against each other."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import Article, Pair, Role, Sentence, Span
from tui.comparing import Alignment, Edit, Link
from tui.facts import Fact, FactType, Mention
from tui.verdicts.names import weigh_names
from tui.verdicts.verdict import ComparedFact, Ground

HIDDEN = {"case": 0, "punctuation": 0, "whitespace": 0, "quotes": 0}


def article_of(text: str, role: Role = "body") -> Article:
    """One sentence a line; lines that start with `*` are promotional."""
    lines = list(re.finditer(r"[^\n]+", text))
    roles: list[Role] = ["promo" if m.group().startswith("*") else role for m in lines]
    return Article(text, tuple(Sentence(m.start(), m.end(), n, roles[n]) for n, m in enumerate(lines)), sha256="")


def named(article: Article, about: str, *forms: str, kind: FactType = "person", roles: tuple[str, ...] = ()) -> Fact:
    """A fact whose mentions are all places of the forms."""

    def places(words: tuple[str, ...], value: str | None) -> tuple[Mention, ...]:
        found = [m for form in words for m in re.finditer(re.escape(form), article.text)]
        spans = sorted((m.start(), m.end(), m.group()) for m in found)
        return tuple(Mention(start, end, text, value or text.casefold()) for start, end, text in spans)

    return Fact(kind, about, places(forms or (about,), about), roles=places(roles, None))


def ground_of(a: Article, b: Article, copied: tuple[Span, Span] | None = None) -> Ground:
    links: tuple[Link, ...] = ()
    if copied:
        links = (Link((0,), (0,), "quoted", False, 0.5, True, (Edit("equal", *copied),)),)
    return Ground(Pair(a, b), Alignment("tellings", links, (), (), HIDDEN))


def only(facts: list[ComparedFact]) -> ComparedFact:
    assert len(facts) == 1
    return facts[0]


def test_the_same_name_agrees_whatever_its_forms() -> None:
    a, b = article_of("Nora Bell left. Bell wept.\n"), article_of("It was Bell.\n")
    fact = only(weigh_names(ground_of(a, b), [named(a, "Nora Bell", "Bell")], [named(b, "Nora Bell", "Bell")]))
    assert (fact.verdict, fact.about, fact.rule) == ("agree", "Nora Bell", "both name Nora Bell")
    assert [len(side) for side in fact.mentions] == [2, 1]


def test_a_slip_of_the_pen_is_one_name() -> None:
    a, b = article_of("Bijou Marlowe came.\n"), article_of("Bijou Marlwe came.\n")
    fact = only(weigh_names(ground_of(a, b), [named(a, "Bijou Marlowe")], [named(b, "Bijou Marlwe")]))
    assert fact.verdict == "agree"
    assert fact.rule == 'A writes "Bijou Marlowe", B "Bijou Marlwe": one name'


def test_single_words_that_differ_by_a_letter_are_two_names() -> None:
    a, b = article_of("Maria came.\n"), article_of("Marie came.\n")
    facts = weigh_names(ground_of(a, b), [named(a, "Maria")], [named(b, "Marie")])
    assert sorted(fact.verdict for fact in facts) == ["only-a", "only-b"]


def test_a_name_in_furniture_alone_agrees_with_nothing() -> None:
    a, b = article_of("Nora Bell left.\n"), article_of("Owen left.\n*Read more: Nora Bell\n")
    facts = weigh_names(ground_of(a, b), [named(a, "Nora Bell")], [named(b, "Nora Bell")])
    assert [(fact.verdict, fact.rule) for fact in facts] == [
        ("only-a", "A names Nora Bell; B does so only beside the story"),
        ("only-b", "B names Nora Bell only beside the story, in a caption, byline or promotional line"),
    ]


def test_descriptions_that_differ_are_told_and_no_conflict() -> None:
    a, b = article_of("His then-wife Nora Bell left.\n"), article_of("His ex-wife Nora Bell left.\n")
    fact = only(
        weigh_names(
            ground_of(a, b),
            [named(a, "Nora Bell", roles=("then-wife",))],
            [named(b, "Nora Bell", roles=("ex-wife",))],
        )
    )
    assert fact.verdict == "agree"
    assert fact.rule == 'both name Nora Bell; A says "then-wife", B "ex-wife"'
    assert [[role.text for role in side] for side in fact.roles] == [["then-wife"], ["ex-wife"]]


def test_a_description_in_other_order_is_the_same() -> None:
    a, b = article_of("Owen Pike, chairman of the board.\n"), article_of("Owen Pike, board chairman.\n")
    fact = only(
        weigh_names(
            ground_of(a, b),
            [named(a, "Owen Pike", roles=("chairman of the board",))],
            [named(b, "Owen Pike", roles=("board chairman",))],
        )
    )
    assert fact.rule == 'both name Owen Pike; both say "chairman of the board"'


def test_types_are_kept_apart_and_other_facts_passed_over() -> None:
    a, b = article_of("Paris left.\n"), article_of("In Paris.\n")
    facts = weigh_names(
        ground_of(a, b),
        [named(a, "Paris"), Fact("date", "x", (Mention(0, 5, "Paris", "2012"),))],
        [named(b, "Paris", kind="place")],
    )
    assert [(fact.type, fact.verdict) for fact in facts] == [("person", "only-a"), ("place", "only-b")]


def test_agreement_in_copied_words_is_no_corroboration() -> None:
    line = "In the end Nora Bell left the house by the old door.\n"
    a, b = article_of(line), article_of(line)
    whole = Span(0, len(line) - 1)
    fact = only(weigh_names(ground_of(a, b, (whole, whole)), [named(a, "Nora Bell")], [named(b, "Nora Bell")]))
    assert fact.same_copy
    fact = only(weigh_names(ground_of(a, b), [named(a, "Nora Bell")], [named(b, "Nora Bell")]))
    assert not fact.same_copy


NAMES = st.sampled_from(
    ["Nora Bell", "Nora Bel", "Nora Ball", "Owen Pike", "Owen Pyke", "Paris", "Pariss", "Thorn", "The Barn"]
)
KINDS: st.SearchStrategy[FactType] = st.sampled_from(("person", "organisation", "place", "work"))
SIDES = st.lists(st.tuples(NAMES, KINDS, st.booleans()), max_size=6)


def side_of(rows: list[tuple[str, FactType, bool]]) -> tuple[Article, list[Fact]]:
    text = "".join(f"{'*' if furniture else ''}{name} came\n" for name, _, furniture in rows)
    article = article_of(text)
    facts = []
    for (name, kind, furniture), sentence in zip(rows, article.sentences, strict=True):
        start = sentence.start + furniture
        facts.append(Fact(kind, name, (Mention(start, start + len(name), name, name),)))
    return article, facts


@settings(max_examples=200, deadline=None)
@given(SIDES, SIDES)
def test_swapping_the_sides_swaps_the_verdicts(
    left: list[tuple[str, FactType, bool]], right: list[tuple[str, FactType, bool]]
) -> None:
    (a, facts_a), (b, facts_b) = side_of(left), side_of(right)
    there = weigh_names(ground_of(a, b), facts_a, facts_b)
    back = weigh_names(ground_of(b, a), facts_b, facts_a)
    turned = {"only-a": "only-b", "only-b": "only-a", "agree": "agree"}
    mirror = {(f.type, f.about, turned[f.verdict], f.mentions.b, f.mentions.a) for f in back}
    assert {(f.type, f.about, f.verdict, f.mentions.a, f.mentions.b) for f in there} == mirror
    assert all(any(f.mentions) for f in there)


@settings(max_examples=100, deadline=None)
@given(SIDES, SIDES)
def test_every_mention_is_in_one_fact(
    left: list[tuple[str, FactType, bool]], right: list[tuple[str, FactType, bool]]
) -> None:
    (a, facts_a), (b, facts_b) = side_of(left), side_of(right)
    weighed = weigh_names(ground_of(a, b), facts_a, facts_b)
    for given_facts, side in ((facts_a, 0), (facts_b, 1)):
        wanted = sorted(m.span for fact in given_facts for m in fact.mentions)
        assert sorted(m.span for fact in weighed for m in fact.mentions[side]) == wanted
