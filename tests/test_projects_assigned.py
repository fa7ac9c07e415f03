"""Projects that sentences name with their Maßnahmenart, in agreements that list none."""

from __future__ import annotations

import pytest

from extract.projects.dropped import is_dropped
from models.settings import Review
from tests.typed_pages import typed_agreement

PAGE = """
        Änderungsvereinbarung zur Zielvereinbarung

        zum Ausbildungs- und Qualifizierungsbudget 2023

        zwischen dem Land Hessen und dem Landkreis Fulda

        1. Anlass

        {said}

        2. Mittel

        In der Tabelle wird die Zeile zur Maßnahmenart 2 wie folgt neu gefasst:

        Maßnahmenart                                          bisher (Euro)        neu (Euro)
        {row}        264.000           209.750
"""
ROW = "2 – Ausbildung in anerkannten Ausbildungsberufen"
OTHER = "2 – Alles, was sonst noch zu tun ist            "
SAID = "Das Projekt „Werkhof“ der Maßnahmenart 2 konnte nicht im geplanten Umfang besetzt werden."


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("wird das Projekt „Brückenjahr“ gestrichen", ["Pflegeassistenz", "Digital fit"]),
        ("wird das Projekt „Brückenjahr“ nicht weiter geführt", ["Pflegeassistenz", "Digital fit"]),
        ("wird das Projekt „Brückenjahr“ verlängert", ["Brückenjahr", "Pflegeassistenz", "Digital fit"]),
    ],
)
def test_a_project_that_a_change_takes_out_is_none(said: str, left: list[str]) -> None:
    text = f"""
        Änderungsvereinbarung zur Zielvereinbarung

        zum Ausbildungs- und Qualifizierungsbudget 2023

        zwischen dem Land Hessen und dem Landkreis Fulda

        § 3 Änderung der Projekte

        a) Bei der Maßnahmenart „Ausbildungsvorbereitung“ {said}.

        b) Bei der Maßnahmenart „Qualifizierungsprojekte“ werden angefügt:

           – „Pflegeassistenz“ (Träger: Bildungswerk Muster e. V.)
           – „Digital fit“ (Träger: Volkshochschule)
    """
    found = typed_agreement(text).measures
    assert [project.name.value.strip("„“") for one in found for project in one.projects] == left


def projects(said: str, row: str) -> list[tuple[int | None, str, str, bool]]:
    return [
        (
            measure.number,
            measure.title.value,
            project.name.value,
            project.name.provenance.confidence > Review().confidence,
        )
        for measure in typed_agreement(PAGE.format(said=said, row=row)).measures
        for project in measure.projects
    ]


@pytest.mark.parametrize("of", ["der Maßnahmenart 2", "(Maßnahmenart 2)", "aus der Maßnahmenart 2"])
def test_a_sentence_names_a_project_and_a_row_the_title_of_its_measure(of: str) -> None:
    assert projects(SAID.replace("der Maßnahmenart 2", of), ROW) == [
        (2, "Ausbildung in anerkannten Ausbildungsberufen", "Werkhof", False)
    ]


@pytest.mark.parametrize(
    ("said", "row"),
    [
        (SAID.replace("Maßnahmenart 2", "Maßnahmenart 3"), ROW),
        (SAID, OTHER),
        (SAID.replace("Das Projekt", "Die Halle"), ROW),
    ],
)
def test_where_title_number_or_word_do_not_tell_there_is_none(said: str, row: str) -> None:
    assert projects(said, row) == []


@pytest.mark.parametrize(
    ("sentence", "dropped"),
    [
        ("Das Projekt „Lernhaus“ wird gestrichen.", True),
        ("Damit entfällt nichts; das Projekt Lernhaus wird nicht weiter gefördert.", True),
        ("Die Förderung des Projekts Lernhaus entfällt.", True),
        ("Das Projekt Lernhaus Süd entfällt.", False),
        ("Das Projekt „Lernhaus Süd“ entfällt.", False),
        ("Das Projekt Lernhaus am Park entfällt.", False),
        ("Im Projekt „Lernhaus“ entfallen zwei Plätze.", False),
        ("Für das Projekt „Lernhaus“ entfällt der Eigenanteil.", False),
        ("Eine Stelle des Projekts „Lernhaus“ wird gestrichen.", False),
        ("Das Projekt Lernhaus wird nicht gestrichen.", False),
        ("Das Projekt Lernhaus wird fortgeführt und das Projekt Neustart gestrichen.", False),
    ],
)
def test_a_project_is_taken_out_itself_and_not_a_part_of_it_or_another(sentence: str, dropped: bool) -> None:
    assert is_dropped("Lernhaus", ["Lernhaus", "Lernhaus am Park"], sentence) == dropped
