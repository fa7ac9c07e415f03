"""What a text layer says and the page does not show is not read, and what it says twice is read once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.colors import black, white
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.page import Page
from tests.paper import LETTER, read, text_of, write_lines

SUM = "99.999,00"
PLACE = (72, 300)


def drawn(path: Path, draw: Callable[[Canvas], None]) -> Page:
    """A page with a letter and what is drawn on it."""
    canvas = Canvas(str(path / "brief.pdf"), pagesize=A4)
    write_lines(canvas, LETTER)
    draw(canvas)
    canvas.save()
    page = read(path / "brief.pdf")[0]
    assert page.origin == "text_layer"
    assert "1.234.560 Euro" in text_of(page)
    return page


def in_white(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    canvas.drawString(*PLACE, SUM)


def in_white_on_black(canvas: Canvas) -> None:
    canvas.rect(50, 290, 300, 30, fill=1)
    in_white(canvas)


def in_grey(canvas: Canvas) -> None:
    canvas.setFillGray(0.75)
    canvas.drawString(*PLACE, SUM)


def invisibly(canvas: Canvas) -> None:
    text = canvas.beginText(*PLACE)
    text.setTextRenderMode(3)
    text.textLine(SUM)
    canvas.drawText(text)


def under_a_white_box(canvas: Canvas) -> None:
    canvas.drawString(*PLACE, SUM)
    canvas.setFillColor(white)
    canvas.rect(50, 290, 300, 30, stroke=0, fill=1)


def beside_the_paper(canvas: Canvas) -> None:
    canvas.drawString(A4[0] + 100, 300, SUM)


def test_a_sign_of_a_symbol_font_beside_the_paper_costs_no_page(tmp_path: Path) -> None:
    def sign(canvas: Canvas) -> None:
        canvas.setFont("ZapfDingbats", 11)
        canvas.drawString(A4[0] + 25, 300, "\u2776")
        canvas.drawString(100, -40, "\u2776")

    assert text_of(drawn(tmp_path, sign))


@pytest.mark.parametrize(
    ("draw", "seen"),
    [
        (in_white, False),
        (invisibly, False),
        (under_a_white_box, False),
        (beside_the_paper, False),
        (in_white_on_black, True),
        (in_grey, True),
    ],
)
def test_what_the_page_does_not_show_is_not_read(
    tmp_path: Path, draw: Callable[[Canvas], None], seen: bool
) -> None:
    assert (SUM in text_of(drawn(tmp_path, draw))) is seen


def test_a_sum_written_over_another_is_read_and_doubted(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        under_a_white_box(canvas)
        canvas.setFillColor(black)
        canvas.drawString(*PLACE, "11.111,00")

    word = drawn(tmp_path, draw).words[-1]
    assert (word.text, word.alternatives) == ("11.111,00", (SUM,))
    assert word.confidence < 0.8


def test_what_is_typed_over_a_line_to_fill_in_is_not_doubted(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(*PLACE, "____________")
        canvas.drawString(*PLACE, SUM)

    assert drawn(tmp_path, draw).words[-1].confidence == 1.0


def set_twice(canvas: Canvas) -> None:
    canvas.drawString(*PLACE, "Fettdruck alle")
    canvas.drawString(PLACE[0] + 0.3, PLACE[1], "Fettdruck alle")


def letter_by_letter_twice(canvas: Canvas) -> None:
    x, y = PLACE
    for letter in "Fettdruck alle":
        canvas.drawString(x, y, letter)
        canvas.drawString(x + 0.3, y, letter)
        x += canvas.stringWidth(letter)


@pytest.mark.parametrize("draw", [set_twice, letter_by_letter_twice])
def test_bold_type_made_of_type_set_twice_is_read_once(
    tmp_path: Path, draw: Callable[[Canvas], None]
) -> None:
    assert [word.text for word in drawn(tmp_path, draw).words[-2:]] == ["Fettdruck", "alle"]


@pytest.mark.parametrize("degrees", [90, -90])
def test_writing_that_runs_up_or_down_the_margin_is_no_part_of_the_text(tmp_path: Path, degrees: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(40, 500)
        canvas.rotate(degrees)
        canvas.drawString(0, 0, "Eingang 03.04.2025")

    words = drawn(tmp_path, draw).words[-2:]
    assert [(word.text, word.slant, word.size) for word in words] == [
        ("Eingang", degrees, 11.0),
        ("03.04.2025", degrees, 11.0),
    ]


def test_a_page_printed_across_is_turned_and_read(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "quer.pdf"), pagesize=A4)
    canvas.translate(A4[0], 0)
    canvas.rotate(90)
    canvas.translate(0, A4[0] - A4[1])
    write_lines(canvas, LETTER)
    canvas.save()
    page = read(tmp_path / "quer.pdf")[0]
    assert "nicht waagerecht" in page.reason
    assert "1.234.560 Euro" in text_of(page)
