"""Where a document ends and the signing begins."""

from __future__ import annotations

import pytest

from extract.language.lines import Line
from extract.language.signing_lines import signs
from extract.layout.layout import find_layout
from tests.signed import signed_in
from tests.typed_pages import typed_pages

BODY = """\
        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben. Diese Vereinbarung tritt mit der letzten Unterschrift in
        Kraft.
"""


def zone_of(text: str) -> list[str]:
    return [row.text for row in find_layout(typed_pages(text)).signature_rows]


def line(text: str) -> Line:
    (page,) = typed_pages(text)
    return Line(1, page.words)


@pytest.mark.parametrize(
    "text",
    [
        "Wiesbaden, den 7.8.2025",
        "Wiesbaden, den 7. August 2025",
        "Groß-Gerau, 9. September 2025",
        "Bad Homburg v. d. Höhe, den 09. SEP. 2025",
        "Friedberg (Hessen), den",
        "Kassel, 3. Febr",
        "Kassel, 3.5.",
        "Kassel den 3. Mai 2024",
        "Limburg a. d. Lahn, am 3. Mai 2024",
        "Kassel (__________)",
        "Ort, Datum",
        "Ort und Datum",
        "Für das Land Hessen",
        "Für den Landkreis Musterland",
        "gez. Muster",
        "i. V. Probe",
        "i.A. Probe",
        "In Vertretung",
        "Im Auftrag",
        "Fulda, 3. Mai 2024, für den Landkreis Fulda:",
        "Geschehen zu Fulda am 3. Mai 2024 namens des Landkreises Fulda",
        "Für den Landkreis Fulda: Fulda, den 3. Mai 2024",
        "Bad Hersfeld, 3.b.2A. für den Landkreis Fulda:",
        "Kassel, für die Stadt Kassel:",
        "Zu 2. – für den Landkreis Fulda",
        "b) Für den Landkreis Fulda:",
        "2. für den Landkreis Fulda: gez. Adil Beispiel, Landrat",
        "3. Mai 2024, Kassel",
    ],
)
def test_lines_that_begin_a_signature_block(text: str) -> None:
    assert signs(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Die Vereinbarung vom 7. August 2025 gilt fort.",
        "Für die Werkstatt stellt das Land im laufenden Jahr die Mittel bereit, soweit",
        "Stand: 7.8.2025",
        "Ausgaben, für die Stadt Kassel",
        "Kassel, 3. Mai 2024; der Landrat berichtet dem Kreistag über den Stand.",
        "Kassel erhält am 3. Mai 2024 für den Landkreis bestimmte Mittel des Landes.",
        "Die Mittel, die am 3. Mai 2024 für den Landkreis Fulda bereitstehen, verfallen",
        "Integration und dem Kreis Offenbach",
        "Lernhaus, 2. Gruppe",
        "Lernhaus, 2. Jahr (2019)",
        "Werkstatt, 2,5 Stellen",
        "Frankfurt am Main",
        "Gegenstand der Vereinbarung",
        "Für die folgenden Jahre gilt dasselbe.",
        "Für den Landkreis sind diese Mittel bestimmt",
        "2. Für die Werkstatt stellt das Land im laufenden Jahr die Mittel bereit.",
        "15.04.2025 Regierungspräsidium Kassel",
        "15.04.2025   Landesamt für Statistik",
        "Der Landkreis berichtet dem Land bis zum 31. März 2025 über den Stand, den er",
    ],
)
def test_lines_of_the_text_that_begin_none(text: str) -> None:
    assert not signs(line(text))


def test_two_columns_at_the_end() -> None:
    block = """\
        Wiesbaden, den 7.8.2025              Groß-Gerau, den 9.9.2025

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat"""
    assert len(zone_of(f"{BODY}\n{block}")) == 3


