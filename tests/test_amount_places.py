"""What an amount is for: the project or the measure that it is printed beside."""

from __future__ import annotations

import pytest

from tests.test_amounts import AMENDING, FRONT
from tests.typed_pages import typed_agreement

Place = tuple[int, str, int | None, str | None]


def places(text: str, front: str = FRONT) -> list[Place]:
    found = typed_agreement(front + text).amounts
    return [(int(one.value), one.role, one.measure, one.project) for one in found]


def test_an_amount_behind_a_project_is_the_money_of_the_project() -> None:
    assert places(
        """
        Das Land stellt dem Landkreis im Jahr 2022 insgesamt 500.000 Euro zur Verfügung.

        § 3 Projekte

        Maßnahmenart 1: Ausbildungsvorbereitung
        - Lernwerkstatt Nord: 200.000 Euro
        - Startklar: 100.000 Euro

        Maßnahmenart 2: Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen
        - Handwerk live: 200.000 Euro
        """
    ) == [
        (500000, "total", None, None),
        (200000, "component", 1, "Lernwerkstatt Nord"),
        (100000, "component", 1, "Startklar"),
        (200000, "component", 2, "Handwerk live"),
    ]


def test_an_amount_in_the_row_of_a_project_is_its_money_wherever_its_column_stands() -> None:
    found = places(
        """
        Das Land stellt dem Landkreis im Jahr 2022 insgesamt 500.000 Euro zur Verfügung.

        § 3 Projekte

        +--------------------+--------------+--------------+
        | Projekt            | 2021         | 2022         |
        +--------------------+--------------+--------------+
        | 1. Ausbildungsvorbereitung        |              |
        +--------------------+--------------+--------------+
        | Lernwerkstatt Nord | 40.000,00    | 300.000,00   |
        +--------------------+--------------+--------------+
        | Startklar          | 50.000,00    | 200.000,00   |
        +--------------------+--------------+--------------+
        """
    )
    assert {(value, project) for value, _, _, project in found[1:]} == {
        (40000, "Lernwerkstatt Nord"),
        (300000, "Lernwerkstatt Nord"),
        (50000, "Startklar"),
        (200000, "Startklar"),
    }


@pytest.mark.parametrize(
    "said",
    [
        "Davon entfallen auf die Maßnahmenart 1 300.000 Euro.",
        "Für die Maßnahmenart 1 sind 300.000 Euro vorgesehen.",
        "Davon sind 300.000 Euro für Ausbildungsvorbereitung bestimmt.",
    ],
)
def test_the_words_beside_an_amount_name_its_measure(said: str) -> None:
    found = places(
        f"""
        Das Land stellt dem Landkreis im Jahr 2022 insgesamt 500.000 Euro zur Verfügung.
        {said}

        § 3 Projekte

        Maßnahmenart 1: Ausbildungsvorbereitung
        - Lernwerkstatt Nord
        Maßnahmenart 2: Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen
        - Handwerk live
        """
    )
    assert found == [(500000, "total", None, None), (300000, "component", 1, None)]


@pytest.mark.parametrize("called", ["Zielfeld", "Maßnahmenart", "Handlungsfeld", "Baustein", "Förderbereich"])
@pytest.mark.parametrize("whole", ["steht 2022 ein Finanzrahmen von {} bereit", "stehen 2022 {} bereit"])
def test_a_line_that_names_the_number_of_a_measure_is_told_of_it_alone(called: str, whole: str) -> None:
    found = places(
        f"""
        {called} 1: Ausbildungsvorbereitung
        Projekt                  Kennzahl            Zielwert
        Lernwerkstatt Nord       Eintritte                 21

                                                 Mittel für {called} 1: 407.000,00 €

        {called} 2: Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen
        Projekt                  Kennzahl            Zielwert
        Handwerk live            Abschlüsse                 7

                                                 Mittel für {called} 2: 613.407,00 €

        § 3 Finanzrahmen

        Für die genannten Ziele {whole.format("1.200.407,00 €")}.
        """
    )
    assert found == [
        (407_000, "component", 1, None),
        (613_407, "component", 2, None),
        (1_200_407, "total", None, None),
    ]


def test_what_names_several_measures_is_for_none_of_them() -> None:
    found = places(
        """
        Für die Maßnahmenart 1 und die Maßnahmenart 2 stehen 500.000 Euro bereit.

        § 3 Projekte

        Maßnahmenart 1: Ausbildungsvorbereitung
        - Lernwerkstatt Nord
        Maßnahmenart 2: Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen
        - Handwerk live
        """
    )
    assert found == [(500000, "total", None, None)]


def test_loose_amounts_side_by_side_are_told_by_the_headings_above_them() -> None:
    assert places(
        """
                                        alt                 neu

        Zuwendung 2022                  500.000 Euro        600.000 Euro
        """,
        AMENDING,
    ) == [(500000, "replaced", None, None), (600000, "replacement", None, None)]


def test_the_row_above_one_that_begins_with_davon_is_what_is_divided() -> None:
    found = places(
        """
        +------------------------+----------------+
        | Posten                 | Betrag         |
        +------------------------+----------------+
        | Zusage des Landes      | 500.000 Euro   |
        +------------------------+----------------+
        | darunter Beratung      | 300.000 Euro   |
        +------------------------+----------------+
        | Werkstatt              | 190.000 Euro   |
        +------------------------+----------------+
        """
    )
    assert [role for _, role, _, _ in found] == ["total", "component", "component"]


def test_each_amount_of_a_list_has_the_year_of_its_own_line() -> None:
    found = typed_agreement(
        FRONT
        + """
        Bis zum Jahr 2024 stehen insgesamt 600.000 Euro bereit, und zwar:
             300.000 Euro (2022)
             200.000 Euro (2023)
             100.000 Euro (2024)
        """
    ).amounts
    assert [(int(one.value), one.year) for one in found[1:]] == [
        (300000, 2022),
        (200000, 2023),
        (100000, 2024),
    ]
