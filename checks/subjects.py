"""Which records of an archive speak of the same money: one recipient, one year, the same programmes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from checks.naming import plain_name
from checks.rule import Context
from models.agreement import Agreement, Amount, AmountRole
from models.german import format_amount

Subject = tuple[str, int, tuple[str | None, ...]]
"""Recipient, budget year and programmes."""


def by_subject(records: Sequence[Agreement], context: Context) -> dict[Subject, list[Agreement]]:
    """Agreements that are not amendments, by recipients, year and programmes, in the order of their paths."""
    groups: dict[Subject, list[Agreement]] = defaultdict(list)
    for record in in_order(records):
        subject = subject_of(record)
        if subject and not amends(record, context):
            groups[subject].append(record)
    return groups


def subject_of(record: Agreement) -> Subject | None:
    found = recipients(record)
    if not found or record.budget_year is None or not record.programme:
        return None
    programmes = tuple(sorted(record.programme_key, key=str))
    return "+".join(sorted(found)), record.budget_year.value, programmes


def recipients(record: Agreement) -> set[str]:
    return {one.registry_key for one in record.parties if one.role == "recipient" and one.registry_key}


def is_same_agreement(first: Agreement, second: Agreement) -> bool:
    """Are they two versions of one agreement? Two of one year have other days and, but for few, projects."""
    days = set(signature_days(first)), set(signature_days(second))
    names = project_names(first), project_names(second)
    if all(days) or all(names):
        return days[0] == days[1] or 2 * len(names[0] & names[1]) > max(map(len, names))
    return True


def project_names(record: Agreement) -> set[str]:
    return {plain_name(one.name.value) for measure in record.measures for one in measure.projects}


def amends(record: Agreement, context: Context) -> bool:
    kind = context.reference.kind(record.kind_key)
    return (kind is not None and kind.amends) or any(one.role == "replaced" for one in record.amounts)


def amendments(
    records: Sequence[Agreement], context: Context
) -> Iterator[tuple[Agreement, list[Agreement], list[Agreement]]]:
    """Each amendment with the agreements of its subject that it may amend, and their other amendments."""
    subjects: dict[Subject, list[Agreement]] = defaultdict(list)
    for record in in_order(records):
        if subject := subject_of(record):
            subjects[subject].append(record)
    for agreements in subjects.values():
        originals = [record for record in agreements if not amends(record, context)]
        amending = [record for record in agreements if amends(record, context)]
        for amendment in amending:
            amended = [record for record in originals if may_amend(amendment, record)]
            yield amendment, amended, [other for other in amending if other is not amendment]


def may_amend(amendment: Agreement, record: Agreement) -> bool:
    """Not if it speaks of another agreement: of a day on which none of its parties signed, and of an amount
    that it does not have."""
    cited = {one.value for one in amendment.dates if one.role == "amended_agreement" and one.value}
    days = set(signature_days(record))
    replaced = changed(amendment, "replaced")
    agreed = {one.value for one in record.amounts}
    return not (cited and days) or bool(cited & days) or (replaced is not None and replaced.value in agreed)


def cites(amendment: Agreement, record: Agreement) -> bool:
    """Does it name a day on which the other was signed?"""
    cited = {one.value for one in amendment.dates if one.role == "amended_agreement" and one.value}
    return bool(cited & set(signature_days(record)))


def before(amendment: Agreement, others: Sequence[Agreement]) -> list[Agreement]:
    """Those of the others that were signed before; none if its own date is not known."""
    day = signed(amendment)
    return [other for other in others if day and (signed(other) or date.max) < day]


def signature_days(record: Agreement) -> list[date]:
    return [
        one.date.value for one in record.signatories if one.date is not None and one.date.value is not None
    ]


def signed(record: Agreement) -> date | None:
    """The day of the last signature."""
    return max(signature_days(record), default=None)


def in_order(records: Sequence[Agreement]) -> list[Agreement]:
    return sorted(records, key=lambda record: record.document.path)


def decisive(record: Agreement) -> tuple[Amount, ...]:
    """What an agreement is about, and what an amendment puts in its place."""
    return tuple(amount for amount in record.amounts if amount.role in ("total", "replacement"))


def total(record: Agreement) -> Amount | None:
    return record.totals[0] if record.totals else None


def changed(record: Agreement, role: AmountRole) -> Amount | None:
    """What a change replaces, or puts in its place: the first such amount, in a table the largest beside it,
    which sums up the others."""
    amounts = [amount for amount in record.amounts if amount.role == role]
    beside = [one for one in amounts if one.table is not None and one.table == amounts[0].table]
    return max(beside, key=lambda one: one.value, default=next(iter(amounts), None))


def whole_total(record: Agreement) -> Decimal | None:
    """All that the agreement gives: its total, or the sum of those of its programmes."""
    by_programme: dict[str | None, Decimal] = {}
    for amount in record.totals:
        by_programme.setdefault(amount.programme_key, amount.value)
    if None in by_programme:
        return by_programme[None]
    return sum(by_programme.values(), Decimal()) if by_programme else None


def amount_path(record: Agreement, amount: Amount) -> str:
    return f"amounts[{next(i for i, one in enumerate(record.amounts) if one is amount)}]"


def money(amount: Amount) -> str:
    return format_amount(amount.value, amount.currency)
