"""Names of projects that are counted within a sentence, quoted among others, or told with who runs them."""

from __future__ import annotations

import pytest

from extract.language.lists import counts_on
from extract.projects.carriers import tells_of_carriers
from extract.projects.frame import unframed
from extract.projects.names import ANNEX
from models.settings import Review
from tests.agreement_records import measure
from tests.test_projects_around import BACK, FRONT
from tests.typed_pages import OPENING, typed_agreement

COUNTED = {
    "small Roman numbers in the sentence": """
        2.1 Zur Maßnahmenart 1 („Ausbildungsvorbereitung“) gehören (i) Lernhaus am
            Ring e. V., (ii) Werkstatt Süd und (iii) Hand in Hand.
        2.2 Zur Maßnahmenart 2 („Qualifizierungsprojekte“) gehört Neustart 2.0.
    """,
    "a number of the sentence at the beginning of a line": """
        2.1 Zur Maßnahmenart 1 („Ausbildungsvorbereitung“) gehören (i) Lernhaus am
            Ring e. V., (ii) Werkstatt Süd und
            (iii) Hand in Hand.
        2.2 Zur Maßnahmenart 2 („Qualifizierungsprojekte“) gehört Neustart 2.0.
    """,
    "small Roman numbers before items": """
        (1) Zur Maßnahmenart 1 („Ausbildungsvorbereitung“) gehören
            (i)   Lernhaus am Ring e. V.,
            (ii)  Werkstatt Süd,
            (iii) Hand in Hand.
        (2) Zur Maßnahmenart 2 („Qualifizierungsprojekte“) gehört Neustart 2.0.
    """,
    "letters in the sentence": """
        Maßnahmenart 1 (Ausbildungsvorbereitung): a) Lernhaus am Ring e. V.; b) Werkstatt
        Süd; c) Hand in Hand.
        Maßnahmenart 2 (Qualifizierungsprojekte): Neustart 2.0.
    """,
    "letters that a line begins to count with": """
        (1) In der Maßnahmenart 1 (Ausbildungsvorbereitung) werden gefördert:
            a) Lernhaus am Ring e. V., b) Werkstatt Süd sowie c) Hand in Hand.
        (2) In der Maßnahmenart 2 (Qualifizierungsprojekte) werden gefördert:
            a) Neustart 2.0.
    """,
    "sums behind a stroke": """
        MA 1 Ausbildungsvorbereitung

        5921-101
        Lernhaus am Ring e. V. / 210.900 Euro

        5921-102
        Werkstatt Süd / 181.300 Euro

        5921-103
        Hand in Hand / 100.000 Euro

        MA 2 Qualifizierungsprojekte

        5921-201
        Neustart 2.0 / 100.000 Euro
    """,
    "a column of projects and carriers": """
        Maßnahmenart 1: Ausbildungsvorbereitung

        +------+------------------------------------------------+---------+
        | Lfd. | Projekt, Träger                                | Plätze  |
        +------+------------------------------------------------+---------+
        | 1    | Lernhaus am Ring e. V., Diakonie Beispieltal   | 12      |
        +------+------------------------------------------------+---------+
        | 2    | Werkstatt Süd, Jobcenter                       | 8       |
        +------+------------------------------------------------+---------+
        | 3    | Hand in Hand, Berufliche Schulen Probestadt    | 9       |
        +------+------------------------------------------------+---------+

        Maßnahmenart 2: Qualifizierungsprojekte

        +------+------------------------------------------------+---------+
        | Lfd. | Projekt, Träger                                | Plätze  |
        +------+------------------------------------------------+---------+
        | 1    | Neustart 2.0, Jobcenter                        | 10      |
        +------+------------------------------------------------+---------+
    """,
}


def _names(text: str) -> list[tuple[int | None, str]]:
    record = typed_agreement(FRONT + text + BACK)
    return sorted((m.number, p.name.value) for m in record.measures for p in m.projects)


@pytest.mark.parametrize("form", COUNTED)
def test_each_number_counts_one_project(form: str) -> None:
    assert _names(COUNTED[form]) == [
        (1, "Hand in Hand"),
        (1, "Lernhaus am Ring e. V."),
        (1, "Werkstatt Süd"),
        (2, "Neustart 2.0"),
    ]


