"""Sums of money and the part each plays, in typed agreements."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.tables.table import is_figure
from models.agreement import Amount
from tests.typed_pages import OPENING, typed_agreement

FRONT = OPENING + "        § 2 Mittel\n\n"
AMENDING = FRONT.replace("Zielvereinbarung", "Änderungsvereinbarung zur Zielvereinbarung")


def amounts(text: str, front: str = FRONT) -> tuple[Amount, ...]:
    return typed_agreement(front + text).amounts


def roles(text: str, front: str = FRONT) -> list[tuple[int, str]]:
    return [(int(amount.value), amount.role) for amount in amounts(text, front)]


def years(text: str) -> list[tuple[int, str, int | None]]:
    return [(int(amount.value), amount.role, amount.year) for amount in amounts(text)]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1.617.830 Euro", "1617830"),
        ("1.617.830,50 €", "1617830.50"),
        ("EUR 1.617.830,-", "1617830"),
        ("1 617 830,-- EUR", "1617830"),
        ("1,6 Mio. Euro", "1600000"),
        ("1.617.830,00 EURO", "1617830"),
    ],
)
def test_the_total_is_read_however_it_is_printed(printed: str, value: str) -> None:
    (amount,) = amounts(f"        Das Land stellt dem Landkreis {printed} zur Verfügung.")
    assert (amount.value, amount.role, amount.section) == (Decimal(value), "total", "2")
    assert (amount.text, amount.currency) == (printed, "EUR")


def test_marks_are_kept_as_marks() -> None:
    (amount,) = amounts("        Das Land stellt dem Landkreis 250.000 DM zur Verfügung.")
    assert (amount.value, amount.currency) == (Decimal(250_000), "DEM")


def test_an_amount_in_words_stands_beside_its_figures() -> None:
    (amount,) = amounts(
        """
        Das Land stellt dem Landkreis 1.617.830 Euro (in Worten: eine Million sechs-
        hundertsiebzehntausendachthundertdreißig Euro) zur Verfügung.
        """
    )
    assert amount.role == "total"
    assert amount.in_words is not None
    assert amount.in_words.value == Decimal(1_617_830)


def test_words_that_say_something_else_are_kept_for_the_checks_to_report() -> None:
    (amount,) = amounts(
        """
        Das Land stellt dem Landkreis 1.617.830 Euro (in Worten: eine Million sechs-
        hundertsiebzehntausendachthundertzwanzig Euro) zur Verfügung.
        """
    )
    assert amount.value == Decimal(1_617_830)
    assert amount.in_words is not None
    assert amount.in_words.value == Decimal(1_617_820)


def test_each_of_two_amounts_has_its_own_words() -> None:
    found = amounts(
        """
        Das Land stellt insgesamt 500.000 Euro (in Worten: fünfhunderttausend Euro)
        zur Verfügung, davon 200.000 Euro (in Worten: zweihunderttausend Euro) für
        die Werkstatt Süd.
        """
    )
    assert [(a.role, a.in_words.value if a.in_words else None) for a in found] == [
        ("total", Decimal(500_000)),
        ("component", Decimal(200_000)),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Förderung beträgt insgesamt 500.000 Euro.",
        "Der Landkreis erhält Mittel in Höhe von 500.000 Euro.",
        "Das Budget beläuft sich auf höchstens 500.000 Euro.",
        "Der Höchstbetrag ist auf 500.000 Euro festgesetzt.",
        "Hierfür werden 500.000 Euro bewilligt.",
        "Für das Haushaltsjahr 2022 ist folgender Betrag eingeplant: 500.000 Euro.",
    ],
)
def test_a_total_is_called_by_many_words(sentence: str) -> None:
    assert roles(f"        {sentence}") == [(500_000, "total")]


def test_an_amount_centred_on_a_line_of_its_own_is_the_total_its_sentence_announces() -> None:
    assert roles(
        """
        Das Land stellt dem Landkreis für die Umsetzung der gemeinsamen Vorhaben Mittel
        in Höhe von insgesamt

                                     500.000 Euro

        zur Verfügung. Das Nähere regelt der Bescheid.
        """
    ) == [(500_000, "total")]


def test_parts_of_a_total_are_components() -> None:
    assert roles(
        """
        Das Land stellt insgesamt 500.000 Euro zur Verfügung. Davon entfallen auf die
        Werkstatt Süd 300.000 Euro und auf das Lernhaus Nord 200.000 Euro.
        """
    ) == [(500_000, "total"), (300_000, "component"), (200_000, "component")]


def test_parts_in_a_list_are_components_with_their_label() -> None:
    found = amounts(
        """
        Das Land stellt insgesamt 500.000 Euro zur Verfügung. Sie verteilen sich so:

        – Werkstatt Süd: 300.000 Euro
        – Lernhaus Nord: 200.000 Euro
        """
    )
    assert [(int(a.value), a.role, a.label) for a in found] == [
        (500_000, "total", None),
        (300_000, "component", "Werkstatt Süd"),
        (200_000, "component", "Lernhaus Nord"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "In Summe 900.000 Euro, nämlich 500.000 Euro in 2024, 300.000 Euro in 2025 und 100.000 Euro in 2026.",
        "Insgesamt 900.000 Euro: für 2024 500.000 Euro, für 2025 300.000 Euro und für 2026 100.000 Euro.",
        "Insgesamt 900.000 Euro; 500.000 Euro (2024), 300.000 Euro (2025), 100.000 Euro (2026).",
        "Insgesamt 900.000 Euro: 2024: 500.000 Euro; 2025: 300.000 Euro; 2026: 100.000 Euro.",
    ],
)
def test_a_year_belongs_to_the_sum_that_nothing_parts_it_from(said: str) -> None:
    found = [(int(amount.value), amount.year) for amount in amounts(said)[1:]]
    assert found == [(500_000, 2024), (300_000, 2025), (100_000, 2026)]


def test_a_sum_for_a_period_is_for_no_single_year() -> None:
    found = years("Über die Laufzeit 2024 bis 2026 sind es in Summe 900.000 Euro.")
    assert found == [(900_000, "total", None)]


def test_commitments_for_coming_years_know_their_year() -> None:
    found = years(
        """
        Das Land stellt für das Jahr 2022 insgesamt 500.000 Euro zur Verfügung. Davon
        entfallen auf folgende Jahre:

        – 2022: 200.000 Euro
        – 2023: 180.000 Euro
        – 2024: 120.000 Euro
        """
    )
    assert found == [
        (500_000, "total", 2022),
        (200_000, "component", 2022),
        (180_000, "component", 2023),
        (120_000, "component", 2024),
    ]


def test_two_budgets_are_told_apart_by_their_programme() -> None:
    found = amounts(
        """
        Das Land stellt insgesamt 500.000 Euro zur Verfügung. Davon entfallen auf das
        Ausbildungs- und Qualifizierungsbudget 300.000 Euro und auf das Arbeitsmarkt-
        budget 200.000 Euro.
        """
    )
    assert [(int(a.value), a.role) for a in found] == [
        (500_000, "total"),
        (300_000, "component"),
        (200_000, "component"),
    ]
    assert [a.programme_key for a in found[1:]] == ["aqb", "arbeitsmarktbudget"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Der Betrag wird von 500.000 Euro auf 620.000 Euro erhöht.",
            [(500_000, "replaced"), (620_000, "replacement")],
        ),
        (
            "Das Budget beträgt nunmehr 620.000 Euro statt bisher 500.000 Euro.",
            [(620_000, "replacement"), (500_000, "replaced")],
        ),
        (
            "An die Stelle des Betrags von 500.000 Euro tritt der Betrag von 620.000 Euro.",
            [(500_000, "replaced"), (620_000, "replacement")],
        ),
        (
            "Die Angabe „500.000 Euro“ wird durch die Angabe „620.000 Euro“ ersetzt.",
            [(500_000, "replaced"), (620_000, "replacement")],
        ),
        (
            "Der bisherige Betrag von 500.000 Euro wird auf 620.000 Euro angehoben.",
            [(500_000, "replaced"), (620_000, "replacement")],
        ),
        (
            "Anstelle von 500.000 Euro werden 620.000 Euro bewilligt.",
            [(500_000, "replaced"), (620_000, "replacement")],
        ),
    ],
)
def test_an_amendment_replaces_an_old_amount_by_a_new_one(
    sentence: str, expected: list[tuple[int, str]]
) -> None:
    assert roles(f"        {sentence}", AMENDING) == expected


def test_the_difference_an_amendment_makes_is_neither_old_nor_new() -> None:
    assert roles(
        "        Der Betrag wird um 120.000 Euro von 500.000 Euro auf 620.000 Euro erhöht.", AMENDING
    ) == [(120_000, "other"), (500_000, "replaced"), (620_000, "replacement")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Pauschale beträgt 450 Euro je Teilnehmerin und Monat.",
        "Aufträge ab einem Wert von 1.000 Euro bedürfen dreier Angebote.",
        "Je Platz werden höchstens 800 Euro anerkannt.",
    ],
)
def test_rates_and_thresholds_are_no_part_of_the_sum(sentence: str) -> None:
    assert roles(f"        Das Land stellt insgesamt 500.000 Euro zur Verfügung.\n\n        {sentence}")[
        0
    ] == (500_000, "total")
    assert [
        role for _, role in roles(f"        Es werden insgesamt 5.000 Euro bewilligt.\n\n        {sentence}")
    ] == [
        "total",
        "other",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Frist nach § 44 Absatz 1 endet im Jahr 2022.",
        "Das Aktenzeichen lautet 58-04.250.000.",
        "Es werden 104 Plätze in 12 Kursen eingerichtet.",
        "Auskunft gibt das Jugendamt unter 06152 989-0.",
    ],
)
def test_numbers_without_a_currency_are_no_amounts(sentence: str) -> None:
    assert roles(f"        {sentence}") == []


def test_a_table_by_project_has_components_and_a_total() -> None:
    found = amounts(
        """
        Die Mittel verteilen sich auf die Vorhaben der Vertragspartner wie folgt:

        Projekt                            Betrag in Euro
        Werkstatt Süd                          300.000,00
        Lernhaus Nord                          200.000,00
        Gesamt                                 500.000,00

        § 3 Schluss

        Die Vereinbarung tritt mit der letzten Unterschrift der Vertragspartner in Kraft.
        """
    )
    assert [(int(a.value), a.role, a.label, a.table, a.row) for a in found] == [
        (300_000, "component", "Werkstatt Süd", 1, 2),
        (200_000, "component", "Lernhaus Nord", 1, 3),
        (500_000, "total", "Gesamt", 1, 4),
    ]
    assert {a.section for a in found} == {"2"}


def test_a_table_by_year_gives_each_amount_its_year() -> None:
    found = amounts(
        """
        Die Mittel verteilen sich auf die Vorhaben der Vertragspartner wie folgt:

        +------------------+-------------+-------------+-------------+
        | Vorhaben         | 2022        | 2023        | Gesamt      |
        +------------------+-------------+-------------+-------------+
        | Werkstatt Süd    |  100.000,00 |   80.000,00 |  180.000,00 |
        +------------------+-------------+-------------+-------------+
        | Lernhaus Nord    |   50.000,00 |   40.000,00 |   90.000,00 |
        +------------------+-------------+-------------+-------------+
        | Summe            |  150.000,00 |  120.000,00 |  270.000,00 |
        +------------------+-------------+-------------+-------------+
        """
    )
    assert [(int(a.value), a.role, a.year) for a in found] == [
        (100_000, "component", 2022),
        (80_000, "component", 2023),
        (180_000, "subtotal", None),
        (50_000, "component", 2022),
        (40_000, "component", 2023),
        (90_000, "subtotal", None),
        (150_000, "subtotal", 2022),
        (120_000, "subtotal", 2023),
        (270_000, "total", None),
    ]


def test_years_may_stand_in_the_rows_of_a_table() -> None:
    found = years(
        """
        Die Mittel verteilen sich auf die kommenden Haushaltsjahre des Landes wie folgt:

        Haushaltsjahr                      Betrag in Euro
        2022                                   300.000,00
        2023                                   200.000,00
        Summe                                  500.000,00
        """
    )
    assert found == [
        (300_000, "component", 2022),
        (200_000, "component", 2023),
        (500_000, "total", None),
    ]


def test_counts_in_a_table_are_no_amounts() -> None:
    assert roles(
        """
        Die Mittel verteilen sich auf die Vorhaben der Vertragspartner wie folgt:

        Nr.   Projekt                  Plätze      Betrag in Euro
        1     Werkstatt Süd               120          300.000,00
        2     Lernhaus Nord                80          200.000,00
              Gesamt                      200          500.000,00
        """
    ) == [(300_000, "component"), (200_000, "component"), (500_000, "total")]


def test_subtotals_of_a_table_are_told_from_its_total() -> None:
    assert roles(
        """
        Die Mittel verteilen sich auf die Vorhaben der Vertragspartner wie folgt:

        Projekt                            Betrag in Euro
        Werkstatt Süd                          300.000,00
        Lernhaus Nord                          200.000,00
        Zwischensumme Maßnahme 1               500.000,00
        Fachtag                                 50.000,00
        Zwischensumme Maßnahme 2                50.000,00
        Gesamtsumme                            550.000,00
        """
    ) == [
        (300_000, "component"),
        (200_000, "component"),
        (500_000, "subtotal"),
        (50_000, "component"),
        (50_000, "subtotal"),
        (550_000, "total"),
    ]


def test_what_one_of_several_comes_to_is_a_subtotal_and_what_all_do_is_not() -> None:
    assert roles(
        """
        Die Mittel verteilen sich auf die Vorhaben der Vertragspartner wie folgt:

        Projekt                            Betrag in Euro
        Werkstatt Süd                          300.000,00
        Lernhaus Nord                          200.000,00
        Paket 1 zusammen                       500.000,00
        Fachtag                                 50.000,00
        Paket 2 zusammen                        50.000,00
        zusammen                               550.000,00
        """
    ) == [
        (300_000, "component"),
        (200_000, "component"),
        (500_000, "subtotal"),
        (50_000, "component"),
        (50_000, "subtotal"),
        (550_000, "total"),
    ]


def test_amounts_come_in_the_order_in_which_they_are_printed() -> None:
    found = amounts(
        """
        Die Mittel verteilen sich auf die Vorhaben der Vertragspartner wie folgt:

        Projekt                            Betrag in Euro
        Werkstatt Süd                          300.000,00
        Lernhaus Nord                          200.000,00

        Das Land stellt damit insgesamt 500.000 Euro für die Vorhaben bereit, die in der
        Tabelle genannt sind.
        """
    )
    assert [int(a.value) for a in found] == [300_000, 200_000, 500_000]
    assert [a.role for a in found] == ["component", "component", "total"]


def test_a_repaired_reading_is_not_certain() -> None:
    (exact,) = amounts("        Das Land stellt dem Landkreis 617.830 Euro zur Verfügung.")
    (repaired,) = amounts("        Das Land stellt dem Landkreis 6I7.83O Euro zur Verfügung.")
    assert repaired.value == exact.value
    assert repaired.provenance.confidence <= 0.5 < exact.provenance.confidence


@pytest.mark.parametrize(
    ("first", "second"), [("50.000", "3000"), ("50000", "3000"), ("50000,00", "3000,00 €")]
)
def test_thousands_that_are_not_grouped_are_sums_of_a_table_without_a_grid(first: str, second: str) -> None:
    assert roles(
        f"""
        Das Land stellt insgesamt 81.000 Euro bereit.

        Projekt                            Betrag in Euro
        Werkstatt Süd                      {first:>14}
        Lernhaus                           {second:>14}
        Fahrten                            {first.replace("50", "28"):>14}
        zusammen                           {first.replace("50", "81"):>14}
        """
    ) == [
        (81_000, "total"),
        (50_000, "component"),
        (3_000, "component"),
        (28_000, "component"),
        (81_000, "total"),
    ]


def test_what_adds_up_to_the_total_are_its_parts_though_each_is_called_a_sum() -> None:
    assert roles(
        """
        Die Mittel verteilen sich auf die Vorhaben der Vertragspartner wie folgt:

        Projekt                            Betrag in Euro
        Projekt 1 gesamt                       300.000,00
        Projekt 2 gesamt                       200.000,00
        Fachtag                                 50.000,00
        zusammen                               550.000,00
        """
    ) == [(300_000, "component"), (200_000, "component"), (50_000, "component"), (550_000, "total")]


@pytest.mark.parametrize(
    "printed", ["bis zu {}", "{} 1)", "{}1)", "{} ¹", "max. {}", "bis zu {} €", "{} € 1)"]
)
@pytest.mark.parametrize("line", ["", "        -----------------------------------------------------"])
def test_what_limits_a_sum_of_a_table_or_notes_something_of_it_is_none_of_it(printed: str, line: str) -> None:
    lines = [
        f"        {label:20} {printed.format(value):>30}"
        for label, value in (("Werkstatt", "50.000"), ("Lernhaus", "31.000"), ("zusammen", "81.000"))
    ]
    found = roles(
        "\n".join(["        Projekt                             Betrag in Euro", line, *lines, line])
    )
    assert found == [(50_000, "component"), (31_000, "component"), (81_000, "total")]


def test_what_is_rounded_in_a_table_is_delivered_in_doubt() -> None:
    rows = (
        "Projekt           Betrag in Euro",
        "Werkstatt             ca. 50.000",
        "Lernhaus                31.000",
    )
    found = amounts("\n".join(f"        {row}" for row in rows))
    assert [(int(one.value), one.provenance.confidence < 0.85) for one in found] == [
        (50_000, True),
        (31_000, False),
    ]


@pytest.mark.parametrize("count", ["bis zu 20", "max. 3", "ca. 150"])
def test_a_limit_of_what_is_counted_is_no_figure_of_money(count: str) -> None:
    assert not is_figure(count)


def test_a_year_is_no_figure_of_a_table() -> None:
    assert [is_figure(text) for text in ("2024", "2024,50", "2024 Euro", "3000")] == [False, True, True, True]


@pytest.mark.parametrize(("second", "third", "count"), [("1234567", "2345", 0), ("34.567", "2.345", 2)])
def test_a_number_of_which_nothing_is_said_is_money_if_its_thousands_are_grouped(
    second: str, third: str, count: int
) -> None:
    text = f"""
        Der Kreis richtet die Werkstatt in Musterau ein.

        Werkstatt                   {second:>8}
        Lernhaus                    {third:>8}
    """
    assert len(amounts(text)) == count


@pytest.mark.parametrize(
    ("counted", "sums"),
    [(("29", "20"), [711_199]), (("29,00 €", "20,00 €"), [29, 711_199, 20])],
)
def test_a_sum_at_the_end_of_a_row_makes_no_counts_money(counted: tuple[str, str], sums: list[int]) -> None:
    first, second = counted
    found = roles(
        f"""
        Im Einzelnen sollen durchgeführt werden:

        Nr.   Projekt                  Träger                    Plätze
        1     Werkstatt Süd            Volkshochschule           {first:>12}
        2     Paket der Lernorte       aller Bezirke –           711.199,00 €
        3     Lernhaus Nord            Kreishandwerkerschaft     {second:>12}
        """
    )
    assert [value for value, _ in found] == sums


@pytest.mark.parametrize(
    ("heading", "sums"),
    [
        ("§ 2 Vom Land kommen 500.000,00 Euro in zwei Raten.", [(500_000, "total")]),
        ("§ 2 Budget 500.000,00 Euro", []),
    ],
)
def test_a_heading_that_is_a_sentence_tells_of_money(heading: str, sums: list[tuple[int, str]]) -> None:
    record = typed_agreement(f"""
        Zielvereinbarung 2022

        zwischen dem Land Hessen und der Stadt Kassel

        § 1 Gegenstand

        Gefördert werden Vorhaben für junge Menschen in der Region.

        {heading}

        Reste werden nicht zurückgefordert.

        § 3 Schluss

        Änderungen bedürfen der Schriftform.
    """)
    assert [(one.value, one.role) for one in record.amounts] == sums