def test_blocks_below_each_other() -> None:
    zone = zone_of(
        f"""
{BODY}

        Für das Land Hessen
        Wiesbaden, den 7.8.2025

        Heike Muster
        Staatsministerin

        Für den Landkreis Groß-Gerau
        Groß-Gerau, den 9.9.2025

        Adil Beispiel
        Landrat
        """
    )
    assert zone[0] == "Für das Land Hessen"
    assert zone[-1] == "Landrat"
    assert len(zone) == 8


def test_a_block_of_its_own_page() -> None:
    zone = zone_of(
        f"""
{BODY}
\f
        Wiesbaden, den 7.8.2025              Groß-Gerau, den 9.9.2025
        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        """
    )
    assert len(zone) == 3


def test_an_enclosure_behind_the_signatures_is_not_taken_for_them() -> None:
    zone = zone_of(
        f"""
{BODY}

        Wiesbaden, den 7.8.2025              Groß-Gerau, den 9.9.2025

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
\f
        Anlage 1

{BODY}
        Kosten

        Werkstatt Süd                          400.000,00
        Lernhaus Nord                           90.500,00
        """
    )
    assert zone[0].startswith("Wiesbaden")
    assert zone[-1].startswith("Staatsministerin")


def test_the_end_of_the_text_stays_out() -> None:
    zone = zone_of(
        f"{BODY}\n        Wiesbaden, den 7.8.2025\n\n        Heike Muster\n        Staatsministerin"
    )
    assert zone == ["Wiesbaden, den 7.8.2025", "Heike Muster", "Staatsministerin"]


def test_the_parties_of_the_title_are_no_signature_block() -> None:
    zone = zone_of(
        f"""
                              Zielvereinbarung
                                  zwischen
                             dem Land Hessen
                                     und
                        dem Landkreis Groß-Gerau

{BODY}
        Wiesbaden, den 7.8.2025

        Heike Muster
        Staatsministerin
        """
    )
    assert zone[0].startswith("Wiesbaden")


@pytest.mark.parametrize(
    "first", ["§ 1 Gegenstand", "1. Gegenstand", "I. Gegenstand", "Artikel 1 Gegenstand"]
)
@pytest.mark.parametrize(
    "title",
    [
        """
                       Wiesbaden, den 3. Mai 2024

        Land Hessen                            Landkreis Groß-Gerau
        Heike Muster                           Adil Beispiel
        Staatssekretärin                       Landrat
""",
        """
        Wiesbaden, den 3. Mai 2024             Groß-Gerau, den 4. Mai 2024
        Heike Muster                           Adil Beispiel
        Staatssekretärin                       Landrat
""",
    ],
)
def test_who_and_when_above_the_first_section_is_no_signature_block(title: str, first: str) -> None:
    assert not zone_of(f"        Vereinbarung\n{title}\n        {first}\n\n{BODY}")


def test_a_document_that_nobody_signs_has_no_zone() -> None:
    assert zone_of(BODY) == []


def test_a_table_at_the_end_of_an_unsigned_document_is_no_signature_block() -> None:
    layout = find_layout(
        typed_pages(
            f"""
{BODY}
        Projekt                            Betrag in Euro
        Werkstatt Süd                          400.000,00
        Lernhaus Nord                           90.500,00
        """
        )
    )
    assert layout.signature_rows == ()
    assert len(layout.tables) == 1


def test_a_date_that_ends_a_sentence_may_stand_beside_another() -> None:
    block = """
        Kassel                                Musterstadt
        am 3. MAI 2024                        am 8.5.2024.
        Für die Stadt                         Für den Landkreis
        Heike Muster                          Adil Beispiel
    """
    assert zone_of(BODY + block)[1].split() == ["am", "3.", "MAI", "2024", "am", "8.5.2024."]


@pytest.mark.parametrize("names", ["Heike Muster                          Adil Beispiel.", "Adil Beispiel."])
def test_a_speck_behind_a_name_does_not_end_the_block(names: str) -> None:
    block = f"""
        Für die Stadt Kassel                  Für den Landkreis Fulda
        Kassel, 3. Mai 2024                   Fulda, 8. Mai 2024
        Ort, Tag der Unterzeichnung           Ort, Tag der Unterzeichnung



        {names}
        Oberbürgermeisterin                   Landrat
    """
    assert zone_of(BODY + block)[-1].split() == ["Oberbürgermeisterin", "Landrat"]


