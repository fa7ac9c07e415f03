"""What the ink of a word says beyond the letters that were read: size, weight, marks, dirt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Protocol

import numpy as np
import numpy.typing as npt

from extract.scans.blobs import BELOW, CAPITAL, DEEP, Blobs, Line, around, font_size, sides
from extract.scans.dashes import DASH, usual_en_dash
from extract.scans.gaps import GROUP, parted_at_gaps
from extract.scans.numerals import as_roman, section_sign, with_full_stop
from extract.scans.ocr import Token
from extract.scans.opening_marks import MIDDLE_DOT_SIGN, STROKE, with_mark
from extract.scans.pitch import pitch_of, pitch_of_line

DOT_GAP = 0.6
"""Font sizes of white beside a middle dot or a stroke at most."""
SLIM = 1.9
"""A dash is so many times wider than high at least: of 29 specks read as dashes on poor scans one was."""
SURE_STROKE = 0.9
"""Confidence of a stroke between two names at least; remains of rules and of pens have less."""
PITCH_DASH = 0.72
"""Pitches that an en dash is wide at least: in Courier it has 0.72 to 0.84, a hyphen 0.65 to 0.72."""
LONE_MARKS = frozenset("-–•·/&+%€§$()=…°:")
"""Marks that may stand alone as a word ("$" for a misread §); others are dirt or strokes of a pen."""
PLUS = "+"
"""As a scanner draws specks; a printed one is as high as a small letter."""
SIGNS, STOPS = "€%§", ".,;:"
"""Signs that stand for words, and what may follow them: "1.500 €, davon"."""
PEN = 2.2
"""Font sizes of the page: an uncertain word without figures and higher than this is a pen's."""
PEN_CONFIDENCE = 0.5
TINY = 0.3
"""Font sizes of the page: what a speck was read as, a letter or a +, is lower, the smallest footnote sign is
not."""
FIRST_GROUP, NEXT_GROUP = re.compile(r"\d{1,3}"), re.compile(r"\d{3}")
"""Behind the one and before the other, or before a currency, "575" is a group of figures and no "§ 75"."""
CURRENCY = re.compile(r"€|(?:Euro|EUR)\b")
SIGN_SURE = 0.89
"""Confidence at most of a "C" that was read as "€"."""
NOUN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2}")
"""What a line begins with behind a "C", and not behind a "€"."""
DIRT_CONFIDENCE = 0.25
"""Below this a word without two letters or a figure is dirt."""


@dataclass(frozen=True, slots=True)
class Inked:
    """A word with what its ink tells. `em` is its font size in pixels, `stroke` the width of its strokes."""

    token: Token
    em: float
    stroke: float
    bold: bool = False


def look_at_ink(tokens: Sequence[Token], blobs: Blobs) -> list[Inked]:
    """Correct by shape what no model can know, drop what is no writing, add size and stroke."""
    lines: dict[tuple[int, int, int], list[Token]] = defaultdict(list)
    for token in tokens:
        lines[token.line].append(token)
    pitch = pitch_of(tokens, blobs)
    en_dash = usual_en_dash(tokens, blobs)
    words = [word for line in lines.values() for word in _look_at_line(line, blobs, en_dash, pitch)]
    usual = usual_size(words)
    return [
        word
        for before, word, after in _with_neighbours(words)
        if is_writing(word, usual)
        and (word.token.text not in (MIDDLE_DOT_SIGN, STROKE) or _between(before, word, after))
    ]


def _with_neighbours(words: list[Inked]) -> Iterator[tuple[Inked | None, Inked, Inked | None]]:
    return zip([None, *words], words, [*words[1:], None], strict=False)


def _between(before: Inked | None, word: Inked, after: Inked | None) -> bool:
    """A middle dot or a stroke stands between two words of its line, a blank from each; dirt, anywhere."""
    if before is None or after is None or not before.token.line == word.token.line == after.token.line:
        return False
    left, right = word.token.box[0] - before.token.box[2], after.token.box[0] - word.token.box[2]
    return max(left, right) <= DOT_GAP * word.em and abs(left - right) <= DOT_GAP / 3 * word.em


class Sized(Protocol):
    @property
    def em(self) -> float: ...


def usual_size(words: Sequence[Sized]) -> float:
    """The font size in pixels that half of the words have at least; 0 without words."""
    return median(word.em for word in words) if words else 0.0


def is_writing(word: Inked, usual: float) -> bool:
    """False for specks read as marks and for strokes of a pen read as letters."""
    text, confidence = word.token.text, word.token.confidence
    height = word.token.box[3] - word.token.box[1]
    if not any(char.isalnum() for char in text):
        if text == PLUS:
            return height >= TINY * usual
        marks = text.rstrip(STOPS) if text[0] in SIGNS else text
        if text == STROKE:
            return confidence >= SURE_STROKE
        return (len(marks) <= 2 and set(marks) <= LONE_MARKS) or (
            len(text) >= 3 and confidence > PEN_CONFIDENCE
        )
    if height < TINY * usual:
        return False
    if any(char.isdigit() for char in text):
        return True
    if confidence < DIRT_CONFIDENCE and sum(char.isalpha() for char in text) < 2:
        return False
    return not (confidence < PEN_CONFIDENCE and height > PEN * usual)


