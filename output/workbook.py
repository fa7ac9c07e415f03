"""`agreements.xlsx`: the tables as sheets for people, each row with a link to its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import pandas
from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from models.finding import Severity
from models.words import SEVERITY
from output.schema import Cell, ColumnType, Table, amount_text
from output.tables import FINDINGS, TABLES

# The limits of the file format, as Microsoft publishes them ("Excel specifications and limits").
SHEET_ROWS = 1_048_576
CELL_CHARACTERS = 32_767
SHEET_LINKS = 65_530
LINK_CHARACTERS = 2_079
FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was: earlier days are off by one."""

CUT = " … (gekürzt)"

# Excel keeps 15 significant digits of a number. A figure with more is written as text.
NUMBER_FORMAT = ".15G"

# Written into the file; the true time would make two runs differ.
CREATED = datetime(2000, 1, 1)

LINK_TITLE = "Beleg"
LINK_UNSAFE = re.compile(r'[\x00-\x20%#?"<>\\\[\]^`{|}]')

NUMBER_FORMATS: dict[ColumnType, str] = {
    "text": "@",
    "integer": "0",
    "page": "0",
    "confidence": "0.00",
    "amount": "#,##0.00",
    "date": "dd.mm.yyyy",
}
EURO_FORMAT = "#,##0.00 €"

