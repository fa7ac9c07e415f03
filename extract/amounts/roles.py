"""The part a sum plays: what the words around it say, what the document's arithmetic says, what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.amounts.additions import by_addition, by_tables, table_sums, whatever_it_is_called
from extract.amounts.changes import as_compared, by_change, by_difference
from extract.amounts.heard import Heard, values_in_role
from extract.amounts.role_corrections import corrected
from extract.amounts.role_doubts import with_doubts
from extract.amounts.role_groups import by_conversion, by_groups
from extract.amounts.role_words import COMPONENT_CUE, by_words, called_alike, costs_beside_grant, is_added
from models.agreement import Amount, AmountRole

# "1,6 Mio." is at most this share away from what it rounds.
ROUNDING = Decimal("0.05")


def with_roles(
    heard: Sequence[Heard], tabled: Sequence[Amount], amends: bool, year: int | None = None
) -> list[Amount]:
    """The amounts of the running text with their roles. `amends`: the document changes an earlier one; `year`
    is that of the agreement.

    Words come first. Where they are silent or loose, the document's own arithmetic decides: what others add
    up to is a total. Of what is still unsaid, the largest is the total if there is none; whatever part it is
    given, it is doubted, unless it stands alone.
    """
    roles, known, fixed = _told(heard, tabled, amends)
    added = _added(heard, tabled, roles, known, fixed)
    roles = [
        role if role == "subtotal" and added.get(index) == "total" else added.get(index, role)
        for index, role in enumerate(roles)
    ]
    roles = corrected(heard, tabled, roles, added, amends, year)
    heard = _with_proven_totals(heard, known)
    settled = _without_rounded_totals(heard, tabled, _by_what_is_left(heard, tabled, roles))
    amounts = with_doubts(heard, tabled, roles, settled, added, amends)
    return [amount.model_copy(update={"role": role}) for amount, role in zip(amounts, settled, strict=True)]


def _told(
    heard: Sequence[Heard], tabled: Sequence[Amount], amends: bool
) -> tuple[list[AmountRole | None], dict[int, AmountRole], set[int]]:
    """The roles that words give; of which sums (by index) several are told of together, or a change; and
    which are no sums of others, whatever they add up to."""
    years = {amount.year for amount in (*tabled, *(one.amount for one in heard))} - {None}
    roles = called_alike(heard, [by_words(one, listed=len(years) > 1) for one in heard])
    costs = costs_beside_grant(heard, roles)
    roles = ["other" if index in costs else role for index, role in enumerate(roles)]
    summed_up = table_sums(tabled)
    known = by_groups(heard, roles, summed_up)
    wholes = {index for index, role in known.items() if role == "total"}
    differences = by_difference(heard, tabled) if amends else {}
    known |= by_change(heard, amends, differences) | differences | by_conversion(heard)
    known |= as_compared(heard, tabled) if amends else {}
    roles = [known.get(index, role) for index, role in enumerate(roles)]
    fixed = {index for index, role in known.items() if role != "component" and index not in wholes} | {
        index
        for index, one in enumerate(heard)
        if one.is_other and one.amount.value not in summed_up and not is_added(one.context)
    }
    return roles, known, costs | fixed


def _added(
    heard: Sequence[Heard],
    tabled: Sequence[Amount],
    roles: Sequence[AmountRole | None],
    known: Collection[int],
    fixed: set[int],
) -> dict[int, AmountRole]:
    """What adds up, in the text, whatever it is called there, or in tables."""
    added = by_addition(heard, tabled, fixed)
    added = added or whatever_it_is_called(heard, tabled, set(known), roles)
    return by_tables(heard, tabled, fixed) | added


def _by_what_is_left(
    heard: Sequence[Heard], tabled: Sequence[Amount], roles: Sequence[AmountRole | None]
) -> list[AmountRole]:
    """Amounts of several programmes in one paragraph, or in lines below each other, are components. If no
    amount is called the total, the largest of those left is it, unless it is rounded, or less than a part or
    the total that a table names."""
    tops = values_in_role(tabled, "total")
    settled = [
        "total" if role is None and one.amount.value in tops else role
        for one, role in zip(heard, roles, strict=True)
    ]
    unsaid = [index for index, role in enumerate(settled) if role is None]
    for index in unsaid:
        beside = _beside(heard, unsaid, index)
        programmes = {heard[other].amount.programme_key for other in beside} - {None}
        largest = max(beside, key=lambda other: heard[other].amount.value) if len(beside) > 2 else None
        summed_up = largest is not None or len(heard) > len(beside)
        if heard[index].amount.programme_key and len(programmes) > 1 and summed_up and index != largest:
            settled[index] = "component"
    settled = _without_lone_components(heard, settled)
    left = [i for i, role in enumerate(settled) if role is None and not heard[i].rounded]
    totals = {
        heard[i].amount.value
        for i, role in enumerate(settled)
        if role in ("total", "replacement") and not heard[i].rounded
    }
    if left and not totals:
        part = max((one.value for one in tabled if one.role in ("component", "total")), default=Decimal(0))
        totals = {value for value in [max(heard[i].amount.value for i in left)] if value >= part}
    return [
        role or ("total" if i in left and heard[i].amount.value in totals else "other")
        for i, role in enumerate(settled)
    ]


def _beside(heard: Sequence[Heard], unsaid: Sequence[int], index: int) -> list[int]:
    """Of the amounts whose role is `unsaid` those beside number `index`: in one paragraph, or each in a line,
    one below the other."""
    runs: list[list[int]] = []
    for other in unsaid:
        if runs and heard[other].block - heard[runs[-1][-1]].block <= 1:
            runs[-1].append(other)
        else:
            runs.append([other])
    return next(run for run in runs if index in run)


def _without_lone_components(
    heard: Sequence[Heard], roles: Sequence[AmountRole | None]
) -> list[AmountRole | None]:
    """An amount in a list is a part only if there are others beside it, or it is that of a measure: a list
    may also name nothing but the total among other things."""
    parts: Counter[str | None] = Counter(
        one.amount.section for one, role in zip(heard, roles, strict=True) if role == "component"
    )
    return [
        None
        if role == "component"
        and one.context.item is not None
        and not one.part
        and parts[one.amount.section] == 1
        and not COMPONENT_CUE.search(one.context.clause)
        else role
        for one, role in zip(heard, roles, strict=True)
    ]


def _with_proven_totals(heard: Sequence[Heard], known: Mapping[int, AmountRole]) -> list[Heard]:
    """The sums; one told in millions to whose last cent others add up, "2,4 Millionen Euro. Davon tragen …",
    is as exact as they are."""
    return [
        replace(one, rounded=False) if known.get(index) == "total" else one for index, one in enumerate(heard)
    ]


def _without_rounded_totals(
    heard: Sequence[Heard], tabled: Sequence[Amount], roles: Sequence[AmountRole]
) -> list[AmountRole]:
    """ "rund 2 Mio. Euro" is not the total beside an exact one, of the text or of a table, that it does not
    round."""
    exact = [*values_in_role(tabled, "total")] + [
        one.amount.value
        for one, role in zip(heard, roles, strict=True)
        if role in ("total", "replacement") and not one.rounded
    ]
    return [
        "other"
        if one.rounded
        and role == "total"
        and exact
        and all(abs(one.amount.value - value) > ROUNDING * value for value in exact)
        else role
        for one, role in zip(heard, roles, strict=True)
    ]
