"""Spots of a page as pictures of their own, in white, as large as Tesseract reads them best."""

from __future__ import annotations

import cv2
import numpy as np

from extract.files.sheet import Grey
from extract.scans.ocr import LARGEST
from models.values import BBox

MARGIN = 0.12
"""Font sizes kept above and below a word that is read again: room for a blurred edge, not for a neighbour."""
BORDER = 12
"""Pixels of white around it: Tesseract finds no line that touches the edge."""
ENLARGED = 50.0
"""Font size in pixels at which Tesseract reads single words again."""


def spot_of(grey: Grey, box: BBox, em: float) -> Grey:
    """The spot as a picture of its own."""
    pad = max(1, round(MARGIN * em))
    x0, top, x1, bottom = (round(value) for value in box)
    height, width = grey.shape
    return grey[max(0, top - pad) : min(height, bottom + pad), max(0, x0 - 1) : min(width, x1 + 1)]


def enlarged(spot: Grey, em: float, size: float) -> Grey:
    """The picture of a spot in white, its font size at least `size` pixels if it can be."""
    factor = min(size / em, LARGEST / max(1, *spot.shape))
    if factor > 1:
        spot = np.asarray(
            cv2.resize(spot, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC), dtype=np.uint8
        )
    return framed(spot, BORDER)


def framed(picture: Grey, border: int) -> Grey:
    """The picture with so many pixels of white around it."""
    white = cv2.copyMakeBorder(picture, *4 * (border,), cv2.BORDER_CONSTANT, value=255)
    return np.asarray(white, dtype=np.uint8)


def cut(grey: Grey, box: BBox, em: float, size: float) -> Grey:
    """The spot in white, its font size at least `size` pixels if it can be."""
    return enlarged(spot_of(grey, box, em), em, size)
