"""Labels that stand beside the middle of what they name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.language.lines import Row, find_rows
from extract.layout.centred_labels import with_labels_first
from extract.page import Word
from tests.typed_pages import typed_pages

PITCH = 13.0


def rows(text: str, *halves: str) -> list[str]:
    """The rows of a typed page, the lines that begin with one of `halves` set half a line lower."""
    typed = find_rows(1, typed_pages(text)[0].words)
    return [" | ".join(line.text for line in row.lines) for row in with_labels_first(_lowered(typed, halves))]


def _lowered(typed: list[Row], halves: tuple[str, ...]) -> list[Row]:
    def low(word: Word) -> Word:
        x0, top, x1, bottom = word.bbox
        return replace(word, bbox=(x0, top + PITCH / 2, x1, bottom + PITCH / 2))

    words = [low(word) if word.text in halves else word for row in typed for word in row.words]
    return find_rows(1, words)


def test_a_label_beside_the_middle_of_two_lines_is_put_beside_the_first() -> None:
    text = """
        Zielvereinbarung

        Geber:        Hessisches Ministerium für Soziales,
                      Referat Arbeit

        Empfänger:    Stadt Wiesbaden,
                      Dezernat für Soziales
    """
    assert rows(text, "Geber:", "Empfänger:") == [
        "Zielvereinbarung",
        "Geber: | Hessisches Ministerium für Soziales,",
        "Referat Arbeit",
        "Empfänger: | Stadt Wiesbaden,",
        "Dezernat für Soziales",
    ]


def test_the_middle_of_four_lines_is_one_too() -> None:
    text = """
                      Hessisches Ministerium
        Geber:        für Soziales
                      und Integration,
                      Referat Arbeit

        Es wird vereinbart, dass gefördert wird.
    """
    assert rows(text, "Geber:") == [
        "Geber: | Hessisches Ministerium",
        "für Soziales",
        "und Integration,",
        "Referat Arbeit",
        "Es wird vereinbart, dass gefördert wird.",
    ]


@pytest.mark.parametrize("label", ["Geber:", "Geber"])
def test_a_label_beside_a_line_stays_where_it_is(label: str) -> None:
    text = f"""
        {label:8}      Hessisches Ministerium für Soziales,
                      Referat Arbeit
        Nehmer:       Stadt Wiesbaden
    """
    lowered = () if label.endswith(":") else (label,)
    first = f"{label} | Hessisches Ministerium für Soziales,"
    above = ["Hessisches Ministerium für Soziales,", label] if lowered else [first]
    assert rows(text, *lowered) == [*above, "Referat Arbeit", "Nehmer: | Stadt Wiesbaden"]
