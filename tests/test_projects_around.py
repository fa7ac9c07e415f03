"""Projects in forms that no rule was written for: what repeats around the names of the Maßnahmenarten."""

from __future__ import annotations

from dataclasses import replace
from textwrap import wrap

import pytest

from extract.certainty.confidence import REPAIRED
from extract.projects.cards import headed_cards
from extract.projects.find import ruled_measures
from extract.projects.marks import BEFORE
from extract.projects.strips import DANGLING, zones_of
from models.settings import Review
from models.values import Origin
from tests.typed_pages import OPENING, typed_agreement, typed_pages, typed_reading

FRONT = OPENING + "        § 2 Verwendung\n"
BACK = """
        § 3 Abrechnung

        Der Nachweis ist bis zum 31. März 2023 vorzulegen.
"""

FORMS = {
    "sentences with a verb of belonging": """
        Zur Maßnahmenart 1, Ausbildungsvorbereitung, zählen Lernhaus sowie
        Werkstatt Süd.

        Zur Maßnahmenart 2, Qualifizierungsprojekte, zählt Neustart 2.0.
    """,
    "names with a stroke to their measure": """
        Projekt 1:  Lernhaus / Maßnahmenart 1: Ausbildungsvorbereitung
        Projekt 2:  Werkstatt Süd / Maßnahmenart 1: Ausbildungsvorbereitung
        Projekt 3:  Neustart 2.0 / Maßnahmenart 2: Qualifizierungsprojekte
    """,
    "double letters below a counted title": """
        Die Mittel sind bestimmt für

          Nr. 1 Ausbildungsvorbereitung, nämlich
             aa)    Lernhaus
             bb)    Werkstatt Süd
          Nr. 2 Qualifizierungsprojekte, nämlich
             aa)    Neustart 2.0
    """,
    "a column of its measure behind each project": """
        Projekt              zu Maßnahmenart                 Beginn

        Lernhaus             1 – Ausbildungsvorbereitung     April

        Werkstatt Süd        1 – Ausbildungsvorbereitung     Februar

        Neustart 2.0         2 – Qualifizierungsprojekte     April
    """,
    "two cards side by side": """
        1. Ausbildungsvorbereitung           2. Qualifizierungsprojekte

        Lernhaus                             Neustart 2.0
        Werkstatt Süd
    """,
    "a table of words with points between names": """
        Art                              Bezeichnung der Angebote

        1. Ausbildungsvorbereitung       Lernhaus · Werkstatt Süd

        2. Qualifizierungsprojekte       Neustart 2.0
    """,
    "projects first, the measure only once for all its rows": """
        Angebot                          Art

        Lernhaus                         1. Ausbildungsvorbereitung
        Werkstatt Süd
        Neustart 2.0                     2. Qualifizierungsprojekte
    """,
    "a reference to the measure in later rows": """
        Angebot                          Art

        Lernhaus                         1. Ausbildungsvorbereitung
        Werkstatt Süd                    1.
        Neustart 2.0                     2. Qualifizierungsprojekte
    """,
    "sums before the names": """
          Zuwendung     Angebot          Art

        40.000,00 €     Lernhaus         1. Ausbildungsvorbereitung
        30.000,00 €     Werkstatt Süd    1.
        25.500,00 €     Neustart 2.0     2. Qualifizierungsprojekte
    """,
    "plain lines below a title": """
        Ausbildungsvorbereitung

             Lernhaus
             Werkstatt Süd

        Qualifizierungsprojekte

             Neustart 2.0
    """,
    "names before a bracket": """
        Lernhaus (Ausbildungsvorbereitung)
        Werkstatt Süd (Ausbildungsvorbereitung)
        Neustart 2.0 (Qualifizierungsprojekte)
    """,
    "names with a dash to their measure": """
        – Lernhaus – Ausbildungsvorbereitung
        – Werkstatt Süd – Ausbildungsvorbereitung
        – Neustart 2.0 – Qualifizierungsprojekte
    """,
    "a colon and semicolons": """
        Ausbildungsvorbereitung: Lernhaus; Werkstatt Süd

        Qualifizierungsprojekte: Neustart 2.0
    """,
    "a sentence that is closed by its verb": """
        In der Maßnahmenart 1 (Ausbildungsvorbereitung) werden Lernhaus und Werkstatt Süd
        gefördert.

        In der Maßnahmenart 2 (Qualifizierungsprojekte) wird Neustart 2.0 gefördert.
    """,
    "roman numbers": """
        I. Ausbildungsvorbereitung
           a) Lernhaus
           b) Werkstatt Süd
        II. Qualifizierungsprojekte
           a) Neustart 2.0
    """,
    "abbreviated measures": """
        MA 1 – Ausbildungsvorbereitung
             • Lernhaus
             • Werkstatt Süd
        MA 2 – Qualifizierungsprojekte
             • Neustart 2.0
    """,
    "a table below each measure": """
        Maßnahmenart 1 – Ausbildungsvorbereitung

        Name des Projekts          Träger            Plätze
        Lernhaus                   vhs               12
        Werkstatt Süd              Musterhof e. V.   14

        Maßnahmenart 2 – Qualifizierungsprojekte

        Name des Projekts          Träger            Plätze
        Neustart 2.0               vhs               20
    """,
    "a clause with the sum behind the names": """
        Zur Maßnahmenart 1 – Ausbildungsvorbereitung – gehören Lernhaus sowie Werkstatt
        Süd; hierfür sind 70.000 Euro bestimmt.

        Zur Maßnahmenart 2 – Qualifizierungsprojekte – gehört Neustart 2.0; hierfür sind
        25.500 Euro bestimmt.
    """,
    "a colon and the names on their own lines": """
        Auf Ausbildungsvorbereitung entfallen:
          Lernhaus
          Werkstatt Süd
        Auf Qualifizierungsprojekte entfallen:
          Neustart 2.0
    """,
    "heading per measure": """
        § 3 Ausbildungsvorbereitung

        Lernhaus
        Werkstatt Süd

        § 4 Qualifizierungsprojekte

        Neustart 2.0
    """,
    "cards": """
        Projekt:        Lernhaus
        Maßnahmenart:   Ausbildungsvorbereitung
        Träger:         vhs

        Projekt:        Werkstatt Süd
        Maßnahmenart:   Ausbildungsvorbereitung
        Träger:         Musterhof e. V.

        Projekt:        Neustart 2.0
        Maßnahmenart:   Qualifizierungsprojekte
        Träger:         vhs
    """,
    "quoted": """
        Im Rahmen der Ausbildungsvorbereitung werden die Projekte „Lernhaus“ und
        „Werkstatt Süd“ umgesetzt. Im Rahmen der Qualifizierungsprojekte wird das Projekt
        „Neustart 2.0“ umgesetzt.
    """,
    "traeger in brackets": """
        1. Ausbildungsvorbereitung
           Lernhaus (Träger: vhs), Werkstatt Süd (Träger: Musterhof e. V.)
        2. Qualifizierungsprojekte
           Neustart 2.0 (Träger: vhs)
    """,
    "dotted": """
        Ausbildungsvorbereitung
          Lernhaus .................................. 40.000,00 €
          Werkstatt Süd ............................. 30.000,00 €
        Qualifizierungsprojekte
          Neustart 2.0 .............................. 25.500,00 €
    """,
    "annex": """
        Die Projekte ergeben sich aus der Anlage.

        Anlage: Projektübersicht

        Maßnahmenart 1 (Ausbildungsvorbereitung): Lernhaus, Werkstatt Süd
        Maßnahmenart 2 (Qualifizierungsprojekte): Neustart 2.0
    """,
    "sums behind in sentence": """
        Für die Ausbildungsvorbereitung stehen 70.000 Euro bereit, und zwar für die Projekte
        Lernhaus (40.000 Euro) und Werkstatt Süd (30.000 Euro).
        Für die Qualifizierungsprojekte stehen 25.500 Euro bereit, und zwar für das Projekt
        Neustart 2.0 (25.500 Euro).
    """,
    "table with measure rows": """
        Lfd. Nr.   Projekt                        Betrag

        Ausbildungsvorbereitung
        1          Lernhaus                       40.000,00 €
        2          Werkstatt Süd                  30.000,00 €
        Qualifizierungsprojekte
        3          Neustart 2.0                   25.500,00 €
                   Summe                          95.500,00 €
    """,
    "cards without colons, the measure with its number": """
        Projektname       Lernhaus
        Maßnahmenart      1: Ausbildungsvorbereitung

        Projektname       Werkstatt Süd
        Maßnahmenart      1: Ausbildungsvorbereitung

        Projektname       Neustart 2.0
        Maßnahmenart      3: Qualifizierungsprojekte
    """,
    "cards that begin with the measure": """
        Maßnahmenart:     Ausbildungsvorbereitung
        Projekt:          Lernhaus
        Mittel:           40.000 Euro

        Maßnahmenart:     Ausbildungsvorbereitung
        Projekt:          Werkstatt Süd
        Mittel:           30.000 Euro

        Maßnahmenart:     Qualifizierungsprojekte
        Projekt:          Neustart 2.0
        Mittel:           25.500 Euro
    """,
    "cards below the headings of their measures": """
        Handlungsfeld A – Ausbildungsvorbereitung

        Projekt           Lernhaus
        Träger            vhs
        Landesmittel      40.000 Euro

        Projekt           Werkstatt Süd
        Träger            Musterhof e. V.
        Landesmittel      30.000 Euro

        Handlungsfeld B – Qualifizierungsprojekte

        Projekt           Neustart 2.0
        Träger            vhs
        Landesmittel      25.500 Euro
    """,
    "names first, the measure at the end of their sentence": """
        „Lernhaus“ (40.000 Euro) und „Werkstatt Süd“ (30.000 Euro) zählen zur Maßnahmenart 1,
        Ausbildungsvorbereitung, für die 70.000 Euro bereitstehen. „Neustart 2.0“ zählt zur
        Maßnahmenart 2, Qualifizierungsprojekte.
    """,
    "cards side by side, the number above the title": """
        **Maßnahmenart** **1**                       **Maßnahmenart** **2**
        **Ausbildungsvorbereitung**                  **Qualifizierungsprojekte**
        • Lernhaus                               • Neustart 2.0
        • Werkstatt Süd
    """,
    "what the sum of each measure is called": """
        Maßnahmenart 1: Ausbildungsvorbereitung, Kontingent 70.000 Euro
             – Lernhaus
             – Werkstatt Süd
        Maßnahmenart 2: Qualifizierungsprojekte, Kontingent 25.500 Euro
             – Neustart 2.0
    """,
    "tables that stand close below each other, each with its heading": """
        Maßnahmenart 1: Ausbildungsvorbereitung
        Projekt                          Träger
        Lernhaus                         vhs
        Werkstatt Süd                    Musterhof e. V.
        Maßnahmenart 2: Qualifizierungsprojekte
        Projekt                          Träger
        Neustart 2.0                     vhs
    """,
    "a table whose rows go on below what heads the next page": """
        Maßnahmenart / Projekt           Träger
        1 Ausbildungsvorbereitung
        Lernhaus                         vhs
\f
                                                    Ergebnisvermerk
        Werkstatt Süd                    Musterhof e. V.
        2 Qualifizierungsprojekte
        Neustart 2.0                     vhs
    """,
    "a column for each measure, its projects line by line with a mark": """
        +--------------------------------+--------------------------------+
        | 1 Ausbildungsvorbereitung      | 2 Qualifizierungsprojekte      |
        +--------------------------------+--------------------------------+
        | - Lernhaus                     | - Neustart 2.0                 |
        | - Werkstatt Süd                |                                |
        +--------------------------------+--------------------------------+
    """,
    "a column for each measure, its projects line by line": """
        +--------------------------------+--------------------------------+
        | Ausbildungsvorbereitung        | Qualifizierungsprojekte        |
        +--------------------------------+--------------------------------+
        | Lernhaus                       | Neustart 2.0                   |
        | Werkstatt Süd                  |                                |
        +--------------------------------+--------------------------------+
    """,
    "what goes on and what is new": """
        (1) Maßnahmenart 1, Ausbildungsvorbereitung: Fortgeführt wird „Lernhaus“; neu
            begonnen wird „Werkstatt Süd“.
        (2) Maßnahmenart 2, Qualifizierungsprojekte: Neu begonnen wird „Neustart 2.0“.
    """,
    "what goes on and what is new, by words before the verb": """
        Ausbildungsvorbereitung: Weiter betrieben wird Lernhaus; erstmals gefördert wird
        Werkstatt Süd.

        Qualifizierungsprojekte: Im Einzelnen vereinbart ist Neustart 2.0.
    """,
    "letters, and below them a bracket that names their measure": """
        a)  Lernhaus *** 40.000,00 € ***
        b)  Werkstatt Süd *** 30.000,00 € ***
            (zu a) und b): Maßnahmenart 1, Ausbildungsvorbereitung, zusammen 70.000,00 €)
        c)  Neustart 2.0 *** 25.500,00 € ***
            (zu c): Maßnahmenart 2, Qualifizierungsprojekte)
    """,
    "numbers, and a sentence below that says to which measure they belong": """
        1.  Lernhaus
        2.  Werkstatt Süd
        3.  Neustart 2.0

        Die Vorhaben 1 und 2 gehören zur Maßnahmenart 1 (Ausbildungsvorbereitung), das
        Vorhaben 3 zur Maßnahmenart 2 (Qualifizierungsprojekte).
    """,
    "numbers, and a list below of the measures with theirs": """
        (1)  Lernhaus
        (2)  Werkstatt Süd
        (3)  Neustart 2.0

        Ausbildungsvorbereitung: lfd. Nr. 1 – 2
        Qualifizierungsprojekte: lfd. Nr. 3
    """,
    "a sentence above that says which letters belong to which measure": """
        Unter Buchst. a und b stehen die Projekte der Ausbildungsvorbereitung, unter
        Buchst. c das der Qualifizierungsprojekte.

        a)  Lernhaus
        b)  Werkstatt Süd
        c)  Neustart 2.0
    """,
    "letters behind the measure in a bracket": """
        a)  Lernhaus
        b)  Werkstatt Süd
        c)  Neustart 2.0

        Ausbildungsvorbereitung (Vorhaben a bis b), Qualifizierungsprojekte (Vorhaben c).
    """,
    "a table of the quarters in which each runs": """
        Projekt                      F/N     I      II     III    IV

        Maßnahmenart 1: Ausbildungsvorbereitung
        Lernhaus                      F      x      x      x      x
        Werkstatt Süd                 N             x      x
        Maßnahmenart 2: Qualifizierungsprojekte zur Arbeitsmarktintegration,
        Fachkräftesicherung
        Neustart 2.0                  N      x      x      x      x
    """,
    "ticks for where and for whom": """
        Angebot                      Nord    Süd    U25    Ü25

        1 Ausbildungsvorbereitung
        Lernhaus                     x              x
        Werkstatt Süd                       x              x
        2 Qualifizierungsprojekte
        Neustart 2.0                 x      x              x
    """,
}
EXPECTED = {"aqb-1": ["Lernhaus", "Werkstatt Süd"], "aqb-3": ["Neustart 2.0"]}


