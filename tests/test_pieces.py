"""Ink is taken apart into its connected pieces."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extract.scans.blobs import find_blobs
from extract.scans.pieces import find_pieces


@pytest.mark.parametrize("share", [0.0, 0.02, 0.3, 0.9, 1.0])
def test_boxes_and_areas_are_those_that_opencv_counts(share: float) -> None:
    ink = np.where(np.random.default_rng(7).random((90, 70)) < share, 255, 0).astype(np.uint8)
    pieces = find_pieces(ink)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    found = np.column_stack([pieces.boxes[:, :2], pieces.widths, pieces.heights, pieces.areas])
    assert sorted(found.tolist()) == sorted(stats[1:].tolist())


def test_chosen_pieces_are_painted_and_no_others() -> None:
    ink = np.zeros((10, 20), dtype=np.uint8)
    ink[2:4, 3:18] = 255
    ink[6:9, 1] = 1
    pieces = find_pieces(ink)
    painted = pieces.paint(pieces.heights == 3, ink.shape)
    assert np.array_equal(painted > 0, ink == 1)


def test_the_pieces_in_a_box_are_told_from_left_to_right_and_no_others() -> None:
    ink = np.zeros((40, 60), dtype=np.uint8)
    for x, y in ((30, 10), (5, 12), (20, 8), (20, 30), (50, 10)):
        ink[y : y + 3, x : x + 3] = 255
    blobs = find_blobs(ink, find_pieces(ink))
    assert blobs.boxes[blobs.within((0.0, 5.0, 40.0, 20.0)), 0].tolist() == [5, 20, 30]
    assert not len(blobs.within((0.0, 20.0, 15.0, 40.0)))
