"""Sums of money in the cells of tables: alone, or among other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.amounts.heard import AFTER, BEFORE, Context, Heard, with_loose_digits
from extract.amounts.money_columns import BARE
from extract.amounts.money_units import TOLD_OF_IT, unit_of
from extract.amounts.places import is_part, with_place
from extract.certainty.confidence import repaired
from extract.layout.understand import Reading
from extract.tables.table import Cell
from models.agreement import Amount, Measure
from models.german import FoundAmount, find_amounts, parse_amount

CALLED_SUM = re.compile(
    rf"\b(?:[Gg]esamt|[Ii]nsgesamt|[Zz]usammen|\w*[Ss]umme|\w*[Bb]etrag|Budget|Mittel|Zuwendung)\b:?\s+(?P<sum>{BARE.pattern})"
)


def amount_alone(cell: Cell) -> tuple[Decimal, str] | None:
    """The one sum in a cell in which nothing else is written: a scan adds specks, "500,00 €."."""
    text = TOLD_OF_IT.sub("", cell.text) if cell.lines else ""
    found = find_amounts(text)
    if len(found) != 1 or re.search(r"\w", text[: found[0].start] + text[found[0].end :]):
        return None
    return (found[0].value, found[0].currency) if found[0].value is not None else None


def amounts_in_cells(reading: Reading, measures: Sequence[Measure]) -> Iterator[Heard]:
    """Sums that a cell names among other words: it is read as an item of a list is."""
    for number, placed in enumerate(reading.layout.tables, 1):
        for row_number, row in enumerate(placed.table.rows, 1):
            for cell in (cell for cell in row if cell.lines and not amount_alone(cell)):
                for one in find_amounts(cell.text) or _called_sums(cell.text):
                    if one.value is None or unit_of(cell.text):
                        continue
                    before, after = cell.text[: one.start], cell.text[one.end :]
                    extracted = repaired(cell.passage.extract(one.start, one.end, one.value), one.exact)
                    amount = Amount(
                        **extracted.unpacked,
                        currency=one.currency,
                        label=" ".join(f"{before} {after}".split()).strip(" :–—-,;=.") or None,
                        section=placed.section,
                        table=number,
                        row=row_number,
                    )
                    context = Context(before[-BEFORE:], after[:AFTER], cell.text, cell.text, False)
                    amount = with_loose_digits(amount, before)
                    amount = with_place(amount, measures, reading.reference, cell.text)
                    part = is_part(amount, measures)
                    yield Heard(amount, context, one.rounded, placed.position - 0.5, part)


def _called_sums(text: str) -> Iterator[FoundAmount]:
    """Sums without a currency that are called so: "Summe 500.000,00"."""
    for one in CALLED_SUM.finditer(text):
        value = parse_amount(one["sum"], currency_required=False)
        if value is not None:
            yield FoundAmount(one.start("sum"), one.end("sum"), one["sum"], *value, exact=True, rounded=False)