def projects(text: str) -> dict[str | None, list[str]]:
    record = typed_agreement(FRONT + text + BACK)
    return {one.measure_key: [p.name.value for p in one.projects] for one in record.measures if one.projects}


@pytest.mark.parametrize("form", FORMS)
def test_projects_are_read_in_any_form(form: str) -> None:
    assert projects(FORMS[form]) == EXPECTED


@pytest.mark.parametrize(
    ("counted", "marks"),
    [
        ("Gefördert werden die 50 Plätze der ", None),
        ("Gefördert werden die 12 Plätze der ", None),
        ("Gefördert werden zu 50 Prozent ", "50"),
        ("Zu den Projekten 1 und 2 gehört ", "1 und 2"),
        ("Die Vorhaben 1 bis 3 gehören zu ", "1 bis 3"),
    ],
)
def test_a_number_of_places_is_no_mark(counted: str, marks: str | None) -> None:
    before = BEFORE.search(counted)
    assert (before and before["marks"]) == marks


def test_a_number_that_counts_in_no_sequence_fails_no_document() -> None:
    text = """
        Gefördert werden zu 50 Prozent Ausbildungsvorbereitung
        und Qualifizierungsprojekte.
    """
    assert len(typed_agreement(FRONT + text + BACK).parties) == 2


