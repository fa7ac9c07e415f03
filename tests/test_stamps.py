"""Stamps that lie aslant on a scan: their dates are read, or it is said that one could not be."""

from __future__ import annotations

from datetime import date as day
from pathlib import Path

import cv2
import numpy as np
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.page import Page
from extract.scans import stamps
from extract.scans.pieces import find_pieces
from extract.scans.rulings import from_image
from extract.scans.straighten import ink_of
from models.german import find_dates
from models.settings import Settings
from tests.paper import LETTER, photograph, read, save_scan, write_lines


def stamped(folder: Path, date: str, degrees: float, *, across: str = "") -> Page:
    """A scanned page with a stamp below its text; `across` is printed over the date."""
    pdf = folder / "stamped.pdf"
    canvas = Canvas(str(pdf), pagesize=A4)
    write_lines(canvas, LETTER)
    canvas.saveState()
    canvas.translate(300, 300)
    canvas.rotate(degrees)
    canvas.setLineWidth(1.5)
    canvas.rect(0, 0, 150, 60)
    canvas.setFont("Courier", 10)
    canvas.drawString(10, 44, "EINGEGANGEN")
    canvas.setFont("Courier-Bold", 14)
    canvas.drawString(10, 22, date)
    canvas.restoreState()
    canvas.setFont("Helvetica-Bold", 11)
    for line in range(3):
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


def test_a_date_that_one_engine_cannot_read_is_in_doubt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "read_lines", lambda engine, images: [[] for _ in images])
    words = [word for word in stamped(tmp_path, "17. MAI 2024", 4).words if word.slant]
    assert find_dates(" ".join(word.text for word in words))[0].value == day(2024, 5, 17)
    assert max(word.confidence or 0 for word in words) < Settings().review.confidence


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
