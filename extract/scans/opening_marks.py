"""Bullets, dashes and rings before words, by their shape, alone or glued to the word behind them."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from extract.scans.blobs import Blobs, Line, around, sides
from extract.scans.dashes import (
    DASH,
    DASH_WIDTH,
    MARK_RISE,
    UNSURE_DASH,
    dash_of,
    is_dash,
    with_dashes,
)
from extract.scans.ocr import Token

BULLET_SIZE = (0.12, 0.6)
"""Font sizes: bullets have 0.25 to 0.4, a full stop about 0.1 to 0.13."""
BULLET_ROUND = 1.35
"""Longer side by shorter side of a bullet at most, give or take a pixel."""
BULLET_FILL = 0.62
"""Share of its box that a bullet fills: a disc 0.79, a square 1; letters and digits under 0.6."""
MIDDLE_DOT = 0.19
DOT_RISE = (0.2, 0.45)
"""Font sizes: a middle dot is as large as a full stop (0.1) and stands higher."""
MIDDLE_DOT_SIGN, STROKE, SPECK = "·", "|", "."
RING = re.compile(r"[0O]")
RING_HEIGHT = 0.6
"""Font sizes: an "o" that marks an item is lower (0.51), a nought and an O are higher (0.7)."""
BULLET_GAP = 0.2
"""Font sizes of white after a bullet."""


def with_mark(
    token: Token,
    found: npt.NDArray[np.intp],
    blobs: Blobs,
    line: Line,
    opens: bool,
    alone: bool,
) -> list[tuple[Token, npt.NDArray[np.intp]]]:
    """The word or, where a bullet or dash was glued to its front, the two words; with their blobs."""
    if not len(found):
        unseen = DASH.fullmatch(token.text) is not None
        return [(replace(token, confidence=min(token.confidence, UNSURE_DASH)) if unseen else token, found)]
    first, rest = found[:1], found[1:]
    if opens and not alone and not len(rest) and RING.fullmatch(token.text):
        _, height = sides(blobs.boxes[first[0]])
        return [(replace(token, text="o") if height <= RING_HEIGHT * line.em else token, found)]
    if (opens and not token.text[0].isalnum()) or len(token.text) == 1:
        mark = mark_of(blobs, int(first[0]), line)
        if mark in (None, MIDDLE_DOT_SIGN) and not len(rest) and DASH.fullmatch(token.text):
            # In narrow type a hyphen is hardly wider than high; a speck is narrower or as high as wide.
            width, height = sides(blobs.boxes[first[0]])
            is_dash = width > height and width >= DASH_WIDTH * line.em
            mark = dash_of(blobs.boxes[first[0]], line, 1.0)[0] if is_dash else SPECK
        if (
            mark
            and not len(rest)
            and len(token.text) <= 2
            and not alone
            and (opens or not token.text.isdigit())
        ):
            sure = max(token.confidence, 0.9)
            if DASH.fullmatch(mark):
                sure = dash_of(blobs.boxes[first[0]], line, sure)[1]
            return [(replace(token, text=mark, confidence=sure), found)]
        if mark and len(rest) and len(token.text) > 1:
            gap = blobs.boxes[rest, 0].min() - blobs.boxes[first[0], 2]
            if gap >= BULLET_GAP * line.em:
                box = around(blobs.boxes[rest])
                head = replace(token, text=mark, box=around(blobs.boxes[first]), confidence=0.9)
                body = replace(token, text=token.text[1:], box=box)
                return [(head, first), (with_dashes(body, rest, blobs, line), rest)]
    return [(with_dashes(token, found, blobs, line), found)]


def mark_of(blobs: Blobs, index: int, line: Line) -> str | None:
    """The bullet or dash that a blob is by its shape and place, or None."""
    x0, top, x1, bottom = blobs.boxes[index]
    width, height = x1 - x0, bottom - top
    em, baseline = line.em, line.baseline
    if is_dash(blobs.boxes[index], em, baseline):
        return dash_of(blobs.boxes[index], line, 1.0)[0]
    rise = (baseline - (top + bottom) / 2) / em
    if max(width, height) <= MIDDLE_DOT * em and DOT_RISE[0] <= rise <= DOT_RISE[1]:
        return "·"
    if (
        BULLET_SIZE[0] * em <= min(width, height)
        and max(width, height) <= BULLET_SIZE[1] * em
        and max(width, height) - 1 <= BULLET_ROUND * min(width, height)
        and blobs.areas[index] >= BULLET_FILL * width * height
        and MARK_RISE[0] <= rise <= MARK_RISE[1]
    ):
        return "•"
    return None
