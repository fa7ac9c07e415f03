"""The shadow of a fold is taken off a page; what is printed in grey or black stays."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extract.scans.folds import STEP, brightest, without_folds
from extract.scans.straighten import clean_paper, ink_of
from tests.paper import Grey, dirty, photograph, tilt, type_letter

HALF = 13
"""Pixels from the middle of a fold to its edge."""


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Grey:
    return photograph(type_letter(tmp_path_factory.mktemp("paper") / "brief.pdf"), 200)


def folded(page: Grey, at: int) -> Grey:
    """The page with a shadow around row `at`, darkest in the middle."""
    away = np.abs(np.arange(page.shape[0]) - at) / HALF
    light = 1 - 0.5 * (1 - away).clip(0, None)
    return (page * light[:, None]).astype(np.uint8)


def fullest_row(page: Grey) -> int:
    return int((page < 128).sum(axis=1).argmax())


@pytest.mark.parametrize("skew", [0.0, 0.8])
@pytest.mark.parametrize("turn", [0, 1])
def test_print_in_a_fold_is_ink_and_its_shadow_is_not(letter: Grey, skew: float, turn: int) -> None:
    creased = folded(letter, fullest_row(letter))
    page, flat = (np.rot90(dirty(tilt(one, skew), 0), turn) for one in (creased, letter))
    seen, wanted = (ink_of(clean_paper(np.ascontiguousarray(one))) > 0 for one in (page, flat))
    assert (seen != wanted).sum() < 0.02 * wanted.sum()


def test_grey_cells_and_black_bars_are_no_folds(letter: Grey) -> None:
    page = letter.copy()
    page[100:130, : page.shape[1] // 2] = np.minimum(page[100:130, : page.shape[1] // 2], 170)
    page[200:230] = 20
    page[300:302] = 0
    assert np.array_equal(without_folds(page), page)


@pytest.mark.parametrize("window", [3, 15, 16, 17, 31, 32, 47, 66, 93])
@pytest.mark.parametrize("size", [(40, 200), (33, 207), (90, 101)])
def test_the_brightest_of_windows_is_that_of_opencv(window: int, size: tuple[int, int]) -> None:
    grey = np.random.default_rng(window).integers(0, 256, size).astype(np.uint8)
    dilated = cv2.dilate(grey, np.ones((1, window), np.uint8))
    assert np.array_equal(brightest(grey, window, upright=False), dilated[:, ::STEP])
    assert np.array_equal(brightest(np.ascontiguousarray(grey.T), window, upright=True), dilated[:, ::STEP])
