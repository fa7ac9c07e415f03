"""Agreements that are one table from the first line to the last: number, heading, text."""

from __future__ import annotations

from extract.forms import find_form
from extract.lines import find_rows
from tests.typed_pages import typed_agreement, typed_pages

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
    rows = [row for page in pages for row in find_rows(page.number, page.words)]
    form = find_form(pages, rows)
    texts = [row.lines[0].text for row in form.rows if id(row) in form.opening]
    assert "Integration" not in texts
    assert "Der Landkreis Groß-Gerau" in texts


def test_a_table_that_counts_projects_is_no_form() -> None:
    pages = typed_pages(PROJECTS)
    rows = [row for page in pages for row in find_rows(page.number, page.words)]
    assert not find_form(pages, rows).rows
