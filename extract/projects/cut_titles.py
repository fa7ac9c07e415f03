"""Titles of Maßnahmenarten that were cut: the page goes on with the rest of a longer name of the catalogue.

Where a gap was taken for one between columns, "Qualifizierungsprojekte" is left of "Qualifizierungsprojekte
zur Arbeitsmarktintegration", a name that the catalogue knows, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.geometry import overlap_share
from extract.language.longer_names import letters_of
from extract.language.passage import Passage
from extract.layout.understand import Reading
from extract.page import Word
from models.reference import MeasureType

SAME_ROW = 0.5
"""Share of their height in which two words of one row overlap at least."""
NEXT_LINE, SAME_LEFT, TOUCHING = 1.9, 2.0, 0.3
"""Letter sizes to the next line at most, within which it begins where the title does, and by which the boxes
of two words meet."""


def is_cut(title: Passage, reading: Reading) -> bool:
    """Does a word that a longer name of the catalogue goes on with stand behind a title, or below it?"""
    wanted = set(_next_words(title.text, reading.reference.measures))
    return bool(wanted) and any(letters_of(word.text) in wanted for word in _words_behind(title, reading))


def _next_words(text: str, measures: Iterable[MeasureType]) -> Iterator[str]:
    """The letters of the words with which longer names go on."""
    known = letters_of(text)
    for measure in measures:
        for spelling in measure.spellings:
            words = spelling.split()
            for count in range(1, len(words)):
                if letters_of(" ".join(words[:count])) == known:
                    yield letters_of(words[count])


def _words_behind(title: Passage, reading: Reading) -> Iterator[Word]:
    """The next word to the right of a title, and those with which the next line may begin."""
    if not title.pieces:
        return
    first, last = title.pieces[0].word, title.pieces[-1]
    _, top, right, bottom = last.word.bbox
    row = []
    for word in _words_on(last.page, reading):
        left, above, _, below = word.bbox
        if overlap_share(top, bottom, above, below) > SAME_ROW:
            row += [word] if left > right - TOUCHING * word.size else []
        elif 0 < below - bottom < NEXT_LINE * word.size and abs(left - first.bbox[0]) < SAME_LEFT * word.size:
            yield word
    yield from sorted(row, key=lambda word: word.bbox[0])[:1]


def _words_on(page: int, reading: Reading) -> Iterator[Word]:
    lines = [line for block in reading.layout.blocks for line in block.lines]
    for line in [*lines, *(line for cell in reading.layout.cells for line in cell.lines)]:
        if line.page == page:
            yield from line.words
