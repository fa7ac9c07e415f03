"""Projects in lists that tell more than names: carriers, places, sums, descriptions."""

from __future__ import annotations

import pytest

from tests.test_projects_around import BACK, FRONT
from tests.typed_pages import typed_agreement, typed_pages

FORMS = {
    "carrier in brackets": """
        1. Ausbildungsvorbereitung
           a) Lernhaus: Coaching (Volkshochschule Musterau)
           b) mittendrin (Diakonie Beispieltal e. V.)
        2. Qualifizierungsprojekte
           a) Neustart 2.0 (TZ) (Volkshochschule Musterau)
    """,
    "carrier behind a dash, sums": """
        Maßnahmenart 1 – Ausbildungsvorbereitung (insgesamt 70.000 Euro)
          - Lernhaus: Coaching – Volkshochschule Musterau – 40.000 Euro
          - mittendrin – Diakonie Beispieltal e. V. – 30.000 Euro
        Maßnahmenart 2 – Qualifizierungsprojekte (insgesamt 25.500 Euro)
          - Neustart 2.0 (TZ) – Volkshochschule Musterau – 25.500 Euro
    """,
    "carrier first": """
        Ausbildungsvorbereitung:
          1. Volkshochschule Musterau: Lernhaus: Coaching
          2. Diakonie Beispieltal e. V.: mittendrin
        Qualifizierungsprojekte:
          3. Volkshochschule Musterau: Neustart 2.0 (TZ)
    """,
    "particulars on lines below": """
        (1) Ausbildungsvorbereitung
            1.1  Lernhaus: Coaching
                 Träger: Volkshochschule Musterau
                 Laufzeit: 1. Januar bis 31. Dezember 2022
                 Plätze: 12
            1.2  mittendrin
                 Träger: Diakonie Beispieltal e. V.
                 Laufzeit: 1. Januar bis 31. Dezember 2022
                 Plätze: 8
        (2) Qualifizierungsprojekte
            2.1  Neustart 2.0 (TZ)
                 Träger: Volkshochschule Musterau
                 Laufzeit: 1. Januar bis 30. Juni 2022
                 Plätze: 10
    """,
    "particulars with semicolons": """
        Ausbildungsvorbereitung
        • Lernhaus: Coaching; Volkshochschule Musterau; 12 Plätze; 40.000,00 €
        • mittendrin; Diakonie Beispieltal e. V.; 8 Plätze; 30.000,00 €
        Qualifizierungsprojekte
        • Neustart 2.0 (TZ); Volkshochschule Musterau; 10 Plätze; 25.500,00 €
    """,
    "table with all columns": """
        Nr.  Projekt               Träger                    Plätze      Betrag in €

        1    Ausbildungsvorbereitung                                     70.000,00
        1.1  Lernhaus: Coaching    Volkshochschule Musterau      12      40.000,00
        1.2  mittendrin            Diakonie Beispieltal           8      30.000,00
        2    Qualifizierungsprojekte                                     25.500,00
        2.1  Neustart 2.0 (TZ)     Volkshochschule Musterau      10      25.500,00
             Summe                                               30      95.500,00
    """,
    "table, money first, measure last": """
        Betrag (€)    Träger                     Vorhaben             Maßnahmenart

        40.000,00     Volkshochschule Musterau   Lernhaus: Coaching   1 Ausbildungsvorbereitung
        30.000,00     Diakonie Beispieltal       mittendrin           1 Ausbildungsvorbereitung
        25.500,00     Volkshochschule Musterau   Neustart 2.0 (TZ)    2 Qualifizierungsprojekte
        95.500,00     insgesamt
    """,
    "ruled, carrier before project": """
        +------------------------+--------------------------+---------------------+
        | Maßnahmenart           | Träger                   | Projekt             |
        +------------------------+--------------------------+---------------------+
        | Ausbildungsvorbereitung| Volkshochschule Musterau | Lernhaus: Coaching  |
        +------------------------+--------------------------+---------------------+
        | Ausbildungsvorbereitung| Diakonie Beispieltal     | mittendrin          |
        +------------------------+--------------------------+---------------------+
        | Qualifizierungsprojekte| Volkshochschule Musterau | Neustart 2.0 (TZ)   |
        +------------------------+--------------------------+---------------------+
    """,
    "matrix": """
        Projekt               Ausbildungsvorbereitung   Qualifizierungsprojekte

        Lernhaus: Coaching              X
        mittendrin                      X
        Neustart 2.0 (TZ)                                         X
    """,
    "matrix of sums": """
        Projekt               Ausbildungsvorbereitung   Qualifizierungsprojekte

        Lernhaus: Coaching              40.000 €
        mittendrin                      30.000 €
        Neustart 2.0 (TZ)                                         25.500 €
        Summe                           70.000 €                  25.500 €
    """,
    "legend with numbers": """
        Maßnahmenarten: (1) Ausbildungsvorbereitung, (2) Qualifizierungsprojekte

        Projekt                Maßnahmenart    Plätze
        Lernhaus: Coaching          1             12
        mittendrin                  1              8
        Neustart 2.0 (TZ)           2             10
    """,
    "legend below with letters": """
        Projekt                Art     Betrag
        Lernhaus: Coaching      A      40.000 €
        mittendrin              A      30.000 €
        Neustart 2.0 (TZ)       B      25.500 €

        A = Ausbildungsvorbereitung; B = Qualifizierungsprojekte
    """,
    "running sentence, quoted": """
        Im Bereich der Ausbildungsvorbereitung werden die Projekte „Lernhaus: Coaching“
        (Volkshochschule Musterau) und „mittendrin“ (Diakonie Beispieltal e. V.) gefördert, im
        Bereich der Qualifizierungsprojekte das Projekt „Neustart 2.0 (TZ)“.
    """,
    "running sentence, quoted, sums": """
        Auf die Maßnahmenart Ausbildungsvorbereitung entfallen das Projekt „Lernhaus: Coaching“
        mit 40.000 Euro und das Projekt „mittendrin“ mit 30.000 Euro. Auf die Maßnahmenart
        Qualifizierungsprojekte entfällt das Projekt „Neustart 2.0 (TZ)“ mit 25.500 Euro.
    """,
    "project as subject": """
        Das Projekt Lernhaus: Coaching gehört zur Ausbildungsvorbereitung. Das Projekt
        mittendrin gehört zur Ausbildungsvorbereitung. Das Projekt Neustart 2.0 (TZ) gehört
        zu den Qualifizierungsprojekten.
    """,
    "heading per measure": """
        § 3 Ausbildungsvorbereitung

        Lernhaus: Coaching
        mittendrin

        § 4 Qualifizierungsprojekte

        Neustart 2.0 (TZ)
    """,
    "heading with sentence and bullets": """
        2.1 Ausbildungsvorbereitung

        Gefördert werden:
          • Lernhaus: Coaching
          • mittendrin

        2.2 Qualifizierungsprojekte

        Gefördert wird:
          • Neustart 2.0 (TZ)
    """,
    "cards": """
        Projekt 1
        Titel:          Lernhaus: Coaching
        Träger:         Volkshochschule Musterau
        Maßnahmenart:   Ausbildungsvorbereitung
        Plätze:         12

        Projekt 2
        Titel:          mittendrin
        Träger:         Diakonie Beispieltal e. V.
        Maßnahmenart:   Ausbildungsvorbereitung
        Plätze:         8

        Projekt 3
        Titel:          Neustart 2.0 (TZ)
        Träger:         Volkshochschule Musterau
        Maßnahmenart:   Qualifizierungsprojekte
        Plätze:         10
    """,
    "davon": """
        Ausbildungsvorbereitung: 70.000 Euro, davon
          40.000 Euro für Lernhaus: Coaching
          30.000 Euro für mittendrin
        Qualifizierungsprojekte: 25.500 Euro, davon
          25.500 Euro für Neustart 2.0 (TZ)
    """,
    "sub-totals": """
        Ausbildungsvorbereitung
          Lernhaus: Coaching                40.000,00 €
          mittendrin                        30.000,00 €
          Zwischensumme                     70.000,00 €
        Qualifizierungsprojekte
          Neustart 2.0 (TZ)                 25.500,00 €
          Zwischensumme                     25.500,00 €
        Gesamt                              95.500,00 €
    """,
    "footnotes": """
        1. Ausbildungsvorbereitung
           a) Lernhaus: Coaching*
           b) mittendrin
        2. Qualifizierungsprojekte
           a) Neustart 2.0 (TZ)**

        * Fortführung aus dem Vorjahr
        ** vorbehaltlich der Zustimmung des Kreistags
    """,
    "arrows": """
        Lernhaus: Coaching     →  Ausbildungsvorbereitung
        mittendrin             →  Ausbildungsvorbereitung
        Neustart 2.0 (TZ)      →  Qualifizierungsprojekte
    """,
    "measure in brackets behind": """
        Gefördert werden:
        1. Lernhaus: Coaching (Ausbildungsvorbereitung)
        2. mittendrin (Ausbildungsvorbereitung)
        3. Neustart 2.0 (TZ) (Qualifizierungsprojekte)
    """,
    "under titles with Förderbereich": """
        Förderbereich I (Ausbildungsvorbereitung)
          Projekt 1: Lernhaus: Coaching
          Projekt 2: mittendrin
        Förderbereich II (Qualifizierungsprojekte)
          Projekt 3: Neustart 2.0 (TZ)
    """,
    "letters A B and dots": """
        A. Ausbildungsvorbereitung
           Lernhaus: Coaching · mittendrin
        B. Qualifizierungsprojekte
           Neustart 2.0 (TZ)
    """,
    "numbers run on with 3)": """
        Maßnahmenart 1
        Ausbildungsvorbereitung
            1) Lernhaus: Coaching
            2) mittendrin
        Maßnahmenart 2
        Qualifizierungsprojekte
            3) Neustart 2.0 (TZ)
    """,
    "description sentence": """
        1. Ausbildungsvorbereitung
           a) Lernhaus: Coaching
              Das Projekt richtet sich an junge Menschen ohne Schulabschluss.
           b) mittendrin
              Junge Frauen werden auf eine Ausbildung in Teilzeit vorbereitet.
        2. Qualifizierungsprojekte
           a) Neustart 2.0 (TZ)
              Erwachsene holen einen Berufsabschluss nach.
    """,
    "table of words, carrier column, wrapped": """
        Maßnahmenart              Projekt                 Träger

        Ausbildungsvorbereitung   Lernhaus: Coaching      Volkshochschule
                                                          Musterau
                                  mittendrin              Diakonie
                                                          Beispieltal e. V.
        Qualifizierungsprojekte   Neustart 2.0 (TZ)       Volkshochschule
                                                          Musterau
    """,
    "measure heads with project count": """
        Ausbildungsvorbereitung (2 Projekte)
          Lernhaus: Coaching
          mittendrin
        Qualifizierungsprojekte (1 Projekt)
          Neustart 2.0 (TZ)
    """,
    "table headed per measure": """
        Maßnahmenart 1: Ausbildungsvorbereitung

        Projekt                   Plätze     Zuwendung
        Lernhaus: Coaching            12   40.000,00 €
        mittendrin                     8   30.000,00 €

        Maßnahmenart 2: Qualifizierungsprojekte

        Projekt                   Plätze     Zuwendung
        Neustart 2.0 (TZ)             10   25.500,00 €
    """,
    "sentence per measure with namely": """
        In der Ausbildungsvorbereitung sind zwei Vorhaben vorgesehen, nämlich Lernhaus:
        Coaching und mittendrin. Bei den Qualifizierungsprojekten ist ein Vorhaben
        vorgesehen, nämlich Neustart 2.0 (TZ).
    """,
    "table lfd nr carrier project": """
        Lfd. Nr.  Maßnahmenart              Name des Projekts      Laufzeit

        1         Ausbildungsvorbereitung   Lernhaus: Coaching     01.01. – 31.12.2022
        2         Ausbildungsvorbereitung   mittendrin             01.03. – 31.12.2022
        3         Qualifizierungsprojekte   Neustart 2.0 (TZ)      01.01. – 30.06.2022
    """,
    "carrier column before name, no measure number": """
        Träger                     Bezeichnung der Maßnahme     Maßnahmenart
        Volkshochschule Musterau   Lernhaus: Coaching           Ausbildungsvorbereitung
        Diakonie Beispieltal       mittendrin                   Ausbildungsvorbereitung
        Volkshochschule Musterau   Neustart 2.0 (TZ)            Qualifizierungsprojekte
    """,
    "table per measure with heading row, wrapped title": """
        Maßnahmenart / Projekt                                   Mittel

        Maßnahmenart 1:
        Ausbildungsvorbereitung
        Lernhaus: Coaching                                       40.000 €
        mittendrin                                               30.000 €
        Summe Maßnahmenart 1                                     70.000 €
        Maßnahmenart 2:
        Qualifizierungsprojekte
        Neustart 2.0 (TZ)                                        25.500 €
        Summe Maßnahmenart 2                                     25.500 €
    """,
    "ruled with group rows": """
        +-----------------------------------+-----------+--------------+
        | Projekt                           | Plätze    | Betrag       |
        +-----------------------------------+-----------+--------------+
        | I. Ausbildungsvorbereitung        |           |              |
        +-----------------------------------+-----------+--------------+
        | Lernhaus: Coaching                | 12        | 40.000,00    |
        +-----------------------------------+-----------+--------------+
        | mittendrin                        | 8         | 30.000,00    |
        +-----------------------------------+-----------+--------------+
        | II. Qualifizierungsprojekte       |           |              |
        +-----------------------------------+-----------+--------------+
        | Neustart 2.0 (TZ)                 | 10        | 25.500,00    |
        +-----------------------------------+-----------+--------------+
    """,
    "ruled, bullets in cell": """
        +--------------------------+------------------------------------+
        | Maßnahmenart             | Projekte                           |
        +--------------------------+------------------------------------+
        | 1 Ausbildungsvorberei-   | • Lernhaus: Coaching               |
        |   tung                   | • mittendrin                       |
        +--------------------------+------------------------------------+
        | 2 Qualifizierungsprojekte| • Neustart 2.0 (TZ)                |
        +--------------------------+------------------------------------+
    """,
    "ruled, several lines in cell": """
        +--------------------------+------------------------------------+
        | Maßnahmenart             | Projekte                           |
        +--------------------------+------------------------------------+
        | Ausbildungsvorbereitung  | Lernhaus: Coaching,                |
        |                          | mittendrin                         |
        +--------------------------+------------------------------------+
        | Qualifizierungsprojekte  | Neustart 2.0 (TZ)                  |
        +--------------------------+------------------------------------+
    """,
    "ruled, description in name cell": """
        +------------------------+-----------------------------------------+
        | Maßnahmenart           | Projekt                                 |
        +------------------------+-----------------------------------------+
        | Ausbildungsvorbereitung| Lernhaus: Coaching                      |
        |                        | Volkshochschule Musterau, 12 Plätze     |
        +------------------------+-----------------------------------------+
        | Ausbildungsvorbereitung| mittendrin                              |
        |                        | Diakonie Beispieltal e. V., 8 Plätze    |
        +------------------------+-----------------------------------------+
        | Qualifizierungsprojekte| Neustart 2.0 (TZ)                       |
        |                        | Volkshochschule Musterau, 10 Plätze     |
        +------------------------+-----------------------------------------+
    """,
    "paragraph letters a) inside sentence": """
        Gefördert werden a) in der Ausbildungsvorbereitung: Lernhaus: Coaching und
        mittendrin, b) bei den Qualifizierungsprojekten: Neustart 2.0 (TZ).
    """,
    "title with sum in next line": """
        1. Ausbildungsvorbereitung
           Fördersumme: 70.000 Euro
           Projekte:
           – Lernhaus: Coaching
           – mittendrin
        2. Qualifizierungsprojekte
           Fördersumme: 25.500 Euro
           Projekte:
           – Neustart 2.0 (TZ)
    """,
    "sum first then names": """
        40.000 Euro – Lernhaus: Coaching (Ausbildungsvorbereitung)
        30.000 Euro – mittendrin (Ausbildungsvorbereitung)
        25.500 Euro – Neustart 2.0 (TZ) (Qualifizierungsprojekte)
    """,
    "colon label lines": """
        Maßnahmenart: Ausbildungsvorbereitung
        Projekte:     Lernhaus: Coaching; mittendrin
        Mittel:       70.000 Euro

        Maßnahmenart: Qualifizierungsprojekte
        Projekte:     Neustart 2.0 (TZ)
        Mittel:       25.500 Euro
    """,
    "im Einzelnen": """
        Die Maßnahmenart Ausbildungsvorbereitung umfasst im Einzelnen:

            Lernhaus: Coaching
            mittendrin

        Die Maßnahmenart Qualifizierungsprojekte umfasst im Einzelnen:

            Neustart 2.0 (TZ)
    """,
    "each project a sentence with carrier": """
        Ausbildungsvorbereitung
          1. „Lernhaus: Coaching“ wird von der Volkshochschule Musterau durchgeführt.
          2. „mittendrin“ wird von der Diakonie Beispieltal e. V. durchgeführt.
        Qualifizierungsprojekte
          3. „Neustart 2.0 (TZ)“ wird von der Volkshochschule Musterau durchgeführt.
    """,
    "names with equals sign sums": """
        Ausbildungsvorbereitung
            Lernhaus: Coaching = 40.000 EUR
            mittendrin = 30.000 EUR
        Qualifizierungsprojekte
            Neustart 2.0 (TZ) = 25.500 EUR
    """,
    "double slash keyed": """
        MA 1 // Ausbildungsvorbereitung // Lernhaus: Coaching
        MA 1 // Ausbildungsvorbereitung // mittendrin
        MA 2 // Qualifizierungsprojekte // Neustart 2.0 (TZ)
    """,
    "pipes with carrier": """
        Lernhaus: Coaching · Volkshochschule Musterau · Ausbildungsvorbereitung
        mittendrin · Diakonie Beispieltal e. V. · Ausbildungsvorbereitung
        Neustart 2.0 (TZ) · Volkshochschule Musterau · Qualifizierungsprojekte
    """,
    "repeated measure per line": """
        Ausbildungsvorbereitung – Lernhaus: Coaching
        Ausbildungsvorbereitung – mittendrin
        Qualifizierungsprojekte – Neustart 2.0 (TZ)
    """,
    "centred bold titles": """
                          **Ausbildungsvorbereitung**
        Lernhaus: Coaching
        mittendrin
                          **Qualifizierungsprojekte**
        Neustart 2.0 (TZ)
    """,
    "zu Maßnahmenart 1": """
        Zu Maßnahmenart 1 (Ausbildungsvorbereitung):

        (1) Lernhaus: Coaching, Volkshochschule Musterau, 12 Plätze
        (2) mittendrin, Diakonie Beispieltal e. V., 8 Plätze

        Zu Maßnahmenart 2 (Qualifizierungsprojekte):

        (3) Neustart 2.0 (TZ), Volkshochschule Musterau, 10 Plätze
    """,
    "laufzeit behind comma": """
        1. Ausbildungsvorbereitung
           • Lernhaus: Coaching, 01.01.–31.12.2022
           • mittendrin, 01.03.–31.12.2022
        2. Qualifizierungsprojekte
           • Neustart 2.0 (TZ), 01.01.–30.06.2022
    """,
    "Laufzeit in brackets with ab": """
        1. Ausbildungsvorbereitung
           • Lernhaus: Coaching (ab 1. März 2022)
           • mittendrin (bis 31. Juli 2022)
        2. Qualifizierungsprojekte
           • Neustart 2.0 (TZ) (1. Januar bis 30. Juni 2022)
    """,
    "TN and months": """
        Ausbildungsvorbereitung:
         - Lernhaus: Coaching: 12 TN, 10 Monate
         - mittendrin: 8 TN, 12 Monate
        Qualifizierungsprojekte:
         - Neustart 2.0 (TZ): 10 TN, 6 Monate
    """,
    "heading in capitals/bold with colon and sentences between": """
        Ausbildungsvorbereitung:
        Hier werden junge Menschen auf eine Ausbildung vorbereitet. Gefördert werden
        folgende Projekte:
          Lernhaus: Coaching
          mittendrin
        Qualifizierungsprojekte:
        Hier werden Erwachsene qualifiziert. Gefördert wird folgendes Projekt:
          Neustart 2.0 (TZ)
    """,
    "year groups sums": """
        Ausbildungsvorbereitung            2022          2023
          Lernhaus: Coaching           20.000,00     20.000,00
          mittendrin                   15.000,00     15.000,00
        Qualifizierungsprojekte
          Neustart 2.0 (TZ)            12.500,00     13.000,00
    """,
    "alternating two columns: name left, details right": """
        Ausbildungsvorbereitung
        Lernhaus: Coaching          Träger: Volkshochschule Musterau, 12 Plätze
        mittendrin                  Träger: Diakonie Beispieltal e. V., 8 Plätze
        Qualifizierungsprojekte
        Neustart 2.0 (TZ)           Träger: Volkshochschule Musterau, 10 Plätze
    """,
    "numbers of projects with P": """
        M1 Ausbildungsvorbereitung
        P1 Lernhaus: Coaching
        P2 mittendrin
        M2 Qualifizierungsprojekte
        P3 Neustart 2.0 (TZ)
    """,
    "project headings, measure as property line": """
        Lernhaus: Coaching
          Maßnahmenart: Ausbildungsvorbereitung
          Träger: Volkshochschule Musterau

        mittendrin
          Maßnahmenart: Ausbildungsvorbereitung
          Träger: Diakonie Beispieltal e. V.

        Neustart 2.0 (TZ)
          Maßnahmenart: Qualifizierungsprojekte
          Träger: Volkshochschule Musterau
    """,
    "numbered project headings, measure as property": """
        Projekt 1: Lernhaus: Coaching
        Die Maßnahmenart ist Ausbildungsvorbereitung; Träger ist die Volkshochschule
        Musterau.

        Projekt 2: mittendrin
        Die Maßnahmenart ist Ausbildungsvorbereitung; Träger ist die Diakonie Beispieltal.

        Projekt 3: Neustart 2.0 (TZ)
        Die Maßnahmenart ist Qualifizierungsprojekte; Träger ist die Volkshochschule
        Musterau.
    """,
    "erstens zweitens": """
        Erstens: Ausbildungsvorbereitung mit Lernhaus: Coaching und mittendrin.
        Zweitens: Qualifizierungsprojekte mit Neustart 2.0 (TZ).
    """,
    "measure behind names with dash": """
        Lernhaus: Coaching, mittendrin – Ausbildungsvorbereitung
        Neustart 2.0 (TZ) – Qualifizierungsprojekte
    """,
    "tree": """
        Ausbildungsvorbereitung
        ├ Lernhaus: Coaching
        └ mittendrin
        Qualifizierungsprojekte
        └ Neustart 2.0 (TZ)
    """,
    "plus signs": """
        Ausbildungsvorbereitung
        + Lernhaus: Coaching
        + mittendrin
        Qualifizierungsprojekte
        + Neustart 2.0 (TZ)
    """,
    "checkbox": """
        [X] Ausbildungsvorbereitung
            Lernhaus: Coaching
            mittendrin
        [X] Qualifizierungsprojekte
            Neustart 2.0 (TZ)
        [ ] Weiterbildungsmaßnahmen für Personal
    """,
    "sums by measure first, then list": """
        Auf die Maßnahmenarten entfallen:
          Ausbildungsvorbereitung      70.000 Euro
          Qualifizierungsprojekte      25.500 Euro

        Die Projekte sind:
          Ausbildungsvorbereitung: Lernhaus: Coaching, mittendrin
          Qualifizierungsprojekte: Neustart 2.0 (TZ)
    """,
}
NAMES = [["Lernhaus: Coaching", "mittendrin"], ["Neustart 2.0 (TZ)"]]


