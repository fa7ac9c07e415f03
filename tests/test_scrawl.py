"""A signature that was read as a word is none; what stands in a line, is set, or was read well stays."""

from __future__ import annotations

import pytest

from extract.scans.scrawl import without_scrawl
from extract.scans.witness import Heard

PRINT = [
    Heard(text, (100.0 * at, 0.0, 100.0 * at + 80, 20.0), 0.95, 25.0)
    for at, text in enumerate(("Für", "die", "Stadt", "Kassel"))
]


def left(text: str, confidence: float, width: float, top: float = 80.0) -> list[str]:
    drawn = Heard(text, (440.0, top, 440.0 + width, top + 60), confidence, 70.0)
    return [word.text for word in without_scrawl([*PRINT, drawn])][len(PRINT) :]


@pytest.mark.parametrize("text", ["hun", "Ann", "NL", "A..."])
def test_a_signature_is_no_word(text: str) -> None:
    assert left(text, 0.4, 200.0) == []


@pytest.mark.parametrize(
    ("text", "confidence", "width", "top"),
    [
        ("Uwe", 0.9, 200.0, 80.0),
        ("Musterwald", 0.4, 200.0, 80.0),
        ("2019", 0.4, 200.0, 80.0),
        ("–", 0.4, 200.0, 80.0),
        ("Uwe", 0.4, 200.0, -10.0),
    ],
)
def test_what_may_be_print_stays(text: str, confidence: float, width: float, top: float) -> None:
    assert left(text, confidence, width, top) == [text]
