"""A typeset document → PDF."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from samples.fonts import FAMILIES, face
from samples.setting import Glyphs, Setting, Stroke


def to_pdf(setting: Setting, title: str) -> bytes:
    """The PDF; the same setting gives the same bytes."""
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer, pagesize=(setting.sheet.width, setting.sheet.height), invariant=1, pageCompression=0
    )
    canvas.setTitle(title)
    height = setting.sheet.height
    for page in setting.pages:
        for stroke in page.strokes:
            _draw_stroke(canvas, stroke, height)
        for glyphs in page.glyphs:
            _draw_glyphs(canvas, glyphs, height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_stroke(canvas: Canvas, stroke: Stroke, height: float) -> None:
    canvas.setStrokeColorRGB(*stroke.colour)
    canvas.setLineWidth(stroke.weight)
    canvas.setLineCap(1 if stroke.dashed else 0)
    canvas.setDash([0.1, 2.4] if stroke.dashed else [])
    path = canvas.beginPath()
    path.moveTo(stroke.points[0][0], height - stroke.points[0][1])
    for x, y in stroke.points[1:]:
        path.lineTo(x, height - y)
    canvas.drawPath(path, stroke=1, fill=0)


def _draw_glyphs(canvas: Canvas, glyphs: Glyphs, height: float) -> None:
    canvas.saveState()
    canvas.translate(glyphs.x, height - glyphs.baseline)
    if glyphs.angle:
        canvas.rotate(glyphs.angle)
    text = canvas.beginText(0, 0)
    text.setFont(face(glyphs.family, glyphs.bold), glyphs.size)
    stretch = FAMILIES[glyphs.family].stretch
    if stretch != 1.0:
        text.setHorizScale(stretch * 100)
    text.setFillColorRGB(*glyphs.colour)
    # The blank behind each word is printed too, as word processors do.
    text.textOut(glyphs.text + (" " if glyphs.last else ""))
    canvas.drawText(text)
    canvas.restoreState()
