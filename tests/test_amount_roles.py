"""Which sum is the total, which a part, which the old and which the new one, where no plain word says so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.amounts.heard import Context
from extract.amounts.role_words import is_the_grant
from extract.amounts.table_roles import Figure, table_roles
from extract.amounts.table_wholes import parts_of_a_whole
from extract.certainty.confidence import REPAIRED
from models.agreement import Amount
from models.settings import Review
from tests.typed_pages import OPENING, typed_agreement, typed_pages

FRONT = OPENING + "        § 2 Finanzen\n\n"
AMENDING = FRONT.replace("Zielvereinbarung", "Änderungsvereinbarung zur Zielvereinbarung")


def roles(text: str, front: str = FRONT) -> list[tuple[int, str]]:
    return [(int(amount.value), amount.role) for amount in typed_agreement(front + text).amounts]


# arithmetic


def test_what_the_others_in_a_paragraph_add_up_to_is_the_total() -> None:
    assert roles(
        """
        Vorgesehen sind 300.000 Euro aus dem Haushalt des Landes, 200.000 Euro aus dem
        Fonds der Europäischen Union und 500.000 Euro am Ende für den Landkreis.
        """
    ) == [(300_000, "component"), (200_000, "component"), (500_000, "total")]


def test_the_first_of_several_parts_is_no_total_of_the_others() -> None:
    figures = [
        Figure(Decimal(n), f"davon Projektjahr {year}", "", False) for n, year in ((5, 2024), (4, 2025))
    ]
    assert table_roles(figures, 1, amends=False) == ["component", "component"]


@pytest.mark.parametrize("of_it", ["daraus", "hiervon", "davon"])
def test_what_is_handed_on_is_a_part(of_it: str) -> None:
    assert roles(
        f"        Das Land gewährt dem Kreis 50.000 Euro. Der Kreis gewährt dem Verein {of_it} 20.000 Euro."
    ) == [(50_000, "total"), (20_000, "component")]


def test_a_part_that_a_table_divides_again_is_a_subtotal() -> None:
    assert roles(
        """
        Die Stadt erhält insgesamt 900.000 €. Hiervon entfallen auf das erste Budget
        600.000 € und auf das zweite 300.000 €. Im Einzelnen:

        Jahr         Erstes Budget     Zweites Budget
        2022             400.000 €          300.000 €
        2023             200.000 €                  –
        Zusammen         600.000 €          300.000 €
        """
    ) == [
        (900_000, "total"),
        *((600_000, "subtotal"), (300_000, "subtotal")),
        *((400_000, "component"), (300_000, "component"), (200_000, "component")),
        *((600_000, "subtotal"), (300_000, "subtotal")),
    ]


@pytest.mark.parametrize("said", ["dem Kreis 298.750 Euro zugewiesen", "298.750 Euro zugeteilt"])
def test_what_is_assigned_is_the_total(said: str) -> None:
    found = typed_agreement(FRONT + f"        Für das Jahr 2022 werden {said}. Spenden: 7 Euro.").amounts
    assert [(one.role, one.provenance.confidence) for one in found] == [("total", 1.0), ("other", 1.0)]


def test_what_results_is_no_part_of_what_is_told_before() -> None:
    assert roles("        Daraus ergibt sich ein Budget von insgesamt 50.000 Euro.") == [(50_000, "total")]


def test_what_a_list_adds_up_to_is_the_total_of_the_sentence_before_it() -> None:
    assert roles(
        """
        Jede Seite weiß, dass 500.000 Euro im Raum stehen.

        – Werkstatt Süd: 300.000 Euro
        – Lernhaus Nord: 200.000 Euro
        """
    ) == [(500_000, "total"), (300_000, "component"), (200_000, "component")]


def test_what_a_list_adds_up_to_may_stand_behind_it() -> None:
    assert roles(
        """
        Die Vorhaben der Region sind diese:

        – Werkstatt Süd: 300.000 Euro
        – Lernhaus Nord: 200.000 Euro

        Der Landkreis weist dem Land die Verwendung von 500.000 Euro nach.
        """
    ) == [(300_000, "component"), (200_000, "component"), (500_000, "total")]


def test_what_a_table_adds_up_to_is_the_total_of_the_text() -> None:
    found = roles(
        """
        Der Landkreis weist dem Land die Verwendung von 500.000 Euro nach. Auf andere
        Vorhaben gehen 700.000 Euro, die hier nicht geregelt sind.

        Projekt                            Betrag in Euro
        Werkstatt Süd                          300.000,00
        Lernhaus Nord                          200.000,00
        """
    )
    assert found[0] == (500_000, "total")
    assert found[2:] == [(300_000, "component"), (200_000, "component")]


def test_a_sum_of_some_is_a_subtotal_where_a_larger_one_sums_up_all() -> None:
    found = roles(
        """
        Der Landkreis weist dem Land die Verwendung von 600.000 Euro nach.

        Auf die Bildung gehen 500.000 Euro.

        – Werkstatt Süd: 310.000 Euro
        – Lernhaus Nord: 190.000 Euro
        – Fachtag: 100.000 Euro
        """
    )
    assert found == [
        (600_000, "total"),
        (500_000, "subtotal"),
        (310_000, "component"),
        (190_000, "component"),
        (100_000, "component"),
    ]


def test_parts_that_add_up_to_another_part_by_chance_stay_parts() -> None:
    assert roles(
        """
        Jede Seite weiß, dass 600.000 Euro im Raum stehen.

        – Werkstatt Süd: 300.000 Euro
        – Lernhaus Nord: 200.000 Euro
        – Fachtag: 100.000 Euro
        """
    ) == [(600_000, "total"), (300_000, "component"), (200_000, "component"), (100_000, "component")]


def test_a_lone_amount_in_a_list_is_the_total() -> None:
    assert roles(
        """
        Für die Zusammenarbeit der Vertragspartner gelten diese Eckpunkte:

        – Zahl der Plätze: 40
        – Zuwendung des Landes: 500.000 Euro
        – Träger: Bildungswerk Muster
        """
    ) == [(500_000, "total")]


def test_a_part_that_is_called_one_stays_a_part_even_alone_in_a_list() -> None:
    assert roles(
        """
        Das Land stellt insgesamt 500.000 Euro zur Verfügung.

        – davon 300.000 Euro für die Werkstatt Süd
        – der Rest nach Bedarf
        """
    ) == [(500_000, "total"), (300_000, "component")]


# tables


@pytest.mark.parametrize("label", ["Gesamt", "zusammen", "Summe", "Fördersumme gesamt"])
def test_the_total_of_a_table_may_stand_in_its_first_row(label: str) -> None:
    assert roles(
        f"""
        Die Vorhaben der Vertragspartner in der Region sind in diesem Jahr die folgenden:

        Projekt                            Betrag in Euro
        {label:<35}    500.000,00
        Werkstatt Süd                          300.000,00
        Lernhaus Nord                          200.000,00
        """
    ) == [(500_000, "total"), (300_000, "component"), (200_000, "component")]


@pytest.mark.parametrize("label", ["zusammen", "Zusammen", "Beide Vorhaben"])
def test_the_last_row_is_the_total_by_its_word_or_by_arithmetic(label: str) -> None:
    assert roles(
        f"""
        Die Vorhaben der Vertragspartner in der Region sind in diesem Jahr die folgenden:

        Projekt                            Betrag in Euro
        Werkstatt Süd                          300.000,00
        Lernhaus Nord                          200.000,00
        {label:<35}    500.000,00
        """
    ) == [(300_000, "component"), (200_000, "component"), (500_000, "total")]


def test_years_may_run_across_a_table_with_their_total_at_the_end() -> None:
    found = typed_agreement(
        FRONT
        + """
        Die Vorhaben der Vertragspartner in der Region sind in diesem Jahr die folgenden:

        Jahr               2022        2023        2024      gesamt
        Betrag          200.000     180.000     120.000     500.000
        """
    ).amounts
    assert [(int(a.value), a.role, a.year) for a in found] == [
        (200_000, "component", 2022),
        (180_000, "component", 2023),
        (120_000, "component", 2024),
        (500_000, "total", None),
    ]


def test_rows_that_add_up_those_below_them_are_subtotals_of_a_last_one_that_is_wrong() -> None:
    rows = [
        ("Ausbildung", 300),
        ("Lernhaus", 100),
        ("Werkstatt", 200),
        ("Qualifizierung", 700),
        ("Neustart", 300),
        ("Kompass", 400),
        ("Mittelzusage", 9000),
    ]
    figures = [Figure(Decimal(value), label, "Betrag", False) for label, value in rows]
    told = ["subtotal", "component", "component", "subtotal", "component", "component"]
    assert table_roles(figures, 1, amends=False) == [*told, "total"]
    # A project may cost more than all before it.
    figures[-1] = Figure(Decimal(9000), "Haus am Ring", "Betrag", False)
    assert "total" not in table_roles(figures, 1, amends=False)


def test_a_row_that_adds_up_those_below_it_is_a_subtotal() -> None:
    found = roles(
        """
        Die Vorhaben der Vertragspartner in der Region sind in diesem Jahr die folgenden:

        Vorhaben                                     Euro
        Bereich Ausbildung                     300.000,00
        Werkstatt Süd                          180.000,00
        Lernhaus Nord                          120.000,00
        Bereich Beratung                       200.000,00
        Treffpunkt Mitte                       200.000,00
        Summe                                  500.000,00
        """
    )
    assert [role for _, role in found] == [
        "subtotal",
        "component",
        "component",
        "subtotal",
        "component",
        "total",
    ]


def test_a_place_called_like_an_example_gives_none() -> None:
    found = roles(
        """
        Das Land gibt bis zu 50.000 Euro.

        - Lernhaus in Beispieltal: 20.000 Euro
        - Werkstatt in Musterau: 29.000 Euro
        """
    )
    assert found == [(50_000, "total"), (20_000, "component"), (29_000, "component")]


def test_the_last_row_is_the_total_where_heads_and_what_stands_alone_add_up_to_it() -> None:
    found = roles(
        """
        Die Vorhaben der Vertragspartner in der Region sind in diesem Jahr die folgenden:

        Vorhaben                                     Euro
        Bereich Ausbildung                     300.000,00
        Werkstatt Süd                          180.000,00
        Lernhaus Nord                          120.000,00
        Treffpunkt Mitte                       200.000,00
        Zusage des Landes                      500.000,00
        """
    )
    assert [role for _, role in found] == ["subtotal", "component", "component", "component", "total"]


def test_the_last_column_that_adds_up_the_others_is_the_total() -> None:
    figures = """
        Das Geld der Vertragspartner verteilt sich auf diese beiden Programme der Region:

        +------------------+------------------+------------------+
        | Budget A         | Budget B         | beide            |
        +------------------+------------------+------------------+
        |   300.000,00 €   |   200.000,00 €   |   500.000,00 €   |
        +------------------+------------------+------------------+
    """
    assert roles(figures) == [(300_000, "component"), (200_000, "component"), (500_000, "total")]


def test_a_form_may_name_the_total_among_other_things() -> None:
    (amount,) = typed_agreement(
        FRONT
        + """
        Die folgenden Angaben sind Bestandteil der Vereinbarung:

        +--------------------+--------------------+
        | Fördersumme        | 500.000 Euro       |
        +--------------------+--------------------+
        | Art                | Festbetrag         |
        +--------------------+--------------------+
        | Auszahlung         | auf Abruf          |
        +--------------------+--------------------+
        """
    ).amounts
    assert (int(amount.value or 0), amount.role) == (500_000, "total")
    assert amount.provenance.confidence > 0.9


def test_a_sentence_in_a_cell_is_read_as_one() -> None:
    assert roles(
        """
        Die folgenden Angaben sind Bestandteil der Vereinbarung:

        +--------------+----------------------------------------------------------+
        | Ergebnis     | Das Land fördert die Vorhaben mit zusammen 500.000 Euro. |
        +--------------+----------------------------------------------------------+
        | Hinweis      | Beide Seiten sind damit einverstanden.                   |
        +--------------+----------------------------------------------------------+
        """
    ) == [(500_000, "total")]


def test_a_project_that_is_called_a_share_is_no_money_of_others() -> None:
    found = roles(
        """
        Die Vorhaben der Vertragspartner in der Region sind in diesem Jahr die folgenden:

        Vorhaben                                     Euro
        Werkstatt Süd                          180.000,00
        Lernhaus Nord – Kofinanzierung         120.000,00
        Summe                                  300.000,00
        """
    )
    assert [role for _, role in found] == ["component", "component", "total"]


def test_what_all_others_add_up_to_is_the_total_even_if_it_is_called_a_fee() -> None:
    assert roles(
        """
        Das Jahresentgelt beträgt 500.000 Euro.

        – Personal: 300.000 Euro
        – Räume: 200.000 Euro
        """
    ) == [(500_000, "total"), (300_000, "component"), (200_000, "component")]


def test_what_is_left_after_the_share_of_others_is_the_total() -> None:
    found = roles(
        """
        Die Ausgaben und Einnahmen der Vertragspartner sind in diesem Jahr die folgenden:

        +----------------------------+--------------+
        | Art                        | Euro         |
        +----------------------------+--------------+
        | Personal                   |   150.000,00 |
        +----------------------------+--------------+
        | Sachmittel                 |    80.000,00 |
        +----------------------------+--------------+
        | Ausgaben                   |   230.000,00 |
        +----------------------------+--------------+
        | Eigenanteil                |    30.000,00 |
        +----------------------------+--------------+
        | Zuwendung                  |   200.000,00 |
        +----------------------------+--------------+
        """
    )
    assert [role for _, role in found] == ["other"] * 4 + ["total"]


BUDGET = """
        Die Vertragspartner sind sich für dieses Jahr über die folgenden Vorhaben und Beträge einig:

        Vorhaben                                Betrag
        Werkstatt                           300.000,00
        Beratung                            150.000,00
        Lotsendienst                         50.000,00
        {last:<20}                {value:>14}