def test_what_only_some_names_are_called_belongs_to_them() -> None:
    text = """
        Zur Maßnahmenart 1, Ausbildungsvorbereitung, gehören Vorhaben „Lernhaus“ und
        Werkstatt Süd.

        Zur Maßnahmenart 2, Qualifizierungsprojekte, gehört Neustart 2.0.
    """
    assert _names(text) == [(1, "Vorhaben „Lernhaus“"), (1, "Werkstatt Süd"), (2, "Neustart 2.0")]


def test_what_all_names_are_called_belongs_to_none() -> None:
    text = """
        Zur Maßnahmenart 1, Ausbildungsvorbereitung, gehören Vorhaben „Lernhaus“ und
        Vorhaben „Werkstatt Süd“.

        Zur Maßnahmenart 2, Qualifizierungsprojekte, gehört Vorhaben „Neustart 2.0“.
    """
    assert _names(text) == [(1, "Lernhaus"), (1, "Werkstatt Süd"), (2, "Neustart 2.0")]


@pytest.mark.parametrize(
    ("text", "mark", "counts"),
    [
        ("gehören (i) Lernhaus und", "(ii)", True),
        ("gehören (i) Lernhaus und", "(iii)", False),
        ("umfasst: 1. Lernhaus;", "2.", True),
        ("seit dem 1. Halbjahr", "2.", False),
        ("(i) Lernhaus,", "(ii)", False),
    ],
)
def test_a_mark_goes_on_with_what_a_sentence_counts(text: str, mark: str, counts: bool) -> None:
    assert counts_on(text, mark) is counts


def test_a_count_that_differs_from_name_to_name_belongs_to_none() -> None:
    text = """
        Maßnahmenart 1: Ausbildungsvorbereitung
          - Lernhaus (12 Plätze)
          - Werkstatt Süd (8 Plätze)
        Maßnahmenart 2: Qualifizierungsprojekte
          - Neustart 2.0 (10 Plätze)
    """
    assert _names(text) == [(1, "Lernhaus"), (1, "Werkstatt Süd"), (2, "Neustart 2.0")]


def test_a_count_that_only_one_name_has_stays_for_somebody_to_look_at() -> None:
    text = """
        Maßnahmenart 1: Ausbildungsvorbereitung
          - Lernhaus (12 Plätze)
          - Werkstatt Süd
        Maßnahmenart 2: Qualifizierungsprojekte
          - Neustart 2.0
    """
    assert _names(text) == [(1, "Lernhaus (12 Plätze)"), (1, "Werkstatt Süd"), (2, "Neustart 2.0")]
    record = typed_agreement(FRONT + text + BACK)
    assert record.measures[0].projects[0].name.provenance.confidence < Review().confidence


def test_a_count_without_which_two_names_are_the_same_tells_them_apart() -> None:
    names = ["Lernhaus (12 Plätze)", "Lernhaus (15 Plätze)", "Werkstatt Süd (8 Plätze)"]
    kept = [
        (one.name.value, one.name.provenance.confidence > 0.85)
        for one in unframed(measure(1, "Kurse", *names).projects)
    ]
    assert kept == [(names[0], False), (names[1], False), ("Werkstatt Süd", True)]


def test_a_count_of_what_may_be_part_of_the_name_is_doubted() -> None:
    names = ["Lernhaus (3 Wege)", "Werkstatt Süd (2 Chancen)"]
    kept = unframed(measure(1, "Kurse", *names).projects)
    assert all(one.name.provenance.confidence < 0.85 for one in kept)


def test_who_runs_each_stands_in_brackets_though_few_are_known_for_carriers() -> None:
    carriers = ["BW Musterau", "Kreisjugendamt", "VHS", "Werkhof gGmbH", "N. N.", "BW Musterau", "Nordlicht"]
    names = ["Lernhaus (2. Jahr)", "Werkstatt", "Neustart 2.0", "Tandem", "Startklar", "Logistik", "Anlauf"]
    listed = [f"{name} ({carrier})" for name, carrier in zip(names, carriers, strict=True)]
    kept = unframed(measure(1, "Kurse", *listed).projects)
    assert [one.name.value for one in kept] == names


@pytest.mark.parametrize("form", ["{}, {}", "{} – {}", "{1}: {0}", "{} [{}]"])
def test_who_runs_most_is_told_alike_though_one_has_nobody(form: str) -> None:
    carriers = {"Lernhaus": "Handwerk & Bildung GmbH", "Tandem": "Werkhof e. V.", "Pflege": "vhs Musterau"}
    names = [form.format(name, carrier) for name, carrier in carriers.items()]
    kept = unframed(measure(1, "Kurse", *names, "Kompass").projects)
    assert [one.name.value for one in kept] == [*carriers, "Kompass"]
    assert kept[-1].name.provenance.confidence <= 0.5