def _look_at_line(line: list[Token], blobs: Blobs, en_dash: float, pitch: float) -> list[Inked]:
    inside = [blobs.within(token.box) for token in line]
    specks = [_is_speck(line, index, found, blobs) for index, found in enumerate(inside)]
    if any(specks):
        line = [token for token, speck in zip(line, specks, strict=True) if not speck]
        inside = [found for found, speck in zip(inside, specks, strict=True) if not speck]
    letters = [
        _letter_box(blobs, found, token.text)
        for token, found in zip(line, inside, strict=True)
        if len(found) and any(char.isalnum() for char in token.text)
    ]
    if not letters:
        return [Inked(token, token.box[3] - token.box[1], 0.0) for token in line]
    # A line level to a tenth of a degree climbs less than a pixel: one baseline serves it all. Of a
    # heading of two words one may be a §, which hangs below it.
    em = median(height for height, _ in letters)
    feet = sorted(foot for _, foot in letters)
    baseline = feet[0] if len(feet) == 2 else median(feet)
    line = [
        with_full_stop(token, found, blobs, em, baseline) for token, found in zip(line, inside, strict=True)
    ]
    if pitch:
        pitch = pitch_of_line(line, blobs, pitch)
        en_dash = PITCH_DASH * pitch / em
    measures = Line(em, baseline, en_dash, pitch)
    words: list[Inked] = []
    for index, (token, found) in enumerate(zip(line, inside, strict=True)):
        after = line[index + 1].text if index + 1 < len(line) else ""
        grouped = _is_group(line, index)
        if not grouped and (sign := section_sign(token, found, blobs, measures, after[:1].isdigit())):
            words += [Inked(piece, em, 0.0) for piece in sign]
            continue
        if index == 0 and token.text == "€" and NOUN.match(after):
            token = replace(token, text="C", confidence=min(token.confidence, SIGN_SURE))
        pieces = with_mark(token, found, blobs, measures, opens=index == 0, alone=len(line) == 1)
        white = line[index + 1].box[0] - token.box[2] if GROUP.match(after) else 0.0
        parted = parted_at_gaps(pieces, blobs, measures, white)
        words += [_inked(read, own, blobs, em) for read, own in parted]
    return words


def _is_group(line: Sequence[Token], index: int) -> bool:
    """Is a token three figures within a sum that blanks part: "575" of "1 575 200,00"?"""
    if not 0 < index < len(line) - 1 or NEXT_GROUP.fullmatch(line[index].text) is None:
        return False
    before, after = line[index - 1].text, line[index + 1].text
    return bool(FIRST_GROUP.fullmatch(before) and (GROUP.match(after) or CURRENCY.match(after)))


def _is_speck(line: Sequence[Token], index: int, found: npt.NDArray[np.intp], blobs: Blobs) -> bool:
    """Was a speck read as a dash? It is hardly wider than high; so are some dashes, but between words."""
    token = line[index]
    if len(found) != 1 or not DASH.fullmatch(token.text):
        return False
    width, height = sides(blobs.boxes[found[0]])
    if width >= SLIM * height:
        return False
    if not 0 < index < len(line) - 1:
        return True
    before, after = line[index - 1], line[index + 1]
    left, right = token.box[0] - before.box[2], after.box[0] - token.box[2]
    high = max(before.box[3] - before.box[1], after.box[3] - after.box[1])
    return max(left, right) > high or abs(left - right) > DOT_GAP / 3 * high


def _inked(token: Token, found: npt.NDArray[np.intp], blobs: Blobs, em: float) -> Inked:
    """A word with its size, which is that of its line unless it is another for certain, and its stroke."""
    token = as_roman(token, found, blobs, em)
    size = em
    if any(char.isalnum() for char in token.text) and len(found):
        box = around(blobs.boxes[found])
        own = font_size(token.text, box[3] - box[1])
        size = em if 0.8 < own / em < 1.25 else own
    stroke = 2 * float(blobs.areas[found].sum()) / max(1.0, float(blobs.edges[found].sum()))
    return Inked(token, size, stroke)


def _letter_box(blobs: Blobs, found: npt.NDArray[np.intp], text: str) -> tuple[float, float]:
    """Font size and foot of a word by its ink. Of a short one the shortest letter tells: one may be a §."""
    box = around(blobs.boxes[found])
    height, foot = box[3] - box[1], box[3]
    if len(text) <= 3:
        tall = [blobs.boxes[i] for i in found if blobs.boxes[i, 3] - blobs.boxes[i, 1] > height / 2]
        if len(tall) > 1 and text.isdigit():
            lowest = min(tall, key=lambda one: one[3] - one[1])
            return float(lowest[3] - lowest[1]) / CAPITAL, float(lowest[3])
    em = font_size(text, height)
    return em, foot - (BELOW * em if DEEP.search(text) else 0.0)
