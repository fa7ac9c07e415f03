"""Where the ink shows blanks there are some, and no others; monospaced type has a measure of its own."""

from __future__ import annotations

import numpy as np
import pytest

from extract.page import Page
from extract.scans.blobs import Blobs
from extract.scans.dashes import UNSURE_DASH
from extract.scans.ink import Inked, is_writing, look_at_ink
from extract.scans.numerals import COUNTED
from extract.scans.ocr import Token
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


def seen(text: str, joined: str = "", dirt: tuple[BBox, ...] = (), follows: str = "Bad") -> list[str]:
    """The words of a line of print whose first word is `text`, read without its blanks. The letters of
    `joined` touch; `dirt` lies in its box; `follows` is the next word."""
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
    gap = 20 if follows == "Bad" else 8
    after = Token(follows, (x + gap, 9, x + gap + 60, 30), 0.95, (1, 1, 1))
    boxes += [(x + gap + 20 * at, 9, x + gap + 16 + 20 * at, 30) for at in range(3)]
    array = np.array([*boxes, *dirt], dtype=np.float64)
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


@pytest.mark.parametrize("left", [-9.0, 77.0, 101.0])
def test_a_speck_is_no_letter_that_would_leave_none_for_a_blank(left: float) -> None:
    assert seen("Kurs Weben", dirt=((left, 9.0, left + 3, 12.0),)) == ["Kurs", "Weben"]
    assert seen("Kurs Weben.", dirt=((left, 9.0, left + 3, 12.0),)) == ["Kurs", "Weben."]
    assert seen("KursWeben", dirt=((left, 9.0, left + 3, 12.0),)) == ["KursWeben"]


@pytest.mark.parametrize("text", ["Kata rzyna", "Integ ration", "Ober-M usterbach,"])
def test_a_word_that_goes_on_behind_a_gap_is_one(text: str) -> None:
    assert seen(text) == [text.replace(" ", "")]


@pytest.mark.parametrize("text", ["IdA regional", "für die", "Kurs im Haus", "AufWärts e. V."])
def test_words_that_stand_behind_each_other_are_two(text: str) -> None:
    assert seen(text) == text.split()


@pytest.mark.parametrize("text", ["Haus “", "„ Haus", "(Werkhof ).", "BOJ E:"])
def test_no_gap_parts_a_mark_from_its_word_or_one_capital_of_several(text: str) -> None:
    assert seen(text) == [text.replace(" ", "")]


@pytest.mark.parametrize("text", ["Werkstatt", "h.c.", "W e i t", "12.500", "A B"])
def test_a_usual_gap_is_none(text: str) -> None:
    assert seen(text) == [text.replace(" ", "")]


@pytest.mark.parametrize(("read", "text"), [("€", "C"), ("8", "8")])
def test_no_line_begins_with_the_sign_of_the_euro_before_a_noun(read: str, text: str) -> None:
    letter, word = (0.0, 9.0, 16.0, 30.0), Token("Mittel", (26, 9, 142, 30), 0.95, (1, 1, 1))
    array = np.array([letter, *((26.0 + 20 * at, 9.0, 42.0 + 20 * at, 30.0) for at in range(6))])
    blobs = Blobs(array, np.ones(7), np.ones(7))
    sign = Token(read, letter, 0.95, (1, 1, 1))
    assert look_at_ink([sign, word], blobs)[0].token.text == text
    assert look_at_ink([sign], blobs)[0].token.text == read


@pytest.mark.parametrize(
    ("read", "follows", "words"),
    [
        ("1 921", "638.00", ["1", "921"]),
        ("12 921", "638", ["12", "921"]),
        ("2021", "638.00", ["2021"]),
        ("1 921", "Euro", ["1921"]),
        ("1 921", "6380", ["1921"]),
        ("19 21", "638.00", ["1921"]),
    ],
)
def test_a_group_of_figures_stands_apart_as_far_as_the_next_group(
    read: str, follows: str, words: list[str]
) -> None:
    assert seen(read, follows=follows) == words


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


def inked(text: str, boxes: list[BBox], confidence: float = 0.95) -> list[str]:
    """The words of a line "Haus ? Bad", of which "?" was read as `text` from ink in these boxes."""
    return [token.text for token in inked_tokens(text, boxes, confidence)]