def test_marks_that_leave_an_entry_out_tell_nothing_in_silence() -> None:
    text = """
        a)  Lernhaus
        b)  Werkstatt Süd
            (zu a): Maßnahmenart 1, Ausbildungsvorbereitung)
        c)  Neustart 2.0
            (zu c) und d): Maßnahmenart 2, Qualifizierungsprojekte)
    """
    names = [
        one.name for measure in typed_agreement(FRONT + text + BACK).measures for one in measure.projects
    ]
    assert all(name.provenance.confidence < Review().confidence for name in names)


def test_a_sentence_below_a_name_is_no_part_of_it_and_leaves_doubt() -> None:
    text = """
        1. Ausbildungsvorbereitung
           • Lernhaus
             Ziel ist der Schulabschluss.
           • Werkstatt Süd
             Ziel ist die Aufnahme einer Ausbildung.
        2. Qualifizierungsprojekte
           • Neustart 2.0
             Ziel ist der Wiedereinstieg.
    """
    assert projects(text) == EXPECTED
    record = typed_agreement(FRONT + text + BACK)
    assert all(p.name.provenance.confidence < 0.8 for one in record.measures for p in one.projects)


def test_a_sentence_below_a_name_like_that_of_a_carrier_is_no_project_of_it() -> None:
    text = """
        Art 1: Ausbildungsvorbereitung
          • Lernhaus
            Das macht die Diakonie.
          • Lernwerkstatt Süd e. V.
            Das macht die Volkshochschule.
        Art 2: Qualifizierungsprojekte
          • Neustart 2.0
            Das macht die Diakonie.
    """
    assert projects(text) == {"aqb-1": ["Lernhaus", "Lernwerkstatt Süd e. V."], "aqb-3": ["Neustart 2.0"]}


