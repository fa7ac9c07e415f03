import csv
import io
import shutil
import subprocess
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from output_records import agreement, amount, amounts_of_money, archive, read, rich_agreement, texts, write

from models.agreement import Agreement
from models.settings import Settings
from output.csv_files import FORMULA_STARTS, PROFILES, field_text, write_csv_files
from output.tables import tables

RFC4180 = Settings(csv_profile="rfc4180")


def parsed(path: Path, delimiter: str) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_excel_de_is_what_german_excel_opens(tmp_path: Path) -> None:
    raw = (write(archive(), tmp_path / "out") / "csv/amounts.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfdocument_id;amount_number;amount;")
    assert b";336700,00;" in raw
    assert b"sep=" not in raw
    assert raw.count(b"\n") == raw.count(b"\r\n") == 6


def test_rfc4180_is_what_programs_read(tmp_path: Path) -> None:
    raw = (write(archive(), tmp_path / "out", RFC4180) / "csv/amounts.csv").read_bytes()
    assert raw.startswith(b"document_id,amount_number,amount,")
    assert b",336700.00," in raw
    assert raw.count(b"\n") == raw.count(b"\r\n") == 6


def test_dates_are_iso_and_empty_cells_are_empty(tmp_path: Path) -> None:
    rows = parsed(write([rich_agreement()], tmp_path / "out") / "csv/signatories.csv", ";")
    assert [row["date"] for row in rows] == ["2018-03-09", "", "2018-02-28"]


@pytest.mark.parametrize("start", [*"=+-@\t\r\n", *"＝＋－＠"])
def test_a_text_that_a_spreadsheet_would_run_is_guarded(start: str) -> None:
    assert field_text(f"{start}1", ",") == f"'{start}1"


@given(texts)
def test_other_texts_are_left_alone(text: str) -> None:
    if not text.startswith(FORMULA_STARTS):
        assert field_text(text, ",") == text


def test_a_negative_amount_stays_a_number(tmp_path: Path) -> None:
    rows = parsed(write([rich_agreement()], tmp_path / "out") / "csv/amounts.csv", ";")
    assert rows[3]["amount"] == "-0,50"
    assert rows[3]["amount_text"] == "'-0,50 €"


@given(amounts_of_money, st.sampled_from([",", "."]))
def test_an_amount_keeps_every_digit(value: Decimal, mark: str) -> None:
    text = field_text(value, mark)
    assert Decimal(text.replace(mark, ".")) == value
    assert len(text.partition(mark)[2]) >= 2
    assert "E" not in text


def test_any_text_comes_back_cell_by_cell(tmp_path: Path) -> None:
    for number, text in enumerate(['a"b', "a;b", "a,b", "a\r\nb", "a\rb", " a ", "ä€\u2028"]):
        for profile in PROFILES.values():
            folder = tmp_path / f"{number}{profile.encoding}"
            folder.mkdir()
            write_csv_files(tables([agreement(kind=read(text))]), folder, profile)
            [row] = parsed(folder / "csv/agreements.csv", profile.delimiter)
            assert row["kind"] == text


SOFFICE = shutil.which("soffice")
# Filter tokens: separator ";", quote, UTF-8, from line 1, column types detected, German (1031),
# quoted fields not forced to text, and whether "detect special numbers" is ticked.
GERMAN_IMPORT = "CSV:59,34,76,1,,1031,false,{special}"


def opened_by_libreoffice(path: Path, folder: Path, special: str) -> openpyxl.worksheet.worksheet.Worksheet:
    assert SOFFICE is not None
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx",
            f"--infilter={GERMAN_IMPORT.format(special=special)}",
            "--outdir",
            str(folder),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return openpyxl.load_workbook(folder / f"{path.stem}.xlsx").active


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("special", ["false", "true"])
def test_libreoffice_in_german_sees_numbers_and_dates(tmp_path: Path, special: str) -> None:
    harmful: Agreement = agreement(
        kind=read("=1+1"),
        title=read("＋1"),
        amounts=(amount("1617830.55", role="total"), amount("-5.00", role="component")),
        signatories=rich_agreement().signatories,
    )
    out = write([harmful], tmp_path / "out")
    sheet = opened_by_libreoffice(out / "csv/agreements.csv", tmp_path, special)
    header, row = sheet.iter_rows()
    cells = {name.value: cell for name, cell in zip(header, row, strict=True)}
    assert (cells["total"].value, cells["total"].data_type) == (1617830.55, "n")
    assert (cells["component_sum"].value, cells["component_sum"].data_type) == (-5, "n")
    assert cells["total_confidence"].data_type == "n"
    assert cells["signed_first"].value == datetime(2018, 2, 28)
    assert cells["signed_first"].is_date
    assert (cells["kind"].value, cells["kind"].data_type) == ("'=1+1", "s")
    assert (cells["title"].value, cells["title"].data_type) == ("'＋1", "s")
