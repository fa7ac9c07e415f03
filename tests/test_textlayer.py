"""When is the embedded text believed?"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.files.sheet import ImageFacts, Layer
from extract.files.textlayer import judge, measure, plain_text, words_of
from tests.paper import LETTER, photograph, read, text_of, type_letter, write_lines

NO_IMAGE = ImageFacts()


def layer_of(text: str, invisible: float = 0.0) -> Layer:
    words: list[dict[str, Any]] = []
    for row, line in enumerate(text.split("\n")):
        left = 72.0
        for word in line.split():
            width = 6.0 * len(word)
            char = {"size": 11.0, "fontname": "Sample", "matrix": (1, 0, 0, 1, 0, 0)}
            words.append(
                {
                    "text": word,
                    "x0": left,
                    "x1": left + width,
                    "top": 72.0 + 14 * row,
                    "bottom": 83.0 + 14 * row,
                    "chars": [char] * len(word),
                }
            )
            left += width + 4
    return Layer(words=words, invisible=invisible)


PROSE = "\n".join(LETTER)


def test_plain_prose_is_trusted() -> None:
    assert judge(measure(layer_of(PROSE)), NO_IMAGE).trusted


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "keine Textebene"),
        ("(cid:12)(cid:13)(cid:14) (cid:15)(cid:16) " * 20, "ohne Bedeutung"),
        ("Ziel\ufffdver\ufffdein " * 20, "ohne Bedeutung"),
        ("\ue001\ue002\ue003 " * 20, "ohne Bedeutung"),
        ("Z i e l v e r e i n b a r u n g " * 10, "stehen einzeln"),
        ("Xrfvqzhfdhwn whdr jhfxg zwmnq " * 20, "Zeichenzuordnung"),
        ("12.5 ||| 44 --- 7/8 ### 9 " * 5, "Buchstaben"),
    ],
)
def test_a_broken_layer_is_refused_with_the_reason(text: str, reason: str) -> None:
    verdict = judge(measure(layer_of(text)), NO_IMAGE)
    assert not verdict.trusted
    assert reason in verdict.reason


def test_bullets_of_a_symbol_font_are_bullets_and_break_no_layer() -> None:
    layer = layer_of(PROSE + "\n(cid:127) Projekt Eins\n(cid:127) Projekt Zwei")
    assert judge(measure(layer), NO_IMAGE).trusted
    assert [word.text for word in words_of(layer)][-6:] == ["•", "Projekt", "Eins", "•", "Projekt", "Zwei"]


def test_a_letter_in_a_font_of_pictures_is_a_bullet(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "liste.pdf"), pagesize=A4)
    write_lines(canvas, LETTER[:3])
    canvas.setFont("ZapfDingbats", 11)
    canvas.drawString(72, 600, "n")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(90, 600, "Projekt Eins")
    canvas.save()
    assert text_of(read(tmp_path / "liste.pdf")[0]).endswith("• Projekt Eins")


def test_what_is_filled_into_a_form_is_read(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "formular.pdf"), pagesize=A4)
    write_lines(canvas, LETTER[:3])
    canvas.acroForm.textfield(value="12.345,67 Euro", x=200, y=500, width=150, height=20, fontSize=11)
    canvas.acroForm.checkbox(checked=True, x=400, y=500)
    canvas.save()
    page = read(tmp_path / "formular.pdf")[0]
    assert page.origin == "text_layer"
    assert text_of(page).endswith("12.345,67 Euro")
    x0, top, x1, bottom = page.words[-1].spot
    assert 200 < x0 < x1 < 350
    assert A4[1] - 520 < top < bottom < A4[1] - 500


def test_a_nameless_glyph_inside_a_line_is_not_taken_for_a_bullet() -> None:
    assert [word.text for word in words_of(layer_of("Summe (cid:127) Euro"))] == ["Summe", "\ufffd", "Euro"]


@pytest.mark.parametrize("over", [True, False])
def test_text_with_a_page_filling_image_is_read_from_the_image(tmp_path: Path, over: bool) -> None:
    picture = ImageReader(_as_image(photograph(type_letter(tmp_path / "brief.pdf"))))
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    if not over:
        canvas.drawString(72, 700, "falsch gelesener Text unter dem Bild")
    canvas.drawImage(picture, 0, 0, *A4)
    if over:
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textLine("Zielvereinbanmg 2O24 falsch gelesen")
        canvas.drawText(text)
    canvas.save()
    page = read(path)[0]
    assert page.origin == "ocr"
    assert "verworfen" in page.reason
    assert "1.234.560 Euro" in text_of(page)
    assert "falsch" not in text_of(page)


def test_a_blank_that_the_next_letter_stands_on_parts_no_word(tmp_path: Path) -> None:
    """Browsers write soft hyphens within words as blanks without width."""
    path = tmp_path / "letter.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    write_lines(canvas, LETTER)
    left = 72.0
    for piece in ("Die Aus", " ", "bil", " ", "dung be", " ", "ginnt bald."):
        canvas.drawString(left, 60, piece)
        left += canvas.stringWidth(piece) if piece.strip() else 0
    canvas.save()
    assert "Die Ausbildung beginnt bald." in text_of(read(path)[0])


@pytest.mark.parametrize(
    ("set_", "read_as"),
    [
        ("(ii)Lernhaus", "(ii) Lernhaus"),
        ("(2)„Lernhaus“", "(2) „Lernhaus“"),
        ("(b)Lernhaus (TZ)", "(b) Lernhaus (TZ)"),
        ("(TZ)Lernhaus (m)itten", "(TZ)Lernhaus (m)itten"),
    ],
)
def test_the_mark_of_an_item_is_a_word_also_where_its_text_touches_it(
    set_: str, read_as: str, tmp_path: Path
) -> None:
    path = tmp_path / "letter.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    write_lines(canvas, LETTER)
    canvas.drawString(72, 60, set_)
    canvas.save()
    assert read_as in text_of(read(path)[0])


def test_size_and_weight_come_with_the_words(tmp_path: Path) -> None:
    bold = read(type_letter(tmp_path / "a.pdf", font="Helvetica-Bold", size=14))[0].words
    plain = read(type_letter(tmp_path / "b.pdf"))[0].words
    assert {(word.size, word.bold) for word in bold} == {(14.0, True)}
    assert {(word.size, word.bold) for word in plain} == {(11.0, False)}


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        ("Pﬂege", "Pflege"),
        ("Quali\u00adfizierung", "Qualifizierung"),
        ("Quali\u00ad", "Quali-"),
        ("fu\u0308r", "für"),
        ("Aus\u2011", "Aus-"),
        ("m²", "m²"),
    ],
)
def test_glyphs_become_plain_text(glyphs: str, text: str) -> None:
    assert plain_text(glyphs) == text


@given(st.text(max_size=40))
def test_plain_text_is_normal_and_stable(text: str) -> None:
    once = plain_text(text)
    assert unicodedata.is_normalized("NFC", once)
    assert plain_text(once) == once


def _as_image(grey: Any) -> Any:
    from PIL import Image

    return Image.fromarray(grey)
