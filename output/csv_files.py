"""The tables as CSV files, for a spreadsheet or for a program."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.settings import Settings
from output.schema import Cell, Table, amount_text

LINE_END = "\r\n"

# A spreadsheet takes a cell that starts so for a formula, and runs it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class CsvProfile:
    delimiter: str
    decimal_mark: str
    encoding: str


PROFILES = {
    # German Excel opens this with a double click; without the byte order mark it garbles umlauts.
    "excel-de": CsvProfile(delimiter=";", decimal_mark=",", encoding="utf-8-sig"),
    "rfc4180": CsvProfile(delimiter=",", decimal_mark=".", encoding="utf-8"),
}


def csv_profile(settings: Settings) -> CsvProfile:
    return PROFILES[settings.csv_profile]


def csv_path(table_name: str) -> str:
    """Where a table stands in the output folder."""
    return f"csv/{table_name}.csv"


def write_csv_file(
    table: Table[Any], rows: Iterable[tuple[Cell, ...]], folder: Path, profile: CsvProfile
) -> None:
    """A table as a file. Dates are ISO 8601, an empty cell is an empty field."""
    path = folder / csv_path(table.name)
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding=profile.encoding, newline="") as file:
        writer = csv.writer(file, delimiter=profile.delimiter, lineterminator=LINE_END)
        writer.writerow(column.name for column in table.columns)
        writer.writerows([field_text(cell, profile.decimal_mark) for cell in row] for row in rows)


def field_text(cell: Cell, decimal_mark: str) -> str:
    """A cell as it stands in the file. Only text is guarded against formulas: numbers stay numbers."""
    match cell:
        case None:
            return ""
        case str():
            return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
        case Decimal():
            return amount_text(cell, decimal_mark)
        case float():
            return str(cell).replace(".", decimal_mark)
        case date():
            return cell.isoformat()
        case int():
            return str(cell)
