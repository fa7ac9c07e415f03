"""Bullets that nobody read are seen in the ink where several stand below each other."""

from __future__ import annotations

import numpy as np
import pytest

from extract.scans.blobs import Blobs
from extract.scans.bullets import with_seen_bullets, without_stray_bullets
from extract.scans.witness import Heard
from models.values import BBox

EM = 24.0


def seen(marks: list[BBox], read: dict[int, str] | None = None) -> list[str]:
    """The words of four lines "Werkstatt", with marks of ink before them and what was read of some."""
    lines = [Heard("Werkstatt", (100.0, 40.0 * n, 220.0, 40.0 * n + 17), 0.95, EM) for n in range(4)]
    words = []
    for number, line in enumerate(lines):
        if read and number in read:
            words.append(Heard(read[number], (70.0, 40.0 * number, 84.0, 40.0 * number + 14), 0.4, EM))
        words.append(line)
    boxes = np.array([*marks, *(line.box for line in lines)], dtype=np.float64)
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return [word.text for word in with_seen_bullets(words, Blobs(boxes, areas, areas))]


def square(line: int, size: float = 14.0, left: float = 70.0) -> BBox:
    return (left, 40.0 * line + 1, left + size, 40.0 * line + 1 + size)


def test_squares_before_lines_are_bullets() -> None:
    assert seen([square(0), square(2)]) == ["•", "Werkstatt", "Werkstatt", "•", "Werkstatt", "Werkstatt"]


def quotation(line: int, size: float = 11.0) -> list[BBox]:
    """ "»": two pieces of ink."""
    top = 40.0 * line + 4
    return [(70.0, top, 74.0, top + size), (76.0, top, 80.0, top + size)]


def test_signs_of_one_shape_before_lines_are_bullets_if_there_are_three() -> None:
    three = [piece for line in (0, 1, 3) for piece in quotation(line)]
    assert seen(three) == ["•", "Werkstatt", "•", "Werkstatt", "Werkstatt", "•", "Werkstatt"]
    assert "•" not in seen(three[:4])
    assert "•" not in seen([piece for line in (0, 1, 3) for piece in quotation(line, size=16.0)])


def dot(line: int, left: float = 85.0) -> BBox:
    """ "·": an eighth of the font size."""
    return (left, 40.0 * line + 7, left + 3, 40.0 * line + 10)


def test_three_dots_below_each_other_are_bullets_and_as_many_specks_are_not() -> None:
    assert seen([dot(0), dot(1), dot(3)]) == [
        "•",
        "Werkstatt",
        "•",
        "Werkstatt",
        "Werkstatt",
        "•",
        "Werkstatt",
    ]
    narrow = (85.0, 47.0, 87.0, 51.0)
    assert seen([dot(0), narrow, dot(3)]).count("•") == 3
    assert "•" not in seen([dot(0), dot(3)])
    assert "•" not in seen([dot(0), dot(1), dot(3, left=90.0)])


def test_a_square_that_was_read_as_a_letter_confirms_those_that_were_not() -> None:
    found = seen([square(0), square(1)], read={1: "m"})
    assert found == ["•", "Werkstatt", "m", "Werkstatt", "Werkstatt", "Werkstatt"]


@pytest.mark.parametrize(
    "marks",
    [
        [square(0)],
        [square(0), square(2, left=40.0)],
        [square(0, size=3.0), square(2, size=3.0)],
        [square(0), square(2, size=8.0)],
        [(66.0, 1.0, 90.0, 8.0), (66.0, 81.0, 90.0, 88.0)],
    ],
)
def test_one_alone_others_elsewhere_specks_and_strokes_are_none(marks: list[BBox]) -> None:
    assert "•" not in seen(marks)


def word(text: str, left: float, line: int = 0) -> Heard:
    return Heard(text, (left, 40.0 * line, left + 12.0 * len(text), 40.0 * line + 17), 0.9, EM)


SPECKS = [word("C", 70, 4), word("•", 500, 4), word("D", 70, 6), word("•", 450, 6), word("•", 600, 7)]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ([word("•", 70), word("Werkstatt", 100)], 1),
        ([word("Teil", 70), word("•", 130), word("Mittel", 155)], 1),
        ([word("Projekt", 70), word("•", 300), word("Träger", 330)], 0),
        ([word("Projekt", 70), word("•", 400)], 0),
        ([word("•", 400)], 0),
        ([word("°", 400), word("Werkstatt", 70, line=1)], 0),
        ([word("A", 70), word("•", 400), word("B", 70, 1), word("•", 402, 1), word("•", 500, 1)], 3),
        ([word("A", 70), word("•", 400), word("B", 70, 1), word("•", 402, 1), *SPECKS], 2),
        ([word("•", 70), word("A", 100), *SPECKS], 0),
        ([word("•", 70), word("A", 100), word("•", 70, 1), word("B", 100, 1), *SPECKS], 2),
    ],
)
def test_a_bullet_that_marks_nothing_is_a_speck(words: list[Heard], kept: int) -> None:
    assert sum(one.text in "•°" for one in without_stray_bullets(words)) == kept


MANY = 2_000


def test_a_page_full_of_bullets_keeps_them_all() -> None:
    lines = [(word("•", 70, line), word("Werkstatt", 100, line)) for line in range(MANY)]
    page = [one for line in lines for one in line]
    assert without_stray_bullets(page) == page


def test_a_page_full_of_words_shows_all_its_bullets() -> None:
    words = [word("Werkstatt", 100, line) for line in range(MANY)]
    marks = np.array([square(line) for line in range(MANY)], dtype=np.float64)
    areas = np.full(MANY, 196.0)
    assert len(with_seen_bullets(words, Blobs(marks, areas, areas))) == 2 * MANY
    none = Blobs(np.empty((0, 4)), np.empty(0), np.empty(0))
    assert with_seen_bullets(words, none) == words


def test_one_dot_before_a_line_read_as_three_words_is_one_speck() -> None:
    edges = (("§", 100.0, 108.0), ("6", 112.0, 120.0), ("Dauer", 124.0, 190.0))
    words = [Heard(text, (x0, 0.0, x1, 17.0), 0.95, EM) for text, x0, x1 in edges]
    boxes = np.array([dot(0, 88.0), *(one.box for one in words)], dtype=np.float64)
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    assert with_seen_bullets(words, Blobs(boxes, areas, areas)) == words
