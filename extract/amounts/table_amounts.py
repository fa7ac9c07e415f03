"""Sums of money in tables: what each is called, and the part it plays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal

from extract.amounts.allotments import Allotments, Names, allotted_roles, allotted_rows, told_apart
from extract.amounts.cell_amounts import amount_alone
from extract.amounts.money_columns import (
    BARE,
    COUNT_HEADER,
    YEAR,
    adding_column,
    converted_columns,
    labels_below,
    money_columns,
    renamed_cells,
    rows_of_counts,
)
from extract.amounts.money_units import LOOSE_MINUS, MISREAD_THOUSANDS, counted_amount, is_mended, units_of
from extract.amounts.other_money import DIFFERENCE
from extract.amounts.payment_plans import is_payment_plan
from extract.amounts.rates import rate_columns
from extract.amounts.table_roles import TOTAL_LABEL, Figure, table_roles
from extract.certainty.confidence import doubted, repaired
from extract.layout.blocks import Block
from extract.layout.layout import PlacedTable
from extract.tables.table import Cell, is_figure
from models.agreement import Amount
from models.german import parse_amount

# Where thousands are grouped, "2025" is none of the sums.
GROUPED = re.compile(r"\W*\d{1,3}(?:[. ]\d{3})+(?!\d)")
# The mark of a note, in a column of its own: "[1]", "2)", "³".
NOTED = re.compile(r"[\[(]?\d{1,2}[\])]|[¹²³]")
# What a row counts, where the column holds money; and what all of its label says.
COUNT_LABEL = re.compile(r"\W*(?:(?:An)?[Zz]ahl\b|Plätze|Teilnehm)")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an agreement before its tables are read: does it change another, the year of its
    budget, do its parties give together, who is named, and the sums of its text."""

    amends: bool
    year: int | None
    together: bool
    names: Names
    told: Set[Decimal]


def table_amounts(
    number: int, placed: PlacedTable, blocks: Sequence[Block], known: Known
) -> Iterator[tuple[Amount, str]]:
    """The amounts of a table, each with the heading of its column."""
    money = _Money(number, placed, blocks)
    found: list[tuple[Amount, Figure]] = []
    columns: set[int] = set()
    for amount, column in money.printed():
        if column in money.rates:
            yield amount if money.is_borne_out(amount, column) else doubted(amount), money.headers[column]
        else:
            columns.add(column)
            found.append((amount, money.figure(amount, column)))
    figures = [figure for _, figure in found]
    roles = table_roles(figures, 1 if money.below else len(columns), known.amends, known.year, known.together)
    allotted = _allotted(found, allotted_rows(placed.table, known.names), known.told)
    if allotted is not None and allotted.own:
        in_rows = [amount.row or 0 for amount, _ in found]
        roles = allotted_roles(figures, in_rows, allotted.own, known.amends, known.year)
    years = [amount.year for (amount, _), role in zip(found, roles, strict=True) if role == "component"]
    # One payment a year tells what each year is given.
    yearly = len(years) > 1 and None not in years and len(set(years)) == len(years)
    payments = is_payment_plan(placed, blocks) and not yearly
    for (amount, figure), role in zip(found, roles, strict=True):
        # Agreements count payments either way: parts in time, or nothing new.
        paid = payments and role == "component"
        doubtful = paid or (allotted is not None and not allotted.sure)
        weighed = doubted(amount) if doubtful else amount
        yield weighed.model_copy(update={"role": "other" if paid else role}), figure.header


