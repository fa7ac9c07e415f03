"""Tables that count in thousands or millions: no sum is read a thousand times too small."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.amounts.money_units import is_mended, mended
from models.german import parse_amount
from tests.test_amounts import FRONT
from tests.typed_pages import typed_agreement


def table(heading: str, *cells: str, above: str = "Die Mittel verteilen sich wie folgt:") -> list[int]:
    """The amounts of a table with one column of money."""
    posts = ("Beratung", "Werkstatt", "Begleitung")
    rows = [("Posten", heading), *zip(posts, cells, strict=False)]
    rule = f"        +{'-' * 22}+{'-' * 22}+\n"
    lines = rule.join(f"        | {name:<20} | {cell:<20} |\n" for name, cell in rows)
    found = typed_agreement(f"{FRONT}\n        {above}\n\n{rule}{lines}{rule}").amounts
    return [int(amount.value) for amount in found]


@pytest.mark.parametrize(
    "heading", ["T€", "(T€)", "TEUR", "in T€", "Tsd. Euro", "in Tsd. €", "Tausend Euro", "Betrag in 1.000 €"]
)
def test_a_column_may_count_in_thousands(heading: str) -> None:
    assert table(heading, "822", "1.701,5", "113,086") == [822000, 1701500, 113086]


def test_a_column_may_count_in_millions() -> None:
    assert table("Mio. €", "1,25", "0,5") == [1250000, 500000]


def test_what_stands_above_a_table_counts_for_its_columns_of_money() -> None:
    assert table("Betrag", "822", "1.701,5", above="Angaben in Tsd. Euro:") == [822000, 1701500]


@pytest.mark.parametrize("unit", ["in Tsd. Euro", "T€", "Angaben in TEUR", "(in 1.000 €)"])
def test_what_heads_the_labels_of_a_table_counts_for_its_years(unit: str) -> None:
    text = f"""{FRONT}
        Die Kosten verteilen sich wie folgt:

        {unit:<20}    2024      2025      gesamt
        Muster                   620     1.540       2.160
        Probe                    310       270         580
        Summe                    930     1.810       2.740
    """
    found = [int(amount.value) for amount in typed_agreement(text).amounts]
    assert found[-9:] == [620000, 1540000, 2160000, 310000, 270000, 580000, 930000, 1810000, 2740000]


ACCOUNT = """
        Position                 Anm.         2022 EUR      Vorjahr TEUR

        Mittelherkunft
        Landesmittel             [1]        520.000,00               498
        Eigenmittel              [2]         60.500,00                61
        Summe Herkunft                      580.500,00               559
        Mittelverwendung
        Personalausgaben                    400.500,00               380
        Sachausgaben                        180.000,00               179
        Summe Verwendung                    580.500,00               559
