"""Projects in lists that tell more than names: carriers, places, sums, descriptions."""

from __future__ import annotations

import pytest

from extract.certainty.confidence import REPAIRED
from models.values import Origin
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
    "groups by carrier": """
        Maßnahmenart 1 · Ausbildungsvorbereitung
          • Träger: Volkshochschule Musterau
             – Lernhaus: Coaching
          • Träger: Diakonie Beispieltal e. V.
             – mittendrin
        Maßnahmenart 2 · Qualifizierungsprojekte
          • Träger: Volkshochschule Musterau
             – Neustart 2.0 (TZ)

                                       – Berichtswesen –
    """,
    "groups by name of carrier": """
        1. Ausbildungsvorbereitung
           a) Volkshochschule Musterau
              – Lernhaus: Coaching
           b) Diakonie Beispieltal e. V.:
              – mittendrin
        2. Qualifizierungsprojekte
           a) Volkshochschule Musterau
              – Neustart 2.0 (TZ)
    """,
    "quoted titles": """
        Maßnahmenart 1 „Ausbildungsvorbereitung“: Lernhaus: Coaching; mittendrin
        Maßnahmenart 2 „Qualifizierungsprojekte“: Neustart 2.0 (TZ)
    """,
    "quoted titles with marks that were read as others": """
        Maßnahmenart 1 „Ausbildungsvorbereitung‘ – dazu zählen Lernhaus: Coaching sowie mittendrin.

        Maßnahmenart 2 „Qualifizierungsprojekte‘ – dazu zählt Neustart 2.0 (TZ).
    """,
    "columns of measures whose titles have two lines": """
        Projekt                1 Ausbildungs-             2 Qualifizierungs-       Plätze
                               vorbereitung               projekte
        Lernhaus: Coaching         x                                               20
        mittendrin                 x                                               31
        Neustart 2.0 (TZ)                                     x                    40
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
    "numbered paragraphs with run-in lists": """
        (1) Zur Ausbildungsvorbereitung werden gefördert: a) Lernhaus: Coaching, b) mittendrin.
        (2) Als Qualifizierungsprojekte werden gefördert: a) Neustart 2.0 (TZ).
    """,
    "table, three columns, project in the middle, plus total": """
        Maßnahmenart                  Projektbezeichnung       Zuwendung (EUR)
        ----------------------------------------------------------------------
        1. Ausbildungsvorbereitung    Lernhaus: Coaching             40.000,00
                                      mittendrin                     30.000,00
        2. Qualifizierungsprojekte    Neustart 2.0 (TZ)              25.500,00
        ----------------------------------------------------------------------
        Gesamtzuwendung                                              95.500,00
    """,
    "letters as measures, roman projects": """
        A) Ausbildungsvorbereitung
             i.   Lernhaus: Coaching
             ii.  mittendrin
        B) Qualifizierungsprojekte
             i.   Neustart 2.0 (TZ)
    """,
    "measures as bold run-in heads": """
        **Ausbildungsvorbereitung.** Gefördert werden die Projekte Lernhaus: Coaching und
        mittendrin.

        **Qualifizierungsprojekte.** Gefördert wird das Projekt Neustart 2.0 (TZ).
    """,
    "with percentages": """
        Ausbildungsvorbereitung (74 v. H. der Mittel)
          • Lernhaus: Coaching (42 v. H.)
          • mittendrin (32 v. H.)
        Qualifizierungsprojekte (26 v. H. der Mittel)
          • Neustart 2.0 (TZ) (26 v. H.)
    """,
    "project number codes": """
        Ausbildungsvorbereitung
          AV-01  Lernhaus: Coaching
          AV-02  mittendrin
        Qualifizierungsprojekte
          QP-01  Neustart 2.0 (TZ)
    """,
    "file numbers in brackets": """
        Ausbildungsvorbereitung
          – Lernhaus: Coaching (Az. 2022-017)
          – mittendrin (Az. 2022-018)
        Qualifizierungsprojekte
          – Neustart 2.0 (TZ) (Az. 2022-019)
    """,
    "per place": """
        1. Ausbildungsvorbereitung
           1.1 Lernhaus: Coaching, Standort Musterau
           1.2 mittendrin, Standort Beispieltal
        2. Qualifizierungsprojekte
           2.1 Neustart 2.0 (TZ), Standort Musterau
    """,
    "carrier with ltd": """
        1. Ausbildungsvorbereitung
           1.1 Lernhaus: Coaching / Bildungswerk Probe gGmbH
           1.2 mittendrin / Lernen und Arbeiten e. V.
        2. Qualifizierungsprojekte
           2.1 Neustart 2.0 (TZ) / Bildungswerk Probe gGmbH
    """,
    "two parts: AQB and AMB budget headings": """
        I. Ausbildungs- und Qualifizierungsbudget
           Ausbildungsvorbereitung
           – Lernhaus: Coaching
           – mittendrin
        II. Arbeitsmarktbudget
           Qualifizierungsprojekte
           – Neustart 2.0 (TZ)
    """,
    "ruled project rows, measure spanning": """
        +---------------------------+---------+-------------+
        | Ausbildungsvorbereitung   | Plätze  | Euro        |
        +---------------------------+---------+-------------+
        | Lernhaus: Coaching        | 12      | 40.000,00   |
        +---------------------------+---------+-------------+
        | mittendrin                | 8       | 30.000,00   |
        +---------------------------+---------+-------------+
        | Zwischensumme             | 20      | 70.000,00   |
        +---------------------------+---------+-------------+
        | Qualifizierungsprojekte   |         |             |
        +---------------------------+---------+-------------+
        | Neustart 2.0 (TZ)         | 10      | 25.500,00   |
        +---------------------------+---------+-------------+
        | Zwischensumme             | 10      | 25.500,00   |
        +---------------------------+---------+-------------+
    """,
    "running with semicolon and carriers": """
        Im Rahmen der Ausbildungsvorbereitung fördert das Land die Vorhaben Lernhaus: Coaching
        (Volkshochschule Musterau) und mittendrin (Diakonie Beispieltal e. V.); im Rahmen der
        Qualifizierungsprojekte fördert es das Vorhaben Neustart 2.0 (TZ) (Volkshochschule
        Musterau).
    """,
    "counted, with carrier and number of account behind semicolons": """
        Ausbildungsvorbereitung (Maßnahmenart 1)
        01  Lernhaus: Coaching; Volkshochschule Musterau; 50781
        02  mittendrin; Diakonie Beispieltal e. V.; 58336
        Qualifizierungsprojekte (Maßnahmenart 2)
        03  Neustart 2.0 (TZ); Volkshochschule Musterau; 52025
    """,
    "semicolons between projects": """
        Ausbildungsvorbereitung (Maßnahmenart 1)
        Lernhaus: Coaching; mittendrin
        Qualifizierungsprojekte (Maßnahmenart 2)
        Neustart 2.0 (TZ)
    """,
    "footnote mark after measure": """
        Ausbildungsvorbereitung¹
          Lernhaus: Coaching
          mittendrin
        Qualifizierungsprojekte²
          Neustart 2.0 (TZ)
    """,
    "comma list on line below with sums": """
        Maßnahmenart Ausbildungsvorbereitung
        Lernhaus: Coaching (40.000 Euro), mittendrin (30.000 Euro)
        Maßnahmenart Qualifizierungsprojekte
        Neustart 2.0 (TZ) (25.500 Euro)
    """,
    "tabular with dots and two sums": """
        Ausbildungsvorbereitung
          Lernhaus: Coaching .......... 12 Plätze ......... 40.000,00 €
          mittendrin ................... 8 Plätze ......... 30.000,00 €
        Qualifizierungsprojekte
          Neustart 2.0 (TZ) ........... 10 Plätze ......... 25.500,00 €
    """,
    "measure column last with number only and legend in sentence": """
        Die Maßnahmenarten sind Ausbildungsvorbereitung (1) und Qualifizierungsprojekte (2).

        Projekt                Träger                     Maßnahmenart
        Lernhaus: Coaching     Volkshochschule Musterau   1
        mittendrin             Diakonie Beispieltal       1
        Neustart 2.0 (TZ)      Volkshochschule Musterau   2
    """,
    "colon blocks: Projekt 1 (Maßnahmenart)": """
        Projekt 1 (Ausbildungsvorbereitung): Lernhaus: Coaching
        Projekt 2 (Ausbildungsvorbereitung): mittendrin
        Projekt 3 (Qualifizierungsprojekte): Neustart 2.0 (TZ)
    """,
    "sub-measures with amounts between": """
        1. Ausbildungsvorbereitung                              70.000,00 EUR
           davon Lernhaus: Coaching                             40.000,00 EUR
           davon mittendrin                                     30.000,00 EUR
        2. Qualifizierungsprojekte                              25.500,00 EUR
           davon Neustart 2.0 (TZ)                              25.500,00 EUR
    """,
    "measure in a left margin column": """
        Ausbildungs-            Lernhaus: Coaching
        vorbereitung            mittendrin

        Qualifizierungs-        Neustart 2.0 (TZ)
        projekte
    """,
    "und bullets in table cell with sums": """
        Maßnahmenart               Projekte                            Summe
        Ausbildungsvorbereitung    Lernhaus: Coaching, mittendrin      70.000,00 €
        Qualifizierungsprojekte    Neustart 2.0 (TZ)                   25.500,00 €
        zusammen                                                       95.500,00 €
    """,
    "new or continued column": """
        Maßnahmenart              Projekt              Status
        Ausbildungsvorbereitung   Lernhaus: Coaching   Fortführung
        Ausbildungsvorbereitung   mittendrin           neu
        Qualifizierungsprojekte   Neustart 2.0 (TZ)    Fortführung
    """,
    "sentence then dash list then sentence": """
        Für die Ausbildungsvorbereitung sind vorgesehen:
        – Lernhaus: Coaching
        – mittendrin
        Für die Qualifizierungsprojekte ist vorgesehen:
        – Neustart 2.0 (TZ)
        Weitere Projekte bedürfen der Zustimmung des Landes.
    """,
    "quoted, the carrier and its place in brackets, sums": """
        a) Ausbildungsvorbereitung
           - „Lernhaus: Coaching“ (Volkshochschule Musterau, Musterau) – 40.000 Euro
           - „mittendrin“ (Diakonie Beispieltal e. V., Beispieltal) – 30.000 Euro
        b) Qualifizierungsprojekte
           - „Neustart 2.0 (TZ)“ (Volkshochschule Musterau, Musterau) – 25.500 Euro
    """,
    "the most that a sum may be": """
        Maßnahmenart 1, Ausbildungsvorbereitung
           – Lernhaus: Coaching: bis 40.000 Euro
           – mittendrin: höchstens 30.000 Euro
        Maßnahmenart 2, Qualifizierungsprojekte
           – Neustart 2.0 (TZ): bis 25.500 Euro
    """,
    "its measure and the sum of that behind each": """
        Projekt 1: Lernhaus: Coaching / Maßnahmenart 1: Ausbildungsvorbereitung / bis zu EUR 40.000
        Projekt 2: mittendrin / Maßnahmenart 1: Ausbildungsvorbereitung / bis zu EUR 30.000
        Projekt 3: Neustart 2.0 (TZ) / Maßnahmenart 2: Qualifizierungsprojekte / bis zu EUR 25.500
    """,
    "cells with marks, carriers in brackets": """
        +---------------------------+--------------------------------------------------+
        | Maßnahmenart              | Vorhaben und Träger                              |
        +---------------------------+--------------------------------------------------+
        | 1. Ausbildungsvorbereitung| – Lernhaus: Coaching (Volkshochschule Musterau)  |
        |                           | – mittendrin (Diakonie Beispieltal e. V.)        |
        +---------------------------+--------------------------------------------------+
        | 2. Qualifizierungsprojekte| – Neustart 2.0 (TZ) (Volkshochschule Musterau)   |
        +---------------------------+--------------------------------------------------+
    """,
    "cells with a place beside each of their lines": """
        +-------------------------+----------------------------------+-------------+
        | Maßnahmenart            | Projekt                          | Ort         |
        +-------------------------+----------------------------------+-------------+
        | Ausbildungsvorbereitung | Lernhaus: Coaching               | Musterau    |
        |                         | mittendrin                       | Probestadt  |
        +-------------------------+----------------------------------+-------------+
        | Qualifizierungsprojekte | Neustart 2.0 (TZ)                | Beispieltal |
        +-------------------------+----------------------------------+-------------+
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


