"""What the ink says of dots and of the height of letters, where the engines know but usual words.

They read "Ü27" as "U27" or "027" and "SprInt" as "Sprint" and are sure of it: such words are in no
language. The ink shows two dots over the one and none over the other. A letter is touched only where each
letter of the word stands alone, so that what stands over it is its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from statistics import median

import numpy as np

from extract.files.sheet import Grey
from extract.scans.blobs import Blobs, columns_of
from extract.scans.dictionary import is_german
from extract.scans.likeness import plain
from extract.scans.witness import Heard

Box = Sequence[float]
"""x0, top, x1, bottom in pixels."""

UMLAUT = dict(zip("AOUaou", "ÄÖÜäöü", strict=True))
UMLAUT_OF = {umlaut: letter for letter, umlaut in UMLAUT.items()}
HALF = {"ä": "a", "A": "Ä", "O": "Ö", "U": "Ü"}
"""What a letter with one mark over it may be: an a with a speck, a capital that lost a dot."""
ALIKE = frozenset("cosuvwxz")
"""Letters whose capital differs by its height alone."""
HIGH, LOW = frozenset("ABDEFGHKLMNPRTbdhkl0123456789"), frozenset("aemnr")
"""Letters that nobody takes for a taller or a lower one."""
TALL = frozenset("COSUVWXZ")
CARRIERS = frozenset("CSZ")
"""What a small letter within a word is taken for into which its caron has run: the second engine knows it."""
ZERO = "0"
"""What an Ü or an Ö before figures is read as."""
SINGLE, DOUBLE = frozenset("ijIl1:;!?"), frozenset("AOUaouÄÖÜäöü" + ZERO)
"""What may have a dot or two above its body."""
QUOTES = frozenset('„“”"»«')
PAIRED = frozenset("AOU" + ZERO)
"""Capitals over which a flat mark is two dots that have run together: no other flat mark stands there."""
DOT = (0.05, 0.2)
"""Font sizes of a dot's sides: 0.07 to 0.13."""
PAIR = (0.22, 0.45, 0.17)
"""Font sizes of two dots that have run together: least and greatest width, greatest height."""
DOT_ROOM = 0.3
"""Font sizes above a word in which the dots of its capitals stand."""
DOT_GAP = (0.0, 0.22)
"""Font sizes of white between a letter and its dots."""
LEVEL = 0.06
"""Font sizes by which two dots of one letter differ in height at most."""
DIFFERENT = 0.11
"""Font sizes between the heights of capitals and of small letters at least: 0.11 in Courier, else 0.19."""
MISFIT = 0.12
"""Font sizes by which letters of one kind differ in height at most."""
TALL_SHARE, LOW_SHARE = 0.8, 0.15
"""Of the way from the height of small letters to that of capitals: a capital has so much at least (100 of
5,700 small ones have 0.25 or more, six on a torn fax 0.5), a small letter so little at most (no capital
of 490 has under 0.28)."""
STEM_SHARE = 0.6
"""The same for an I without serifs: an i that lost its dot has 0, one that its dot has run into a waist."""
STROKES = re.compile(r"(I{1,3})([.,]*)")
"""A numeral of strokes alone, and the marks behind it: of these none has ink at its middle, as ) has."""
PLAIN = 0.2
"""Font sizes that an I without serifs is wide at most."""
OPEN = 0.5
"""An Ü is open above: somewhere in the middle of its upper part it is less dark than this share of its
darkest."""
WAIST = 0.8
"""Share of its usual darkness that a stem has everywhere, if no dot has run into it."""
WHOLE_DOT = 0.09
"""Font sizes of a mark's longer side at least to be more than a speck."""
HALF_SEEN = 0.5
"""Confidence at most of a word whose dots are not as it was read. On 84 pages of scans all of three ä with
one mark over them were wrong; ö and ü with one of their dots were right (22 of 22)."""
BY_INK = 0.8
"""Confidence at most of a word whose letters the ink has corrected."""
CONFIRMED = 0.97
"""Confidence of a word if one engine has what the ink shows: two of three."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter as read, its own piece of ink and the dots over it; pixels."""

    char: str
    body: Box
    dots: tuple[Box, ...]
    alone: bool
    """Nothing but its body stands in its place."""

    @property
    def height(self) -> float:
        return self.body[3] - self.body[1]


def with_seen_letters(words: Sequence[Heard], blobs: Blobs, page: Callable[[], Grey]) -> list[Heard]:
    """The words of a page with the letters that their ink shows to be others; the old reading comes along.

    `page` has the picture of the page, which is needed now and then.
    """
    return [
        _corrected(word, blobs, page) if word.alternatives or _is_candidate(word.text) else word
        for word in words
    ]


def _is_candidate(text: str) -> bool:
    """Has a word a letter that may be another by its dots or its height?"""
    return any(char in UMLAUT or char in "iI" or char.lower() in ALIKE for char in text) or text[:1] == ZERO


