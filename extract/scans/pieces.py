"""The connected pieces of ink of a picture, eight neighbours to a pixel.

OpenCV sums up what it knows of each piece over all pixels, paper included. Here only ink is counted, of which
a page has a twentieth: 6 ms a page in place of 18.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from extract.files.sheet import Grey

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """`boxes`: one row for each piece: x0, top, x1, bottom in pixels; `areas`: its pixels.

    `pixels`: where in the picture, counted row by row, there is ink; `owners`: the piece each belongs to.
    """

    boxes: Integers
    areas: Integers
    pixels: Integers
    owners: Integers

    @property
    def widths(self) -> Integers:
        return self.boxes[:, 2] - self.boxes[:, 0]

    @property
    def heights(self) -> Integers:
        return self.boxes[:, 3] - self.boxes[:, 1]

    def paint(self, chosen: npt.NDArray[np.bool_], shape: tuple[int, ...]) -> Grey:
        """A picture of that shape on which the chosen pieces are 255 and all else 0."""
        picture = np.zeros(shape, dtype=np.uint8)
        picture.reshape(-1)[self.pixels[chosen[self.owners]]] = 255
        return picture


def find_pieces(ink: Grey) -> Pieces:
    """The pieces of what is not 0."""
    # The margins are a third of a page. OpenCV counts the pieces in the order of squares of two pixels.
    x0, top, width, height = cv2.boundingRect(ink)
    left, above = x0 - x0 % 2, top - top % 2
    inked = ink[above : top + height, left : x0 + width]
    count, labels = cv2.connectedComponents(inked, connectivity=8) if inked.size else (1, inked)
    at = np.flatnonzero(inked > 0)
    owners = labels.reshape(-1).take(at).astype(np.int64) - 1
    y, x = np.divmod(at, max(1, inked.shape[1]))
    pixels = (y + above) * ink.shape[1] + x + left
    # The ends of each run of ink tell all that there is to tell of its piece.
    first = (np.diff(at, prepend=-2) != 1) | (x == 0)
    begins = np.flatnonzero(first)
    ends = np.append(begins, len(at))[1:] - 1
    rows, whose = y[begins] + above, owners[begins]
    boxes = np.zeros((count - 1, 4), dtype=np.int64)
    # From top to bottom: of what is written to one place the last stays.
    boxes[whose[::-1], 1] = rows[::-1]
    boxes[whose, 3] = rows + 1
    boxes[:, 0] = ink.shape[1]
    np.minimum.at(boxes[:, 0], whose, x[begins] + left)
    np.maximum.at(boxes[:, 2], whose, x[ends] + left + 1)
    return Pieces(boxes, np.bincount(owners, minlength=count - 1), pixels, owners)
