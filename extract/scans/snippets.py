"""Pictures of spots: strips cut from a page, with the values boxed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from extract.files.document import open_sheets
from extract.files.identity import identify
from extract.files.sheet import Picture
from models.agreement import DocumentInfo
from models.settings import Settings
from models.snippet import Snippet
from models.values import BBox, Spot

DPI = 110
"""Text of 10 points is 15 pixels high: read without effort on a screen, still sharp enough in print."""

MARGIN = 21.0
"""Paper above and below the boxes (PDF points): the line before and the line after."""
SIDE = 0.07
"""Share of the page width that is left out at each side where nothing is boxed: few margins are less."""
TOGETHER = 70.0
"""Boxes closer than this (PDF points from top to bottom) are seen in one strip: five lines of text."""
TALLEST = 380.0
"""A strip is no taller than this (PDF points), nearly half a page of A4."""
STRIPS = 3
"""Strips for one finding. A table with its total and a sentence elsewhere make two; more than three tire."""

GREYS = 16
"""Shades of a strip: scans keep their look, and files stay a third of what 256 shades take."""
PAPER, INK = 215, 50
"""What is lighter (darker) becomes white (black): the grain of the paper is most of a scan's bytes."""
MARKED = (255, 243, 196)
FRAME = (178, 34, 34)
FRAME_PIXELS, FRAME_DISTANCE = 2, 3

Grey = npt.NDArray[np.uint8]


def cut(
    path: Path, document: DocumentInfo, wanted: Sequence[Sequence[Spot]], settings: Settings
) -> list[tuple[Snippet, ...]]:
    """The snippets for each group of spots (one group is one finding), in the order of the groups.

    Nothing for a file that is not the one that was read: its places would be wrong. A spot on a page that
    does not exist has no picture. Raises a subclass of extract.errors.ReadingError.
    """
    facts = identify(path, settings.limits)
    if document.sha256 not in (None, facts.sha256):
        return [() for _ in wanted]
    strips = [_strips(spots) for spots in wanted]
    numbers = {page for group in strips for page, _ in group}
    turned = {page.number: page.rotation for page in document.pages}
    made: dict[tuple[int, tuple[BBox, ...]], Snippet] = {}
    with open_sheets(path, facts.media_type, settings.limits) as sheets:
        for sheet in sheets:
            if sheet.number in numbers:
                picture = sheet.picture(DPI)
                upright = np.rot90(picture.grey, turned.get(sheet.number, 0) // 90)
                for page, boxes in {strip for group in strips for strip in group}:
                    if page == sheet.number:
                        made[page, boxes] = _strip(page, upright, picture, boxes)
            numbers.discard(sheet.number)
            if not numbers:
                break
    return [tuple(made[strip] for strip in group if strip in made) for group in strips]


def _strips(spots: Sequence[Spot]) -> list[tuple[int, tuple[BBox, ...]]]:
    """What is seen together: page and boxes. The first spot's strip comes first, then the others by place."""
    strips: list[tuple[int, list[BBox]]] = []
    for page, box in sorted({(spot.page, spot.bbox) for spot in spots}, key=lambda one: (one[0], one[1][1])):
        if strips and strips[-1][0] == page:
            boxes = strips[-1][1]
            bottom = max(other[3] for other in boxes)
            if box[1] - bottom <= TOGETHER and max(bottom, box[3]) - boxes[0][1] <= TALLEST:
                boxes.append(box)
                continue
        strips.append((page, [box]))
    first = (spots[0].page, spots[0].bbox) if spots else None
    strips.sort(key=lambda strip: first is None or strip[0] != first[0] or first[1] not in strip[1])
    return [(page, tuple(boxes)) for page, boxes in strips[:STRIPS]]


def _strip(page: int, upright: Grey, picture: Picture, boxes: Sequence[BBox]) -> Snippet:
    """A strip of the upright page as wide as its text, its boxes marked."""
    height, width = upright.shape
    pixels = [tuple(round(value / picture.points) for value in box) for box in boxes]
    side, margin = round(SIDE * width), round(MARGIN / picture.points)
    left = max(0, min(side, *(box[0] - margin for box in pixels)))
    right = min(width, max(width - side, *(box[2] + margin for box in pixels)))
    top = max(0, min(box[1] for box in pixels) - margin)
    bottom = min(height, max(box[3] for box in pixels) + margin)
    # A place beyond the page, from a record that does not fit the file, leaves nothing to show.
    top, left = min(top, height - 1), min(left, width - 1)
    bottom, right = max(bottom, top + 1), max(right, left + 1)
    shades = _shades(upright[top:bottom, left:right])
    for box in pixels:
        _mark(shades, box[0] - left, box[1] - top, box[2] - left, box[3] - top)
    image = Image.fromarray(shades, mode="P")
    image.putpalette([channel for colour in PALETTE for channel in colour])
    file = io.BytesIO()
    # Optimized, it takes seven times as long to save a twentieth of the bytes.
    image.save(file, "png")
    return Snippet(page=page, png=file.getvalue(), width=image.width, height=image.height)


def _palette() -> list[tuple[int, int, int]]:
    """Shades of grey, the same on marked ground, and the colour of the frame."""
    greys = [round(255 * shade / (GREYS - 1)) for shade in range(GREYS)]
    marked = [tuple(round(grey * channel / 255) for channel in MARKED) for grey in greys]
    return [*((grey, grey, grey) for grey in greys), *((r, g, b) for r, g, b in marked), FRAME]


PALETTE = _palette()


def _shades(grey: Grey) -> Grey:
    stretched = (grey.astype(np.float32) - INK) / (PAPER - INK) * (GREYS - 1)
    return np.asarray(np.rint(stretched.clip(0, GREYS - 1)), dtype=np.uint8)


def _mark(shades: Grey, left: int, top: int, right: int, bottom: int) -> None:
    """Lay marked ground under a box and a frame around it."""
    outer = FRAME_DISTANCE + FRAME_PIXELS

    def area(distance: int) -> tuple[slice, slice]:
        return (
            slice(max(0, top - distance), max(0, bottom + distance)),
            slice(max(0, left - distance), max(0, right + distance)),
        )

    inside = shades[area(FRAME_DISTANCE)]
    kept = np.where(inside < GREYS, inside + GREYS, inside)
    shades[area(outer)] = 2 * GREYS
    shades[area(FRAME_DISTANCE)] = kept
