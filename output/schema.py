"""What a table is made of. A column is declared once: its type, its German words, and how to read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

import pandas

from models.agreement import Agreement
from models.values import Extracted

Item = TypeVar("Item", covariant=True)

ColumnType = Literal["text", "integer", "page", "confidence", "amount", "date"]

Cell = str | int | float | Decimal | date | None

# XML 1.0 cannot hold these, and a spreadsheet drops or refuses them.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

# The fourth decimal is beyond what any recogniser can tell; more digits only fill the cell.
CONFIDENCE_DECIMALS = 4


def amount_text(amount: Decimal, decimal_mark: str) -> str:
    """All digits of the amount, at least two after the decimal mark, no thousands sign, never rounded."""
    exponent = amount.as_tuple().exponent
    cents = isinstance(exponent, int) and exponent >= -2
    return f"{amount:.2f}".replace(".", decimal_mark) if cents else f"{amount:f}".replace(".", decimal_mark)


@dataclass(frozen=True, slots=True)
class Row(Generic[Item]):
    """One row before it is a row: the record, the item it tells of, and the item's number in it (from 1)."""

    agreement: Agreement
    number: int
    item: Item


@dataclass(frozen=True)
class Column(Generic[Item]):
    """A column. `read` gives a cell, or the extracted value it stands for, with all its evidence.

    With `evidence`, the table also has the columns `…_text`, `…_page` and `…_confidence`.
    `choices` are the only values it takes, each with the German word that people read in its place;
    `required` says it is never empty.
    """

    name: str
    type: ColumnType
    title: str
    german: str
    english: str
    read: Callable[[Row[Item]], Cell | Extracted[Any]]
    evidence: bool = False
    required: bool = False
    choices: Mapping[Any, str] = field(default_factory=dict)

    def cell(self, row: Row[Item]) -> Cell:
        value = self.read(row)
        cell: Cell = value.value if isinstance(value, Extracted) else value
        if isinstance(cell, str):
            return UNPRINTABLE.sub("\ufffd", cell)
        return round(cell, CONFIDENCE_DECIMALS) if isinstance(cell, float) else cell

    def evidence_columns(self) -> Iterator[Column[Item]]:
        """Where the value comes from: as printed, page, and certainty of the reading."""
        if not self.evidence:
            return

        def from_source(pick: Callable[[Extracted[Any]], Cell]) -> Callable[[Row[Item]], Cell]:
            def read(row: Row[Item]) -> Cell:
                source = self.read(row)
                return pick(source) if isinstance(source, Extracted) else None

            return read

        yield Column(
            f"{self.name}_text",
            "text",
            f"{self.title}: gedruckt",
            f"{self.title}, wie es im Dokument steht.",
            f"`{self.name}` as printed.",
            from_source(lambda source: source.text),
        )
        yield Column(
            f"{self.name}_page",
            "page",
            f"{self.title}: Seite",
            f"{self.title}: Seite, auf der es steht (ab 1).",
            f"Page of `{self.name}` (1-based).",
            from_source(lambda source: source.provenance.page),
        )
        yield Column(
            f"{self.name}_confidence",
            "confidence",
            f"{self.title}: Sicherheit",
            f"{self.title}: Sicherheit der Lesung, von 0 (geraten) bis 1 (sicher).",
            f"Certainty of the reading of `{self.name}`, 0 to 1.",
            from_source(lambda source: source.provenance.confidence),
        )


@dataclass(frozen=True)
class ForeignKey:
    """These columns name a row of another table (by its columns `key`)."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@dataclass(frozen=True)
class Table(Generic[Item]):
    """A table: which items of a record are its rows, and its columns.

    Evidence stands beside its value, or, with `evidence_last`, behind all values. `order` sorts the rows;
    without it they follow the records.
    """

    name: str
    title: str
    german: str
    english: str
    items: Callable[[Agreement], Iterable[Item]]
    values: tuple[Column[Item], ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    evidence_last: bool = False
    order: Callable[[Row[Item]], Any] | None = None

    @cached_property
    def columns(self) -> tuple[Column[Item], ...]:
        if self.evidence_last:
            evidence = (column for value in self.values for column in value.evidence_columns())
            return (*self.values, *evidence)
        return tuple(column for value in self.values for column in (value, *value.evidence_columns()))

    def frame(self, agreements: Sequence[Agreement]) -> pandas.DataFrame:
        """The rows of all records, in their order. Empty cells are None; an amount is a Decimal."""
        rows = [
            Row(agreement, number, item)
            for agreement in agreements
            for number, item in enumerate(self.items(agreement), start=1)
        ]
        if self.order:
            rows.sort(key=self.order)
        cells = [[column.cell(row) for column in self.columns] for row in rows]
        return pandas.DataFrame(cells, columns=[column.name for column in self.columns], dtype=object)
