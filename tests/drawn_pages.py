"""Pages with lines and rules at given places: a test says where everything stands, in mm of an A4 page.

`lines` have x (left), y (baseline, from the top), text and perhaps size (points, 11 if absent) and font;
`rules` are x0, y0, x1, y1. `opening` stands above them, set from the top: paragraphs of align, size and text,
"c" in the middle, "l" at the left margin.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from samples.fonts import face

MM = 72 / 25.4
LEFT, WIDTH, TOP = 25.0, 160.0, 30.0
PITCH = 0.47
"""mm from line to line, for each point of the letter size."""
SIZE, TITLE_SIZE = 11.0, 12.0
BELOW_TITLE, BELOW_PARAGRAPH = 6.0, 2.2


def draw_page(form: Mapping[str, Any], path: Path) -> Path:
    page = Canvas(str(path), pagesize=A4, invariant=1)
    height = A4[1]
    y = TOP
    for align, size, text in form["opening"]:
        page.setFont(face(form["font"]), size)
        draw = page.drawCentredString if align == "c" else page.drawString
        x = LEFT + WIDTH / 2 if align == "c" else LEFT
        for line in simpleSplit(text, face(form["font"]), size, WIDTH * MM):
            draw(x * MM, height - y * MM, line)
            y += size * PITCH
        y += BELOW_TITLE if size > TITLE_SIZE else BELOW_PARAGRAPH
    for line in form["lines"]:
        page.setFont(face(line.get("font", form["font"])), line.get("size", SIZE))
        page.drawString(line["x"] * MM, height - line["y"] * MM, line["text"])
    for x0, y0, x1, y1 in form["rules"]:
        page.line(x0 * MM, height - y0 * MM, x1 * MM, height - y1 * MM)
    page.save()
    return path
