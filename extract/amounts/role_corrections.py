"""Roles that words, or the arithmetic, gave a sum, and that others beside it correct."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from extract.amounts.additions import column_sums, rows_of_tables, table_sums
from extract.amounts.heard import Heard, values_in_role
from extract.amounts.other_money import (
    CAPITAL,
    CLAUSE_END,
    DEFICIT,
    OF_A_GRANT,
    TAKES_SHARES,
    WAS,
    years_told,
)
from extract.amounts.role_words import STRONG_TOTAL_CUE
from models.agreement import Amount, AmountRole

DIVIDED_FROM = re.compile(r"\b(?:davon|hiervon|darunter|darin)\b", re.IGNORECASE)
DIVIDED_OUT_OF = re.compile(r"\b(?:davon|daraus|hiervon|aus\s+de[mr])\b", re.IGNORECASE)


def corrected(
    heard: Sequence[Heard],
    tabled: Sequence[Amount],
    roles: Sequence[AmountRole | None],
    added: Mapping[int, AmountRole],
    amends: bool,
    year: int | None,
) -> list[AmountRole | None]:
    """The roles, each sum seen beside the others. `added`: the roles of those that add up."""
    roles = _without_payments(heard, roles, added)
    roles = _without_cover(heard, roles, added)
    roles = _without_capital_beside_a_grant(heard, roles, added)
    if not amends:
        roles = _without_earlier_years(heard, roles, added, year)
    roles = _without_parts_of_parts(heard, tabled, roles, added)
    roles = _without_sums_of_last_rows(heard, tabled, roles)
    roles = _divided_again(heard, tabled, roles)
    roles = _dividing_parts(heard, tabled, roles)
    return _with_lone_parts(heard, roles)


def _without_payments(
    heard: Sequence[Heard], roles: Sequence[AmountRole | None], added: Mapping[int, AmountRole]
) -> list[AmountRole | None]:
    """How money is paid out is told beside what it is for: payments may add up to the total, but are no parts
    of it."""
    totals = {one.amount.value for one, role in zip(heard, roles, strict=True) if role == "total"}
    return [
        role
        if not one.is_payment or added.get(index) == "total"
        else "total"
        if one.amount.value in totals
        else "other"
        for index, (one, role) in enumerate(zip(heard, roles, strict=True))
    ]


def _without_cover(
    heard: Sequence[Heard], roles: Sequence[AmountRole | None], added: Mapping[int, AmountRole]
) -> list[AmountRole | None]:
    """How much of a loss is made up for is no second total beside one that its parts add up to."""
    proven = {heard[index].amount.value for index, role in added.items() if role == "total"}

    def covers(one: Heard) -> bool:
        return bool(DEFICIT.search(one.context.clause)) and one.amount.value not in proven

    return [
        "other" if proven and role == "total" and covers(one) else role
        for one, role in zip(heard, roles, strict=True)
    ]


def _without_capital_beside_a_grant(
    heard: Sequence[Heard], roles: Sequence[AmountRole | None], added: Mapping[int, AmountRole]
) -> list[AmountRole | None]:
    """The capital of a company of which nobody takes a share is told of the company: beside what it is
    granted it is no second total."""
    capital = [
        bool(CAPITAL.search(one.context.own)) and added.get(index) != "total"
        for index, one in enumerate(heard)
    ]
    founded = any(TAKES_SHARES.search(one.context.clause) for one in heard)
    granted = any(
        role == "total" and not own and OF_A_GRANT.search(one.context.clause)
        for one, role, own in zip(heard, roles, capital, strict=True)
    )
    return [
        "other" if role == "total" and own and granted and not founded else role
        for role, own in zip(roles, capital, strict=True)
    ]


def _without_earlier_years(
    heard: Sequence[Heard],
    roles: Sequence[AmountRole | None],
    added: Mapping[int, AmountRole],
    year: int | None,
) -> list[AmountRole | None]:
    """What is said of a year before that of the agreement, or was, is said to compare, beside a total that is
    not, unless it is part of a sum."""
    years = [years_told(one.context.own_before) or years_told(one.context.own) for one in heard]
    earlier = [
        (year is not None and bool(told) and max(told) < year) or WAS.search(one.context.own) is not None
        for one, told in zip(heard, years, strict=True)
    ]
    if not any(role == "total" and not before for role, before in zip(roles, earlier, strict=True)):
        return list(roles)
    return ["other" if earlier[index] and index not in added else role for index, role in enumerate(roles)]


def _without_parts_of_parts(
    heard: Sequence[Heard],
    tabled: Sequence[Amount],
    roles: Sequence[AmountRole | None],
    added: Mapping[int, AmountRole],
) -> list[AmountRole | None]:
    """Where a table has divided all there is, "darin 300 Euro für …" tells of one of its parts: counted with
    them it would count twice, unless it is one of them that is told again."""
    divided = table_sums(tabled) & values_in_role(tabled, "total")
    parts = values_in_role(tabled, "component")
    return [
        "other"
        if divided
        and role == "component"
        and index not in added
        and one.amount.value not in parts
        and DIVIDED_FROM.search(one.context.own)
        else role
        for index, (one, role) in enumerate(zip(heard, roles, strict=True))
    ]


def _without_sums_of_last_rows(
    heard: Sequence[Heard], tabled: Sequence[Amount], roles: Sequence[AmountRole | None]
) -> list[AmountRole | None]:
    """What stands below a table, and adds up but its last rows, is a subtotal of a larger total."""
    largest = max(
        (one.amount.value for one, role in zip(heard, roles, strict=True) if role == "total"),
        default=Decimal(0),
    )
    sums = set(_sums_of_last_rows(tabled))
    return [
        "subtotal"
        if role == "total"
        and one.context.below_table
        and one.amount.value < largest
        and one.amount.value in sums
        else role
        for one, role in zip(heard, roles, strict=True)
    ]


def _sums_of_last_rows(tabled: Sequence[Amount]) -> Iterator[Decimal]:
    """For each table what its last rows add up to: two of them, three, and so on, but not all."""
    for _, rows in rows_of_tables(tabled):
        for count in range(2, len(rows)):
            yield sum((row.value for row in rows[-count:]), Decimal(0))


def _divided_again(
    heard: Sequence[Heard], tabled: Sequence[Amount], roles: Sequence[AmountRole | None]
) -> list[AmountRole | None]:
    """A part that a table divides again, in rows or in a column, is a subtotal in the text, too."""
    added_up = values_in_role(tabled, "subtotal")
    columns = column_sums(tabled)
    return [
        "subtotal"
        if (role == "component" and one.amount.value in added_up | columns)
        or (role == "total" and one.amount.value in columns and _is_share(heard, roles, index))
        else role
        for index, (one, role) in enumerate(zip(heard, roles, strict=True))
    ]


def _is_share(heard: Sequence[Heard], roles: Sequence[AmountRole | None], index: int) -> bool:
    """Is it, with the others of its paragraph, what a total there adds up?"""
    beside = [other for other, one in enumerate(heard) if one.block == heard[index].block]
    added = sum(heard[other].amount.value for other in beside)
    return any(
        roles[other] in ("total", None) and 2 * heard[other].amount.value == added
        for other in beside
        if other != index
    )


def _dividing_parts(
    heard: Sequence[Heard], tabled: Sequence[Amount], roles: Sequence[AmountRole | None]
) -> list[AmountRole | None]:
    """Two sums that add up to a part of a table divide it again if one sentence tells what they are out
    of."""
    parts = {index for pair in dividing_pairs(heard, tabled) if divides(heard, *pair) for index in pair}
    return [
        "component" if index in parts and role in (None, "other", "total") else role
        for index, role in enumerate(roles)
    ]


def dividing_pairs(heard: Sequence[Heard], tabled: Sequence[Amount]) -> Iterator[tuple[int, int]]:
    """Two sums, one after the other in a paragraph, that add up to a part of a table, unless they are its
    instalments."""
    divided = values_in_role(tabled, "component")
    for index, (one, following) in enumerate(pairwise(heard)):
        granted = not any(both.is_other or both.is_payment for both in (one, following))
        beside = one.block == following.block and granted
        if beside and one.amount.value + following.amount.value in divided:
            yield index, index + 1


def divides(heard: Sequence[Heard], first: int, second: int) -> bool:
    one, following = heard[first].context, heard[second].context
    said = one.own_before
    same = CLAUSE_END.search(one.after[: one.after.find(following.own_before)]) is None
    return same and DIVIDED_OUT_OF.search(said) is not None and not STRONG_TOTAL_CUE.search(said)


def _with_lone_parts(heard: Sequence[Heard], roles: Sequence[AmountRole | None]) -> list[AmountRole | None]:
    """Where some parts head lists that add up to them, one that heads a list of but one item, with the same
    sum, is a subtotal like them."""

    def heads(index: int) -> bool:
        following = heard[index + 1] if index + 1 < len(heard) else None
        return (
            following is not None
            and heard[index].context.item is None
            and following.context.item is not None
            and following.amount.value == heard[index].amount.value
            and roles[index + 1] == "component"
        )

    listed = "subtotal" in roles
    return [
        "subtotal" if listed and role in (None, "component") and heads(index) else role
        for index, role in enumerate(roles)
    ]