"""


def test_a_last_row_that_is_called_the_budget_is_the_total_though_it_is_added_up_wrong() -> None:
    assert roles(BUDGET.format(last="Budget", value="550.000,00"))[-1] == (550_000, "total")


def test_a_last_row_that_is_called_the_budget_is_a_part_if_another_is_more() -> None:
    assert roles(BUDGET.format(last="Budget", value="90.000,00"))[-1] == (90_000, "component")


def test_rounded_money_of_all_is_no_total_beside_the_one_of_a_table() -> None:
    text = BUDGET.format(last="Summe", value="500.000,00")
    all_others = "\n        Die geprüften Ausgaben aller Budgetnehmer lagen zuletzt bei 2,1 Mio. Euro.\n"
    assert roles(text + all_others)[-2:] == [(500_000, "total"), (2_100_000, "other")]


@pytest.mark.parametrize(
    ("each", "role"),
    [("je Projekt und Monat höchstens", "other"), ("für das Projekt im Monat Mai höchstens", "total")],
)
def test_money_for_each_project_and_month_is_a_rate(each: str, role: str) -> None:
    assert roles(f"        Für die Anmietung stellt das Land {each} 150 Euro zur Verfügung.") == [(150, role)]


@pytest.mark.parametrize("taken", ["./. nicht zuwendungsfähig", "nicht förderfähige Ausgaben"])
def test_what_is_left_after_what_is_not_eligible_and_what_others_give_is_the_total(taken: str) -> None:
    found = roles(
        f"""
        Die Zuwendung ergibt sich aus den Ausgaben der Vertragspartner wie folgt:

        Rechenschritt                                Euro
        Angemeldete Ausgaben                   230.000,00
        {taken:<32}        10.000,00
        Eigenmittel des Kreises                 20.000,00
        Zuwendung                              200.000,00
        """
    )
    assert [role for _, role in found] == ["other"] * 3 + ["total"]


def test_what_remains_as_a_grant_is_the_total_and_what_was_taken_away_is_no_part() -> None:
    found = roles(
        """
        Angemeldet wurden Ausgaben von 230.000 Euro; 5.000 Euro davon sind nicht zuwendungsfähig.
        15.000 Euro trägt der Kreis selbst, 10.000 Euro kommen von Dritten.

        Es verbleibt als Zuwendung ein Betrag von 200.000 Euro.
        """
    )
    assert [role for _, role in found] == ["other"] * 4 + ["total"]


REST = """
        Die Kosten werden auf 240.000 Euro geschätzt. Der Bund hat 120.000 Euro bewilligt, die Förderung
        des Landes beträgt 90.000 Euro.

        Der verbleibende Eigenanteil von 30.000 Euro wird nach der Zahl der Anschlüsse umgelegt:

