"""A file becomes pages, one at a time. All limits on size are checked here, before anything is decoded."""

from __future__ import annotations

import hashlib
import logging
import stat
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from io import BufferedReader
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException
from pdfplumber.utils.geometry import line_to_edge
from PIL import Image, ImageOps, UnidentifiedImageError

from extract.errors import DamagedFile, EmptyFile, LimitExceeded, NotReadable, PasswordRequired, UnknownFormat
from models.settings import Limits
from models.system import system_cause
from models.values import BBox

Grey = npt.NDArray[np.uint8]
"""An image of one channel, height x width, 0 black, 255 white."""

MediaType = Literal["application/pdf", "image/tiff", "image/png", "image/jpeg"]

SIGNATURES: tuple[tuple[bytes, MediaType], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
)
PDF_HEADER_WITHIN = 1024
"""Readers accept bytes before "%PDF-" up to here (ISO 32000-1, implementation note 13)."""
PDF_TRAILER_WITHIN = 64 * 1024
"""A whole PDF ends in "startxref"; what mail gateways append after it stays far below this."""

A4 = (595.28, 841.89)
PAGE_SIDE_INCHES = (4.0, 18.0)
"""The long side of a sheet, A6 to A3: a resolution that makes less or more of it is not the scanner's."""

FULL_PAGE = 0.8
"""An image over this share of the page is the page: scanners leave margins, letterheads stay far below."""

# The limit on pixels is ours, checked before decoding; Pillow's own would only warn or fail later.
Image.MAX_IMAGE_PIXELS = None
logging.getLogger("pdfminer").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a file before it is opened. `id` is the start of the SHA-256 of its bytes."""

    id: str
    sha256: str
    media_type: MediaType


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
    invisible: float = 0.0
    """Share of the text that is drawn invisibly (render mode 3)."""
    broken: bool = False
    """The page's content could not be parsed."""


NO_PAGE = 0
"""Pages are counted from 1."""


@dataclass(frozen=True, slots=True)
class Watch:
    """How a crash is traced to its page: the file `note` holds the number of the page in work, once all were
    read `NO_PAGE`; `skip` are the pages at which a reader ended before."""

    note: Path | None = None
    skip: frozenset[int] = frozenset()

    def begins(self, number: int) -> None:
        """Raises DamagedFile for a page that is to be skipped."""
        if number in self.skip:
            raise DamagedFile(f"Seite {number} bringt das Lesen zum Absturz")
        if self.note:
            self.note.write_text(str(number), encoding="ascii")

    def leaves_pages(self) -> None:
        """What crashes from here on is the fault of none."""
        if self.note:
            self.note.write_text(str(NO_PAGE), encoding="ascii")

    def forget(self) -> None:
        """Begin anew with a document."""
        if self.note:
            self.note.unlink(missing_ok=True)

    def page(self) -> int | None:
        """The page in work, for who reads the note of another: `NO_PAGE` where all were read, None before the
        first."""
        try:
            return int(self.note.read_text(encoding="ascii")) if self.note else None
        except (OSError, ValueError):
            return None


UNWATCHED = Watch()


def identify(path: Path, limits: Limits) -> FileFacts:
    """Hash the file and tell its format by its content.

    Raises EmptyFile, NotReadable, UnknownFormat, LimitExceeded.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            folder = stat.S_ISDIR(status.st_mode)
            raise NotReadable("sie ist ein Ordner" if folder else "sie ist keine gewöhnliche Datei")
        if status.st_size == 0:
            raise EmptyFile
        megabytes = status.st_size / 1_000_000
        if megabytes > limits.file_megabytes:
            raise LimitExceeded("file_megabytes", megabytes, limits.file_megabytes)
        with path.open("rb") as file:
            head = file.read(PDF_HEADER_WITHIN)
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except PermissionError as error:
        raise NotReadable("das Leserecht fehlt") from error
    except FileNotFoundError as error:
        raise NotReadable("sie ist nicht (mehr) vorhanden") from error
    except OSError as error:
        raise NotReadable(system_cause(error)) from error
    return FileFacts(id=sha256[:16], sha256=sha256, media_type=_media_type(head))


def _media_type(head: bytes) -> MediaType:
    for signature, media_type in SIGNATURES:
        if head.startswith(signature):
            return media_type
    if b"%PDF-" in head:
        return "application/pdf"
    raise UnknownFormat


PARSER_FAULTS = (
    MalformedPDFException,
    PdfminerException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pdfminer raises where the bytes of a PDF are wrong: it trusts them. The page is then read by its
image, and the reason says so."""