def test_a_carrier_heads_the_projects_that_stand_deeper_below_it() -> None:
    text = """
        Art 1: Ausbildungsvorbereitung
          Diakonie Musterau e. V.
            Lernhaus
            Werkstatt Süd
        Art 2: Qualifizierungsprojekte
          Volkshochschule Musterau
            Neustart 2.0
    """
    assert projects(text) == EXPECTED


@pytest.mark.parametrize("form", ["a sentence that is closed by its verb", "names before a bracket", "cards"])
def test_what_a_form_never_seen_says_is_doubted(form: str) -> None:
    record = typed_agreement(FRONT + FORMS[form] + BACK)
    assert all(p.name.provenance.confidence < 0.8 for one in record.measures for p in one.projects)


@pytest.mark.parametrize(
    ("old", "new"), [("Träger            Musterhof", "Ort               Musterhof"), ("feld B", "rahmen B")]
)
def test_cards_that_differ_or_are_headed_by_several_words_are_not_read_as_such(old: str, new: str) -> None:
    text = FORMS["cards below the headings of their measures"]
    rows = [
        [row for zone in zones_of(typed_reading(FRONT + said + BACK)) for row in zone]
        for said in (text, text.replace(old, new))
    ]
    assert [len(headed_cards(one)) for one in rows] == [3, 0]


def test_what_stands_behind_the_list_is_no_project() -> None:
    text = (
        FORMS["double letters below a counted title"]
        + """
        Im Haushaltsplan waren vormals 2,8 Mio. Euro veranschlagt.

        Rückfragen beantwortet die Fachstelle unter der Rufnummer 0699 000-8792.
    """
    )
    assert projects(text) == EXPECTED


def test_the_total_of_a_list_of_sums_is_no_project() -> None:
    text = """
        34.400,00 Ausbildungsvorbereitung
        25.000,00 Qualifizierungsprojekte
        59.400,00 Mittelrahmen

        Zur Maßnahmenart 1 (Ausbildungsvorbereitung): Die Volkshochschule bietet Lernhaus an.

        Zur Maßnahmenart 2 (Qualifizierungsprojekte): Die Volkshochschule bietet Neustart an.
    """
    measures = typed_agreement(FRONT + text + BACK).measures
    assert [project.name.value for one in measures for project in one.projects] == ["Lernhaus", "Neustart"]


def test_a_bold_line_below_a_list_ends_it() -> None:
    text = (
        FORMS["plain lines below a title"]
        + """
             **Weitere** **Schritte**
             Was
             Bewilligungsbescheid
    """
    )
    named = {
        measure.measure_key: [one.name.value for one in measure.projects]
        for measure in ruled_measures(typed_reading(FRONT + text + BACK))
    }
    assert named == EXPECTED


def test_nothing_is_certain_where_a_measure_that_is_named_has_no_project() -> None:
    text = """
        Das Land fördert Ausbildungsvorbereitung, Qualifizierungsprojekte sowie Weiterbildungen
        für Fachpersonal der Gebietskörperschaften.

        1. Ausbildungsvorbereitung
           • Lernhaus
           • Werkstatt Süd
        2. Qualifizierungsprojekte
           • Neustart 2.0
    """
    assert projects(text) == EXPECTED
    record = typed_agreement(FRONT + text + BACK)
    assert all(p.name.provenance.confidence <= 0.5 for one in record.measures for p in one.projects)


def test_the_full_stop_behind_the_last_of_a_list_with_commas_is_its_sentences() -> None:
    text = """
        Zur Maßnahmenart 1 (Ausbildungsvorbereitung) gehören
          (i) Lernhaus,
          (ii) Werkstatt 2.
        Zur Maßnahmenart 2 (Qualifizierungsprojekte) gehören
          (i) Neustart,
          (ii) Musterhof e. V.
    """
    assert projects(text) == {"aqb-1": ["Lernhaus", "Werkstatt 2"], "aqb-3": ["Neustart", "Musterhof e. V."]}


def test_what_stands_behind_all_names_alike_is_no_part_of_them() -> None:
    text = """
        Maßnahmenart 1: Ausbildungsvorbereitung
             • Lernhaus, Landesmittel
             • Werkstatt Süd, Landesmittel
        Maßnahmenart 2: Qualifizierungsprojekte
             • Neustart 2.0, Landesmittel
    """
    assert projects(text) == EXPECTED


