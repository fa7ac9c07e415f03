"""Tables that tell again what others divide: when money is paid out, and how a cost is reckoned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.amounts.leads import heading_of, lead_of
from extract.amounts.other_money import is_instalment
from extract.certainty.confidence import doubted
from extract.layout.blocks import Block
from extract.layout.layout import PlacedTable
from models.agreement import Amount

# What heads a table of costs: "Kostenart", "Kalkulation des Entgelts".
CALCULATION = re.compile(
    r"\bKosten(?:art(?:en)?|gruppen?|berechnung|schätzung|ermittlung)\b|\w*[Kk]alkulation"
)


def is_payment_plan(placed: PlacedTable, blocks: Sequence[Block]) -> bool:
    """Does a table say when money is paid out, and not what for?"""
    said = " ".join([lead_of(blocks, placed.position), *placed.table.headers])
    labels = " ".join(row[0].text for row in placed.table.rows)
    return is_instalment(f"{said} {labels}", "", heading_of(blocks, placed.position))


def is_calculation(placed: PlacedTable, blocks: Sequence[Block]) -> bool:
    """Does a table reckon what things cost, by kinds of costs?"""
    said = [
        lead_of(blocks, placed.position),
        heading_of(blocks, placed.position),
        *placed.table.headers,
        *(cell.text for cell in placed.table.rows[0]),
    ]
    return any(CALCULATION.search(one) for one in said)


def without_calculations(
    tabled: Sequence[Amount],
    running: Sequence[Amount],
    placed: Sequence[PlacedTable],
    blocks: Sequence[Block],
) -> list[Amount]:
    """The amounts of tables; where what something costs is reckoned beside another total, it is no second
    one: in doubt, for that is nowhere said."""
    reckoned = {number for number, table in enumerate(placed, 1) if is_calculation(table, blocks)}
    agreed = {
        amount.value
        for amount in (*tabled, *running)
        if amount.role in ("total", "replacement") and amount.table not in reckoned
    }
    shared = {amount.table for amount in tabled if amount.value in agreed}
    apart = reckoned - shared if agreed else set()
    return [
        doubted(amount).model_copy(update={"role": "other"}) if amount.table in apart else amount
        for amount in tabled
    ]


def payments_beside_parts(
    tabled: Sequence[Amount], placed: Sequence[PlacedTable], blocks: Sequence[Block]
) -> list[Amount]:
    """The amounts of tables; where another table divides the sum that one pays out year by year, its payments
    are nothing new. In doubt: agreements count payments either way."""
    plans = {number for number, table in enumerate(placed, 1) if is_payment_plan(table, blocks)}
    sums: dict[int | None, Decimal] = {}
    for amount in tabled:
        if amount.role == "component":
            sums[amount.table] = sums.get(amount.table, Decimal(0)) + amount.value
    divided = {value for table, value in sums.items() if table not in plans}
    return [
        doubted(amount).model_copy(update={"role": "other"})
        if amount.role == "component" and amount.table in plans and sums[amount.table] in divided
        else amount
        for amount in tabled
    ]
