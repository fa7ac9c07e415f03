"""Marks between words that nobody read are seen in the ink; other ink between words changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from extract.scans.blobs import Blobs
from extract.scans.unread_marks import with_unread_marks
from extract.scans.witness import Heard
from models.values import BBox

EM = 24.0
TOP, FOOT = 100.0, 117.0
LETTERS: list[BBox] = [
    (left + 12 * n, TOP, left + 12 * n + 9, FOOT) for left in (100.0, 190.0) for n in range(5)
]
BAR = (172.0, 99.0, 175.0, 123.0)
DASH = (168.0, 109.0, 180.0, 111.0)
POINTS = [(163.0, 105.0, 166.0, 108.0), (163.0, 114.0, 166.0, 117.0)]
POINT_AND_COMMA = [POINTS[0], (163.0, 114.0, 166.0, 121.0)]


def seen(*ink: BBox, words: tuple[str, ...] = ("Coach", "Werks"), gap: float = 0.0) -> list[str]:
    """The words of a line of which the ink between has not been read."""
    places = [(100.0, TOP, 160.0, FOOT), (190.0 + gap, TOP, 250.0 + gap, FOOT)]
    heard = [Heard(text, box, 0.95, EM) for text, box in zip(words, places, strict=False)]
    boxes = np.array([*LETTERS, *ink], dtype=np.float64)
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return [word.text for word in with_unread_marks(heard, Blobs(boxes, areas, areas))]


def test_a_stroke_between_two_words_that_nobody_read_parts_them() -> None:
    assert seen(BAR) == ["Coach", "|", "Werks"]
    assert seen(BAR, words=("V.", "Werks")) == ["V.", "|", "Werks"]


def test_a_dash_between_two_words_that_nobody_read_is_seen() -> None:
    assert seen(DASH) == ["Coach", "–", "Werks"]


def test_two_points_close_behind_a_word_are_a_colon_and_with_a_tail_a_semicolon() -> None:
    assert seen(*POINTS) == ["Coach:", "Werks"]
    assert seen(*POINT_AND_COMMA) == ["Coach;", "Werks"]
    assert seen(*POINT_AND_COMMA, words=("Coach",)) == ["Coach;"]


def test_a_dot_in_the_middle_between_two_words_that_nobody_read_is_seen_in_doubt() -> None:
    dot = (173.0, 107.0, 176.0, 110.0)
    assert seen(dot, gap=-1.0) == ["Coach", "·", "Werks"]
    assert seen(dot, words=("V.", "Werks"), gap=-1.0) == ["V.", "Werks"]


@pytest.mark.parametrize(
    "dot",
    [
        (173.0, 114.0, 176.0, 117.0),  # on the baseline: a full stop
        (166.0, 107.0, 169.0, 110.0),  # nearer to one of the words
        (174.0, 108.0, 175.0, 109.0),  # a speck
    ],
)
def test_no_other_dot_is_one(dot: BBox) -> None:
    assert seen(dot, gap=-1.0) == ["Coach", "Werks"]


@pytest.mark.parametrize(
    "ink",
    [
        [(172.0, 99.0, 175.0, 117.0)],  # no lower than the letters: a figure or an I
        [(161.0, 99.0, 164.0, 123.0)],  # no blank before it
        [BAR, (182.0, 110.0, 185.0, 113.0)],
        [POINTS[0]],
        [*POINTS, (175.0, 110.0, 178.0, 113.0)],
        [(163.0, 101.0, 166.0, 104.0), POINTS[1]],  # too high for a colon
        [(168.0, 101.0, 180.0, 103.0)],  # too high for a dash
    ],
)
def test_other_ink_between_words_is_left_alone(ink: list[BBox]) -> None:
    assert seen(*ink) == ["Coach", "Werks"]


def test_nothing_is_seen_twice() -> None:
    assert seen(*POINTS, words=("Coach:", "Werks")) == ["Coach:", "Werks"]
    assert seen(DASH, words=("Coach", "–Werks")) == ["Coach", "–Werks"]
    assert seen(BAR, words=("Coach|", "Werks")) == ["Coach|", "Werks"]


def test_a_page_without_words_or_ink_has_no_marks() -> None:
    assert with_unread_marks([], Blobs(np.empty((0, 4)), np.empty(0), np.empty(0))) == []
    assert seen(words=("Coach", "Werks")) == ["Coach", "Werks"]
