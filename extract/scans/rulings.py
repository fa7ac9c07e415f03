"""Straight lines printed on a page: table grids, underlines, signature lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import cv2
import numpy as np

from extract.files.sheet import Grey
from extract.page import Ruling
from extract.scans.pieces import Integers, find_pieces
from extract.scans.straighten import ink_of
from models.values import BBox

MIN_LENGTH = 10.0
"""Shortest ruling in points, once pieces are joined: the height of a table row."""
MIN_ACROSS = 30.0
"""Shortest horizontal stroke in points on an image: longer than a dash, even of a title."""
MIN_DOWN = 30.0
"""Shortest vertical stroke in points on an image: longer than the stem of a 36-point letter."""
MAX_THICKNESS = 2.5
"""Thickest ruling in points; bars, stems of large letters and pictures are thicker."""
BENT = 0.006
"""Share of its length by which a ruling rises, falls or bows at most where a page is not quite level or flat:
4.5 points across A4 lying on its side. The strokes of a pen do so by more."""
SAME_LINE = 1.5
"""Two parallel lines closer than this (points) are one line drawn twice."""
BESIDE = 1
"""Pixels above and below a stroke, its rim included, where a letter that goes through it has ink."""
TORN = 6.0
"""White in points at most in a stroke that is torn, where crumbs of it are left: a fax loses every other row
of dots, and with it a stroke that is not quite level, wherever it steps from one to the next."""
CRUMB = 5.0
"""Points of a crumb at most."""
BAND, CLEAR = 2, 4
"""Pixels above and below a stroke within which its crumbs lie, and at which letters have ink, crumbs none."""
HOLE, NEAR, NEXT, SAME_END = (25.0, 45.0), 80.0, 30.0, 3.0
"""Points of a hole in a rule of a table: less parts columns. How near other rules are that begin and end
where it does, above it and below, or one alone: lines to sign on stand farther below a table. And by how much
their ends differ at most."""
LOOKS = 16
"""Pixels of the shortest stroke that are looked at first."""
GAP = 3.0
"""Pieces of a line with less than this between them (points) are one line."""


def from_edges(edges: Iterable[dict[str, Any]]) -> tuple[Ruling, ...]:
    """Rulings of a digital page from pdfplumber's edges (points)."""
    lines = [
        Ruling(float(edge["x0"]), float(edge["top"]), float(edge["x1"]), float(edge["bottom"]))
        for edge in edges
    ]
    return join(lines)


def from_image(grey: Grey, points: float) -> tuple[list[BBox], Integers, Grey]:
    """Find the long straight strokes of a level image (`points` per pixel) and take them out.

    Returns their boxes in pixels, where their ink was (as `Pieces.pixels`), and the image without them:
    Tesseract reads a table's grid as letters and loses cells between its lines.
    """
    ink = ink_of(grey)
    boxes: list[BBox] = []
    strokes = np.zeros_like(ink)
    thickest = max(3.0, MAX_THICKNESS / points)
    for horizontal, shortest in ((True, MIN_ACROSS), (False, MIN_DOWN)):
        found = long_runs(ink, max(5, int(shortest / points)), horizontal)
        if found is None:
            continue
        pieces = find_pieces(found)
        along, across = pieces.widths, pieces.heights
        if not horizontal:
            along, across = across, along
        thin = (pieces.areas <= thickest * along) & (across <= thickest + BENT * along)
        these = pieces.paint(thin, ink.shape)
        new: list[BBox] = [tuple(box) for box in pieces.boxes[thin].tolist()]
        if horizontal:
            new = [_with_crumbs(these, ink, box, points) for box in new]
            for box in new:
                _keep_crossed(these, ink, box)
        boxes += new
        strokes |= these
    if not boxes:
        return boxes, np.zeros(0, dtype=np.int64), grey
    taken = np.flatnonzero(strokes > 0)
    rim = cv2.dilate(strokes, np.ones((3, 1), np.uint8))
    return boxes, taken, np.asarray(cv2.max(grey, rim), dtype=np.uint8)


