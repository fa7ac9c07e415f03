"""Straight lines printed on a page: table grids, underlines, signature lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import cv2
import numpy as np

from extract.document import Grey
from extract.page import Ruling
from models.values import BBox

MIN_LENGTH = 20.0
"""Shortest ruling in points: a table cell is wider, a letter's stroke or a dash is shorter."""
MAX_THICKNESS = 4.0
"""Thickest ruling in points; anything thicker is a bar or a picture."""
SAME_LINE = 1.5
"""Two parallel lines closer than this (points) are one line drawn twice."""
GAP = 3.0
"""Pieces of a line with less than this between them (points) are one line."""


def from_edges(edges: Iterable[dict[str, Any]]) -> tuple[Ruling, ...]:
    """Rulings of a digital page from pdfplumber's edges (points)."""
    lines = [
        Ruling(float(edge["x0"]), float(edge["top"]), float(edge["x1"]), float(edge["bottom"]))
        for edge in edges
    ]
    return join(lines)


def from_image(grey: Grey, points: float) -> list[BBox]:
    """Boxes of the long straight strokes of an upright image, in its pixels. `points` per pixel."""
    ink = cv2.adaptiveThreshold(255 - grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 31, -30)
    boxes: list[BBox] = []
    length = max(5, int(MIN_LENGTH / points))
    thickest = MAX_THICKNESS / points
    for horizontal in (True, False):
        # A hair of skew or a speck breaks a line into steps of one pixel: close them across first.
        across = (3, 1) if horizontal else (1, 3)
        thick = cv2.dilate(ink, np.ones(across, np.uint8))
        shape = (1, length) if horizontal else (length, 1)
        strokes = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        count, _, stats, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
        for x, y, width, height, _area in stats[1:count].tolist():
            if (height if horizontal else width) <= thickest:
                boxes.append((x, y, x + width, y + height))
    return boxes


def join(lines: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Merge rulings that lie on each other or continue each other; drop what is too short to be one."""
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
    long = [(start, end) for start, end in spans if end - start >= MIN_LENGTH / 2]
    if horizontal:
        return [Ruling(start, at, end, at) for start, end in long]
    return [Ruling(at, start, at, end) for start, end in long]


def _across(line: Ruling) -> float:
    return (line.top + line.bottom) / 2 if line.horizontal else (line.x0 + line.x1) / 2


def _along(line: Ruling) -> tuple[float, float]:
    return (line.x0, line.x1) if line.horizontal else (line.top, line.bottom)
