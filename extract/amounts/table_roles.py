"""The part each figure of a table plays: by its row and its column, and by what adds up to what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product, takewhile

from extract.amounts.old_and_new import newness_of_name
from extract.amounts.other_money import (
    DEDUCTED,
    DIFFERENCE,
    GRANTED,
    INSTALMENT,
    OF_OTHERS,
    OF_RECIPIENT,
    RATE,
    ROW_OF_OTHERS,
    columns_of_earlier_years,
    columns_of_others,
    foreign_rows,
    is_given_by_the_land,
    names_costs,
    names_the_rest,
)
from models.agreement import AmountRole

TOTAL_LABEL = re.compile(
    r"\b(?:gesamt\w*|insgesamt|(?:end|schluss|haupt)?summe|summa|endbetrag|total|zusammen|Σ)\b|\b\w*gesamt(?:summe|betrag)?\b",
    re.IGNORECASE,
)
SUBTOTAL_LABEL = re.compile(
    r"zwischensumme|teilsumme|summe\s+(?:de[rs]\s+)?(?:maßnahme|programm|\d{1,2}(?![\d.,]|\s?%))"
    # "Paket 2 zusammen": one of several, all of it.
    r"|[^\W\d_]\s\d{1,2}\s+(?:zusammen|(?:ins)?gesamt)\b",
    re.IGNORECASE,
)
# The row above one that begins so is what is divided.
DIVIDED = re.compile(r"\W*(?:davon|hiervon|darunter|darin)\b", re.IGNORECASE)
# What the only figure of a table is called when it is all the money there is.
LONE_TOTAL = re.compile(r"summe|gesamt|budget|zuwendung|förder|betrag|zusage|mittel", re.IGNORECASE)

# What a last row is called that is more than any other, be it added up right or not.
ALL_THERE_IS = re.compile(r"\W*(?:Budget|Höchstbetrag|Fördersumme)(?:\s+(?:19|20)\d\d)?\W*")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a table: its value, what its row and its column are called, and whether its column adds
    others up."""

    value: Decimal
    label: str
    header: str
    in_total_column: bool
    converted: bool = False
    """Is it what stands beside it, in another currency?"""

    @property
    def is_sum(self) -> bool:
        return TOTAL_LABEL.search(self.label) is not None and not self.is_subtotal

    @property
    def is_subtotal(self) -> bool:
        return SUBTOTAL_LABEL.search(self.label) is not None


def table_roles(
    figures: Sequence[Figure], columns: int, amends: bool, year: int | None = None, together: bool = False
) -> list[AmountRole]:
    """The roles of a table's figures, `year` being that of the agreement. The total stands in the last row or
    in the first, in the column of sums if there is one; where no word says so, it is what the others add up
    to. In a change there are old figures and new ones. Where several parties give `together`, what a county
    gives is no less granted than what the Land gives."""
    if amends and figures and (changed := _changed(figures)):
        return changed
    if len(figures) == 1 and LONE_TOTAL.search(f"{figures[0].label} {figures[0].header}"):
        return ["total"]
    overall = [f for f in figures if f.in_total_column or columns == 1]
    if _ends_after_deduction(overall):
        return ["total" if figure is overall[-1] else "other" for figure in figures]
    if not amends and (apart := _apart(figures, year, together)):
        return _beside_others(figures, apart)
    total = _total_of(overall)
    within = _counted_within(overall, total)
    parts = [figure for figure in overall if figure is not total]
    heads = _heads_of(parts, total) | _unnamed_sums(parts) if columns == 1 else set()
    # The sums of columns that hold no figure above them are what the total is made of, and so is all that
    # adds up to it, whatever it is called: "Projekt 1 gesamt".
    one_row = columns > 1 and len({figure.label for figure in figures}) == 1
    flat = columns == 1 and total is not None and sum(part.value for part in parts) == total.value
    return [
        "total"
        if figure is total or (total and id(figure) in heads and figure.value == total.value)
        else "other"
        if id(figure) in within
        else "subtotal"
        if figure.in_total_column
        or (not flat and (figure.is_subtotal or (figure.is_sum and not one_row)))
        or id(figure) in heads
        else "component"
        for figure in figures
    ]


def _counted_within(figures: Sequence[Figure], total: Figure | None) -> set[int]:
    """The figures (by identity) that are told of another one, "davon …": without them it adds up."""
    parts = [figure for figure in figures if figure is not total and not figure.is_subtotal]
    within = [figure for figure in parts if DIVIDED.match(figure.label)]
    left = sum(figure.value for figure in parts) - sum(figure.value for figure in within)
    return {id(figure) for figure in within} if total and left == total.value else set()


