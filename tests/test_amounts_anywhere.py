"""Sums are read wherever they stand, and what only one weak sign speaks for is doubted."""

from __future__ import annotations

import pytest

from models.agreement import Amount
from models.settings import Settings
from tests.typed_pages import typed_agreement

FRONT = """
                              {kind}
        zwischen dem Land Hessen und dem Landkreis Gießen über das
        Ausbildungs- und Qualifizierungsbudget 2022

        § 1 Mittel

"""


def amounts(text: str, kind: str = "Zielvereinbarung") -> tuple[Amount, ...]:
    return typed_agreement(FRONT.format(kind=kind) + text).amounts


def roles(text: str) -> list[tuple[int, str]]:
    return [(int(amount.value), amount.role) for amount in amounts(text)]


@pytest.mark.parametrize(
    "aside",
    [
        "Je teilnehmender Person dürfen im Monat höchstens 150 Euro angesetzt werden.",
        "Für Kinderbetreuung werden zusätzlich je Kind 150 Euro anerkannt.",
        "Pro Unterrichtsstunde sind 150 Euro ansetzbar.",
        "Der Tagessatz von 150 Euro gilt für alle Träger.",
        "Als Honorar sind höchstens 150 Euro üblich.",
        "In den letzten drei Jahren kamen jeweils 150 Euro an.",
        "Im Vorjahr wurden 150 Euro ausgegeben.",
        "Wie im Vorjahr wurden 2021 insgesamt 150 Euro ausgezahlt.",
        "Wie schon in den letzten Jahren hat der Landkreis 150 Euro gezahlt.",
        "Der Landkreis bringt Eigenmittel von 150 Euro ein.",
        "Der Eigenanteil des Landkreises beträgt 150 Euro.",
        "Anschaffungen oberhalb der Wertgrenze von 150 Euro sind anzuzeigen.",
        "Zum Beispiel wären bei zehn Plätzen 150 Euro fällig.",
        "Bei Verstößen ist eine Vertragsstrafe von 150 Euro zu zahlen.",
        "Das Stammkapital des Trägers beträgt 150 Euro.",
        "Für die Betreuung von Kindern können monatlich bis zu 150 Euro abgerechnet werden.",
        "Nachträge von mehr als 150 Euro sind vorab abzustimmen.",
        "Die Aufnahme von Darlehen über mehr als 150 Euro bedarf der Zustimmung.",
        "Überzahlungen ab 150 Euro sind zu erstatten.",
        "Hiervon werden 150 Euro erst nach Vorlage des Berichts freigegeben.",
        "Davon sind 150 Euro bis zur Vorlage des Berichts gesperrt.",
        "Drittmittel in Höhe von 150 Euro bleiben unberührt.",
    ],
)
def test_money_that_is_not_granted_is_other(aside: str) -> None:
    text = f"""
        Das Land stellt dem Landkreis im Jahr 2022 insgesamt 500.000 Euro bereit.

        {aside}
    """
    assert roles(text) == [(500_000, "total"), (150, "other")]


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("Wie in der Vergangenheit gewährt das Land dem Landkreis 480.000 Euro.", True),
        ("Wie in den vorangegangenen Jahren stellt das Land 480.000 Euro bereit.", True),
        ("Das Land stellt wie im Vorjahr 480.000 Euro bereit.", True),
        ("Wie im Vorjahr gewährt das Land, wie vereinbart wurde, 480.000 Euro.", True),
        ("Anders als im Vorjahr beträgt das Budget 480.000 Euro.", False),
        ("Das Land führt das Vorgängerprogramm fort und stellt 480.000 Euro bereit.", False),
    ],
)
def test_what_is_granted_as_before_is_granted_now(said: str, sure: bool) -> None:
    (found,) = amounts(f"\n        {said}\n")
    assert found.role == "total"
    assert (found.provenance.confidence > Settings().review.confidence) == sure


def test_a_rounded_sum_is_no_total_beside_an_exact_one() -> None:
    text = """
        Das Land stellt dem Landkreis im Jahr 2022 insgesamt 500.000 Euro bereit.

        An Mitteln kamen insgesamt rund 2,5 Mio. Euro zusammen.
    """
    assert roles(text) == [(500_000, "total"), (2_500_000, "other")]


