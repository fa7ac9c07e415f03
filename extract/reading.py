"""A document is read: each page by its text layer where that can be trusted, by its image where not."""

from __future__ import annotations

import tempfile
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import cv2
import numpy as np

from extract.document import UNWATCHED, Grey, Picture, Sheet, Watch, identify, open_sheets
from extract.dots import with_seen_letters
from extract.errors import DamagedFile, LimitExceeded, OcrFailed, ReadingError
from extract.ink import Blobs, Inked, find_blobs, look_at_ink
from extract.ocr import PICTURE, Tesseract, Token, find_tesseract, save_image
from extract.page import Page, Ruling, Word
from extract.pen import without_pen
from extract.reader import read_pages
from extract.rulings import from_edges, from_image, join
from extract.second_look import Look, amend, look_again, second_looks
from extract.straighten import Frame, Straightened, straighten
from extract.textlayer import judge, measure, words_of
from extract.unread import cut_unread, find_unread, is_rest, read_unread
from extract.witness import Heard, Question, ask, first_reading, hear, questions
from models.agreement import DocumentInfo, PageInfo
from models.settings import Settings
from models.values import BBox

BATCH = 24
"""Pages that wait for Tesseract at most: bounds the temporary files."""

OF_ONE_PAGE = (DamagedFile, LimitExceeded)
"""What may be wrong with one page while the others are sound."""

NOTHING: Grey = np.zeros((0, 0), dtype=np.uint8)
CERTAIN = 0.75
"""Confidence of a word that is upright and sharp: 0.93 on average; upside down the average is 0.35."""
CERTAIN_SHARE = 0.5
"""A sparse page that reads below this is tried the other ways round."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A page that waits for Tesseract: where its image lies and the way back to the page."""

    number: int
    reason: str
    image: Path
    frame: Frame
    rulings: tuple[Ruling, ...]
    raw: Path | None = None
    """The page as scanned, kept where it is not certain which way up it is, and its measures."""
    picture: Picture | None = None


def read_document(
    path: Path, settings: Settings, watch: Watch = UNWATCHED
) -> tuple[DocumentInfo, list[Page]]:
    """Read every page of a PDF, TIFF, PNG or JPEG.

    `DocumentInfo.path` is the path as given. Raises a subclass of `extract.errors.ReadingError`.
    """
    facts = identify(path, settings.limits)
    pages: list[Page] = []
    with (
        tempfile.TemporaryDirectory(prefix="aktenlese-") as folder,
        open_sheets(path, facts.media_type, settings.limits, watch) as sheets,
    ):
        waiting: list[Scan] = []
        lost: list[ReadingError] = []
        lie = 0
        while True:
            try:
                sheet = next(sheets)
                page = _read_layer(sheet)
                if isinstance(page, Page):
                    pages.append(page)
                    continue
                waiting.append(_prepare(sheet, page, Path(folder), settings, lie))
            except StopIteration:
                break
            except OF_ONE_PAGE as error:
                lost.append(error)
                pages.append(_lost(sheets.taken, error))
                continue
            if waiting[-1].raw is None:
                lie = waiting[-1].frame.rotation
            if len(waiting) == BATCH:
                pages += _read_what_can_be_read(waiting, lost)
                waiting = []
        pages += _read_what_can_be_read(waiting, lost)
    if len(lost) == len(pages):
        raise lost[0]
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
        error=page.error,
    )


def _lost(number: int, error: ReadingError) -> Page:
    """A page that could not be read, in its place among the others."""
    return Page(number, width=0.0, height=0.0, words=(), reason="nicht gelesen", error=error.reason)


def _read_what_can_be_read(scans: list[Scan], lost: list[ReadingError]) -> list[Page]:
    """As `_read_scans`; if Tesseract fails, page by page, to lose only those it fails for."""
    try:
        return _read_scans(scans)
    except OcrFailed as error:
        if len(scans) == 1 or not all(scan.image.exists() for scan in scans):
            lost += [error for _ in scans]
            return [_lost(scan.number, error) for scan in scans]
    return [page for scan in scans for page in _read_what_can_be_read([scan], lost)]


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


def _prepare(sheet: Sheet, reason: str, folder: Path, settings: Settings, lie: int) -> Scan:
    """Straighten a page into a file. A page with too little print to see how it lies, lies as the last one
    did (`lie`), and its picture is kept for a second try."""
    picture = sheet.picture(settings.reading.dpi)
    straight = straighten(picture, fallback=lie)
    scan = _save(sheet.number, reason, folder, straight)
    if straight.sure or straight.grey.min() == 255:
        return scan
    raw = folder / f"{sheet.number}-raw{PICTURE}"
    save_image(raw, picture.grey)
    return replace(scan, raw=raw, picture=replace(picture, grey=NOTHING))


def _save(number: int, reason: str, folder: Path, straight: Straightened) -> Scan:
    image = folder / f"{number}-{straight.frame.rotation}{PICTURE}"
    strokes, clean = from_image(straight.grey, straight.frame.points)
    save_image(image, clean)
    return Scan(
        number=number,
        reason=reason,
        image=image,
        frame=straight.frame,
        rulings=join(Ruling(*straight.frame.bbox(box)) for box in strokes),
    )


