"""Bullets that are drawn beside text, and what else is."""

from __future__ import annotations

import pytest

from extract.files.drawn_bullets import with_drawn_bullets
from extract.page import Word
from models.values import BBox

SIZE = 11.5


def word(text: str, left: float, top: float = 100.0) -> Word:
    box = (left, top, left + 5.0 * len(text), top + SIZE)
    return Word(text, box, box, 1.0, "text_layer", SIZE)


def disc(left: float, middle: float = 106.0, side: float = 3.8) -> BBox:
    return (left, middle - side / 2, left + side, middle + side / 2)


def texts(words: list[Word], *shapes: BBox) -> list[str]:
    return [one.text for one in with_drawn_bullets(words, shapes)]


LINE = [word("Gebrauchtwarenhaus", 117.0), word("Musterau", 220.0)]


def test_a_disc_before_a_line_is_its_bullet() -> None:
    assert texts(LINE, disc(105.0)) == ["•", "Gebrauchtwarenhaus", "Musterau"]


def test_the_bullet_is_as_high_as_its_text() -> None:
    bullet, first, _ = with_drawn_bullets(LINE, [disc(105.0)])
    assert (bullet.bbox[1], bullet.bbox[3]) == (first.bbox[1], first.bbox[3])


@pytest.mark.parametrize(
    "shape",
    [
        disc(105.0, side=11.0),  # a box to be ticked
        disc(105.0, side=1.0),  # a dot of a leader
        (60.0, 105.0, 110.0, 108.0),  # a bar
        disc(40.0),  # far from any text
        disc(105.0, middle=140.0),  # on no line
        disc(214.0),  # between two words
    ],
)
def test_what_else_is_drawn_is_none(shape: BBox) -> None:
    assert texts(LINE, shape) == ["Gebrauchtwarenhaus", "Musterau"]


def test_columns_have_bullets_of_their_own() -> None:
    right = word("Werkstatt", 330.0)
    assert texts([*LINE, right], disc(105.0), disc(318.0)) == [
        "•",
        "Gebrauchtwarenhaus",
        "Musterau",
        "•",
        "Werkstatt",
    ]
