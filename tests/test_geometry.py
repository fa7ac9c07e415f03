"""Boxes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.geometry import center_x, center_y, contains_center, overlap, overlap_share, union
from models.values import BBox

numbers = st.floats(-1_000, 1_000, allow_nan=False).map(lambda number: round(number, 2))


@st.composite
def intervals(draw: st.DrawFn) -> tuple[float, float]:
    start = draw(numbers)
    return start, start + draw(st.floats(0.5, 500))


@st.composite
def boxes(draw: st.DrawFn) -> BBox:
    (x0, x1), (top, bottom) = draw(intervals()), draw(intervals())
    return x0, top, x1, bottom


@given(st.lists(boxes(), min_size=1, max_size=8))
def test_the_union_covers_every_box_and_touches_one_on_each_side(some: list[BBox]) -> None:
    around = union(some)
    for box in some:
        assert around[0] <= box[0]
        assert around[1] <= box[1]
        assert around[2] >= box[2]
        assert around[3] >= box[3]
    assert all(any(box[side] == around[side] for box in some) for side in range(4))


@given(intervals(), intervals())
def test_overlap_is_the_same_from_both_sides_and_negative_over_a_gap(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    assert overlap(*a, *b) == overlap(*b, *a)
    apart = a[1] < b[0] or b[1] < a[0]
    assert (overlap(*a, *b) < 0) == apart


@given(intervals(), intervals())
def test_the_shared_part_is_a_share_of_the_shorter_interval(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    share = overlap_share(*a, *b)
    assert 0 <= share <= 1
    inside = (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])
    if inside:
        assert share > 0.999


def test_an_interval_without_length_shares_nothing() -> None:
    assert overlap_share(5, 5, 0, 10) == 0


@given(boxes())
def test_every_box_contains_its_own_centre(box: BBox) -> None:
    assert contains_center(box, box)
    assert box[0] <= center_x(box) <= box[2]
    assert box[1] <= center_y(box) <= box[3]
