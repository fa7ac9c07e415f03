"""What the ink of a word says beyond the letters that were read: size, weight, dashes, bullets, dirt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Protocol

import numpy as np
import numpy.typing as npt

from extract.scans.blobs import BELOW, CAPITAL, DEEP, Blobs, Boxes, Line, around, columns_of, font_size, sides
from extract.scans.dashes import (
    DASH,
    DASH_WIDTH,
    MARK_RISE,
    UNSURE_DASH,
    dash_of,
    is_dash,
    usual_en_dash,
    with_dashes,
)
from extract.scans.ocr import Token

BULLET_SIZE = (0.12, 0.6)
"""Font sizes: bullets have 0.25 to 0.4, a full stop about 0.1 to 0.13."""
BULLET_ROUND = 1.35
"""Longer side by shorter side of a bullet at most, give or take a pixel."""
BULLET_FILL = 0.62
"""Share of its box that a bullet fills: a disc 0.79, a square 1; letters and digits under 0.6."""
MIDDLE_DOT = 0.19
DOT_RISE = (0.2, 0.45)
"""Font sizes: a middle dot is as large as a full stop (0.1) and stands higher."""
DOT_GAP = 0.6
"""Font sizes of white beside a middle dot or a stroke at most."""
MIDDLE_DOT_SIGN, STROKE, SPECK = "·", "|", "."
SURE_STROKE = 0.9
"""Confidence of a stroke between two names at least; remains of rules and of pens have less."""
RING = re.compile(r"[0O]")
RING_HEIGHT = 0.6
"""Font sizes: an "o" that marks an item is lower (0.51), a nought and an O are higher (0.7)."""
BULLET_GAP = 0.2
"""Font sizes of white after a bullet."""

ROMAN = re.compile(r"^([IVXNHMUW][IVXLNHMUWil|ı!1]{0,5}|[1l|][IVXl|ı]+|[1l|](?=[.)]))([.,;:)]{0,2})$")
"""A numeral, or what its strokes are misread as: "Il", "Ill,", "VIl", "IN,", "VIH", "1." of "III."."""
SECTION_MISREAD = frozenset("8Ss$53692&BGgZ§")
SECTION_BELOW = (0.055, 0.08)
"""Font sizes a § reaches below the baseline (0.08 to 0.13 by typeface; a figure at most 0.015), where a
number follows and where none does."""
SECTION_HEIGHT = (1.08, 1.12)
"""Times the height of a figure, likewise: § has 1.11 (DejaVu) to 1.19 (Liberation Serif)."""
SHORT_NUMBER = re.compile(r"^\d{1,2}$")
FULL_STOP = (0.06, 0.2)
"""Font sizes: a full stop is 0.1 (Liberation Sans) to 0.13 (DejaVu Bold: 0.19)."""
STOP_GAP = 0.3
"""Font sizes from a figure to the middle of its full stop at most."""
AS_STROKES = str.maketrans("il|ı!1", "IIIIII")
COUNTED = 0.97
"""Confidence at least of a numeral of which the model read all strokes that are seen."""
NUMERAL = re.compile(r"^X{0,3}(IX|IV|V?I{0,3})$")
STROKE_HEIGHT = 0.55
STROKE_WIDTH = 0.42
"""Font sizes: an I is 0.1 (sans) to 0.33 (serif) wide, V and X 0.6 and more; a comma is lower than either."""
LEVEL = 0.15
"""Share of their height by which the strokes of one numeral differ at their ends at most."""

WORD_GAP = 0.2
"""Font sizes of white between two words at least; between letters there are 0.02 to 0.13."""
FIGURES = frozenset("0123456789.,")
"""No gap parts figures: a 1 stands in as much white as a word gap."""
MONOSPACED = (30, 0.6, 0.1)
"""A page is set on one pitch if so many letters are seen and of them such a share stands one pitch, give or
take so much of it, behind the letter before: 0.7 to 0.98 of them in Courier, 0.39 to 0.56 in other type."""
LONG, SAMPLE = 5, 60
"""So many words of so many letters show whether it is."""
PITCH_GAP = 1.6
"""Pitches between the middles of two letters that a blank parts; none parts them in 1 pitch."""
PITCH_DASH = 0.72
"""Pitches that an en dash is wide at least: in Courier it has 0.72 to 0.84, a hyphen 0.65 to 0.72."""
PITCHES_NEEDED = 5
"""Letters of a line that show its own pitch, if its page has one."""
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

LONE_MARKS = frozenset("-–•·/&+%€§$()=…°:")
"""Marks that may stand alone as a word ("$" for a misread §); others are dirt or strokes of a pen."""
SIGNS, STOPS = "€%§", ".,;:"
"""Signs that stand for words, and what may follow them: "1.500 €, davon"."""
PEN = 2.2
"""Font sizes of the page: an uncertain word without figures and higher than this is a pen's."""
PEN_CONFIDENCE = 0.5
TINY = 0.3
"""Font sizes of the page: the letter that a speck was read as is lower, the smallest footnote sign is not."""
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
    pitch = _pitch(tokens, blobs)
    en_dash = usual_en_dash(tokens, blobs)
    words = [word for line in lines.values() for word in _look_at_line(line, blobs, en_dash, pitch)]
    usual = usual_size(words)
    return [
        word
        for before, word, after in _with_neighbours(words)
        if is_writing(word, usual)
        and (word.token.text not in (MIDDLE_DOT_SIGN, STROKE) or _between(before, word, after))
    ]


