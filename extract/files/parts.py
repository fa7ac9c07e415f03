"""A file that holds several documents, cut into files of one document each. The original stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageSequence

from extract.files.identity import MediaType


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file: its pages there, 1-based, and the file it was written to."""

    first: int
    last: int
    file: Path


def write_parts(
    path: Path, media_type: MediaType, counts: Sequence[int], folder: Path, name: str
) -> list[Part]:
    """Write the documents of a file, of `counts` pages each, into `folder` as name-1, name-2, …

    Pages of a PDF are taken over as they are, those of a TIFF without loss. Raises OSError.
    """
    suffix = ".pdf" if media_type == "application/pdf" else ".tif"
    parts, first = [], 1
    for number, count in enumerate(counts, start=1):
        part = Part(first, first + count - 1, folder / f"{name}-{number}{suffix}")
        if suffix == ".pdf":
            _write_pdf(path, part)
        else:
            _write_tiff(path, part)
        parts.append(part)
        first += count
    return parts


def _write_pdf(path: Path, part: Part) -> None:
    whole, cut = pdfium.PdfDocument(path), pdfium.PdfDocument.new()
    try:
        cut.import_pages(whole, list(range(part.first - 1, part.last)))
        cut.save(part.file)
    finally:
        cut.close()
        whole.close()


def _write_tiff(path: Path, part: Part) -> None:
    with Image.open(path) as image:
        frames = [
            frame.copy()
            for number, frame in enumerate(ImageSequence.Iterator(image), start=1)
            if part.first <= number <= part.last
        ]
        resolution = image.info.get("dpi", (72, 72))
    compression = "group4" if frames[0].mode == "1" else "tiff_deflate"
    frames[0].save(
        part.file, save_all=True, append_images=frames[1:], compression=compression, dpi=resolution
    )
