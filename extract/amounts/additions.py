"""What of the sums of a document adds up to what: its own arithmetic tells totals from parts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, groupby

from extract.amounts.heard import Heard, values_in_role
from extract.amounts.other_money import is_own_share
from extract.language.language import is_sentence
from models.agreement import Amount, AmountRole

# No sum is told in more parts than these, one right behind the other.
LONGEST_RUN = 40


def by_addition(
    heard: Sequence[Heard],
    tabled: Sequence[Amount],
    fixed: set[int],
) -> dict[int, AmountRole]:
    """An amount that equals the sum of a group is a total, or a subtotal if a larger one is, or if several
    measures have such sums; the group are its components. Sums of money seldom agree to the cent by chance;
    round ones may, so parts count once."""
    settled: dict[int, AmountRole] = {}
    sums = _sums(heard, tabled, fixed)
    # A subtotal stands between a total and its parts.
    sums |= _sums(heard, tabled, fixed | set(sums))
    sums = {index: group for index, group in sums.items() if not _counts_twice(index, sums)}
    if not sums:
        return settled
    largest = max(heard[index].amount.value for index in sums)
    measures = {heard[index].amount.measure for index in sums} - {None}
    for index, members in sums.items():
        beside_others = len(measures) > 1 and heard[index].amount.measure is not None
        whole = heard[index].amount.value == largest and not beside_others
        settled[index] = "total" if whole else "subtotal"
        for member in members:
            if member not in sums:
                settled[member] = "component"
    return settled


def by_chance(heard: Sequence[Heard], added: Mapping[int, AmountRole]) -> set[int]:
    """The subtotals that may be none: in another section two of several parts come to as much, and some words
    there may speak of anything."""
    parts = [heard[index].amount for index, role in added.items() if role == "component"]

    def is_sum_of_others(amount: Amount) -> bool:
        elsewhere = {part.value for part in parts if part.section != amount.section}
        return any(amount.value - value in elsewhere for value in elsewhere if 2 * value != amount.value)

    return {
        index for index, role in added.items() if role == "subtotal" and is_sum_of_others(heard[index].amount)
    }


def whatever_it_is_called(
    heard: Sequence[Heard], tabled: Sequence[Amount], known: set[int], roles: Sequence[AmountRole | None]
) -> dict[int, AmountRole]:
    """What all others add up to is the total of an agreement that names no other, be it called a fee and its
    parts payments; but not if the recipient's own money is among them: then it is what all costs."""
    added = by_addition(heard, tabled, known)
    if any(role == "component" and is_own_share(heard[i].context.own_before) for i, role in added.items()):
        return {}
    largest = max((one.amount.value for one in heard if not one.rounded), default=Decimal(0))
    totals = {one.amount.value for one, role in zip(heard, roles, strict=True) if role == "total"}
    found = {heard[index].amount.value for index, role in added.items() if role == "total"}
    return added if found == {largest} and totals <= found else {}


def by_tables(heard: Sequence[Heard], tabled: Sequence[Amount], fixed: set[int]) -> dict[int, AmountRole]:
    """The parts into which the text divides what a table adds up: sums that follow each other in a paragraph,
    "278.400 Euro im Jahr 2022 und 150.000 Euro im Jahr 2023", or each row in its turn."""
    parts: set[int] = set()
    totals = values_in_role(tabled, "total")
    free = [index for index in range(len(heard)) if index not in fixed and not heard[index].is_payment]
    for _, group in groupby(free, key=lambda index: heard[index].block):
        beside = list(group)
        added_up = [heard[index].amount.value for index in beside]
        for run in (_run_to(totals, added_up, start) for start in range(len(beside))):
            parts.update(beside[at] for at in run if len(run) > 1)
    values = [heard[index].amount.value for index in free]
    for _, rows in rows_of_tables(tabled):
        parts.update(free[at] for run in runs_of([row.value for row in rows], values) for at in run)
    return dict.fromkeys(parts, "component")


def divided_rows(tabled: Sequence[Amount], running: Sequence[Amount]) -> list[Amount]:
    """The amounts of tables; a part that the parts in the text, or those in other tables, add up to, as they
    do to each beside it, is a subtotal."""

    def divides(number: int | None, rows: Sequence[Amount]) -> bool:
        others = [amount for amount in tabled if amount.table != number]
        parts = ([one.value for one in told if one.role == "component"] for told in (running, others))
        return any(runs_of([row.value for row in rows], values) for values in parts)

    divided = {number for number, rows in rows_of_tables(tabled) if divides(number, rows)}
    return [
        amount.model_copy(update={"role": "subtotal"})
        if amount.table in divided and amount.role == "component"
        else amount
        for amount in tabled
    ]


