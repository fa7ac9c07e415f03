"""Projects under titles that no catalogue knows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.projects.find import ruled_measures
from extract.projects.titled_lists import with_titled_lists
from tests.typed_pages import OPENING, typed_agreement, typed_reading

BEHIND = """
        § 3 Mittel

        Das Land stellt dafür im Haushaltsjahr 2022 insgesamt 500.000 Euro bereit.
"""


def listed(heading: str, text: str) -> list[tuple[str, list[str]]]:
    measures = ruled_measures(typed_reading(f"{OPENING}\n        § 2 {heading}\n{text}{BEHIND}"))
    return [(one.title.value, [project.name.value for project in one.projects]) for one in measures]


LISTS = """
        {lead}

        {0}Vermittlung und Begleitung{0}

          •  Tandem 50 (Kolpingwerk Musterau e. V.)
          •  Mobil in Arbeit (Caritasverband Musterau e. V.)

        {0}Beschäftigung im Ehrenamt{0}

          •  Gebrauchtwarenhaus (Werkhof gGmbH)
"""
FOUND = [
    ("Vermittlung und Begleitung", ["Tandem 50", "Mobil in Arbeit"]),
    ("Beschäftigung im Ehrenamt", ["Gebrauchtwarenhaus"]),
]


@pytest.mark.parametrize("bold", ["**", ""])
@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("Maßnahmen", "Der Landkreis führt sie durch oder lässt sie durch Dritte durchführen."),
        ("Umsetzung", "Der Landkreis setzt die folgenden Projekte um."),
        ("Gegenstand der Förderung", "Zuwendungsfähig sind:"),
    ],
)
def test_a_section_of_projects_tells_that_titles_above_lists_are_measures(
    heading: str, lead: str, bold: str
) -> None:
    assert listed(heading, LISTS.format(bold, lead=lead)) == FOUND


def test_all_of_them_are_doubted() -> None:
    text = LISTS.format("**", lead="Der Landkreis setzt die folgenden Projekte um.")
    measures = typed_agreement(f"{OPENING}\n        § 2 Maßnahmen\n{text}{BEHIND}").measures
    assert all(one.name.provenance.confidence <= 0.5 for measure in measures for one in measure.projects)


ONE = """
        Beschäftigung im Ehrenamt

          •  Gebrauchtwarenhaus
          •  Radwege und Parkplätze
"""


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("Vorhaben", [("Beschäftigung im Ehrenamt", ["Gebrauchtwarenhaus", "Radwege und Parkplätze"])]),
        ("Umsetzung", []),
    ],
)
def test_one_list_is_enough_in_a_section_that_is_called_by_what_it_lists(
    heading: str, found: list[tuple[str, list[str]]]
) -> None:
    assert listed(heading, ONE) == found


@pytest.mark.parametrize(
    ("lead", "second", "told"),
    [
        ("Die Stadt setzt die Mittel ein für", "Außerbetriebliche Ausbildung", True),
        ("Die Stadt setzt die Mittel ein für", "Anschrift des Hauses", False),
        ("Die Stadt hat hierfür bestimmt", "Außerbetriebliche Ausbildung", False),
    ],
)
def test_items_name_projects_behind_titles_where_the_money_is_said_to_be_for_them(
    lead: str, second: str, told: bool
) -> None:
    text = f"""
        {lead}

          – Vorbereitung auf eine Ausbildung: Startbahn Mathildenviertel
          – {second}: Restaurant am Büsingpark

        Die Verteilung der Plätze ist der Stadt überlassen.
"""
    expected = [
        ("Vorbereitung auf eine Ausbildung", ["Startbahn Mathildenviertel"]),
        (second, ["Restaurant am Büsingpark"]),
    ]
    assert (listed("Verwendung", text) == expected) == told


def test_a_title_set_as_a_known_one_is_a_measure_too() -> None:
    text = """
        Ausbildungsvorbereitung

          –  Lernhaus,
          –  Werkstatt.

        Beschäftigung im Ehrenamt

          –  Gebrauchtwarenhaus.
"""
    assert listed("Einzelnes", text) == [
        ("Ausbildungsvorbereitung", ["Lernhaus", "Werkstatt"]),
        ("Beschäftigung im Ehrenamt", ["Gebrauchtwarenhaus"]),
    ]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        # nothing speaks of projects
        ("Anlagen und Verteiler", LISTS.format("**", lead="Beigefügt ist:")),
        # one list alone
        ("Maßnahmen", "\n        Vermittlung und Begleitung\n\n          •  Tandem 50\n          •  Mobil\n"),
        # its entries say something
        (
            "Maßnahmen",
            "\n        Zum Ablauf\n\n          •  Die Träger berichten dem Landkreis.\n"
            "\n        Zum Ende\n\n          •  Der Landkreis berichtet dem Land.\n",
        ),
        # titles that say what else is listed
        (
            "Maßnahmen",
            "\n        Zielgruppen\n\n          •  Junge Mütter\n"
            "\n        Standorte\n\n          •  Musterau\n",
        ),
    ],
)
def test_other_lists_under_titles_are_none(heading: str, text: str) -> None:
    assert listed(heading, text) == []


def test_what_goes_on_with_a_known_list_is_a_part_of_it() -> None:
    text = """
        Ausbildungsvorbereitung

          –  Lernhaus,
          –  Werkstatt.

        Weitere Projekte

          –  Gebrauchtwarenhaus.
"""
    assert listed("Einzelnes", text) == [
        ("Ausbildungsvorbereitung", ["Lernhaus", "Werkstatt", "Gebrauchtwarenhaus"])
    ]


def test_a_list_of_what_each_programme_gives_is_none() -> None:
    text = """
        Aufteilung:

          –  Ausbildungs- und Qualifizierungsbudget: 300.000 Euro
          –  Arbeitsmarktbudget: 200.000 Euro

        Ausbildungsvorbereitung

          –  Lernhaus
          –  Werkstatt
"""
    assert listed("Einzelnes", text) == [("Ausbildungsvorbereitung", ["Lernhaus", "Werkstatt"])]


def test_a_project_beside_what_is_listed_under_such_a_title_stays_where_it_is() -> None:
    text = f"{OPENING}\n        § 2 Maßnahmen\n{LISTS.format('**', lead='Zuwendungsfähig sind:')}{BEHIND}"
    reading = typed_reading(text)
    first, second = with_titled_lists(reading, [])
    project = second.projects[0]
    left, top, right, bottom = project.name.provenance.bbox
    spot = project.name.provenance.model_copy(update={"bbox": (left + 250, top, right + 250, bottom)})
    name = project.name.model_copy(update={"provenance": spot})
    beside = replace(first, projects=[project.model_copy(update={"name": name})])
    kept, found = with_titled_lists(reading, [beside])
    assert (kept.projects, found.title.text) == (beside.projects, second.title.text)
