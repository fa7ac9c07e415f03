"""Marks over letters that the German model does not have: it reads "René" as "Rene", "Tomáš" as "Tomäs".

The model is as sure of these readings as of any other; the ink shows where the second engine must be asked.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from extract.files.sheet import Grey
from extract.scans.blobs import Blobs, Boxes, columns_of
from extract.scans.ocr import Token

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


def is_accented(token: Token, em: float, blobs: Blobs, grey: Grey) -> bool:
    """Does a word of letters show marks that are not dots of i, j or an umlaut, or a letter that one may have
    run into? `em`: font size in pixels."""
    text = token.text
    if sum(char.isalpha() for char in text) < LOW_NEEDED or any(char.isdigit() for char in text):
        return False
    x0, top, x1, bottom = token.box
    boxes = blobs.boxes[blobs.within((x0, top - MARK[0] * em, x1, bottom))]
    columns = columns_of(boxes)
    alone = len(columns) == len(text)
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    longer = np.maximum(width, height)
    marks = boxes[(longer >= MARK[0] * em) & (longer <= MARK[1] * em) & (height <= MARK_HEIGHT * em)]
    letters = boxes[height >= LETTER_HEIGHT * em]
    for mark in marks:
        if not _stands_over(mark, letters, em):
            continue
        middle = (mark[0] + mark[2]) / 2
        place = next(i for i, (left, right) in enumerate(columns) if left <= middle <= right)
        dotted = not alone or text[place] in DOTTED
        # A caron over a letter that has none is a stroke over the dots of an ä.
        carried = not alone or text[place].lower() in WITH_CARON
        if _is_accent(mark, em, grey, SLANT if dotted else SLANT_ALONE, carried):
            return True
    return alone and _has_raised(text, columns, letters, em)


def _stands_over(mark: npt.NDArray[np.float64], letters: Boxes, em: float) -> bool:
    middle, gap = (mark[0] + mark[2]) / 2, letters[:, 1] - mark[3]
    under = (letters[:, 0] - 1 <= middle) & (middle <= letters[:, 2] + 1)
    return bool((under & (gap >= MARK_GAP[0] * em) & (gap <= MARK_GAP[1] * em)).any())


def _is_accent(
    mark: npt.NDArray[np.float64], em: float, grey: Grey, slant_at_most: float, may_be_caron: bool
) -> bool:
    """Acute or caron by the spread of its darkness: at 200 dpi 5 pixels and their greys."""
    x0, top, x1, bottom = (int(value) for value in mark)
    dark = 255.0 - grey[max(0, top - 1) : bottom + 1, max(0, x0 - 1) : x1 + 1]
    y, x = np.mgrid[: dark.shape[0], : dark.shape[1]]
    total = dark.sum()
    if total == 0:
        return False  # lifted with a pen's stroke
    y, x = y - (dark * y).sum() / total, x - (dark * x).sum() / total
    across, along = (dark * x * x).sum(), (dark * y * y).sum()
    if across == 0 or along == 0:
        return False  # nothing, or a single line of pixels
    slant = float((dark * x * y).sum() / np.sqrt(across * along))
    if slant <= slant_at_most:
        return True
    if not may_be_caron:
        return False
    above, below = y < 0, y >= 0
    spread_above = (dark * x * x)[above].sum() / dark[above].sum()
    spread_below = (dark * x * x)[below].sum() / dark[below].sum()
    wide = x1 - x0 >= CARON_WIDTH * em
    open_above = spread_above >= CARON_SPREAD * spread_below
    return wide and bool(open_above) and abs(slant) <= CARON_SLANT


def _has_raised(text: str, columns: Sequence[tuple[float, float]], letters: Boxes, em: float) -> bool:
    places = [((x0 + x1) / 2, top) for x0, top, x1, _ in letters.tolist()]  # of a few faster than numpy
    tops: list[float] = []
    for char, (left, right) in zip(text, columns, strict=True):
        own = [top for middle, top in places if left <= middle <= right] if char in LOW else []
        if own:
            tops.append(min(own))
    if len(tops) < LOW_NEEDED:
        return False
    # Of "áš" two marks have run into their letters: the usual ones are the lowest.
    usual = sorted(tops)[-2]
    return any(usual - top >= RAISED * em for top in tops)
