"""Dates in stamps: the frame of a stamp lies aslant, so what it holds is made level and read on its own.

Tesseract reads a page as level as its text. Of a received stamp it makes scraps, and where the stamp lies on
text it mixes both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from extract.files.sheet import Grey
from extract.geometry import contains_center, overlap, overlap_share
from extract.scans.letters import Strip, odds_of, read_strips
from extract.scans.lift import without_print
from extract.scans.ocr import PICTURE, Tesseract, Token, save_image
from extract.scans.pieces import Integers, Pieces, find_pieces
from extract.scans.reader import read_lines
from extract.scans.spelled_dates import Spelled, spelled_date
from extract.scans.straighten import ink_of
from extract.scans.witness import ALONE, Heard
from models.german import find_dates
from models.values import BBox

WIDTH = (6.0, 26.0)
HEIGHT = (2.5, 12.0)
"""Font sizes of the page that a stamp with a frame is wide and high."""
LONG = 2.0
"""Font sizes a piece of ink is wide at least that holds a side of a frame, or a part of it: no letter of the
text is."""
SHARE = 0.5
"""Share of the page's height that ink takes at most that holds such a side: the edge of a scan takes more."""
GAP = 1.0
"""Font sizes of a side that may be missing."""
LONGEST_PART = 12.0
"""Font sizes that a part of a side is long at most which is level enough to be taken for a straight line."""
BEYOND = 1.5
"""Font sizes that are taken along at both ends: a worn side is longer than it shows."""
RIM = 2.2
"""Font sizes from the edge within which a side of the frame is looked for."""
RIM_INK = 0.5
"""Share of a row or column that a side fills."""
SHARED = 0.6
"""Share of the longer side for which the other one faces it."""
SLANT = (1.2, 12.0)
"""Degrees at which a stamp lies. What lies straighter is a table or a box of a form, and is read as text."""
PARALLEL = 0.8
"""Degrees by which the upper and the lower side differ at most."""
STEP = 0.25
"""Degrees between two slants that are tried."""
BLUR = 0.5
"""Font sizes over which the rows of ink are counted together."""
ROW = 0.8
"""Font sizes around the middle of a row that are cut out with it."""
ENLARGED = 1.6
"""Stamped letters are read better at this many times their size."""
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
class Stamp:
    """The inside of a frame, made level. `slant` in degrees, positive where it falls to the right; `back`
    takes a point of `picture` to the page."""

    picture: Grey
    slant: float
    back: npt.NDArray[np.float64]

    def holds(self, side: _Side) -> bool:
        """Does a line begin in the frame, or on it?"""
        turn, origin = self.back[:, :2], self.back[:, 2]
        x, y = np.linalg.inv(turn) @ (np.array([side.x, side.y]) - origin)
        height, width = self.picture.shape
        return bool(-0.1 * width <= x <= width and -0.2 * height <= y <= 1.2 * height)

    def on_page(self, box: BBox) -> BBox:
        x0, top, x1, bottom = box
        corners = np.array([(x, y, 1.0) for x in (x0, x1) for y in (top, bottom)]) @ self.back.T
        low, high = corners.min(axis=0), corners.max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])


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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, clean and level, the pieces of its ink, the ink of straight lines that was taken out of it, and
    its font size in pixels. `taken`: as `Pieces.pixels`."""

    grey: Grey
    pieces: Pieces
    taken: Integers
    em: float

    def long_ink(self) -> tuple[Grey, tuple[int, int]]:
        """What may hold a side of a frame, 255 on 0, and its left upper corner on the page; empty if there is
        none. Parts of a side that lies nearly level were taken for straight lines."""
        ink = _long(self.pieces, self.grey.shape, LONG * self.em, self.grey.shape[1])
        if cv2.countNonZero(ink):
            lines = np.zeros_like(ink)
            lines.reshape(-1)[self.taken] = 255
            ink |= _long(find_pieces(lines), ink.shape, 0, LONGEST_PART * self.em)
        # The time it takes to look at it goes by its size.
        left, top, width, height = cv2.boundingRect(ink)
        return np.ascontiguousarray(ink[top : top + height, left : left + width]), (left, top)


def _long(pieces: Pieces, shape: tuple[int, ...], least: float, most: float) -> Grey:
    """A picture of the pieces that are so wide, without what is as high as the edge of a scan."""
    widths = pieces.widths
    return pieces.paint((least <= widths) & (widths <= most) & (pieces.heights <= SHARE * shape[0]), shape)


def find_stamps(sheet: Sheet) -> list[Stamp]:
    """The stamps of a page that have a frame."""
    ink, (left, top) = sheet.long_ink()
    if not ink.size:
        return []
    em = sheet.em
    found = cv2.HoughLinesP(
        ink,
        rho=1,
        theta=np.deg2rad(STEP),
        threshold=round(0.5 * WIDTH[0] * em),
        minLineLength=0.7 * WIDTH[0] * em,
        maxLineGap=GAP * em,
    )
    ends = np.zeros((0, 4)) if found is None else found.reshape(-1, 4) + np.array([left, top, left, top])
    sides = [_Side.of(*map(float, two)) for two in ends]
    sides = sorted((s for s in sides if SLANT[0] <= abs(s.slant) <= SLANT[1]), key=lambda side: -side.length)
    stamps: list[Stamp] = []
    for upper, lower in permutations(sides, 2):
        if _frames(upper, lower, em) and not any(stamp.holds(upper) for stamp in stamps):
            stamps.append(_level(sheet.grey, upper, lower, em))
    return stamps


@dataclass(frozen=True, slots=True)
class _Side:
    """A straight line that lies aslant: its left end, its length and its slant in degrees."""

    x: float
    y: float
    length: float
    slant: float

    @classmethod
    def of(cls, x0: float, y0: float, x1: float, y1: float) -> _Side:
        if x1 < x0:
            x0, y0, x1, y1 = x1, y1, x0, y0
        return cls(x0, y0, float(np.hypot(x1 - x0, y1 - y0)), float(np.rad2deg(np.arctan2(y1 - y0, x1 - x0))))


def _frames(upper: _Side, lower: _Side, em: float) -> bool:
    """Are two lines the upper and the lower side of one frame?"""
    if abs(upper.slant - lower.slant) > PARALLEL or max(upper.length, lower.length) > WIDTH[1] * em:
        return False
    angle = np.deg2rad(upper.slant)
    dx, dy = lower.x - upper.x, lower.y - upper.y
    along = dx * np.cos(angle) + dy * np.sin(angle)
    across = dy * np.cos(angle) - dx * np.sin(angle)
    shared = min(upper.length, along + lower.length) - max(0.0, along)
    return bool(
        HEIGHT[0] * em <= across <= HEIGHT[1] * em and shared >= SHARED * max(upper.length, lower.length)
    )


def _level(grey: Grey, upper: _Side, lower: _Side, em: float) -> Stamp:
    """What stands between two sides, turned level about the left end of the upper one; white where the frame
    itself is."""
    angle = np.deg2rad((upper.slant + lower.slant) / 2)
    cos, sin = np.cos(angle), np.sin(angle)
    dx, dy = lower.x - upper.x, lower.y - upper.y
    along, across = dx * cos + dy * sin, dy * cos - dx * sin
    left, right = min(0.0, along) - BEYOND * em, max(upper.length, along + lower.length) + BEYOND * em
    k = 1 / ENLARGED
    turn = np.array([[cos * k, -sin * k], [sin * k, cos * k]])
    origin = np.array([[upper.x + left * cos], [upper.y + left * sin]])
    back = np.hstack([turn, origin])
    size = (round((right - left) * ENLARGED), round(across * ENLARGED))
    turned = cv2.warpAffine(
        grey,
        back,
        size,
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=255,
    )
    picture: Grey = np.asarray(turned, dtype=np.uint8)
    picture[_rim(picture, round(RIM * em * ENLARGED))] = 255
    return Stamp(picture, float(np.rad2deg(angle)), back)


def _rim(picture: Grey, width: int) -> npt.NDArray[np.bool_]:
    """Where the frame is: the columns and rows of the rim, as far in as one of them is mostly ink."""
    ink = ink_of(picture) > 0
    rim = np.zeros(picture.shape, dtype=np.bool_)
    for turned in range(4):
        # The upper and the lower side are where the picture ends.
        filled = np.rot90(ink, turned).mean(axis=1)[: width if turned % 2 else width // 4]
        sides = np.flatnonzero(filled > RIM_INK)
        np.rot90(rim, turned)[: int(sides[-1]) + 3 if len(sides) else 2] = True
    return rim


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
        border = (BORDER, BORDER, BORDER, BORDER)
        save_image(
            images[-1],
            np.asarray(
                cv2.copyMakeBorder(picture, *border, cv2.BORDER_CONSTANT, value=255),
                dtype=np.uint8,
            ),
        )
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
