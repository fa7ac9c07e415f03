"""Files of more than one origin: somebody's OCR under the images, a scanned page behind digital ones."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from samples.scanner import Sheet
from samples.setting import SetPage, Setting

INVISIBLE = 3
MISREAD = {
    "ä": "a",
    "ö": "o",
    "ü": "ii",
    "ß": "B",
    "§": "5",
    "1": "l",
    "0": "O",
    "rn": "m",
    "5": "S",
    "€": "C",
}


def with_old_ocr(pdf: bytes, setting: Setting, sheets: Sequence[Sheet], rng: random.Random) -> bytes:
    """The scanned PDF with a text layer in which about every tenth word is misread.

    Sheets that lie turned get none, as their OCR would have found nothing.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(setting.sheet.width, setting.sheet.height), invariant=1)
    for page, sheet in zip(setting.pages, sheets, strict=True):
        if sheet.turn == 0:
            _write(canvas, page, sheet, setting.sheet.height, rng)
        canvas.showPage()
    canvas.save()
    layer = PdfReader(io.BytesIO(buffer.getvalue()))
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    for page_number, target in enumerate(writer.pages):
        target.merge_page(layer.pages[page_number])
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()


def _write(canvas: Canvas, page: SetPage, sheet: Sheet, height: float, rng: random.Random) -> None:
    for glyphs in page.glyphs:
        x0, top, _, bottom = sheet.geometry.box(glyphs.bbox)
        text = canvas.beginText(x0, height - bottom + (bottom - top) * 0.2)
        text.setFont("Helvetica", glyphs.size)
        text.setTextRenderMode(INVISIBLE)
        text.textOut(_misread(glyphs.text, rng) + " ")
        canvas.drawText(text)


def _misread(word: str, rng: random.Random) -> str:
    if rng.random() < 0.1:
        for printed, read in MISREAD.items():
            if printed in word:
                return word.replace(printed, read)
    return word


def with_scanned_end(digital: bytes, scanned: bytes) -> bytes:
    """The digital pages, but the last one as scanned: printed, signed, put on the glass, filed together."""
    pages, ends = PdfReader(io.BytesIO(digital)).pages, PdfReader(io.BytesIO(scanned)).pages
    writer = PdfWriter()
    for page in list(pages)[:-1]:
        writer.add_page(page)
    writer.add_page(ends[-1])
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()
