"""Projects in tables of words: who runs them and from when to when beside them, Maßnahmenarten above them."""

from __future__ import annotations

import pytest

from tests.typed_pages import OPENING, typed_agreement, typed_layout

BEFORE = f"{OPENING}\n        § 2 Vorhaben\n\n        Gefördert wird, was die Übersicht nennt.\n\n"
BEHIND = """

        § 3 Mittel

        Das Land stellt dafür im Haushaltsjahr 2022 insgesamt 500.000 Euro bereit.
"""
TRAINING = "Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen"


def projects(table: str) -> list[tuple[str | None, list[str]]]:
    measures = typed_agreement(f"{BEFORE}{table.lstrip(chr(10))}{BEHIND}").measures
    return [(one.measure_key, [project.name.value for project in one.projects]) for one in measures]


EXPECTED = [("aqb-1", ["Lernhaus (Nord)", "Werkstatt"]), ("aqb-2", ["Kompass"])]


@pytest.mark.parametrize("counted", ["Maßnahmenart {}: {}", "Baustein {} – {}", "{}. {}", "Feld {}: {}"])
@pytest.mark.parametrize(
    ("heads", "carriers", "days"),
    [
        ("Vorhaben (Träger)                          Beginn       Ende", True, ("01.02.2022", "30.11.2022")),
        ("Projekt (Anbieter)                         Start        Ende", True, ("01.02.2022", "31.12.2022")),
        ("Bezeichnung                                  von        bis", False, ("01.02.22", "30.11.22")),
        ("Angebot (Bildungsträger)                  Plätze       Dauer", True, ("12", "ganzjährig")),
    ],
)
def test_headings_across_a_table_name_what_stands_below_them(
    counted: str, heads: str, carriers: bool, days: tuple[str, str]
) -> None:
    def row(name: str, carrier: str) -> str:
        return f"        {f'{name} ({carrier})' if carriers else name:<43}{days[0]:<13}{days[1]}\n"

    table = f"        {heads}\n        {counted.format(1, 'Ausbildungsvorbereitung')}\n"
    table += row("Lernhaus (Nord)", "vhs Musterau") + row("Werkstatt", "Eigenmaßnahme")
    table += f"        {counted.format(2, TRAINING)}\n" + row("Kompass", "Landkreis")
    assert projects(table) == EXPECTED


def test_such_a_table_goes_on_on_the_next_page_below_its_last_heading() -> None:
    table = f"""
        Vorhaben (Träger)                              Beginn        Ende
        Baustein 1: Ausbildungsvorbereitung
        Lernhaus (Nord) (vhs Musterau)              01.02.2022    30.11.2022
        Werkstatt (Kolping gGmbH)                   01.02.2022    30.11.2022
        Baustein 2: {TRAINING}
\f
        Kompass (Landkreis)                         01.02.2022    31.12.2022
        Baustein 3: Weiterbildungsmaßnahmen für Personal der Landkreise und kreisfreien Städte
        Fachtag (Landkreis)                         15.03.2022    31.12.2022
"""
    assert projects(table) == [*EXPECTED, ("aqb-4", ["Fachtag"])]


def test_headings_may_be_words_that_ask_and_count_by_letters() -> None:
    table = f"""
        Was                     Wer                     Wann
        Paket A: Ausbildungsvorbereitung
        Lernhaus (Nord)         vhs Musterau            ganzjährig
        Werkstatt               Kolping gGmbH           ab Februar
        Paket B: {TRAINING}
        Kompass                 in eigener Regie        ganzjährig
"""
    assert projects(table) == EXPECTED


def test_a_bracket_below_a_heading_without_one_is_part_of_the_name() -> None:
    table = """
        Vorhaben                                       Beginn        Ende
        Maßnahmenart 1: Ausbildungsvorbereitung
        Lernhaus (Nord)                             01.02.2022    30.11.2022
        Werkstatt                                   01.02.2022    30.11.2022
"""
    assert projects(table) == [("aqb-1", ["Lernhaus (Nord)", "Werkstatt"])]


def test_text_below_such_a_table_is_none_of_it() -> None:
    text = """
        Vorhaben                      Beginn        Ende
        Lernhaus (Nord)               01.02.2022    30.11.2022
        Werkstatt                     01.02.2022    30.11.2022

        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region mit
        allen anderen ab. Sie berichten über den Stand.
"""
    (table,) = typed_layout(f"{BEFORE}{text}").tables
    assert [row[0].text for row in table.table.rows] == ["Vorhaben", "Lernhaus (Nord)", "Werkstatt"]


def test_a_period_that_goes_on_in_the_next_line_is_one_cell() -> None:
    text = """
        Vorhaben                      Träger             Zeitraum
        Lernhaus für Jugendliche      vhs Musterau       01.02.2022 –
        und Erwachsene                                   30.11.2022
        Werkstatt                     Kolping gGmbH      01.02.2022 –
                                                         31.12.2022
"""
    (table,) = typed_layout(f"{BEFORE}{text}").tables
    assert [row[0].text for row in table.table.rows][1:] == [
        "Lernhaus für Jugendliche und Erwachsene",
        "Werkstatt",
    ]


CODED = """
        ----------------------------------------------------------
        Konto     Bezeichnung                           Stellen
        ----------------------------------------------------------
        MA 1      Ausbildungsvorbereitung
        ----------------------------------------------------------
        4395-101  Lernhaus (Nord)                         halb
        {0}
        4395-102  Werkstatt                               halb
        {0}
        MA 2      Ausbildung und Ausbildungscoaching
                  in anerkannten Ausbildungsberufen
        ----------------------------------------------------------
        4395-201  Kompass                                 ganz
        ----------------------------------------------------------
"""


@pytest.mark.parametrize("rule", ["----------------------------------------------------------", ""])
def test_codes_tell_the_rows_though_rules_between_them_are_worn_off(rule: str) -> None:
    text = "\n".join(line for line in CODED.format(rule).split("\n") if line.strip())
    assert projects(f"{text}\n") == EXPECTED


def test_the_rest_of_a_name_is_no_code_of_a_row() -> None:
    text = """
        Vorhaben                 Träger              Plätze
        Lernhaus                 vhs Musterau und        12
        U25                      Kolpingwerk
        Werkstatt                Caritasverband          14
"""
    (table,) = typed_layout(f"{BEFORE}{text}").tables
    assert [row[0].text for row in table.table.rows] == ["Vorhaben", "Lernhaus U25", "Werkstatt"]


NARROW = """
        § 2 Vorhaben

        Es bedeuten: 1 = Ausbildungsvorbereitung; 2 = Qualifizierungsprojekte.

        Kennung         {head}  Projekt              Träger       Plätze    Zuschuss
        P-01            1 {gap}Lernhaus am Ring     vhs              12    1.200,00
        P-02            1 {gap}Werkstatt Süd        Innung            7    1.300,00
        P-03            2 {gap}Neustart             vhs               9    1.500,00
"""


@pytest.mark.parametrize(
    ("head", "gap", "parted"),
    [("MA", "  ", True), ("  ", "  ", False), ("MA", "", False)],
)
def test_codes_right_before_the_names_are_a_column_of_their_own(head: str, gap: str, parted: bool) -> None:
    """Where a heading stands above them, and the names begin below theirs."""
    record = typed_agreement(OPENING + NARROW.format(head=head, gap=gap))
    names = {(measure.number, one.name.value) for measure in record.measures for one in measure.projects}
    assert ({(1, "Lernhaus am Ring"), (1, "Werkstatt Süd"), (2, "Neustart")} <= names) == parted
