"""A reader's pen is not read with the print; print as large as a tick stays; nothing is read twice."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extract.files.sheet import Grey
from extract.page import Page
from extract.scans.blobs import Blobs
from extract.scans.ink import Inked
from extract.scans.ocr import VOTED, Token
from extract.scans.pen import without_pen
from extract.scans.unread import is_rest
from models.values import BBox
from tests.paper import photograph, read, save_scan, type_letter

LINES = (
    "Folgende Vorhaben werden im Landkreis gefördert:",
    "a) Werkstatt am Fluss",
    "– Lernhaus Süd",
    "• Kochen und Backen",
    "Zweite Runde",
    "V. Schluss und W. Anhang",
)
TICKED = (1, 2, 3, 4)
DPI = 200


def ticked(image: Grey) -> Grey:
    """A tick before each of some lines, as a reader's pen makes it."""
    marked = image.copy()
    for line in TICKED:
        x, y = round((72 - 14) * DPI / 72), round((72 + 20 * line - 1) * DPI / 72)
        tick = np.array([[x, y - 12], [x + 8, y], [x + 24, y - 22]], dtype=np.int32)
        cv2.polylines(marked, [tick], False, 60, 2, cv2.LINE_AA)
    return marked


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("pen")
    return read(save_scan(folder / "scan.pdf", [ticked(photograph(type_letter(folder / "a.pdf", LINES)))]))[0]


@pytest.mark.parametrize("line", range(len(LINES)))
def test_ticks_are_not_read_and_all_print_is(page: Page, line: int) -> None:
    top = 72 + 20 * line - 12
    words = [word for word in page.words if top <= (word.bbox[1] + word.bbox[3]) / 2 <= top + 16]
    words.sort(key=lambda word: word.bbox[0])
    assert [word.text for word in words] == LINES[line].split()


EM = 30.0
FULL, THIN = 0.4, 0.12


def spot(text: str, ink: list[tuple[BBox, float]], confidence: float = 0.6, look: int = 1) -> list[str]:
    """What is left of a word read from pieces of ink, each a box and the share of it that is ink."""
    usual = Token("Bad", (500, 0, 560, 0.7 * EM), 0.96, (1, 1, 1))
    boxes = np.array([box for box, _ in ink], dtype=np.float64)
    areas = np.array([(x1 - x0) * (y1 - y0) * share for (x0, y0, x1, y1), share in ink])
    around = (*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0))
    token = Token(text, (around[0], around[1], around[2], around[3]), confidence, (look, 1, 1))
    return [one.text for one in without_pen([token, usual], Blobs(boxes, areas, areas))][:-1]


TICK: BBox = (0, 0, 26, 24)


@pytest.mark.parametrize(
    ("text", "ink", "left"),
    [
        ("v", [(TICK, THIN)], []),
        ("Inn", [((0, 0, 240, 50), THIN)], []),
        ("V-", [(TICK, THIN), ((40, 12, 47, 15), 1.0)], ["-"]),
        ("vb)", [(TICK, THIN), ((30, 2, 44, 24), FULL), ((46, 2, 52, 30), FULL)], ["b)"]),
        ("b)v", [((0, 2, 14, 24), FULL), ((16, 2, 22, 30), FULL), ((30, 0, 56, 24), THIN)], ["b)"]),
        # what it leaves may be one sign, or touch it
        ("0", [(TICK, THIN), ((40, 12, 52, 24), FULL)], ["0"]),
        ("va)", [((0, 0, 32, 21), 0.26), ((34, 2, 40, 30), FULL)], ["a)"]),
        # a speck beside a tick makes no print of it
        ("v'", [(TICK, THIN), ((28, 0, 31, 3), 1.0)], []),
    ],
)
def test_a_thin_stroke_that_reaches_far_is_a_pen(
    text: str, ink: list[tuple[BBox, float]], left: list[str]
) -> None:
    assert spot(text, ink) == left


def test_no_letter_of_a_word_is_a_pen_that_was_also_read_without_it() -> None:
    ink = [(TICK, THIN), ((30, 2, 44, 24), FULL), ((46, 2, 92, 24), FULL)]
    assert spot("Prof.", ink) == ["rof."]
    assert spot("Prof.", ink, look=VOTED) == ["Prof."]
    assert spot("v", [(TICK, THIN)], look=VOTED) == []


@pytest.mark.parametrize(
    ("text", "ink", "confidence"),
    [
        ("V", [((0, 0, 20, 21), FULL)], 0.6),
        ("W.", [((0, 0, 28, 21), FULL), ((30, 18, 33, 21), 1.0)], 0.6),
        ("va)", [((0, 9, 14, 21), FULL), ((16, 9, 28, 21), FULL), ((34, 2, 40, 30), FULL)], 0.6),
        # a certain reading, a figure, the frame of a stamp around a word
        ("V", [(TICK, THIN)], 0.95),
        ("7", [(TICK, THIN)], 0.6),
        ("EINGANG", [((0, 0, 200, 60), THIN)], 0.6),
        # a tick across the letter before a name cannot be taken off it
        ("1)", [((0, 0, 26, 24), THIN), ((10, 2, 20, 24), FULL)], 0.6),
    ],
)
def test_print_is_no_pen(text: str, ink: list[tuple[BBox, float]], confidence: float) -> None:
    assert spot(text, ink, confidence) == [text]


WORD = Inked(Token("Werkhof", (100, 100, 180, 124), 0.96, (1, 1, 1)), EM, 2.0)


@pytest.mark.parametrize(
    ("text", "box", "expected"),
    [
        ("f", (181, 102, 190, 122), True),
        ("F", (183, 102, 192, 122), True),
        ("W", (80, 102, 99, 122), True),
        ("Werkhof", (96, 100, 180, 124), True),
        ("f", (195, 102, 204, 122), False),
        ("f", (181, 142, 190, 162), False),
        ("2", (181, 102, 190, 122), False),
    ],
)
def test_the_last_letter_of_a_word_whose_box_is_short_is_no_word(
    text: str, box: BBox, expected: bool
) -> None:
    assert is_rest(Token(text, box, 0.93, (-1, 0, 0)), [WORD]) == expected
