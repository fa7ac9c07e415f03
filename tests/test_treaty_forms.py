"""Forms of really concluded agreements: treaties of Länder, leagues of societies, universities."""

from __future__ import annotations

from datetime import date

import pytest

from extract.parties.names import nominative
from models.settings import Review
from tests.signed import Signed, signed_in
from tests.test_parties import BODY
from tests.typed_pages import typed_agreement

TREATY = """
                              Grundvereinbarung
              über die gemeinsame Ausbildung von Hafenlotsen

                          Vom 19. September 1986

        Die Bundesrepublik Deutschland,

        vertreten durch den Bundesminister für Verkehr,

        das Land Niedersachsen, vertreten durch den Ministerpräsidenten, dieser vertreten
        durch den Minister für Häfen, Wasserstraßen und Seefahrt,

        die Freie Hansestadt Bremen, vertreten durch den Senator für Häfen,

        schließen folgende Vereinbarung:

                                  Artikel 1

        Die Ausbildung von Lotsen wird gemeinsam getragen. Sie dauert zwei Jahre und
        schließt mit einer Prüfung ab, die alle Länder anerkennen, die ihr beitreten.

                                  Artikel 2

        Diese Vereinbarung tritt am 1. Oktober 1986 in Kraft und gilt auf unbestimmte Zeit.

        Bremen, den 19. September 1986


        Für die Bundesrepublik Deutschland
        Der Bundesminister für Verkehr
        Mustermann

        Für das Land Niedersachsen
        Der Minister für Häfen, Wasserstraßen und Seefahrt
        Dr. Beispiel

        Für die Freie Hansestadt Bremen
        Der Senator für Häfen
        Probst
"""


def test_a_treaty_is_signed_below_its_text_and_not_where_it_tells_who_represents() -> None:
    record = typed_agreement(TREATY)
    assert [party.name.value for party in record.parties] == [
        "Bundesrepublik Deutschland",
        "Land Niedersachsen",
        "Freie Hansestadt Bremen",
    ]
    assert [(one.party, one.function.value) for one in record.signatories if one.function] == [
        (1, "Bundesminister für Verkehr"),
        (2, "Minister für Häfen, Wasserstraßen und Seefahrt"),
        (3, "Senator für Häfen"),
    ]


def test_a_surname_alone_below_an_office_is_a_name_and_doubted() -> None:
    names = [one.name for one in typed_agreement(TREATY).signatories]
    assert [name.value for name in names if name] == ["Mustermann", "Dr. Beispiel", "Probst"]
    threshold = Review().confidence
    assert all(name.provenance.confidence < threshold for name in (names[0], names[2]) if name)


@pytest.mark.parametrize(
    "word", ["Häfen", "Siegel", "(Ort, Datum)"], ids=["behind a name and an office", "a seal", "a label"]
)
def test_a_word_below_a_name_and_its_office_is_none(word: str) -> None:
    block = f"""
        Bremen, den 19. September 1986

        Heike Muster
        Abteilungsleiterin
        {word}
    """
    assert [one.name for one in signed_in(TREATY.split("Bremen, den")[0] + block)] == ["Heike Muster"]


def test_an_office_acts_through_the_one_below() -> None:
    block = """
        Hannover, den 12. März 2024

        Für das Land Niedersachsen
        Der Ministerpräsident,
        dieser vertreten durch
        den Minister des Innern und für Kommunales
        Adil Muster

        Bremen, den 19. März 2024

        Für die Freie Hansestadt Bremen
        Der Präsident des Senats
        vertreten durch
        die Senatorin für Inneres
        Heike Beispiel
    """
    assert signed_in(TREATY.split("Bremen, den")[0] + block) == [
        Signed(
            "Adil Muster",
            "Minister des Innern und für Kommunales",
            "Land Niedersachsen",
            "Hannover",
            date(2024, 3, 12),
            2,
        ),
        Signed(
            "Heike Beispiel",
            "Senatorin für Inneres",
            "Freie Hansestadt Bremen",
            "Bremen",
            date(2024, 3, 19),
            3,
        ),
    ]


LEAGUE = """
                               Rahmenvertrag

        zwischen

        dem Landkreis Groß-Gerau

        und

        den in der Liga der freien Träger zusammengeschlossenen Verbänden der Jugendhilfe:

        Hilfswerk Musterau – Landesverband e.V.

        Der Paritätische Probeverband e. V.

        Jugendring für Beispieltal e.V.

        sowie dem

        Bundesverband privater Anbieter e.V.

        (nachfolgend „Verbände“)

        wird folgender Vertrag geschlossen:

        § 1 Gegenstand

        Der Vertrag regelt, was die Vereinbarungen über Leistungen der Jugendhilfe enthalten
        müssen und wie sie geprüft werden. Er gilt für alle Einrichtungen im Landkreis.

        § 2 Laufzeit

        Der Vertrag gilt auf unbestimmte Zeit. Er kann zum Ende jedes Jahres gekündigt werden.

        Groß-Gerau, den 17. Dezember 2007

        Für den Landkreis Groß-Gerau:
        Adil Muster

        Für das Hilfswerk Musterau – Landesverband e.V.:
        Heike Beispiel

        Für den Jugendring für Beispieltal e.V.:
        Uwe Probe

        Für den Bundesverband privater Anbieter e.V.:
        Leyla Vorlage
"""


