"""What a text layer does not say is read from the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.scans import unnamed
from extract.scans.letters import Piece, Strip
from extract.scans.ocr import Token
from extract.scans.unnamed import said_of
from tests.paper import LETTER, read, text_of, type_misnamed, type_unnamed

LINES = (*LETTER[:8], "Beispielstadt, den 12.5.2024", "Jürgen Kaufhold, Geschäftsführer")


def test_letters_without_a_name_are_read_from_the_page(tmp_path: Path) -> None:
    page = read(type_unnamed(tmp_path / "brief.pdf", LINES, "f"))[0]
    assert page.origin == "text_layer"
    assert "Jürgen Kaufhold, Geschäftsführer" in text_of(page)
    (word,) = (word for word in page.words if word.text == "Kaufhold,")
    assert (word.origin, word.confidence) == ("text_layer", 0.97)


def test_figures_without_a_name_are_read_from_the_page(tmp_path: Path) -> None:
    page = read(type_unnamed(tmp_path / "brief.pdf", LINES, "0123456789"))[0]
    assert page.origin == "text_layer"
    assert "Jahr 2024 insgesamt 1.234.560 Euro" in text_of(page)


def test_a_page_of_which_much_has_no_name_is_read_as_a_whole(tmp_path: Path) -> None:
    page = read(type_unnamed(tmp_path / "brief.pdf", LINES, "enr"))[0]
    assert page.origin == "ocr"
    assert "ohne Bedeutung" in page.reason


@pytest.mark.parametrize("shown", ["0123456789", "abcdefghijklmnopqrstuvwxyz"])
def test_a_page_in_a_font_that_misnames_its_glyphs_is_read_from_its_picture(
    tmp_path: Path, shown: str
) -> None:
    told = dict(zip(shown, shown[1:] + shown[:1], strict=True))
    page = read(type_misnamed(tmp_path / "brief.pdf", LINES, told))[0]
    assert page.origin == "ocr"
    assert "eine Schrift zeigt andere Zeichen" in page.reason
    assert "1.234.560 Euro" in text_of(page)


@pytest.mark.parametrize(
    ("first", "second", "text", "sure"),
    [
        ("Kaufhold", "Kaufhold", "Kaufhold", True),
        ("Kaulhold", "Kaufhold", "Kaufhold", False),
        ("Kaufbeuren", "Kaufhold", "Kaufhold", False),
        ("Kaufbeuren", "", "Kau\ufffdhold", False),
        ("", "", "Kau\ufffdhold", False),
    ],
)
def test_what_the_engines_do_not_agree_on_is_doubted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str, second: str, text: str, sure: bool
) -> None:
    token = Token(first, (0.0, 0.0, 1.0, 1.0), 0.9, (1, 1, 1))
    monkeypatch.setattr(unnamed, "read_lines", lambda *_: [[token]])
    monkeypatch.setattr(unnamed, "read_strips", lambda _: [Strip((Piece(second, 0.0, 1.0, 0.9),))])
    word = read(type_unnamed(tmp_path / "brief.pdf", [*LETTER[:3], "Jürgen Kaufhold"], "f"))[0].words[-1]
    assert word.text == text
    assert (word.confidence > 0.9) is sure


@pytest.mark.parametrize(
    ("text", "reading", "said"),
    [
        ("Kau\ue036old", "Kaufhold", ("fh",)),
        ("\ue0e0ür", "für", ("f",)),
        ("\ue0e0ür", "fiir", None),
        ("Gesellscha\ue039\ue0e0ührer,", "Gesellschaftführer", ("ftf",)),
        ("Kra\u019f", "Kraft", ("ft",)),
        ("Kra\ue039.", "Kraft.", ("ft",)),
        ("\ue119.\ue11a\ue11b\ue11c,\ue120\ue121", "1.234,89", ("1", "234", "89")),
        ("\ue119.(cid:7)34,00", "1.284,00", None),
        ("(cid:7)(cid:12)", "1.234,00", None),
        ("\ue036", "", None),
        ("\ue036a" * 20, "a" * 80 + "b", None),
    ],
)
def test_a_reading_is_heard_if_it_has_the_letters_that_are_known(
    text: str, reading: str, said: tuple[str, ...] | None
) -> None:
    assert said_of(text, reading) == said
