"""Parties whom only the signature blocks name."""

from __future__ import annotations

import pytest

from extract.parties.organisations import is_organisation
from tests.typed_pages import typed_agreement, typed_pages

BODY = """
        Die Beteiligten stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben, und zwar in der Form, die sie gemeinsam festlegen.

"""
SIGNED = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis {county}
        Soziales und Integration
"""
MINISTRY, COUNTY = "Hessisches Ministerium für Soziales und Integration", "Landkreis Groß-Gerau"


def parties(title: str, county: str = "Groß-Gerau") -> list[str]:
    record = typed_agreement(title + BODY + SIGNED.format(county=county))
    return [party.name.value for party in record.parties]


def test_those_who_sign_are_the_parties_where_no_title_names_them() -> None:
    record = typed_agreement("        Vereinbarung\n" + BODY + SIGNED.format(county="Groß-Gerau"))
    assert [party.name.value for party in record.parties] == [MINISTRY, COUNTY]
    assert [signatory.party for signatory in record.signatories] == [1, 2]
    assert all(party.name.provenance.confidence <= 0.75 for party in record.parties)


def test_the_ministry_that_signs_is_a_party_where_the_title_names_municipalities_alone() -> None:
    title = """
        Zielvereinbarung
        zwischen
        dem Landkreis Groß-Gerau
        und
        dem Landkreis Kassel
    """
    assert parties(title) == [MINISTRY, COUNTY, "Landkreis Kassel"]


def test_a_party_of_the_signatures_stands_where_it_signs_before_the_ministry_of_the_land() -> None:
    title = """
        Zielvereinbarung
        zwischen
        dem Landkreis Kassel
        und dem Land Hessen
    """
    block = """
        Kassel, den 6.8.2022                 Groß-Gerau, den 9. September 2022

        Rita Vorlage                         Adil Beispiel
        Landrätin                            Landrat
        Landkreis Kassel                     Landkreis Groß-Gerau

        Wiesbaden, den 7.8.2022
        Heike Muster
        Staatsministerin
        Hessisches Ministerium für
        Soziales und Integration
    """
    pages = typed_pages(title + BODY + block, origin="ocr", confidence=0.9)
    record = typed_agreement(pages)
    assert [party.name.value for party in record.parties] == ["Landkreis Kassel", COUNTY, "Land Hessen"]


def test_another_county_that_signs_is_no_party_beside_those_of_the_title() -> None:
    title = """
        Zielvereinbarung
        zwischen
        dem Hessischen Ministerium für Soziales und Integration
        und
        dem Landkreis Kassel
    """
    assert parties(title) == [MINISTRY, "Landkreis Kassel"]


TITLE = """
        Vereinbarung über gemeinsame Kurse
        zwischen
        dem {first}
        und
        dem Landkreis Kassel
"""
BESIDE = """
        Für den Landkreis Groß-Gerau         Für den Landkreis Kassel
        Groß-Gerau, den 9. September 2022    Kassel, den 10. September 2022

        Adil Beispiel                        Jana Probe
        Landrat                              Landrätin
"""
THIRD = """
        Für den Landkreis Fulda
        Fulda, den 9. September 2022

        Egon Exempel
        Landrat
"""


def scanned(first: str, *blocks: str) -> list[tuple[str, bool]]:
    """The parties of a scan, and whether each is certain."""
    text = TITLE.format(first=first) + BODY + "".join(blocks)
    record = typed_agreement(typed_pages(text, origin="ocr", confidence=0.95))
    return [(one.name.value, one.name.provenance.confidence > 0.75) for one in record.parties]


def test_who_signs_beside_all_parties_of_a_scan_is_one_of_them_where_it_signs_among_them() -> None:
    found = scanned("Landkreis Groß-Gerau", THIRD, BESIDE)
    assert [name for name, _ in found] == ["Landkreis Fulda", COUNTY, "Landkreis Kassel"]
    assert not found[0][1]


def test_a_damaged_name_is_the_one_that_signs() -> None:
    assert scanned("Landkrei5 6roßGerzu", BESIDE) == [(COUNTY, False), ("Landkreis Kassel", True)]


@pytest.mark.parametrize("name", ["Am Neuen Markt 6", "Landstadt Allee 12 a"])
def test_an_address_is_no_organisation(name: str) -> None:
    assert not is_organisation(name)


def test_a_bund_is_an_organisation_and_what_is_only_joined_is_none() -> None:
    assert is_organisation("Städtebund Musterau")
    assert is_organisation("Verkehrsverbund Mustertal")
    assert not is_organisation("Ausbildungsverbund Perspektive")
    assert is_organisation("Staatliches Schulamt für den Landkreis Fulda")
    assert is_organisation("Finanzamt Kassel")
    assert not is_organisation("Lotsen im Ehrenamt")


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Finanzamt Kassel", True),
        ("Staatliches Schulamt für den Landkreis Fulda", True),
        ("Hessisches Landesamt für Naturschutz", True),
        ("Amt für Soziales", True),
        ("Bundesamt", False),
        ("Hauptamt", False),
        ("Freies Hauptamt Musterau", False),
        ("Praktikum Gartenamt", False),
        ("Praktikum im Forstamt", False),
        ("Kurs für das Bürgeramt", False),
        ("Zusammen im Hauptamt", False),
        ("Zusammen im Bürgeramt", False),
    ],
)
def test_an_office_heads_its_name(name: str, is_one: bool) -> None:
    assert is_organisation(name) is is_one


OPENING = """
                         Verwaltungsvereinbarung
        über den Ausbau der Radwege

        Die Bundesrepublik Deutschland, vertreten durch das Bundesministerium für Verkehr,
        - nachstehend Bund genannt -
        und
        die Länder der Bundesrepublik Deutschland,
        - nachstehend Länder genannt -
        schließen folgende Vereinbarung:

        Artikel 1 Gegenstand

        Der Bund stellt den Ländern im Jahr 2016 Finanzhilfen von 30 Mio. Euro bereit. Die
        Länder berichten dem Bund bis zum Ende des Jahres über den Stand der Vorhaben und
        legen eine Liste der Vorhaben vor. Näheres regeln die Haushalte der Länder.

        Artikel 2 Laufzeit

        Die Vereinbarung gilt bis zum Ende des Jahres, wenn sie niemand zuvor gekündigt hat.

"""
SIGNING = """
        Für die Bundesrepublik Deutschland:
        Berlin, den 3. Mai 2016
        Anna Muster

        Für das Land Hessen:
        Wiesbaden, den 4. Mai 2016
        Bernd Beispiel

        Für den Freistaat Bayern:
        München, den 5. Mai 2016
        Carla Probe
"""


def test_those_who_sign_are_the_lands_of_which_the_opening_speaks_as_one() -> None:
    record = typed_agreement(OPENING + SIGNING)
    assert [(party.role, party.name.value) for party in record.parties] == [
        ("grantor", "Bundesrepublik Deutschland"),
        ("recipient", "Land Hessen"),
        ("recipient", "Freistaat Bayern"),
    ]
    assert [signatory.party for signatory in record.signatories] == [1, 2, 3]


def test_several_of_whom_nobody_signs_are_doubted() -> None:
    _, lands = typed_agreement(OPENING).parties
    assert lands.name.value == "Länder der Bundesrepublik Deutschland"
    assert lands.name.provenance.confidence <= 0.75
