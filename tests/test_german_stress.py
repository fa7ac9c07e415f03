"""Sums, dates and number words as they come out of typewriters, stamps and poor text layers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.german import find_amounts, find_dates, find_number_words
from tests.typed_pages import typed_reading

MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
NAMES = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September"),
    *("Oktober", "November", "Dezember"),
)
days = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))


def test_who_changes_what_was_found_changes_nothing_for_who_asks_next() -> None:
    found = find_amounts("Das Land gibt 500 Euro.")
    assert found
    found.clear()
    assert [amount.value for amount in find_amounts("Das Land gibt 500 Euro.")] == [Decimal(500)]


@given(day=days, form=st.integers(0, 8))
def test_every_day_is_read_in_every_form(day: date, form: int) -> None:
    name = NAMES[day.month - 1]
    printed = (
        f"{day.day}. {name} {day.year}",
        f"{day.day}. {name.upper()} {day.year}",
        f"{day.day}ten {name} {day.year}",
        f"{day.day}. {name} im Jahre {day.year}",
        f"{day.day}.{name}{day.year}",
        f"{day.day}. {MONTHS[day.month - 1]}. {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d-%m-%Y}",
        f"{day:%Y-%m-%d}",
    )[form]
    (found,) = find_dates(f"Vorzulegen bis zum {printed} beim Land")
    # "II" may be a misread 11.
    assert (found.value, found.exact, found.text) == (day, (form, day.month) != (5, 2), printed)


@pytest.mark.parametrize(
    "text",
    [
        "Az. 12-03-20255",
        "Az. 4/12/03/2025",
        "Nr. 1/2/2025",
        "Telefon 06-12-34-5678",
        "15. Teil 2025",
        "§ 3. IV. 25",
    ],
)
def test_file_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    "printed",
    ["1 . 617 . 830 Euro", "1.617.\u00ad830 Euro", "12 . 500 Euro"],
)
def test_the_end_of_a_number_is_never_taken_for_the_number(printed: str) -> None:
    assert [found.value for found in find_amounts(f"Es werden {printed} gezahlt.")] == [None]


@given(value=st.integers(1000, 99_999_999), sign=st.sampled_from(". '’\u00a0\u202f"))
def test_thousands_may_be_grouped_by_any_sign(value: int, sign: str) -> None:
    printed = f"{value:,}".replace(",", sign)
    (found,) = find_amounts(f"Das sind {printed} Euro")
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("dreiBigtausend Euro", 30_000),
        ("dreissigtausend Euro", 30_000),
        ("Zweihundertfuenfzigtausend Euro", 250_000),
        ("Einemillion Euro", 1_000_000),
        ("eintausendsechshundertsiebzehn Euro", 1_617),
        ("EINE MILLION ZWEIHUNDERTTAUSEND EURO", 1_200_000),
    ],
)
def test_number_words_under_stress(words: str, value: int) -> None:
    (found,) = find_number_words(f"5 Euro (in Worten: {words})")
    assert found.value == value


def test_a_soft_hyphen_within_a_word_is_not_there() -> None:
    assert "am 15. August 2025" in typed_reading("Vorzulegen am 15. Au\u00adgust 2025 beim Land").text
