"""Stamps that lie aslant on a scan: their dates are read, or it is said that one could not be."""

from __future__ import annotations

import string
from datetime import date as day
from pathlib import Path

import cv2
import numpy as np
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.page import Page
from extract.scans import stamp_dates, stamps
from extract.scans.letters import Odds
from extract.scans.pieces import find_pieces
from extract.scans.rulings import from_image
from extract.scans.spelled_dates import spelled_date
from extract.scans.straighten import ink_of
from extract.scans.witness import Heard
from models.german import find_dates
from models.settings import Settings
from tests.paper import LETTER, photograph, read, save_scan, write_lines


def stamped(
    folder: Path, date: str, degrees: float, *, across: str = "", lines: int = 3, tone: float = 0.0
) -> Page:
    """A scanned page with a stamp (0 black, 1 white) below its text; `across` is printed over the date."""
    pdf = folder / "stamped.pdf"
    canvas = Canvas(str(pdf), pagesize=A4)
    write_lines(canvas, LETTER)
    canvas.saveState()
    canvas.translate(300, 300)
    canvas.rotate(degrees)
    canvas.setLineWidth(1.5)
    canvas.setStrokeGray(tone)
    canvas.setFillGray(tone)
    canvas.rect(0, 0, 150, 60)
    canvas.setFont("Courier", 10)
    canvas.drawString(10, 44, "EINGEGANGEN")
    canvas.setFont("Courier-Bold", 14)
    canvas.drawString(10, 22, date)
    canvas.restoreState()
    canvas.setFont("Helvetica-Bold", 11)
    for line in range(lines):
        canvas.drawString(306, 320 + 6 * line, across)
    canvas.save()
    return read(save_scan(folder / "stamped.tif", [photograph(pdf)]))[0]


@pytest.mark.parametrize("degrees", [-6, -3, 4, 8])
def test_the_date_of_a_stamp_is_read_and_lies_aslant(tmp_path: Path, degrees: float) -> None:
    page = stamped(tmp_path, "17. MAI 2024", degrees)
    words = [word for word in page.words if word.slant]
    (date,) = find_dates(" ".join(word.text for word in words))
    assert (date.value.isoformat() if date.value else None, page.unread_stamps) == ("2024-05-17", ())
    # A page counts its angles clockwise, a PDF the other way.
    assert words[0].slant == pytest.approx(-degrees, abs=0.6)
    assert 300 < words[0].spot[0] < 340


