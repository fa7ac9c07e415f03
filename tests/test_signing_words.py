"""What single lines of signature blocks say: labels, deputies, surnames alone, offices that wrap."""

from __future__ import annotations

from datetime import date

import pytest

from tests.signed import Signed, signed_in
from tests.test_signatures_anywhere import BEISPIEL, BODY, MUSTER, OPENING, PROBE
from tests.typed_pages import typed_agreement

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


def test_an_adjective_that_is_a_noun_ends_an_office_above_a_body() -> None:
    block = """
        Hünfeld, den 20.04.2016

        Lina Fiktiv
        Dezernentin für Soziales
        Stadt Hünfeld
"""
    found = signed(FIRST + block)[-1]
    assert (found.function, found.organisation) == ("Dezernentin für Soziales", "Stadt Hünfeld")


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


def test_who_stands_in_a_row_without_a_party_signs_for_the_one_above() -> None:
    table = """
        +---------------------+-------------------------+--------------------------+
        | Vertragspartei      | Name, Funktion          | Ort, Datum               |
        +---------------------+-------------------------+--------------------------+
        | Landkreis Fulda     | Karl Muster             | Fulda, 12.04.2016        |
        |                     | Landrat                 |                          |
        +---------------------+-------------------------+--------------------------+
        |                     | Berta Probe             | Fulda, 12.04.2016        |
        |                     | Erste Kreisbeigeordnete |                          |
        +---------------------+-------------------------+--------------------------+
        | Stadt Hünfeld       | Ernst Beispiel          | Hünfeld, 20.04.2016      |
        |                     | Bürgermeister           |                          |
        +---------------------+-------------------------+--------------------------+
"""
    assert signed(table) == [MUSTER, PROBE, BEISPIEL]


LAND = OPENING.replace(
    "dem Landkreis Fulda, vertreten durch den Kreisausschuss,",
    "dem Land Hessen, vertreten durch das Hessische Ministerium für Soziales und Integration,",
)
SIGNED_BY_TOWN = """
        Hünfeld, den 20.04.2016
        Für die Stadt Hünfeld

        Ernst Beispiel
        Bürgermeister
"""


def test_who_deputises_for_a_minister_signs_for_the_ministry() -> None:
    block = """
        Wiesbaden, den 12.04.2016
        Der Hessische Minister für Soziales und Integration
        In Vertretung

        Karl Muster
        Staatssekretär
"""
    minister, town = signed(block + SIGNED_BY_TOWN, LAND)
    assert minister.organisation == "Hessisches Ministerium für Soziales und Integration"
    assert town == BEISPIEL


def test_who_deputises_for_a_minister_signs_for_whom_the_head_names() -> None:
    block = """
        Wiesbaden, den 12.04.2016
        Für das Land Hessen
        Der Minister für Soziales und Integration
        In Vertretung

        Karl Muster
        Staatssekretär
"""
    assert signed(block + SIGNED_BY_TOWN, LAND)[0].organisation == "Land Hessen"


@pytest.mark.parametrize(
    "ministry", ["Hessisches Ministerium für Soziales und Integration", "Hessisches Kultusministerium"]
)
def test_the_ministry_below_a_person_is_who_signs_for_the_land(ministry: str) -> None:
    block = f"""
        Wiesbaden, den 12.04.2016
        Für das Land Hessen

        Karl Muster
        Staatssekretär
        {ministry}
"""
    found = signed(block + SIGNED_BY_TOWN, LAND)
    assert [one.organisation for one in found] == [ministry, "Stadt Hünfeld"]


def test_an_organisation_below_a_person_that_somebody_else_signs_for_is_not_that_persons() -> None:
    block = """
        Für das Land Hessen
        Karl Muster
        Staatssekretär
        Stadt Hünfeld
        Ernst Beispiel
        Bürgermeister
"""
    assert [one.organisation for one in signed(block, LAND)] == ["Land Hessen", "Stadt Hünfeld"]


def test_the_board_above_those_who_sign_for_it_is_no_person() -> None:
    block = """
        Musterau, den 20.04.2016
        Werkhof Musterau gGmbH
        Die Geschäftsführung

        Lina Fiktiv                      Ernst Beispiel
        Geschäftsführerin                Kassenwart
"""
    company = "Werkhof Musterau gGmbH"
    assert signed(FIRST + block, COMPANY)[1:] == [
        Signed("Lina Fiktiv", "Geschäftsführerin", company, "Musterau", SECOND_DAY, 2),
        Signed("Ernst Beispiel", "Kassenwart", company, "Musterau", SECOND_DAY, 2),
    ]


