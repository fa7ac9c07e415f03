"""Lines of print that something crosses which is no print: a signature, a stamp's frame, a reader's mark.

A pen joins the letters it crosses into one piece of ink, much taller than a letter; page analysis takes that
for a picture and leaves it out. The lines behind it still show: rows of letters change between black and
white far more often than any pen does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extract.files.sheet import Grey
from extract.scans.blobs import Blobs
from extract.scans.straighten import ink_of
from models.values import BBox

MARK_HEIGHT, MARK_WIDTH = 1.5, 0.8
"""Font sizes of a piece of ink that is no print; letters of two lines that touch are narrower."""
MARK_FILL = 0.45
"""Share of its box that a mark covers at most: a pen 0.1 to 0.3; holes, pictures, dark edges cover more."""
MARK_SHARE = 0.6
"""Share of the page's width and height that a mark takes at most: what takes both is the edge of a scan."""
RUNS = 1.6
"""Runs of ink per font size in a row of small letters at least: print has 2.5 to 4, a pen hardly 1."""
ZONE = (0.3, 1.6)
"""Font sizes of the zone of the small letters (0.51; in a heading more)."""
LARGE = 0.75
"""A zone higher than this is that of a larger type: its font size is told by it."""
SMALL_LETTERS = 0.51
ASCENT, DESCENT = 0.98, 0.30
"""Font sizes above and below the baseline that belong to a line: Ä and its dots, g and its tail."""
WORD_GAP = 0.9
"""Font sizes of white within a line of print at most."""
CELL_GAP = 2.5
"""White between what a mark crosses in one row that parts its cells: of two read in one go the second engine
has no blank between them."""
NEAR, BLANK = 4.0, 0.25
"""Font sizes from a word that was hardly read behind which the first blank ends its line, and of white in a
blank at least: what lies beyond was read."""
MAX_PER_PAGE = 16
"""Lines on a page: two signatures and a stamp cross ten at most; more are a drawing or a grid."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A line of print behind a mark. Pixels of the page image; `em` is the font size, `mark` what crosses."""

    x0: int
    x1: int
    baseline: int
    em: float
    mark: BBox

    @property
    def top(self) -> int:
        return max(0, round(self.baseline - ASCENT * self.em))

    @property
    def bottom(self) -> int:
        return round(self.baseline + DESCENT * self.em)


def find_crossings(grey: Grey, blobs: Blobs, em: float, unsure: Sequence[BBox] = ()) -> list[Crossing]:
    """The crossed lines of a clean, level page whose usual font size is `em` pixels, from top to bottom.

    `unsure`: words that were hardly read. A pale pen falls to pieces too small to be seen as one; what it
    does to the reading shows. They are looked for last, as far as there is room, with the words beside them.
    """
    marks = [(mark, np.inf) for mark in _marks(grey, blobs, em)] + [(word, NEAR) for word in unsure]
    if not marks:
        return []
    ink = ink_of(grey) > 0
    found: list[Crossing] = []
    for mark, near in marks:
        for top, baseline in _zones(ink, mark, em):
            high = baseline - top
            own = em if high <= LARGE * em else high / SMALL_LETTERS
            before = tuple(found)
            for x0, x1 in _lines_around(ink[top:baseline], mark, own, near * own):
                crossed = max(mark[0], x0), min(mark[2], x1)
                if not any(_is_on(other, crossed, baseline, own) for other in before):
                    found.append(Crossing(x0, x1, baseline, own, mark))
    return sorted(found[:MAX_PER_PAGE], key=lambda one: (one.baseline, one.x0))


def _marks(grey: Grey, blobs: Blobs, em: float) -> list[BBox]:
    width = blobs.boxes[:, 2] - blobs.boxes[:, 0]
    height = blobs.boxes[:, 3] - blobs.boxes[:, 1]
    marks = (height >= MARK_HEIGHT * em) & (width >= MARK_WIDTH * em)
    marks &= (width <= MARK_SHARE * grey.shape[1]) | (height <= MARK_SHARE * grey.shape[0])
    marks &= blobs.areas <= MARK_FILL * width * height
    found: list[BBox] = sorted(map(tuple, blobs.boxes[marks].tolist()), key=lambda box: box[1])
    return found


def _zones(ink: npt.NDArray[np.bool_], mark: BBox, em: float) -> list[tuple[int, int]]:
    """Top and foot of the small letters of each line of print in the height of the mark."""
    left, right = max(0, round(mark[0] - em)), min(ink.shape[1], round(mark[2] + em))
    above, below = max(0, round(mark[1] - 0.3 * em)), min(ink.shape[0], round(mark[3] + 0.3 * em))
    part = ink[above:below, left:right]
    starts = (part[:, 1:] & ~part[:, :-1]).sum(axis=1) / (right - left) * em
    dense = np.convolve(starts, np.full(3, 1 / 3), mode="same") >= RUNS
    # A row or two may miss where a cross stroke joins letters.
    dense[1:-1] |= dense[:-2] & dense[2:]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], dense, [False]]).astype(np.int8)))
    return [
        (above + int(start), above + int(end))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if ZONE[0] * em <= end - start <= ZONE[1] * em
    ]


def _lines_around(zone: npt.NDArray[np.bool_], mark: BBox, em: float, near: float) -> list[tuple[int, int]]:
    """Where the line of print begins and ends that the mark crosses, each cell of a row by itself: words next
    to it are read with it, those behind the first blank that is `near` pixels from it are not."""
    columns = np.flatnonzero(zone.any(axis=0))
    if not len(columns):
        return [(int(mark[0]), int(mark[2]))]
    white = np.diff(columns)
    far = (columns[1:] < mark[0] - near) | (columns[:-1] > mark[2] + near)
    edges = np.flatnonzero(white > np.where(far, BLANK, WORD_GAP) * em)
    starts = np.concatenate([[0], edges + 1])
    ends = np.concatenate([edges, [len(columns) - 1]])
    own = [
        (int(columns[start]), int(columns[end]) + 1)
        for start, end in zip(starts, ends, strict=True)
        if columns[start] <= mark[2] and columns[end] >= mark[0]
    ]
    if not own:
        return [(int(mark[0]), int(mark[2]))]
    cells = [own[0]]
    for start, end in own[1:]:
        if start - cells[-1][1] > CELL_GAP * em:
            cells.append((start, end))
        else:
            cells[-1] = (cells[-1][0], end)
    return cells


def _is_on(line: Crossing, crossed: tuple[float, float], baseline: int, em: float) -> bool:
    """Is this what a mark crosses from here to there at that height?"""
    return abs(line.baseline - baseline) < 0.5 * em and line.x0 < crossed[1] and crossed[0] < line.x1