class _Money:
    """The columns of a table that hold money, or rates of it, and what else tells of their sums."""

    def __init__(self, number: int, placed: PlacedTable, blocks: Sequence[Block]) -> None:
        self._number, self._section, self._rows = number, placed.section, placed.table.rows
        self.headers, first = placed.table.headers, placed.table.header_rows
        self._body = list(enumerate(self._rows[first:], first + 1))
        self._units = units_of(placed, blocks)
        self._of_counts = rows_of_counts(self._rows, first)
        self._in_money = [row for at, row in self._body if at not in self._of_counts]
        columns = money_columns(self._in_money, self.headers, self._units)
        self.rates = rate_columns(self._in_money, self.headers, columns, self._units)
        self._columns = [column for column in columns if column not in self.rates]
        self._adding = adding_column(self._in_money, self._columns, self._units)
        self._renamed = renamed_cells(self._rows, first, self._columns)
        self._converted = converted_columns(self._in_money, self._columns, self._units)
        self._grouped = {
            column
            for column in self._columns
            if any(GROUPED.match(row[column].text) for row in self._in_money)
        }
        self.below = labels_below(self._rows)

    def printed(self) -> Iterator[tuple[Amount, int]]:
        """All sums, row by row, each with its column."""
        for at, row in self._body:
            beside = self._label(row)
            for column, cell in enumerate(row):
                label = self.below.get((at, column), beside)
                if value := self._value(at, column, cell, label):
                    yield self._amount(at, column, cell, label, value), column

    def figure(self, amount: Amount, column: int) -> Figure:
        header = self.headers[column]
        called = bool(TOTAL_LABEL.search(header)) and not YEAR.search(header)
        sums_up = len(self._columns) > 1 and (called or column == self._adding)
        return Figure(amount.value, amount.label or "", header, sums_up, column in self._converted)

    def is_borne_out(self, amount: Amount, column: int) -> bool:
        """Does a rate multiply? Where it does not, one of the three figures is not as printed."""
        row = self._rows[(amount.row or 0) - 1]
        return any(row is self._in_money[one] for one in self.rates[column])

    def _label(self, row: Sequence[Cell]) -> str:
        return " ".join(
            cell.text
            for column, cell in enumerate(row)
            if not (column in self._columns or column in self.rates or is_figure(cell.text))
            and not (column and NOTED.fullmatch(cell.text))
            and re.search(r"\w", cell.text)
            and not _is_count(self.headers[column], cell)
        ).strip()

    def _value(self, at: int, column: int, cell: Cell, label: str) -> tuple[Decimal, str] | None:
        counts = at in self._of_counts or COUNT_LABEL.match(label) is not None
        plain = (at, column) in self._renamed and not BARE.fullmatch(cell.text)
        plain = plain or (YEAR.fullmatch(cell.text) is not None and column in self._grouped)
        of_money = column in self._columns or column in self.rates
        counted = of_money and not (counts and parse_amount(cell.text) is None) and not plain
        return (counted_amount(cell, self._units[column]) if counted else None) or amount_alone(cell)

    def _amount(self, at: int, column: int, cell: Cell, label: str, value: tuple[Decimal, str]) -> Amount:
        header = self.headers[column]
        certain = DIFFERENCE.search(header) or not LOOSE_MINUS.match(cell.text)
        exact = bool(certain) and self._units[column] != MISREAD_THOUSANDS and not is_mended(cell.text)
        extracted = repaired(cell.passage.whole(value[0]), exact)
        return Amount(
            **extracted.unpacked,
            currency=value[1],
            label=label or None,
            year=_table_year(header, label),
            section=self._section,
            table=self._number,
            row=at,
        )


def _allotted(
    found: Sequence[tuple[Amount, Figure]], allotments: Allotments | None, told: Set[Decimal]
) -> Allotments | None:
    values: dict[int, list[Decimal]] = {}
    for amount, figure in found:
        values.setdefault(amount.row or 0, []).append(figure.value)
    return told_apart(allotments, values, told) if allotments is not None else None


def _is_count(header: str, cell: Cell) -> bool:
    counts = COUNT_HEADER.search(header) and re.search(r"\d", cell.text)
    return bool(counts) or bool(re.fullmatch(r"\d{1,3}[.)]?", cell.text))


def _table_year(header: str, label: str) -> int | None:
    match = YEAR.search(header) or YEAR.search(label)
    return int(match[0]) if match else None
