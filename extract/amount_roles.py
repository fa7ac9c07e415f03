"""The part a sum plays: what the words around it say, what the document's arithmetic says, what is left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from extract.confidence import doubted
from extract.language import is_sentence
from models.agreement import Amount, AmountRole
from models.german import find_amounts

TOTAL_CUE = re.compile(
    r"\b(?:insgesamt|[Gg]esamt\w*|in Höhe von|zur Verfügung|stellt|bewilligt|Budget\w*|Höchstbetrag|maximal"
    r"|bis zu|fördert|gewährt|Mittel\w*|Haushaltsmittel)\b"
)
STRONG_TOTAL_CUE = re.compile(r"\b(?:insgesamt|Gesamt\w*|gesamten?|Höchstbetrag|Summe)\b", re.IGNORECASE)
COMPONENT_CUE = re.compile(
    r"\b(?:davon|hiervon|darunter|darin enthalten"
    r"|entfallen|entfällt|aufgeteilt|verteilt|je(?:weils)?|und zwar|nämlich|bestehend aus|Teilbetr\w+)\b",
    re.IGNORECASE,
)
# "… A aus dem einen sowie B aus dem anderen Budget, mithin C"
RESULT_CUE = re.compile(
    r"\b(?:mithin|zusammen|somit|insgesamt also|macht|ergibt|in Summe)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
# An entry of a list by years: "2026 ........ 500 Euro", the dots often misread as letters.
YEAR_ENTRY = re.compile(r"(?:^|\n|Euro|EUR|€)\s*(?:19|20)\d{2}\b[.:]?\s*(?:[^\s\d]{0,40}\s*){0,2}$")
# A price, a rate or a limit for single cases; money of others; money of another time; an example.
OTHER_CUE = re.compile(
    r"\b(?:\w*[Pp]auschale\w*|\w*(?<![Aa]n)(?<![Ee]in)s[aä]tz(?:e[ns]?|es)?(?=\s+(?:von|in|bis|beträgt|betragen|liegt|ist|sind|zu)\b)"
    r"|\w*[Hh]onorar\w*|\w*[Gg]ebühr\w*|\w*[Ee]ntgelt\w*|[Mm]iet\w*|\w*[Gg]eld(?:er)?\s+von"
    r"|(?:[Jj]e|[Pp]ro)\s+(?:(?!auf|und)[a-zäöüß]+e[rsnm]?\s+)?"
    r"(?!(?:\w*[Mm]aßnahme|\w*[Pp]rogramm|\w*[Bb]udget|\w*[Jj]ahr|\w*[Pp]artner|\w*[Kk]reis|Land|Stadt|Partei"
    r"|\w*[Pp]rojekt|Teil|Los|Titel)\w*\b)[A-ZÄÖÜ][a-zäöüß]\w+"
    r"|(?:im|jeden|pro|je) Einzelfall|[Ee]inmalig\w*|[Vv]ertragsstrafe\w*|[Hh]aftung\w*|[Mm]ahnung\w*"
    r"|\w*[Vv]ersicherung\w*"
    r"|\w*[Ss]tammkapital|[Ee]igen(?:mittel|anteil|leistung|beteiligung|beitrag)\w*|[Dd]rittmittel\w*|[Ss]pende\w*"
    r"|[Kk]ofinanzierung\w* von|[Bb]agatell\w*|\w*[Ss]chwelle\w*|[Ww]ert(?:grenze\w*|es von)"
    r"|unter(?:halb)? von|ab einem|[Ll]andesweit|[Vv]orjahr\w*|[Dd]urchschnitt\w*"
    r"|[Mm]ittelwert\w*|langjährig\w*|[Bb]eispiel\w*|z\.\s?B\."
    r"|(?:letzte|vergangene|vorige|frühere|zurückliegende)[nrs]?\s+(?:\w+\s+)?(?:Haushalts|Kalender|Förder)?[Jj]ahr\w*)",
)
OTHER_BEHIND = re.compile(
    r"\s*(?:ein(?:zu)?behalten|zurück(?:zu)?fordern|abgezogen"
    r"|je|pro|im Monat|monatlich|täglich|im Quartal|vierteljährlich)\b"
)

# In a sentence that changes an amount: what leads to the new and to the old one …
TO_NEW = re.compile(
    r"\b(?:auf|durch|tritt|treten|nun(?:mehr)?|neu\w*|künftig\w*|jetzt|fortan|ab sofort)\b", re.IGNORECASE
)
TO_OLD = re.compile(
    r"\b(?:statt|anstatt|anstelle|Stelle|bisher\w*|bislang|vormals|seither|ursprünglich\w*|zuvor|vorher\w*|alte[rns]?|damals|nicht\s+(?:mehr|länger))\b",
    re.IGNORECASE,
)
FROM_OLD = re.compile(r"\bvon\s*$")
# … and what is said behind one that no longer holds.
DROPPED = re.compile(
    r"gestrichen|überholt|entfällt|aufgehoben|gegenstandslos|hinfällig|ersetzt|gilt nicht", re.IGNORECASE
)
# "500 Euro (bislang)", "600 Euro (nunmehr)"
ASIDE = re.compile(r"\s*\([^()]*\)")
BY = re.compile(r"\bum\W*(?:insgesamt|weitere)?\W*$", re.IGNORECASE)
AMENDS = re.compile(
    r"ersetzt|ersetzen|geändert|erhöht|verringert|gekürzt|herabgesetzt|aufgestockt|angehoben|vermindert"
    r"|angepasst|entfällt|neu (?:an|fest)gesetzt|an die Stelle|gestrichen"
    r"|\b(?:anstelle|(?:an)?statt|tritt|treten)\b",
    re.IGNORECASE,
)
TOTAL_LABEL = re.compile(
    r"\b(?:gesamt\w*|insgesamt|(?:end|schluss|haupt)?summe|summa|endbetrag|total|zusammen|Σ)\b|\b\w*gesamt(?:summe|betrag)?\b",
    re.IGNORECASE,
)
SUBTOTAL_LABEL = re.compile(r"zwischensumme|teilsumme|summe\s+(?:maßnahme|programm|\d)", re.IGNORECASE)
# The row above one that begins so is what is divided.
DIVIDED = re.compile(r"\W*(?:davon|hiervon|darunter|darin)\b", re.IGNORECASE)
# What the only figure of a table is called when it is all the money there is.
LONE_TOTAL = re.compile(r"summe|gesamt|budget|zuwendung|förder|betrag|zusage|mittel", re.IGNORECASE)
# What heads a column of money that is not granted here: that of others, that of another time.
OF_OTHERS = re.compile(
    r"\bKommun\w*|[Ee]igen(?:anteil|mittel|leistung)\w*|\b(?:Dritt|Ko-?finanz|Komplement)\w*"
)
ANOTHERS_COLUMN = re.compile(rf"{OF_OTHERS.pattern}|\b(?:[Vv]orjahr\w*|Ist\b|nachrichtlich\b|Vergleich\w*)")
# "1,6 Mio." is at most this share away from what it rounds.
ROUNDING = Decimal("0.05")
# The weight of a word right before an amount, and of one behind it that speaks of it or of the next.
LEADS, TRAILS = 2, 1


@dataclass(frozen=True, slots=True)
class Context:
    """The words of an amount's clause before and behind it, the clause, and where it stands.

    `item`: the text of the list item it stands in. `below_table`: alone below a table, where a total stands.
    """

    before: str
    after: str
    clause: str
    item: str | None
    below_table: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """An amount of the running text, its role still open; `block` is the number of its block. `part`: it is
    printed beside a project, or a measure, as the money of it."""

    amount: Amount
    context: Context
    rounded: bool
    block: int
    part: bool = False


def with_roles(heard: Sequence[Heard], tabled: Sequence[Amount], amends: bool) -> list[Amount]:
    """The amounts of the running text with their roles. `amends`: the document changes an earlier one.

    Words come first. Where they are silent or loose, the document's own arithmetic decides: what others add
    up to is a total. Of what is still unsaid, the largest is the total if there is none; whatever part it is
    given, it is doubted, unless it stands alone.
    """
    roles: list[AmountRole | None] = [_by_words(one) for one in heard]
    changed = _by_change(heard, amends)
    for index, role in changed.items():
        roles[index] = role
    summed_up = _table_sums(tabled)
    fixed = set(changed) | {
        index for index, one in enumerate(heard) if _is_other(one) and one.amount.value not in summed_up
    }
    roles = _by_addition(heard, tabled, roles, fixed)
    settled = _without_rounded_totals(heard, _by_what_is_left(heard, roles))
    guessed = [said is None and not one.rounded for one, said in zip(heard, roles, strict=True)]
    return [
        (doubted(one.amount) if guess and (role == "other" or sum(guessed) > 1) else one.amount).model_copy(
            update={"role": role}
        )
        for one, role, guess in zip(heard, settled, guessed, strict=True)
    ]


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


def _by_words(heard: Heard) -> AmountRole | None:
    context = heard.context
    if RESULT_CUE.search(context.before) or context.below_table:
        return "total"
    if YEAR_ENTRY.search(context.before):
        return "component"
    near = context.before[-90:]
    if _speaks_of_another(context):
        return "other"
    if heard.part and not STRONG_TOTAL_CUE.search(near):
        return "component"
    if COMPONENT_CUE.match(context.after.lstrip(" ,;:–(")) or (
        _last(COMPONENT_CUE, context.before) > _last(STRONG_TOTAL_CUE, context.before)
    ):
        return "component"
    if context.item is not None and not is_sentence(context.item):
        return "total" if STRONG_TOTAL_CUE.search(near) else "component"
    if TOTAL_CUE.search(context.before) or TOTAL_CUE.search(context.after):
        return "total"
    return None


def _is_other(one: Heard) -> bool:
    return one.rounded or _speaks_of_another(one.context)


def _speaks_of_another(context: Context) -> bool:
    """Is it money that this agreement does not grant: a rate, a limit, money of others or of other years?"""
    return bool(
        OTHER_CUE.search(context.before[-90:])
        or OTHER_BEHIND.match(context.after)
        or BY.search(context.before)
    )


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


# a change


def _by_change(heard: Sequence[Heard], amends: bool) -> dict[int, AmountRole]:
    """Old and new amounts by index: of those a paragraph names, or a section of a document that changes
    another, the words tell which is which."""
    roles: dict[int, AmountRole] = {}

    def place(index: int) -> int | str | None:
        return heard[index].amount.section if amends else heard[index].block

    for _, group in groupby(range(len(heard)), key=place):
        candidates = [index for index in group if not _is_other(heard[index])]
        spoken = any(AMENDS.search(heard[index].context.clause) for index in candidates)
        if not spoken and not (amends and len(candidates) == 2):
            continue
        scores = {index: _newness(heard[index].context) for index in candidates}
        if len(candidates) == 2 and len(set(scores.values())) == 2:
            old, new = sorted(candidates, key=lambda index: scores[index])
            roles |= {old: "replaced", new: "replacement"}
        else:
            roles |= {i: "replacement" if s > 0 else "replaced" for i, s in scores.items() if abs(s) >= LEADS}
    return roles


def _newness(context: Context) -> int:
    """Is an amount of a change the new one (positive) or the old one (negative)?"""
    earlier, later = find_amounts(context.before), find_amounts(context.after)
    before = context.before[earlier[-1].end :] if earlier else context.before
    after = context.after[: later[0].start] if later else context.after
    new, old = _last(TO_NEW, before), _last(TO_OLD, before)
    score = 0 if new == old else LEADS if new > old else -LEADS
    if score == 0 and FROM_OLD.search(before):
        score -= TRAILS
    if later:
        score += (bool(TO_OLD.search(after)) - bool(TO_NEW.search(after))) * TRAILS
    if DROPPED.search(after):
        score -= TRAILS
    if aside := ASIDE.match(context.after):
        score += LEADS * (bool(TO_NEW.search(aside[0])) - bool(TO_OLD.search(aside[0])))
    return score


# tables


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a table: its value, what its row and its column are called, and whether its column adds
    others up."""

    value: Decimal
    label: str
    header: str
    in_total_column: bool

    @property
    def is_sum(self) -> bool:
        return TOTAL_LABEL.search(self.label) is not None and not self.is_subtotal

    @property
    def is_subtotal(self) -> bool:
        return SUBTOTAL_LABEL.search(self.label) is not None


