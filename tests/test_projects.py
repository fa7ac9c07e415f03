"""Projects under their Maßnahmenart: lists, lines and tables of typed agreements."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.projects.names import is_written_well
from models.agreement import Measure
from models.settings import Review
from models.values import Origin
from tests.typed_pages import OPENING, typed_agreement, typed_layout, typed_pages

FRONT = OPENING + "        § 2 Maßnahmen\n\n"
PREPARATION, TRAINING = "aqb-1", "aqb-2"


def measures(text: str) -> tuple[Measure, ...]:
    return typed_agreement(FRONT + text).measures


def projects(text: str) -> list[tuple[str | None, list[str]]]:
    return [(one.measure_key, [project.name.value for project in one.projects]) for one in measures(text)]


def sums(text: str) -> list[tuple[str, Decimal | None]]:
    return [
        (project.name.value, project.amount.value if project.amount else None)
        for one in measures(text)
        for project in one.projects
    ]


def test_bullets_below_a_numbered_measure_are_its_projects() -> None:
    found = measures(
        """
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           – Werkstatt Süd
           – Lernhaus 2.0
        2. Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen
           – Job-Brücke – Modul 3
        """
    )
    assert [(one.number, one.title.value, one.measure_key) for one in found] == [
        (1, "Ausbildungsvorbereitung", PREPARATION),
        (2, "Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen", TRAINING),
    ]
    assert [[project.name.value for project in one.projects] for one in found] == [
        ["Werkstatt Süd", "Lernhaus 2.0"],
        ["Job-Brücke – Modul 3"],
    ]


@pytest.mark.parametrize(
    ("clauses", "numbers"),
    [
        (("(1) Der Landkreis berichtet dem Land", "(2) Der Nachweis folgt im Mai"), [None, None]),
        (("Der Landkreis berichtet dem Land", "Der Nachweis folgt im Mai"), [1, 2]),
    ],
)
def test_what_counts_clauses_elsewhere_counts_no_measures(
    clauses: tuple[str, str], numbers: list[int | None]
) -> None:
    one, two = clauses
    found = measures(
        f"""
        (1) Ausbildungsvorbereitung:
           – Werkstatt Süd

        (2) Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen:
           – Job-Brücke

        § 3 Verfahren

        {one} über alle Teilnehmenden, die im
        abgelaufenen Jahr eine Maßnahme begonnen oder beendet haben.

        {two} und wird dem Land in zwei Stücken mit allen
        Belegen und einer Liste der Teilnehmenden übersandt.
        """
    )
    assert [one.number for one in found] == numbers


@pytest.mark.parametrize("marker", ["–", "•", "e", "o", "«", "a)", "(a)"])
def test_projects_may_have_any_marker(marker: str) -> None:
    second = marker.replace("a", "b")
    assert projects(
        f"""
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           {marker}  Werkstatt Süd
           {second}  Lernhaus Nord
        """
    ) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"])]


def test_an_angle_bracket_marks_a_project_as_a_bullet_does() -> None:
    layout = typed_layout(
        OPENING + "        Sie führen durch:\n           > Lernhaus\n           > Werkstatt\n"
    )
    assert [block.text for block in layout.blocks if block.kind == "item"] == ["Lernhaus", "Werkstatt"]


@pytest.mark.parametrize(
    "head",
    [
        "Maßnahmenart 1: Ausbildungsvorbereitung",
        "Maßnahme 1 – Ausbildungsvorbereitung",
        "Maßnahmeart 1: Ausbildungsvorbereitung",
        "Förderschwerpunkt I: Ausbildungsvorbereitung",
    ],
)
def test_a_measure_may_call_itself_one(head: str) -> None:
    found = measures(
        f"""
        Folgende Projekte werden gefördert:

        {head}

        – Werkstatt Süd
        – Lernhaus Nord
        """
    )
    assert [(one.number, one.title.value, one.measure_key) for one in found] == [
        (1, "Ausbildungsvorbereitung", PREPARATION)
    ]
    assert [project.name.value for project in found[0].projects] == ["Werkstatt Süd", "Lernhaus Nord"]


def test_a_title_over_two_lines_is_one_title() -> None:
    (found,) = measures(
        """
        Folgende Projekte werden gefördert:

        1. Ausbildungs- und Qualifizierungsvorbereitung einschließlich gesundheits-
           fördernder Maßnahmen
           – Werkstatt Süd
        """
    )
    assert found.title.value == (
        "Ausbildungs- und Qualifizierungsvorbereitung einschließlich gesundheitsfördernder Maßnahmen"
    )
    assert found.measure_key == PREPARATION


@pytest.mark.parametrize(
    "behind", ["(Anteil am Rahmen: 650.117,00 €)", "(davon Land: 4.000 Euro)", "(Anteil"]
)
def test_what_a_bracket_says_of_its_share_is_none_of_a_known_title(behind: str) -> None:
    (found,) = measures(
        f"""
        Folgende Projekte werden gefördert:

        Maßnahmenart 1: Ausbildungsvorbereitung {behind}
        » Werkstatt Süd
        """
    )
    assert (found.title.value, found.title.provenance.confidence >= Review().confidence) == (
        "Ausbildungsvorbereitung",
        True,
    )


def test_a_measure_in_no_list_is_kept_as_printed() -> None:
    (found,) = measures(
        """
        Folgende Projekte werden gefördert:

        5. Internationale Begegnungen
           – Sommerschule
        """
    )
    assert (found.number, found.title.value, found.measure_key) == (5, "Internationale Begegnungen", None)


@pytest.mark.parametrize(
    "name",
    [
        "Werkstatt Süd",
        "Job-Brücke – Modul 3",
        "Lernhaus 2.0",
        "AnKER Ü27",
        "Küche & Service (integrativ)",
        "Werkhof (2. Jahr)",
        "grün:raum",
        "„Zweite Chance“",
        "Startklar e. V.",
        "Werkhof 2. Hj.",
        "SprInt / Sprache",
        "FAuB",
    ],
)
def test_names_of_projects_are_kept_to_the_letter(name: str) -> None:
    assert projects(
        f"""
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           – {name}
           – Lernhaus Nord
        """
    ) == [(PREPARATION, [name, "Lernhaus Nord"])]


@pytest.mark.parametrize("end", [",", ";", ".", " und"])
def test_the_punctuation_of_a_list_is_no_part_of_a_name(end: str) -> None:
    assert projects(
        f"""
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           – Werkstatt Süd{end}
           – Lernhaus Nord.
        """
    ) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"])]


def test_a_name_may_wrap_and_be_hyphenated() -> None:
    assert projects(
        """
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           – Werkstatt für junge Menschen ohne Schulabschluss aus dem ganzen Kreis-
             gebiet
           – Lernhaus Nord
        """
    ) == [
        (
            PREPARATION,
            ["Werkstatt für junge Menschen ohne Schulabschluss aus dem ganzen Kreisgebiet", "Lernhaus Nord"],
        )
    ]


@pytest.mark.parametrize(
    "item",
    [
        "Werkstatt Süd (300.000 Euro)",
        "Werkstatt Süd: 300.000 Euro",
        "Werkstatt Süd – 300.000 Euro",
        "Werkstatt Süd, 300.000 Euro",
        "Werkstatt Süd (300.000,00 €);",
        "Werkstatt Süd in Höhe von 300.000 Euro",
        "Werkstatt Süd mit 300.000 Euro",
    ],
)
def test_the_amount_of_a_project_is_no_part_of_its_name(item: str) -> None:
    assert sums(
        f"""
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           – {item}
           – Lernhaus Nord
        """
    ) == [("Werkstatt Süd", Decimal(300_000)), ("Lernhaus Nord", None)]


@pytest.mark.parametrize(
    "inline",
    ["Werkstatt Süd; Lernhaus Nord", "Werkstatt Süd, Lernhaus Nord", "Werkstatt Süd und Lernhaus Nord"],
)
def test_projects_may_stand_in_the_line_of_their_measure(inline: str) -> None:
    assert projects(
        f"""
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung: {inline}
        2. Qualifizierungsprojekte: Job-Brücke
        """
    ) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"]), ("aqb-3", ["Job-Brücke"])]


@pytest.mark.parametrize("last", ["Lernhaus Gruppe B", "Lernhaus e. V."])
def test_an_enumeration_may_call_its_projects_so_and_ends_in_a_full_stop(last: str) -> None:
    assert projects(
        f"""
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung: die Projekte Werkstatt Süd für alle; {last.removesuffix(".")}.
        2. Qualifizierungsprojekte: das Projekt Job-Brücke.
        """
    ) == [(PREPARATION, ["Werkstatt Süd für alle", last]), ("aqb-3", ["Job-Brücke"])]


@pytest.mark.parametrize(
    "nothing",
    [
        "keine",
        "keine Projekte",
        "entfällt",
        "SGB II/III",
        "AsylbLG, SGB XII",
        "–",
        "wie vor",
        "Höchstbetrag",
        "Zuweisung insgesamt",
        "Ansätze insgesamt",
        "Mittelrahmen",
    ],
)
def test_a_measure_without_projects_has_none(nothing: str) -> None:
    assert projects(
        f"""
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           a) {nothing}
        2. Qualifizierungsprojekte
           a) Job-Brücke
        """
    ) == [(PREPARATION, []), ("aqb-3", ["Job-Brücke"])]


def test_a_list_goes_on_over_a_page_break() -> None:
    assert projects(
        """
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           – Werkstatt Süd
\f
           – Lernhaus Nord
        2. Qualifizierungsprojekte
           – Job-Brücke
        """
    ) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"]), ("aqb-3", ["Job-Brücke"])]


def test_a_list_in_a_section_on_something_else_is_no_list_of_projects() -> None:
    front = FRONT.replace("§ 2 Maßnahmen", "§ 2 Aufgaben des Landkreises")
    text = """
        Der Landkreis übernimmt für die Vertragspartner insbesondere dies:

        1. Auswahl der Träger
           – nach Bedarf
           – nach Eignung
        2. Bericht an das Land
           – zum Ende des Halbjahres
        """
    assert typed_agreement(front + text).measures == ()


def test_the_list_ends_with_the_next_section() -> None:
    assert projects(
        """
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           – Werkstatt Süd

        § 3 Pflichten

        Der Landkreis sorgt in seinem Gebiet für alle Träger für Folgendes:

        – Auswahl der Träger
        – Bericht an das Land
        """
    ) == [(PREPARATION, ["Werkstatt Süd"])]


def test_a_table_by_project_gives_names_and_amounts() -> None:
    text = """
        Folgende Projekte werden von den Vertragspartnern in diesem Jahr gefördert:

        +--------------------------+------------------+----------------+
        | Maßnahmenart             | Projekt          | Betrag in Euro |
        +--------------------------+------------------+----------------+
        | Ausbildungsvorbereitung  | Werkstatt Süd    |     300.000,00 |
        +--------------------------+------------------+----------------+
        |                          | Lernhaus Nord    |     200.000,00 |
        +--------------------------+------------------+----------------+
        | Qualifizierungsprojekte  | Job-Brücke       |     100.000,00 |
        +--------------------------+------------------+----------------+
        | Gesamt                   |                  |     600.000,00 |
        +--------------------------+------------------+----------------+
        """
    assert projects(text) == [
        (PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"]),
        ("aqb-3", ["Job-Brücke"]),
    ]
    assert sums(text) == [
        ("Werkstatt Süd", Decimal(300_000)),
        ("Lernhaus Nord", Decimal(200_000)),
        ("Job-Brücke", Decimal(100_000)),
    ]


def test_a_table_gives_amounts_to_the_projects_of_the_list() -> None:
    text = """
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           – Werkstatt Süd
           – Lernhaus Nord

        § 3 Mittel

        Die Mittel verteilen sich auf die Vorhaben der Vertragspartner wie folgt:

        Projekt                            Betrag in Euro
        Werkstatt Süd                          300.000,00
        Lernhaus Nord                          200.000,00
        Gesamt                                 500.000,00
        """
    assert projects(text) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"])]
    assert sums(text) == [("Werkstatt Süd", Decimal(300_000)), ("Lernhaus Nord", Decimal(200_000))]


@pytest.mark.parametrize(
    ("bold", "first", "told"), [("**", "20.000 €", True), ("", "20.000 €", True), ("", "", False)]
)
def test_a_row_set_as_those_that_name_measures_of_the_catalogue_names_another_one(
    bold: str, first: str, told: bool
) -> None:
    rule = f"        +{'-' * 44}+{'-' * 17}+{'-' * 12}+\n"

    def row(name: str, carrier: str = "", money: str = "") -> str:
        stars = "" if money or carrier else bold
        first = f"{stars}{name}{stars}{' ' * (42 - len(name))}"
        return f"        | {first} | {carrier:<15} | {money:<10} |\n{rule}"

    rows = (
        row("Projekt", "Träger", "Mittel"),
        row("Ausbildungsvorbereitung"),
        row("Lernhaus", "vhs Musterau", "40.000 €"),
        row("Ausbildung und Ausbildungscoaching"),
        row("Verbund Metall", "Kolping gGmbH", "80.000 €"),
        row("Beschäftigung im Quartier"),
        row("Radstation", "Diakonie", first),
        row("Neustart", "Landkreis", "30.000 €"),
    )
    found = [
        (one.title.value, [project.name.value for project in one.projects])
        for one in measures(f"{rule}{''.join(rows)}")
    ]
    assert (("Beschäftigung im Quartier", ["Radstation", "Neustart"]) in found) == told
    assert ("Ausbildungsvorbereitung", ["Lernhaus"]) in found


def test_a_row_may_set_the_title_of_a_measure_in_brackets_behind_its_number() -> None:
    rule = f"        +{'-' * 21}+{'-' * 22}+\n"

    def row(carrier: str, name: str) -> str:
        return f"        | {carrier:<19} | {name:<20} |\n{rule}"

    def across(text: str) -> str:
        return f"        | {text:<42} |\n{rule}"

    rows = (
        row("Träger", "Projekt"),
        across("Maßnahmenart 1 (Ausbildungsvorbereitung):"),
        row("Volkshochschule", "Lernhaus (2. Jahr)"),
        across("Maßnahmenart 2 (Qualifizierungsprojekte):"),
        row("Bildungswerk", "Werkstatt"),
    )
    assert [
        (one.title.value, [project.name.value for project in one.projects])
        for one in measures(f"{rule}{''.join(rows)}")
    ] == [("Ausbildungsvorbereitung", ["Lernhaus (2. Jahr)"]), ("Qualifizierungsprojekte", ["Werkstatt"])]


@pytest.mark.parametrize(
    ("title", "told"), [("Hilfe vor Ort", True), ("Das Land hilft hier vor Ort.", False)]
)
def test_what_stands_between_the_number_of_a_measure_and_its_list_is_its_title(
    title: str, told: bool
) -> None:
    found = measures(
        f"""
        Maßnahmenart 1

        Ausbildungsvorbereitung

           –  Lernhaus
           –  Werkstatt

        Maßnahmenart 2

        {title}

           –  Neustart
           –  Kompass
        """
    )
    named = [(one.number, one.title.value, [project.name.value for project in one.projects]) for one in found]
    assert ((2, title, ["Neustart", "Kompass"]) in named) == told


def test_what_leads_from_a_title_to_its_share_is_no_part_of_it() -> None:
    found = measures(
        """
        Die Mittel werden eingesetzt für:

        a) Ausbildungsvorbereitung mit einem Anteil von 247.480,00 €
             –  Lernhaus
             –  Werkstatt
        b) Qualifizierung für den Arbeitsmarkt mit einem Anteil von 100.000,00 €
             –  Pflegehilfe mit Sprachförderung
        """
    )
    assert [(one.title.value, len(one.projects)) for one in found] == [
        ("Ausbildungsvorbereitung", 2),
        ("Qualifizierung für den Arbeitsmarkt", 1),
    ]


def test_measures_may_be_headings_within_a_table() -> None:
    assert projects(
        """
        Folgende Projekte werden von den Vertragspartnern in diesem Jahr gefördert:

        Projekt                            Betrag in Euro

        Ausbildungsvorbereitung

        Werkstatt Süd                          300.000,00
        Lernhaus Nord                          200.000,00

        Qualifizierungsprojekte

        Job-Brücke                             100.000,00
        Gesamt                                 600.000,00
        """
    ) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"]), ("aqb-3", ["Job-Brücke"])]


def test_an_agreement_without_projects_has_no_measures() -> None:
    assert measures("        Das Nähere regelt der Bescheid.") == ()


@pytest.mark.parametrize("label", ["Projekte:", "Vorhaben:", "Angebote:"])
@pytest.mark.parametrize("end", ["", "."])
def test_projects_may_stand_behind_a_label_of_their_own(label: str, end: str) -> None:
    assert projects(
        f"""
        Folgendes wird gefördert:

        1. Ausbildungsvorbereitung
           {label} Werkstatt Süd; Lernhaus Nord{end}
        2. Qualifizierungsprojekte
           {label} Job-Brücke{end}
        """
    ) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"]), ("aqb-3", ["Job-Brücke"])]


def test_projects_with_their_amounts_may_stand_in_the_sentence_of_their_measure() -> None:
    text = """
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung mit den Projekten Werkstatt Süd (1.000 Euro), Lernhaus
           Nord (2.000 Euro) sowie Startklar (3.000 Euro)
        """
    assert projects(text) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord", "Startklar"])]
    assert sums(text) == [
        ("Werkstatt Süd", Decimal(1_000)),
        ("Lernhaus Nord", Decimal(2_000)),
        ("Startklar", Decimal(3_000)),
    ]


@pytest.mark.parametrize("name", ["Hotel- und Gaststätte", "Brücke (Schule und Beruf)", "„Rat und Tat“"])
def test_a_name_with_und_stays_whole_in_an_enumeration(name: str) -> None:
    assert projects(
        f"""
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung: {name}, Werkstatt Süd und Lernhaus Nord
        """
    ) == [(PREPARATION, [name, "Werkstatt Süd", "Lernhaus Nord"])]


def test_semicolons_part_names_with_commas() -> None:
    assert projects(
        """
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung: Holz, Metall und Farbe; Lernhaus Nord; und Startklar
        """
    ) == [(PREPARATION, ["Holz, Metall und Farbe", "Lernhaus Nord", "Startklar"])]


def test_a_sentence_may_count_the_measures_with_their_projects() -> None:
    assert projects(
        """
        Aus den Mitteln werden bestritten: 1. Ausbildungsvorbereitung: Werkstatt Süd,
        Lernhaus Nord; 2. Qualifizierungsprojekte: Job-Brücke.
        """
    ) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"]), ("aqb-3", ["Job-Brücke"])]


def test_a_sentence_that_counts_something_else_names_no_measures() -> None:
    assert (
        projects(
            """
        Der Landkreis hat zu berichten: 1. Die Zahl der Plätze: sie ist zu belegen; 2. Die
        Auslastung: sie ist zu schätzen.
        """
        )
        == []
    )


@pytest.mark.parametrize(
    "lead",
    [
        ", Budget:",
        " (Fördersumme:",
        " – Zuwendung:",
        ";",
        " – vom Land",
        ", Landesmittel:",
        " (Anteil des Landes:",
        " – Land",
    ],
)
def test_what_a_project_calls_its_amount_is_no_part_of_its_name(lead: str) -> None:
    closing = ")" if "(" in lead else ""
    assert sums(
        f"""
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           – Werkstatt Süd{lead} 1.000 Euro{closing}
           – Lernhaus Nord
        """
    ) == [("Werkstatt Süd", Decimal(1_000)), ("Lernhaus Nord", None)]


def test_a_name_that_may_end_in_land_is_doubted() -> None:
    (measure,) = measures(
        """
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           a) Lernhaus, Fördersumme: 400 Euro
           b) Brücke – Land (500 Euro)
           c) Mobil, Land: 700 Euro
           d) Wege (Land: 800 Euro)
           e) Leben – vom Land: 900 Euro
        """
    )
    names = [one.name for one in measure.projects]
    assert [name.value for name in names] == ["Lernhaus", "Brücke", "Mobil", "Wege", "Leben"]
    sure = [name.provenance.confidence > 0.75 for name in names]
    assert sure == [True, False, False, True, False]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Praktikum Gartenamt", "Praktikum Forstamt"),
        ("Zusammen im Hauptamt", "Kurs für das Bürgeramt"),
    ],
)
def test_what_is_done_in_an_office_is_a_project(one: str, two: str) -> None:
    (measure,) = measures(
        f"""
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           – {one}
                Beginn im Mai
           – {two}
                Beginn im Juni
           – Lernhaus
        """
    )
    sure = {one.name.value for one in measure.projects if one.name.provenance.confidence > 0.75}
    assert not sure & {"Beginn im Mai", "Beginn im Juni"}
    assert {one, two, "Lernhaus"} <= {project.name.value for project in measure.projects}


@pytest.mark.parametrize("cell", ["1 – Ausbildungsvorbereitung", "1. Ausbildungsvorbereitung"])
def test_a_measure_in_a_cell_may_have_a_number_before_its_title(cell: str) -> None:
    (measure,) = measures(
        f"""
        Folgende Projekte werden von den Vertragspartnern in diesem Jahr gefördert:

        +-------------------------------+------------------+----------------+
        | Maßnahmenart                  | Projekt          | Betrag in Euro |
        +-------------------------------+------------------+----------------+
        | {cell:<29} | Werkstatt Süd    |     300.000,00 |
        +-------------------------------+------------------+----------------+
        """
    )
    assert (measure.number, measure.measure_key, measure.title.value) == (
        1,
        PREPARATION,
        "Ausbildungsvorbereitung",
    )


def test_a_table_of_words_names_the_projects() -> None:
    assert projects(
        """
        Folgende Projekte werden von den Vertragspartnern in diesem Jahr gefördert:

        Maßnahmenart               Projekt            Träger
        Ausbildungsvorbereitung    Werkstatt Süd      Bildungswerk Muster
        Ausbildungsvorbereitung    Lernhaus Nord      Lernwerk Beispiel
        Qualifizierungsprojekte    Job-Brücke         Lernwerk Beispiel
        """
    ) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"]), ("aqb-3", ["Job-Brücke"])]


@pytest.mark.parametrize("heading", ["Verantwortlich", "Zuständig", "Durchführung", "Partner"])
def test_who_runs_a_package_of_work_is_no_project(heading: str) -> None:
    found = projects(
        f"""
        AP       Arbeitspaket                                     {heading}

        AP 1     Ausbildungsvorbereitung – Budget: 500 Euro       Landkreis

        AP 1.1   Werkstatt Süd                                    Bildungswerk Muster

        AP 2     Qualifizierungsprojekte – Budget: 700 Euro       Landkreis

        AP 2.1   Lernhaus Nord                                    Lernwerk Beispiel
        """
    )
    assert not any("Landkreis" in names or "Lernwerk Beispiel" in names for _, names in found)


def test_codes_before_measures_and_projects_are_no_part_of_their_names() -> None:
    assert projects(
        """
        Folgende Projekte werden gefördert:

        M1 Ausbildungsvorbereitung
        P1.1 Werkstatt Süd
        P1.2 Lernhaus Nord
        M3 Qualifizierungsprojekte
        P3.1 Job-Brücke
        """
    ) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"]), ("aqb-3", ["Job-Brücke"])]


def test_decimal_numbers_count_measures_and_projects() -> None:
    assert projects(
        """
        Folgende Projekte werden gefördert:

        2.1 Ausbildungsvorbereitung
        2.1.1 Werkstatt Süd
        2.1.2 Lernhaus Nord
        2.2 Qualifizierungsprojekte
        2.2.1 Job-Brücke
        """
    ) == [(PREPARATION, ["Werkstatt Süd", "Lernhaus Nord"]), ("aqb-3", ["Job-Brücke"])]


@pytest.mark.parametrize(
    ("head", "number"),
    [("Ausbildungsvorbereitung", None), ("1 Ausbildungsvorbereitung", 1), ("(1)Ausbildungsvorbereitung", 1)],
)
def test_a_measure_of_the_catalogue_may_head_its_list_without_a_marker(head: str, number: int | None) -> None:
    (found,) = measures(
        f"""
        Folgende Projekte werden gefördert:

        {head}

        – Werkstatt Süd
        – Lernhaus Nord
        """
    )
    assert (found.number, found.title.value) == (number, "Ausbildungsvorbereitung")
    assert [project.name.value for project in found.projects] == ["Werkstatt Süd", "Lernhaus Nord"]


def named(text: str) -> list[tuple[int | None, list[str]]]:
    return [(one.number, [project.name.value for project in one.projects]) for one in measures(text)]


def test_a_table_belongs_to_the_measure_above_it() -> None:
    assert named(
        """
        Projektübersicht

        Maßnahmenart 1 – Ausbildungsvorbereitung

        Projekt                      Träger                Plätze
        Werkhof Rhön                 Musterverein              12
        Startrampe                   Beispiel gGmbH             8

        Maßnahmenart 2 – Qualifizierungsprojekte

        Projekt                      Träger                Plätze
        Küche und Service            Musterverein              10
        Lernladen                    Beispiel gGmbH             6
        """
    ) == [(1, ["Werkhof Rhön", "Startrampe"]), (2, ["Küche und Service", "Lernladen"])]


def test_measures_may_head_columns() -> None:
    assert named(
        """
        Die Mittel sind für folgende Projekte bestimmt:

        1. Ausbildungsvorbereitung          2. Qualifizierungsprojekte
        Werkhof Rhön                        Küche und Service
        Startrampe                          Lernladen
        """
    ) == [(1, ["Werkhof Rhön", "Startrampe"]), (2, ["Küche und Service", "Lernladen"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Zur Maßnahmenart 1 – Ausbildungsvorbereitung – gehören Werkhof Rhön und Startrampe.",
        "Auf die Maßnahmenart 1 (Ausbildungsvorbereitung) entfallen Werkhof Rhön und Startrampe.",
        "Die Maßnahmenart 1 „Ausbildungsvorbereitung“ umfasst Werkhof Rhön und Startrampe.",
        "In der Maßnahmenart 1, Ausbildungsvorbereitung, sind vorgesehen: Werkhof Rhön und Startrampe.",
    ],
)
def test_a_sentence_says_which_projects_belong_to_a_measure(sentence: str) -> None:
    assert named(f"Gefördert wird Folgendes.\n\n{sentence}\n") == [(1, ["Werkhof Rhön", "Startrampe"])]


def test_a_sentence_about_a_measure_names_no_projects() -> None:
    assert not any(
        projects
        for _, projects in named("Die Ausbildungsvorbereitung ist ein wichtiges Ziel der Vereinbarung.")
    )


def test_a_project_may_stand_before_its_measure() -> None:
    assert named(
        """
        Projekt 1: Werkhof Rhön / Maßnahmenart 1: Ausbildungsvorbereitung

        Projekt 2: Startrampe 2 / Maßnahmenart 1: Ausbildungsvorbereitung

        Projekt 3: Lernladen / Maßnahmenart 2: Qualifizierungsprojekte
        """
    ) == [(1, ["Werkhof Rhön", "Startrampe 2"]), (2, ["Lernladen"])]


def test_a_known_measure_may_be_counted_with_any_word() -> None:
    assert named(
        """
        Die Mittel sind bestimmt für

            Nr. 1 Ausbildungsvorbereitung, nämlich
                 aa)   Werkhof Rhön
                 bb)   Startrampe
            Nr. 2 Qualifizierungsprojekte, nämlich
                 aa)   Lernladen
        """
    ) == [(1, ["Werkhof Rhön", "Startrampe"]), (2, ["Lernladen"])]


def test_the_rest_of_a_title_is_no_project_and_makes_its_neighbours_doubtful() -> None:
    record = typed_agreement("""
        Zielvereinbarung

        § 1 Projekte

        1. Weiterbildungsmaßnahmen für Personal der
           • Landkreise und kreisfreien Städte
           • Methodenwerkstatt
        2. Qualifizierungsprojekte
           • Neustart 2.0
    """)
    broken, _ = record.measures
    assert [project.name.value for project in broken.projects] == ["Methodenwerkstatt"]
    assert broken.projects[0].name.provenance.confidence < Review().confidence


@pytest.mark.parametrize(
    ("name", "well"),
    [
        ("Handwerk live / Sprache", True),
        ("Job:Brücke U25 (2. Jahr)", True),
        ("WiR-Werkstatt „Werkhof e. V.“", True),
        ("WiR-Werkstatt „Werkhof”", True),
        ("Schüler*innen und Lehrer(innen) im Betrieb", True),
        ("Neue Wege Muster e. V. / 42", False),
        ("Seite l von 2", False),
        ("Jugendwerkstatt „BOJE 2.0°", False),
        ("DigiLab / / Sprache", False),
        ("Jahr)", False),
        ("Zweite Chance.(TZ)", False),
        ("Einstieg Metall e. V. – Gruppe B", True),
        ("Einstieg Metall e.", False),
        ("Werkstatt Prof. Dr. Muster", True),
        ("Teilzeitausbildung. – Gruppe B", False),
        ("Verbund. Aufbruch", False),
        ("Küche & Service (2. Jahr)", True),
        ("Küche & (2. Jahr)", False),
        ("fit4Job 2.0 (9 Monate)", True),
        ("Aufwärts (9Monate)", False),
        ("Kurs II – Gruppe B", True),
        ("Kurs II- Gruppe B", False),
        ("Kurs II -Gruppe B", False),
        ("Haushalts- und -Gartenhilfe", True),
        ("(12 Plätze): Lernhaus", False),
        ("(Re-)Start", True),
        ("Trägerverbund Nord", True),
        ("Träger Bildungsstätte Musterau", False),
        ("Lernhaus (9 Monate) Träger: noch offen", False),
        ("Projekt 3.0", True),
        ("Projekt 3Startklar", False),
        ("Projekt 3 Startklar", False),
    ],
)
def test_what_only_comes_into_a_name_by_mistake_is_known(name: str, well: bool) -> None:
    assert is_written_well(name) is well


def test_rows_that_name_a_measure_head_the_projects_below_whatever_their_column_is_called() -> None:
    record = typed_agreement("""
        Zielvereinbarung 2021

        zwischen dem Land Hessen und dem Landkreis Kassel

        § 1 Anliegen

        Die Fördermittel sollen junge Menschen in Ausbildung bringen und sie dort halten.

        Anlage

        Lfd. Nr.   Gegenstand                                             Plätze
        Maßnahmenart 1: Ausbildungsvorbereitung
        1          Lernwerkstatt Nord                                         14
        2          Jugendberufshilfe Rückenwind                               19
        Maßnahmenart 2: Ausbildung und Ausbildungscoaching in anerkannten
                        Ausbildungsberufen
        3          Lehrwerkstatt Holz                                         31
    """)
    assert [(one.number, [project.name.value for project in one.projects]) for one in record.measures] == [
        (1, ["Lernwerkstatt Nord", "Jugendberufshilfe Rückenwind"]),
        (2, ["Lehrwerkstatt Holz"]),
    ]
    assert record.measures[1].title.value.endswith("anerkannten Ausbildungsberufen")


def test_names_that_may_be_joined_by_either_of_two_ands_are_doubted() -> None:
    record = typed_agreement("""
        Zielvereinbarung 2021

        zwischen dem Land Hessen und dem Landkreis Kassel

        § 1 Projekte

        Die Fördermittel sollen junge Menschen in Ausbildung bringen und sie dort halten.

        Maßnahmenart 1: Ausbildungsvorbereitung

        Gefördert werden die Projekte Lernhaus Nord, Startrampe und Tandem: Nachhilfe und Begleitung.
    """)
    sure = {
        one.name.value: one.name.provenance.confidence >= Review().confidence
        for one in record.measures[0].projects
        if one.name.value != "Lernhaus Nord"
    }
    assert set(sure.values()) == {False}


def test_what_a_colon_opens_is_joined_within_the_last_name() -> None:
    assert projects(
        """
        1. Ausbildungsvorbereitung: Lernhaus Nord, Startrampe und Tandem: Nachhilfe und Begleitung
        2. Qualifizierungsprojekte: Werkstatt Süd, Küche: Coaching sowie Neustart
        """
    ) == [
        (PREPARATION, ["Lernhaus Nord", "Startrampe", "Tandem: Nachhilfe und Begleitung"]),
        ("aqb-3", ["Werkstatt Süd", "Küche: Coaching", "Neustart"]),
    ]


def test_dirt_beside_a_name_is_no_part_of_it() -> None:
    assert projects(
        """
        1. Ausbildungsvorbereitung
           • Lernhaus Nord :
           • Werkstatt Süd •
           • . Neustart
        """
    ) == [(PREPARATION, ["Lernhaus Nord", "Werkstatt Süd", "Neustart"])]


def test_what_names_make_together_is_none_of_them() -> None:
    assert projects(
        """
        2.1 Maßnahmenart 1 „Ausbildungsvorbereitung“ – dazu zählen Lernhaus mit 113.720 Euro
            sowie Werkstatt Süd mit 216.200 Euro, zusammen 329.920 Euro.
        2.2 Maßnahmenart 2 „Ausbildung“ – dazu zählt Neustart mit 82.400 Euro.
        """
    )[0] == (PREPARATION, ["Lernhaus", "Werkstatt Süd"])


def test_a_table_may_be_a_form_with_a_measure_above_its_fields() -> None:
    assert projects(
        """
        +-------------------+------------------------------------+
        | Maßnahmenart 1 – Ausbildungsvorbereitung               |
        +-------------------+------------------------------------+
        | Vorhaben          | Lernhaus Nord                      |
        +-------------------+------------------------------------+
        | Träger / Plätze   | Diakonie Beispieltal / 30          |
        +-------------------+------------------------------------+
        | Vorhaben          | Werkstatt Süd                      |
        +-------------------+------------------------------------+
        | Träger / Plätze   | Neue Wege Muster e. V. / 16        |
        +-------------------+------------------------------------+
        """
    ) == [(PREPARATION, ["Lernhaus Nord", "Werkstatt Süd"])]


def test_a_cell_may_count_its_projects() -> None:
    assert projects(
        """
        +-----+---------------------------+-------------------------------+
        | Nr. | Maßnahmenart              | Vorhaben                      |
        +-----+---------------------------+-------------------------------+
        | 1   | Ausbildungsvorbereitung   | 1.1 Lernhaus für junge Eltern |
        |     |                           | 1.2 Werkstatt                 |
        +-----+---------------------------+-------------------------------+
        | 2   | Ausbildung                | 2.1 Neustart                  |
        +-----+---------------------------+-------------------------------+
        """
    )[0] == (PREPARATION, ["Lernhaus für junge Eltern", "Werkstatt"])


def test_a_cell_before_a_maßnahmenart_with_a_dash_counts_it_in_each_of_its_rows() -> None:
    found = measures(
        """
        +---------------+-----+-------------------------+
        | Vorhaben      | zu  | Maßnahmenart            |
        +---------------+-----+-------------------------+
        | Lernhaus Nord | 1 – | Ausbildungsvorbereitung |
        +---------------+-----+-------------------------+
        | Werkstatt Süd | 3   | Qualifizierungsprojekte |
        +---------------+-----+-------------------------+
        | Neustart      | 3 – | Qualifizierungsprojekte |
        +---------------+-----+-------------------------+
        """
    )
    assert [(one.number, len(one.projects)) for one in found] == [(1, 1), (3, 2)]


def test_a_time_in_brackets_on_the_next_line_of_a_full_cell_belongs_to_the_name() -> None:
    assert projects(
        """
        +---------------------------+----------------------------+
        | Maßnahmenart              | Vorhaben                   |
        +---------------------------+----------------------------+
        | Ausbildungsvorbereitung   | Schulung der Mitarbeitende |
        |                           | (2 Tage)                   |
        +---------------------------+----------------------------+
        """
    ) == [(PREPARATION, ["Schulung der Mitarbeitende (2 Tage)"])]


def test_a_bracket_that_a_line_leaves_open_is_closed_in_the_next_however_much_room_there_was() -> None:
    text = """
        +---------------------------+------------------------------------------+
        | Maßnahmenart              | Vorhaben                                 |
        +---------------------------+------------------------------------------+
        | Ausbildungsvorbereitung   | Lernhaus Nord {open}Verbund                   |
        |                           | Musterau{closed}                                |
        +---------------------------+------------------------------------------+
        """
    (whole,) = projects(text.format(open="(", closed=")"))
    assert whole == (PREPARATION, ["Lernhaus Nord (Verbund Musterau)"])
    (parted,) = projects(text.format(open="", closed=""))
    assert parted == (PREPARATION, ["Lernhaus Nord Verbund", "Musterau"])


def test_a_bracket_alone_in_its_row_belongs_to_the_name_above_it() -> None:
    text = """
        +---------------------------+---------------+--------+
        | Maßnahmenart              | Vorhaben      | Plätze |
        +---------------------------+---------------+--------+
        | Ausbildungsvorbereitung   | Lernhaus Nord | 12     |
        +---------------------------+---------------+--------+
        |                           | {below:13} | {places:6} |
        +---------------------------+---------------+--------+
        """
    assert projects(text.format(below="(Nachrücker)", places="")) == [
        (PREPARATION, ["Lernhaus Nord (Nachrücker)"])
    ]
    for below, places in (("Nachrücker", ""), ("(Nachrücker)", "9")):
        ((_, names),) = projects(text.format(below=below, places=places))
        assert names[0] == "Lernhaus Nord"


def test_a_stroke_behind_the_number_of_a_maßnahmenart_is_no_part_of_its_title() -> None:
    found = measures(
        """
        Maßnahmenart 1 | Ausbildungsvorbereitung
          • Lernhaus
        Maßnahmenart 2 | Qualifizierungsprojekte
          • Neustart
        """
    )
    assert [(one.number, one.title.value) for one in found] == [
        (1, "Ausbildungsvorbereitung"),
        (2, "Qualifizierungsprojekte"),
    ]


@pytest.mark.parametrize("divided", ["{}: {} Euro", "{} ({} Euro)", "{} Euro für {}"])
def test_a_measure_that_is_named_where_the_budget_is_divided_is_not_counted_twice(divided: str) -> None:
    titles = "Ausbildungsvorbereitung", "Qualifizierungsprojekte zur Arbeitsmarktintegration"
    first, second = (
        divided.format(*((amount, title) if divided.startswith("{} Euro") else (title, amount)))
        for title, amount in zip(titles, ("568.290", "440.100"), strict=True)
    )
    found = measures(
        f"""
        Von dem Budget entfallen auf

        - {first}
        - {second}

        § 3 Projekte

        Aus dem Budget werden diese Projekte gefördert:

        1. **{titles[0]}**

           • Werkstatt Süd
             Träger: Kreishandwerkerschaft; Plätze: 37
           • Lernhaus 2.0
             Träger: Volkshochschule; Plätze: 20

        2. **{titles[1]}**

           • Neustart
             Träger: Volkshochschule; Plätze: 21
        """
    )
    assert [(one.number, one.title.value, len(one.projects)) for one in found] == [
        (1, titles[0], 2),
        (2, titles[1], 1),
    ]


@pytest.mark.parametrize(
    ("lead", "of_title"),
    [
        ("6   Förderbereich", "(Ausbildungsvorbereitung):"),
        ("(6) Handlungsfeld", "„Ausbildungsvorbereitung“:"),
        ("6.  Maßnahmenart", "(Ausbildungsvorbereitung) :"),
    ],
)
def test_a_title_may_stand_in_marks_before_the_colon_that_leads_to_its_list(lead: str, of_title: str) -> None:
    second = of_title.replace("Ausbildungsvorbereitung", "Qualifizierungsprojekte")
    found = measures(
        f"""
        § 3 Förderbereiche

        {lead} 1 {of_title}
            (i) Assistierte Ausbildung Lernhaus – Kofinanzierung mit 8.930,00 €
        {lead.replace("6", "7")} 2 {second}
            (i) Werkstatt mit 167.390,00 €
            (ii) Zweite Chance, Durchgang 3 mit 105.650,00 €
        """
    )
    assert [(one.title.value, [project.name.value for project in one.projects]) for one in found] == [
        ("Ausbildungsvorbereitung", ["Assistierte Ausbildung Lernhaus – Kofinanzierung"]),
        ("Qualifizierungsprojekte", ["Werkstatt", "Zweite Chance, Durchgang 3"]),
    ]
    assert {project.name.provenance.confidence for one in found for project in one.projects} == {1.0}


TICKED_OFF = """
        +----+----------------+--------+
        | MA | Projekt        | Plätze |
        +----+----------------+--------+
        | {0:2} | Lernhaus Nord  | 12     |
        +----+----------------+--------+
        | {1:2} | Werkstatt Süd  | 19     |
        +----+----------------+--------+
        | {2:2} | Neustart       | 7      |
        +----+----------------+--------+
        | {3:2} | Tandem         | 8      |
        +----+----------------+--------+
