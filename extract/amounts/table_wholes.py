"""Amounts of tables that are parts of a whole which the text names, or of which one row is all it grants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from extract.amounts.heard import values_in_role
from extract.certainty.confidence import doubted
from models.agreement import Amount

# The costs, and at least two who pay them.
FEWEST_OF_A_PLAN = 3


def parts_of_a_whole(tabled: Sequence[Amount], running: Sequence[Amount]) -> list[Amount]:
    """The amounts of tables; where the totals of several tables are less than one of the text, they are
    subtotals of it, and what stands alone in its table is a component: in doubt if they do not add up. So is
    the total of one table, if what others name beside it adds up to one of the text."""
    wholes = values_in_role(running, "total", "replacement")
    tops = [amount for amount in tabled if amount.role == "total"]
    tables = Counter(amount.table for amount in tops)
    parts = [amount for amount in tops if amount.value not in wholes]
    largest = max((amount.value for amount in parts), default=Decimal(0))
    if not parts or max(tables.values()) > 1 or largest >= max(wholes, default=Decimal(0)):
        return list(tabled)
    alone = [amount for amount in tabled if amount.role == "component" and amount.table not in tables]
    added = sum(amount.value for amount in (*parts, *alone))
    proven = not wholes.isdisjoint((added, sum(amount.value for amount in parts)))
    if len(tables) < 2 and not (alone and proven):
        return list(tabled)
    sizes = Counter(amount.table for amount in tabled)
    return [
        (amount if proven else doubted(amount)).model_copy(
            update={"role": "subtotal" if sizes[amount.table] > 1 else "component"}
        )
        if amount in parts
        else amount
        for amount in tabled
    ]


def with_grant_among_rows(amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts; where one of the rows of a table is all that the text grants, the others are no parts of
    it: a plan of what all costs and of who pays it. In doubt where no rows add up to the costs, or nothing
    says that all is granted."""
    told = [amount for amount in amounts if amount.table is None]
    totals = values_in_role(amounts, "total")
    granted = {amount.value for amount in told if not totals or amount.role == "total"}
    settled = list(amounts)
    for number in {amount.table for amount in amounts} - {None}:
        rows = [amount for amount in amounts if amount.table == number]
        values = [row.value for row in rows]
        grants = [value for value in values if value in granted]
        parts = any(row.role != "component" or row.year or row.measure or row.project for row in rows)
        if parts or len(grants) != 1 or len(rows) < FEWEST_OF_A_PLAN or sum(values) == 2 * grants[0]:
            continue
        costed = any(
            sum(values[start:end]) == values[end] > grants[0]
            for start, end in combinations(range(len(values)), 2)
            if end - start > 1
        )
        if not (costed or totals):
            continue
        settled = [
            (one if costed and totals else doubted(one)).model_copy(
                update={"role": "total" if one.value == grants[0] else "other"}
            )
            if one.table == number or (one.value == grants[0] and one.table is None)
            else one
            for one in settled
        ]
    return settled
