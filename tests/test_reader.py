"""Pages, and lines cut out of them, are read by a Tesseract that waits for them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from extract.errors import OcrFailed
from extract.scans import ocr, reader
from extract.scans.cuttings import ENLARGED, cut
from extract.scans.ocr import Token, find_tesseract
from extract.scans.reader import dismiss, read_lines, read_pages
from tests.paper import LETTER, Grey, photograph, type_letter

LINES = [LETTER[0], LETTER[1], LETTER[5]]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Each line of a letter as a picture of its own."""
    folder = tmp_path_factory.mktemp("lines")
    images = []
    for number, line in enumerate(LINES):
        page: Grey = photograph(type_letter(folder / "line.pdf", [line]), 200)
        rows = (page < 128).any(axis=1).nonzero()[0]
        images.append(folder / f"{number}.pgm")
        ocr.save_image(images[-1], page[rows[0] - 12 : rows[-1] + 12])
    return images


@pytest.fixture(autouse=True)
def _alone() -> Iterator[None]:
    dismiss()
    yield
    dismiss()


def texts(found: Sequence[Sequence[Token]]) -> list[str]:
    return [" ".join(token.text for token in tokens) for tokens in found]


def test_each_picture_has_its_own_words(lines: list[Path]) -> None:
    assert texts(read_lines(find_tesseract(), lines)) == LINES


def test_what_was_read_before_changes_nothing(lines: list[Path]) -> None:
    engine = find_tesseract()
    together = read_lines(engine, lines)
    assert [read_lines(engine, [line])[0] for line in reversed(lines)] == together[::-1]


def test_more_pictures_than_are_told_at_once_are_all_read(
    lines: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "AT_ONCE", 2)
    assert texts(read_lines(find_tesseract(), lines)) == LINES


def test_what_is_read_on_empty_paper_is_not_taken_for_the_next_picture(
    lines: list[Path], tmp_path: Path
) -> None:
    ocr.save_image(tmp_path / "empty.pgm", np.full((60, 300), 255, dtype=np.uint8))
    found = texts(read_lines(find_tesseract(), [lines[0], tmp_path / "empty.pgm", lines[1]]))
    assert [found[0], found[2]] == LINES[:2]


def test_one_tesseract_serves_many_calls(lines: list[Path]) -> None:
    engine = find_tesseract()
    read_lines(engine, lines)
    (first,) = reader._waiting.values()
    read_lines(engine, lines)
    assert list(reader._waiting.values()) == [first]


def test_if_tesseract_dies_it_is_said_and_the_next_call_has_another(lines: list[Path]) -> None:
    engine = find_tesseract()
    read_lines(engine, lines)
    (waiting,) = reader._waiting.values()
    os.kill(waiting._process.pid, signal.SIGSEGV)
    waiting._process.wait()
    with pytest.raises(OcrFailed, match="Code -11"):
        read_lines(engine, lines)
    assert texts(read_lines(engine, lines)) == LINES


def test_if_a_picture_is_missing_it_is_said(lines: list[Path], tmp_path: Path) -> None:
    with pytest.raises(OcrFailed, match="endete"):
        read_lines(find_tesseract(), [lines[0], tmp_path / "none.pgm"])
    assert not reader._waiting


def test_if_tesseract_does_not_answer_it_is_said(lines: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    engine = find_tesseract()
    read_lines(engine, lines)
    (waiting,) = reader._waiting.values()
    os.kill(waiting._process.pid, signal.SIGSTOP)
    monkeypatch.setattr(reader, "SECONDS_PER_IMAGE", 0.05)
    with pytest.raises(OcrFailed, match="keine Antwort"):
        read_lines(engine, lines)
    assert waiting._process.poll() is not None


def test_pages_are_read_the_same_in_any_order_and_company(lines: list[Path], tmp_path: Path) -> None:
    engine = find_tesseract()
    pages = [tmp_path / "empty.bmp"]
    ocr.save_image(pages[0], np.full((1_200, 800), 255, dtype=np.uint8))
    for number, text in enumerate((LETTER, LETTER[5:])):
        pages.append(tmp_path / f"{number}.bmp")
        ocr.save_image(pages[-1], photograph(type_letter(tmp_path / "letter.pdf", text), 200))
    found = read_pages(engine, pages)
    assert [len(words) > 20 for words in found] == [False, True, True]
    read_lines(engine, lines)
    assert [read_pages(engine, [page])[0] for page in reversed(pages)] == found[::-1]


def test_a_wide_spot_of_tiny_print_is_not_enlarged_beyond_what_can_be_read(tmp_path: Path) -> None:
    page = np.full((200, 2_400), 255, dtype=np.uint8)
    page[90:96, 50:2_300:3] = 0
    ocr.save_image(tmp_path / "spot.bmp", cut(page, (40.0, 80.0, 2_310.0, 100.0), 1.5, ENLARGED))
    assert len(read_lines(find_tesseract(), [tmp_path / "spot.bmp"])) == 1
