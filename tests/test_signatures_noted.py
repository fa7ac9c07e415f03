"""Who signs below a pen as what, and a note elsewhere of who signed for whom, where and when."""

from __future__ import annotations

from datetime import date

import pytest

from models.settings import Review
from tests.signed import Signed, signed_in
from tests.typed_pages import OPENING, typed_agreement

TEXT = """
        § 1 Förderung

        Das Land stellt dem Landkreis für das Jahr 2021 insgesamt 500.000 Euro zur Verfügung.

"""
MUSTER = Signed(
    "Heike Muster", "Staatsministerin", "Hessisches Sozialministerium", "Wiesbaden", date(2021, 5, 3), 1
)
PROBE = Signed("Uwe Probe", "Landrat", "Landkreis Fulda", "Fulda", date(2021, 5, 9), 2)
BEFORE_THE_NAME = """
        Gelesen und genehmigt


        Staatsministerin Heike Muster                  Landrat Uwe Probe

"""
BEHIND_THE_NAME = """
        Selbst gelesen, genehmigt und unterschrieben


        Heike Muster, Staatsministerin                 Uwe Probe, Landrat

"""
BELOW_THE_NAME = """
        Unterschriften


        (Dr. Heike Muster)                             (Uwe Probe)
        Staatsministerin                               Landrat

"""
BESIDE_FOR_WHOM = """
        Vermerk der Geschäftsstelle:
        Unterschrift für                               Ort          Datum
        Hessisches Sozialministerium (Heike Muster)    Wiesbaden    3.5.2021
        Landkreis Fulda (Uwe Probe)                    Fulda        9. Mai 2021
"""
IN_A_COLUMN = """
        Die Unterschriften wurden geleistet:
        +------------------------------+------------------+-------------+------------+
        | für                          | durch            | Ort         | Tag        |
        +------------------------------+------------------+-------------+------------+
        | Hessisches Sozialministerium | Heike Muster     | Wiesbaden   | 3.5.2021   |
        +------------------------------+------------------+-------------+------------+
        | Landkreis Fulda              | Uwe Probe        | Fulda       | 9.5.2021   |
        +------------------------------+------------------+-------------+------------+
"""
BEHIND_THE_DAY = """
        Gezeichnet für                          Ort und Datum             Name
        Hessisches Sozialministerium            Wiesbaden, 3.5.2021       Heike Muster
        Landkreis Fulda                         Fulda, 9.5.2021           Uwe Probe
"""
BY_QUESTIONS = """
        Wer                                             Wo             Wann
        Hessisches Sozialministerium, Heike Muster      Wiesbaden      03.05.2021
        Landkreis Fulda, Uwe Probe                      Fulda          09.05.2021
"""
PENS = [BEFORE_THE_NAME, BEHIND_THE_NAME, BELOW_THE_NAME]
NOTES = [BESIDE_FOR_WHOM, IN_A_COLUMN, BEHIND_THE_DAY, BY_QUESTIONS]


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("pens", PENS)
def test_a_note_tells_where_and_when_those_signed_who_are_named_below_their_pens(
    pens: str, note: str
) -> None:
    assert signed_in(OPENING + TEXT + pens + note) == [MUSTER, PROBE]


def test_a_note_may_stand_above_the_pens() -> None:
    assert signed_in(OPENING + TEXT + "        Unterschriftenblatt\n" + IN_A_COLUMN + BELOW_THE_NAME) == [
        MUSTER,
        PROBE,
    ]


def test_names_that_differ_in_a_letter_are_one_person_in_doubt() -> None:
    note = BESIDE_FOR_WHOM.replace("Uwe Probe", "Uwe Prcbe")
    first, second = typed_agreement(OPENING + TEXT + BEFORE_THE_NAME + note).signatories
    assert first.name is not None
    assert second.name is not None
    assert first.name.provenance.confidence == 1.0
    assert second.name.provenance.confidence < Review().confidence
    assert [one.function and one.function.value for one in (first, second)] == ["Staatsministerin", "Landrat"]


@pytest.mark.parametrize("role", ["Träger der Leistung", "Empfänger der Zuwendung 2", "Leistungserbringer 2"])
def test_the_part_that_somebody_plays_heads_a_signature_and_is_nobody(role: str) -> None:
    block = f"""
        Fulda, den 12.04.2021
        Landkreis Fulda
        Uwe Probe, Landrat
        (Ort und Tag der Unterschrift)

        {role}
        Jugendhilfeverein Musterau e. V.
        Heike Muster, Vorstandsvorsitzende
        Musterau, den 13.04.2021
        (Ort und Tag der Unterschrift)
    """
    assert [one.name for one in signed_in(OPENING + TEXT + block)] == ["Uwe Probe", "Heike Muster"]


def test_one_person_who_signs_for_two_is_noted_twice_in_doubt() -> None:
    block = """
        Landrat Adil Muster                            Verbandsvorsteher Adil Muster

        +----------------+------------------------+--------------+--------------+
        | Name           | für                    | Ort          | Datum        |
        +----------------+------------------------+--------------+--------------+
        | Adil Muster    | Landkreis Groß-Gerau   | Groß-Gerau   | 12.03.2022   |
        +----------------+------------------------+--------------+--------------+
        | Adil Muster    | Land Hessen            | Wiesbaden    | 14.03.2022   |
        +----------------+------------------------+--------------+--------------+
    """
    text = OPENING.replace("Landkreis Fulda", "Landkreis Groß-Gerau") + TEXT + block
    assert [one[:5] for one in signed_in(text)] == [
        ("Adil Muster", "Landrat", "Landkreis Groß-Gerau", "Groß-Gerau", date(2022, 3, 12)),
        ("Adil Muster", "Verbandsvorsteher", "Land Hessen", "Wiesbaden", date(2022, 3, 14)),
    ]
    doubted = [
        value.provenance.confidence < Review().confidence
        for one in typed_agreement(text).signatories
        for value in (one.name, one.function, one.organisation, one.place, one.date)
        if value
    ]
    assert doubted == [True] * 10


def test_who_signs_beside_a_note_that_does_not_tell_of_him_is_lost_by_no_means() -> None:
    pens = "\n        Landrat Uwe Probe               Verbandsvorsteher Adil Muster\n"
    text = OPENING + TEXT + pens + IN_A_COLUMN
    assert [(one.name, one.function, one.date) for one in signed_in(text)] == [
        ("Heike Muster", None, date(2021, 5, 3)),
        ("Uwe Probe", "Landrat", date(2021, 5, 9)),
        ("Adil Muster", "Verbandsvorsteher", None),
    ]
    names = [one.name for one in typed_agreement(text).signatories if one.name]
    assert all(name.provenance.confidence < Review().confidence for name in names)