@pytest.mark.parametrize(
    ("carrier", "through"),
    [
        ("durch die Volkshochschule", ""),
        ("durch den Internationalen Bund", ""),
        ("durch den Verein Brücke e. V.", ""),
        ("durch Arbeitsförderung gGmbH", ""),
        ("durch Sport und Spiel", "durch Sport und Spiel"),
        ("durch das Gespräch", "durch das Gespräch"),
        ("durch die Berufsschule", "durch die Berufsschule"),
    ],
)
def test_a_name_may_run_on_into_who_runs_it(carrier: str, through: str) -> None:
    record = typed_agreement(
        FRONT + f"        1. Ausbildungsvorbereitung\n           a) Lernhaus [neu] {carrier}\n"
        f"           b) Kompass\n{BACK}"
    )
    first, _ = record.measures[0].projects
    assert first.name.value == f"Lernhaus [neu] {through}".strip()
    doubtful = first.name.provenance.confidence < Review().confidence
    assert doubtful or "schule" not in through


CARRIED = [
    "Lernhaus / Bauhof",
    "Tandem, Teil B / VHS",
    "Pflege / Bauhof",
    "Job:Brücke / Kreishandwerkerschaft",
]
UNKNOWN = ["Lernhaus / Bauhof", "Tandem / Sprache / IB Südwest", "Pflege / Bauhof"]


@pytest.mark.parametrize(
    ("names", "carried", "sure"),
    [
        (CARRIED, False, True),
        (UNKNOWN, True, True),
        (UNKNOWN, False, False),
        ([*CARRIED, "Kompass"], True, False),
        (["Lernhaus / TZ", "Tandem / VZ", "Pflege / TZ"], False, False),
        (["Lernhaus / VHS"], True, False),
    ],
)
def test_what_a_stroke_parts_from_each_name_tells_who_runs_it(
    names: list[str], carried: bool, sure: bool
) -> None:
    kept = unframed(measure(1, "Kurse", *names).projects, carried)
    assert [one.name.value for one in kept] == [name.rsplit(" / ", 1)[0] for name in names]
    assert all((one.name.provenance.confidence > 0.85) == sure for one in kept)


@pytest.mark.parametrize(
    ("hurt", "name"),
    [
        ("Neustart II/ BWHW", "Neustart II"),
        ("Neustart (TZ) Bauhof", "Neustart (TZ)"),
        ("Neustart", "Neustart"),
    ],
)
def test_who_runs_a_project_is_known_by_the_others_where_a_scan_hurt_the_stroke(hurt: str, name: str) -> None:
    kept = unframed(measure(1, "Kurse", *CARRIED, hurt).projects)
    assert [one.name.value for one in kept][-1] == name


@pytest.mark.parametrize(
    "names",
    [
        ["Lernhaus / Sprache", "Tandem", "Pflege / Sprache", "Kompass"],
        ["Küche / Service", "Holz / Metall"],
        ["Bauhof / Lernhaus", "Caritas / Tandem", "Bauhof / Pflege"],
    ],
)
def test_a_stroke_within_some_names_or_behind_who_runs_them_parts_nothing(names: list[str]) -> None:
    kept = unframed(measure(1, "Kurse", *names).projects)
    assert [one.name.value for one in kept] == names


def test_a_heading_of_a_list_may_say_that_it_names_who_runs_the_projects() -> None:
    text = """
        Projekte und Träger:

        Ausbildungsvorbereitung
            1. Lernhaus / Bauhof
            2. Werkstatt / Caritas
        Qualifizierungsprojekte
            3. Neustart 2.0 / Bauhof
    """
    found = list(typed_agreement(FRONT + text + BACK).measures)
    assert [[project.name.value for project in one.projects] for one in found] == [
        ["Lernhaus", "Werkstatt"],
        ["Neustart 2.0"],
    ]
    assert tells_of_carriers("§ 3 Vorhaben (Träger)")
    assert not tells_of_carriers("Projekte")
    assert not tells_of_carriers("Die Projekte und Träger berichten.")


