"""Which sums may play another part than the one they were given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.amounts.additions import by_chance
from extract.amounts.changes import beside_new_words
from extract.amounts.heard import Heard
from extract.amounts.other_money import ASKED, DEFICIT, OF_A_GRANT
from extract.amounts.role_corrections import divides, dividing_pairs
from extract.amounts.role_words import ON_TOP, TOTAL_CUE, is_the_grant
from extract.amounts.word_witness import unlikely_roles
from extract.certainty.confidence import doubted, repaired
from models.agreement import Amount, AmountRole


def with_doubts(
    heard: Sequence[Heard],
    tabled: Sequence[Amount],
    told: Sequence[AmountRole | None],
    settled: Sequence[AmountRole],
    added: Mapping[int, AmountRole],
    amends: bool,
) -> list[Amount]:
    """The amounts, doubted where their role may be another. `told`: the role that words and arithmetic gave
    them; `settled`: with what was left."""
    exact = any(role in ("total", "replacement") for role in settled)
    guessed = {i for i, one in enumerate(heard) if told[i] is None and not (one.rounded and exact)}
    rivals = _rounded_totals(heard, told)
    unlikely = unlikely_roles(heard, settled) - set(added)
    if rivals and guessed:
        unlikely |= rivals | guessed
    open_ = _counted_either_way(heard, tabled, settled) | by_chance(heard, added)
    open_ |= beside_new_words(heard) if amends else _grants_beside_totals(heard, settled)
    open_ |= _added_beside_totals(heard, settled) | _undivided(heard, tabled)
    open_ |= {index for index in guessed if len(guessed) > 1 or _is_no_largest(heard, settled, index)}
    return [
        repaired(one.amount, exact=False)
        if index in unlikely
        else doubted(one.amount)
        if index in open_
        else one.amount
        for index, one in enumerate(heard)
    ]


def _rounded_totals(heard: Sequence[Heard], told: Sequence[AmountRole | None]) -> set[int]:
    """Millions (by index) that words call the total, where no exact sum is: they may be it, whatever was
    taken for it."""
    totals = {i for i, role in enumerate(told) if role in ("total", "replacement")}
    if any(not heard[index].rounded for index in totals):
        return set()
    return {index for index in totals if told[index] == "total"}


def _is_no_largest(heard: Sequence[Heard], roles: Sequence[AmountRole], index: int) -> bool:
    """Is a sum of which nothing is said not taken for the total, or is there a larger one?"""
    value = heard[index].amount.value
    return roles[index] == "other" or any(one.amount.value > value and not one.is_limit for one in heard)


def _counted_either_way(
    heard: Sequence[Heard], tabled: Sequence[Amount], roles: Sequence[AmountRole]
) -> set[int]:
    """Payments (by index), which are parts in time, or tell nothing new; what names another time; what the
    Land grants for a loss; and what was asked for where nothing else is told."""

    def is_open(index: int) -> bool:
        one, own = heard[index], heard[index].context.own
        covers = DEFICIT.search(own) and OF_A_GRANT.search(own)
        only_asked = not tabled and len(heard) == 1 and ASKED.search(own)
        other = roles[index] == "other" and (one.is_payment or covers or only_asked)
        return bool(other) or one.context.is_of_either_time

    return {index for index in range(len(heard)) if is_open(index)}


def _undivided(heard: Sequence[Heard], tabled: Sequence[Amount]) -> set[int]:
    """Two sums (by index) that add up to a part of a table, where nothing tells that they divide it."""
    pairs = (pair for pair in dividing_pairs(heard, tabled) if not divides(heard, *pair))
    return {index for pair in pairs for index in pair}


def _grants_beside_totals(heard: Sequence[Heard], roles: Sequence[AmountRole]) -> set[int]:
    """What (by index) is only said to be a grant beside a larger total: this may count it, too."""
    return {
        index
        for index in _smaller_totals(heard, roles)
        if is_the_grant(heard[index].context) and not TOTAL_CUE.search(heard[index].context.own_before)
    }


def _added_beside_totals(heard: Sequence[Heard], roles: Sequence[AmountRole]) -> set[int]:
    """What (by index) comes on top of a larger total, from wherever: "Hinzu kommen Mittel der Agentur"."""
    return {
        index for index in _smaller_totals(heard, roles) if ON_TOP.search(heard[index].context.own_before)
    }


def _smaller_totals(heard: Sequence[Heard], roles: Sequence[AmountRole]) -> set[int]:
    values = {i: one.amount.value for i, one in enumerate(heard) if roles[i] == "total"}
    return {index for index, value in values.items() if value < max(values.values())}