class PdfSheet:
    """One page of a PDF. Width and height in PDF points of the page as the file turns and crops it."""

    def __init__(self, number: int, page: pdfium.PdfPage, plumber: PDF | None, limits: Limits) -> None:
        self.number = number
        self._page = page
        self._plumber = plumber
        self._limits = limits
        self.width, self.height = page.get_size()

    def check(self) -> None:
        """Raise LimitExceeded if the page is too large or holds too large an image or too many characters.

        Also raises DamagedFile and PdfiumError."""
        where = f"Seite {self.number}"
        if min(self.width, self.height) < 1:
            raise DamagedFile(f"{where} hat keine Fläche")
        if max(self.width, self.height) > self._limits.page_side_points:
            value = max(self.width, self.height)
            raise LimitExceeded("page_side_points", value, self._limits.page_side_points, where)
        for image in self._page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE]):
            width, height = image.get_px_size()
            _check_pixels(width, height, self._limits, where)
        if self.characters > self._limits.characters_per_page:
            raise LimitExceeded(
                "characters_per_page", self.characters, self._limits.characters_per_page, where
            )

    @cached_property
    def characters(self) -> int:
        text = self._page.get_textpage()
        try:
            return int(text.count_chars())
        finally:
            text.close()

    @cached_property
    def images(self) -> ImageFacts:
        area = self.width * self.height
        largest, dpi, count, hides, text_before = 0.0, 0.0, 0, False, 0
        for item in self._page.get_objects():
            if item.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
                text_before += 1
            if item.type != pdfium_c.FPDF_PAGEOBJ_IMAGE:
                continue
            count += 1
            left, bottom, right, top = item.get_bounds()
            share = min(1.0, max(0.0, (right - left) * (top - bottom)) / area)
            if share > largest:
                largest = share
                width, height = item.get_px_size()
                dpi = 72 * (width * height / max(1.0, (right - left) * (top - bottom))) ** 0.5
                hides = text_before > 0
        return ImageFacts(
            share=largest, dpi=dpi, others=max(0, count - 1), hides_text=hides and largest >= FULL_PAGE
        )

    def layer(self) -> Layer:
        """Words and lines of the text layer; empty where the page has no text."""
        if not self.characters:
            return Layer()
        if self._plumber is None or self.number > len(self._plumber.pages):
            return Layer(broken=True)
        page = self._plumber.pages[self.number - 1]
        try:
            # In the order of the content, a stamp over the text does not mix its letters with it.
            words = page.extract_words(x_tolerance_ratio=WORD_GAP, return_chars=True, use_text_flow=True)
            edges = [*map(line_to_edge, page.lines), *page.rect_edges]
            _to_crop(page, [*words, *edges])
        except PARSER_FAULTS:
            return Layer(broken=True)
        finally:
            page.close()
        return Layer(words=words, edges=edges, invisible=self._invisible())

    def _invisible(self) -> float:
        hidden = total = 0
        for item in self._page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT]):
            total += 1
            hidden += pdfium_c.FPDFTextObj_GetTextRenderMode(item) == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
        return hidden / total if total else 0.0

    def picture(self, dpi: float) -> Picture:
        """Render the page in grey. A page that is one image is not blown up beyond the image's own pixels."""
        if self.images.share >= FULL_PAGE and self.images.dpi > 0:
            dpi = min(dpi, self.images.dpi)
        _check_pixels(self.width / 72 * dpi, self.height / 72 * dpi, self._limits, f"Seite {self.number}")
        bitmap = self._page.render(scale=dpi / 72, grayscale=True)
        try:
            grey = bitmap.to_numpy().copy().reshape(bitmap.height, bitmap.width)
        finally:
            bitmap.close()
        return Picture(grey, self.width / grey.shape[1], self.width, self.height)


WORD_GAP = 0.15
"""Gap that parts two words, in font sizes: kerning stays below 0.1, a justified space above 0.2."""


