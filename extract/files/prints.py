"""Pictures of scanned pages wait in files until it is known what is worth a second look.

In memory they would grow with the document: a page of print takes 0.1 to 0.4 MB, with a photograph over a
third of it 1 MB.
"""

from __future__ import annotations

from pathlib import Path

import cv2

from extract.errors import NoScratchSpace
from extract.files.sheet import Grey

MEGABYTE = 1_000_000
AS_RUNS = [cv2.IMWRITE_TIFF_COMPRESSION, cv2.IMWRITE_TIFF_COMPRESSION_PACKBITS]
"""Clean paper is nothing but runs: PNG takes three times as long to write and half as long again to read, for
files a third smaller."""


class Prints:
    """A folder for the pictures of one document, and the megabytes they may take there together.

    A page for which no room is left is not looked at again: it stays as it was read.
    """

    def __init__(self, folder: Path, megabytes: float) -> None:
        self._folder = folder
        self._room = megabytes * MEGABYTE

    def keep(self, number: int, grey: Grey) -> Path | None:
        """The file of a page's picture, if there is room; coded by runs. Raises NoScratchSpace."""
        _, coded = cv2.imencode(".tif", grey, AS_RUNS)
        if coded.nbytes > self._room:
            return None
        file = self._folder / f"{number}.tif"
        try:
            file.write_bytes(coded.data)
        except OSError as error:
            raise NoScratchSpace from error
        self._room -= coded.nbytes
        return file
