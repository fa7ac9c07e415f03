"""Marks that a pen struck are marks still: they stand before texts that begin below each other."""

from __future__ import annotations

import pytest

from extract.scans.struck_marks import with_struck_marks
from extract.scans.witness import Heard

EM = 24.0
Line = tuple[str, float, float, float]
"""What was read before a text, its left edge, the confidence, and where the text begins."""


def marks(lines: list[Line], text_behind: str = "Werkstatt", blank: float = 10) -> list[str]:
    """What stands before the texts of lines below each other, whose words have a `blank` between them."""
    words = []
    for number, (text, left, sure, behind) in enumerate(lines):
        nord = behind + 120 + blank
        top = 40.0 * number
        others = ("21",) if text == "1" else ()
        words.append(Heard(text, (left, top, 130.0, top + 17), sure, EM, alternatives=others))
        words.append(Heard(text_behind, (behind, top, behind + 120, top + 17), 0.95, EM))
        words.append(Heard("Nord", (nord, top, nord + 50, top + 17), 0.95, EM))
    return [word.text for word in with_struck_marks(words)[::3]]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([("(i)", 110, 0.9, 160), ("N)", 95, 0.5, 160)], ["(i)", "•"]),
        ([("a)", 110, 0.9, 160), ("Ja)", 90, 0.3, 160), (")", 120, 0.7, 160)], ["a)", "•", "•"]),
        ([("2.1", 100, 0.9, 160), ("wÄ", 100, 0.0, 160), ("1", 110, 0.84, 160)], ["2.1", "•", "•"]),
        ([("WM", 100, 0.1, 160), (")", 120, 0.6, 160)], ["•", "•"]),
        # Numbers that count, words that are read well, texts elsewhere and words of a line are left alone.
        ([("4", 110, 0.9, 160), ("1", 110, 0.84, 160)], ["4", "1"]),
        ([("a)", 110, 0.9, 160), ("Dr.", 95, 0.84, 160)], ["a)", "Dr."]),
        ([("a)", 110, 0.9, 160), ("N)", 95, 0.5, 190)], ["a)", "N)"]),
        ([("a)", 110, 0.9, 160), ("Anl.:", 95, 0.5, 160)], ["a)", "Anl.:"]),
        ([("a)", 110, 0.9, 140), ("der", 95, 0.5, 140)], ["a)", "der"]),
        ([("WM", 100, 0.1, 160)], ["WM"]),
    ],
)
def test_what_is_hardly_read_before_a_text_is_a_mark_where_others_have_one(
    lines: list[Line], found: list[str]
) -> None:
    assert marks(lines) == found


@pytest.mark.parametrize(
    ("one", "two", "behind"),
    [
        ("900", "700", "Euro,"),
        ("500", "700", "Werkstatt"),
        ("2022", "2023", "Werkstatt"),
        ("12.", "15", "Plätze"),
        ("am", "von", "Werkstatt"),
        ("im", "der", "Werkstatt"),
        ("Ort:", "Tel.", "Werkstatt"),
    ],
)
def test_sums_years_and_words_are_no_struck_marks(one: str, two: str, behind: str) -> None:
    lines = [(one, 100.0, 0.7, 160.0), (two, 100.0, 0.7, 160.0)]
    assert marks(lines, behind) == [one, two]
    assert marks([*lines, ("a)", 110.0, 0.9, 160.0)], behind) == [one, two, "a)"]


def test_a_word_with_a_digit_is_a_struck_mark_only_beside_marks_that_were_read() -> None:
    lines = [("5W", 100.0, 0.7, 160.0), ("7W", 100.0, 0.7, 160.0)]
    assert marks(lines) == ["5W", "7W"]
    assert marks([*lines, ("a)", 110.0, 0.9, 160.0)]) == ["•", "•", "a)"]


@pytest.mark.parametrize("behind", ["Euro", "EUR", "€", "Mai"])
@pytest.mark.parametrize("read", ["1", "5W"])
def test_a_number_before_what_it_counts_is_no_struck_mark(read: str, behind: str) -> None:
    assert marks([("2.1", 100, 0.9, 160), (read, 110, 0.5, 160)], behind) == ["2.1", read]


def test_no_mark_stands_before_the_usual_blank_of_its_page() -> None:
    lines = [("WM", 100.0, 0.1, 146.0), (")", 120.0, 0.6, 146.0)]
    assert marks(lines, blank=10) == ["•", "•"]
    assert marks(lines, blank=15) == ["WM", ")"]


def test_a_struck_mark_begins_where_the_others_do_and_keeps_what_was_read() -> None:
    mark = Heard("a)", (110.0, 0.0, 130.0, 17.0), 0.9, EM)
    struck = Heard("Ja)", (80.0, 40.0, 130.0, 57.0), 0.3, EM, alternatives=("A)",))
    texts = [Heard("Werkstatt", (160.0, top, 280.0, top + 17), 0.95, EM) for top in (0.0, 40.0)]
    found = with_struck_marks([mark, texts[0], struck, texts[1]])[2]
    assert found.box == (110.0, 40.0, 130.0, 57.0)
    assert found.alternatives == ("Ja)", "A)")
