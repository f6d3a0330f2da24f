"""Roles, sentences and what an article says about itself, on texts as they really come."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shared import FOLDER, needs_seeds
from tui.article import Article
from tui.reading import read_all
from tui.reading.plain import read_plain

STORY = (
    "The mayor of Harbour City has resigned after criticism of letters that she wrote for a colleague.\n\n"
    "She had led the city for nine years. Her deputy takes over on Monday.\n\n"
    "“I want to apologise,” Ruiz said. “It was an error. I am sorry.”\n\n"
    "The council meets on Monday to discuss what comes next.\n"
)


def article(text: str) -> Article:
    return read_plain(text, path=None, sha256="")


def roles(text: str) -> list[tuple[str, str]]:
    read = article(text)
    return [(s.role, read.text[s.start : s.end]) for s in read.sentences]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Read more: Mayor asked judge for leniency", "promo"),
        ("CLICK HERE TO SIGN UP FOR THE NEWSLETTER", "promo"),
        ("ENJOYING THIS STORY? CLICK HERE FOR MORE", "promo"),
        ("Sign up for Harbour Mornings for news and features in your inbox six days a week.", "promo"),
        ("Love gossip? 🚨 Get all of it delivered right to your inbox. SUBSCRIBE NOW 🔥", "promo"),
        ("This story originally appeared in Harbour Times.", "promo"),
        ("Copyright 2023 The Harbour Press. All rights reserved.", "promo"),
        ("Ann Ruiz at the town hall. (Jo Doe / Harbour Press)", "caption"),
        ("Image caption The mayor leaves the town hall", "caption"),
        ("Photo: Jo Doe", "caption"),
        ("Jo Doe contributed to this report.", "byline"),
        ("Read more than one of the letters and a pattern shows, the judge said.", "body"),
        ("Sign language interpreters were present.", "body"),
        ("“Subscribe now,” she told the crowd, “and pay later.”", "body"),
        ("By Friday the council had received forty complaints.", "body"),
        ("Follow the money, the auditor advised.", "body"),
    ],
)
def test_furniture_is_told_from_the_story(line: str, role: str) -> None:
    assert next(found for found, words in roles(f"{STORY}\n{line}") if words in line) == role


def test_a_date_header_with_the_story_on_the_next_line() -> None:
    read = article(f" date 2023-09-15 \n\n{STORY}")
    assert read.published == "2023-09-15"
    assert [s.role for s in read.sentences][:2] == ["date", "body"]
    assert read.text_of(1).startswith("The mayor of Harbour City")
    assert read.sentences[1].paragraph == 1


def test_a_date_header_with_the_story_on_the_same_line() -> None:
    read = article(f" date 2023-09-16 {STORY}")
    assert read.published == "2023-09-16"
    assert [(s.role, s.paragraph) for s in read.sentences][:2] == [("date", 0), ("body", 1)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Ruiz and Tom O'Hara", ("Ann Ruiz", "Tom O'Hara")),
        ("By Ann Ruiz, Tom Roe and Li van der Berg", ("Ann Ruiz", "Tom Roe", "Li van der Berg")),
        ("By Ann Ruiz, Staff Writer", ("Ann Ruiz",)),
        ("By ANN RUIZ | Harbour Times", ("ANN RUIZ",)),
        ("By Ann Ruiz for Harbour Times", ("Ann Ruiz",)),
        ("By Ann Ruiz in Harbour City", ("Ann Ruiz",)),
    ],
)
def test_bylines_give_their_names(line: str, names: tuple[str, ...]) -> None:
    read = article(f"{line}\n{STORY}")
    assert read.byline == names
    assert read.sentences[0].role == "byline"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: Friday, 15 September 2023 at 5.30 pm BST", "2023-09-15"),
        ("September 15, 2023", "2023-09-15"),
        ("Sept. 15, 2023, 9:41 AM ET", "2023-09-15"),
        ("2023-09-15T08:00:00Z", "2023-09-15"),
        ("15/09/2023", "2023-09-15"),
        ("03/04/2023", None),
        ("Published on 09-15-2023", "2023-09-15"),
        ("Posted on September 15, 2023 by staff", "2023-09-15"),
        ("Posted September 15th, 2023 at 8:00 am (UTC-5)", "2023-09-15"),
        ("Posted Sept. 15, 2023 8am", "2023-09-15"),
        ("HARBOUR CITY, Sund Fri Sep 15, 2023 4:48pm EDT", "2023-09-15"),
        ("Last Updated: Friday, 15 September 2023, 09:17 GMT", "2023-09-15"),
        ("Updated 16 September 2023", None),
    ],
)
def test_date_lines(line: str, date: str | None) -> None:
    assert article(f"A headline without a stop\n{line}\n{STORY}").published == date


def test_when_a_page_was_last_updated_does_not_stand_for_when_it_came_out() -> None:
    text = f"Mayor of Harbour City resigns\nLast Updated: 17 September 2023\nPublished: 15 September 2023\n{STORY}"
    assert article(text).published == "2023-09-15"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("By Staff", None),
        ("By HBN Staff", None),
        ("By Harbour News", "Harbour News"),
        ("By The Harbour Press", "Harbour Press"),
        ("Harbour Wire Service", "Harbour Wire Service"),
        ("Al Bahr with agencies", "Al Bahr"),
        ("Harbournews", "Harbournews"),
        ("By Ann Ruiz, The Harbour Week", "The Harbour Week"),
        ("By Ann Ruiz | Harbour Times", "Harbour Times"),
    ],
)
def test_a_line_that_names_the_outlet_is_no_story(line: str, source: str | None) -> None:
    read = article(f"Mayor of Harbour City resigns\n{line}\n15 September 2023\n{STORY}")
    assert [s.role for s in read.sentences][:4] == ["headline", "byline", "date", "body"]
    assert (read.source, read.published) == (source, "2023-09-15")
    assert set(read.byline) <= {"Ann Ruiz"}


@pytest.mark.parametrize("line", ["What the mayor did next", "Council wants news", "Nine Years In Office"])
def test_a_second_headline_names_no_outlet(line: str) -> None:
    read = article(f"Mayor of Harbour City resigns\n{line}\n15 September 2023\n{STORY}")
    assert read.sentences[1].role == "headline"
    assert read.source is None


def test_the_name_of_the_site_over_the_date_is_not_the_headline() -> None:
    head = "HBC Home\nHBC News\nwatch The Hour\nLast Updated: Friday, 15 September 2023, 09:17 GMT\n"
    read = article(f"{head}Mayor of Harbour City resigns\n{STORY}")
    assert read.title == "Mayor of Harbour City resigns"
    assert (read.source, read.published) == ("HBC News", "2023-09-15")
    assert [s.role for s in read.sentences][:5] == ["promo", "byline", "promo", "date", "headline"]


def test_a_headline_over_the_date_stays_the_headline() -> None:
    read = article(f"Harbour News\n15 September 2023\n{STORY}")
    assert read.title == "Harbour News"


def test_a_picture_of_a_gallery_is_a_caption() -> None:
    read = article(f"Mayor of Harbour City resigns\n3 of 20. Ann Ruiz leaves the town hall on Friday.\n{STORY}")
    assert {s.role for s in read.sentences if s.paragraph == 1} == {"caption"}


def test_a_headline_is_found_and_headings_are_no_title() -> None:
    read = article(f"Mayor of Harbour City resigns\n\n{STORY}\nWhat comes next\n\nAn election comes next.\n")
    assert read.title == "Mayor of Harbour City resigns"
    assert ("headline", "What comes next") in roles(read.text)


def test_no_headline_no_title() -> None:
    assert article(STORY).title is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"(CNW) — {STORY}", "CNW"),
        (f"HARBOUR CITY (Wire) — {STORY}", "Wire"),
        (f"{STORY}\nThis story originally appeared in Harbour Times.", "Harbour Times"),
        (
            f"{STORY}\nRuiz did not immediately respond to Harbour News Online's request for comment.",
            "Harbour News Online",
        ),
        (f"{STORY}\nThis story first appeared in our print edition.", None),
        (f"{STORY}\nRuiz told the Harbour Times that she would rest.", None),
        (STORY, None),
    ],
)
def test_the_outlet_is_named_only_where_the_text_names_it(text: str, source: str | None) -> None:
    assert article(text).source == source


def test_picture_descriptions_before_a_caption_belong_to_it() -> None:
    text = (
        "Mayor resigns over letters\n\nA woman leaves a building\n"
        "Ann Ruiz at the town hall on Friday. (J. Doe / Press)\n\n"
    ) + STORY
    assert [role for role, _ in roles(text)][:4] == ["headline", "caption", "caption", "caption"]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Judge Charlaine F. Olmedo heard it.", "She agreed."],
        ["“He is kind, courteous, and hard working(sic),” Ruiz wrote.", "“He treated everyone well.”"],
        ["It is right for me to resign….", "I cannot stay."],
        ["The U.S. Senate met on Jan. 5 at 3 p.m. in Washington.", "Rep. J. P. Doe spoke."],
        ["Mr. Roe of Roe & Co. paid $1.5 million to St. Ann's school.", "Nobody knew."],
        ["“We would never do that.", "And we’re sorry if it has happened.”"],
        ["All are negative, according to two reports.", "Tranquilizing it would not have helped."],
        ['He asked: "Why?"', "Nobody answered."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    read = article(" ".join(sentences) + "\n\n" + STORY)
    assert [read.text_of(n) for n in range(len(sentences))] == sentences


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400) | st.lists(st.sampled_from(STORY.split(" ")), max_size=80).map(" ".join))
def test_sentences_cover_the_text_in_order_without_overlap(text: str) -> None:
    read = article(text)
    spans = [s.span for s in read.sentences]
    assert all(p.end <= q.start for p, q in pairwise(spans))
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())
    assert all(text[s:e] == text[s:e].strip() and s < e for s, e in spans)
    assert [s.paragraph for s in read.sentences] == sorted(s.paragraph for s in read.sentences)


@needs_seeds
def test_the_real_articles_read_as_a_person_reads_them() -> None:
    articles, problems = read_all([FOLDER / "seeds"])
    assert not problems
    assert [(a.source, a.published, bool(a.title), len(a.byline)) for a in articles] == [
        (None, None, False, 2),
        ("CNN", "2023-09-15", False, 0),
        ("Fox News Digital", None, False, 0),
        ("Los Angeles Times", None, True, 0),
        (None, "2023-09-16", False, 0),
    ]
    promos = sum(s.role == "promo" for a in articles for s in a.sentences)
    assert promos == 12
