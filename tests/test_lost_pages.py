"""A page that cannot be read leaves the others usable, and the document says what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

import extract.reading
import extract.scans.scan
from batch.all_documents import read_documents
from batch.one_document import process_document
from batch.outcome import Cause
from extract.errors import OcrFailed
from extract.files.archive import Source
from extract.scans.ocr import Tesseract, Token
from extract.scans.reader import read_pages
from models.settings import Batch, Settings
from tests.crashing_worker import crash_at_page_2, crash_at_the_second_opinion, crash_when_all_is_read
from tests.runs import SAMPLES, Witness

DIGITAL = SAMPLES / "wetterau_2024.pdf"
SCAN = SAMPLES / "frankfurt_2026_drei.tif"


def test_a_page_beyond_a_limit_is_missing_and_the_rest_is_there(tmp_path: Path) -> None:
    whole = process_document(Source(DIGITAL, DIGITAL.name), Settings()).record
    assert len(whole.document.pages) >= 2
    writer = PdfWriter(PdfReader(DIGITAL))
    writer.insert_blank_page(595, 842, index=1)
    writer.pages[1].mediabox = RectangleObject((0, 0, 14_400, 14_400))
    writer.write(tmp_path / "a.pdf")
    reading = process_document(Source(tmp_path / "a.pdf", "a.pdf"), Settings())
    record = reading.record
    assert record.status == "review"
    assert str(record.reason).startswith("unvollständig, nicht gelesen: Seite 2")
    assert "page_side_points" in str(record.document.pages[1].error)
    assert len(record.document.pages) == len(whole.document.pages) + 1
    assert [amount.value for amount in record.amounts] == [amount.value for amount in whole.amounts]
    assert not reading.lasting


def test_if_tesseract_fails_for_one_page_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_for_the_second(engine: Tesseract, images: list[Path]) -> list[list[Token]]:
        if any(image.stem.split("-")[0] == "2" for image in images):
            raise OcrFailed("Tesseract endete mit Code -11")
        return read_pages(engine, images)

    monkeypatch.setattr(extract.scans.scan, "read_pages", fail_for_the_second)
    record = process_document(Source(SCAN, SCAN.name), Settings()).record
    assert [page.number for page in record.document.pages if page.error] == [2]
    assert "Code -11" in str(record.document.pages[1].error)
    assert record.document.pages[0].confidence
    assert record.status == "review"


def test_the_pages_of_a_scan_are_read_by_one_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def count(engine: Tesseract, images: list[Path]) -> list[list[Token]]:
        asked.append(len(images))
        return read_pages(engine, images)

    monkeypatch.setattr(extract.scans.scan, "read_pages", count)
    record = process_document(Source(SCAN, SCAN.name), Settings()).record
    assert len(record.document.pages) > 1
    assert asked == [len(record.document.pages)]


def test_a_document_of_many_scanned_pages_holds_few_of_them_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = process_document(Source(SCAN, SCAN.name), Settings()).record
    monkeypatch.setattr(extract.reading, "PIXELS_AT_ONCE", 1)
    assert process_document(Source(SCAN, SCAN.name), Settings()).record == whole


def test_if_no_page_can_be_read_the_document_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OcrFailed("Tesseract endete mit Code -11")

    monkeypatch.setattr(extract.scans.scan, "read_pages", fail)
    reading = process_document(Source(SCAN, SCAN.name), Settings())
    assert reading.record.status == "failed"
    assert reading.cause is Cause.OCR
    assert not reading.lasting


@pytest.mark.parametrize("where", [{}, {"cluster": "local:1"}])
def test_a_page_at_which_the_reader_crashes_is_missing_and_the_rest_is_there(where: dict[str, str]) -> None:
    if where:
        pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    settings = Settings(batch=Batch(jobs=1, **where))
    witness = Witness()
    whole = process_document(Source(DIGITAL, DIGITAL.name), Settings()).record
    source = Source(DIGITAL, DIGITAL.name, DIGITAL.stat().st_size)
    (record,) = read_documents([source], settings, witness, crash_at_page_2)
    assert record.status == "review"
    assert str(record.reason).startswith("unvollständig, nicht gelesen: Seite 2")
    assert [page.error is None for page in record.document.pages] == [
        page.number != 2 for page in whole.document.pages
    ]
    assert record.parties
    assert not witness.readings[0].lasting


def test_if_nothing_is_left_without_that_page_the_document_has_crashed(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.append(PdfReader(DIGITAL), pages=(0, 2))
    writer.pages[0].mediabox = RectangleObject((0, 0, 14_400, 14_400))
    writer.write(tmp_path / "a.pdf")
    witness = Witness()
    source = Source(tmp_path / "a.pdf", "a.pdf")
    (record,) = read_documents([source], Settings(batch=Batch(jobs=1)), witness, crash_at_page_2)
    assert record.status == "failed"
    assert witness.readings[0].cause is Cause.CRASH
    assert "bei Seite 2 abgestürzt (SIGSEGV)" in str(record.reason)


def test_a_page_whose_second_opinion_crashes_is_missing_and_no_other(tmp_path: Path) -> None:
    source = Source(SCAN, SCAN.name, SCAN.stat().st_size)
    settings = Settings(batch=Batch(jobs=1))
    (record,) = read_documents([source], settings, Witness(), crash_at_the_second_opinion)
    assert [page.number for page in record.document.pages if page.error] == [1]
    assert str(record.reason).startswith("unvollständig, nicht gelesen: Seite 1")


def test_no_page_is_blamed_for_a_crash_when_all_are_read() -> None:
    witness = Witness()
    source = Source(DIGITAL, DIGITAL.name, DIGITAL.stat().st_size)
    (record,) = read_documents([source], Settings(batch=Batch(jobs=1)), witness, crash_when_all_is_read)
    assert record.status == "failed"
    assert witness.readings[0].cause is Cause.CRASH
    assert "beim Auswerten, als alle Seiten gelesen waren, abgestürzt" in str(record.reason)
    assert not any(page.error for page in record.document.pages)