def _pitch(tokens: Sequence[Token], blobs: Blobs) -> float:
    """Pixels from letter to letter on a page of monospaced type, 0 on any other."""
    steps = _steps([token for token in tokens if len(token.text) >= LONG][:SAMPLE], blobs)
    enough, share, near = MONOSPACED
    if len(steps) < enough:
        return 0.0
    pitch = float(np.median(steps))
    even = sum(abs(step - pitch) <= near * pitch for step in steps)
    return pitch if even >= share * len(steps) else 0.0


def _steps(tokens: Sequence[Token], blobs: Blobs) -> list[float]:
    """Pixels from the middle of each letter to that of the next in its word."""
    steps: list[float] = []
    for token in tokens:
        if len(token.text) < 3 or not token.text.isalpha():
            continue
        columns = columns_of(blobs.boxes[blobs.within(token.box)])
        if len(columns) == len(token.text):
            steps += _ways([(left + right) / 2 for left, right in columns])
    return steps


def _ways(places: Sequence[float]) -> list[float]:
    return [after - before for before, after in pairwise(places)]


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
    return float(np.median([word.em for word in words])) if words else 0.0


def is_writing(word: Inked, usual: float) -> bool:
    """False for specks read as marks and for strokes of a pen read as letters."""
    text, confidence = word.token.text, word.token.confidence
    if not any(char.isalnum() for char in text):
        marks = text.rstrip(STOPS) if text[0] in SIGNS else text
        if text == STROKE:
            return confidence >= SURE_STROKE
        return (len(marks) <= 2 and set(marks) <= LONE_MARKS) or (
            len(text) >= 3 and confidence > PEN_CONFIDENCE
        )
    height = word.token.box[3] - word.token.box[1]
    if height < TINY * usual:
        return False
    if any(char.isdigit() for char in text):
        return True
    if confidence < DIRT_CONFIDENCE and sum(char.isalpha() for char in text) < 2:
        return False
    return not (confidence < PEN_CONFIDENCE and height > PEN * usual)