@pytest.mark.parametrize("office", ["LMR'in", "MinDirig", "Ltd. RD", "ORR"])
def test_an_abbreviated_office_stands_before_a_name_or_below_it(office: str) -> None:
    block = """
        Wiesbaden, den 12.04.2016
        Für das Land Hessen
        Im Auftrag

        {signer}
"""
    before = signed(block.format(signer=f"{office} Dr. Karl Muster") + SIGNED_BY_TOWN, LAND)[0]
    below = signed(block.format(signer=f"Dr. Karl Muster\n        {office}") + SIGNED_BY_TOWN, LAND)[0]
    assert [(one.name, one.function) for one in (before, below)] == [("Dr. Karl Muster", office)] * 2


def test_a_name_of_capitals_is_no_office() -> None:
    block = """
        Wiesbaden, den 12.04.2016
        Für das Land Hessen

        Karl MR Muster
        Staatssekretär
"""
    assert signed(block + SIGNED_BY_TOWN, LAND)[0].name == "Karl MR Muster"


def test_for_whom_somebody_signs_may_fill_the_last_line() -> None:
    block = """
        Hünfeld, den 20.04.2016
        Ernst Beispiel, Bürgermeister
        für die Stadt Hünfeld

        Wiesbaden, den 12.04.2016
        Karl Muster, Staatsminister
        für das Hessische Ministerium für Arbeit, Integration, Jugend und Soziales
"""
    opening = LAND.replace("Soziales und Integration", "Arbeit, Integration, Jugend und Soziales")
    assert signed(block, opening)[-1].organisation == (
        "Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales"
    )
    text = "        für das sie im Jahr 2016 allen, die daran teilhaben, eine Bescheinigung aus"
    assert signed(block.rpartition("        für das")[0] + text, opening)[-1].organisation is None


@pytest.mark.parametrize(
    "caption", ["(Unterschrift Leistungserbringer)", "(Unterschrift und Stempel des Trägers)"]
)
def test_a_caption_below_an_office_is_not_of_it(caption: str) -> None:
    block = f"""
        Hünfeld, den 20.04.2016
        Für die Stadt Hünfeld

        Ernst Beispiel
        Bürgermeister
        {caption}
"""
    assert signed(FIRST + block) == [MUSTER, BEISPIEL]


def test_what_ends_the_column_below_a_person_is_that_persons_organisation() -> None:
    block = """
        Für den Landkreis Fulda
        Fulda, den 12.04.2016

        Karl Muster
        Landrat


        Hünfeld, den 20.04.2016

        Ernst Beispiel
        Bürgermeister
        Stadt Hünfeld
"""
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize(
    ("office", "organisation"),
    [
        ("Minister für Soziales und Integration", "Hessisches Ministerium für Soziales und Integration"),
        ("Minister für Schifffahrt", None),
    ],
)
def test_a_minister_for_whom_nothing_else_is_said_signs_for_the_ministry(
    office: str, organisation: str | None
) -> None:
    block = f"""
        Wiesbaden, den 12.04.2016

        Karl Muster
        {office}

"""
    minister, town = signed(block + SIGNED_BY_TOWN, LAND)
    assert (minister.function, minister.organisation) == (office, organisation)
    assert town == BEISPIEL


@pytest.mark.parametrize(
    ("behind", "place"), [("(Bergstraße)", "Heppenheim (Bergstraße)"), ("(Muster)", "Heppenheim")]
)
def test_a_known_place_goes_on_in_brackets_and_no_other(behind: str, place: str) -> None:
    block = f"""
        Für den Landkreis Fulda          Für die Stadt Hünfeld
        Der Landrat                      Der Bürgermeister
        Im Auftrag                       Im Auftrag
        12.04.2016, Heppenheim           20.04.2016, Hünfeld
        {behind:33}(Beispiel)
"""
    assert signed(block)[0].place == place


STACKED = """
        Fulda, den 12.04.2016
        Hünfeld, den 20.04.2016

        Landkreis Fulda                  Stadt Hünfeld


        Karl Muster                      Ernst Beispiel
        Landrat                          Bürgermeister
"""


def test_places_below_each_other_above_all_are_of_one_each_but_not_for_sure() -> None:
    assert signed(STACKED) == [MUSTER, BEISPIEL]
    days = [one.date for one in typed_agreement(OPENING + BODY + STACKED).signatories]
    assert all(day is not None and day.provenance.confidence < 0.85 for day in days)


def test_more_places_than_persons_say_of_nobody_where_he_signs() -> None:
    third = STACKED.replace("        Hünfeld, den", "        Kassel, den 13.04.2016\n        Hünfeld, den")
    days = [one.date for one in typed_agreement(OPENING + BODY + third).signatories]
    assert all(day is not None and day.provenance.confidence < 0.85 for day in days)


