"""ARC: records against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.likely_cause import because, likely_cause
from checks.rule import ArchiveContradiction, Context, Contradiction, archive_rule, spots
from checks.subjects import (
    Subject,
    amount_path,
    by_subject,
    in_order,
    is_same_agreement,
    money,
    recipients,
    subject_of,
    total,
)
from models.agreement import Agreement, Amount
from models.german import format_amount

Sum = tuple[str, Decimal]
"""The part an amount plays, and its value."""


@archive_rule(
    "ARC001",
    "error",
    german="Zwei Vereinbarungen für dieselbe Körperschaft und dasselbe Jahr nennen verschiedene Beträge.",
    english="Two agreements for one body, year and programme state different amounts.",
    why="Nur eine kann gelten, wenn keine die andere ändert. Haben sie weder einen Tag noch Projekte "
    "gemeinsam, sind es nicht zwei Fassungen, sondern zwei Vereinbarungen: Das ist ein Hinweis.",
    example="Landkreis Kassel 2016: 879.800 € in einer Datei, 897.800 € in einer anderen.",
)
def one_amount_per_body_and_year(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    for agreements in by_subject(records, context).values():
        for position, other in enumerate(agreements[1:], 1):
            earlier = agreements[:position]
            first = next((record for record in earlier if is_same_agreement(record, other)), earlier[0])
            one, two = total(first), total(other)
            if one is None or two is None or one.value == two.value:
                continue
            same = is_same_agreement(first, other)
            yield ArchiveContradiction(
                (first.document.path, other.document.path),
                Contradiction(
                    "Zwei Fassungen einer Vereinbarung nennen verschiedene Beträge"
                    + because(likely_cause(one.value, two.value))
                    + "."
                    if same
                    else "Zwei Vereinbarungen derselben Parteien gelten für dasselbe Jahr.",
                    expected=f"{money(one)} ({first.document.path})",
                    found=f"{money(two)} ({other.document.path})",
                    difference=format_amount(two.value - one.value, two.currency),
                    money=two.value - one.value,
                    fields=(amount_path(other, two),),
                    spots=spots(two),
                    severity=None if same else "info",
                ),
                ((amount_path(first, one),),),
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
    same: dict[tuple[Subject, tuple[Sum, ...]], list[Agreement]] = defaultdict(list)
    for record in in_order(records):
        subject, sums = subject_of(record), _sums(record)
        if subject and sums:
            same[subject, sums].append(record)
    for agreements in same.values():
        if len(agreements) > 1:
            paths = tuple(agreement.document.path for agreement in agreements)
            yield ArchiveContradiction(
                paths,
                Contradiction(
                    "Gleiche Parteien, gleiches Jahr, gleicher Betrag: vermutlich dieselbe Vereinbarung.",
                    found=", ".join(paths),
                    fields=("document",),
                    spots=spots(agreements[-1].title),
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
            present[record.budget_year.value] |= recipients(record)
    for year, keys in sorted(present.items()):
        expected = context.reference.municipal_bodies(year)
        missing = [body.name for body in expected if body.key not in keys]
        if missing and len(missing) <= len(expected) * (1 - context.settings.checks.nearly_complete):
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
    "ARC006",
    "info",
    german="Der Betrag einer Körperschaft springt von einem Jahr zum nächsten.",
    english="A body's amount jumps from one year to the next.",
    why="Oft ist eine Ziffer zu viel oder zu wenig gelesen; manchmal wurde wirklich gekürzt.",
    example="2023: 1.140.300 €, 2024: 114.030 €.",
)
def amounts_do_not_jump(records: Sequence[Agreement], context: Context) -> Iterator[ArchiveContradiction]:
    totals: dict[tuple[str, tuple[str | None, ...]], dict[int, tuple[Agreement, Amount]]] = defaultdict(dict)
    for (recipient, year, programmes), agreements in by_subject(records, context).items():
        if found := total(agreements[0]):
            totals[recipient, programmes][year] = (agreements[0], found)
    share = Decimal(str(context.settings.checks.jump))
    for years in totals.values():
        for year, (record, amount) in sorted(years.items()):
            # Back at the level of two years ago: then last year's amount was the odd one, and is reported.
            around = [years[one] for one in (year - 1, year - 2) if one in years]
            if year - 1 not in years or not all(_jumps(amount, other, share) for _, other in around):
                continue
            previous, earlier = years[year - 1]
            yield ArchiveContradiction(
                (previous.document.path, record.document.path),
                Contradiction(
                    f"Der Betrag hat sich gegenüber dem Vorjahr um mehr als {share * 100:.0f} % geändert"
                    + because(likely_cause(earlier.value, amount.value))
                    + ".",
                    expected=f"etwa {money(earlier)} ({year - 1})",
                    found=f"{money(amount)} ({year})",
                    difference=format_amount(amount.value - earlier.value, amount.currency),
                    money=amount.value - earlier.value,
                    fields=(amount_path(record, amount),),
                    spots=spots(amount),
                ),
            )


@archive_rule(
    "ARC007",
    "info",
    german="Dieselbe Datei liegt mehrmals im Archiv.",
    english="The same bytes are in the archive more than once.",
    why="Die zweite Datei wird nicht gezählt; im Archiv kann sie weg.",
    example="2016/kassel.pdf und kopien/kassel (1).pdf.",
)
def files_are_filed_once(records: Sequence[Agreement], context: Context) -> Iterator[ArchiveContradiction]:
    copies: dict[str, list[str]] = defaultdict(list)
    for copy in in_order(context.copies):
        copies[copy.document.duplicate_of or ""].append(copy.document.path)
    for record in in_order(records):
        if paths := copies.get(record.document.path):
            yield ArchiveContradiction(
                (*paths, record.document.path),
                Contradiction(
                    "Diese Datei liegt Byte für Byte noch einmal im Archiv.",
                    found=", ".join(paths),
                    fields=("document",),
                    spots=spots(record.title or record.kind),
                ),
            )


RULES = (
    one_amount_per_body_and_year,
    agreements_are_filed_once,
    no_body_is_missing,
    amounts_do_not_jump,
    files_are_filed_once,
)


def _sums(record: Agreement) -> tuple[Sum, ...]:
    """What an agreement grants, what an amendment replaces by what; one and the same stated twice is one."""
    decisive = ("total", "replaced", "replacement")
    return tuple(sorted({(one.role, one.value) for one in record.amounts if one.role in decisive}))


def _jumps(amount: Amount, earlier: Amount, share: Decimal) -> bool:
    return earlier.value > 0 and abs(amount.value - earlier.value) > share * earlier.value
