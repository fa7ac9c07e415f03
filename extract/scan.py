"""The picture of a page is read: straightened, read by Tesseract, looked at again where that is worth it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extract.document import Grey, Picture
from extract.dots import with_seen_letters
from extract.ink import Blobs, Inked, find_blobs, look_at_ink, usual_size
from extract.ocr import PICTURE, Tesseract, Token, find_tesseract, save_image
from extract.page import Page, Ruling, Word
from extract.pairs import with_pairs
from extract.pen import without_pen
from extract.reader import read_pages
from extract.rulings import from_image, join
from extract.second_look import amend, look_again, second_looks
from extract.stamps import Stamped, read_stamps, without_scraps
from extract.straighten import Frame, Straightened, straighten
from extract.unread import cut_unread, find_unread, is_rest, read_unread
from extract.witness import Heard, ask, first_reading, hear, questions
from models.german import find_dates

CERTAIN = 0.75
"""Confidence of a word that is upright and sharp: 0.93 on average; upside down the average is 0.35."""
CERTAIN_SHARE = 0.5
"""A sparse page that reads below this is tried the other ways round."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as Tesseract read it: its clean picture, the way back to the page, its words."""

    grey: Grey
    frame: Frame
    rulings: tuple[Ruling, ...]
    tokens: list[Token]


@dataclass(frozen=True, slots=True)
class Seen:
    """A page with what its ink shows of its words."""

    grey: Grey
    tokens: list[Token]
    words: list[Inked]
    blobs: Blobs


def read_scan(number: int, picture: Picture, reason: str, folder: Path, lie: int) -> tuple[Page, int]:
    """Read the picture of a page, through files in `folder`. `reason`: why it is the picture that is read.

    A page with too little print to see how it lies is taken to lie as the last one did: `lie`, degrees
    clockwise to undo. Returns the page and how the next one will be taken to lie.
    Raises OcrFailed, DependencyMissing, NoScratchSpace.
    """
    engine = find_tesseract()
    stem = folder / str(number)
    straight = straighten(picture, fallback=lie)
    scan = _read(engine, straight, stem)
    guessed = not straight.sure and straight.grey.min() < 255
    if guessed and is_poor(scan.tokens):
        ways = (_read(engine, straighten(picture, turn), stem) for turn in (0, 90, 180, 270))
        scan = max([scan, *ways], key=lambda way: certain_letters(way.tokens))
    heard = _look_closer(engine, scan, stem)
    stamps = read_stamps(engine, scan.grey, usual_size(heard), stem) if heard else []
    page = _page_of(number, reason, scan, without_scraps(heard, stamps), stamps)
    return page, lie if guessed else page.rotation


def _read(engine: Tesseract, straight: Straightened, stem: Path) -> Scan:
    strokes, clean = from_image(straight.grey, straight.frame.points)
    rulings = join(Ruling(*straight.frame.bbox(box)) for box in strokes)
    image = stem.with_suffix(PICTURE)
    save_image(image, clean)
    (tokens,) = read_pages(engine, [image])
    image.unlink()
    return Scan(clean, straight.frame, rulings, tokens)


def _look_closer(engine: Tesseract, scan: Scan, stem: Path) -> list[Heard]:
    """The words of a page after all looks that they deserve."""
    seen = _with_unread(engine, _with_second_look(engine, _seen(scan.grey, scan.tokens), stem), stem)
    asked = questions(seen.grey, seen.words, seen.blobs, stem)
    answers = ask(engine, [(question, first_reading(seen.words, question)) for question in asked])
    heard = with_seen_letters(hear(seen.words, asked, answers), seen.blobs, lambda: seen.grey)
    return with_pairs(heard)


def _seen(grey: Grey, tokens: list[Token]) -> Seen:
    blobs = find_blobs(grey)
    return Seen(grey, tokens, look_at_ink(without_pen(tokens, blobs), blobs), blobs)


def _with_second_look(engine: Tesseract, seen: Seen, stem: Path) -> Seen:
    """The page with the lines behind signatures and stamps read again, and shown without them."""
    looks = second_looks(seen.grey, seen.words, seen.blobs, stem)
    return _seen(*amend(seen.grey, seen.tokens, looks, look_again(engine, looks))) if looks else seen


def _with_unread(engine: Tesseract, seen: Seen, stem: Path) -> Seen:
    """The page with the words that its analysis left out."""
    spots = find_unread(seen.words, seen.tokens, seen.blobs)
    if not spots:
        return seen
    images = cut_unread(seen.grey, spots, seen.words[0].em, stem)
    read = [token for token in read_unread(engine, spots, images) if token is not None]
    new = [token for token in read if not is_rest(token, seen.words)]
    for image in images:
        image.unlink()
    return replace(seen, words=seen.words + look_at_ink(new, seen.blobs))


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


def _page_of(number: int, reason: str, scan: Scan, heard: Sequence[Heard], stamps: Sequence[Stamped]) -> Page:
    words = tuple(_word_of(scan.frame, word) for word in heard)
    dates = tuple(
        replace(_word_of(scan.frame, word), slant=stamp.slant) for stamp in stamps for word in stamp.date
    )
    return Page(
        number=number,
        width=scan.frame.width,
        height=scan.frame.height,
        words=words + dates,
        rulings=scan.rulings,
        unread_stamps=tuple(scan.frame.spot(stamp.frame) for stamp in stamps if not _is_dated(stamp, heard)),
        origin="ocr",
        reason=reason,
        rotation=scan.frame.rotation,
        skew=scan.frame.skew,
        confidence=sum(word.confidence for word in words) / len(words) if words else None,
    )


def _is_dated(stamp: Stamped, heard: Sequence[Heard]) -> bool:
    """Was the date of a stamp read, from itself or with the page?"""
    inside = " ".join(word.text for word in heard if stamp.holds(word.box))
    return bool(stamp.date) or any(date.exact for date in find_dates(inside))


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