def table_roles(figures: Sequence[Figure], columns: int, amends: bool) -> list[AmountRole]:
    """The roles of a table's figures. The total stands in the last row or in the first, in the column of sums
    if there is one; where no word says so, it is what the others add up to. Two figures of a change are the
    old one and the new one."""
    if amends and len(figures) == 2:
        names = [f"{figure.label} {figure.header}" for figure in figures]
        newness = [_last(TO_NEW, name) - _last(TO_OLD, name) for name in names]
        if newness[0] * newness[1] < 0:
            return ["replacement" if new > 0 else "replaced" for new in newness]
    if len(figures) == 1 and LONE_TOTAL.search(f"{figures[0].label} {figures[0].header}"):
        return ["total"]
    if not amends and (apart := [f for f in figures if ANOTHERS_COLUMN.search(f.header)]):
        return _beside_anothers(figures, apart)
    overall = [f for f in figures if f.in_total_column or columns == 1]
    total = _total_of(overall)
    return [
        "total"
        if figure is total
        else "subtotal"
        if figure.in_total_column or figure.is_sum or figure.is_subtotal
        else "component"
        for figure in figures
    ]


def _beside_anothers(figures: Sequence[Figure], apart: Sequence[Figure]) -> list[AmountRole]:
    """Money of others, or of another time, has columns of its own; what adds it up is not granted either."""
    others = any(OF_OTHERS.search(figure.header) for figure in apart)
    strange = {id(figure) for figure in apart}
    own = [f for f in figures if id(f) not in strange and not (others and f.in_total_column)]
    columns = len({figure.header for figure in own})
    alone = [replace(figure, in_total_column=False) if columns == 1 else figure for figure in own]
    roles = iter(table_roles(alone, columns, amends=False))
    kept = {id(figure) for figure in own}
    return [next(roles) if id(figure) in kept else "other" for figure in figures]