def test_names_that_say_more_behind_a_comma_keep_it_where_few_name_an_organisation() -> None:
    names = ["Lernhaus, Werkhof e. V.", "Tandem, Fortsetzung", "Pflege, Teilzeit", "Kompass"]
    assert [one.name.value for one in unframed(measure(1, "Kurse", *names).projects)] == names


def test_who_runs_most_stands_in_brackets_though_some_have_another_or_none() -> None:
    text = f"""{OPENING}
        § 2 Maßnahmen

        Maßnahmenart 1: Ausbildungsvorbereitung

        –  Lernhaus (Nord) (vhs Musterau)
        –  Werkstatt (integrativ)
        –  Neustart (Caritasverband Musterau)

        Maßnahmenart 2: Qualifizierungsprojekte

        –  Kompass (Werkhof gGmbH)
        –  Fokus (Eigenmaßnahme)
        –  Sprungbrett
"""
    found = [project for measure in typed_agreement(text).measures for project in measure.projects]
    names = ["Lernhaus (Nord)", "Werkstatt (integrativ)", "Neustart", "Kompass", "Fokus", "Sprungbrett"]
    assert [project.name.value for project in found] == names
    doubted = [project.name.value for project in found if project.name.provenance.confidence <= 0.5]
    assert doubted == ["Werkstatt (integrativ)", "Sprungbrett"]


def test_what_stands_in_brackets_behind_each_and_is_no_carrier_is_part_of_the_name() -> None:
    names = ["Lernhaus (mit Abschluss)", "Werkstatt (in Teilzeit)", "Neustart (für Ältere)"]
    kept = unframed(measure(1, "Kurse", *names).projects)
    assert [one.name.value for one in kept] == names


@pytest.mark.parametrize("unit", ["Eintritte", "belegte Werkplätze", "Prüfungen", "erreichte Abschlüsse"])
def test_a_count_of_whatever_it_be_belongs_to_no_name(unit: str) -> None:
    text = f"""
        Maßnahmenart 1: Ausbildungsvorbereitung
          - Lernhaus (12 {unit})
          - Werkstatt Süd (2. Jahr) (8 {unit})
        Maßnahmenart 2: Qualifizierungsprojekte
          - Schulung Technik (3 Tage) (10 {unit})
    """
    assert _names(text) == [
        (1, "Lernhaus"),
        (1, "Werkstatt Süd (2. Jahr)"),
        (2, "Schulung Technik (3 Tage)"),
    ]


def test_quotation_marks_of_a_list_are_none_of_its_names() -> None:
    text = """
        1. Ausbildungsvorbereitung – Vorhaben: „Lernhaus“ sowie „Werkstatt Süd“.
        2. Qualifizierungsprojekte – Vorhaben: „Neustart 2.0“ sowie Kurs „Hand in Hand“.
    """
    assert _names(text) == [
        (1, "Lernhaus"),
        (1, "Werkstatt Süd"),
        (2, "Kurs „Hand in Hand“"),
        (2, "Neustart 2.0"),
    ]
    record = typed_agreement(FRONT + text + BACK)
    assert [one.title.value for one in record.measures] == [
        "Ausbildungsvorbereitung",
        "Qualifizierungsprojekte",
    ]


def test_a_quotation_goes_on_where_a_number_happens_to_begin_the_line() -> None:
    text = """
        1. Ausbildungsvorbereitung:
           „Lernhaus“, „Werkstatt Süd“
        2. Qualifizierungsprojekte:
           „Neustart 2.0“, „Hand in Hand – Baustein
           1: Start“ sowie „Handwerk“.
    """
    assert (2, "Hand in Hand – Baustein 1: Start") in _names(text)


def test_the_head_of_an_annex_ends_the_list_above_it() -> None:
    text = """
        Maßnahmenart 1: Ausbildungsvorbereitung
          - Lernhaus
          - Werkstatt Süd
        Maßnahmenart 2: Qualifizierungsprojekte
          - Neustart 2.0

        Anlage „Regeln“
        zur Vereinbarung 2019
          - Nicht verbrauchte Mittel verfallen
    """
    assert _names(text) == [(1, "Lernhaus"), (1, "Werkstatt Süd"), (2, "Neustart 2.0")]