"""


def test_an_account_has_a_year_in_euro_beside_the_last_one_in_thousands() -> None:
    found = [one for one in typed_agreement(FRONT + ACCOUNT).amounts if one.table]
    values = [int(one.value) for one in found]
    assert values[:4] == [520000, 498000, 60500, 61000]
    assert [(int(one.value), one.label) for one in found if one.role == "total"] == [(520000, "Landesmittel")]
    assert {one.role for one in found} == {"total", "other"}


def test_a_sum_like_a_year_is_one_where_those_below_it_name_the_currency_too() -> None:
    text = f"""{FRONT}
        Die Mittel verteilen sich wie folgt:

        Beratung                 2022 EUR
        Werkstatt                1800 EUR
        Begleitung               1500 EUR
    """
    assert [int(one.value) for one in typed_agreement(text).amounts][-3:] == [2022, 1800, 1500]


@pytest.mark.parametrize(
    ("heads", "times"), [("Posten TEUR", 1000), ("Posten 2022 EUR Vorjahr TEUR", 1), ("Posten EUR", 1)]
)
def test_headings_read_as_one_tell_of_no_column_in_what_it_counts(heads: str, times: int) -> None:
    rule = f"        +{'-' * 32}+{'-' * 22}+\n"
    rows = [(heads, ""), ("Beratung", "822.000,00"), ("Werkstatt", "1.701.000,00")]
    lines = rule.join(f"        | {name:<30} | {cell:<20} |\n" for name, cell in rows)
    found = typed_agreement(f"{FRONT}\n{rule}{lines}{rule}").amounts
    assert [int(amount.value) for amount in found][-2:] == [822000 * times, 1701000 * times]


@pytest.mark.parametrize(
    ("below", "times"),
    [("Alle Beträge in T€", 1000), ("(Angaben in Tsd. Euro)", 1000), ("Die Raten betragen 5 T€.", 1)],
)
def test_what_stands_below_a_table_counts_for_its_columns_of_money(below: str, times: int) -> None:
    rule = f"        +{'-' * 22}+{'-' * 22}+\n"
    rows = [("Posten", "Betrag"), ("Beratung", "822"), ("Werkstatt", "1.701")]
    lines = rule.join(f"        | {name:<20} | {cell:<20} |\n" for name, cell in rows)
    found = typed_agreement(f"{FRONT}\n{rule}{lines}{rule}        {below}\n").amounts
    assert [int(amount.value) for amount in found][:2] == [822 * times, 1701 * times]


@pytest.mark.parametrize(
    ("heading", "above"),
    [
        ("Betrag", "Im Vorjahr wurden 500 T€ in drei Raten gezahlt:"),
        ("Betrag", "In Raten von 1.000 € werden gezahlt:"),
        ("Betrag in Euro", "Angaben in Tsd. Euro:"),
    ],
)
def test_no_sum_is_multiplied_for_what_only_looks_like_a_unit(heading: str, above: str) -> None:
    found = table(heading, "822.000,00", "1.701.500,00", above=above)
    assert found[-2:] == [822000, 1701500]


def test_a_cell_with_a_unit_of_its_own_is_as_it_says() -> None:
    assert table("T€", "822", "5.000 €") == [822000, 5000]


def test_plain_money_is_not_multiplied() -> None:
    assert table("Betrag in Euro", "822.000,00", "1.701.500,00") == [822000, 1701500]


@pytest.mark.parametrize(
    ("printed", "value"), [("822,109 T€", 822109), ("822,5 TEUR", 822500), ("1.250 Tsd. Euro", 1250000)]
)
def test_a_total_may_be_printed_in_thousands(printed: str, value: int) -> None:
    text = f"        Das Land stellt dem Landkreis im Jahr 2022 insgesamt {printed} zur Verfügung."
    (amount,) = typed_agreement(FRONT + text).amounts
    assert (int(amount.value), amount.role) == (value, "total")


def test_sums_right_before_the_names_they_are_for_are_a_column_of_their_own() -> None:
    text = """
        Die Mittel verteilen sich wie folgt:

        -----------------------------------------------------------------
              Euro Posten                        Maßnahmenart
        -----------------------------------------------------------------
        200.300,00 Beratung und Begleitung       1 Ausbildungsvorbereitung
        -----------------------------------------------------------------
        124.976,00 Werkstatt Nord                1 Ausbildungsvorbereitung
        -----------------------------------------------------------------
         35.500,00 Lernhaus                      1 Ausbildungsvorbereitung
        -----------------------------------------------------------------
        360.776,00 Summe
        -----------------------------------------------------------------
    """
    found = typed_agreement(FRONT + text).amounts
    assert [int(one.value) for one in found] == [200300, 124976, 35500, 360776]


def test_sums_right_before_the_years_they_are_for_are_a_column_of_their_own() -> None:
    text = """
        Die Mittel verteilen sich wie folgt:

        -------------------------------------------
        Titel             Ansatz (Euro) Bestimmung
        -------------------------------------------
        685 01               200.300,00 2022
        -------------------------------------------
        685 02               124.976,00 2023
        -------------------------------------------
        685 03                35.500,00 2024
        -------------------------------------------
                             360.776,00 Budget
        -------------------------------------------
    """
    found = typed_agreement(FRONT + text).amounts
    assert [(int(one.value), one.year) for one in found] == [
        (200300, 2022),
        (124976, 2023),
        (35500, 2024),
        (360776, None),
    ]


@pytest.mark.parametrize("sign", ["TE", "(TE)"])
def test_a_misread_sign_still_counts_in_thousands_but_a_person_looks(sign: str) -> None:
    record = typed_agreement(
        f"""
        Der Mittelrahmen für 2017 umfasst 3.173,289 TE; für 20 TE sind Plätze vorgesehen.
        Für 2018 sind 3.240 TE veranschlagt.

        Projekt               Träger              {sign}
        Werkstatt Süd         Volkshochschule     2.215,46
        Lernhaus Nord         Diakonie            957,829
        """
    )
    assert [str(one.value) for one in record.amounts] == [
        "3173289.00",
        "3240000.00",
        "2215460.00",
        "957829.00",
    ]
    assert all(one.provenance.confidence <= 0.5 for one in record.amounts if one.table)


@pytest.mark.parametrize("rule", ["", "        +---------------------+---------------------+"])
def test_a_stroke_apart_from_its_number_is_a_minus_that_a_person_looks_at(rule: str) -> None:
    rows = (
        ["Projekt", "Betrag in Euro"],
        ["Werkstatt", "25.000,00"],
        ["Lernhaus", "- 10.000,00"],
        ["Hof", "12.000,00"],
    )
    mark = "|" if rule else " "
    lines = [f"        {mark} {name:<19} {mark} {cell:>19} {mark}" for name, cell in rows]
    table = f"\n{rule}\n".join(["", *lines, ""]) if rule else "\n".join(lines)
    record = typed_agreement(f"\n        Die Mittel verteilen sich wie folgt auf die Vorhaben:\n\n{table}\n")
    assert [int(one.value) for one in record.amounts] == [25000, -10000, 12000]
    assert [one.provenance.confidence <= 0.5 for one in record.amounts] == [False, True, False]


def test_where_one_heading_names_the_currency_large_numbers_under_another_are_no_money() -> None:
    record = typed_agreement(
        """
        Veranschlagt ist ein jährlicher Aufwand von 641.000 Euro nach der Zahl der Einwohner.

        Beteiligte            Einwohner         Anteil in Euro
        Kreis Offenbach          61.329             166.000,00
        Stadt Kassel            175.490             475.000,00
        insgesamt               236.819             641.000,00
        """
    )
    assert sorted(str(one.value) for one in record.amounts if one.table) == [
        "166000.00",
        "475000.00",
        "641000.00",
    ]


@pytest.mark.parametrize(
    "printed", ["500.000.00", "500.000, 00", ".500.000,00", "500.000,00 €.", "500.000;00 €"]
)
def test_a_figure_that_a_scan_damaged_is_read_in_doubt(printed: str) -> None:
    found = mended(printed)
    assert found != printed
    assert parse_amount(found, currency_required=False) == (Decimal(500_000), "EUR")


@pytest.mark.parametrize("printed", ["500.000,00", "500.000 Euro", "- 500,00", "1.000,--", "91,2"])
def test_a_sound_figure_needs_no_mending(printed: str) -> None:
    assert mended(printed) == printed


def test_a_speck_before_one_figure_costs_no_column() -> None:
    assert table("v. 2022", "154.000,00", ".242.000,00", "234.500,00") == [154_000, 242_000, 234_500]


@pytest.mark.parametrize(
    ("heading", "above", "cells"),
    [
        ("Betrag in DM", "Die Mittel verteilen sich wie folgt:", ("510.000,00", "340.000,00")),
        ("Betrag", "Die Mittel verteilen sich wie folgt (Beträge in DM):", ("510.000,00", "340.000,00")),
        ("TDM", "Die Mittel verteilen sich wie folgt:", ("510,0", "340,0")),
        ("Betrag", "Angaben in TDM:", ("510", "340")),
        ("Mio. DM", "Die Mittel verteilen sich wie folgt:", ("0,51", "0,34")),
    ],
)
def test_a_column_may_count_in_marks(heading: str, above: str, cells: tuple[str, ...]) -> None:
    rule = f"        +{'-' * 22}+{'-' * 22}+\n"
    rows = [("Posten", heading), *zip(("Beratung", "Werkstatt"), cells, strict=True)]
    lines = rule.join(f"        | {name:<20} | {cell:<20} |\n" for name, cell in rows)
    found = typed_agreement(f"{FRONT}\n        {above}\n\n{rule}{lines}{rule}").amounts
    assert [(int(one.value), one.currency) for one in found] == [(510_000, "DEM"), (340_000, "DEM")]


@pytest.mark.parametrize("printed", ["581.960,00·€", "581.960,00 • €", "581.960,00 €"])
def test_a_speck_between_a_figure_and_its_currency_is_none_of_it(printed: str) -> None:
    assert mended(printed).replace("  ", " ").endswith("581.960,00 €")


@pytest.mark.parametrize(
    "printed", ["511 .200,00", "511. 200,00", "511:200,00", "511,200,00", '*"511.200,00', "„511.200,00"]
)
def test_the_damage_of_a_scan_is_taken_from_a_figure_and_told(printed: str) -> None:
    assert mended(printed) == "511.200,00"
    assert is_mended(printed)


@pytest.mark.parametrize("printed", ["511.200,00", "3. 400", "511 200,00", "Nr. 200,00"])
def test_a_figure_that_may_be_whole_is_left_as_it_is(printed: str) -> None:
    assert mended(printed) == printed
    assert not is_mended(printed)
