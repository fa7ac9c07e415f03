"""Registered associations and honorary degrees are written in one way."""

from __future__ import annotations

import pytest

from extract.scans.fixed_forms import with_fixed_forms
from extract.scans.witness import Heard


def heard(text: str, blank: float = 5.0) -> list[Heard]:
    words: list[Heard] = []
    left = 0.0
    for one in text.split(" "):
        words.append(Heard(one, (left, 0.0, left + 8 * len(one), 12.0), 0.9, 12.0))
        left = words[-1].box[2] + blank
    return with_fixed_forms(words)


def read(text: str, blank: float = 5.0) -> str:
    return " ".join(word.text for word in heard(text, blank))


@pytest.mark.parametrize("text", ["Metall e, V", "Metall e. v.", "Metall e: V,", "Metall e V."])
def test_an_association_is_written_with_two_full_stops(text: str) -> None:
    assert read(text) == "Metall e. V."


@pytest.mark.parametrize(
    ("text", "sure"), [("Metall e. V,", 0.84), ("Metall e. V:", 0.9), ("Metall e. V", 0.9)]
)
def test_one_that_may_have_lost_its_full_stop_before_a_comma_is_doubted(text: str, sure: float) -> None:
    assert [word.confidence for word in heard(text)] == [0.9, 0.9, sure]


@pytest.mark.parametrize("text", ["Metall e.V", "Metall e,V.", "Metall e.v."])
def test_it_is_without_a_blank_too(text: str) -> None:
    assert read(text) == "Metall e.V."


def test_what_stands_behind_it_stays() -> None:
    assert read("Metall e. v.“, dann") == "Metall e. V.“, dann"


@pytest.mark.parametrize("text", ["Metall e. V.", "Teil e und", "Nr. e) V.", "die V. Abteilung", "i. V."])
def test_other_words_stay(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    "text", ["Dr. h, c. Muster", "Df. h. c. Muster", "Dr. h. c Muster", "Dr, h. c. Muster"]
)
def test_an_honorary_degree_is_written_in_one_way(text: str) -> None:
    assert read(text) == "Dr. h. c. Muster"


@pytest.mark.parametrize("text", ["Df. Muster", "Dr. Hans", "Dr. h. Muster", "a, h, c, d"])
def test_other_titles_and_letters_stay(text: str) -> None:
    assert read(text) == text


def test_two_words_far_apart_stay() -> None:
    assert read("Metall e, V", 30.0) == "Metall e, V"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Lahn-Dill–Kreis", "Lahn-Dill-Kreis"),
        ("2018–2020", "2018–2020"),
        ("Werkhof – Nord", "Werkhof – Nord"),
        ("Haus–", "Haus–"),
    ],
)
def test_between_letters_stands_a_hyphen(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize("text", ["(Dr. h. e. Muster)", "(Dr. h, o. Muster)", "(Df. h. c. Muster)"])
def test_a_degree_in_brackets_is_written_as_elsewhere(text: str) -> None:
    assert read(text) == "(Dr. h. c. Muster)"


@pytest.mark.parametrize("text", ["500 Eurö auf", "500 Eur0 auf", "500 Euró auf"])
def test_euro_has_no_marks_over_its_letters(text: str) -> None:
    assert read(text) == "500 Euro auf"


@pytest.mark.parametrize(
    "text", ["Dr. e. h. Muster", "(Dr. Muster)", "500 EUR auf", "Europa", "der Euro, den"]
)
def test_what_is_written_so_stays(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize("text", ["am 16:05.2014 zugestimmt", "am 16.05:2014 zugestimmt"])
def test_a_date_has_full_stops(text: str) -> None:
    assert read(text) == "am 16.05.2014 zugestimmt"


@pytest.mark.parametrize("text", ["16.05.2014:", "um 16:05", "1:20.000", "12:30:45", "4:05.3014"])
def test_times_scales_and_what_ends_with_a_colon_stay(text: str) -> None:
    assert read(text) == text
