"""Connected pieces of ink, and how large and where letters of a font size are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
import numpy.typing as npt

from extract.files.sheet import Grey
from extract.scans.pieces import Pieces
from models.values import BBox

Boxes = npt.NDArray[np.float64]
"""One row per blob: x0, top, x1, bottom in pixels."""
CAPITAL, SMALL, BELOW, ACCENT = 0.70, 0.51, 0.21, 0.18
"""Heights in font sizes: capitals and ascenders, small letters, descenders, dots on capitals. Means of
Liberation Sans and Serif, DejaVu Sans and Serif, Nimbus Narrow; each font stays within a tenth."""
TALL = re.compile(r"[A-ZÄÖÜbdfhklßt0-9!?§$&%(){}\[\]/|\\€“”„\"'ijäöü]")
DEEP = re.compile(r"[gjpqyQ(){}\[\]/|§,;„@]")
HIGH = re.compile(r"[ÄÖÜ]")


@dataclass(frozen=True)
class Blobs:
    """The connected pieces of ink of a page."""

    boxes: Boxes
    areas: npt.NDArray[np.float64]
    edges: npt.NDArray[np.float64]

    def within(self, box: BBox) -> npt.NDArray[np.intp]:
        """Indices of the blobs whose centre lies in the box, from left to right."""
        found = self._told.get(box)
        if found is None:
            found = self._told[box] = self._inside(box)
        return found

    @cached_property
    def _told(self) -> dict[BBox, npt.NDArray[np.intp]]:
        """What was asked before: half of the questions come again."""
        return {}

    def _inside(self, box: BBox) -> npt.NDArray[np.intp]:
        places, x, y = self._by_height
        low, high = y.searchsorted(box[1] - 1), y.searchsorted(box[3] + 1, side="right")
        x = x[low:high]
        return self._by_left[np.sort(places[low:high][(x >= box[0] - 1) & (x <= box[2] + 1)])]

    @cached_property
    def _by_left(self) -> npt.NDArray[np.intp]:
        """The indices of the blobs from left to right."""
        return np.argsort(self.boxes[:, 0], kind="stable")

    @cached_property
    def _by_height(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """From top to bottom: the places of the blobs from left to right, and their centres. Thousands of
        words ask."""
        x = (self.boxes[:, 0] + self.boxes[:, 2]) / 2
        y = (self.boxes[:, 1] + self.boxes[:, 3]) / 2
        order = np.argsort(y)
        return np.argsort(self._by_left)[order], x[order], y[order]


@dataclass(frozen=True, slots=True)
class Line:
    """The measures of a printed line in pixels. `en_dash` is the least width of one in font sizes, `pitch`
    the way from letter to letter where all are as wide, else 0."""

    em: float
    baseline: float
    en_dash: float
    pitch: float = 0.0


def find_blobs(ink: Grey, pieces: Pieces) -> Blobs:
    """The blobs of a page image (clean, level), of whose ink these are the pieces."""
    core = cv2.erode(ink, np.ones((3, 3), np.uint8)).reshape(-1)[pieces.pixels]
    edges = np.bincount(pieces.owners[core == 0], minlength=len(pieces.boxes))
    return Blobs(*(given.astype(np.float64) for given in (pieces.boxes, pieces.areas, edges)))


def font_size(text: str, height: float) -> float:
    """Font size from the height of a word's ink, by the letters it has; same unit as `height`."""
    extent = CAPITAL if TALL.search(text) else SMALL
    if DEEP.search(text):
        extent += BELOW
    if HIGH.search(text):
        extent += ACCENT
    return height / extent


def sides(box: Sequence[float] | npt.NDArray[np.float64]) -> tuple[float, float]:
    return float(box[2] - box[0]), float(box[3] - box[1])


def columns_of(boxes: Boxes | Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    """Blobs that stand above one another joined: about one span per letter, left to right."""
    spans: list[tuple[float, float]] = []
    for x0, _, x1, _ in sorted(boxes.tolist() if isinstance(boxes, np.ndarray) else boxes):
        if spans and x0 < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], x1))
        else:
            spans.append((x0, x1))
    return spans


def around(boxes: Boxes) -> BBox:
    x0, top, x1, bottom = zip(*boxes.tolist(), strict=True)  # of a few boxes faster than numpy
    return min(x0), min(top), max(x1), max(bottom)
