"""A document is read: each page by its text layer where that can be trusted, by its image where not."""

from __future__ import annotations

import tempfile
from pathlib import Path

from extract.document import UNWATCHED, Sheet, Watch, identify, open_sheets
from extract.errors import DamagedFile, LimitExceeded, OcrFailed, ReadingError
from extract.page import Page
from extract.rulings import from_edges
from extract.scan import read_scan
from extract.textlayer import judge, measure, words_of
from models.agreement import DocumentInfo, PageInfo
from models.settings import Settings

OF_ONE_PAGE = (DamagedFile, LimitExceeded, OcrFailed)
"""What may go wrong with one page while the others are sound."""


def read_document(
    path: Path, settings: Settings, watch: Watch = UNWATCHED
) -> tuple[DocumentInfo, list[Page]]:
    """Read every page of a PDF, TIFF, PNG or JPEG.

    `DocumentInfo.path` is the path as given. Raises a subclass of `extract.errors.ReadingError`.
    """
    facts = identify(path, settings.limits)
    pages: list[Page] = []
    lost: list[ReadingError] = []
    lie = 0
    with (
        tempfile.TemporaryDirectory(prefix="aktenlese-") as folder,
        open_sheets(path, facts.media_type, settings.limits, watch) as sheets,
    ):
        while True:
            try:
                sheet = next(sheets)
                page = _read_layer(sheet)
                if isinstance(page, str):
                    picture = sheet.picture(settings.reading.dpi)
                    page, lie = read_scan(sheet.number, picture, page, Path(folder), lie)
            except StopIteration:
                break
            except OF_ONE_PAGE as error:
                lost.append(error)
                page = _lost(sheets.taken, error)
            pages.append(page)
    if len(lost) == len(pages):
        raise lost[0]
    info = DocumentInfo(
        id=facts.id,
        path=str(path),
        sha256=facts.sha256,
        media_type=facts.media_type,
        pages=tuple(page_info(page) for page in pages),
    )
    return info, pages


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


def _lost(number: int, error: ReadingError) -> Page:
    """A page that could not be read, in its place among the others."""
    return Page(number, width=0.0, height=0.0, words=(), reason="nicht gelesen", error=error.reason)


def _read_layer(sheet: Sheet) -> Page | str:
    """The page from its text layer, or the reason why its image has to be read."""
    layer = sheet.layer()
    verdict = judge(measure(layer), sheet.images)
    if not verdict.trusted:
        return verdict.reason
    return Page(
        number=sheet.number,
        width=sheet.width,
        height=sheet.height,
        words=words_of(layer),
        rulings=from_edges(layer.edges),
        origin="text_layer",
        reason=verdict.reason,
        confidence=1.0,
    )
