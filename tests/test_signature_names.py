"""The name of a person who signs, as a scan has it and as the document prints it elsewhere."""

from __future__ import annotations

import pytest

from extract.signatures.words import parted_from_body
from models.values import Extracted
from tests.typed_pages import typed_agreement, typed_pages

PAGE = """
                                 Zielvereinbarung
                                     zwischen
               dem Hessischen Ministerium für Soziales und Integration
                                       und
                             dem Landkreis Groß-Gerau,
                     vertreten durch {elsewhere},
        zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022

        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben, und zwar in der Form, die das Land ihnen jeweils vorgibt.

        Groß-Gerau, den 9. September 2022


        {name}
        Landrat
        Landkreis Groß-Gerau
"""


def signed(name: str, elsewhere: str = "den Landrat", **doubtful: float) -> Extracted[str]:
    text = PAGE.format(name=name, elsewhere=elsewhere)
    pages = typed_pages(text, origin="ocr", confidence=0.9, doubtful=doubtful)
    (one,) = typed_agreement(pages).signatories
    assert one.name is not None
    return one.name


def test_two_printings_that_agree_vouch_for_each_other() -> None:
    alone, twice = signed("Adil Beispiel"), signed("Adil Beispiel", "Landrat Adil Beispiel")
    assert twice.value == "Adil Beispiel"
    assert twice.provenance.confidence > alone.provenance.confidence


def test_of_two_printings_that_differ_the_one_read_better_is_given_and_doubted() -> None:
    name = signed("Dr. Adil Bcispiel", "Landrat Adil Beispiel", Bcispiel=0.6)
    assert name.value == "Dr. Adil Beispiel"
    assert name.provenance.alternatives[0] == "Dr. Adil Bcispiel"
    assert name.provenance.confidence <= 0.75


def test_of_two_printings_read_alike_well_neither_is_believed() -> None:
    name = signed("Adil Beispiel", "Landrat Adil Beispie1")
    assert name.value == "Adil Beispiel"
    assert name.provenance.alternatives[0] == "Adil Beispie1"
    assert name.provenance.confidence <= 0.5


def test_another_person_is_no_printing_of_the_name() -> None:
    name = signed("Adil Beispiel", "Landrat Egon Exempel")
    assert name == signed("Adil Beispiel", "Landrat Jana Muster").model_copy(
        update={"provenance": name.provenance}
    )
    assert name.provenance.alternatives == ()


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("Zo& Beispiel", "Zoé Beispiel"),
        ("Tomä$ Beispiel", "Tomáš Beispiel"),
        ("Jana Dvorskä", "Jana Dvorská"),
        ("Eva Musterovä", "Eva Musterová"),
    ],
)
def test_letters_that_german_lacks_are_doubted(read: str, name: str) -> None:
    found = signed(read)
    assert found.value == name
    assert found.provenance.confidence <= 0.5


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("Prof Dr. Adil Beispiel", "Prof. Dr. Adil Beispiel"),
        ("Pipl.-Ing. Adil Beispiel", "Dipl.-Ing. Adil Beispiel"),
        ("Dipl.-Ing, Adil Beispiel", "Dipl.-Ing. Adil Beispiel"),
        ("Dipl.-Ing.Adil Beispiel", "Dipl.-Ing. Adil Beispiel"),
        ("Prof. Br. Adil Beispiel", "Prof. Dr. Adil Beispiel"),
        ("r. Adil Beispiel", "Dr. Adil Beispiel"),
        ("Dr-Adil Beispiel", "Dr. Adil Beispiel"),
        ("Dr-Ing. Adil Beispiel", "Dr.-Ing. Adil Beispiel"),
        ("Dr. h. C. Adil Beispiel", "Dr. h. c. Adil Beispiel"),
        ("Dipl. -Ing. Adil Beispiel", "Dipl.-Ing. Adil Beispiel"),
        ("Dr.h. c. Adil Beispiel", "Dr. h. c. Adil Beispiel"),
        ("Dr. h c. Adil Beispiel", "Dr. h. c. Adil Beispiel"),
        ("Dr. h. c Adil Beispiel", "Dr. h. c. Adil Beispiel"),
        ("Dr.h.c. Adil Beispiel", "Dr.h.c. Adil Beispiel"),
        ("Prof, Dr. Adil Beispiel", "Prof. Dr. Adil Beispiel"),
        ("Prof.Dr. Adil Beispiel", "Prof. Dr. Adil Beispiel"),
        ("Dipl.-Ing Adil Beispiel", "Dipl.-Ing. Adil Beispiel"),
        ("Dipl.-Pädagogin Anna Beispiel", "Dipl.-Pädagogin Anna Beispiel"),
        ("Käthe Lärmer-Schäfer", "Käthe Lärmer-Schäfer"),
    ],
)
def test_degrees_are_as_they_are_written(read: str, name: str) -> None:
    assert signed(read).value == name