def _look_at_line(line: list[Token], blobs: Blobs, en_dash: float, pitch: float) -> list[Inked]:
    inside = [blobs.within(token.box) for token in line]
    letters = [
        _letter_box(blobs, found, token.text)
        for token, found in zip(line, inside, strict=True)
        if len(found) and any(char.isalnum() for char in token.text)
    ]
    if not letters:
        return [Inked(token, token.box[3] - token.box[1], 0.0) for token in line]
    # A line level to a tenth of a degree climbs less than a pixel: one baseline serves it all. Of a
    # heading of two words one may be a §, which hangs below it.
    em = float(np.median([height for height, _ in letters]))
    feet = sorted(foot for _, foot in letters)
    baseline = feet[0] if len(feet) == 2 else float(np.median(feet))
    line = [
        _with_full_stop(token, found, blobs, em, baseline) for token, found in zip(line, inside, strict=True)
    ]
    if pitch:
        steps = _steps(line, blobs)
        pitch = float(np.median(steps)) if len(steps) >= PITCHES_NEEDED else pitch
        en_dash = PITCH_DASH * pitch / em
    measures = Line(em, baseline, en_dash, pitch)
    words: list[Inked] = []
    for index, (token, found) in enumerate(zip(line, inside, strict=True)):
        after = line[index + 1].text if index + 1 < len(line) else ""
        sign = _section_sign(token, found, blobs, measures, after[:1].isdigit())
        if sign:
            words += [Inked(piece, em, 0.0) for piece in sign]
            continue
        pieces = _reread(token, found, blobs, measures, opens=index == 0, alone=len(line) == 1)
        for read, own in _parted(pieces, blobs, measures):
            piece = _roman(read, own, blobs, em)
            size = em
            if any(char.isalnum() for char in piece.text) and len(own):
                box = around(blobs.boxes[own])
                size = font_size(piece.text, box[3] - box[1])
                size = em if 0.8 < size / em < 1.25 else size
            stroke = 2 * float(blobs.areas[own].sum()) / max(1.0, float(blobs.edges[own].sum()))
            words.append(Inked(piece, size, stroke))
    return words


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


def _section_sign(
    token: Token, found: npt.NDArray[np.intp], blobs: Blobs, line: Line, number_follows: bool
) -> list[Token] | None:
    """The section sign and its number where the model read figures: of these only § hangs below the line."""
    columns = columns_of(blobs.boxes[found])
    if not 1 <= len(token.text) <= 5 or len(columns) != len(token.text):
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


def _with_full_stop(
    token: Token, found: npt.NDArray[np.intp], blobs: Blobs, em: float, baseline: float
) -> Token:
    """Give "2" the full stop that stands beside it: page analysis drops it from short numbers in a column."""
    if not SHORT_NUMBER.match(token.text) or not len(found):
        return token
    right = float(blobs.boxes[found, 2].max())
    beside = blobs.within((right + 1, baseline - 2 * FULL_STOP[1] * em, right + STOP_GAP * em, baseline + 2))
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


def _reread(
    token: Token,
    found: npt.NDArray[np.intp],
    blobs: Blobs,
    line: Line,
    opens: bool,
    alone: bool,
) -> list[tuple[Token, npt.NDArray[np.intp]]]:
    """The word or, where a bullet or dash was glued to its front, the two words; with their blobs."""
    if not len(found):
        unseen = DASH.fullmatch(token.text) is not None
        return [(replace(token, confidence=min(token.confidence, UNSURE_DASH)) if unseen else token, found)]
    first, rest = found[:1], found[1:]
    if opens and not alone and not len(rest) and RING.fullmatch(token.text):
        _, height = sides(blobs.boxes[first[0]])
        return [(replace(token, text="o") if height <= RING_HEIGHT * line.em else token, found)]
    if (opens and not token.text[0].isalnum()) or len(token.text) == 1:
        mark = _mark(blobs, int(first[0]), line)
        if mark in (None, MIDDLE_DOT_SIGN) and not len(rest) and DASH.fullmatch(token.text):
            # In narrow type a hyphen is hardly wider than high; a speck is narrower or as high as wide.
            width, height = sides(blobs.boxes[first[0]])
            is_dash = width > height and width >= DASH_WIDTH * line.em
            mark = dash_of(blobs.boxes[first[0]], line, 1.0)[0] if is_dash else SPECK
        if (
            mark
            and not len(rest)
            and len(token.text) <= 2
            and not alone
            and (opens or not token.text.isdigit())
        ):
            sure = max(token.confidence, 0.9)
            if DASH.fullmatch(mark):
                sure = dash_of(blobs.boxes[first[0]], line, sure)[1]
            return [(replace(token, text=mark, confidence=sure), found)]
        if mark and len(rest) and len(token.text) > 1:
            gap = blobs.boxes[rest, 0].min() - blobs.boxes[first[0], 2]
            if gap >= BULLET_GAP * line.em:
                box = around(blobs.boxes[rest])
                head = replace(token, text=mark, box=around(blobs.boxes[first]), confidence=0.9)
                body = replace(token, text=token.text[1:], box=box)
                return [(head, first), (with_dashes(body, rest, blobs, line), rest)]
    return [(with_dashes(token, found, blobs, line), found)]