def test_a_share_with_its_sum_stands_in_a_column_of_shares() -> None:
    text = """
        Die Kosten betragen 791.500 Euro. Es tragen davon jährlich:

        Beteiligte                               Anteil

        Land Hessen                          222.500,00 €

        Landkreis Gießen                     569.000,00 €

        zusammen                             791.500,00 €
    """
    assert roles(text) == [
        (791_500, "total"),
        (222_500, "component"),
        (569_000, "component"),
        (791_500, "total"),
    ]


def test_a_capital_that_the_table_adds_up_is_a_total() -> None:
    text = """
        Das Stammkapital ist mit 60.000,-- DM festgesetzt. Es wird übernommen:

        Gesellschafter                         DM         v. H.

        Stadtwerke Probestadt AG            40.000,00     66,67

        Lernwerk Musterau gGmbH             20.000,00     33,33

        insgesamt                           60.000,00    100,00
    """
    found = amounts(text, "Gesellschaftsvertrag")
    assert [(int(a.value), a.role) for a in found] == [
        (60_000, "total"),
        (40_000, "component"),
        (20_000, "component"),
        (60_000, "total"),
    ]


def test_the_capital_of_the_company_itself_is_a_total_and_the_price_of_a_share_no_part_of_it() -> None:
    text = """
        1. Das Stammkapital der Gesellschaft beträgt 75.000 Euro und ist in Geschäftsanteile zu je 500 Euro
           eingeteilt.

        2. Hierauf übernehmen als Einlage:

           a) der Main-Kinzig-Kreis die Anteile Nr. 1 bis 50 mit 25.000 Euro;

           b) die Lernwerk Musterau gGmbH die Anteile Nr. 51 bis 150 mit 50.000 Euro.
    """
    found = amounts(text, "Gesellschaftsvertrag")
    assert [(int(a.value), a.role) for a in found] == [
        (75_000, "total"),
        (500, "other"),
        (25_000, "component"),
        (50_000, "component"),
    ]


def test_a_bare_sum_outside_of_any_table_is_read_in_doubt() -> None:
    text = """
        Das Land stellt dem Landkreis im Jahr 2022 insgesamt 500.000 Euro bereit.

        Titel 685 01: 300.000,00

        Titel 685 02: 200.000,00
    """
    found = amounts(text)
    assert [(int(a.value), a.role) for a in found] == [
        (500_000, "total"),
        (300_000, "component"),
        (200_000, "component"),
    ]
    threshold = Settings().review.confidence
    assert [a.provenance.confidence < threshold for a in found] == [False, True, True]


@pytest.mark.parametrize(
    "text", ["am 12.345,67 % beteiligt", "Az. 12.345.678/22", "Telefon 0641 12.345,00-1"]
)
def test_other_figures_are_no_bare_sums(text: str) -> None:
    assert amounts(f"        {text}") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Der Finanzrahmen, bislang 400.000 Euro, wird mit 500.000 Euro neu festgesetzt.",
        "EUR 400.000 (bislang verfügbar)\n\n        EUR 500.000 (nunmehr verfügbar)",
        "Vormals waren es 400.000 Euro, künftig sind es 500.000 Euro.",
    ],
)
def test_an_amendment_tells_the_old_sum_from_the_new_one(text: str) -> None:
    found = amounts(f"        {text}\n", "Nachtragsvereinbarung")
    assert [(int(a.value), a.role) for a in found] == [(400_000, "replaced"), (500_000, "replacement")]


@pytest.mark.parametrize(
    "total",
    [
        """
                                  95.500 Euro
                               Fördersumme 2022
        """,
        """
                               Förderung gesamt
                                  95.500 Euro
        """,
    ],
)
def test_a_sum_that_stands_alone_is_what_the_line_above_or_below_calls_it(total: str) -> None:
    text = f"""
        {total}

        Für die Ausbildungsvorbereitung sind 50.000 Euro gedacht, für die
        Qualifizierungsprojekte 40.000 Euro.
    """
    assert roles(text)[0] == (95500, "total")


