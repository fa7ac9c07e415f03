"""Who signs where Länder, counties and towns agree among themselves, as German administration does."""

from __future__ import annotations

from datetime import date

import pytest

from tests.signed import Signed, signed_in

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
