"""Print behind a pen is read, or doubted: where it is, what it looks like without the pen, who is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from extract.scans.blobs import Blobs, find_blobs
from extract.scans.crossings import Crossing, find_crossings
from extract.scans.lift import without_strokes
from extract.scans.ocr import Token
from extract.scans.pieces import find_pieces
from extract.scans.rulings import from_image
from extract.scans.second_look import Look, amend
from extract.scans.straighten import ink_of
from extract.scans.vote import AT_MOST, elect
from models.settings import Review
from tests.paper import LETTER, Grey, dirty, photograph, read, save_scan, type_letter

NAME = "Dr. Henriette Schablone"
SIGNED = (*LETTER, "", NAME, "Landrätin", "", "Beispielstadt, den 14.5.2024")
LEFT, FOOT = 72.0, 72.0 + 20 * (len(LETTER) + 1)
PALE, BLACK = 105, 10
POINTS = 72 / 200
EM = 11 / POINTS


def wave(knots: Sequence[tuple[float, float]], steps: int = 12) -> npt.NDArray[np.float64]:
    """A smooth curve through the knots (points of the page), as a hand draws it."""
    x, y = np.array(knots).T
    fine = np.linspace(0, len(knots) - 1, steps * len(knots))
    before = fine.astype(np.intp)
    after = np.minimum(before + 1, len(knots) - 1)
    eased = (1 - np.cos(np.pi * (fine - before))) / 2
    across = np.interp(fine, np.arange(len(knots)), x)
    return np.stack([across, y[before] + (y[after] - y[before]) * eased], axis=1)


HEIGHTS = (6, -26, 8, -18, 9, -22)
SIGNATURE = wave([(80 + 18 * step, FOOT + height) for step, height in enumerate(HEIGHTS)])


def signed(image: Grey, tone: int, width: float = 1.2) -> Grey:
    """The page with a signature through the name, `width` points wide."""
    pen = np.full_like(image, 255)
    line = np.rint(SIGNATURE / POINTS * 16).astype(np.int32)
    cv2.polylines(pen, [line], False, tone, max(1, round(width / POINTS)), cv2.LINE_AA, 4)
    return np.asarray(np.minimum(image, pen), dtype=np.uint8)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Grey:
    folder = tmp_path_factory.mktemp("paper")
    return dirty(photograph(type_letter(folder / "brief.pdf", SIGNED), 200), 50)


def near_the_name(path: Path, image: Grey) -> list[tuple[str, float]]:
    """The words that stand where the name is printed, with their confidence."""
    words = read(save_scan(path, [image]))[0].words
    line = [word for word in words if abs((word.spot[1] + word.spot[3]) / 2 - (FOOT - 4)) < 6]
    return [(word.text, word.confidence) for word in sorted(line, key=lambda word: word.spot[0])]


def blobs_of(page: Grey) -> Blobs:
    ink = ink_of(page)
    return find_blobs(ink, find_pieces(ink))


def test_a_name_behind_a_paler_pen_is_read(page: Grey, tmp_path: Path) -> None:
    words = near_the_name(tmp_path / "scan.pdf", signed(page, PALE))
    assert " ".join(text for text, _ in words) == NAME


def test_a_name_behind_a_pen_as_dark_as_print_is_read_or_doubted(page: Grey, tmp_path: Path) -> None:
    words = near_the_name(tmp_path / "scan.pdf", signed(page, BLACK, 2.4))
    right = " ".join(text for text, _ in words) == NAME
    doubted = not words or min(sure for _, sure in words) < Review().confidence
    assert right or doubted


def test_a_page_without_a_pen_has_no_crossed_lines(page: Grey) -> None:
    assert find_crossings(page, blobs_of(page), EM) == []


def test_the_line_behind_a_pen_is_found_whole(page: Grey) -> None:
    image = signed(page, BLACK)
    crossings = find_crossings(image, blobs_of(image), EM)
    name = [line for line in crossings if abs(line.baseline * POINTS - FOOT) < 2]
    assert len(name) == 1
    assert name[0].x0 * POINTS == pytest.approx(LEFT, abs=3)
    assert name[0].x1 * POINTS == pytest.approx(_across(NAME), abs=4)


def test_words_that_were_hardly_read_are_looked_at_with_those_beside_them_alone(page: Grey) -> None:
    number, line = 10, LETTER[10]
    foot = 72 + 20 * number
    places = [line.index(word) for word in ("Abschlüsse", "vorzeitig")]
    spans = [(_across(line[:place]), _across(line[: place + 9])) for place in places]
    unsure = [(x0 / POINTS, (foot - 8) / POINTS, x1 / POINTS, (foot + 2) / POINTS) for x0, x1 in spans]
    found = find_crossings(page, blobs_of(page), EM, unsure)
    assert len(found) == 2
    for (x0, x1), crossing in zip(spans, found, strict=True):
        assert 40 < x0 - crossing.x0 * POINTS < 130
        assert 40 < crossing.x1 * POINTS - x1 < 130
    assert find_crossings(page, blobs_of(page), EM, [unsure[0], unsure[0]]) == found[:1]


def _across(text: str) -> float:
    """Where a line of the letter has come after so much text, in points."""
    return LEFT + stringWidth(text, "Helvetica", 11)


def test_strokes_that_run_through_a_line_are_taken_off_and_letters_stay() -> None:
    line = np.full((50, 400), 255, dtype=np.uint8)
    for x in range(20, 380, 24):
        cv2.line(line, (x, 16), (x, 38), 0, 4)
    letters = line < 128
    cv2.line(line, (60, 0), (130, 49), 0, 3, cv2.LINE_AA)
    pen = (line < 128) & ~letters
    clean = without_strokes(line, 40.0) < 128
    assert (clean & pen).sum() < 0.35 * pen.sum()
    assert (clean & letters).sum() > 0.9 * letters.sum()


def test_letters_stay_along_which_a_thinner_pen_runs() -> None:
    line = np.full((50, 400), 255, dtype=np.uint8)
    for x in range(20, 380, 24):
        cv2.line(line, (x, 12), (x, 38), 0, 4)
    letters = line < 128
    for x in range(32, 380, 96):
        cv2.line(line, (x - 10, 0), (x + 10, 49), 0, 2, cv2.LINE_AA)
    pen = (line < 128) & ~letters
    clean = without_strokes(line, 40.0) < 128
    assert (clean & pen).sum() < 0.35 * pen.sum()
    assert (clean & letters).sum() > 0.95 * letters.sum()


def test_tails_of_an_underlined_word_stay_when_its_line_goes() -> None:
    image = np.full((120, 500), 255, dtype=np.uint8)
    cv2.line(image, (20, 60), (480, 60), 0, 1)
    tails = np.zeros_like(image)
    for x in range(60, 460, 60):
        cv2.line(tails, (x, 40), (x, 76), 255, 3)
    image[tails > 0] = 0
    boxes, _, clean = from_image(image, POINTS)
    assert boxes
    assert (clean[58:63] < 128).any()
    assert ((clean < 128) & (tails > 0)).sum() > 0.95 * (tails > 0).sum()
    assert ((clean < 128) & (tails == 0)).sum() < 150


def tokens(text: str, confidence: float) -> Iterator[Token]:
    start = 0
    for word in text.split():
        yield Token(word, (start * 10.0, 0.0, (start + len(word)) * 10.0, 20.0), confidence, (1, 1, 1))
        start += len(word) + 1


def test_two_readings_outvote_a_third_and_keep_what_it_said() -> None:
    words = elect([list(tokens("Selma Prob4t", 0.5)), *(list(tokens("Selma Probst", 0.8)) for _ in "ab")])
    assert [word.text for word in words] == ["Selma", "Probst"]
    assert words[1].alternatives == ("Prob4t",)
    assert words[1].confidence < words[0].confidence


def test_readings_that_err_in_different_places_give_the_word_between_them() -> None:
    readings = [list(tokens(text, 0.7)) for text in ("Nusterbach", "Musterhach", "Musterbaoh")]
    word = elect(readings)[0]
    assert word.text == "Musterbach"
    assert word.confidence < 0.5


@pytest.mark.parametrize(
    ("readings", "printed"),
    [
        (("Selma/Probst", "Selma.Probst", "SelmaProbst", "SelmaProbst"), "Selma Probst"),
        (("Selma Probst", "SelmaProbst", "SelmaProbst", "Selma’Probst"), "Selma Probst"),
        (("Dr.Probst", "Dr. Probst", "Dr. Probst"), "Dr. Probst"),
        (("Werkstatt/Hof", "Werkstatt/Hof", "WerkstattHof"), "Werkstatt/Hof"),
        (("SprInt", "SprInt", "Spr|nt"), "SprInt"),
        (("Selma-Maria", "Selma-Maria", "Selma Maria"), "Selma-Maria"),
        (("Probst.", "Probst,", "Probst."), "Probst."),
    ],
)
def test_where_a_pen_runs_between_two_words_stands_a_blank(readings: tuple[str, ...], printed: str) -> None:
    words = elect([list(tokens(text, 0.8)) for text in readings])
    assert " ".join(word.text for word in words) == printed


def test_the_second_engine_counts_most_on_the_line_as_it_is_and_shows_what_it_read() -> None:
    page = np.full((60, 200), 255, dtype=np.uint8)
    raw, lifted = (np.full((26, 130), tone, dtype=np.uint8) for tone in (100, 200))
    look = Look(Crossing(0, 130, 20, 20.0, (0.0, 0.0, 130.0, 40.0)), 0, (), (raw, lifted))
    first = [list(tokens("Se|ma Prcbst", 0.3)), list(tokens("Selrna Probst", 0.7))]
    second = [list(tokens("Selma Probst", 0.9)), list(tokens("Selrna Pobst", 0.7))]
    image, after = amend(page, [], [look], [[*first, *second]])
    assert [token.text for token in after] == ["Selma", "Probst"]
    assert image[10, 10] == 100
    marked = [list(tokens("Seřma Probśt", 0.9)), list(tokens("Serma Pobst", 0.7))]
    _, after = amend(page, [], [look], [[*first, *marked]])
    assert [token.text for token in after] == ["Serma", "Probst"]
    image, after = amend(page, [], [look], [[*first, [], second[1]]])
    assert [token.text for token in after] == ["Selrna", "Probst"]
    assert image[10, 10] == 200


@pytest.mark.parametrize("before", ["", "Se ma", "Selma Probst", "Gigela Vorlage", "S P"])
def test_whatever_was_read_before_each_place_of_the_line_has_one_word(before: str) -> None:
    page = np.full((60, 200), 255, dtype=np.uint8)
    line = Crossing(0, 130, 20, 20.0, (0.0, 0.0, 130.0, 40.0))
    look = Look(line, 0, (), (page[:26, :130],) * 2)
    readings = [list(tokens("Selma Probst", 0.9)), list(tokens("Selma Pröbst", 0.7))]
    first = [replace(token, box=(token.box[0], 4.0, token.box[2], 20.0)) for token in tokens(before, 0.5)]
    _, after = amend(page, first, [look], [readings])
    assert [token.text for token in sorted(after, key=lambda token: token.box)] == ["Selma", "Probst"]


def test_a_dash_that_both_looks_read_stands_there_once() -> None:
    page = np.full((60, 200), 255, dtype=np.uint8)
    line = Crossing(0, 130, 20, 20.0, (0.0, 0.0, 50.0, 40.0))
    first, last = tokens("Selma Probst", 0.9)
    dash = Token("–", (52.0, 13.0, 58.0, 15.0), 0.9, (1, 1, 1))
    again = [first, replace(dash, box=(51.0, 13.0, 58.0, 15.0)), last]
    _, after = amend(page, [first, dash, last], [Look(line, 0, (), (page[:26, :130],))], [[again]])
    assert [token.text for token in sorted(after, key=lambda token: token.box)] == ["Selma", "–", "Probst"]


def test_the_words_of_a_second_look_take_the_place_of_the_old_ones() -> None:
    page = np.full((60, 200), 255, dtype=np.uint8)
    line = Crossing(0, 130, 20, 20.0, (0.0, 0.0, 50.0, 40.0))
    old, beside = tokens("Se ma", 0.3), Token("900,00", (180.0, 0.0, 199.0, 20.0), 0.95, (1, 1, 1))
    look, again = Look(line, 0, (), (page[:26, :130],)), [list(tokens("Selma Probst", 0.9))]
    _, after = amend(page, [*old, beside], [look], [again])
    assert [token.text for token in after] == ["Selma", "Probst", "900,00"]
    _, after = amend(page, [beside], [look], [again])
    assert [token.text for token in after] == ["900,00", "Selma", "Probst"]


def test_cells_of_a_row_that_a_pen_crosses_are_lines_by_themselves(page: Grey) -> None:
    image, left = page.copy(), round(_across(NAME) / POINTS)
    foot, first = round(FOOT / POINTS), round(LEFT / POINTS)
    name = image[foot - 25 : foot + 8, first:left]
    for gap, count in ((1.5, 1), (4.0, 2)):
        both = image.copy()
        start = left + round(gap * EM)
        both[foot - 25 : foot + 8, start : start + name.shape[1]] = name
        ends = [(first + 20, 20), (first + 40, -40), (start + 20, -40), (start + 40, 20)]
        pen = np.array([(x, foot + y) for x, y in ends], dtype=np.int32)
        cv2.polylines(both, [pen], isClosed=False, color=0, thickness=2)
        found = find_crossings(both, blobs_of(both), EM)
        assert len([one for one in found if abs(one.baseline * POINTS - FOOT) < 2]) == count


def test_a_line_that_the_second_look_cannot_read_stays_as_it_was() -> None:
    page = np.full((60, 200), 255, dtype=np.uint8)
    line = Crossing(0, 130, 20, 20.0, (0.0, 0.0, 130.0, 40.0))
    first = list(tokens("Selma Probst", 0.3))
    image, after = amend(page, first, [Look(line, 0, (), (page[:26, :130],))], [[[]]])
    assert after == first
    assert (image == page).all()


@pytest.mark.parametrize(
    ("first", "second", "printed"),
    [
        (("Hof „Boje“", "Hof „Boje“"), ("HofBoje“", "HofBoje“", "HofBoje“"), "Hof „Boje“"),
        (("Hof‘„Boje“", "Hof „Boje“"), ("HofBoje“", "HofBoje“", "HofBoje“"), "Hof „Boje“"),
        (("der „Boje“", "der „Boje“"), ("der ,Boje“", "der Boje“", "der Boje“"), "der „Boje“"),
        (("Hof „Boje", "Hof Boje"), ("Hof Boje", "Hof Boje", "Hof Boje"), "Hof „Boje"),
        (("Hof „Boje", "Hof Boje"), ("Hof iBoje", "Hof iBoje", "Hof iBoje"), "Hof iBoje"),
        (("Lotsenhof", "Lotsenhof"), ("Lotsehof", "Lotsehof", "Lotsehof"), "Lotsenhof"),
        (("Lotseihof", "Lotseihof"), ("Lotsehof", "Lotsehof", "Lotsehof"), "Lotsehof"),
        (("Lotsenhof", "Lotsehof"), ("Lotsehof", "Lotsehof", "Lotsehof"), "Lotsehof"),
    ],
)
def test_an_engine_that_has_no_opening_mark_and_drops_letters_does_not_outvote_one_that_saw_them(
    first: tuple[str, ...], second: tuple[str, ...], printed: str
) -> None:
    surer = (0.92, 0.9)
    seen = [list(tokens(text, sure)) for text, sure in zip(first, surer, strict=True)]
    words = elect([*seen, *(list(tokens(text, 1.0)) for text in second)], placed=2)
    assert " ".join(word.text for word in words) == printed


def test_nothing_read_elects_nothing() -> None:
    assert elect([[], []]) == []


@given(st.lists(st.text("abcdeäö", min_size=1, max_size=8), min_size=1, max_size=5), st.integers(1, 4))
def test_readings_that_agree_are_taken_word_for_word(printed: list[str], count: int) -> None:
    words = elect([list(tokens(" ".join(printed), 0.9)) for _ in range(count)])
    assert [word.text for word in words] == printed
    assert all(word.alternatives == () and word.confidence <= AT_MOST for word in words)


@given(st.lists(st.text("ab c", max_size=12), min_size=1, max_size=4), st.floats(0, 1))
def test_an_elected_word_is_never_empty_and_lies_on_the_line(texts: list[str], sure: float) -> None:
    for word in elect([list(tokens(text, sure)) for text in texts]):
        assert word.text
        assert " " not in word.text
        assert 0 <= word.box[0] <= word.box[2] <= 130
        assert 0 <= word.confidence <= AT_MOST