def test_the_figures_of_a_sum_are_no_number_of_a_measure() -> None:
    text = """
        Fördersumme
        2 131 900 Euro

        § 2 Projekte

        Maßnahmenart 1: Ausbildungsvorbereitung
          - Lernhaus
        Maßnahmenart 2: Qualifizierungsprojekte
          - Neustart 2.0
    """
    found = amounts(text)
    assert [(amount.role, amount.measure) for amount in found] == [("total", None)]


def test_a_rounded_sum_is_not_the_total_beside_an_exact_one() -> None:
    text = """
        Bis zum Betrage von 280.652 Euro - i. W. zweihundertachtzigtausendsechshundert-
        zweiundfünfzig Euro - trägt das Land im Jahre 2022 die Kosten.

        Der Kreistag hat in der Vergangenheit Mittel von rund 1,9 Mio. Euro bereitgestellt.
    """
    assert dict(roles(text)) == {280652: "total", 1900000: "other"}


def test_of_two_sums_of_a_change_the_one_that_is_not_new_is_old() -> None:
    text = """
        In der am 9. Dezember 2021 unterzeichneten Vereinbarung sind Mittel bis
        1.968.500 Euro zugesagt.

        § 2 Änderung

        Die Zusage lautet nunmehr auf 2.005.000 Euro.
    """
    found = {int(a.value): a.role for a in amounts(text, kind="Änderungsvereinbarung")}
    assert found == {1968500: "replaced", 2005000: "replacement"}


def test_sums_in_frames_are_what_stands_below_them() -> None:
    text = """
        +--------------------+--------------------+
        |    988.900 Euro    |   1.038.100 Euro   |
        +--------------------+--------------------+
        |   bisher (2022)    |     neu (2022)     |
        +--------------------+--------------------+
    """
    found = amounts(text, kind="Änderungsvereinbarung")
    assert [(int(a.value), a.role, a.label) for a in found] == [
        (988900, "replaced", "bisher (2022)"),
        (1038100, "replacement", "neu (2022)"),
    ]


def test_sums_in_frames_below_a_heading_are_what_stands_below_them() -> None:
    text = """
        Das Land stellt insgesamt 1.435.038,00 € bereit.

        +----------------+----------------+----------------+
        | Verteilung auf die Jahre                         |
        +----------------+----------------+----------------+
        | 745.560,00 €   | 388.000,00 €   | 301.478,00 €   |
        +----------------+----------------+----------------+
        | 2022           | 2023           | 2024           |
        +----------------+----------------+----------------+
    """
    assert [(int(a.value), a.role, a.year) for a in amounts(text)][1:] == [
        (745560, "component", 2022),
        (388000, "component", 2023),
        (301478, "component", 2024),
    ]


@pytest.mark.parametrize(("second", "count"), [("2024", 2), ("2.024", 3)])
def test_a_year_is_no_sum_where_thousands_are_grouped(second: str, count: int) -> None:
    text = f"""
        | Verwendung      | Betrag       |
        +-----------------+--------------+
        | Kurse           | 745.560,00 € |
        +-----------------+--------------+
        | Beratung        | 12.000,00 €  |
        +-----------------+--------------+
        | Stand           | {second:<12} |
        +-----------------+--------------+
    """
    assert len(amounts(text)) == count


@pytest.mark.parametrize(("below", "count"), [("1", 0), ("30.898,00", 1)])
def test_a_currency_at_the_head_of_a_column_counts_nothing_below_another(below: str, count: int) -> None:
    text = f"""
        Art   Vorhaben                    Rechtskreis                    EUR

        {below}

        Das Land hilft.
    """
    assert len(amounts(text)) == count


@pytest.mark.parametrize("was", ["begrenzt wurde", "festgesetzt war"])
def test_what_was_is_the_old_sum_whatever_leads_to_it(was: str) -> None:
    text = f"""
        Die Zuwendung, die mit der Vereinbarung vom 18. Oktober 2021 auf 988.900 Euro {was},
        wird um 49.200 Euro auf 1.038.100 Euro erhöht.
    """
    found = {int(a.value): a.role for a in amounts(text, kind="Änderungsvereinbarung")}
    assert found == {988900: "replaced", 49200: "other", 1038100: "replacement"}