"""


def test_what_remains_and_is_divided_again_is_the_total() -> None:
    parts = """
        – 18.000 Euro für den Kreis Muster
        – 12.000 Euro für die Stadt Beispiel
    """
    told = ["other"] * 3 + ["total", "component", "component"]
    assert [role for _, role in roles(REST + parts)] == told


def test_what_remains_and_is_neither_granted_nor_divided_is_no_total() -> None:
    found = roles(
        """
        Die Kosten betragen 240.000 Euro. Das Land gewährt eine Zuwendung von 210.000 Euro. Die
        restlichen 30.000 Euro trägt der Kreis.
        """
    )
    assert (30_000, "total") not in found
    assert (210_000, "total") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Den Umbau (Gesamtkosten: 90.000 EUR) tragen der Kreis mit 60.000 EUR und die Stadt mit 30.000 EUR.",
        "An den Kosten von 90.000 EUR beteiligen sich der Kreis mit 60.000 EUR und die Stadt mit 30.000 EUR.",
    ],
)
def test_what_several_give_together_are_the_parts_of_what_it_costs(sentence: str) -> None:
    assert roles(f"        {sentence}") == [(90_000, "total"), (60_000, "component"), (30_000, "component")]


def test_millions_that_are_called_the_total_leave_a_smaller_sum_in_doubt() -> None:
    text = """
        Der Bund fördert den Neubau mit einem Festbetrag in Höhe von 40 Mio. Euro.

        Die Stiftung erhält daneben jährlich 812.000 Euro.
        """
    found = typed_agreement(FRONT + text).amounts
    assert [amount.provenance.confidence < 0.85 for amount in found] == [True, True]


def test_a_limit_is_no_total() -> None:
    sentence = "Vorhaben werden gefördert, wenn ihre Kosten mindestens 25.000 Euro betragen."
    assert roles(f"        {sentence}") == [(25_000, "other")]


def test_what_a_table_tells_of_a_part_is_not_counted_with_the_parts() -> None:
    found = roles(
        """
        Die Vorhaben der Vertragspartner in der Region sind in diesem Jahr die folgenden:

        Vorhaben                                     Euro
        Werkstatt Süd                          150.000,00
        Lernhaus Nord                           80.000,00
        davon Sprachkurse                       20.000,00
        Summe                                  230.000,00
        """
    )
    assert [role for _, role in found] == ["component", "component", "other", "total"]


def test_beside_sums_with_cents_large_numbers_without_them_are_counts() -> None:
    found = roles(
        """
        Die Vorhaben der Vertragspartner in der Region sind in diesem Jahr die folgenden:

        Vorhaben                  Std.         Betrag
        Werkstatt Süd            1.000     150.000,00
        Lernhaus Nord            2.000      80.000,00
        Summe                    3.000     230.000,00
        """
    )
    assert found == [(150_000, "component"), (80_000, "component"), (230_000, "total")]


def test_a_contingent_of_a_sum_is_as_exact_as_the_sum() -> None:
    assert roles("        Dem Landkreis ist ein Kontingent über 500.000 Euro zugeteilt.") == [
        (500_000, "total")
    ]


# amendments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In § 4 wird „500.000 Euro“ gestrichen und durch „620.000 Euro“ ersetzt.",
            [(500_000, "replaced"), (620_000, "replacement")],
        ),
        (
            "Das Budget beträgt künftig 620.000 Euro; die Angabe von 500.000 Euro ist überholt.",
            [(620_000, "replacement"), (500_000, "replaced")],
        ),
        (
            "Der Rahmen wird mit 620.000 Euro neu gefasst; der frühere Ansatz von 500.000 Euro ist überholt.",
            [(620_000, "replacement"), (500_000, "replaced")],
        ),
        ("Neu: 620.000 Euro. Bisher: 500.000 Euro.", [(620_000, "replacement"), (500_000, "replaced")]),
        ("Bisher: 500.000 Euro. Neu: 620.000 Euro.", [(500_000, "replaced"), (620_000, "replacement")]),
        (
            "Das Budget wird auf 620.000 Euro begrenzt und nicht mehr auf 500.000 Euro.",
            [(620_000, "replacement"), (500_000, "replaced")],
        ),
        (
            "Bewilligt waren 500.000 Euro, bewilligt werden 620.000 Euro.",
            [(500_000, "replaced"), (620_000, "replacement")],
        ),
        (
            "Er wird neu gefasst: Er betrug 500.000 Euro und beträgt nach dieser Änderung 620.000 Euro.",
            [(500_000, "replaced"), (620_000, "replacement")],
        ),
        (
            "Die Abrede sah 500.000 Euro vor. Wir erhöhen sie und geben 620.000 Euro.",
            [(500_000, "replaced"), (620_000, "replacement")],
        ),
        (
            "Die Zusage lautete auf 500.000 Euro. Sie lautet nun auf 620.000 Euro.",
            [(500_000, "replaced"), (620_000, "replacement")],
        ),
        (
            "In § 4 wird die Angabe „500.000 Euro“ durch die Angabe „620.000 Euro“ ersetzt.",
            [(500_000, "replaced"), (620_000, "replacement")],
        ),
        *(
            (
                f"Die Abrede sieht 500.000 Euro vor. {instead} werden 620.000 Euro vereinbart.",
                [(500_000, "replaced"), (620_000, "replacement")],
            )
            for instead in ("Anstelle dieses Betrages", "Statt dessen", "An dessen Stelle", "An ihre Stelle")
        ),
        *(
            (f"{instead} werden 620.000 Euro gewährt.", [(500_000, "replaced"), (620_000, "replacement")])
            for instead in ("Statt dieser 500.000 Euro", "Anstelle dieses Betrages von 500.000 Euro")
        ),
        (
            "Der Betrag wird von 500.000 Euro auf 620.000 Euro erhöht. Auf die Ausbildung"
            " entfallen: 420.000 Euro. Auf die Beratung entfallen: 200.000 Euro.",
            [
                (500_000, "replaced"),
                (620_000, "replacement"),
                (420_000, "component"),
                (200_000, "component"),
            ],
        ),
        (
            "620.000 Euro treten an die Stelle von 500.000 Euro.",
            [(620_000, "replacement"), (500_000, "replaced")],
        ),
    ],
)
def test_old_and_new_are_told_apart_by_the_words_on_both_sides(
    text: str, expected: list[tuple[int, str]]
) -> None:
    assert roles(f"        {text}", AMENDING) == expected


def test_a_table_of_a_change_has_an_old_and_a_new_column() -> None:
    assert roles(
        """
        Der Betrag für die Vorhaben der Vertragspartner in der Region wird angepasst:

        +---------------------+------------------+------------------+
        | Gegenstand          | bisher           | neu              |
        +---------------------+------------------+------------------+
        | Förderung           |     500.000,00 € |     620.000,00 € |
        +---------------------+------------------+------------------+
        """,
        AMENDING,
    ) == [(500_000, "replaced"), (620_000, "replacement")]


def test_a_table_of_a_change_has_an_old_and_a_new_row() -> None:
    assert roles(
        """
        Der Betrag für die Vorhaben der Vertragspartner in der Region wird angepasst:

        Stand                              Betrag in Euro
        bisher                                 500.000,00
        künftig                                620.000,00
        """,
        AMENDING,
    ) == [(500_000, "replaced"), (620_000, "replacement")]


@pytest.mark.parametrize("between", ["+ Erhöhung", "Differenz"])
def test_what_lies_between_an_old_and_a_new_row_is_neither(between: str) -> None:
    assert roles(
        f"""
        Der Betrag für die Vorhaben der Vertragspartner in der Region wird angepasst:

        Zuwendung bisher                       500.000,00 Euro
        {between:<16}                       120.000,00 Euro
        Zuwendung neu                          620.000,00 Euro
        """,
        AMENDING,
    ) == [(500_000, "replaced"), (120_000, "other"), (620_000, "replacement")]


def test_a_change_may_run_over_two_numbered_paragraphs() -> None:
    assert roles(
        """
        (1) Die Vertragspartner haben in der bisherigen Fassung 500.000 Euro vereinbart.

        (2) Künftig stellt das Land dem Landkreis für diese Vorhaben 620.000 Euro bereit.
        """,
        AMENDING,
    ) == [(500_000, "replaced"), (620_000, "replacement")]


# what is no total


@pytest.mark.parametrize("behind", ["je Platz", "pro Kopf", "monatlich", "im Quartal"])
def test_a_rate_is_known_by_the_words_behind_it(behind: str) -> None:
    assert roles(
        f"""
        Das Land stellt insgesamt 500.000 Euro zur Verfügung.

        Gezahlt werden 800 Euro {behind} an die Träger.
        """
    ) == [(500_000, "total"), (800, "other")]


# figures


@pytest.mark.parametrize("printed", ["500.000 Euro¹", "500.000 Euro²", "500.000 €¹", "500.000 €-1"])
def test_the_mark_of_a_footnote_is_no_part_of_an_amount(printed: str) -> None:
    assert roles(f"        Das Land stellt dem Landkreis {printed} bereit.") == [(500_000, "total")]


def test_a_minus_behind_the_currency_makes_a_debt() -> None:
    assert roles("        Das Budget ändert sich insgesamt um den Betrag von €-1.000.") == [(-1_000, "total")]


def test_money_of_others_has_columns_of_its_own_and_is_not_granted() -> None:
    figures = [
        Figure(Decimal(value), label, header, header == "Gesamt")
        for label, row in (("A", (80, 20, 100)), ("B", (40, 10, 50)), ("Summe", (120, 30, 150)))
        for header, value in zip(("Land", "Kommune", "Gesamt"), row, strict=True)
    ]
    parts = ["component", "other", "other"]
    assert table_roles(figures, 3, amends=False) == [*parts, *parts, "total", "other", "other"]


@pytest.mark.parametrize(
    "giver",
    [
        "Mittel des Jobcenters",
        "Beitrag der Agentur für Arbeit",
        "Zuschuss der Stiftung Muster",
        "Mittel der ausbildenden Betriebe",
        "Anteil der Handwerkskammer",
    ],
)
@pytest.mark.parametrize("own", ["Eigenmittel der Stadt", "Anteil des Kreises"])
def test_of_what_all_costs_the_land_grants_its_own_part(giver: str, own: str) -> None:
    said = (own, 30), (giver, 20), ("Landesmittel", 50), ("Gesamtausgaben", 100)
    figures = [Figure(Decimal(value), label, "Betrag", False) for label, value in said]
    assert table_roles(figures, 1, amends=False) == ["other", "other", "total", "other"]


@pytest.mark.parametrize(
    "rows",
    [
        (("Kosten aller Angebote", 100), ("eigene Haushaltsmittel", 30), ("Erlöse", 20), ("vom Land", 50)),
        (("Kosten", 100), ("gedeckt durch Beiträge von Betrieben", 50), ("gedeckt durch das Land", 50)),
        (("Gesamtkosten", 100), ("Beitrag des Landes", 50), ("Mittel der Stadt", 30), ("Spenden", 20)),
        (("Land Hessen", 50), ("Beiträge der Kassen", 50), ("Voraussichtliche Ausgaben", 100)),
        (("Personal", 70), ("Räume", 30), ("Ausgaben", 100), ("Entgelte", 50), ("Land", 50), ("Summe", 100)),
        (("Land Hessen", 50), ("Eigenmittel", 30), ("Spenden, Stiftungen", 20), ("Gesamtfinanzierung", 100)),
        (("Landesmittel", 50), ("Eigenmittel", 50), ("Summe Mittelherkunft", 100), ("Personal", 100)),
        (("Landesmittel", 50), ("Eigenmittel", 50), ("Personal", 100), ("Verwendung insgesamt", 100)),
        (("Erträge (Zuweisung des Landes)", 80), ("Aufwendungen", 100), ("Zuschussbedarf", 20)),
        (("Einnahmen: Landesmittel", 80), ("Ausgaben", 100), ("Fehlbedarf", 20)),
    ],
)
def test_in_a_plan_of_what_all_costs_the_land_gives_what_its_row_tells(
    rows: tuple[tuple[str, int], ...],
) -> None:
    figures = [Figure(Decimal(value), label, "Euro", False) for label, value in rows]
    assert table_roles(figures, 1, amends=False) == [
        "total" if "Land" in label else "other" for label, _ in rows
    ]


def test_what_does_not_add_up_to_the_costs_is_no_plan_of_them() -> None:
    rows = (("Erträge (Zuweisung des Landes)", 80), ("Aufwendungen", 100), ("Zuschussbedarf", 30))
    figures = [Figure(Decimal(value), label, "Euro", False) for label, value in rows]
    assert "total" not in table_roles(figures, 1, amends=False)


def test_parts_of_what_the_land_gives_stand_above_it_in_a_plan_of_what_pays_for_all() -> None:
    rows = (
        ("Land Hessen, Ausbildungsbudget", 30),
        ("Land Hessen, Arbeitsmarktbudget", 20),
        ("Land Hessen zusammen", 50),
        ("Eigenmittel", 30),
        ("Spenden, Stiftungen", 20),
        ("Gesamtfinanzierung", 100),
    )
    figures = [Figure(Decimal(value), label, "Euro", False) for label, value in rows]
    parts = ["component", "component", "total"]
    assert table_roles(figures, 1, amends=False) == [*parts, "other", "other", "other"]


@pytest.mark.parametrize(
    ("above", "role"),
    [
        (("Ausbildungsbudget", "Arbeitsmarktbudget"), "component"),
        (("Beitrag der Stadt", "Beitrag des Vereins"), "other"),
    ],
)
def test_budgets_that_add_up_to_what_the_land_gives_are_parts_of_it(
    above: tuple[str, str], role: str
) -> None:
    below = (("Zuwendung des Landes", 50), ("Eigenanteil des Kreises", 30), ("Gesamtfinanzierung", 80))
    rows = ((above[0], 30), (above[1], 20), *below)
    figures = [Figure(Decimal(value), label, "Ansatz", False) for label, value in rows]
    assert table_roles(figures, 1, amends=False) == [role, role, "total", "other", "other"]


@pytest.mark.parametrize(
    ("header", "role"),
    [("je Quartal", "other"), ("monatlich", "other"), ("je Rate in Euro", "other"), ("Teil B", "component")],
)
def test_what_is_paid_at_a_time_is_no_part_beside_what_it_comes_to(header: str, role: str) -> None:
    rows = [("Kreis A", 400, 100), ("Stadt B", 200, 50), ("Zusammen", 600, 150)]
    figures = [
        Figure(Decimal(value), label, head, False)
        for label, *values in rows
        for head, value in zip(("Ausgleich", header), values, strict=True)
    ]
    roles = table_roles(figures, 2, amends=False)
    assert (roles[1], roles[3]) == (role, role)
    assert roles[0] == "component"


@pytest.mark.parametrize(
    ("costs", "grant", "role"),
    [
        ("Ausgaben", "davon Zuwendung", "other"),
        ("Gesamtkosten", "Förderung", "other"),
        ("Gesamtkosten (EUR)", "Landesanteil (EUR)", "other"),
        ("Kosten Teil A", "Kosten Teil B", "component"),
    ],
)
def test_what_all_costs_is_not_granted_beside_what_is(costs: str, grant: str, role: str) -> None:
    figures = [
        Figure(Decimal(value), label, header, False)
        for label, row in (("A", (80, 60)), ("B", (40, 30)))
        for header, value in zip((costs, grant), row, strict=True)
    ]
    assert table_roles(figures, 2, amends=False) == [role, "component", role, "component"]


@pytest.mark.parametrize(
    "rows",
    [
        (("Landesmittel", 60), ("Kreismittel", 40), ("Summe", 100)),
        (("Kosten der Maßnahmen in Nord", 60), ("Kosten der Maßnahmen im Land", 40), ("Summe", 100)),
        (("Beratung im Landkreis", 60), ("Beratung im Land Nord", 40), ("Kosten insgesamt", 100)),
        (("Werkstatt Landesgartenschau", 60), ("Lernhaus", 40), ("Kosten gesamt", 100)),
        (("Projekt Bundesfreiwillige", 60), ("Lernhaus", 40), ("Gesamtkosten", 100)),
        (("Personalkosten", 60), ("Kosten Landesprogramm", 40), ("Gesamtkosten", 100)),
        (("Bundesmittel", 60), ("Verein", 40), ("Gesamtkosten", 100)),
        (("Land", 60), ("Lernhaus", 40), ("Gesamtkosten", 100)),
        (("Land", 60), ("Herkunft", 40), ("Summe Herkunftssprachen", 100)),
    ],
)
def test_where_no_row_tells_who_gives_what_of_all_costs_every_row_is_a_part(
    rows: tuple[tuple[str, int], ...],
) -> None:
    figures = [Figure(Decimal(value), label, "Euro", False) for label, value in rows]
    together = rows[-1][0] == "Summe"
    assert table_roles(figures, 1, False, together=together) == ["component", "component", "total"]


def test_what_divides_the_row_of_the_land_are_its_parts() -> None:
    rows = (
        *(("Gesamtkosten", 200), ("Zuwendung des Landes", 120)),
        *(("davon Personalkosten", 90), ("davon Sachkosten", 30), ("Beitrag der Stadt", 80)),
    )
    figures = [Figure(Decimal(value), label, "Euro", False) for label, value in rows]
    assert table_roles(figures, 1, amends=False) == ["other", "total", "component", "component", "other"]


@pytest.mark.parametrize(
    ("label", "role"), [("Rate", "component"), ("Teilzahlung", "component"), ("Kurs", "other")]
)
def test_payments_that_add_up_to_the_row_of_the_land_are_its_parts(label: str, role: str) -> None:
    rows = (
        *((f"{label} 2020", 70), (f"{label} 2021", 50), ("Zuwendung des Landes", 120)),
        *(("Eigenanteil", 80), ("Gesamtfinanzierung", 200)),
    )
    figures = [Figure(Decimal(value), label, "Euro", False) for label, value in rows]
    assert table_roles(figures, 1, amends=False) == [role, role, "total", "other", "other"]


@pytest.mark.parametrize(
    "said",
    [
        "Das Land beteiligt sich mit 300 Euro. Aus dem eigenen Haushalt fließen 100 Euro hinzu; alles"
        " zusammen kostet 400 Euro.",
        "Vom Land kommen 300 Euro. Der Kreis gibt 100 Euro dazu. Die Gesamtkosten liegen bei 400 Euro.",
        "Das Land zahlt 300 Euro, der Kreis legt 100 Euro hinzu; insgesamt stehen damit 400 Euro bereit.",
    ],
)
def test_what_the_land_gives_is_the_total_and_not_what_is_added_to_it(said: str) -> None:
    assert roles(f"        {said}") == [(300, "total"), (100, "other"), (400, "other")]


@pytest.mark.parametrize(
    "said",
    [
        "Aus dem Landeshaushalt fließen 300 Euro. Hinzu kommen Eigenmittel des Kreises von 100 Euro, sodass"
        " Ausgaben von 400 Euro gedeckt sind.",
        # A scan has parted the sentence: of the last sum nothing is said.
        "Das Land fördert die Vorhaben mit 300 Euro. Hinzu kommen Eigenmittel der Stadt von 100 Euro, sodass"
        "\n\n        400 Euro gedeckt sind.",
    ],
)
def test_what_the_own_money_of_the_recipient_is_added_up_with_is_no_total(said: str) -> None:
    assert roles(f"        {said}") == [(300, "total"), (100, "other"), (400, "other")]


def test_what_comes_on_top_and_is_nobodys_own_is_added_up() -> None:
    said = "Das Land fördert die Vorhaben mit 300 Euro. Hinzu kommen Restmittel von 100 Euro, sodass"
    assert roles(f"        {said} insgesamt 400 Euro bewilligt sind.")[1:] == [
        (100, "component"),
        (400, "total"),
    ]


def test_projects_with_the_jobcenter_are_parts() -> None:
    said = ("Beratung im Jobcenter", 30), ("Mittel des Jobcenters: Lernhaus", 20), ("Summe", 50)
    figures = [Figure(Decimal(value), label, "Landesmittel", False) for label, value in said]
    assert table_roles(figures, 1, amends=False) == ["component", "component", "total"]


# what stands alike


def test_what_one_word_labels_again_and_again_is_a_part() -> None:
    assert roles(
        """
        Das Land stellt 900.000 Euro bereit.

        Werkstatt Nord
        Mittel      300.000 Euro

        Werkstatt Süd
        Mittel      400.000 Euro
        """
    ) == [(900_000, "total"), (300_000, "component"), (400_000, "component")]


def test_years_below_each_other_divide_what_is_said_before_them() -> None:
    assert roles(
        """
        Zusammen stehen ab 2022 600.000 Euro bereit, und zwar so:

            100.000 Euro (2022)

            200.000 Euro (2023)

            300.000 Euro (2024)
        """
    ) == [(600_000, "total"), *((value, "component") for value in (100_000, 200_000, 300_000))]


@pytest.mark.parametrize(
    "told",
    [
        "Der Rahmen der Vorperiode lag bei 800.000 Euro.",
        "In den abgelaufenen Jahren haben beide jeweils 800.000 Euro verausgabt.",
        "Im Jahr davor erhielt der Landkreis Mittel von 800.000 Euro.",
    ],
)
def test_what_was_is_told_to_compare(told: str) -> None:
    assert roles(f"        Das Land stellt 500.000 Euro bereit.\n\n        {told}") == [
        (500_000, "total"),
        (800_000, "other"),
    ]


def test_the_next_heading_is_no_label_of_a_sum_above_it() -> None:
    assert roles(
        """
        Bereit stehen in diesem Jahr

                                 500.000 Euro

        § 3 Auszahlung in Raten

        Das Land zahlt auf Anforderung.
        """
    ) == [(500_000, "total")]


def test_a_day_before_a_sum_is_no_number() -> None:
    assert roles(
        """
        Der Verein erhält EUR 300.000. Gezahlt werden am 15.02.2022 EUR 100.000, am
        15.05.2022 EUR 200.000.
        """
    ) == [(300_000, "total"), (100_000, "component"), (200_000, "component")]


def test_a_project_with_pro_in_its_name_has_no_rate() -> None:
    figures = [
        Figure(Decimal(value), label, "Betrag", False)
        for label, value in (("BvB-Pro Tandem", 30), ("Werkstatt", 20), ("Summe", 50))
    ]
    assert table_roles(figures, 1, amends=False) == ["component", "component", "total"]


def test_sums_of_columns_without_figures_are_what_the_total_is_made_of() -> None:
    figures = [
        Figure(Decimal(value), "Summe", header, header == "alle")
        for value, header in ((300, "Beratung"), (200, "Werkstatt"), (501, "alle"))
    ]
    assert table_roles(figures, 3, amends=False) == ["component", "component", "total"]


def test_a_column_that_is_headed_anew_within_a_table_holds_money_no_more() -> None:
    text = """
        ----------------------------------------------------
        Vorhaben                       Zeitraum          Euro
        Beratung am Markt              ganzjährig      40.000
        Werkstatt Holz                 ganzjährig      60.000
        ----------------------------------------------------
        Angebot                        Kennzahl      Sollwert
        Beratung am Markt              Gespräche           85
        Werkstatt Holz                 Abschlüsse          17
        ----------------------------------------------------
