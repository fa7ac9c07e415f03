"""Deeds whose signatures are names alone: the recital tells who acts as what and for whom."""

from __future__ import annotations

import pytest

from tests.signed import signed_in
from tests.typed_pages import typed_agreement

DEED = """
                        Geschehen zu Musterstadt am 3. Mai 2024

        Vor mir, dem Notar mit Amtssitz in Probestadt, erschienen heute:

        1. Herr Uwe Muster, Landrat, handelnd für den Landkreis Fulda,

        2. Frau Dr. Heike Beispiel, Oberbürgermeisterin, dienstansässig im Rathaus,
           handelnd nicht im eigenen Namen, sondern für die Stadt Kassel.

        Die Erschienenen schließen für die Vertretenen folgenden

                                     Vertrag

        § 1 Gegenstand

        Die Vertragspartner gründen eine Gesellschaft für die Verwertung von Altholz
        und legen deren Sitz, Kapital und Organe in den folgenden Bestimmungen fest.

        § 2 Schluss

        Änderungen bedürfen der notariellen Form.

        {announced}

{signed}
"""
SIDE_BY_SIDE = """
        Uwe Muster                           Dr. Heike Beispiel
"""
BELOW = """
        Uwe Muster


        Dr. Heike Beispiel


        L. S.
"""


@pytest.mark.parametrize("names", [SIDE_BY_SIDE, BELOW])
@pytest.mark.parametrize(
    "announced",
    ["Vorgelesen, genehmigt und unterschrieben:", "Dies wurde von allen eigenhändig unterzeichnet:"],
)
def test_the_recital_says_for_whom_those_sign_whose_names_stand_alone(announced: str, names: str) -> None:
    found = signed_in(DEED.format(announced=announced, signed=names))
    assert [(one.name, one.function, one.organisation, one.place, one.party) for one in found] == [
        ("Uwe Muster", "Landrat", "Landkreis Fulda", "Musterstadt", 1),
        ("Dr. Heike Beispiel", "Oberbürgermeisterin", "Stadt Kassel", "Musterstadt", 2),
    ]
    assert {str(one.date) for one in found} == {"2024-05-03"}


def test_an_office_below_the_name_stays_and_the_recital_says_for_whom() -> None:
    below = SIDE_BY_SIDE + "        Erster Kreisbeigeordneter            Bürgermeisterin\n"
    found = signed_in(DEED.format(announced="Vorgelesen, genehmigt und unterschrieben:", signed=below))
    assert [(one.function, one.organisation) for one in found] == [
        ("Erster Kreisbeigeordneter", "Landkreis Fulda"),
        ("Bürgermeisterin", "Stadt Kassel"),
    ]


def test_names_that_nothing_announces_sign_nothing() -> None:
    assert not signed_in(DEED.format(announced="Ansprechpersonen sind im Alltag", signed=SIDE_BY_SIDE))


def test_a_day_that_nobody_can_read_leaves_the_place() -> None:
    deed = DEED.replace("Geschehen zu Musterstadt am 3. Mai 2024", "Verhandelt zu Musterstadt")
    found = signed_in(deed.format(announced="Vorgelesen, genehmigt und unterschrieben:", signed=BELOW))
    assert [(one.place, one.date) for one in found] == [("Musterstadt", None)] * 2


def test_a_party_to_which_garbled_words_lead_is_doubted() -> None:
    deed = DEED.replace(
        "Landrat, handelnd für den Landkreis Fulda", "Landrat, hand eind frden Landkreis Fulda"
    )
    record = typed_agreement(deed.format(announced="Vorgelesen, genehmigt und unterschrieben:", signed=BELOW))
    organisation = record.signatories[0].organisation
    assert organisation is not None
    assert organisation.value == "Landkreis Fulda"
    assert organisation.provenance.confidence < 0.85
