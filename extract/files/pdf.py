"""The pages of a PDF. All limits on size are checked before anything is decoded."""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException
from pdfplumber.utils.geometry import line_to_edge

from extract.errors import DamagedFile, LimitExceeded, PasswordRequired
from extract.files.characters import words_from
from extract.files.sheet import FULL_PAGE, ImageFacts, Layer, Picture, box_of, check_pixels
from models.settings import Limits

PDF_TRAILER_WITHIN = 64 * 1024
"""A whole PDF ends in "startxref"; what mail gateways append after it stays far below this."""

logging.getLogger("pdfminer").setLevel(logging.ERROR)

PRINTED_ANNOTATIONS = frozenset(
    {pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP}
)
"""Fields of forms, signatures among them, typed text and stamps: what says something on the page."""

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

    def __init__(self, number: int, page: pdfium.PdfPage, layer: PlumberPage | None, limits: Limits) -> None:
        self.number = number
        self._page = page
        self._layer = layer
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
            check_pixels(width, height, self._limits, where)
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
        page = self._layer
        if page is None:
            return Layer(broken=True)
        try:
            words = words_from(page.chars)
            edges = [*map(line_to_edge, page.lines), *page.rect_edges]
            images = page.images
            shapes = [*page.curves, *page.rects]
            _to_crop(page, [*words, *edges, *images, *shapes])
        except PARSER_FAULTS:
            return Layer(broken=True)
        finally:
            page.close()
        return Layer(
            words=words,
            edges=edges,
            images=[box_of(image) for image in images],
            shapes=[box_of(shape) for shape in shapes],
            invisible=self._invisible(),
        )

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
        check_pixels(self.width / 72 * dpi, self.height / 72 * dpi, self._limits, f"Seite {self.number}")
        bitmap = self._page.render(scale=dpi / 72, grayscale=True)
        try:
            grey = bitmap.to_numpy().copy().reshape(bitmap.height, bitmap.width)
        finally:
            bitmap.close()
        return Picture(grey, self.width / grey.shape[1], self.width, self.height)


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


@contextmanager
def open_pdf(path: Path) -> Iterator[tuple[pdfium.PdfDocument, PDF | None]]:
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


def _open_layer(file: BufferedReader | BytesIO) -> PDF | None:
    try:
        plumber = pdfplumber.open(file)
        return plumber if plumber.pages else None
    except PARSER_FAULTS:
        return None


@contextmanager
def pdf_sheet(
    document: pdfium.PdfDocument, plumber: PDF | None, limits: Limits, index: int
) -> Iterator[PdfSheet]:
    try:
        page = document[index]
        filled_in = _with_annotations_printed(page)
        if filled_in:
            page.close()
            page = document[index]
    except pdfium.PdfiumError as error:
        raise DamagedFile(f"Seite {index + 1} fehlt") from error
    try:
        layers, place = (_layer_alone(document, index), 0) if filled_in else (plumber, index)
        layer = layers.pages[place] if layers and place < len(layers.pages) else None
        sheet = PdfSheet(index + 1, page, layer, limits)
        try:
            sheet.check()
        except pdfium.PdfiumError as error:
            raise DamagedFile(f"der Inhalt von Seite {index + 1} ist nicht lesbar") from error
        yield sheet
    finally:
        page.close()


def _with_annotations_printed(page: pdfium.PdfPage) -> bool:
    """Make content of the page of what is filled into fields, typed over it or stamped on it. Tells whether
    there was any: the page has then to be opened anew."""
    count = pdfium_c.FPDFPage_GetAnnotCount(page)
    if not any(_is_printed(page, number) for number in range(count)):
        return False
    flattened = pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY)
    return bool(flattened == pdfium_c.FLATTEN_SUCCESS)


def _is_printed(page: pdfium.PdfPage, number: int) -> bool:
    annotation = pdfium_c.FPDFPage_GetAnnot(page, number)
    try:
        return pdfium_c.FPDFAnnot_GetSubtype(annotation) in PRINTED_ANNOTATIONS
    finally:
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _layer_alone(document: pdfium.PdfDocument, index: int) -> PDF | None:
    try:
        return _open_layer(_alone(document, index))
    except pdfium.PdfiumError:
        return None


def _alone(document: pdfium.PdfDocument, index: int) -> BytesIO:
    """A file with nothing but one page of a document, as it is now."""
    copy = pdfium.PdfDocument.new()
    try:
        copy.import_pages(document, [index])
        file = BytesIO()
        copy.save(file)
        return file
    finally:
        copy.close()
