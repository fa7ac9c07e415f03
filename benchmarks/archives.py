"""The archives the benchmarks read: made from seeds, the same for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pypdfium2 as pdfium

from samples.make import Order, make
from samples.scanner import DEV_CONDITIONS, Condition
from samples.synth import orders

SEED = 6
SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "agreements" / "wetterau_2024.pdf"

CLEAN = tuple(condition for condition in DEV_CONDITIONS if not condition.poor)
POOR = tuple(condition for condition in DEV_CONDITIONS if condition.poor)
COLOUR_400 = Condition("colour_400", dpi=400, mode="colour", quality=75, skew=0.5, noise=3.0, specks=20)


def scans(folder: Path, count: int, conditions: tuple[Condition, ...] = CLEAN) -> Path:
    """So many agreements as PDF files that hold nothing but images, in each of the conditions in turn."""
    return _write(folder, zip(_agreements(count), cycle(conditions), strict=False))


def digital(folder: Path, count: int) -> Path:
    """So many agreements as PDF files with text."""
    return _write(folder, ((order, None) for order in _agreements(count)))


def _agreements(count: int) -> Iterator[Order]:
    whole = (order for order in orders(4 * count, SEED) if not order.defect and not order.twin)
    for order in islice(whole, count):
        yield replace(order, suffix=".pdf", old_ocr=False, scanned_end=False)


def _write(folder: Path, made: Iterator[tuple[Order, Condition | None]]) -> Path:
    folder.mkdir(parents=True)
    for order, condition in made:
        sample = make(replace(order, condition=condition))
        (folder / sample.file).write_bytes(sample.data)
    return folder


def colour_scan(folder: Path, pages: int) -> Path:
    """One document of so many pages, scanned in colour at 400 dpi."""
    folder.mkdir(parents=True)
    whole = pdfium.PdfDocument.new()
    for order in cycle(_agreements(4)):
        part = pdfium.PdfDocument(make(replace(order, condition=COLOUR_400)).data)
        wanted = min(len(part), pages - len(whole))
        whole.import_pages(part, list(range(wanted)))
        if len(whole) == pages:
            break
    whole.save(folder / "colour.pdf")
    return folder


def copies(folder: Path, count: int) -> Path:
    """So many small documents with the text of one agreement, each with bytes of its own."""
    folder.mkdir(parents=True)
    content = SAMPLE.read_bytes()
    for number in range(count):
        (folder / f"{number:06}.pdf").write_bytes(content + b"%% %d\n" % number)
    return folder