def rows_of_tables(tabled: Sequence[Amount]) -> Iterator[tuple[int | None, list[Amount]]]:
    """The parts of each table that has several."""
    for number in dict.fromkeys(amount.table for amount in tabled):
        rows = [amount for amount in tabled if amount.table == number and amount.role == "component"]
        if len(rows) > 1:
            yield number, rows


def runs_of(sums: Sequence[Decimal], values: Sequence[Decimal]) -> list[range]:
    """For each of `sums`, in its turn, the `values` that follow each other and add up to it; none if one of
    them lacks those, or if they are but the sums again."""
    runs: list[range] = []
    for one in sums:
        starts = range(runs[-1].stop if runs else 0, len(values))
        run = next(filter(None, (_run_to({one}, values, start) for start in starts)), None)
        if run is None:
            return []
        runs.append(run)
    return runs if any(len(run) > 1 for run in runs) else []


def _run_to(sums: Collection[Decimal], values: Sequence[Decimal], start: int) -> range:
    """The first of the `values` from `start` on that add up to one of `sums`; empty if none do."""
    added = accumulate(values[start : start + LONGEST_RUN])
    return next((range(start, end) for end, one in enumerate(added, start + 1) if one in sums), range(0))


def _sums(heard: Sequence[Heard], tabled: Sequence[Amount], fixed: set[int]) -> dict[int, tuple[int, ...]]:
    """The amounts (by index) that others add up to, with those others; none of them is `fixed`."""
    sums: dict[int, tuple[int, ...]] = {}
    tables = table_sums(tabled)
    for index, one in enumerate(heard):
        if index in fixed and not (one.rounded and not one.context.is_of_another):
            continue
        for group in _groups(heard, fixed, index):
            if sum(heard[member].amount.value for member in group) == one.amount.value:
                sums[index] = group
            elif one.amount.value - sum(heard[member].amount.value for member in group) in tables:
                # A table that was understood in part: what stands below it belongs to the same sum.
                sums.setdefault(index, group)
        if index not in sums and one.amount.value in tables:
            sums[index] = ()
    return sums


def _counts_twice(index: int, sums: Mapping[int, tuple[int, ...]]) -> bool:
    """Are number `index` and what adds up to it parts of one larger sum? Then they agree by chance, as 300 =
    200 + 100 do in 600 = 300 + 200 + 100."""
    members = {index, *sums[index]}
    return len(members) > 1 and any(members <= set(group) for other, group in sums.items() if other != index)


def _groups(heard: Sequence[Heard], fixed: set[int], index: int) -> Iterator[tuple[int, ...]]:
    """Amounts that may add up to number `index`: those beside it, those that follow it, those before it."""
    block = heard[index].block
    free = [i for i in range(len(heard)) if i not in fixed and i != index]
    beside = tuple(i for i in free if heard[i].block == block)
    behind = tuple(i for i in free if i > index)
    if len(beside) > 1:
        yield beside
    for count in range(2, len(behind) + 1):
        yield behind[:count]
    # The items of one list, whatever else is told between it and the sum.
    yield from (tuple(listed) for listed in _lists(heard, free) if len(listed) > 1)
    before = tuple(i for i in free if i < index)
    for count in range(2, len(before) + 1):
        yield before[-count:]


def _lists(heard: Sequence[Heard], free: Sequence[int]) -> list[list[int]]:
    """The `free` amounts in items right below each other that name something and say nothing."""
    lists: list[list[int]] = []
    for index in free:
        item = heard[index].context.item
        if item is None or is_sentence(item):
            continue
        if lists and heard[index].block - heard[lists[-1][-1]].block == 1:
            lists[-1].append(index)
        else:
            lists.append([index])
    return lists


def table_sums(tabled: Sequence[Amount]) -> set[Decimal]:
    """What the components of each table add up to."""
    return {sum((row.value for row in rows), Decimal(0)) for _, rows in rows_of_tables(tabled)}


def column_sums(tabled: Sequence[Amount]) -> set[Decimal]:
    """What the components in each column add up to, of tables that say of no sum that it does."""
    sums: set[Decimal] = set()
    for number in {amount.table for amount in tabled}:
        own = [amount for amount in tabled if amount.table == number]
        if any(amount.role != "component" for amount in own):
            continue
        rows = [[one.value for one in row] for _, row in groupby(own, key=lambda amount: amount.row)]
        if len(rows) > 1 and len({len(row) for row in rows}) == 1:
            sums |= {sum(column, Decimal(0)) for column in zip(*rows, strict=True)}
    return sums
