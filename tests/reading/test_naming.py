"""Names in whatever shape a field gives them."""

from __future__ import annotations

import pytest

from tui.reading.dateline import stated_date
from tui.reading.naming import outlet_name, person_names, spelled


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ann Roe", ("Ann Roe",)),
        ("By Ann Roe and Tom Moss", ("Ann Roe", "Tom Moss")),
        ("Ann Roe, Tom Moss", ("Ann Roe", "Tom Moss")),
        ("ann@x.example (Ann Roe)", ("Ann Roe",)),
        (["Ann Roe", {"name": "Tom Moss"}, "Ann Roe"], ("Ann Roe", "Tom Moss")),
        ({"@type": "Person", "name": "Ann Roe"}, ("Ann Roe",)),
        ("https://x.example/ann", ()),
        ("admin", ()),
        ("", ()),
        (None, ()),
        (7, ()),
        ([[[[]]]], ()),
        ("x" * 500, ()),
    ],
)
def test_authors(value: object, names: tuple[str, ...]) -> None:
    assert person_names(value) == names


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Harbour  Times", "Harbour Times"),
        ({"id": None, "name": "Harbour Times"}, "Harbour Times"),
        (["Harbour Times", "x"], "Harbour Times"),
        ("https://x.example", None),
        ({}, None),
        ([], None),
        (3, None),
        ("x" * 200, None),
    ],
)
def test_outlets(value: object, name: str | None) -> None:
    assert outlet_name(value) == name


@pytest.mark.parametrize("key", ["datePublished", "date_published", "Date-Published", "dc:date.published"])
def test_keys_in_any_spelling_are_one(key: str) -> None:
    assert spelled(key) == "datepublished"


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2023-09-15T23:30:00-05:00", "2023-09-15"),
        ("20230915T100000Z", "2023-09-15"),
        ("20230915", "2023-09-15"),
        ("Fri, 15 Sep 2023 10:00:00 GMT", "2023-09-15"),
        ("2023-09", "2023-09"),
        ("2023", "2023"),
        (1694736000, "2023-09-15"),
        (1694736000.5, "2023-09-15"),
        ("1694736000000", "2023-09-15"),
        ("03/04/2023", None),
        ("20231345", None),
        ("yesterday", None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        (10**30, None),
        (None, None),
        ({}, None),
    ],
)
def test_dates_of_fields(value: object, date: str | None) -> None:
    assert stated_date(value) == date
