"""Pictures of spots: what the program misread, cut from the page."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from extract.document import identify, open_sheets
from models.agreement import Agreement
from models.settings import Settings
from models.values import BBox

DPI = 150
# White space around the box (PDF points), enough to see the line it stands in.
MARGIN_X, MARGIN_Y = 60.0, 12.0


def snippet(archive: Path, record: Agreement, page: int, bbox: BBox, settings: Settings) -> Image.Image:
    """The surroundings of `bbox` (PDF points of the upright page) with the box drawn in."""
    path = archive / record.document.path
    info = next(one for one in record.document.pages if one.number == page)
    with open_sheets(path, identify(path, settings.limits).media_type, settings.limits) as sheets:
        picture = next(sheet.picture(DPI) for sheet in sheets if sheet.number == page)
    upright = Image.fromarray(np.rot90(picture.grey, info.rotation // 90)).convert("RGB")
    scale = 1 / picture.points
    x0, top, x1, bottom = (value * scale for value in bbox)
    ImageDraw.Draw(upright).rectangle((x0 - 2, top - 2, x1 + 2, bottom + 2), outline="#c0392b", width=2)
    return upright.crop(
        (
            max(0, round(x0 - MARGIN_X * scale)),
            max(0, round(top - MARGIN_Y * scale)),
            min(upright.width, round(x1 + MARGIN_X * scale)),
            min(upright.height, round(bottom + MARGIN_Y * scale)),
        )
    )
