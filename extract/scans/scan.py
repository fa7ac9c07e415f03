"""The picture of a page is read: straightened, read by Tesseract, looked at again where that is worth it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extract.errors import OcrFailed
from extract.files.prints import Prints
from extract.files.sheet import Grey, Picture
from extract.geometry import contains_center
from extract.language.spelling import as_german
from extract.page import Page, Print, Ruling, Word
from extract.scans.bare_numerals import bare_numerals
from extract.scans.blobs import Blobs, find_blobs
from extract.scans.bullets import with_seen_bullets, without_stray_bullets
from extract.scans.counted_marks import with_counted_marks
from extract.scans.dots import with_seen_letters
from extract.scans.fit import fitted
from extract.scans.fixed_forms import with_fixed_forms
from extract.scans.german_readings import with_german_readings
from extract.scans.glued import with_marks_apart, with_parts_joined
from extract.scans.ink import Inked, look_at_ink, usual_size
from extract.scans.ocr import PICTURE, Tesseract, Token, find_tesseract, save_image
from extract.scans.order import in_printed_order
from extract.scans.pairs import with_pairs
from extract.scans.pen import without_pen
from extract.scans.pieces import Integers, Pieces, find_pieces
from extract.scans.reader import read_pages
from extract.scans.rulings import from_image, join, without_holes
from extract.scans.scrawl import without_scrawl
from extract.scans.second_look import amend, look_again, second_looks
from extract.scans.stamp_dates import Stamped, read_stamps, without_scraps
from extract.scans.stamps import Sheet
from extract.scans.straighten import Frame, Straightened, ink_of, straighten
from extract.scans.struck_marks import with_struck_marks
from extract.scans.unread import cut_unread, find_unread, is_rest, read_unread
from extract.scans.unread_marks import with_unread_marks
from extract.scans.weight import with_weight
from extract.scans.witness import Heard, ask, first_reading, hear, questions
from models.german import find_dates

CERTAIN = 0.75
"""Confidence of a word that is upright and sharp: 0.93 on average; upside down the average is 0.35."""
CERTAIN_SHARE = 0.5
"""A sparse page that reads below this is tried the other ways round."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A page made ready for Tesseract: its clean picture, here and in a file, and the way back to the page.

    `reason`: why it is the picture that is read. `taken`: the ink of straight lines that is no longer
    in the picture, as `Pieces.pixels`. `unsure`: the picture as it was, where too little print shows how it
    lies.
    """

    number: int
    reason: str
    frame: Frame
    rulings: tuple[Ruling, ...]
    taken: Integers
    grey: Grey
    image: Path
    unsure: Picture | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A page with what its ink shows of its words."""

    grey: Grey
    tokens: list[Token]
    words: list[Inked]
    pieces: Pieces
    blobs: Blobs


def make_ready(number: int, picture: Picture, reason: str, folder: Path, lie: int) -> tuple[Ready, int]:
    """Straighten the picture of a page and lay it into `folder`.

    A page with too little print to see how it lies is taken to lie as the last one did: `lie`, degrees
    clockwise to undo. Returns the page and how the next one will be taken to lie. Raises NoScratchSpace.
    """
    straight = straighten(picture, fallback=lie)
    ready = _laid_down(number, reason, straight, folder)
    if straight.sure or straight.grey.min() == 255:
        return ready, straight.frame.rotation
    return replace(ready, unsure=picture), lie


def _laid_down(number: int, reason: str, straight: Straightened, folder: Path) -> Ready:
    strokes, taken, clean = from_image(straight.grey, straight.frame.points)
    rulings = without_holes(join(Ruling(*straight.frame.bbox(box)) for box in strokes))
    image = (folder / str(number)).with_suffix(PICTURE)
    save_image(image, clean)
    return Ready(number, reason, straight.frame, rulings, taken, clean, image)


def read_ready(pages: Sequence[Ready]) -> list[list[Token] | OcrFailed]:
    """The words of each page, all read by one Tesseract, or why it could not be read.

    Raises DependencyMissing.
    """
    engine = find_tesseract()
    try:
        return [*read_pages(engine, [page.image for page in pages])]
    except OcrFailed as error:
        # It may be the fault of any of them.
        return [error] if len(pages) == 1 else [found for page in pages for found in read_ready([page])]


def finish(page: Ready, tokens: list[Token], prints: Prints | None) -> Page:
    """Look at a page and its words once more, as often as they deserve; keep its picture in `prints`.

    Raises OcrFailed, NoScratchSpace, DependencyMissing.
    """
    engine = find_tesseract()
    if page.unsure and is_poor(tokens):
        page, tokens = _other_way_round(engine, page, page.unsure, tokens)
    page.image.unlink(missing_ok=True)
    stem = page.image.with_suffix("")
    seen = _seen(page.grey, tokens)
    heard, shown = _look_closer(engine, seen, stem)
    sheet = Sheet(page.grey, seen.pieces, page.taken, usual_size(heard))
    stamps = [stamp.without_text(heard) for stamp in read_stamps(engine, sheet, stem)] if heard else []
    shown_in = _kept(page, shown, prints) if prints else None
    return _page_of(page, shown_in, without_scraps(heard, stamps), stamps)


