"""What is stamped on a page is none of its text, but for a day stamped where that leaves room for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.geometry import overlap_share
from extract.language.lines import SAME_ROW_SHARE, Line, find_rows
from extract.page import Word
from models.german import find_dates

# Writing at a larger angle (degrees) than this was stamped on the page; in a text layer no line is set aslant
# but such.
STAMP_SLANT, SET_ASLANT = 2.0, 0.5
# What leaves room for a day right behind it (letter sizes): "Musterstadt, den", "Musterstadt,".
LEAVES_ROOM, ROOM = re.compile(r"den|am|[^\W\d]\S*,"), 2.0


def is_stamp(word: Word) -> bool:
    """Is a word set aslant, as no typed text is?"""
    return abs(word.slant) > (SET_ASLANT if word.origin == "text_layer" else STAMP_SLANT)


def with_filled_in_days(page: int, words: Sequence[Word]) -> list[Word]:
    """The words of a page; the days stamped where its text leaves room for one belong to that."""
    leads = [word for word in words if not is_stamp(word) and LEAVES_ROOM.fullmatch(word.text)]
    stamped = [line for row in find_rows(page, list(filter(is_stamp, words))) for line in row.lines]
    filled = {
        id(word)
        for line in stamped
        if _is_day(line) and any(_is_behind(line, lead) for lead in leads)
        for word in line.words
    }
    return [replace(word, slant=0.0) if id(word) in filled else word for word in words]


def _is_day(line: Line) -> bool:
    return [found.text for found in find_dates(line.text)] == [line.text]


def _is_behind(line: Line, lead: Word) -> bool:
    (x0, top, _, bottom), (_, above, end, below) = line.words[0].bbox, lead.bbox
    level = overlap_share(top, bottom, above, below) > SAME_ROW_SHARE
    return level and -lead.size < x0 - end < ROOM * lead.size
