"""Tables: ruled, with rules above and below only, free, and continued on the next page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.layout.layout import Layout, find_layout
from extract.page import Ruling
from extract.tables.find import continued
from extract.tables.inner_rules import parted_by_inner_rules
from extract.tables.table import is_figure
from tests.typed_pages import typed_agreement, typed_layout, typed_pages

BODY = """\
        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben. Die Mittel verteilen sich wie folgt auf die Vorhaben:
"""


def grids(layout: Layout) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in placed.table.rows] for placed in layout.tables]


def grid_of(text: str) -> list[list[str]]:
    found = grids(typed_layout(text))
    assert len(found) == 1, found
    return found[0]


def test_a_free_table_is_known_by_its_columns_and_figures() -> None:
    assert grid_of(
        f"""
{BODY}
        Projekt                            Betrag in Euro
        Werkstatt Süd                          400.000,00
        Lernhaus Nord                           90.500,00
        Gesamt                                 490.500,00
        """
    ) == [
        ["Projekt", "Betrag in Euro"],
        ["Werkstatt Süd", "400.000,00"],
        ["Lernhaus Nord", "90.500,00"],
        ["Gesamt", "490.500,00"],
    ]


def test_a_free_table_of_years_has_a_column_for_each_year() -> None:
    assert grid_of(
        f"""
{BODY}
        Vorhaben              2025        2026        2027
        Werkstatt Süd      100.000     110.000     120.000
        Lernhaus Nord       90.500      91.000      92.000
        """
    ) == [
        ["Vorhaben", "2025", "2026", "2027"],
        ["Werkstatt Süd", "100.000", "110.000", "120.000"],
        ["Lernhaus Nord", "90.500", "91.000", "92.000"],
    ]


def test_wrapped_cells_are_put_together() -> None:
    grid = grid_of(
        f"""
{BODY}
        Projekt                            Betrag in Euro

        Werkstatt für junge Menschen           400.000,00
        ohne Schulabschluss

        Qualifizierungs- und Aus-               90.500,00
        bildungsberatung
        """
    )
    assert grid[1:] == [
        ["Werkstatt für junge Menschen ohne Schulabschluss", "400.000,00"],
        ["Qualifizierungs- und Ausbildungsberatung", "90.500,00"],
    ]


def test_an_inner_heading_stays_in_the_table() -> None:
    grid = grid_of(
        f"""
{BODY}
        Projekt                            Betrag in Euro

        Werkstatt Süd                          400.000,00
        Lernhaus Nord                           90.500,00

        Weiterbildung

        Fachtag                                 12.000,00
        Lehrgang                                 8.000,00
        """
    )
    assert grid[3] == ["Weiterbildung", ""]
    assert grid[5] == ["Lehrgang", "8.000,00"]


@pytest.mark.parametrize("figure", ["400.000", "400 000", "400.000,00", "400.000,--", "400.000 €", "–"])
def test_figures_come_in_many_shapes(figure: str) -> None:
    if figure != "–":
        assert is_figure(figure)
    grid = grid_of(
        f"""
{BODY}
        Projekt                            Betrag in Euro

        Werkstatt Süd                          {figure:>10}
        Lernhaus Nord                          {"90.500":>10}
        Fachtag                                {"12.000":>10}
        """
    )
    assert grid[1] == ["Werkstatt Süd", figure]


def test_a_year_is_no_figure() -> None:
    assert not is_figure("2025")


def test_a_ruled_table_keeps_its_cells_whatever_they_hold() -> None:
    assert grid_of(
        f"""
{BODY}
        +--------------------------+-----------------+
        | Maßnahmenart             | Träger          |
        +--------------------------+-----------------+
        | Qualifizierung für die   | Bildungswerk    |
        | Fachkräfte von morgen    | Muster gGmbH    |
        +--------------------------+-----------------+
        | Beratung                 |                 |
        +--------------------------+-----------------+
        """
    ) == [
        ["Maßnahmenart", "Träger"],
        ["Qualifizierung für die Fachkräfte von morgen", "Bildungswerk Muster gGmbH"],
        ["Beratung", ""],
    ]


def test_a_frame_around_one_paragraph_is_no_table() -> None:
    layout = typed_layout(
        f"""
{BODY}
        +--------------------------------------------+
        | Das Nähere regelt der Bescheid.            |
        +--------------------------------------------+
        """
    )
    assert grids(layout) == []
    assert layout.blocks[-1].text == "Das Nähere regelt der Bescheid."


def test_a_table_with_rules_above_and_below_only() -> None:
    assert grid_of(
        f"""
{BODY}
        -------------------------------------------------
        Projekt                   Träger           Betrag
        -------------------------------------------------
        Werkstatt Süd             Verein A    400.000,00
        Lernhaus Nord             Verein B     90.500,00
        -------------------------------------------------
        """
    ) == [
        ["Projekt", "Träger", "Betrag"],
        ["Werkstatt Süd", "Verein A", "400.000,00"],
        ["Lernhaus Nord", "Verein B", "90.500,00"],
    ]


@pytest.mark.parametrize("none", ["–", "-", "—"])
def test_a_dash_in_the_last_column_says_that_there_is_no_figure_and_ends_a_row(none: str) -> None:
    assert grid_of(
        f"""
{BODY}
        ---------------------------------------
        Jahr         Budget A          Budget B
        ---------------------------------------
        2014         290.000 €         314.800 €
        2015         215.500 €             {none}
        2016          64.000 €             {none}
        ---------------------------------------
        Zusammen     569.500 €         314.800 €
        """
    ) == [
        ["Jahr", "Budget A", "Budget B"],
        ["2014", "290.000 €", "314.800 €"],
        ["2015", "215.500 €", none],
        ["2016", "64.000 €", none],
        ["Zusammen", "569.500 €", "314.800 €"],
    ]


def test_a_ruled_table_goes_on_over_a_page_break_and_its_repeated_header_is_left_out() -> None:
    assert grid_of(
        f"""
{BODY}
        +--------------------------+-----------------+
        | Projekt                  | Betrag in Euro  |
        +--------------------------+-----------------+
        | Werkstatt Süd            |      400.000,00 |
        +--------------------------+-----------------+