def _to_crop(page: PlumberPage, items: list[dict[str, Any]]) -> None:
    """pdfplumber counts from the media box as turned; what is seen starts at the crop box."""
    media, crop = page.page_obj.mediabox, page.page_obj.cropbox
    # What the crop box takes off at the left, below, at the right and above of the page as it is stored.
    left, bottom = max(0.0, crop[0] - media[0]), max(0.0, crop[1] - media[1])
    right, top = max(0.0, media[2] - crop[2]), max(0.0, media[3] - crop[3])
    off_left, off_top = {0: (left, top), 90: (bottom, left), 180: (right, bottom), 270: (top, right)}[
        page.rotation
    ]
    off_left, off_top = off_left + page.mediabox[0], off_top + page.mediabox[1]
    for item in items:
        item["x0"] -= off_left
        item["x1"] -= off_left
        item["top"] -= off_top
        item["bottom"] -= off_top


class ImageSheet:
    """One frame of an image file."""

    def __init__(self, number: int, image: Image.Image, limits: Limits) -> None:
        self.number = number
        self._image = image
        self._limits = limits
        self._sharpness = resolution(image)
        across, down = self._sharpness
        self.width, self.height = image.width / across * 72, image.height / down * 72
        if image.getexif().get(ORIENTATION_TAG, 1) in SIDEWAYS:
            self.width, self.height = self.height, self.width
        self.images = ImageFacts(share=1.0, dpi=max(across, down))

    def layer(self) -> Layer:
        return Layer()

    def picture(self, dpi: float) -> Picture:
        """Decode the frame: grey, upright by its EXIF tag, square pixels, at most `dpi`."""
        across, down = self._sharpness
        target = min(dpi, max(across, down))
        size = (
            max(1, round(self._image.width * target / across)),
            max(1, round(self._image.height * target / down)),
        )
        try:
            self._image.draft("L", size)
            upright = ImageOps.exif_transpose(to_grey(self._image))
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise DamagedFile(f"Seite {self.number} lässt sich nicht entschlüsseln") from error
        if (self.width > self.height and size[0] < size[1]) or (
            self.width < self.height and size[0] > size[1]
        ):
            size = (size[1], size[0])
        if upright.size != size:
            upright = upright.resize(
                size, Image.Resampling.BOX if target < max(across, down) else Image.Resampling.BICUBIC
            )
        grey = np.array(upright, dtype=np.uint8)
        return Picture(grey, self.width / grey.shape[1], self.width, self.height)


ORIENTATION_TAG = 0x0112
SIDEWAYS = (5, 6, 7, 8)

Sheet = PdfSheet | ImageSheet


def resolution(image: Image.Image) -> tuple[float, float]:
    """Pixels per inch across and down, as the file says or, where that is absurd, so that it fits A4."""
    stated = image.info.get("dpi", (0, 0))
    try:
        across, down = float(stated[0]), float(stated[1])
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        across = down = 0.0
    if across > 0 and down > 0:
        longest = max(image.width / across, image.height / down)
        if PAGE_SIDE_INCHES[0] <= longest <= PAGE_SIDE_INCHES[1]:
            return across, down
    short, long = sorted(image.size)
    fitted = max(long / A4[1], short / A4[0]) * 72
    return fitted, fitted


def to_grey(image: Image.Image) -> Image.Image:
    """Any mode to 8-bit grey, transparent parts on white paper."""
    if image.mode == "L":
        return image
    if image.mode.startswith(("I", "F")):
        values = np.array(image, dtype=np.float64)
        top = (
            65535.0 if image.mode.startswith("I") and values.max() > 255 else max(255.0, float(values.max()))
        )
        return _keep_exif(Image.fromarray((values / top * 255).clip(0, 255).astype(np.uint8)), image)
    if image.mode == "LAB":
        return _keep_exif(image.getchannel(0), image)
    if "A" in image.getbands() or "transparency" in image.info:
        rgba = image.convert("RGBA")
        paper = Image.new("RGBA", rgba.size, "white")
        return _keep_exif(Image.alpha_composite(paper, rgba).convert("L"), image)
    return _keep_exif(image.convert("L"), image)


