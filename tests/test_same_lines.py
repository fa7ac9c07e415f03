"""What was found of lines is remembered by their very words."""

from __future__ import annotations

from dataclasses import replace

from extract.language.lines import Line, SameLines, find_rows
from extract.signatures.reading import said_in
from models.reference import Reference
from tests.typed_pages import typed_pages

SIGNED = """
Landkreis Fulda
Fulda, den 3.4.2024
Heike Muster
Landrätin
"""


def test_lines_of_the_same_words_are_the_same_and_those_of_like_words_are_not() -> None:
    (page,) = typed_pages(SIGNED)
    line = find_rows(page.number, page.words)[0].lines[0]
    assert SameLines([line]) == SameLines([Line(line.page, line.words)])
    assert SameLines([line]) != SameLines([Line(line.page, tuple(map(replace, line.words)))])
    assert SameLines([line]) != SameLines([Line(line.page, line.words[:1]), Line(line.page, line.words[1:])])


def test_a_column_with_a_word_that_was_read_again_says_what_it_says_now() -> None:
    (page,) = typed_pages(SIGNED)
    column = [line for row in find_rows(page.number, page.words) for line in row.lines]
    reference = Reference.load()
    before = said_in(column, reference)
    assert said_in(column, reference) == before
    name = column[2]
    again = [
        *column[:2],
        Line(name.page, (name.words[0], replace(name.words[1], text="Muster-Ohm"))),
        column[3],
    ]
    after = said_in(again, reference)
    assert [item.passage.text for item in before if item.role == "name"] == ["Heike Muster"]
    assert [item.passage.text for item in after if item.role == "name"] == ["Heike Muster-Ohm"]
