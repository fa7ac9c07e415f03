"""The dates of stamps that were made level, and what the page has of them that is no text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz

from extract.files.sheet import Grey
from extract.geometry import contains_center, overlap, overlap_share
from extract.scans.cuttings import framed
from extract.scans.letters import Strip, odds_of, read_strips
from extract.scans.lift import without_print
from extract.scans.ocr import PICTURE, Tesseract, Token, save_image
from extract.scans.reader import read_lines
from extract.scans.settling import ALONE
from extract.scans.spelled_dates import Spelled, spelled_date
from extract.scans.stamps import ENLARGED, Sheet, Stamp, find_stamps
from extract.scans.straighten import ink_of
from extract.scans.witness import Heard
from models.german import find_dates
from models.values import BBox

BLUR = 0.5
"""Font sizes over which the rows of ink are counted together."""
ROW = 0.8
"""Font sizes around the middle of a row that are cut out with it."""
FAINT = 0.25
"""Share of the ink of the fullest row that a row has at least."""
MOST_ROWS = 5
BORDER = 12
"""Pixels of white around a row."""
LEGIBLE = 0.3
"""On 34 scanned stamps no date was right that was read with less."""
BOTH = 0.97
"""Confidence at least of the words of a date that both engines read: 40 of 40 on 370 scans."""
MIDDLE, STEP_DOWN = (0.45, 0.7), 0.25
"""Shares of a stamp's height between which the middle of its date is looked for, below what the date is of;
and font sizes from one place to the next."""
LEAST_WORTH = 8.0
"""Of 27 scanned stamps that lay over text and could not be read, 9 dates were right that were worth more, and
3 were wrong."""
CERTAIN = 0.9
"""A word of the page above this is text on which the stamp lies."""
LEVEL, FAR = 0.15, 3.0
"""Font sizes by which words of one line end lower or higher, and for which it is followed from the frame."""
SCRAP = 60
"""Likeness in 100 of a word of the date and what the page has of it."""
FORM = re.compile(r"(?:Anl|Hz)[.,]?[:;]?|[:_]+")
"""What is to be filled in on a received stamp; no text has it."""
FULL_YEAR = re.compile(r"(?:19|20)\d{2}\W*$")
"""A year of two figures may be the half of one that goes on below the text."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """A stamp as read: the box around it in pixels of the page, its slant, and the words of its date; none if
    the date could not be read."""

    frame: BBox
    slant: float
    date: tuple[Heard, ...]

    def holds(self, box: BBox) -> bool:
        return contains_center(self.frame, box)

    def is_beneath(self, word: Heard, heard: Sequence[Heard]) -> bool:
        """Is a word in the frame one of a line of text that goes on beyond it?"""
        return any(
            other.confidence >= CERTAIN
            and not self.holds(other.box)
            and abs(other.box[3] - word.box[3]) <= LEVEL * word.em
            and overlap(
                self.frame[0] - FAR * word.em, self.frame[2] + FAR * word.em, other.box[0], other.box[2]
            )
            > 0
            for other in heard
        )

    def without_text(self, heard: Sequence[Heard]) -> Stamped:
        """The stamp without a date that is one of the text on which it lies."""
        told = any(
            _meet(word.box, one.box) and word.text == one.text and self.is_beneath(word, heard)
            for word in heard
            for one in self.date
        )
        return replace(self, date=()) if told else self

    def is_scrap(self, word: Heard) -> bool:
        """Is a word of the page what it made of this date? It stands where the date stands, and was either
        read so or is not certain; what is not certain where the date is in doubt may be text beneath it."""
        if not any(_meet(word.box, one.box) for one in self.date):
            return False
        firm = min(one.confidence for one in self.date) > ALONE
        return (firm and word.confidence < CERTAIN) or any(
            fuzz.ratio(word.text, one.text) >= SCRAP for one in self.date
        )


def _meet(one: BBox, other: BBox) -> bool:
    level = overlap_share(one[1], one[3], other[1], other[3]) > 0.5
    return level and overlap(one[0], one[2], other[0], other[2]) > 0


def read_stamps(engine: Tesseract, sheet: Sheet, stem: Path) -> list[Stamped]:
    """The stamps of a page with their dates. Pictures are written beside `stem` while they are read."""
    return [_read(engine, stamp, sheet.em, stem) for stamp in find_stamps(sheet)]


def _read(engine: Tesseract, stamp: Stamp, em: float, stem: Path) -> Stamped:
    height, width = stamp.picture.shape
    frame = stamp.on_page((0, 0, width, height))
    rows, images = _rows(stamp.picture, em), []
    pictures = [stamp.picture[top:bottom] for top, bottom in rows]
    for number, picture in enumerate(pictures):
        images.append(stem.with_name(f"{stem.name}-stamp-{number}{PICTURE}"))
        save_image(images[-1], framed(picture, BORDER))
    first = read_lines(engine, images) if images else []
    for image in images:
        image.unlink()
    second = [_tokens(strip, picture) for picture in pictures for strip in read_strips([picture])]
    read = [
        [date for row, tokens in zip(rows, found, strict=True) for date in _dates(stamp, row[0], tokens, em)]
        for found in (first, second)
    ]
    return Stamped(frame, stamp.slant, _agreed(*read) or _likeliest(stamp, em) or _doubted(*read))


def _tokens(strip: Strip | None, picture: Grey) -> list[Token]:
    """The words of a strip as they would stand in the picture that has white around it."""
    height, width = picture.shape
    return [
        Token(
            word.text,
            (BORDER + word.start * width, BORDER, BORDER + word.end * width, BORDER + height),
            word.confidence,
            (0, 0, 0),
        )
        for word in (strip.words if strip else ())
    ]


def _agreed(first: Sequence[_Date], second: Sequence[_Date]) -> tuple[Heard, ...]:
    """The words of the date that both engines read, read best."""
    both = {date.day for date in first} & {date.day for date in second}
    found = _best([date for date in (*first, *second) if date.day in both])
    return tuple(replace(word, confidence=max(word.confidence, BOTH), weighed=True) for word in found)


def _doubted(first: Sequence[_Date], second: Sequence[_Date]) -> tuple[Heard, ...]:
    """The words, in doubt, of the date that was read best by one engine."""
    return tuple(replace(word, confidence=min(word.confidence, ALONE)) for word in _best([*first, *second]))


def _best(dates: Sequence[_Date]) -> tuple[Heard, ...]:
    best = max(dates, key=lambda date: date.confidence, default=None)
    return best.words if best else ()


def _likeliest(stamp: Stamp, em: float) -> tuple[Heard, ...]:
    """The words, in doubt, of the date for which the picture speaks most, as it is or without the print under
    the stamp; none if it speaks for none."""
    size = em * ENLARGED
    height, _ = stamp.picture.shape
    bare = without_print(stamp.picture, size)
    found: list[tuple[Spelled, int, int]] = []
    for middle in np.arange(MIDDLE[0] * height, MIDDLE[1] * height, STEP_DOWN * size):
        top, bottom = max(0, round(middle - ROW * size)), round(middle + ROW * size)
        for picture in (stamp.picture, bare):
            if picture is not None and (spelled := spelled_date(odds_of(picture[top:bottom]))):
                found.append((spelled, top, bottom))
    best = max(found, key=lambda one: one[0].worth, default=None)
    return tuple(_words(stamp, *best, em)) if best and best[0].worth >= LEAST_WORTH else ()


def _words(stamp: Stamp, date: Spelled, top: int, bottom: int, em: float) -> Iterator[Heard]:
    """The words of a date, each as wide as its letters."""
    width = stamp.picture.shape[1]
    letter = (date.end - date.start) * width / len(date.text)
    for word in re.finditer(r"\S+", date.text):
        x0, x1 = (date.start * width + place * letter for place in word.span())
        yield Heard(
            word[0], stamp.on_page((x0, top, x1, bottom)), min(ALONE, date.worth / len(date.text)), em
        )


@dataclass(frozen=True, slots=True)
class _Date:
    day: date
    words: tuple[Heard, ...]

    @property
    def confidence(self) -> float:
        return min(word.confidence for word in self.words)


def _dates(stamp: Stamp, top: int, tokens: Sequence[Token], em: float) -> Iterator[_Date]:
    """Each date that a row of print holds and that can be read."""
    text, starts = "", []
    for token in tokens:
        starts.append(len(text))
        text += token.text + " "
    for found in find_dates(text):
        words = [
            (text[max(start, found.start) : min(start + len(token.text), found.end)], token)
            for start, token in zip(starts, tokens, strict=True)
            if start < found.end and start + len(token.text) > found.start
        ]
        if not found.value or not found.exact or not FULL_YEAR.search(words[-1][0]):
            continue
        if min(token.confidence for _, token in words) < LEGIBLE:
            continue
        heard = (Heard(said, _on_page(stamp, top, token.box), token.confidence, em) for said, token in words)
        yield _Date(found.value, tuple(heard))


def _on_page(stamp: Stamp, top: int, box: BBox) -> BBox:
    x0, y0, x1, y1 = (side - BORDER for side in box)
    return stamp.on_page((x0, y0 + top, x1, y1 + top))


def without_scraps(heard: Sequence[Heard], stamps: Sequence[Stamped]) -> list[Heard]:
    """The words of the page without what it has of a date that was read from the stamp itself, and without
    what is printed on stamps only."""
    return [
        word
        for word in heard
        if not any(
            stamp.is_scrap(word)
            or (FORM.fullmatch(word.text) and stamp.holds(word.box) and not stamp.is_beneath(word, heard))
            for stamp in stamps
        )
    ]


def _rows(picture: Grey, em: float) -> list[tuple[int, int]]:
    """The rows of print in the picture of a stamp: top and bottom of each."""
    counts = (ink_of(picture) > 0).sum(axis=1).astype(np.float64)
    size = em * ENLARGED
    left = np.convolve(counts, np.ones(max(1, round(BLUR * size))), mode="same")
    faint = FAINT * left.max(initial=0.0)
    rows: list[tuple[int, int]] = []
    while left.max(initial=0.0) > faint and len(rows) < MOST_ROWS:
        middle = int(left.argmax())
        rows.append((max(0, round(middle - ROW * size)), min(len(left), round(middle + ROW * size))))
        left[max(0, round(middle - size)) : round(middle + size)] = 0
    return sorted(rows)
