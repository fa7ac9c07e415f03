"""SUM: amounts against each other. Exact; only what is meant to add up is added up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.adding_up import (
    Numbered,
    by_table,
    component_groups,
    is_complete,
    numbered,
    paths,
    readings_of_subtotal,
    readings_of_table,
    same_subject,
    small_totals,
    sum_of,
    totals_for,
    unnamed_total,
    with_others,
    with_role,
    without_inner_sums,
)
from checks.likely_cause import because, cause_in_sum, is_rounding, is_transposed, likely_cause, one_digit
from checks.naming import same_name
from checks.rule import Context, Contradiction, agreement_rule, spots
from checks.subjects import decisive, money
from models.agreement import Agreement, Amount
from models.german import format_amount

ROUNDING = "Rundung"
SMALL = "Rechenfehler"
# "eine Million", "eine Million zweihundert-": more may follow, which was not read.
OPEN_END = re.compile(r"(?:Million(?:en)?|[-–—])\W*$", re.IGNORECASE)


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
    for amounts in by_table(record).values():
        for total in with_role(amounts, "total"):
            readings = readings_of_table(total, amounts, record)
            yield from _wrong_sum(total, readings, record, context)


@agreement_rule(
    "SUM002",
    "error",
    german="Die Posten ergeben nicht den Gesamtbetrag.",
    english="The components do not add up to the total of the agreement.",
    why="Was auf Maßnahmen, Projekte oder Jahre verteilt ist, muss dem zugesagten Betrag gleichen.",
    example="Zugesagt sind 957.650 Euro, aufgeteilt in 730.500 Euro und 217.150 Euro.",
)
def components_add_up(record: Agreement, context: Context) -> Iterator[Contradiction]:
    small = small_totals(record, context)
    totals = [
        one for one in with_role(numbered(record), "total") if one[1].table is None and one not in small
    ]
    groups = component_groups(record)
    if not decisive(record) and (unnamed := unnamed_total(record)):
        yield from _wrong_sum(*unnamed, record, context)
    for parts in groups:
        candidates = totals_for(parts, totals)
        if not candidates:
            continue
        together = [part for group in groups for part in group]
        readings = [parts, together, *with_others(parts, record)]
        if any(total.value == sum_of(reading) for reading in readings for _, total in candidates):
            continue
        nearest = min(candidates, key=lambda one: abs(one[1].value - sum_of(parts)))
        # A part "davon" is not all, but parts that are the total but for two digits are.
        slipped = len(parts) > 1 and is_transposed(sum_of(parts), nearest[1].value)
        if slipped or is_complete(parts, record) or sum_of(parts) > nearest[1].value:
            yield from _wrong_sum(nearest, readings, record, context)


@agreement_rule(
    "SUM003",
    "error",
    german="Ein Betrag in Ziffern und in Worten stimmt nicht überein.",
    english="An amount in figures differs from the same amount in words.",
    why="Im Zweifel gilt das Wort; ein Widerspruch macht den Betrag angreifbar.",
    example="1.617.830 Euro (in Worten: eine Million sechshundertsiebzehntausend Euro).",
)
def figures_match_words(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, amount in numbered(record):
        words = amount.in_words
        if words is None or words.value == amount.value:
            continue
        path = (f"amounts[{index}]", f"amounts[{index}].in_words")
        if words.value is None:
            yield Contradiction(
                "Der Betrag in Worten ist nicht als Zahl lesbar und kann nicht verglichen werden.",
                expected=money(amount),
                found=words.text,
                fields=path,
                spots=spots(amount, words),
                severity="warning",
            )
            continue
        cause = likely_cause(words.value, amount.value)
        open_end = OPEN_END.search(words.text) is not None
        cut = amount.provenance.origin == "ocr" and open_end and _begins(words.value, amount.value)
        yield Contradiction(
            "Der Betrag in Ziffern weicht vom Betrag in Worten ab" + because(cause) + ".",
            expected=format_amount(words.value, amount.currency),
            found=money(amount),
            difference=format_amount(amount.value - words.value, amount.currency),
            money=amount.value - words.value,
            fields=path,
            spots=spots(amount, words),
            severity="info" if cut else None,
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
    totals = [one for one in with_role(numbered(record), "total") if one not in small]
    for position, second in enumerate(totals):
        earlier = [first for first in totals[:position] if same_subject(first[1], second[1], record)]
        if not earlier or any(first[1].value == second[1].value for first in earlier):
            continue
        first = earlier[0]
        cause = likely_cause(first[1].value, second[1].value)
        yield Contradiction(
            "Der Gesamtbetrag ist verschieden angegeben" + because(cause) + ".",
            expected=money(first[1]),
            found=money(second[1]),
            difference=format_amount(second[1].value - first[1].value, second[1].currency),
            money=second[1].value - first[1].value,
            fields=paths([first, second]),
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
    for amounts in by_table(record).values():
        for subtotal in with_role(amounts, "subtotal"):
            yield from _wrong_sum(subtotal, readings_of_subtotal(subtotal, amounts), record, context)


@agreement_rule(
    "SUM006",
    "error",
    german="Die Beträge der einzelnen Programme ergeben nicht den Gesamtbetrag.",
    english="The totals of the programmes do not add up to the grand total.",
    why="Ältere Vereinbarungen vergeben mehrere Budgets; ihre Summe ist der zugesagte Betrag.",
    example="Ausbildungsbudget 336.700 € und Arbeitsmarktbudget 221.200 €, insgesamt 575.900 €.",
)
def programmes_add_up(record: Agreement, context: Context) -> Iterator[Contradiction]:
    totals = with_role(numbered(record), "total")
    by_programme = {amount.programme_key: (index, amount) for index, amount in totals if amount.programme_key}
    if len(by_programme) < 2:
        return
    parts = list(by_programme.values())
    for index, amount in totals:
        known = {part.value for _, part in parts} | {sum_of(parts)}
        if amount.programme_key is None and amount.table is None and amount.value not in known:
            yield from _wrong_sum((index, amount), [parts], record, context)


@agreement_rule(
    "SUM007",
    "error",
    german="Ein Projekt hat in der Projektliste einen anderen Betrag als in der Tabelle.",
    english="A project has one amount in the list of projects and another in the table.",
    why="Es ist offen, welcher Betrag bewilligt werden soll.",
    example="Die Liste nennt 178.980 €, die Tabelle 187.980 €.",
)
def projects_agree(record: Agreement, context: Context) -> Iterator[Contradiction]:
    amounts = numbered(record)
    for measure_index, measure in enumerate(record.measures):
        for project_index, project in enumerate(measure.projects):
            if project.amount is None:
                continue
            stated = [
                one
                for one in amounts
                if one[1].project
                and same_name(one[1].project, project.name.value)
                and one[1].measure in (None, measure.number)
                and one[1].role == "component"
            ]
            if not stated or any(amount.value == project.amount.value for _, amount in stated):
                continue
            if sum_of(stated) == project.amount.value:
                continue  # the table splits the project by year
            other = stated[0][1]
            cause = likely_cause(project.amount.value, other.value)
            moved = any(amount.value == project.amount.value for _, amount in with_role(amounts, "component"))
            yield Contradiction(
                "Das Projekt hat zwei verschiedene Beträge" + because(cause) + ".",
                expected=format_amount(project.amount.value, other.currency),
                found=money(other),
                difference=format_amount(other.value - project.amount.value, other.currency),
                money=other.value - project.amount.value,
                fields=(
                    f"measures[{measure_index}].projects[{project_index}].amount",
                    f"amounts[{stated[0][0]}]",
                ),
                spots=spots(project.amount, other),
                # An amount that the table has, but beside another name, was read in the wrong row.
                severity="info" if moved and cause is None else None,
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
    for one in numbered(record):
        amount = one[1]
        if amount.role in ("total", "replacement") and amount.value <= 0:
            yield Contradiction(
                "Der Gesamtbetrag ist nicht größer als null.",
                found=money(amount),
                fields=paths([one]),
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
    for index, amount in numbered(record):
        if amount.share is None:
            continue
        wholes = [
            one
            for number, one in numbered(record)
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
            expected=f"{format_amount(part, amount.currency)} ({amount.share.text} von {money(whole)})",
            found=money(amount),
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


def _wrong_sum(
    total: Numbered, readings: Sequence[Sequence[Numbered]], record: Agreement, context: Context
) -> Iterator[Contradiction]:
    """`readings`: what the amount may be the sum of, the likeliest first. If it is that of none, the finding
    tells of the one whose difference a slip explains, or of the first."""
    amount = total[1]
    stated = {one.value for one in record.amounts if one is not amount and one.role != "component"}
    once = [[part for part in parts if part[1].value != amount.value] for parts in readings]
    readings = [parts for parts in (*readings, *once, *map(without_inner_sums, once)) if parts]
    if not readings or any(sum_of(parts) == amount.value for parts in readings):
        return
    parts = next((parts for parts in readings if _cause(amount, parts, context)), readings[0])
    cause, computed = _cause(amount, parts, context), sum_of(parts)
    # Where the parts are the sum of another amount, this one is none of theirs, unless it is a slip of it.
    elsewhere = computed in stated and likely_cause(computed, amount.value) is None
    difference = amount.value - computed
    yield Contradiction(
        f"Die {len(parts)} Posten ergeben nicht den angegebenen Betrag" + because(cause) + ".",
        expected=format_amount(computed, amount.currency),
        found=money(amount),
        difference=format_amount(difference, amount.currency),
        money=difference,
        fields=paths([total, *(part for part in parts if part[1].provenance.origin == "ocr")]),
        spots=spots(amount, *(part for _, part in parts)),
        severity="info" if elsewhere or cause in (None, ROUNDING) else None,
    )


def _cause(amount: Amount, parts: Sequence[Numbered], context: Context) -> str | None:
    """What explains the difference. Nothing does if it is as large as a part may be: then a row was not read,
    or is none of this sum."""
    difference = amount.value - sum_of(parts)
    if is_rounding(difference, len(parts), context.settings.checks.rounding):
        return ROUNDING
    values = [part.value for _, part in parts]
    if len(values) < 2:
        return None  # "davon 100.000 Euro" is not all of it
    if cause := cause_in_sum(amount.value, values):
        return cause
    # A digit that was written wrong and carried on; any other difference, where every digit was printed so.
    exact = one_digit(difference) or all(one.provenance.origin == "text_layer" for _, one in parts)
    return SMALL if exact and abs(difference) < min(values) / 2 else None


def _begins(start: Decimal, whole: Decimal) -> bool:
    """Are the digits of a smaller amount, but for noughts at their end, the first of a larger one?"""
    short, long = f"{start:.2f}", f"{whole:.2f}"
    return len(short) == len(long) and long.startswith(short.rstrip("0.")) and start < whole