\f
        +--------------------------+-----------------+
        | Projekt                  | Betrag in Euro  |
        +--------------------------+-----------------+
        | Lernhaus Nord            |       90.500,00 |
        +--------------------------+-----------------+

        Das Nähere regelt der Bescheid des Landes, der in jedem Jahr neu ergehen wird.
        """
    ) == [
        ["Projekt", "Betrag in Euro"],
        ["Werkstatt Süd", "400.000,00"],
        ["Lernhaus Nord", "90.500,00"],
    ]


@pytest.mark.parametrize(
    ("rule", "row", "rows"),
    [
        ("+-----------------+------------+------------+", "| Pfalz           | 35 v. H.   | 651.000    |", 3),
        ("+------------+-----------------+------------+", "| Pfalz      | 35 v. H.        | 651.000    |", 2),
        ("+-----------------+------------+------------+", "| Heike Muster    | Landrätin  | Musterau   |", 2),
    ],
)
def test_one_row_of_a_grid_may_be_left_for_the_next_page(rule: str, row: str, rows: int) -> None:
    text = f"""
{BODY}
        +-----------------+------------+------------+
        | Land            | Anteil     | Betrag     |
        +-----------------+------------+------------+
        | Hessen          | 65 v. H.   | 1.209.000  |
        +-----------------+------------+------------+
\f
        {rule}
        {row}
        {rule}

        Der Anteil ist in zwei gleichen Teilen zum 1. April und zum 1. Oktober fällig.
    """
    assert len(grids(typed_layout(text))[0]) == rows


def test_a_free_table_goes_on_over_a_page_break_without_a_header() -> None:
    grid = grid_of(
        f"""
{BODY}
        Projekt                            Betrag in Euro
        Werkstatt Süd                          400.000,00
        Lernhaus Nord                           90.500,00
\f
        Fachtag                                 12.000,00
        Gesamt                                 502.500,00
        """
    )
    assert grid[0] == ["Projekt", "Betrag in Euro"]
    assert grid[3:] == [["Fachtag", "12.000,00"], ["Gesamt", "502.500,00"]]


def test_two_tables_with_text_between_them_stay_apart() -> None:
    layout = typed_layout(
        f"""
{BODY}
        Projekt                            Betrag in Euro
        Werkstatt Süd                          400.000,00
        Lernhaus Nord                           90.500,00

        Für die folgenden Jahre sind vorbehaltlich der Haushaltsgesetze diese Beträge
        vorgesehen, die das Land jeweils mit einem Bescheid bewilligt:

        Jahr                               Betrag in Euro
        2026                                   410.000,00
        2027                                    91.500,00
        """
    )
    assert [len(grid) for grid in grids(layout)] == [3, 3]
    assert layout.tables[0].position < layout.tables[1].position


def test_a_table_knows_its_section() -> None:
    layout = typed_layout(
        f"""
        § 1 Gegenstand