SEVERITY_COLOURS: dict[Severity, dict[str, str]] = {
    "error": {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
    "warning": {"bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "info": {"bg_color": "#DDEBF7", "font_color": "#1F4E78"},
}

# Column widths, in characters.
WIDEST = 60
FILTER_BUTTON = 3


class Evidence(NamedTuple):
    """What the link of a row says, and where it leads."""

    label: str
    link: str


def write_workbook(
    frames: Mapping[str, pandas.DataFrame], path: Path, link_base: str, sheet_rows: int = SHEET_ROWS
) -> None:
    """All tables in one workbook. `link_base` is the relative way from the workbook to the archive, or the
    URL of one that is no folder.

    A table with more rows than a sheet can hold goes on in a second sheet. Rows beyond the limit of
    links name their page without a link. A text too long for a cell is cut and says so. An amount
    that Excel cannot hold to the last digit, and a date before March 1900, are written as text.
    """
    documents = frames["documents"]
    originals = documents[documents["duplicate_of"].isna()]
    paths = dict(zip(originals["document_id"], originals["path"], strict=True))
    with _new_workbook(path) as workbook:
        formats = _formats(workbook)
        for table in TABLES:
            rows = [
                (_evidence(table, row, paths, link_base), *_in_words(table, row))
                for row in frames[table.name].itertuples(index=False, name=None)
            ]
            for number, start in enumerate(range(0, len(rows) or 1, sheet_rows - 1), start=1):
                sheet = workbook.add_worksheet(table.title if number == 1 else f"{table.title} ({number})")
                _write_sheet(sheet, table, rows[start : start + sheet_rows - 1], formats)


@contextmanager
def _new_workbook(path: Path) -> Iterator[Workbook]:
    workbook = Workbook(
        str(path),
        {
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "constant_memory": True,
            "tmpdir": str(path.parent),
        },
    )
    workbook.set_properties({"title": "Aktenlese", "created": CREATED})
    workbook.use_zip64()
    yield workbook
    try:
        workbook.close()
    except FileCreateError as error:
        raise error.args[0] from error


def _formats(workbook: Workbook) -> dict[str, Format]:
    header = {"bold": True, "bg_color": "#1F4E78", "font_color": "#FFFFFF", "valign": "vcenter"}
    return {
        "header": workbook.add_format(header),
        "link": workbook.get_default_url_format(),
        "euro": workbook.add_format({"num_format": EURO_FORMAT}),
        **{type_: workbook.add_format({"num_format": code}) for type_, code in NUMBER_FORMATS.items()},
        **{severity: workbook.add_format(colours) for severity, colours in SEVERITY_COLOURS.items()},
    }


def _evidence(table: Table[Any], row: Sequence[Cell], paths: Mapping[str, str], link_base: str) -> Evidence:
    """The file a row was read from, and the page of its first value."""
    cells = dict(zip((column.name for column in table.columns), row, strict=True))
    path = str(cells.get("path") or paths[str(cells["document_id"])])
    pages = (cells[column.name] for column in table.columns if column.type == "page")
    page = next((page for page in pages if page is not None), None)
    remote = "://" in link_base
    target = f"{link_base}/{path}" if remote else f"external:./{PurePosixPath(link_base) / path}"
    link = LINK_UNSAFE.sub(lambda match: f"%{ord(match[0]):02x}", target)
    if page is None:
        return Evidence(path, link)
    return Evidence(f"{path}, S. {page}", f"{link}#page={page}")


def _in_words(table: Table[Any], row: Sequence[Cell]) -> Iterator[Cell]:
    """The cells of a row, the German word in place of each code."""
    for column, cell in zip(table.columns, row, strict=True):
        yield column.choices.get(cell, cell) if isinstance(cell, str) else cell


def _write_sheet(
    sheet: Worksheet, table: Table[Any], rows: Sequence[tuple[Any, ...]], formats: Mapping[str, Format]
) -> None:
    titles = [LINK_TITLE, *(column.title for column in table.columns)]
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(titles) - 1)
    for position, title in enumerate(titles):
        longest = max((len(_shown(row[position])) for row in rows), default=0)
        sheet.set_column(position, position, min(max(longest + 1, len(title) + FILTER_BUTTON), WIDEST))
    # Rows in order, and each from left to right: constant memory asks for it.
    for position, title in enumerate(titles):
        sheet.write_string(0, position, title, formats["header"])
    currency = next((at for at, column in enumerate(table.columns) if column.name == "currency"), None)
    for line, (evidence, *cells) in enumerate(rows, start=1):
        _write_link(sheet, line, evidence, formats["link"])
        euro = currency is None or cells[currency] == "EUR"
        for position, (column, cell) in enumerate(zip(table.columns, cells, strict=True), start=1):
            look = formats["euro" if column.type == "amount" and euro else column.type]
            _write_cell(sheet, line, position, cell, look)
    if table is FINDINGS:
        _colour_by_severity(sheet, len(rows), len(titles) - 1, formats)


def _shown(cell: Cell | Evidence) -> str:
    match cell:
        case None:
            return ""
        case Evidence():
            return cell.label
        case Decimal():
            return f"{cell:,.2f} €"
        case _:
            return str(cell)


def _write_link(sheet: Worksheet, line: int, evidence: Evidence, look: Format) -> None:
    if line <= SHEET_LINKS and _length(evidence.link) <= LINK_CHARACTERS:
        sheet.write_url(line, 0, evidence.link, look, evidence.label)
    else:
        sheet.write_string(line, 0, evidence.label)


def _write_cell(sheet: Worksheet, line: int, position: int, cell: Cell, look: Format) -> None:
    match cell:
        case None:
            return
        case str():
            sheet.write_string(line, position, _fitting(cell), look)
        case Decimal():
            if Decimal(f"{float(cell):{NUMBER_FORMAT}}") == cell:
                sheet.write_number(line, position, float(cell), look)
            else:
                sheet.write_string(line, position, amount_text(cell, ","), look)
        case date():
            if cell >= FIRST_DAY:
                sheet.write_datetime(line, position, cell, look)
            else:
                sheet.write_string(line, position, f"{cell:%d.%m.}{cell.year:04}", look)
        case _:
            sheet.write_number(line, position, cell, look)


def _length(text: str) -> int:
    """In UTF-16 units, as Excel counts."""
    return len(text.encode("utf-16-le")) // 2


def _fitting(text: str) -> str:
    if _length(text) <= CELL_CHARACTERS:
        return text
    kept = text.encode("utf-16-le")[: 2 * (CELL_CHARACTERS - len(CUT))]
    return kept.decode("utf-16-le", errors="ignore") + CUT


def _colour_by_severity(sheet: Worksheet, rows: int, last_column: int, formats: Mapping[str, Format]) -> None:
    """As a condition, so that the colour follows when a person sorts the rows."""
    if not rows:
        return
    position = 1 + next(at for at, column in enumerate(FINDINGS.columns) if column.name == "severity")
    for severity in SEVERITY_COLOURS:
        sheet.conditional_format(
            1,
            0,
            rows,
            last_column,
            {
                "type": "formula",
                "criteria": f'=${xl_col_to_name(position)}2="{SEVERITY[severity]}"',
                "format": formats[severity],
            },
        )
