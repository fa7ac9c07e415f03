"""What a party is, before what it is called."""

from __future__ import annotations

import pytest

from tests.test_signatures_anywhere import BODY
from tests.typed_pages import typed_agreement

OPENING = """
                              Zuwendungsvertrag
                                zwischen
        der Stadt Hünfeld, vertreten durch den Magistrat,
                                  und
        dem {party}, vertreten durch den Vorstand,
"""
SIGNED = """
        Hünfeld, den 12.04.2016          Hünfeld, den 20.04.2016
        Für die Stadt Hünfeld            {signs}

        Karl Muster                      Ernst Beispiel
        Bürgermeister                    Vorsitzender
"""


def named(party: str, signs: str) -> str:
    record = typed_agreement(OPENING.format(party=party) + BODY + SIGNED.format(signs=signs))
    return record.parties[1].name.value


@pytest.mark.parametrize("noun", ["Verein", "gemeinnützigen Verein", "Firma"])
def test_a_noun_is_no_part_of_a_name_that_stands_alone_elsewhere(noun: str) -> None:
    assert (
        named(f"{noun} Lernbrücke Werra e. V.", "Für die Lernbrücke Werra e. V.") == "Lernbrücke Werra e. V."
    )


@pytest.mark.parametrize(
    ("party", "signs"),
    [
        ("Verein Lernbrücke Werra e. V.", "Für den Verein Lernbrücke Werra e. V."),
        ("Verein Lernbrücke Werra e. V.", "Für den Verein"),
        ("Verein für Jugendhilfe e. V.", "Verein für Jugendhilfe e. V."),
    ],
)
def test_a_noun_stays_where_nothing_tells_that_it_is_no_part_of_the_name(party: str, signs: str) -> None:
    assert named(party, signs) == party


def test_a_name_in_quotes_goes_on_to_its_legal_form() -> None:
    name = "Verein „Lernbrücke Werra“ e. V."
    assert named(name, "Für den Verein") == name


def test_what_a_party_is_called_in_quotes_is_no_part_of_its_name() -> None:
    assert named("Lernbrücke Werra e. V. „Verein“ genannt", "Für den Verein") == "Lernbrücke Werra e. V."


@pytest.mark.parametrize("office", ["Bezirksregierung Düsseldorf", "Regierung von Oberbayern"])
def test_a_regional_authority_agrees_and_is_no_person(office: str) -> None:
    opening = OPENING.replace("der Stadt Hünfeld, vertreten durch den Magistrat", f"der {office}")
    block = SIGNED.replace("Für die Stadt Hünfeld            ", f"{office:33}")
    record = typed_agreement(
        opening.format(party="Kreis Kleve") + BODY + block.format(signs="Für den Kreis Kleve")
    )
    assert [party.name.value for party in record.parties] == [office, "Kreis Kleve"]
    first = record.signatories[0]
    assert first.name is not None
    assert first.organisation is not None
    assert (first.name.value, first.organisation.value) == ("Karl Muster", office)


def test_a_ministry_beside_its_land_acts_for_it_and_no_other() -> None:
    front = """
        {land}                           Landkreis Fulda
        Hessisches Ministerium für       Der Kreisausschuss
        Soziales und Integration

                              Vereinbarung

        Zwischen den oben genannten Vertragspartnern wird vereinbart:
"""
    own, other = (
        typed_agreement(front.format(land=f"{land:17}") + BODY)
        for land in ("Land Hessen", "Freistaat Sachsen")
    )
    assert {party.name.value for party in own.parties} == {"Land Hessen", "Landkreis Fulda"}
    assert "Hessisches Ministerium für Soziales und Integration" in [
        party.name.value for party in other.parties
    ]


def test_a_party_in_the_genitive_is_named_as_it_stands_alone() -> None:
    front = """
                          Kooperationsvereinbarung

                                der

                            Stadt Kassel

                              und des

                      Jobcenters Musterstadt

                  über die Zusammenarbeit vor Ort
"""
    names = [party.name.value for party in typed_agreement(front + BODY).parties]
    assert names == ["Stadt Kassel", "Jobcenter Musterstadt"]
