"""Which amounts of a record are meant to add up to which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from checks.likely_cause import likely_cause
from checks.rule import Context
from models.agreement import Agreement, Amount

Numbered = tuple[int, Amount]
"""An amount with its index in the record."""


def numbered(record: Agreement) -> list[Numbered]:
    return list(enumerate(record.amounts))


def paths(amounts: Iterable[Numbered]) -> tuple[str, ...]:
    """The fields of a record that they are."""
    return tuple(f"amounts[{index}]" for index, _ in amounts)


def with_role(amounts: Iterable[Numbered], role: str) -> list[Numbered]:
    return [one for one in amounts if one[1].role == role]


def by_table(record: Agreement) -> dict[int, list[Numbered]]:
    tables: dict[int, list[Numbered]] = defaultdict(list)
    for one in numbered(record):
        if one[1].table is not None:
            tables[one[1].table].append(one)
    return {
        table: sorted(amounts, key=lambda one: (one[1].row or 0, one[0])) for table, amounts in tables.items()
    }


def readings_of_table(
    total: Numbered, amounts: Sequence[Numbered], record: Agreement
) -> list[list[Numbered]]:
    """The sets of rows that a table's total may be the sum of, the likeliest first.

    A column per year has a total per year; a row per year has one total for all. A table with
    subtotals may be read through them or through its rows. A row's own total ends the row.
    """
    amount = total[1]
    same = [one for one in amounts if one[1].currency == amount.currency and one[0] != total[0]]
    parts = with_role(same, "component")
    if amount.programme_key and any(part.programme_key == amount.programme_key for _, part in parts):
        parts = [part for part in parts if part[1].programme_key in (None, amount.programme_key)]
    in_row = [part for part in parts if part[1].row == amount.row and amount.row is not None]
    in_column = [part for part in parts if part[1].year == amount.year and amount.year is not None]
    row_totals = [one for one in with_role(same, "total") if one[1].row != amount.row]
    years = {one.year for _, one in with_role(amounts, "total")}
    readings = [in_row, in_column, parts] if len(years) > 1 else [in_row, parts, in_column]
    readings += [with_role(same, "subtotal"), row_totals if len(row_totals) > 1 else []]
    # A table that goes on on the next page is two.
    tables = [one for one in with_role(numbered(record), "component") if one[1].table is not None]
    return [reading for reading in (*readings, *with_others(parts, record), tables) if reading and parts]


def unnamed_total(record: Agreement) -> tuple[Numbered, list[list[Numbered]]] | None:
    """Where no amount was understood as total: a component that all others add up to, but for a slip."""
    parts = with_role(numbered(record), "component")
    if len(parts) < 3:
        return None
    largest = max(parts, key=lambda one: one[1].value)
    rest = [part for part in parts if part is not largest]
    return (largest, [rest]) if likely_cause(sum_of(rest), largest[1].value) else None


def with_others(parts: Sequence[Numbered], record: Agreement) -> list[list[Numbered]]:
    """The same rows with those of their table whose role was not understood."""
    tables = {part.table for _, part in parts if part.table is not None}
    others = [
        one
        for one in with_role(numbered(record), "other")
        if one[1].table in tables or (one[1].table is None and one[1].measure is not None)
    ]
    together = sorted([*parts, *others], key=lambda one: (one[1].table or 0, one[1].row or 0, one[0]))
    return [together] if others else []


def small_totals(record: Agreement, context: Context) -> list[Numbered]:
    """Totals that are a part of another that they are held against, and no slip of it: they are much smaller,
    or the rest stands in the record, too."""
    totals = with_role(numbered(record), "total")
    parts = with_role(numbered(record), "component")
    stated = {amount.value for amount in record.amounts} | {sum_of(parts)}
    return [
        one
        for one in totals
        if any(
            same_subject(one[1], other[1], record)
            and one[1].value < other[1].value
            and (
                one[1].value < other[1].value * Decimal(str(1 - context.settings.checks.jump))
                or other[1].value - one[1].value in stated | {sum_of(_beside(one, parts))}
            )
            and likely_cause(other[1].value, one[1].value) is None
            for other in totals
        )
    ]


def _beside(total: Numbered, parts: Sequence[Numbered]) -> list[Numbered]:
    """The parts that are not in the table of a total."""
    return [part for part in parts if part[1].table != total[1].table]


def inner_sums(record: Agreement) -> list[Numbered]:
    """Rows that sum up others of their table, where it adds up without them alone."""
    found = []
    for amounts in by_table(record).values():
        parts = with_role(amounts, "component")
        totals = with_role(amounts, "total") or with_role(numbered(record), "total")
        for rows in (parts, *with_others(parts, record)):
            rest = without_inner_sums(rows)
            if any(sum_of(rows) != total.value == sum_of(rest) for _, total in totals):
                found += [part for part in parts if part not in rest]
    return list(dict.fromkeys(found))


def without_inner_sums(parts: Sequence[Numbered]) -> list[Numbered]:
    """The rows without those that sum up the rows below them, or above them."""
    kept: list[Numbered] = []
    position = 0
    while position < len(parts):
        if not _sums_up(parts[position], parts[position + 1 :]) and not _sums_up(parts[position], kept[::-1]):
            kept.append(parts[position])
        position += 1
    return kept


def _sums_up(sum_row: Numbered, rows: Sequence[Numbered]) -> bool:
    """Is an amount the sum of the first of the rows, of two at least?"""
    left = sum_row[1].value
    for count, (_, row) in enumerate(rows, 1):
        left -= row.value
        if left <= 0:
            return left == 0 and count > 1
    return False


def component_groups(record: Agreement) -> list[list[Numbered]]:
    """Components that split one amount: those of a table without a total, and those of a text by currency.
    Where each Maßnahmenart has a table of its own, all tables do."""
    groups: list[list[Numbered]] = []
    for amounts in by_table(record).values():
        if not with_role(amounts, "total"):
            groups.append(with_role(amounts, "subtotal") or with_role(amounts, "component"))
    in_text: dict[tuple[str, str | None], list[Numbered]] = defaultdict(list)
    for one in with_role(numbered(record), "component"):
        if one[1].table is None:
            in_text[one[1].currency, one[1].section].append(one)
    if len(groups) > 1 and _covers([_measure_of(group) for group in groups], _numbers(record)):
        groups = [[part for group in groups for part in group]]
    return [group for group in (*groups, *in_text.values()) if group]


def _measure_of(parts: Sequence[Numbered]) -> int | None:
    """The Maßnahmenart of all parts, if they are of one."""
    measures = {part.measure for _, part in parts}
    return measures.pop() if len(measures) == 1 else None


def _numbers(record: Agreement) -> list[int | None]:
    return [measure.number for measure in record.measures]


def totals_for(parts: Sequence[Numbered], totals: Sequence[Numbered]) -> list[Numbered]:
    """The totals that the parts may add up to: of their currency, and of their programme if they have one."""
    same = [one for one in totals if one[1].currency == parts[0][1].currency]
    programmes = {part.programme_key for _, part in parts if part.programme_key}
    if len(programmes) == 1:
        own = [one for one in same if one[1].programme_key in programmes]
        return own or same
    return same


def is_complete(parts: Sequence[Numbered], record: Agreement) -> bool:
    """Whether the parts claim to be all: "davon 100.000 Euro für …" alone does not.

    A table does. A text does when its parts cover every programme, measure or project of the
    record, or several years in a row.
    """
    if parts[0][1].table is not None:
        return len(parts) > 1
    if len(parts) < 2:
        return False
    programmes = [part.programme_key for _, part in parts]
    measures = [part.measure for _, part in parts]
    projects = [part.project for _, part in parts]
    years = [part.year for _, part in parts]
    all_projects = [project.name.value for measure in record.measures for project in measure.projects]
    return (
        _covers(programmes, [programme.key for programme in record.programme])
        or (_covers(measures, _numbers(record)) and not any(projects))
        or _covers(projects, all_projects)
        or _consecutive(years)
    )


def _covers(found: Sequence[object], expected: Sequence[object]) -> bool:
    return len(expected) > 1 and None not in found and sorted(map(str, found)) == sorted(map(str, expected))


def _consecutive(years: Sequence[int | None]) -> bool:
    known = [year for year in years if year is not None]
    return len(known) == len(years) and sorted(known) == list(range(min(known), min(known) + len(known)))


def readings_of_subtotal(subtotal: Numbered, amounts: Sequence[Numbered]) -> list[list[Numbered]]:
    """The rows a subtotal may stand for: those above it, in its column if others stand beside it, all or of
    the measure of the last of them, those below it, or those of its measure."""
    amount, row = subtotal[1], subtotal[1].row or 0
    parts = [
        part
        for part in with_role(amounts, "component")
        if part[1].currency == amount.currency
        and (amount.year is None or part[1].year in (None, amount.year))
    ]
    others = [one[1].row or 0 for one in amounts if one[1].role == "subtotal" and one[1].row != amount.row]
    start = max((other for other in others if other < row), default=0)
    stop = min((other for other in others if other > row), default=10**9)
    above = [part for part in parts if start < (part[1].row or 0) < row]
    below = [part for part in parts if row < (part[1].row or 0) < stop]
    nearest = [part for part in above if part[1].measure == above[-1][1].measure]
    own = [part for part in parts if amount.measure is not None and part[1].measure == amount.measure]
    beside = any(one[1].row == row and one[0] != subtotal[0] for one in amounts)
    column = [part for part in above if beside and _in_column(part[1], amount)]
    return [reading for reading in (column, above, nearest, own, below) if reading]


def _in_column(part: Amount, amount: Amount) -> bool:
    """Does one figure stand above the other?"""
    one, other = part.provenance.bbox, amount.provenance.bbox
    return one[0] < other[2] and other[0] < one[2]


def same_subject(first: Amount, second: Amount, record: Agreement) -> bool:
    """Whether two totals speak of one thing.

    A total that names no year (programme) is of any, unless the record has totals of several: then
    it is their sum. Several recipients may each have a total, told apart by its label.
    """
    if first.table is not None and first.table == second.table:
        return False  # totals of one table belong to different columns
    recipients = sum(party.role == "recipient" for party in record.parties)
    if recipients > 1 and first.label != second.label:
        return False
    years = {total.year for total in record.totals if total.year}
    programmes = {total.programme_key for total in record.totals if total.programme_key}
    return (
        first.currency == second.currency
        and (first.year == second.year or (None in (first.year, second.year) and len(years) < 2))
        and (
            first.programme_key == second.programme_key
            or (None in (first.programme_key, second.programme_key) and len(programmes) < 2)
        )
        and (first.measure, first.project) == (second.measure, second.project)
    )


def sum_of(parts: Iterable[Numbered]) -> Decimal:
    return sum((part.value for _, part in parts), Decimal(0))