@pytest.mark.parametrize(
    ("below", "year"),
    [
        ("so viel stellt das Land dem Kreis 2022 höchstens bereit", 2022),
        ("Das Jahr 2021 war ein gutes Jahr.", None),
    ],
)
def test_what_goes_on_below_a_sum_tells_of_which_year_it_is(below: str, year: int | None) -> None:
    text = f"""
        Budget

        2.107.760 Euro

        {below}
    """
    assert [(int(one.value), one.role, one.year) for one in amounts(text)] == [(2107760, "total", year)]


@pytest.mark.parametrize(("called", "count"), [("Summe", 4), ("Zeile", 1)])
def test_a_cell_that_calls_a_number_a_sum_needs_no_currency(called: str, count: int) -> None:
    text = f"""
        Das Land stellt insgesamt 947.638,00 Euro bereit.

        +------------------+------------------+------------------+
        | Ausbildung       | Qualifizierung   | Weiterbildung    |
        +------------------+------------------+------------------+
        | - Lernhaus       | - Werkstatt Süd  | - Neustart       |
        +------------------+------------------+------------------+
        | {called} 294.800,00 | {called} 600.000,00 | {called} 52.838,00  |
        +------------------+------------------+------------------+
    """
    assert len(amounts(text)) == count


def test_the_sums_of_programmes_in_lines_of_their_own_are_parts_though_they_do_not_add_up() -> None:
    text = """
        Das Ministerium fördert die Vorhaben im Jahr 2022 mit höchstens

            aus: Ausbildungs- und Qualifizierungsbudget: 383.400,-- EUR
            aus: Arbeitsmarktbudget: 571.680,-- EUR
            insgesamt 595.080,-- EUR

        Zahlbar ist der Förderbetrag nur, soweit er tatsächlich in diesem Jahr benötigt wird.
    """
    assert roles(text) == [(383400, "component"), (571680, "component"), (595080, "total")]


def test_an_upper_limit_of_the_budget_is_a_total_whatever_it_is_an_upper_limit_of() -> None:
    assert roles("        Budgetobergrenze 2022 (Landesmittel): 500.000 Euro") == [(500_000, "total")]


FOUNDED: dict[str, tuple[str, list[tuple[float, str]]]] = {
    "a table with the Euro beside the Mark": (
        """
        1. Das Stammkapital der Gesellschaft beträgt DM 267.500,-- (dies entspricht 136.770,58 Euro).

        2. Hierauf übernehmen:

        Nr.   Gesellschafter               Stammeinlage (DM)      in Euro     v. H.

        1.    Landkreis Limburg-Weilburg          135.000,00    69.024,40     50,47

        2.    Gemeinde Probenau                   132.500,00    67.746,18     49,53

              insgesamt                           267.500,00   136.770,58    100,00

        3. Je DM 500,-- eines Geschäftsanteils gewähren eine Stimme.
        """,
        [
            (267_500, "total"),
            (136_770.58, "other"),
            (135_000, "component"),
            (69_024.40, "other"),
            (132_500, "component"),
            (67_746.18, "other"),
            (267_500, "total"),
            (136_770.58, "other"),
            (500, "other"),
        ],
    ),
    "items, a vote and a loss": (
        """
        1. Die Gesellschaft ist mit einem Stammkapital von 87.500,-- DM (dies entspricht 44.738,04 Euro)
           ausgestattet.

        2. Auf das Stammkapital übernehmen

           a) die Stadt Darmstadt eine Stammeinlage von 45.000,-- DM,

           b) die Gemeinde Probenau eine Stammeinlage von 42.500,-- DM.

        3. In der Versammlung gewähren je 100,-- DM eines Geschäftsanteils eine Stimme.

        4. Ein Jahresfehlbetrag wird von den Gesellschaftern im Verhältnis ihrer Anteile bis zu
           insgesamt 600.000,-- DM im Jahr ausgeglichen.
        """,
        [
            (87_500, "total"),
            (44_738.04, "other"),
            (45_000, "component"),
            (42_500, "component"),
            (100, "other"),
            (600_000, "other"),
        ],
    ),
    "a sentence, a loss and a company that was": (
        """
        Das Stammkapital beträgt 60.000 Euro. Hiervon übernimmt die Stadt Darmstadt eine Stammeinlage
        von 45.000 Euro und die Gemeinde Probenau eine solche von 15.000 Euro.

        Verluste werden bis zu insgesamt 100.000 Euro von den Gesellschaftern ausgeglichen.

        Das Stammkapital der aufgelösten Vorgängergesellschaft, das zuletzt 50.000 DM betrug, ist den
        Gesellschaftern zurückgezahlt worden.
        """,
        [
            (60_000, "total"),
            (45_000, "component"),
            (15_000, "component"),
            (100_000, "other"),
            (50_000, "other"),
        ],
    ),
}


