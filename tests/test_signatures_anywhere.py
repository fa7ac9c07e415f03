"""Who signs where Länder, counties and towns agree among themselves, as German administration does."""

from __future__ import annotations

from datetime import date

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
