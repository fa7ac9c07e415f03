from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.utils.escape import unescape
from output_records import agreement, amount, archive, read, rich_agreement, write

from models.agreement import Agreement, AmountRole, DateMention, DateRole, PartyRole, Status
from models.finding import Severity
from models.words import AMOUNT_ROLE, DATE_ROLE, PARTY_ROLE, SEVERITY, STATUS
from output.tables import TABLES, tables
from output.workbook import CELL_CHARACTERS, SHEET_LINKS, write_workbook

TITLES = {table.name: table.title for table in TABLES}


def sheet(agreements: list[Agreement], name: str, folder: Path) -> Any:
    path = folder / "book.xlsx"
    write_workbook(tables(agreements), path, "../archive")
    return openpyxl.load_workbook(path)[TITLES[name]]


def cells(agreements: list[Agreement], name: str, folder: Path) -> Iterator[dict[str, Cell]]:
    """Rows by column name; the link is "link"."""
    table = next(table for table in TABLES if table.name == name)
    names = ["link", *(column.name for column in table.columns)]
    for row in sheet(agreements, name, folder).iter_rows(min_row=2):
        yield dict(zip(names, row, strict=True))


def test_every_table_is_a_sheet_with_german_headings(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(archive(), tmp_path / "out") / "agreements.xlsx")
    assert book.sheetnames == [table.title for table in TABLES]
    for table in TABLES:
        header = [cell.value for cell in book[table.title][1]]
        assert header == ["Beleg", *(column.title for column in table.columns)]


def test_sheets_hold_the_same_rows_as_the_tables(tmp_path: Path) -> None:
    for name, frame in tables(archive()).items():
        found = [
            [cell.value for name, cell in row.items() if name != "link"]
            for row in cells(archive(), name, tmp_path)
        ]
        words = [column.choices for column in next(one for one in TABLES if one.name == name).columns]
        expected = [
            [
                float(cell) if isinstance(cell, Decimal) else known.get(cell, cell)
                for known, cell in zip(words, row, strict=True)
            ]
            for row in frame.itertuples(index=False, name=None)
        ]
        for row in found:
            row[:] = [cell.date() if isinstance(cell, datetime.datetime) else cell for cell in row]
        assert found == expected


def test_amounts_and_dates_are_real_ones_in_german_form(tmp_path: Path) -> None:
    row = next(cells([rich_agreement()], "agreements", tmp_path))
    assert (row["total"].value, row["total"].number_format) == (557900.5, "#,##0.00 €")
    assert row["signed_first"].value == datetime.datetime(2018, 2, 28)
    assert row["signed_first"].number_format == "dd.mm.yyyy"


def test_another_currency_is_not_shown_as_euro(tmp_path: Path) -> None:
    [row] = cells([agreement(amounts=(amount("5.00", currency="DEM"),))], "amounts", tmp_path)
    assert row["amount"].number_format == "#,##0.00"


def test_header_is_frozen_and_every_column_can_be_filtered(tmp_path: Path) -> None:
    amounts = sheet([rich_agreement()], "amounts", tmp_path)
    assert amounts.freeze_panes == "B2"
    assert amounts.auto_filter.ref == f"A1:{amounts.dimensions.split(':')[1]}"


def test_columns_are_as_wide_as_what_they_show_within_reason(tmp_path: Path) -> None:
    findings = sheet([rich_agreement()], "findings", tmp_path)
    widths = {cell.value: findings.column_dimensions[cell.column_letter].width for cell in findings[1]}
    assert widths["Dokument-ID"] >= 16
    assert widths["Regel"] < 12
    long = sheet([agreement(kind=read("lang " * 100))], "agreements", tmp_path)
    assert max(dimension.width for dimension in long.column_dimensions.values()) < 65


def test_each_row_links_to_its_file_and_page(tmp_path: Path) -> None:
    link = next(cells([rich_agreement()], "findings", tmp_path))["link"]
    assert link.value == "2018/Vereinbarung Nr. 7 #2 (Entwurf 100%).pdf, S. 2"
    target = link.hyperlink.target.replace("\\", "/")
    assert target == "../archive/2018/Vereinbarung%20Nr.%207%20%232%20(Entwurf%20100%25).pdf"
    assert link.hyperlink.location == "page=2"


def test_a_file_without_a_page_is_linked_as_a_whole(tmp_path: Path) -> None:
    failed = agreement(status="failed")
    [row] = cells([failed], "documents", tmp_path)
    assert row["link"].value == "zv-1.pdf"
    assert row["link"].hyperlink.location is None


def test_a_copy_links_to_itself_and_the_tables_to_the_first(tmp_path: Path) -> None:
    links = [row["link"].value for row in cells(archive(), "documents", tmp_path)]
    assert "zz-copy.pdf" in links
    assert all("zz-copy" not in row["link"].value for row in cells(archive(), "amounts", tmp_path))