{BODY}
        § 2 Mittel

        Projekt                            Betrag in Euro
        Werkstatt Süd                          400.000,00
        Lernhaus Nord                           90.500,00
        """
    )
    assert [placed.section for placed in layout.tables] == ["2"]


def test_two_columns_of_words_are_no_table() -> None:
    layout = typed_layout(
        f"""
{BODY}
        Ziel                               Zuständig
        Mehr Ausbildung                    Landkreis
        Bessere Beratung                   Land
        """
    )
    assert grids(layout) == []


def test_running_text_with_amounts_is_no_table() -> None:
    layout = typed_layout(
        f"""
{BODY}
        Für die Werkstatt Süd stellt das Land im laufenden Jahr bis zu 400.000,00
        Euro und für das Lernhaus Nord im laufenden und im nächsten Jahr 90.500,00
        Euro zur Verfügung.
        """
    )
    assert grids(layout) == []


def test_every_cell_points_to_its_own_words() -> None:
    layout = typed_layout(
        f"""
{BODY}
        +--------------------------+-----------------+
        | Werkstatt Süd            |      400.000,00 |
        +--------------------------+-----------------+
        | Lernhaus Nord            |       90.500,00 |
        +--------------------------+-----------------+
        """
    )
    table = layout.tables[0].table
    for row in table.rows:
        for cell in row:
            x0, top, x1, bottom = cell.passage.provenance(0, len(cell.text)).bbox
            assert cell.bbox[0] <= x0
            assert x1 <= cell.bbox[2]
            assert cell.bbox[1] <= top
            assert bottom <= cell.bbox[3]


def test_a_table_of_words_is_known_by_its_headings() -> None:
    assert grid_of(
        f"""
{BODY}
        Vorhaben                 Träger                   Ort
        Werkstatt Süd            Bildungswerk Muster      Groß-Gerau
        Lernhaus Nord            Lernwerk Beispiel        Rüsselsheim

        Die Träger berichten dem Landkreis zum Ende jedes Halbjahres über den Stand.
        """
    ) == [
        ["Vorhaben", "Träger", "Ort"],
        ["Werkstatt Süd", "Bildungswerk Muster", "Groß-Gerau"],
        ["Lernhaus Nord", "Lernwerk Beispiel", "Rüsselsheim"],
    ]


def test_a_table_of_words_may_have_cells_of_two_lines() -> None:
    wanted = [
        ["Vorhaben", "Träger", "Ort"],
        ["Werkstatt Süd", "Bildungswerk Muster im Kreis", "Groß-Gerau"],
        ["Lernhaus Nord", "Lernwerk Beispiel", "Rüsselsheim"],
    ]
    rows = """
        Vorhaben                 Träger                   Ort{0}
        Werkstatt Süd            Bildungswerk Muster      Groß-Gerau
                                 im Kreis{0}
        Lernhaus Nord            Lernwerk Beispiel        Rüsselsheim
    """
    assert grid_of(BODY + rows.format("\n")) == wanted
    assert grid_of(BODY + rows.format("")) == wanted


def test_words_in_columns_without_headings_are_no_table() -> None:
    layout = typed_layout(
        f"""
{BODY}
        Hier                     Dort                     Anderswo
        Werkstatt Süd            Bildungswerk Muster      Groß-Gerau
        Lernhaus Nord            Lernwerk Beispiel        Rüsselsheim
        """
    )
    assert grids(layout) == []


def test_an_inner_heading_may_have_three_lines() -> None:
    rows = grid_of(
        f"""
{BODY}
        Projekt                            Betrag in Euro
        Werkstatt Süd                          400.000,00

        Vorbereitung junger Menschen
        ohne Abschluss auf eine
        Ausbildung

        Lernhaus Nord                           90.500,00
        Gesamt                                 490.500,00
        """
    )
    assert [row[0] for row in rows][1:] == [
        "Werkstatt Süd",
        "Vorbereitung junger Menschen ohne Abschluss auf eine Ausbildung",
        "Lernhaus Nord",
        "Gesamt",
    ]


def test_rules_with_text_between_them_are_those_of_two_tables() -> None:
    layout = typed_layout(
        f"""
{BODY}
        ---------------------------------------------------
        Projekt                            Betrag in Euro
        ---------------------------------------------------
        Werkstatt Süd                          400.000,00
        Gesamt                                 400.000,00
        ---------------------------------------------------

        Für die Beratung der jungen Menschen in der Region gilt dagegen dies:

        ---------------------------------------------------
        Projekt                            Betrag in Euro
        ---------------------------------------------------
        Fachtag                                 50.000,00
        Gesamt                                  50.000,00
        ---------------------------------------------------
        """
    )
    assert [len(table) for table in grids(layout)] == [3, 3]
    assert any(block.text.endswith("gilt dagegen dies:") for block in layout.blocks)


def test_a_sentence_across_the_columns_parts_tables_though_a_title_follows_it() -> None:
    lines = """
        -----------------------------------------------------------------------
        Fördersumme 2015                   989.783,-- EUR
        -----------------------------------------------------------------------
        In den Vorjahren kamen im Durchschnitt 1,2 Mio. Euro zum Einsatz.
        Förderfähige Projekte
        -----------------------------------------------------------------------
        Projekt               Maßnahmenart                           Zuwendung
        -----------------------------------------------------------------------
        Startklar             1 – Ausbildungsvorbereitung         160.349,00 €
        -----------------------------------------------------------------------
        Tandem                2 – Qualifizierungsprojekte         829.434,00 €
        -----------------------------------------------------------------------
    """
    layout = typed_layout(lines)
    assert layout.tables[-1].table.headers == ("Projekt", "Maßnahmenart", "Zuwendung")
    assert "In den Vorjahren" not in str(grids(layout))


def test_a_row_of_figures_alone_is_parted_at_every_figure() -> None:
    assert grid_of(
        f"""
{BODY}
        Jahr             2025       2026       2027
        Betrag        100.000    110.000    120.000
        """
    ) == [["Jahr", "2025", "2026", "2027"], ["Betrag", "100.000", "110.000", "120.000"]]


def test_rules_of_several_lengths_make_one_table_and_no_sum_is_told_twice() -> None:
    """A worn scan leaves one rule shorter than the others."""
    record = typed_agreement(
        f"""
{BODY}
        -------------------------------------------
        Projekt                      Betrag in Euro
           ----------------------------------------
        Werkstatt Süd                    400.000,00
        Lernhaus Nord                     90.500,00
        -------------------------------------------
        Gesamt                           490.500,00
           ----------------------------------------
        """
    )
    assert [str(amount.value) for amount in record.amounts] == ["400000.00", "90500.00", "490500.00"]


def test_headings_above_the_first_rule_and_sums_below_the_last_belong_to_the_table() -> None:
    (placed,) = typed_layout(
        """
        Die Mittel werden so eingesetzt:

        Maßnahme                          Plätze        T€
        --------------------------------------------------
        Ausbildungsvorbereitung              320     1.450
        Weiterbildung                        110       415
        --------------------------------------------------
        Summe                                430     1.865

        Zum 30. Juni wird geprüft, wie viel davon abgeflossen ist.
        """
    ).tables
    assert [cell.text for cell in placed.table.rows[0]] == ["Maßnahme", "Plätze", "T€"]
    assert [cell.text for cell in placed.table.rows[-1]] == ["Summe", "430", "1.865"]


def test_two_numbers_far_apart_are_no_thousands() -> None:
    (placed,) = typed_layout(
        """
        Maßnahme                 Personen      T€
        Ausbildung                    100     310
        Qualifizierung                 60     190
        """
    ).tables
    assert [cell.text for cell in placed.table.rows[1]] == ["Ausbildung", "100", "310"]


def test_the_rows_of_a_counted_table_begin_with_their_numbers_whatever_the_size_of_letters() -> None:
    text = f"""
{BODY}
        Nr.   Maßnahmenart                  Vorhaben
        1     Ausbildungs- und              Lernhaus Nord für junge
              Qualifizierungsvorbereitung   Eltern; Werkstatt Süd

        2     Qualifizierungsprojekte       Neustart für alle, die
                                            lange suchen
    """
    (page,) = typed_pages(text, origin="ocr")
    small = replace(page, words=tuple(replace(word, size=8.5) for word in page.words))
    (placed,) = find_layout([small]).tables
    assert [[cell.text for cell in row] for row in placed.table.rows] == [
        ["Nr.", "Maßnahmenart", "Vorhaben"],
        [
            "1",
            "Ausbildungs- und Qualifizierungsvorbereitung",
            "Lernhaus Nord für junge Eltern; Werkstatt Süd",
        ],
        ["2", "Qualifizierungsprojekte", "Neustart für alle, die lange suchen"],
    ]


def test_a_page_of_text_below_the_rule_of_a_letterhead_is_no_title_of_a_table() -> None:
    layout = typed_layout(
        """
        Fachbereich 5
        -----------------------------------------------------------------------
        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der
        Region miteinander ab.
        Maßnahmenart 1: Ausbildungsvorbereitung
        -----------------------------------------------------------------------
        Träger                 Vorhaben                              Plätze
        -----------------------------------------------------------------------
        Diakonie               Lernhaus Nord                             12
        -----------------------------------------------------------------------
        Volkshochschule        Werkstatt Süd                             19
        -----------------------------------------------------------------------
        """
    )
    assert [placed.table.headers for placed in layout.tables] == [("Träger", "Vorhaben", "Plätze")]
    assert any("Maßnahmenart 1" in block.text for block in layout.blocks)


@pytest.mark.parametrize(("times", "above"), [(1.5, True), (1.0, False)])
def test_a_large_title_below_the_rule_of_a_letterhead_is_above_the_table(times: float, above: bool) -> None:
    (page,) = typed_pages(
        """
        Fachbereich 5
        -----------------------------------------------------------------------
        Zielvereinbarung
        -----------------------------------------------------------------------
        Träger                 Vorhaben                              Plätze
        -----------------------------------------------------------------------
        Diakonie               Lernhaus Nord                             12
        -----------------------------------------------------------------------
        Volkshochschule        Werkstatt Süd                             19
        -----------------------------------------------------------------------
        """
    )
    words = tuple(
        replace(word, size=times * word.size) if word.text == "Zielvereinbarung" else word
        for word in page.words
    )
    layout = find_layout([replace(page, words=words)])
    (placed,) = layout.tables
    assert (placed.table.rows[0][0].text == "Träger") == above
    assert any("Zielvereinbarung" in block.text for block in layout.blocks) == above


@pytest.mark.parametrize(
    "aims",
    [
        ("≥ 37 %", "20 von 28", "21"),
        ("mind. 25", "höchstens 5", "7"),
        ("85 bis 95 %", "< 17,5 %", "50 %"),
        ("12 Monate", "über 80 v. H.", "600.000,00"),
        ("12/15", "ca. 30 Plätze", "12"),
    ],
)
def test_what_a_row_is_to_reach_heads_no_column(aims: tuple[str, str, str]) -> None:
    names = "Werkstatt Süd", "Lernhaus Nord", "Neustart 2.0"
    told = [
        ("Vorhaben", "Ort", "Ziel"),
        *((name, "Musterau", aim) for name, aim in zip(names, aims, strict=True)),
    ]
    rows = "\n\n".join(f"        {name:24} {place:15} {aim}" for name, place, aim in told)
    (placed,) = typed_layout(f"{BODY}\n{rows}\n").tables
    assert placed.table.headers == told[0]


@pytest.mark.parametrize("second", ["2022 bis 2024", "in 1.000 Euro", "ab 2022", "1. Halbjahr"])
def test_a_second_row_of_headings_may_tell_of_time_or_unit(second: str) -> None:
    (placed,) = typed_layout(
        f"""
{BODY}
        Vorhaben                 Träger                   Zuwendung
        und Ort                  und Sitz                 {second}
        Werkstatt Süd            Bildungswerk Muster      600.000,00
        Lernhaus Nord            Lernwerk Beispiel         90.500,00
        """
    ).tables
    assert placed.table.headers == ("Vorhaben und Ort", "Träger und Sitz", f"Zuwendung {second}")


def test_a_heading_of_the_whole_table_is_above_none_of_its_columns() -> None:
    (placed,) = typed_layout(
        f"""
{BODY}
        -----------------------------------------------------------------------
        4. Maßnahmenübersicht
        -----------------------------------------------------------------------
        Nr.       Art                        Vorhaben                    Euro
        -----------------------------------------------------------------------
        1         Ausbildungsvorbereitung    Lernhaus Nord         600.000,00
        -----------------------------------------------------------------------
        2         Qualifizierungsprojekte    Werkstatt Süd          90.500,00
        -----------------------------------------------------------------------
        """
    ).tables
    assert placed.table.headers == ("Nr.", "Art", "Vorhaben", "Euro")


def test_two_headings_in_one_cell_are_those_of_two_columns_whose_rule_was_not_found() -> None:
    (placed,) = typed_layout(
        f"""
{BODY}
        +---------------------------------------------------+--------+
        | Projekt              Maßnahmenart                 | Plätze |
        +---------------------------------------------------+--------+
        | Lernhaus Nord für    1 Ausbildungsvorbereitung    | 12     |
        | junge Eltern                                      |        |
        +---------------------------------------------------+--------+
        | Werkstatt Süd        2 Qualifizierungsprojekte    | 30     |
        +---------------------------------------------------+--------+
        """
    ).tables
    assert [[cell.text for cell in row] for row in placed.table.rows] == [
        ["Projekt", "Maßnahmenart", "Plätze"],
        ["Lernhaus Nord für junge Eltern", "1 Ausbildungsvorbereitung", "12"],
        ["Werkstatt Süd", "2 Qualifizierungsprojekte", "30"],
    ]


def test_counted_headings_of_columns_may_be_long() -> None:
    assert grid_of(
        f"""
{BODY}
        Projekt          1 Qualifizierungsprojekte   2 Weiterbildungen für alles Personal   Plätze
        Lernhaus Nord    ja                                                                     12
        Werkstatt Süd                                ja                                         30
        """
    )[0] == ["Projekt", "1 Qualifizierungsprojekte", "2 Weiterbildungen für alles Personal", "Plätze"]


def test_no_word_is_lost_between_the_cells_of_a_worn_grid() -> None:
    layout = typed_layout(
        f"""
{BODY}
        +---------+
        | Nr.     |     Vorhaben           Träger
        +---------+-----------------------------------+
          1       |     Lernhaus Nord      Diakonie   |
                  +-----------------------------------+
        """
    )
    printed = " ".join([*(block.text for block in layout.blocks), str(grids(layout))])
    assert all(word in printed for word in ("Nr.", "Vorhaben", "Träger", "1", "Lernhaus", "Diakonie"))


def test_a_free_table_may_have_its_figures_first_close_before_the_names() -> None:
    (table,) = typed_layout(
        """
        Auf die einzelnen Haushalte entfallen nach Steueraufkommen und Bevölkerung:

        Beitrag (T€)    v. H.  Haushalt

           885,5        25,42  Freie Hansestadt Bremen

           403,5        11,58  Land Hessen

           994,0        28,54  Land Mecklenburg-Vorpommern
        """
    ).tables
    assert [cell.text for cell in table.table.rows[1]] == ["885,5", "25,42", "Freie Hansestadt Bremen"]


def test_a_column_cut_off_in_the_middle_of_its_words_is_put_back() -> None:
    """A scan's speckled rule parts "Projekt" after its first word; nothing is headed there."""
    assert grid_of(
        """
        +----------------+------------+------------------+-----+
        | Träger         | Projekt    |                  | TN  |
        +----------------+------------+------------------+-----+
        | Diakonie       | Talentscout|Lernhaus am Ring  | 25  |
        +----------------+------------+------------------+-----+
        | Jobcenter      |    Beratung|und Begleitung    | 36  |
        +----------------+------------+------------------+-----+
        """
    ) == [
        ["Träger", "Projekt", "TN"],
        ["Diakonie", "Talentscout Lernhaus am Ring", "25"],
        ["Jobcenter", "Beratung und Begleitung", "36"],
    ]