def test_what_is_alike_behind_all_names_is_doubted() -> None:
    text = """
        1. Ausbildungsvorbereitung
           • Lernhaus – für Jugendliche ohne Schulabschluss
           • mittendrin – für junge Mütter
        2. Qualifizierungsprojekte
           • Neustart 2.0 – für Langzeitarbeitslose
    """
    record = typed_agreement(FRONT + text + BACK)
    assert all(p.name.provenance.confidence < 0.8 for one in record.measures for p in one.projects)


def test_a_bracket_behind_all_names_leaves_open_whether_it_is_part_of_them() -> None:
    text = """
        1. Ausbildungsvorbereitung
           1.1 Lernhaus (Beispieltal)
           1.2 mittendrin (kreisweit)
        2. Qualifizierungsprojekte
           2.1 Neustart 2.0 (Beispieltal)
    """
    record = typed_agreement(FRONT + text + BACK)
    assert all(p.name.provenance.confidence <= REPAIRED for one in record.measures for p in one.projects)


def test_a_title_may_have_its_number_in_brackets_behind_it() -> None:
    text = """
        +--------------------------------+--------------------+-------------------+
        | Maßnahmenart                   | Projekt            | Durchführungsort  |
        +--------------------------------+--------------------+-------------------+
        | Ausbildungsvorbereitung (Nr. 1)| Lernhaus: Coaching | Beispieltal       |
        +--------------------------------+--------------------+-------------------+
        |                                | mittendrin         | Musterau          |
        +--------------------------------+--------------------+-------------------+
        | Qualifizierungsprojekte        | Neustart 2.0       | Beispieltal       |
        | zur Arbeitsmarktintegration    |                    |                   |
        | (Nr. 2)                        |                    |                   |
        +--------------------------------+--------------------+-------------------+
    """
    record = typed_agreement(FRONT + text + BACK)
    assert [(one.number, one.title.value) for one in record.measures if one.projects] == [
        (1, "Ausbildungsvorbereitung"),
        (2, "Qualifizierungsprojekte zur Arbeitsmarktintegration"),
    ]


