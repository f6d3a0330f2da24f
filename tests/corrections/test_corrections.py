"""What the reader sets right holds: in links, facts and verdicts, from either side, wherever the passage stands."""

from __future__ import annotations

from dataclasses import replace

from tests.screens.story import article, gazette, herald
from tui.article import Article
from tui.comparison import Comparison, compare, facts_table
from tui.corrections import (
    ArticleSet,
    Correction,
    FactSet,
    LinkSet,
    NamesSet,
    RoleSet,
    Standing,
    normalised,
    paragraphs,
    standing,
)
from tui.facts import FactType, Mention
from tui.verdicts import ComparedFact

LORRIES = "Lorries may no longer cross the bridge over the Sill."
COUNCIL = "The council meets on Thursday."


def compared(*corrections: Correction) -> Comparison:
    return compare(gazette(), herald(), corrections=corrections)


def told(comparison: Comparison, words: str) -> list[ComparedFact]:
    found = comparison.facts or ()
    return [fact for fact in found if any(words in m.text for side in fact.mentions for m in side)]


def set_of(article: Article, type: FactType, words: str) -> FactSet:
    at = article.text.index(words)
    return FactSet(standing(article, Mention(at, at + len(words), words, words)), type)


def linked(comparison: Comparison, a: str, b: str) -> bool:
    p, q = comparison.articles
    return any(
        any(p.text_of(i) == a for i in link.a) and any(q.text_of(j) == b for j in link.b)
        for link in comparison.alignment.links
    )


def test_two_sentences_are_linked_by_hand_and_parted_again() -> None:
    assert not linked(compared(), COUNCIL, LORRIES)
    by_hand = compared(LinkSet(normalised(LORRIES), normalised(COUNCIL), True))
    assert linked(by_hand, COUNCIL, LORRIES)
    (link,) = [link for link in by_hand.alignment.links if link.by_hand]
    assert link.primary
    assert 0 <= link.similarity < 0.5
    piers = "Inspectors found cracks in two of its piers."
    assert linked(compared(), piers, piers)
    parted = compared(LinkSet(piers, piers, False))
    assert not linked(parted, piers, piers)
    assert parted.a.text_of(parted.alignment.only_a[0])


def test_every_sentence_is_linked_or_alone_whatever_is_set() -> None:
    comparison = compared(LinkSet(normalised(COUNCIL), normalised(LORRIES), True), LinkSet("nothing", "here", True))
    story = {n for n, s in enumerate(comparison.a.sentences) if not s.is_furniture}
    in_links = {i for link in comparison.alignment.links for i in link.a}
    assert in_links | set(comparison.alignment.only_a) == story
    assert not in_links & set(comparison.alignment.only_a)


def test_corrections_hold_from_either_side() -> None:
    made = (
        LinkSet(normalised(COUNCIL), normalised(LORRIES), True),
        replace(set_of(herald(), "date", "1971"), value="1968"),
    )
    there, back = compared(*made), compare(herald(), gazette(), corrections=made)
    assert {(link.a, link.b) for link in there.alignment.links} == {(link.b, link.a) for link in back.alignment.links}
    mirrored = {(f.type, f.verdict, f.mentions.swapped()) for f in back.facts or () if f.verdict == "agree"}
    assert {(f.type, f.verdict, f.mentions) for f in there.facts or () if f.verdict == "agree"} == mirrored


def test_another_value_gives_another_verdict_and_says_so() -> None:
    assert [fact.verdict for fact in told(compared(), "1971")] == ["only-b"]
    (fact,) = told(compared(replace(set_of(herald(), "date", "1971"), value="1968")), "1971")
    assert fact.verdict == "agree"
    assert fact.by_hand
    assert fact.rule.endswith("set right by hand")
    assert fact.mentions.b[0].text == "1971"


def test_what_is_wrong_is_gone() -> None:
    comparison = compared(replace(set_of(herald(), "date", "1971"), wrong=True))
    assert [fact.verdict for fact in told(comparison, "1968")] == ["only-a"]
    assert not [fact for fact in told(comparison, "1971") if fact.type == "date"]


def test_another_type_and_another_speaker() -> None:
    (fact,) = told(compared(replace(set_of(gazette(), "date", "Thursday"), right_type="work")), "Thursday")
    assert fact.type == "work"
    quote = next(f for f in compared().facts or () if f.type == "quote" and f.mentions.a)
    at = standing(gazette(), quote.mentions.a[0])
    (fact,) = [
        f
        for f in compared(FactSet(at, "quote", speaker=("Mara Lindqvist",))).facts or ()
        if f.type == "quote" and f.mentions.a
    ]
    assert fact.speaker.a == ("Mara Lindqvist",)
    assert fact.speakers_differ


def test_two_names_become_one_everywhere() -> None:
    a = replace(gazette(), text=gazette().text.replace("Jonas Ek.", "Dr. Salt."))
    names = {fact.about for fact in compare(a, herald()).facts or () if fact.type == "person"}
    assert {"Jonas Ek"} < names
    other = next(f for f in compare(a, herald()).facts or () if "Salt" in f.about)
    mine = next(f for f in compare(a, herald()).facts or () if f.about == "Jonas Ek")
    joined = NamesSet(standing(a, other.mentions.a[0]), standing(herald(), mine.mentions.b[0]))
    facts = [f for f in compare(a, herald(), corrections=[joined]).facts or () if f.by_hand]
    assert [(f.type, f.verdict) for f in facts if f.type == "person"] == [("person", "agree")]