def test_a_heading_across_a_table_does_not_tell_where_its_columns_part() -> None:
    rows = grid_of(
        f"""
{BODY}
        -----------------------------------------------------------------
        Projekt                      Träger                        Plätze
        -----------------------------------------------------------------
        Maßnahmenart 1: Bereich Ausbildungsvorbereitung für junge Leute
        -----------------------------------------------------------------
        Werkstatt Lernhaus Nord –    Kreisverband Fiktiv e. V.         40
        Kofinanzierung
        -----------------------------------------------------------------
        Zweite Chance                Volksbildungswerk Musterau         6
        -----------------------------------------------------------------
        """
    )
    assert rows[2][0] == "Werkstatt Lernhaus Nord – Kofinanzierung"


def test_what_the_next_page_puts_above_the_repeated_header_of_a_table_stays() -> None:
    first, second = (
        typed_layout(
            f"""
{BODY}
        +--------------------+-----------+-----------------+
        | Maßnahmenart {number}     |           |                 |
        +--------------------+-----------+-----------------+
        | Nr.                | Projekt   | Träger          |
        +--------------------+-----------+-----------------+
        | 1                  | {name}  | Volkshochschule |
        +--------------------+-----------+-----------------+
        """
        )
        .tables[0]
        .table
        for number, name in ((1, "Lernhaus"), (2, "Neustart"))
    )
    rows = [row[0].text for row in continued(first, second).rows]
    assert rows == ["Maßnahmenart 1", "Nr.", "1", "Maßnahmenart 2", "1"]


