"""Boxes of words are fitted to their ink: Tesseract tells but to a letter or so where a word begins and ends.

It has read all of "Projekt", but its box ends before the t, or holds the first letter behind the blank. Who
looks at that spot alone loses a letter or finds one too many, and two who see the same cut agree on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extract.geometry import overlap_share
from extract.scans.blobs import Blobs, columns_of, font_size
from extract.scans.gaps import WORD_GAP
from extract.scans.ocr import Token
from models.values import BBox

MARK, LETTER, TALLEST = 0.08, 0.3, 1.1
"""Heights in font sizes: of a full stop, of a letter at least, and at most; what is higher is a pen's."""
DASH = 0.15
"""Font sizes that a hyphen is wide at least, which may be flatter than a full stop."""
REACH = 0.9
"""Font sizes from the end of a box within which ink may be of its word: a letter, or two narrow ones."""
LARGEST = 1.5
"""Times the usual font size that a box tells of at most: some are as high as a line with its pen strokes."""
SAME_ROW = 0.5
"""Share of the lower height that neighbours in a row have in common."""
LETTERS_NEEDED = 3
GROWN, GROWN_SURE = 0.15, 0.89
"""Font sizes that a box lacks at least if it lacks a letter; confidence at most of such a word: it may have
been read without that letter, and is read again."""


def fitted(tokens: Sequence[Token], blobs: Blobs) -> list[Token]:
    """The words of a page, each as wide as its letters."""
    sizes = [_size(token) for token in tokens if len(token.text) >= LETTERS_NEEDED and token.text.isalpha()]
    fits = list(tokens)
    for row in _rows(tokens) if sizes else ():
        em = min(median(_size(tokens[index]) for index in row), LARGEST * median(sizes))
        for left, right in pairwise(row):
            gap = fits[right].box[0] - fits[left].box[2]
            if gap > 2 * REACH * em:
                fits[left] = _with_last(fits[left], blobs, em)
            elif gap >= -REACH * em:
                fits[left], fits[right] = _parted(fits[left], fits[right], blobs, em)
        fits[row[-1]] = _with_last(fits[row[-1]], blobs, em)
    return fits


def _size(token: Token) -> float:
    return font_size(token.text, token.box[3] - token.box[1])


def _rows(tokens: Sequence[Token]) -> list[list[int]]:
    """Indices of the words that stand beside each other, from left to right."""
    rows: list[list[int]] = []
    ends: list[tuple[float, float]] = []  # top and bottom of the last word of each row
    for index in sorted(range(len(tokens)), key=lambda index: tokens[index].box[0]):
        _, top, _, bottom = tokens[index].box
        best, most = len(rows), 0.0
        for number, (above, below) in enumerate(ends):
            if below > top and above < bottom:
                share = overlap_share(top, bottom, above, below)
                best, most = (number, share) if share > most else (best, most)
        if most < SAME_ROW:
            rows.append([index])
            ends.append((top, bottom))
        else:
            rows[best].append(index)
            ends[best] = (top, bottom)
    return rows


def _parted(left: Token, right: Token, blobs: Blobs, em: float) -> tuple[Token, Token]:
    """Two neighbours with the widest white that is near between them."""
    end, beginning = left.box[2], right.box[0]
    low, high = min(end, beginning), max(end, beginning)
    top, bottom = min(left.box[1], right.box[1]), max(left.box[3], right.box[3])
    columns = _columns(blobs, (low, top, high, bottom), em)
    near = [
        (before[1], after[0])
        for before, after in pairwise(columns)
        if before[1] >= low - REACH * em and after[0] <= high + REACH * em
    ]
    x0, x1 = max(near, key=lambda white: white[1] - white[0], default=(0.0, 0.0))
    if x1 - x0 < WORD_GAP * em:
        return left, right
    return (
        left if x0 <= end <= x1 else _ending(left, x0, em),
        right if x0 <= beginning <= x1 else _beginning(right, x1, em),
    )


def _with_last(token: Token, blobs: Blobs, em: float) -> Token:
    """A word behind which nothing stands near, with the letters that follow its last one closely."""
    _, top, x1, bottom = token.box
    end = x1
    for x0, after in _columns(blobs, (x1, top, x1 + REACH * em, bottom), em):
        if end < after <= x1 + REACH * em and x0 < end + WORD_GAP * em:
            end = after
    return _ending(token, end, em)


def _columns(blobs: Blobs, spot: BBox, em: float) -> list[tuple[float, float]]:
    """The ink around a spot, letter by letter; nothing where none stands in it, or where a pen has been."""
    x0, top, x1, bottom = spot
    found = blobs.within((x0 - 2 * REACH * em, top, x1 + 2 * REACH * em, bottom))
    boxes = blobs.boxes[found].tolist()  # of a few faster than numpy
    astray = any(box[2] > x0 + 1 and box[0] < x1 - 1 and box[3] - box[1] >= LETTER * em for box in boxes)
    if not astray or any(box[3] - box[1] > TALLEST * em for box in boxes):
        return []
    return columns_of([box for box in boxes if box[3] - box[1] >= MARK * em or box[2] - box[0] >= DASH * em])


def _ending(token: Token, x: float, em: float) -> Token:
    x0, top, x1, bottom = token.box
    return _grown(replace(token, box=(x0, top, x, bottom)), x - x1, em) if x > x0 else token


def _beginning(token: Token, x: float, em: float) -> Token:
    x0, top, x1, bottom = token.box
    return _grown(replace(token, box=(x, top, x1, bottom)), x0 - x, em) if x < x1 else token


def _grown(token: Token, by: float, em: float) -> Token:
    return token if by < GROWN * em else replace(token, confidence=min(token.confidence, GROWN_SURE))
