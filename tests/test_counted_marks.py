"""Numbers of items have the full stop of those beside them."""

from __future__ import annotations

import pytest

from extract.scans.counted_marks import with_counted_marks
from extract.scans.witness import Heard


def word(text: str, left: float, line: int) -> Heard:
    return Heard(text, (left, 30.0 * line, left + 8 * len(text), 30.0 * line + 12), 0.9, 12.0)


def marks(*texts: str, left: float = 70.0, before: str = "") -> list[str]:
    words = []
    for line, text in enumerate(texts):
        if before:
            words.append(word(before, left - 20, line))
        words += [word(text, left, line), word("Werkhof", left + 30, line)]
    return [one.text for one in with_counted_marks(words)[1 if before else 0 :: 3 if before else 2]]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (("1", "2.", "3."), ["1.", "2.", "3."]),
        (("1.", "2", "4"), ["1.", "2.", "4"]),
        (("2.1", "22", "2.3"), ["2.1", "2.2", "2.3"]),
        (("21", "2.2"), ["2.1", "2.2"]),
    ],
)
def test_a_number_has_the_full_stop_of_the_next(read: tuple[str, ...], meant: list[str]) -> None:
    assert marks(*read) == meant


@pytest.mark.parametrize("read", [("1", "2", "3"), ("12", "25.", "7."), ("30", "2.1"), ("1", "3.")])
def test_numbers_that_do_not_count_on_stay(read: tuple[str, ...]) -> None:
    assert marks(*read) == list(read)


def test_a_number_within_a_line_stays() -> None:
    assert marks("1", "2.", before="am") == ["1", "2."]