"""
    assert {value for value, _ in roles(text)} == {40_000, 60_000}


@pytest.mark.parametrize("printed", ["81 4 60 Euro", "2 450.700 Euro", "3 1.500,00 €"])
def test_a_scanned_sum_behind_loose_digits_may_have_lost_its_beginning(printed: str) -> None:
    text = f"{FRONT}        Das Land stellt dem Landkreis bis zu {printed} bereit."
    amount, *others = typed_agreement(typed_pages(text, origin="ocr")).amounts
    assert not others
    assert amount.provenance.confidence <= REPAIRED


@pytest.mark.parametrize(
    "rows",
    [
        """
        Beteiligte              zu 1.          zu 2.          zu 3.         gesamt
        Einwohner             161.544        209.708        388.891        760.143
        v. H.                    47,2           32,6           20,2            100
        Umlage (EUR)       236.000,00     163.000,00     101.000,00     500.000,00
        """,
        """
        Mitglied               Kreis A        Kreis B        Kreis C         Gesamt
        Schülerzahl (2021)       1.544          1.708          1.891          5.143
        Anteil in %                 47             33             20            100
        Beitrag in Euro        236.000        163.000        101.000        500.000
        """,
        """
        Mitglied               Kreis A        Kreis B        Kreis C         Gesamt
        Gewogene Werte         161.544        209.708        388.891        760.143
        Umlage in €         236.000,00     163.000,00     101.000,00     500.000,00
        """,
    ],
)
def test_a_row_that_counts_something_else_than_money_holds_none(rows: str) -> None:
    assert roles(rows) == [
        (236_000, "component"),
        (163_000, "component"),
        (101_000, "component"),
        (500_000, "total"),
    ]


def test_a_column_of_people_beside_one_of_money_holds_none() -> None:
    text = """
        Beteiligte            Einwohner      Anteil v. H.            Betrag
        Gemeinde A                8.700             20,00       80.000,00 €
        Gemeinde B               12.600             30,00      120.000,00 €
        Stadt C                  23.900             50,00      200.000,00 €
        zusammen                 45.200            100,00      400.000,00 €
    """
    assert {value for value, _ in roles(text)} == {80_000, 120_000, 200_000, 400_000}


def test_what_lacks_is_not_granted() -> None:
    text = """
        Haushaltsjahr     Fehlbetrag in Euro
        2013                      14.900.000
        2014                      11.300.000
    """
    assert {role for _, role in roles(text)} == {"other"}


def test_a_currency_in_the_first_row_alone_leaves_the_others_money() -> None:
    text = """
        Position                                         2022
        Personalkosten (EUR)                       300.000,00
        Sachkosten                                 150.000,00
        Kinder im Quartier                          50.000,00
        Summe                                      500.000,00
    """
    assert roles(text)[-1] == (500_000, "total")
    assert len(roles(text)) == 4


@pytest.mark.parametrize(
    "split",
    [
        "Hiervon entfällt auf das Ausbildungs- und Qualifizierungsbudget ein Teilbetrag von 200.000 Euro"
        " sowie auf das Arbeitsmarktbudget ein Teilbetrag von 300.000 Euro.",
        "Davon entfallen 200.000 Euro auf das Ausbildungs- und Qualifizierungsbudget und auf das neue"
        " Arbeitsmarktbudget 300.000 Euro.",
        "Er setzt sich zusammen aus 200.000 Euro des Ausbildungs- und Qualifizierungsbudgets und"
        " 300.000 Euro des Arbeitsmarktbudgets.",
    ],
)
def test_what_a_sentence_divides_is_told_by_its_parts(split: str) -> None:
    text = f"""
        (1) Der Budgetnehmer darf im Haushaltsjahr 2022 über 500.000 Euro verfügen.
        (2) {split[:70]}
            {split[70:]}
    """
    assert roles(text) == [(500_000, "total"), (200_000, "component"), (300_000, "component")]


@pytest.mark.parametrize("fenced", ["{:*>14}", "**{}", "**{}**"])
def test_signs_that_fence_a_sum_in_leave_no_doubt(fenced: str) -> None:
    text = f"""
        Zweck                                        EUR

        Ausbildung             {fenced.format("300.000,00"):>25}
        Qualifizierung         {fenced.format("200.000,00"):>25}
        Gesamt                 {fenced.format("500.000,00"):>25}
    """
    assert roles(text) == [(300_000, "component"), (200_000, "component"), (500_000, "total")]
    assert all(one.provenance.confidence == 1.0 for one in typed_agreement(FRONT + text).amounts)


def test_a_change_of_what_others_pay_has_its_old_and_its_new_sum() -> None:
    record = typed_agreement("""
        1. Nachtragsvereinbarung

        zur Vereinbarung vom 14. März 2011 über den gemeinsamen Betrieb der Werkstatt

        Der Landkreis Gießen
        und
        der Wetteraukreis
        ändern die zwischen ihnen geschlossene Vereinbarung wie folgt:

        I.

        1. § 5 Abs. 2 erhält folgende Fassung: "Die Stadt beteiligt sich an den Sachkosten mit
           jährlich 300.000,00 Euro." Der bisherige Betrag von 240.000,00 Euro entfällt.
        2. In § 6 werden die Worte "drei Monate" gestrichen.

        II.

        Im Übrigen bleibt die Vereinbarung unverändert.
    """)
    assert [(int(one.value or 0), one.role) for one in record.amounts] == [
        (300_000, "replacement"),
        (240_000, "replaced"),
    ]
    # The number of the change is none of a section.
    assert [(section.number.value, section.heading) for section in record.sections] == [
        ("I", None),
        ("II", None),
    ]
    assert [party.name.value for party in record.parties] == ["Landkreis Gießen", "Wetteraukreis"]
    assert all(party.name.provenance.confidence > 0.9 for party in record.parties)


@pytest.mark.parametrize(
    ("other", "granted"),
    [
        ("beantragt", "vereinbart"),
        ("Antragssumme", "Bewilligung"),
        ("beantragte Zuwendung", "anerkannte Zuwendung"),
        ("angemeldet", "zugesagt"),
        ("Eigen EUR", "Land EUR"),
        ("Bedarf", "Landesmittel"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_what_was_asked_for_or_is_added_is_no_part_of_what_is_granted(
    other: str, granted: str, first: bool
) -> None:
    asked, agreed = (
        ("330.000,00 €", "200.000,00 €", "530.000,00 €"),
        ("300.000,00 €", "200.000,00 €", "500.000,00 €"),
    )
    columns = [(other, *asked), (granted, *agreed)] if first else [(granted, *agreed), (other, *asked)]
    labels = ("Zweck", "Ausbildung", "Qualifizierung", "Summe")
    text = "\n".join(
        f"{label:<20}{one:>25}{two:>25}" for label, one, two in zip(labels, *columns, strict=True)
    )
    found = roles(f"Für das Jahr 2022:\n\n{text}\n")
    assert [one for one in found if one[1] != "other"] == [
        (300_000, "component"),
        (200_000, "component"),
        (500_000, "total"),
    ]
    assert len(found) == 6


VORHABEN = """
        1. Zuschuss

        Der Zuschuss für das Rechnungsjahr 2022 ist auf 547.835 Euro bemessen.

        2. Vorhaben
"""
ALONE = """
        Maßnahmenart 1 - Ausbildungs- und Qualifizierungsvorbereitung
        - Tandem                                      256.761,-- EUR
"""
ADDED_UP = """
        Maßnahmenart 2 - Qualifizierungsprojekte zur Arbeitsmarktintegration
        - Kompass                                      51.500,-- EUR
        - Handwerk live                               239.574,-- EUR
                                                    ----------------
                                                      291.074,-- EUR