def test_the_last_row_of_a_free_table_goes_on_in_several_of_its_columns() -> None:
    assert grid_of(
        f"""
{BODY}
        Projekt              Träger                Betrag in Euro
        Werkstatt Süd        Volkshochschule           400.000,00
        Lernhaus für         Bildungswerk               90.500,00
        alle                 Beispieltal
        """
    )[-1] == ["Lernhaus für alle", "Bildungswerk Beispieltal", "90.500,00"]


@pytest.mark.parametrize(
    ("name", "rest", "goes_on"),
    [
        ("Lernhaus für", "Jugendliche", True),
        ("Lernhaus", "für alle", True),
        ("Lernhaus", "Weiterbildung", False),
    ],
)
def test_a_row_without_a_sum_goes_on_with_the_one_above_only_where_that_is_open(
    name: str, rest: str, goes_on: bool
) -> None:
    last = grid_of(
        f"""
{BODY}
        Projekt              Träger                Betrag in Euro
        Werkstatt Süd        Volkshochschule           400.000,00
        {name:20} Bildungswerk               90.500,00
        {rest:20} Beispieltal
        """
    )[-1]
    assert (last[0] == f"{name} {rest}") is goes_on


def test_sums_at_the_ends_of_dots_in_a_list_are_no_column() -> None:
    assert not grids(
        typed_layout(
            f"""
{BODY}
        - Ausbildungs- und Qualifizierungsbudget           714.000,00
          Euro
        - Arbeitsmarktbudget          519.770,00 Euro
        """
        )
    )