def _other_way_round(
    engine: Tesseract, page: Ready, picture: Picture, tokens: list[Token]
) -> tuple[Ready, list[Token]]:
    """The page as it lies best, and its words."""
    best, most = page, tokens
    for turn in (0, 90, 180, 270):
        way = _laid_down(page.number, page.reason, straighten(picture, turn), page.image.parent)
        (found,) = read_pages(engine, [way.image])
        if certain_letters(found) > certain_letters(most):
            best, most = way, found
    return best, most


def _look_closer(engine: Tesseract, seen: Seen, stem: Path) -> tuple[list[Heard], Grey]:
    """The words of a page after all looks that they deserve, and the page as it was seen best."""
    seen = _with_unread(engine, _with_second_look(engine, seen, stem), stem)
    asked = questions(seen.grey, seen.words, seen.blobs)
    said = ask(engine, [(question, first_reading(seen.words, question)) for question in asked], stem)
    heard = with_seen_letters(hear(seen.words, asked, said), seen.blobs, lambda: seen.grey)
    printed = with_unread_marks(in_printed_order(with_german_readings(heard)), seen.blobs)
    whole = with_fixed_forms(with_parts_joined(with_marks_apart(with_pairs(printed))))
    marked = without_stray_bullets(with_seen_bullets(whole, seen.blobs))
    return without_scrawl(with_counted_marks(with_struck_marks(marked))), seen.grey


def _seen(grey: Grey, tokens: list[Token]) -> Seen:
    ink = ink_of(grey)
    pieces = find_pieces(ink)
    blobs = find_blobs(ink, pieces)
    words = with_weight(look_at_ink(fitted(without_pen(tokens, blobs), blobs), blobs))
    return Seen(grey, tokens, words, pieces, blobs)


def _with_second_look(engine: Tesseract, seen: Seen, stem: Path) -> Seen:
    """The page with the lines behind signatures and stamps read again, and shown without them."""
    looks = second_looks(seen.grey, seen.words, seen.blobs, stem)
    grey, tokens = amend(seen.grey, seen.tokens, looks, look_again(engine, looks))
    return seen if tokens == seen.tokens else _seen(grey, tokens)


def _with_unread(engine: Tesseract, seen: Seen, stem: Path) -> Seen:
    """The page with the words that its analysis left out."""
    spots = find_unread(seen.words, seen.tokens, seen.blobs)
    if not spots:
        return seen
    em = seen.words[0].em
    images = cut_unread(seen.grey, spots, em, stem)
    read = read_unread(engine, seen.grey, spots, em, images)
    rest = [spot for spot in spots if not any(contains_center(spot, token.box) for token in read)]
    read += bare_numerals(rest, seen.words, seen.blobs, usual_size(seen.words))
    new = [token for token in read if not is_rest(token, seen.words)]
    for image in images:
        image.unlink()
    return replace(seen, words=with_weight(seen.words + look_at_ink(new, seen.blobs)))


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


def _kept(page: Ready, grey: Grey, prints: Prints) -> Print | None:
    file = prints.keep(page.number, grey)
    x, y, _, _ = page.frame.bbox((0.0, 0.0, 0.0, 0.0))
    return Print(file, (x, y), page.frame.points) if file else None


def _page_of(page: Ready, shown: Print | None, heard: Sequence[Heard], stamps: Sequence[Stamped]) -> Page:
    words = tuple(_word_of(page.frame, word) for word in heard)
    dates = tuple(
        replace(_word_of(page.frame, word), slant=stamp.slant) for stamp in stamps for word in stamp.date
    )
    return Page(
        number=page.number,
        width=page.frame.width,
        height=page.frame.height,
        words=words + dates,
        rulings=page.rulings,
        unread_stamps=tuple(page.frame.spot(stamp.frame) for stamp in stamps if not _is_dated(stamp, heard)),
        origin="ocr",
        reason=page.reason,
        rotation=page.frame.rotation,
        skew=page.frame.skew,
        confidence=sum(word.confidence for word in words) / len(words) if words else None,
        print=shown,
    )


def _is_dated(stamp: Stamped, heard: Sequence[Heard]) -> bool:
    """Was the date of a stamp read, from itself or with the page?"""
    own = [word for word in heard if stamp.holds(word.box) and not stamp.is_beneath(word, heard)]
    inside = " ".join(word.text for word in own)
    return bool(stamp.date) or any(date.exact for date in find_dates(inside))


def _word_of(frame: Frame, heard: Heard) -> Word:
    return Word(
        text=as_german(heard.text),
        bbox=frame.bbox(heard.box),
        spot=frame.spot(heard.box),
        confidence=heard.confidence,
        origin="ocr",
        size=round(heard.em * frame.points, 1),
        bold=heard.bold,
        alternatives=heard.alternatives,
        weighed=heard.weighed,
    )
