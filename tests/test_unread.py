"""Print that page analysis left out is read where both engines see it, or Tesseract is sure."""

from __future__ import annotations

import numpy as np
import pytest

from extract.scans import unread
from extract.scans.bare_numerals import bare_numerals
from extract.scans.blobs import Blobs
from extract.scans.ink import Inked
from extract.scans.letters import Piece, Strip
from extract.scans.ocr import Token, find_tesseract
from extract.scans.unread import find_unread, words_at

SPOT = (100.0, 200.0, 300.0, 220.0)


def heard(text: str, confidence: float) -> list[Token]:
    return [Token(word, (0.0, 0.0, 1.0, 1.0), confidence, (0, 0, 0)) for word in text.split()]


@pytest.mark.parametrize(
    ("text", "confidence", "other", "said"),
    [
        ("3", 0.96, "", ["3"]),
        ("1", 0.67, "1", ["1"]),
        ("1", 0.67, "l", []),
        ("", 0.0, "E", []),
        ("E", 0.37, "E", []),
        ("Märlene Beispielsen", 0.86, "Marlene Beispielsen", ["Märlene", "Beispielsen"]),
        ("Mar lene", 0.86, "Marlene", []),
        ("\\", 0.85, "1", []),
    ],
)
def test_a_spot_is_a_word_where_the_engines_say_so(
    text: str, confidence: float, other: str, said: list[str]
) -> None:
    assert [word.text for word in words_at(SPOT, heard(text, confidence), other, 0)] == said


def test_several_words_of_a_spot_share_its_width_by_their_letters() -> None:
    first, second = words_at(SPOT, heard("Marlene Beispielsen", 0.9), "Marlene Beispielsen", 0)
    assert first.box[0] == SPOT[0]
    assert first.box[2] < second.box[0] < second.box[2]
    assert second.box[2] == pytest.approx(SPOT[2])


def test_a_numeral_that_tesseract_does_not_know_is_left_to_the_ink(monkeypatch: pytest.MonkeyPatch) -> None:
    strips = [
        Strip((Piece(text, 0.0, 1.0, sure),))
        for text, sure in (("II.", 0.46), ("I", 0.9), ("do", 0.9), ("II.", 0.58), ("I.", 0.7))
    ]
    read = [[], [], [], heard("ll.", 0.6), heard("7.", 0.6)]
    monkeypatch.setattr(unread, "read_lines", lambda engine, images: read)
    monkeypatch.setattr(unread, "read_strips", lambda spots: strips)
    spots = [SPOT] * len(strips)
    found = unread.read_unread(find_tesseract(), np.full((400, 400), 255, np.uint8), spots, 20.0, [])
    assert [token.text for token in found] == ["II.", "II."]


@pytest.mark.parametrize(("height", "found"), [(300.0, 3), (26.0, 2)])
def test_what_was_made_of_a_whole_column_of_figures_hides_none_of_them(height: float, found: int) -> None:
    word = Inked(Token("Werkstatt", (200.0, 100.0, 320.0, 120.0), 0.95, (1, 1, 1)), 24.0, 2.0)
    figures = [(100.0, 100.0 + 60 * n, 112.0, 117.0 + 60 * n) for n in range(3)]
    boxes = np.array([*figures, word.token.box])
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]) * 0.5
    dropped = Token("FRRETER", (98.0, 95.0, 114.0, 95.0 + height), 0.11, (1, 1, 2))
    spots = find_unread([word], [word.token, dropped], Blobs(boxes, areas, areas))
    assert len(spots) == found


STROKE, POINT = (0.0, 100.0, 3.0, 117.0), (6.0, 114.0, 9.0, 117.0)


def moved(box: tuple[float, ...], right: float = 0.0, down: float = 0.0) -> tuple[float, ...]:
    return (box[0] + right, box[1] + down, box[2] + right, box[3] + down)


def strokes(count: int) -> list[tuple[float, ...]]:
    return [*(moved(STROKE, 8 * number) for number in range(count)), moved(POINT, 8 * (count - 1))]


@pytest.mark.parametrize(
    ("pieces", "full", "heading", "said"),
    [
        (strokes(1), 0.95, 40.0, ["I."]),
        (strokes(2), 0.95, 40.0, ["II."]),
        (strokes(3), 0.95, 40.0, ["III."]),
        (strokes(4), 0.95, 40.0, []),
        (strokes(2), 0.5, 40.0, []),
        (strokes(2)[:2], 0.95, 40.0, []),
        ([STROKE, moved(STROKE, 8, 5), moved(POINT, 8)], 0.95, 40.0, []),
        ([STROKE, moved(POINT, 0, -8)], 0.95, 40.0, []),
        (strokes(2), 0.95, 200.0, []),
        (strokes(2), 0.95, -90.0, []),
    ],
)
def test_bare_strokes_before_a_heading_and_a_full_stop_are_a_numeral(
    pieces: list[tuple[float, ...]], full: float, heading: float, said: list[str]
) -> None:
    boxes = np.array(pieces)
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]) * full
    spot = (0.0, 100.0, float(boxes[:, 2].max()), float(boxes[:, 3].max()))
    word = Inked(Token("Finanzierung", (heading, 96.0, heading + 80, 121.0), 0.95, (1, 1, 1)), 25.0, 2.0)
    found = bare_numerals([spot], [word], Blobs(boxes, areas, areas), 25.0)
    assert [token.text for token in found] == said
