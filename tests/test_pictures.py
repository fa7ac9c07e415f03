"""Print in a picture on a digital page is read; a photograph, a logo and a signature are left alone."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.page import Page
from tests.paper import LETTER, Grey, photograph, read, text_of, type_letter, write_lines

SCANNED = ("Gesamtbetrag der Zuwendung 98.760,00 Euro", "davon Sprachkurse 54.320,00 Euro")


def page_with(path: Path, picture: Grey, width: float, height: float) -> Page:
    """A page with a letter and a picture of so many points below it."""
    canvas = Canvas(str(path / "brief.pdf"), pagesize=A4)
    write_lines(canvas, LETTER)
    canvas.drawImage(ImageReader(Image.fromarray(picture)), 72, 300, width, height)
    canvas.save()
    page = read(path / "brief.pdf")[0]
    assert page.origin == "text_layer"
    assert {word.origin for word in page.words[: len(" ".join(LETTER).split())]} == {"text_layer"}
    return page


def print_of(path: Path) -> Grey:
    """Two lines of print, 400 x 60 points."""
    whole = photograph(type_letter(path / "anlage.pdf", SCANNED))
    points = 72 / 200
    return whole[round(50 / points) : round(110 / points), round(60 / points) : round(460 / points)]


def test_print_in_a_picture_is_read_where_it_stands(tmp_path: Path) -> None:
    page = page_with(tmp_path, print_of(tmp_path), 400, 60)
    assert text_of(page).endswith(" ".join(SCANNED))
    assert "dazu Bilder auf der Seite" in page.reason
    (total,) = (word for word in page.words if word.text == "98.760,00")
    assert total.origin == "ocr"
    assert total.spot[1] == pytest.approx(A4[1] - 360 + 12, abs=6)


def test_what_the_text_layer_says_over_a_picture_is_read_once(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "brief.pdf"), pagesize=A4)
    paper = np.full((300, 500), 240, np.uint8)
    canvas.drawImage(ImageReader(Image.fromarray(paper)), 0, 500, A4[0], 300)
    write_lines(canvas, LETTER)
    canvas.save()
    page = read(tmp_path / "brief.pdf")[0]
    assert text_of(page) == " ".join(LETTER)


def photo() -> Grey:
    noise = np.random.default_rng(1).integers(0, 255, (30, 60), dtype=np.uint8)
    return np.asarray(cv2.resize(noise, (900, 450), interpolation=cv2.INTER_CUBIC), np.uint8)


def test_a_photograph_says_nothing(tmp_path: Path) -> None:
    assert text_of(page_with(tmp_path, photo(), 400, 200)) == " ".join(LETTER)


def test_a_logo_is_not_read(tmp_path: Path) -> None:
    assert text_of(page_with(tmp_path, print_of(tmp_path), 200, 30)) == " ".join(LETTER)