def parts_of_a_whole(tabled: Sequence[Amount], running: Sequence[Amount]) -> list[Amount]:
    """The amounts of tables; where the totals of several tables add up to an amount of the text, they are
    subtotals of it, and what stands alone in its table is a component."""
    tops = [amount for amount in tabled if amount.role == "total"]
    tables = Counter(amount.table for amount in tops)
    wholes = {amount.value for amount in running if amount.role in ("total", "replacement")}
    if len(tables) < 2 or max(tables.values()) > 1 or sum(amount.value for amount in tops) not in wholes:
        return list(tabled)
    sizes = Counter(amount.table for amount in tabled)
    return [
        amount.model_copy(update={"role": "subtotal" if sizes[amount.table] > 1 else "component"})
        if amount.role == "total"
        else amount
        for amount in tabled
    ]


def _total_of(figures: Sequence[Figure]) -> Figure | None:
    if not figures:
        return None
    if len(figures) > 1 and DIVIDED.match(figures[1].label) and not figures[0].is_subtotal:
        return figures[0]
    ends = (figures[-1], figures[0])
    if (called := next((figure for figure in ends if figure.is_sum), None)) is not None:
        return called
    if len(figures) == 1 and figures[0].in_total_column:
        return figures[0]
    parts = [figure.value for figure in figures if not figure.is_subtotal]
    return next((f for f in ends if len(parts) > 2 and sum(parts) == 2 * f.value and not f.is_subtotal), None)


