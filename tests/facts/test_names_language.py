"""English or not: wrong names are worse than none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.facts.language import is_foreign, language

ENGLISH = "The mayor said on Friday that the bridge had been closed for repairs and that it would stay so for a week."
TEXTS = {
    "en": ENGLISH,
    "de": "Der Bürgermeister sagte am Freitag, dass die Brücke für eine Woche nicht mehr befahren werden kann.",
    "fr": "Le maire a dit vendredi que le pont ne sera pas ouvert pour une semaine et que les trains sont en retard.",
    "es": "El alcalde dijo el viernes que el puente no se abre por una semana y que los trenes llegan con retraso.",
    "it": "Il sindaco ha detto che il ponte non si apre per una settimana e che i treni della sera sono in ritardo.",
    "pt": "O prefeito disse que a ponte não abre por uma semana e que os trens da noite chegam mais tarde ao porto.",
    "nl": "De burgemeester zei dat de brug voor een week niet open is en dat het met de trein ook niet sneller gaat.",
    "sv": "Borgmästaren sade att bron är stängd för en vecka och att det inte går att åka med tåget till staden.",
    "pl": "Burmistrz powiedział w piątek, że most jest zamknięty na tydzień i że pociągi do miasta nie jadą po nocy.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_each_language_is_known_by_its_small_words(code: str, text: str) -> None:
    assert language(text) == code
    assert is_foreign(text) == (code != "en")


def test_a_foreign_quotation_makes_no_foreign_article() -> None:
    assert language(f"{ENGLISH} {ENGLISH} {TEXTS['fr']}") == "en"


@pytest.mark.parametrize("text", ["", "Star quits", "1 2 3 4 5 6 7 8 9 10 11 12 13", "Nora Bell Owen Pike " * 5])
def test_too_little_to_tell_is_not_foreign(text: str) -> None:
    assert language(text) is None
    assert not is_foreign(text)


@pytest.mark.parametrize(
    "text", ["市長は金曜日に橋が閉鎖されたと述べた。", "Мэр сказал в пятницу, что мост закрыт.", "قال رئيس البلدية"]
)
def test_another_script_is_foreign(text: str) -> None:
    assert is_foreign(text)


@given(st.text())
def test_any_text_passes(text: str) -> None:
    assert language(text) in {None, *TEXTS}
    is_foreign(text)
