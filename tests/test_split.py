"""A file with two agreements is cut into two files, on request only."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from typer.testing import CliRunner

import pipeline
from desk.commands import app
from extract.files.parts import write_parts
from models.exit import Exit
from models.settings import Settings
from tests.runs import SAMPLES

ONE = SAMPLES / "wetterau_2024.pdf"


@pytest.fixture
def two_in_one(tmp_path: Path) -> Path:
    file = tmp_path / "zwei.pdf"
    both, one = pdfium.PdfDocument.new(), pdfium.PdfDocument(ONE)
    both.import_pages(one)
    both.import_pages(one)
    both.save(file)
    return file


def pages_of(file: Path) -> int:
    with pdfium.PdfDocument(file) as document:
        return len(document)


def test_each_part_reads_as_the_agreement_it_is(two_in_one: Path, tmp_path: Path) -> None:
    before = hashlib.sha256(two_in_one.read_bytes()).hexdigest()
    answer = CliRunner().invoke(app, ["split", str(two_in_one), "--out", str(tmp_path / "teile")])
    assert answer.exit_code == Exit.DONE
    files = sorted((tmp_path / "teile").iterdir())
    assert [line.split("\t")[0] for line in answer.stdout.splitlines()] == [str(file) for file in files]
    assert [pages_of(file) for file in files] == [pages_of(ONE)] * 2
    alone = pipeline.read_file(ONE, Settings())
    for file in files:
        part = pipeline.read_file(file, Settings())
        assert [amount.value for amount in part.amounts] == [amount.value for amount in alone.amounts]
        assert part.signatories[0].name == alone.signatories[0].name
    assert hashlib.sha256(two_in_one.read_bytes()).hexdigest() == before


def test_a_file_with_one_agreement_is_left_whole(tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, ["split", str(ONE), "--out", str(tmp_path / "teile")])
    assert answer.exit_code == Exit.DONE
    assert answer.stdout == ""
    assert not (tmp_path / "teile").exists()


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "leer.pdf").touch()
    answer = CliRunner().invoke(app, ["split", str(tmp_path / "leer.pdf"), "--out", str(tmp_path / "teile")])
    assert answer.exit_code == Exit.USAGE
    assert "leer" in answer.stderr


def test_pages_of_a_tiff_keep_every_pixel_and_their_resolution(tmp_path: Path) -> None:
    frames = [Image.effect_noise((60, 80), 50 + number) for number in range(3)]
    file = tmp_path / "fax.tif"
    frames[0].save(file, save_all=True, append_images=frames[1:], dpi=(200, 200))
    parts = write_parts(file, "image/tiff", (1, 2), tmp_path, "fax")
    assert [(part.first, part.last) for part in parts] == [(1, 1), (2, 3)]
    with Image.open(parts[1].file) as cut:
        assert cut.n_frames == 2
        assert cut.info["dpi"] == (200, 200)
        for number in (1, 2):
            cut.seek(number - 1)
            assert cut.tobytes() == frames[number].tobytes()