# addition


def _by_addition(
    heard: Sequence[Heard],
    tabled: Sequence[Amount],
    roles: Sequence[AmountRole | None],
    fixed: set[int],
) -> list[AmountRole | None]:
    """An amount that equals the sum of a group is a total, or a subtotal if a larger one is; the group are
    its components. Sums of money seldom agree to the cent by chance; round ones may, so parts count once."""
    settled = list(roles)
    sums = _sums(heard, tabled, fixed)
    # A subtotal stands between a total and its parts.
    sums |= _sums(heard, tabled, fixed | set(sums))
    sums = {index: group for index, group in sums.items() if not _counts_twice(index, sums)}
    if not sums:
        return settled
    largest = max(heard[index].amount.value for index in sums)
    for index, members in sums.items():
        settled[index] = "total" if heard[index].amount.value == largest else "subtotal"
        for member in members:
            if member not in sums:
                settled[member] = "component"
    return settled


def _sums(heard: Sequence[Heard], tabled: Sequence[Amount], fixed: set[int]) -> dict[int, tuple[int, ...]]:
    """The amounts (by index) that others add up to, with those others; none of them is `fixed`."""
    sums: dict[int, tuple[int, ...]] = {}
    tables = _table_sums(tabled)
    for index, one in enumerate(heard):
        if index in fixed:
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
    """Amounts that may add up to number `index`: those beside it, and the list or the paragraph behind it."""
    block = heard[index].block
    free = [i for i in range(len(heard)) if i not in fixed and i != index]
    beside = tuple(i for i in free if heard[i].block == block)
    behind = tuple(i for i in free if heard[i].block > block)
    if len(beside) > 1:
        yield beside
    for count in range(2, len(behind) + 1):
        yield behind[:count]
    before = tuple(i for i in free if heard[i].block < block)
    for count in range(2, len(before) + 1):
        yield before[-count:]


