"""Plain text says what the screen says: signs, brackets, both sides of a conflict, whose words are whose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from tui import compare
from tui.article import Article
from tui.comparison import facts_table
from tui.reading.plain import read_plain
from tui.reports.plain import comparison_text, facts_text
from tui.screens.status import notes

A = (
    " date 2023-09-15 \n\nMayor Ann Ruiz has resigned after twelve years in office.\n\n"
    "Ruiz founded Harbour Trust in 2009 with her brother.\n\nNobody from the council would comment.\n\n"
    "READ MORE: Ports\n"
)
B = (
    "Ann Ruiz, the mayor, has resigned after twelve years in office, her office said.\n\n"
    "Ruiz founded the Harbour Trust in 2012 with her brother.\n"
)


def article(text: str, name: str) -> Article:
    return read_plain(text, path=name, sha256="")


def lines(a: str = A, b: str = B, *, width: int = 100, color: bool = False) -> list[str]:
    return comparison_text(compare(article(a, "a.txt"), article(b, "b.txt")), width=width, color=color).splitlines()


def test_a_conflict_stands_first_with_both_values_and_its_reason() -> None:
    shown = lines()
    start = next(n for n, line in enumerate(shown) if line.startswith("FACTS  1 conflict"))
    assert shown[start + 1].strip().startswith("≠")
    assert [line.split() for line in shown[start + 2 : start + 4]] == [["A", "2009"], ["B", "2012"]]
    assert "2009" in shown[start + 4]


def test_signs_and_brackets_carry_the_differences() -> None:
    shown = "\n".join(lines())
    assert "╸2009|2012╺" in shown.replace("╺|╸", "|") or "╸2009╺" in shown
    assert any(line.startswith("<") and "Nobody" in line for line in lines())
    assert any(line.split(maxsplit=1) == ["A", "(READ MORE: Ports)"] for line in lines())


def test_the_same_text_twice_has_no_difference() -> None:
    shown = lines(A, A)
    assert not any(line.startswith(("~", "<", ">")) for line in shown)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_asked(width: int) -> None:
    wide = A.replace("Nobody", "記者会見で市長は何も話さなかった👩‍👩‍👧。Nobody")
    assert max(cell_len(line) for line in lines(wide, B, width=width)) <= width


def test_colour_only_repeats_what_the_signs_say() -> None:
    import re

    plain = "\n".join(line.rstrip() for line in lines())
    coloured = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines(color=True)))
    assert "\n".join(line.rstrip() for line in coloured.splitlines()) == plain


def test_hostile_text_arrives_as_stand_ins() -> None:
    shown = "\n".join(lines(A.replace("comment", "comment\x1b]52;c;x\x07 \u202enow\u2028[bold]red[/]")))
    assert not {"\x1b", "\x07", "\u202e", "\u2028"} & set(shown)
    assert "[bold]red[/]" in shown


def test_the_facts_table_names_each_article_and_who_says_what() -> None:
    table = facts_table([article(A, "a.txt"), article(B, "b.txt")])
    shown = facts_text(table, width=80, color=False).splitlines()
    assert shown[0].startswith("1")
    conflict = next(n for n, line in enumerate(shown) if line.startswith(" ≠"))
    assert [line.split() for line in shown[conflict + 1 : conflict + 3]] == [["1", "2009"], ["2", "2012"]]


def test_rows_of_the_facts_table_do_not_depend_on_the_order_of_the_articles() -> None:
    texts = [article(A, "a.txt"), article(B, "b.txt"), article(A.replace("2009", "2010"), "c.txt")]
    forward, backward = facts_table(texts), facts_table(texts[::-1])
    assert [(r.type, r.about, r.verdict) for r in forward.rows] == [(r.type, r.about, r.verdict) for r in backward.rows]
    assert [r.cells for r in forward.rows] == [r.cells[::-1] for r in backward.rows]


def test_a_text_in_another_language_is_noticed() -> None:
    german = (
        "Die Bürgermeisterin ist zurückgetreten, weil sie einen Brief an das Gericht geschrieben hat, sagte der Rat. "
        "Das Amt ist nun frei, und es wird im Herbst neu gewählt.\n"
    )
    assert any("note: B is not in English" in line for line in lines(A, german))
    assert not any(line.startswith("note:") for line in lines())


def test_what_was_simplified_is_said_in_every_form() -> None:
    compared = compare(article(A, "a.txt"), article(B, "b.txt"))
    assert compared.to_json()["limits"] == []
    alignment = replace(compared.alignment, limits=("Links are coarse.",))
    limited = replace(compared, alignment=alignment, fact_limits=("Facts are few.", "Links are coarse."))
    assert limited.to_json()["limits"] == ["Links are coarse.", "Facts are few."]
    shown = comparison_text(limited, width=80, color=False).splitlines()
    assert {"note: Links are coarse.", "note: Facts are few."} <= set(shown)
    assert notes(limited).startswith("Links are coarse. · Facts are few.")


def test_furniture_of_both_stands_apart_and_says_whose_it_is() -> None:
    shown = [" ".join(line.split()) for line in lines(A, B + "\nREAD MORE: Ships\n")]
    assert {"A (READ MORE: Ports)", "B (READ MORE: Ships)"} <= set(shown)


def test_it_ends_with_its_signs_and_what_it_was_made_from() -> None:
    shown = lines()
    start = shown.index("MADE FROM")
    assert any(line.startswith("SIGNS") for line in shown[:start])
    told = " ".join(line.strip() for line in shown[start:])
    for words in ("a.txt", "b.txt", "mode", "tellings", "quotes (0 hidden)", "sidebyline 0."):
        assert words in told
