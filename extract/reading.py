"""A document is read: each page by its text layer where that can be trusted, by its image where not."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from extract.errors import DamagedFile, LimitExceeded, OcrFailed, ReadingError
from extract.files.document import Sheet, open_sheets
from extract.files.identity import identify
from extract.files.prints import Prints
from extract.files.textlayer import judge, measure, words_of
from extract.files.unseen import DPI as SEEN_AT
from extract.files.unseen import uppermost, without_unseen
from extract.files.watch import UNWATCHED, Watch
from extract.page import Page
from extract.scans.fonts import Fonts
from extract.scans.pictures import with_pictures, worth_reading
from extract.scans.rulings import from_edges
from extract.scans.scan import Ready, finish, make_ready, read_ready
from extract.scans.unnamed import with_read_glyphs
from models.agreement import DocumentInfo, PageInfo
from models.settings import Settings
from models.values import BBox

OF_ONE_PAGE = (DamagedFile, LimitExceeded, OcrFailed)
"""What may go wrong with one page while the others are sound."""
MISLED = "Textebene verworfen: eine Schrift zeigt andere Zeichen, als die Textebene nennt"
PIXELS_AT_ONCE = 25_000_000
"""Pixels of the pages that one Tesseract reads, six or so: what it takes to start, 46 ms of processor time,
is shared among them, and what they take in memory and in the temporary folder stays small."""


def read_document(
    path: Path, settings: Settings, watch: Watch = UNWATCHED, prints: Prints | None = None
) -> tuple[DocumentInfo, list[Page]]:
    """Read every page of a PDF, TIFF, PNG or JPEG.

    `DocumentInfo.path` is the path as given. `prints` keeps the pictures of scanned pages, where they are to
    be looked at again. Raises a subclass of `extract.errors.ReadingError`.
    """
    facts = identify(path, settings.limits)
    with (
        tempfile.TemporaryDirectory(prefix="aktenlese-") as folder,
        open_sheets(path, facts.media_type, settings.limits, watch) as sheets,
    ):
        pages = _Pages(settings, watch, Path(folder), prints)
        while True:
            try:
                pages.take(next(sheets))
            except StopIteration:
                break
            except OF_ONE_PAGE as error:
                pages.lose(sheets.taken, error)
        pages.read_waiting()
    read = pages.in_order()
    info = DocumentInfo(
        id=facts.id,
        path=str(path),
        sha256=facts.sha256,
        media_type=facts.media_type,
        pages=tuple(page_info(page) for page in read),
    )
    return info, read


class _Pages:
    """The pages of a document. Those whose pictures are read wait for others, to be read by one Tesseract."""

    def __init__(self, settings: Settings, watch: Watch, folder: Path, prints: Prints | None) -> None:
        self._settings = settings
        self._watch = watch
        self._folder = folder
        self._prints = prints
        self._lie = 0
        self._waiting: list[Ready] = []
        self._pictures: dict[int, tuple[BBox, ...]] = {}
        self._fonts = Fonts()
        self._read: dict[int, Page] = {}
        self._lost: dict[int, ReadingError] = {}

    def take(self, sheet: Sheet) -> None:
        """Read a page, or have it wait. Raises what may go wrong with it."""
        page, reason, pictures = _read_layer(sheet, self._settings.reading.dpi, self._folder, self._fonts)
        if page:
            self._read[sheet.number] = page
            self._pictures[sheet.number] = pictures
            if not pictures:
                return
        picture = sheet.picture(self._settings.reading.dpi)
        ready, self._lie = make_ready(sheet.number, picture, reason, self._folder, self._lie)
        self._waiting.append(ready)
        if sum(one.grey.size for one in self._waiting) >= PIXELS_AT_ONCE:
            self.read_waiting()

    def read_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for ready, found in zip(waiting, read_ready(waiting), strict=True):
            try:
                if isinstance(found, OcrFailed):
                    raise found
                self._watch.begins(ready.number)
                page = finish(ready, found, self._prints)
                if layer := self._read.get(ready.number):
                    page = with_pictures(layer, page, self._pictures[ready.number])
                self._read[ready.number] = page
            except OF_ONE_PAGE as error:
                self.lose(ready.number, error)

    def lose(self, number: int, error: ReadingError) -> None:
        """A page that could not be read keeps its place among the others."""
        self._lost[number] = error
        self._read[number] = Page(
            number, width=0.0, height=0.0, words=(), reason="nicht gelesen", error=error.reason
        )

    def in_order(self) -> list[Page]:
        """All pages. Raises what went wrong with the first, if there is none that could be read."""
        if len(self._lost) == len(self._read):
            raise self._lost[min(self._lost)]
        return [self._read[number] for number in sorted(self._read)]


def page_info(page: Page) -> PageInfo:
    """What the record keeps of a page."""
    return PageInfo(
        number=page.number,
        origin=page.origin,
        reason=page.reason,
        rotation=page.rotation,
        skew=round(page.skew, 2),
        confidence=None if page.confidence is None else round(page.confidence, 4),
        width=round(page.width, 2),
        height=round(page.height, 2),
        error=page.error,
    )


def _read_layer(
    sheet: Sheet, dpi: float, folder: Path, fonts: Fonts
) -> tuple[Page | None, str, tuple[BBox, ...]]:
    """The page from its text layer, if that can be trusted; why so, or why its image has to be read; where
    pictures lie on it that may say more. Cuttings of words that the layer does not spell out go through
    `folder`."""
    layer = sheet.layer()
    verdict = judge(measure(layer), sheet.images)
    if verdict.trusted:
        layer = without_unseen(layer, sheet.picture(SEEN_AT))
        verdict = judge(measure(layer), sheet.images)
    if not verdict.trusted:
        return None, verdict.reason, ()
    picture = cache(lambda: sheet.picture(dpi))
    if fonts.mislead(layer, picture):
        return None, MISLED, ()
    words = uppermost(words_of(layer))
    words = with_read_glyphs(words, picture, folder / str(sheet.number))
    page = Page(
        number=sheet.number,
        width=sheet.width,
        height=sheet.height,
        words=words,
        rulings=from_edges(layer.edges),
        origin="text_layer",
        reason=verdict.reason,
        confidence=sum(word.confidence for word in words) / len(words) if words else 1.0,
    )
    return page, verdict.reason, worth_reading(layer.images, sheet.width, sheet.height)
