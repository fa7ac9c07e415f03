"""The numbers of Maßnahmenarten in a column of a scanned table, where a pen ticked some of its rows off.

A tick beside a number is read with it, "v2"; one over it, or in a cell that says what the one above says, is
read as a letter or two, and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.passage import Passage
from extract.tables.table import Cell

TICKED = re.compile(r"(?:[vVuUyY√/\\]\s?)+(?P<code>\d{1,2})\.?")
STRUCK = re.compile(r"(?![A-H]$)[^\W\d_]{1,2}|[√/\\]")
TELLS = re.compile(r"\d{1,2}\.?|.*[^\W\d_]{3}.*", re.DOTALL)


def without_ticks(cells: Sequence[Cell]) -> list[tuple[Passage, bool]]:
    """What each cell of a column says, and whether a pen was there; nothing where only its tick was read.

    Letters that count the Maßnahmenarten of a column are no ticks: most of its cells hold numbers or titles.
    """
    passages = [cell.passage for cell in cells]
    filled = [one for one in passages if one.text]
    telling = sum(TELLS.fullmatch(one.text) is not None for one in filled)
    if 2 * telling < len(filled) or not all(one.pieces[0].word.origin == "ocr" for one in filled):
        return [(one, False) for one in passages]
    found: list[tuple[Passage, bool]] = []
    for one in passages:
        if ticked := TICKED.fullmatch(one.text):
            found.append((one.part(*ticked.span("code")), True))
        elif STRUCK.fullmatch(one.text):
            found.append((one.part(0, 0), True))
        else:
            found.append((one, False))
    return found