"""


@pytest.mark.parametrize("listed", [ALONE + ADDED_UP, ADDED_UP + ALONE, ALONE + ADDED_UP.lstrip("\n")])
def test_what_stands_below_a_line_adds_up_but_the_rows_above_it(listed: str) -> None:
    found = roles(VORHABEN + listed)
    assert (291_074, "subtotal") in found
    assert [value for value, role in found if role == "total"] == [547_835]
    assert sum(value for value, role in found if role == "component") == 547_835


@pytest.mark.parametrize(
    "clause",
    [
        "Es wird gestrichen: 500.000 Euro. Es wird gesetzt: 600.000 Euro.",
        "Gestrichen wird: 500.000 Euro. Eingefügt wird: 600.000 Euro.",
        "Zu streichen: 500.000 Euro; einzusetzen: 600.000 Euro.",
        "Eingesetzt wird: 600.000 Euro. Gestrichen wird: 500.000 Euro.",
        "Es entfallen: 500.000 Euro. Eingetragen wird: 600.000 Euro.",
    ],
)
def test_an_order_to_strike_out_names_the_old_sum(clause: str) -> None:
    front = FRONT.replace("Zielvereinbarung", "Änderungsvereinbarung")
    found = roles(f"\n        § 1 Änderung\n\n        {clause}\n", front)
    assert sorted(found) == [(500_000, "replaced"), (600_000, "replacement")]


@pytest.mark.parametrize("per", ["je Teilnahmefall", "pro Teilnehmerin", "je Teilnahmetag"])
def test_what_is_paid_for_each_who_takes_part_is_no_part_of_the_whole(per: str) -> None:
    text = f"""
        Insgesamt stehen 500.000 Euro bereit. Aufwendungen {per} sind bis zur Höhe von
        150 Euro erstattungsfähig.
    """
    assert roles(text) == [(500_000, "total"), (150, "other")]


def test_two_like_parts_are_both_parts_though_each_is_told_again_in_another_currency() -> None:
    assert roles("""
        Das Land gewährt 100.000 Euro (das sind umgerechnet 195.583 DM). Davon 50.000 Euro
        (97.791,50 DM) für die Ausbildung und 50.000 Euro (97.791,50 DM) für die Beratung.
        """) == [
        (100_000, "total"),
        (195_583, "other"),
        (50_000, "component"),
        (97_791, "other"),
        (50_000, "component"),
        (97_791, "other"),
    ]


@pytest.mark.parametrize(
    ("said", "role", "certain"),
    [
        ("Nicht verbrauchte Mittel dürfen bis zu 500.000 Euro übertragen werden.", "other", True),
        ("Nicht benötigte Mittel werden, soweit nötig, bis zu 500.000 Euro übertragen.", "other", True),
        (
            "Nicht benötigte Mittel werden umverteilt, so dass 500.000 Euro zur Verfügung stehen.",
            "total",
            False,
        ),
        (
            "Da nicht abgerufene Mittel verfallen sind, gewährt das Land nun 500.000 Euro.",
            "total",
            True,
        ),
        (
            "Nicht verbrauchte Mittel sind zu erstatten; das Land stellt 500.000 Euro bereit.",
            "total",
            True,
        ),
        ("Das Land gewährt 500.000 Euro und hat im Beirat eine Stimme.", "total", True),
    ],
)
def test_what_is_granted_in_the_same_sentence_is_not_what_was_not_used(
    said: str, role: str, certain: bool
) -> None:
    aside = "" if role == "total" else "Insgesamt gewährt das Land 900.000 Euro.\n\n        "
    amount = typed_agreement(f"{FRONT}        {aside}{said}\n").amounts[-1]
    assert (int(amount.value), amount.role) == (500_000, role)
    assert (amount.provenance.confidence > 0.9) == certain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            """
        Das Budget wird von 500.000 Euro auf 620.000 Euro erhöht.

        Für die Ausbildung stehen 420.000 Euro, für die Qualifizierung künftig
        200.000 Euro bereit; die Aufteilung kann im Lauf des Jahres angepasst werden.
        """,
            [
                (500_000, "replaced", True),
                (620_000, "replacement", True),
                (420_000, "component", True),
                (200_000, "component", True),
            ],
        ),
        (
            """
        Bei unverändertem Gesamtbetrag von 620.000 Euro erhält § 4 folgende Fassung:
        „Die Stadt beteiligt sich mit 50.000 Euro.“
        """,
            [(620_000, "other", False), (50_000, "other", False)],
        ),
    ],
)
def test_what_a_change_divides_or_leaves_as_it_was_is_no_old_sum(
    text: str, expected: list[tuple[int, str, bool]]
) -> None:
    found = typed_agreement(AMENDING + text).amounts
    assert [(int(one.value), one.role, one.provenance.confidence > 0.9) for one in found] == expected


def test_the_capital_of_a_company_is_no_second_total_beside_what_it_is_granted() -> None:
    assert roles("""
        Das Stammkapital der Gesellschaft beträgt 25.000 Euro.

        Sie erhält für das Jahr 2022 eine Zuwendung in Höhe von insgesamt 500.000 Euro.
        """) == [(25_000, "other"), (500_000, "total")]


def test_what_the_land_grants_for_a_loss_may_be_granted_on_top() -> None:
    found = typed_agreement(
        FRONT
        + """
        Das Land gewährt insgesamt 500.000 Euro, davon 300.000 Euro für die Ausbildung
        und 200.000 Euro für die Qualifizierung.

        Zum Ausgleich des Defizits gewährt das Land zusätzlich bis zu 80.000 Euro.
        """
    ).amounts
    assert [one.provenance.confidence > 0.9 for one in found] == [True, True, True, False]


def test_payments_year_by_year_are_no_second_division_of_what_a_table_divides() -> None:
    found = typed_agreement(
        FRONT
        + """
        Für die Jahre 2022 und 2023:

        Zweck                         Betrag EUR
        Ausbildung                    400.000,00
        Qualifizierung                200.000,00
        Summe                         600.000,00

        § 3 Auszahlung

        Die Zuwendung wird in folgenden Raten ausgezahlt:

        Rate            Haushaltsjahr         Betrag EUR
        1. Rate         2022                  350.000,00
        2. Rate         2023                  250.000,00
        """
    ).amounts
    assert [one.role for one in found] == ["component", "component", "total", "other", "other"]
    assert [one.provenance.confidence > 0.9 for one in found] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("change", "read"),
    [(("10", "20"), 2), (("+ 10", "- 10"), 4), (("5.000,00", "7.000,00"), 4)],
)
def test_a_change_of_something_else_than_money_is_no_sum(change: tuple[str, str], read: int) -> None:
    text = f"""
        Für das Jahr 2022:

        Kostenart           Ansatz (EUR)       Veränderung
        Personalkosten        300.000,00     {change[0]:>13}
        Sachkosten            200.000,00     {change[1]:>13}
        """
    assert len(roles(text)) == read


def test_a_figure_without_a_name_adds_up_the_last_rows_above_it() -> None:
    rows = (("Tandem", 70), ("Kompass", 60), ("Handwerk", 40), ("", 100), ("Fachtag", 30))
    figures = [Figure(Decimal(value), label, "", False) for label, value in rows]
    assert table_roles(figures, 1, amends=False)[3] == "subtotal"


@pytest.mark.parametrize("alone", [(), (50,)])
def test_sums_of_tables_that_add_up_to_one_of_the_text_are_sure_parts_of_it(alone: tuple[int, ...]) -> None:
    amount = typed_agreement(FRONT + "        Das Land gewährt insgesamt 500 Euro.").amounts[0]

    def of_table(table: int, value: int, role: str) -> Amount:
        return amount.model_copy(update={"table": table, "value": Decimal(value), "role": role})

    tabled = [
        of_table(1, 300, "total"),
        of_table(2, 200, "total"),
        *(of_table(3, value, "component") for value in alone),
    ]
    assert all(one.provenance.confidence == 1.0 for one in parts_of_a_whole(tabled, [amount]))


def test_what_each_shares_in_per_cent_does_not_make_its_money_a_count() -> None:
    table = """
        Die Gesamtkosten betragen 1.386.000,00 Euro. Hiervon tragen:

        +----------------------+-----------+------------+------------------+
        | Beteiligte           | Strecke   | Anteil     | Betrag in Euro   |
        +----------------------+-----------+------------+------------------+
        | Land Hessen          | –         | 60 v. H.   |       831.600,00 |
        +----------------------+-----------+------------+------------------+
        | Landkreis Groß-Gerau | 24,1 km   | 40 %       |       554.400,00 |
        +----------------------+-----------+------------+------------------+
        | Summe                | 24,1 km   | 100 v. H.  |     1.386.000,00 |
        +----------------------+-----------+------------+------------------+
    """
    assert roles(table)[1:] == [(831_600, "component"), (554_400, "component"), (1_386_000, "total")]


@pytest.mark.parametrize(
    "said",
    [
        "In § 4 wird der Betrag „98 €“ je Tonne durch den Betrag „112 €“ je Tonne ersetzt.",
        "Der Eigenanteil des Landkreises beträgt künftig 112 Euro statt 98 Euro.",
        "Statt einer Pauschale von 98 Euro wird nun eine Pauschale von 112 Euro gezahlt.",
    ],
)
def test_a_price_or_money_of_others_takes_the_place_of_another(said: str) -> None:
    assert sorted(roles(f"        1. {said}\n", AMENDING)) == [(98, "replaced"), (112, "replacement")]


def test_what_a_table_of_old_and_new_sums_names_is_told_by_it_in_the_text_too() -> None:
    text = """
        1. § 4 Abs. 3 erhält folgende Fassung: „Der Grundbetrag beläuft sich auf 388.800 €; davon
           trägt der Landkreis 291.600 € und die Stadt 97.200 €.“

        +------------+-------------+-------------+
        | Beteiligte | bis 2024    | ab 2025     |
        +------------+-------------+-------------+
        | Landkreis  |   264.000 € |   291.600 € |
        +------------+-------------+-------------+
        | Stadt      |    88.000 € |    97.200 € |
        +------------+-------------+-------------+
    """
    new, old = {388_800, 291_600, 97_200}, {264_000, 88_000}
    assert {value for value, role in roles(text, AMENDING) if role == "replacement"} == new
    assert {value for value, role in roles(text, AMENDING) if role == "replaced"} == old


def test_what_is_less_than_the_total_of_a_table_is_no_total() -> None:
    text = """
        +----------------+------------+
        | Leistung       | € / Tag    |
        +----------------+------------+
        | Personalkosten |     148,62 |
        +----------------+------------+
        | Sachkosten     |      39,33 |
        +----------------+------------+
        | Gesamtentgelt  |     187,95 |
        +----------------+------------+

        Bei vorübergehender Abwesenheit werden ab dem vierten Tag 150,36 € berechnet.
    """
    assert roles(text)[-1] == (150, "other")


def test_a_county_that_gives_with_the_land_gives_a_part() -> None:
    front = """
        Fördervertrag

        Das Land Hessen, vertreten durch das Ministerium für Kultur, und der Wetteraukreis,
        vertreten durch den Landrat, – Zuwendungsgeber – sowie die Stiftung Museum Musterau
        gGmbH, vertreten durch ihre Geschäftsführer, – Zuwendungsempfängerin – kommen überein:

        § 1 Förderung

        Die Zuwendungsgeber fördern die Zuwendungsempfängerin mit insgesamt 640.000 Euro.

        +--------+---------------+----------------+
        | Jahr   | Land (Euro)   | Kreis (Euro)   |
        +--------+---------------+----------------+
        | 2025   |     230.000   |     90.000     |
        +--------+---------------+----------------+
        | 2026   |     250.000   |     70.000     |
        +--------+---------------+----------------+
        | gesamt |     480.000   |    160.000     |
        +--------+---------------+----------------+
    """
    assert [role for _, role in roles("", front)] == ["total", *["component"] * 4, "subtotal", "subtotal"]


@pytest.mark.parametrize(
    "said",
    [
        "Die Übertragung ist zulässig, wenn der Betrag 75 Euro nicht übersteigt.",
        "Der Landkreis setzt daneben eigene Mittel von 75 Euro ein.",
        "Reste aus dem Vorjahr in Höhe von 75 Euro verfallen.",
        "Aus dem Preisgeld (75 Euro) wird ein Fest bezahlt.",
        "Umschichtungen zwischen Projekten bis zu 75 Euro zeigt der Landkreis an.",
        "Mittel des einen Budgets können bis zu einer Höhe von 75 Euro für das andere verwendet werden.",
        "Zwischen den Projekten darf der Landkreis bis zu 75 Euro verschieben.",
        "Die Mittel für den Kreis von 75 Euro sind nicht Gegenstand dieser Vereinbarung.",
        "Bereits ausgezahlte Beträge von 75 Euro sind mit der nächsten Anforderung zu verrechnen.",
    ],
)
def test_a_limit_and_own_means_are_no_second_total(said: str) -> None:
    assert roles(f"        Das Land stellt 500.000 Euro bereit. {said}")[-1] == (75, "other")


def test_the_one_sum_of_a_field_is_the_budget_whatever_stands_above_it() -> None:
    front = """
        Zielvereinbarung zum Ausbildungs- und Qualifizierungsbudget 2022

        +-----------------------+------------------------------------------------------+
        | Zuwendungsgeber       | Hessisches Ministerium für Soziales und Integration  |
        +-----------------------+------------------------------------------------------+
        | Zuwendungsempfängerin | Stadt Kassel, Obere Königsstraße 8, 34117 Kassel     |
        +-----------------------+------------------------------------------------------+
        | Laufzeit              | 01.01.2022 – 31.12.2022                              |
        +-----------------------+------------------------------------------------------+
        | Budget                | 900.000 €                                            |
        +-----------------------+------------------------------------------------------+

        § 1 Mittel

    """
    assert roles("        Das Land stellt der Stadt 900.000 € zur Verfügung.", front) == [
        (900_000, "total"),
        (900_000, "total"),
    ]


@pytest.mark.parametrize(("within", "role"), [("30.000", "component"), ("12.000", "other")])
def test_a_sum_within_what_a_table_divides_is_a_part_if_it_is_one_of_its_parts(
    within: str, role: str
) -> None:
    found = roles(
        f"""
        Das Land stellt insgesamt 100.000 € zur Verfügung. Darin sind {within} € für
        Teilzeit enthalten.

        Projekt          Betrag
        Lernhaus       30.000 €
        Werkhof        50.000 €
        Neustart       20.000 €
        Summe         100.000 €
        """
    )
    assert found[1] == (int(within.replace(".", "")), role)


def test_a_sum_of_which_nothing_is_told_beside_a_larger_one_is_no_total_in_silence() -> None:
    smaller = typed_agreement(
        FRONT
        + """
        Der Landkreis trägt die Fahrten mit 22.000 Euro. Mit 5.000 Euro wird ein Fest
        bezahlt.
        """
    ).amounts[-1]
    assert (int(smaller.value), smaller.role) == (5_000, "total")
    assert smaller.provenance.confidence < Review().confidence


def test_an_amount_in_words_of_the_next_sentence_is_another_one() -> None:
    (total, *_) = typed_agreement(
        FRONT + "        Es stellt insgesamt 640.000 Euro bereit. Davon trägt das Land vierzigtausend Euro."
    ).amounts
    assert total.in_words is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Eine Übertragung in das Jahr 2023 ist bis zu einer Höhe von 50.000 Euro möglich.",
        "Mittelübertragungen in das Folgejahr sind bis zur Höhe von 50.000 Euro zulässig.",
        "Umschichtungen sind bis zu 50.000 Euro erlaubt.",
        "Dies entspricht 80 Prozent der zuwendungsfähigen Ausgaben von 50.000 Euro.",
        "Das sind 80 v. H. der anerkannten Kosten in Höhe von 50.000 Euro.",
    ],
)
def test_how_much_may_be_moved_and_what_a_share_is_of_are_no_totals(sentence: str) -> None:
    text = f"        Das Land stellt dem Kreis 40.000 Euro zur Verfügung.\n        {sentence}"
    assert roles(text) == [(40_000, "total"), (50_000, "other")]


@pytest.mark.parametrize("raised", ["bringt der Landkreis auf", "trägt der Landkreis"])
def test_what_a_grant_lacks_of_all_costs_is_raised_by_others(raised: str) -> None:
    assert roles(
        f"""
        Die Förderung beträgt insgesamt bis zu 734.600 Euro. Die Gesamtausgaben der Projekte
        sind mit 918.250 Euro veranschlagt; den Unterschiedsbetrag von 183.650 Euro
        {raised}.
        """
    ) == [(734_600, "total"), (918_250, "other"), (183_650, "other")]


@pytest.mark.parametrize("recipient", ["Zuwendungsempfänger", "Landkreis", "Zuwendungsnehmer"])
def test_what_the_recipient_gives_is_not_granted_whatever_the_recipient_is_called(recipient: str) -> None:
    assert roles(
        f"""
        (1) Der Zuwendungsgeber stellt als Projektförderung einen Festbetrag von 734.600 Euro bereit.

        (2) Bei Gesamtausgaben von voraussichtlich 918.250 Euro verbleibt ein Anteil
        von 183.650 Euro, den der {recipient} aus eigenen Mitteln oder aus Mitteln Dritter deckt.
        """
    ) == [(734_600, "total"), (918_250, "other"), (183_650, "other")]


def test_what_is_left_when_the_recipient_has_given_is_divided_into_its_parts() -> None:
    assert roles(
        """
        (1) Der Zuwendungsgeber gewährt eine Zuwendung von bis zu 268.340,50 EUR. Sie setzt sich zusammen aus
        155.840,50 EUR für den Schwerpunkt A und 112.500,00 EUR für den Schwerpunkt B.

        (2) Die Gesamtausgaben betragen 315.694,71 EUR. Den Eigenanteil von 47.354,21 EUR
        trägt der Zuwendungsempfänger.
        """
    ) == [
        (268_340, "total"),
        (155_840, "component"),
        (112_500, "component"),
        (315_694, "other"),
        (47_354, "other"),
    ]


def test_what_is_given_as_a_grant_from_own_money_of_the_giver_is_granted() -> None:
    text = "        Als Zuwendung gibt das Ministerium aus eigenen Mitteln insgesamt 40.000 Euro."
    assert roles(text) == [(40_000, "total")]


@pytest.mark.parametrize("year", ["im Haushaltsjahr {}", "Haushaltsjahr {}", "im Jahr {}", "{}:"])
def test_the_last_year_of_a_list_is_a_part_whatever_the_next_sentence_says(year: str) -> None:
    parts = {2022: "286.900", 2023: "341.200", 2024: "162.400"}
    rows = "\n\n".join(f"            {year.format(one)}   {value} Euro" for one, value in parts.items())
    text = f"""
        Das Land stellt der Stadt insgesamt

                         790.500 Euro

        in Aussicht. Davon werden kassenwirksam

