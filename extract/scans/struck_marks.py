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
from extract.scans.dictionary import is_german, is_short_word
from extract.scans.ink import usual_size
from extract.scans.witness import Heard
from models.german.dates import MONTH

MARK = re.compile(
    r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.):]{1,2}|(?:\d{1,2}\.)+\d{1,2}\.?|[A-Z]{1,2}\.?\d{1,2}|[§•*+–—-]"
)
BARE = re.compile(r"\d{1,2}")
"""A number that is a mark among others of its kind: elsewhere one digit is what a pen left of "2.1"."""
MISREAD_COUNT = re.compile(r"\(?\d{1,2}[\]})|]{1,2}")
"""What "12)" is read as; any other word with two digits is a sum, a year or a time."""
COUNTED = re.compile(rf"(?:T?EUR|T?€|Euro|Tsd|Tausend|Mio|Millionen|Cent|{MONTH})\b|T?€")
"""What begins a text whose number belongs to it: "5 Euro", "3 Mai"."""
LONGEST = 4
"""Letters that a mark is read as at most."""
READ, HARDLY = 0.8, 0.75
"""Confidence of a mark that tells where texts begin, and below which a word may be one that was struck."""
GAP = (0.6, 4.0)
"""Font sizes of white between a mark and its text: more than a word space."""
BLANKS = 1.5
"""Word spaces of its page in that white at least: those of a typewriter have 0.6 font sizes."""
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
    counted: bool
    """Does its text begin with what is counted: "5 Euro"?"""

    @property
    def is_read(self) -> bool:
        return MARK.fullmatch(self.word.text) is not None and self.word.confidence >= READ

    @property
    def has_digits(self) -> bool:
        return any(char.isdigit() for char in self.word.text)

    @property
    def is_struck(self) -> bool:
        text = self.word.text
        if self.has_digits and self.counted:
            return False
        if BARE.fullmatch(text):
            return len(text) == 1 and bool(self.word.alternatives)
        if sum(map(str.isdigit, text)) > 1 and MISREAD_COUNT.fullmatch(text) is None:
            return False
        known = is_german(text) or (text.islower() and is_short_word(text))
        return MARK.fullmatch(text) is None and not known and self.word.confidence < HARDLY


def with_struck_marks(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page, "•" in place of what was misread of a mark, where others of its column begin."""
    if not words:
        return []
    em = usual_size(words)
    boxes = np.array([word.box for word in words], dtype=np.float64)
    least = max(GAP[0] * em, BLANKS * _usual_blank(words))
    marks = []
    for index, word in enumerate(words):
        behind = _text_behind(word, boxes, least, em) if len(word.text) <= LONGEST else None
        if behind is not None:
            text = words[behind]
            marks.append(_Mark(word, index, text.box[0], COUNTED.match(text.text) is not None))
    found = list(words)
    for mark in marks:
        others = [one for one in marks if one is not mark and abs(one.text - mark.text) <= BELOW * em]
        read = [one for one in others if one.is_read]
        bare = BARE.fullmatch(mark.word.text) is not None
        if bare and (not read or any(BARE.fullmatch(one.word.text) for one in others)):
            continue
        alike = read or [one for one in others if one.is_struck and not mark.has_digits]
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


def _usual_blank(words: Sequence[Heard]) -> float:
    """The usual pixels between two words in the middle of a line; 0 if there are none."""
    blanks = [
        two.box[0] - one.box[2]
        for before, one, two in zip(words, words[1:], words[2:], strict=False)
        if _follows(before, one) and _follows(one, two)
    ]
    return float(np.median(blanks)) if blanks else 0.0


def _follows(one: Heard, two: Heard) -> bool:
    return one.box[2] <= two.box[0] and one.box[1] < center_y(two.box) < one.box[3]


def _text_behind(word: Heard, words: Boxes, least: float, em: float) -> int | None:
    """The number of the word with which the text behind a word begins, as far from it as from a mark, `least`
    pixels or more; None if it is not the first of its line."""
    middle = center_y(word.box)
    level = np.flatnonzero((words[:, 1] < middle) & (middle < words[:, 3]))
    before = word.box[0] - words[level[words[level, 0] < word.box[0]], 2]
    behind = level[words[level, 0] >= word.box[2]]
    if not behind.size or (before.size and before.min() < BEFORE * em):
        return None
    first = int(behind[words[behind, 0].argmin()])
    return first if least <= words[first, 0] - word.box[2] <= GAP[1] * em else None