def _parted(
    pieces: list[tuple[Token, npt.NDArray[np.intp]]], blobs: Blobs, line: Line
) -> list[tuple[Token, npt.NDArray[np.intp]]]:
    """Part words that were read as one although the ink has a gap: "2025.ist", "Teil4.0", "e.V."."""
    parted = []
    for token, found in pieces:
        found = _without_dirt(token.text, found, blobs, line.em)
        columns = columns_of(blobs.boxes[found])
        blanks = _blanks(columns, _own_size(token.text, found, blobs, line), line.pitch)
        if blanks[:1] == [1] and (mark := _mark(blobs, int(found[0]), line)):
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
            if at <= start or at >= len(token.text) or set(token.text[at - 1 : at + 1]) <= FIGURES:
                continue
            own, rest = rest[blobs.boxes[rest, 0] < edge], rest[blobs.boxes[rest, 0] >= edge]
            box = around(blobs.boxes[own])
            parted.append((replace(token, text=token.text[start:at], box=box), own))
            start = at
        if start:
            token = replace(token, text=token.text[start:], box=around(blobs.boxes[rest]))
        parted.append((token, rest))
    return parted


def _without_dirt(text: str, found: npt.NDArray[np.intp], blobs: Blobs, em: float) -> npt.NDArray[np.intp]:
    """The ink of a word without the specks before, between and over its letters, which would pass for some:
    what is no larger than a dot, stands over or under nothing and is no mark at its end, is dirt."""
    whole = LETTERED.fullmatch(text)
    boxes = blobs.boxes[found]
    small = (boxes[:, 2:] - boxes[:, :2]).max(axis=1, initial=0.0) <= DOT_SIDE * em
    if whole is None or not small.any() or small.all():
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
        steps = _ways([(left + right) / 2 for left, right in columns])
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


def _mark(blobs: Blobs, index: int, line: Line) -> str | None:
    """The bullet or dash that a blob is by its shape and place, or None."""
    x0, top, x1, bottom = blobs.boxes[index]
    width, height = x1 - x0, bottom - top
    em, baseline = line.em, line.baseline
    if is_dash(blobs.boxes[index], em, baseline):
        return dash_of(blobs.boxes[index], line, 1.0)[0]
    rise = (baseline - (top + bottom) / 2) / em
    if max(width, height) <= MIDDLE_DOT * em and DOT_RISE[0] <= rise <= DOT_RISE[1]:
        return "·"
    if (
        BULLET_SIZE[0] * em <= min(width, height)
        and max(width, height) <= BULLET_SIZE[1] * em
        and max(width, height) - 1 <= BULLET_ROUND * min(width, height)
        and blobs.areas[index] >= BULLET_FILL * width * height
        and MARK_RISE[0] <= rise <= MARK_RISE[1]
    ):
        return "•"
    return None


def _roman(token: Token, found: npt.NDArray[np.intp], blobs: Blobs, em: float) -> Token:
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
