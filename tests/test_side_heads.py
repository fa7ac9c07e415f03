"""Headings beside their text: in a table of number, heading and text, or in the margin."""

from __future__ import annotations

import pytest

from extract.language.lines import find_rows
from extract.layout.side_heads import unrolled
from tests.typed_pages import typed_agreement, typed_layout, typed_pages

FORM = """
        Zielvereinbarung zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022

        +------+------------------+--------------------------------------------+
        | Nr.  | Thema            | Vereinbart ist                             |
        +------+------------------+--------------------------------------------+
        | 1    | Beteiligte       | Das Hessische Ministerium für Soziales und |
        |      |                  | Integration                                |
        |      |                  | Der Landkreis Groß-Gerau                   |
        +------+------------------+--------------------------------------------+
        | 2    | Laufzeit         | vom 1. Januar bis 31. Dezember 2022        |
        +------+------------------+--------------------------------------------+
        | 3    | Mittel des       | höchstens 95.500 Euro                      |
        |      | Landes           |                                            |
        +------+------------------+--------------------------------------------+
        | 4    | Projekte         | Maßnahmenart 1: Ausbildungsvorbereitung    |
        |      |                  | - Lernhaus                                 |
        |      |                  | - Werkstatt Süd                            |
        |      |                  | Maßnahmenart 2: Qualifizierungsprojekte    |
        |      |                  | - Neustart 2.0                             |
        +------+------------------+--------------------------------------------+
        | 5    | Nachweis         | Vorzulegen bis zum 31. März 2023.          |
        +------+------------------+--------------------------------------------+
"""
PROJECTS = """
        +------+------------------+--------------------------------------------+
        | Lfd. | Projekt          | Beschreibung                               |
        +------+------------------+--------------------------------------------+
        | 1    | Lernhaus         | Junge Menschen holen ihren Abschluss nach. |
        +------+------------------+--------------------------------------------+
        | 2    | Werkstatt Süd    | Hier wird Holz bearbeitet.                 |
        +------+------------------+--------------------------------------------+
        | 3    | Neustart 2.0     | Der Weg zurück in Arbeit.                  |
        +------+------------------+--------------------------------------------+
"""
MARGIN = """
Zielvereinbarung 2022

{} Beteiligte       Das Hessische Ministerium für Soziales und
                    Integration und der Landkreis Groß-Gerau.

{} Mittel           Zusage nach der Vereinbarung, geschlossen am 1.          95.500 Euro
des Landes          März 2021, für die Vorhaben

{} Nachweis         Vorzulegen bis zum 31. März 2023.

                    Er ist von beiden Seiten zu zeichnen und abzulegen.
"""


def test_the_rows_of_a_form_are_its_sections() -> None:
    sections = typed_agreement(FORM).sections
    assert [section.number.value for section in sections] == ["1", "2", "3", "4", "5"]
    assert [section.heading.value for section in sections if section.heading][2] == "Mittel des Landes"


def test_the_cells_of_a_form_are_read_as_text() -> None:
    record = typed_agreement(FORM)
    assert [(amount.value, amount.role) for amount in record.amounts] == [(95500, "total")]
    found = [(measure.number, [one.name.value for one in measure.projects]) for measure in record.measures]
    assert found == [(1, ["Lernhaus", "Werkstatt Süd"]), (2, ["Neustart 2.0"])]


def test_a_line_that_had_room_for_the_next_word_ends_an_entry() -> None:
    pages = typed_pages(FORM)
    read = unrolled(pages, [row for page in pages for row in find_rows(page.number, page.words)])
    texts = [row.lines[0].text for row in read.rows if id(row) in read.opening]
    assert "Integration" not in texts
    assert "Der Landkreis Groß-Gerau" in texts


def test_a_table_that_counts_projects_is_no_form() -> None:
    pages = typed_pages(PROJECTS)
    assert not unrolled(pages, [row for page in pages for row in find_rows(page.number, page.words)]).heads


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("1.", "2.", "3."), ["1", "2", "3"]),
        (("A.", "B.", "C."), ["A", "B", "C"]),
        (("I.", "II.", "III."), ["I", "II", "III"]),
    ],
)
def test_headings_may_stand_in_the_margin(numbers: tuple[str, ...], expected: list[str]) -> None:
    layout = typed_layout(MARGIN.format(*numbers))
    assert [mark.number for mark in layout.sections] == expected
    texts = [block.text for block in layout.blocks if block.section == expected[1]]
    assert texts[0] == f"{numbers[1]} Mittel des Landes"
    assert texts[1].startswith("Zusage nach der Vereinbarung, geschlossen am 1. März 2021, für die Vorhaben")


@pytest.mark.parametrize("title", ["Dauer", "Zweck", "Geld"])
def test_the_title_may_stand_below_the_number_or_be_left_out(title: str) -> None:
    text = "".join(
        f"§ {number}              Die Vertragspartner stimmen ihre Angebote für alle in\n"
        f"{title if number < 3 else '     '}            der Region ab und berichten einander darüber.\n\n"
        for number in (1, 2, 3, 4)
    )
    layout = typed_layout(text)
    assert [mark.number for mark in layout.sections] == ["1", "2", "3", "4"]
    assert layout.blocks[-1].text.startswith("Die Vertragspartner stimmen")


def test_a_numbered_list_in_an_agreement_with_sections_heads_nothing() -> None:
    text = MARGIN.format("1.", "2.", "3.") + "\n\n§ 1 Zweck\n\n§ 2 Schluss\n"
    assert [mark.number for mark in typed_layout(text).sections] == ["1", "2"]


PLAIN = """
        Zielvereinbarung 2022

        1.    Zweck
        Diese Auswahl der Maßnahmen richtet sich nach dem Bedarf der Region.

        2.    Mittel
        Unser Land stellt dem Kreis dafür im Jahr 95.500 Euro bereit.

        3.    Nachweis
        Jeder Nachweis ist bis zum 31. März 2023 beim Land vorzulegen.
"""


def test_headings_above_lines_that_run_on_below_their_titles_stand_beside_nothing() -> None:
    headings = [one.heading.value for one in typed_agreement(PLAIN).sections if one.heading]
    assert headings == ["Zweck", "Mittel", "Nachweis"]
