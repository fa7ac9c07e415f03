"""A picture of a page becomes upright, level, clean and of the right size, and boxes find their way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.files.sheet import Picture
from extract.scans.flatten import can_bend, level
from extract.scans.rulings import from_image
from extract.scans.straighten import Frame, Printed, clean_paper, despeckle, find_pose, ink_of, straighten
from tests.paper import Grey, bend, dirty, photograph, tilt, type_letter


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Grey:
    return photograph(type_letter(tmp_path_factory.mktemp("paper") / "brief.pdf"), 200)


def as_picture(grey: Grey, dpi: float = 200) -> Picture:
    return Picture(grey, 72 / dpi, grey.shape[1] * 72 / dpi, grey.shape[0] * 72 / dpi)


@pytest.mark.parametrize("skew", [-14.0, -3.3, -0.4, 0.0, 0.7, 6.0, 15.0])
def test_skew_is_measured_to_a_tenth_of_a_degree(letter: Grey, skew: float) -> None:
    pose = find_pose(Printed.on(clean_paper(dirty(tilt(letter, skew), 300))))
    assert pose.sure
    assert pose.rotation == 0
    assert pose.skew == pytest.approx(skew, abs=0.1)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_foot_of_the_page_is_found(letter: Grey, turn: int) -> None:
    lying = np.ascontiguousarray(np.rot90(dirty(tilt(letter, 1.5), 200), -turn // 90))
    straight = straighten(as_picture(lying))
    assert straight.sure
    assert straight.frame.rotation == turn
    assert straight.frame.skew == pytest.approx(1.5, abs=0.1)
    assert straight.frame.width < straight.frame.height


@pytest.mark.parametrize("turn", [0, 90])
def test_a_page_with_little_print_lies_as_the_page_before(letter: Grey, turn: int) -> None:
    sparse = letter.copy()
    sparse[: sparse.shape[0] // 4] = 255
    sparse[sparse.shape[0] // 3 :] = 255
    sparse[:, sparse.shape[1] // 4 :] = 255
    straight = straighten(as_picture(sparse), fallback=turn)
    assert not straight.sure
    assert straight.frame.rotation == turn


@pytest.mark.parametrize("share", [-0.012, -0.005, 0.0, 0.005, 0.012])
@pytest.mark.parametrize("skew", [-1.0, 0.0, 0.6])
def test_lines_that_bow_are_laid_flat(letter: Grey, share: float, skew: float) -> None:
    straight = straighten(as_picture(dirty(tilt(bend(letter, share), skew), 300)))
    assert straight.frame.bow == pytest.approx(share * straight.frame.width, abs=1.1)
    assert straight.frame.skew == pytest.approx(skew, abs=0.15)
    again = straighten(as_picture(straight.grey))
    assert again.frame.bow == 0
    assert abs(again.frame.skew) <= 0.1


@pytest.mark.parametrize("place", [(300, 200), (1400, 900), (120, 1900)])
def test_a_spot_of_a_bent_page_is_where_it_was_scanned(letter: Grey, place: tuple[int, int]) -> None:
    x, y = place
    mark = np.full_like(letter, 255)
    mark[y : y + 12, x : x + 12] = 0
    bent = tilt(bend(mark, 0.012), 1.0)
    frame = Frame(0, 1.0, 0.36, mark.shape[::-1], *(0.36 * side for side in mark.shape[::-1]), bow=7.14)
    flat = level(bent, frame.skew, 1.0, frame.bow / frame.width)
    frame = replace(frame, pixels=flat.shape[::-1])
    spot = frame.spot(_around_ink(flat))
    scanned = [0.36 * side for side in _around_ink(bent)]
    assert spot == pytest.approx(scanned, abs=0.8)


def _around_ink(grey: Grey) -> tuple[float, float, float, float]:
    y, x = np.nonzero(grey < 128)
    return float(x.min()), float(y.min()), float(x.max() + 1), float(y.max() + 1)


def test_a_blank_page_stays_blank_and_level(letter: Grey) -> None:
    straight = straighten(as_picture(dirty(np.full_like(letter, 255), 0)))
    assert straight.grey.min() == 255
    assert straight.frame.skew == 0


@pytest.mark.parametrize("dpi", [100, 150, 200, 300, 400])
def test_letters_come_out_at_one_size(tmp_path: Path, dpi: int) -> None:
    picture = as_picture(photograph(type_letter(tmp_path / "brief.pdf"), dpi), dpi)
    straight = straighten(picture)
    # 13 px from baseline to x-height are 11-point letters of 2.25 px a point, give or take the tolerance.
    assert 1 / straight.frame.points == pytest.approx(2.25, rel=0.2)


def test_shadow_and_faint_ink_come_out_black_on_white(letter: Grey) -> None:
    shadow = 1 - 0.5 * np.exp(-(((np.arange(letter.shape[1]) - 60) / 200) ** 2))
    faint = (120 + letter * 0.4) * shadow
    clean = clean_paper(dirty(faint.astype(np.uint8), 0, 3))
    wanted, seen = letter < 128, clean < 128
    assert (wanted & seen).sum() > 0.85 * wanted.sum()
    assert (seen & ~wanted).sum() < 0.15 * wanted.sum()


def test_specks_go_and_full_stops_and_dots_stay(letter: Grey) -> None:
    count = blobs(letter)
    clean, x_height = despeckle(Printed.on(clean_paper(dirty(letter, 800, 0))))
    assert x_height > 10
    assert blobs(clean) == pytest.approx(count, abs=0.12 * count)
    assert blobs(despeckle(Printed.on(letter))[0]) == count


def test_specks_at_the_rims_of_a_page_go(letter: Grey) -> None:
    page = letter.copy()
    height, width = page.shape
    rims = [(0, 0), (0, width - 2), (height - 2, 0), (height - 2, width - 2)]
    for y, x in rims:
        page[y : y + 2, x : x + 2] = 0
    clean, _ = despeckle(Printed.on(page))
    assert all((clean[y : y + 2, x : x + 2] == 255).all() for y, x in rims)


def test_a_full_stop_of_a_light_face_stays_and_a_speck_of_its_size_goes(letter: Grey) -> None:
    _, x_height = despeckle(Printed.on(letter))
    page = cv2.resize(letter, None, fx=18 / x_height, fy=18 / x_height, interpolation=cv2.INTER_LINEAR)
    page[100:118, 300:310] = 0
    stop, speck = page[116:118, 314:316], page[106:108, 334:336]
    for dot in (stop, speck):
        dot[:] = 0
    clean, x_height = despeckle(Printed.on(page))
    assert 17 <= x_height <= 19
    assert clean[117, 315] == 0
    assert clean[107, 335] == 255


def test_the_dots_of_an_umlaut_stay_though_they_stand_over_the_white_of_their_letter(letter: Grey) -> None:
    page = letter.copy()
    left, top, stem, inside = 300, 60, 3, 11
    page[top : top + 20, left : left + stem] = 0
    page[top : top + 20, left + stem + inside : left + inside + 2 * stem] = 0
    page[top + 18 : top + 20, left : left + inside + 2 * stem] = 0
    dots = [(top - 5, left + 5), (top - 5, left + 10)]
    alone = [(top - 5, left + 60), (top - 5, left + 120)]
    for y, x in (*dots, *alone):
        page[y : y + 2, x : x + 2] = 0
    clean, _ = despeckle(Printed.on(page))
    assert all(clean[y, x] == 0 for y, x in dots)
    assert all(clean[y, x] == 255 for y, x in alone)


def test_ruled_lines_are_found_and_taken_out(letter: Grey) -> None:
    ruled = letter.copy()
    ruled[1200:1203, 200:1400] = 0
    ruled[1200:1500, 200:203] = 0
    boxes, _, clean = from_image(ruled, 72 / 200)
    assert sorted((round(x1 - x0, -1), round(bottom - top, -1)) for x0, top, x1, bottom in boxes) == [
        (0, 300),
        (1200, 0),
    ]
    assert (clean < 128).sum() == pytest.approx((letter < 128).sum(), rel=0.01)


def test_a_ruled_line_on_paper_that_is_not_quite_flat_is_one(letter: Grey) -> None:
    bent, thick = letter.copy(), letter.copy()
    for x in range(200, 1400):
        top = 1200 + round(8 * ((x - 200) / 1200) ** 2)
        bent[top : top + 3, x] = 0
        thick[1200:1211, x] = 0
    (box,), _, clean = from_image(bent, 72 / 200)
    assert (box[0], box[2]) == (200, 1400)
    assert (clean < 128).sum() == pytest.approx((letter < 128).sum(), rel=0.01)
    assert not from_image(thick, 72 / 200)[0]


def blobs(grey: Grey) -> int:
    import cv2

    return int(cv2.connectedComponents(ink_of(grey))[0])


@given(
    skew=st.floats(-15, 15),
    points=st.floats(0.1, 1),
    x=st.floats(0, 1000),
    y=st.floats(0, 1400),
    width=st.floats(1, 300),
    height=st.floats(1, 60),
)
def test_a_spot_covers_its_word_on_the_askew_page(
    skew: float, points: float, x: float, y: float, width: float, height: float
) -> None:
    frame = Frame(0, skew, points, (1000, 1400), 1000 * points, 1400 * points)
    box = (x, y, x + width, y + height)
    bbox, spot = frame.bbox(box), frame.spot(box)
    middle = ((bbox[0] + bbox[2]) / 2 - frame.width / 2, (bbox[1] + bbox[3]) / 2 - frame.height / 2)
    angle = np.deg2rad(skew)
    turned = (
        middle[0] * np.cos(angle) - middle[1] * np.sin(angle) + frame.width / 2,
        middle[0] * np.sin(angle) + middle[1] * np.cos(angle) + frame.height / 2,
    )
    assert ((spot[0] + spot[2]) / 2, (spot[1] + spot[3]) / 2) == pytest.approx(turned, abs=1e-6)
    assert spot[2] - spot[0] >= (bbox[2] - bbox[0]) * np.cos(angle) - 1e-6


@pytest.mark.parametrize(
    ("shape", "scale", "fits"),
    [
        ((4000, 28_000), 1.0, True),
        ((40, 33_000), 1.0, False),
        ((40, 33_000), 0.5, True),
        ((40, 20_000), 2.0, False),
    ],
)
def test_a_page_too_long_to_be_bent_is_left_as_it_lies(
    shape: tuple[int, int], scale: float, fits: bool
) -> None:
    assert can_bend(np.broadcast_to(np.uint8(255), shape), scale) is fits


def test_the_longest_page_that_can_be_bent_is() -> None:
    strip = np.full((20, 32_700), 255, np.uint8)
    assert can_bend(strip, 1.0)
    assert level(strip, 0.5, 1.0, 0.001).shape[1] > 32_690


@pytest.mark.parametrize("shape", [(1, 1), (3, 3000), (3000, 3)])
def test_a_picture_of_hardly_any_pixels_is_cleaned(shape: tuple[int, int]) -> None:
    assert clean_paper(np.full(shape, 200, np.uint8)).shape == shape
