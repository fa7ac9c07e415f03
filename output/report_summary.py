"""What the report says of an archive in numbers: sums by year and by body, and what is there of whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from models.agreement import Agreement
from models.german import format_amount
from models.reference import Reference
from output.bars import Bar
from output.summary import document_total, recipient_names

YEARS = range(1949, 2100)
"""A budget year outside is misread: it has its line in the summary, but no place on a scale of years."""

NO_BREAK = "\u00a0"

Coverage = Literal["ok", "review", "missing", "absent"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the summary: a year or a body."""

    name: str
    agreements: int
    others: int
    total: str
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What the archive holds of a body in a year."""

    state: Coverage
    count: int


# Coverage


@dataclass(frozen=True, slots=True)
class Matrix:
    """Bodies by years."""

    years: tuple[int, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


# Sums


def _granted(records: Sequence[Agreement]) -> Iterator[tuple[Agreement, Decimal]]:
    """Agreements with their total in Euro. One that is filed twice counts once; amendments do not count."""
    seen = set()
    for record in records:
        total = document_total(record)
        if total is None or record.totals[0].currency != "EUR":
            continue
        names = tuple(sorted(recipient_names(record)))
        year = record.budget_year.value if record.budget_year else None
        same = (names, year, record.programme_key, total.value)
        if not names or same not in seen:
            yield record, total.value
        seen.add(same)


def sum_of(records: Sequence[Agreement]) -> str:
    values = [value for _, value in _granted(records)]
    return format_amount(sum(values, Decimal())).replace(" ", NO_BREAK) if values else "–"


def by_year(records: Sequence[Agreement]) -> list[Line]:
    groups: dict[int | None, list[Agreement]] = defaultdict(list)
    for record in records:
        groups[record.budget_year.value if record.budget_year else None].append(record)
    return [
        _line(
            str(year) if year else "ohne Jahr",
            group,
            len({name for record in group for name in recipient_names(record)}),
        )
        for year, group in sorted(groups.items(), key=lambda item: item[0] or 10_000)
    ]


def by_body(records: Sequence[Agreement]) -> list[Line]:
    """One line for each body of the registry, and one for all others: their names may be without number."""
    groups: dict[str, list[Agreement]] = defaultdict(list)
    for record in records:
        known = [one for one in record.parties if one.role == "recipient" and one.registry_key]
        name = " und ".join(party.name.value for party in known) or "nicht im Verzeichnis"
        groups[name].append(record)
    return [
        _line(name, group, len({record.budget_year.value for record in group if record.budget_year}))
        for name, group in sorted(groups.items())
    ]


def _line(name: str, group: Sequence[Agreement], others: int) -> Line:
    severities = Counter(finding.severity for record in group for finding in record.findings)
    return Line(name, len(group), others, sum_of(group), severities["error"], severities["warning"])


def yearly_bars(records: Sequence[Agreement]) -> list[Bar]:
    sums: dict[int, Decimal] = defaultdict(Decimal)
    for record, value in _granted(records):
        if record.budget_year and record.budget_year.value in YEARS:
            sums[record.budget_year.value] += value
    if not sums:
        return []
    return [Bar(str(year), sums.get(year, Decimal())) for year in range(min(sums), max(sums) + 1)]


def coverage(records: Sequence[Agreement]) -> Matrix:
    """The bodies of the registry that exist in one of the years of the archive, and what it has of them."""
    held: dict[tuple[str, int], list[Agreement]] = defaultdict(list)
    for record in records:
        for party in record.parties:
            if party.role != "recipient" or not party.registry_key or not record.budget_year:
                continue
            if record.budget_year.value in YEARS:
                held[party.registry_key, record.budget_year.value].append(record)
    years = tuple(sorted({year for _, year in held}))
    reference = Reference.load()
    bodies = {body.key: body.name for year in years for body in reference.municipal_bodies(year)}
    existing = {(body.key, year) for year in years for body in reference.municipal_bodies(year)}
    rows = []
    for key, name in sorted(bodies.items(), key=lambda body: body[1]):
        cells = tuple(_cell(held.get((key, year), []), (key, year) in existing) for year in years)
        rows.append((name, cells))
    return Matrix(years, tuple(rows))


def _cell(agreements: Sequence[Agreement], exists: bool) -> Cell:
    if not agreements:
        return Cell("missing" if exists else "absent", 0)
    fine = all(agreement.status == "ok" for agreement in agreements)
    return Cell("ok" if fine else "review", len(agreements))