def _turned(engine: Tesseract, scan: Scan, tokens: list[Token]) -> tuple[Scan, list[Token]]:
    """The page as it reads best of all four ways it may lie, if it read poorly as it was taken."""
    if scan.raw is None or scan.picture is None or not is_poor(tokens):
        return scan, tokens
    picture = replace(scan.picture, grey=_load(scan.raw))
    folder = scan.image.parent / f"{scan.number}"
    folder.mkdir(exist_ok=True)
    scans = [_save(scan.number, scan.reason, folder, straighten(picture, turn)) for turn in (0, 90, 180, 270)]
    found = read_pages(engine, [other.image for other in scans])
    ways = [(scan, tokens), *zip(scans, found, strict=True)]
    return max(ways, key=lambda way: certain_letters(way[1]))


def is_poor(tokens: list[Token]) -> bool:
    """Less than half of what was read are words read with certainty; so is a page without words."""
    letters = sum(len(token.text) for token in tokens)
    return certain_letters(tokens) <= CERTAIN_SHARE * letters


def certain_letters(tokens: list[Token]) -> float:
    """Letters and figures in words read with certainty, weighed by it.

    Strokes read as letters seldom reach it; and Tesseract reads lines that run down the page, too.
    """
    return sum(
        token.confidence * len(token.text)
        for token in tokens
        if token.confidence >= CERTAIN
        and len(token.text) >= 3
        and token.text.strip(".,;:-()").isalnum()
        and token.box[2] - token.box[0] > token.box[3] - token.box[1]
    )


def _load(image: Path) -> Grey:
    return np.asarray(cv2.imread(str(image), cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def _read_scans(scans: list[Scan]) -> list[Page]:
    """Tesseract reads the whole pages, then what deserves a second look."""
    if not scans:
        return []
    engine = find_tesseract()
    found = read_pages(engine, [scan.image for scan in scans])
    read = [_turned(engine, scan, tokens) for scan, tokens in zip(scans, found, strict=True)]
    seen: list[tuple[list[Inked], Blobs, list[Question]]] = []
    looked = _with_second_look(engine, read)
    for (scan, _), (words, blobs) in zip(read, _with_unread(engine, looked), strict=True):
        seen.append((words, blobs, questions(_load(scan.image), words, blobs, scan.image.with_suffix(""))))
    asked = [(question, first_reading(words, question)) for words, _, spots in seen for question in spots]
    answers = ask(engine, asked)
    pages, start = [], 0
    for (scan, _), (words, blobs, spots) in zip(read, seen, strict=True):
        end = start + len(spots)
        heard = hear(words, spots, answers[start:end])
        pages.append(_page_of(scan, with_seen_letters(heard, blobs, cache(partial(_load, scan.image)))))
        scan.image.unlink()
        start = end
    return pages


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as read and as its ink shows it."""

    scan: Scan
    tokens: list[Token]
    words: list[Inked]
    blobs: Blobs


def _with_second_look(engine: Tesseract, read: list[tuple[Scan, list[Token]]]) -> list[Seen]:
    """The pages with the lines behind signatures and stamps read again, and shown without them."""
    pages: list[Seen] = []
    looks: list[list[Look]] = []
    for scan, tokens in read:
        grey = _load(scan.image)
        blobs = find_blobs(grey)
        pages.append(Seen(scan, tokens, look_at_ink(without_pen(tokens, blobs), blobs), blobs))
        looks.append(second_looks(grey, pages[-1].words, blobs, scan.image.with_suffix("")))
    answers = iter(look_again(engine, [look for own in looks for look in own]))
    for index, own in enumerate(looks):
        if not own:
            continue
        page = pages[index]
        grey, tokens = amend(_load(page.scan.image), page.tokens, own, [next(answers) for _ in own])
        save_image(page.scan.image, grey)
        blobs = find_blobs(grey)
        pages[index] = Seen(page.scan, tokens, look_at_ink(without_pen(tokens, blobs), blobs), blobs)
    return pages


def _with_unread(engine: Tesseract, seen: list[Seen]) -> list[tuple[list[Inked], Blobs]]:
    """The words of each page with those that the page analysis left out."""
    left_out: list[tuple[list[BBox], list[Path]]] = []
    for page in seen:
        spots = find_unread(page.words, page.tokens, page.blobs)
        cuttings: list[Path] = []
        if spots:
            grey, stem = _load(page.scan.image), page.scan.image.with_suffix("")
            cuttings = cut_unread(grey, spots, page.words[0].em, stem)
        left_out.append((spots, cuttings))
    found = iter(
        read_unread(
            engine,
            [spot for spots, _ in left_out for spot in spots],
            [image for _, images in left_out for image in images],
        )
    )
    pages: list[tuple[list[Inked], Blobs]] = []
    for page, (spots, images) in zip(seen, left_out, strict=True):
        read = [token for _ in spots if (token := next(found)) is not None]
        new = [token for token in read if not is_rest(token, page.words)]
        pages.append((page.words + look_at_ink(new, page.blobs), page.blobs))
        for image in images:
            image.unlink()
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
    """NFC, with what the models take from other languages put right.

    German has no dotless i and no em dash, and no word begins with a comma or an accent: that is a speck.
    """
    text = unicodedata.normalize("NFC", text).replace("ı", "i").replace("—", "–")
    bare = text.lstrip("‚,´`")
    return bare if bare[:1].isalnum() and "‘" not in text else text
