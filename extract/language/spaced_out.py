"""S p a c e d   o u t type (Sperrsatz): letters set apart for emphasis are one word again."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from extract.geometry import union
from extract.page import Word

# So many letters in a row are no initials and no figures of a form.
FEWEST_LETTERS = 5
# Letters further apart (letter sizes) stand in columns: the ticks of a table.
WIDEST_GAP = 2.0
# A word has more different letters than a row of ticks, "N x x x x".
DIFFERENT = 3
# A gap of this multiple of the usual one between its letters parts two words.
BETWEEN_WORDS = 1.6


def close_up(row: Sequence[Word]) -> list[Word]:
    """The words of one row from left to right, spaced out letters joined to the words they spell."""
    closed: list[Word] = []
    for letters in _runs(row):
        different = {letter.text.lower() for letter in letters}
        spelt = len(letters) >= FEWEST_LETTERS and len(different) >= DIFFERENT
        closed += map(_joined, _words(letters)) if spelt else letters
    return closed


def _runs(row: Sequence[Word]) -> Iterator[list[Word]]:
    """Letters that stand alone but near each other in a run; any other word is one of its own."""
    run: list[Word] = []
    for word in row:
        goes_on = run and _is_letter(run[-1]) and _is_letter(word)
        if goes_on and word.bbox[0] - run[-1].bbox[2] <= WIDEST_GAP * word.size:
            run.append(word)
            continue
        if run:
            yield run
        run = [word]
    if run:
        yield run


def _is_letter(word: Word) -> bool:
    text = word.text.rstrip("-,.:;")
    return len(text) == 1 and text.isalpha()


def _words(letters: Sequence[Word]) -> Iterator[list[Word]]:
    gaps = [b.bbox[0] - a.bbox[2] for a, b in itertools.pairwise(letters)]
    usual = median(gaps)
    word = [letters[0]]
    for letter, gap in zip(letters[1:], gaps, strict=True):
        if gap > BETWEEN_WORDS * max(usual, 0.1 * letter.size):
            yield word
            word = []
        word.append(letter)
    yield word


def _joined(letters: Sequence[Word]) -> Word:
    return replace(
        letters[0],
        text="".join(letter.text for letter in letters),
        bbox=union(letter.bbox for letter in letters),
        spot=union(letter.spot for letter in letters),
        confidence=min(letter.confidence for letter in letters),
        alternatives=(),
    )
