"""Makes docs/picture.png: the pages of a sample with their boxes, beside the table rows made from them.

python docs/make_picture.py
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas
import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw, ImageFont

from models.agreement import Agreement
from models.settings import Settings
from models.values import Extracted
from output.tables import tables
from pipeline import read_file

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "agreements" / "fulda_2023_massnahmen.pdf"
PICTURE = ROOT / "docs" / "picture.png"

SCALE = 1.15
"""Pixels per PDF point."""
MARGIN = 16
TEXT_SIZE = 19
LINE = 29
CELL_LIMIT = 34
"""Longer cells are cut in the picture, as a narrow spreadsheet column would."""

COLOURS = {"agreements": "#1f6fb4", "amounts": "#c0392b", "measures": "#2e8b57", "signatories": "#8e44ad"}
COLUMNS = {
    "agreements": ("kind", "programme", "budget_year", "grantor", "recipient", "recipient_key", "total"),
    "amounts": ("amount", "role", "label", "amount_page", "amount_confidence"),
    "measures": ("measure", "title", "project"),
    "signatories": ("name", "function", "organisation", "place", "date"),
}


def values_of(record: Agreement) -> Iterator[tuple[str, Extracted[Any] | None]]:
    """Each value with the table it goes to."""
    for value in (
        record.kind,
        *record.programme,
        record.budget_year,
        *(party.name for party in record.parties),
    ):
        yield "agreements", value
    for amount in record.amounts:
        yield "amounts", amount
    for measure in record.measures:
        yield "measures", measure.title
        for project in measure.projects:
            yield "measures", project.name
    for signatory in record.signatories:
        for value in (
            signatory.name,
            signatory.function,
            signatory.organisation,
            signatory.place,
            signatory.date,
        ):
            yield "signatories", value


def draw_pages(record: Agreement) -> Image.Image:
    """The pages beneath each other, every value boxed in the colour of its table."""
    with pdfium.PdfDocument(SAMPLE) as document:
        pages = [page.render(scale=SCALE).to_pil().convert("RGB") for page in document]
    for table, value in values_of(record):
        if value is None:
            continue
        page = pages[value.provenance.page - 1]
        x0, top, x1, bottom = (side * SCALE for side in value.provenance.bbox)
        ImageDraw.Draw(page).rectangle((x0 - 2, top - 2, x1 + 2, bottom + 2), outline=COLOURS[table], width=2)
    printed = [without_margins(page) for page in pages]
    size = (max(page.width for page in printed), sum(page.height for page in printed))
    column = Image.new("RGB", size, "white")
    top = 0
    for page in printed:
        column.paste(page, (0, top))
        top += page.height
    return column


def without_margins(page: Image.Image) -> Image.Image:
    """The printed part of a page, in a frame."""
    _, top, _, bottom = ImageChops.invert(page).getbbox() or (0, 0, *page.size)
    part = page.crop((MARGIN * 2, top - MARGIN, page.width - MARGIN * 2, bottom + MARGIN))
    ImageDraw.Draw(part).rectangle((0, 0, part.width - 1, part.height - 1), outline="#999999")
    return part


def draw_tables(frames: dict[str, pandas.DataFrame]) -> Image.Image:
    """Some columns of some tables, as they stand in the files."""
    plain, bold = (ImageFont.truetype(font_file(face), TEXT_SIZE) for face in ("Regular", "Bold"))
    sheet = Image.new("RGB", (2_400, 2_400), "white")
    pen = ImageDraw.Draw(sheet)
    top = right = 0
    for table, names in COLUMNS.items():
        rows = [list(names), *([cell(row[name]) for name in names] for _, row in frames[table].iterrows())]
        if table == "agreements":
            rows = [["", ""], *(list(pair) for pair in zip(*rows, strict=True))]
        pen.text((0, top), table, font=bold, fill=COLOURS[table])
        top += LINE
        widths = [
            max(pen.textlength(text, font=bold) for text in column) for column in zip(*rows, strict=True)
        ]
        for number, row in enumerate(rows):
            left = 0.0
            for position, (text, width) in enumerate(zip(row, widths, strict=True)):
                head = position == 0 if table == "agreements" else number == 0
                pen.text((left, top), text, font=bold if head else plain, fill="#555555" if head else "black")
                left += width + LINE
            right = max(right, int(left))
            top += LINE if any(row) else 0
        top += LINE
    return sheet.crop((0, 0, right, top))


def cell(value: Any) -> str:
    text = "" if pandas.isna(value) else str(value)
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - 1].rstrip() + "…"


def font_file(face: str) -> str:
    """Roboto, one of the typefaces of the samples (development dependency)."""
    spec = importlib.util.find_spec("font_roboto")
    if spec is None or spec.origin is None:
        raise SystemExit("font-roboto is missing: pip install -r requirements-dev.txt")
    return str(Path(spec.origin).parent / "files" / f"Roboto-{face}.ttf")


def main() -> None:
    record = read_file(SAMPLE, Settings())
    pages, rows = draw_pages(record), draw_tables(tables([record]))
    size = (pages.width + rows.width + 3 * MARGIN, max(pages.height, rows.height) + 2 * MARGIN)
    picture = Image.new("RGB", size, "white")
    picture.paste(pages, (MARGIN, MARGIN))
    picture.paste(rows, (pages.width + 2 * MARGIN, MARGIN))
    picture.quantize(64, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    print(f"{PICTURE.relative_to(ROOT)}: {size[0]} x {size[1]}")


if __name__ == "__main__":
    main()
