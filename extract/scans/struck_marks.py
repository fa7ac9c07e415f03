"""Marks of items that nobody can read: a pen that ticks off what they count strikes them.

The texts behind marks begin below each other. What is short, hardly read and stands before a text that begins
there is a mark, whatever it was read as.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from extract.geometry import center_y
from extract.scans.blobs import Boxes
from extract.scans.ink import usual_size
from extract.scans.witness import Heard

MARK = re.compile(
    r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.):]{1,2}|(?:\d{1,2}\.)+\d{1,2}\.?|[A-Z]{1,2}\.?\d{1,2}|[§•*+–—-]"
)
BARE = re.compile(r"\d{1,2}")
"""A number that is a mark among others of its kind: elsewhere it is what a pen left of "2.1"."""
LONGEST = 4
"""Letters that a mark is read as at most."""
READ, HARDLY = 0.8, 0.75
"""Confidence of a mark that tells where texts begin, and below which a word may be one that was struck."""
GAP = (0.6, 4.0)
"""Font sizes of white between a mark and its text: more than a word space."""
BEFORE = 3.0
"""Font sizes of white before a mark at least, if it does not begin its line."""
BELOW = 0.25
"""Font sizes by which texts begin to the left or right of each other at most."""
CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class _Mark:
    """What may be one: the word, its place on the page, and where the text behind it begins."""

    word: Heard
    index: int
    text: float

    @property
    def is_read(self) -> bool:
        return MARK.fullmatch(self.word.text) is not None and self.word.confidence >= READ

    @property
    def is_struck(self) -> bool:
        if BARE.fullmatch(self.word.text):
            return bool(self.word.alternatives)
        return MARK.fullmatch(self.word.text) is None and self.word.confidence < HARDLY


def with_struck_marks(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page, "•" in place of what was misread of a mark, where others of its column begin."""
    if not words:
        return []
    em = usual_size(words)
    boxes = np.array([word.box for word in words], dtype=np.float64)
    marks = [
        _Mark(word, index, text)
        for index, word in enumerate(words)
        if len(word.text) <= LONGEST and (text := _text_behind(word, boxes, em)) is not None
    ]
    found = list(words)
    for mark in marks:
        others = [one for one in marks if one is not mark and abs(one.text - mark.text) <= BELOW * em]
        read = [one for one in others if one.is_read]
        bare = BARE.fullmatch(mark.word.text) is not None
        if bare and (not read or any(BARE.fullmatch(one.word.text) for one in others)):
            continue
        alike = read or [one for one in others if one.is_struck]
        if mark.is_struck and alike:
            found[mark.index] = _bullet(mark.word, [one.word for one in alike])
    return found


def _bullet(word: Heard, column: Sequence[Heard]) -> Heard:
    """What was misread as a bullet. The pen reaches out to the left of it."""
    x0, top, x1, bottom = word.box
    left = max(other.box[0] for other in column)
    told = tuple(dict.fromkeys((word.text, *word.alternatives)))
    box = (min(max(x0, left), x1), top, x1, bottom)
    return replace(word, text="•", box=box, confidence=CONFIDENCE, alternatives=told)


def _text_behind(word: Heard, words: Boxes, em: float) -> float | None:
    """Where the text behind a word begins, as far from it as from a mark; None if it is not the first of its
    line."""
    middle = center_y(word.box)
    level = words[(words[:, 1] < middle) & (middle < words[:, 3])]
    before = word.box[0] - level[level[:, 0] < word.box[0], 2]
    behind = level[level[:, 0] >= word.box[2], 0]
    if not behind.size or (before.size and before.min() < BEFORE * em):
        return None
    left = float(behind.min())
    return left if GAP[0] * em <= left - word.box[2] <= GAP[1] * em else None