{rows}.

        Die Stadt beteiligt sich aus eigenen Mitteln mit mindestens 120.000 Euro.
    """
    assert [role for _, role in roles(text)] == ["total", *["component"] * 3, "other"]


@pytest.mark.parametrize("told", [True, False])
def test_what_heads_the_list_of_each_measure_is_a_subtotal(told: bool) -> None:
    lists = """
        Maßnahmenart 1: Bürgerdienste – 232.000,00 EUR
             a) Serviceportal (168.000,00 EUR)
             b) Bürgerterminal (64.000,00 EUR)

        Maßnahmenart 2: Digitale Kompetenz – 47.500,00 EUR
             a) Lotsen im Ehrenamt (47.500,00 EUR)

        Maßnahmenart 3: Interne Abläufe – 112.500,00 EUR
             a) Rechnungen (47.500,00 EUR)
             b) Geoportal (65.000,00 EUR)
    """
    whole = "        Das Land gewährt dem Kreis bis zu 392.000,00 EUR.\n" if told else ""
    found = [role for _, role in roles(whole + lists)]
    parts = ["subtotal", "component", "component", "subtotal", "component", "subtotal", *["component"] * 2]
    assert found == (["total", *parts] if told else parts)


@pytest.mark.parametrize(
    "by",
    [
        "Die zusätzlichen 75.000 Euro stammen aus Mitteln, die andere nicht benötigen.",
        "Die Differenz von 75.000 Euro wird bis Mai abgerufen.",
        "Der Aufstockungsbetrag beläuft sich auf 75.000 Euro.",
        "Der Mehrbetrag von 75.000 Euro ist zweckgebunden.",
    ],
)
def test_by_how_much_a_sum_changes_is_neither_the_old_nor_the_new(by: str) -> None:
    text = f"""
        In § 4 wird die Angabe „968.400 Euro“ durch die Angabe „1.043.400 Euro“ ersetzt.
        {by}
    """
    old, new, *rest = roles(text, AMENDING)
    assert (old, new) == ((968_400, "replaced"), (1_043_400, "replacement"))
    assert {role for _, role in rest} == {"other"}


@pytest.mark.parametrize(
    "asked", ["einen Mehrbedarf in Höhe von 90.000 Euro angemeldet", "im Mai 90.000 Euro beantragt"]
)
def test_what_was_asked_for_is_not_granted(asked: str) -> None:
    text = f"        Der Kreis hat {asked}.\n        Das Land gewährt ihm 40.000 Euro."
    assert roles(text) == [(90_000, "other"), (40_000, "total")]


@pytest.mark.parametrize(
    "fee",
    [
        "Für die Leistung wird ein Jahresentgelt von 500 Euro gezahlt.",
        "Das Entgelt beläuft sich im Jahr auf 500 Euro; es ist ein Festbetrag.",
        "Die Vergütung beträgt 500 Euro im Jahr.",
    ],
)
def test_what_the_items_of_a_list_add_up_to_is_the_total_whatever_is_told_between(fee: str) -> None:
    assert roles(
        f"""
        (1) {fee}
        (2) Fällig sind monatlich 41 Euro, jeweils zum Ersten. Zusätzliche Fachleistungsstunden werden
            mit 58 Euro vergütet. Der Gesamthaushalt der Jugendhilfe liegt bei 3,0 Mio. Euro.
            Das Kostenblatt weist aus:
            – Fachkräfte: 300 Euro
            – Räume: 150 Euro
            – Sachmittel: 50 Euro
        """
    ) == [
        (500, "total"),
        (41, "other"),
        (58, "other"),
        (3_000_000, "other"),
        (300, "component"),
        (150, "component"),
        (50, "component"),
    ]


def test_a_sentence_below_a_sum_on_a_line_of_its_own_tells_nothing_of_it() -> None:
    assert roles(
        """
        Zugesagt werden für das Jahr 2014

        ==> 744.766 Euro

        Die kommunale Seite weist darauf hin, dass sie selbst keine höheren Lasten tragen kann.
        """
    ) == [(744_766, "total")]


@pytest.mark.parametrize("last", ["Laufzeit", "Gesamtlaufzeit", "Zeitraum"])
def test_a_column_of_sums_with_cents_counts_no_time_whatever_heads_it(last: str) -> None:
    assert roles(
        f"""
        +----------------+------------+------------+--------------+
        | Jahr           |       2019 |       2020 | {last:<12} |
        +----------------+------------+------------+--------------+
        | Planwert (EUR) | 715.600,00 | 441.000,00 | 1.156.600,00 |
        +----------------+------------+------------+--------------+
        """
    ) == [(715_600, "component"), (441_000, "component"), (1_156_600, "total")]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            """
        Die Zuwendung beträgt für das Jahr 2019 höchstens 214.600 Euro. Die zuwendungsfähigen
        Gesamtausgaben sind mit 268.250 Euro festgestellt. Der Kreis erbringt Eigenmittel von
        53.650 Euro.
            """,
            [(214_600, "total"), (268_250, "other"), (53_650, "other")],
        ),
        (
            """
        Der Zuschuss beläuft sich auf 214.600 Euro. Die Gesamtkosten betragen 268.250 Euro.
            """,
            [(214_600, "total"), (268_250, "other")],
        ),
        (
            """
        Die Gesamtkosten betragen 268.250 Euro. Davon trägt das Land 214.600 Euro und der Kreis
        53.650 Euro.
            """,
            [(268_250, "total"), (214_600, "component"), (53_650, "component")],
        ),
    ],
    ids=["with own funds", "beside costs", "no grant"],
)
def test_what_is_said_to_be_granted_is_the_total_however_much_all_costs(
    said: str, told: list[tuple[int, str]]
) -> None:
    assert roles(said) == told


@pytest.mark.parametrize("second", [257_000, 256_000])
def test_what_two_sums_of_a_paragraph_divide_again_is_a_part_of_a_table(second: int) -> None:
    printed = f"{second:,}".replace(",", ".")
    found = roles(
        f"""
        Budget                          Betrag
        Erstes Budget              612.300 EUR
        Zweites Budget             187.450 EUR
        Insgesamt                  799.750 EUR

        Aus dem Ersten Budget werden 355.300 EUR im laufenden Jahr und {printed} EUR im
        folgenden Jahr ausgezahlt.
        """
    )
    parts = [role for _, role in found[-2:]] == ["component"] * 2
    assert parts == (second == 257_000)


def test_instalments_of_a_part_of_a_table_are_no_parts_beside_it() -> None:
    found = roles(
        """
        Beteiligte                      Betrag
        Land                       831.600 Euro
        Kreis                      187.450 Euro
        Insgesamt                1.019.050 Euro

        Das Land zahlt seinen Anteil in zwei Raten, und zwar bis zum 30. April 2024 einen Betrag
        von 400.000 Euro und bis zum 30. April 2025 den Rest von 431.600 Euro.
        """
    )
    assert found[-2:] == [(400_000, "other"), (431_600, "other")]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Der Mindestbetrag der Förderung beträgt 5.000 Euro.", "other"),
        ("Die Förderung eines einzelnen Vorhabens beträgt höchstens 5.000 Euro.", "other"),
        ("Die Förderung der einzelnen Vereine beträgt 5.000 Euro.", "other"),
        ("Die bisherige Förderung beträgt 5.000 Euro.", "other"),
        ("Die Förderung aus dem ESF beträgt 5.000 Euro.", "other"),
        ("Der Zuschuss der Agentur für Arbeit beträgt 5.000 Euro.", "other"),
        ("Der Zuschuss des Kreises beträgt 5.000 Euro.", "other"),
        ("Die Zuwendung beträgt 5.000 Euro.", "total"),
    ],
)
def test_what_others_or_one_of_several_get_is_no_total_in_silence(said: str, told: str) -> None:
    for text in (f"Das Land stellt 300.000 Euro bereit. {said}", f"{said} Das Land gewährt 300.000 Euro."):
        small, large = sorted(typed_agreement(f"{FRONT}        {text}").amounts, key=lambda one: one.value)
        assert (large.role, large.provenance.confidence) == ("total", 1.0)
        assert small.role == told
        assert small.provenance.confidence < Review().confidence


def test_what_the_land_and_a_town_grant_are_parts_of_all_costs() -> None:
    said = """
        Das Land gewährt 214.600 Euro. Der Zuschuss der Stadt beträgt 53.650 Euro. Die Gesamtkosten
        betragen 268.250 Euro.
    """
    assert roles(said) == [(214_600, "component"), (53_650, "component"), (268_250, "total")]
    of_the_land = "Die Zuwendung des Landes beträgt 214.600 Euro. Die Gesamtkosten betragen 268.250 Euro."
    assert roles(f"        {of_the_land}") == [(214_600, "total"), (268_250, "other")]


@pytest.mark.parametrize(
    "said",
    [
        "Für die Übertragung der Aufgabe erhält der Kreis insgesamt bis zu 60.000 Euro.",
        "Das Land gewährt dem Kreis für die Live-Übertragung der Sitzungen bis zu 60.000 Euro.",
        "Vier Projekttage werden mit 60.000 Euro gefördert.",
        "Die drei Einheiten werden mit 60.000 Euro gefördert.",
        "Die Ferienfahrten werden mit 60.000 Euro bezuschusst.",
        "Im Gesamthaushalt des Landes sind 60.000 Euro für den Kreis vorgesehen.",
        "Für 2023 sind 60.000 Euro beantragt und bewilligt.",
        "Es wurden 60.000 Euro beantragt; das Land gewährt sie in voller Höhe.",
        "Im Jahr 2023 insgesamt 60.000 Euro.",
    ],
)
def test_the_sum_that_is_granted_is_the_total_whatever_it_is_for(said: str) -> None:
    assert roles(f"        {said}") == [(60_000, "total")]


def test_the_one_sum_that_was_asked_for_is_left_in_doubt() -> None:
    (amount,) = typed_agreement(f"{FRONT}        Der Kreis hat 60.000 Euro beantragt.").amounts
    assert amount.role == "other"
    assert amount.provenance.confidence < Review().confidence


def test_a_total_that_is_told_again_for_its_year_is_no_part_of_itself() -> None:
    said = "Die Gesamtförderung beträgt 300.000 Euro\n\n        Haushaltsjahr 2023 insgesamt 300.000 Euro"
    assert roles(f"        {said}") == [(300_000, "total")] * 2


@pytest.mark.parametrize(
    "said",
    [
        "Das Land gewährt insgesamt 120.000 EUR, der Bund 80.000 EUR.",
        "Im laufenden Jahr zahlt das Land 120.000 EUR. Der Verein stellt 80.000 EUR bereit.",
    ],
)
def test_two_sums_that_add_up_to_a_part_by_chance_are_left_in_doubt(said: str) -> None:
    text = f"""
        Projekt                         Betrag
        Beratung                   100.000 EUR
        Räume                      200.000 EUR
        Insgesamt                  300.000 EUR

        {said}
    """
    for amount in typed_agreement(FRONT + text).amounts[-2:]:
        assert amount.role != "component"
        assert amount.provenance.confidence < Review().confidence


def test_the_sum_that_is_raised_is_no_difference() -> None:
    said = """
        Die Erhöhung der Zuwendung von 100.000 Euro auf 250.000 Euro tritt 2023 ein. Davon entfallen
        150.000 Euro auf Sachmittel.
    """
    told = [(100_000, "replaced"), (250_000, "replacement"), (150_000, "component")]
    assert roles(said, AMENDING) == told


# what is divided again, what is reckoned, what is only named


BOTH_GIVE = """
        Die Kosten des Vorhabens betragen insgesamt 900.000 Euro. Davon tragen der Bund höchstens
        600.000 Euro und das Land höchstens 300.000 Euro. Die Beträge werden so bereitgestellt:

        Jahr         Bund (Euro)      Land (Euro)
        2022             400.000          {first}
        2023             200.000          200.000
