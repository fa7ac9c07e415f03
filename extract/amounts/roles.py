"""The part a sum plays: what the words around it say, what the document's arithmetic says, what is left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, pairwise, product

from extract.amounts.additions import (
    by_addition,
    by_chance,
    by_tables,
    column_sums,
    table_sums,
    whatever_it_is_called,
)
from extract.amounts.changes import as_compared, beside_new_words, by_change, by_difference
from extract.amounts.heard import Context, Heard
from extract.amounts.money_units import is_converted
from extract.amounts.old_and_new import last
from extract.amounts.other_money import (
    ASKED,
    CAPITAL,
    CLAUSE_END,
    DEDUCTED,
    DEFICIT,
    GRANTED,
    OF_A_GRANT,
    TAKES_SHARES,
    THE_LAND,
    WAS,
    all_give,
    given_by_others,
    is_carried_over,
    years_told,
)
from extract.amounts.table_roles import LONE_TOTAL, SUBTOTAL_LABEL
from extract.amounts.word_witness import unlikely_roles
from extract.certainty.confidence import doubted, repaired
from extract.language.language import is_sentence
from models.agreement import Amount, AmountRole

TOTAL_CUE = re.compile(
    r"\b(?:insgesamt|Stammkapital|[Gg]esamt\w*|in Höhe von|zur Verfügung|stellt|bewilligt|Budget\w*"
    r"|Höchstbetrag|maximal|bis zu|fördert|gewährt|zugewiesen|zugeteilt|Mittel\w*|Haushaltsmittel"
    r"|(?:Finanz|Finanzierungs|Förder|Budget|Kosten)rahmen\w*)\b"
)
STRONG_TOTAL_CUE = re.compile(r"\b(?:insgesamt|Gesamt\w*|gesamten?|Höchstbetrag|Summe)\b", re.IGNORECASE)
COMPONENT_CUE = re.compile(
    r"\b(?:davon|hiervon|darunter|darin|daraus(?!\s+(?:er(?:geb|gib|rechn)|folg|result))"
    r"|entfallen|entfällt|aufgeteilt|verteilt|gliedert|unterteilt|aufgeschlüsselt"
    r"|(?:teilt|setzt|setzen|verteilen)\s+sich|im Einzelnen|je(?:weils)?|und zwar|nämlich|bestehend aus"
    r"|Teilbetr\w+)\b",
    re.IGNORECASE,
)
DIVIDED_FROM = re.compile(r"\b(?:davon|hiervon|darunter|darin)\b", re.IGNORECASE)
DIVIDED_OUT_OF = re.compile(r"\b(?:davon|daraus|hiervon|aus\s+de[mr])\b", re.IGNORECASE)
# "… A aus dem einen sowie B aus dem anderen Budget, mithin C"
RESULT_CUE = re.compile(
    r"\b(?:mithin|zusammen|somit|insgesamt also|macht|ergibt|in Summe)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
# An entry of a list by years: "2026 ........ 500 Euro", the dots often misread as letters.
YEAR_ENTRY = re.compile(
    r"(?:^|\n|Euro|EUR|€)\s*(?:(?:[Ii]m\s+)?(?:Haushalts)?[Jj]ahr\s+)?(?:19|20)\d{2}\b[.:]?\s*(?:[^\s\d]{0,40}\s*){0,2}$"
)
ALL_OF_A_YEAR = re.compile(r"\b(?:insgesamt|gesamt\w*|Höchstbetrag|Summe)\b", re.IGNORECASE)
# What something costs is the total only where nothing is granted.
COSTS = re.compile(r"\bGesamt(?:kosten|ausgaben|aufw\w+|volumen)\b")
# "Die Zuwendung beträgt für 2019 höchstens": however much all costs, it is the sum that is granted; not what
# others than the Land give, "der Zuschuss der Stadt", nor what one of several gets.
GRANT_IS = re.compile(
    r"\b(?:[Zz]uwendung|[Zz]uschuss|[Zz]uweisung|[Ff]inanzhilfe|(?:Landesf|F)örder(?:ung|betrag|summe))\b"
    rf"(?!\s+(?:des|der|eine[rs]|aus)\b(?!\s+{THE_LAND}))"
    r"(?:(?!\b(?:[Jj]e|[Pp]ro|für\s+jede[ns]?)\b)[^.;:]){0,80}?\b(?:beträgt|beläuft\s+sich\s+auf)\b[^.;:\d]{0,30}(?:(?:19|20)\d\d\s[^.;:\d]{0,30})?$"
)
ON_TOP = re.compile(
    r"\bkomm(?:t|en)\b[^.;]*\bhinzu\b|\b(?:[Hh]inzu\s+(?:komm|tret|tritt)\w*|[Dd]aneben|[Dd]arüber\s+hinaus|[Ee]rgänzend|[Zz]usätzlich)\b"
)
# A grant that is not all there is, or was.
LEAST_OR_EARLIER = re.compile(
    r"\b(?:\w*mindest\w*|wenigstens|(?:bis|vor)herig\w*|früher\w*|einzeln\w*)\b", re.IGNORECASE
)
# Between a sum and the same one in another currency: "(", "=", ", das sind umgerechnet".
TOLD_AGAIN = re.compile(
    r"\W*(?:(?:\w+\s+){0,3}(?:entspr\w+|sind|umgerechnet|gleich)\W+(?:\w+\s+)?)?(?:DM|EUR|Euro|€)?\W*",
    re.IGNORECASE,
)
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
    years = {amount.year for amount in (*tabled, *(one.amount for one in heard))} - {None}
    roles = _called_alike(heard, [_by_words(one, listed=len(years) > 1) for one in heard])
    costs = _costs_beside_grant(heard, roles)
    roles = ["other" if index in costs else role for index, role in enumerate(roles)]
    known = _by_deduction(heard) or _by_sharing(heard, roles) or _by_giving(heard) or _by_years(heard)
    left = {index for index, role in known.items() if role == "total"}
    differences = by_difference(heard, tabled) if amends else {}
    known |= by_change(heard, amends, differences) | differences | _by_conversion(heard)
    known |= as_compared(heard, tabled) if amends else {}
    for index, role in known.items():
        roles[index] = role
    summed_up = table_sums(tabled)
    fixed = (
        costs
        | {i for i, role in known.items() if role != "component" and i not in left}
        | {
            index
            for index, one in enumerate(heard)
            if one.is_other and one.amount.value not in summed_up and not _is_added(one.context)
        }
    )
    added = by_addition(heard, tabled, fixed)
    added = added or whatever_it_is_called(heard, tabled, set(known), roles)
    added = by_tables(heard, tabled, fixed) | added
    roles = [
        role if role == "subtotal" and added.get(index) == "total" else added.get(index, role)
        for index, role in enumerate(roles)
    ]
    roles = _without_payments(heard, roles, added)
    roles = _without_cover(heard, roles, added)
    roles = _without_capital_beside_a_grant(heard, roles, added)
    if not amends:
        roles = _without_earlier_years(heard, roles, added, year)
    roles = _without_parts_of_parts(heard, tabled, roles, added)
    roles = _without_sums_of_last_rows(heard, tabled, roles)
    roles = _divided_again(heard, tabled, roles)
    roles = _dividing_parts(heard, tabled, roles)
    roles = _with_lone_parts(heard, roles)
    settled = _without_rounded_totals(heard, _by_what_is_left(heard, tabled, roles))
    exact = any(role in ("total", "replacement") for role in settled)
    guessed = [said is None and not (one.rounded and exact) for one, said in zip(heard, roles, strict=True)]
    told = any(
        said in ("total", "replacement") and not one.rounded for one, said in zip(heard, roles, strict=True)
    )
    rivals = [not told and one.rounded and said == "total" for one, said in zip(heard, roles, strict=True)]
    disputed = any(rivals) and any(guessed)
    untold = beside_new_words(heard) if amends else _grants_beside_totals(heard, settled)
    untold |= _added_beside_totals(heard, settled) | by_chance(heard, added)
    untold |= {
        index for pair in _dividing_pairs(heard, tabled) if not _divides(heard, *pair) for index in pair
    }

    unlikely = unlikely_roles(heard, settled) - set(added)

    def with_doubt(index: int) -> Amount:
        """Payments are parts in time, or tell nothing new: agreements count them either way. Millions that
        words call the total may be it, whatever was taken for it. So may what names another time, what
        the Land grants for a loss, and what was asked for where nothing else is told. And the words may
        speak of something else."""
        amount, other = heard[index].amount, settled[index] == "other"
        context = heard[index].context
        covers = DEFICIT.search(context.own) and OF_A_GRANT.search(context.own)
        only_asked = not tabled and len(heard) == 1 and ASKED.search(context.own)
        either = context.is_of_either_time or (other and (heard[index].is_payment or covers or only_asked))
        if index in unlikely or (disputed and (rivals[index] or guessed[index])):
            return repaired(amount, exact=False)
        larger = any(one.amount.value > amount.value and not one.is_limit for one in heard)
        guess = guessed[index] and (other or larger or sum(guessed) > 1)
        return doubted(amount) if guess or either or index in untold else amount

    return [with_doubt(index).model_copy(update={"role": role}) for index, role in enumerate(settled)]


def _is_added(context: Context) -> bool:
    """Is it, whatever else it is called, added to what is granted: "kommen einmalig 500 Euro hinzu"?"""
    return is_carried_over(context.before) or ON_TOP.search(context.own) is not None


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
    divided = table_sums(tabled) & {amount.value for amount in tabled if amount.role == "total"}
    parts = {amount.value for amount in tabled if amount.role == "component"}
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


def _divided_again(
    heard: Sequence[Heard], tabled: Sequence[Amount], roles: Sequence[AmountRole | None]
) -> list[AmountRole | None]:
    """A part that a table divides again, in rows or in a column, is a subtotal in the text, too."""
    added_up = {amount.value for amount in tabled if amount.role == "subtotal"}
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


def _dividing_pairs(heard: Sequence[Heard], tabled: Sequence[Amount]) -> Iterator[tuple[int, int]]:
    """Two sums, one after the other in a paragraph, that add up to a part of a table, unless they are its
    instalments."""
    divided = {amount.value for amount in tabled if amount.role == "component"}
    for index, (one, following) in enumerate(pairwise(heard)):
        granted = not any(both.is_other or both.is_payment for both in (one, following))
        beside = one.block == following.block and granted
        if beside and one.amount.value + following.amount.value in divided:
            yield index, index + 1


def _dividing_parts(
    heard: Sequence[Heard], tabled: Sequence[Amount], roles: Sequence[AmountRole | None]
) -> list[AmountRole | None]:
    """Two sums that add up to a part of a table divide it again if one sentence tells what they are out
    of."""
    parts = {index for pair in _dividing_pairs(heard, tabled) if _divides(heard, *pair) for index in pair}
    return [
        "component" if index in parts and role in (None, "other", "total") else role
        for index, role in enumerate(roles)
    ]


def _divides(heard: Sequence[Heard], first: int, second: int) -> bool:
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


def _sums_of_last_rows(tabled: Sequence[Amount]) -> Iterator[Decimal]:
    """For each table what its last rows add up to: two of them, three, and so on, but not all."""
    for number in {amount.table for amount in tabled}:
        rows = [a.value for a in tabled if a.table == number and a.role == "component"]
        for count in range(2, len(rows)):
            yield sum(rows[-count:], Decimal(0))


def _without_rounded_totals(heard: Sequence[Heard], roles: Sequence[AmountRole]) -> list[AmountRole]:
    """ "rund 2 Mio. Euro" is not the total beside an exact one that it does not round."""
    exact = [
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


# words


def _is_year_entry(context: Context) -> bool:
    entry = YEAR_ENTRY.search(context.before)
    return entry is not None and not ALL_OF_A_YEAR.search(entry[0])


def _by_words(heard: Heard, listed: bool) -> AmountRole | None:
    """`listed`: are several years told of?"""
    context = heard.context
    given = given_by_others(context.own)
    if (RESULT_CUE.search(context.before) and not given) or context.below_table:
        return "total"
    if listed and _is_year_entry(context):
        return "component"
    near = context.before[-90:]
    if context.is_of_another:
        return "other"
    if heard.is_payment:
        return None
    if heard.part and not STRONG_TOTAL_CUE.search(near):
        return "component"
    if LONE_TOTAL.search(context.label) and not SUBTOTAL_LABEL.search(context.label):
        return "total"
    if context.lead.endswith(":") and COMPONENT_CUE.search(context.lead):
        return "component"
    if COMPONENT_CUE.match(context.after.lstrip(" ,;:–(")) or (
        last(COMPONENT_CUE, context.before) > last(STRONG_TOTAL_CUE, context.before)
    ):
        return "component"
    if context.item is not None and not is_sentence(context.item):
        if SUBTOTAL_LABEL.search(near):
            return "subtotal"
        return "total" if STRONG_TOTAL_CUE.search(near) else "component"
    if _is_the_grant(context):
        return "total"
    costs = COSTS.search(context.own_before)
    return (
        "total"
        if not costs and (TOTAL_CUE.search(context.before) or TOTAL_CUE.search(context.after))
        else None
    )


def _is_the_grant(context: Context) -> bool:
    said = GRANT_IS.search(context.before)
    return said is not None and not LEAST_OR_EARLIER.search(context.own_before)


def _costs_beside_grant(heard: Sequence[Heard], roles: Sequence[AmountRole | None]) -> set[int]:
    """What all costs (by index), where one other sum is said to be what is granted."""
    granted = {
        one.amount.value
        for one, role in zip(heard, roles, strict=True)
        if role == "total" and _is_the_grant(one.context)
    }
    if len(granted) != 1:
        return set()
    return {
        index
        for index, one in enumerate(heard)
        if COSTS.search(one.context.own_before) and one.amount.value not in granted
    }


def _grants_beside_totals(heard: Sequence[Heard], roles: Sequence[AmountRole]) -> set[int]:
    """What (by index) is only said to be a grant beside a larger total: this may count it, too."""
    totals = [one.amount.value for one, role in zip(heard, roles, strict=True) if role == "total"]
    return {
        index
        for index, one in enumerate(heard)
        if roles[index] == "total"
        and one.amount.value < max(totals)
        and _is_the_grant(one.context)
        and not TOTAL_CUE.search(one.context.own_before)
    }


def _added_beside_totals(heard: Sequence[Heard], roles: Sequence[AmountRole]) -> set[int]:
    """What (by index) comes on top of a larger total, from wherever: "Hinzu kommen Mittel der Agentur"."""
    totals = [one.amount.value for one, role in zip(heard, roles, strict=True) if role == "total"]
    return {
        index
        for index, one in enumerate(heard)
        if roles[index] == "total"
        and one.amount.value < max(totals)
        and ON_TOP.search(one.context.own_before)
    }


def _called_alike(heard: Sequence[Heard], roles: Sequence[AmountRole | None]) -> list[AmountRole | None]:
    """ "…, zusammen 300 Euro", said of one group after the other, sums up each of them and not all; "Mittel",
    beside one sum after the other, is none of them all there is."""
    results = {one.amount.value for one in heard if RESULT_CUE.search(one.context.before)}
    labelled = Counter(label for label, _ in {(one.context.label, one.amount.value) for one in heard})
    return [
        "subtotal"
        if len(results) > 1 and RESULT_CUE.search(one.context.before)
        else "component"
        if role == "total" and one.context.label and labelled[one.context.label] > 1
        else role
        for one, role in zip(heard, roles, strict=True)
    ]


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


def _by_conversion(heard: Sequence[Heard]) -> dict[int, AmountRole]:
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


# the rest


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


def _by_what_is_left(
    heard: Sequence[Heard], tabled: Sequence[Amount], roles: Sequence[AmountRole | None]
) -> list[AmountRole]:
    """Amounts of several programmes in one paragraph, or in lines below each other, are components. If no
    amount is called the total, the largest of those left is it, unless it is rounded, or less than a part or
    the total that a table names."""
    tops = {amount.value for amount in tabled if amount.role == "total"}
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