def names(text: str) -> list[list[str]]:
    record = typed_agreement(FRONT + text + BACK)
    return [
        [project.name.value for project in measure.projects]
        for measure in record.measures
        if measure.projects
    ]


@pytest.mark.parametrize("form", FORMS)
def test_names_are_read_whatever_the_list_tells_beside_them(form: str) -> None:
    assert names(FORMS[form]) == NAMES


def test_a_quotation_mark_around_one_name_of_many_is_its_own() -> None:
    text = """
        1. Ausbildungsvorbereitung
           a) „Lernhaus“
           b) mittendrin
        2. Qualifizierungsprojekte
           a) Neustart 2.0
    """
    assert names(text) == [["„Lernhaus“", "mittendrin"], ["Neustart 2.0"]]


def test_a_quotation_mark_around_every_name_is_the_lists() -> None:
    text = """
        1. Ausbildungsvorbereitung
           a) „Lernhaus“
           b) „Werkstatt „Süd““
        2. Qualifizierungsprojekte
           a) „Neustart 2.0“
    """
    assert names(text) == [["Lernhaus", "Werkstatt „Süd“"], ["Neustart 2.0"]]


def test_brackets_that_name_no_carrier_stay_with_their_names() -> None:
    text = """
        1. Ausbildungsvorbereitung
           a) Lernhaus (6 Monate)
           b) mittendrin (TZ)
        2. Qualifizierungsprojekte
           a) Neustart 2.0 (verlängert)
    """
    assert names(text) == [["Lernhaus (6 Monate)", "mittendrin (TZ)"], ["Neustart 2.0 (verlängert)"]]


