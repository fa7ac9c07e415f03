"""What is no readable agreement fails with its reason, or gives pages without words; nothing crashes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.errors import (
    DamagedFile,
    EmptyFile,
    LimitExceeded,
    NotReadable,
    PasswordRequired,
    ReadingError,
    UnknownFormat,
)
from extract.files.document import open_sheets
from extract.files.identity import identify
from extract.files.textlayer import judge, measure
from extract.reading import read_document
from models.settings import Limits, Settings
from tests.paper import dirty, photograph, read, save_scan, text_of, type_letter


def fails_with(path: Path, kind: type[ReadingError], limits: Limits | None = None) -> ReadingError:
    with pytest.raises(kind) as caught:
        read_document(path, Settings(limits=limits or Limits()))
    assert caught.value.reason.endswith(".")
    assert path.name not in str(caught.value)
    return caught.value


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "leer.pdf").touch()
    fails_with(tmp_path / "leer.pdf", EmptyFile)


def test_a_text_file_named_pdf(tmp_path: Path) -> None:
    (tmp_path / "text.pdf").write_text("Zielvereinbarung über 1.000 Euro", encoding="utf-8")
    fails_with(tmp_path / "text.pdf", UnknownFormat)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_truncated_pdf(tmp_path: Path, share: float) -> None:
    whole = type_letter(tmp_path / "brief.pdf").read_bytes()
    path = tmp_path / "abgeschnitten.pdf"
    path.write_bytes(whole[: int(share * len(whole))])
    fails_with(path, DamagedFile)


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif"])
def test_a_truncated_image(tmp_path: Path, suffix: str) -> None:
    path = save_scan(tmp_path / f"scan.{suffix}", [photograph(type_letter(tmp_path / "brief.pdf"))])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    fails_with(path, DamagedFile)


def encrypted(path: Path, user: str, owner: str) -> Path:
    writer = PdfWriter()
    writer.append(PdfReader(type_letter(path.with_name("brief.pdf"))))
    writer.encrypt(user, owner, algorithm="AES-256")
    writer.write(path)
    return path


def test_a_pdf_with_an_owner_password_only_is_read(tmp_path: Path) -> None:
    page = read(encrypted(tmp_path / "a.pdf", "", "geheim"))[0]
    assert page.origin == "text_layer"
    assert "1.234.560 Euro" in text_of(page)


def test_a_pdf_with_a_user_password(tmp_path: Path) -> None:
    fails_with(encrypted(tmp_path / "a.pdf", "geheim", "geheimer"), PasswordRequired)


def test_a_page_of_200_by_200_inches(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    canvas = Canvas(str(path), pagesize=(14_400, 14_400))
    canvas.drawString(72, 72, "Plan")
    canvas.save()
    error = fails_with(path, LimitExceeded)
    assert isinstance(error, LimitExceeded)
    assert (error.limit, error.value, error.allowed) == ("page_side_points", 14_400, 3_600)
    assert "limits.page_side_points" in error.advice


def test_more_pages_than_allowed(tmp_path: Path) -> None:
    path = tmp_path / "lang.tif"
    pages = [Image.new("1", (10, 10), 1) for _ in range(4)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    error = fails_with(path, LimitExceeded, Limits(pages=3))
    assert isinstance(error, LimitExceeded)
    assert (error.limit, error.value) == ("pages", 4)


@pytest.mark.parametrize("suffix", ["png", "pdf"])
def test_more_pixels_than_allowed_are_not_decoded(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"riese.{suffix}"
    Image.new("1", (12_000, 12_000), 1).save(path, **({"resolution": 1200} if suffix == "pdf" else {}))
    error = fails_with(path, LimitExceeded)
    assert isinstance(error, LimitExceeded)
    assert (error.limit, error.value) == ("page_megapixels", 144)


def test_more_characters_than_allowed(tmp_path: Path) -> None:
    path = type_letter(tmp_path / "brief.pdf")
    error = fails_with(path, LimitExceeded, Limits(characters_per_page=100))
    assert isinstance(error, LimitExceeded)
    assert error.limit == "characters_per_page"


def test_a_file_larger_than_allowed(tmp_path: Path) -> None:
    path = tmp_path / "gross.pdf"
    with path.open("wb") as file:
        file.truncate(3_000_000)
    error = fails_with(path, LimitExceeded, Limits(file_megabytes=2))
    assert isinstance(error, LimitExceeded)
    assert error.limit == "file_megabytes"


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_a_folder_or_pipe_is_no_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "kein.pdf")
    fails_with(tmp_path / "kein.pdf", NotReadable)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    fails_with(tmp_path / "weg.pdf", NotReadable)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_read_permission(tmp_path: Path) -> None:
    path = type_letter(tmp_path / "brief.pdf")
    path.chmod(0)
    fails_with(path, NotReadable)


def test_a_blank_page_has_no_words(tmp_path: Path) -> None:
    digital = tmp_path / "leer.pdf"
    canvas = Canvas(str(digital), pagesize=A4)
    canvas.showPage()
    canvas.save()
    scan = save_scan(tmp_path / "scan.pdf", [dirty(np.full((2339, 1654), 250, np.uint8), 40)])
    for path in (digital, scan):
        page = read(path)[0]
        assert page.words == ()
        assert page.confidence is None
        assert (page.skew, page.rotation) == (0, 0)


def test_noise_gives_no_words_that_look_certain(tmp_path: Path) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (1100, 780), dtype=np.uint8)
    page = read(save_scan(tmp_path / "rauschen.png", [noise], 100))[0]
    assert not [word for word in page.words if word.confidence > 0.8 and len(word.text) > 2]


def test_a_photograph_gives_no_words_that_look_certain(tmp_path: Path) -> None:
    chance = np.random.default_rng(5)
    coarse = Image.fromarray(chance.integers(0, 256, (12, 9, 3), dtype=np.uint8))
    path = tmp_path / "foto.jpg"
    coarse.resize((900, 1200), Image.Resampling.BICUBIC).save(path, quality=80)
    page = read(path)[0]
    assert not [word for word in page.words if word.confidence > 0.8 and len(word.text) > 2]


def test_broken_bytes_anywhere_are_read_or_refused(tmp_path: Path) -> None:
    chance = np.random.default_rng(11)
    whole = np.frombuffer(type_letter(tmp_path / "brief.pdf").read_bytes(), np.uint8)
    path = tmp_path / "kaputt.pdf"
    ends = set()
    for _ in range(150):
        broken = whole.copy()
        broken[chance.integers(0, len(whole), 3)] = chance.integers(0, 256, 3)
        path.write_bytes(broken.tobytes())
        try:
            with open_sheets(path, identify(path, Limits()).media_type, Limits()) as sheets:
                for sheet in sheets:
                    judge(measure(sheet.layer()), sheet.images)
            ends.add("read")
        except ReadingError as error:
            ends.add(type(error).__name__)
    assert {"read", "DamagedFile"} <= ends


def test_a_file_without_pages_does_not_inherit_the_error_of_an_earlier_one(tmp_path: Path) -> None:
    fails_with(encrypted(tmp_path / "a.pdf", "geheim", "geheimer"), PasswordRequired)
    PdfWriter().write(tmp_path / "leer.pdf")
    fails_with(tmp_path / "leer.pdf", DamagedFile)


def test_a_folder_is_called_a_folder(tmp_path: Path) -> None:
    assert "Ordner" in fails_with(tmp_path, NotReadable).reason