def test_who_forms_a_league_is_named_below_a_colon() -> None:
    assert [party.name.value for party in typed_agreement(LEAGUE).parties] == [
        "Landkreis Groß-Gerau",
        "Hilfswerk Musterau – Landesverband e.V.",
        "Paritätischer Probeverband e. V.",
        "Jugendring für Beispieltal e.V.",
        "Bundesverband privater Anbieter e.V.",
    ]


def test_for_a_society_somebody_signs_however_it_is_called() -> None:
    assert [(one.name, one.party) for one in signed_in(LEAGUE)] == [
        ("Adil Muster", 1),
        ("Heike Beispiel", 2),
        ("Uwe Probe", 4),
        ("Leyla Vorlage", 5),
    ]


def test_a_name_that_begins_small_is_doubted() -> None:
    front = """
        Vertrag zwischen dem Landkreis Groß-Gerau und dem in der Liga tätigen Hilfswerk
        über Hilfen für Familien
    """
    hilfswerk = typed_agreement(front + BODY).parties[1].name
    assert hilfswerk.provenance.confidence < Review().confidence


@pytest.mark.parametrize("lead", ["zwischen der", "zwischen\n        der"])
def test_an_article_that_ends_a_line_tells_the_case_of_the_name_below(lead: str) -> None:
    front = f"""
        Zielvereinbarung 2021 bis 2025
        {lead}
        Technischen Universität Musterau
        und dem
        Hessischen Ministerium für Soziales und Integration
    """
    assert [party.name.value for party in typed_agreement(front + BODY).parties] == [
        "Technische Universität Musterau",
        "Hessisches Ministerium für Soziales und Integration",
    ]


@pytest.mark.parametrize(
    ("printed", "name", "sure"),
    [
        ("dem\n        Frauen stärken Musterau e. V.", "Frauen stärken Musterau e. V.", True),
        ("dem\n        Landkreis Musterland Mühlbreite 1, 34999 Linden", "Landkreis Musterland", False),
        ("dem\n        Hilfswerk Probe Käthe-Muster-Platz 2, 34999 Linden", "Hilfswerk Probe", True),
    ],
)
def test_a_name_below_its_article_ends_before_its_address(printed: str, name: str, sure: bool) -> None:
    front = f"""
        Vertrag zwischen dem Land Hessen und
        {printed}
        über Hilfen für Familien
    """
    told = typed_agreement(front + BODY).parties[1].name
    assert told.value == name
    assert (told.provenance.confidence >= Review().confidence) is sure


@pytest.mark.parametrize("below", ["17.03.2022", "17. März 2022", "Inhalt"])
def test_what_a_cover_has_below_the_last_name_is_no_part_of_it(below: str) -> None:
    front = f"""
        Zielvereinbarung 2021 bis 2025 zwischen
        dem Hessischen Ministerium für Soziales und Integration
        und der
        Technischen Universität Musterau
        {below}
    """
    assert typed_agreement(front + BODY).parties[1].name.value == "Technische Universität Musterau"


def test_a_minister_is_no_ministry_though_their_names_are_alike() -> None:
    front = """
        Ziel- und Leistungsvereinbarung zwischen dem
        Thüringer Ministerium für Wirtschaft, Wissenschaft und Digitale Gesellschaft
        und der Technischen Universität Musterau
    """
    block = """
        Erfurt, den 12. Januar 2021

        Wolfram Muster
        Thüringer Minister für Wirtschaft,
        Wissenschaft und Digitale Gesellschaft
    """
    (one,) = signed_in(front + BODY + block)
    assert one.function == "Thüringer Minister für Wirtschaft, Wissenschaft und Digitale Gesellschaft"


@pytest.mark.parametrize(
    ("name", "sure"), [("Heike Muster Adil Beispiel", False), ("Dr. Heike Maria Muster", True)]
)
def test_four_names_in_a_row_may_be_those_of_two(name: str, sure: bool) -> None:
    block = f"""
        Bremen, den 19. September 1986

        Für das Land Niedersachsen
        {name}
        Ministerpräsidentin
    """
    (one,) = typed_agreement(TREATY.split("Bremen, den")[0] + block).signatories
    assert one.name is not None
    assert one.name.value == name
    assert (one.name.provenance.confidence > 0.5) is sure


def test_a_county_is_known_though_its_seat_stands_behind_a_comma() -> None:
    front = """
        Zielvereinbarung 2023 zum Ausbildungs- und Qualifizierungsbudget
        zwischen dem Hessischen Ministerium für Soziales und Integration, Wiesbaden, vertreten durch
        den Minister, und dem Schwalm-Eder-Kreis, Homberg (Efze), vertreten durch den Kreisausschuss
    """
    county = typed_agreement(front + BODY).parties[1]
    assert (county.name.value, county.registry_key, county.role) == (
        "Schwalm-Eder-Kreis",
        "06634000",
        "recipient",
    )


