"""Tables with a rule below every row: the rules tell the rows, whatever stands in them."""

from __future__ import annotations

from tests.typed_pages import typed_agreement, typed_layout

TEXT = """
    § 4 Verwendung

    Die Mittel werden für die folgenden Zwecke verwendet, über die jeweils im Herbst berichtet wird:
"""


MORE = """
    § 5 Bericht

    Das Land und der Landkreis berichten einander über alles, was für die Zwecke dieser Vereinbarung von
    Bedeutung ist. Sie legen dar, wie die Mittel verwendet wurden.
"""


def rows(text: str) -> list[list[list[str]]]:
    tables = typed_layout(TEXT + text + MORE).tables
    return [[[cell.text for cell in row] for row in one.table.rows] for one in tables]


def test_rules_below_every_row_make_a_table_of_words() -> None:
    (table,) = rows(
        """
        ------------------------------------------------------------------
         Lernhaus                       Volkshochschule        ganz
        ------------------------------------------------------------------
         Werkstatt für den Einstieg     Diakonie               halb
         – zweiter Durchgang            Beispieltal
        ------------------------------------------------------------------
         Neustart                       Volkshochschule        halb
        ------------------------------------------------------------------
        """
    )
    assert table == [
        ["Lernhaus", "Volkshochschule", "ganz"],
        ["Werkstatt für den Einstieg – zweiter Durchgang", "Diakonie Beispieltal", "halb"],
        ["Neustart", "Volkshochschule", "halb"],
    ]


def test_an_inner_heading_of_many_lines_that_fills_its_row_parts_no_table() -> None:
    (table,) = rows(
        """
        ------------------------------------------------------------------
         Lernhaus                       Volkshochschule          91,2
        ------------------------------------------------------------------
         Kurse der
         Schulen, die
         Lehrgänge
         anbieten
        ------------------------------------------------------------------
         Neustart                       Volkshochschule         7,255
        ------------------------------------------------------------------
        """
    )
    assert [row[0] for row in table] == [
        "Lernhaus",
        "Kurse der Schulen, die Lehrgänge anbieten",
        "Neustart",
    ]


def test_a_ruled_table_of_words_goes_on_on_the_next_page() -> None:
    measures = typed_agreement(
        TEXT
        + """
        -----------------------------------------------------------------------------------
         Nr.     Maßnahmenart / Vorhaben             Träger                 Laufzeit
        -----------------------------------------------------------------------------------
         1       Ausbildungsvorbereitung
        -----------------------------------------------------------------------------------
         1.1     Lernhaus                            Volkshochschule        ganz
        -----------------------------------------------------------------------------------
        \f
        -----------------------------------------------------------------------------------
         1.2     mittendrin                          Diakonie               halb
        -----------------------------------------------------------------------------------
         2       Qualifizierungsprojekte
        -----------------------------------------------------------------------------------
         2.1     Neustart 2.0 für junge              Volkshochschule        halb
                 Menschen
        -----------------------------------------------------------------------------------
         2.2     Werkhof                             Volkshochschule        ganz
        -----------------------------------------------------------------------------------
        """
    ).measures
    assert [(one.number, [project.name.value for project in one.projects]) for one in measures] == [
        (1, ["Lernhaus", "mittendrin"]),
        (2, ["Neustart 2.0 für junge Menschen", "Werkhof"]),
    ]


def test_a_counted_row_without_figures_is_none_of_the_headings() -> None:
    measures = typed_agreement(
        TEXT
        + """
        Nr.     Maßnahmenart / Vorhaben             Träger                 Euro

        1       Ausbildungsvorbereitung
        1.1     Lernhaus                            Volkshochschule        40.000,00
        2       Qualifizierungsprojekte                                    37.500,00
        2.1     Neustart 2.0                        Volkshochschule        25.500,00
        2.2     Werkhof                             Diakonie               12.000,00
        """
        + MORE
    ).measures
    assert [(one.number, [project.name.value for project in one.projects]) for one in measures] == [
        (1, ["Lernhaus"]),
        (2, ["Neustart 2.0", "Werkhof"]),
    ]