@pytest.mark.parametrize("text", ["=1+1", "http://example.org", "06433000", "mailto:a@b.de", "_x0041_", "'x"])
def test_text_stays_the_text_it_is(tmp_path: Path, text: str) -> None:
    [row] = cells([agreement(kind=read(text))], "agreements", tmp_path)
    assert (unescape(row["kind"].value), row["kind"].data_type) == (text, "s")
    assert row["kind"].hyperlink is None


def test_codes_are_german_words_for_people(tmp_path: Path) -> None:
    row = next(cells([rich_agreement()], "amounts", tmp_path))
    assert row["role"].value in ("Gesamtbetrag", "Teilbetrag")
    for table in TABLES:
        for column in table.columns:
            assert len(set(column.choices.values())) == len(column.choices)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (STATUS, Status),
        (SEVERITY, Severity),
        (PARTY_ROLE, PartyRole),
        (AMOUNT_ROLE, AmountRole),
        (DATE_ROLE, DateRole),
    ],
)
def test_every_code_has_a_word(words: dict[str, str], codes: Any) -> None:
    assert tuple(words) == get_args(codes)


def test_findings_are_coloured_by_severity(tmp_path: Path) -> None:
    findings = sheet([rich_agreement()], "findings", tmp_path)
    severity = next(cell.column_letter for cell in findings[1] if cell.value == "Schwere")
    [area] = findings.conditional_formatting
    assert str(area.sqref) == findings.dimensions.replace("A1", "A2")
    assert [rule.formula for rule in area.rules] == [
        [f'${severity}2="{name}"'] for name in ("Fehler", "Warnung", "Hinweis")
    ]
    assert len({rule.dxf.fill.bgColor.rgb for rule in area.rules}) == 3


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("9999999999999.99", 9999999999999.99),
        ("12345678901234.56", "12345678901234,56"),
        ("0.1234567890123456", "0,1234567890123456"),
    ],
)
def test_no_digit_is_lost_to_binary_fractions(tmp_path: Path, value: str, expected: float | str) -> None:
    [row] = cells([agreement(amounts=(amount(value),))], "amounts", tmp_path)
    assert row["amount"].value == expected


def test_a_date_before_excels_calendar_is_text(tmp_path: Path) -> None:
    old = DateMention(**read(datetime.date(25, 8, 7), "7.8.25").model_dump())
    [row] = cells([agreement(dates=(old,))], "dates", tmp_path)
    assert row["date"].value == "07.08.0025"


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    [row] = cells([agreement(kind=read("ä𝕏" * 20_000))], "agreements", tmp_path)
    assert row["kind"].value.endswith("(gekürzt)")
    assert CELL_CHARACTERS - 1 <= len(row["kind"].value.encode("utf-16-le")) / 2 <= CELL_CHARACTERS


def test_a_table_too_long_for_a_sheet_goes_on_in_the_next(tmp_path: Path) -> None:
    many = agreement(amounts=tuple(amount(f"{number}.00") for number in range(5)))
    path = tmp_path / "book.xlsx"
    write_workbook(tables([many]), path, ".", sheet_rows=3)
    book = openpyxl.load_workbook(path)
    parts = [book[name] for name in ("Beträge", "Beträge (2)", "Beträge (3)")]
    assert [part.max_row - 1 for part in parts] == [2, 2, 1]
    assert all(part["A1"].value == "Beleg" for part in parts)
    assert len(book.sheetnames) == len(TABLES) + 2


def test_rows_beyond_the_limit_of_links_keep_their_label(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert SHEET_LINKS == 65_530
    monkeypatch.setattr("output.workbook.SHEET_LINKS", 2)
    linked = [row["link"] for row in cells([rich_agreement()], "amounts", tmp_path)]
    assert [bool(link.hyperlink) for link in linked] == [True, True, False, False]
    assert linked[3].value.endswith(", S. 1")


def test_a_path_too_long_for_a_link_is_named_without_one(tmp_path: Path) -> None:
    base = agreement()
    deep = base.document.model_copy(update={"path": "/".join(["o" * 200] * 12) + ".pdf"})
    [row] = cells([base.model_copy(update={"document": deep})], "documents", tmp_path)
    assert row["link"].value == deep.path
    assert row["link"].hyperlink is None


def test_the_file_holds_no_formula(tmp_path: Path) -> None:
    write_workbook(tables(archive()), tmp_path / "book.xlsx", ".")
    with zipfile.ZipFile(tmp_path / "book.xlsx") as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == len(TABLES)
        assert not any(b"<f>" in book.read(name) for name in sheets)


def test_the_file_does_not_know_when_it_was_made(tmp_path: Path) -> None:
    write_workbook(tables(archive()), tmp_path / "book.xlsx", ".")
    with zipfile.ZipFile(tmp_path / "book.xlsx") as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        assert set(re.findall(rb"\d{4}-\d\d-\d\dT", book.read("docProps/core.xml"))) == {b"2000-01-01T"}