def test_two_of_one_body_sign_side_by_side_below_one_place_and_day() -> None:
    block = """
        Musterau, den 26. Mai 2025

        ______________________
        Prof. Dr. Ottilie Muster
        Präsidentin der Hochschule Musterau

        Groß-Gerau, den 12. Juni 2025

        ______________________              ______________________
        Adil Beispiel                       Heike Vorlage
        Landrat                             Erste Kreisbeigeordnete
        Landkreis Groß-Gerau                Landkreis Groß-Gerau
    """
    front = """
        Kooperationsvertrag zwischen der Hochschule Musterau und dem Landkreis Groß-Gerau
    """
    told = signed_in(front + BODY + block)
    assert [(one.name, one.place, one.date) for one in told][1:] == [
        ("Adil Beispiel", "Groß-Gerau", date(2025, 6, 12)),
        ("Heike Vorlage", "Groß-Gerau", date(2025, 6, 12)),
    ]


def test_whose_signature_it_is_may_be_told_by_number_and_name() -> None:
    block = """
        Unterschrift zu 1.: Hessisches Ministerium
        für Soziales und Integration
        Wiesbaden, den 13. Februar 2019
        (Heike Muster), Staatssekretärin

        Unterschrift zu 2.: Rheingau-Taunus-Kreis
        Bad Schwalbach, den 23.02.2019
        (Adil Beispiel), Landrat
    """
    front = """
        Zielvereinbarung 2019
        zwischen 1. dem Hessischen Ministerium für Soziales und Integration
        und 2. dem Rheingau-Taunus-Kreis
    """
    assert [(one.name, one.organisation, one.party) for one in signed_in(front + BODY + block)] == [
        ("Heike Muster", "Hessisches Ministerium für Soziales und Integration", 1),
        ("Adil Beispiel", "Rheingau-Taunus-Kreis", 2),
    ]


def test_the_signatures_begin_where_the_first_party_is_told_by_number_in_one_long_line() -> None:
    block = """
        Die Auswahl der Projekte ist fachlich nicht zu beanstanden. Sie ergänzen die Leistungen
        nach dem Sozialgesetzbuch, ohne diese zu ersetzen.

        Unterschrift zu 1.: Hessisches Ministerium für Soziales und Integration
        Wiesbaden, den 13. Februar 2019
        (Heike Muster), Staatssekretärin

        Unterschrift zu 2.: Rheingau-Taunus-Kreis
        Bad Schwalbach, den 23.02.2019
        (Adil Beispiel), Landrat
    """
    front = """
        Zielvereinbarung 2019
        zwischen 1. dem Hessischen Ministerium für Soziales und Integration
        und 2. dem Rheingau-Taunus-Kreis
    """
    assert [(one.name, one.organisation, one.party) for one in signed_in(front + BODY + block)] == [
        ("Heike Muster", "Hessisches Ministerium für Soziales und Integration", 1),
        ("Adil Beispiel", "Rheingau-Taunus-Kreis", 2),
    ]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("der Soziale Dienste Musterau gGmbH", "Soziale Dienste Musterau gGmbH"),
        ("der Kommunale Dienste Musterau GmbH", "Kommunale Dienste Musterau GmbH"),
        ("das Regionale Netzwerke Musterau e. V.", "Regionales Netzwerke Musterau e. V."),
        (
            "der Paritätische Wohlfahrtsverband Musterau e. V.",
            "Paritätischer Wohlfahrtsverband Musterau e. V.",
        ),
        ("das Deutsche Rote Kreuz", "Deutsches Rotes Kreuz"),
        ("dem Hessischen statistischen Landesamt", "Hessisches statistisches Landesamt"),
        (
            "der Technischen und naturwissenschaftlichen Schule",
            "Technische und naturwissenschaftliche Schule",
        ),
        ("dem Frauen stärken Musterau e. V.", "Frauen stärken Musterau e. V."),
    ],
)
def test_only_what_describes_a_body_is_declined(printed: str, name: str) -> None:
    assert nominative(printed) == name


@pytest.mark.parametrize("name", ["Vereinigung 17. Juni 1953 e. V.", "Initiative Inhalt e. V."])
def test_a_day_within_a_name_does_not_end_it_in_certainty(name: str) -> None:
    front = f"""
        Vertrag zwischen dem Landkreis Groß-Gerau und der {name}
        über Hilfen für Familien
    """
    told = typed_agreement(front + BODY).parties[1].name
    assert told.value == name or told.provenance.confidence < Review().confidence


@pytest.mark.parametrize("word", ["Kreisverwaltung", "Ordnungsamt"])
def test_a_body_below_an_office_is_nobody(word: str) -> None:
    block = f"""
        Bremen, den 19. September 1986

        Der Senator für Häfen
        {word}
    """
    told = signed_in(TREATY.split("Bremen, den")[0] + block)
    assert [one.name for one in told if one.name] == []