@pytest.mark.parametrize("name", FOUNDED)
def test_what_the_founders_of_a_company_bring_in_is_all_there_is(name: str) -> None:
    text, expected = FOUNDED[name]
    assert [(float(one.value), one.role) for one in amounts(text, "Vertrag")] == expected


def test_how_much_of_a_loss_is_made_up_for_is_the_total_where_nothing_else_is_given() -> None:
    text = "\n        Die Gemeinde gleicht den Fehlbetrag der Einrichtung bis zu insgesamt 60.000 Euro aus.\n"
    assert roles(text) == [(60_000, "total")]


@pytest.mark.parametrize(
    "unspent",
    [
        "Nicht verbrauchte Mittel dürfen bis zur Höhe von 50.000 Euro in das Folgejahr übertragen werden.",
        "Nicht abgerufene Beträge können bis zu 50.000 Euro in das nächste Jahr übernommen werden.",
        "Nicht verwendete Mittel sind zurückzuzahlen, soweit sie insgesamt 50.000 Euro erreichen.",
    ],
)
def test_what_may_be_left_is_no_total(unspent: str) -> None:
    text = f"""
        Das Land gewährt einen Zuschuss von insgesamt 600.000 Euro.

        {unspent}
    """
    assert roles(text) == [(600_000, "total"), (50_000, "other")]


def test_one_payment_a_year_is_what_the_year_is_given() -> None:
    text = """
        Das Land gewährt einen Zuschuss von insgesamt 5.500.000 Euro. Im Einzelnen:

        Rate     Haushaltsjahr    fällig zum     Betrag in EUR

        1.       2018             1. März         1.875.500,00

        2.       2019             1. März         1.031.000,00

        3.       2020             1. März         2.593.500,00

        Summe                                     5.500.000,00
    """
    assert [(one.year, one.role) for one in amounts(text)] == [
        (None, "total"),
        (2018, "component"),
        (2019, "component"),
        (2020, "component"),
        (None, "total"),
    ]


def test_the_difference_between_old_and_new_is_read_in_a_column_of_its_own() -> None:
    text = """
        Die Übersicht wird durch die nachstehende ersetzt:

        Kostenart                    bisher (EUR)      neu (EUR)     Unterschied

        Personalkosten                 163.500,00     166.500,00      + 3.000,00

        Sachkosten                     125.000,00     143.500,00     + 18.500,00
    """
    found = amounts(text, "Änderungsvereinbarung")
    assert [(int(one.value), one.role) for one in found] == [
        (163_500, "replaced"),
        (166_500, "replacement"),
        (3_000, "other"),
        (125_000, "replaced"),
        (143_500, "replacement"),
        (18_500, "other"),
    ]


