"""Roman numerals of bare strokes, "I.", "II." and "III." without serifs: to the engines they are no print."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.scans.blobs import Blobs
from extract.scans.ink import Inked
from extract.scans.ocr import Token
from models.values import BBox

MOST = 3
"""Strokes that make a numeral by themselves."""
HEIGHT, WIDTH = (0.55, 0.9), (0.06, 0.22)
"""Font sizes that they are high and wide; a stroke of a pen is seldom both."""
SOLID = 0.8
"""Share of its box that an upright stroke fills."""
LEVEL = 0.08
"""Font sizes by which their ends, and the full stop, may differ in height."""
APART = 0.35
"""Font sizes from one to the next at most, and to the full stop."""
POINT = 0.22
"""Font sizes that a full stop is wide and high at most."""
HEADING = (0.4, 4.0)
"""Font sizes from a numeral to the words that it numbers."""
CONFIDENCE = 0.5


def bare_numerals(spots: Sequence[BBox], words: Sequence[Inked], blobs: Blobs, em: float) -> list[Token]:
    """What of the places that nothing has read are numerals with a full stop, at the beginning of a line.

    `em`: font size of the page in pixels.
    """
    return [
        Token("I" * strokes + ".", spot, CONFIDENCE, (-1, 0, len(spots) + number))
        for number, spot in enumerate(spots)
        if (strokes := _strokes(spot, blobs, em)) and _opens(spot, words, em)
    ]


def _strokes(spot: BBox, blobs: Blobs, em: float) -> int:
    """How many strokes stand before a full stop in a place where there is nothing else; 0 if it is not so."""
    found = blobs.within(spot)
    if not 2 <= len(found) <= MOST + 1:
        return 0
    boxes = blobs.boxes[found] / em
    width, height = (boxes[:, 2:] - boxes[:, :2]).T
    upright = (HEIGHT[0] <= height) & (height <= HEIGHT[1]) & (WIDTH[0] <= width) & (width <= WIDTH[1])
    upright &= blobs.areas[found] >= SOLID * width * height * em**2
    level = np.ptp(boxes[:, 3]) <= LEVEL and np.ptp(boxes[:-1, 1]) <= LEVEL
    close = (boxes[1:, 0] - boxes[:-1, 2] <= APART).all()
    point = max(width[-1], height[-1]) <= POINT
    return len(found) - 1 if upright[:-1].all() and level and close and point else 0


def _opens(spot: BBox, words: Sequence[Inked], em: float) -> bool:
    """Do words follow in its line, and does none stand before it?"""
    middle = (spot[1] + spot[3]) / 2
    line = [word.token.box for word in words if word.token.box[1] <= middle <= word.token.box[3]]
    before = any(box[0] < spot[0] for box in line)
    behind = any(HEADING[0] * em <= box[0] - spot[2] <= HEADING[1] * em for box in line)
    return behind and not before
