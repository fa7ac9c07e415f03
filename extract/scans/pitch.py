"""Monospaced type: whether a page is set in it, and how far its letters stand apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.scans.blobs import Blobs, columns_of
from extract.scans.ocr import Token

MONOSPACED = (30, 0.6, 0.1)
"""A page is set on one pitch if so many letters are seen and of them such a share stands one pitch, give or
take so much of it, behind the letter before: 0.7 to 0.98 of them in Courier, 0.39 to 0.56 in other type."""
LONG, SAMPLE = 5, 60
"""So many words of so many letters show whether it is."""
PITCHES_NEEDED = 5
"""Letters of a line that show its own pitch, if its page has one."""


def pitch_of(tokens: Sequence[Token], blobs: Blobs) -> float:
    """Pixels from letter to letter on a page of monospaced type, 0 on any other."""
    steps = _steps([token for token in tokens if len(token.text) >= LONG][:SAMPLE], blobs)
    enough, share, near = MONOSPACED
    if len(steps) < enough:
        return 0.0
    pitch = median(steps)
    even = sum(abs(step - pitch) <= near * pitch for step in steps)
    return pitch if even >= share * len(steps) else 0.0


def pitch_of_line(line: Sequence[Token], blobs: Blobs, usual: float) -> float:
    """The pitch of a line on a page of monospaced type: its own, if it is long enough to show it."""
    steps = _steps(line, blobs)
    return median(steps) if len(steps) >= PITCHES_NEEDED else usual


def _steps(tokens: Sequence[Token], blobs: Blobs) -> list[float]:
    """Pixels from the middle of each letter to that of the next in its word."""
    steps: list[float] = []
    for token in tokens:
        if len(token.text) < 3 or not token.text.isalpha():
            continue
        columns = columns_of(blobs.boxes[blobs.within(token.box)])
        if len(columns) == len(token.text):
            steps += ways_between([(left + right) / 2 for left, right in columns])
    return steps


def ways_between(places: Sequence[float]) -> list[float]:
    return [after - before for before, after in pairwise(places)]