def test_a_project_may_be_about_the_laying_out_of_something() -> None:
    text = """
        Maßnahmenart 1: Ausbildungsvorbereitung
          - Lernhaus
          - Anlage von Lehrgärten
          - Werkstatt Süd
        Maßnahmenart 2: Qualifizierungsprojekte
          - Neustart 2.0
    """
    assert (1, "Anlage von Lehrgärten") in _names(text)
    assert (1, "Werkstatt Süd") in _names(text)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Anlage", True),
        ("Anlage 2", True),
        ("Anlage 2 Projekte", True),
        ("Anhang zur Vereinbarung 2019", True),
        ("Beiblatt – Übersicht", True),
        ("Anlage Projektübersicht", True),
        ("Anlage von Lehrgärten", False),
        ("Anlage und Pflege", False),
        ("Anlage-Coaching", False),
    ],
)
def test_what_heads_an_annex(text: str, heads: bool) -> None:
    assert bool(ANNEX.match(text)) is heads


def test_several_long_names_in_one_line_are_no_sentence() -> None:
    text = """
        Maßnahmenart 1: Ausbildungsvorbereitung
        Lernhaus am Ring (2. Jahr) = 20.500 Euro · Werkstatt Süd = 78.200 Euro ·
        Hand in Hand – Kurs B = 31.460 Euro · Handwerk live (2. Jahr) (8 Plätze) = 500 Euro
        Maßnahmenart 2: Qualifizierungsprojekte
        Neustart 2.0 = 31.000 Euro
    """
    assert _names(text) == [
        (1, "Hand in Hand – Kurs B"),
        (1, "Handwerk live (2. Jahr) (8 Plätze)"),
        (1, "Lernhaus am Ring (2. Jahr)"),
        (1, "Werkstatt Süd"),
        (2, "Neustart 2.0"),
    ]


def test_a_sum_is_no_project() -> None:
    text = """
        Maßnahmenart 1 Ausbildungsvorbereitung: 70.000,-- EUR
        Maßnahmenart 2 Qualifizierungsprojekte: 25.500,-- EUR

        Maßnahmenart 1: Ausbildungsvorbereitung
          - Lernhaus
          - Werkstatt Süd
        Maßnahmenart 2: Qualifizierungsprojekte
          - Neustart 2.0
    """
    assert _names(text) == [(1, "Lernhaus"), (1, "Werkstatt Süd"), (2, "Neustart 2.0")]


def _with_confidence(text: str) -> dict[str, float]:
    record = typed_agreement(FRONT + text + BACK)
    return {p.name.value: p.name.provenance.confidence for m in record.measures for p in m.projects}


LIST = """
        Maßnahmenart 1: Ausbildungsvorbereitung
          - Lernhaus
          - {name}
          - Werkstatt Süd
        Maßnahmenart 2: Qualifizierungsprojekte
          - Neustart 2.0
    """


@pytest.mark.parametrize(
    "name",
    [
        "Märchen 2021",
        "Anlage und Pflege von Gärten",
        "Anlagen bauen",
        "B.O.B.",
        "Deutsch, Ort der Begegnung",
        "Planen – Durchführen",
        "(Re-)Start in den Beruf",
        "Beilage und Hauptgang",
    ],
)
def test_a_name_that_begins_like_something_else_is_one(name: str) -> None:
    found = _with_confidence(LIST.format(name=name))
    assert list(found) == ["Lernhaus", name, "Werkstatt Süd", "Neustart 2.0"]
    assert min(found.values()) >= Review().confidence


@pytest.mark.parametrize(
    "name",
    [
        "Stark zusammen",
        "Klasse statt Masse zusammen",
        "Keine Angst vor Mathe",
        "Kein Abschluss ohne Anschluss",
        "Eingang in den Beruf",
        "1. Mai als Fest",
    ],
)
def test_a_name_that_may_be_none_is_doubted_and_not_left_out(name: str) -> None:
    found = _with_confidence(LIST.format(name=name))
    assert list(found) == ["Lernhaus", name, "Werkstatt Süd", "Neustart 2.0"]
    assert found[name] < Review().confidence <= found["Lernhaus"]


@pytest.mark.parametrize(
    "line",
    [
        "Maßnahmenart 1 zusammen",
        "Paket 1 zusammen",
        "alles zusammen (EUR)",
        "insgesamt (in Euro)",
        "Mittel zusammen",
        "Landesmittel zusammen",
        "Fördermittel insgesamt",
        "Teilsumme",
        "Schlusssumme",
        "Summe Zielfeld 1",
        "Zwischensumme II",
        "Mittel für Zielfeld 1",
        "Zielfeld 1",
        "Handlungsfeld 2 –",
        "Förderschwerpunkt II:",
        "Landesmittel für die Maßnahmenart II",
        "alle Projekte insgesamt",
        "derzeit keine Projekte geplant",
        "keine",
        "Eingegangen Rathaus",
        "Eingang: 22. März 2022",
        "vom 1. März bis zum 30. Juni 2022",
        "Anlage 2",
    ],
)
def test_what_is_no_name_is_no_project(line: str) -> None:
    assert line not in _with_confidence(LIST.format(name=line))


