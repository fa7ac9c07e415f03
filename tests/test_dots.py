"""Dots over letters and the height of letters tell what no model knows; unclear ink changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from extract.files.sheet import Grey
from extract.page import Page
from extract.scans.blobs import Blobs
from extract.scans.dots import BY_INK, CONFIRMED, HALF_SEEN, with_seen_letters
from extract.scans.settling import HALF_SEEN as HALF_SEEN_BY_ONE
from extract.scans.witness import Heard
from tests.paper import photograph, read, save_scan, tilt, type_letter

EM = 40.0
FOOT = 100.0
WIDTH = 20.0
CAPITAL, SMALL = 28.0, 20.0
DOT = 5.0

LINES = (
    "Das Angebot AufWind Ü27 und der Kurs SprInt für Frauen",
    "Übergänge begleiten, Öffnung der Werkstätten, Beratung in Äpfelbach",
    "Die Träger prüfen, ob die Mittel im Jahr 2025 ausreichen",
)


@pytest.fixture(scope="module", params=[0.0, 0.3])
def scan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("dots")
    image = photograph(type_letter(folder / "kurse.pdf", LINES, size=12))
    return read(save_scan(folder / "scan.pdf", [tilt(image, request.param)]))[0]


@pytest.mark.parametrize("word", ["Ü27", "SprInt"])
def test_words_of_no_language_are_read_as_their_ink_shows_them(scan: Page, word: str) -> None:
    assert word in [one.text for one in scan.words]


def test_usual_words_stay_certain(scan: Page) -> None:
    plain = [word for word in scan.words if word.text.strip(",") in " ".join([LINES[1], LINES[2]]).split()]
    assert len(plain) >= 14
    assert all(word.confidence > BY_INK for word in plain)


# Words typed with pieces of ink: for each letter the height of its body, how many dots stand over it.
Typed = tuple[str, float, int]


def typed(letters: Sequence[Typed], confidence: float = 0.95) -> tuple[Heard, Blobs, Grey]:
    boxes: list[tuple[float, float, float, float]] = []
    grey = np.full((150, 400), 255, dtype=np.uint8)
    for place, (_, height, dots) in enumerate(letters):
        left = 10 + place * (WIDTH + 5)
        boxes.append((left, FOOT - height, left + WIDTH, FOOT))
        for dot in range(dots):
            at = left + 2 + 10 * dot
            boxes.append((at, FOOT - height - 4 - DOT, at + DOT, FOOT - height - 4))
    for box in boxes:
        x0, top, x1, bottom = (int(value) for value in box)
        grey[top:bottom, x0:x1] = 0
    array = np.array(boxes, dtype=np.float64)
    text = "".join(char for char, _, _ in letters)
    box = (10.0, FOOT - CAPITAL, 10 + len(letters) * (WIDTH + 5), FOOT)
    return Heard(text, box, confidence, EM), Blobs(array, np.zeros(len(array)), np.zeros(len(array))), grey


def seen(letters: Sequence[Typed]) -> Heard:
    word, blobs, grey = typed(letters)
    (found,) = with_seen_letters([word], blobs, lambda: grey)
    return found


def test_two_dots_over_a_capital_make_an_umlaut_and_the_old_reading_comes_along() -> None:
    found = seen([("U", CAPITAL, 2), ("2", CAPITAL, 0), ("7", CAPITAL, 0)])
    assert (found.text, found.alternatives, found.confidence) == ("Ü27", ("U27",), BY_INK)


@pytest.mark.parametrize(
    ("letters", "other"),
    [
        ([("Ü", CAPITAL, 2), ("2", CAPITAL, 0), ("7", CAPITAL, 0)], "U27"),
        ([("S", CAPITAL, 0), ("e", SMALL, 0), ("l", CAPITAL, 0)], "sel"),
    ],
)
def test_a_reading_that_the_ink_confirms_is_certain(letters: Sequence[Typed], other: str) -> None:
    word, blobs, grey = typed(letters, HALF_SEEN_BY_ONE)
    (found,) = with_seen_letters([replace(word, alternatives=(other,))], blobs, lambda: grey)
    assert (found.text, found.alternatives, found.confidence) == (word.text, (), CONFIRMED)


def strokes(count: int, text: str, *others: str, width: int = 5) -> Heard:
    """The numeral `text` over so many strokes that join at their ends."""
    grey = np.full((150, 400), 255, dtype=np.uint8)
    for at in range(count):
        grey[72:100, 13 + 16 * at : 13 + 16 * at + width] = 0
    grey[72:75, 10 : 10 + 16 * count] = grey[97:100, 10 : 10 + 16 * count] = 0
    box = (10.0, 72.0, 10.0 + 16 * count, 100.0)
    nothing = Blobs(np.zeros((0, 4)), np.zeros(0), np.zeros(0))
    word = Heard(text, box, HALF_SEEN_BY_ONE, EM, alternatives=others)
    (found,) = with_seen_letters([word], nothing, lambda: grey)
    return found


def test_the_strokes_of_a_numeral_that_touch_are_counted_at_their_middle() -> None:
    told = strokes(2, "I", "II")
    assert (told.text, told.alternatives, told.confidence) == ("II", (), CONFIRMED)
    alone = strokes(2, "I.")
    assert (alone.text, alone.alternatives, alone.confidence) == ("II.", ("I.",), BY_INK)
    assert strokes(3, "III", "II").text == "III"


def test_a_numeral_stays_where_its_strokes_are_as_many_or_no_strokes() -> None:
    for word in (strokes(1, "I"), strokes(2, "II"), strokes(2, "I", "II", width=12)):
        assert word.text in ("I", "II")
        assert word.confidence == HALF_SEEN_BY_ONE
    assert strokes(2, "I", "II", "1").confidence <= HALF_SEEN_BY_ONE


def test_the_bracket_behind_a_numeral_is_no_stroke_of_it() -> None:
    assert strokes(3, "II)").text == "II)"


def test_what_the_ink_does_not_tell_stays_in_doubt() -> None:
    word, blobs, grey = typed([("U", CAPITAL, 0), ("2", CAPITAL, 0), ("7", CAPITAL, 0)], HALF_SEEN_BY_ONE)
    word = replace(word, alternatives=("Ü27",))
    assert with_seen_letters([word], blobs, lambda: grey) == [word]


def test_a_nought_with_two_dots_is_an_umlaut_and_its_form_tells_which() -> None:
    word, blobs, grey = typed([("0", CAPITAL, 2), ("2", CAPITAL, 0), ("7", CAPITAL, 0)])
    (closed,) = with_seen_letters([word], blobs, lambda: grey)
    grey[int(FOOT - CAPITAL) : int(FOOT - 5), 17:23] = 255
    (open_above,) = with_seen_letters([word], blobs, lambda: grey)
    assert (closed.text, open_above.text) == ("Ö27", "Ü27")


def test_two_dots_of_a_capital_that_have_run_together_are_two_dots() -> None:
    word, blobs, grey = typed([("U", CAPITAL, 2), ("2", CAPITAL, 0), ("7", CAPITAL, 0)])
    first, second = blobs.boxes[1], blobs.boxes[2]
    boxes = np.array([blobs.boxes[0], [first[0], first[1], second[2], second[3]], *blobs.boxes[3:]])
    joined = Blobs(boxes, np.zeros(len(boxes)), np.zeros(len(boxes)))
    (found,) = with_seen_letters([word], joined, lambda: grey)
    assert found.text == "Ü27"


@pytest.mark.parametrize(
    ("lower", "aside", "text"), [(0.0, 0.0, "Ü27"), (6.0, 0.0, "U27"), (0.0, 4.0, "U27")]
)
def test_two_specks_where_dots_stand_are_what_faint_print_left_of_them(
    lower: float, aside: float, text: str
) -> None:
    """`lower`, `aside`: pixels by which the second stands lower, and both stand to the right."""
    word, blobs, grey = typed([("U", CAPITAL, 2), ("2", CAPITAL, 0), ("7", CAPITAL, 0)])
    boxes = blobs.boxes.copy()
    boxes[1:3, 2] = boxes[1:3, 0] + 1
    boxes[1:3, 1] = boxes[1:3, 3] - 1
    boxes[1:3] += (2 + aside, -4, 2 + aside, -4)
    boxes[2] += (0, lower, 0, lower)
    faint = Blobs(boxes, np.zeros(len(boxes)), np.zeros(len(boxes)))
    (found,) = with_seen_letters([word], faint, lambda: grey)
    assert (found.text, found.confidence < 0.85) == (text, text == "Ü27")


def test_one_dot_over_a_capital_is_shown_to_a_person() -> None:
    found = seen([("U", CAPITAL, 1), ("2", CAPITAL, 0), ("7", CAPITAL, 0)])
    assert (found.text, found.alternatives, found.confidence) == ("U27", ("Ü27",), HALF_SEEN)


def test_an_ä_with_one_mark_over_it_is_doubted() -> None:
    found = seen([("T", CAPITAL, 0), ("o", SMALL, 0), ("m", SMALL, 0), ("ä", SMALL, 1), ("s", SMALL, 0)])
    assert (found.text, found.alternatives, found.confidence) == ("Tomas", ("Tomäs",), HALF_SEEN)


def test_a_tall_i_without_a_dot_is_a_capital() -> None:
    letters = [("B", CAPITAL, 0), ("a", SMALL, 0), ("i", CAPITAL, 0), ("m", SMALL, 0)]
    assert seen(letters).text == "BaIm"


def test_an_i_whose_dot_has_run_into_it_stays_small() -> None:
    word, blobs, grey = typed([("B", CAPITAL, 0), ("a", SMALL, 0), ("i", CAPITAL, 0), ("m", SMALL, 0)])
    left = int(10 + 2 * (WIDTH + 5))
    grey[int(FOOT - SMALL - 2) : int(FOOT - SMALL + 1), left : int(left + WIDTH)] = 160
    (found,) = with_seen_letters([word], blobs, lambda: grey)
    assert found.text == "Baim"


def test_letters_of_one_shape_are_told_by_their_height() -> None:
    assert seen([("B", CAPITAL, 0), ("e", SMALL, 0), ("o", CAPITAL, 0), ("n", SMALL, 0)]).text == "BeOn"
    assert seen([("S", SMALL, 0), ("e", SMALL, 0), ("d", CAPITAL, 0), ("n", SMALL, 0)]).text == "sedn"


def test_a_tall_letter_that_may_carry_a_caron_is_still_asked_of_the_second_engine() -> None:
    tall = [("B", CAPITAL, 0), ("e", SMALL, 0), ("s", CAPITAL, 0), ("n", SMALL, 0)]
    word = seen(tall)
    assert (word.text, word.weighed) == ("BeSn", False)
    assert seen([("B", CAPITAL, 0), ("e", SMALL, 0), ("o", CAPITAL, 0), ("n", SMALL, 0)]).weighed


@pytest.mark.parametrize(
    "letters",
    [
        # all as read
        [("B", CAPITAL, 0), ("ü", SMALL, 2), ("r", SMALL, 0), ("o", SMALL, 0)],
        [("Ü", CAPITAL, 2), ("b", CAPITAL, 0), ("e", SMALL, 0), ("r", SMALL, 0)],
        [("f", CAPITAL, 0), ("ü", SMALL, 1), ("r", SMALL, 0)],
        [("i", SMALL, 1), ("m", SMALL, 0), ("T", CAPITAL, 0)],
        # nothing in the word says how high its letters are
        [("s", CAPITAL, 0), ("o", CAPITAL, 0)],
        # the ink is not that of these letters: a dot over a t, an e as tall as a D
        [("U", CAPITAL, 2), ("t", CAPITAL, 1), ("r", SMALL, 0)],
        [("o", CAPITAL, 0), ("e", CAPITAL, 0), ("n", SMALL, 0), ("D", CAPITAL, 0)],
    ],
)
def test_nothing_changes_where_the_ink_agrees_or_is_unclear(letters: Sequence[Typed]) -> None:
    word, blobs, grey = typed(letters)
    assert with_seen_letters([word], blobs, lambda: grey) == [word]


def test_touching_letters_tell_nothing() -> None:
    word, blobs, grey = typed([("U", CAPITAL, 2), ("2", CAPITAL, 0), ("7", CAPITAL, 0)])
    joined = Blobs(blobs.boxes[:-1], blobs.areas[:-1], blobs.edges[:-1])
    assert with_seen_letters([word], joined, lambda: grey) == [word]
