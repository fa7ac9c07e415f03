"""Projects that sentences name in quotation marks under titles in such marks, as changes do."""

from __future__ import annotations

import pytest

from models.settings import Review
from tests.typed_pages import OPENING, typed_agreement

CHANGE = OPENING + "        § 2 Änderung der Maßnahmen\n\n        {said}\n"
KNOWN = """(1) Bei der Maßnahmenart „Ausbildungsvorbereitung“ wird nach dem Projekt „Lernhaus“ das Projekt
        „Praxisklasse Nord“ eingefügt.

        (2) {said}"""
ADDED = """Die Maßnahmenart „Sprachförderung“ wird um das Projekt „Fachsprache Metall“ ergänzt."""
UNDER = """In Ziffer 5 wird unter „Sprachförderung“ „Fachsprache Metall“ bis zum 31.03.2024 verlängert."""
HEADED = """Unter der Überschrift „Sprachförderung“ werden „Fachsprache Metall“ und „Deutsch im Beruf“ neu
        aufgenommen."""


def projects(said: str) -> dict[str, list[tuple[str, bool]]]:
    record = typed_agreement(CHANGE.format(said=said))
    return {
        measure.title.value: [
            (one.name.value, one.name.provenance.confidence < Review().confidence) for one in measure.projects
        ]
        for measure in record.measures
    }


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (ADDED, ["Fachsprache Metall"]),
        (UNDER, ["Fachsprache Metall"]),
        (HEADED, ["Fachsprache Metall", "Deutsch im Beruf"]),
    ],
)
def test_a_change_names_projects_under_a_title_of_no_catalogue_to_be_looked_at(
    said: str, names: list[str]
) -> None:
    assert projects(said) == {"Sprachförderung": [(name, True) for name in names]}


def test_they_stand_beside_those_of_titles_that_are_known() -> None:
    found = projects(KNOWN.format(said=ADDED))
    assert [name for name, _ in found["Ausbildungsvorbereitung"]] == ["Lernhaus", "Praxisklasse Nord"]
    assert [name for name, _ in found["Sprachförderung"]] == ["Fachsprache Metall"]


@pytest.mark.parametrize(
    "said",
    [
        "Unter „Sprachförderung“ entfällt das Projekt „Fachsprache Metall“.",
        "Unter „Sprachförderung“ wird „40 Plätze“ durch „46 Plätze“ ersetzt.",
        "Die Maßnahmenart „Sprachförderung“ bleibt, das Projekt „Fachsprache Metall“ wird gestrichen.",
    ],
)
def test_what_is_left_out_or_replaced_is_no_project(said: str) -> None:
    assert projects(said) == {}


def test_the_sentence_behind_the_one_that_names_them_tells_of_others() -> None:
    more = " Die Zahl der Plätze im Projekt „Lernhaus“\n        wird auf 46 erhöht."
    assert projects(ADDED + more) == {"Sprachförderung": [("Fachsprache Metall", True)]}


ITEMS = (
    OPENING
    + """        § 2 Ziele

        Die Mittel werden für folgende {what} eingesetzt:

        {one}Sprachförderung mit Praxisanteil, und zwar die Projekte „Lernhaus Nord“ und „Kompass“,
        {two}Beratung Alleinerziehender mit dem Projekt „Neustart“.

        § 3 Mittel
"""
)


@pytest.mark.parametrize("marks", [("a) ", "b) "), ("– ", "– "), ("1. ", "2. ")])
def test_an_item_that_names_its_projects_needs_no_catalogue(marks: tuple[str, str]) -> None:
    record = typed_agreement(ITEMS.format(what="Maßnahmen", one=marks[0], two=marks[1]))
    assert [(one.title.value, [p.name.value for p in one.projects]) for one in record.measures] == [
        ("Sprachförderung mit Praxisanteil", ["Lernhaus Nord", "Kompass"]),
        ("Beratung Alleinerziehender", ["Neustart"]),
    ]


def test_where_no_maßnahmen_are_announced_such_items_have_no_titles() -> None:
    record = typed_agreement(ITEMS.format(what="Zwecke", one="– ", two="– "))
    assert [one.title.value for one in record.measures] == ["Projekte"]


@pytest.mark.parametrize(
    "said",
    [
        "Gefördert werden die Projekte „Lernhaus Nord“ und „Kompass“.",
        "In § 4 wird nach dem Projekt „Lernhaus Nord“ das Projekt „Kompass“ eingefügt.",
        "Das Projekt „Lernhaus Nord“ erhält 84.000 Euro, das Projekt „Kompass“ 62.000 Euro.",
    ],
)
def test_projects_that_are_quoted_without_a_maßnahmenart_are_to_be_looked_at(said: str) -> None:
    found = [one for projects_of in projects(said).values() for one in projects_of]
    assert found == [("Lernhaus Nord", True), ("Kompass", True)]


@pytest.mark.parametrize(
    "said", ["Das Projekt „Lernhaus Nord“ endete im Vorjahr.", "Das Angebot „Kompass“ wird eingestellt."]
)
def test_projects_that_are_over_are_none(said: str) -> None:
    assert not projects(said)


INSERTED = """1. In Nummer 5 werden unter der Überschrift „Sprachförderung“ folgende {what} angefügt:

             {quoted}

        2. In Nummer 7 wird folgender Satz angefügt:

             „Die Stadt legt über die Mittel einen Bericht vor.“"""


@pytest.mark.parametrize("what", ["Spiegelstriche", "Projekte", "neue Punkte"])
@pytest.mark.parametrize(
    "quoted",
    [
        "„– Lernhaus Nord,\n             – Kompass.“",
        "„a) Lernhaus Nord,\n             b) Kompass“.",
        "„– Lernhaus Nord\n             – Kompass“",
    ],
)
def test_what_is_put_into_a_list_is_quoted_below_its_title(what: str, quoted: str) -> None:
    found = projects(INSERTED.format(what=what, quoted=quoted))
    assert found == {"Sprachförderung": [("Lernhaus Nord", True), ("Kompass", True)]}


def test_what_is_put_in_may_be_told_by_what_it_stands_behind() -> None:
    said = """In Nummer 5 wird bei der Maßnahmenart „Sprachförderung“ nach dem letzten Projekt angefügt:

             „– Lernhaus Nord
             – Kompass – Wege in Arbeit“"""
    assert projects(said) == {
        "Sprachförderung": [("Lernhaus Nord", True), ("Kompass – Wege in Arbeit", True)]
    }


def test_sentences_that_are_put_in_name_none() -> None:
    assert not projects(INSERTED.format(what="Sätze", quoted="„Die Stadt berichtet dem Land jährlich.“"))