def test_a_measure_without_a_printed_number_has_none() -> None:
    text = """
        – Ausbildungsvorbereitung
            a) Lernhaus
        – Qualifizierungsprojekte
            a) Neustart 2.0
    """
    record = typed_agreement(FRONT + text + BACK)
    assert [measure.number for measure in record.measures] == [None, None]


def test_a_list_ends_where_items_stand_left_of_it() -> None:
    text = """
        M1 – Ausbildungsvorbereitung
           P1.1 Lernhaus
           P1.2 mittendrin
        M2 – Qualifizierungsprojekte
           P2.1 Neustart 2.0
        4) Nachweis
        – Bericht bis zum 30. April
    """
    assert names(text) == [["Lernhaus", "mittendrin"], ["Neustart 2.0"]]


def test_decimal_numbers_count_names_in_lower_case_too() -> None:
    text = """
        Maßnahmenart 1: Ausbildungsvorbereitung
          1.1 Lernhaus
          1.2 grün:raum
        Maßnahmenart 2: Qualifizierungsprojekte
          2.1 mittendrin
    """
    assert names(text) == [["Lernhaus", "grün:raum"], ["mittendrin"]]


def test_a_dash_that_happens_to_begin_a_line_is_part_of_the_name() -> None:
    text = """
        1. Ausbildungsvorbereitung
           a) Lernhaus – Angebot für junge Menschen am Übergang in Beruf und Ausbildung
              – vollfinanzierte Plätze
           b) mittendrin
        2. Qualifizierungsprojekte
           a) Neustart 2.0
    """
    whole = (
        "Lernhaus – Angebot für junge Menschen am Übergang in Beruf und Ausbildung – vollfinanzierte Plätze"
    )
    assert names(text) == [[whole, "mittendrin"], ["Neustart 2.0"]]