def long_runs(ink: Grey, length: int, horizontal: bool) -> Grey | None:
    """Where ink runs on for so many pixels along a row (or down a column); None if it nowhere does.

    Of each row every few pixels are looked at first: few rows have so long a run, and only those are gone
    through, in a fourth of the time.
    """
    step = max(1, length // LOOKS)
    half = length // 2
    # So many looks on either side lie within every run that is long enough, wherever it begins.
    looks = 2 * min((half + 1 - step) // step, (length - 1 - half) // step) + 1
    # A remnant of skew and the grain of the scan break a line into steps of a pixel: thicken first.
    seen = cv2.dilate(
        np.ascontiguousarray(ink[:, ::step] if horizontal else ink[::step]), _line(3, not horizontal)
    )
    hints = cv2.erode(seen, _line(looks, horizontal))
    rows = np.flatnonzero(hints.any(axis=1 if horizontal else 0))
    if not len(rows):
        return None
    last = ink.shape[0 if horizontal else 1] - 1
    beside = [(rows + away).clip(0, last) for away in (-1, 0, 1)]
    thick = np.maximum.reduce([ink[at] if horizontal else ink[:, at] for at in beside])
    runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, _line(length, horizontal))
    if not cv2.countNonZero(runs):
        return None
    found = np.zeros_like(ink)
    found[(rows, slice(None)) if horizontal else (slice(None), rows)] = runs
    return found


def _line(length: int, horizontal: bool) -> Grey:
    return np.ones((1, length) if horizontal else (length, 1), np.uint8)


def _with_crumbs(strokes: Grey, ink: Grey, box: BBox, points: float) -> BBox:
    """A horizontal stroke as far as it was printed, its crumbs among the strokes: poor scans tear it."""
    x0, top, x1, bottom = (int(value) for value in box)
    high, low = max(0, top - BAND), min(ink.shape[0], bottom + BAND)
    beside = [row for row in (top - CLEAR, bottom + CLEAR - 1) if 0 <= row < ink.shape[0]]
    printed = (ink[high:low].max(axis=0) > 0) & ~(ink[beside] > 0).any(axis=0)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], printed, [False]))))
    runs = [(start, end) for start, end in edges.reshape(-1, 2).tolist()]
    right = _reached(x1, [run for run in runs if run[1] > x1], points)
    left = -_reached(-x0, [(-end, -start) for start, end in reversed(runs) if start < x0], points)
    for start, end in ((left, x0), (x1, right)):
        crumbs = strokes[high:low, start:end]
        crumbs[:, printed[start:end]] |= ink[high:low, start:end][:, printed[start:end]]
    return (left, top, right, bottom)


def _reached(end: int, runs: Iterable[tuple[int, int]], points: float) -> int:
    """Where a stroke that ends at a pixel ends with the runs of ink behind it, from near to far.

    A speck farther off is a crumb only if the stroke goes on behind it.
    """
    sure, crumb, far = end, False, False
    for start, stop in runs:
        small, white = (stop - max(start, end)) * points <= CRUMB, (start - end) * points
        if white > (TORN if crumb or small else GAP):
            break
        end, crumb, far = stop, small, small and (far or white > GAP)
        sure = sure if far else end
    return sure


def _keep_crossed(strokes: Grey, ink: Grey, box: BBox) -> None:
    """Leave the ink of a horizontal stroke where letters go through it: tails of an underlined word, or all
    letters of a word that a pen has struck."""
    x0, top, x1, bottom = (int(value) for value in box)
    above, below = max(0, top - 2 * BESIDE), min(ink.shape[0], bottom + 2 * BESIDE)
    part = strokes[top:bottom, x0:x1] > 0
    first = top + part.argmax(axis=0)
    last = bottom - 1 - part[::-1].argmax(axis=0)
    columns = np.arange(x0, x1)
    through = np.ones(x1 - x0, dtype=np.bool_)
    for rows in (first - BESIDE, last + BESIDE):
        through &= ink[rows.clip(above, below - 1), columns] > 0
    through = np.convolve(through, np.ones(3), mode="same") > 0
    strokes[top:bottom, x0:x1][:, through & part.any(axis=0)] = 0


