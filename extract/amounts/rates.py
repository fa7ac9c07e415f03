"""Columns of rates: what stands there, times what another column counts, is the sum of the row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from extract.amounts.money_units import counted_amount
from extract.tables.table import Cell
from models.german import parse_amount

RATE_HEADER = re.compile(
    r"\b\w*(?:[Ss](?:atz|ätze)|[Pp]reis|[Pp]auschale|[Ee]ntgelt)\b|\b(?:[Jj]e|[Pp]ro)\s+[A-ZÄÖÜ]|(?:€|EUR|Euro)\s?/\s?[A-ZÄÖÜ]"
)
CENTS = re.compile(r"\d,\d{2}\b")
# A product that is rounded to Euro is at most so far away.
ROUNDED = Decimal("0.5")


def rate_columns(
    rows: Sequence[Sequence[Cell]], headers: Sequence[str], money: Sequence[int], units: Sequence[str]
) -> dict[int, set[int]]:
    """The columns of rates, each with the numbers of the rows that bear it out: in two at least, or in one
    where the heading says it, and in most of those that have all three figures."""
    rates: dict[int, set[int]] = {}
    columns = range(len(headers))
    for rate, count, total in product(columns, columns, money):
        if len({rate, count, total}) < 3 or count in money or not _may_be_rates(rows, headers, rate):
            continue
        told = {
            number: figures
            for number, row in enumerate(rows)
            if (figures := _figures(row, (rate, count, total), units)) is not None
        }
        borne_out = {number for number, figures in told.items() if _multiplies(*figures)}
        fewest = 1 if RATE_HEADER.search(headers[rate]) else 2
        if len(borne_out) >= fewest and 2 * len(borne_out) > len(told):
            rates[rate] = borne_out
    return rates


def _may_be_rates(rows: Sequence[Sequence[Cell]], headers: Sequence[str], column: int) -> bool:
    named = RATE_HEADER.search(headers[column]) is not None
    return named or any(CENTS.search(row[column].text) for row in rows)


def _figures(
    row: Sequence[Cell], columns: tuple[int, int, int], units: Sequence[str]
) -> tuple[Decimal, Decimal, Decimal] | None:
    rate, count, total = (counted_amount(row[column], units[column]) for column in columns)
    whole = count is not None and count[0] > 1 and count[0] == count[0].to_integral_value()
    named = parse_amount(row[columns[1]].text) is not None
    if rate is None or count is None or total is None or named or not whole:
        return None
    return rate[0], count[0], total[0]


def _multiplies(rate: Decimal, count: Decimal, total: Decimal) -> bool:
    near = ROUNDED if total == total.to_integral_value() else Decimal("0.01")
    return 0 < rate < total and abs(rate * count - total) <= near