"""


@pytest.mark.parametrize(
    ("first", "of_the_land"), [("100.000", "subtotal"), ("110.000", "component")], ids=["adds up", "does not"]
)
def test_a_share_that_the_column_of_a_table_divides_by_years_is_a_subtotal(
    first: str, of_the_land: str
) -> None:
    found = roles(BOTH_GIVE.format(first=first))
    assert found[:3] == [(900_000, "total"), (600_000, "subtotal"), (300_000, of_the_land)]
    assert {role for _, role in found[3:]} == {"component"}


def test_a_share_that_the_years_of_a_table_add_up_to_is_no_total_beside_the_whole() -> None:
    found = roles(
        """
        Die Gesamtkosten betragen voraussichtlich 8,4 Millionen Euro. Davon tragen der Bund 5,46
        Millionen Euro und das Land 2,94 Millionen Euro. Der Anteil des Landes wird in folgenden
        Jahresbeträgen bereitgestellt:

        Jahr         Betrag in Euro
        2022                440.000
        2023              1.310.000
        2024              1.190.000
        """
    )
    assert {(8_400_000, "total"), (5_460_000, "component"), (2_940_000, "subtotal")} < set(found)


RECKONED = """
        Das Land gewährt eine Zuwendung von insgesamt {granted} Euro.

        § 3 Anlage

        {head}                               Betrag in Euro
        Personal                                 400.000,00
        Räume                                     60.000,00
        Geräte                                    40.000,00
        Gesamt                                   500.000,00
