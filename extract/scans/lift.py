"""Take a pen or a stamp off a line of print: by its tone where it is lighter, else by its strokes.

The ink of a pen, scanned or copied, is mostly lighter than print: darker than a threshold only the print is
left. Where it is as dark, its strokes tell: they come from outside the line and run on smoothly, as no letter
does. What is taken off is a guess; only readings of both pictures that agree make it more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from extract.files.sheet import Grey
from extract.scans.crossings import Crossing
from extract.scans.straighten import ink_of
from models.values import BBox

Floats = npt.NDArray[np.float64]

PIXELS_NEEDED = 30
"""Pixels along a stroke that show its tone."""
LIGHTER = 25.0
"""Grey levels between print and pen at least; within a pen's stroke or a letter they vary by 10 to 20."""
DARKEST_PEN = 5
"""Percentile of the pen's darkness that goes: what is darker crosses print or is print."""
PRINT = (85, 97)
"""Percentiles of the darkness of print: most of it, and nearly all, thin strokes too."""
DARKEST_CUT = 40.0
"""Grey level of the cut at least: print cut lower falls to pieces."""

INK = 160
"""Grey level below which there is ink."""
PALEST_STAMP = 130
"""Grey level from which the middle of a stroke is an edge or a smear, of neither print nor stamp."""
SAME_TONE = 10
"""Grey levels by which the tone of one ink varies: between those of print and stamp there is little."""
SOFT_EDGE = 5
"""Pixels around a pixel of print that go with it: its edge is as light as a stamp."""
RUNS_ON = 0.2
"""Font sizes of a cut through which a stroke runs on: a stroke of print is as wide."""

STEP = 0.1
"""Font sizes from one point of a stroke to the next."""
TURNS: Floats = np.deg2rad([-30.0, -15.0, 0.0, 15.0, 30.0])
"""Turns at a step: a pen's loops have a radius of 0.2 font sizes and more."""
ENTRIES: Floats = np.deg2rad(np.arange(15.0, 166.0, 15.0))
BEAM = 16
MOST_STEPS = 50
WIDEST = 0.26
"""Font sizes of a pen's stroke at most: a broad felt pen on 11-point print."""
OFF_INK, SHARP_TURN, CHANGED_TURN, TOO_WIDE = 2.0, 0.5, 0.15, 0.3
"""What a step costs: away from ink, a turn of 30 degrees, a swerve, and a place wider than the pen."""
GAP = 0.35
"""A point with less than this share of the pen's width under it is off the ink; three end the stroke."""
RUNS_THROUGH, ENDS_INSIDE = 0.75, 0.45
"""Cost per step up to which a stroke is believed that leaves the line again, and one that ends in it."""
PEN, WIDER = 30, 1.35
"""Percentile of the widths along a stroke that is the pen's own, as most lies on paper; and by how much the
ink must be wider where it crosses a letter."""
ACROSS = 6.0
"""Radii of the pen over which the ink is looked at on either side of its way."""


def tone_cut(grey: Grey, crossings: Sequence[Crossing], print_boxes: Sequence[BBox]) -> float | None:
    """The grey level that parts the print from the lighter mark which crosses these lines, or None.

    `crossings` share one mark; `print_boxes` are words of the page that were read with certainty.
    """
    x0, top, x1, bottom = (round(value) for value in crossings[0].mark)
    part = grey[top:bottom, x0:x1]
    if not part.size or not print_boxes:
        return None
    free = np.ones(part.shape[0], dtype=np.bool_)
    for line in crossings:
        free[max(0, line.top - top) : max(0, line.bottom - top)] = False
    letters = np.concatenate(
        [_cores(grey[round(box[1]) : round(box[3]), round(box[0]) : round(box[2])]) for box in print_boxes]
    )
    dark, thin = (float(level) for level in np.percentile(letters, PRINT))
    pen = _cores(part[free])
    if len(pen) < PIXELS_NEEDED:
        # No pen stands free of the print: what is lighter than nearly all print must be its.
        pen, dark = _cores(part), thin
    lighter = pen[pen >= dark + LIGHTER]
    if len(lighter) < PIXELS_NEEDED:
        return None
    return max(DARKEST_CUT, float(np.percentile(lighter, DARKEST_PEN)))


