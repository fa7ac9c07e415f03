"""Sums and dates that are printed and cannot be read are told of with their place; what is none stays out."""

from __future__ import annotations

import pytest

from models.agreement import Agreement
from models.german import find_damaged_amounts, find_damaged_dates
from tests.typed_pages import typed_agreement, typed_pages

AGREEMENT = """
    **§ 1 Mittel**

    Das Land stellt dem Landkreis dafür {money} zur Verfügung, die für die
    genannten Angebote und für nichts anderes verwendet werden dürfen.

    **§ 2 Nachweis**

    Der Nachweis ist bis zum {deadline} vorzulegen, mit den Belegen, die das
    Ministerium dafür verlangt.


    Wiesbaden, den {signed}                 Fulda, den 3. März 2025

    Hessisches Ministerium für Arbeit       Landkreis Fulda

    Dr. Ina Muster                          Udo Beispiel
    Staatssekretärin                        Landrat
"""


def read(
    money: str = "12.500,00 Euro", deadline: str = "31.03.2026", signed: str = "07.02.2025"
) -> Agreement:
    return typed_agreement(AGREEMENT.format(money=money, deadline=deadline, signed=signed))


def told(record: Agreement) -> list[tuple[str, str]]:
    return [(one.part, one.text) for one in record.illegible]


def test_what_was_read_is_not_told_of() -> None:
    assert told(read()) == []


@pytest.mark.parametrize("money", ["1.617.83 Euro", "12.500,00 Fure", "250.000,00", "250 000,00"])
def test_a_sum_that_cannot_be_read_is_told_of(money: str) -> None:
    assert [part for part, _ in told(read(money=money))] == ["amounts"]


@pytest.mark.parametrize("day", ["31.03.202S", "30. Septernber 2026", "3S.03.2026", "31. März 2Q2b"])
def test_a_date_of_the_text_that_cannot_be_read_is_told_of(day: str) -> None:
    assert told(read(deadline=day)) == [("dates", day)]


@pytest.mark.parametrize(
    ("text", "span"),
    [("Beginn am Januar 2019", (7, 21)), ("in der Zeit von 5 bis 31.12.2015", (16, 17))],
)
def test_what_is_left_of_a_date_is_told_of(text: str, span: tuple[int, int]) -> None:
    assert find_damaged_dates(text) == [span]


def test_a_date_of_signature_that_cannot_be_read_is_told_of_at_its_place() -> None:
    record = read(signed="0Z.02.202S")
    assert told(record) == [("dates", "0Z.02.202S")]
    assert record.illegible[0].bbox[1] > record.sections[1].number.provenance.bbox[1]


def test_a_sum_in_a_table_that_cannot_be_read_is_told_of() -> None:
    record = typed_agreement("""
        **§ 1 Mittel**

        Die Mittel verteilen sich auf die Angebote wie folgt:

        +----------------------------+------------------+
        | Angebot                    | Betrag in Euro   |
        +----------------------------+------------------+
        | Werkstatt am Hang          | 12.500,00        |
        +----------------------------+------------------+
        | Küche im Tal               | 3.2S0,00         |
        +----------------------------+------------------+
        | Garten am Fluss            | 7.000,00         |
        +----------------------------+------------------+
    """)
    assert told(record) == [("amounts", "3.2S0,00")]


@pytest.mark.parametrize(
    "text",
    [
        *("Abschnitt 1.2.10", "die Nummern 4.2.1 und 4.2.12", "vom 1. und 15. Mai 2025", "am 5 mal 2025"),
        *(
            "den 31.06.2025",
            "bis zum 31.12.2025.",
            "Az. 30.12.2025-0017",
            "Tel. 0611 3219.3333",
            "S. 12, 2025",
        ),
    ],
)
def test_numbers_that_are_no_damaged_dates_stay_out(text: str) -> None:
    assert find_damaged_dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "1.250 Teilnehmende",
        "12,50 %",
        "1.250,00 %",
        "12.500,00 und 3.000,00 Euro"[13:],
        "§ 1.2.10",
        "2.500 Stunden",
    ],
)
def test_numbers_that_are_no_damaged_sums_stay_out(text: str) -> None:
    assert find_damaged_amounts(text) == []


@pytest.mark.parametrize(
    "text",
    ["Nachweis bis 30 06.2019", "Er endet mit Ablauf des bis heute Vereinbarten", "soll bis ni 2013 gelten"],
)
def test_what_is_left_of_a_day_is_told(text: str) -> None:
    assert find_damaged_dates(text)


@pytest.mark.parametrize(
    "text",
    [
        "mit Ablauf des Jahres 2019",
        "mit Ablauf des jeweiligen Jahres",
        "bis zu 2000 Euro",
        "bis etwa 2019",
        "1 30.06.2019",
    ],
)
def test_what_is_no_day_is_not_told(text: str) -> None:
    assert not find_damaged_dates(text)


@pytest.mark.parametrize(
    "text", ["bis zum Wert von 450", "_220.000,0", "eine Hilfe in Höhe von 1.500 te", "Gesamt 096. 589,00"]
)
def test_a_sum_that_lost_its_unit_or_its_last_figure_is_told(text: str) -> None:
    assert find_damaged_amounts(text)


def test_a_number_with_a_unit_is_no_sum() -> None:
    assert not find_damaged_amounts("eine Zahl in Höhe von 450 Plätzen, ein Wert von 19,5 Prozent")


def test_a_stamp_that_is_set_level_and_whose_day_is_lost_is_told_of() -> None:
    front = AGREEMENT.format(money="500.000 Euro", deadline="31. März 2026", signed="7. August 2025")
    stamped = "                                        EINGEGANGEN\n" + front
    assert [one.part for one in typed_agreement(stamped).illegible] == ["dates"]
    margin = 40 * " "
    dated = f"{margin}EINGEGANGEN\n{margin}3. SEP. 2025\n\n{front}"
    assert not typed_agreement(dated).illegible


@pytest.mark.parametrize(
    ("signed", "day"),
    [(".3.2024", ".3.2024"), ("17.83.21", "17.83.21"), ("129.7.24", "129.7.24"), ("7.2.2025", None)],
)
def test_what_is_left_of_the_day_behind_a_place_of_a_scan_is_told(signed: str, day: str | None) -> None:
    text = AGREEMENT.format(money="12.500,00 Euro", deadline="31.03.2026", signed=signed)
    pages = typed_pages(text, origin="ocr", confidence=0.95)
    assert told(typed_agreement(pages)) == ([("dates", day)] if day else [])


def test_a_place_with_room_for_a_day_has_none() -> None:
    text = AGREEMENT.format(money="12.500,00 Euro", deadline="31.03.2026", signed="________")
    assert told(typed_agreement(typed_pages(text, origin="ocr", confidence=0.95))) == []
