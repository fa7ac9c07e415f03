"""Lines that page analysis tore into pieces, each read elsewhere: put together, in the order of print."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.geometry import on_one_line
from extract.scans.witness import Heard

OVERLAP, BLANK = 0.3, 1.2
"""Font sizes by which the next piece of a line begins before the end of the last, and behind it, at most."""


def in_printed_order(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page, each piece of a line behind the one that it goes on with."""
    pieces: list[list[Heard]] = []
    for word in words:
        if pieces and _goes_on(pieces[-1][-1], word):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    behind = _behind(pieces)
    found: list[Heard] = []
    done: set[int] = set()
    # Lines from their beginnings; then, should pieces go round in a ring, those.
    for start in sorted(range(len(pieces)), key=lambda number: (number in behind.values(), number)):
        at: int | None = start
        while at is not None and at not in done:
            done.add(at)
            found += pieces[at]
            at = behind.get(at)
    return found


def _behind(pieces: Sequence[Sequence[Heard]]) -> dict[int, int]:
    """By which piece each is followed on its line, of those that are."""
    firsts = np.array([piece[0].box[0] for piece in pieces], dtype=np.float64)
    behind: dict[int, int] = {}
    taken: set[int] = set()
    for number, piece in enumerate(pieces):
        near = np.flatnonzero(np.abs(firsts - piece[-1].box[2]) <= BLANK * piece[-1].em).tolist()
        rest = (at for at in near if at not in (number, *taken) and _goes_on(piece[-1], pieces[at][0]))
        if (other := next(rest, None)) is not None:
            behind[number] = other
            taken.add(other)
    return behind


def _goes_on(word: Heard, other: Heard) -> bool:
    """Does another word stand behind a word, on its line?"""
    white = other.box[0] - word.box[2]
    return on_one_line(word.box, other.box) and -OVERLAP * word.em <= white <= BLANK * word.em
