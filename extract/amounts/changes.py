"""What changes: old sums and new ones, and by how much a sum differs from the one it takes the place of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from extract.amounts.heard import Heard
from extract.amounts.old_and_new import AMENDS, LEADS, NOW, RESTATED, UNCHANGED, newness
from extract.amounts.other_money import BY, CHANGED_BY
from models.agreement import Amount, AmountRole

# "die Erhöhung der Zuwendung von", "die Erhöhung auf": the old or the new sum follows, and no difference.
CHANGE_OF = re.compile(
    r"\b\w*(?:Erhöhung|Aufstockung|Kürzung|Anhebung|Absenkung|Reduzierung)\s+"
    r"(?:(?:de[rs]|eine[rs]|ihre[rs])\s+(?:\w+\s+){1,4}?(?:von(?:\s+bisher)?|auf)|auf)\s*$",
    re.IGNORECASE,
)
CHANGED_TO = re.compile(r"\s*auf\s+(?:\w+\s+)?\d")


def by_difference(heard: Sequence[Heard], tabled: Sequence[Amount]) -> dict[int, AmountRole]:
    """By how much a sum changes, "die zusätzlichen 75.000 Euro", if that parts two larger ones; not the sum
    that changes, "die Erhöhung der Zuwendung von 100.000 Euro auf …"."""
    values = {one.amount.value for one in heard} | {amount.value for amount in tabled}
    return {
        index: "other"
        for index, one in enumerate(heard)
        if CHANGED_BY.search(one.context.own_before)
        and not CHANGE_OF.search(one.context.own_before)
        and not CHANGED_TO.match(one.context.after)
        and any(one.amount.value + value in values for value in values if value > one.amount.value)
    }


def by_change(heard: Sequence[Heard], amends: bool, differences: Collection[int]) -> dict[int, AmountRole]:
    """Old and new amounts by index: of those a paragraph names, or a section of a document that changes
    another, the words tell which is which. `differences` are none of them."""
    roles: dict[int, AmountRole] = {}

    def place(index: int) -> float | str | None:
        return heard[index].amount.section if amends else heard[index].block

    for _, group in groupby(range(len(heard)), key=place):
        candidates = [index for index in group if not heard[index].is_other and index not in differences]
        if amends and len(candidates) == 1 and NOW.search(heard[candidates[0]].context.own):
            roles[candidates[0]] = "replacement"
            continue
        contexts = [heard[index].context for index in candidates]
        scores = {
            index: newness(heard[index].context.before, heard[index].context.after) for index in candidates
        }
        # Of new words for a paragraph only those that name an old sum tell what changes.
        restated = amends and any(RESTATED.search(context.lead) for context in contexts)
        spoken = restated and min(scores.values()) <= -LEADS
        spoken = spoken or any(AMENDS.search(context.clause) for context in contexts)
        if not spoken and not (amends and len(candidates) == 2):
            continue
        if len(candidates) == 2 and len(set(scores.values())) == 2:
            old, new = sorted(candidates, key=lambda index: scores[index])
            roles |= {old: "replaced", new: "replacement"}
        else:
            roles |= {i: "replacement" if s > 0 else "replaced" for i, s in scores.items() if abs(s) >= LEADS}
            roles |= _two_by_two(heard, scores)
    return roles | (_other_of_two(heard, roles) | _in_new_words(heard) | _of_others(heard) if amends else {})


def without_differences(amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts of a change; by how much a sum changes is neither the old one nor the new, whatever it is
    called: "die freiwerdenden Mittel in Höhe von 45.500 Euro"."""
    old, new = ({one.value for one in amounts if one.role == role} for role in ("replaced", "replacement"))
    pairs = ((before, after) for before in old for after in new)
    changes = {abs(before - after) for before, after in pairs if abs(before - after) < min(before, after)}
    return [
        amount.model_copy(update={"role": "other"})
        if amount.table is None and amount.role == "replacement" and amount.value in changes
        else amount
        for amount in amounts
    ]


def as_compared(heard: Sequence[Heard], tabled: Sequence[Amount]) -> dict[int, AmountRole]:
    """Sums that a table of old and new ones names, too."""
    new, old = ({one.value for one in tabled if one.role == role} for role in ("replacement", "replaced"))
    return {
        index: "replacement" if one.amount.value in new else "replaced"
        for index, one in enumerate(heard)
        if (one.amount.value in new) != (one.amount.value in old)
    }


