"""Pages made for the tests of the reading: typed with ReportLab, scanned with NumPy and OpenCV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extract.page import Page
from extract.reading import read_document
from models.settings import Settings

Grey = npt.NDArray[np.uint8]

LETTER = (
    "Zielvereinbarung 2024",
    "zwischen dem Ministerium und dem Kreis Beispielstadt",
    "§ 1",
    "Die Mittel werden nach § 4 Absatz 2 und den §§ 7 und 8 verwendet; Grundlage sind die Rechtskreise",
    "SGB II, III, VIII und XII. Gefördert werden Angebote für Jugendliche – auch in Teilzeit – sowie",
    "Maßnahmen der Aus- und Weiterbildung, die der Kreis über die örtlichen Träger anbietet.",
    "§ 2",
    "Das Ministerium stellt dem Kreis im Jahr 2024 insgesamt 1.234.560 Euro zur Verfügung. Davon",
    "entfallen 345.670,50 € auf die Sprachförderung und 12.000 € auf die Begleitung durch Träger.",
    "Die Abrechnung ist bis zum 31.3.2025 vorzulegen; sie enthält Angaben über alle geförderten Personen,",
    "ihre bisherigen Abschlüsse und die Gründe, aus denen eine Maßnahme vorzeitig beendet wurde.",
    "Beispielstadt, den 12.5.2024",
)
"""Enough print for everything that is measured on a page. All names are invented."""


def type_letter(path: Path, lines: Sequence[str] = LETTER, font: str = "Helvetica", size: float = 11) -> Path:
    """A digital A4 page with one line of text every 20 points from 72 points below the top."""
    canvas = Canvas(str(path), pagesize=A4)
    write_lines(canvas, lines, font, size)
    canvas.save()
    return path


def write_lines(canvas: Canvas, lines: Sequence[str], font: str = "Helvetica", size: float = 11) -> None:
    for index, line in enumerate(lines):
        canvas.setFont(font, size)
        canvas.drawString(72, A4[1] - 72 - 20 * index, line)


def photograph(pdf: Path, dpi: float = 200, page: int = 0) -> Grey:
    """The page as a clean grey image."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return np.array(document[page].render(scale=dpi / 72, grayscale=True).to_pil())
    finally:
        document.close()


def tilt(image: Grey, degrees: float) -> Grey:
    """The page askew: its lines fall to the right by `degrees`."""
    height, width = image.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1)
    return np.asarray(cv2.warpAffine(image, matrix, (width, height), borderValue=255), dtype=np.uint8)


def bend(image: Grey, share: float) -> Grey:
    """The page as its paper curled: the middle of a line hangs below its ends by a `share` of the width."""
    height, width = image.shape
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    flat = y + 4 * share / width * (x - (width - 1) / 2) ** 2
    return np.asarray(
        cv2.remap(image, x, flat.astype(np.float32), cv2.INTER_LINEAR, borderValue=255), dtype=np.uint8
    )


def dirty(image: Grey, specks: int, grain: float = 6.0, seed: int = 1) -> Grey:
    """The page with dust of one or two pixels and the grain of a scanner."""
    chance = np.random.default_rng(seed)
    rough = image.astype(np.float64)
    for _ in range(specks):
        y, x = chance.integers(0, image.shape[0] - 2), chance.integers(0, image.shape[1] - 2)
        edge = chance.integers(1, 3)
        rough[y : y + edge, x : x + edge] -= 150
    return np.asarray((rough + chance.normal(0, grain, image.shape)).clip(0, 255), dtype=np.uint8)


def save_scan(path: Path, images: Sequence[Grey], dpi: float = 200) -> Path:
    """The images as a PDF or TIFF of full-page scans."""
    pages = [Image.fromarray(image) for image in images]
    if path.suffix == ".pdf":
        pages[0].save(path, save_all=True, append_images=pages[1:], resolution=dpi)
    elif path.suffix == ".tif":
        pages[0].save(path, save_all=True, append_images=pages[1:], dpi=(dpi, dpi))
    else:
        pages[0].save(path, dpi=(dpi, dpi))
    return path


def read(path: Path, settings: Settings | None = None) -> list[Page]:
    return read_document(path, settings or Settings())[1]


def text_of(page: Page) -> str:
    return " ".join(word.text for word in page.words)


def type_unnamed(path: Path, lines: Sequence[str], unnamed: str) -> Path:
    """A digital page as `type_letter` makes it, in a font that maps some characters to private use."""
    return type_misnamed(path, lines, {char: chr(0xE000 + ord(char)) for char in unnamed})


def type_misnamed(path: Path, lines: Sequence[str], told: Mapping[str, str]) -> Path:
    """A digital page as `type_letter` makes it, in a font that has other names for some characters."""
    named = "".join(f"<{code:02x}> <{ord(told.get(chr(code), chr(code))):04x}>\n" for code in range(32, 256))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> "
        f"endcodespacerange {256 - 32} beginbfchar\n{named}endbfchar endcmap end end"
    )
    shown = "\n".join(f"1 0 0 1 72 {770 - 20 * row} Tm ({line}) Tj" for row, line in enumerate(lines))
    letters = (bytes([code]).decode("cp1252", errors="replace") for code in range(32, 256))
    widths = " ".join(str(round(1000 * stringWidth(letter, "Helvetica", 1))) for letter in letters)
    font = "/Type /Font /Subtype /Type1 /BaseFont /Sample /Encoding /WinAnsiEncoding /ToUnicode 5 0 R"
    font += f" /FirstChar 32 /LastChar 255 /Widths [{widths}]"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 6 0 R >> >> >>",
        _stream(f"BT /F 11 Tf\n{shown}\nET"),
        _stream(cmap),
        f"<< {font} >>",
    ]
    content, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size, start = len(objects) + 1, len(content)
    content += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    content += f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    path.write_bytes(content.encode("cp1252"))
    return path


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
