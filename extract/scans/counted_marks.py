"""Numbers of items and sections below each other: one that lost its full stop is known by the next.

Between "1." and "3." a "2" is "2.", between "2.1" and "2.3" a "22" is "2.2".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.geometry import center_y
from extract.scans.witness import Heard

NUMBER = re.compile(r"\d{1,2}(?:\.\d{0,2})?")
SAME_EDGE = 0.5
"""Font sizes by which numbers of one column begin or end apart at most."""
FREE = 3.0
"""Font sizes of white to the left of a number that opens a line at least."""


def with_counted_marks(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page, numbers that open lines with the full stop that those above or below them have."""
    found = list(words)
    opening = [
        index for index, word in enumerate(found) if NUMBER.fullmatch(word.text) and _opens(word, found)
    ]
    opening.sort(key=lambda index: center_y(found[index].box))
    for index in opening:
        word = found[index]
        column = [at for at in opening if _in_column(found[at], word)]
        place = column.index(index)
        above = found[column[place - 1]].text if place else ""
        below = found[column[place + 1]].text if place + 1 < len(column) else ""
        text = _meant(word.text, above, below)
        if text != word.text:
            others = tuple(dict.fromkeys((word.text, *word.alternatives)))
            found[index] = replace(word, text=text, alternatives=others)
    return found


def _opens(word: Heard, words: Sequence[Heard]) -> bool:
    """Does nothing stand before it in its line?"""
    middle, x0 = center_y(word.box), word.box[0]
    return not any(
        other.box[1] < middle < other.box[3] and x0 - FREE * word.em < other.box[2] <= x0 + 1
        for other in words
        if other is not word
    )


def _in_column(one: Heard, other: Heard) -> bool:
    reach = SAME_EDGE * other.em
    return abs(one.box[0] - other.box[0]) <= reach or abs(one.box[2] - other.box[2]) <= reach


def _meant(text: str, above: str, below: str) -> str:
    """The number as it is written, by the one above it, or below it."""
    if not text.isdigit():
        return text
    number = int(text)
    if above == f"{number - 1}." or below == f"{number + 1}.":
        return f"{text}."
    if len(text) == 2 and (
        above == f"{text[0]}.{int(text[1]) - 1}" or below == f"{text[0]}.{int(text[1]) + 1}"
    ):
        return f"{text[0]}.{text[1]}"
    return text