def _table_sums(tabled: Sequence[Amount]) -> set[Decimal]:
    """What the components of each table add up to."""
    sums = set()
    for number in {amount.table for amount in tabled}:
        parts = [a.value for a in tabled if a.table == number and a.role == "component"]
        if len(parts) > 1:
            sums.add(sum(parts, Decimal(0)))
    return sums


# the rest


def _without_lone_components(
    heard: Sequence[Heard], roles: Sequence[AmountRole | None]
) -> list[AmountRole | None]:
    """An amount in a list is a part only if there are others beside it: a list may also name nothing but the
    total among other things."""
    parts: Counter[str | None] = Counter(
        one.amount.section for one, role in zip(heard, roles, strict=True) if role == "component"
    )
    return [
        None
        if role == "component"
        and one.context.item is not None
        and parts[one.amount.section] == 1
        and not COMPONENT_CUE.search(one.context.clause)
        else role
        for one, role in zip(heard, roles, strict=True)
    ]


def _by_what_is_left(heard: Sequence[Heard], roles: Sequence[AmountRole | None]) -> list[AmountRole]:
    """Amounts of several programmes in one paragraph are components. If no amount is called the total, the
    largest of those left is it, unless it is rounded."""
    settled = list(roles)
    unsaid = [index for index, role in enumerate(roles) if role is None]
    for index in unsaid:
        beside = [other for other in unsaid if heard[other].block == heard[index].block]
        programmes = {heard[other].amount.programme_key for other in beside} - {None}
        largest = max(beside, key=lambda other: heard[other].amount.value) if len(beside) > 2 else None
        summed_up = largest is not None or len(heard) > len(beside)
        if heard[index].amount.programme_key and len(programmes) > 1 and summed_up and index != largest:
            settled[index] = "component"
    settled = _without_lone_components(heard, settled)
    left = [i for i, role in enumerate(settled) if role is None and not heard[i].rounded]
    totals = {heard[i].amount.value for i, role in enumerate(settled) if role in ("total", "replacement")}
    if left and not totals:
        totals = {max(heard[i].amount.value for i in left)}
    return [
        role or ("total" if i in left and heard[i].amount.value in totals else "other")
        for i, role in enumerate(settled)
    ]