"""


def ticked_off(*codes: str, origin: Origin = "ocr") -> list[tuple[int | None, list[str]]]:
    """The numbers of the Maßnahmenarten of a table, with the projects of each."""
    pages = typed_pages(FRONT + TICKED_OFF.format(*codes), origin=origin, confidence=0.95)
    return [
        (one.number, [project.name.value for project in one.projects])
        for one in typed_agreement(pages).measures
    ]


@pytest.mark.parametrize(
    "codes", [("1", "v", "v2", "2"), ("X", "1", "2", "m"), ("1", "u1", "2", "2"), ("1", "1", "2", "2")]
)
def test_the_tick_of_a_pen_in_a_column_of_numbers_is_no_number(codes: tuple[str, ...]) -> None:
    assert ticked_off(*codes) == [(1, ["Lernhaus Nord", "Werkstatt Süd"]), (2, ["Neustart", "Tandem"])]


def test_letters_that_count_and_what_no_pen_ticks_are_read_as_they_are() -> None:
    assert len(ticked_off("A", "A", "B", "B")) == 2
    assert (
        len(ticked_off("K", "K", "L", "L")) == len(ticked_off("K", "K", "L", "L", origin="text_layer")) == 2
    )
    assert len(ticked_off("1", "v", "2", "2", origin="text_layer")) == 3


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. Maßnahmenart „{}“ mit den Projekten {};", "2. Maßnahmenart „{}“ mit dem Projekt {}."),
        ("1) Maßnahme {}: {}", "2) Maßnahme {}: {}"),
        ("1. im Förderbereich „{}“ den Projekten {};", "2. im Förderbereich „{}“ dem Projekt {}."),
        ("1. Maßnahmenart {}“ mit den Projekten {};", "2. Maßnahmenart {}“ mit dem Projekt {}."),
    ],
)
def test_what_counts_an_item_counts_the_maßnahmenart_it_begins_with(first: str, second: str) -> None:
    found = measures(
        f"""
        Die Zuwendung dient allein folgenden Zwecken:

        {first.format("Ausbildungsvorbereitung", "Lernhaus (2. Jahr) und Werkstatt Süd")}
        {second.format("Qualifizierungsprojekte", "Tandem")}
        """
    )
    assert [
        (one.number, one.title.value, [project.name.value for project in one.projects]) for one in found
    ] == [
        (1, "Ausbildungsvorbereitung", ["Lernhaus (2. Jahr)", "Werkstatt Süd"]),
        (2, "Qualifizierungsprojekte", ["Tandem"]),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("(3) Die Maßnahmenart „{}“ hat die Projekte {}.", "(4) Die Maßnahmenart „{}“ hat das Projekt {}."),
        (
            "3.1 Maßnahmenart „{}“: Hier werden {} angeboten.",
            "3.2 Maßnahmenart „{}“: Hier wird {} angeboten.",
        ),
    ],
)
def test_what_counts_a_paragraph_does_not_count_the_maßnahmenart_it_speaks_of(
    first: str, second: str
) -> None:
    found = measures(
        f"""
        {first.format("Ausbildungsvorbereitung", "Lernhaus sowie Werkstatt")}

        {second.format("Qualifizierungsprojekte", "Tandem")}
        """
    )
    assert [(one.number, one.title.value) for one in found] == [
        (None, "Ausbildungsvorbereitung"),
        (None, "Qualifizierungsprojekte"),
    ]


def test_what_no_catalogue_knows_keeps_the_word_before_it() -> None:
    found = measures(
        """
        Folgende Projekte werden gefördert:

        1. Ausbildungsvorbereitung
           – Lernhaus
        2. Schwerpunkt Pflege und Hauswirtschaft
           – Tandem
        """
    )
    assert [one.title.value for one in found] == [
        "Ausbildungsvorbereitung",
        "Schwerpunkt Pflege und Hauswirtschaft",
    ]
