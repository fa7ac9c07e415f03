"""A typeset document: every word and every stroke with its place. It answers where each gold value is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.values import BBox
from samples.blocks import Sheet
from samples.fonts import extent, width


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A word, or the part of a word that prints one value. x and baseline in points from the top left.

    `angle` in degrees, counter-clockwise; only stamps have one. `last`: a blank follows.
    `divided`: the word was divided here, its hyphen belongs to no value.
    """

    text: str
    x: float
    baseline: float
    size: float
    family: str
    bold: bool = False
    mark: str | None = None
    last: bool = True
    divided: bool = False
    angle: float = 0.0
    colour: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def along(self, right: float, down: float) -> tuple[float, float]:
        """A point seen from the start of the baseline, in the direction the letters stand."""
        turn = math.radians(self.angle)
        return (
            self.x + right * math.cos(turn) + down * math.sin(turn),
            self.baseline - right * math.sin(turn) + down * math.cos(turn),
        )

    @property
    def bbox(self) -> BBox:
        """The upright box around the letters, from the ascent and descent of the face."""
        above, below = extent(self.family, self.size, self.bold)
        wide = width(self.text, self.family, self.size, self.bold)
        corners = [self.along(right, down) for right in (0.0, wide) for down in (-above, below)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return (min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Stroke:
    """A polyline; points from the top left of the page."""

    points: tuple[tuple[float, float], ...]
    weight: float = 0.7
    colour: tuple[float, float, float] = (0.0, 0.0, 0.0)
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class SetPage:
    glyphs: tuple[Glyphs, ...]
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a gold value is printed, and how. `page` is 1-based, bbox in points of the upright page."""

    text: str
    page: int
    bbox: BBox


@dataclass(frozen=True, slots=True)
class Setting:
    """A typeset document."""

    sheet: Sheet
    pages: tuple[SetPage, ...]

    def places(self) -> dict[str, list[Place]]:
        """Every printing of every marked value, in reading order. A value broken over two lines has
        the union of both boxes; one broken over two pages the part on its first page."""
        found: dict[str, list[Place]] = {}
        open_mark: str | None = None
        for number, page in enumerate(self.pages, start=1):
            parts: list[Glyphs] = []
            for glyphs in (*page.glyphs, None):
                mark = glyphs.mark if glyphs else None
                if parts and mark != open_mark:
                    self._close(found, parts, number)
                    parts = []
                open_mark = mark
                if glyphs and mark:
                    parts.append(glyphs)
        return found

    @staticmethod
    def _close(found: dict[str, list[Place]], parts: list[Glyphs], page: int) -> None:
        text = ""
        for part in parts:
            text += part.text[:-1] if part.divided else part.text + " " if part.last else part.text
        boxes = [part.bbox for part in parts]
        box = (
            min(b[0] for b in boxes),
            min(b[1] for b in boxes),
            max(b[2] for b in boxes),
            max(b[3] for b in boxes),
        )
        mark = parts[0].mark or ""
        found.setdefault(mark, []).append(Place(text.strip(" "), page, _rounded(box)))

    def texts(self) -> list[str]:
        """The printed text of each page, a line per printed line from top to bottom; stamps last."""
        return ["\n".join((*_lines(page, stamped=False), *_lines(page, stamped=True))) for page in self.pages]


def _lines(page: SetPage, stamped: bool) -> list[str]:
    lines: dict[float, list[Glyphs]] = {}
    for glyphs in page.glyphs:
        if (glyphs.angle != 0.0) == stamped:
            lines.setdefault(round(glyphs.baseline, 1), []).append(glyphs)
    return [
        "".join(g.text + (" " if g.last else "") for g in sorted(line, key=lambda g: g.x)).strip()
        for _, line in sorted(lines.items())
    ]


def _rounded(box: BBox) -> BBox:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


def add(
    setting: Setting, page: int, glyphs: Iterable[Glyphs] = (), strokes: Iterable[Stroke] = ()
) -> Setting:
    """The same document with more ink on one page (1-based)."""
    pages = list(setting.pages)
    old = pages[page - 1]
    pages[page - 1] = replace(old, glyphs=(*old.glyphs, *glyphs), strokes=(*old.strokes, *strokes))
    return replace(setting, pages=tuple(pages))