def test_a_table_says_who_has_signed_electronically() -> None:
    table = """
        Dieses Dokument wurde elektronisch unterzeichnet:

        +---------------------------+-------------------+--------------------------+
        | Unterzeichner             | Organisation      | Zeitstempel              |
        +---------------------------+-------------------+--------------------------+
        | Karl Muster (Landrat)     | Landkreis Fulda   | 12.04.2016 14:22:07 MESZ |
        +---------------------------+-------------------+--------------------------+
        | Ernst Beispiel            | Stadt Hünfeld     | 20.04.2016 09:01:44 MESZ |
        | (Bürgermeister)           |                   |                          |
        +---------------------------+-------------------+--------------------------+
"""
    assert signed(table) == [MUSTER._replace(place=None), BEISPIEL._replace(place=None)]


def test_a_table_of_what_organisations_do_and_when_signs_nothing() -> None:
    table = """
        Die Beteiligten haben folgende Aufgaben übernommen:

        +---------------------------+-------------------+--------------------------+
        | Aufgabe                   | Organisation      | Zeitpunkt                |
        +---------------------------+-------------------+--------------------------+
        | Anmeldung der Kurse       | Landkreis Fulda   | 12.05.2016               |
        +---------------------------+-------------------+--------------------------+
        | Miete der Räume           | Stadt Hünfeld     | 20.05.2016               |
        +---------------------------+-------------------+--------------------------+

        Fulda, den 12.04.2016            Hünfeld, den 20.04.2016
        Landkreis Fulda                  Stadt Hünfeld

        Karl Muster                      Ernst Beispiel
        Landrat                          Bürgermeister
"""
    assert signed(table) == [MUSTER, BEISPIEL]


def test_the_address_of_who_signs_is_no_place_of_signing() -> None:
    block = """
        Fulda, den 12.04.2016
        Landkreis Fulda
        Wörthstraße 15
        36037 Fulda

        (Karl Muster, Landrat)

        Hünfeld, den 20.04.2016
        Stadt Hünfeld
        Alter Kirchplatz 2/2a
        36088 Hünfeld

        (Ernst Beispiel, Bürgermeister)
"""
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize(
    "note", ["Gegenzeichnung Kämmerei:", "Sichtvermerk der Stadtkämmerei", "Freigabe durch die Revision"]
)
def test_an_office_that_countersigns_for_its_own_house_does_not_sign(note: str) -> None:
    block = f"""
        Fulda, den 12.04.2016            Hünfeld, den 20.04.2016
        Landkreis Fulda                  Stadt Hünfeld

        Karl Muster, Landrat             Ernst Beispiel, Bürgermeister

        {note}
        Fulda, den 11.04.2016

        Otto Exempel
        Kreiskämmerer
"""
    assert signed(block) == [MUSTER, BEISPIEL]


def test_a_surname_above_the_whole_name_is_of_the_same_person() -> None:
    block = """
        Fulda, den 12.04.2016            Hünfeld, den 20.04.2016
        Für den Landkreis Fulda          Für die Stadt Hünfeld

        gez. Muster                      gez. Beispiel
        (Karl Muster)                    (Ernst Beispiel)
        Landrat                          Bürgermeister
"""
    assert signed(block) == [MUSTER, BEISPIEL]
    other = block.replace("gez. Muster     ", "gez. Probe      ")
    assert [one.name for one in signed(other)] != ["Karl Muster", "Ernst Beispiel"]


def test_an_organ_with_a_name_of_its_own_is_no_office() -> None:
    block = """
        Musterau, den 20.04.2016
        Zweckverband Musterau
        Der Verbandsvorstand

        Lina Fiktiv                      Ernst Beispiel
        Verbandsvorsteherin              stellv. Verbandsvorsteher
"""
    opening = COMPANY.replace("der Werkhof Musterau gGmbH", "dem Zweckverband Musterau")
    assert signed(FIRST + block, opening)[1:] == [
        Signed("Lina Fiktiv", "Verbandsvorsteherin", "Zweckverband Musterau", "Musterau", SECOND_DAY, 2),
        Signed(
            "Ernst Beispiel", "stellv. Verbandsvorsteher", "Zweckverband Musterau", "Musterau", SECOND_DAY, 2
        ),
    ]


def test_a_whole_name_behind_another_office_is_of_another_person() -> None:
    block = """
        Fulda, den 12.04.2016            Hünfeld, den 20.04.2016
        Für den Landkreis Fulda          Für die Stadt Hünfeld

        gez. Muster                      gez. Beispiel
        Landrat                          Bürgermeister

        gez. Heike Muster
        Kreisbeigeordnete
"""
    found = [(one.name, one.function) for one in signed(block)]
    assert ("Heike Muster", "Kreisbeigeordnete") in found
    assert not any(name == "Heike Muster" and function == "Landrat" for name, function in found)
