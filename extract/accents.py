"""Marks over letters that the German model does not have: it reads "René" as "Rene", "Tomáš" as "Tomäs".

The model is as sure of these readings as of any other; only the ink and the second model know better.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
import numpy.typing as npt

from extract.document import Grey
from extract.ink import Blobs, Boxes, columns_of
from extract.ocr import Token

MARK = (0.12, 0.42)
"""Font sizes of a mark's longer side: an acute has 0.13 to 0.23 (joined with its neighbour 0.31), a caron
0.27 to 0.36. Specks with a slant stay under 0.11."""
MARK_HEIGHT = 0.34
LETTER_HEIGHT = 0.4
MARK_GAP = (-0.06, 0.25)
"""Font sizes of white between a mark and its letter."""
SLANT, SLANT_ALONE = -0.5, -0.3
"""Correlation of x and y in an acute at most: -0.53 to -0.82 on good scans and faxes; more where it is but
three pixels wide, which counts where no dot is to be expected. 99 of 100 of 4,300 dots on i and umlauts lie
between -0.18 and 0.19."""
CARON_WIDTH = 0.24
CARON_SPREAD = 1.8
"""A caron is wide, and wider above than below: 1.9 to 3.7 times (as a variance); dots have 0.6 to 1.6, and
the joined dots of an umlaut, as wide as a caron, 1.6 at most."""
CARON_SLANT = 0.3
WITH_CARON = frozenset("cdenrstz")
"""Letters that have a caron in the languages of Europe."""
RAISED = 0.15
"""Font sizes a small letter stands above the others of its word if its mark has run into it: 0.16 to 0.23.
On 112 pages of scans and faxes 18 words have such a letter for another reason: this is but a hint."""
LOW_NEEDED = 3
"""Small letters of a word that show where they end."""
DOTTED = frozenset("ijöüÄÖÜ")
"""Letters with dots; ä is not among them: á is read as ä."""
LOW = frozenset("acegmnopqrsuvwxyzäöü")
HINTED = "hint"
COMBINING = {"acute": "\u0301", "caron": "\u030c"}
BY_INK = 0.7
"""Confidence at most of an accent that only the ink shows, over a letter both models agree on: right in 6 of
6 names, too few to let it pass unseen."""
UNREAD = 0.5
"""Confidence at most of a word with an accent whose letter the models do not agree on. As the first model
reads them, all 20 names with accents on 112 pages of scans were wrong, with 0.93 at most."""
CONFIRMED = 0.95
"""Confidence at most of an accent that the second model reads where the ink shows it: right in 12 of 12."""


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over a letter that the reading does not explain.

    `place` counts the word's pieces of ink from the left, of which there are `count`: its letters, where
    none touch.
    `shape` is "acute" or "caron", or "hint" where the mark has run into its letter.
    """

    place: int
    count: int
    shape: str


@dataclass(frozen=True, slots=True)
class Accented:
    """A word with its accents, and the readings that lost."""

    text: str
    confidence: float
    alternatives: tuple[str, ...] = ()


def find_accents(token: Token, em: float, blobs: Blobs, grey: Grey) -> tuple[Accent, ...]:
    """The marks over a word of letters that are not dots of i, j or an umlaut. `em`: font size in pixels."""
    text = token.text
    if sum(char.isalpha() for char in text) < LOW_NEEDED or any(char.isdigit() for char in text):
        return ()
    x0, top, x1, bottom = token.box
    boxes = blobs.boxes[blobs.within((x0, top - MARK[0] * em, x1, bottom))]
    columns = columns_of(boxes)
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    longer = np.maximum(width, height)
    marks = boxes[(longer >= MARK[0] * em) & (longer <= MARK[1] * em) & (height <= MARK_HEIGHT * em)]
    letters = boxes[height >= LETTER_HEIGHT * em]
    found = {}
    for mark in marks:
        if not _stands_over(mark, letters, em):
            continue
        middle = (mark[0] + mark[2]) / 2
        place = next(i for i, (left, right) in enumerate(columns) if left <= middle <= right)
        dotted = len(columns) != len(text) or text[place] in DOTTED
        shape = _shape(mark, em, grey, SLANT if dotted else SLANT_ALONE)
        if shape == "caron" and len(columns) == len(text) and text[place].lower() not in WITH_CARON:
            continue  # a stroke over the dots of an ä
        if shape:
            found[place] = shape
    accents = [Accent(place, len(columns), shape) for place, shape in sorted(found.items())]
    if not accents and len(columns) == len(text):
        accents = [Accent(place, len(columns), HINTED) for place in _raised(text, columns, letters, em)]
    return tuple(accents)


