"""A folder of bad files beside one good agreement: each bad one costs itself, and says why."""

from __future__ import annotations

import csv
import os
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

import pipeline
from models.exit import Exit
from models.settings import Batch, Settings
from tests.runs import SAMPLES, Witness

GOOD = "wetterau_2024.pdf"
SAME_BYTES = "zz_copy_of_good.pdf"

FAILS = {
    "cut_off.pdf": "beschädigt oder unvollständig",
    "empty.pdf": "leer",
    "fifo.pdf": "keine gewöhnliche Datei",
    "huge_page.pdf": "Grenze „page_side_points“",
    "text_called_pdf.pdf": "weder PDF noch",
    "user_password.pdf": "nur mit einem Passwort",
}
FOR_REVIEW = {
    "blank.pdf": "kein",
    "foreign.pdf": "",
    "noise.png": "",
}
UNREADABLE = {"unreadable.pdf": "Leserecht"} if os.geteuid() else {}


def make_bad_archive(folder: Path) -> Path:
    folder.mkdir()
    good = (SAMPLES / GOOD).read_bytes()
    (folder / GOOD).write_bytes(good)
    (folder / SAME_BYTES).write_bytes(good)
    (folder / "empty.pdf").touch()
    (folder / "text_called_pdf.pdf").write_text("Das ist keine PDF-Datei.\n" * 50, encoding="utf-8")
    (folder / "cut_off.pdf").write_bytes(good[: len(good) // 2])
    encrypt(folder / "user_password.pdf", user="geheim", owner="geheim")
    encrypt(folder / "owner_password.pdf", user="", owner="geheim")
    draw(folder / "huge_page.pdf", "Eine Seite von 200 mal 200 Zoll", size=(14_400, 14_400))
    draw(folder / "blank.pdf", "")
    draw(folder / "foreign.pdf", FOREIGN)
    noise(folder / "noise.png")
    os.mkfifo(folder / "fifo.pdf")
    for name in UNREADABLE:
        (folder / name).write_bytes(good)
        (folder / name).chmod(0)
    (folder / "README.md").write_text("no document", encoding="utf-8")
    return folder


FOREIGN = """Grant agreement
between the City of Springfield and the County of Shelby.
The parties agree to co-operate in the field of vocational training.
Signed in Springfield by both parties."""


def encrypt(path: Path, user: str, owner: str) -> None:
    writer = PdfWriter(PdfReader(SAMPLES / GOOD))
    writer.encrypt(user_password=user, owner_password=owner, algorithm="AES-256")
    writer.write(path)


def draw(path: Path, text: str, size: tuple[float, float] = (595, 842)) -> None:
    canvas = Canvas(str(path), pagesize=size, invariant=True)
    for number, line in enumerate(text.splitlines()):
        canvas.drawString(72, size[1] - 72 - 16 * number, line)
    canvas.showPage()
    canvas.save()


def noise(path: Path) -> None:
    size = (620, 877)
    Image.frombytes("L", size, random.Random(1).randbytes(size[0] * size[1])).save(path, dpi=(75, 75))


@dataclass
class BadRun:
    archive: Path
    out: Path
    exit_status: Exit

    def rows(self, table: str) -> list[dict[str, str]]:
        return rows_of(self.out, table)

    def row(self, name: str) -> dict[str, str]:
        (row,) = (row for row in self.rows("documents") if row["path"] == name)
        return row


def rows_of(out: Path, table: str) -> list[dict[str, str]]:
    with (out / "csv" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.fixture(scope="module")
def bad_run(tmp_path_factory: pytest.TempPathFactory) -> BadRun:
    folder = tmp_path_factory.mktemp("bad")
    archive = make_bad_archive(folder / "archive")
    records = pipeline.run(archive, folder / "out", Settings(), Witness())
    return BadRun(archive, folder / "out", pipeline.exit_status(records))


def test_every_document_has_a_row_and_other_files_have_none(bad_run: BadRun) -> None:
    expected = {path.name for path in bad_run.archive.iterdir()} - {"README.md"}
    rows = bad_run.rows("documents")
    assert {row["path"] for row in rows} == expected
    assert len(rows) == len(expected)
    assert bad_run.exit_status == Exit.FAILED_DOCUMENTS


@pytest.mark.parametrize(("name", "said"), [*FAILS.items(), *UNREADABLE.items()])
def test_what_cannot_be_read_fails_alone_and_says_why(bad_run: BadRun, name: str, said: str) -> None:
    row = bad_run.row(name)
    assert row["status"] == "failed"
    assert said in row["reason"]


@pytest.mark.parametrize(("name", "said"), FOR_REVIEW.items())
def test_what_holds_no_agreement_goes_to_a_person(bad_run: BadRun, name: str, said: str) -> None:
    row = bad_run.row(name)
    assert row["status"] == "review"
    assert said in row["reason"]


def test_an_owner_password_does_not_keep_us_from_reading(bad_run: BadRun) -> None:
    assert bad_run.row("owner_password.pdf")["status"] == bad_run.row(GOOD)["status"]
    (locked, good) = (
        [row | {"document_id": ""} for row in bad_run.rows("amounts") if row["document_id"] == identity]
        for identity in (bad_run.row("owner_password.pdf")["document_id"], bad_run.row(GOOD)["document_id"])
    )
    assert locked == good
    assert good


def test_the_good_document_is_complete_beside_the_bad_ones(bad_run: BadRun, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    shutil.copy(SAMPLES / GOOD, tmp_path / "archive")
    pipeline.run(tmp_path / "archive", tmp_path / "out", Settings(), Witness())
    identity = bad_run.row(GOOD)["document_id"]
    for table in ("agreements", "parties", "amounts", "measures", "signatories", "dates"):
        # That the same agreement is there twice, once under a password, is a finding of its own.
        alone = [row | {"findings": ""} for row in rows_of(tmp_path / "out", table)]
        beside = [row | {"findings": ""} for row in bad_run.rows(table) if row["document_id"] == identity]
        assert beside == alone, table
        assert alone, table


def test_a_second_copy_is_named_and_counts_once(bad_run: BadRun) -> None:
    assert bad_run.row(SAME_BYTES)["duplicate_of"] == GOOD
    identity = bad_run.row(GOOD)["document_id"]
    assert len([row for row in bad_run.rows("agreements") if row["document_id"] == identity]) == 1


def test_two_runs_write_the_same_bytes_whatever_the_number_of_workers(bad_run: BadRun) -> None:
    second = bad_run.out.with_name("again")
    pipeline.run(bad_run.archive, second, Settings(batch=Batch(jobs=1)), Witness())
    first_files = sorted(path.relative_to(bad_run.out) for path in bad_run.out.rglob("*") if path.is_file())
    assert first_files == sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file())
    for name in first_files:
        if name.name != "run.json" and name.parts[0] != ".aktenlese":
            assert (bad_run.out / name).read_bytes() == (second / name).read_bytes(), name
