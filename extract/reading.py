"""A document is read: each page by its text layer where that can be trusted, by its image where not."""

from __future__ import annotations

import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from extract.document import Sheet, identify, open_sheets
from extract.ink import Inked, find_blobs, look_at_ink
from extract.ocr import find_tesseract, read_images, save_image
from extract.page import Page, Ruling, Word
from extract.rulings import from_edges, from_image, join
from extract.straighten import Frame, straighten
from extract.textlayer import judge, measure, words_of
from extract.witness import Heard, Question, ask, first_reading, hear, questions
from models.agreement import DocumentInfo, PageInfo
from models.settings import Settings

BATCH = 24
"""Pages read by one Tesseract process: bounds the temporary files, and start-up costs nothing beside them."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A page that waits for Tesseract: where its image lies and the way back to the page."""

    number: int
    reason: str
    image: Path
    frame: Frame
    rulings: tuple[Ruling, ...]


def read_document(path: Path, settings: Settings) -> tuple[DocumentInfo, list[Page]]:
    """Read every page of a PDF, TIFF, PNG or JPEG.

    `DocumentInfo.path` is the path as given. Raises a subclass of `extract.errors.ReadingError`.
    """
    facts = identify(path, settings.limits)
    pages: list[Page] = []
    with (
        tempfile.TemporaryDirectory(prefix="aktenlese-") as folder,
        open_sheets(path, facts.media_type, settings.limits) as sheets,
    ):
        waiting: list[Scan] = []
        for sheet in sheets:
            page = _read_layer(sheet)
            if isinstance(page, Page):
                pages.append(page)
                continue
            waiting.append(_prepare(sheet, page, Path(folder), settings))
            if len(waiting) == BATCH:
                pages += _read_scans(waiting)
                waiting = []
        pages += _read_scans(waiting)
    pages.sort(key=lambda page: page.number)
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
    )


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


def _prepare(sheet: Sheet, reason: str, folder: Path, settings: Settings) -> Scan:
    straight = straighten(sheet.picture(settings.reading.dpi))
    image = folder / f"{sheet.number}.pgm"
    strokes, clean = from_image(straight.grey, straight.frame.points)
    save_image(image, clean)
    return Scan(
        number=sheet.number,
        reason=reason,
        image=image,
        frame=straight.frame,
        rulings=join(Ruling(*straight.frame.bbox(box)) for box in strokes),
    )


def _read_scans(scans: list[Scan]) -> list[Page]:
    """Tesseract reads the whole pages, then what deserves a second look: one process for each round."""
    if not scans:
        return []
    engine = find_tesseract()
    found = read_images(engine, [scan.image for scan in scans])
    seen: list[tuple[list[Inked], list[Question]]] = []
    for scan, tokens in zip(scans, found, strict=True):
        grey = np.asarray(cv2.imread(str(scan.image), cv2.IMREAD_GRAYSCALE), dtype=np.uint8)
        scan.image.unlink()
        words = look_at_ink(tokens, find_blobs(grey))
        seen.append((words, questions(grey, words, scan.image.with_suffix(""))))
    asked = [(question, first_reading(words, question)) for words, spots in seen for question in spots]
    second, third = ask(engine, asked)
    pages, start = [], 0
    for scan, (words, spots) in zip(scans, seen, strict=True):
        end = start + len(spots)
        pages.append(_page_of(scan, hear(words, spots, second[start:end], third[start:end])))
        start = end
    return pages


def _page_of(scan: Scan, heard: list[Heard]) -> Page:
    words = tuple(_word_of(scan.frame, word) for word in heard)
    return Page(
        number=scan.number,
        width=scan.frame.width,
        height=scan.frame.height,
        words=words,
        rulings=scan.rulings,
        origin="ocr",
        reason=scan.reason,
        rotation=scan.frame.rotation,
        skew=scan.frame.skew,
        confidence=sum(word.confidence for word in words) / len(words) if words else None,
    )


def _word_of(frame: Frame, heard: Heard) -> Word:
    return Word(
        text=_german(heard.text),
        bbox=frame.bbox(heard.box),
        spot=frame.spot(heard.box),
        confidence=heard.confidence,
        origin="ocr",
        size=round(heard.em * frame.points, 1),
        bold=heard.bold,
        alternatives=heard.alternatives,
    )


def _german(text: str) -> str:
    """NFC, with the models' letters of other languages put right: German has no dotless i and no em dash."""
    return unicodedata.normalize("NFC", text).replace("ı", "i").replace("—", "–")