@pytest.mark.parametrize(("read", "doubted"), [("r. Adil Beispiel", True), ("Dr. Adil Beispiel", False)])
def test_a_degree_without_its_first_letter_is_doubted(read: str, doubted: bool) -> None:
    assert (signed(read).provenance.confidence <= 0.5) is doubted


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ayl in Testrup-Groß", "Aylin Testrup-Groß"),
        ("Klaus- Peter Muster", "Klaus-Peter Muster"),
        ("Sabine. Muster", "Sabine Muster"),
        ("Dr. Sabine.Muster", "Dr. Sabine Muster"),
    ],
)
def test_a_scan_that_parted_a_name_is_put_together_with_doubt(printed: str, name: str) -> None:
    text = PAGE.format(elsewhere="den Landrat", name=printed)
    (one,) = typed_agreement(typed_pages(text, origin="ocr", confidence=0.95)).signatories
    assert one.name is not None
    assert one.name.value == name
    assert one.name.provenance.confidence <= 0.5


def test_a_misread_place_is_the_seat_of_those_who_sign_with_doubt() -> None:
    text = PAGE.format(elsewhere="den Landrat", name="Adil Beispiel").replace(
        "Groß-Gerau, den", "Groß-Goran, den"
    )
    (one,) = typed_agreement(typed_pages(text, origin="ocr", confidence=0.95)).signatories
    assert one.place is not None
    assert one.place.value == "Groß-Gerau"
    assert one.place.provenance.confidence <= 0.5


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Kanzler der Technischen Universität Ilmenau", "der Technischen Universität Ilmenau"),
        ("Leiterin des Dezernats Soziales", None),
        ("Leiterin des Referats Stiftungen", None),
        ("Leiter der Abteilung Wohlfahrt", None),
    ],
)
def test_a_part_of_a_body_is_no_body(office: str, body: str | None) -> None:
    parted = parted_from_body(office)
    assert (office[parted[1] :] if parted else None) == body


@pytest.mark.parametrize(
    ("name", "broken"), [("K'aus Muster", True), ("Petra'da Muster", True), ("Sean O'Neill", False)]
)
def test_an_apostrophe_within_a_name_of_a_scan_is_a_letter_that_was_not_read(name: str, broken: bool) -> None:
    assert (signed(name).provenance.confidence <= 0.5) == broken


@pytest.mark.parametrize("acting", ["(i. V.)", "(i.A.)", "(in Vertretung)", "(i. V."])
def test_as_what_somebody_signs_is_no_part_of_the_name_before_it(acting: str) -> None:
    assert named_by(f"Name: Adil Beispiel {acting}") == "Adil Beispiel"


def test_another_bracket_behind_a_name_is_no_acting() -> None:
    assert named_by("Name: Adil Beispiel (Iva)") != "Adil Beispiel"


def named_by(label: str) -> str | None:
    """The name in a column of labels."""
    text = PAGE.format(name="", elsewhere="den Landrat").replace("        Landrat\n", "")
    text = text.replace("        Landkreis Groß-Gerau\n", f"        {label}\n        Funktion: Landrat\n")
    (one,) = typed_agreement(text).signatories
    return one.name.value if one.name else None
