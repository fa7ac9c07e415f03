"""Bold type is told by its strokes, of a word and of those beside it."""

from __future__ import annotations

import pytest

from extract.scans.ink import Inked
from extract.scans.ocr import Token
from extract.scans.weight import with_weight


def inked(text: str, share: float, line: int) -> Inked:
    """A word whose strokes are so many times as thick as those of most words."""
    return Inked(Token(text, (0.0, 0.0, 10.0, 10.0), 0.9, (1, 1, line)), 20.0, 2.0 * share)


PLAIN = [inked(text, 1.0, 9) for text in ("Jedes", "Land", "hat", "im", "Beirat", "eine", "Stimme")]


@pytest.mark.parametrize(
    ("line", "bold"),
    [
        ([("Feld", 1.35), ("2:", 1.12), ("Gegenstand", 1.33)], 3),
        ([("Feld", 1.25), ("3:", 1.07), ("Unterschriften", 1.2)], 3),
        ([("3.", 1.1), ("Projekte.", 1.27), ("Sie", 0.95), ("führen", 1.0)], 2),
        ([("4.", 1.29), ("Jahresrechnung:", 1.2), ("Die", 1.0)], 2),
        ([("1.", 1.3), ("Zweck.", 1.28), ("Er", 1.08), ("dient", 1.0)], 2),
        ([("Zweck.", 1.28), ("Das", 1.1), ("Haus", 1.0)], 1),
        ([("2.", 1.12), ("Plätze", 1.0), ("im", 1.1)], 0),
    ],
)
def test_a_word_is_as_bold_as_those_it_goes_on_with(line: list[tuple[str, float]], bold: int) -> None:
    words = [inked(text, share, 1) for text, share in line]
    weighed = with_weight([*PLAIN, *words])[len(PLAIN) :]
    assert [word.bold for word in weighed] == [True] * bold + [False] * (len(line) - bold)


def test_nothing_is_bold_where_nothing_can_be_measured() -> None:
    assert [word.bold for word in with_weight([inked("2.", 1.5, 1)])] == [False]