def inked_tokens(text: str, boxes: list[BBox], confidence: float, read: BBox | None = None) -> list[Token]:
    haus = [(20.0 * at, 9.0, 20.0 * at + 16, 30.0) for at in range(4)]
    bad = [(120 + 20.0 * at, 9.0, 136 + 20.0 * at, 30.0) for at in range(3)]
    array = np.array([*haus, *boxes, *bad], dtype=np.float64)
    areas = (array[:, 2] - array[:, 0]) * (array[:, 3] - array[:, 1]) * 0.5
    around = tuple(float(value) for value in (*array[4:-3, :2].min(axis=0), *array[4:-3, 2:].max(axis=0)))
    read = read or (around[0], around[1], around[2], around[3])
    tokens = [
        Token("Haus", (0, 9, 76, 30), 0.95, (1, 1, 1)),
        Token(text, read, confidence, (1, 1, 1)),
        Token("Bad", (120, 9, 176, 30), 0.95, (1, 1, 1)),
    ]
    return [one.token for one in look_at_ink(tokens, Blobs(array, areas, areas))][1:-1]


@pytest.mark.parametrize("text", ["€,", "€.", "%;"])
def test_a_sign_is_a_word_whatever_mark_follows_it(text: str) -> None:
    assert inked(text, [(90, 9, 104, 30), (106, 26, 110, 34)]) == [text]


def test_a_stroke_between_two_words_is_print_if_it_was_read_surely() -> None:
    stroke: list[BBox] = [(94, 6, 102, 34)]
    assert inked("|", stroke) == ["|"]
    assert inked("|", stroke, confidence=0.6) == []
    assert inked("|", [(78, 6, 86, 34)]) == []


def test_a_hyphen_of_narrow_type_is_hardly_wider_than_high_a_speck_is_not() -> None:
    assert inked("-", [(96, 21, 101, 25)]) == ["-"]
    assert inked("-", [(97, 21, 99, 23)]) == []


@pytest.mark.parametrize(
    ("width", "dash", "sure"), [(6, "-", True), (9.4, "-", False), (10, "–", False), (14, "–", True)]
)
def test_a_dash_is_sure_if_its_width_is_that_of_no_other(width: float, dash: str, sure: bool) -> None:
    (token,) = inked_tokens("-", [(90, 19, 90 + width, 22)], 0.92)
    assert (token.text, token.confidence > UNSURE_DASH) == (dash, sure)


def test_a_dash_that_fell_apart_or_stands_too_high_is_told_by_what_is_seen() -> None:
    (broken,) = inked_tokens("-", [(90, 19, 96, 22), (98, 19, 104, 22)], 0.92)
    assert broken.confidence <= UNSURE_DASH
    (elsewhere,) = inked_tokens("-", [(90, 40, 104, 43)], 0.92, read=(108, 19, 114, 22))
    assert elsewhere.confidence <= UNSURE_DASH
    (high,) = inked_tokens("-", [(90, 8, 104, 11)], 0.92)
    assert high.text == "–"


@pytest.mark.parametrize(("read", "strokes", "text"), [("II", 2, "II"), ("Il", 2, "II"), ("II", 3, "III")])
def test_a_numeral_whose_strokes_were_all_read_is_certain(read: str, strokes: int, text: str) -> None:
    (token,) = inked_tokens(read, [(86 + 7 * at, 9, 89 + 7 * at, 30) for at in range(strokes)], 0.5)
    assert (token.text, token.confidence >= COUNTED) == (text, len(text) == len(read))


def test_the_bracket_behind_a_figure_is_no_stroke_of_a_numeral() -> None:
    assert inked("1)", [(86, 9, 89, 30), (94, 9, 98, 31)], confidence=0.6) == ["1)"]


def test_strokes_alike_are_a_numeral_though_read_as_one_figure() -> None:
    strokes: list[BBox] = [(86, 9, 89, 30), (93, 9, 96, 30), (100, 9, 103, 30), (106, 27, 110, 30)]
    assert inked("1.", strokes, confidence=0.4) == ["III."]
    assert inked("1.", [strokes[0], (93, 1, 96, 44), strokes[3]], confidence=0.4) == ["1."]


def stopped(text: str, gap: float, side: float) -> str:
    """How "Haus ? Bad" reads in the middle, where a speck of that size stands so far behind "?"."""
    letters = [(10 * at, 9.0, 10 * at + 8, 30.0) for at in range(len(text))]
    haus = [(-100 + 20.0 * at, 9.0, -84 + 20.0 * at, 30.0) for at in range(4)]
    end = letters[-1][2]
    bad = [(end + 40 + 20.0 * at, 9.0, end + 56 + 20.0 * at, 30.0) for at in range(3)]
    speck = (end + gap, 30 - side, end + gap + side, 30)
    array = np.array([*haus, *letters, speck, *bad], dtype=np.float64)
    areas = (array[:, 2] - array[:, 0]) * (array[:, 3] - array[:, 1]) * 0.5
    tokens = [
        Token("Haus", (-100, 9, -24, 30), 0.95, (1, 1, 1)),
        Token(text, (0, 9, end, 30), 0.95, (1, 1, 1)),
        Token("Bad", (end + 40, 9, end + 96, 30), 0.95, (1, 1, 1)),
    ]
    return look_at_ink(tokens, Blobs(array, areas, areas))[1].token.text