def test_a_column_that_lists_line_by_line_parts_no_names_otherwise() -> None:
    text = """
        +---------------------------+----------------------------+
        | Maßnahmenart              | Projekte                   |
        +---------------------------+----------------------------+
        | Ausbildungsvorbereitung   | Berufswegeplanung Musterau |
        |                           | Werkstatt für Jugendliche  |
        |                           | Lückenschluss Rhön         |
        +---------------------------+----------------------------+
        | Qualifizierungsprojekte   | Jobfit Pflege und Küche    |
        +---------------------------+----------------------------+
    """
    record = typed_agreement(FRONT + text + BACK)
    named = [[p.name.value for p in one.projects] for one in record.measures]
    assert named == [
        ["Berufswegeplanung Musterau", "Werkstatt für Jugendliche", "Lückenschluss Rhön"],
        ["Jobfit Pflege und Küche"],
    ]
    assert {p.name.provenance.confidence for p in record.measures[0].projects} == {REPAIRED}


def test_names_that_are_wrapped_in_a_column_are_no_list() -> None:
    text = """
        +---------------------------+----------------------------+
        | Maßnahmenart              | Projekte                   |
        +---------------------------+----------------------------+
        | Ausbildungsvorbereitung   | Berufswegeplanung Musterau |
        |                           | für junge Frauen aus Rhön  |
        +---------------------------+----------------------------+
        | Qualifizierungsprojekte   | Neustart Werkstatt Rhön in |
        |                           | Teilzeit                   |
        +---------------------------+----------------------------+
    """
    record = typed_agreement(FRONT + text + BACK)
    assert [[p.name.value for p in one.projects] for one in record.measures] == [
        ["Berufswegeplanung Musterau für junge Frauen aus Rhön"],
        ["Neustart Werkstatt Rhön in Teilzeit"],
    ]