@pytest.mark.parametrize(
    ("printed", "name", "certain"),
    [
        ("Tandem (vom 1. März bis 30. Juni)", "Tandem", True),
        ("Tandem (1. März: Auftakt in der Werkhalle)", "Tandem", False),
    ],
)
def test_a_time_behind_a_name_is_cut_and_what_else_stands_there_is_doubted(
    printed: str, name: str, certain: bool
) -> None:
    found = _with_confidence(LIST.format(name=printed))
    assert (found[name] >= Review().confidence) is certain


def test_a_line_that_begins_with_a_bracketed_part_of_a_word_is_an_entry_of_its_own() -> None:
    text = """
        Maßnahmenart 1: Ausbildungsvorbereitung
        Lernhaus
        (Re-)Start
        Werkstatt Süd
        Maßnahmenart 2: Qualifizierungsprojekte
        Neustart 2.0
    """
    assert (1, "(Re-)Start") in _names(text)


def test_lists_of_projects_with_one_heading_are_all_read() -> None:
    text = """
        Für das Vorhaben werden gefördert:

          1. Angebote für Eltern:
             • Lernhaus: 21.000 Euro
             • Werkstatt Süd: 21.000 Euro
          2. Angebote für Eltern:
             • Neustart 2.0: 104.000 Euro
    """
    assert _names(text) == [(1, "Lernhaus"), (1, "Werkstatt Süd"), (2, "Neustart 2.0")]


CARRIERS = """
        Maßnahmenart 1: Ausbildungsvorbereitung

        +------+------------------------------------------------+---------+
        | Lfd. | {head:<46} | Plätze  |
        +------+------------------------------------------------+---------+
        | 1    | {first:<46} | 12      |
        +------+------------------------------------------------+---------+
        | 2    | {second:<46} | 8       |
        +------+------------------------------------------------+---------+

        Maßnahmenart 2: Qualifizierungsprojekte
          - Neustart 2.0
    """


@pytest.mark.parametrize(
    "head", ["Projekt, Träger", "Projekt (Träger)", "Projekt / Träger", "Projekt - Träger"]
)
def test_a_name_is_cut_only_where_somebody_follows_who_runs_it(head: str) -> None:
    text = CARRIERS.format(
        head=head, first="Lernhaus – Kurs B, vhs Musterau", second="Beratung, Begleitung und Coaching"
    )
    found = _with_confidence(text)
    assert list(found) == ["Lernhaus – Kurs B", "Beratung, Begleitung und Coaching", "Neustart 2.0"]
    assert found["Beratung, Begleitung und Coaching"] < Review().confidence


@pytest.mark.parametrize("called", ["", "die Projekte ", "die drei Vorhaben "])
@pytest.mark.parametrize(("before", "behind"), [("[", " €]"), ("[", " €"), ("(", " €)"), ("(", "")])
def test_a_sum_in_a_bracket_parts_names_also_where_a_scan_lost_the_bracket(
    called: str, before: str, behind: str
) -> None:
    found = typed_agreement(f"""
        § 3 Projekte

        1. Ausbildungsvorbereitung: {called}Lernhaus 4.0 {before}253.400,00{behind};
           Werkstatt Nord (Teilzeit) {before}255.740,00{behind}; Hand in Hand {before}205.200,00{behind}.

        2. Qualifizierungsprojekte zur Arbeitsmarktintegration: {called}Neustart 2 {before}4.000,00{behind}.
    """)
    assert [[one.name.value for one in measure.projects] for measure in found.measures] == [
        ["Lernhaus 4.0", "Werkstatt Nord (Teilzeit)", "Hand in Hand"],
        ["Neustart 2"],
    ]


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("die Angebote Lernhaus und Werkhof", ["Lernhaus", "Werkhof"]),
        ("Projekte „Lernhaus“ und „Werkhof“", ["Lernhaus", "Werkhof"]),
        ("Kurse für Frauen, Sprachkurse und Tandem", ["Kurse für Frauen", "Sprachkurse", "Tandem"]),
        ("Lehrgänge Metall und Kurse Holz", ["Lehrgänge Metall", "Kurse Holz"]),
        ("Projekte nach Anlage 2", []),
        ("die Projekte sind noch offen.", []),
        ("die Projekte laufen bis Juni.", []),
        ("die Vorhaben richten sich nach Anlage 3.", []),
    ],
)
def test_what_is_told_of_the_projects_behind_a_title_names_none(behind: str, names: list[str]) -> None:
    record = typed_agreement(FRONT + f"        1. Ausbildungsvorbereitung: {behind}\n" + BACK)
    found = [one.name for one in record.measures[0].projects]
    assert [name.value for name in found] == names
    assert all(name.provenance.confidence == 1 for name in found)


