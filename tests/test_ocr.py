"""Scanned pages are read: words, marks, places, and what the second witness adds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from extract.errors import DependencyMissing
from extract.page import Page
from extract.scans import ocr
from extract.scans.blobs import font_size
from extract.scans.german_readings import with_german_readings
from extract.scans.ink import Inked
from extract.scans.likeness import with_known
from extract.scans.ocr import VOTED, Token, find_tesseract
from extract.scans.settling import Reading, Settled, as_read, settle
from extract.scans.witness import CERTAIN, Heard, Question, doubts, hear, is_doubtful
from models.settings import Settings
from tests.paper import LETTER, Grey, dirty, photograph, read, save_scan, text_of, tilt, type_letter

FONT = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Grey:
    return photograph(type_letter(tmp_path_factory.mktemp("paper") / "brief.pdf"), 200)


@pytest.fixture(scope="module")
def scan(letter: Grey, tmp_path_factory: pytest.TempPathFactory) -> Page:
    image = dirty(tilt(letter, 1.2), 300)
    return read(save_scan(tmp_path_factory.mktemp("scan") / "scan.pdf", [image]))[0]


def wrong_share(page: Page) -> float:
    gold = " ".join(LETTER)
    return Levenshtein.distance(gold, text_of(page)) / len(gold)


def test_a_dusty_askew_scan_is_read_to_the_letter(scan: Page) -> None:
    assert text_of(scan) == " ".join(LETTER)


def test_section_signs_are_read_although_the_german_model_has_none(scan: Page) -> None:
    words = [word.text for word in scan.words]
    assert words.count("§") == 3
    assert words.count("§§") == 1


def test_a_spot_covers_the_printed_word_and_little_else(letter: Grey, scan: Page) -> None:
    page = tilt(letter, 1.2) < 128
    scale = 200 / 72
    for text in ("Zielvereinbarung", "1.234.560", "345.670,50", "31.3.2025", "Beispielstadt,"):
        word = next(word for word in scan.words if word.text == text)
        x0, top, x1, bottom = (round(value * scale) for value in word.spot)
        inside = page[top - 1 : bottom + 2, x0 - 1 : x1 + 2].sum()
        around = page[top - 6 : bottom + 7, x0 - 6 : x1 + 7].sum()
        assert inside > 100
        assert inside > 0.95 * around


def test_sizes_of_letters_are_estimated_in_points(scan: Page) -> None:
    sizes = [word.size for word in scan.words if len(word.text) > 3]
    assert np.median(sizes) == pytest.approx(11, abs=1.2)
    assert np.percentile(sizes, 5) > 8.5


def test_certainty_is_high_where_the_reading_is_right(scan: Page) -> None:
    assert scan.confidence is not None
    assert scan.confidence > 0.9
    assert all(word.confidence > 0.8 for word in scan.words if "1.234" in word.text)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_scanned_sideways_or_upside_down_is_read(letter: Grey, tmp_path: Path, turn: int) -> None:
    lying = np.ascontiguousarray(np.rot90(dirty(letter, 100), -turn // 90))
    page = read(save_scan(tmp_path / "scan.tif", [lying]))[0]
    assert page.rotation == turn
    assert wrong_share(page) < 0.01


def test_a_sparse_page_upside_down_is_tried_the_other_way_round(tmp_path: Path) -> None:
    path = type_letter(tmp_path / "brief.pdf", ["Beispielstadt, den 12.5.2024", "Landrat Mustermann"])
    upside_down = np.ascontiguousarray(photograph(path)[::-1, ::-1])
    page = read(save_scan(tmp_path / "scan.pdf", [upside_down]))[0]
    assert page.rotation == 180
    assert text_of(page) == "Beispielstadt, den 12.5.2024 Landrat Mustermann"


@pytest.mark.parametrize("kind", ["coarse", "fine", "fax", "faint"])
def test_poor_scans_are_read_nearly_to_the_letter(tmp_path: Path, kind: str) -> None:
    source = type_letter(tmp_path / "brief.pdf")
    dpi = {"coarse": 130, "fine": 400}.get(kind, 200)
    image = dirty(photograph(source, dpi), 100)
    if kind == "fax":
        image = np.where(image > 150, 255, 0).astype(np.uint8)
    if kind == "faint":
        image = (120 + 0.4 * image).astype(np.uint8)
    assert wrong_share(read(save_scan(tmp_path / "scan.pdf", [image], dpi))[0]) < 0.02


@pytest.mark.skipif(not Path(FONT).exists(), reason="Liberation Sans is not installed")
def test_hyphen_en_dash_and_bullet_are_told_apart(tmp_path: Path) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Liberation", FONT))
    lines = [
        "Die folgenden Projekte werden aus den Mitteln des Landes gefördert und begleitet:",
        "• Start in den Beruf – Kofinanzierung durch den Kreis",
        "• Start in den Beruf - vollfinanzierte Plätze in der Aus- und Weiterbildung",
        "• Haupt- und Ehrenamt",
    ]
    source = type_letter(tmp_path / "liste.pdf", lines, "Liberation")
    page = read(save_scan(tmp_path / "scan.pdf", [dirty(photograph(source), 50)]))[0]
    assert text_of(page) == " ".join(lines)


def test_a_grid_does_not_cost_the_table_its_cells(tmp_path: Path) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "tabelle.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 10)
    rows = [("1.", "Coaching", "12.345"), ("2.", "Werkstatt", "67.890"), ("3.", "Sprachkurs", "11.111")]
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            left, bottom = 72 + 130 * column, 700 - 20 * row
            canvas.rect(left, bottom, 130, 20)
            canvas.drawString(left + 6, bottom + 6, cell)
    canvas.save()
    page = read(save_scan(tmp_path / "scan.pdf", [dirty(photograph(path), 0)]))[0]
    assert sorted(word.text for word in page.words) == sorted(cell for cells in rows for cell in cells)
    assert len([line for line in page.rulings if line.horizontal]) == 4
    assert len([line for line in page.rulings if not line.horizontal]) == 4


def test_equal_readings_make_each_other_surer() -> None:
    for first, least in ((0.7, 0.9), (0.92, 0.99)):
        settled = settle(Reading("1.617.830", first), Reading("1.617.830", 0.8))
        assert settled.text == "1.617.830"
        assert settled.confidence >= least
        assert not settled.alternatives


def test_what_the_first_engine_hardly_read_is_shown_to_a_person_even_if_both_agree() -> None:
    settled = settle(Reading("1.617.830", 0.4), Reading("1.617.830", 0.99))
    assert settled.confidence < Settings().review.confidence


def test_figures_in_dispute_stay_doubtful_and_both_are_kept() -> None:
    settled = settle(Reading("1.617.830", 0.95), Reading("1.617.380", 0.9))
    assert settled.text == "1.617.830"
    assert settled.confidence <= 0.5
    assert settled.alternatives == ("1.617.380",)


def test_two_of_three_readings_win() -> None:
    settled = settle(Reading("femistart", 0.4), Reading("fem:start", 0.9), Reading("fem:start", 0.8))
    assert settled.text == "fem:start"
    assert settled.confidence > 0.8


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("AnKER U27", "AnKERÜ27", "AnKER Ü27"),
        ("Hof „Boje", 'Hof"Boje', "Hof „Boje"),
        ("69 500,00", "69.500,00", "69.500,00"),
        ("Komm nun", "Komm (nun", "Komm (nun"),
        ("e. V.", "e.V.", "e. V."),
        ("Seite2von2", "Seite 2 von 2", "Seite 2 von 2"),
    ],
)
def test_a_blank_that_the_first_engine_saw_is_lost_to_no_letter(first: str, second: str, said: str) -> None:
    assert with_known(first, second) == said


def test_each_word_is_weighed_by_itself_however_the_third_reading_is_parted() -> None:
    first, second = (0.55, 0.55, 0.77), (1.0, 1.0, 1.0)
    third = Reading("Dr.h. Tomas", 0.57, (0.86, 0.57))
    said = settle(Reading("Dr. h. Tomäs$", 0.55, first), Reading("Dr. h. Tomáš", 1.0, second), third)
    assert (said.text, said.each[:2]) == ("Dr. h. Tomáš", (0.97, 0.97))
    other = Reading("X", 0.57, (0.57,))
    said = settle(Reading("Dr. h. Tomäs$", 0.55, first), Reading("Dr. h. Tomáš", 1.0, second), other)
    assert said.each == ()


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("86", "§6", "§ 6"),
        ("S6", "§ 6", "§ 6"),
        ("$", "§", "§"),
        ("88 3", "§§ 3", "§§ 3"),
        ("si", "§1", "§ 1"),
        ("§", "§1", "§ 1"),
        ("$2", "S 2", "§ 2"),
        ("$S5", "S5", "§ 5"),
        ("$", "S", "§"),
    ],
)
def test_a_section_sign_is_taken_from_the_model_that_knows_it(first: str, second: str, text: str) -> None:
    assert settle(Reading(first, 0.9), Reading(second, 0.8)).text == text


def test_a_section_sign_with_another_number_is_not_taken() -> None:
    settled = settle(Reading("1.500", 0.9), Reading("§ 7", 0.8))
    assert settled.text == "1.500"
    assert settled.confidence <= 0.5


def test_an_umlaut_that_one_engine_saw_is_there() -> None:
    assert settle(Reading("für", 0.6), Reading("fur", 0.9)).text == "für"
    assert settle(Reading("Anderung", 0.91), Reading("Änderung", 0.99)).text == "Änderung"


def test_a_word_keeps_the_capital_that_its_cut_has_lost() -> None:
    settled = settle(Reading("Vorlagen", 0.92), Reading("orlagen", 0.99), Reading("orlagen", 0.9))
    assert (settled.text, settled.alternatives) == ("Vorlagen", ("orlagen",))
    assert settled.confidence <= 0.85


def test_what_only_the_first_engine_knows_stays_as_it_read_it() -> None:
    assert settle(Reading("„Haus“", 0.8), Reading('Haus"', 0.99)).text == "„Haus“"
    assert settle(Reading("2019–2020", 0.8), Reading("2019-2020", 0.99)).text == "2019–2020"


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [("Werkhof", "Werkhof /", "Werkhof"), ("(2.", "( 2 .", "(2."), ("18", "18°", "18")],
)
def test_what_a_cut_shows_of_the_words_beside_is_not_taken(first: str, second: str, text: str) -> None:
    assert settle(Reading(first, 0.9), Reading(second, 0.99)).text == text


def test_a_letter_alone_is_as_high_as_the_first_engine_saw_it() -> None:
    assert settle(Reading("c.", 0.9), Reading("C.", 0.99)).text == "c."
    assert settle(Reading("wiR", 0.9), Reading("WiR", 0.99)).text == "WiR"


@given(st.text(min_size=1, max_size=12), st.floats(0, 1), st.text(max_size=12), st.floats(0, 1))
def test_a_settled_confidence_is_one(first: str, sure: float, second: str, other: float) -> None:
    settled = settle(Reading(first, sure), Reading(second, other))
    assert 0 <= settled.confidence <= 1
    assert settled.text


def test_font_size_follows_from_the_letters_a_word_has() -> None:
    assert font_size("Haus", 7.0) == pytest.approx(10, rel=0.1)
    assert font_size("was", 5.1) == pytest.approx(10, rel=0.1)
    assert font_size("gegen", 7.2) == pytest.approx(10, rel=0.1)


def test_the_engine_and_its_models_are_found_where_they_were_installed() -> None:
    engine = find_tesseract()
    assert engine.command.is_file()
    assert "deu" in set(engine.languages)
    assert engine.version[0].isdigit()


def test_a_missing_engine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_packaged_command", lambda: None)
    monkeypatch.setenv("PATH", "")
    find_tesseract.cache_clear()
    try:
        with pytest.raises(DependencyMissing, match="Tesseract"):
            find_tesseract()
    finally:
        find_tesseract.cache_clear()


@pytest.mark.parametrize(
    ("first", "second"),
    [("In&s", "Inés"), ("Rene", "René"), ("Tomä3", "Tomáš"), ("Exempelskä,", "Exempelská,")],
)
def test_an_accent_that_the_first_engine_does_not_have_is_heard_from_the_second(
    first: str, second: str
) -> None:
    settled = settle(Reading(first, 0.91), Reading(second, 0.98))
    assert settled.text == second
    assert settle(Reading("Rene", 0.91), Reading("Renė", 0.5)).text == "Rene"
    assert settle(Reading("Lotsenhaus", 0.7), Reading("Lotseņhaus", 0.9)).text == "Lotsenhaus"


def test_an_ampersand_between_capitals_stays() -> None:
    assert settle(Reading("R&D", 0.9), Reading("RéD", 0.99)).text == "R&D"


def test_of_figures_in_dispute_the_second_engine_wins_if_it_is_sure_and_the_first_is_not() -> None:
    settled = settle(Reading("13.916", 0.5), Reading("13.9.16", 0.99), Reading("13.916", 0.4))
    assert settled.text == "13.9.16"
    assert settled.alternatives == ("13.916",)
    assert settled.confidence < Settings().review.confidence


def test_figures_that_no_two_readings_share_stay_as_first_read_and_doubtful() -> None:
    settled = settle(Reading("1.5.24", 0.9), Reading("1.6.24", 0.8), Reading("1.8.24", 0.8))
    assert settled.text == "1.5.24"
    assert settled.confidence <= 0.5


@pytest.mark.parametrize(("sure", "again"), [(0.93, True), (0.96, False)])
def test_figures_are_read_again_unless_they_were_read_with_certainty(sure: float, again: bool) -> None:
    assert is_doubtful(Token("22.9.2018", (0, 0, 90, 20), sure, (1, 1, 1))) is again


@pytest.mark.parametrize(
    ("first", "second"),
    [("Exempler", "Exęmpler"), ("12.500", "12.50ó"), ("Müller", "Mūller"), ("500", "-500")],
)
def test_what_only_the_second_engine_sees_does_not_pass_unseen(first: str, second: str) -> None:
    settled = settle(Reading(first, 0.91), Reading(second, 0.99))
    assert settled.alternatives
    assert settled.confidence < Settings().review.confidence


@pytest.mark.parametrize(("first", "sure", "text"), [("V", 0.85, "V."), ("Beispiel,", 0.95, "Beispiel,")])
def test_marks_at_the_end_are_the_surer_engines(first: str, sure: float, text: str) -> None:
    second = "V." if first == "V" else "Beispiel"
    assert settle(Reading(first, sure), Reading(second, 0.99)).text == text


def test_a_vote_in_which_both_engines_took_part_is_not_confirmed_by_one_of_them() -> None:
    token = Token("Munster", (0, 0, 70, 20), 0.72, (VOTED, 0, 0), alternatives=("Muster",))
    question = Question((0,), np.full((20, 70), 255, np.uint8), 20.0)
    agreed = settle(Reading("Munster", 0.72), Reading("Munster", 0.97))
    (heard,) = hear([Inked(token, 20.0, 2.0)], [question], [agreed])
    assert heard.confidence < Settings().review.confidence
    assert heard.alternatives == ("Muster",)


@pytest.mark.parametrize("second", ["2", None])
def test_a_word_of_which_the_second_engine_reads_nothing_was_heard_by_one(second: str | None) -> None:
    token = Token("2", (0, 0, 9, 20), 0.93, (1, 0, 0))
    first = Reading("2", 0.93)
    said = settle(first, Reading(second, 0.9)) if second else as_read(first)
    question = Question((0,), np.full((20, 9), 255, np.uint8), 20.0)
    (heard,) = hear([Inked(token, 20.0, 2.0)], [question], [said])
    assert heard.text == "2"
    assert heard.weighed == (second is not None)


@pytest.mark.parametrize(
    ("text", "sure", "certain"),
    [
        ("Vereinbarung,", 0.92, True),
        ("Jugendwerkstatt", 0.92, True),  # a compound
        ("Vereinbarung", 0.89, False),
        ("Finzelanweisung", 0.92, False),
        ("Exempelskä", 0.92, False),
        ("Modul2", 0.92, False),
        ("2024", 0.92, False),
        ("2024", 0.97, True),
        ("Exempelskä", 0.97, True),
    ],
)
def test_a_german_word_needs_less_to_be_certain_than_one_that_is_none(
    text: str, sure: float, certain: bool
) -> None:
    token = Token(text, (0, 0, 70, 20), sure, (1, 0, 0))
    (heard,) = hear([Inked(token, 20.0, 2.0)], [], [])
    assert (heard.confidence >= CERTAIN) == certain


def test_what_a_cut_shows_of_the_words_beside_is_told_once() -> None:
    line = (1, 0, 0)
    words = [
        Inked(Token("DigiLab/", (0, 0, 70, 20), 0.6, line), 20.0, 2.0),
        Inked(Token("Sprache", (40, 0, 70, 20), 0.99, line), 20.0, 2.0),
    ]
    question = Question((0,), np.full((20, 70), 255, np.uint8), 20.0)
    found = hear(words, [question], [settle(Reading("DigiLab/", 0.4), Reading("DigiLab Sprache", 0.99))])
    assert [word.text for word in found] == ["DigiLab", "Sprache"]


@pytest.mark.parametrize(("left", "told"), [(92, 1), (104, 1), (112, 2)])
def test_of_two_dashes_that_touch_one_was_not_printed(left: int, told: int) -> None:
    dashes = [
        Token("–", (left, 14, left + 6, 17), 0.99, (1, 0, 0)),
        Token("–", (97, 0, 103, 20), 0.7, (2, 0, 0)),
    ]
    assert len(hear([Inked(dash, 20.0, 2.0) for dash in dashes], [], [])) == told


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("Qualifizierungsbudget", "Qualifizierungsudget", "Qualifizierungsbudget"),
        ("vorbereilung", "Vorbereitung", "Vorbereitung"),
    ],
)
def test_of_two_readings_the_one_that_is_a_word_wins(first: str, second: str, text: str) -> None:
    settled = settle(Reading(first, 0.7), Reading(second, 0.99))
    assert settled.text == text
    assert settled.confidence < Settings().review.confidence


def test_what_lies_far_apart_is_not_decided_by_the_dictionary() -> None:
    assert settle(Reading("Leyla", 0.85), Reading("Fee", 0.6)).text == "Leyla"


@pytest.mark.parametrize(
    ("first", "second", "sure", "text"),
    [
        ("Fallmänagement", "Fallmánagement", 0.92, "Fallmanagement"),
        ("entscheidet", "entscheidęt", 0.9, "entscheidet"),
        ("Rene", "René", 0.96, "René"),
        ("Sprint", "SprInt", 0.7, "SprInt"),
    ],
)
def test_marks_and_capitals_that_one_engine_sees(first: str, second: str, sure: float, text: str) -> None:
    settled = settle(Reading(first, 0.9), Reading(second, sure))
    assert settled.text == text
    assert first == text or first in settled.alternatives


def test_a_word_in_doubt_leaves_those_beside_it_be() -> None:
    first = Reading("Erste Söreri Muster", 0.5, (0.9, 0.5, 0.9))
    other = Reading("Erste Sören Muster", 0.9, (0.99, 0.99, 0.99))
    settled = settle(first, other, other)
    assert settled.text == "Erste Sören Muster"
    assert settled.each[1] < settled.each[0] == settled.each[2]


def test_blanks_that_two_of_three_readings_have_are_there() -> None:
    alone = Reading("Neue Wege U25", 0.9)
    settled = settle(Reading("NeueWegeU25", 0.6), Reading("Neue Weġe U25", 0.6), alone)
    assert settled.text == alone.text


def test_letters_among_figures_are_figures() -> None:
    assert settle(Reading("20.4.26", 0.92), Reading("20.4.2b", 0.9)) == Settled("20.4.26", 0.995)
    assert settle(Reading("20.4.28", 0.92), Reading("20.4.2b", 0.9)).alternatives == ("20.4.2b",)


@pytest.mark.parametrize(
    ("one", "other"), [("166", "16b"), ("169", "16g"), ("2.16", "2.1b"), ("126,", "12b,")]
)
def test_the_letter_of_a_house_or_an_entry_is_no_figure(one: str, other: str) -> None:
    assert settle(Reading(one, 0.92), Reading(other, 0.9)).alternatives == (other,)


def test_what_both_read_is_sure_if_one_of_them_is() -> None:
    assert settle(Reading("Werkhof", 0.4), Reading("Werkhof", 0.99)).confidence > 0.95
    assert settle(Reading("Werkhof", 0.4), Reading("Werkhof", 0.8)).confidence < 0.85


def test_a_mark_between_two_words_without_a_blank_is_doubted_though_both_read_it() -> None:
    assert settle(Reading("Lernhaus.kompakt", 0.94), Reading("Lernhaus.kompakt", 0.99)).confidence < 0.85
    assert settle(Reading("www.lernhaus.de", 0.94), Reading("www.lernhaus.de", 0.99)).confidence > 0.95


def test_of_three_readings_the_one_that_is_a_word_wins() -> None:
    settled = settle(Reading("Förderkctte", 0.6), Reading("Förderkotte", 0.9), Reading("Förderkette", 0.7))
    assert settled.text == "Förderkette"


def test_a_sure_accent_is_no_longer_in_doubt() -> None:
    assert settle(Reading("Novotna", 0.9), Reading("Novotná", 0.99)) == Settled("Novotná", 0.97)
    assert settle(Reading("Zo&", 0.7), Reading("Zoé", 0.99)).text == "Zoé"


@pytest.mark.parametrize(("first", "second"), [("027", "Ü27"), ("Ü27", "027")])
def test_a_nought_before_an_age_is_the_umlaut_that_one_engine_saw(first: str, second: str) -> None:
    assert settle(Reading(first, 0.8), Reading(second, 0.8)) == Settled("Ü27", 0.97)


def test_a_ring_read_alone_as_a_nought_stays_the_mark_that_it_is_in_its_line() -> None:
    assert settle(Reading("o", 0.89), Reading("0", 0.99)).text == "o"
    assert settle(Reading("8", 0.6), Reading("0", 0.99)).text == "0"


def test_words_are_read_in_one_go_only_if_the_second_stands_behind_the_first() -> None:
    first, second = (
        Token(text, (x0, 0.0, x0 + 60.0, 20.0), 0.6, (1, 1, 1)) for text, x0 in (("Hof", 0.0), ("Bad", 66.0))
    )
    assert doubts([first, second], [20.0, 20.0], [False, False]) == [(0, 1)]
    assert sorted(doubts([second, first], [20.0, 20.0], [False, False])) == [(0,), (1,)]
    far = replace(second, box=(166.0, 0.0, 226.0, 20.0))
    assert sorted(doubts([first, far], [20.0, 20.0], [False, False])) == [(0,), (1,)]


@pytest.mark.parametrize(
    ("read", "others", "word"),
    [
        ("Giavanni", ("Gidvanni", "Giovanni", "KGidvAnhy"), "Giovanni"),
        ("SChäblone)", ("Schablone", "Schablone)"), "Schablone)"),
        ("sawie", ("SQwie", "sowie"), "sowie"),
        ("Qualifizjerungsbudget", ("Qualifizierungsbudget",), "Qualifizierungsbudget"),
        # German, in two ways, far from it; and what no dictionary knows: capitals, accents, figures.
        ("Beispiel", ("Baispiel",), None),
        ("Qualilizjerungsbudget", ("Qualifizierungsbudget",), None),
        ("Geschäftsführerin", ("Geschaftsfuhrerin",), None),
        ("Xaus", ("Haus", "Maus"), None),
        ("Xkeifl", ("Haus",), None),
        ("SprInt", ("Sprint",), None),
        ("René", ("Rene",), None),
        ("l9", ("Haus",), None),
        ("Giavanni", ("Giovanni Haus",), None),
    ],
)
def test_of_the_readings_of_a_word_the_only_german_one_is_it(
    read: str, others: tuple[str, ...], word: str | None
) -> None:
    heard = Heard(read, (0, 0, 1, 1), 0.5, 20.0, alternatives=others)
    (found,) = with_german_readings([heard])
    if word is None:
        assert found == heard
    else:
        assert (found.text, found.confidence, found.alternatives[0]) == (word, 0.5, read)
        sure = replace(heard, confidence=0.81)
        assert with_german_readings([sure]) == [sure]


def test_a_long_word_that_none_doubts_but_no_dictionary_has_is_the_german_one_that_was_read_too() -> None:
    both = Heard("Qualifizjerungsbudget", (0, 0, 1, 1), 0.8, 20.0, alternatives=("Qualifizierungsbudget",))
    (found,) = with_german_readings([both])
    assert (found.text, found.alternatives) == ("Qualifizierungsbudget", ("Qualifizjerungsbudget",))


def test_an_accent_on_the_mark_of_an_item_is_dirt() -> None:
    mark = Heard("á)", (0, 0, 1, 1), 0.8, 20.0, alternatives=("a)",))
    assert [word.text for word in with_german_readings([mark])] == ["a)"]
    assert with_german_readings([replace(mark, alternatives=())]) == [replace(mark, alternatives=())]


def test_no_word_of_small_letters_begins_with_a_figure_that_the_first_engine_has_as_a_capital() -> None:
    assert settle(Reading("BaP", 0.8), Reading("3aP", 0.99), Reading("3aP", 0.9)).text == "BaP"
    assert settle(Reading("B2P", 0.8), Reading("32P", 0.99), Reading("32P", 0.9)).text == "32P"
