"""A file becomes pages, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path

from extract.errors import DamagedFile, LimitExceeded
from extract.files.identity import MediaType
from extract.files.image import ImageSheet, image_sheet, open_image
from extract.files.pdf import PdfSheet, open_pdf, pdf_sheet
from extract.files.watch import UNWATCHED, Watch
from models.settings import Limits

Sheet = PdfSheet | ImageSheet


@contextmanager
def open_sheets(
    path: Path, media_type: MediaType, limits: Limits, watch: Watch = UNWATCHED
) -> Iterator[Sheets]:
    """Give the pages of a file one at a time; a sheet is valid until the next one is taken.

    Raises DamagedFile, PasswordRequired, LimitExceeded; a page that cannot be had raises when it is taken.
    """
    if media_type == "application/pdf":
        with open_pdf(path) as (document, plumber):
            _check_count(len(document), limits)
            take = partial(pdf_sheet, document, plumber, limits)
            with closing(Sheets(len(document), take, watch)) as sheets:
                yield sheets
    else:
        with open_image(path, media_type) as image:
            frames = getattr(image, "n_frames", 1)
            _check_count(frames, limits)
            with closing(Sheets(frames, partial(image_sheet, image, limits), watch)) as sheets:
                yield sheets


class Sheets:
    """The pages of a file, of which `taken` were asked for. Behind one that raises, the next can be taken."""

    def __init__(
        self, count: int, take: Callable[[int], AbstractContextManager[Sheet]], watch: Watch
    ) -> None:
        self._count = count
        self._take = take
        self._watch = watch
        self._current = ExitStack()
        self.taken = 0

    def __iter__(self) -> Sheets:
        return self

    def __next__(self) -> Sheet:
        self.close()
        if self.taken == self._count:
            raise StopIteration
        self.taken += 1
        self._watch.begins(self.taken)
        return self._current.enter_context(self._take(self.taken - 1))

    def close(self) -> None:
        self._current.close()


def _check_count(pages: int, limits: Limits) -> None:
    if pages > limits.pages:
        raise LimitExceeded("pages", pages, limits.pages)
    if pages == 0:
        raise DamagedFile("sie enthält keine Seite")
