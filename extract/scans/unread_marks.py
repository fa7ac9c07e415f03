"""Marks between words that nobody read: "|", "·", a dash, the colon or semicolon behind a bracket.

Each is a few pixels of ink, but of a shape and in a place that nothing else has, and it parts what would else
run together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from extract.geometry import center_y, on_one_line, overlap_share, union
from extract.scans.blobs import BELOW, DEEP, Blobs, Line, sides
from extract.scans.dashes import EN_DASH, dash_of, is_dash
from extract.scans.ink import usual_size
from extract.scans.witness import Heard
from models.values import BBox

SPECK = 0.05
"""Font sizes: what is smaller both ways is dirt."""
NEAR = 1.2
"""Font sizes behind a word within which its mark stands."""
BLANK = 0.12
"""Font sizes of white on either side of a mark that stands alone at least."""
BAR_HEIGHT, BAR_WIDTH = (0.85, 1.3), 0.16
"""Font sizes that a "|" is high, and wide at most; it ends below the letters beside it."""
DASH_WIDTH, DASH_HEIGHT = (0.15, 0.7), 0.2
"""Font sizes of a dash."""
POINT, TAIL = (0.05, 0.2), 0.3
"""Font sizes that the dots of a colon are wide and high, and the comma of a semicolon is high at most."""
RISE = (0.25, 0.6)
"""Font sizes that the middle of the upper dot stands above the baseline."""
FOOT, COMMA = (-0.07, 0.3), 0.06
"""Font sizes below the baseline at which the lower dot ends; by which it is higher than the upper one, or
ends below the baseline, if it is a comma."""
LETTER = (0.4, 0.8)
"""Font sizes of a letter that shows where the baseline is."""
POINT_GAP = 0.35
"""Font sizes from a word to the colon behind it at most."""
STOPS, DASHES = ".,:;!?", "|-–—•·"
"""Behind a stop no colon stands, beside a dash no other."""
CONFIDENCE = 0.9
DOT_RISE, DOT_BLANK, EVEN = (0.22, 0.42), (0.15, 0.6), 0.1
"""Font sizes that a "·" stands above the baseline, has white on either side, and by which its sides differ at
most; a full stop or a speck of dirt stands nearer to one of the words."""
DOT_CONFIDENCE = 0.8
"""Confidence of one: a speck may lie there, too."""


def with_unread_marks(words: Sequence[Heard], blobs: Blobs) -> list[Heard]:
    """The words of a page, in the order of print, with the marks behind them that only the ink shows."""
    if not words:
        return []
    found: list[Heard] = []
    free = _free(words, blobs)
    places = _places(words, blobs, free)
    for index, word in enumerate(words):
        found.append(word)
        if index not in places:
            continue
        behind = words[index + 1] if index + 1 < len(words) else None
        behind = behind if behind and _follows(word, behind) else None
        boxes = _ink_behind(word, behind, blobs, free)
        if len(boxes) == 2 and (mark := _points(word, behind, boxes, blobs)):
            found[-1] = replace(word, text=word.text + mark, box=union([word.box, *boxes]))
        elif len(boxes) == 1 and behind and (mark := _alone(word, behind, boxes[0], blobs)):
            found.append(Heard(mark, boxes[0], DOT_CONFIDENCE if mark == "·" else CONFIDENCE, word.em))
    return found


def _free(words: Sequence[Heard], blobs: Blobs) -> npt.NDArray[np.bool_]:
    """Which pieces of ink are more than a speck and lie in no word."""
    sides = blobs.boxes[:, 2:] - blobs.boxes[:, :2]
    free = np.asarray(sides.max(axis=1, initial=0.0) >= SPECK * usual_size(words))
    for word in words:
        free[blobs.within(word.box)] = False
    return free


def _places(words: Sequence[Heard], blobs: Blobs, free: npt.NDArray[np.bool_]) -> set[int]:
    """Behind which words stands a piece of ink that may be a mark, or its upper dot."""
    em = usual_size(words)
    width, height = (blobs.boxes[:, 2:] - blobs.boxes[:, :2]).T
    bars = (height >= BAR_HEIGHT[0] * em) & (height <= BAR_HEIGHT[1] * em) & (width <= BAR_WIDTH * em)
    dashes = (width >= DASH_WIDTH[0] * em) & (width <= DASH_WIDTH[1] * em) & (height <= DASH_HEIGHT * em)
    points = (np.minimum(width, height) >= POINT[0] * em) & (np.maximum(width, height) <= POINT[1] * em)
    boxes = np.array([word.box for word in words], dtype=np.float64).reshape(-1, 4)
    places = set()
    for x0, top, _, bottom in blobs.boxes[free & (bars | dashes | points)].tolist():
        middle = (top + bottom) / 2
        level = np.flatnonzero(
            (boxes[:, 1] < middle)
            & (middle < boxes[:, 3])
            & (boxes[:, 2] <= x0 + 1)
            & (boxes[:, 2] >= x0 - NEAR * em)
        )
        if level.size:
            places.add(int(level[boxes[level, 2].argmax()]))
    return places


def _follows(word: Heard, behind: Heard) -> bool:
    white = behind.box[0] - word.box[2]
    return on_one_line(word.box, behind.box) and 0 <= white <= 2 * NEAR * word.em


def _ink_behind(word: Heard, behind: Heard | None, blobs: Blobs, free: npt.NDArray[np.bool_]) -> list[BBox]:
    """All that lies between a word and the next, or close behind the last of a line."""
    _, top, x1, bottom = word.box
    end = behind.box[0] if behind else x1 + NEAR * word.em
    room = FOOT[1] * word.em
    found = [index for index in blobs.within((x1, top - room, end, bottom + room)) if free[index]]
    return [(box[0], box[1], box[2], box[3]) for box in blobs.boxes[found].tolist()]


def _baseline(word: Heard, blobs: Blobs) -> float:
    """Where most letters of a word end; the box of one with a bracket or a "g" ends lower."""
    boxes = blobs.boxes[blobs.within(word.box)]
    height = boxes[:, 3] - boxes[:, 1]
    letters = boxes[(height >= LETTER[0] * word.em) & (height <= LETTER[1] * word.em)]
    if len(letters):
        return float(np.median(letters[:, 3]))
    return word.box[3] - (BELOW * word.em if DEEP.search(word.text) else 0.0)


def _points(word: Heard, behind: Heard | None, boxes: Sequence[BBox], blobs: Blobs) -> str:
    """The colon or semicolon that two pieces of ink close behind a word are."""
    upper, lower = sorted(boxes, key=center_y)
    if word.text[-1] in STOPS:
        return ""
    em, line = word.em, _baseline(word, blobs)
    x0, x1 = min(upper[0], lower[0]), max(upper[2], lower[2])
    fits = (
        overlap_share(upper[0], upper[2], lower[0], lower[2]) >= 0.5
        and POINT[0] * em <= min(sides(upper))
        and max(*sides(upper), lower[2] - lower[0]) <= POINT[1] * em
        and POINT[0] * em <= min(sides(lower))
        and lower[3] - lower[1] <= TAIL * em
        and RISE[0] * em <= line - center_y(upper) <= RISE[1] * em
        and FOOT[0] * em <= lower[3] - line <= FOOT[1] * em
        and x0 - word.box[2] <= POINT_GAP * em
        and (behind is None or behind.box[0] - x1 >= BLANK * em)
    )
    if not fits:
        return ""
    longer = (lower[3] - lower[1]) - (upper[3] - upper[1])
    return ";" if max(lower[3] - line, longer) >= COMMA * em else ":"


def _is_middle_dot(word: Heard, behind: Heard, box: BBox, line: float) -> bool:
    """Does a dot stand in the middle between two words, and of their height?"""
    em, (width, height) = word.em, sides(box)
    left, right = box[0] - word.box[2], behind.box[0] - box[2]
    return (
        POINT[0] * em <= min(width, height)
        and max(width, height) <= POINT[1] * em
        and DOT_RISE[0] * em <= line - center_y(box) <= DOT_RISE[1] * em
        and DOT_BLANK[0] * em <= min(left, right)
        and max(left, right) <= DOT_BLANK[1] * em
        and abs(left - right) <= EVEN * em
        and word.text[-1] not in STOPS
    )


def _alone(word: Heard, behind: Heard, box: BBox, blobs: Blobs) -> str:
    """The stroke or the dash that a piece of ink between two words is."""
    em = word.em
    if {word.text[-1], behind.text[0]} & set(DASHES):
        return ""
    if min(box[0] - word.box[2], behind.box[0] - box[2]) < BLANK * em:
        return ""
    width, height = sides(box)
    line = _baseline(word, blobs)
    if _is_middle_dot(word, behind, box, line):
        return "·"
    if width <= BAR_WIDTH * em and BAR_HEIGHT[0] * em <= height <= BAR_HEIGHT[1] * em:
        return "|" if box[3] > line else ""
    if DASH_WIDTH[0] * em <= width <= DASH_WIDTH[1] * em and is_dash(np.array(box), em, line):
        return dash_of(np.array(box), Line(em, line, EN_DASH), CONFIDENCE)[0]
    return ""