def test_projects_of_which_only_is_said_what_for_are_doubted() -> None:
    record = typed_agreement(
        FRONT + "        1. Ausbildungsvorbereitung: Projekte für Frauen, Tandem\n" + BACK
    )
    found = [one.name for one in record.measures[0].projects]
    assert [name.value for name in found] == ["Projekte für Frauen", "Tandem"]
    assert all(name.provenance.confidence < Review().confidence for name in found)


def test_a_name_of_which_a_sum_was_cut_off_that_nothing_calls_one_is_doubted() -> None:
    record = typed_agreement(
        FRONT + "        1. Ausbildungsvorbereitung\n\n        - Lernhaus\n        - Werkhof (80.000\n" + BACK
    )
    lernhaus, werkhof = record.measures[0].projects
    assert werkhof.name.value == "Werkhof"
    assert werkhof.name.provenance.confidence < Review().confidence <= lernhaus.name.provenance.confidence


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "Lernhaus: Nachhilfe und Begleitung und Werkstatt Süd",
            ["Lernhaus: Nachhilfe und Begleitung", "Werkstatt Süd"],
        ),
        ("Lernhaus und Werkstatt: Beratung", ["Lernhaus", "Werkstatt: Beratung"]),
    ],
)
def test_of_two_ands_the_last_one_parts_what_a_colon_opens_from_the_next_name(
    told: str, names: list[str]
) -> None:
    found = typed_agreement(f"""
        § 3 Projekte

        1. Ausbildungsvorbereitung: {told}.

        2. Qualifizierungsprojekte zur Arbeitsmarktintegration: Neustart 2.
    """)
    assert [one.name.value for one in found.measures[0].projects] == names


@pytest.mark.parametrize(
    "label", ["Regiekosten: maximal 8,8 Prozent.", "Zielzahl: 41 Teilnehmende.", "Geld: bis Mai."]
)
def test_a_line_with_a_label_below_an_enumeration_belongs_to_no_name(label: str) -> None:
    text = f"""
        Maßnahmenart 1 Ausbildungsvorbereitung: Lernhaus (TZ); Werkstatt Süd – Modul 1; Neustart 2.0
        {label}
    """
    assert _names(text) == [(1, "Lernhaus (TZ)"), (1, "Neustart 2.0"), (1, "Werkstatt Süd – Modul 1")]


def test_a_name_with_a_colon_goes_on_below() -> None:
    text = """
        Maßnahmenart 1 Ausbildungsvorbereitung: Lernhaus (TZ); Werkstatt Süd – Modul 1; Neustart
        Pflege: Coaching
    """
    assert (1, "Neustart Pflege: Coaching") in _names(text)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Lernhaus, Träger Bildungswerk Muster.", ["Lernhaus"]),
        ("Lernhaus, Träger Bildungswerk Muster mit 43.196,00 Euro.", ["Lernhaus"]),
        ("Lernhaus, Träger: vhs, Werkstatt Süd, Träger: vhs.", ["Lernhaus", "Werkstatt Süd"]),
        ("Lernhaus, Startbahn, Werkstatt Süd.", ["Lernhaus", "Startbahn", "Werkstatt Süd"]),
    ],
)
def test_who_runs_a_project_behind_a_comma_is_no_other_one(told: str, names: list[str]) -> None:
    record = typed_agreement(
        f"""{OPENING}
        § 2 Vorhaben

        Maßnahmenart 1 (Ausbildungsvorbereitung) umfasst: {told}
        Maßnahmenart 2 (Qualifizierungsprojekte) umfasst: Neustart 2.0.
        """
    )
    assert [one.name.value for one in record.measures[0].projects] == names
