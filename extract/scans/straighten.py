"""A picture of a page becomes one that Tesseract reads best: upright, flat, clean, of the right size."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from extract.files.sheet import Grey, Picture
from extract.scans.flatten import can_bend, level
from extract.scans.folds import without_folds
from extract.scans.levels import Bow, Points, best_angle, find_bow, sharpness_at
from extract.scans.pieces import Integers, Pieces, find_pieces
from models.values import BBox

SKEW_IGNORED = 0.05
"""Degrees below which turning costs more sharpness than it gains: 1 px over 1,100 px."""
# Workers share the cores by document; threads only get in their way.
cv2.setNumThreads(1)

MEASURED_HEIGHT = 1400
"""Pixels of page height in which skew is measured: a letter has about 7 of them."""
MIN_LETTERS = 12
SURE_LETTERS = 100
"""Letter-like blobs a page needs for its pose to be read off them: five lines of print."""
SURE_ACROSS = 2.0
"""Lines of print line up 8 to 12 times better along than across; a page of 100 letters 3 times."""
SURE_UPRIGHT = 1.12
"""Feet line up 1.3 to 1.6 times better than heads in German prose of five typefaces."""
SPARSE_SKEW = 3.0
"""Degrees of skew believed on a page with few letters."""
SPARSE_GAIN = 1.15
"""Times sharper than unlevelled the lines of such a page have to become: a tenth is chance."""
TARGET_X_HEIGHT = 13.0
"""Pixels from baseline to x-height. Measured on 61 scanned pages (four typefaces, 150 to 300 dpi, 1-bit, fax,
JPEG): 16, 14, 13, 12.5, 11 pixels gave 0.37, 0.38, 0.37, 0.32, 0.38 % wrong characters in 1.83, 1.68, 1.30,
1.41, 1.25 s a page; the real scan was read without fault at 13 and 16 only."""
SCALE_TOLERANCE = (0.9, 1.12)
"""Letters within this of the target are left as they are: resampling costs sharpness and time."""
CAPITAL_RATIO = (1.27, 1.5)
"""Height of capitals and figures by that of small letters: 1.33 (DejaVu) to 1.45 (Liberation Serif)."""
CAPITAL_SHARE = 0.2
"""So many small letters there must be, as a share of the commonest height, to be the measure."""
SCALE_RANGE = (0.3, 3.0)
GRAINS = 3.5
"""The paper is cut off this many standard deviations of its grain below its own brightness."""
MIN_GRAIN = 12.0
"""Grey levels cut off at least: JPEG leaves that much around letters."""
MIN_CONTRAST = 30.0
"""Grey levels between paper and ink below which nothing on a page is ink."""
MIN_INK = 2e-5
"""Share of dark pixels below which a page is blank: fewer than two letters on A4."""
UNEVEN = 25.0
"""Grey levels by which the paper may change over the page before it is evened out."""
SHADOW_LEAST = 8
"""Pixels of a side below which a picture is too narrow for a shadow to change over it."""
SPECK = 0.15
"""Ink smaller than this share of the x-height both ways is no full stop (0.19 in Arial and Times)."""
SPECK_AT_FOOT = 0.1
"""The same where a full stop would stand: 2 of 17 pixels in Manrope, a light face, scanned at 200 dpi."""
STOP_REACH = 0.8
STOP_RISE = 0.25
"""X-heights: a blob this near to a letter's foot may be the full stop after it or in a sum of money, and
only goes below a stricter size: dust there costs a mark, a lost stop costs an amount."""
DOT_REACH = 0.7
"""X-heights between the dot of an i or umlaut and its letter at most: 0.3 to 0.6 in print."""
DOT = 0.35
"""X-heights of a dot's longer side at most."""
PAIR_GAP, PAIR_RISE = (0.15, 0.75), 0.15
"""X-heights of white between the two dots of an umlaut, and by which one may stand higher."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How a straightened image lies on its page.

    `rotation`: degrees clockwise that were undone (0, 90, 180, 270). `skew`: degrees that were
    undone, positive where lines fall to the right. `points`: PDF points per pixel of the image;
    `pixels`: its width and height. `width`, `height`: the upright page in points. `bow`: points by which the
    middle of a line across the page hung below its ends.
    """

    rotation: int
    skew: float
    points: float
    pixels: tuple[int, int]
    width: float
    height: float
    bow: float = 0.0

    def bbox(self, box: BBox) -> BBox:
        """A pixel box of `grey` in points of the straightened page (same centre as the upright page)."""
        x, y, cx, cy = self.pixels[0] / 2, self.pixels[1] / 2, self.width / 2, self.height / 2
        k = self.points
        return ((box[0] - x) * k + cx, (box[1] - y) * k + cy, (box[2] - x) * k + cx, (box[3] - y) * k + cy)

    def spot(self, box: BBox) -> BBox:
        """The same box on the upright page as scanned, skew and bow kept."""
        x0, top, x1, bottom = self.bbox(box)
        if not (self.skew or self.bow):
            return (x0, top, x1, bottom)
        cx, cy = self.width / 2, self.height / 2
        angle = np.deg2rad(self.skew)
        cos, sin = float(np.cos(angle)), float(np.sin(angle))
        bent = [(x - cx, self.bow * (2 * (x - cx) / self.width) ** 2) for x in (x0, x1)]
        corners = [(x, y - cy - rise) for x, rise in bent for y in (top, bottom)]
        xs = [cx + x * cos - y * sin for x, y in corners]
        ys = [cy + x * sin + y * cos for x, y in corners]
        return (min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Pose:
    """How a page lies: `rotation` and `skew` in degrees as in Frame; `sure` if the print leaves no doubt."""

    rotation: int
    skew: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """A page of clean paper with its ink and the pieces of it."""

    grey: Grey
    ink: Grey
    pieces: Pieces

    @classmethod
    def on(cls, grey: Grey) -> Printed:
        ink = ink_of(grey)
        return cls(grey, ink, find_pieces(ink))


@dataclass(frozen=True, slots=True)
class Straightened:
    """A page image ready for reading, and the way back to the page."""

    frame: Frame
    grey: Grey
    sure: bool = True
    """The rotation was seen in the print, not guessed."""


def straighten(picture: Picture, rotation: int | None = None, fallback: int = 0) -> Straightened:
    """Turn, level, clean and scale one page.

    `rotation` (degrees clockwise to undo) is found out if not given; where the page has too little
    print for that, `fallback` is taken and `Straightened.sure` is False.
    """
    printed = Printed.on(clean_paper(picture.grey))
    if rotation is None:
        pose = find_pose(printed)
        rotation, sure = (pose.rotation, True) if pose.sure else (fallback, False)
    else:
        pose, sure = None, False
    if rotation:
        printed = Printed.on(np.ascontiguousarray(np.rot90(printed.grey, rotation // 90)))
    skew = pose.skew if pose is not None and pose.sure else find_skew(printed, pose is not None)
    bow = _bow(printed, skew) if sure else None
    skew = bow.skew if bow else skew
    skew = skew if abs(skew) >= SKEW_IGNORED else 0.0
    grey, x_height = despeckle(printed)
    scale = scale_for(x_height)
    bow = bow if can_bend(grey, scale) else None
    grey = level(grey, skew, scale, bow.share if bow else 0.0)
    turned = rotation % 180 == 90
    frame = Frame(
        rotation=rotation,
        skew=round(skew, 2),
        points=picture.points / scale,
        pixels=(grey.shape[1], grey.shape[0]),
        width=picture.height if turned else picture.width,
        height=picture.width if turned else picture.height,
        bow=bow.share * (picture.height if turned else picture.width) if bow else 0.0,
    )
    return Straightened(frame, grey, sure)


def clean_paper(grey: Grey) -> Grey:
    """Paper becomes white and ink black: shadows divided out, noise and tint of the paper cut off.

    Without the cut a nearly empty page is all noise: every threshold lands in the grain of the paper.
    """
    grey = without_folds(_without_shadow(grey))
    paper, grain = _paper(grey)
    white = paper - max(MIN_GRAIN, GRAINS * grain)
    dark = grey[::2, ::2][grey[::2, ::2] < white - MIN_CONTRAST]
    if dark.size < MIN_INK * grey.size / 4:
        return np.full_like(grey, 255)
    black = float(np.percentile(dark, 20))
    levels = (np.arange(256) - black) * (255 / max(1.0, white - black))
    return np.asarray(cv2.LUT(grey, levels.clip(0, 255).astype(np.uint8)), dtype=np.uint8)


def _without_shadow(grey: Grey) -> Grey:
    """Divide by the paper's own brightness where it changes over the page."""
    if min(grey.shape) < SHADOW_LEAST:
        return grey
    small = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 9)
    low, high = np.percentile(paper, (2, 98))
    if high - low < UNEVEN:
        return grey
    full = cv2.resize(paper, grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, np.maximum(full, 40), scale=250), dtype=np.uint8)


def _paper(grey: Grey) -> tuple[float, float]:
    """Brightness of the paper (the commonest) and its grain (one standard deviation below it)."""
    some = np.ascontiguousarray(grey[::2, ::2])
    counts = cv2.calcHist([some], [0], None, [256], [0, 256]).ravel().astype(np.float64)
    smooth = np.convolve(counts, (1, 2, 3, 2, 1), mode="same")
    level = int(np.argmax(smooth[100:])) + 100
    below = np.cumsum(counts[: level + 1][::-1])
    return float(level), float(np.searchsorted(below, 0.6 * below[-1]))


def ink_of(grey: Grey) -> Grey:
    """255 where there is ink, 0 on paper, of an image whose paper is clean."""
    _, ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    return np.asarray(ink, dtype=np.uint8)


def find_pose(printed: Printed) -> Pose:
    """Tell how the print lies on a page, from the edges of its letters alone.

    Letters stand on baselines: their lower edges line up, while their upper edges are split between
    x-height and ascenders. So the side on which the edges line up best is the foot of the page.
    """
    x0, top, x1, bottom = _letters(printed)
    if len(x0) < MIN_LETTERS:
        return Pose(0, 0.0, False)
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    # In the order of the quarter turns: foot below, at the left, above, at the right.
    feet = ((x, bottom), (y, -x0), (-x, -top), (-y, x1))
    found = [best_angle(along, edge) for along, edge in feet]
    peaks = [peak for peak, _ in found]
    best = int(np.argmax(peaks))
    across = max(peaks[(best + 1) % 4], peaks[(best + 3) % 4])
    sure = (
        len(x0) >= SURE_LETTERS
        and peaks[best] >= SURE_ACROSS * across
        and peaks[best] >= SURE_UPRIGHT * peaks[(best + 2) % 4]
    )
    return Pose(90 * best, found[best][1], sure)


def find_skew(printed: Printed, cautious: bool = True) -> float:
    """Degrees by which the lines fall to the right (negative: rise) on a page taken as upright.

    `cautious`: a page with few letters is not levelled by more than SPARSE_SKEW.
    """
    x0, _, x1, bottom = _letters(printed)
    if len(x0) < MIN_LETTERS:
        return 0.0
    along = (x0 + x1) / 2
    sharpness, skew = best_angle(along, bottom)
    if len(x0) >= SURE_LETTERS or not cautious:
        return skew
    # A line or two of print levels best wherever a few letters happen to meet.
    clear = sharpness >= SPARSE_GAIN * sharpness_at(along, bottom, 0.0, 2.0)
    return skew if clear and abs(skew) <= SPARSE_SKEW else 0.0


def _bow(printed: Printed, skew: float) -> Bow | None:
    """How far the lines of an upright page bow; None if they are straight, or too few to tell."""
    x0, _, x1, bottom = _letters(printed)
    if len(x0) < SURE_LETTERS:
        return None
    height, width = (_measured(printed) * side for side in printed.grey.shape)
    return find_bow((x0 + x1 - width) / 2, bottom - height / 2, width, skew)


def _letters(printed: Printed) -> tuple[Points, Points, Points, Points]:
    """Edges of the letter-like blobs: left, top, right, bottom; pictures, rules and dust left out."""
    scale = _measured(printed)
    sides = scale * np.stack((printed.pieces.widths, printed.pieces.heights))
    long, short = sides.max(axis=0), sides.min(axis=0)
    like = (long >= 5) & (long <= 60) & (short >= 2) & (long <= 4 * short)
    left, top, right, bottom = (scale * printed.pieces.boxes[like]).T
    return left, top, right, bottom


def _measured(printed: Printed) -> float:
    """Factor from the pixels of a page to those in which its lie is measured."""
    return min(1.0, MEASURED_HEIGHT / float(max(printed.ink.shape)))


def _x_height(pieces: Pieces) -> float:
    """Height of the small letters in pixels (0 on a page without print): the commonest height of blobs."""
    width, height, area = pieces.widths, pieces.heights, pieces.areas
    letters = (height >= 5) & (height <= 120) & (width >= 0.25 * height) & (width <= 2.5 * height)
    letters &= (area >= 0.15 * width * height) & (area >= 12)
    heights = height[letters]
    if len(heights) < 20:
        return 0.0
    counts = np.bincount(heights, minlength=124).astype(np.float64)
    smooth = np.convolve(counts, (0.5, 1.0, 0.5), mode="same")
    commonest = int(np.argmax(smooth))
    # On a page of figures and capitals their height is the commonest: small letters are lower by a third.
    low, high = round(commonest / CAPITAL_RATIO[1]), round(commonest / CAPITAL_RATIO[0])
    lower = low + int(np.argmax(smooth[low : high + 1]))
    return float(lower if smooth[lower] >= CAPITAL_SHARE * smooth[commonest] else commonest)


def scale_for(x_height: float) -> float:
    """Factor that brings the letters to the height that is read best; 1 if they are near it or unknown."""
    if not x_height:
        return 1.0
    scale = TARGET_X_HEIGHT / x_height
    if SCALE_TOLERANCE[0] <= scale <= SCALE_TOLERANCE[1]:
        return 1.0
    return min(max(scale, SCALE_RANGE[0]), SCALE_RANGE[1])


def despeckle(printed: Printed) -> tuple[Grey, float]:
    """Whiten blobs too small to be a full stop of the page's letters, except dots that stand above a letter.

    Returns the clean image and the x-height of its print in pixels (0 on a page without print).
    """
    grey, ink, pieces = printed.grey, printed.ink, printed.pieces
    x_height = _x_height(pieces)
    limit = max(1.0, SPECK * x_height)
    small = np.flatnonzero((pieces.widths <= limit) & (pieces.heights <= limit))
    if not x_height or not len(small):
        return grey, x_height
    x0, _, x1, foot = pieces.boxes[small].T
    under = np.minimum(foot + max(2, round(DOT_REACH * x_height)), ink.shape[0])
    kept = _holds_ink(ink, x0, foot, x1, under) | _paired_above(pieces, small, ink, x_height)
    sides = np.maximum(pieces.widths, pieces.heights)[small]
    kept |= _beside_feet(pieces, small, x_height) & (sides > SPECK_AT_FOOT * x_height)
    chosen = np.zeros(len(pieces.areas), dtype=np.bool_)
    chosen[small] = ~kept
    specks = pieces.paint(chosen, ink.shape)
    # A speck has a grey rim around its dark core; other ink nearby stays.
    rim = cv2.subtract(cv2.dilate(specks, np.ones((3, 3), np.uint8)), cv2.subtract(ink, specks))
    return np.asarray(cv2.max(grey, rim), dtype=np.uint8), x_height


def _holds_ink(
    ink: Grey, x0: Integers, top: Integers, x1: Integers, bottom: Integers
) -> npt.NDArray[np.bool_]:
    """Which of some small spots have ink in them: pixel by pixel, for all spots at once.

    Sums over the whole page would tell the same, and take longer to make.
    """
    found = np.zeros(len(x0), dtype=np.bool_)
    some = np.flatnonzero((x0 < x1) & (top < bottom))
    if not len(some):
        return found
    left, right, high, low = x0[some], x1[some] - 1, top[some], bottom[some] - 1
    for down in range(int((low - high).max()) + 1):
        row = np.minimum(high + down, low)
        for across in range(int((right - left).max()) + 1):
            found[some] |= ink[row, np.minimum(left + across, right)] > 0
    return found


def _paired_above(pieces: Pieces, small: Integers, ink: Grey, x_height: float) -> npt.NDArray[np.bool_]:
    """Which of some blobs have a dot beside them, both over a letter: the dots of ü stand over its white."""
    height, width = ink.shape
    dots = pieces.paint(np.maximum(pieces.widths, pieces.heights) <= DOT * x_height, ink.shape)
    near, far, rise, reach = (max(1, round(share * x_height)) for share in (*PAIR_GAP, PAIR_RISE, DOT_REACH))
    paired = np.zeros(len(small), dtype=np.bool_)
    x0, top, x1, foot = pieces.boxes[small].T
    above, below = np.maximum(top - rise, 0), np.minimum(foot + rise, height)
    for left, right in ((x1 + near, x1 + far), (x0 - far, x0 - near)):
        paired |= _holds_ink(dots, left.clip(0, width), above, right.clip(0, width), below)
    x0, foot, x1 = x0[paired], foot[paired], x1[paired]
    left, right = (x0 - far).clip(0, width), (x1 + far).clip(0, width)
    paired[paired] = _holds_ink(ink, left, foot, right, np.minimum(foot + reach, height))
    return paired


def _beside_feet(pieces: Pieces, small: Integers, x_height: float) -> npt.NDArray[np.bool_]:
    """Which of some blobs stand where a full stop would: right of a letter, on its baseline."""
    letters = (pieces.heights >= 0.6 * x_height) & (pieces.heights <= 4 * x_height)
    _, _, right, feet = pieces.boxes[letters].T
    order = np.argsort(right)
    right, feet = right[order], feet[order]
    beside = np.zeros(len(small), dtype=np.bool_)
    for number, (left, _, _, foot) in enumerate(pieces.boxes[small].tolist()):
        start, end = np.searchsorted(right, (left - STOP_REACH * x_height, left + 2))
        beside[number] = bool((np.abs(feet[start:end] - foot) <= STOP_RISE * x_height).any())
    return beside
