"""Projects of lists that a sentence announces, or of tables, and no Maßnahmenart heads."""

from __future__ import annotations

import pytest

from extract.projects.find import ruled_measures
from models.settings import Review
from tests.typed_pages import typed_reading

PAGE = """
        Fördervereinbarung

        über das {programme}

        zwischen dem Land Hessen und dem Landkreis Fulda

        I. Gegenstand

        Das Land fördert Vorhaben des Landkreises zur Eingliederung in Arbeit.

        II. Vorhaben

        {said}
        {items}

        III. Förderung

        Die Zuwendung des Landes beträgt insgesamt 268.500 Euro.
"""
PROGRAMME = "Arbeitsmarktbudget 2010"
ANNOUNCED = "Gefördert werden folgende Vorhaben:"
ITEMS = """a) Grüne Werkstatt (Sozialwerk Rhön e. V.), 30 Plätze, 84.000 Euro;
        b) Zurück in den Beruf (Volkshochschule Muster), 24 Plätze, 62.500 Euro;
        c) Nähstube (Lernwerk gGmbH), 48 Plätze, 122.000 Euro."""
DEEDS = """a) Der Landkreis wählt die Träger aus;
        b) der Landkreis berichtet über den Verlauf."""


def projects(programme: str, said: str, items: str) -> list[tuple[str, float]]:
    reading = typed_reading(PAGE.format(programme=programme, said=said, items=items))
    named = [project.name for measure in ruled_measures(reading) for project in measure.projects]
    return [(name.value, name.provenance.confidence) for name in named]


def test_a_list_that_a_sentence_announces_names_projects_to_be_looked_at() -> None:
    found = projects(PROGRAMME, ANNOUNCED, ITEMS)
    assert [name for name, _ in found] == ["Grüne Werkstatt", "Zurück in den Beruf", "Nähstube"]
    assert all(confidence < Review().confidence for _, confidence in found)


@pytest.mark.parametrize(
    ("programme", "said", "items"),
    [
        ("Haus der Kulturen 2010", ANNOUNCED, ITEMS),
        (PROGRAMME, "Nicht gefördert werden folgende Vorhaben:", ITEMS),
        (PROGRAMME, "Es gelten folgende Regeln:", ITEMS),
        (PROGRAMME, "Für folgende Vorhaben gilt:", DEEDS),
    ],
)
def test_other_lists_name_none(programme: str, said: str, items: str) -> None:
    assert projects(programme, said, items) == []


TABLE = """Die Förderung verteilt sich wie folgt:

        {head:<26}Träger                  Plätze         Betrag
        Ausbildungsbudget
        Fit für den Beruf         Lernwerk gGmbH              20       96.400 €
        Werkstatt Nord            Sozialwerk Rhön e. V.       14       88.000 €
        Zwischensumme                                                 184.400 €
        Arbeitsmarktbudget
        Deutsch am Arbeitsplatz   Volkshochschule Muster      36       74.900 €"""


@pytest.mark.parametrize("head", ["Projekt", "Vorhaben", "Geförderte Projekte", "Name des Projekts"])
def test_a_column_of_projects_names_them_to_be_looked_at(head: str) -> None:
    found = projects(PROGRAMME, TABLE.format(head=head), "")
    assert [name for name, _ in found] == ["Fit für den Beruf", "Werkstatt Nord", "Deutsch am Arbeitsplatz"]
    assert all(confidence < Review().confidence for _, confidence in found)


@pytest.mark.parametrize(
    ("programme", "head"), [("Haus der Kulturen 2010", "Projekt"), (PROGRAMME, "Leistung")]
)
def test_a_column_of_something_else_names_none(programme: str, head: str) -> None:
    assert not projects(programme, TABLE.format(head=head), "")


MARKED = """– Grüne Werkstatt
        – Zurück in den Beruf
        – Nähstube"""


@pytest.mark.parametrize(
    "said",
    ["Gefördert werden die Projekte:", "Es handelt sich um die Projekte", "Der Landkreis setzt um:", ""],
)
def test_a_list_below_a_heading_of_projects_or_their_name_needs_no_announcement(said: str) -> None:
    found = projects(PROGRAMME, said, MARKED)
    assert [name for name, _ in found] == ["Grüne Werkstatt", "Zurück in den Beruf", "Nähstube"]
    assert all(confidence < Review().confidence for _, confidence in found)


def test_a_sentence_between_a_heading_and_a_list_says_what_is_listed() -> None:
    assert not projects(PROGRAMME, "Über den Stand berichtet er an folgende Stellen:", MARKED)
    assert not projects(PROGRAMME, "Der Landkreis berichtet über den Verlauf an das Land.", MARKED)


@pytest.mark.parametrize("carrier", ["Träger", "Projektträger", "Anbieter"])
@pytest.mark.parametrize("head", ["Maßnahme", "Projekt"])
def test_a_column_of_who_runs_them_names_no_projects(head: str, carrier: str) -> None:
    table = f"""{carrier:<26}{head:<22}Betrag

        Lernwerk gGmbH            Grüne Werkstatt       84.000,00 €
        Sozialwerk Rhön e. V.     Nähstube              62.500,00 €"""
    assert [name for name, _ in projects(PROGRAMME, table, "")] == ["Grüne Werkstatt", "Nähstube"]
    table = f"""{head:<26}{carrier:<22}Betrag

        Grüne Werkstatt           Lernwerk gGmbH        84.000,00 €
        Nähstube                  Sozialwerk e. V.      62.500,00 €"""
    assert [name for name, _ in projects(PROGRAMME, table, "")] == ["Grüne Werkstatt", "Nähstube"]


@pytest.mark.parametrize("marks", [("1.", "2."), ("a)", "b)"), ("–", "–")])
def test_entries_with_who_runs_them_below_are_projects(marks: tuple[str, str]) -> None:
    text = f"""{marks[0]} Lernhaus
           Träger: vhs Muster
           Plätze: 12

        {marks[1]} Kompass
           Träger: Lernwerk gGmbH
           Plätze: 20"""
    assert [name for name, _ in projects(PROGRAMME, "Das Land zahlt wie folgt.", text)] == [
        "Lernhaus",
        "Kompass",
    ]
    assert not projects(
        PROGRAMME, "Das Land zahlt wie folgt.", text.replace("Träger", "Ziel").replace("Plätze", "Ort")
    )


@pytest.mark.parametrize(
    "said", ["Folgende Projekte werden durchgeführt:", "Davon entfallen auf die Projekte wie folgt:"]
)
def test_an_announcement_may_begin_its_sentence_or_say_what_falls_to_each(said: str) -> None:
    text = "– Lernhaus: 40.000 Euro\n        – Kompass: 30.000 Euro"
    assert [name for name, _ in projects(PROGRAMME, said, text)] == ["Lernhaus", "Kompass"]