def test_a_list_ends_where_another_letter_begins() -> None:
    text = """
        in der Maßnahmenart 1, Ausbildungsvorbereitung: Lernhaus, Werkstatt
        in der Maßnahmenart 2, Qualifizierungsprojekte: Neustart
\f
                         Landkreis Groß-Gerau

        An das Hessische Ministerium für Soziales und Integration

        Sehr geehrte Damen und Herren,

        Ihrem Vorschlag stimmen wir zu.
    """
    assert projects(text) == {"aqb-1": ["Lernhaus", "Werkstatt"], "aqb-3": ["Neustart"]}


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (
            """
        Maßnahmenart 2: Qualifizierungsprojekte zur Arbeitsmarktintegration

        Werkhof
        Tandem
            """,
            {"aqb-1": ["Lernhaus"], "aqb-3": ["Werkhof", "Tandem"]},
        ),
        (
            """
        - Werkhof
        - Tandem
            """,
            {"aqb-1": ["Lernhaus", "Werkhof", "Tandem"]},
        ),
    ],
)
def test_a_list_above_a_letter_on_its_page_is_no_head_of_it(
    above: str, expected: dict[str, list[str]]
) -> None:
    text = f"""
        Maßnahmenart 1: Ausbildungsvorbereitung

        - Lernhaus
\f{above}
        Groß-Gerau, 3. Mai 2022

        Liebe Kolleginnen und Kollegen,

        die Maßnahmen beginnen im Juni.
    """
    assert projects(text) == expected


def test_the_sum_of_a_maßnahmenart_is_no_project_by_whatever_name() -> None:
    assert projects(
        """
        Nr.     Arbeitspaket                                 Verantwortlich
        AP 1    Ausbildungsvorbereitung – Budget: 894.700 Euro   Landkreis
        AP 1.1  Lernhaus                                     Verein
        AP 2    Qualifizierungsprojekte – Budget: 93.400 Euro    Landkreis
        AP 2.1  Neustart                                     Verein
        """
    ) == {"aqb-1": ["Lernhaus"], "aqb-3": ["Neustart"]}


def test_a_name_does_not_end_before_the_noun_of_an_adjective() -> None:
    assert DANGLING.search("Küche & Service - vollfinanzierte")
    assert DANGLING.search("Gemeinsam lernen heute") is None


@pytest.mark.parametrize(("first", "second"), [("a)", "b)"), ("A.", "B."), ("1.", "2.")])
def test_a_title_above_a_list_that_no_catalogue_knows_is_no_project(first: str, second: str) -> None:
    record = typed_agreement(
        FRONT.replace("Verwendung", "Projekte")
        + f"""
        {first} Ausbildungsvorbereitung

           – Lernhaus
           – Werkstatt Süd

        {second} Betriebsnahe Ausbildung Benachteiligter

           – Neustart 2.0
        """
        + BACK
    )
    assert [(one.title.value, [p.name.value for p in one.projects]) for one in record.measures] == [
        ("Ausbildungsvorbereitung", ["Lernhaus", "Werkstatt Süd"]),
        ("Betriebsnahe Ausbildung Benachteiligter", ["Neustart 2.0"]),
    ]


@pytest.mark.parametrize("share", ["(61 % der Mittel)", "(61 v. H.)", "(rund 24 Plätze)"])
def test_how_much_of_all_a_measure_has_is_none_of_its_title(share: str) -> None:
    record = typed_agreement(
        FRONT
        + f"""
        Maßnahmenart 1 – Ausbildungsvorbereitung {share}

          1. Lernhaus
          2. Werkstatt Süd
        """
        + BACK
    )
    assert [(one.title.value, len(one.projects)) for one in record.measures] == [
        ("Ausbildungsvorbereitung", 2)
    ]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        (
            "Die Stadt führt im Förderschwerpunkt A „Vorqualifizierung“ die Projekte „Lernhaus“ und „Kita“"
            " sowie im Förderschwerpunkt B „Ausbildung“ das Projekt „Neustart“ durch.",
            [(None, "Vorqualifizierung", ["Lernhaus", "Kita"]), (None, "Ausbildung", ["Neustart"])],
        ),
        (
            "Im Handlungsfeld 1 – „Vorqualifizierung“ – werden die Vorhaben „Lernhaus“, „Kita“ und „Rhön“"
            " gefördert.",
            [(1, "Vorqualifizierung", ["Lernhaus", "Kita", "Rhön"])],
        ),
        ("Das Projekt „Neustart“ endete im Vorjahr.", []),
        ("Im Handlungsfeld 2 „Vorqualifizierung“ entfällt das Projekt „Lernhaus“.", []),
        ("Im Schwerpunkt „Vorqualifizierung“ ist nichts vorgesehen.", []),
    ],
)
def test_projects_named_in_quotation_marks_belong_to_the_heading_before_them(
    sentence: str, named: list[tuple[int | None, str, list[str]]]
) -> None:
    text = "\n".join(f"        {line}" for line in wrap(sentence, 72))
    record = typed_agreement(FRONT + text + BACK)
    found = [(one.number, one.title.value, [p.name.value for p in one.projects]) for one in record.measures]
    assert found == named


def test_who_runs_it_stands_in_a_bracket_behind_each_name_in_quotation_marks() -> None:
    text = """
        Maßnahmenart 1 – Ausbildungsvorbereitung (bis zu 40.000,00 €)
              Durchgeführt werden die Projekte „Lernhaus“ (Volkshochschule
              Musterau) und „Werkstatt Süd“ (Diakonie).

        Maßnahmenart 2 – Qualifizierungsprojekte (bis zu 25.000,00 €)
              Durchgeführt wird das Projekt „Neustart 2.0“ (Internationaler
              Bund).
    """
    assert projects(text) == EXPECTED


