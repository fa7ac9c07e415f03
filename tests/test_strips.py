"""The second engine reads a strip of print once, however often it is asked."""

from __future__ import annotations

import numpy as np
import pytest

from extract.scans import letters
from extract.scans.letters import read_strips
from tests.paper import Grey, photograph, type_letter


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Grey:
    return photograph(type_letter(tmp_path_factory.mktemp("paper") / "brief.pdf"), 200)


def test_a_strip_that_comes_again_is_not_read_again(letter: Grey, monkeypatch: pytest.MonkeyPatch) -> None:
    inked = np.flatnonzero((letter < 128).any(axis=1))
    strip = letter[inked[0] - 4 : inked[0] + 30]
    read: list[Grey] = []
    steps = letters._steps
    monkeypatch.setattr(letters, "_steps", lambda net, one: [read.append(one), steps(net, one)][1])
    letters._read.cache_clear()
    first, second = read_strips([strip, strip.copy()])
    assert first is not None
    assert first == second == read_strips([strip])[0]
    assert len(read) == 1
    darker = strip.copy()
    darker[0, 0] = 0
    read_strips([darker, strip[:-1]])
    assert len(read) == 3


def test_a_strip_without_a_pixel_says_nothing() -> None:
    assert read_strips([np.zeros((0, 9), np.uint8)]) == [None]
