"""The data dictionary for people: `python -m output.dictionary > docs/tables.md` renews the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from output.datapackage import FIELD_TYPES
from output.schema import Column, Table
from output.tables import TABLES

INTRODUCTION = """\
# The tables

This page is written by `python -m output.dictionary` from the declaration in `output/tables.py`.

All tables share `document_id`. They come three times, with the same rows and columns: as CSV files in `csv/`,
as sheets of `agreements.xlsx` (German headings and words), and described for programs in `datapackage.json`
(Data Package 2.0). The complete records, with the place of every value on its page, are in
`agreements.jsonl`.

A column with a value that was read has three companions: `…_text` (as printed), `…_page` (1-based) and
`…_confidence` (0 to 1). If a cell stands for several values, their texts are joined, the page is that of the
first and the confidence that of the least certain. An empty cell means: not found, or in doubt. Nothing is
guessed. Control characters that no spreadsheet can hold appear as U+FFFD; `agreements.jsonl` keeps them.

**CSV.** `excel-de` (default): semicolon, decimal comma, UTF-8 with byte order mark. `rfc4180`: comma, decimal
point, UTF-8 without mark. Both: ISO dates, no thousands sign, CRLF line ends. A text that starts with
`= + - @`, tab, CR or LF (or a full-width form) gets a leading `'`, because a spreadsheet would run it.

> A spreadsheet that opens a CSV by double click takes a text of digits for a number: the key `06433000`
> becomes `6433000`, and a `document_id` that happens to consist of digits loses its last ones. To join tables
> in a spreadsheet, use `agreements.xlsx`, or import the CSV with these columns as text. So does a section
> `3.1` become a date.

**XLSX.** The first column, *Beleg*, opens the file (some PDF readers also go to the page). Amounts are
numbers with cents; one with more than 15 significant digits, which Excel cannot hold, is written as text, as
is a date before 1 March 1900. A text beyond 32,767 characters is cut and says so. A table with more rows than
a sheet holds continues in a second sheet; beyond 65,530 rows of a sheet, *Beleg* is text without a link.
In place of a code (`review`, `total`, `error`, …) a sheet has the German word that stands behind it below.
"""


def dictionary_page() -> str:
    return "\n".join([INTRODUCTION, *(line for table in TABLES for line in _section(table))])


def _section(table: Table[Any]) -> Iterator[str]:
    yield f"## {table.name} ({table.title})\n"
    yield f"{table.english}\n"
    yield f"{table.german}\n"
    yield f"Primary key: {_names(table.primary_key)}."
    for key in table.foreign_keys:
        yield f"{_names(key.columns)} refers to {_names(key.key)} in `{key.table}`."
    yield "\n| column | type | German heading | meaning | Bedeutung |"
    yield "|---|---|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {_type(column)} | {column.title} | {column.english} | {column.german} |"
    yield ""


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in columns)


def _type(column: Column[Any]) -> str:
    kind = FIELD_TYPES[column.type] + (", required" if column.required else "")
    choices = ", ".join(f"`{code}` ({word})" for code, word in column.choices.items())
    return f"{kind}: {choices}" if choices else kind


if __name__ == "__main__":
    print(dictionary_page(), end="")
