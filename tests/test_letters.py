"""Agreements by letters: an offer and its acceptance, each with a head, a greeting and a signature."""

from __future__ import annotations

from datetime import date

import pytest

from tests.signed import Signed, signed_in
from tests.typed_pages import typed_agreement

MINISTRY = "Hessisches Ministerium für Soziales und Integration"
OFFER = Signed("Heike Muster", "Staatsministerin", MINISTRY, "Wiesbaden", date(2022, 8, 7), 1)
ACCEPTANCE = Signed("Adil Beispiel", "Landrat", "Landkreis Groß-Gerau", "Groß-Gerau", date(2022, 9, 9), 2)

HEADS = {
    "sender above the addressee, the day at the right": (
        """
        Hessisches Ministerium für Soziales und Integration
        Musterallee 4 · Wiesbaden

        An den
        Landkreis Groß-Gerau

                                                     Unser Zeichen: V 9-25b
                                                     Wiesbaden, den 7.8.2022
        """,
        """
                                                     Landkreis Groß-Gerau

        An das
        Hessische Ministerium für Soziales und Integration

                                                     Groß-Gerau, 9. September 2022
        """,
    ),
    "the organ of the sender, the day below the subject": (
        """
        Hessisches Ministerium für Soziales und Integration

        An den Kreisausschuss
        des Landkreises Groß-Gerau

        Wiesbaden, 7. August 2022
        """,
        """
        Kreisausschuss des Landkreises Groß-Gerau

        An das Hessische Ministerium für Soziales und Integration
        Wiesbaden

        Groß-Gerau, am 09. SEP. 2022
        """,
    ),
}
LETTERS = """{offer}
        Zielvereinbarung 2022 zum Ausbildungs- und Qualifizierungsbudget

        {greeting}

        nach den Gesprächen der letzten Wochen schlagen wir Ihnen vor, Folgendes zu tun.
        Die Angebote sollen auch Menschen offenstehen, die keine Leistungen beziehen, und
        zwar bis zum 31. Dezember 2022. Wir bitten um Ihre schriftliche Zustimmung dazu.

        {closing}



        Heike Muster
        Staatsministerin
\f{acceptance}
        Ihr Schreiben zur Zielvereinbarung 2022

        {greeting}

        mit dem Inhalt Ihres Schreibens sind wir einverstanden und erklären die Annahme.

        {closing}



        Adil Beispiel
        Landrat
"""


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize(
    ("greeting", "closing"),
    [
        ("Sehr geehrte Damen, sehr geehrte Herren,", "Mit freundlichen Grüßen"),
        ("Sehr geehrter Herr Landrat,", "Mit freundlichem Gruß"),
        ("Sehr geehrte Damen und Herren,", "Hochachtungsvoll"),
        ("Guten Tag,", "Freundliche Grüße"),
        ("Sehr geehrte Frau Muster!", "Mit vorzüglicher Hochachtung"),
    ],
)
def test_the_head_of_a_letter_tells_who_signs_it_where_and_when(
    heads: tuple[str, str], greeting: str, closing: str
) -> None:
    offer, acceptance = heads
    text = LETTERS.format(offer=offer, acceptance=acceptance, greeting=greeting, closing=closing)
    assert signed_in(text) == [OFFER, ACCEPTANCE]
    assert [(one.value, one.role) for one in typed_agreement(text).dates] == [
        (date(2022, 12, 31), "period_end"),
        (date(2022, 8, 7), "signature"),
        (date(2022, 9, 9), "signature"),
    ]


def test_a_letter_above_an_agreement_takes_nothing_from_its_signatures() -> None:
    text = """
        Landkreis Groß-Gerau
                                                     Groß-Gerau, 9. September 2022

        Sehr geehrte Damen und Herren,

        beigefügt übersenden wir Ihnen die von uns unterzeichnete Vereinbarung zurück.

        Mit freundlichen Grüßen

        Jana Probe
\f
                                 Zielvereinbarung
                                     zwischen
               dem Hessischen Ministerium für Soziales und Integration
                                       und
                             dem Landkreis Groß-Gerau
        zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022

        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben.

        Wiesbaden, den 7.8.2022              Groß-Gerau, den 8. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed_in(text)[-2:] == [OFFER, ACCEPTANCE._replace(date=date(2022, 9, 8))]


@pytest.mark.parametrize(
    ("head", "grantor"),
    [
        (f"Land Hessen\n        {MINISTRY}", "Land Hessen"),
        (f"Land Hessen – {MINISTRY}", "Land Hessen"),
        (MINISTRY, MINISTRY),
    ],
)
def test_the_land_above_its_ministry_in_a_letterhead_is_the_party(head: str, grantor: str) -> None:
    offer, acceptance = next(iter(HEADS.values()))
    text = LETTERS.format(
        offer=offer.replace(MINISTRY, head, 1),
        acceptance=acceptance,
        greeting="Sehr geehrte Damen und Herren,",
        closing="Mit freundlichen Grüßen",
    )
    assert [party.name.value for party in typed_agreement(text).parties] == [grantor, "Landkreis Groß-Gerau"]
