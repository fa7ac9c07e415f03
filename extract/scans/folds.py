"""The shadow of a fold: a narrow grey band from edge to edge of a page, in which no print would be read."""

from __future__ import annotations

import cv2
import numpy as np

from extract.files.sheet import Grey

LETTERS = 25
"""A window of this part of the page is as wide as some letters: the brightest of it is paper between them."""
STROKE = 300
"""Printed lines are thinner than this part of the page; a shadow is not."""
STEP = 8
"""Pixels along the fold from one window to the next."""
SPAN = 0.8
"""Share of the page that a fold runs across at least. Cells of tables and pictures end before."""
DARKER = 15
"""Grey levels that the paper of a fold is darker at least."""
DARKEST = 80
"""Grey level below which nothing is a shadow: a bar of print, the lid of the scanner."""


def without_folds(grey: Grey) -> Grey:
    """The page with the paper of its folds, across and upright, as bright as that around them."""
    return _without(_without(grey, upright=False), upright=True)


def _without(grey: Grey, upright: bool) -> Grey:
    """The page without the shadows of the folds that run from left to right, or from top to bottom."""
    paper = _paper(grey, upright)
    level = int(np.median(paper))
    dark = (paper < level - DARKER) & (paper >= DARKEST)
    if np.count_nonzero(dark) < SPAN * paper.shape[1]:
        return grey
    _, marks, boxes, _ = cv2.connectedComponentsWithStats(dark.astype(np.uint8))
    folds = 1 + np.flatnonzero(boxes[1:, cv2.CC_STAT_WIDTH] >= SPAN * paper.shape[1])
    if not len(folds):
        return grey
    beside = cv2.dilate(np.isin(marks, folds).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    shade = np.where(beside, paper.clip(DARKEST, level), level).astype(np.uint8)
    size = grey.shape if upright else grey.shape[::-1]
    full = cv2.resize(shade, size, interpolation=cv2.INTER_LINEAR)
    full = np.ascontiguousarray(full.T) if upright else full
    return np.asarray(cv2.divide(grey, full, scale=level), dtype=np.uint8)


def _paper(grey: Grey, upright: bool) -> Grey:
    """How bright the paper is, row by row, or column by column, every `STEP` pixels along it: neither letters
    nor lines are left."""
    along, across = grey.shape if upright else grey.shape[::-1]
    bright = brightest(grey, max(3, along // LETTERS), upright)
    stroke = np.ones((max(3, across // STROKE), 1), np.uint8)
    return np.asarray(cv2.morphologyEx(bright, cv2.MORPH_CLOSE, stroke), dtype=np.uint8)


def brightest(grey: Grey, window: int, upright: bool) -> Grey:
    """The brightest pixel of a window around every `STEP`th of each row, or of each column if `upright`.

    Of narrow windows, neighbours put together, in a third of the time.
    """
    beside = max(0, window // (2 * STEP) - 1)
    narrow = np.ones((1, window - 2 * STEP * beside), np.uint8)
    some = cv2.dilate(grey, narrow.T)[::STEP].T if upright else cv2.dilate(grey, narrow)[:, ::STEP]
    found = cv2.dilate(np.ascontiguousarray(some), np.ones((1, 2 * beside + 1), np.uint8))
    return np.asarray(found, dtype=np.uint8)
