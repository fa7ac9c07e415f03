"""The tables as CSV files, for a spreadsheet or for a program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas

from models.settings import Settings
from output.schema import Cell, amount_text
from output.tables import TABLES

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


def write_csv_files(frames: Mapping[str, pandas.DataFrame], folder: Path, profile: CsvProfile) -> None:
    """One file per table. Dates are ISO 8601, an empty cell is an empty field."""
    for table in TABLES:
        path = folder / csv_path(table.name)
        path.parent.mkdir(exist_ok=True)
        texts = frames[table.name].map(lambda cell: field_text(cell, profile.decimal_mark))
        texts.to_csv(
            path, sep=profile.delimiter, encoding=profile.encoding, lineterminator=LINE_END, index=False
        )


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
