"""A scanner and its bad days: pages → images → a file, with the way every point went.

Geometry first (skew, shift, curl), as one mapping from the page to the sheet under the glass; then
light and dirt; then turning the sheet and packing it. Boxes follow the geometry, so the gold of a scan
is as exact as that of a digital page.
"""

from __future__ import annotations

import io
import time
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image

from models.values import BBox

Grey = NDArray[np.uint8]
Floats = NDArray[np.float64]
POINTS_PER_INCH = 72.0
COARSE = 16
STILL = time.gmtime(946_684_800)
"""1 January 2000: the date in every file we make, so that the same seed gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One way of scanning. Angles in degrees, lengths in points, shares from 0 to 1."""

    name: str
    dpi: int = 200
    mode: Literal["grey", "colour", "bilevel"] = "grey"
    quality: int = 70
    skew: float = 0.0
    """The skew of each page is drawn from ± this."""
    shift: float = 0.0
    curl: float = 0.0
    """How far the middle of a line bows up or down."""
    tilt: float = 0.0
    """How much smaller the far edge looks than the near one, as in a photograph."""
    lamp: float = 0.0
    """How much darker the corner away from the lamp is."""
    noise: float = 4.0
    blur: float = 0.0
    specks: int = 0
    contrast: float = 1.0
    fold: bool = False
    holes: bool = False
    bleed: float = 0.0
    border: bool = False
    turns: tuple[int, ...] = (0,)
    """Page by page, in turn: degrees clockwise by which the sheet lies turned under the glass."""
    fax_lines: bool = False
    poor: bool = False


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where a point of the page lands on the scanned, upright sheet. Points, origin top left."""

    width: float
    height: float
    angle: float
    shift: tuple[float, float]
    curl: float
    tilt: float = 0.0

    def backward(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """From the sheet back to the page: what the resampling needs."""
        cx, cy = self.width / 2, self.height / 2
        radians = np.deg2rad(self.angle)
        u, v = x - cx - self.shift[0], y - cy - self.shift[1]
        far = 1 + self.tilt * v / self.height
        u, v = u / far, v / far
        page_x = cx + u * np.cos(radians) + v * np.sin(radians)
        page_y = cy - u * np.sin(radians) + v * np.cos(radians)
        bow = self.curl * np.cos(np.pi * (page_x / self.width - 0.5))
        return page_x, page_y - bow

    def forward(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """From the page to the sheet, the inverse of `backward`."""
        page_y = y + self.curl * np.cos(np.pi * (x / self.width - 0.5))
        cx, cy = self.width / 2, self.height / 2
        radians = np.deg2rad(self.angle)
        u, v = x - cx, page_y - cy
        u, v = u * np.cos(radians) - v * np.sin(radians), u * np.sin(radians) + v * np.cos(radians)
        near = 1 - self.tilt * v / self.height
        return cx + self.shift[0] + u / near, cy + self.shift[1] + v / near

    def box(self, box: BBox) -> BBox:
        """The upright box around a box of the page."""
        xs = np.linspace(box[0], box[2], 9)
        edge_x = np.concatenate([xs, xs])
        edge_y = np.concatenate([np.full(9, box[1]), np.full(9, box[3])])
        x, y = self.forward(edge_x, edge_y)
        return (
            round(float(x.min()), 2),
            round(float(y.min()), 2),
            round(float(x.max()), 2),
            round(float(y.max()), 2),
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A scanned page: the image as it lies in the file, its geometry, and its turn in degrees clockwise."""

    image: NDArray[np.uint8]
    geometry: Geometry
    turn: int


def scan(pdf: bytes, condition: Condition, seed: int) -> list[Sheet]:
    """Scan every page of a PDF. The same seed gives the same images."""
    rng = np.random.default_rng(seed)
    document = pdfium.PdfDocument(pdf)
    try:
        return [_scan_page(document[i], condition, rng, i) for i in range(len(document))]
    finally:
        document.close()


