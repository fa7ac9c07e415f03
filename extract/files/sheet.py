"""What a page of a file gives, whatever the file is: a picture, images, a text layer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from extract.errors import LimitExceeded
from models.settings import Limits
from models.values import BBox

Grey = npt.NDArray[np.uint8]
"""An image of one channel, height x width, 0 black, 255 white."""

FULL_PAGE = 0.8
"""An image over this share of the page is the page: scanners leave margins, letterheads stay far below."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as an image, upright as the file says, with square pixels of `points` PDF points each.

    `width` and `height` are the page's in PDF points.
    """

    grey: Grey
    points: float
    width: float
    height: float

    @property
    def dpi(self) -> float:
        return 72 / self.points


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """The images on a PDF page: the share of the page the largest covers, and its own resolution."""

    share: float = 0.0
    dpi: float = 0.0
    others: int = 0
    hides_text: bool = False
    """Text is drawn first and the large image over it."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The text layer of a PDF page, as pdfplumber gives it, with boxes on the upright page."""

    words: list[dict[str, Any]] = field(default_factory=list)
    edges: list[dict[str, Any]] = field(default_factory=list)
    images: list[BBox] = field(default_factory=list)
    """Where pictures lie,"""
    shapes: list[BBox] = field(default_factory=list)
    """and what is drawn besides: curves and rectangles."""
    invisible: float = 0.0
    """Share of the text that is drawn invisibly (render mode 3)."""
    broken: bool = False
    """The page's content could not be parsed."""


def check_pixels(width: float, height: float, limits: Limits, where: str) -> None:
    megapixels = width * height / 1_000_000
    if megapixels > limits.page_megapixels:
        raise LimitExceeded("page_megapixels", megapixels, limits.page_megapixels, where)


def box_of(item: dict[str, Any]) -> BBox:
    """The box of a pdfplumber object."""
    return (float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]))
