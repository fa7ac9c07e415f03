"""Marks of items are words of their own, however little white there is behind them."""

from __future__ import annotations

import pytest

from extract.glued import with_marks_apart
from extract.witness import Heard


def heard(text: str, *alternatives: str) -> Heard:
    return Heard(text, (100.0, 0.0, 100.0 + 10 * len(text), 20.0), 0.9, 20.0, alternatives=alternatives)


@pytest.mark.parametrize(
    ("read", "apart"),
    [
        ("(1)Ausbildung", ["(1)", "Ausbildung"]),
        ("2.Werkhof", ["2.", "Werkhof"]),
        ("a)Mittel", ["a)", "Mittel"]),
        ("IV)„Haus“", ["IV)", "„Haus“"]),
    ],
)
def test_a_mark_and_its_word_are_two(read: str, apart: list[str]) -> None:
    mark, word = with_marks_apart([heard(read)])
    assert [mark.text, word.text] == apart
    assert 100 == mark.box[0] < mark.box[2] < word.box[0] < word.box[2] == 100 + 10 * len(read)


@pytest.mark.parametrize("read", ["(1)", "1.2", "e.V.", "U25", "(TZ)", "1.A", "Lehrer(innen)", "a)nd"])
def test_other_words_stay_whole(read: str) -> None:
    assert [word.text for word in with_marks_apart([heard(read)])] == [read]


def test_other_readings_are_parted_where_they_can_be() -> None:
    mark, word = with_marks_apart([heard("(1)Werkhof", "(4)Werkhof", "(1)Werkhot", "JWerkhof")])
    assert mark.alternatives == ("(4)",)
    assert word.alternatives == ("Werkhot",)