def join(lines: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Merge rulings that lie on each other or continue each other; drop what is too short to be one."""
    lines = list(lines)
    kept: list[Ruling] = []
    for horizontal in (True, False):
        parallel = [line for line in lines if line.horizontal is horizontal]
        parallel.sort(key=lambda line: (_across(line), _along(line)))
        rows: list[list[Ruling]] = []
        for line in parallel:
            if rows and _across(line) - _across(rows[-1][0]) <= SAME_LINE:
                rows[-1].append(line)
            else:
                rows.append([line])
        for row in rows:
            kept += _join_row(row, horizontal)
    return tuple(sorted(kept, key=lambda line: (line.top, line.x0)))


def _join_row(row: list[Ruling], horizontal: bool) -> list[Ruling]:
    at = sum(_across(line) for line in row) / len(row)
    spans: list[tuple[float, float]] = []
    for start, end in sorted(_along(line) for line in row):
        if spans and start - spans[-1][1] <= GAP:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    long = [(start, end) for start, end in spans if end - start >= MIN_LENGTH]
    if horizontal:
        return [Ruling(start, at, end, at) for start, end in long]
    return [Ruling(at, start, at, end) for start, end in long]


def without_holes(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings of a scan, those of a table as long as the one above or below: a whole step of a stroke may
    be lost."""
    rows: dict[float, list[Ruling]] = {}
    others = []
    for line in sorted(rulings, key=lambda line: line.x0):
        if line.horizontal:
            rows.setdefault(line.top, []).append(line)
        else:
            others.append(line)
    whole = [row[0] for row in rows.values() if len(row) == 1]
    upright = [line for line in others if line.bottom > line.top]
    closed = [
        [Ruling(row[0].x0, top, row[-1].x1, top)]
        if _is_one_of(row, whole) and not _spares_column(row, upright)
        else row
        for top, row in rows.items()
    ]
    return tuple(
        sorted([*others, *(line for row in closed for line in row)], key=lambda line: (line.top, line.x0))
    )


def _is_one_of(row: Sequence[Ruling], whole: Sequence[Ruling]) -> bool:
    """Are the pieces on one height a rule of a table like one of the others?"""
    if len(row) < 2 or not all(HOLE[0] <= after.x0 - before.x1 <= HOLE[1] for before, after in pairwise(row)):
        return False
    away = [
        other.top - row[0].top
        for other in whole
        if abs(other.x0 - row[0].x0) <= SAME_END and abs(other.x1 - row[-1].x1) <= SAME_END
    ]
    between = any(-NEAR <= far < 0 for far in away) and any(0 < far <= NEAR for far in away)
    return between or any(abs(far) <= NEXT for far in away)


def _spares_column(row: Sequence[Ruling], upright: Sequence[Ruling]) -> bool:
    """Is a hole as wide as a column, of which a cell stands beside several rows?"""
    top = row[0].top
    edges = [line.x0 for line in upright if line.top - GAP <= top <= line.bottom + GAP]
    return any(
        all(any(abs(edge - end) <= SAME_END for edge in edges) for end in (before.x1, after.x0))
        for before, after in pairwise(row)
    )


def _across(line: Ruling) -> float:
    return (line.top + line.bottom) / 2 if line.horizontal else (line.x0 + line.x1) / 2


def _along(line: Ruling) -> tuple[float, float]:
    return (line.x0, line.x1) if line.horizontal else (line.top, line.bottom)
