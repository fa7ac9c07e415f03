"""§, Roman numerals and lost full stops, by their shape: the model reads figures and letters for them."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from extract.scans.blobs import CAPITAL, Blobs, Boxes, Line, around, columns_of, sides
from extract.scans.ocr import Token

ROMAN = re.compile(r"^([IVXNHMUW][IVXLNHMUWil|ı!1]{0,5}|[1l|][IVXl|ı]+|[1l|](?=[.)]))([.,;:)]{0,2})$")
"""A numeral, or what its strokes are misread as: "Il", "Ill,", "VIl", "IN,", "VIH", "1." of "III."."""
SECTION_MISREAD = frozenset("8Ss$53692&BGgZ§")
SECTION_BELOW = (0.055, 0.08)
"""Font sizes a § reaches below the baseline (0.08 to 0.13 by typeface; a figure at most 0.015), where a
number follows and where none does."""
SECTION_HEIGHT = (1.08, 1.12)
"""Times the height of a figure, likewise: § has 1.11 (DejaVu) to 1.19 (Liberation Serif)."""
STOPPED = re.compile(
    r"\d{1,2}|Dr|Prof|Dipl|[Ss]ept|SEPT|(?i:jan|feb|mrz|mär|apr|jun|jul|aug|sep|okt|nov|dez)"
)
"""Short numbers, and what German never writes without a full stop. May has none."""
MISREAD_STOP = re.compile(r"(?:Dr|Prof|Dipl)[:;,]")
"""A full stop with a speck over or under it."""
FULL_STOP = (0.06, 0.2)
"""Font sizes: a full stop is 0.1 (Liberation Sans) to 0.13 (DejaVu Bold: 0.19)."""
STOP_GAP = 0.3
"""Font sizes from a figure to the middle of its full stop at most."""
WORD_STOP_GAP = 0.45
"""The same from a word: of a typewriter's letters, as on stamps, it stands in the middle of its place."""
AS_STROKES = str.maketrans("il|ı!1", "IIIIII")
COUNTED = 0.97
"""Confidence at least of a numeral of which the model read all strokes that are seen."""
NUMERAL = re.compile(r"^X{0,3}(IX|IV|V?I{0,3})$")
STROKE_HEIGHT = 0.55
STROKE_WIDTH = 0.42
"""Font sizes: an I is 0.1 (sans) to 0.33 (serif) wide, V and X 0.6 and more; a comma is lower than either."""
LEVEL = 0.15
"""Share of their height by which the strokes of one numeral differ at their ends at most."""


def section_sign(
    token: Token, found: npt.NDArray[np.intp], blobs: Blobs, line: Line, number_follows: bool
) -> list[Token] | None:
    """The section sign and its number where the model read figures: of these only § hangs below the line."""
    if not 1 <= len(token.text) <= 5 or token.text[0] not in SECTION_MISREAD:
        return None
    columns = columns_of(blobs.boxes[found])
    if len(columns) != len(token.text):
        return None
    strict = 0 if number_follows or (token.text[-1].isdigit() and len(columns) > 1) else 1
    signs = 0
    for letter, (left, right) in zip(token.text, columns, strict=True):
        own = [i for i in found if left <= blobs.boxes[i, 0] and blobs.boxes[i, 2] <= right]
        box = around(blobs.boxes[own])
        hangs = box[3] >= line.baseline + SECTION_BELOW[strict] * line.em
        high = box[3] - box[1] >= SECTION_HEIGHT[strict] * CAPITAL * line.em
        if letter not in SECTION_MISREAD or not (hangs and high):
            break
        signs += 1
    rest = token.text[signs:]
    if not signs or signs > 2 or not (not rest or rest[0].isdigit()):
        return None
    x0, top, x1, bottom = token.box
    edge = columns[signs - 1][1]
    confidence = max(token.confidence, 0.85)
    sign = replace(token, text="§" * signs, box=(x0, top, edge, bottom), confidence=confidence)
    if not rest:
        return [sign]
    return [sign, replace(token, text=rest, box=(columns[signs][0], top, x1, bottom))]


def with_full_stop(
    token: Token, found: npt.NDArray[np.intp], blobs: Blobs, em: float, baseline: float
) -> Token:
    """Give "2" the full stop that stands beside it, and "AUG": page analysis drops it from short numbers in a
    column, and from stamps."""
    if MISREAD_STOP.fullmatch(token.text):
        return replace(token, text=token.text[:-1] + ".")
    if not STOPPED.fullmatch(token.text) or not len(found):
        return token
    right = float(blobs.boxes[found, 2].max())
    gap = (STOP_GAP if token.text.isdigit() else WORD_STOP_GAP) * em
    beside = blobs.within((right + 1, baseline - 2 * FULL_STOP[1] * em, right + gap, baseline + 2))
    stops = [
        blobs.boxes[index]
        for index in beside
        if index not in found
        and FULL_STOP[0] * em <= min(sides(blobs.boxes[index]))
        and max(sides(blobs.boxes[index])) <= FULL_STOP[1] * em
    ]
    if len(stops) != 1:
        return token
    x0, top, _, bottom = token.box
    return replace(token, text=token.text + ".", box=(x0, top, float(stops[0][2]), bottom))


def as_roman(token: Token, found: npt.NDArray[np.intp], blobs: Blobs, em: float) -> Token:
    """Count the strokes of a Roman numeral in the ink: models lose or mistake some of "VIII"."""
    match = ROMAN.match(token.text)
    if not match:
        return token
    tall = [index for index in found if blobs.boxes[index, 3] - blobs.boxes[index, 1] >= STROKE_HEIGHT * em]
    tall = tall[: len(tall) - match[2].count(")")]
    wide = [blobs.boxes[index, 2] - blobs.boxes[index, 0] > STROKE_WIDTH * em for index in tall]
    large = [letter for letter in match[1] if letter in "VX"]
    if not 2 <= len(tall) <= 5 or sum(wide) != len(large):
        return token
    if len(match[1]) == 1 and not _are_level(blobs.boxes[tall]):
        return token  # beside the figure stands something else
    rest = iter(large)
    numeral = "".join(next(rest) if broad else "I" for broad in wide)
    if not NUMERAL.match(numeral):
        return token
    sure = COUNTED if numeral == match[1].translate(AS_STROKES) else 0.85
    return replace(token, text=numeral + match[2], confidence=max(token.confidence, sure))


def _are_level(boxes: Boxes) -> bool:
    """Do strokes begin and end alike, as those of one numeral do?"""
    heights = boxes[:, 3] - boxes[:, 1]
    spread = max(np.ptp(boxes[:, 1]), np.ptp(boxes[:, 3]))
    return bool(spread <= LEVEL * heights.min())
