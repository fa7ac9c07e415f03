"""A column that times what another counts makes the sums of the rows holds rates, and no parts."""

from __future__ import annotations

from tests.test_allotments import sure
from tests.typed_pages import typed_agreement

FRONT = """
                              Vereinbarung
        zwischen dem Landkreis Gießen und der Stadt Lich über die Betreuung von Gästen

        § 1 Vergütung

        Die Vergütung wird so berechnet:

"""


def read(table: str) -> list[tuple[float, str]]:
    return [(float(one.value), one.role) for one in typed_agreement(FRONT + table).amounts]


def test_a_rate_beside_what_it_is_multiplied_with_is_read_though_no_currency_is_named() -> None:
    table = """
        Ortsteil              Einwohner      Satz         Jahresbetrag

        Langsdorf                19.049      1,25          23.811,25 €
        Eberstadt                 6.395      1,25           7.993,75 €
        zusammen                                           31.805,00 €
"""
    assert read(table) == [
        (1.25, "other"),
        (23_811.25, "component"),
        (1.25, "other"),
        (7_993.75, "component"),
        (31_805, "total"),
    ]
    assert sure(typed_agreement(FRONT + table).amounts)


def test_a_price_with_its_currency_is_no_part_of_the_sum() -> None:
    table = """
        Angebot               Anzahl         Preis            Betrag

        Führung                   20      150,00 €        3.000,00 €
        Vortrag                   10      200,00 €        2.000,00 €
        zusammen                                          5.000,00 €
"""
    assert read(table) == [
        (150, "other"),
        (3_000, "component"),
        (200, "other"),
        (2_000, "component"),
        (5_000, "total"),
    ]


def test_a_rate_that_does_not_multiply_is_doubted() -> None:
    table = """
        Ortsteil              Einwohner      Satz         Jahresbetrag

        Langsdorf                19.049      1,25          23.811,25 €
        Eberstadt                 6.395      1,25           7.993,75 €
        Muschenheim               6.000      1,35           7.500,00 €
        zusammen                                           39.305,00 €
"""
    found = [one for one in typed_agreement(FRONT + table).amounts if one.value < 2]
    assert [sure((one,)) for one in found] == [True, True, False]


def test_figures_that_make_no_sums_are_no_rates() -> None:
    table = """
        Ortsteil              Einwohner      Index        Jahresbetrag

        Langsdorf                19.049      1,25          23.800,00 €
        Eberstadt                 6.395      0,75           8.200,00 €
        zusammen                                           32.000,00 €
"""
    assert read(table) == [(23_800, "component"), (8_200, "component"), (32_000, "total")]