def _stands_over(mark: npt.NDArray[np.float64], letters: Boxes, em: float) -> bool:
    middle, gap = (mark[0] + mark[2]) / 2, letters[:, 1] - mark[3]
    under = (letters[:, 0] - 1 <= middle) & (middle <= letters[:, 2] + 1)
    return bool((under & (gap >= MARK_GAP[0] * em) & (gap <= MARK_GAP[1] * em)).any())


def _shape(mark: npt.NDArray[np.float64], em: float, grey: Grey, slant_at_most: float) -> str | None:
    """Acute or caron by the spread of its darkness: at 200 dpi 5 pixels and their greys."""
    x0, top, x1, bottom = (int(value) for value in mark)
    dark = 255.0 - grey[max(0, top - 1) : bottom + 1, max(0, x0 - 1) : x1 + 1]
    y, x = np.mgrid[: dark.shape[0], : dark.shape[1]]
    total = dark.sum()
    if total == 0:
        return None  # lifted with a pen's stroke
    y, x = y - (dark * y).sum() / total, x - (dark * x).sum() / total
    across, along = (dark * x * x).sum(), (dark * y * y).sum()
    if across == 0 or along == 0:
        return None  # nothing, or a single line of pixels
    slant = float((dark * x * y).sum() / np.sqrt(across * along))
    if slant <= slant_at_most:
        return "acute"
    above, below = y < 0, y >= 0
    spread_above = (dark * x * x)[above].sum() / dark[above].sum()
    spread_below = (dark * x * x)[below].sum() / dark[below].sum()
    wide = x1 - x0 >= CARON_WIDTH * em
    open_above = spread_above >= CARON_SPREAD * spread_below
    return "caron" if wide and open_above and abs(slant) <= CARON_SLANT else None


def _raised(text: str, columns: Sequence[tuple[float, float]], letters: Boxes, em: float) -> list[int]:
    tops: dict[int, float] = {}
    middle = (letters[:, 0] + letters[:, 2]) / 2
    for place, (char, (left, right)) in enumerate(zip(text, columns, strict=True)):
        own = letters[(middle >= left) & (middle <= right)]
        if char in LOW and len(own):
            tops[place] = float(own[:, 1].min())
    if len(tops) < LOW_NEEDED:
        return []
    usual = median(tops.values())
    return [place for place, top in tops.items() if usual - top >= RAISED * em]


def with_accents(
    first: str, first_confidence: float, second: str, second_confidence: float, accents: Sequence[Accent]
) -> Accented | None:
    """Weigh two readings of a word with accents in its ink: the second model has é, but no á, ý or š.

    `second` is empty where nothing was read. None where the ink only hints at an accent and no model has it.
    """
    if not accents:
        return None
    if _plain(first) == _plain(second) and _foreign(second) == len(accents):
        # German umlauts stay as the German model has them.
        text = "".join(
            theirs if _foreign(theirs) else ours for ours, theirs in zip(first, second, strict=True)
        )
        return Accented(text, min(CONFIRMED, second_confidence), (first,))
    if any(accent.shape == HINTED for accent in accents):
        return None
    others = tuple(dict.fromkeys(text for text in (first, second) if text))
    for base in (first, second):
        drawn = _drawn(base, second if len(second) == len(base) else base, accents)
        if drawn is None:
            continue
        places = [accent.place for accent in accents]
        if _same_but(places, drawn, second) and all(second[place] == drawn[place] for place in places):
            return Accented(drawn, min(CONFIRMED, second_confidence), (first,))
        sure = _plain(first) == _plain(second) == _plain(drawn)
        return Accented(drawn, min(first_confidence, BY_INK if sure else UNREAD), others)
    return Accented(first, min(first_confidence, UNREAD), others[1:])


def _drawn(base: str, letters: str, accents: Sequence[Accent]) -> str | None:
    """The word with the accents set on the letters under them, or None where no such letters are known."""
    text = list(base)
    for accent in accents:
        if accent.count != len(base) or accent.shape not in COMBINING:
            return None
        composed = unicodedata.normalize("NFC", _plain(letters[accent.place]) + COMBINING[accent.shape])
        if len(composed) != 1 or not composed.isalpha():
            return None
        text[accent.place] = composed
    return "".join(text)


def _same_but(places: Sequence[int], one: str, other: str) -> bool:
    """Equal in all other places, umlaut dots aside: the second model has none."""
    return len(one) == len(other) and all(
        _plain(ours) == _plain(theirs)
        for place, (ours, theirs) in enumerate(zip(one, other, strict=True))
        if place not in places
    )


def _foreign(text: str) -> int:
    """How many letters have an accent that German does not have."""
    marks = [unicodedata.normalize("NFD", char)[1:] for char in text]
    return sum(bool(mark) and mark != "\u0308" for mark in marks)


def _plain(text: str) -> str:
    """Without accents and umlaut dots, of the same length."""
    return "".join(unicodedata.normalize("NFD", char)[:1] for char in unicodedata.normalize("NFC", text))