@pytest.mark.parametrize(("text", "gap"), [("25", 4.0), ("AUG", 10.0), ("Sept", 10.0), ("Dr", 4.0)])
def test_short_numbers_months_and_degrees_get_the_full_stop_that_stands_beside_them(
    text: str, gap: float
) -> None:
    assert stopped(text, gap, 4.0) == text + "."


@pytest.mark.parametrize(("read", "text"), [("Dr:", "Dr."), ("Prof,", "Prof."), ("Nr:", "Nr:"), ("Dr", "Dr")])
def test_behind_a_degree_stands_a_full_stop_whatever_the_speck_over_it(read: str, text: str) -> None:
    assert stopped(read, 25.0, 4.0) == text


@pytest.mark.parametrize(
    ("text", "gap", "side"),
    [("25", 11.0, 4.0), ("AUG", 18.0, 4.0), ("AUG", 10.0, 1.0), ("MAI", 4.0, 4.0), ("Haus", 4.0, 4.0)],
)
def test_no_other_word_gets_one_nor_from_a_speck_or_from_afar(text: str, gap: float, side: float) -> None:
    assert stopped(text, gap, side) == text


@pytest.mark.parametrize(("height", "printed"), [(5.0, False), (10.0, True)])
def test_a_plus_no_higher_than_a_speck_is_one(height: float, printed: bool) -> None:
    plus = Inked(Token("+", (0.0, 0.0, height, height), 0.99, (1, 1, 1)), height, 2.0)
    assert is_writing(plus, 25.0) == printed


@pytest.mark.parametrize(
    ("gaps", "size", "kept"),
    [
        ((6.0, 6.0), (9.0, 3.0), True),
        ((6.0, 6.0), (5.0, 4.0), True),
        ((6.0, 40.0), (9.0, 3.0), True),
        ((6.0, 40.0), (5.0, 4.0), False),
        ((6.0, None), (5.0, 4.0), False),
        ((6.0, None), (9.0, 3.0), True),
    ],
)
def test_a_dash_hardly_wider_than_high_is_one_between_words_alone(
    gaps: tuple[float, float | None], size: tuple[float, float], kept: bool
) -> None:
    left, right = gaps
    x0 = 100.0 + left
    boxes = [(40.0, 0.0, 100.0, 20.0), (x0, 10.0, x0 + size[0], 10.0 + size[1])]
    texts = ["Haus", "-"]
    if right is not None:
        boxes.append((x0 + size[0] + right, 0.0, x0 + size[0] + right + 60.0, 20.0))
        texts.append("Nord")
    tokens = [Token(text, box, 0.95, (1, 1, 1)) for text, box in zip(texts, boxes, strict=True)]
    areas = np.full(len(boxes), 30.0)
    words = look_at_ink(tokens, Blobs(np.array(boxes), areas, areas))
    assert (len(words) == len(tokens)) == kept


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("1", "200,00", ["1", "575", "200,00"]),
        ("1", "€", ["1", "575", "€"]),
        ("gemäß", "€", ["gemäß", "§", "75", "€"]),
        ("1", "LHO", ["1", "§", "75", "LHO"]),
    ],
)
def test_figures_between_two_groups_are_no_section_sign(before: str, after: str, words: list[str]) -> None:
    """The first of "575" hangs below the line, as a § does."""
    boxes, tokens, x = list[BBox](), list[Token](), 0.0
    for text in (before, "575", after):
        left = x
        for place in range(len(text)):
            hangs = text == "575" and place == 0
            boxes.append((x, 7.0, x + 14, 34.0) if hangs else (x, 9.0, x + 14, 30.0))
            x += 17
        tokens.append(Token(text, (left, 7, x - 3, 34), 0.95, (1, 1, 1)))
        x += 6
    array = np.array(boxes, dtype=np.float64)
    areas = (array[:, 2] - array[:, 0]) * (array[:, 3] - array[:, 1]) * 0.5
    assert [one.token.text for one in look_at_ink(tokens, Blobs(array, areas, areas))] == words