def test_a_bracket_that_holds_a_name_in_quotation_marks_is_not_left_out_in_silence() -> None:
    text = """
        Maßnahmenart 1 – Ausbildungsvorbereitung
              Durchgeführt wird das Projekt „Lernhaus“ (früher „Werkstatt“).
    """
    record = typed_agreement(FRONT + text + BACK)
    names = [one.name for measure in record.measures for one in measure.projects]
    assert all(name.provenance.confidence < Review().confidence for name in names)


COUNTED_AND_TITLED = [
    ("Sprache und Begegnung", ["Sprachtreff", "Lotsen"]),
    ("Arbeit mit Älteren", ["Neustart"]),
]


@pytest.mark.parametrize(
    "told",
    [
        """
        Im Handlungsfeld 1 „Sprache und Begegnung“ führt der Landkreis die Projekte
        „Sprachtreff“ und „Lotsen“ durch. Im Handlungsfeld 2 „Arbeit mit Älteren“ wird das
        Projekt „Neustart“ gefördert.
        """,
        """
        Das Themenfeld I (Sprache und Begegnung) umfasst die Projekte „Sprachtreff“ und
        „Lotsen“. Das Themenfeld II (Arbeit mit Älteren) wird mit dem Projekt „Neustart“ belegt.
        """,
        """
        Schwerpunkt 1: „Sprache und Begegnung“ mit den Projekten „Sprachtreff“ und „Lotsen“;
        Schwerpunkt 2: „Arbeit mit Älteren“ mit dem Projekt „Neustart“.
        """,
        """
        1. Die Maßnahmenart 1 (Sprache und Begegnung) wird durch die Vorhaben „Sprachtreff“
           und „Lotsen“ umgesetzt.
        2. In der Maßnahmenart 2 (Arbeit mit Älteren) wird das Vorhaben „Neustart“ gefördert.
        """,
    ],
)
def test_what_is_counted_and_titled_in_marks_has_the_projects_that_are_told_of_it(told: str) -> None:
    record = typed_agreement(FRONT.replace("Verwendung", "Projekte") + told + BACK)
    found = [(one.title.value, [p.name.value for p in one.projects]) for one in record.measures]
    assert found == COUNTED_AND_TITLED


@pytest.mark.parametrize(
    "told",
    [
        """
        In der Maßnahmenart 1 (Ausbildungsvorbereitung) werden die Projekte „Lernhaus“ und
        „Werkstatt“ fortgeführt. Maßnahmenart 3 (Qualifizierungsprojekte) umfasst „Neustart“,
        „Lotsen“ sowie neu „Tandem“.
        """,
        """
        Für die Maßnahmenart 1 (Ausbildungsvorbereitung) sind „Lernhaus“ und erstmals „Werkstatt“
        vorgesehen. Für die Maßnahmenart 3 (Qualifizierungsprojekte) werden „Neustart“, „Lotsen“
        und zusätzlich „Tandem“ bewilligt.
        """,
    ],
)
def test_words_before_names_in_quotation_marks_are_none_of_their_names(told: str) -> None:
    record = typed_agreement(FRONT.replace("Verwendung", "Projekte") + told + BACK)
    assert [[p.name.value for p in one.projects] for one in record.measures] == [
        ["Lernhaus", "Werkstatt"],
        ["Neustart", "Lotsen", "Tandem"],
    ]


def test_a_title_that_no_list_knows_takes_none_of_the_projects_before_it() -> None:
    text = """
        In der Maßnahmenart 1 (Ausbildungsvorbereitung) werden die Projekte „Lernhaus“ und
        „Werkstatt“ angeboten. Die Maßnahmenart 3 (Arbeit mit Älteren) wird mit dem Projekt
        „Neustart“ belegt.
        """
    record = typed_agreement(FRONT.replace("Verwendung", "Projekte") + text + BACK)
    assert [(one.number, [p.name.value for p in one.projects]) for one in record.measures] == [
        (1, ["Lernhaus", "Werkstatt"]),
        (3, ["Neustart"]),
    ]


@pytest.mark.parametrize(
    "aside",
    [
        "Der Baustein 1 „Werkzeug“ liegt vor.",
        "In der Maßnahmenart 1 (Anlage 2) ist es geregelt. Die Maßnahmenart 2 (40 Plätze) folgt.",
    ],
)
def test_what_is_counted_once_or_says_something_else_in_brackets_is_no_title(aside: str) -> None:
    record = typed_agreement(FRONT + f"        {aside} Das Projekt „Neustart“ läuft.\n" + BACK)
    assert {one.title.value for one in record.measures}.isdisjoint({"Werkzeug", "Anlage 2", "40 Plätze"})


@pytest.mark.parametrize("mark", ["{}.", "({})", "{})"])
def test_an_item_that_counts_on_behind_a_known_one_is_a_title_with_its_projects(mark: str) -> None:
    first, second, third = (mark.format(number) for number in (1, 2, 3))
    record = typed_agreement(
        FRONT.replace("Verwendung", "Projekte")
        + f"""
        {first} Ausbildungsvorbereitung: Lernhaus; Werkstatt Süd
        {second} Betriebsnahes: Neustart; Triale Pflege; Lotsen
        {third} Qualifizierung: Quereinstieg
        """
        + BACK
    )
    assert [(one.title.value, [p.name.value for p in one.projects]) for one in record.measures] == [
        ("Ausbildungsvorbereitung", ["Lernhaus", "Werkstatt Süd"]),
        ("Betriebsnahes", ["Neustart", "Triale Pflege", "Lotsen"]),
        ("Qualifizierung", ["Quereinstieg"]),
    ]


