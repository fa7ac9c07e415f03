"""Several documents in one file: where the next begins. Only the first is read, and that is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from rapidfuzz import fuzz

from extract.language.lines import Line, Row, find_rows
from extract.layout.page_labels import HEAD_SHARE, PageLabel, in_margin, page_label, without_counts
from extract.layout.signature_zone import find_signature_blocks
from extract.page import Page

# A title is printed at least this much larger than the text of its page, and in its upper part.
TITLE_SIZE = 1.25
TITLE_SHARE = 0.6
AGREEMENT = re.compile(r"(?:vereinbarung|vertrag|abkommen)\b", re.IGNORECASE)
# "Anlage zur Zielvereinbarung" belongs to what was signed before it.
ANNEX = re.compile(r"\W*(?:Anlage|Anhang|Beilage|Annex)\w*\b", re.IGNORECASE)
KIND_ALONE = re.compile(r"\w*(?:vereinbarung|vertrag|abkommen)(?:\s+(?:19|20)\d{2})?", re.IGNORECASE)
# Titles as similar as this (0..100) are those of two documents of one kind, whatever OCR did to a letter.
SAME_TITLE = 85
# Two printings of one title differ in size by so much at most, as a scan measures them.
SAME_SIZE = 0.1


def first_document(pages: Sequence[Page]) -> tuple[Sequence[Page], Line | None]:
    """The pages of the first document, and the title of the second if the file holds one.

    A second document begins on a page that is set like the first: the same title in large print, and
    the parties named below it. After a page of signatures, or one that is the last by its printed number, the
    title of any agreement begins one, if the first page has a title, too, be it no larger than that of the
    second.
    """
    if not pages:
        return pages, None
    first = _title(pages[0])
    for index, page in enumerate(pages[1:], start=1):
        title = _title(page)
        if title is None or ANNEX.match(title.text):
            continue
        if first and _are_alike(first, title):
            return pages[:index], title
        titled = first or any(_are_twins(line, title) for line in _lines_of(pages[0]))
        ended = _is_signed(pages[index - 1]) or _counts_anew(pages[index - 1], page)
        if titled and AGREEMENT.search(title.text) and ended:
            return pages[:index], title
    return pages, None


def documents_in(pages: Sequence[Page]) -> list[Sequence[Page]]:
    """The pages of each document that the file holds."""
    found: list[Sequence[Page]] = []
    while pages:
        own, _ = first_document(pages)
        found.append(own)
        pages = pages[len(own) :]
    return found


def _title(page: Page) -> Line | None:
    """The largest line of the upper part, if it names a kind of agreement or the page then names parties;
    where none is larger than the text, a line that says nothing but the kind."""
    rows = [row for row in find_rows(page.number, page.words) if not _counts_on(page, row)]
    parties = any(re.match(r"zwischen\b", row.text, re.IGNORECASE) for row in rows)
    usual = median(row.size for row in rows) if rows else 0.0
    upper = [line for row in rows for line in row.lines if line.bbox[3] < TITLE_SHARE * page.height]
    large = [
        line for line in upper if line.size >= TITLE_SIZE * usual and len(without_counts(line.text)) >= 5
    ]
    title = max(large, key=lambda line: line.size, default=None)
    if title is not None and (parties or AGREEMENT.search(title.text)):
        return title
    text = [line for line in upper if line.bbox[1] > HEAD_SHARE * page.height]
    return next((line for line in text if KIND_ALONE.fullmatch(line.text)), None)


def _lines_of(page: Page) -> list[Line]:
    return [line for row in find_rows(page.number, page.words) for line in row.lines]


def _are_twins(line: Line, title: Line) -> bool:
    """Is a line set like the title of another page? Which of them is large enough is a matter of pixels."""
    return _are_alike(line, title) and abs(line.size - title.size) <= SAME_SIZE * title.size


def _are_alike(one: Line, other: Line) -> bool:
    return fuzz.ratio(without_counts(one.text), without_counts(other.text)) >= SAME_TITLE


def _counts_on(page: Page, row: Row) -> bool:
    """Is it a running head that says the document goes on: "Zielvereinbarung 2022 · Seite 3"?"""
    label = page_label(page, row) if in_margin(page, row) else None
    return label is not None and label.number > 1


def _counts_anew(before: Page, page: Page) -> bool:
    """ "Blatt 2 von 2", and on the next page "Blatt 1 von 3"."""
    last, first = _printed(before), _printed(page)
    return bool(last and first and last.of and first.of and last.number == last.of and first.number == 1)


def _printed(page: Page) -> PageLabel | None:
    margin = (row for row in find_rows(page.number, page.words) if in_margin(page, row))
    return next((label for row in margin if (label := page_label(page, row))), None)


def _is_signed(page: Page) -> bool:
    return bool(find_signature_blocks(find_rows(page.number, page.words)))