def test_a_cell_of_many_words_between_rules_parts_no_table() -> None:
    assert grid_of(
        f"""
{BODY}
        ------------------------------------------------------------------
         Maßnahmenart                                 Projekt     Plätze
        ------------------------------------------------------------------
         Ausbildung und Beratung                      Lernhaus        14
        ------------------------------------------------------------------
         Weiterbildung für Personal der Landkreise    Schulung        18
         und der Städte in der Verantwortung für die
         Bewerber
        ------------------------------------------------------------------
        """
    )[-1] == [
        "Weiterbildung für Personal der Landkreise und der Städte in der Verantwortung für die Bewerber",
        "Schulung",
        "18",
    ]


def test_sums_set_off_by_rules_belong_to_the_rows_above_them_and_on_the_page_before() -> None:
    rows = grid_of(
        f"""
{BODY}
        Projekt                    Träger                     Zuschuss in EUR
        ----------------------------------------------------------------------
        Handlungsfeld 1: Wege in Ausbildung
        Lernhaus                   Bildungswerk Musterau           214.300,00
        Werkstatt                  Handwerkerschaft Muster         187.650,00
        ----------------------------------------------------------------------
        Zwischensumme                                              401.950,00
        Handlungsfeld 2: Arbeit für alle
        Teilzeit                   Bildungszentrum Muster          268.900,00
        Pflege                     Diakonie Musterland             241.780,00
        ----------------------------------------------------------------------
        Zwischensumme                                              510.680,00
        Handlungsfeld 3: Sprache im Betrieb
\f
        Drehbank                   Volkshochschule Muster           96.450,00
        Tandem                     Institut Musterau                74.920,00
        ----------------------------------------------------------------------
        Zwischensumme                                              171.370,00
        ----------------------------------------------------------------------
        Insgesamt                                                1.084.000,00
        ----------------------------------------------------------------------
        """
    )
    assert rows[0] == ["Projekt", "Träger", "Zuschuss in EUR"]
    assert [row[0] for row in rows if not any(row[1:])] == [
        "Handlungsfeld 1: Wege in Ausbildung",
        "Handlungsfeld 2: Arbeit für alle",
        "Handlungsfeld 3: Sprache im Betrieb",
    ]
    assert [row[2] for row in rows[-4:]] == ["96.450,00", "74.920,00", "171.370,00", "1.084.000,00"]