def test_names_that_nothing_but_a_word_parts_may_be_one() -> None:
    text = """
        +---------------------------+----------------------------+
        | Maßnahmenart              | Projekte                   |
        +---------------------------+----------------------------+
        | Ausbildungsvorbereitung   | Jobfit Pflege und Küche    |
        +---------------------------+----------------------------+
        | Qualifizierungsprojekte   | Neustart Rhön              |
        +---------------------------+----------------------------+
    """
    record = typed_agreement(FRONT + text + BACK)
    doubts = [p.name.provenance.confidence for one in record.measures for p in one.projects]
    assert max(doubts[:-1]) == REPAIRED < doubts[-1]


def test_names_that_only_one_reading_finds_are_doubted() -> None:
    text = """
        +---------------------------+-----------------------------------+
        | Maßnahmenart              | Projekte                          |
        +---------------------------+-----------------------------------+
        | Ausbildungsvorbereitung   | Lernhaus, Werkstatt und mehr      |
        +---------------------------+-----------------------------------+
        | Qualifizierungsprojekte   | Neustart 2.0                      |
        +---------------------------+-----------------------------------+
    """
    record = typed_agreement(FRONT + text + BACK)
    sure = [
        p.name.value for one in record.measures for p in one.projects if p.name.provenance.confidence > 0.8
    ]
    assert sure == ["Neustart 2.0"]


def test_a_name_goes_on_on_the_next_line_behind_a_preposition_and_before_its_number() -> None:
    text = """
        Zur Maßnahmenart 1 (Ausbildungsvorbereitung): Die Volkshochschule Musterau bietet Beratung vor
        Ort: Lernhaus an. Für alle Jugendlichen führt die Diakonie das Projekt Werkstatt Süd – Modul
        2: Einstieg durch.

        Zur Maßnahmenart 2 (Qualifizierungsprojekte): Die Volkshochschule bietet Neustart 2.0 an.
    """
    assert names(text) == [
        ["Beratung vor Ort: Lernhaus", "Werkstatt Süd – Modul 2: Einstieg"],
        ["Neustart 2.0"],
    ]


def test_a_project_called_like_an_organisation_is_none_before_a_heading_set_off_by_dashes() -> None:
    text = """
        Maßnahmenart 1 · Ausbildungsvorbereitung
          – Lernhaus
        Maßnahmenart 2 · Qualifizierungsprojekte
          – Methodenwerkstatt

                                       – Berichtswesen –
    """
    assert names(text) == [["Lernhaus"], ["Methodenwerkstatt"]]


@pytest.mark.parametrize("number", ["1/{}", "1.{}"])
def test_the_number_of_a_project_in_its_cell_is_no_part_of_its_name(number: str) -> None:
    one, two = number.format(1), number.format(2)
    assert names(
        f"""
        Arbeitsfeld                  Kurs                        EUR

        1 Ausbildungsvorbereitung    {one} Lernhaus           40.000,00
                                     {two} Werkstatt 4.0      30.000,00
        2 Qualifizierungsprojekte    {one.replace("1", "2", 1)} Neustart           25.500,00
        """
    ) == [["Lernhaus", "Werkstatt 4.0"], ["Neustart"]]


