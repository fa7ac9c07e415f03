"""How the lines of a page lie: the angle at which they fall, and how far they bow up or down.

Letters stand on lines, so their feet gather on few heights once the page is level and flat.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

SKEW_RANGE = 16.0
"""Degrees searched either way."""
BOW_STEPS = ((6.0, 24.0, 0.4, 1.6, 4.0), (1.5, 4.5, 0.1, 0.3, 3.0), (0.5, 1.0, 0.04, 0.08, 2.0))
"""Step and reach of the bow in pixels, of the skew in degrees, and the height of a bin; coarse to fine. A bow
hides part of the skew: half a line that falls looks like a page that does."""
BOW_LEAST = 0.002
"""Share of the page's width: a bow of 1.2 points on A4 costs no line and no row of a table."""
BOW_GAIN = 1.1
"""Times sharper the feet gather without the bow: 1.2 to 2.2 on 14 pages that were bent by 3 or 7 points; of
96 flat ones one seemed bent at all (0.99)."""


class Bow(NamedTuple):
    """`share` of the page's width by which the middle of a line across it hangs below its ends (negative:
    stands above them), and the `skew` of the page without it, in degrees."""

    share: float
    skew: float


def best_angle(along: Points, edge: Points) -> tuple[float, float]:
    """How sharply the edges line up at the best angle, and that angle in degrees."""
    best, sharpness = 0.0, 0.0
    for step, reach, bin_height in ((0.5, SKEW_RANGE, 4.0), (0.1, 0.6, 2.0), (0.02, 0.12, 2.0)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        peaks = [sharpness_at(along, edge, angle, bin_height) for angle in angles]
        best, sharpness = float(angles[int(np.argmax(peaks))]), max(peaks)
    return sharpness, best


def sharpness_at(along: Points, edge: Points, degrees: float, bin_height: float) -> float:
    """How sharply the edges gather where lines fall by so much."""
    angle = np.deg2rad(degrees)
    return _gathered(edge * np.cos(angle) - along * np.sin(angle), bin_height)


def find_bow(along: Points, edge: Points, width: float, skew: float) -> Bow | None:
    """How far the lines bow on a page whose lines fall by about `skew` degrees; None if they are straight.

    `along`, `edge`: where letters stand from the middle of the page, to the right and down; `width` of the
    page, all in the same pixels.
    """

    def sharpness(bow: float, degrees: float, bin_height: float) -> float:
        angle = np.deg2rad(degrees)
        across, down = (
            along * np.cos(angle) + edge * np.sin(angle),
            edge * np.cos(angle) - along * np.sin(angle),
        )
        return _gathered(down + bow * (2 * across / width) ** 2, bin_height)

    bow, best = 0.0, skew
    for bow_step, bow_reach, skew_step, skew_reach, bin_height in BOW_STEPS:
        bows = np.arange(bow - bow_reach, bow + bow_reach + bow_step / 2, bow_step)
        skews = np.arange(best - skew_reach, best + skew_reach + skew_step / 2, skew_step)
        peaks = [[sharpness(one, other, bin_height) for other in skews] for one in bows]
        at, beside = np.unravel_index(np.argmax(peaks), (len(bows), len(skews)))
        bow, best = float(bows[at]), float(skews[beside])
        if abs(bow) < BOW_LEAST * width:
            return None
    clear = sharpness(bow, best, bin_height) >= BOW_GAIN * sharpness(0.0, skew, bin_height)
    return Bow(bow / width, best) if clear else None


def _gathered(level: Points, bin_height: float) -> float:
    """1 for heights spread evenly over the page, more the more they gather."""
    level = level / bin_height
    level -= level.min()
    # Each is shared by two bins, so that the measure does not jump with the grid.
    low = level.astype(np.int64)
    part = level - low
    size = int(low.max()) + 2
    shared = np.bincount(low, part, size)
    bins = np.bincount(low, minlength=size) - shared
    bins[1:] += shared[:-1]
    return float((bins**2).sum()) * size / len(level) ** 2
