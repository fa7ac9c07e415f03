"""What matters is read twice; where that fails, the record stays as it was read first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from extract import second_opinion
from extract.agreement import read_agreement
from extract.errors import OcrFailed
from extract.files.prints import Prints
from extract.files.sheet import Grey
from extract.files.watch import UNWATCHED
from extract.geometry import contains_center
from extract.reading import read_document
from extract.scans.settling import Reading, Settled
from extract.scans.witness import Question
from extract.second_opinion import with_second_opinion
from models.reference import Reference
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
    _, (page,) = read_document(SAMPLE, Settings(), prints=Prints(tmp_path, 1))
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


def test_pictures_take_no_more_room_than_they_are_given(tmp_path: Path) -> None:
    rows = np.arange(400 * 300, dtype=np.uint8).reshape(400, 300)
    noise: Grey = np.random.default_rng(1).permuted(rows, axis=None)
    prints = Prints(tmp_path, 0.3)
    kept = [prints.keep(number, noise) for number in range(1, 6)]
    assert [file is not None for file in kept] == [True, True, False, False, False]
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 300_000
    blank: Grey = np.full((400, 300), 255, np.uint8)
    assert prints.keep(6, blank) is not None


def test_a_page_without_a_picture_stays_as_it_was_read(tmp_path: Path) -> None:
    prints = Prints(tmp_path, 0)
    document, (page,) = read_document(SAMPLE, Settings(), prints=prints)
    assert page.print is None
    assert read_agreement(document, [page], Reference.load()).amounts


def test_no_picture_is_kept_where_nobody_looks_again() -> None:
    assert read_document(SAMPLE, Settings())[1][0].print is None


@pytest.mark.parametrize(("slant", "text"), [(0.0, "Again"), (4.5, "17.")])
def test_words_of_a_stamp_that_lies_aslant_are_not_read_from_the_page(
    slant: float, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def again(_: object, asked: Sequence[tuple[Question, Reading]], __: Path) -> list[Settled]:
        return [Settled("Again", 0.5) for _ in asked]

    monkeypatch.setattr(second_opinion, "ask", again)
    document, (page,) = read_document(SAMPLE, Settings(), prints=Prints(tmp_path, 1))
    record = read_agreement(document, [page], Reference.load())
    day = record.dates[0].provenance.bbox
    words = tuple(
        replace(word, text="17.", confidence=0.7, weighed=False, slant=slant)
        if contains_center(day, word.spot)
        else word
        for word in page.words
    )
    (found,) = with_second_opinion([replace(page, words=words)], record, UNWATCHED)
    assert {word.text for word in found.words if contains_center(day, word.spot)} == {text}