def test_the_columns_of_a_table_hold_on_the_next_page_whatever_stands_in_its_rows() -> None:
    tables = typed_layout(
        TEXT
        + """
        Nr.     Maßnahmenart / Vorhaben             Träger                     Euro

        1       Ausbildungsvorbereitung                                   52.000,00

        1.1     Lernhaus für junge                  Volkshochschule
                Menschen                            Musterau
        \f
        1.2     mittendrin                          Diakonie

        2       Qualifizierungsprojekte                                  125.500,00

        2.1     Neustart                            Diakonie

                Zuwendung insgesamt                                   12.177.500,00

    § 5 Bericht

        (1)     Das Land und der Landkreis berichten einander über alles, was für die Zwecke
                dieser Vereinbarung von Bedeutung ist.
        """
    ).tables
    assert [[[cell.text for cell in row] for row in one.table.rows] for one in tables] == [
        [
            ["Nr.", "Maßnahmenart / Vorhaben", "Träger", "Euro"],
            ["1", "Ausbildungsvorbereitung", "", "52.000,00"],
            ["1.1", "Lernhaus für junge Menschen", "Volkshochschule Musterau", ""],
            ["1.2", "mittendrin", "Diakonie", ""],
            ["2", "Qualifizierungsprojekte", "", "125.500,00"],
            ["2.1", "Neustart", "Diakonie", ""],
            ["", "Zuwendung insgesamt", "", "12.177.500,00"],
        ]
    ]


def test_text_at_the_top_of_a_page_does_not_go_on_a_table() -> None:
    layout = typed_layout(
        TEXT
        + """
        Nr.     Vorhaben                            Träger                     Euro

        1       Lernhaus                            Volkshochschule       52.000,00
        2       mittendrin                          Diakonie              42.000,00
        \f
        (1)     Das Land und der Landkreis berichten einander über alles, was für die Zwecke
                dieser Vereinbarung von Bedeutung ist.

    § 6 Ende
        """
    )
    (placed,) = layout.tables
    assert len(placed.table.rows) == 3
    assert any("Das Land und der Landkreis" in block.text for block in layout.blocks)


def test_a_number_alone_on_the_last_line_of_a_counted_row_ends_its_name() -> None:
    (table,) = rows(
        """
        Nr.     Vorhaben                            Träger                     Euro

        1.1     Lernhaus                            Volkshochschule       52.000,00

        1.2 mittendrin für alle – Teilprojekt       Diakonie              42.000,00
            2
        """
    )
    assert "1.2 mittendrin für alle – Teilprojekt 2" in table[-1]


def test_several_rows_between_two_rules_are_told_by_their_figures() -> None:
    (table,) = (
        placed.table
        for placed in typed_layout("""
            +----------------------------+--------------------+
            | Projekt                    | Landesmittel (EUR) |
            +----------------------------+--------------------+
            | 1. Ausbildungsvorbereitung |                    |
            | Startrampe                 |            240.000 |
            | Mädchen in Technik und     |             96.400 |
            | Handwerk                   |                    |
            +----------------------------+--------------------+
            | Gesamtsumme                |            336.400 |
            +----------------------------+--------------------+
        """).tables
    )
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Projekt", "Landesmittel (EUR)"],
        ["1. Ausbildungsvorbereitung", ""],
        ["Startrampe", "240.000"],
        ["Mädchen in Technik und Handwerk", "96.400"],
        ["Gesamtsumme", "336.400"],
    ]


def test_several_rows_between_two_rules_are_told_by_figures_before_their_last_column() -> None:
    expected = [
        ["Haushaltsjahr", "Betrag in Euro", "Art"],
        ["2011", "118.400", "Barmittel"],
        ["2012", "64.900", "VE"],
        ["2013", "51.200", "VE"],
        ["Zusammen", "234.500", ""],
    ]
    (table,) = rows(
        """
        ------------------------------------------------------------
         Haushaltsjahr            Betrag in Euro     Art
        ------------------------------------------------------------
         2011                            118.400     Barmittel
         2012                             64.900     VE
         2013                             51.200     VE
        ------------------------------------------------------------
         Zusammen                        234.500
        ------------------------------------------------------------
        """
    )
    assert table == expected
    (table,) = rows(
        """
        +---------------+--------------------+-----------+
        | Haushaltsjahr | Betrag in Euro     | Art       |
        +---------------+--------------------+-----------+
        | 2011          |            118.400 | Barmittel |
        | 2012          |             64.900 | VE        |
        | 2013          |             51.200 | VE        |
        +---------------+--------------------+-----------+
        | Zusammen      |            234.500 |           |
        +---------------+--------------------+-----------+
        """
    )
    assert table == expected