@pytest.mark.parametrize("label", ["Handlungsfeld", "Baustein", "Themenfeld"])
def test_headings_that_count_within_a_table_of_projects_are_measures_of_no_list(label: str) -> None:
    found = typed_agreement(f"""
{BODY}
        +--------------------------------+------------------+
        | Projekt                        | Zuschuss in EUR  |
        +--------------------------------+------------------+
        | {label + " 1: Ab in die Lehre":<31}|                  |
        +--------------------------------+------------------+
        | Lernhaus am Markt              |       214.300,00 |
        +--------------------------------+------------------+
        | {label + " 2: Alle in Arbeit":<31}|                  |
        +--------------------------------+------------------+
        | Werkstatt für Eltern           |       187.650,00 |
        +--------------------------------+------------------+
    """).measures
    assert [(one.number, one.title.value, [p.name.value for p in one.projects]) for one in found] == [
        (1, "Ab in die Lehre", ["Lernhaus am Markt"]),
        (2, "Alle in Arbeit", ["Werkstatt für Eltern"]),
    ]


@pytest.mark.parametrize(
    ("above", "headers"),
    [
        (
            "Nr. Angebot                                 Landesbeitrag    Eigenmittel",
            ["Landesbeitrag", "Eigenmittel"],
        ),
        ("Hier steht ein ganzer Satz, der bis zum Rand der Seite geht und nichts gliedert.", ["", ""]),
    ],
)
def test_a_heading_of_the_first_rows_does_not_part_them_from_those_of_the_columns(
    above: str, headers: list[str]
) -> None:
    layout = typed_layout(f"""
        {above}
        Erste Gruppe: Vorbereitung auf die Ausbildung
        1.1 Lernhaus                                227.620,00       20.500,00
        1.2 Werkstatt Süd                            89.500,00       17.900,00
        1.3 Neustart                                223.400,00       40.200,00
    """)
    assert [list(one.table.headers[1:]) for one in layout.tables] == [headers]


