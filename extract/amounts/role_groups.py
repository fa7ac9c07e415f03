"""The parts that sums play of which something is told together: one that is left of another, what several
give, year after year, a sum in two currencies."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import accumulate, groupby, pairwise, product

from extract.amounts.heard import Heard
from extract.amounts.money_units import is_converted
from extract.amounts.other_money import DEDUCTED, GRANTED, OF_A_GRANT, all_give, given_by_others
from models.agreement import AmountRole

# "Der verbleibende Eigenanteil von", "Es verbleibt als Zuwendung".
REMAINS = re.compile(r"\b(?:verbleib\w*|übrig\w*|restlich\w*|Rest(?:betrag)?)\b", re.IGNORECASE)
# Between a sum and the same one in another currency: "(", "=", ", das sind umgerechnet".
TOLD_AGAIN = re.compile(
    r"\W*(?:(?:\w+\s+){0,3}(?:entspr\w+|sind|umgerechnet|gleich)\W+(?:\w+\s+)?)?(?:DM|EUR|Euro|€)?\W*",
    re.IGNORECASE,
)


def by_groups(
    heard: Sequence[Heard], roles: Sequence[AmountRole | None], tabled: Collection[Decimal] = ()
) -> dict[int, AmountRole]:
    """What the first of these tells that tells anything. `tabled`: what tables add up to."""
    return (
        _by_what_remains(heard, tabled)
        or _by_deduction(heard)
        or _by_sharing(heard, roles)
        or _by_giving(heard)
        or _by_years(heard)
    )


def _by_deduction(heard: Sequence[Heard]) -> dict[int, AmountRole]:
    """What is left of a sum after another is taken away, or given by others, is granted; the two are not."""
    for taken, one in enumerate(heard):
        if not DEDUCTED.search(one.context.own) and not given_by_others(one.context.own):
            continue
        for whole, left in product(range(len(heard)), repeat=2):
            values = heard[whole].amount.value, heard[left].amount.value
            granted = heard[left].context.clause
            told = DEDUCTED.search(one.context.own) or GRANTED.search(granted) or OF_A_GRANT.search(granted)
            if told and taken not in (whole, left) and values[0] - one.amount.value == values[1]:
                return {whole: "other", taken: "other", left: "total"}
    return {}


def _by_what_remains(heard: Sequence[Heard], tabled: Collection[Decimal]) -> dict[int, AmountRole]:
    """What remains of a sum after all that stands between the two, whoever gives it, is what is agreed on if
    it is called a grant, "Es verbleibt als Zuwendung", or if others divide it again."""
    for left, one in enumerate(heard):
        if not REMAINS.search(one.context.own_before):
            continue
        value = one.amount.value
        behind = [other.amount.value for other in heard[left + 1 :]]
        if not (
            OF_A_GRANT.search(one.context.own) or value in tabled or value in list(accumulate(behind))[1:]
        ):
            continue
        for start in range(left - 2, -1, -1):
            values = [other.amount.value for other in heard[start:left]]
            if 2 * max(values) == sum(values) + value:
                return {**dict.fromkeys(range(start, left), "other"), left: "total"}
    return {}


def _by_sharing(heard: Sequence[Heard], roles: Sequence[AmountRole | None]) -> dict[int, AmountRole]:
    """What several give together, each a part, if the agreement tells of no other sum: "an den Kosten von …
    beteiligen sich A mit … und B mit …"."""
    for block, group in groupby(range(len(heard)), key=lambda index: heard[index].block):
        whole, *parts = group
        shared = parts and all_give(heard[parts[0]].context.own_before)
        if not shared or heard[whole].amount.value != sum(heard[part].amount.value for part in parts):
            continue
        if not any(role == "total" for one, role in zip(heard, roles, strict=True) if one.block != block):
            return {whole: "total", **dict.fromkeys(parts, "component")}
    return {}


def _by_giving(heard: Sequence[Heard]) -> dict[int, AmountRole]:
    """What each of several gives, told one after the other, "Der Kreis trägt 300 Euro für 2021, …", if all of
    it adds up to a sum that stands before it."""
    first: dict[float, int] = {}
    for index, one in enumerate(heard):
        first.setdefault(one.block, index)
    giving = {
        block
        for block, index in first.items()
        if not heard[index].is_limit and given_by_others(heard[index].context.own)
    }
    parts = [index for index, one in enumerate(heard) if one.block in giving]
    value = sum(heard[index].amount.value for index in parts)
    wholes = [index for index in range(parts[0]) if heard[index].amount.value == value] if parts else []
    if len(giving) < 2 or not wholes:
        return {}
    return {**dict.fromkeys(wholes, "total"), **dict.fromkeys(parts, "component")}


def _by_years(heard: Sequence[Heard]) -> dict[int, AmountRole]:
    """Amounts in a row, each for the next year, are parts of a whole that may not be printed."""
    rows: list[list[int]] = []
    for index, one in enumerate(heard):
        if one.is_other:
            continue
        last = heard[rows[-1][-1]] if rows else one
        near = one.block - last.block <= 1
        if near and one.amount.year and last.amount.year and one.amount.year - last.amount.year == 1:
            rows[-1].append(index)
        else:
            rows.append([index])
    return {index: "component" for row in rows if len(row) > 2 for index in row}


def by_conversion(heard: Sequence[Heard]) -> dict[int, AmountRole]:
    """What is told again in another currency: "267.500 DM (dies entspricht 136.770,58 Euro)"."""
    told: dict[int, AmountRole] = {}
    for index, (before, one) in enumerate(pairwise(heard), 1):
        if (
            index - 1 not in told
            and before.block == one.block
            and before.amount.currency != one.amount.currency
            and is_converted(before.amount.value, one.amount.value)
            and TOLD_AGAIN.fullmatch(one.context.own_before)
        ):
            told[index] = "other"
    return told
