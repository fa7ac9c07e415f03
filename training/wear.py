"""What befalls a strip of print that the scanner of the samples does not know: thick and thin toner, coarse
dots, faint print, lost rows, scratches, a tilt."""

from __future__ import annotations

import random
from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

Strip = npt.NDArray[np.uint8]
SHARE = 0.4
"""Of the strips something befalls so many, a tenth of them two things."""


def worn(strip: Strip, rng: random.Random) -> Strip:
    """The strip, or what became of it."""
    if rng.random() > SHARE:
        return strip
    for _ in range(2 if rng.random() < 0.1 else 1):
        strip = np.asarray(rng.choice(WAYS)(strip, rng), np.uint8)
    return strip


def _thin(strip: Strip, rng: random.Random) -> Strip:
    return np.asarray(cv2.dilate(strip, np.ones(rng.choice(((2, 2), (1, 2), (2, 1))), np.uint8)), np.uint8)


def _thick(strip: Strip, rng: random.Random) -> Strip:
    return np.asarray(
        cv2.erode(strip, np.ones(rng.choice(((2, 2), (1, 2), (2, 1), (3, 2))), np.uint8)), np.uint8
    )


def _soft(strip: Strip, rng: random.Random) -> Strip:
    return np.asarray(cv2.GaussianBlur(strip, (0, 0), rng.uniform(0.6, 1.8)), np.uint8)


def _grainy(strip: Strip, rng: random.Random) -> Strip:
    grain = np.random.default_rng(rng.getrandbits(32)).normal(0, rng.uniform(5, 35), strip.shape)
    return np.asarray(np.clip(strip + grain, 0, 255), np.uint8)


def _black_or_white(strip: Strip, rng: random.Random) -> Strip:
    return np.where(strip > rng.randint(80, 215), 255, 0).astype(np.uint8)


def _coarse(strip: Strip, rng: random.Random) -> Strip:
    share = rng.uniform(0.3, 0.6)
    small = cv2.resize(strip, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    if rng.random() < 0.4:
        small = np.where(small > rng.randint(110, 200), 255, 0).astype(np.uint8)
    return np.asarray(
        cv2.resize(small, strip.shape[::-1], interpolation=rng.choice((cv2.INTER_LINEAR, cv2.INTER_NEAREST))),
        np.uint8,
    )


def _faint(strip: Strip, rng: random.Random) -> Strip:
    return np.asarray(255 - (255 - strip.astype(np.float32)) * rng.uniform(0.25, 0.8), np.uint8)


def _lost_rows(strip: Strip, rng: random.Random) -> Strip:
    strip = strip.copy()
    for _ in range(rng.randint(1, 3)):
        row, high = rng.randrange(2, strip.shape[0] - 6), rng.randint(1, 4)
        strip[row : row + high] = strip[row - 1] if rng.random() < 0.5 else 255
    return strip


def _dotted(strip: Strip, rng: random.Random) -> Strip:
    strip = strip.copy()
    for _ in range(rng.randint(2, 25)):
        centre = (rng.randrange(strip.shape[1]), rng.randrange(strip.shape[0]))
        cv2.circle(strip, centre, rng.choice((1, 1, 2)), rng.choice((0, 60, 255, 255)), -1)
    return strip


def _scratched(strip: Strip, rng: random.Random) -> Strip:
    strip = strip.copy()
    high, wide = strip.shape
    for _ in range(rng.randint(1, 3)):
        first, last = ((rng.randint(-10, wide + 10), rng.randint(-5, high + 5)) for _ in range(2))
        if rng.random() < 0.4:  # a rule above or below
            level = rng.choice((rng.randint(0, 6), rng.randint(high - 9, high - 1)))
            first, last = (0, level), (wide, level + rng.randint(-2, 2))
        cv2.line(strip, first, last, rng.choice((0, 40, 100, 160, 255)), rng.randint(1, 4), cv2.LINE_AA)
    return strip


def _tilted(strip: Strip, rng: random.Random) -> Strip:
    high, wide = strip.shape
    rise, slant = rng.uniform(-0.025, 0.025), rng.uniform(-0.12, 0.12)
    matrix = np.array([[1, slant, -slant * high / 2], [rise, 1, -rise * wide / 2]])
    return np.asarray(cv2.warpAffine(strip, matrix, (wide, high), borderValue=255), np.uint8)


WAYS: tuple[Callable[[Strip, random.Random], Strip], ...] = (
    _thin, _thick, _soft, _grainy, _black_or_white, _coarse, _faint, _lost_rows, _dotted, _scratched, _tilted,
)  # fmt: skip
