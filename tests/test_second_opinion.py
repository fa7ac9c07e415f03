"""What matters is read twice; where that fails, the record stays as it was read first."""

from __future__ import annotations

from pathlib import Path

import cv2
import pytest

from extract import second_opinion
from extract.errors import OcrFailed
from extract.reading import read_document
from models.settings import Settings
from pipeline import read_file

SAMPLE = Path(__file__).parent.parent / "samples" / "agreements" / "bergstrasse_2020_kurz.png"


def test_a_second_reading_that_fails_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OcrFailed("keine Antwort")

    monkeypatch.setattr(second_opinion, "ask", fails)
    record = read_file(SAMPLE, Settings())
    assert record.status != "failed"
    assert record.amounts
    assert record.signatories


def test_the_picture_of_a_page_shows_each_word_where_it_was_read(tmp_path: Path) -> None:
    _, (page,) = read_document(SAMPLE, Settings(), prints=tmp_path)
    assert page.print is not None
    picture = cv2.imread(str(page.print.file), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    words = [word for word in page.words if word.confidence > 0.9 and len(word.text) > 3]
    assert words
    for word in words:
        x0, top, x1, bottom = map(round, page.print.pixels(word.bbox))
        inside = picture[top:bottom, x0:x1]
        assert inside.shape == (bottom - top, x1 - x0)
        assert inside.min() < 128 < inside.max()


def test_no_picture_is_kept_where_nobody_looks_again() -> None:
    assert read_document(SAMPLE, Settings())[1][0].print is None
