"""What Tesseract's model knows tells words from what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.scans.dictionary import is_german, read_graph


@pytest.mark.parametrize("text", ["Ausbildung", "gefördert,", "(Landkreise)", "Fallmanagement", "UND"])
def test_words_and_compounds_are_known(text: str) -> None:
    assert is_german(text)


@pytest.mark.parametrize("text", ["Fallmänagement", "Ausbildnng", "Stadtreilprojekt", "Lanđkreise", "27", ""])
def test_what_is_misread_or_no_word_is_not(text: str) -> None:
    assert not is_german(text)


def test_a_model_without_words_knows_none(tmp_path: Path) -> None:
    model = tmp_path / "deu.traineddata"
    model.write_bytes(b"\x00\x00\x00\x00")
    assert not read_graph(model).has("und")
