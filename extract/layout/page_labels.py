"""The page numbers that are printed, and the order they give the pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.geometry import union
from extract.language.lines import Row, find_rows
from extract.page import Page
from models.values import BBox

# Running heads and page numbers stand within these shares of the page height.
HEAD_SHARE = 0.08
FOOT_SHARE = 0.91
# "Seite 3 von 5", "- 3 -", "3/5", "3 | 5", "3 (5)", "3. von 5 Seiten", "3"; signs around it are left out.
PAGE_LABEL = re.compile(
    r"(?:(?:Seite|S\.|Blatt)\s*(?P<n1>\d{1,3})(?:\s*(?:von|/)\s*(?P<of1>\d{1,3}))?"
    r"|(?P<n2>\d{1,3})(?:\s*[/|(]|\.?\s*von)\s*(?P<of2>\d{1,3})(?:\s+(?:Seiten|Blatt)|\))?"
    r"|(?P<n3>\d{1,3}))",
    re.IGNORECASE,
)
LABEL_AT_END = re.compile(r"(?:Seite|Blatt)\s+(?P<n1>\d{1,3})(?:\s+(?:von|/)\s+(?P<of1>\d{1,3}))?$")
AROUND_LABEL = " .,|-–—·"


@dataclass(frozen=True)
class PageLabel:
    """The page number printed on a page, and the number of pages if it is printed too; where it stands."""

    page: int
    number: int
    of: int | None = None
    spot: BBox = field(default=(0, 0, 0, 0), compare=False)


def in_margin(page: Page, row: Row) -> bool:
    return row.bbox[3] < HEAD_SHARE * page.height or row.bbox[1] > FOOT_SHARE * page.height


def page_label(page: Page, row: Row) -> PageLabel | None:
    """The page number that a row of the margin prints, if it does."""
    labels = (PAGE_LABEL.fullmatch(line.text.strip(AROUND_LABEL)) for line in row.lines)
    match = next(filter(None, labels), None) or LABEL_AT_END.search(row.text.strip(AROUND_LABEL))
    if match is None:
        return None
    groups = match.groupdict()
    number = next(int(value) for name, value in groups.items() if name.startswith("n") and value)
    of = next((int(value) for name, value in groups.items() if name.startswith("of") and value), None)
    return PageLabel(page.number, number, of, union(word.spot for word in row.words))


def without_counts(text: str) -> str:
    """The letters of a running head or a title: what does not change from page to page."""
    return re.sub(r"[\W\d_]+", "", text).casefold()


def in_printed_order(pages: Sequence[Page]) -> Sequence[Page]:
    """The pages as their printed numbers order them, where these count without a gap and name no page twice:
    then the pages were scanned in the wrong order. A page without a number stays behind the one before it."""
    numbers = [_number(page) for page in pages]
    printed = sorted(number for number in numbers if number is not None)
    if len(printed) < 2 or printed != list(range(printed[0], printed[0] + len(printed))):
        return pages
    places, last = [], 0
    for position, number in enumerate(numbers):
        last = number if number is not None else last
        places.append((last, position))
    return [pages[position] for _, position in sorted(places)]


def _number(page: Page) -> int | None:
    margin = (row for row in find_rows(page.number, page.words) if in_margin(page, row))
    labels = (label for row in margin if (label := page_label(page, row)) is not None)
    return next((label.number for label in labels), None)
