"""Sums entered in the gold and handed back as runs, for wordings that lay them out in their own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Run, Table, Text, plain
from samples.scenario import Measure, Project
from samples.writer import Writer

SPLIT = ("by_measure", "by_year", "two_programmes")
"""The budgets whose total is the sum of parts that are no projects."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the total: what it is for, how much, and the year, programme or measure in figures."""

    label: Text
    amount: Run
    index: int


def total(w: Writer, *, style: str | None = None, bold: bool = False, **more: Any) -> Run:
    """The sum of the agreement."""
    return total_in_words(w, style=style, bold=bold, **more)[0]


def total_in_words(
    w: Writer, *, style: str | None = None, bold: bool = False, **more: Any
) -> tuple[Run, Run | None]:
    """The same with the run that spells it out, if the scenario has the sum in words."""
    s = w.scenario
    alone = len(s.programmes) == 1
    entry: dict[str, Any] = {
        "label": s.programmes[0].name if alone else "Gesamtbetrag",
        "programme_key": s.programmes[0].key if alone else None,
        "year": s.clause_year,
        **more,
    }
    words = s.words_value if "table" not in more else None
    return w.amount(s.total, "total", style=style, bold=bold, words=words, **entry)


def replaced(w: Writer) -> tuple[Run, Run]:
    """The old and the new sum of an amendment."""
    s = w.scenario
    entry: dict[str, Any] = {
        "label": s.programmes[0].name,
        "programme_key": s.programmes[0].key,
        "year": s.clause_year,
    }
    old, _ = w.amount(s.replaced or Decimal(0), "replaced", **entry)
    new, _ = w.amount(s.total, "replacement", **entry)
    return old, new


def parts(
    w: Writer,
    *,
    style: str | None = None,
    table: int | None = None,
    rows: Sequence[int] | None = None,
) -> list[Part]:
    """The parts of a total that is split by measure, by year or by programme; `rows` of the table."""
    s = w.scenario
    found: list[Part] = []

    def add(text: Text, value: Decimal, **entry: Any) -> None:
        index = len(found)
        row = rows[index] if rows else None
        run, _ = w.amount(value, "component", style=style, table=table, row=row, **entry)
        found.append(Part(text, run, index))

    if s.budget == "by_measure":
        for measure in s.measures:
            add(
                plain(measure.title),
                measure.amount or Decimal(0),
                label=measure.title,
                measure=measure.number,
                year=s.clause_year,
            )
    elif s.budget == "by_year":
        for year, share in enumerate(s.shares, start=s.clause_year):
            add(plain(str(year)), share, label=str(year), year=year, programme_key=s.programmes[0].key)
    elif s.budget == "two_programmes":
        for index, (share, programme) in enumerate(zip(s.shares, s.programmes, strict=True)):
            entry = {"label": programme.name, "programme_key": programme.key, "year": s.clause_year}
            add((w.programme(index),), share, **entry)
    return found


def project_sum(w: Writer, measure: Measure, project: Project, **more: Any) -> Run:
    """What one project gets."""
    entry: dict[str, Any] = {
        "label": project.name,
        "measure": measure.number,
        "project": project.name,
        "year": w.scenario.clause_year,
        **more,
    }
    return w.amount(project.amount or Decimal(0), "component", **entry)[0]


def project_money(
    w: Writer, measure: Measure, project: Project, before: str, after: str = "", **more: Any
) -> Text:
    """The same between words that lead to it; nothing where the agreement gives no sums to projects."""
    if project.amount is None:
        return ()
    said = (Run(before), project_sum(w, measure, project, **more))
    return (*said, Run(after)) if after else said


def subtotal(w: Writer, measure: Measure, **more: Any) -> Run:
    """What the projects of one measure get together."""
    value = sum((project.amount or Decimal(0) for project in measure.projects), Decimal("0.00"))
    entry: dict[str, Any] = {
        "label": measure.title,
        "measure": measure.number,
        "year": w.scenario.clause_year,
    }
    return w.amount(value, "subtotal", **{**entry, **more})[0]


def years_across(w: Writer, corner: str, row: str, sum_heading: str, sum_first: bool = False) -> Table:
    """One row of sums with a column per year and a column for them all, which may come first."""
    s = w.scenario
    w.tables += 1
    count = len(s.shares)
    entry: dict[str, Any] = {"style": "cell", "table": w.tables, "row": 1}
    together = total(w, bold=True, **entry, year=None) if sum_first else None
    shares = parts(w, style="cell", table=w.tables, rows=[1] * count)
    together = together or total(w, bold=True, **entry, year=None)
    head: list[Text] = [plain(part.label[0].text, True) for part in shares]
    cells: list[Text] = [(part.amount,) for part in shares]
    at = 0 if sum_first else count
    head.insert(at, plain(sum_heading, True))
    cells.insert(at, (together,))
    right: Align = "right"
    aligns: tuple[Align, ...] = ("left", *([right] * (count + 1)))
    return Table(
        ((plain(corner, True), *head), (plain(row), *cells)), (1.1, *([1.0] * (count + 1))), aligns, s.ruled
    )


def split_table(
    w: Writer,
    heads: tuple[str, str],
    last: str,
    *,
    style: str = "cell",
    money_first: bool = False,
    shares: tuple[float, float] = (3.2, 1.4),
) -> Table:
    """A row for each part of the total and a last one for the total itself."""
    s = w.scenario
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style=style, table=w.tables, rows=range(1, count + 1))
    year = None if s.budget == "by_year" else s.clause_year
    whole = total(w, style=style, bold=True, table=w.tables, row=count + 1, year=year)
    rows: list[tuple[Text, Text]] = [(plain(heads[0], True), plain(heads[1], True))]
    rows += [(part.label, (part.amount,)) for part in found]
    rows.append((plain(last, True), (whole,)))
    if money_first:
        turned = tuple((amount, label) for label, amount in rows)
        return Table(turned, (shares[1], shares[0]), ("right", "left"), s.ruled)
    return Table(tuple(rows), shares, ("left", "right"), s.ruled)