@pytest.mark.parametrize("title", ["Maßnahmenart 2 – Qualifizierung", "Arbeit und Qualifizierung"])
def test_a_title_and_headings_between_rules_begin_a_table_with_columns_of_its_own(title: str) -> None:
    tables = grids(
        typed_layout(
            f"""
{BODY}
        Nr.   Projekt                          Träger                      Betrag
        -----------------------------------------------------------------------------
        4     Coaching am Berufsschulzentrum   Kreishandwerkerschaft       128.900,00
              Nord
        -----------------------------------------------------------------------------
        5     Verbundausbildung Technik        Bildungswerk Süd            111.250,00
        -----------------------------------------------------------------------------
        {title}
        Nr.   Projekt             Träger                                   Betrag
        -----------------------------------------------------------------------------
        6     Lager und           Gesellschaft für Bildung und Arbeit       67.200,00
              Logistik
        -----------------------------------------------------------------------------
        """
        )
    )
    assert [[row[1] for row in table] for table in tables] == [
        ["Projekt", "Coaching am Berufsschulzentrum Nord", "Verbundausbildung Technik"],
        ["Projekt", "Lager und Logistik"],
    ]


def test_a_title_above_the_headings_of_the_first_rows_begins_no_other() -> None:
    text = f"""
{BODY}
        -----------------------------------------------------------------------------
        Vorhaben in Mitte
        Nr.   Projekt                          Träger                      Betrag
        -----------------------------------------------------------------------------
        4     Coaching am Berufsschulzentrum   Kreishandwerkerschaft       128.900,00
        -----------------------------------------------------------------------------
        5     Verbundausbildung Technik        Bildungswerk Süd            111.250,00
        -----------------------------------------------------------------------------
        """
    assert len(grids(typed_layout(text))) == 1


INNER = """
        Maßnahmenart                  Projekt               Durchführungsort
        --------------------------------------------------------------------
        Ausbildungs- und              Lernhaus              Musterau
        Qualifizierungsvorbereitung
                                    {rule}
                                      Werkstatt Süd         Beispieltal
        --------------------------------------------------------------------
        Qualifizierungsprojekte       Neustart              Probestadt
        --------------------------------------------------------------------
"""


def test_rules_through_the_columns_of_projects_part_their_rows() -> None:
    rows = grid_of(f"        {'-' * 68}{INNER.format(rule='-' * 40)}")
    assert rows[1:] == [
        ["Ausbildungs- und Qualifizierungsvorbereitung", "Lernhaus", "Musterau"],
        ["", "Werkstatt Süd", "Beispieltal"],
        ["Qualifizierungsprojekte", "Neustart", "Probestadt"],
    ]


def test_a_rule_that_ends_within_a_column_parts_no_row() -> None:
    rows = grid_of(f"        {'-' * 68}{INNER.format(rule='-' * 8)}")
    assert rows[1][1:] == ["Lernhaus Werkstatt Süd", "Musterau Beispieltal"]


def test_pieces_of_a_rule_at_one_height_are_one() -> None:
    text = """
        ------------------------------------------------------------------
        Projekt              Maßnahmenart               Durchführungsort
        ------------------------------------------------------------------
        Lernhaus             Ausbildungs- und           Musterau
                             Qualifizierungsvorbereitung
        Werkstatt Süd                                   Beispieltal
        ------------------------------------------------------------------
        Neustart             Qualifizierungsprojekte    Probestadt
        ------------------------------------------------------------------
"""
    (placed,) = typed_layout(text).tables
    row = placed.table.rows[1]
    middle = (row[0].lines[0].foot + row[0].lines[1].foot) / 2
    pieces = [Ruling(columns[0], middle, columns[1] - 6, middle) for columns in placed.table.columns[::2]]
    rows = [[cell.text for cell in row] for row in parted_by_inner_rules(placed.table, pieces).rows]
    assert rows[1:3] == [
        ["Lernhaus", "Ausbildungs- und Qualifizierungsvorbereitung", "Musterau"],
        ["Werkstatt Süd", "", "Beispieltal"],
    ]


def test_an_underlined_name_is_one() -> None:
    text = """
        ------------------------------------------------------------------
        Projekt              Maßnahmenart               Durchführungsort
        ------------------------------------------------------------------
        Werkstatt für den    Ausbildungsvorbereitung    Musterau
        Einstieg Süd
        ------------------------------------------------------------------
        Neustart             Qualifizierungsprojekte    Probestadt
        ------------------------------------------------------------------
"""
    (placed,) = typed_layout(text).tables
    (x0, _, x1, _), foot = (line := placed.table.rows[1][0].lines[0]).bbox, line.foot
    under = Ruling(x0, foot + 1.5, x1, foot + 1.5)
    assert parted_by_inner_rules(placed.table, [under]).rows == placed.table.rows
