"""Ink is taken apart into its connected pieces."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

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
