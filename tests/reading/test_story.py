"""The extractor's paragraphs held against the page: what comes back, and what is promotion."""

from __future__ import annotations

from collections.abc import Sequence

from tui.reading.assembling import Block
from tui.reading.html import page_draft
from tui.reading.story import story

P = [f"Paragraph number {n} of the story tells in some words what happened at the harbour." for n in range(9)]


def words(blocks: Sequence[Block], role: str | None = None) -> list[str]:
    return [block.words for block in blocks if role is None or block.role == role]


def test_captions_go_back_between_the_paragraphs_they_stood_between() -> None:
    page = [Block("Menu"), Block("Lead picture", "caption"), Block(P[0]), Block("Second", "caption"), Block(P[1])]
    page += [Block("Of another article", "caption")]
    assert words(story([Block(P[0]), Block(P[1])], page, None)) == ["Lead picture", P[0], "Second", P[1]]


def test_a_caption_that_was_taken_is_told_so_and_not_doubled() -> None:
    page = [Block(P[0]), Block("The wall", "caption"), Block(P[1])]
    found = story([Block(P[0]), Block("The wall"), Block(P[1])], page, None)
    assert words(found) == [P[0], "The wall", P[1]]
    assert words(found, "caption") == ["The wall"]


def test_paragraphs_in_the_same_kind_of_element_come_back_in_their_place() -> None:
    page = [Block(text, place="1/div.chunk/p.") for text in P[:6]] + [Block(P[6], place="1/div.card/p.")]
    assert words(story([page[0], page[1], page[3], page[4]], page, None)) == P[:6]


def test_paragraphs_that_the_page_states_come_back() -> None:
    page = [Block(text, place=f"1/{n}") for n, text in enumerate(P[:5])]
    assert words(story([page[0], page[1], page[3]], page, " ".join(P[:4]))) == P[:4]


def test_an_element_without_a_class_says_nothing() -> None:
    page = [Block(text, place="0/body./div./p.") for text in P[:6]]
    assert words(story(page[:3], page, None)) == P[:3]


def test_links_behind_the_story_and_what_they_lead_to_are_promotion() -> None:
    behind = [
        Block("Top stories", "headline"), Block("Wall costs rise", linked=True), Block("It is dearer than planned."),
        Block("New pilots wanted", linked=True), Block("The harbour office looks for six."),
    ]  # fmt: skip
    page = [Block(P[0]), Block(P[1]), *behind]
    found = story(page, page, None)
    assert words(found, "promo") == words(behind)
    assert words(found) == words(page)


def test_one_link_or_a_short_last_line_is_no_list() -> None:
    page = [Block(P[0]), Block("The mayor's letter", linked=True), Block(P[1]), Block("Ann Roe")]
    assert words(story(page, page, None), "promo") == []


def test_a_heading_with_nothing_below_it_is_promotion() -> None:
    page = [Block(P[0]), Block("Part two", "headline"), Block(P[1]), Block("Comments", "headline")]
    assert words(story(page, page, None), "promo") == ["Comments"]


def test_a_story_of_links_alone_stays() -> None:
    page = [Block("Wall costs rise", linked=True), Block("New pilots wanted", linked=True)]
    assert words(story(page, page, None), "promo") == []


def test_identical_paragraphs_are_held_against_a_page_in_linear_time() -> None:
    page = [Block("The same line again and again.")] * 50_000
    assert len(story(page, page, None)) == 50_000


def test_a_story_in_two_chunks_is_whole() -> None:
    chunk = '<div class="row"><div class="chunk">{}</div><div class="ad">Advertisement</div></div>'
    halves = ["".join(f"<p>{text} {text}</p>" for text in half) for half in (P[:5], P[5:])]
    page = f"<html><body><article><h1>T</h1>{''.join(chunk.format(half) for half in halves)}</article></body></html>"
    assert words(page_draft(page).blocks)[-len(P) :] == [f"{text} {text}" for text in P]
