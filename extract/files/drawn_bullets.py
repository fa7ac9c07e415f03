"""Bullets that are drawn and no letters: browsers print those of their lists as discs, rings and squares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.page import Word
from models.values import BBox

BULLET = "•"
# The side of a bullet in font sizes of its line; boxes to be ticked are larger, dots of a leader smaller.
SIDE = (0.2, 0.6)
ROUND = 1.3
"""Of a bullet neither side is longer than so many of the other."""
BEFORE_TEXT = 3.0
"""Font sizes from a bullet to its text at most,"""
CLEARANCE = 2.0
"""and to what stands before it at least."""


def with_drawn_bullets(words: Sequence[Word], shapes: Iterable[BBox]) -> tuple[Word, ...]:
    """The words, and before each that a drawn bullet marks the sign for it."""
    marked = {id(word): bullet for word, bullet in _bullets(words, shapes)}
    return tuple(one for word in words for one in (*filter(None, [marked.get(id(word))]), word))


def _bullets(words: Sequence[Word], shapes: Iterable[BBox]) -> Iterator[tuple[Word, Word]]:
    sizes = {word.size for word in words}
    for shape in shapes:
        if not any(_has_size_of_bullet(shape, size) for size in sizes):
            continue  # of thousands of strokes of a drawing hardly one
        left, top, right, bottom = shape
        middle = (top + bottom) / 2
        line = [word for word in words if word.bbox[1] < middle < word.bbox[3]]
        behind = [word for word in line if word.bbox[0] >= right]
        first = min(behind, key=lambda word: word.bbox[0], default=None)
        if first is None or not _has_size_of_bullet(shape, first.size):
            continue
        near = first.bbox[0] - right <= BEFORE_TEXT * first.size
        clear = all(left - word.bbox[2] >= CLEARANCE * first.size for word in line if word.bbox[0] < right)
        if near and clear:
            box = (left, first.bbox[1], right, first.bbox[3])
            yield first, replace(first, text=BULLET, bbox=box, spot=box, bold=False)


def _has_size_of_bullet(shape: BBox, size: float) -> bool:
    sides = sorted((shape[2] - shape[0], shape[3] - shape[1]))
    return SIDE[0] * size <= sides[0] and sides[1] <= SIDE[1] * size and sides[1] <= ROUND * sides[0]