def test_a_number_with_a_letter_counts_projects_on_the_next_page_too() -> None:
    assert names(
        """
        Nr.    Projekt                   Monate

        Maßnahmenart 1 – Ausbildungsvorbereitung
        1a     Lernhaus                  02-12
        1b     Werkstatt 4.0             03-11
        Maßnahmenart 2 – Qualifizierungsprojekte
\f
        2a     Neustart                  01-12
        """
    ) == [["Lernhaus", "Werkstatt 4.0"], ["Neustart"]]


def test_a_word_unknown_for_maßnahmenarten_and_one_that_leads_to_their_projects() -> None:
    assert names(
        """
        Arbeitsfeld 1 Ausbildungsvorbereitung
        Kurse: Lernhaus; Werkstatt
        Arbeitsfeld 2 Qualifizierungsprojekte
        Kurse: Neustart; Rückenwind
        """
    ) == [["Lernhaus", "Werkstatt"], ["Neustart", "Rückenwind"]]


def test_what_follows_a_word_that_leads_to_each_list_or_is_part_of_the_name_is_disputed() -> None:
    text = """
        Arbeitsfeld 1 Ausbildungsvorbereitung
        Kurse: Lernhaus; Werkstatt
        Arbeitsfeld 2 Qualifizierungsprojekte
        Kurse: Neustart; Rückenwind
    """
    found = [
        one.name for measure in typed_agreement(FRONT + text + BACK).measures for one in measure.projects
    ]
    assert [name.value for name in found if name.provenance.confidence <= REPAIRED] == [
        "Lernhaus",
        "Neustart",
    ]


@pytest.mark.parametrize("sign", ["·", "•", "/", "–", "—", ":"])
@pytest.mark.parametrize(("mark", "aim"), [("- ", ""), ("", "          Abschlüsse         mind. 21")])
def test_a_sign_between_a_counted_word_and_the_title_is_part_of_neither(
    sign: str, mark: str, aim: str
) -> None:
    found = typed_agreement(
        f"""
                           Zielvereinbarung

        2 Zielfelder und Projekte
        Jede Maßnahmenart des Programms bildet ein Zielfeld. Den Projekten
        sind Kennzahlen zugeordnet.

        Zielfeld 1 {sign} Ausbildungsvorbereitung
        {mark}Lernhaus {aim}
        Zielfeld 2 {sign} Qualifizierungsprojekte
        {mark}Neustart {aim}
        """
    )
    assert [(one.number, one.title.value) for one in found.measures] == [
        (1, "Ausbildungsvorbereitung"),
        (2, "Qualifizierungsprojekte"),
    ]
    assert [one.name.value for measure in found.measures for one in measure.projects] == [
        "Lernhaus",
        "Neustart",
    ]


def test_the_uncounted_last_row_with_a_sum_is_a_total_whatever_it_is_called() -> None:
    assert names(
        """
        Ziff.  Maßnahmenart und Projekte       Anteil

        1      Ausbildungsvorbereitung        70.000,00 €
        1.1    Lernhaus
        1.2    Werkstatt
        2      Qualifizierungsprojekte        25.500,00 €
        2.1    Neustart
               Fördervolumen                  95.500,00 €
        """
    ) == [["Lernhaus", "Werkstatt"], ["Neustart"]]


def test_places_in_brackets_behind_all_names_are_told_of_them() -> None:
    text = """
        1. Ausbildungsvorbereitung
           a) Lernhaus (Musterau)
           b) mittendrin (TZ) (Beispieltal)
        2. Qualifizierungsprojekte
           a) Neustart 2.0 (Probestadt)
    """
    assert names(text) == [["Lernhaus", "mittendrin (TZ)"], ["Neustart 2.0"]]


def test_what_leads_to_a_list_beside_its_maßnahmenart_is_no_part_of_the_first_name() -> None:
    text = """
        fördert Maßnahmenart 1:            führt durch:
        Ausbildungsvorbereitung            – Lernhaus

        fördert Maßnahmenart 2:            führt durch: – Neustart
        Qualifizierungsprojekte
    """
    record = typed_agreement(FRONT + text + BACK)
    assert names(text) == [["Lernhaus"], ["Neustart"]]
    assert [one.number for one in record.measures] == [1, 2]


def test_a_name_like_that_of_a_carrier_is_a_project_if_particulars_stand_below_it() -> None:
    text = """
        Maßnahmenart 1: Ausbildungsvorbereitung
          1.1  Lernwerkstatt
               Träger: Bildungswerk Musterau · Ort: Musterau
          1.2  Fahrradwerkstatt e. V.
               Träger: Bildungswerk Musterau · Ort: Musterau
    """
    assert names(text) == [["Lernwerkstatt", "Fahrradwerkstatt e. V."]]