def _corrected(word: Heard, blobs: Blobs, page: Callable[[], Grey]) -> Heard:
    if strokes := STROKES.fullmatch(word.text):
        return _counted(word, strokes, page)
    letters = _letters(word, blobs)
    low = _usual(letters, LOW)
    high = _usual(letters, HIGH) or _usual(letters, TALL if low else frozenset())
    if not _fit(letters, low, high, MISFIT * word.em):
        return word
    seen = [_seen(one, word.em, high, low, page) for one in letters]
    text = "".join(char or one.char for one, char in zip(letters, seen, strict=True))
    if word.alternatives and _is_confirmed(text, word, seen):
        return replace(word, text=text, confidence=CONFIRMED, alternatives=())
    raised = [after for before, after in zip(word.text, text, strict=True) if before != after]
    if len(raised) == 1:
        told = _told(word, text, word.text, BY_INK)
        return told if text[0] in raised or raised[0] not in CARRIERS else replace(told, weighed=word.weighed)
    half = "".join(
        HALF.get(one.char, one.char) if _is_half_seen(one, word.em) else one.char for one in letters
    )
    if half == word.text:
        return word
    if is_german(half) and not is_german(word.text):
        return _told(word, half, word.text, HALF_SEEN)
    return _told(word, word.text, half, HALF_SEEN)


def _counted(word: Heard, strokes: re.Match[str], page: Callable[[], Grey]) -> Heard:
    """A numeral of strokes with as many as are seen at its middle: where the serifs of "II" touch it is
    read as "I"."""
    seen = "I" * _stems(word.box, word.em, page())
    if not STROKES.fullmatch(seen) or (seen == strokes[1] and not word.alternatives):
        return word
    text = seen + strokes[2]
    if text not in (word.text, *word.alternatives):
        return _told(word, text, word.text, BY_INK)
    told = [other for other in word.alternatives if not STROKES.fullmatch(other)]
    return word if told else replace(word, text=text, confidence=CONFIRMED, alternatives=())


def _stems(box: Box, em: float, grey: Grey) -> int:
    """How many upright strokes, none wider than that of an I, cross the middle of a word; 0 if anything else
    does."""
    x0, top, x1, bottom = (round(value) for value in box)
    height = bottom - top
    dark = 255.0 - grey[top + 2 * height // 5 : bottom - 2 * height // 5, max(0, x0 - 1) : x1 + 1]
    if not dark.size:
        return 0
    least, most = dark.min(axis=0), dark.max(axis=0)
    inked = most >= most.max() / 2
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inked, [False])).astype(np.int8)))
    begins, ends = edges[::2], edges[1::2]
    upright = all(
        end - begin <= PLAIN * em and least[begin:end].max() >= OPEN * most[begin:end].max()
        for begin, end in zip(begins, ends, strict=True)
    )
    return len(begins) if upright else 0


def _is_confirmed(text: str, word: Heard, seen: Sequence[str | None]) -> bool:
    """Did one engine read what the ink shows, and differ all other readings but in letters that it tells?"""
    return (
        word.confidence >= BY_INK
        and text in (word.text, *word.alternatives)
        and all(
            len(other) == len(text)
            and plain(other) == plain(text)
            and all(one == char or told for one, char, told in zip(other, text, seen, strict=True))
            for other in (word.text, *word.alternatives)
        )
    )


def _told(word: Heard, text: str, other: str, sure: float) -> Heard:
    others = dict.fromkeys((other, *word.alternatives))
    return replace(
        word,
        text=text,
        confidence=min(word.confidence, sure),
        alternatives=tuple(one for one in others if one != text),
        weighed=True,
    )


def _usual(letters: Sequence[_Letter], known: frozenset[str]) -> float | None:
    heights = [one.height for one in letters if one.char in known]
    return median(heights) if heights else None


def _fit(letters: Sequence[_Letter], low: float | None, high: float | None, most: float) -> bool:
    """Do the pieces of ink look like the letters they were read as? Where some touch and others have broken,
    there may be as many of them, but not in their places."""
    return bool(letters) and all(
        (low is None or one.char not in LOW or abs(one.height - low) <= most)
        and (high is None or one.char not in HIGH or abs(one.height - high) <= most)
        and (len(one.dots) != 1 or one.char in SINGLE | DOUBLE)
        and (len(one.dots) != 2 or one.char in DOUBLE)
        for one in letters
    )


def _letters(word: Heard, blobs: Blobs) -> list[_Letter]:
    """The letters of a word with their ink; none where some touch, or where other ink stands between."""
    x0, top, x1, bottom = word.box
    boxes = blobs.boxes[blobs.within((x0, top - DOT_ROOM * word.em, x1, bottom))]
    columns = _of_letters(columns_of(boxes), word.text)
    if len(columns) != len(word.text):
        return []
    own: list[list[Box]] = [[] for _ in columns]
    place = 0
    for box in boxes[boxes[:, 0].argsort(kind="stable")].tolist():
        while box[0] >= columns[place][1]:
            place += 1
        own[place].append(box)
    letters = []
    for char, pieces in zip(word.text, own, strict=True):
        body = max(pieces, key=lambda one: one[3] - one[1])
        dots = tuple(
            dot for one in pieces if one is not body for dot in _dots_of(one, body, word.em, char in PAIRED)
        )
        dots = dots or (_faint_dots(pieces, body, word.em) if char in PAIRED else ())
        letters.append(_Letter(char, body, dots, alone=len(pieces) == 1))
    return letters


