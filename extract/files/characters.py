"""The characters of a text layer → its words: each once, whichever way the writing runs."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from pdfplumber.utils.text import extract_words

Item = dict[str, Any]
"""A character or a word as pdfplumber gives it."""

WORD_GAP = 0.15
"""Gap that parts two words, in font sizes: kerning stays below 0.1, a justified space above 0.2."""
OVERPRINT = 0.1
"""Font sizes at most from a letter to the same one laid over it to make it look bold: the narrowest letter is
twice as wide."""
MIN_BLANK = 0.25
"""How far a blank moves what follows it, in its own widths: justified text narrows it, but not to that."""
MARK = re.compile(r"\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)(?=[„A-ZÄÖÜ])")
"""The mark of an item; if it fills the room that is left for it, its text touches it: "(iii)Lernhaus"."""
LEVEL: dict[str, Any] = {"x_tolerance_ratio": WORD_GAP, "line_dir": "ttb"}
UPENDED: dict[str, Any] = {"y_tolerance_ratio": WORD_GAP, "line_dir": "ltr"}
RUNS = {
    0: {**LEVEL, "char_dir": "ltr"},
    90: {**UPENDED, "char_dir": "btt"},
    180: {**LEVEL, "char_dir": "rtl"},
    270: {**UPENDED, "char_dir": "ttb"},
}
"""How pdfplumber is to read writing that is turned by so many degrees counter-clockwise."""


def words_from(chars: Sequence[Item]) -> list[Item]:
    """The words that characters spell, with the characters of each; bold type that is made of type set twice,
    letter by letter or in whole, is read once.

    In the order of the content, a stamp over the text does not mix its letters with it.
    """
    turned: dict[int, list[Item]] = defaultdict(list)
    for char in _without_twins(_without_widthless_blanks(chars)):
        turned[round(angle_of(char) / 90) * 90 % 360].append(char)
    words = (
        part
        for turn, group in turned.items()
        for word in _words(group, turn)
        for part in _without_mark(word, turn)
    )
    return list(_each_once(words))


def _words(chars: list[Item], turn: int) -> list[Item]:
    return extract_words(chars, return_chars=True, use_text_flow=True, **RUNS[turn])


def _without_mark(word: Item, turn: int) -> list[Item]:
    """The word; the mark that it begins with and the rest, if it does."""
    mark = MARK.match(word["text"])
    if mark is None:
        return [word]
    chars = word["chars"]
    return [*_words(chars[: mark.end()], turn), *_words(chars[mark.end() :], turn)]


def angle_of(char: Item) -> float:
    """Degrees by which the writing is turned counter-clockwise, -180 to 180."""
    return math.degrees(math.atan2(char["matrix"][1], char["matrix"][0]))


def is_lying(char: Item) -> bool:
    """Does the writing run up or down?"""
    return 45 < abs(angle_of(char)) < 135


def _without_widthless_blanks(chars: Sequence[Item]) -> Iterator[Item]:
    """Leave out blanks that the next letter stands on: browsers write soft hyphens within words so."""
    for blank, following in pairwise(chars):
        if blank["text"] != " " or following["text"] == " " or _moved(blank, following) >= MIN_BLANK:
            yield blank
    yield from chars[-1:]


def _moved(blank: Item, following: Item) -> float:
    """How far from where the blank begins the next letter stands, in widths of the blank."""
    along_x, along_y, _, _, x, y = blank["matrix"]
    width = blank["adv"] * math.hypot(along_x, along_y)
    return math.dist((x, y), following["matrix"][4:]) / width if width else 1.0


def _without_twins(chars: Iterable[Item]) -> Iterator[Item]:
    before: Item | None = None
    for char in chars:
        if before is None or not _is_laid_over(char, before, char["size"]):
            yield char
        before = char


def _each_once(words: Iterable[Item]) -> Iterator[Item]:
    alike: dict[tuple[str, int], list[Item]] = defaultdict(list)
    for word in words:
        text, size = word["text"], word["chars"][0]["size"]
        row = int(word["top"] // max(size, 1))
        near = (other for place in (row - 1, row, row + 1) for other in alike.get((text, place), ()))
        if not any(_is_laid_over(word, other, size) for other in near):
            yield word
        alike[text, row].append(word)


def _is_laid_over(one: Item, other: Item, size: float) -> bool:
    same = one["text"] == other["text"]
    return same and all(abs(one[side] - other[side]) <= OVERPRINT * size for side in ("x0", "top"))
