"""Pictures on a digital page, a table pasted into it or a signed end: print that is in no text layer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.geometry import contains_center, overlap_share
from extract.page import Page, Ruling, Word
from extract.scans.scan import CERTAIN, CERTAIN_SHARE
from models.values import BBox

SMALLEST = 0.03
"""Share of the page from which a picture is read: coats of arms and logos are smaller, a table is not."""
SAME_ACROSS, SAME_DOWN = 0.3, 0.5
"""Shares of the width and height from which a word of the picture is one that the layer has: Tesseract's
boxes are half a word off at times."""
REASON = "dazu Bilder auf der Seite"


def worth_reading(images: Iterable[BBox], width: float, height: float) -> tuple[BBox, ...]:
    """The pictures of a page that may hold text."""
    return tuple(
        (x0, top, x1, bottom)
        for x0, top, x1, bottom in images
        if (min(x1, width) - max(x0, 0)) * (min(bottom, height) - max(top, 0)) >= SMALLEST * width * height
    )


def with_pictures(page: Page, scanned: Page, images: Sequence[BBox]) -> Page:
    """A page of a text layer with the print in some pictures on it, as it was read from the whole page."""
    if scanned.rotation:
        return page  # too little was to be seen of how it lies
    within = [_print_within(image, page, scanned) for image in images]
    words = [word for found in within for word in found]
    if not words:
        return page
    read = [image for image, found in zip(images, within, strict=True) if found]
    return replace(
        page,
        words=(*page.words, *words),
        rulings=(*page.rulings, *(line for line in scanned.rulings if _is_within(_box(line), read))),
        unread_stamps=tuple(stamp for stamp in scanned.unread_stamps if _is_within(stamp, read)),
        reason=f"{page.reason}, {REASON}",
        print=scanned.print,
    )


def _print_within(image: BBox, page: Page, scanned: Page) -> list[Word]:
    """The words that a picture has, all of them if most are certain: else it is a photograph or a pen."""
    here = [word for word in page.words if contains_center(image, word.spot)]
    words = [
        word
        for word in scanned.words
        if contains_center(image, word.spot) and not any(_is_same(other.spot, word.spot) for other in here)
    ]
    letters = sum(len(word.text) for word in words)
    certain = sum(len(word.text) for word in words if word.confidence >= CERTAIN)
    return words if certain > CERTAIN_SHARE * letters else []


def _is_same(told: BBox, seen: BBox) -> bool:
    across = overlap_share(told[0], told[2], seen[0], seen[2]) >= SAME_ACROSS
    return across and overlap_share(told[1], told[3], seen[1], seen[3]) >= SAME_DOWN


def _is_within(box: BBox, images: Iterable[BBox]) -> bool:
    return any(contains_center(image, box) for image in images)


def _box(line: Ruling) -> BBox:
    return line.x0, line.top, line.x1, line.bottom
