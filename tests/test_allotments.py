"""Of a table or a list of what several bodies are allotted, only the party's own row is agreed."""

from __future__ import annotations

import pytest

from models.agreement import Amount
from models.settings import Settings
from tests.typed_pages import typed_agreement

FRONT = """
                              Zielvereinbarung
        zwischen dem Land Hessen und dem Landkreis Kassel über das
        Ausbildungs- und Qualifizierungsbudget 2022

        § 1 Mittel

"""
TOLD = """
        Das Land stellt dem Landkreis Kassel im Jahr 2022 insgesamt 429.790 Euro bereit.

"""


def amounts(text: str, front: str = FRONT) -> tuple[Amount, ...]:
    return typed_agreement(front + text).amounts


def roles(text: str, front: str = FRONT) -> list[tuple[int, str]]:
    return [(int(amount.value), amount.role) for amount in amounts(text, front)]


def sure(found: tuple[Amount, ...]) -> bool:
    return all(one.provenance.confidence >= Settings().review.confidence for one in found)


TABLES = {
    "in full, with a sum": (
        """
        Nr.   Gebietskörperschaft                Index    Zuteilung in EUR

        1     Landkreis Fulda                    0,72         1.289.400,00
        2     Landkreis Kassel                   0,93           429.790,00
        3     Stadt Kassel                       1,14           798.300,00
        4     Werra-Meißner-Kreis                1,14           555.300,00
              Region insgesamt                   1,00         3.072.790,00
""",
        [
            (1_289_400, "other"),
            (429_790, "total"),
            (798_300, "other"),
            (555_300, "other"),
            (3_072_790, "other"),
        ],
    ),
    "without a sum": (
        """
        Landkreis                                         Betrag in EUR

        Landkreis Fulda                                    1.289.400,00
        Landkreis Kassel                                     429.790,00
        Werra-Meißner-Kreis                                  555.300,00
""",
        [(1_289_400, "other"), (429_790, "total"), (555_300, "other")],
    ),
    "for short": (
        """
        Landkreis                                         Betrag in EUR

        Fulda                                              1.289.400,00
        Kassel                                               429.790,00
        Schwalm-Eder                                         555.300,00
        Summe                                              2.274.490,00
""",
        [(1_289_400, "other"), (429_790, "total"), (555_300, "other"), (2_274_490, "other")],
    ),
    "the kind behind the place": (
        """
        Empfänger                                         Betrag in EUR

        Fulda, Landkreis                                   1.289.400,00
        Kassel, Landkreis                                    429.790,00
        Kassel, Stadt                                        555.300,00
""",
        [(1_289_400, "other"), (429_790, "total"), (555_300, "other")],
    ),
    "some unknown": (
        """
        Gebietskörperschaft                               Betrag in EUR

        Landkreis Kassel                                     429.790,00
        Landkreis Neustadt am Berg                         1.289.400,00
        Zweckverband Mittlere Höhe                           555.300,00
        Verein für Bildung                                   155.300,00
        Zusammen                                           2.429.790,00
""",
        [
            (429_790, "total"),
            (1_289_400, "other"),
            (555_300, "other"),
            (155_300, "other"),
            (2_429_790, "other"),
        ],
    ),
    "several years": (
        """
        Gebietskörperschaft               Anteil 2022    Anteil 2023    Gesamtbetrag

        Landkreis Fulda                   600.000,00      689.400,00      1.289.400,00
        Landkreis Kassel                  229.790,00      200.000,00        429.790,00
        Werra-Meißner-Kreis               300.000,00      255.300,00        555.300,00
        Summe                           1.129.790,00    1.144.700,00      2.274.490,00
""",
        [
            (600_000, "other"),
            (689_400, "other"),
            (1_289_400, "other"),
            (229_790, "component"),
            (200_000, "component"),
            (429_790, "total"),
            (300_000, "other"),
            (255_300, "other"),
            (555_300, "other"),
            (1_129_790, "other"),
            (1_144_700, "other"),
            (2_274_490, "other"),
        ],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_only_the_row_of_the_party_is_agreed(name: str) -> None:
    table, expected = TABLES[name]
    found = amounts(TOLD + table)
    assert [(int(one.value), one.role) for one in found] == [(429_790, "total"), *expected]
    assert sure(found)


def test_what_only_names_tell_apart_is_doubted() -> None:
    table, expected = TABLES["in full, with a sum"]
    told = TOLD.replace("429.790", "500.000")
    assert roles(told + table)[1:] == expected
    assert not sure(amounts(told + table)[1:])
    assert not sure(amounts(table))


def test_a_table_in_which_no_party_is_found_is_doubted() -> None:
    table = """
        Gebietskörperschaft                               Betrag in EUR

        Landkreis Fulda                                    1.289.400,00
        Landkreis Gießen                                     329.790,00
        Werra-Meißner-Kreis                                  555.300,00
"""
    assert not sure(amounts(TOLD + table)[1:])


def test_what_the_party_hands_on_is_part_of_it() -> None:
    table = """
        Empfänger                                         Betrag in EUR

        Landkreis Kassel                                     229.790,00
        Stadt Baunatal                                       150.000,00
        Stadt Vellmar                                         50.000,00
        Summe                                                429.790,00
"""
    found = amounts(TOLD + table)
    assert [one.role for one in found] == ["total", "component", "component", "component", "total"]
    assert sure(found)


def test_what_all_parties_share_is_part_of_it() -> None:
    front = """
                              Zweckvereinbarung
        zwischen dem Landkreis Fulda, dem Landkreis Kassel und dem Werra-Meißner-Kreis
        über eine gemeinsame Leitstelle

        § 1 Kosten

        Die Kosten betragen im Jahr 2022 insgesamt 2.274.490 Euro.

"""
    assert [role for _, role in roles(TABLES["without a sum"][0], front)] == [
        "total",
        "component",
        "component",
        "component",
    ]


def test_who_carries_out_projects_is_no_recipient() -> None:
    table = """
        Projekt                     Träger                   Betrag in EUR

        Wegweiser                   Landkreis Kassel            229.790,00
        Brücke                      Stadt Kassel                150.000,00
        Kompass                     Landkreis Fulda              50.000,00
        Summe                                                   429.790,00
"""
    assert [role for _, role in roles(TOLD + table)] == [
        "total",
        "component",
        "component",
        "component",
        "total",
    ]


def test_of_a_list_of_bodies_only_the_item_of_the_party_is_agreed() -> None:
    found = amounts(
        TOLD
        + """
        In der Region werden zugeteilt:

        – Landkreis Fulda: 1.289.400 Euro

        – Landkreis Kassel: 429.790 Euro

        – Stadt Kassel: 798.300 Euro

        – zusammen: 2.517.490 Euro
"""
    )
    assert [(int(one.value), one.role) for one in found] == [
        (429_790, "total"),
        (1_289_400, "other"),
        (429_790, "total"),
        (798_300, "other"),
        (2_517_490, "other"),
    ]


def test_a_list_of_projects_is_part_of_what_is_agreed() -> None:
    found = roles(
        TOLD
        + """
        Davon entfallen auf

        – Kompass Kassel: 229.790 Euro

        – Wegweiser: 200.000 Euro
"""
    )
    assert found == [(429_790, "total"), (229_790, "component"), (200_000, "component")]
