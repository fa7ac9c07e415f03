"""Ticks and flourishes of a pen that were read as letters: "v a) Werkhof", "V- Kompass", "Inn".

A pen's stroke is as thin as print but reaches far: it leaves most of its box white, where a letter fills a
quarter and more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from extract.geometry import union
from extract.scans.blobs import Blobs, font_size
from extract.scans.ocr import VOTED, Token
from models.values import BBox

WIDTH, HEIGHT = 0.6, 0.5
"""Font sizes of the page that a stroke of a pen measures at least: parts of letters are narrower."""
FILL = 0.24
"""Share of its box that a pen's stroke covers at most: 0.06 to 0.24 on 234 pages of scans, where of 5,700
pieces of print of that size only frames of stamps and what a pen crosses had less."""
SPECK = 0.15
"""Font sizes: what is smaller both ways counts for nothing beside a stroke."""
READ_AS = 3
"""Letters that a stroke is read as at most: "Inn", "kun"; what has more is print that something crosses."""
SURE = 0.95
"""No stroke was read as a letter with so much confidence: the surest with 0.91."""
TICK = 2.0
"""Font sizes that a tick before or behind a word measures at most, if it was read with the word."""
GLUED = re.compile(r"[vVyY√/\\](?=(?:[a-z]|\d{1,2})\)$)")
GLUED_FILL, GLUED_WIDTH = 0.3, 0.9
"""Share that a tick and the letter it touches cover of their box at most, and how wide they are at least in
font sizes: "va)" with 0.26 and 1.1."""
LETTERS_NEEDED = 3
"""Of words that show the usual font size."""


def without_pen(tokens: Sequence[Token], blobs: Blobs) -> list[Token]:
    """The words of a page without those that are strokes of a pen, and without the ticks glued to others."""
    sizes = [
        font_size(token.text, token.box[3] - token.box[1])
        for token in tokens
        if len(token.text) >= LETTERS_NEEDED and token.text.isalpha()
    ]
    if not sizes:
        return list(tokens)
    em = float(np.median(sizes))
    strokes = find_strokes(blobs, em)
    ink = ~strokes & (_extent(blobs).max(axis=1) >= SPECK * em)
    middles = (blobs.boxes[strokes, :2] + blobs.boxes[strokes, 2:]) / 2
    kept: list[Token] = []
    for token in tokens:
        if not GLUED.match(token.text) and not _holds_one(token.box, middles):
            kept.append(token)
            continue
        found = blobs.within(token.box)
        pen, print_ = found[strokes[found]], found[ink[found]]
        if token.confidence >= SURE or _is_voted(token):
            kept.append(token)
        elif not len(pen):
            kept.append(_unglued(token, found, blobs, em))
        elif len(print_):
            kept.append(_freed(token, _around(blobs, pen), _around(blobs, print_), em))
        elif len(token.text) > READ_AS or any(char.isdigit() for char in token.text):
            kept.append(token)
    return kept


def _is_voted(token: Token) -> bool:
    """A word that has been read without the pen on it, too: none of its letters is the pen's."""
    return token.line[0] == VOTED and len(token.text) > READ_AS


def _holds_one(box: BBox, points: npt.NDArray[np.float64]) -> bool:
    """Does one of the points lie in the box, give or take a pixel?"""
    inside = (points >= (box[0] - 1, box[1] - 1)) & (points <= (box[2] + 1, box[3] + 1))
    return bool(inside.all(axis=1).any())


def find_strokes(blobs: Blobs, em: float) -> npt.NDArray[np.bool_]:
    """Which pieces of ink are strokes of a pen. `em`: usual font size of the page in pixels."""
    width, height = _extent(blobs).T
    return np.asarray(
        (width >= WIDTH * em) & (height >= HEIGHT * em) & (blobs.areas <= FILL * width * height)
    )


def _extent(blobs: Blobs) -> npt.NDArray[np.float64]:
    """Width and height of each piece of ink."""
    return blobs.boxes[:, 2:] - blobs.boxes[:, :2]


def _unglued(token: Token, found: npt.NDArray[np.intp], blobs: Blobs, em: float) -> Token:
    """The mark of an item without the tick that touches it and was read with it: "va)"."""
    if not GLUED.match(token.text) or not len(found):
        return token
    width, height = _extent(blobs)[found[0]]
    if width < GLUED_WIDTH * em or blobs.areas[found[0]] > GLUED_FILL * width * height:
        return token
    return replace(token, text=token.text[1:])


def _around(blobs: Blobs, found: npt.NDArray[np.intp]) -> BBox:
    return union(tuple(box) for box in blobs.boxes[found].tolist())


def _freed(token: Token, pen: BBox, ink: BBox, em: float) -> Token:
    """The word without the letter that a tick before or behind it was read as."""
    text = token.text
    if max(pen[2] - pen[0], pen[3] - pen[1]) > TICK * em:
        return token
    if len(text) == 1:
        return replace(token, box=ink)
    middle = (pen[0] + pen[2]) / 2
    if middle <= ink[0] and not text[0].isdigit():
        return replace(token, text=text[1:], box=ink)
    if middle >= ink[2] and not text[-1].isdigit():
        return replace(token, text=text[:-1], box=ink)
    return token