def _heads_of(parts: Sequence[Figure], total: Figure | None) -> set[int]:
    """The figures that add up those below them; where nothing adds up to the total, what they say among
    themselves."""
    adds_up = total is not None and sum(part.value for part in parts) == total.value
    return _heads(parts, total) or (set() if adds_up else _heads(parts, None))


def _heads(figures: Sequence[Figure], total: Figure | None) -> set[int]:
    """The figures (by identity) that each add up those below them. With what stands below none of them they
    add up to the total; where there is none, every figure is a head or stands below one."""

    def from_(start: int, left: Decimal) -> list[Figure] | None:
        if start == len(figures):
            return [] if not total or not left else None
        added = Decimal(0)
        for end in range(start + 1, len(figures)):
            added += figures[end].value
            if added == figures[start].value:
                rest = from_(end + 1, left - added)
                if rest is not None:
                    return [figures[start], *rest]
        return from_(start + 1, left - figures[start].value) if total else None

    heads = from_(0, total.value if total else Decimal(0)) or []
    return {id(head) for head in heads} if len(figures) > 2 * len(heads) else set()


def _unnamed_sums(figures: Sequence[Figure]) -> set[int]:
    """The figures (by identity) without a label that each add up the last ones above them, as under a
    line."""
    sums: set[int] = set()
    start = 0
    for number, figure in enumerate(figures):
        if figure.label:
            continue
        above = [one.value for one in figures[start:number]]
        if any(sum(above[first:]) == figure.value for first in range(len(above) - 1)):
            sums.add(id(figure))
        start = number + 1
    return sums


# a change


def _changed(figures: Sequence[Figure]) -> list[AmountRole] | None:
    """Old and new figures, by the headings of their columns; what lies between them is neither. Or by the
    labels of their rows, if all of them tell, but for what lies between them. None where the names do not
    tell."""
    headers, labels = [figure.header for figure in figures], [figure.label for figure in figures]
    for names, all_tell in ((headers, False), (labels, True)):
        newness = [newness_of_name(name) for name in names]
        telling = (new or DIFFERENCE.search(name) for name, new in zip(names, newness, strict=True))
        if min(newness) < 0 < max(newness) and (all(telling) or not all_tell):
            return [
                "other" if DIFFERENCE.search(name) or not new else "replacement" if new > 0 else "replaced"
                for name, new in zip(names, newness, strict=True)
            ]
    return None


# money that is not granted


def _apart(figures: Sequence[Figure], year: int | None, together: bool) -> set[int]:
    """The numbers of the figures that are money of others, of another time, or a rate; and of the sums that
    count such money too."""
    headers = {figure.header for figure in figures}
    foreign = columns_of_others(headers, together)
    others = any(OF_OTHERS.search(header) or OF_RECIPIENT.search(header) for header in foreign)
    if not _adds_up_across(figures):
        foreign |= columns_of_earlier_years(headers, year)
    labels = {figure.label for figure in figures}
    strangers = foreign_rows(labels, together)
    if not together and (lands := _rows_that_cover(figures)):
        strangers = labels - lands
    apart = {
        number
        for number, figure in enumerate(figures)
        if figure.converted
        or figure.header in foreign
        or (others and figure.in_total_column)
        or figure.label in strangers
        or RATE.search(figure.label)
    }
    for number, figure in enumerate(figures):
        column = [other for other in figures if other.header == figure.header and not other.is_sum]
        counted = [other.value for other in column if other.label in strangers]
        granted = {sum(other.value for other in column) - sum(counted), *(other.value for other in column)}
        if figure.is_sum and counted and figure.value - sum(counted) in granted:
            apart.add(number)
    rest = [figure for number, figure in enumerate(figures) if number not in apart]
    # Where all else divides it, it is what the projects cost, and nothing that is granted.
    divides = [DIVIDED.match(figures[number].label) is not None for number in apart]
    if divides and all(divides) and all(names_costs(figure.label) for figure in rest):
        return {*range(len(figures))}
    return apart


