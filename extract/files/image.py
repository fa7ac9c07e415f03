"""The frames of an image file. All limits on size are checked before anything is decoded."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from extract.errors import DamagedFile
from extract.files.identity import MediaType
from extract.files.sheet import ImageFacts, Layer, Picture, check_pixels
from models.settings import Limits

A4 = (595.28, 841.89)
PAGE_SIDE_INCHES = (4.0, 18.0)
"""The long side of a sheet, A6 to A3: a resolution that makes less or more of it is not the scanner's."""

ORIENTATION_TAG = 0x0112
SIDEWAYS = (5, 6, 7, 8)

# The limit on pixels is ours, checked before decoding; Pillow's own would only warn or fail later.
Image.MAX_IMAGE_PIXELS = None


class ImageSheet:
    """One frame of an image file."""

    def __init__(self, number: int, image: Image.Image, limits: Limits) -> None:
        self.number = number
        self._image = image
        self._limits = limits
        self._sharpness = resolution(image)
        across, down = self._sharpness
        self.width, self.height = image.width / across * 72, image.height / down * 72
        if image.getexif().get(ORIENTATION_TAG, 1) in SIDEWAYS:
            self.width, self.height = self.height, self.width
        self.images = ImageFacts(share=1.0, dpi=max(across, down))

    def layer(self) -> Layer:
        return Layer()

    def picture(self, dpi: float) -> Picture:
        """Decode the frame: grey, upright by its EXIF tag, square pixels, at most `dpi`."""
        across, down = self._sharpness
        target = min(dpi, max(across, down))
        size = (
            max(1, round(self._image.width * target / across)),
            max(1, round(self._image.height * target / down)),
        )
        try:
            self._image.draft("L", size)
            upright = ImageOps.exif_transpose(to_grey(self._image))
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise DamagedFile(f"Seite {self.number} lässt sich nicht entschlüsseln") from error
        if (self.width > self.height and size[0] < size[1]) or (
            self.width < self.height and size[0] > size[1]
        ):
            size = (size[1], size[0])
        if upright.size != size:
            upright = upright.resize(
                size, Image.Resampling.BOX if target < max(across, down) else Image.Resampling.BICUBIC
            )
        grey = np.array(upright, dtype=np.uint8)
        return Picture(grey, self.width / grey.shape[1], self.width, self.height)


def resolution(image: Image.Image) -> tuple[float, float]:
    """Pixels per inch across and down, as the file says or, where that is absurd, so that it fits A4."""
    stated = image.info.get("dpi", (0, 0))
    try:
        across, down = float(stated[0]), float(stated[1])
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        across = down = 0.0
    if across > 0 and down > 0:
        longest = max(image.width / across, image.height / down)
        if PAGE_SIDE_INCHES[0] <= longest <= PAGE_SIDE_INCHES[1]:
            return across, down
    short, long = sorted(image.size)
    fitted = max(long / A4[1], short / A4[0]) * 72
    return fitted, fitted


def to_grey(image: Image.Image) -> Image.Image:
    """Any mode to 8-bit grey, transparent parts on white paper."""
    if image.mode == "L":
        return image
    if image.mode.startswith(("I", "F")):
        values = np.array(image, dtype=np.float64)
        top = (
            65535.0 if image.mode.startswith("I") and values.max() > 255 else max(255.0, float(values.max()))
        )
        return _keep_exif(Image.fromarray((values / top * 255).clip(0, 255).astype(np.uint8)), image)
    if image.mode == "LAB":
        return _keep_exif(image.getchannel(0), image)
    if "A" in image.getbands() or "transparency" in image.info:
        rgba = image.convert("RGBA")
        paper = Image.new("RGBA", rgba.size, "white")
        return _keep_exif(Image.alpha_composite(paper, rgba).convert("L"), image)
    return _keep_exif(image.convert("L"), image)


def _keep_exif(grey: Image.Image, image: Image.Image) -> Image.Image:
    grey.getexif()[ORIENTATION_TAG] = image.getexif().get(ORIENTATION_TAG, 1)
    return grey


@contextmanager
def open_image(path: Path, media_type: MediaType) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        # Odd metadata is common in scans and says nothing about the pixels.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(path, formats=[media_type.removeprefix("image/").upper()])
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
            raise DamagedFile("der Aufbau der Bilddatei ist nicht lesbar") from error
        with image:
            yield image


@contextmanager
def image_sheet(image: Image.Image, limits: Limits, index: int) -> Iterator[ImageSheet]:
    try:
        image.seek(index)
    except (EOFError, OSError, SyntaxError, ValueError) as error:
        raise DamagedFile(f"Seite {index + 1} fehlt") from error
    # Before anything else: even asking a PNG for its orientation decodes it.
    check_pixels(image.width, image.height, limits, f"Seite {index + 1}")
    try:
        sheet = ImageSheet(index + 1, image, limits)
    except (EOFError, OSError, SyntaxError, ValueError) as error:
        raise DamagedFile(f"Seite {index + 1} lässt sich nicht entschlüsseln") from error
    yield sheet
