"""Straight lines of a picture are found without going through all of it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extract.page import Ruling
from extract.scans.rulings import from_image, long_runs, without_holes
from tests.paper import Grey


def opened(ink: Grey, length: int) -> Grey:
    """The runs along rows as OpenCV finds them, row by row."""
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    return np.asarray(cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, length), np.uint8)), np.uint8)


def sprinkled(seed: int, length: int) -> Grey:
    """Dirt, and runs a pixel longer or shorter than asked for, at both edges too."""
    rng = np.random.default_rng(seed)
    ink = np.where(rng.random((120, 260)) < 0.3, 255, 0).astype(np.uint8)
    for row in range(3, 117, 3):
        start = int(rng.choice([0, 260 - length // 2 - 1, 260 - length, int(rng.integers(0, 200))]))
        ink[row, start : start + length + int(rng.integers(-2, 3))] = 255
    return ink


@pytest.mark.parametrize("length", [5, 8, 31, 32, 33, 62, 75, 76, 125])
@pytest.mark.parametrize("seed", range(4))
def test_runs_are_those_that_opencv_finds(length: int, seed: int) -> None:
    ink = sprinkled(seed, length)
    across, down = long_runs(ink, length, True), long_runs(np.ascontiguousarray(ink.T), length, False)
    assert across is not None
    assert down is not None
    assert np.array_equal(across, opened(ink, length))
    assert np.array_equal(down.T, across)


def test_where_nothing_runs_on_there_is_nothing() -> None:
    ink = np.zeros((90, 300), np.uint8)
    ink[10:80:7, ::2] = 255
    ink[20, 30:90] = 255
    for horizontal in (True, False):
        assert long_runs(ink, 75, horizontal) is None
    grey = 255 - ink
    boxes, taken, clean = from_image(grey, 30 / 75)
    assert not boxes
    assert not taken.size
    assert np.array_equal(clean, grey)


def torn(*runs: tuple[int, int], row: int = 50) -> Grey:
    """A page at 200 dpi with runs of a stroke of two pixels' thickness."""
    grey = np.full((120, 700), 255, np.uint8)
    for start, end in runs:
        grey[row : row + 2, start:end] = 0
    return grey


def test_a_stroke_that_a_fax_has_torn_is_one_and_takes_its_crumbs_along() -> None:
    grey = torn((60, 75), (78, 82), (90, 200), (204, 208), (216, 219), (232, 400))
    grey[52, 204:208] = 0
    boxes, _, clean = from_image(grey, 72 / 200)
    assert {(box[0], box[2]) for box in boxes} == {(60, 400)}
    assert clean.min() == 255


def test_strokes_with_nothing_between_them_are_two() -> None:
    boxes, _, _ = from_image(torn((60, 200), (214, 400)), 72 / 200)
    assert {(box[0], box[2]) for box in boxes} == {(60, 200), (214, 400)}


def test_neither_a_speck_beyond_its_end_nor_a_letter_is_part_of_a_stroke() -> None:
    grey = torn((60, 300), (312, 315))
    grey[30:52, 50:53] = 0
    boxes, _, clean = from_image(grey, 72 / 200)
    assert [(box[0], box[2]) for box in boxes] == [(60, 300)]
    assert clean[40, 51] == clean[51, 51] == clean[51, 313] == 0


def rules(*ends: tuple[float, float, float]) -> tuple[Ruling, ...]:
    return tuple(Ruling(x0, top, x1, top) for top, x0, x1 in ends)


def test_a_rule_with_a_hole_is_as_long_as_the_next_one() -> None:
    table = rules((100.0, 50.0, 790.0), (116.0, 51.0, 289.0), (116.0, 326.0, 791.0), (132.0, 50.0, 790.0))
    assert without_holes(table) == rules((100, 50, 790), (116, 51, 791), (132, 50, 790))


def test_a_hole_where_rules_tell_a_column_is_none() -> None:
    row = rules((100.0, 50.0, 790.0), (116.0, 50.0, 289.0), (116.0, 326.0, 790.0), (132.0, 50.0, 790.0))
    page = (*row, *(Ruling(x, 100.0, x, 132.0) for x in (50.0, 289.0, 326.0, 790.0)))
    assert sorted(without_holes(page), key=repr) == sorted(page, key=repr)


@pytest.mark.parametrize(
    "others",
    [
        rules((216.0, 50.0, 270.0), (216.0, 300.0, 520.0)),
        rules((116.0, 50.0, 240.0), (116.0, 300.0, 520.0)),
        rules((116.0, 90.0, 270.0), (116.0, 300.0, 520.0)),
        rules((116.0, 50.0, 270.0), (116.0, 282.0, 520.0)),
        (Ruling(50.0, 100.0, 50.0, 140.0),),
        rules((160.0, 50.0, 270.0), (160.0, 300.0, 520.0)),
    ],
)
def test_lines_far_apart_or_unlike_others_stay(others: tuple[Ruling, ...]) -> None:
    page = (*rules((100.0, 50.0, 520.0)), *others)
    assert sorted(without_holes(page), key=repr) == sorted(page, key=repr)
