"""Who signs where Länder, counties and towns agree among themselves, as German administration does."""

from __future__ import annotations

from datetime import date

import pytest

from models.settings import Review
from tests.signed import Signed, signed_in
from tests.typed_pages import typed_agreement

BODY = """
        über den gemeinsamen Betrieb der Musikschule

                                   § 1
                               Gegenstand
        (1) Der Landkreis und die Stadt betreiben die Musikschule gemeinsam. Sie
        tragen die Kosten je zur Hälfte und berichten einander jährlich darüber.

                                   § 2
                              Inkrafttreten
        Die Vereinbarung tritt am Tag nach der letzten Unterzeichnung in Kraft. Sie
        gilt für unbestimmte Zeit und bedarf der Zustimmung des Kreistags und des
        Stadtrats.

"""
OPENING = """
                              Vereinbarung
                                zwischen
        dem Landkreis Fulda, vertreten durch den Kreisausschuss,
                                  und
        der Stadt Hünfeld, vertreten durch den Magistrat,
"""
COUNTY, TOWN = "Landkreis Fulda", "Stadt Hünfeld"
MUSTER = Signed("Karl Muster", "Landrat", COUNTY, "Fulda", date(2016, 4, 12), 1)
PROBE = Signed("Berta Probe", "Erste Kreisbeigeordnete", COUNTY, "Fulda", date(2016, 4, 12), 1)
BEISPIEL = Signed("Ernst Beispiel", "Bürgermeister", TOWN, "Hünfeld", date(2016, 4, 20), 2)
FIKTIV = Signed("Lina Fiktiv", "Erste Stadträtin", TOWN, "Hünfeld", date(2016, 4, 20), 2)
COLUMNS = """
        Fulda, den 12.04.2016            Hünfeld, den 20.04.2016
        Für den Landkreis Fulda          Für die Stadt Hünfeld

        Karl Muster                      Ernst Beispiel
        Landrat                          Bürgermeister
"""


def test_who_represents_the_parties_in_the_opening_does_not_sign_there() -> None:
    opening = """
        Vereinbarung über den gemeinsamen Betrieb der Musikschule, die alle Schulen im
        Gebiet der beiden Träger mit einem Angebot für junge Menschen versorgen soll

        zwischen dem Landkreis Fulda, vertreten durch den Landrat und den Fachbereich
        Jugend und Familie,
                                                       - Landkreis genannt -
                                  und
        der Stadt Hünfeld, vertreten durch die Erste Stadträtin Lina Fiktiv,
        diese vertreten durch
        den Bürgermeister Ernst Beispiel,
                                                          - Stadt genannt -
"""
    found = signed_in(opening + BODY + COLUMNS)
    assert [(one.name, one.function) for one in found] == [
        ("Karl Muster", "Landrat"),
        ("Ernst Beispiel", "Bürgermeister"),
    ]


def test_persons_side_by_side_sign_for_whom_the_line_right_below_others_names() -> None:
    block = """
        Fulda, den 12.04.2016
        Für den Landkreis Fulda
        Karl Muster                      Berta Probe
        Landrat                          Erste Kreisbeigeordnete
        Hünfeld, den 20.04.2016
        Für die Stadt Hünfeld
        Ernst Beispiel                   Lina Fiktiv
        Bürgermeister                    Erste Stadträtin
"""
    assert signed_in(OPENING + BODY + block) == [MUSTER, PROBE, BEISPIEL, FIKTIV]