"""


@pytest.mark.parametrize(
    ("granted", "head", "role"),
    [
        ("300.000", "Kostenart ", "other"),
        ("500.000", "Kostenart ", "component"),
        ("300.000", "Projekt   ", "component"),
    ],
)
def test_what_something_costs_is_reckoned_beside_what_is_granted(granted: str, head: str, role: str) -> None:
    _, *tabled = typed_agreement(FRONT + RECKONED.format(granted=granted, head=head)).amounts
    assert [one.role for one in tabled[:3]] == [role] * 3
    assert (role == "other") == (tabled[0].provenance.confidence < Review().confidence)


@pytest.mark.parametrize(
    "told",
    [
        "Die Landeshauptstadt setzt ergänzend kommunale Mittel von 90.000 Euro ein.",
        "Der Kreis bringt eigene Mittel und solche des Jobcenters von zusammen 90.000 Euro ein.",
        "Mittel (bis zu 90.000 Euro) können zusätzlich gesondert beantragt werden.",
        "Die Mittel können bis zu 90.000 Euro ohne Änderung dieser Vereinbarung anders eingesetzt werden.",
        "Der Betrag von 90.000 Euro, um den sich das Budget vermindert, verbleibt beim Land.",
        "Sollten Mittel frei werden, können bis zu 90.000 Euro zusätzlich fließen.",
        "Auf Antrag können 90.000 Euro nachbewilligt werden.",
        "Damals waren vom Kreis 90.000 Euro nicht abgerufen worden.",
    ],
)
def test_what_others_give_and_what_is_not_given_here_is_no_second_total(told: str) -> None:
    assert roles(f"        Das Land stellt 500.000 Euro bereit.\n\n        {told}") == [
        (500_000, "total"),
        (90_000, "other"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Das Land gewährt 500.000 Euro, um den Ausbau der Angebote zu fördern.",
        "Das Land gewährt 500.000 Euro, um die Angebote für Kinder, Eltern und Schulen auszubauen.",
        "Das Land stellt 500.000 Euro ohne weitere Änderung der Bedingungen bereit.",
    ],
)
def test_what_money_is_for_and_asks_for_is_told_of_what_is_given(told: str) -> None:
    assert roles(f"        {told}") == [(500_000, "total")]


def test_the_rates_of_one_sentence_are_rates_all_of_them() -> None:
    front = "        Das Land stellt 500.000 Euro bereit.\n\n        "
    rates = (
        "Je Platz und Monat werden in der Ausbildungsvorbereitung höchstens 780 Euro,\n"
        "        in Qualifizierungsprojekten höchstens 640 Euro anerkannt."
    )
    assert roles(front + rates) == [(500_000, "total"), (780, "other"), (640, "other")]
    summed_up = (
        "Je Platz und Monat stellt das Land für die Dauer des Vorhabens im Landkreis und in seinen\n"
        "        Gemeinden bis zu 780 Euro bereit, für alle Plätze, die es gibt, und für alle Monate des\n"
        "        Jahres zusammen also insgesamt 100.000 Euro."
    )
    assert roles(f"        {summed_up}")[-1] == (100_000, "total")


def test_thousands_and_cents_of_days_are_no_money() -> None:
    text = "        Das Land stellt 500.000 Euro bereit.\n\n        Es sind 9 Plätze, das sind 3.120,75 {}."
    assert roles(text.format("Tage")) == [(500_000, "total")]
    assert [value for value, _ in roles(text.format("im Jahr"))] == [500_000, 3_120]


def test_what_comes_on_top_of_a_total_is_in_doubt() -> None:
    told = "        Das Land stellt 500.000 Euro bereit.\n\n        {}Mittel der Agentur in Höhe von {} Euro."
    _, added = typed_agreement(FRONT + told.format("Hinzu kommen ", "90.000")).amounts
    _, larger = typed_agreement(FRONT + told.format("Es sind ", "500.000")).amounts
    assert added.provenance.confidence < Review().confidence
    assert larger.provenance.confidence == 1.0


def test_what_a_rate_comes_to_is_the_total() -> None:
    assert roles("        Der Kreis erhält je Einwohner 2,50 Euro, insgesamt 312.500 Euro.") == [
        (2, "other"),
        (312_500, "total"),
    ]
    assert roles("        Der Kreis erhält je Einwohner 2,50 Euro, in der Stadt 3,50 Euro.") == [
        (2, "other"),
        (3, "other"),
    ]


@pytest.mark.parametrize("parted", ["; das Land gibt", ". Das Land gibt"])
def test_what_the_land_gives_is_granted_though_own_money_is_told_before_it(parted: str) -> None:
    text = f"        Die Eigenmittel des Kreises betragen 25.000 Euro{parted} 75.000 Euro."
    assert roles(text) == [(25_000, "other"), (75_000, "total")]


def test_the_new_words_of_a_paragraph_behind_its_sign_are_no_heading() -> None:
    front = OPENING.replace("Zielvereinbarung", "Änderungsvereinbarung")
    text = "        § 2 Absatz 1 erhält folgende Fassung: „Das Land gewährt 120.000 Euro.“\n"
    assert [int(one.value) for one in typed_agreement(front + text).amounts] == [120_000]


def test_what_the_text_divides_of_what_a_table_adds_up_are_parts() -> None:
    table = """
        Projekt                          Euro
        Lernhaus                      150.000
        Werkstatt                     278.400
        Summe                         428.400
    """
    said = """
        Vom Gesamtbetrag werden {} im Jahr 2024 und {} im Jahr 2025 fällig. Bleiben die Ausgaben um mehr als
        5.000 Euro zurück, ist der Unterschied zu erstatten.
    """
    found = dict(roles(table + said.format("228.400 Euro", "200.000 Euro")))
    assert [found[part] for part in (228_400, 200_000, 428_400)] == ["component", "component", "total"]
    found = dict(roles(table + said.format("228.400 Euro", "190.000 Euro")))
    assert found[228_400] != "component", "what adds up to nothing is no part for that"


@pytest.mark.parametrize(("second", "rows"), [(87_000, "subtotal"), (88_000, "component")])
def test_each_part_of_a_table_that_the_text_divides_is_a_subtotal(second: int, rows: str) -> None:
    found = roles(
        f"""
        Lernhaus, Träger ist der Verein für Bildung, 24 Plätze.

        Budget: 100.000 Euro

        Werkstatt, Träger ist die Diakonie, 12 Plätze.

        Budget: {second // 1000}.000 Euro (Gesamtkosten 164.750 Euro)

        Neustart, Träger ist die Diakonie, 12 Plätze.

        Budget: 60.000 Euro

        Zusammenstellung                 Euro
        Maßnahmenart 1                187.000
        Maßnahmenart 2                 60.000
        Insgesamt                     247.000
        """
    )
    assert [role for value, role in found if value == 187_000] == [rows]
    if rows == "subtotal":
        parts = [(value, role) for value, role in found if value in (100_000, 87_000)]
        assert parts == [(100_000, "component"), (87_000, "component")]


def test_what_comes_on_top_of_parts_is_one_if_all_adds_up() -> None:
    said = """
        Das Land fördert die Vorbereitung mit 240.000 € und die Qualifizierung mit 118.500 €. Für den Aufbau
        der Stelle kommen einmalig 25.000 € hinzu. Die Förderung beträgt damit höchstens {} €.
    """
    added = [(240_000, "component"), (118_500, "component"), (25_000, "component"), (383_500, "total")]
    assert roles(said.format("383.500")) == added
    assert dict(roles(said.format("358.500")))[25_000] == "other"


@pytest.mark.parametrize(
    ("said", "costs", "sure"),
    [
        ("Das Land gewährt eine Zuwendung von höchstens", "355.800,00", True),
        ("Das Land gewährt eine Zuwendung von höchstens", "365.800,00", False),
        ("Der Verein erhält eine Zuwendung von", "355.800,00", False),
    ],
)
def test_in_a_plan_of_costs_and_of_who_pays_them_the_grant_alone_is_granted(
    said: str, costs: str, sure: bool
) -> None:
    told, *table = typed_agreement(
        FRONT
        + f"""
        {said} 284.640,00 EUR.

        Der folgende Finanzierungsplan ist hinsichtlich des Gesamtergebnisses verbindlich:

        Personalausgaben                298.200,00 EUR
        Sachausgaben                     57.600,00 EUR
        Ausgaben                        {costs} EUR
        Mittel des Freistaats           284.640,00 EUR
        Landkreis Muster                 35.580,00 EUR
        Zweiter Kreis                    20.280,00 EUR
        """
    ).amounts
    assert told.role == "total"
    assert [one.role for one in table] == ["other", "other", "other", "total", "other", "other"]
    assert [one.provenance.confidence > Review().confidence for one in table] == [sure] * 6


def test_a_row_of_one_year_that_is_all_the_text_grants_leaves_the_others_parts() -> None:
    found = roles(
        """
        Das Land stellt dem Landkreis insgesamt 284.640,00 EUR bereit.

        2024                            284.640,00 EUR
        2025                             57.600,00 EUR
        2026                             35.580,00 EUR
        """
    )
    assert "other" not in [role for _, role in found]


def test_by_how_much_a_sum_of_new_words_changes_is_neither_old_nor_new() -> None:
    said = """
        Ziffer 4.1 wird wie folgt neu gefasst:

        „Das Land stellt dem Landkreis für das Jahr 2022 insgesamt 648.700 € zur Verfügung.“

        Bisher waren 694.200 € vorgesehen. Die freiwerdenden Mittel in Höhe von 45.500 € fallen zurück.
    """
    expected = [(648_700, "replacement"), (694_200, "replaced"), (45_500, "other")]
    assert roles(said, AMENDING) == expected


@pytest.mark.parametrize(
    ("told", "part"),
    [("Das Budget verteilt sich", "replacement"), ("Die 688.400 Euro verteilen sich", "component")],
)
def test_parts_that_new_words_tell_are_new_unless_they_tell_a_total_too(told: str, part: str) -> None:
    said = f"""
        Die in Nummer 2.1 genannte Summe von 716.900 Euro wird auf 688.400 Euro herabgesetzt.

        § 3 Jahresbeträge

        Nummer 2.2 wird wie folgt neu gefasst:

        „{told} auf die Jahre
        2024 mit 401.900 Euro,
        2025 mit 186.500 Euro und
        2026 mit 100.000 Euro.“
    """
    assert roles(said, AMENDING)[-3:] == [(401_900, part), (186_500, part), (100_000, part)]


def test_the_parts_of_a_total_in_new_words_remain_its_parts() -> None:
    said = """
        Ziffer 4.1 wird wie folgt neu gefasst:

        „Das Land stellt dem Landkreis insgesamt 648.700 € zur Verfügung. Davon sind 36.000 € für die
        Teilzeitausbildung und 612.700 € für die übrigen Maßnahmen bestimmt.“
    """
    assert [role for _, role in roles(said, AMENDING)] == ["replacement", "component", "component"]


@pytest.mark.parametrize(("last", "part"), [("160.600", ["component"] * 3), ("150.600", ["replacement"] * 3)])
def test_parts_in_new_words_are_those_of_the_new_total_that_the_section_told(
    last: str, part: list[str]
) -> None:
    said = f"""
        (1) In § 4 Absatz 1 wird die Angabe „826.450 Euro“ durch die Angabe „871.200 Euro“ ersetzt.

        (2) § 4 Absatz 2 erhält folgende Fassung: „Die Mittel verteilen sich auf das Jahr 2018 mit
        388.700 Euro, auf das Jahr 2019 mit 321.900 Euro und auf das Jahr 2020 mit {last} Euro.“
    """
    assert [role for _, role in roles(said, AMENDING)] == ["replaced", "replacement", *part]


@pytest.mark.parametrize(("last", "rows"), [("52.000", "subtotal"), ("53.000", "component")])
def test_each_part_of_a_table_that_other_tables_divide_is_a_subtotal(last: str, rows: str) -> None:
    found = roles(
        f"""
        Das Land stellt dem Landkreis insgesamt 347.000 Euro bereit:

        Maßnahmenart                  Betrag
        -------------------------------------------
        Vorbereitung            187.000 Euro
        Ausbildung              160.000 Euro
        -------------------------------------------

        Anlage 1: Vorbereitung

        Projekt                       Betrag
        -------------------------------------------
        Lernhaus                100.000 Euro
        Werkstatt                87.000 Euro
        -------------------------------------------

        Anlage 2: Ausbildung

        Projekt                       Betrag
        -------------------------------------------
        Neustart                108.000 Euro
        Aufbruch                 {last} Euro
        -------------------------------------------
        """
    )
    assert [role for value, role in found if value in (187_000, 160_000)] == [rows] * 2
    assert [role for value, role in found if value in (100_000, 87_000, 108_000)] == ["component"] * 3


@pytest.mark.parametrize(("last", "whole"), [("648.000", "total"), ("630.000", "other")])
def test_millions_to_whose_last_cent_others_add_up_are_the_total(last: str, whole: str) -> None:
    front = FRONT.replace("Zielvereinbarung", "Staatsvertrag")
    said = f"""
        (1) Für die Errichtung bringen die Länder insgesamt 2,4 Millionen Euro auf. Davon tragen der Freistaat
        Sachsen 1.080.000 Euro, das Land Sachsen-Anhalt 672.000 Euro und der Freistaat Thüringen {last} Euro.

        (2) Der laufende Aufwand, der mit 910.000 Euro angesetzt wird, wird nach Aufträgen verteilt.
    """
    assert roles(said, front)[0] == (2_400_000, whole)


@pytest.mark.parametrize(("second", "sure"), [("§ 3 Nachschüsse", False), ("", True)])
def test_two_parts_that_add_up_to_a_sum_of_another_section_make_no_subtotal_in_silence(
    second: str, sure: bool
) -> None:
    amounts = typed_agreement(
        FRONT
        + f"""
        Das Stammkapital beträgt 400.000 Euro. Es übernehmen:

        a) der Landkreis eine Stammeinlage von 180.000 Euro,
        b) die Stadt eine Stammeinlage von 100.000 Euro,
        c) die Gemeinde eine Stammeinlage von 65.000 Euro,
        d) die Sparkasse eine Stammeinlage von 55.000 Euro.

        {second}

        Die Gemeinde und die Sparkasse leisten zusammen 120.000 Euro.
        """
    ).amounts
    assert [one.role for one in amounts[:5]] == ["total", *["component"] * 4]
    certain = amounts[-1].provenance.confidence > Review().confidence
    assert (amounts[-1].role, certain) == ("subtotal", sure)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            (("Gesamtausgaben", 100), ("davon Eigenmittel", 30), ("davon Jobcenter und Dritte", 20)),
            ["other", "other", "other"],
        ),
        # The Land is one of those who pay, or what is granted is divided.
        (
            (("Gesamtausgaben", 100), ("davon Eigenmittel", 30), ("davon Land", 70)),
            ["other", "other", "total"],
        ),
        (
            (("Zuwendung", 100), ("davon Jobcenter", 30), ("davon Betriebe", 70)),
            ["total", "component", "component"],
        ),
    ],
)
def test_what_all_costs_and_others_pay_of_it_is_not_granted(
    rows: tuple[tuple[str, int], ...], told: list[str]
) -> None:
    figures = [Figure(Decimal(value), label, "", False) for label, value in rows]
    assert table_roles(figures, 1, amends=False) == told


@pytest.mark.parametrize(
    "grant",
    [
        "Die Landeszuwendung für 2022 ist auf 300 Euro begrenzt.",
        "Vom Land fließen dem Kreis von 2022 bis 2024 zusammen höchstens 300 Euro zu.",
        "Aus Landesmitteln fließen dem Kreis für 2022 bis zu 300 Euro zu.",
    ],
)
@pytest.mark.parametrize(
    "costs", ["Alle Projekte zusammen kosten", "Die Projekte kosten voraussichtlich insgesamt"]
)
def test_what_all_projects_together_cost_is_not_granted(grant: str, costs: str) -> None:
    said = f"{grant} {costs} 400 Euro. Eigenmittel sind mit 100 Euro eingeplant."
    assert roles(f"        {said}") == [(300, "total"), (400, "other"), (100, "other")]


@pytest.mark.parametrize(
    ("before", "after", "granted"),
    [
        ("Vom Land kommen 2022", "", True),
        ("Vom Land kommen 2022", " und 2023 200 Euro", False),
        ("Vom Land kommen je Platz", "", False),
        ("Die Landeszuwendung ist auf", " begrenzt", True),
        ("Die Landeszuwendung ist auf", " gesunken", False),
        ("Die Zuwendung der Stadt ist auf", " begrenzt", False),
    ],
)
def test_only_all_that_the_land_gives_is_the_grant(before: str, after: str, granted: bool) -> None:
    context = Context(before=f"{before} ", after=after, clause="", item=None, below_table=False)
    assert is_the_grant(context) is granted