def test_each_row_of_a_table_has_one_project_where_there_are_more_rows_than_measures() -> None:
    text = """
        Die Mittel verteilen sich auf diese Vorhaben:

        +---------------------------+----------------------+--------+------------+
        | Maßnahmenart              | Vorhaben             | Plätze | Ansatz     |
        +---------------------------+----------------------+--------+------------+
        | 1 Ausbildungsvorbereitung | Lernhaus, Gruppe B  |     12 | 217.423,00 |
        +---------------------------+----------------------+--------+------------+
        |                           | Werkstatt (TZ)       |      8 | 124.400,00 |
        +---------------------------+----------------------+--------+------------+
        | 2 Qualifizierungsprojekte | Neustart, Gruppe A  |     20 |  98.700,00 |
        +---------------------------+----------------------+--------+------------+
    """
    assert names(text) == [["Lernhaus, Gruppe B", "Werkstatt (TZ)"], ["Neustart, Gruppe A"]]


def test_a_bracket_and_a_dash_hold_the_lines_of_a_name_together_whatever_stands_beside_it() -> None:
    text = """
        Nr.  Vorhaben                 Träger, Ort

        Maßnahmenart 1: Ausbildungsvorbereitung
        1/1  Netzwerk Lernhaus –      Probewerk e. V.,
             Vollzeit                 Probestadt
        1/2  Werkstatt (Mitte         Lernhof gGmbH,
             und Süd)                 Musterau
        Maßnahmenart 2: Qualifizierungsprojekte
        2/1  Neustart                 Lernhof gGmbH
    """
    assert names(text) == [["Netzwerk Lernhaus – Vollzeit", "Werkstatt (Mitte und Süd)"], ["Neustart"]]


def test_the_days_on_which_rates_are_paid_are_no_projects() -> None:
    text = """
        Für das Vorhaben werden gezahlt:

          1. Rate:
             • 21.000 Euro am 15.02.2024
          2. Rate:
             • 104.000 Euro am 15.05.2024
    """
    assert typed_agreement(FRONT + text + BACK).measures == ()


def test_the_form_of_most_names_of_a_scan_tells_what_the_others_have_lost() -> None:
    text = """
        a) Ausbildungsvorbereitung
           - „Lernhaus“ (Volkshochschule Musterau, Musterau)
           - „Werkstatt“ (Diakonie Beispieltal e. V., Beispieltal
           - Neustart“ (Volkshochschule Musterau, Musterau)
           - „Kompass“ (Diakonie Beispieltal e. V., Beispieltal)
        b) Qualifizierungsprojekte
           - „Tandem“ (Volkshochschule Musterau, Musterau)
    """
    record = typed_agreement(typed_pages(FRONT + text + BACK, origin="ocr", confidence=0.95))
    found = [project.name for measure in record.measures for project in measure.projects]
    assert [name.value for name in found] == ["Lernhaus", "Werkstatt", "Neustart", "Kompass", "Tandem"]
    assert found[2].provenance.confidence <= REPAIRED


@pytest.mark.parametrize("carrier", ["", " (Volkshochschule Musterau)"])
def test_names_of_a_scan_that_have_one_quotation_mark_lost_the_other(carrier: str) -> None:
    text = f"""
        a) Ausbildungsvorbereitung
           - „Lernhaus (TZ)“{carrier}
        b) Qualifizierungsprojekte
           - „Werkstatt“{carrier}
           - Neustart“{carrier}
        c) Ausbildung in anerkannten Ausbildungsberufen
           - „Kompass“{carrier}
           - Tandem (TZ)“{carrier}
    """
    record = typed_agreement(typed_pages(FRONT + text + BACK, origin="ocr", confidence=0.95))
    found = [project.name for measure in record.measures for project in measure.projects]
    assert [name.value for name in found] == [
        "Lernhaus (TZ)",
        "Werkstatt",
        "Neustart",
        "Kompass",
        "Tandem (TZ)",
    ]
    assert [name.provenance.confidence <= REPAIRED for name in found] == [False, False, True, False, True]


def test_the_last_name_of_an_enumeration_that_stops_in_the_middle_is_doubted() -> None:
    text = """
        (1) Ausbildungsvorbereitung mit den Projekten Lernhaus und Werkstatt Süd;
        (2) Qualifizierungsprojekte mit dem Projekt Neustart in der
    """
    found = typed_agreement(FRONT + text + BACK).measures[1].projects
    assert all(one.name.provenance.confidence <= REPAIRED for one in found)


