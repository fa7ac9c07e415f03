"""Two documents scanned into one file: only the first is read, and that is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.layout.first_document import first_document
from extract.layout.page_labels import in_printed_order
from extract.page import Page, Word
from tests.typed_pages import typed_agreement, typed_pages

FIRST = """
        {title}

        zwischen dem Hessischen Ministerium für Soziales und Integration und dem
        Landkreis Groß-Gerau zum Ausbildungs- und Qualifizierungsbudget 2022

        Das Land stellt dem Landkreis im Jahr 2022 insgesamt 500.000 Euro zur Verfügung
        und berichtet den Vertragspartnern über die Ziele, die beide vereinbart haben.
"""
SIGNED = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
"""
OTHER = """
        {title}

        zwischen dem Landkreis Groß-Gerau und dem Bildungswerk Muster über Beratung

        Der Landkreis stellt dem Bildungswerk im Jahr 2022 insgesamt 40.000 Euro bereit
        und berichtet den Vertragspartnern über die Ziele, die beide vereinbart haben.
"""
LARGE = 1.6


def pages(*sheets: str) -> list[Page]:
    """Typed pages; the word of the title, which stands alone in its line, is set large."""
    return [_with_large_title(page) for page in typed_pages("\f".join(sheets))]


def _with_large_title(page: Page) -> Page:
    top = min(word.bbox[1] for word in page.words)
    return replace(page, words=tuple(_enlarged(word) if word.bbox[1] == top else word for word in page.words))


def _enlarged(word: Word) -> Word:
    x0, y0, x1, y1 = word.bbox
    box = (x0, y0 - (LARGE - 1) * (y1 - y0), x1, y1)
    return replace(word, bbox=box, spot=box, size=LARGE * word.size)


def further(found: Sequence[Page]) -> tuple[int, str | None]:
    own, title = first_document(found)
    return len(own), title.text if title else None


def test_the_same_title_again_begins_a_second_document() -> None:
    first = FIRST.format(title="Zielvereinbarung")
    assert further(pages(first, first)) == (1, "Zielvereinbarung")


def test_another_title_behind_a_signed_page_begins_a_second_document() -> None:
    first = FIRST.format(title="Zielvereinbarung") + SIGNED
    found = pages(first, OTHER.format(title="Weiterleitungsvertrag"))
    assert further(found) == (1, "Weiterleitungsvertrag")
    record = typed_agreement(found)
    assert [int(amount.value) for amount in record.amounts] == [500_000]
    assert record.further_document is not None
    assert record.further_document.value == "Weiterleitungsvertrag"


def test_a_page_is_signed_however_place_and_day_are_set() -> None:
    signed = """
        Heike Muster
        Staatsministerin
        Wiesbaden (7.8.2022)

        Adil Beispiel
        Landrat
        Groß-Gerau (9.9.2022)
    """
    both = pages(FIRST.format(title="Nachtragsvereinbarung") + signed, OTHER.format(title="Vereinbarung"))
    first, second = first_document(both)
    assert len(first) == 1
    assert second is not None


def test_another_title_behind_a_page_that_nobody_signed_is_part_of_the_document() -> None:
    first = FIRST.format(title="Zielvereinbarung")
    assert further(pages(first, OTHER.format(title="Weiterleitungsvertrag"))) == (2, None)


@pytest.mark.parametrize(
    ("feet", "own"),
    [
        (["Blatt 1 von 1", "Blatt 1 von 2"], 1),
        (["Blatt 1 von 2", "Blatt 2 von 2"], 2),
        (["Blatt 1", "Blatt 1"], 2),
    ],
)
def test_another_title_begins_a_second_document_where_the_pages_are_counted_anew(
    feet: list[str], own: int
) -> None:
    text = FIRST.format(title="Änderungsvereinbarung") + "\f" + OTHER.format(title="Weiterleitungsvertrag")
    sheets = [_with_large_title(sheet) for sheet in typed_pages(text, foot=feet)]
    assert len(first_document(sheets)[0]) == own


def test_an_annex_behind_the_signatures_is_part_of_the_document() -> None:
    first = FIRST.format(title="Zielvereinbarung") + SIGNED
    annex = """
        Anlage

        Der Landkreis stellt dem Bildungswerk im Jahr 2022 insgesamt 40.000 Euro bereit
        und berichtet den Vertragspartnern über die Ziele, die beide vereinbart haben.
    """
    assert further(pages(first, annex)) == (2, None)
    titled = annex.replace("Anlage", "Anlage zur Zielvereinbarung 2022", 1)
    assert further(pages(first, titled)) == (2, None)


def test_a_title_no_larger_than_the_text_begins_a_second_document_too() -> None:
    first = FIRST.format(title="Zielvereinbarung").replace("zwischen dem", "vereinbart zwischen dem")
    found = typed_pages("\f".join((first, first)))
    assert further(found) == (1, "Zielvereinbarung")


def test_pages_that_lie_in_the_wrong_order_are_read_in_the_order_of_their_numbers() -> None:
    first = FIRST.format(title="Zielvereinbarung")
    swapped = typed_pages("\f".join((SIGNED, first)), foot=["– Seite 2 von 2 –", "– Seite 1 von 2 –"])
    record = typed_agreement(swapped)
    assert record.further_document is None
    assert [party.name.provenance.page for party in record.parties] == [2, 2]
    assert [one.name.value for one in record.signatories if one.name] == ["Heike Muster", "Adil Beispiel"]


def test_numbers_that_leave_a_gap_order_no_pages() -> None:
    found = typed_pages("\f".join((SIGNED, SIGNED, SIGNED)), foot=["Seite 1", "Seite 7", "Seite 3"])
    assert in_printed_order(found) == found


def test_a_running_head_that_counts_on_begins_no_second_document() -> None:
    text = FIRST.format(title="Zielvereinbarung") + "\f" + SIGNED
    sheets = typed_pages(text, head=("", "Zielvereinbarung · Blatt 2"))
    assert further([_with_large_title(sheet) for sheet in sheets]) == (2, None)


def test_a_title_hardly_too_small_for_one_is_one_if_that_of_the_second_is_not() -> None:
    """On scans type of one size differs by a pixel."""
    sheets = (
        FIRST.format(title="Zielvereinbarung über Mittel") + SIGNED,
        OTHER.format(title="Zielvereinbarung über Mittel"),
    )
    first, second = pages(*sheets)
    assert further([_with_size(first, 1.22), _with_size(second, 1.28)]) == (1, "Zielvereinbarung über Mittel")
    assert further([_with_size(first, 1.0), _with_size(second, 1.28)]) == (2, None)


def _with_size(page: Page, times: float) -> Page:
    """The page with a title so many times as large as its text."""
    top = min(word.bbox[3] for word in page.words)
    usual = page.words[-1].size
    return replace(
        page,
        words=tuple(
            replace(word, size=times * usual) if word.bbox[3] == top else word for word in page.words
        ),
    )
