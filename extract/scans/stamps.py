"""Stamps: the frame of a stamp lies aslant, so what it holds is made level, to be read on its own.

Tesseract reads a page as level as its text. Of a received stamp it makes scraps, and where the stamp lies on
text it mixes both.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import cv2
import numpy as np
import numpy.typing as npt

from extract.files.sheet import Grey
from extract.scans.pieces import Integers, Pieces, find_pieces
from extract.scans.straighten import ink_of
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
ENLARGED = 1.6
"""Stamped letters are read better at this many times their size."""


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