def test_the_end_of_a_sentence_ends_what_is_signed_though_it_is_a_name() -> None:
    text = """
        Über den Antrag entscheidet das Land; die Bescheide erteilt im Auftrag des Landes das
        Regierungspräsidium Kassel.
    """
    block = """
        Kassel, 3. Mai 2024                   Fulda, 8. Mai 2024
        Heike Muster                          Adil Beispiel
        Oberbürgermeisterin                   Landrat
    """
    assert zone_of(BODY + text + block)[0].split()[0] == "Kassel,"


def test_the_end_of_a_sentence_of_short_words_is_not_signed() -> None:
    text = """
        Die Mittel ruft der Kreis ab. Den Bescheid ändert das Regierungspräsidium
        Kassel. Sonst bleibt alles, wie es ist.
    """
    block = """
        Kassel, 3. Mai 2024                   Fulda, 8. Mai 2024
        Heike Muster, Oberbürgermeisterin     Adil Beispiel, Landrat
    """
    assert zone_of(BODY + text + block)[0].split()[:2] == ["Kassel,", "3."]


def test_a_ruled_table_of_bodies_days_and_officers_is_signed() -> None:
    found = signed_in(
        """
        Zielvereinbarung zwischen dem Land Hessen und dem Landkreis Fulda
        Das Land stellt dem Landkreis für die Ausbildung junger Menschen im Jahr 2019 Mittel bereit.

        +----------------------+-----------------+-------------------+
        | Hessisches           | Wiesbaden       |                   |
        | Sozialministerium    | 4. April 2019   |                   |
        |                      |                 | Heike Muster      |
        |                      |                 | Staatsministerin  |
        +----------------------+-----------------+-------------------+
        | Landkreis Fulda      | Fulda           |                   |
        |                      | 12. April 2019  |                   |
        |                      |                 | Uwe Beispiel      |
        |                      |                 | Landrat           |
        +----------------------+-----------------+-------------------+
        """
    )
    said = [(one.name, one.function, one.place, one.date and one.date.isoformat()) for one in found]
    assert said == [
        ("Heike Muster", "Staatsministerin", "Wiesbaden", "2019-04-04"),
        ("Uwe Beispiel", "Landrat", "Fulda", "2019-04-12"),
    ]


def test_a_table_of_steps_with_days_is_not_signed() -> None:
    found = signed_in(
        """
        Zielvereinbarung zwischen dem Land Hessen und dem Landkreis Fulda
        Das Land stellt dem Landkreis für die Ausbildung junger Menschen im Jahr 2019 Mittel bereit.

        +----------------------+-----------------+-------------------+
        | Landkreis Fulda      | 4. April 2019   | Werkstatt         |
        +----------------------+-----------------+-------------------+
        | Landkreis Fulda      | 12. April 2019  | Landrat           |
        +----------------------+-----------------+-------------------+
        """
    )
    assert found == []


@pytest.mark.parametrize("place", ["Kassel, den 14. August 2016", "Fulda, den 3. September 2016"])
def test_an_offer_and_its_acceptance_are_both_signed_at_one_place_or_at_two(place: str) -> None:
    zone = zone_of(
        f"""
{BODY}
        Kassel, den 14. August 2016
        Hessisches Ministerium für Soziales

        Heike Muster
        Staatsministerin

        Annahmeerklärung

{BODY}
        {place}
        Der Kreisausschuss des Landkreises Fulda

        Adil Beispiel
        Landrat
        """
    )
    assert {"Heike Muster", "Adil Beispiel"} <= set(zone)


