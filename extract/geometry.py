"""Boxes: (x0, top, x1, bottom), origin at the top left, and places on pages. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.values import BBox, Extracted, Spot


def union(boxes: Iterable[BBox]) -> BBox:
    """The smallest box around all boxes. At least one box is needed."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return min(x0s), min(tops), max(x1s), max(bottoms)


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Length that the intervals a0..a1 and b0..b1 share; negative: the gap between them."""
    return min(a1, b1) - max(a0, b0)


def overlap_share(a0: float, a1: float, b0: float, b1: float) -> float:
    """Shared length of two intervals as a share of the shorter one, 0..1."""
    shorter = min(a1 - a0, b1 - b0)
    return max(0.0, overlap(a0, a1, b0, b1)) / shorter if shorter > 0 else 0.0


def center_x(box: BBox) -> float:
    return (box[0] + box[2]) / 2


def center_y(box: BBox) -> float:
    return (box[1] + box[3]) / 2


def on_one_line(one: BBox, other: BBox) -> bool:
    """Does the middle of one of two boxes lie at the height of the other?"""
    return other[1] < center_y(one) < other[3] or one[1] < center_y(other) < one[3]


def contains_center(outer: BBox, inner: BBox) -> bool:
    """Does the centre of `inner` lie in `outer`?"""
    return outer[0] <= center_x(inner) <= outer[2] and outer[1] <= center_y(inner) <= outer[3]


def meet(one: Spot, other: Spot) -> bool:
    """Do two places share some of their page?"""
    (a0, a1, a2, a3), (b0, b1, b2, b3) = one.bbox, other.bbox
    return one.page == other.page and overlap(a0, a2, b0, b2) > 0 and overlap(a1, a3, b1, b3) > 0


def reading_order(read: Extracted[Any]) -> tuple[int, float, float]:
    """Page by page, from top to bottom, from left to right."""
    return read.provenance.page, read.provenance.bbox[1], read.provenance.bbox[0]