def _rows_that_cover(figures: Sequence[Figure]) -> set[str]:
    """The label of the row that tells what the Land gives, in a plan of what all costs and who pays it, with
    those of the rows that divide it: with rows beside it, whoever these name, it adds up to the costs, or to
    what pays them. Empty in any other table."""
    lands = {figure.label for figure in figures if is_given_by_the_land(figure.label)}
    costs = {figure.value for figure in figures if names_costs(figure.label)}
    if len(lands) != 1 or not costs or not any(names_the_rest(figure.label) for figure in figures):
        return set()
    parts: set[str] = set()
    for header in {figure.header for figure in figures}:
        rows = [figure for figure in figures if figure.header == header]
        column = [figure for figure in rows if not DIVIDED.match(figure.label)]
        at = next((number for number, figure in enumerate(column) if figure.label in lands), None)
        if at is None:
            continue
        if not (_covers(column, at, costs) or _covers_beside_costs(column, at, costs)):
            return set()
        above = next((column[n:at] for n in range(at - 1) if _add_up_to(column[n:at], column[at])), [])
        divides = all(GRANTED.search(one.label) or INSTALMENT.search(one.label) for one in above)
        parts |= {figure.label for figure in above if divides}
        below = rows[rows.index(column[at]) + 1 :]
        parts |= {figure.label for figure in takewhile(lambda row: DIVIDED.match(row.label), below)}
    return lands | parts


def _covers(column: Sequence[Figure], at: int, costs: set[Decimal]) -> bool:
    """Do rows one below the other, with number `at` among them, add up to what all costs?"""
    return any(
        last - first > 1 and sum(figure.value for figure in column[first:last]) in costs
        for first, last in product(range(at + 1), range(at + 1, len(column) + 1))
    )


def _covers_beside_costs(column: Sequence[Figure], at: int, costs: set[Decimal]) -> bool:
    """Does what all costs stand between what comes in and what is lacking, as in a budget: "Erträge,
    Aufwendungen, Zuschussbedarf"?"""
    paying = [figure for figure in column if not names_costs(figure.label)]
    return column[at] in paying and _covers(paying, paying.index(column[at]), costs)


def _add_up_to(parts: Sequence[Figure], whole: Figure) -> bool:
    return sum(part.value for part in parts) == whole.value


def _adds_up_across(figures: Sequence[Figure]) -> bool:
    """Does a column of sums count all the others?"""
    return any(
        figure.in_total_column
        and figure.value
        == sum(other.value for other in figures if other.label == figure.label and not other.in_total_column)
        for figure in figures
    )


def _beside_others(figures: Sequence[Figure], apart: set[int]) -> list[AmountRole]:
    own = [figure for number, figure in enumerate(figures) if number not in apart]
    if len(own) == 1 and is_given_by_the_land(own[0].label):
        return ["other" if number in apart else "total" for number in range(len(figures))]
    columns = len({figure.header for figure in own})
    alone = [replace(figure, in_total_column=False) if columns == 1 else figure for figure in own]
    roles = iter(table_roles(alone, columns, amends=False))
    return ["other" if number in apart else next(roles) for number in range(len(figures))]


# sums


def _ends_after_deduction(figures: Sequence[Figure]) -> bool:
    """Is the last figure what is left of those above it, or of one of them, when some, by their labels, are
    taken away?"""
    above = figures[:-1]
    taken = [f for f in above[1:] if DEDUCTED.search(f.label) or ROW_OF_OTHERS.match(f.label)]
    if not taken or any(figure.value <= 0 for figure in taken):
        return False
    away = sum(figure.value for figure in taken)
    others = [figure.value for figure in above if figure not in taken]
    deducted = any(DEDUCTED.search(figure.label) for figure in taken)
    wholes = {sum(others)} if deducted else {value for value in others if value > figures[-1].value}
    return figures[-1].value + away in wholes


def _total_of(figures: Sequence[Figure]) -> Figure | None:
    if not figures:
        return None
    divided = [DIVIDED.match(figure.label) is not None for figure in figures[:2]]
    if divided == [False, True] and not figures[0].is_subtotal:
        return figures[0]
    ends = (figures[-1], figures[0])
    if (called := next((figure for figure in ends if figure.is_sum), None)) is not None:
        return called
    if len(figures) == 1 and figures[0].in_total_column:
        return figures[0]
    parts = [figure.value for figure in figures if not figure.is_subtotal]
    if len(parts) < 3:
        return None
    if ALL_THERE_IS.fullmatch(figures[-1].label) and figures[-1].value > max(parts[:-1]):
        return figures[-1]
    *above, last = figures
    if LONE_TOTAL.search(last.label) and last.value > max(parts[:-1]) and _heads(above, None):
        return last  # whatever the groups above it add up to
    return next(
        (
            end
            for end in ends
            if not end.is_subtotal
            and (sum(parts) == 2 * end.value or _heads([f for f in figures if f is not end], end))
        ),
        None,
    )
