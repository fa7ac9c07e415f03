"""Annexes, percentages and printed page numbers: what the checks of completeness need of a page."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.agreement import read_agreement
from extract.reading import page_info
from models.agreement import Annex, DocumentInfo, PrintedNumber
from tests.typed_pages import FOOT, reference, typed_agreement, typed_pages

TITLE = """\
                           Zielvereinbarung 2025

   zwischen dem Land Hessen und dem Landkreis Kassel zur Umsetzung des
            Ausbildungs- und Qualifizierungsbudgets

§ 1 Gegenstand

"""


def annexes(body: str) -> list[tuple[str, bool, bool]]:
    """Name, mentioned, there."""
    found: tuple[Annex, ...] = typed_agreement(TITLE + body).annexes
    return [(one.name, one.mention is not None, one.heading is not None) for one in found]


def test_an_annex_is_found_where_it_is_mentioned_and_where_it_begins() -> None:
    body = """\
Die Projekte sind in den Anlagen 1 und 2 aufgeführt und Bestandteil dieser
Vereinbarung.
\f
Anlage 1: Projekte

Lernwerkstatt der Volkshochschule
"""
    assert annexes(body) == [("Anlage 1", True, True), ("Anlage 2", True, False)]


def test_the_only_annex_needs_no_number_on_its_page() -> None:
    assert annexes("Die Projekte stehen in Anlage 1.\n\f\nAnlage\n\nLernwerkstatt\n") == [
        ("Anlage 1", True, True)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Es gilt Anlage 3 der Richtlinie in der jeweils gültigen Fassung.",
        "Die Anlage des Geldes ist nicht erlaubt, die Anlagen zur Heizung auch.",
        "Die Anlagenbauer bilden aus.",
    ],
)
def test_what_belongs_to_something_else_is_no_annex(sentence: str) -> None:
    assert annexes(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Davon sind 25 % (250.000 Euro) für Projekte in Teilzeit vorgesehen.",
        "Davon sind 250.000 Euro (25 v. H.) für Projekte in Teilzeit vorgesehen.",
        "Davon sind 25 Prozent, das sind 250.000 Euro, für Teilzeit vorgesehen.",
    ],
)
def test_a_percentage_beside_an_amount_is_its_share(sentence: str) -> None:
    record = typed_agreement(f"{TITLE}Das Land stellt insgesamt 1.000.000 Euro bereit.\n\n{sentence}\n")
    shares = {amount.value: amount.share.value for amount in record.amounts if amount.share}
    assert shares == {Decimal(250_000): Decimal(25)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Höchstens 25 % davon sind für Personal, 250.000 Euro für Sachmittel vorgesehen.",
        "Es sind 250.000 Euro für Teilzeit vorgesehen. 25 % der Plätze sind für Frauen.",
    ],
)
def test_a_percentage_of_something_else_is_left_alone(sentence: str) -> None:
    record = typed_agreement(f"{TITLE}Das Land stellt insgesamt 1.000.000 Euro bereit.\n\n{sentence}\n")
    assert len(record.amounts) == 2
    assert not [amount for amount in record.amounts if amount.share]


def test_a_page_keeps_the_number_that_is_printed_on_it() -> None:
    feet = ["Seite 1 von 3", "Seite 3 von 3"]
    pages = typed_pages(TITLE + "Text der ersten Seite.\n\f\nText der letzten Seite.\n", foot=feet)
    document = DocumentInfo(
        id="0", path="a.pdf", sha256=None, media_type=None, pages=tuple(page_info(page) for page in pages)
    )
    printed = [page.printed for page in read_agreement(document, pages, reference()).document.pages]
    assert [(one.number, one.of) for one in printed if one] == [(1, 3), (3, 3)]
    assert isinstance(printed[1], PrintedNumber)
    assert (printed[1].page, printed[1].bbox[1]) == (2, FOOT)
