"""What the reading rooms hand to each other: words and rulings of one page."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from models.values import BBox, Origin


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word.

    `bbox` is where it stands on the straightened page: layout works on it. `spot` is where it is
    printed on the upright page as scanned, skew and all: provenance points there. Both in PDF
    points. `size` is the font size (digital) or its estimate from the letter height (OCR), in
    points. `alternatives` are other readings of the same ink, best first. `slant` is the angle in
    degrees at which a word is set: a stamp across the text.
    """

    text: str
    bbox: BBox
    spot: BBox
    confidence: float
    origin: Origin
    size: float
    bold: bool = False
    alternatives: tuple[str, ...] = ()
    slant: float = 0.0
    weighed: bool = False
    """Were both engines heard, or one and its ink? If not, it may be looked at again."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight horizontal or vertical line on the straightened page, in PDF points."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Print:
    """The picture a page was read from, level and clean, in a file, to be looked at again.

    `corner`: where its upper left corner lies on the straightened page, `points`: of a pixel; in PDF points.
    """

    file: Path
    corner: tuple[float, float]
    points: float

    def pixels(self, bbox: BBox) -> BBox:
        """A box of the straightened page in pixels of the picture."""
        (x, y), k = self.corner, self.points
        return (bbox[0] - x) / k, (bbox[1] - y) / k, (bbox[2] - x) / k, (bbox[3] - y) / k


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read. Width and height in PDF points of the upright page. `unread_stamps`: where stamps lie
    whose date could not be read."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...] = ()
    unread_stamps: tuple[BBox, ...] = ()
    origin: Origin | None = None
    reason: str = ""
    rotation: int = 0
    skew: float = 0.0
    confidence: float | None = None
    error: str | None = None
    """Why the page could not be read, in German."""
    print: Print | None = field(default=None, repr=False, compare=False)
