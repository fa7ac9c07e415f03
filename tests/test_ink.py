"""Where the ink shows blanks there are some, and no others; monospaced type has a measure of its own."""

from __future__ import annotations

import numpy as np
import pytest

from extract.ink import Blobs, look_at_ink
from extract.ocr import Token
from extract.page import Page
from models.values import BBox
from tests.paper import photograph, read, save_scan, type_letter

LINES = (
    "Vollzieht die Stelle den Plan, teilt sie alle Ziele mit.",
    "a) Haus im Tal - Grundkurs",
    "b) Werkstatt live – Orientierung",
    "Die Mittel fliegen nicht weit (integrativ); sie liegen still.",
    "Die Landesmittel-Zusage gilt; der Main-Kinzig-Kreis zahlt.",
)


@pytest.fixture(scope="module", params=["Courier", "Helvetica", "Times-Roman"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("ink")
    image = photograph(type_letter(folder / "brief.pdf", LINES, font=request.param, size=10.5))
    return read(save_scan(folder / "scan.pdf", [image]))[0]


@pytest.mark.parametrize("line", range(len(LINES)))
def test_words_are_parted_and_dashes_told_in_any_type(page: Page, line: int) -> None:
    top = 72 + 20 * line - 12
    words = [word for word in page.words if top <= (word.bbox[1] + word.bbox[3]) / 2 <= top + 16]
    words.sort(key=lambda word: word.bbox[0])
    assert [word.text for word in words] == LINES[line].split()


EM = 30.0
WIDTHS = {"i": 3, "l": 3, "I": 4, "r": 9, "t": 9, "f": 9, ".": 4, "1": 8, "m": 24, "W": 26}


def seen(text: str, joined: str = "") -> list[str]:
    """The words of a line of print whose first word is `text`, read without its blanks. The letters of
    `joined` touch."""
    x, boxes = 0.0, list[BBox]()
    glued = text.find(joined) + 1 if joined else -1
    for place, char in enumerate(text):
        if char == " ":
            x += 8
            continue
        right = x + WIDTHS.get(char, 16)
        top = 26 if char == "." else 9
        if place == glued:
            left, above, _, bottom = boxes.pop()
            boxes.append((left, min(above, top), right, bottom))
        else:
            boxes.append((x, top, right, 30))
        x = right + 3
    word = Token(text.replace(" ", ""), (0, 9, x, 30), 0.9, (1, 1, 1))
    after = Token("Bad", (x + 20, 9, x + 80, 30), 0.95, (1, 1, 1))
    boxes += [(x + 20 + 20 * at, 9, x + 36 + 20 * at, 30) for at in range(3)]
    array = np.array(boxes, dtype=np.float64)
    areas = (array[:, 2] - array[:, 0]) * (array[:, 3] - array[:, 1]) * 0.5
    return [one.token.text for one in look_at_ink([word, after], Blobs(array, areas, areas))][:-1]


@pytest.mark.parametrize("text", ["e. V.", "BaP 4.0", "gez. Dr. h. c.", "Haus am See", "Teil 4"])
def test_a_wide_gap_is_a_blank_the_model_lost(text: str) -> None:
    assert seen(text) == text.split()


@pytest.mark.parametrize(
    ("text", "joined"), [("IdA regional", "dA"), ("Kurs Weben", "We"), ("Haus im Wald", "Ha")]
)
def test_a_blank_is_found_between_letters_of_which_some_touch(text: str, joined: str) -> None:
    assert seen(text, joined) == text.split()


@pytest.mark.parametrize("text", ["Werkstatt", "h.c.", "W e i t", "12.500", "A B"])
def test_a_usual_gap_is_none(text: str) -> None:
    assert seen(text) == [text.replace(" ", "")]


def line_with(mark: BBox, text: str, read: str) -> list[str]:
    """The words of the line "o Bad", whose first word is a mark with this ink."""
    boxes = [mark, *((40.0 + 20 * at, 9.0, 56.0 + 20 * at, 30.0) for at in range(3))]
    array = np.array(boxes, dtype=np.float64)
    areas = (array[:, 2] - array[:, 0]) * (array[:, 3] - array[:, 1]) * 0.5
    tokens = [Token(read, mark, 0.4, (1, 1, 1)), Token(text, (40, 9, 96, 30), 0.95, (1, 1, 1))]
    return [one.token.text for one in look_at_ink(tokens, Blobs(array, areas, areas))]


@pytest.mark.parametrize("read", ["0", "O", "o"])
def test_a_ring_before_an_item_is_told_by_its_height(read: str) -> None:
    assert line_with((0, 15, 15, 30), "Bad", read) == ["o", "Bad"]


@pytest.mark.parametrize("read", ["0", "O"])
def test_a_nought_or_an_o_is_no_ring(read: str) -> None:
    assert line_with((0, 9, 15, 30), "Bad", read) == [read, "Bad"]