def two_eks() -> tuple[Article, Article]:
    a = article("The engineer is Jonas Ek.|He spoke on Monday.|Later Ek went home.", source="One")
    b = article("The baker of the village is Jonas Ek.|He sells bread.", source="Two")
    return a, b


def names(articles: tuple[Article, Article], *corrections: Correction) -> dict[str, str]:
    facts = compare(*articles, corrections=corrections).facts or ()
    return {fact.about: fact.verdict for fact in facts if fact.type == "person"}


def at(of: Article, words: str) -> Standing:
    start = of.text.rindex(words)
    return standing(of, Mention(start, start + len(words), words, words))


def test_one_name_of_two_articles_becomes_two() -> None:
    a, b = two_eks()
    assert names((a, b)) == {"Jonas Ek": "agree"}
    apart = NamesSet(at(a, "Jonas Ek"), at(b, "Jonas Ek"), joined=False)
    assert sorted(names((a, b), apart).values()) == ["only-a", "only-b"]
    there, back = names((a, b), apart), names((b, a), apart)
    mirror = {"only-a": "only-b", "only-b": "only-a"}
    assert back == {name: mirror[verdict] for name, verdict in there.items()}
    assert names((a, b), replace(apart, joined=True)) == {"Jonas Ek": "agree"}


def test_two_ways_of_writing_a_name_in_one_article_become_two() -> None:
    a, b = two_eks()
    apart = NamesSet(at(a, "Jonas Ek"), standing(a, mention(a, "Ek went")), joined=False)
    facts = {f.about: f for f in compare(a, b, corrections=[apart]).facts or () if f.type == "person"}
    assert {name: (f.verdict, [m.text for m in f.mentions.a]) for name, f in facts.items()} == {
        "Jonas Ek": ("agree", ["Jonas Ek"]),
        "Ek": ("only-a", ["Ek"]),
    }
    assert facts["Ek"].by_hand


def test_quotations_follow_the_name_that_was_parted() -> None:
    a = article(
        'The engineer is Jonas Ek.|"The bridge is safe," said Jonas Ek.\nLater Ek went home.|"I was asleep," Ek said.'
        '|"Nobody called me," he added.',
        source="One",
    )
    b = article("The baker of the village is Mara Lund.|She sells bread.", source="Two")
    apart = NamesSet(at(a, "Jonas Ek"), standing(a, mention(a, "Ek went")), joined=False)

    def speakers(*corrections: Correction) -> dict[str, tuple[str, ...]]:
        facts = compare(a, b, corrections=corrections).facts or ()
        return {f.about: f.speaker.a for f in facts if f.type == "quote"}

    engineer, other = ("Jonas Ek",), ("Ek",)
    titles = ("The bridge is safe", "I was asleep", "Nobody called me")
    assert speakers() == dict.fromkeys(titles, engineer)
    assert speakers(apart) == dict(zip(titles, (engineer, other, other), strict=True))
    words = "I was asleep"
    start = a.text.index(words)
    by_hand = FactSet(standing(a, Mention(start, start + len(words), words, words)), "quote", speaker=engineer)
    assert speakers(apart, by_hand) == dict(zip(titles, (engineer, engineer, other), strict=True))


def mention(of: Article, beginning: str) -> Mention:
    """Of the first word of some words."""
    start, word = of.text.index(beginning), beginning.split()[0]
    return Mention(start, start + len(word), word, word)


def test_a_date_an_outlet_and_the_role_of_a_paragraph() -> None:
    a = herald()
    caption = next(n for n, s in enumerate(a.sentences) if s.role == "caption")
    text = paragraphs(a)[a.sentences[caption].paragraph]
    comparison = compared(
        ArticleSet(a.id, "published", "2024-05-14"), ArticleSet(a.id, "source", "Herald"), RoleSet(text, "body")
    )
    assert (comparison.b.published, comparison.b.source, comparison.b.id) == ("2024-05-14", "Herald", a.id)
    assert comparison.b.sentences[caption].role == "body"
    known = {j for link in comparison.alignment.links for j in link.b} | set(comparison.alignment.only_b)
    assert caption in known


def test_the_table_of_several_uses_them() -> None:
    made = [replace(set_of(herald(), "date", "1971"), value="1968")]
    rows = facts_table([gazette(), herald()], corrections=made).rows
    (row,) = [row for row in rows if any(cell and "1968" in cell.values for cell in row.cells)]
    assert row.verdict == "agree"


def test_json_marks_what_the_reader_set() -> None:
    document = compared(replace(set_of(herald(), "date", "1971"), value="1968")).to_json()
    facts = document["facts"]
    assert isinstance(facts, list)
    assert any(mention.get("by_hand") for fact in facts for mention in fact["b"])
    plain = compared().to_json()
    assert "by_hand" not in str(plain["facts"]) + str(plain["links"])