def _of_others(heard: Sequence[Heard]) -> dict[int, AmountRole]:
    """A price, or money of others, that takes the place of another: "98,50 € je Tonne wird durch 112,40 € je
    Tonne ersetzt", "ein Eigenanteil von künftig 500 Euro statt 400 Euro"."""
    roles: dict[int, AmountRole] = {}
    for _, group in groupby(range(len(heard)), key=lambda index: heard[index].block):
        pair = list(group)
        contexts = [heard[index].context for index in pair]
        prices = len(pair) == 2 and any(context.is_of_another for context in contexts)
        by_so_much = any(BY.search(context.before) for context in contexts)
        if not prices or by_so_much or any(heard[index].rounded for index in pair):
            continue
        scores = [newness(context.before, context.after) for context in contexts]
        if min(scores) < 0 < max(scores) and AMENDS.search(contexts[0].clause):
            roles |= {i: "replacement" if s > 0 else "replaced" for i, s in zip(pair, scores, strict=True)}
    return roles


def _two_by_two(heard: Sequence[Heard], scores: Mapping[int, int]) -> dict[int, AmountRole]:
    """Where each of several paragraphs names one old and one new amount, these are told by each other. Those
    that add up to another sum of the section, none of which is called the old one, are its parts."""
    roles: dict[int, AmountRole] = {}
    for _, group in groupby(scores, key=lambda index: heard[index].block):
        pair = sorted(group, key=lambda index: scores[index])
        changes = any(AMENDS.search(heard[index].context.clause) for index in pair)
        values = {heard[index].amount.value for index in scores if index not in pair}
        divides = len(pair) > 1 and sum(heard[index].amount.value for index in pair) in values
        if divides and scores[pair[0]] > -LEADS:
            roles |= dict.fromkeys(pair, "component")
        elif changes and len(pair) == 2 and scores[pair[0]] < scores[pair[1]]:
            roles |= {pair[0]: "replaced", pair[1]: "replacement"}
    return roles


def _in_new_words(heard: Sequence[Heard]) -> dict[int, AmountRole]:
    """What a paragraph said before it was given new words, "der 500 Euro vorsieht, erhält folgende Fassung",
    and the one sum of these, whoever gives it."""
    roles: dict[int, AmountRole] = {}
    for before, after in _before_and_in_new_words(heard):
        if not UNCHANGED.search(heard[before].context.own):
            roles |= {before: "replaced", after: "replacement"}
    return roles


def beside_new_words(heard: Sequence[Heard]) -> set[int]:
    """What does not change, "bei unverändertem Gesamtbetrag von 500 Euro", and the one sum of new words
    behind it: what was before these is not told."""
    pairs = _before_and_in_new_words(heard)
    return {index for pair in pairs if UNCHANGED.search(heard[pair[0]].context.own) for index in pair}


def _before_and_in_new_words(heard: Sequence[Heard]) -> Iterator[tuple[int, int]]:
    """The two sums of each paragraph that gives new words between them to what it speaks of."""
    for _, group in groupby(range(len(heard)), key=lambda index: heard[index].block):
        indices = list(group)
        if len(indices) != 2 or any(heard[i].is_limit for i in indices):
            continue
        if RESTATED.search(heard[indices[1]].context.own_before):
            yield indices[0], indices[1]


def _other_of_two(heard: Sequence[Heard], roles: Mapping[int, AmountRole]) -> dict[int, AmountRole]:
    """A change that names two sums, and calls one of them the new one, has told which is the old one. Where a
    paragraph is given new words, and a sum is called the old one, the other is the new, whoever pays it."""
    left = [index for index, one in enumerate(heard) if index not in roles and not one.is_other]
    if list(roles.values()) == ["replacement"] and len(left) == 1:
        return {left[0]: "replaced"}
    old = [index for index, role in roles.items() if role == "replaced"]
    if len(roles) == len(old) == 1 and RESTATED.search(heard[old[0]].context.clause):
        beside = [n for n, one in enumerate(heard) if n not in old and one.block == heard[old[0]].block]
        return {beside[0]: "replacement"} if len(beside) == 1 else {}
    return {}