def test_a_comma_of_a_title_that_a_scan_has_as_a_full_stop_ends_none() -> None:
    text = """
        1. Qualifizierungsprojekte zur Arbeitsmarktintegration. Fachkräftesicherung: das
           Projekt Lernhaus
        2. Ausbildungsvorbereitung: das Projekt Werkstatt
    """
    record = typed_agreement(typed_pages(FRONT + text + BACK, origin="ocr", confidence=0.95))
    title = "Qualifizierungsprojekte zur Arbeitsmarktintegration, Fachkräftesicherung"
    assert [one.title.value for one in record.measures] == [title, "Ausbildungsvorbereitung"]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("1. ", "", "3. "), [1, 2, 3]),
        (("", "2. ", "3. "), [1, 2, 3]),
        (("1. ", "", "4. "), [1, None, 4]),
        (("", "", ""), [None, None, None]),
    ],
)
def test_a_number_that_a_scan_lost_is_the_one_between_its_neighbours(
    numbers: tuple[str, str, str], told: list[int | None]
) -> None:
    first, second, third = numbers
    text = f"""
        {first}Ausbildungsvorbereitung
           – Lernhaus am Ring
        {second}Qualifizierungsprojekte
           – Werkstatt Nord
           – Neustart
        {third}Ausbildung in anerkannten Ausbildungsberufen
           – Kompass
    """
    record = typed_agreement(typed_pages(FRONT + text + BACK, origin="ocr", confidence=0.95))
    assert [one.number for one in record.measures] == told


@pytest.mark.parametrize(
    ("one", "other", "doubted"),
    [
        ("Logistik kompakt", "Logistik kom pakt (TZ)", True),
        ("SprInt e. V.", "Campus Sprint", True),
        ("Logistik kompakt", "Logistik (TZ)", False),
        ("Sprint e. V.", "Campus Sprint", False),
    ],
)
def test_a_word_that_a_scan_writes_in_two_ways_is_doubted(one: str, other: str, doubted: bool) -> None:
    text = f"""
        1. Ausbildungsvorbereitung
           – {one}
        2. Qualifizierungsprojekte
           – {other}
           – Neustart
    """
    record = typed_agreement(typed_pages(FRONT + text + BACK, origin="ocr", confidence=0.95))
    name = record.measures[1].projects[0].name
    assert (name.provenance.confidence <= REPAIRED) == doubted


def test_a_society_of_a_scan_keeps_its_last_stop() -> None:
    text = """
        1. Ausbildungsvorbereitung
           – Lernhaus e. V
        2. Qualifizierungsprojekte
           – Neustart
    """
    for origin, name in (("ocr", "Lernhaus e. V."), ("text_layer", "Lernhaus e. V")):
        record = typed_agreement(typed_pages(FRONT + text + BACK, origin=origin, confidence=0.95))
        assert record.measures[0].projects[0].name.value == name


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("Küche &.Service Nord", "Küche & Service Nord"),
        ("Lernhaus –.Modul 1 : Holz", "Lernhaus – Modul 1: Holz"),
        (".Lernhaus Nord", "Lernhaus Nord"),
        ("3A Lernhaus Nord", "Lernhaus Nord"),
        ("32 „Lernhaus“ Nord", "„Lernhaus“ Nord"),
        ("50 plus Nord", "50 plus Nord"),
        ("3D Druckwerkstatt Nord", "3D Druckwerkstatt Nord"),
        ("Lernhaus ($ 13 SGB VIII)", "Lernhaus (§ 13 SGB VIII)"),
        ("Lernhaus (8 13 SGB VIII)", "Lernhaus (§ 13 SGB VIII)"),
        ("Lernhaus (8 Wochen)", "Lernhaus (8 Wochen)"),
        ("Lernhaus 2.0 e. V. (2. Jahr)", "Lernhaus 2.0 e. V. (2. Jahr)"),
    ],
)
def test_specks_before_the_words_of_a_scanned_name_are_none_of_it(read: str, name: str) -> None:
    text = f"""
        1. Ausbildungsvorbereitung
           – {read}
        2. Qualifizierungsprojekte
           – Neustart
    """
    record = typed_agreement(typed_pages(FRONT + text + BACK, origin="ocr", confidence=0.95))
    found = record.measures[0].projects[0].name
    assert found.value == name
    assert read == name or found.provenance.confidence <= REPAIRED
    digital = typed_agreement(FRONT + text + BACK)
    assert digital.measures[0].projects[0].name.value == read


@pytest.mark.parametrize(("title", "known"), [("Qualifizierungsprojekte", True), ("Förderlehrgang", False)])
def test_a_scanned_title_that_the_catalogue_does_not_have_is_disputed(title: str, known: bool) -> None:
    text = f"""
        Maßnahmenart 1: Ausbildungsvorbereitung
           – Lernhaus
        Maßnahmenart 2: {title}
           – Neustart
    """
    scanned = typed_agreement(typed_pages(FRONT + text + BACK, origin="ocr", confidence=0.95)).measures[1]
    digital = typed_agreement(FRONT + text + BACK).measures[1]
    assert scanned.title.value == digital.title.value == title
    assert (scanned.title.provenance.confidence > REPAIRED) is known
    assert digital.title.provenance.confidence > REPAIRED


def test_a_society_above_an_item_without_its_mark_is_a_project() -> None:
    text = """
        Maßnahmenart 1: Ausbildungsvorbereitung
        – Maßnahme „Lernhaus e. V.“

          Werkstatt Süd

        – Kompass

        Maßnahmenart 2: Qualifizierungsprojekte
        – Neustart
    """
    record = typed_agreement(typed_pages(FRONT + text + BACK, origin="ocr", confidence=0.95))
    names = [one.name.value for one in record.measures[0].projects]
    assert names == ["Maßnahme „Lernhaus e. V.“", "Werkstatt Süd", "Kompass"]