def _of_letters(columns: Sequence[tuple[float, float]], text: str) -> list[tuple[float, float]]:
    """The columns of ink with those joined that are the two strokes of a quotation mark."""
    strokes = [2 if char in QUOTES else 1 for char in text]
    if len(columns) != sum(strokes):
        return list(columns)
    ends = list(accumulate(strokes))
    return [(columns[end - count][0], columns[end - 1][1]) for end, count in zip(ends, strokes, strict=True)]


def _dots_of(box: Box, body: Box, em: float, paired: bool) -> tuple[Box, ...]:
    """The dots that a piece of ink is over a letter: none, one, or two that have run together (`paired`)."""
    x0, top, x1, bottom = box
    width, height, gap = x1 - x0, bottom - top, body[1] - bottom
    if not DOT_GAP[0] * em <= gap <= DOT_GAP[1] * em or min(width, height) < DOT[0] * em:
        return ()
    if max(width, height) <= DOT[1] * em:
        return (box,)
    least, most, flat = PAIR
    if paired and least * em <= width <= most * em and height <= flat * em:
        middle = (x0 + x1) / 2
        return (x0, top, middle, bottom), (middle, top, x1, bottom)
    return ()


def _faint_dots(pieces: Sequence[Box], body: Box, em: float) -> tuple[Box, ...]:
    """What is left of two dots over a capital in faint print: two specks at one height, over its middle."""
    specks = [
        one for one in pieces if one is not body and max(one[2] - one[0], one[3] - one[1]) < DOT[1] * em
    ]
    if len(specks) != 2 or not all(DOT_GAP[0] * em <= body[1] - one[3] <= DOT_GAP[1] * em for one in specks):
        return ()
    (one, other), most = specks, LEVEL * em
    middle = (one[0] + one[2] + other[0] + other[2]) / 4
    level = abs(one[3] - other[3]) <= most and abs(middle - (body[0] + body[2]) / 2) <= most
    return (one, other) if level else ()


def _seen(
    one: _Letter, em: float, high: float | None, low: float | None, page: Callable[[], Grey]
) -> str | None:
    """The letter that its ink shows, None where it does not tell. `high`, `low`: how tall others are."""
    char = UMLAUT_OF.get(one.char, one.char)
    if (char in UMLAUT or char == ZERO) and len(one.dots) == 2:
        level = abs(one.dots[0][3] - one.dots[1][3]) <= LEVEL * em
        return (UMLAUT.get(char) or ("Ü" if _is_open(one.body, page()) else "Ö")) if level else None
    if char != one.char or high is None or low is None or high - low < DIFFERENT * em:
        return None
    share = (one.height - low) / (high - low)
    is_tall, is_low = abs(1 - share) <= 1 - TALL_SHARE, abs(share) <= LOW_SHARE
    is_long = is_tall or (share >= STEM_SHARE and one.body[2] - one.body[0] <= PLAIN * em)
    if char in "iI" and is_long and one.alone and _is_stem(one.body, page()):
        return "I"
    if char in "iIl" and is_low and len(one.dots) == 1:
        return "i"
    if char.lower() in ALIKE and one.alone and (is_tall or is_low):
        return char.upper() if is_tall else char.lower()
    return None


def _is_half_seen(one: _Letter, em: float) -> bool:
    """Does one mark stand over an ä, which has two, or a capital that has two or none? That is an á, an Ü
    with a faint dot, or an a with a speck."""
    if len(one.dots) != 1 or one.char not in HALF:
        return False
    x0, top, x1, bottom = one.dots[0]
    return max(x1 - x0, bottom - top) >= WHOLE_DOT * em


def _is_stem(body: Box, grey: Grey) -> bool:
    """Is a stroke as dark in its upper half as below? A dot that has run into its stem leaves a waist."""
    x0, top, x1, bottom = (int(value) for value in body)
    dark = (255.0 - grey[top:bottom, x0:x1]).sum(axis=1)
    middle, upper = dark[len(dark) // 2 : -len(dark) // 6], dark[len(dark) // 8 : len(dark) // 2]
    return bool(len(middle) and len(upper) and upper.min() >= WAIST * np.median(middle))


def _is_open(body: Box, grey: Grey) -> bool:
    """Is there white above the middle of a letter?"""
    x0, top, x1, bottom = (int(value) for value in body)
    dark = 255.0 - grey[top:bottom, x0:x1]
    height, width = dark.shape
    middle = dark[: height // 3, width // 3 : 2 * width // 3 + 1].max(axis=0)
    return bool(middle.min() < OPEN * dark.max())
