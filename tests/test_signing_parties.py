"""Parties whom only the signature blocks name."""

from __future__ import annotations

from tests.typed_pages import typed_agreement

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


def test_another_county_that_signs_is_no_party_beside_those_of_the_title() -> None:
    title = """
        Zielvereinbarung
        zwischen
        dem Hessischen Ministerium für Soziales und Integration
        und
        dem Landkreis Kassel
    """
    assert parties(title) == [MINISTRY, "Landkreis Kassel"]
