"""A word is as wide as its letters, whatever its box said."""

from __future__ import annotations

import numpy as np
import pytest

from extract.scans.blobs import Blobs
from extract.scans.fit import fitted
from extract.scans.ocr import Token
from models.values import BBox

LETTER, GAP, BLANK = 14, 3, 9


def printed(*words: str) -> tuple[Blobs, list[BBox]]:
    """A line of letters of one width, and the boxes of its words."""
    x, letters, boxes = 0, [], list[BBox]()
    for word in words:
        start = x
        for _ in word:
            letters.append((x, 10, x + LETTER, 30))
            x += LETTER + GAP
        boxes.append((start, 10, x - GAP, 30))
        x += BLANK - GAP
    array = np.array(letters, dtype=np.float64)
    return Blobs(array, np.zeros(len(array)), np.zeros(len(array))), boxes


def token(text: str, box: BBox, sure: float = 0.95) -> Token:
    return Token(text, box, sure, (1, 1, 1))


@pytest.mark.parametrize("by", [-(LETTER + GAP), -5, LETTER + BLANK])
def test_a_box_ends_at_the_white_behind_its_word(by: int) -> None:
    blobs, (first, second) = printed("Werkhof", "Mitte")
    short = (*first[:2], first[2] + by, first[3])
    words = fitted([token("Werkhof", short), token("Mitte", second)], blobs)
    assert [word.box for word in words] == [first, second]


def test_a_word_whose_box_lacked_a_letter_is_read_again() -> None:
    blobs, (first, second) = printed("Werkhof", "Mitte")
    short = (*first[:2], first[2] - LETTER - GAP, first[3])
    cut, whole = fitted([token("Werkho", short), token("Mitte", second)], blobs)
    assert cut.confidence < 0.9
    assert whole.confidence == 0.95


def test_the_last_word_of_a_line_has_its_last_letter() -> None:
    blobs, (first,) = printed("Projekt")
    (word,) = fitted([token("Projek", (*first[:2], first[2] - LETTER - GAP, first[3]))], blobs)
    assert word.box == first


def test_a_hyphen_is_no_white_however_flat_it_is() -> None:
    blobs, (first, second) = printed("Werkhof", "TZ-Plan")
    boxes = blobs.boxes.copy()
    boxes[9] = (second[0] + 36, 20, second[0] + 46, 21)
    flat = Blobs(boxes, blobs.areas, blobs.edges)
    words = [token("Werkhof", first), token("TZ-Plan", (second[0] + 3, *second[1:]))]
    assert [word.box for word in fitted(words, flat)] == [first, second]


def test_boxes_that_fit_stay_as_they_are() -> None:
    blobs, (first, second) = printed("Werkhof", "Mitte")
    words = [token("Werkhof", first), token("Mitte", second)]
    assert fitted(words, blobs) == words


def test_where_a_pen_has_been_no_box_is_moved() -> None:
    blobs, (first, second) = printed("Werkhof", "Mitte")
    pen = Blobs(np.vstack([blobs.boxes, [first[2] - 8, 0, first[2] + 8, 60]]), np.zeros(13), np.zeros(13))
    short = (*first[:2], first[2] - LETTER - GAP, 45)
    words = [token("Werkho", short), token("Mitte", second)]
    assert fitted(words, pen) == words