CHANGES: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "new words, whoever pays": (
        """
        § 3 Abs. 2 Satz 1, der einen Betrag von 107.500,00 € vorsieht, erhält folgende Fassung: „Der Landkreis
        beteiligt sich an den ungedeckten Kosten vom 1. Januar 2022 an mit jährlich 109.250,00 €.“
        """,
        [(107_500, "replaced"), (109_250, "replacement")],
    ),
    "new words behind brackets": (
        """
        § 5 Satz 2 (bisher 20.000 Euro) wird wie folgt gefasst: „Die Stadt trägt die Kosten vom 1. Januar
        2022 an bis zu 25.000 Euro im Jahr.“
        """,
        [(20_000, "replaced"), (25_000, "replacement")],
    ),
    "in its place, for two years in one sentence": (
        """
        Für 2022 tritt an die Stelle von 70.000 Euro der Betrag von 76.500 Euro, für 2023 an die Stelle von
        80.000 Euro der Betrag von 86.000 Euro.
        """,
        [(70_000, "replaced"), (76_500, "replacement"), (80_000, "replaced"), (86_000, "replacement")],
    ),
    "what a rent is paid with": (
        """
        In § 6 Nr. 1 wird für Personal der Betrag „226.000 Euro“ durch den Betrag „233.750 Euro“ ersetzt.

        In § 6 Nr. 2 tritt für Miete und Nebenkosten an die Stelle des Betrages von 38.500 Euro der Betrag von
        54.750 Euro.
        """,
        [(226_000, "replaced"), (233_750, "replacement"), (38_500, "replaced"), (54_750, "replacement")],
    ),
    "paragraph by paragraph": (
        """
        Die Vereinbarung wird wie folgt geändert.

        In § 6 Nr. 1 tritt für das Jahr 2020 an die Stelle des Betrages von 87 500,00 € der Betrag von
        103 500,00 €.

        In § 6 Nr. 2 wird für das Jahr 2021 der Betrag „39 000,00 € “ durch den Betrag „58 000,00 € “ ersetzt.
        """,
        [(87_500, "replaced"), (103_500, "replacement"), (39_000, "replaced"), (58_000, "replacement")],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_tells_the_old_sums_from_the_new_ones(name: str) -> None:
    text, expected = CHANGES[name]
    found = amounts(text, "Änderungsvereinbarung")
    assert [(int(one.value), one.role) for one in found] == expected
    assert all(one.provenance.confidence == 1.0 for one in found)


@pytest.mark.parametrize(
    "told",
    [
        """
        1. Der Kreis trägt 60.000 Euro für 2022 und 70.000 Euro für 2023.

        2. Die Stadt trägt 20.000 Euro für 2022 und 30.000 Euro für 2023.
        """,
        """
        Der Kreis übernimmt als Kostenanteil 60.000 Euro und im zweiten Jahr 70.000 Euro.

        Die Stadt beteiligt sich mit 20.000 Euro und im zweiten Jahr mit 30.000 Euro.
        """,
    ],
)
def test_what_each_gives_is_a_part_of_what_all_costs(told: str) -> None:
    text = f"""
        Die Kosten sind für beide Jahre mit zusammen 180.000 Euro veranschlagt.
        {told}"""
    assert roles(text) == [
        (180_000, "total"),
        (60_000, "component"),
        (70_000, "component"),
        (20_000, "component"),
        (30_000, "component"),
    ]


def test_what_others_give_beside_the_land_is_no_part() -> None:
    text = """
        Das Land stellt 500.000 Euro bereit.

        Der Kreis trägt 20.000 Euro.

        Die Stadt trägt 30.000 Euro.
    """
    assert roles(text) == [(500_000, "total"), (20_000, "other"), (30_000, "other")]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("einen jährlichen Beitrag von zweihundertzwölftausend Euro, zahlbar zum 30. Juni", 212000),
        ("höchstens eine halbe Million Euro je Schadensfall", 500000),
        ("die Summe von fünfzigtausend Euro", 50000),
    ],
)
def test_sums_may_stand_in_words_alone(printed: str, value: int) -> None:
    assert [int(amount.value) for amount in amounts(f"        Das Land leistet {printed}.")] == [value]


def test_a_sum_in_words_beside_its_figures_is_no_other_sum() -> None:
    text = "        Das Land leistet fünfzigtausend Euro (50.000 Euro), in Worten: fünfzigtausend Euro."
    assert [int(amount.value) for amount in amounts(text)] == [50000]