def test_the_end_of_a_sentence_about_councils_is_no_office() -> None:
    block = """
        Fulda, den 12.04.2016            Hünfeld, den 20.04.2016

        Karl Muster                      Ernst Beispiel
        Landrat des Landkreises Fulda    Bürgermeister der Stadt Hünfeld
"""
    body = BODY.replace("        Stadtrats.\n\n", "        Stadtrats.\n")
    assert signed_in(OPENING + body + block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize(
    "table",
    [
        """
        Unterschriften

        +---------------------+---------------+-------------------------+-----------+
        | Für                 | Datum         | Landrat bzw.            | Siegel    |
        |                     |               | Bürgermeister           |           |
        +---------------------+---------------+-------------------------+-----------+
        | Landkreis Fulda     | 12.04.2016    | Karl Muster             |           |
        +---------------------+---------------+-------------------------+-----------+
        | Stadt Hünfeld       | 20.04.2016    | Ernst Beispiel          |           |
        +---------------------+---------------+-------------------------+-----------+
""",
        """
        +---------------------+-------------------+-----------+------------+-------+
        | Rolle               | Name, Funktion    | Ort       | Datum      | Siegel|
        +---------------------+-------------------+-----------+------------+-------+
        | Auftragnehmer 1     | Karl Muster       | Fulda     | 12.04.2016 |       |
        | Landkreis Fulda     | Landrat           |           |            |       |
        +---------------------+-------------------+-----------+------------+-------+
        | Auftragnehmer 2     | Ernst Beispiel    | Hünfeld   | 20.04.2016 |       |
        | Stadt Hünfeld       | Bürgermeister     |           |            |       |
        +---------------------+-------------------+-----------+------------+-------+
""",
        """
        +---------------------+-------------------------+--------------------------+
        | Kommune             | Ort, Datum              | Unterschrift             |
        +---------------------+-------------------------+--------------------------+
        | Landkreis Fulda     | Fulda, 12.04.2016       | Karl Muster, Landrat     |
        +---------------------+-------------------------+--------------------------+
        | Stadt Hünfeld       | Hünfeld, 20.04.2016     | Ernst Beispiel,          |
        |                     |                         | Bürgermeister            |
        +---------------------+-------------------------+--------------------------+
""",
    ],
)
def test_columns_of_a_table_of_signatures_are_told_by_what_stands_in_them(table: str) -> None:
    found = signed_in(OPENING + BODY + table)
    assert [(one.name, one.organisation, one.date) for one in found] == [
        (one.name, one.organisation, one.date) for one in (MUSTER, BEISPIEL)
    ]
    assert {one.function for one in found} in ({None}, {"Landrat", "Bürgermeister"})


def test_the_rule_below_the_headings_of_a_table_of_signatures_may_be_lost() -> None:
    table = """
        +---------------------+----------------------+----------------+--------------+
        | Für                 | Name, Funktion       | Ort, Datum     | Unterschrift |
        | Landkreis Fulda     | Karl zu              | Fulda,         | gez.         |
        |                     | Muster,              | 12.04.2016     |              |
        |                     | Landrat              |                |              |
        +---------------------+----------------------+----------------+--------------+
        | Stadt Hünfeld       | Ernst von            | Hünfeld,       | gez.         |
        |                     | Beispiel,            | 20.04.2016     |              |
        |                     | Bürgermeister        |                |              |
        +---------------------+----------------------+----------------+--------------+
"""
    found = signed_in(OPENING + BODY + table)
    assert [(one.name, one.organisation, one.place, one.function) for one in found] == [
        ("Karl zu Muster", "Landkreis Fulda", "Fulda", "Landrat"),
        ("Ernst von Beispiel", "Stadt Hünfeld", "Hünfeld", "Bürgermeister"),
    ]
    assert [one.date for one in found] == [MUSTER.date, BEISPIEL.date]


def test_a_cell_of_a_table_of_signatures_is_one_name_however_its_lines_break() -> None:
    table = """
        +-----------------------+-----------------+------------------+-----------+
        | Für                   | Ort und Tag     | Name, Amt        | Siegel    |
        +-----------------------+-----------------+------------------+-----------+
        | den Landkreis         | Limburg a. d.   | Karl Muster      |           |
        | Limburg-Weilburg      | Lahn,           | Landrat          |           |
        |                       | 12.04.2016      |                  |           |
        +-----------------------+-----------------+------------------+-----------+
        | das Hessische         | Wiesbaden,      | i. V. Dr.        |           |
        | Ministerium für       | 20.04.2016      | Ernst Beispiel   |           |
        | Arbeit, Integration,  |                 | Staatssekretär   |           |
        | Jugend und Soziales   |                 |                  |           |
        +-----------------------+-----------------+------------------+-----------+
"""
    assert [(one.organisation, one.place) for one in signed_in(OPENING + BODY + table)] == [
        ("Landkreis Limburg-Weilburg", "Limburg a. d. Lahn"),
        ("Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales", "Wiesbaden"),
    ]


def test_all_rows_of_a_long_table_of_signatures_are_signed() -> None:
    bodies = ["Stadt Fulda", "Stadt Kassel", "Stadt Hanau", "Stadt Marburg", "Stadt Gießen", "Stadt Wetzlar"]
    rows = "".join(
        f"        | {body:<19} | {day}.04.2016 | Karl Muster{'aeiouy'[day - 10]:<13} | |\n"
        f"        +---------------------+------------+--------------------------+-+\n"
        for day, body in enumerate(bodies, 10)
    )
    table = f"""
        +---------------------+------------+--------------------------+-+
        | Für                 | Datum      | Name                     | |
        +---------------------+------------+--------------------------+-+
{rows}"""
    found = signed_in(OPENING + BODY + table)
    assert [one.organisation for one in found] == bodies
    assert [one.date and one.date.day for one in found] == [10, 11, 12, 13, 14, 15]


def test_a_place_above_a_table_of_signatures_is_that_of_all() -> None:
    table = """
        Fulda, den 12. April 2016

        +---------------------+-------------------------+--------------------------+
        | für                 | Name                    | Unterschrift             |
        +---------------------+-------------------------+--------------------------+
        | Landkreis Fulda     | Karl Muster             |                          |
        +---------------------+-------------------------+--------------------------+
        | Stadt Hünfeld       | Ernst Beispiel          |                          |
        +---------------------+-------------------------+--------------------------+
"""
    found = signed_in(OPENING + BODY + table)
    assert [(one.name, one.organisation, one.place, one.date) for one in found] == [
        ("Karl Muster", COUNTY, "Fulda", date(2016, 4, 12)),
        ("Ernst Beispiel", TOWN, "Fulda", date(2016, 4, 12)),
    ]


def test_a_third_who_signs_below_the_first_may_have_a_long_office() -> None:
    block = """
        Fulda, den 12.04.2016            Hünfeld, den 20.04.2016

        Karl Muster                      Ernst Beispiel
        Landrat des Landkreises Fulda    Bürgermeister der Stadt Hünfeld

        Rotenburg, den 22.04.2016

        i. V. Berta Probe
        Kreisbeigeordnete des Landkreises Hersfeld-Rotenburg
"""
    found = [
        (one.name, one.function, one.organisation, one.place) for one in signed_in(OPENING + BODY + block)
    ]
    assert sorted(found) == [
        ("Berta Probe", "Kreisbeigeordnete", "Landkreis Hersfeld-Rotenburg", "Rotenburg"),
        ("Ernst Beispiel", "Bürgermeister", TOWN, "Hünfeld"),
        ("Karl Muster", "Landrat", COUNTY, "Fulda"),
    ]


TWO_COUNTIES = """
                              Vereinbarung
                                zwischen
        dem Landkreis Fulda, vertreten durch {first}, Ringstraße 2, 36037 Fulda,
                                  und
        dem Landkreis Kassel, vertreten durch {second}, Am Markt 1, 34117 Kassel
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("den Landrat, Herrn Karl Muster", "die Landrätin, Frau Ida Probe"),
        ("den Landrat", "die Landrätin"),
        ("Karl Muster", "Ida Probe"),
    ],
)
def test_who_names_no_body_signs_for_the_party_that_he_represents(first: str, second: str) -> None:
    columns = """
        Kassel, 02.09.2013               Fulda, den 30.08.2013

        _______________________          _______________________
        Landrätin                        Landrat
        Ida Probe                        Karl Muster
"""
    opening = TWO_COUNTIES.format(first=first, second=second)
    assert [(one.name, one.party) for one in signed_in(opening + BODY + columns)] == [
        ("Ida Probe", 2),
        ("Karl Muster", 1),
    ]


def test_a_deputy_signs_for_the_party_of_whom_he_stands_in_for() -> None:
    columns = """
        Kassel, 02.09.2013               Fulda, den 30.08.2013

        _______________________          _______________________
        Landrätin                        Landrat
        Ida Probe                        Karl Muster

        _______________________          _______________________
        1. Stellvertreter der Landrätin  1. Stellvertreter des Landrates
        Ernst Beispiel                   Berta Fiktiv
"""
    opening = TWO_COUNTIES.format(first="den Landrat", second="die Landrätin")
    assert {(one.name, one.party) for one in signed_in(opening + BODY + columns)} == {
        ("Ida Probe", 2),
        ("Karl Muster", 1),
        ("Ernst Beispiel", 2),
        ("Berta Fiktiv", 1),
    }


def test_who_may_represent_either_party_is_given_to_none() -> None:
    columns = """
        Kassel, 02.09.2013

        _______________________
        Landrat
        Emil Test
"""
    opening = TWO_COUNTIES.format(first="den Landrat", second="den Landrat")
    assert [(one.name, one.party) for one in signed_in(opening + BODY + columns)] == [("Emil Test", None)]


@pytest.mark.parametrize(
    ("first", "second", "office"),
    [  # a field of work is no office; who acts for the first is no person; part of a name is another's
        ("den Kreisausschuss", "das Ministerium für Soziales", "Dezernent für Soziales"),
        ("den Magistrat", "den Bürgermeister", "Bürgermeister"),
        ("die Geschäftsführerin Ida Testmann", "den Vorstand Emil Testmeier", "Beauftragter"),
    ],
)
def test_what_two_only_share_does_not_tell_whom_one_represents(first: str, second: str, office: str) -> None:
    columns = f"""
        Kassel, 02.09.2013

        _______________________
        {office}
        Emil Test
"""
    opening = TWO_COUNTIES.format(first=first, second=second)
    assert [(one.name, one.party) for one in signed_in(opening + BODY + columns)] == [("Emil Test", None)]


APPROVED = """
        Die vorstehende Vereinbarung wird nach den Vorschriften des Gesetzes über
        kommunale Zusammenarbeit {verb}. Sie ist zuvor geprüft worden.

        Kassel, den 2. Juni 2016

        Regierungspräsidium Kassel
        Im Auftrag
        gez. Walter Aufsicht
        Regierungsdirektor

"""


@pytest.mark.parametrize("verb", ["genehmigt", "hiermit öffentlich bekannt gemacht", "veröffentlicht"])
def test_an_authority_that_approves_or_publishes_an_agreement_is_none_that_signs_it(verb: str) -> None:
    assert signed_in(OPENING + BODY + COLUMNS + APPROVED.format(verb=verb)) == [MUSTER, BEISPIEL]


FOLLOWS = """
        Nachstehend wird die Vereinbarung, die zwei Träger über ihre gemeinsame Schule
        geschlossen haben, nach den Vorschriften über ihre Arbeit bekannt gemacht.
"""
FOLLOWS_AT_ONCE = """
        Die zuletzt unterzeichnete Vereinbarung zwischen dem Kreis und den Städten wird nachstehend
        veröffentlicht.
"""


@pytest.mark.parametrize("announced", [FOLLOWS, FOLLOWS_AT_ONCE])
def test_an_authority_that_publishes_what_follows_does_not_sign_it(announced: str) -> None:
    notice = f"""{announced}
        Kassel, den 2. Juni 2016

        Regierungspräsidium Kassel
        Im Auftrag
        gez. Walter Aufsicht
        Regierungsdirektor

"""
    found = [(one.name, one.place) for one in signed_in(notice + OPENING + BODY + COLUMNS)]
    assert found == [("Karl Muster", "Fulda"), ("Ernst Beispiel", "Hünfeld")]


LAENDER = """
                              Verwaltungsabkommen
        über die gemeinsame Einrichtung einer Stelle für Druckbehälter

        Das Land Hessen, der Freistaat Thüringen und das Saarland schließen nach-
        stehendes Abkommen:

                                   Artikel 1
        Die Länder errichten eine gemeinsame Stelle. Sie hat ihren Sitz in Kassel und
        untersteht der Aufsicht des Landes, in dem sie ihren Sitz hat.

"""


def test_place_and_date_may_part_the_office_from_the_name_in_a_grid_of_laender() -> None:
    block = """
        Für das Land Hessen                Für den Freistaat Thüringen
        Das Ministerium für Arbeit         Das Ministerium für Soziales
        Wiesbaden, den 3. Mai 2010         Erfurt, den 7. Mai 2010

        Emil Muster                        Ida Probe

        Für das Saarland
        Der Minister für Umwelt
        Saarbrücken, den 9. Mai 2010

        Otto Beispiel
"""
    found = {(one.name, one.function, one.place, one.party) for one in signed_in(LAENDER + block)}
    assert found == {
        ("Emil Muster", None, "Wiesbaden", 1),
        ("Ida Probe", None, "Erfurt", 2),
        ("Otto Beispiel", "Minister für Umwelt", "Saarbrücken", 3),
    }


def test_the_office_of_one_of_many_who_name_none_is_doubted_and_not_they() -> None:
    block = """
        Für das Land Hessen
        Wiesbaden, den 3. Mai 2010
        Emil Muster

        Für den Freistaat Thüringen
        Erfurt, den 7. Mai 2010
        Ida Probe

        Für das Land Berlin
        Berlin, den 8. Mai 2010
        Lea Fiktiv

        Für das Saarland
        Der Minister für Umwelt
        Saarbrücken, den 9. Mai 2010
        Otto Beispiel
"""
    opening = LAENDER.replace("der Freistaat Thüringen und", "der Freistaat Thüringen, das Land Berlin und")
    *bare, last = typed_agreement(opening + block).signatories
    assert last.function is not None
    assert last.function.provenance.confidence < 0.8
    assert all(one.name is not None and one.name.provenance.confidence > 0.8 for one in (*bare, last))


def test_a_land_without_the_word_is_parted_from_the_office_of_its_head() -> None:
    block = """
        Wiesbaden, den 3. Mai 2010
        Der Ministerpräsident des Landes Hessen
        gez. Emil Muster

        Saarbrücken, den 9. Mai 2010
        Der Ministerpräsident des Saarlandes
        gez. Otto Beispiel
"""
    found = [(one.name, one.function, one.organisation) for one in signed_in(LAENDER + block)]
    assert found == [
        ("Emil Muster", "Ministerpräsident", "Land Hessen"),
        ("Otto Beispiel", "Ministerpräsident", "Saarland"),
    ]


def test_those_who_sign_a_notarial_deed_do_so_where_and_when_it_was_recorded() -> None:
    deed = """
        Urkundenrolle Nr. 45/2016
        Verhandelt zu Fulda am 12. April 2016
        Vor dem Notar Dr. Hugo Siegel mit dem Amtssitz in Fulda erschienen heute:
        1. Herr Karl Muster, Landrat, handelnd für den Landkreis Fulda,
        2. Herr Ernst Beispiel, Bürgermeister, handelnd für die Stadt Hünfeld.
        Die Erschienenen erklärten, dass sie folgenden Vertrag schließen:

                                   § 1
        Der Landkreis und die Stadt errichten gemeinsam eine Gesellschaft, an der beide
        zur Hälfte beteiligt sind und die den Betrieb der Musikschule übernimmt.

        Vorstehendes Protokoll wurde den Erschienenen vorgelesen, von ihnen
        genehmigt und eigenhändig wie folgt unterschrieben:

                                                    gez. Karl Muster
                                                    gez. Ernst Beispiel

                                                    gez. Dr. Hugo Siegel, Notar
"""
    found = [(one.name, one.function, one.organisation, one.place, one.date) for one in signed_in(deed)]
    assert found == [
        ("Karl Muster", "Landrat", COUNTY, "Fulda", date(2016, 4, 12)),
        ("Ernst Beispiel", "Bürgermeister", TOWN, "Fulda", date(2016, 4, 12)),
    ]


def test_a_first_name_that_begins_like_a_form_of_address_is_whole() -> None:
    table = """
        +---------------------+---------------+-------------------------+
        | Für                 | Datum         | Name                    |
        +---------------------+---------------+-------------------------+
        | Landkreis Fulda     | 12.04.2016    | Frauke Muster           |
        +---------------------+---------------+-------------------------+
        | Stadt Hünfeld       | 20.04.2016    | Herrmann Beispiel       |
        +---------------------+---------------+-------------------------+
"""
    assert [one.name for one in signed_in(OPENING + BODY + table)] == ["Frauke Muster", "Herrmann Beispiel"]


def test_several_bodies_are_not_taken_for_the_one_party_that_is_left() -> None:
    opening = """
                              Verwaltungsvereinbarung
                                     zwischen
                                dem Land Hessen
                                       und
                    dem Landesverband der Träger und ihrer Werke

"""
    block = """
        Für das Land Hessen
        Wiesbaden, den 3. Mai 2010
        Emil Muster

        Für den Landkreis Fulda
        Fulda, den 7. Mai 2010
        Ida Probe

        Für die Stadt Kassel
        Kassel, den 9. Mai 2010
        Otto Beispiel
"""
    first, *others = typed_agreement(opening + BODY + block).signatories
    assert first.party == 1
    assert [one.party for one in others] == [None, None]
    assert all(one.name is not None and one.name.provenance.confidence < 0.8 for one in others)


def test_a_line_about_an_approval_above_the_signatures_does_not_make_them_those_of_others() -> None:
    end = """
        Die Vereinbarung bedarf nach den Vorschriften über kommunale Zusammenarbeit der
        Genehmigung der Aufsicht, die sie für beide Träger erteilt, und der öffentlichen
        Bekanntmachung.

"""
    assert signed_in(OPENING + BODY + end + COLUMNS) == [MUSTER, BEISPIEL]


def test_a_minister_is_not_taken_for_a_misprint_of_the_ministry() -> None:
    opening = """
                              Zielvereinbarung
                                  zwischen
                   dem Ministerium für Bildung und Kultur
                          des Landes Sachsen-Anhalt
                                    und
                             der Stadt Hünfeld

"""
    block = """
                        Fulda, den 12. April 2016

        Emil Muster                          Ernst Beispiel
        Minister für Bildung und Kultur      Bürgermeister
        des Landes Sachsen-Anhalt            der Stadt Hünfeld
"""
    found = signed_in(opening + BODY + block)
    assert [one.name for one in found] == ["Emil Muster", "Ernst Beispiel"]
    assert [one.party for one in found] == [1, 2]


def test_an_office_for_whom_another_acts_is_not_that_of_who_signs() -> None:
    block = """
        Wiesbaden, den 3. Mai 2010
        Für das Land Hessen
        Die Ministerpräsidentin
        vertreten durch den Minister für Umwelt

        Emil Muster

        Erfurt, den 7. Mai 2010
        Für den Freistaat Thüringen
        Der Ministerpräsident, dieser
        vertreten durch den Ersten Beigeordneten

        Ivo Probe

        Saarbrücken, den 9. Mai 2010
        Für das Saarland
        Der Minister für Umwelt

        Otto Beispiel
"""
    assert {(one.name, one.function) for one in signed_in(LAENDER + block)} == {
        ("Emil Muster", "Minister für Umwelt"),
        ("Ivo Probe", "Erster Beigeordneter"),
        ("Otto Beispiel", "Minister für Umwelt"),
    }


@pytest.mark.parametrize("office", ["Abteilungsleiter Verkehr", "Dezernent Soziales", "Amtsleiter Schulamt"])
def test_a_word_behind_an_office_below_a_name_is_no_surname(office: str) -> None:
    block = f"""
        Für den Landkreis Fulda
        Fulda, den 12.04.2016

        Karl Muster
        {office}

        Für die Stadt Hünfeld
        Hünfeld, den 20.04.2016

        Ernst Beispiel
        Bürgermeister
"""
    assert signed_in(OPENING + BODY + block) == [MUSTER._replace(function=office), BEISPIEL]


def test_a_line_that_begins_with_and_goes_on_with_the_name_of_an_organisation() -> None:
    block = """
        Fulda, den 12.04.2016                         Hünfeld, den 20.04.2016

        Karl Muster                                   Ernst Beispiel
        Abteilungsleiter Arbeit                       Bürgermeister
        Sächsisches Staatsministerium für Soziales    Stadt Hünfeld
        und Gesellschaftlichen Zusammenhalt
"""
    assert [one.organisation for one in signed_in(OPENING + BODY + block)] == [
        "Sächsisches Staatsministerium für Soziales und Gesellschaftlichen Zusammenhalt",
        TOWN,
    ]


def test_whom_and_when_side_by_side_head_those_who_sign_below() -> None:
    block = """
        Landkreis Fulda                                   Fulda, 12. April 2016

        Karl Muster                          Berta Probe
        Landrat                              Erste Kreisbeigeordnete


        Stadt Hünfeld                                   Hünfeld, 20. April 2016

        Ernst Beispiel
        Bürgermeister
"""
    assert signed_in(OPENING + BODY + block) == [MUSTER, PROBE, BEISPIEL]


def test_a_place_above_all_is_also_that_of_those_side_by_side_below_the_others() -> None:
    block = """
        Fulda, den 12.04.2016

        Für die Stadt Hünfeld:
        gez. Ernst Beispiel
        Bürgermeister

        Für den Landkreis Fulda:
        gez. Karl Muster                 gez. Berta Probe
        Landrat                          Erste Kreisbeigeordnete
"""
    signed = signed_in(OPENING + BODY + block)
    assert signed == [BEISPIEL._replace(place="Fulda", date=MUSTER.date), MUSTER, PROBE]


def test_a_text_that_tells_of_an_approval_is_no_head_of_others_who_sign() -> None:
    body = (
        BODY
        + """
        Die Aufsicht hat die Vereinbarung mit Schreiben vom 9. März 2016 an beide Parteien
        nach dem Gesetz genehmigt. Sie tritt am 1. Mai 2016 in Kraft.
        Fulda, den 12.04.2016
        Landkreis                Stadt
        Fulda                    Hünfeld
        gez.                     gez.
        Karl Muster              Ernst Beispiel
        Landrat                  Bürgermeister
"""
    )
    assert signed_in(OPENING + body) == [MUSTER, BEISPIEL._replace(place="Fulda", date=MUSTER.date)]


MINISTRY = "Hessisches Ministerium für Soziales und Integration"


@pytest.mark.parametrize(
    ("first", "second", "signing", "bodies"),
    [
        (
            "dem Land Hessen, – im Folgenden: Land –",
            "dem Odenwaldkreis, – im Folgenden: Kreis –",
            ("Für das Land:", "Für den Kreis:"),
            ("Land Hessen", "Odenwaldkreis"),
        ),
        (
            "dem Hessischen Ministerium für Soziales und Integration (im Folgenden HMSI)",
            "der Landeshauptstadt Wiesbaden (im Folgenden LHW)",
            ("Für das HMSI", "Für die LHW"),
            (MINISTRY, "Landeshauptstadt Wiesbaden"),
        ),
        (
            "dem Hessischen Ministerium für Soziales und Integration (HMSI)",
            "der Stadt Kassel",
            ("HMSI", "Stadt Kassel"),
            (MINISTRY, "Stadt Kassel"),
        ),
        (
            "dem Hessischen Ministerium für Soziales und Integration, nachfolgend „Fördergeber“ genannt,",
            "dem Landkreis Fulda, nachfolgend „Fördernehmer“ genannt,",
            ("Für den Fördergeber", "Für den Fördernehmer"),
            (MINISTRY, "Landkreis Fulda"),
        ),
        (
            "dem Hessischen Ministerium für Soziales und Integration",
            "dem Jobcenter Musterau",
            ("Für das Land", "Für das Jobcenter"),
            (MINISTRY, "Jobcenter Musterau"),
        ),
        (
            "dem Landkreis Fulda",
            "dem Landkreis Kassel",
            ("Für den Landkreis", "Für den Landkreis Kassel"),
            ("Landkreis", "Landkreis Kassel"),
        ),
    ],
)
def test_a_party_may_sign_under_what_the_document_calls_it_for_short(
    first: str, second: str, signing: tuple[str, str], bodies: tuple[str, str]
) -> None:
    text = f"""
                              Vereinbarung
                                zwischen
        {first}
                                  und
        {second}
{BODY}
        {signing[0]:<33}{signing[1]}
        Wiesbaden, den 12.04.2016        Musterau, den 20.04.2016

        Karl Muster                      Ernst Beispiel
        Abteilungsleiter                 Geschäftsführer
    """
    assert [one.organisation for one in signed_in(text)] == list(bodies)


UNLISTED = """
        Verwaltungsvereinbarung

        zwischen der Bundesrepublik Deutschland und dem Land Brandenburg

        § 1 Gegenstand

        Beide setzen das Museum gemeinsam instand.

        Für die Bundesrepublik Deutschland
        Bonn, den 25. Mai 2022

        Reinhild Muster
        Ministerialrätin

        Für das Land Brandenburg
        Potsdam, den 9. Juni 2022

        Tobias Fiktion
        Staatssekretär{of}
"""


@pytest.mark.parametrize(
    ("of", "told"),
    [(" im Ministerium für Wissenschaft und Kultur", False), ("", True)],
    ids=["in it", "alone"],
)
def test_a_land_signs_in_doubt_where_an_office_names_a_ministry_that_no_list_knows(
    of: str, told: bool
) -> None:
    organisation = typed_agreement(UNLISTED.format(of=of)).signatories[-1].organisation
    assert organisation is not None
    assert organisation.value == "Land Brandenburg"
    assert (organisation.provenance.confidence > Review().confidence) == told


def test_a_ministry_that_no_list_knows_signs_in_doubt_where_it_is_named_below_its_land() -> None:
    text = UNLISTED.format(of="").replace(
        "Für das Land Brandenburg\n", "Für das Land Brandenburg\n        Ministerium für Kultur und Bauten\n"
    )
    organisation = typed_agreement(text).signatories[-1].organisation
    assert organisation is not None
    assert organisation.value == "Ministerium für Kultur und Bauten"
    assert organisation.provenance.confidence <= Review().confidence


@pytest.mark.parametrize("line", [". " * 20, "_" * 30])
def test_a_line_of_dots_is_one_to_sign_on(line: str) -> None:
    text = f"""
        Zielvereinbarung

        zwischen dem Hessischen Sozialministerium und dem Landkreis Fulda

        1. Gegenstand

        Diese Vereinbarung wird mit der Unterzeichnung durch beide Seiten wirksam, alles andere gilt fort.

        Wiesbaden, den 14. September 2021


        {line}
        Constanze Fiktiv
        Abteilungsleiterin
        im Hessischen Sozialministerium


        Fulda, den 1. Oktober 2021


        {line}
        Prof. Dr. Armin Muster
        Landrat des Landkreises Fulda
    """
    found = typed_agreement(text).signatories
    assert [(one.name and one.name.value, one.place and one.place.value) for one in found] == [
        ("Constanze Fiktiv", "Wiesbaden"),
        ("Prof. Dr. Armin Muster", "Fulda"),
    ]


def test_whoever_of_several_in_a_row_may_be_of_the_same_body_signs_with_who_names_none() -> None:
    block = """
        Für die Stadt Hünfeld            Für den Landkreis Fulda
        Hünfeld, den 20.04.2016          Fulda, den 12.04.2016

        Ernst Beispiel                   Karl Muster                      Berta Probe
        Bürgermeister                    Landrat                          {}
    """
    named = signed_in(OPENING + BODY + block.format("Kreisbeigeordnete"))
    assert named == [BEISPIEL, MUSTER, PROBE._replace(function="Kreisbeigeordnete")]
    unnamed = signed_in(OPENING + BODY + block.format("Beauftragte"))[-1]
    assert (unnamed.organisation, unnamed.place) == (None, None)


def test_an_enterprise_whose_name_ends_with_that_of_a_party_signs_for_it_by_its_own_name() -> None:
    block = """
        Stadt Hünfeld                Landkreis Fulda              Neue Wege Landkreis
                                                                  Fulda
        Hünfeld, den 20.04.2016      Fulda, den 12.04.2016        Fulda, den 12.04.2016

        Ernst Beispiel               Karl Muster                  Lina Fiktiv
        Bürgermeister                Landrat                      Betriebsleiterin
    """
    fiktiv = Signed(
        "Lina Fiktiv", "Betriebsleiterin", "Neue Wege Landkreis Fulda", "Fulda", MUSTER.date, MUSTER.party
    )
    assert signed_in(OPENING + BODY + block) == [BEISPIEL, MUSTER, fiktiv]


def test_who_stands_before_a_body_is_no_part_of_its_name() -> None:
    block = """
        Hünfeld, den 20.04.2016              Fulda, den 12.04.2016
        Ernst Beispiel                       Karl Muster, Landkreis Fulda
        Bürgermeister                        Landrat
        Stadt Hünfeld
    """
    assert signed_in(OPENING + BODY + block) == [BEISPIEL, MUSTER]


def test_a_place_that_goes_on_in_the_line_of_its_day_is_told_whole() -> None:
    block = """
        unterzeichnet in Bad Homburg
        vor der Höhe am 12. April 2016
        Karl Muster
        Landrat

        unterschrieben zu Neustadt an
        der Weinstraße, den 20. April 2016
        Ernst Beispiel
        Bürgermeister
    """
    places = [one.place for one in signed_in(OPENING + BODY + block)]
    assert places == ["Bad Homburg vor der Höhe", "Neustadt an der Weinstraße"]


@pytest.mark.parametrize("of", ["Beispiel in Hünfeld", "Beispiel, in Hünfeld"])
def test_a_name_that_ends_before_the_place_in_the_next_line_takes_nothing_of_it(of: str) -> None:
    block = f"""
        Für den Landkreis Fulda: Landrat Karl
        Muster in Fulda am 12. April 2016

        Für die Stadt Hünfeld: Bürgermeister Ernst
        {of} am 20. April 2016
    """
    assert signed_in(OPENING + BODY + block) == [MUSTER, BEISPIEL]
