"""Tables of words alone, known by the headings of their columns."""

from __future__ import annotations

import pytest

from extract.language.lines import Line, Row
from extract.page import Page, Word
from extract.tables.headed import headed_tables

SIZE, PITCH = 10.0, 20.0
PAGE = Page(1, 595.0, 842.0, words=(), origin="text_layer")
NAMES = ("Lernhaus", "Werkstatt", "Neustart")


def line(top: float, *words: tuple[str, float]) -> Line:
    boxes = [(text, (left, top, left + 5.0 * len(text), top + SIZE)) for text, left in words]
    return Line(1, tuple(Word(text, box, box, 1.0, "text_layer", SIZE) for text, box in boxes))


def rows(second: float) -> list[Row]:
    """A table with "Kz. Projekt" read as one heading; its names begin at `second`, "Projekt" at 90."""
    head = Row((line(0.0, ("Kz.", 70.0), ("Projekt", 90.0)), line(0.0, ("Träger", 250.0))))
    body = [
        Row((line(top, ("1", 72.0)), line(top, (name, second)), line(top, ("Diakonie", 250.0))))
        for top, name in zip((PITCH, 2 * PITCH, 3 * PITCH), NAMES, strict=True)
    ]
    return [head, *body]


def test_headings_that_stand_close_head_the_columns_that_begin_exactly_below_them() -> None:
    (table,) = headed_tables(PAGE, rows(90.0))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Kz.", "Projekt", "Träger"],
        *(["1", name, "Diakonie"] for name in NAMES),
    ]
    assert sum(word.text == "Kz." for row in table.rows_on_page for word in row.words) == 1


@pytest.mark.parametrize("second", [86.0, 96.0])
def test_the_words_of_one_heading_head_one_column(second: float) -> None:
    found = headed_tables(PAGE, rows(second))
    assert all("Kz." not in {cell.text for cell in table.rows[0]} for table in found)