NUMBERED_ABOVE = """
        **Ziel**
        Niemand soll ohne Abschluss bleiben.

        **Partnerschaft 2022**
        Arbeitsmarkt im Kreis

        Maßnahmenart 1{first}
        **Ausbildungsvorbereitung**
          › Lernhaus
            Träger: Bildungszentrum Musterau
        Maßnahmenart 2{second}
        **{title}**
          › Werkstatt Süd
            Träger: Handwerkerhof Musterau
"""


def test_bold_headings_are_no_measures_where_these_are_counted_above_their_titles() -> None:
    text = NUMBERED_ABOVE.format(first="", second="", title="Qualifizierungsprojekte")
    assert projects(text) == {"aqb-1": ["Lernhaus"], "aqb-3": ["Werkstatt Süd"]}


def test_a_measure_that_no_list_knows_is_one_if_it_is_counted_like_the_others() -> None:
    text = NUMBERED_ABOVE.format(first="", second="", title="Sprache im Beruf")
    found = typed_agreement(FRONT + text + BACK).measures
    assert [(one.number, one.title.value) for one in found] == [
        (1, "Ausbildungsvorbereitung"),
        (2, "Sprache im Beruf"),
    ]


def test_a_sum_between_the_number_of_a_measure_and_its_title_is_none_of_either() -> None:
    text = NUMBERED_ABOVE.format(
        first=" / 35.500 Euro", second=" / 60.000 Euro", title="Qualifizierungsprojekte"
    )
    found = typed_agreement(FRONT + text + BACK)
    assert [(one.number, one.title.value, len(one.projects)) for one in found.measures] == [
        (1, "Ausbildungsvorbereitung", 1),
        (2, "Qualifizierungsprojekte", 1),
    ]


def test_letters_count_the_projects_behind_a_measure_wherever_the_line_ends() -> None:
    text = """
        In der Maßnahmenart 1 (Ausbildungsvorbereitung) werden gefördert: a) Lernhaus U25.
        In der Maßnahmenart 2 (Qualifizierungsprojekte für alle Menschen) werden gefördert:
        a) Werkstatt Süd, b) Neustart (TZ), c) Kompass.
    """
    several = ["Werkstatt Süd", "Neustart (TZ)", "Kompass"]
    assert projects(text) == {"aqb-1": ["Lernhaus U25"], "aqb-3": several}


CARDS = """
        Unsere Projekte

        Maßnahmenart 1 Ausbildungsvorbereitung
            Lernhaus
            Träger: Volkshochschule | Ort: Musterau | Plätze: 31

        Ablauf

        Die Projekte laufen vom 1. Januar 2022 bis zum 31. Dezember 2022.
"""


@pytest.mark.parametrize(("size", "parted"), [(15.0, True), (11.0, False)])
def test_a_heading_in_larger_type_ends_what_stands_below_a_measure(size: float, parted: bool) -> None:
    pages = [
        replace(
            page,
            words=tuple(replace(word, size=size if word.text == "Ablauf" else 10.0) for word in page.words),
        )
        for page in typed_pages(OPENING + CARDS)
    ]
    texts = [[row.text for row in rows] for rows in zones_of(typed_reading(pages))]
    (zone,) = (rows for rows in texts if "Lernhaus" in rows)
    assert (zone[-1].startswith("Träger")) == parted
    assert ("Ablauf" in zone) != parted


@pytest.mark.parametrize(("indent", "count"), [("", 2), ("   ", 3)])
def test_what_stands_left_of_the_list_ends_it_however_large_the_first_line_is(
    indent: str, count: int
) -> None:
    text = f"""
        **Partnerschaft**

        Maßnahmenart 1
        Ausbildungsvorbereitung

           Lernhaus

        Maßnahmenart 2
        Qualifizierungsprojekte

           Werkstatt Süd

        {indent}Ablauf
    """
    pages = [
        replace(page, words=tuple(replace(word, size=20.0 if word.bold else 10.0) for word in page.words))
        for page in typed_pages(FRONT + text + BACK, origin="ocr")
    ]
    assert sum(len(one.projects) for one in typed_agreement(pages).measures) == count


@pytest.mark.parametrize(
    ("told", "origin", "certain"),
    [
        ("a) Werkstatt Süd, b) Neustart (TZ) sowie c) Kompass.", "text_layer", True),
        ("a) Werkstatt Süd, b) Neustart (TZ) sowie c) Kompass.", "ocr", False),
        ("a) Werkstatt Süd, c) Kompass.", "text_layer", False),
        ("Werkstatt Süd, Neustart (TZ) sowie Kompass.", "text_layer", False),
    ],
)
def test_names_that_a_digital_sentence_counts_are_certain(told: str, origin: Origin, certain: bool) -> None:
    text = f"""
        In der Maßnahmenart 1 (Ausbildungsvorbereitung) wird gefördert: a) Lernhaus U25.

        In der Maßnahmenart 2 (Qualifizierungsprojekte) werden gefördert: {told}
    """
    record = typed_agreement(typed_pages(FRONT + text + BACK, origin=origin))
    found = [one.name.provenance.confidence for one in record.measures[1].projects]
    assert all(one > Review().confidence for one in found) == certain


@pytest.mark.parametrize("mark", ["", "a) ", "* "])
def test_a_number_beside_a_title_in_the_column_of_projects_heads_those_below(mark: str) -> None:
    text = f"""
        +------+------------------------------+-------------+
        | Art  | Vorhaben                     | Rechtskreis |
        +------+------------------------------+-------------+
        | 1    | Ausbildungsvorbereitung      |             |
        +------+------------------------------+-------------+
        |      | {mark + "Lernhaus":<28} | SGB II      |
        +------+------------------------------+-------------+
        | 2    | Qualifizierungsprojekte      |             |
        +------+------------------------------+-------------+
        |      | {mark + "Werkstatt Süd":<28} | SGB III     |
        +------+------------------------------+-------------+
        |      | {mark.replace("a", "b") + "Neustart 2.0":<28} | SGB III     |
        +------+------------------------------+-------------+
    """
    record = typed_agreement(FRONT + text + BACK)
    names = [one.name for measure in record.measures for one in measure.projects]
    assert [one.value for one in names] == ["Lernhaus", "Werkstatt Süd", "Neustart 2.0"]
    assert all(one.provenance.confidence > Review().confidence for one in names)


