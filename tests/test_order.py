"""Pieces of a torn line come behind each other; columns and lines keep the order in which they were read."""

from __future__ import annotations

from extract.scans.order import in_printed_order
from extract.scans.witness import Heard

EM = 24.0


def piece(text: str, left: float, top: float = 0.0) -> list[Heard]:
    """The words of a piece, each letter as wide as half its size, a blank between them."""
    words = []
    for word in text.split():
        words.append(Heard(word, (left, top, left + 12.0 * len(word), top + 17.0), 0.9, EM))
        left += 12.0 * (len(word) + 1)
    return words


def ordered(*pieces: list[Heard]) -> str:
    return " ".join(word.text for word in in_printed_order([word for one in pieces for word in one]))


def test_the_rest_of_a_line_comes_behind_its_beginning() -> None:
    begun, rest = piece("die Projekte „Kurs", 0.0), piece("Metall‘ und „MoVe“", 12.0 * 19)
    below = piece("in anerkannten Berufen", 0.0, top=40.0)
    assert ordered(rest, below, begun) == "in anerkannten Berufen die Projekte „Kurs Metall‘ und „MoVe“"
    assert ordered(begun, below, rest) == "die Projekte „Kurs Metall‘ und „MoVe“ in anerkannten Berufen"


def test_columns_and_lines_keep_their_order() -> None:
    left, right = piece("Werkhof Nord", 0.0), piece("12 Plätze", 400.0)
    below = piece("Nähstube", 0.0, top=40.0)
    assert ordered(left, below, right) == "Werkhof Nord Nähstube 12 Plätze"
    assert ordered() == ""
