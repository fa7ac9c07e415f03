"""Words that were read as one although their ink has a gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import numpy as np
import numpy.typing as npt

from extract.scans.blobs import Blobs, Line, around, columns_of, font_size
from extract.scans.dictionary import is_german, is_short_word
from extract.scans.ocr import Token
from extract.scans.opening_marks import mark_of
from extract.scans.pitch import ways_between

WORD_GAP = 0.2
"""Font sizes of white between two words at least; between letters there are 0.02 to 0.13."""
FIGURES = frozenset("0123456789.,")
"""No gap parts figures: a 1 stands in as much white as a word gap."""
GROUPS, GROUP = re.compile(r"\d{4,6}"), re.compile(r"\d{3}(?!\d)")
GROUP_SHARE = 0.7
"""But for "1 921 638,00", of which "1921" and "638,00" were read: the gap before the last three figures is as
wide as the blank behind them, or no less than this share of it. Behind a year stands none."""
PITCH_GAP = 1.6
"""Pitches between the middles of two letters that a blank parts; none parts them in 1 pitch."""
AT_ENDS = "„“”\"»«‚‘’'()[].,;:!?"
"""No gap parts these from their word: behind an e a “ stands in white that goes on below it."""
SMALL = re.compile(r"(?![a-z]\.)[a-zäöüß]+")
"""Small letters, but for those of "e. V."."""
GAP_RATIO, NEXT_RATIO = 2.0, 1.6
"""A word gap in a word is so many times its usual letter gap, and so many times the next smaller one: spaced
letters stay together. "e. V." has 2.1 of either, "BaP 4.0" 2.2."""
LETTERED, DOT_SIDE = re.compile(r"[^\W_]{2,}[^\w\s]*"), 0.2
"""A word all of whose marks stand at its end, and font sizes of a dot at most."""
MAX_TOUCHING = 2
"""Letters of a word that may touch another, so that it is still known between which two a gap lies."""
NARROW, WIDE = frozenset("iIjlftr1.,:;'|!-()[]/"), frozenset("mwMW%")
LETTER_WIDTHS = (0.32, 0.58, 0.85)
"""Font sizes that narrow letters, most and wide ones take: it need but tell between which two a gap lies."""


def parted_at_gaps(
    pieces: list[tuple[Token, npt.NDArray[np.intp]]], blobs: Blobs, line: Line, grouped: float = 0.0
) -> list[tuple[Token, npt.NDArray[np.intp]]]:
    """Part words that were read as one although the ink has a gap: "2025.ist", "Teil4.0", "e.V.".

    `grouped`: pixels of white to a group of three figures behind the last of them, if there is one.
    """
    parted = []
    for token, found in pieces:
        found = _without_dirt(token.text, found, blobs, line.em)
        columns = columns_of(blobs.boxes[found])
        blanks = _blanks(columns, _own_size(token.text, found, blobs, line), line.pitch)
        if blanks[:1] == [1] and (mark := mark_of(blobs, int(found[0]), line)):
            # A bullet that was not read, in the box of the word behind it.
            box = around(blobs.boxes[found[1:]])
            parted.append((replace(token, text=mark, box=around(blobs.boxes[found[:1]])), found[:1]))
            token, found, columns = replace(token, box=box), found[1:], columns[1:]
            blanks = [place - 1 for place in blanks[1:]]
        touching = len(token.text) - len(columns)
        start, rest = 0, found
        for place in blanks if 0 <= touching <= MAX_TOUCHING * (not line.pitch) else ():
            edge = (columns[place - 1][1] + columns[place][0]) / 2
            at = _letters_before(token.text, columns, place) if touching else place
            if at <= start or at >= len(token.text):
                continue
            white = columns[place][0] - columns[place - 1][1]
            ends = at == len(token.text) - 3 and GROUPS.fullmatch(token.text, start) is not None
            figures = set(token.text[at - 1 : at + 1]) <= FIGURES
            if figures and not (ends and 0 < GROUP_SHARE * grouped <= white):
                continue
            if _is_end(token.text[start:at], token.text[at]) or _is_end(token.text[at:], token.text[at - 1]):
                continue
            if _goes_on(token.text, at):
                continue
            own, rest = rest[blobs.boxes[rest, 0] < edge], rest[blobs.boxes[rest, 0] >= edge]
            box = around(blobs.boxes[own])
            parted.append((replace(token, text=token.text[start:at], box=box), own))
            start = at
        if start:
            token = replace(token, text=token.text[start:], box=around(blobs.boxes[rest]))
        parted.append((token, rest))
    return parted


def _is_end(part: str, beside: str) -> bool:
    """Does a part of a word belong to the letter beside it, whatever the gap: marks, or one capital of
    several?"""
    letters = part.strip(AT_ENDS)
    return not letters or (len(letters) == 1 and letters.isupper() and beside.isupper())


def _goes_on(text: str, at: int) -> bool:
    """Does a word go on behind a gap in its ink, as on curled paper? Of small letters on both sides those
    behind it are no word, or the whole is one that the dictionary has: "Kata rzyna", "Integ ration"."""
    behind = SMALL.match(text, at)
    if behind is None or not text[at - 1].isalpha():
        return False
    return is_german(text) or not (is_german(behind[0]) or is_short_word(behind[0]))


def _without_dirt(text: str, found: npt.NDArray[np.intp], blobs: Blobs, em: float) -> npt.NDArray[np.intp]:
    """The ink of a word without the specks before, between and over its letters, which would pass for some:
    what is no larger than a dot, stands over or under nothing and is no mark at its end, is dirt."""
    if not LETTERED.fullmatch(text):
        return found
    boxes = blobs.boxes[found]
    small = (boxes[:, 2:] - boxes[:, :2]).max(axis=1, initial=0.0) <= DOT_SIDE * em
    if not small.any() or small.all():
        return found
    large = boxes[~small]
    alone = [
        index
        for index in np.flatnonzero(small).tolist()
        if not ((large[:, 0] < boxes[index, 2]) & (boxes[index, 0] < large[:, 2])).any()
    ]
    before = [index for index in alone if boxes[index, 0] < large[:, 2].max()]
    return np.delete(found, before) if before else found


def _own_size(text: str, found: npt.NDArray[np.intp], blobs: Blobs, line: Line) -> float:
    """Font size of a word in pixels, no more than that of its line, which one odd word may spoil."""
    if not len(found):
        return line.em
    box = around(blobs.boxes[found])
    return min(line.em, font_size(text, box[3] - box[1]))


def _blanks(columns: Sequence[tuple[float, float]], em: float, pitch: float) -> list[int]:
    """Before which letters of a word there are blanks."""
    if len(columns) < 4:
        return []
    if pitch:
        # White is no sign where narrow letters stand in wide places: "l ive".
        steps = ways_between([(left + right) / 2 for left, right in columns])
        return [place for place, step in enumerate(steps, 1) if step >= PITCH_GAP * pitch]
    gaps = [right[0] - left[1] for left, right in pairwise(columns)]
    least = max(WORD_GAP * em, GAP_RATIO * median(gaps))
    largest = sorted(gaps, reverse=True)
    for count in range(1, len(gaps) // 2 + 1):
        if largest[count - 1] >= max(least, NEXT_RATIO * largest[count]):
            return [place for place, gap in enumerate(gaps, 1) if gap >= largest[count - 1]]
    return []


def _letters_before(text: str, columns: Sequence[tuple[float, float]], place: int) -> int:
    """How many letters of a word stand before a gap in its ink, if some of them touch."""
    before, behind = columns[place - 1][1] - columns[0][0], columns[-1][1] - columns[place][0]
    widths = [LETTER_WIDTHS[1 + (char in WIDE) - (char in NARROW)] for char in text]
    ends = np.cumsum(widths) / sum(widths)
    return int(np.argmin(np.abs(ends - before / (before + behind)))) + 1
