"""The CSV of a facts table: every cell told, and nothing that a spreadsheet or a terminal would run."""

from __future__ import annotations

import csv
import io

from tui.comparison import facts_table
from tui.reading.plain import read_plain
from tui.reports.facts_csv import facts_csv

A = "Harbour Trust was founded in 2009. “=HYPERLINK(1) is what I typed,” Ann Ruiz said.\n"
B = "Harbour Trust was founded in 2012, Ann Ruiz said.\n"


def rows(*texts: str) -> list[list[str]]:
    table = facts_table([read_plain(text, path=f"{n}.txt", sha256="") for n, text in enumerate(texts)])
    return list(csv.reader(io.StringIO(facts_csv(table))))


def test_one_row_a_thing_and_two_columns_an_article() -> None:
    head, *body = rows(A, B)
    assert head == ["type", "about", "verdict", "0.txt", "0.txt: values", "1.txt", "1.txt: values", "made from"]
    assert [row[2:-1] for row in body if row[0] == "date"] == [["conflict", "2009", "2009", "2012", "2012"]]


def test_no_cell_is_a_formula_or_a_control() -> None:
    body = rows(A.replace("1)", "1\x1b)"), B)[1:]
    assert any(cell.startswith("'=HYPERLINK") for row in body for cell in row)
    assert not any(cell.startswith(("=", "+", "-", "@")) or "\x1b" in cell for row in body for cell in row)


def test_it_says_once_what_it_was_made_from() -> None:
    made = [row[-1] for row in rows(A, B)[1:]]
    assert "0.txt" in made[0]
    assert "made by: sidebyline" in made[0]
    assert set(made[1:]) <= {""}
