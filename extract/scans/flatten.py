"""A picture of a page is scaled and levelled, and paper that curled is laid flat, in one go."""

from __future__ import annotations

import cv2
import numpy as np

from extract.files.sheet import Grey

LONGEST_BENT = 32_766
"""Pixels of a side at most that is bent: OpenCV counts them in 15 bits."""


def can_bend(grey: Grey, scale: float) -> bool:
    """Is a page small enough to be laid flat? No side of its canvas is longer than both of its own."""
    return sum(grey.shape) * scale < LONGEST_BENT


def level(grey: Grey, skew: float, scale: float, bow: float) -> Grey:
    """The page on a canvas that loses no corner, around the centre.

    `skew`: degrees by which its lines fall to the right; `bow`: share of its width by which the middle of a
    line hangs below its ends.
    """
    if scale < 1:
        grey = np.asarray(
            cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8
        )
        scale = 1.0
    if not (skew or bow) and scale == 1:
        return grey
    height, width = grey.shape
    angle = np.deg2rad(abs(skew))
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    across = round((width * cos + height * sin) * scale)
    down = round((width * sin + height * cos + 2 * abs(bow) * width) * scale)
    if bow:
        return _flattened(grey, skew, scale, bow, (across, down))
    matrix = cv2.getRotationMatrix2D((width / 2 - 0.5, height / 2 - 0.5), skew, scale)
    matrix[0, 2] += across / 2 - width / 2
    matrix[1, 2] += down / 2 - height / 2
    turned = cv2.warpAffine(
        grey, matrix, (across, down), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=255
    )
    return np.asarray(turned, dtype=np.uint8)


def _flattened(grey: Grey, skew: float, scale: float, bow: float, size: tuple[int, int]) -> Grey:
    """The page on a canvas of some size in pixels (across, down), each pixel from where it was scanned."""
    height, width = grey.shape
    angle = np.deg2rad(skew)
    cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    x, y = ((np.arange(side, dtype=np.float32) - (side - 1) / 2) / np.float32(scale) for side in size)
    bent = y[:, None] - np.float32(4 * bow / width) * x**2
    found = cv2.remap(
        grey,
        x * cos - bent * sin + np.float32((width - 1) / 2),
        x * sin + bent * cos + np.float32((height - 1) / 2),
        cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=255,
    )
    return np.asarray(found, dtype=np.uint8)