@pytest.mark.parametrize("torn", ["d", " nd", "un"])
def test_what_a_scan_has_of_an_and_parts_names_in_quotation_marks(torn: str) -> None:
    told = f"""
        Maßnahmenart 1, Ausbildungsvorbereitung: die Projekte „Lernhaus (2. Jahr)“{torn} „Werkstatt
        Süd“. Maßnahmenart 3, Qualifizierungsprojekte: die Projekte „Neustart“ und „Tandem“.
    """
    record = typed_agreement(FRONT + told + BACK)
    assert [[p.name.value for p in one.projects] for one in record.measures] == [
        ["Lernhaus (2. Jahr)", "Werkstatt Süd"],
        ["Neustart", "Tandem"],
    ]


def test_another_word_between_names_in_quotation_marks_parts_none() -> None:
    told = """
        Maßnahmenart 1, Ausbildungsvorbereitung: die Projekte „Lernhaus“ mit „Werkstatt“.
    """
    record = typed_agreement(FRONT + told + BACK)
    named = [p.name.value for one in record.measures for p in one.projects]
    assert named != ["Lernhaus", "Werkstatt"]


@pytest.mark.parametrize(
    "said",
    [
        "Die Zielzahlen für die Ausbildung in anerkannten Ausbildungsberufen gelten weiter.",
        "Es gelten die Zahlen für die Ausbildungsvorbereitung weiter, bis neue bestehen.",
        "- die Zahl derer, die in eine Ausbildungsvorbereitung einmünden, deutlich erhöhen,\n"
        "        - kleine Betriebe des Weinbaus gewinnen,\n        - ältere Menschen beraten.",
    ],
)
def test_a_sentence_that_goes_on_behind_a_title_names_no_projects(said: str) -> None:
    assert not [one for one in typed_agreement(f"{FRONT}\n        {said}\n{BACK}").measures if one.projects]


@pytest.mark.parametrize(
    ("first", "names"),
    [
        ("Werkstatt am alten Nordhafen – Standort", ["Werkstatt am alten Nordhafen – Standort Süd"]),
        ("Lernhaus – Standort Musterau", ["Lernhaus – Standort Musterau"]),
    ],
)
def test_a_name_goes_on_where_its_line_ends_at_the_next_column_whatever_stands_further_down(
    first: str, names: list[str]
) -> None:
    rest = "Süd" if first != names[0] else ""
    text = f"""
        MA 1: Ausbildungsvorbereitung
          1a  {first:40}  Diakonie        12 Plätze
              {rest}
          1b  {"Kompass":40}  Volkshochschule  8 Plätze
        MA 2: Qualifizierungsprojekte
          2a  {"Neustart":40}  Diakonie         8 Plätze

        Das Land zahlt:
          2022         40.000,00 €      5.000,00 €
          2023         30.000,00 €      4.000,00 €
          2024         20.000,00 €      3.000,00 €
    """
    assert projects(text) == {"aqb-1": [*names, "Kompass"], "aqb-3": ["Neustart"]}


def test_a_line_in_bold_below_a_name_that_ends_at_the_next_column_goes_on_with_nothing() -> None:
    text = f"""
        MA 1: Ausbildungsvorbereitung
          1a  {"Kompass":40}  Volkshochschule  8 Plätze
        MA 2: Qualifizierungsprojekte
          2a  {"Neustart":40}  Diakonie         8 Plätze
          2b  {"Werkstatt am alten Nordhafen in Musterau":40}  Diakonie        12 Plätze
              **Abwicklung**

        Das Land zahlt:
          2022         40.000,00 €      5.000,00 €
          2023         30.000,00 €      4.000,00 €
          2024         20.000,00 €      3.000,00 €
    """
    assert not [name for names in projects(text).values() for name in names if "Abwicklung" in name]


@pytest.mark.parametrize("sign", ["=", "·", "–", "("])
def test_what_leads_from_a_title_to_its_sum_takes_no_project_with_it(sign: str) -> None:
    close = ")" if sign == "(" else ""
    text = f"""
        Ausbildungsvorbereitung {sign} 70.000 Euro{close}: Lernhaus; Werkstatt Süd

        Qualifizierungsprojekte {sign} 25.500 Euro{close}: Neustart; Kompass
    """
    found = typed_agreement(FRONT + text + BACK).measures
    assert [[one.name.value for one in measure.projects] for measure in found] == [
        ["Lernhaus", "Werkstatt Süd"],
        ["Neustart", "Kompass"],
    ]
    assert all(one.name.provenance.confidence > REPAIRED for measure in found for one in measure.projects)


def test_where_what_is_listed_first_is_none_the_others_are_disputed() -> None:
    text = """
        Ausbildungsvorbereitung ~ 70.000 Euro: Lernhaus; Werkstatt Süd

        Qualifizierungsprojekte ~ 25.500 Euro: Neustart; Kompass
    """
    found = typed_agreement(FRONT + text + BACK).measures
    names = [one.name for measure in found for one in measure.projects]
    assert [name.value for name in names] == ["Werkstatt Süd", "Kompass"]
    assert all(name.provenance.confidence <= REPAIRED for name in names)