@pytest.mark.parametrize(("fall", "thickness"), [(-9, 2), (-9, 4), (11, 3), (-17, 3)])
def test_a_frame_is_found_whose_sides_are_taken_for_straight_lines_in_parts(
    fall: int, thickness: int
) -> None:
    grey = np.full((700, 1200), 255, dtype=np.uint8)
    corners = np.array([(400, 300), (755, 300 + fall), (755 - fall // 2, 440 + fall), (400 - fall // 2, 440)])
    cv2.polylines(grey, [corners], isClosed=True, color=0, thickness=thickness)
    for letter in range(430, 740, 40):
        cv2.line(grey, (letter, 290), (letter, 312), 0, 3)
    cv2.line(grey, (100, 370), (1100, 370), 0, 2)
    _, taken, clean = from_image(grey, 72 / 200)
    assert len(stamps.find_stamps(stamps.Sheet(clean, find_pieces(ink_of(clean)), taken, em=30.0))) == 1


def test_a_date_that_both_engines_read_is_certain() -> None:
    both = [
        stamp_dates._Date(day(2024, 5, 17), (Heard("17.05.2024", (0, 0, 9, 9), sure, 25.0),))
        for sure in (0.5, 0.8)
    ]
    other = stamp_dates._Date(day(2024, 5, 11), both[0].words)
    (word,) = stamp_dates._agreed(both[:1], both[1:])
    assert (word.confidence, word.weighed) == (stamp_dates.BOTH, True)
    assert stamp_dates._agreed(both, [other]) == ()


def test_a_date_that_one_engine_cannot_read_is_in_doubt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamp_dates, "read_lines", lambda engine, images: [[] for _ in images])
    words = [word for word in stamped(tmp_path, "17. MAI 2024", 4).words if word.slant]
    assert find_dates(" ".join(word.text for word in words))[0].value == day(2024, 5, 17)
    assert max(word.confidence or 0 for word in words) < Settings().review.confidence


@pytest.mark.parametrize(
    ("degrees", "tone", "across"),
    [
        (5, 0.3, "über die Ausbildung"),
        (6, 0.0, "Träger"),
    ],
)
def test_a_date_that_lies_on_text_is_told_in_doubt(
    tmp_path: Path, degrees: float, tone: float, across: str
) -> None:
    page = stamped(tmp_path, "17. MAI 2024", degrees, across=across, lines=1, tone=tone)
    words = [word for word in page.words if word.slant]
    assert [date.value for date in find_dates(" ".join(word.text for word in words))] == [day(2024, 5, 17)]
    assert max(word.confidence or 0 for word in words) < Settings().review.confidence


def odds(*spellings: str) -> Odds:
    """A strip of which each step shows one letter of each spelling, the first the likeliest."""
    letters = ("", *sorted({*string.ascii_letters, *string.digits, *" .äÄ", *"".join(spellings)}))
    steps = np.full((2 * len(spellings[0]), len(letters)), 1e-6, dtype=np.float32)
    steps[1::2, 0] = 1.0
    for rank, spelling in enumerate(spellings):
        for place, letter in enumerate(spelling):
            steps[2 * place, letters.index(letter)] = 0.5 / 2**rank
    return Odds(letters, steps)


@pytest.mark.parametrize(
    ("spellings", "told", "worth"),
    [
        (("17. MAI 2024",), day(2024, 5, 17), 12),
        (("uro11. OKT. 2023 x",), day(2023, 10, 11), 13),
        (("B7L MAI 2024", "17. NAJ 2024"), day(2024, 5, 17), 10.5),
        (("3. 5.2024/b",), day(2024, 5, 3), 9),
        (("22. Februar 2019",), day(2019, 2, 22), 16),
    ],
)
def test_the_date_is_told_for_which_the_letters_speak_most(
    spellings: tuple[str, ...], told: day, worth: float
) -> None:
    found = spelled_date(odds(*spellings))
    assert found is not None
    assert (found.day, found.worth) == (told, pytest.approx(worth, abs=0.5))


@pytest.mark.parametrize("spelling", ["31. JUNI 2024", "im Weiteren", ""])
def test_no_date_is_told_that_there_is_not(spelling: str) -> None:
    assert spelled_date(odds(spelling or " ")) is None


def test_the_page_keeps_no_scraps_of_the_date(tmp_path: Path) -> None:
    page = stamped(tmp_path, "17. MAI 2024", 5)
    printed = sum(line.split().count("2024") for line in LETTER)
    assert [word.text for word in page.words].count("2024") == printed + 1


def test_a_stamp_whose_date_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    page = stamped(tmp_path, "17. MAI 2024", 5, across="Förderung und Bericht")
    ((x0, top, x1, bottom),) = page.unread_stamps
    assert x0 < 330 < x1
    assert top < A4[1] - 330 < bottom


def test_a_page_without_a_stamp_has_none(tmp_path: Path) -> None:
    pdf = tmp_path / "plain.pdf"
    canvas = Canvas(str(pdf), pagesize=A4)
    write_lines(canvas, LETTER)
    for row in range(4):
        canvas.rect(72, 300 + 25 * row, 400, 25)
    canvas.save()
    page = read(save_scan(tmp_path / "plain.tif", [photograph(pdf)]))[0]
    assert page.unread_stamps == ()
    assert not any(word.slant for word in page.words)


@pytest.mark.parametrize(
    ("beyond", "kept"), [((700.0, 200.0, 760.0, 220.0), False), ((700.0, 230.0, 760.0, 250.0), True)]
)
def test_a_date_of_a_line_of_text_that_goes_on_beyond_the_stamp_is_none_of_its_own(
    beyond: tuple[float, float, float, float], kept: bool
) -> None:
    date = Heard("01.01.2018", (500.0, 195.0, 600.0, 225.0), 0.75, 25.0)
    text = Heard("01.01.2018", (502.0, 200.0, 601.0, 220.0), 0.84, 25.0)
    stamp = stamp_dates.Stamped((400.0, 150.0, 690.0, 300.0), 4.0, (date,))
    found = stamp.without_text([text, Heard("bis", beyond, 0.97, 25.0)])
    assert bool(found.date) is kept


@pytest.mark.parametrize(
    ("text", "box", "kept"),
    [
        ("Hz.:", (500.0, 250.0, 540.0, 270.0), False),
        ("Anl", (450.0, 250.0, 490.0, 270.0), False),
        ("Haus", (450.0, 250.0, 490.0, 270.0), True),
        ("Hz", (800.0, 250.0, 840.0, 270.0), True),
        ("Hz", (500.0, 200.0, 540.0, 220.0), True),
    ],
)
def test_what_is_to_be_filled_in_on_a_stamp_is_no_text(
    text: str, box: tuple[float, float, float, float], kept: bool
) -> None:
    beyond = Heard("bis", (700.0, 200.0, 760.0, 220.0), 0.97, 25.0)
    stamp = stamp_dates.Stamped((400.0, 150.0, 690.0, 300.0), 4.0, ())
    found = stamp_dates.without_scraps([Heard(text, box, 0.8, 25.0), beyond], [stamp])
    assert (found[0].text == text) is kept