def _scan_page(page: pdfium.PdfPage, condition: Condition, rng: np.random.Generator, index: int) -> Sheet:
    width, height = page.get_size()
    scale = condition.dpi / POINTS_PER_INCH
    colour = condition.mode == "colour"
    image = page.render(scale=scale, grayscale=not colour, rev_byteorder=True).to_numpy()
    if image.ndim == 3 and image.shape[2] == 1:
        image = image[:, :, 0]
    shift = (float(rng.uniform(-1, 1)) * condition.shift, float(rng.uniform(-1, 1)) * condition.shift)
    geometry = Geometry(
        width,
        height,
        float(rng.uniform(-1, 1)) * condition.skew,
        shift,
        float(rng.uniform(0.5, 1)) * condition.curl,
        condition.tilt,
    )
    image = as_seen(image, geometry, condition, rng)
    turn = condition.turns[index % len(condition.turns)]
    return Sheet(np.ascontiguousarray(np.rot90(image, -turn // 90)), geometry, turn)


def as_seen(image: Grey, geometry: Geometry, condition: Condition, rng: np.random.Generator) -> Grey:
    """A printed page as the scanner sees it, lying as `geometry` tells."""
    image = _resample(image, geometry, condition.dpi / POINTS_PER_INCH)
    for apply in (_bleed, _blur, _contrast, _light, _fold, _holes, _border, _specks, _noise, _fax):
        image = apply(image, condition, rng)
    return _bilevel(image) if condition.mode == "bilevel" else image


def _resample(image: Grey, geometry: Geometry, scale: float) -> Grey:
    if not (geometry.angle or geometry.curl or geometry.tilt or any(geometry.shift)):
        return image
    rows, columns = image.shape[:2]
    # The way back is smooth: known at every 16th pixel, it is exact to less than 0.01 pixel between them.
    coarse_y = np.append(np.arange(0, rows, COARSE), rows + COARSE - rows % COARSE).astype(float)
    coarse_x = np.append(np.arange(0, columns, COARSE), columns + COARSE - columns % COARSE).astype(
        np.float64
    )
    y, x = np.meshgrid(coarse_y, coarse_x, indexing="ij")
    page_x, page_y = geometry.backward((x + 0.5) / scale, (y + 0.5) / scale)
    map_x = _refine(page_x * scale - 0.5, rows, columns)
    map_y = _refine(page_y * scale - 0.5, rows, columns)
    white = (255, 255, 255) if image.ndim == 3 else 255
    moved = cv2.remap(
        image, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=white
    )
    return np.asarray(moved, dtype=np.uint8)


def _refine(coarse: Floats, rows: int, columns: int) -> NDArray[np.float32]:
    """Linear interpolation of values at every COARSE-th pixel to every pixel."""
    across = np.arange(columns) / COARSE
    left = across.astype(np.intp)
    share = (across - left).astype(np.float32)
    grid = coarse.astype(np.float32)
    wide = grid[:, left] * (1 - share) + grid[:, left + 1] * share
    down = np.arange(rows) / COARSE
    above = down.astype(np.intp)
    portion = (down - above).astype(np.float32)[:, None]
    return np.asarray(wide[above] * (1 - portion) + wide[above + 1] * portion, dtype=np.float32)


def _clip(values: NDArray[np.floating]) -> Grey:
    return np.asarray(np.clip(values, 0, 255), dtype=np.uint8)


def _shade(image: Grey, factor: NDArray[np.floating]) -> Grey:
    return _clip(image * (factor[..., None] if image.ndim == 3 else factor))


def _bleed(image: Grey, condition: Condition, rng: np.random.Generator) -> Grey:
    """The other side shines through: here the same page, mirrored and blurred."""
    if not condition.bleed:
        return image
    ghost = cv2.GaussianBlur(np.ascontiguousarray(image[:, ::-1]), (0, 0), condition.dpi / 110)
    return _clip(image.astype(np.float32) - condition.bleed * (255.0 - ghost))


def _blur(image: Grey, condition: Condition, rng: np.random.Generator) -> Grey:
    """`blur` is the spread in points."""
    if not condition.blur:
        return image
    spread = condition.blur * condition.dpi / POINTS_PER_INCH
    return np.asarray(cv2.GaussianBlur(image, (0, 0), spread), dtype=np.uint8)


def _contrast(image: Grey, condition: Condition, rng: np.random.Generator) -> Grey:
    if condition.contrast == 1.0:
        return image
    return _clip(205.0 - (255.0 - image.astype(np.float32)) * condition.contrast + 20.0)


def _light(image: Grey, condition: Condition, rng: np.random.Generator) -> Grey:
    """A lamp at one corner; the opposite corner lies in the dark."""
    if not condition.lamp:
        return image
    rows, columns = image.shape[:2]
    down = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    across = np.linspace(0, 1, columns, dtype=np.float32)[None, :]
    if rng.random() < 0.5:
        across = 1 - across
    return _shade(image, 1.0 - condition.lamp * (down + across) / 2)


def _fold(image: Grey, condition: Condition, rng: np.random.Generator) -> Grey:
    if not condition.fold:
        return image
    rows, columns = image.shape[:2]
    place = rows * float(rng.uniform(0.3, 0.36))
    distance = np.abs(np.arange(rows) - place) / condition.dpi
    factor = (1.0 - 0.35 * np.exp(-((distance / 0.08) ** 2))).astype(np.float32)
    return _shade(image, np.repeat(factor[:, None], columns, axis=1))


def _holes(image: Grey, condition: Condition, rng: np.random.Generator) -> Grey:
    if not condition.holes:
        return image
    image = image.copy()
    rows = image.shape[0]
    for share in (0.5 - 40 / 297, 0.5 + 40 / 297):
        centre = (int(condition.dpi * 0.45), int(rows * share))
        ink = (40, 40, 40) if image.ndim == 3 else 40
        cv2.circle(image, centre, int(condition.dpi * 0.11), ink, -1, cv2.LINE_AA)
    return image


def _border(image: Grey, condition: Condition, rng: np.random.Generator) -> Grey:
    """A black edge where the lid was open."""
    if not condition.border:
        return image
    image = image.copy()
    image[:, -int(condition.dpi * rng.uniform(0.05, 0.15)) :] = 25
    image[-int(condition.dpi * rng.uniform(0.02, 0.1)) :, :] = 25
    return image


def _specks(image: Grey, condition: Condition, rng: np.random.Generator) -> Grey:
    image = image.copy() if condition.specks else image
    rows, columns = image.shape[:2]
    for _ in range(condition.specks):
        centre = (int(rng.integers(columns)), int(rng.integers(rows)))
        tone = int(rng.integers(40, 150))
        cv2.circle(
            image,
            centre,
            int(rng.integers(1, max(2, condition.dpi // 110) + 1)),
            (tone, tone, tone) if image.ndim == 3 else tone,
            -1,
            cv2.LINE_AA,
        )
    return image


def _noise(image: Grey, condition: Condition, rng: np.random.Generator) -> Grey:
    if not condition.noise:
        return image
    grain = rng.standard_normal(image.shape[:2], dtype=np.float32) * condition.noise
    return _clip(image.astype(np.float32) + (grain[..., None] if image.ndim == 3 else grain))


def _fax(image: Grey, condition: Condition, rng: np.random.Generator) -> Grey:
    """Lines lost or doubled on the way, and half the resolution downwards."""
    if not condition.fax_lines:
        return image
    image = np.repeat(image[::2], 2, axis=0)[: image.shape[0]].copy()
    for _ in range(4):
        row = int(rng.integers(image.shape[0] - 4))
        image[row : row + 2] = image[row + 2 : row + 4]
    return image


def _bilevel(image: Grey) -> Grey:
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY) if image.ndim == 3 else image
    _, black_white = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return np.asarray(black_white, dtype=np.uint8)


def pack(sheets: list[Sheet], condition: Condition, suffix: str) -> bytes:
    """The scanned file: ".pdf" and ".tif" with all pages, ".png" and ".jpg" with the first."""
    images = [Image.fromarray(sheet.image) for sheet in sheets]
    bilevel = condition.mode == "bilevel"
    if bilevel:
        images = [image.convert("1") for image in images]
    buffer = io.BytesIO()
    dpi = (condition.dpi, condition.dpi)
    quality = {} if bilevel else {"quality": condition.quality}
    if suffix == ".pdf":
        images[0].save(
            buffer,
            "PDF",
            save_all=True,
            append_images=images[1:],
            resolution=condition.dpi,
            creationDate=STILL,
            modDate=STILL,
            **quality,
        )
    elif suffix == ".tif":
        images[0].save(
            buffer,
            "TIFF",
            save_all=True,
            append_images=images[1:],
            dpi=dpi,
            compression="group4" if bilevel else "jpeg",
            **quality,
        )
    elif suffix == ".png":
        images[0].save(buffer, "PNG", optimize=True, dpi=dpi)
    elif suffix == ".jpg":
        images[0].save(buffer, "JPEG", quality=condition.quality, dpi=dpi)
    else:
        raise ValueError(suffix)
    return buffer.getvalue()


CLEAN = Condition("clean", dpi=300, mode="bilevel", skew=0.3, noise=6.0)
OFFICE = Condition("office", dpi=200, quality=60, skew=0.8, shift=4.0, specks=60, noise=3.0)
DEV_CONDITIONS = (
    CLEAN,
    OFFICE,
    Condition("colour", dpi=150, mode="colour", quality=65, skew=0.5, noise=3.0, specks=20),
    Condition("fine", dpi=400, mode="bilevel", skew=0.4, noise=8.0, holes=True),
    Condition("sideways", dpi=200, quality=60, skew=0.6, turns=(90, 0, 270)),
    Condition("upside_down", dpi=200, mode="bilevel", skew=0.8, noise=8.0, turns=(180,)),
    Condition("skewed", dpi=200, quality=55, skew=3.0, shift=8.0, specks=80),
    Condition("folded", dpi=200, quality=55, skew=1.0, fold=True, holes=True, specks=60),
    Condition("curled", dpi=200, quality=55, skew=0.6, curl=7.0, border=True),
    Condition("bleeding", dpi=200, quality=60, skew=0.5, bleed=0.18),
    Condition("pale", dpi=200, quality=50, skew=0.8, contrast=0.42, noise=6.0, poor=True),
    Condition("fax", dpi=204, mode="bilevel", skew=1.0, noise=10.0, specks=250, fax_lines=True, poor=True),
    Condition(
        "photo",
        dpi=170,
        mode="colour",
        quality=60,
        skew=1.5,
        shift=6.0,
        tilt=0.05,
        lamp=0.4,
        blur=0.15,
        noise=5.0,
        poor=True,
    ),
    Condition("blocks", dpi=150, quality=18, skew=0.8, blur=0.25, noise=4.0, poor=True),
)
TEST_CONDITIONS = (
    Condition("archive_grey", dpi=240, quality=50, skew=1.2, shift=6.0, holes=True, bleed=0.08, specks=50),
    Condition("archive_bilevel", dpi=300, mode="bilevel", skew=1.5, curl=3.0, noise=12.0, specks=80),
    Condition(
        "worn_copy",
        dpi=160,
        quality=35,
        skew=1.2,
        contrast=0.5,
        blur=0.2,
        noise=7.0,
        specks=120,
        poor=True,
    ),
    Condition(
        "worn_fax",
        dpi=200,
        mode="bilevel",
        skew=1.8,
        noise=14.0,
        specks=300,
        fax_lines=True,
        blur=0.15,
        poor=True,
    ),
)
"""Nothing is learned from them. Scans of known layouts in them were studied, with bounds measured on such."""
