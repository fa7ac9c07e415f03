"""SUM: amounts against each other. Exact; only what is meant to add up is added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from checks.likely_cause import because, cause_in_sum, is_rounding, likely_cause
from checks.naming import same_name
from checks.rule import Context, Contradiction, agreement_rule, spots
from checks.subjects import decisive
from models.agreement import Agreement, Amount
from models.german import format_amount

ROUNDING = "Rundung"
SMALL = "Rechenfehler"
Numbered = tuple[int, Amount]
"""An amount with its index in the record."""


@agreement_rule(
    "SUM001",
    "error",
    german="Die Posten einer Tabelle ergeben nicht ihre Summe.",
    english="The components of a table do not add up to its total.",
    why="Entweder ist die Summe falsch oder ein Posten. Ausgezahlt wird nach dem einen, abgerechnet nach "
    "dem anderen.",
    example="178.980,00 € + 203.900,00 € + 134.500,00 € = 517.380,00 €, gedruckt ist 518.380,00 €.",
)
def table_adds_up(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for amounts in _by_table(record).values():
        for total in _with_role(amounts, "total"):
            readings = _readings_of_table(total, amounts, record)
            yield from _wrong_sum(total, readings, context)


@agreement_rule(
    "SUM002",
    "error",
    german="Die Posten ergeben nicht den Gesamtbetrag.",
    english="The components do not add up to the total of the agreement.",
    why="Was auf Maßnahmen, Projekte oder Jahre verteilt ist, muss dem zugesagten Betrag gleichen.",
    example="Zugesagt sind 957.650 Euro, aufgeteilt in 730.500 Euro und 217.150 Euro.",
)
def components_add_up(record: Agreement, context: Context) -> Iterator[Contradiction]:
    totals = [one for one in _with_role(_numbered(record), "total") if one[1].table is None]
    groups = _component_groups(record)
    if not decisive(record) and (unnamed := _unnamed_total(record)):
        yield from _wrong_sum(*unnamed, context)
    for parts in groups:
        candidates = _totals_for(parts, totals)
        if not candidates:
            continue
        together = [part for group in groups for part in group]
        readings = [parts, together, *_with_others(parts, record)]
        if any(total.value == _sum(reading) for reading in readings for _, total in candidates):
            continue
        nearest = min(candidates, key=lambda one: abs(one[1].value - _sum(parts)))
        if _complete(parts, record) or _sum(parts) > nearest[1].value:
            yield from _wrong_sum(nearest, readings, context)


@agreement_rule(
    "SUM003",
    "error",
    german="Ein Betrag in Ziffern und in Worten stimmt nicht überein.",
    english="An amount in figures differs from the same amount in words.",
    why="Im Zweifel gilt das Wort; ein Widerspruch macht den Betrag angreifbar.",
    example="1.617.830 Euro (in Worten: eine Million sechshundertsiebzehntausend Euro).",
)
def figures_match_words(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, amount in _numbered(record):
        words = amount.in_words
        if words is None or words.value == amount.value:
            continue
        path = (f"amounts[{index}]", f"amounts[{index}].in_words")
        if words.value is None:
            yield Contradiction(
                "Der Betrag in Worten ist nicht als Zahl lesbar und kann nicht verglichen werden.",
                expected=_money(amount),
                found=words.text,
                fields=path,
                spots=spots(amount, words),
                severity="warning",
            )
            continue
        cause = likely_cause(words.value, amount.value)
        yield Contradiction(
            "Der Betrag in Ziffern weicht vom Betrag in Worten ab" + because(cause) + ".",
            expected=format_amount(words.value, amount.currency),
            found=_money(amount),
            difference=format_amount(amount.value - words.value, amount.currency),
            money=amount.value - words.value,
            fields=path,
            spots=spots(amount, words),
        )


@agreement_rule(
    "SUM004",
    "error",
    german="Derselbe Gesamtbetrag ist an mehreren Stellen verschieden angegeben.",
    english="The same total is stated differently in several places.",
    why="Welcher Betrag gilt, lässt sich dem Dokument nicht entnehmen.",
    example="§ 4 nennt 1.617.830 Euro, die Tabelle in der Anlage 1.617.380 Euro.",
)
def totals_agree(record: Agreement, context: Context) -> Iterator[Contradiction]:
    kind = context.reference.kind(record.kind_key)
    if kind is not None and kind.amends:
        return  # the old amount and the new one
    small = small_totals(record, context)
    totals = [one for one in _with_role(_numbered(record), "total") if one not in small]
    for position, second in enumerate(totals):
        earlier = [first for first in totals[:position] if _same_subject(first[1], second[1], record)]
        if not earlier or any(first[1].value == second[1].value for first in earlier):
            continue
        first = earlier[0]
        cause = likely_cause(first[1].value, second[1].value)
        yield Contradiction(
            "Der Gesamtbetrag ist verschieden angegeben" + because(cause) + ".",
            expected=_money(first[1]),
            found=_money(second[1]),
            difference=format_amount(second[1].value - first[1].value, second[1].currency),
            money=second[1].value - first[1].value,
            fields=_paths([first, second]),
            spots=spots(first[1], second[1]),
        )


@agreement_rule(
    "SUM005",
    "error",
    german="Die Zeilen einer Zwischensumme ergeben sie nicht.",
    english="The rows of a subtotal do not add up to it.",
    why="Eine falsche Zwischensumme verdeckt, wo die Gesamtsumme falsch wird.",
    example="100.000 € + 50.000 €, Zwischensumme 160.000 €.",
)
def subtotals_add_up(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for amounts in _by_table(record).values():
        for subtotal in _with_role(amounts, "subtotal"):
            yield from _wrong_sum(subtotal, _readings_of_subtotal(subtotal, amounts), context)


@agreement_rule(
    "SUM006",
    "error",
    german="Die Beträge der einzelnen Programme ergeben nicht den Gesamtbetrag.",
    english="The totals of the programmes do not add up to the grand total.",
    why="Ältere Vereinbarungen vergeben mehrere Budgets; ihre Summe ist der zugesagte Betrag.",
    example="Ausbildungsbudget 336.700 € und Arbeitsmarktbudget 221.200 €, insgesamt 575.900 €.",
)
def programmes_add_up(record: Agreement, context: Context) -> Iterator[Contradiction]:
    totals = _with_role(_numbered(record), "total")
    by_programme = {amount.programme_key: (index, amount) for index, amount in totals if amount.programme_key}
    if len(by_programme) < 2:
        return
    parts = list(by_programme.values())
    for index, amount in totals:
        known = {part.value for _, part in parts} | {_sum(parts)}
        if amount.programme_key is None and amount.table is None and amount.value not in known:
            yield from _wrong_sum((index, amount), [parts], context)


@agreement_rule(
    "SUM007",
    "error",
    german="Ein Projekt hat in der Projektliste einen anderen Betrag als in der Tabelle.",
    english="A project has one amount in the list of projects and another in the table.",
    why="Es ist offen, welcher Betrag bewilligt werden soll.",
    example="Die Liste nennt 178.980 €, die Tabelle 187.980 €.",
)
def projects_agree(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for measure_index, measure in enumerate(record.measures):
        for project_index, project in enumerate(measure.projects):
            if project.amount is None:
                continue
            stated = [
                numbered
                for numbered in _numbered(record)
                if numbered[1].project
                and same_name(numbered[1].project, project.name.value)
                and numbered[1].measure in (None, measure.number)
                and numbered[1].role == "component"
            ]
            if not stated or any(amount.value == project.amount.value for _, amount in stated):
                continue
            if _sum(stated) == project.amount.value:
                continue  # the table splits the project by year
            other = stated[0][1]
            yield Contradiction(
                "Das Projekt hat zwei verschiedene Beträge"
                + because(likely_cause(project.amount.value, other.value))
                + ".",
                expected=format_amount(project.amount.value, other.currency),
                found=_money(other),
                difference=format_amount(other.value - project.amount.value, other.currency),
                money=other.value - project.amount.value,
                fields=(
                    f"measures[{measure_index}].projects[{project_index}].amount",
                    f"amounts[{stated[0][0]}]",
                ),
                spots=spots(project.amount, other),
            )


@agreement_rule(
    "SUM008",
    "warning",
    german="Ein Gesamtbetrag ist null oder negativ.",
    english="A total is zero or negative.",
    why="Eine Vereinbarung sagt Geld zu; ein solcher Betrag ist verlesen oder verschrieben.",
    example="insgesamt 0,00 €",
)
def totals_are_positive(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for numbered in _numbered(record):
        amount = numbered[1]
        if amount.role in ("total", "replacement") and amount.value <= 0:
            yield Contradiction(
                "Der Gesamtbetrag ist nicht größer als null.",
                found=_money(amount),
                fields=_paths([numbered]),
                spots=spots(amount),
            )


@agreement_rule(
    "SUM009",
    "warning",
    german="Ein Prozentsatz passt nicht zu seinem Betrag.",
    english="A printed percentage does not fit its amount and the total.",
    why="Entweder ist der Anteil falsch berechnet oder der Betrag; beide stehen in der Vereinbarung.",
    example="Insgesamt 1.000.000 Euro, davon 25 % (350.000 Euro) für Teilzeit.",
)
def shares_fit_their_amounts(record: Agreement, context: Context) -> Iterator[Contradiction]:
    tolerance = context.settings.checks.share_tolerance
    for index, amount in _numbered(record):
        if amount.share is None:
            continue
        wholes = [
            one
            for number, one in _numbered(record)
            if number != index
            and one.currency == amount.currency
            and one.role != "component"
            and one.value > 0
        ]
        expected = [(whole, whole.value * amount.share.value / 100) for whole in wholes]
        if not expected or any(
            abs(amount.value / whole.value * 100 - amount.share.value) <= tolerance for whole, _ in expected
        ):
            continue
        whole, part = min(expected, key=lambda one: abs(one[1] - amount.value))
        yield Contradiction(
            "Der Betrag ist ein anderer Teil des Gesamtbetrags, als der Prozentsatz sagt.",
            expected=f"{format_amount(part, amount.currency)} ({amount.share.text} von {_money(whole)})",
            found=_money(amount),
            difference=format_amount(amount.value - part, amount.currency),
            money=amount.value - part,
            fields=(f"amounts[{index}].share", f"amounts[{index}]"),
            spots=spots(amount.share, amount, whole),
        )


RULES = (
    table_adds_up,
    components_add_up,
    figures_match_words,
    totals_agree,
    subtotals_add_up,
    programmes_add_up,
    projects_agree,
    totals_are_positive,
    shares_fit_their_amounts,
)


def _numbered(record: Agreement) -> list[Numbered]:
    return list(enumerate(record.amounts))


def _with_role(amounts: Iterable[Numbered], role: str) -> list[Numbered]:
    return [numbered for numbered in amounts if numbered[1].role == role]


def _by_table(record: Agreement) -> dict[int, list[Numbered]]:
    tables: dict[int, list[Numbered]] = defaultdict(list)
    for numbered in _numbered(record):
        if numbered[1].table is not None:
            tables[numbered[1].table].append(numbered)
    return {
        table: sorted(amounts, key=lambda one: (one[1].row or 0, one[0])) for table, amounts in tables.items()
    }


def _readings_of_table(
    total: Numbered, amounts: Sequence[Numbered], record: Agreement
) -> list[list[Numbered]]:
    """The sets of rows that a table's total may be the sum of, the likeliest first.

    A column per year has a total per year; a row per year has one total for all. A table with
    subtotals may be read through them or through its rows. A row's own total ends the row.
    """
    amount = total[1]
    same = [one for one in amounts if one[1].currency == amount.currency and one[0] != total[0]]
    parts = _with_role(same, "component")
    if amount.programme_key and any(part.programme_key == amount.programme_key for _, part in parts):
        parts = [part for part in parts if part[1].programme_key in (None, amount.programme_key)]
    in_row = [part for part in parts if part[1].row == amount.row and amount.row is not None]
    in_column = [part for part in parts if part[1].year == amount.year and amount.year is not None]
    row_totals = [one for one in _with_role(same, "total") if one[1].row != amount.row]
    years = {one.year for _, one in _with_role(amounts, "total")}
    readings = [in_row, in_column, parts] if len(years) > 1 else [in_row, parts, in_column]
    readings += [_with_role(same, "subtotal"), row_totals if len(row_totals) > 1 else []]
    # A table that goes on on the next page is two.
    tables = [one for one in _with_role(_numbered(record), "component") if one[1].table is not None]
    return [reading for reading in (*readings, *_with_others(parts, record), tables) if reading and parts]


def _unnamed_total(record: Agreement) -> tuple[Numbered, list[list[Numbered]]] | None:
    """Where no amount was understood as total: a component that all others add up to, but for a slip."""
    parts = _with_role(_numbered(record), "component")
    if len(parts) < 3:
        return None
    largest = max(parts, key=lambda one: one[1].value)
    rest = [part for part in parts if part is not largest]
    return (largest, [rest]) if likely_cause(_sum(rest), largest[1].value) else None


def _with_others(parts: Sequence[Numbered], record: Agreement) -> list[list[Numbered]]:
    """The same rows with those of their table whose role was not understood."""
    tables = {part.table for _, part in parts if part.table is not None}
    others = [
        one
        for one in _with_role(_numbered(record), "other")
        if one[1].table in tables or (one[1].table is None and one[1].measure is not None)
    ]
    together = sorted([*parts, *others], key=lambda one: (one[1].table or 0, one[1].row or 0, one[0]))
    return [together] if others else []


def small_totals(record: Agreement, context: Context) -> list[Numbered]:
    """Totals that are a small part of another that they are held against, and no slip of it: of something
    else."""
    totals = _with_role(_numbered(record), "total")
    return [
        one
        for one in totals
        if any(
            _same_subject(one[1], other[1], record)
            and one[1].value < other[1].value * Decimal(str(1 - context.settings.checks.jump))
            and likely_cause(other[1].value, one[1].value) is None
            for other in totals
        )
    ]


def inner_sums(record: Agreement) -> list[Numbered]:
    """Rows that sum up others of their table, where it adds up without them alone."""
    found = []
    for amounts in _by_table(record).values():
        parts = _with_role(amounts, "component")
        totals = _with_role(amounts, "total") or _with_role(_numbered(record), "total")
        for rows in (parts, *_with_others(parts, record)):
            rest = _without_inner_sums(rows)
            if any(_sum(rows) != total.value == _sum(rest) for _, total in totals):
                found += [part for part in parts if part not in rest]
    return list(dict.fromkeys(found))


def _without_inner_sums(parts: Sequence[Numbered]) -> list[Numbered]:
    """The rows without those that sum up the rows below them, or above them."""
    kept: list[Numbered] = []
    position = 0
    while position < len(parts):
        if not _sums_up(parts[position], parts[position + 1 :]) and not _sums_up(parts[position], kept[::-1]):
            kept.append(parts[position])
        position += 1
    return kept


def _sums_up(numbered: Numbered, rows: Sequence[Numbered]) -> bool:
    """Is an amount the sum of the first of the rows, of two at least?"""
    left = numbered[1].value
    for count, (_, row) in enumerate(rows, 1):
        left -= row.value
        if left <= 0:
            return left == 0 and count > 1
    return False


def _component_groups(record: Agreement) -> list[list[Numbered]]:
    """Components that split one amount: those of a table without a total, and those of a text by currency."""
    groups: list[list[Numbered]] = []
    for amounts in _by_table(record).values():
        if not _with_role(amounts, "total"):
            groups.append(_with_role(amounts, "subtotal") or _with_role(amounts, "component"))
    in_text: dict[tuple[str, str | None], list[Numbered]] = defaultdict(list)
    for numbered in _with_role(_numbered(record), "component"):
        if numbered[1].table is None:
            in_text[numbered[1].currency, numbered[1].section].append(numbered)
    return [group for group in (*groups, *in_text.values()) if group]


def _totals_for(parts: Sequence[Numbered], totals: Sequence[Numbered]) -> list[Numbered]:
    """The totals that the parts may add up to: of their currency, and of their programme if they have one."""
    same = [one for one in totals if one[1].currency == parts[0][1].currency]
    programmes = {part.programme_key for _, part in parts if part.programme_key}
    if len(programmes) == 1:
        own = [one for one in same if one[1].programme_key in programmes]
        return own or same
    return same


def _complete(parts: Sequence[Numbered], record: Agreement) -> bool:
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
    all_numbers = [measure.number for measure in record.measures]
    return (
        _covers(programmes, [programme.key for programme in record.programme])
        or (_covers(measures, all_numbers) and not any(projects))
        or _covers(projects, all_projects)
        or _consecutive(years)
    )


def _covers(found: Sequence[object], expected: Sequence[object]) -> bool:
    return len(expected) > 1 and None not in found and sorted(map(str, found)) == sorted(map(str, expected))


def _consecutive(years: Sequence[int | None]) -> bool:
    known = [year for year in years if year is not None]
    return len(known) == len(years) and sorted(known) == list(range(min(known), min(known) + len(known)))


def _readings_of_subtotal(subtotal: Numbered, amounts: Sequence[Numbered]) -> list[list[Numbered]]:
    """The rows a subtotal may stand for: those above it, those below it, or those of its measure."""
    amount, row = subtotal[1], subtotal[1].row or 0
    parts = [
        part
        for part in _with_role(amounts, "component")
        if part[1].currency == amount.currency
        and (amount.year is None or part[1].year in (None, amount.year))
    ]
    others = [one[1].row or 0 for one in amounts if one[1].role == "subtotal" and one[1].row != amount.row]
    start = max((other for other in others if other < row), default=0)
    stop = min((other for other in others if other > row), default=10**9)
    above = [part for part in parts if start < (part[1].row or 0) < row]
    below = [part for part in parts if row < (part[1].row or 0) < stop]
    own = [part for part in parts if amount.measure is not None and part[1].measure == amount.measure]
    return [reading for reading in (above, own, below) if reading]


def _same_subject(first: Amount, second: Amount, record: Agreement) -> bool:
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


def _wrong_sum(
    total: Numbered, readings: Sequence[Sequence[Numbered]], context: Context
) -> Iterator[Contradiction]:
    """`readings`: what the amount may be the sum of, the likeliest first. If it is that of none, the finding
    tells of the one whose difference a slip explains, or of the first."""
    amount = total[1]
    once = [[part for part in parts if part[1].value != amount.value] for parts in readings]
    readings = [parts for parts in (*readings, *once, *map(_without_inner_sums, once)) if parts]
    if not readings or any(_sum(parts) == amount.value for parts in readings):
        return
    parts = next((parts for parts in readings if _cause(amount, parts, context)), readings[0])
    cause, computed = _cause(amount, parts, context), _sum(parts)
    difference = amount.value - computed
    yield Contradiction(
        f"Die {len(parts)} Posten ergeben nicht den angegebenen Betrag" + because(cause) + ".",
        expected=format_amount(computed, amount.currency),
        found=_money(amount),
        difference=format_amount(difference, amount.currency),
        money=difference,
        fields=_paths([total, *(part for part in parts if part[1].provenance.origin == "ocr")]),
        spots=spots(amount, *(part for _, part in parts)),
        severity="info" if cause in (None, ROUNDING) else None,
    )


def _cause(amount: Amount, parts: Sequence[Numbered], context: Context) -> str | None:
    """What explains the difference. Nothing does if it is as large as a part may be: then a row was not read,
    or is none of this sum."""
    difference = amount.value - _sum(parts)
    if is_rounding(difference, len(parts), context.settings.checks.rounding):
        return ROUNDING
    values = [part.value for _, part in parts]
    if len(values) < 2:
        return None  # "davon 100.000 Euro" is not all of it
    if cause := cause_in_sum(amount.value, values):
        return cause
    return SMALL if abs(difference) < min(values) / 2 else None


def _sum(parts: Iterable[Numbered]) -> Decimal:
    return sum((part.value for _, part in parts), Decimal(0))


def _money(amount: Amount) -> str:
    return format_amount(amount.value, amount.currency)


def _paths(amounts: Iterable[Numbered]) -> tuple[str, ...]:
    return tuple(f"amounts[{index}]" for index, _ in amounts)