def _keep_exif(grey: Image.Image, image: Image.Image) -> Image.Image:
    grey.getexif()[ORIENTATION_TAG] = image.getexif().get(ORIENTATION_TAG, 1)
    return grey


def _check_pixels(width: float, height: float, limits: Limits, where: str) -> None:
    megapixels = width * height / 1_000_000
    if megapixels > limits.page_megapixels:
        raise LimitExceeded("page_megapixels", megapixels, limits.page_megapixels, where)


def _check_count(pages: int, limits: Limits) -> None:
    if pages > limits.pages:
        raise LimitExceeded("pages", pages, limits.pages)
    if pages == 0:
        raise DamagedFile("sie enthält keine Seite")


@contextmanager
def open_sheets(
    path: Path, media_type: MediaType, limits: Limits, watch: Watch = UNWATCHED
) -> Iterator[Sheets]:
    """Give the pages of a file one at a time; a sheet is valid until the next one is taken.

    Raises DamagedFile, PasswordRequired, LimitExceeded; a page that cannot be had raises when it is taken.
    """
    if media_type == "application/pdf":
        with _open_pdf(path) as (document, plumber):
            _check_count(len(document), limits)
            take = partial(_pdf_sheet, document, plumber, limits)
            with closing(Sheets(len(document), take, watch)) as sheets:
                yield sheets
    else:
        with _open_image(path, media_type) as image:
            frames = getattr(image, "n_frames", 1)
            _check_count(frames, limits)
            with closing(Sheets(frames, partial(_image_sheet, image, limits), watch)) as sheets:
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


@contextmanager
def _open_pdf(path: Path) -> Iterator[tuple[pdfium.PdfDocument, PDF | None]]:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - PDF_TRAILER_WITHIN))
        if b"startxref" not in file.read():
            raise DamagedFile("das Ende fehlt")
    # A file without pages makes no error of its own, and pdfium would tell the one of an earlier file.
    pdfium_c.FPDF_LoadMemDocument(b"", 0, None)
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
            raise PasswordRequired from error
        raise DamagedFile("der Aufbau der PDF-Datei ist nicht lesbar") from error
    try:
        document.init_forms()
        # Closing what pdfplumber opened itself parses every page once more; the stream is ours.
        with path.open("rb") as file:
            yield document, _open_layer(file)
    finally:
        document.close()


def _open_layer(file: BufferedReader) -> PDF | None:
    try:
        plumber = pdfplumber.open(file)
        return plumber if plumber.pages else None
    except PARSER_FAULTS:
        return None


@contextmanager
def _pdf_sheet(
    document: pdfium.PdfDocument, plumber: PDF | None, limits: Limits, index: int
) -> Iterator[PdfSheet]:
    try:
        page = document[index]
    except pdfium.PdfiumError as error:
        raise DamagedFile(f"Seite {index + 1} fehlt") from error
    try:
        sheet = PdfSheet(index + 1, page, plumber, limits)
        try:
            sheet.check()
        except pdfium.PdfiumError as error:
            raise DamagedFile(f"der Inhalt von Seite {index + 1} ist nicht lesbar") from error
        yield sheet
    finally:
        page.close()


@contextmanager
def _open_image(path: Path, media_type: MediaType) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        # Odd metadata is common in scans and says nothing about the pixels.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(path, formats=[media_type.removeprefix("image/").upper()])
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
            raise DamagedFile("der Aufbau der Bilddatei ist nicht lesbar") from error
        with image:
            yield image


@contextmanager
def _image_sheet(image: Image.Image, limits: Limits, index: int) -> Iterator[ImageSheet]:
    try:
        image.seek(index)
    except (EOFError, OSError, SyntaxError, ValueError) as error:
        raise DamagedFile(f"Seite {index + 1} fehlt") from error
    # Before anything else: even asking a PNG for its orientation decodes it.
    _check_pixels(image.width, image.height, limits, f"Seite {index + 1}")
    try:
        sheet = ImageSheet(index + 1, image, limits)
    except (EOFError, OSError, SyntaxError, ValueError) as error:
        raise DamagedFile(f"Seite {index + 1} lässt sich nicht entschlüsseln") from error
    yield sheet


def box_of(item: dict[str, Any]) -> BBox:
    """The box of a pdfplumber object."""
    return (float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]))