def test_a_sentence_below_a_name_explains_it() -> None:
    text = """
        1. Ausbildungsvorbereitung
           a) Lernhaus: Coaching
              Das Projekt richtet sich an junge Menschen ohne Schulabschluss.
           b) mittendrin
              Junge Frauen bereiten sich auf eine Ausbildung in Teilzeit vor.
        2. Qualifizierungsprojekte
           a) Neustart 2.0 (TZ)
              Erwachsene holen einen Berufsabschluss nach.
    """
    assert names(text) == NAMES


def test_a_name_over_two_lines_is_one() -> None:
    text = """
        1. Ausbildungsvorbereitung
           – Lernhaus: Coaching für junge Menschen am Übergang von der Schule in den Beruf im
             Kreisteil Nord
           – mittendrin
        2. Qualifizierungsprojekte
           – Neustart 2.0 (TZ)
    """
    long = "Lernhaus: Coaching für junge Menschen am Übergang von der Schule in den Beruf im Kreisteil Nord"
    assert names(text) == [[long, "mittendrin"], ["Neustart 2.0 (TZ)"]]


def test_a_legend_says_what_the_letters_in_a_column_stand_for() -> None:
    record = typed_agreement(FRONT + FORMS["legend below with letters"] + BACK)
    assert [measure.title.value for measure in record.measures] == [
        "Ausbildungsvorbereitung",
        "Qualifizierungsprojekte",
    ]


def test_a_mark_that_a_scan_lost_leaves_the_names_in_the_list() -> None:
    text = """
        Maßnahmenart 1: Ausbildungsvorbereitung
          – Lernhaus: Coaching
            Werkstatt Süd
          – Nordlicht
        Maßnahmenart 2: Qualifizierungsprojekte
          – Neustart 2.0 (TZ)
          v Ostwind
    """
    record = typed_agreement(typed_pages(FRONT + text + BACK, origin="ocr"))
    found = [[project.name.value for project in measure.projects] for measure in record.measures]
    assert found == [["Lernhaus: Coaching", "Werkstatt Süd", "Nordlicht"], ["Neustart 2.0 (TZ)", "Ostwind"]]
