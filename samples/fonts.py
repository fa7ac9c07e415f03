"""The typefaces the agreements are set in.

The first families need nothing but reportlab. The others come from font packages on PyPI under the
Open Font License or the Apache License (the extra `dev`).
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


class FontMissing(RuntimeError):
    """A font package is not installed."""


@dataclass(frozen=True, slots=True)
class Family:
    """Regular and bold face of a typeface. `stretch` < 1 sets it narrower, as word processors do.

    `magnify` makes up for a face whose letters are small for their nominal size.
    """

    name: str
    regular: str
    bold: str
    package: str | None = None
    stretch: float = 1.0
    magnify: float = 1.0


FAMILIES: dict[str, Family] = {
    family.name: family
    for family in (
        Family("helvetica", "Helvetica", "Helvetica-Bold"),
        Family("times", "Times-Roman", "Times-Bold"),
        Family("courier", "Courier", "Courier-Bold"),
        Family("helvetica-narrow", "Helvetica", "Helvetica-Bold", stretch=0.84),
        Family("vera", "fonts/Vera.ttf", "fonts/VeraBd.ttf", "reportlab"),
        Family(
            "source-serif",
            "files/SourceSerifPro-Regular.ttf",
            "files/SourceSerifPro-Bold.ttf",
            "font_source_serif_pro",
        ),
        Family(
            "source-sans",
            "files/SourceSansPro-Regular.ttf",
            "files/SourceSansPro-Bold.ttf",
            "font_source_sans_pro",
        ),
        Family("open-sans", "ttf/OpenSans-Regular.ttf", "ttf/OpenSans-Bold.ttf", "ttf_opensans"),
        Family("caladea", "files/Caladea-Regular.ttf", "files/Caladea-Bold.ttf", "font_caladea"),
        Family("manrope", "files/Manrope-Regular.ttf", "files/Manrope-Bold.ttf", "font_manrope"),
        Family("hand", "files/Intuitive.ttf", "files/Intuitive.ttf", "font_intuitive", magnify=1.6),
    )
}

DEV_FAMILIES = (
    "helvetica",
    "times",
    "courier",
    "helvetica-narrow",
    "vera",
    "source-serif",
    "source-sans",
    "open-sans",
)
TEST_FAMILIES = ("caladea", "manrope")
"""Nothing is learned from them. Scans of known layouts in them were studied, with bounds measured on such."""


def face(family: str, bold: bool = False) -> str:
    """The name under which reportlab knows a face; registers it on first use.

    Raises FontMissing if the package that holds it is not installed.
    """
    entry = FAMILIES[family]
    file = entry.bold if bold else entry.regular
    return file if entry.package is None else _register(entry.package, file)


@cache
def _register(package: str, file: str) -> str:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise FontMissing(f"font package {package.replace('_', '-')} is missing: install the extra 'dev'")
    name = Path(file).stem
    pdfmetrics.registerFont(TTFont(name, str(Path(spec.origin).parent / file)))
    return name


def width(text: str, family: str, size: float, bold: bool = False) -> float:
    """Advance width of a line of text in points."""
    return float(pdfmetrics.stringWidth(text, face(family, bold), size)) * FAMILIES[family].stretch


def extent(family: str, size: float, bold: bool = False) -> tuple[float, float]:
    """Height above and depth below the baseline in points, both positive."""
    ascent, descent = pdfmetrics.getAscentDescent(face(family, bold), size)
    return float(ascent), -float(descent)