def test_a_speck_beside_the_heading_of_rows_is_no_cell() -> None:
    text = """
        | Maßnahmenart / Vorhaben       | Laufzeit                |
        +-------------------------------+-------------------------+
        | 1. Ausbildungsvorbereitung    |                         |
        +-------------------------------+-------------------------+
        | Lernhaus                      | 01.01.2022 – 31.12.2022 |
        +-------------------------------+-------------------------+
        | 2. Qualifizierungsprojekte    | -                       |
        +-------------------------------+-------------------------+
        | Werkstatt Süd                 | 01.01.2022 – 31.12.2022 |
        +-------------------------------+-------------------------+
        | Neustart                      | 01.01.2022 – 31.12.2022 |
        +-------------------------------+-------------------------+
    """
    found = typed_agreement(FRONT + text + BACK).measures
    assert [(one.number, len(one.projects)) for one in found] == [(1, 1), (2, 2)]


def test_a_label_tells_of_the_project_above_though_a_mark_was_read_before_it() -> None:
    text = """
        1. Ausbildungsvorbereitung
           – Lernhaus
           – Träger: Volkshochschule; Plätze: 33
           – Werkstatt Süd
        2. Qualifizierungsprojekte
           – Neustart
           – Träger: Volkshochschule; Plätze: 12
    """
    record = typed_agreement(typed_pages(FRONT + text + BACK, origin="ocr", confidence=0.95))
    found = [[one.name.value for one in measure.projects] for measure in record.measures]
    assert found == [["Lernhaus", "Werkstatt Süd"], ["Neustart"]]


@pytest.mark.parametrize("label", ["Träger", "Laufzeit", "Zielgruppe"])
def test_particulars_at_length_below_a_name_do_not_end_the_list(label: str) -> None:
    text = f"""
        Maßnahmenart 1: Ausbildungsvorbereitung
          1.1 Lernhaus
          {label}: für alle, die es von sich aus wollen und können · 24 Plätze
          Budget: 40.000 Euro
          1.2 Werkstatt
          {label}: für alle, die es von sich aus wollen und können · 15 Plätze
          Budget: 30.000 Euro
        Die Träger berichten dem Land halbjährlich über den Stand der Dinge.
          1.3 Keines
"""
    record = typed_agreement(FRONT + text + BACK)
    assert [one.name.value for one in record.measures[0].projects] == ["Lernhaus", "Werkstatt"]


def test_what_leads_to_the_next_title_of_a_list_is_no_part_of_one() -> None:
    text = """
        1. Ausbildungsvorbereitung und
           a) Lernhaus
        2. Qualifizierungsprojekte
           b) Werkstatt
"""
    assert [one.title.value for one in typed_agreement(FRONT + text + BACK).measures] == [
        "Ausbildungsvorbereitung",
        "Qualifizierungsprojekte",
    ]


@pytest.mark.parametrize("origin", ["ocr", "text_layer"])
def test_what_counts_projects_in_a_column_of_its_own_parts_nothing_from_them(origin: Origin) -> None:
    text = """
        Zur Maßnahmenart 1 („Ausbildungsvorbereitung“) gehören:
           Projekt 1    Lernhaus für Alleinerziehende
           Projekt 2    Werkhof U25
        Zur Maßnahmenart 2 („Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen“)
        gehören:
           Projekt 3    Neustart 4.0
           Projekt 4    Tandem 4.0
    """
    record = typed_agreement(typed_pages(FRONT + text + BACK, origin=origin, confidence=0.95))
    assert [[project.name.value for project in measure.projects] for measure in record.measures] == [
        ["Lernhaus für Alleinerziehende", "Werkhof U25"],
        ["Neustart 4.0", "Tandem 4.0"],
    ]


@pytest.mark.parametrize(
    ("told", "names", "sure"),
    [
        (
            "Lernhaus (2 Tage) (Caritas, 18), Werkstatt (vhs, 6), Bauhof (AWO, 9)",
            ["Lernhaus (2 Tage)", "Werkstatt", "Bauhof"],
            True,
        ),
        ("Lernhaus (Caritas, 18), Werkstatt (Haus 2), Bauhof (AWO, 9)", None, False),
    ],
)
def test_a_bracket_behind_each_may_tell_who_runs_it_and_for_how_many(
    told: str, names: list[str] | None, sure: bool
) -> None:
    record = typed_agreement(FRONT + f"        Maßnahmenart 1 Qualifizierungsprojekte: {told}\n" + BACK)
    found = [project for measure in record.measures for project in measure.projects]
    if names is not None:
        assert [project.name.value for project in found] == names
    assert all(project.name.provenance.confidence > REPAIRED for project in found) is sure
