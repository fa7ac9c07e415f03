"""The second engine reads strips of print, and nothing where there is none."""

from __future__ import annotations

import os
import string
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from extract.errors import DependencyMissing
from extract.files.sheet import Grey
from extract.scans import letters
from extract.scans.letters import read_strips
from tests.paper import photograph, type_letter

LAST_LATIN = "\u017f"
"""Of the letters of European languages."""


@pytest.fixture(scope="module")
def strip(tmp_path_factory: pytest.TempPathFactory) -> Grey:
    page = photograph(
        type_letter(tmp_path_factory.mktemp("strip") / "zeile.pdf", ["§ 6 Übungsmann: 1.234,50"])
    )
    rows = np.flatnonzero((page < 128).any(axis=1))
    columns = np.flatnonzero((page < 128).any(axis=0))
    return page[rows[0] - 4 : rows[-1] + 5, columns[0] - 6 : columns[-1] + 7]


def test_a_strip_is_read_word_by_word_from_left_to_right(strip: Grey) -> None:
    (read,) = read_strips([strip])
    assert read is not None
    assert read.text == "§ 6 Übungsmann: 1.234,50"
    assert read.confidence > 0.9
    places = [place for word in read.words for place in (word.start, word.end)]
    assert places == sorted(places)
    assert 0 <= places[0] < places[-1] <= 1


@pytest.mark.parametrize("shape", [(0, 40), (30, 0), (1, 1), (40, 400), (1, 5000), (400, 3)])
def test_where_nothing_is_printed_nothing_is_read(shape: tuple[int, int]) -> None:
    assert read_strips([np.full(shape, 255, np.uint8)]) == [None]


@pytest.mark.parametrize("content", [None, b"version https://git-lfs.github.com/spec/v1\n"])
def test_a_missing_or_damaged_model_is_named(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tmp_path / "german.onnx"
    if content is not None:
        model.write_bytes(content)
    monkeypatch.setattr(letters, "MODEL", model)
    letters._network.cache_clear()
    try:
        with pytest.raises(DependencyMissing, match="Buchstaben"):
            letters.check_model()
    finally:
        letters._network.cache_clear()


def test_the_model_knows_the_letters_of_german_print_and_no_others() -> None:
    network = letters._network()
    known = set(network.characters[1:])
    assert set(string.ascii_letters + string.digits + "ÄÖÜäöüß §€%&()/.,:;-–•éčšł") <= known
    assert not [letter for letter in known if letter.isalpha() and letter > LAST_LATIN]
    (answer,) = network.session.get_outputs()
    assert answer.shape[-1] == len(network.characters)


def test_the_runtime_tells_nobody_of_its_use(tmp_path: Path) -> None:
    """What it would send it first notes beneath the home folder."""
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    code = "from extract.scans.letters import check_model; check_model()"
    subprocess.run([sys.executable, "-c", code], env=home, check=True)
    assert list(tmp_path.rglob("*")) == []