def _cores(grey: Grey) -> npt.NDArray[np.uint8]:
    """The darkness of strokes along their middle, which a threshold meets; their edges are always lighter."""
    if not grey.size:
        return np.zeros(0, dtype=np.uint8)
    low = cv2.erode(grey, np.ones((3, 3), np.uint8))
    return np.asarray(low[grey < INK], dtype=np.uint8)


def fade(grey: Grey, cut: float) -> Grey:
    """What is darker than `cut` stays with its soft edges, the rest becomes white."""
    dark = np.asarray(grey < cut, dtype=np.uint8)
    near = cv2.dilate(dark, np.ones((3, 3), np.uint8))
    return np.asarray(np.where(near > 0, grey, 255), dtype=np.uint8)


def without_print(grey: Grey, em: float) -> Grey | None:
    """The picture of a stamp (`em` pixels font size) without the darker print on which it lies; where its own
    strokes run up to that on both sides they run on through it. None where all is of one tone."""
    cores = _cores(grey)
    cores = cores[cores < PALEST_STAMP].astype(np.float64)
    if not len(cores):
        return None
    cut, _ = cv2.threshold(cores.astype(np.uint8), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark, pale = cores[cores <= cut], cores[cores > cut]
    if min(len(dark), len(pale)) < PIXELS_NEEDED or np.median(pale) - np.median(dark) < LIGHTER:
        return None
    between, stamped = (np.count_nonzero(abs(cores - tone) < SAME_TONE) for tone in (cut, np.median(pale)))
    if between > stamped:
        return None
    gone = cv2.dilate(np.asarray(grey <= cut, np.uint8), np.ones((SOFT_EDGE, SOFT_EDGE), np.uint8)) > 0
    left = np.asarray((grey < INK) & ~gone, np.uint8)
    reach = round(RUNS_ON * em)
    near = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    whole = cv2.morphologyEx(left, cv2.MORPH_CLOSE, near) > 0
    return np.asarray(np.where(gone, np.where(whole, np.median(pale), 255), grey), dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class _Stroke:
    points: Floats
    radius: float


def without_strokes(line: Grey, em: float) -> Grey:
    """The picture of one line of print (`em` pixels font size) without the strokes that enter it from above
    or below. Where a stroke crosses a letter the letter stays whole."""
    ink = ink_of(line)
    depth = np.asarray(cv2.distanceTransform(ink, cv2.DIST_L2, 5), dtype=np.float64)
    clean = line.copy()
    wipe = np.zeros_like(ink)
    for stroke in _strokes(ink, depth, em):
        _wipe(wipe, ink, stroke)
    clean[wipe > 0] = 255
    return clean


def _strokes(ink: Grey, depth: Floats, em: float) -> list[_Stroke]:
    last = ink.shape[0] - 2
    found = []
    for row, down in ((1, 1.0), (last, -1.0)):
        edges = np.flatnonzero(np.diff(np.concatenate([[0], (ink[row] > 0).astype(np.int8), [0]])))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            radius = max(1.0, float(depth[row, start:end].max()))
            # What runs along the edge is no stroke that enters, but the letters of another line.
            if end - start > em or radius > WIDEST / 2 * em:
                continue
            points = _follow(depth, ((start + end - 1) / 2, float(row)), down, radius, em)
            if points is not None:
                found.append(_Stroke(points, radius))
    return found


def _follow(
    depth: Floats, start: tuple[float, float], down: float, radius: float, em: float
) -> Floats | None:
    """The way of the stroke that enters at `start`: the smoothest that stays on ink (a beam search)."""
    height, width = depth.shape
    angle = ENTRIES * down
    x, y = np.full(len(angle), start[0]), np.full(len(angle), start[1])
    cost, turn, missed = np.zeros(len(angle)), np.zeros(len(angle)), np.zeros(len(angle))
    ways = [[start] for _ in angle]
    through: list[tuple[float, list[tuple[float, float]]]] = []
    inside: list[tuple[float, list[tuple[float, float]]]] = []
    for step in range(1, MOST_STEPS):
        turns = np.tile(TURNS, len(x))
        parent = np.repeat(np.arange(len(x)), len(TURNS))
        angle_ = angle[parent] + turns
        x_, y_ = x[parent] + STEP * em * np.cos(angle_), y[parent] + STEP * em * np.sin(angle_)
        column = x_.round().astype(np.intp).clip(0, width - 1)
        row = y_.round().astype(np.intp).clip(0, height - 1)
        under = depth[row, column] / radius
        under[(x_ < 0) | (x_ > width - 1)] = 0.0
        share = turns / TURNS[-1]
        cost_ = cost[parent] + OFF_INK * (1 - under.clip(0, 1)) + SHARP_TURN * share**2
        cost_ += CHANGED_TURN * (share - turn[parent]) ** 2 + TOO_WIDE * (under - 1.6).clip(0, 1)
        missed_ = np.where(under < GAP, missed[parent] + 1, 0)
        order = np.argsort(cost_, kind="stable")
        # Of ways that meet only the cheapest goes on.
        place = (column // 2 * height + row // 2) * 24 + np.rint(np.rad2deg(angle_) / 15).astype(np.intp) % 24
        _, first = np.unique(place[order], return_index=True)
        kept = order[np.sort(first)][:BEAM]
        leaves = (step > 3) & ((y_[kept] <= 1) | (y_[kept] >= height - 2))
        lost = ~leaves & (missed_[kept] >= 3)
        for index, left, ended in zip(kept, leaves, lost, strict=True):
            way = [*ways[parent[index]], (float(x_[index]), float(y_[index]))]
            if left:
                through.append((float(cost_[index]) / len(way), way))
            elif ended:
                inside.append(((float(cost_[index]) - 3 * OFF_INK * (1 - GAP)) / len(way), way[:-3]))
        on = kept[~leaves & ~lost]
        if not len(on):
            break
        ways = [[*ways[parent[index]], (float(x_[index]), float(y_[index]))] for index in on]
        x, y, angle, cost, turn, missed = x_[on], y_[on], angle_[on], cost_[on], share[on], missed_[on]
        if through and min(through)[0] < float(cost.min()) / (step + 1):
            break
    if through and min(through)[0] <= RUNS_THROUGH:
        return np.array(min(through)[1])
    believed = [(len(way) * (ENDS_INSIDE - spent), way) for spent, way in inside if spent <= ENDS_INSIDE]
    return np.array(max(believed)[1]) if believed else None


def _wipe(wipe: Grey, ink: Grey, stroke: _Stroke) -> None:
    """Mark the pixels of a stroke; where the ink is wider than the pen a letter lies, and stays."""
    points = stroke.points
    if len(points) < 2:
        return
    fine = np.concatenate(
        [points[:-1] + (points[1:] - points[:-1]) * part for part in (0.0, 0.25, 0.5, 0.75)], axis=1
    )
    fine = fine.reshape(-1, 2)
    along = np.gradient(fine, axis=0)
    along /= np.maximum(1e-6, np.hypot(along[:, 0], along[:, 1]))[:, None]
    reach = np.arange(int(ACROSS * stroke.radius))
    height, width = ink.shape
    extent = np.full(len(fine), -1.0)
    for side in (1, -1):
        x = fine[:, :1] - side * along[:, 1:] * reach
        y = fine[:, 1:] + side * along[:, :1] * reach
        column = x.round().astype(np.intp).clip(0, width - 1)
        on = ink[y.round().astype(np.intp).clip(0, height - 1), column] > 0
        extent += np.where(on.all(axis=1), len(reach), np.argmin(on, axis=1))
    pen = float(np.percentile(extent, PEN))
    for (x, y), wide in zip(fine, extent, strict=True):
        if wide <= WIDER * pen + 2:
            cv2.circle(wipe, (round(x), round(y)), round(pen / 2 + 1.5), 255, -1)
