"""Pages that strips are cut from: lines in many typefaces, with rules, and pens and stamps on some words."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from extract.files.sheet import Grey
from models.values import BBox
from samples.fonts import TEST_FAMILIES
from samples.setting import Stroke
from samples.strokes import pen_signature, sweep, tick, underline
from training.strip_texts import Texts

WIDTH, HEIGHT = 595.0, 842.0
MARGIN = 45.0
NO_PRINT = (
    "thin", "hairline", "extralig", "black", "music", "math", "symbol", "display", "fallback", "d050000l",
    "light", "_dr.", "_i.", "libertine_m", "inita",
)  # fmt: skip
"""In names of files: what no agreement is set in."""
NEEDED = "äöüßÄÖÜéaou§&0„–€"
ITALIC = re.compile(r"ital|obli|-i\b|it\b|_ri|_rbi")
UPRIGHT = 0.92
PENS: tuple[Callable[[BBox, float, random.Random], Stroke], ...] = (
    lambda box, wide, rng: sweep(box[0] + rng.uniform(-10, 10), box[3] - rng.uniform(-3, 8), wide, rng),
    lambda box, wide, rng: pen_signature(
        box[0] + rng.uniform(-20, 10), box[3] - rng.uniform(-6, 6), max(60.0, wide), rng
    ),
    lambda box, wide, rng: tick(box[0] - rng.uniform(-4, 24), box[3] - rng.uniform(-2, 4), rng),
    lambda box, wide, rng: underline((box[0], box[1], box[0] + wide, box[3]), rng),
)
STAMPS = (
    "EINGEGANGEN", "Posteingang", "12. Okt. 2014", "Hz.: ____", "KOPIE", "03.11.2009", "Erledigt",
)  # fmt: skip

Families = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Said:
    """A word of a page with its box, and the size of its print, in points."""

    text: str
    box: BBox
    size: float


def typefaces(folder: Path) -> list[list[str]]:
    """The files of typefaces that know German letters and are neither thin nor fat, by family."""
    families: dict[str, dict[str, str]] = {}
    for file in sorted([*folder.rglob("*.ttf"), *folder.rglob("*.otf")]):
        name = file.name.lower()
        if any(part in name for part in (*TEST_FAMILIES, *NO_PRINT)):
            continue
        try:
            face = ImageFont.truetype(str(file), 40)
            shapes = {bytes(face.getmask(char)) for char in NEEDED}
        except (OSError, ValueError):
            continue
        if len(shapes) == len(NEEDED):
            families.setdefault(re.split(r"[-_.]", name)[0][:12], {}).setdefault(name, str(file))
    return [list(files.values()) for files in families.values()]


def _typeface(families: Families, rng: random.Random) -> str:
    family = rng.choice(families)
    upright = [file for file in family if not ITALIC.search(Path(file).stem.lower())]
    return rng.choice(upright if upright and rng.random() < UPRIGHT else family)


def printed_page(
    families: Families, own: Texts, scale: float, rng: random.Random
) -> tuple[Grey, list[list[Said]]]:
    """A page at `scale` pixels per point, most of it in one typeface and size, and what its lines say."""
    picture = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    draw = ImageDraw.Draw(picture)
    usual, size, ink = (
        _typeface(families, rng),
        rng.uniform(8.0, 12.5),
        rng.choice((0, 0, 0, 0, 30, 60)),
    )
    ruled = rng.random() < 0.25
    lines, down = [], MARGIN
    while down < HEIGHT - MARGIN:
        font = usual if rng.random() < 0.6 else _typeface(families, rng)
        points = size if rng.random() < 0.85 else rng.uniform(7.5, 15)
        down += points * (rng.uniform(1.05, 1.5) if rng.random() < 0.8 else rng.uniform(1.5, 2.4))
        line = _printed_line(draw, own.line(rng), down, (font, points, ink), scale, rng)
        lines.append(line)
        if ruled and rng.random() < 0.6:
            _rule(draw, (MARGIN, down + 0.32 * points, WIDTH - MARGIN), 0, 0.6, scale)
        elif line and rng.random() < 0.05:
            _rule(draw, (line[0].box[0], down + 0.14 * points, line[-1].box[2]), ink, 0.05 * points, scale)
    if ruled:
        _columns(draw, lines, scale, rng)
    return np.asarray(picture, np.uint8).copy(), lines


def _printed_line(
    draw: ImageDraw.ImageDraw,
    words: Sequence[str],
    down: float,
    print_: tuple[str, float, int],
    scale: float,
    rng: random.Random,
) -> list[Said]:
    font, points, ink = print_
    face = ImageFont.truetype(font, round(points * scale))
    across, line = MARGIN + rng.choice((0, 0, 0, 18, 36, 60)), []
    for word in words:
        left, top, right, bottom = (side / scale for side in face.getbbox(word, anchor="ls"))
        if across + right > WIDTH - MARGIN:
            break
        draw.text((across * scale, down * scale), word, fill=ink, font=face, anchor="ls")
        if right > left and bottom > top:
            line.append(Said(word, (across + left, down + top, across + right, down + bottom), points))
        blank = face.getlength(" ") * rng.choice((1, 1, 1, 1.15, 1.4, 0.85))
        across += (face.getlength(word) + blank) / scale
    return line


def _rule(
    draw: ImageDraw.ImageDraw, line: tuple[float, float, float], ink: int, thick: float, scale: float
) -> None:
    x0, level, x1 = (value * scale for value in line)
    draw.line((x0, level, x1, level), fill=ink, width=max(1, round(thick * scale)))


def _columns(
    draw: ImageDraw.ImageDraw, lines: Sequence[Sequence[Said]], scale: float, rng: random.Random
) -> None:
    """Rules down the page where hardly a word stands in their way."""
    words = [word for line in lines for word in line]
    for _ in range(rng.randint(2, 6)):
        x = rng.uniform(MARGIN, WIDTH - MARGIN)
        crossed = [word for word in words if word.box[0] - 1 < x < word.box[2] + 1]
        if len(crossed) <= len(lines) / 10:
            draw.line(
                (x * scale, MARGIN * scale, x * scale, (HEIGHT - MARGIN) * scale),
                fill=0,
                width=max(1, round(0.6 * scale)),
            )


def written_on(page: Grey, lines: Sequence[Sequence[Said]], scale: float, rng: random.Random) -> Grey:
    """The page with pens and stamps on some of its words; one in four is left alone."""
    words = [word for line in lines for word in line]
    if not words or rng.random() < 0.25:
        return page
    for _ in range(rng.choice((4, 10, 20, 40))):
        box = rng.choice(words).box
        wide = max(25.0, (box[2] - box[0]) * rng.uniform(0.6, 3))
        page = np.minimum(page, _stroke(page, rng.choice(PENS)(box, wide, rng), scale, rng))
    for _ in range(rng.choice((0, 1, 1, 2))):
        page = np.minimum(page, _stamp(page, rng.choice(words).box, scale, rng))
    return page


def _stroke(page: Grey, stroke: Stroke, scale: float, rng: random.Random) -> Grey:
    red, green, blue = stroke.colour
    tone = round(255 * (0.299 * red + 0.587 * green + 0.114 * blue)) + rng.choice((0, 0, 40, 80, 120))
    points = np.round(np.array(stroke.points) * scale * 16).astype(np.int32)
    layer = np.full_like(page, 255)
    thick = max(1, round(stroke.weight * scale))
    cv2.polylines(layer, [points], False, min(200, tone), thick, cv2.LINE_AA, 4)
    return layer


def _stamp(page: Grey, box: BBox, scale: float, rng: random.Random) -> Grey:
    """A frame with up to three lines, laid askew over a word."""
    wide, high, tone = rng.uniform(80, 160), rng.uniform(30, 60), rng.randint(60, 170)
    canvas = Image.new("L", (round(wide * scale), round(high * scale)), 255)
    draw = ImageDraw.Draw(canvas)
    thick = max(1, round(rng.uniform(0.6, 1.6) * scale))
    draw.rectangle((2, 2, canvas.width - 3, canvas.height - 3), outline=tone, width=thick)
    face = ImageFont.load_default(rng.uniform(8, 13) * scale)
    for row in range(rng.randint(1, 3)):
        place = (rng.uniform(4, 20) * scale, (4 + 15 * row) * scale)
        draw.text(place, rng.choice(STAMPS), fill=tone, font=face)
    turned = canvas.rotate(rng.uniform(-8, 8), expand=True, fillcolor=255, resample=Image.Resampling.BILINEAR)
    layer = np.full_like(page, 255)
    x = round((box[0] - rng.uniform(0, wide)) * scale)
    y = round((box[1] - rng.uniform(0, high)) * scale)
    x = max(0, min(x, page.shape[1] - turned.width - 1))
    y = max(0, min(y, page.shape[0] - turned.height - 1))
    layer[y : y + turned.height, x : x + turned.width] = np.asarray(turned)
    return layer