@pytest.mark.parametrize(("first", "second"), [("1.", "2."), ("I.", "II."), ("A.", "B.")])
def test_rules_bound_in_behind_the_signatures_do_not_make_them_an_opening(first: str, second: str) -> None:
    zone = zone_of(
        f"""
                        Fördervereinbarung

        {first} Gegenstand

{BODY}
        {second} Laufzeit

{BODY}

        Für das Land Hessen                  Für den Landkreis Groß-Gerau

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
\f
        Förderrichtlinien

        § 1 Zweck

{BODY}
        § 2 Verfahren

{BODY}
        """
    )
    assert zone[0].startswith("Für das Land Hessen")
    assert zone[-1].startswith("Staatsministerin")


def test_counted_parties_are_no_sections_and_do_not_sign_in_the_opening() -> None:
    parties = f"""
                        Fördervereinbarung zwischen

        1. dem Land Hessen und
        2. Landkreis Groß-Gerau

        vertreten durch                   vertreten durch
        Heike Muster                      Adil Beispiel
        Staatsministerin                  Landrat

        § 1 Zweck

{BODY}
        § 2 Verfahren

{BODY}
    """
    assert zone_of(parties) == []


def test_a_long_name_with_its_legal_form_heads_a_signature() -> None:
    zone = zone_of(
        f"""
        § 2 Verfahren

{BODY}

        Musterstadt, den 1. Februar 2024

        Für die Stadt Musterstadt

        Babette Muster
        Bürgermeisterin



        Für den Verein Muster – Hilfe und Rat für Frauen und Kinder in Not e. V.



        Dr. Gesine Beispiel
        Vorsitzende
        """
    )
    assert zone[-1].startswith("Vorsitzende")


SIDES = """
        Mittelgeber                                  Mittelempfänger
        Hessisches Ministerium für Soziales          Stadt Frankfurt am Main
"""


def test_the_sides_above_their_columns_are_signed_though_they_look_like_a_table() -> None:
    block = """\
        Name: Heike Muster                           Name: Adil Beispiel
        Amt: Staatsministerin                        Amt: Oberbürgermeister
        Tag: 07.08.2021                              Tag: 25.09.2021
        Ort: Wiesbaden                               Ort: Frankfurt am Main"""
    zone = zone_of(f"{BODY}{SIDES}{block}")
    assert zone[0] == "Mittelgeber Mittelempfänger"
    assert len(zone) == 6


def test_the_sides_above_text_are_not_signed() -> None:
    assert zone_of(f"{SIDES}\n{BODY}") == []


NOTED = """\
        Fulda, 7. September 2025

        Hiltrud Muster, Landrätin
        Kreisausschuss des Landkreises Fulda

        Ohne Restmittel aus dem Bescheid vom 03.09.2024{sum}.
\f
        Wiesbaden, 3. September 2025

        Adil Beispiel, Staatsminister
        für das Hessische Ministerium für Arbeit, Integration, Jugend und Soziales
"""


def test_a_note_on_money_below_the_first_who_sign_is_not_signed_and_the_longest_name_of_a_body_is() -> None:
    rows = zone_of(BODY + NOTED.format(sum=" über EUR 17.300"))
    assert rows[-1] == "für das Hessische Ministerium für Arbeit, Integration, Jugend und Soziales"
    assert not any("Restmittel" in row for row in rows)


def test_what_stands_between_those_who_sign_and_names_no_money_is_signed() -> None:
    assert any("Restmittel" in row for row in zone_of(BODY + NOTED.format(sum="")))


def test_who_signs_for_whom_may_fill_the_line_below_the_day() -> None:
    block = """
        Wiesbaden, 20.06.2017
        für das Hessische Sozialministerium: gez. Anna Muster, Staatsministerin

        Fulda, 13. JULI 2017
        {}
"""
    whole = "für den Landkreis Waldeck-Frankenberg: gez. i. V. Karl-Heinz Muster, Erster Beigeordneter"
    assert zone_of(BODY + block.format(whole))[-1] == whole
    sentence = "für den Landkreis gilt: gez. Anna Muster und weitere haben zugestimmt, was allen recht war."
    assert zone_of(BODY + block.format(sentence))[-1] != sentence
