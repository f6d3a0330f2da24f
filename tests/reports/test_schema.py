"""The published schema says what the documents hold; a field it does not name fails here, never for its readers."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from tests.reports.test_criticmarkup import compared
from tests.schema import check
from tui.comparison import facts_table
from tui.reports.schema import schema_text

A = "Mayor Ann Ruiz founded Harbour Trust in 2009. “I am sorry,” Ruiz said.\n"
B = "Ann Ruiz founded Harbour Trust in 2012. “I am very sorry,” Tom Roe said.\n"


def test_the_schema_itself_is_valid_and_takes_what_is_printed() -> None:
    schema = json.loads(schema_text())
    Draft202012Validator.check_schema(schema)
    document = compared(A, B).to_json()
    assert Draft202012Validator(schema).is_valid(document)
    assert Draft202012Validator(schema).is_valid({**document, "a_later_field": 1})
    assert not Draft202012Validator(schema).is_valid({**document, "facts": [{"type": "rumour"}]})


def test_both_documents_hold_to_it_strictly() -> None:
    comparison = compared(A, B)
    check(comparison.to_json(), "comparison")
    check(comparison.to_json(texts=False), "comparison")
    check(facts_table([comparison.a, comparison.b]).to_json(), "facts")
    check(facts_table([comparison.a]).to_json(), "facts")


def test_a_field_that_it_does_not_name_is_found() -> None:
    document = compared(A, B).to_json()
    with pytest.raises(AssertionError, match="a_later_field"):
        check({**document, "a_later_field": 1}, "comparison")
    with pytest.raises(AssertionError, match="mode"):
        check({**document, "mode": "guess"}, "comparison")


def test_a_comparison_says_what_it_was_made_from() -> None:
    document = compared(A, B).to_json(texts=False)
    assert document["ignore"] == ["quotes", "whitespace"]
    assert document["context"] == []
    assert document["version"]
