"""ARC: records against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from checks.likely_cause import likely_cause
from checks.rule import ArchiveContradiction, Context, Contradiction, archive_rule, spots
from models.agreement import Agreement, Amount
from models.german import format_amount, format_date

# Below this share of the bodies of a year an archive does not claim to be complete.
NEARLY_COMPLETE = 0.5
# A budget that changes by more than half from one year to the next; in the published figures the
# state's whole budget was cut by 40 % once (2011) and else moves by less than 10 %.
JUMP = Decimal("0.5")

Subject = tuple[str, int, tuple[str | None, ...]]
"""Recipient, budget year and programmes."""


@archive_rule(
    "ARC001",
    "error",
    german="Zwei Vereinbarungen für dieselbe Körperschaft und dasselbe Jahr nennen verschiedene Beträge.",
    english="Two agreements for one body, year and programme state different amounts.",
    why="Nur eine kann gelten, wenn keine die andere ändert.",
    example="Landkreis Kassel 2016: 879.800 € in einer Datei, 897.800 € in einer anderen.",
)
def one_amount_per_body_and_year(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    for agreements in _by_subject(records, context).values():
        first, *others = agreements
        for other in others:
            one, two = _total(first), _total(other)
            if one is None or two is None or one.value == two.value:
                continue
            cause = likely_cause(one.value, two.value)
            yield ArchiveContradiction(
                (first.document.path, other.document.path),
                Contradiction(
                    "Zwei Vereinbarungen derselben Parteien für dasselbe Jahr nennen verschiedene Beträge"
                    + (f"; wahrscheinliche Ursache: {cause}" if cause else "")
                    + ".",
                    expected=f"{_money(one)} ({first.document.path})",
                    found=f"{_money(two)} ({other.document.path})",
                    difference=format_amount(two.value - one.value, two.currency),
                    fields=("amounts",),
                    spots=spots(two),
                ),
            )


@archive_rule(
    "ARC002",
    "info",
    german="Dieselbe Vereinbarung liegt mehrmals im Archiv.",
    english="The same agreement is in the archive more than once.",
    why="Doppelte Dokumente verfälschen die Summen über das Archiv.",
    example="Ein Scan und das unterschriebene Original als PDF.",
)
def agreements_are_filed_once(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    for agreements in _by_subject(records, context).values():
        by_amount: dict[Decimal, list[Agreement]] = defaultdict(list)
        for agreement in agreements:
            if total := _total(agreement):
                by_amount[total.value].append(agreement)
        for same in by_amount.values():
            if len(same) > 1:
                paths = tuple(agreement.document.path for agreement in same)
                yield ArchiveContradiction(
                    paths,
                    Contradiction(
                        "Gleiche Parteien, gleiches Jahr, gleicher Betrag: vermutlich dieselbe Vereinbarung.",
                        found=", ".join(paths),
                        fields=("document",),
                        spots=spots(same[-1].title),
                    ),
                )


@archive_rule(
    "ARC003",
    "info",
    german="Für ein Jahr fehlen Vereinbarungen einzelner Körperschaften.",
    english="Bodies without an agreement in a year that is otherwise nearly complete.",
    why="Das Archiv ist unvollständig, oder eine Vereinbarung wurde falsch zugeordnet.",
    example="2024: Es fehlt der Odenwaldkreis.",
)
def no_body_is_missing(records: Sequence[Agreement], context: Context) -> Iterator[ArchiveContradiction]:
    present: dict[int, set[str]] = defaultdict(set)
    for record in records:
        if record.budget_year:
            present[record.budget_year.value] |= _recipients(record)
    for year, keys in sorted(present.items()):
        expected = context.reference.municipal_bodies(year)
        missing = [body.name for body in expected if body.key not in keys]
        if missing and len(missing) <= len(expected) * (1 - NEARLY_COMPLETE):
            yield ArchiveContradiction(
                (),
                Contradiction(
                    f"Für {year} fehlen Vereinbarungen.",
                    expected=f"{len(expected)} Körperschaften",
                    found=f"{len(expected) - len(missing)} Körperschaften",
                    difference=", ".join(missing),
                ),
            )


@archive_rule(
    "ARC004",
    "info",
    german="Zu einer Änderung fehlt die Vereinbarung, die sie ändert.",
    english="An amendment without its agreement in the archive.",
    why="Ohne die ursprüngliche Vereinbarung ist nicht prüfbar, was geändert wurde.",
    example="Nachtragsvereinbarung 2025, aber keine Zielvereinbarung 2025 derselben Parteien.",
)
def amendments_have_their_agreement(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    for amendment, earlier in _amendments(records, context):
        if earlier:
            continue
        days = [one.value for one in amendment.dates if one.role == "amended_agreement"]
        yield ArchiveContradiction(
            (amendment.document.path,),
            Contradiction(
                "Die geänderte Vereinbarung liegt nicht im Archiv.",
                expected=f"Vereinbarung vom {format_date(days[0])}" if days and days[0] else None,
                fields=("dates",),
                spots=spots(amendment.kind),
            ),
        )


@archive_rule(
    "ARC005",
    "error",
    german="Der ersetzte Betrag einer Änderung ist nicht der Betrag der geänderten Vereinbarung.",
    english="The amount that an amendment replaces is not the amount of the amended agreement.",
    why="Die Änderung geht von einem falschen Betrag aus; was nun gilt, ist strittig.",
    example="Die Änderung ersetzt 1.154.700 Euro, vereinbart waren 1.145.700 Euro.",
)
def amendments_replace_what_was_agreed(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    for amendment, earlier in _amendments(records, context):
        replaced = next((amount for amount in amendment.amounts if amount.role == "replaced"), None)
        if replaced is None:
            continue
        agreed = [amount for record in earlier for amount in _valid_amounts(record)]
        if agreed and all(amount.value != replaced.value for amount in agreed):
            cause = likely_cause(agreed[0].value, replaced.value)
            yield ArchiveContradiction(
                (amendment.document.path, *(record.document.path for record in earlier)),
                Contradiction(
                    "Die Änderung ersetzt einen Betrag, der so nicht vereinbart war"
                    + (f"; wahrscheinliche Ursache: {cause}" if cause else "")
                    + ".",
                    expected=" oder ".join(dict.fromkeys(_money(amount) for amount in agreed)),
                    found=_money(replaced),
                    difference=format_amount(replaced.value - agreed[0].value, replaced.currency),
                    fields=(f"amounts[{amendment.amounts.index(replaced)}]",),
                    spots=spots(replaced),
                ),
            )


@archive_rule(
    "ARC006",
    "info",
    german="Der Betrag einer Körperschaft springt von einem Jahr zum nächsten.",
    english="A body's amount jumps from one year to the next.",
    why="Oft ist eine Ziffer zu viel oder zu wenig gelesen; manchmal wurde wirklich gekürzt.",
    example="2023: 1.140.300 €, 2024: 114.030 €.",
)
def amounts_do_not_jump(records: Sequence[Agreement], context: Context) -> Iterator[ArchiveContradiction]:
    totals: dict[tuple[str, tuple[str | None, ...]], dict[int, tuple[Agreement, Amount]]] = defaultdict(dict)
    for (recipient, year, programmes), agreements in _by_subject(records, context).items():
        if total := _total(agreements[0]):
            totals[recipient, programmes][year] = (agreements[0], total)
    for years in totals.values():
        for year, (record, total) in sorted(years.items()):
            if year - 1 not in years:
                continue
            before, earlier = years[year - 1]
            if earlier.value > 0 and abs(total.value - earlier.value) > JUMP * earlier.value:
                yield ArchiveContradiction(
                    (record.document.path, before.document.path),
                    Contradiction(
                        "Der Betrag hat sich gegenüber dem Vorjahr um mehr als die Hälfte geändert.",
                        expected=f"etwa {_money(earlier)} ({year - 1})",
                        found=f"{_money(total)} ({year})",
                        difference=format_amount(total.value - earlier.value, total.currency),
                        fields=("amounts",),
                        spots=spots(total),
                    ),
                )


RULES = (
    one_amount_per_body_and_year,
    agreements_are_filed_once,
    no_body_is_missing,
    amendments_have_their_agreement,
    amendments_replace_what_was_agreed,
    amounts_do_not_jump,
)


def _by_subject(records: Sequence[Agreement], context: Context) -> dict[Subject, list[Agreement]]:
    """Agreements that are not amendments, by recipients, year and programmes, in the order of their paths."""
    groups: dict[Subject, list[Agreement]] = defaultdict(list)
    for record in sorted(records, key=lambda one: one.document.path):
        subject = _subject(record)
        if subject and not _amends(record, context):
            groups[subject].append(record)
    return groups


def _subject(record: Agreement) -> Subject | None:
    recipients = _recipients(record)
    if not recipients or record.budget_year is None or not record.programme:
        return None
    programmes = tuple(sorted(record.programme_key, key=str))
    return "+".join(sorted(recipients)), record.budget_year.value, programmes


def _recipients(record: Agreement) -> set[str]:
    return {one.registry_key for one in record.parties if one.role == "recipient" and one.registry_key}


def _amends(record: Agreement, context: Context) -> bool:
    kind = context.reference.kind(record.kind_key)
    return (kind is not None and kind.amends) or any(one.role == "replaced" for one in record.amounts)


def _amendments(
    records: Sequence[Agreement], context: Context
) -> Iterator[tuple[Agreement, list[Agreement]]]:
    """Each amendment with what it may amend: the agreement of its subject, and amendments before it."""
    subjects: dict[Subject, list[Agreement]] = defaultdict(list)
    for record in sorted(records, key=lambda one: one.document.path):
        if subject := _subject(record):
            subjects[subject].append(record)
    for agreements in subjects.values():
        originals = [record for record in agreements if not _amends(record, context)]
        amendments = [record for record in agreements if _amends(record, context)]
        for amendment in amendments:
            signed = _signed(amendment)
            before = [one for one in amendments if signed and (_signed(one) or date.max) < signed]
            yield amendment, originals + before


def _signed(record: Agreement) -> date | None:
    days = [
        one.date.value for one in record.signatories if one.date is not None and one.date.value is not None
    ]
    return max(days, default=None)


def _valid_amounts(record: Agreement) -> list[Amount]:
    return [amount for amount in record.amounts if amount.role in ("total", "replacement")]


def _total(record: Agreement) -> Amount | None:
    return record.totals[0] if record.totals else None


def _money(amount: Amount) -> str:
    return format_amount(amount.value, amount.currency)
