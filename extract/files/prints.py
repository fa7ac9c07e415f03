"""Pictures of scanned pages wait in files until it is known what is worth a second look.

In memory they would grow with the document: a page of print takes 0.1 to 0.3 MB, with a photograph over a
third of it 1 MB.
"""

from __future__ import annotations

from pathlib import Path

import cv2

from extract.errors import NoScratchSpace
from extract.files.sheet import Grey

MEGABYTE = 1_000_000
AS_RUNS = [
    *(cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE),
    *(cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_NONE),
]
"""Clean paper is nothing but runs: differences between pixels take longer to make and are no shorter."""


class Prints:
    """A folder for the pictures of one document, and the megabytes they may take there together.

    A page for which no room is left is not looked at again: it stays as it was read.
    """

    def __init__(self, folder: Path, megabytes: float) -> None:
        self._folder = folder
        self._room = megabytes * MEGABYTE

    def keep(self, number: int, grey: Grey) -> Path | None:
        """The file of a page's picture, if there is room; coded by runs, 5 ms. Raises NoScratchSpace."""
        _, coded = cv2.imencode(".png", grey, AS_RUNS)
        if coded.nbytes > self._room:
            return None
        file = self._folder / f"{number}.png"
        try:
            file.write_bytes(coded.data)
        except OSError as error:
            raise NoScratchSpace from error
        self._room -= coded.nbytes
        return file
