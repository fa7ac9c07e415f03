"""What single lines of signature blocks say: labels, deputies, surnames alone, offices that wrap."""

from __future__ import annotations

from datetime import date

import pytest

from tests.signed import Signed, signed_in
from tests.test_signatures_anywhere import BEISPIEL, BODY, MUSTER, OPENING

FIRST = """
        Fulda, den 12.04.2016
        Für den Landkreis Fulda

        Karl Muster
        Landrat

"""
COMPANY = OPENING.replace("der Stadt Hünfeld, vertreten durch den Magistrat,", "der Werkhof Musterau gGmbH,")
SECOND_DAY = date(2016, 4, 20)


def signed(block: str, opening: str = OPENING) -> list[Signed]:
    return signed_in(opening + BODY + block)


@pytest.mark.parametrize("label", ["Name, Funktion", "Name und Amt", "Name/Amtsbezeichnung"])
def test_a_label_of_two_things_stands_before_both(label: str) -> None:
    block = f"""
        Für den Landkreis Fulda
        Ort, Datum: Fulda, 12.04.2016
        {label}: Karl Muster, Landrat
        Unterschrift: ____________________

        Für die Stadt Hünfeld
        Ort, Datum: Hünfeld, 20.04.2016
        {label}: Ernst Beispiel, Bürgermeister
        Unterschrift: ____________________
"""
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize(
    ("begun", "rest"),
    [
        ("Stadträtin für Soziales und Gesellschaftlichen", "Zusammenhalt"),
        ("Leiterin des Amtes für soziale", "Angelegenheiten"),
        ("Dezernentin für Jugend und digitale", "Verwaltung"),
    ],
)
def test_an_office_goes_on_behind_an_adjective(begun: str, rest: str) -> None:
    block = f"""
        Hünfeld, den 20.04.2016
        Für die Stadt Hünfeld

        Lina Fiktiv
        {begun}
        {rest}
"""
    assert signed(FIRST + block)[-1].function == f"{begun} {rest}"


def test_an_adjective_that_is_a_noun_ends_an_office_above_a_name() -> None:
    block = """
        Hünfeld, den 20.04.2016
        Für die Stadt Hünfeld
        Dezernentin für Jugendliche
        Lina Fiktiv
"""
    found = signed(FIRST + block)[-1]
    assert (found.name, found.function) == ("Lina Fiktiv", "Dezernentin für Jugendliche")


def test_a_name_behind_gez_is_no_place_of_its_day() -> None:
    block = """
        gez. Karl Muster, 12.04.2016     gez. Ernst Beispiel, 20.04.2016
        Landrat                          Bürgermeister
        Landkreis Fulda                  Stadt Hünfeld
"""
    assert signed(block) == [MUSTER._replace(place=None), BEISPIEL._replace(place=None)]


def test_a_place_behind_gez_is_one() -> None:
    block = """
        Für den Landkreis Fulda          Für die Stadt Hünfeld
        gez. Fulda, 12.04.2016           gez. Hünfeld, 20.04.2016
        Karl Muster                      Ernst Beispiel
        Landrat                          Bürgermeister
"""
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize("surname", ["(Muster)", "( Muster )", "Muster"])
def test_a_surname_alone_signs_below_who_deputises(surname: str) -> None:
    block = f"""
        Fulda, den 12.04.2016            Hünfeld, den 20.04.2016
        Landkreis Fulda                  Stadt Hünfeld
        Im Auftrag                       Im Auftrag

        {surname:33}(Beispiel)
        Amtsrat                          Amtsrätin
"""
    assert signed(block) == [
        MUSTER._replace(name="Muster", function="Amtsrat"),
        BEISPIEL._replace(name="Beispiel", function="Amtsrätin"),
    ]


@pytest.mark.parametrize("note", ["(Siegel)", "(Unterschrift)", "(Fulda)"])
def test_no_word_in_brackets_signs_that_means_something_else(note: str) -> None:
    block = f"""
        Fulda, den 12.04.2016            Hünfeld, den 20.04.2016
        Landkreis Fulda                  Stadt Hünfeld
        Der Landrat                      Der Bürgermeister
        {note:33}(Siegel)
"""
    assert [one.name for one in signed(block)] == [None, None]


def test_a_procurist_signs_beside_who_deputises() -> None:
    block = """
        Musterau, den 20.04.2016
        Werkhof Musterau gGmbH

        ppa. Lina Fiktiv                 i. V. Ernst Beispiel
"""
    company = "Werkhof Musterau gGmbH"
    assert signed(FIRST + block, COMPANY)[1:] == [
        Signed("Lina Fiktiv", None, company, "Musterau", SECOND_DAY, 2),
        Signed("Ernst Beispiel", None, company, "Musterau", SECOND_DAY, 2),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Rechtlich geprüft und zur Unterschrift freigegeben:",
        "Aus haushaltsrechtlicher Sicht geprüft:",
        "Geprüft:",
    ],
)
def test_who_has_checked_an_agreement_does_not_sign_it(note: str) -> None:
    block = f"""
        Fulda, den 12.04.2016            Hünfeld, den 20.04.2016
        Landkreis Fulda                  Stadt Hünfeld

        Karl Muster, Landrat             Ernst Beispiel, Bürgermeister

        {note}
        Fulda, den 11.04.2016

        Otto Exempel
        Leiter des Rechtsamts
"""
    assert signed(block) == [MUSTER, BEISPIEL]


def test_the_part_that_a_party_plays_is_not_of_its_name() -> None:
    block = """
        Musterau, den 20.04.2016
        Für den Träger: Werkhof Musterau gGmbH

        Lina Fiktiv
        Geschäftsführerin
"""
    assert signed(FIRST + block, COMPANY)[-1].organisation == "Werkhof Musterau gGmbH"
    named = block.replace("Träger: Werkhof Musterau gGmbH", "Träger:")
    assert signed(FIRST + named, COMPANY)[-1].name == "Lina Fiktiv"
