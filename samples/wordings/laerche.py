"""Test split only. Whoever works on reading does not look in here."""

from __future__ import annotations

import random
from decimal import Decimal

from samples.blocks import (
    Align,
    Divider,
    Gap,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Measure, Scenario
from samples.signing import enter
from samples.wordings.money import parts, project_money, replaced, total_in_words
from samples.wordings.parts import Draft, amended, asides, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Für Prüfungsvorbereitung außer Haus sind bis {cap} je Woche möglich.",
    "Ziel sind {persons} Übergänge, davon {young} in eine Umschulung.",
    "Fragen zur Abrechnung: {phone}.",
    "Die Ausgaben früherer Jahre lagen stets um {past}.",
    "Vom Ganzen dürfen {rate} v. H. umgeschichtet werden.",
)
WIDE = 3
"""Measures beside each other; four have two tables, or their titles would not fit their columns."""


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng, numbering="A")
    _masthead(w)
    w.add(
        Paragraph((w.kind(),), "center", scale=1.6, before=16, after=4),
        Paragraph(_budgets(w), "center", after=14),
    )

    def section(title: str) -> None:
        heading = (w.next_section(), Run(") ", bold=True), w.heading(title.upper()))
        w.add(Paragraph(heading, "left", before=10, after=4, with_next=True))

    if s.amendment:
        w.paragraph("Die oben Genannten haben am {day} Ziele vereinbart, die fortgelten.", day=amended(w))
        section("Mehr Geld")
        old, new = replaced(w)
        w.add(_pair("bislang verfügbar", old), _pair("nunmehr verfügbar", new), Gap(4))
        section("Bescheid")
        w.paragraph("Ein neuer Bescheid folgt durch das {authority}.", authority=w.authority())
    else:
        w.paragraph("Die oben Genannten ziehen an einem Strang. Sie haben sich auf Folgendes festgelegt.")
        section("Unser Verständnis")
        w.paragraph(
            "Arbeit gibt dem Tag eine Ordnung und dem Menschen einen Platz. Wer lange keine hatte, braucht "
            "kleine Schritte und jemanden, der sie mitgeht."
        )
        section("Verfügbares Geld")
        _funds(w)
        asides(w, OWN_ASIDES)
        section("Verwendung")
        _projects(w)
        section("Bescheid und Prüfung")
        w.paragraph(
            "Beides übernimmt das {authority}. Der Prüfung dienen Belege, die bis {deadline} eingehen.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("caladea", "manrope")),
        size=10.2,
        leading=1.4,
        header=s.file_mark,
        header_align="left",
        footer=f"{s.year} · {{page}} / {{pages}}",
        footer_align="center",
        left=54,
        right=54,
        top=58,
        bottom=62,
    )


def _masthead(w: Writer) -> None:
    """The names of those who agree, beside each other where letters have their crests."""
    count = len(w.scenario.parties)
    names = tuple((w.bare_party(index), *represented(w, index)) for index in range(count))
    aligns: tuple[Align, ...] = ("left", "right") if count == 2 else ("left", "center", "right")
    w.add(
        Table((names,), (1.0,) * count, aligns, "none", after=4, padding=2.0),
        Divider(after=6),
    )


def _budgets(w: Writer) -> Text:
    runs = [w.year(), Run(" aus dem "), w.programme()]
    if len(w.scenario.programmes) > 1:
        runs += [Run(" und aus dem "), w.programme(1)]
    return tuple(runs)


def _pair(caption: str, amount: Run) -> Paragraph:
    return Paragraph((amount, Run(f" ({caption})")), "left", after=2, indent=40)


def _funds(w: Writer) -> None:
    s = w.scenario
    if s.budget == "by_year":
        amount, _ = total_in_words(w, year=None)
        w.paragraph("Zusammengerechnet stehen ab {clause_year} {total} bereit, und zwar so:", total=amount)
    else:
        amount, words = total_in_words(w)
        w.paragraph(
            "{total}{words} stehen {clause_year} bereit"
            + (", und zwar so:" if s.budget == "two_programmes" else "."),
            total=amount,
            words=(Run(" = "), words) if words else "",
        )
    if s.budget in ("by_year", "two_programmes"):
        for part in parts(w):
            text = (part.amount, Run(" ("), *part.label, Run(")"))
            w.add(Paragraph(text, "left", after=2, indent=40))
        w.add(Gap(4))


def _projects(w: Writer) -> None:
    """A column for each measure: its title on top, its projects below, its sum at the foot."""
    s = w.scenario
    per_table = 2 if len(s.measures) > WIDE else len(s.measures)
    for start in range(0, len(s.measures), per_table):
        _columns(w, start, s.measures[start : start + per_table])


def _columns(w: Writer, start: int, measures: tuple[Measure, ...]) -> None:
    s = w.scenario
    sums = s.budget in ("by_measure", "by_project")
    w.tables += 1 if sums else 0
    depth = max(len(measure.projects) for measure in measures)
    head: list[Text] = []
    body: list[list[Text]] = [[] for _ in range(depth)]
    foot: list[Text] = []
    for number, measure in enumerate(measures, start=start):
        title, names = w.measure(number)
        head.append((Run(f"{measure.number}. ", bold=True), Run(title.text, title.mark, bold=True)))
        cells: list[Text] = []
        for row, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            behind = project_money(w, measure, project, ": ", table=w.tables, row=row)
            cells.append((name, *behind))
        for row in range(depth):
            body[row].append(cells[row] if row < len(cells) else ())
        if s.budget == "by_measure":
            foot.append((_sum(w, measure, depth + 1),))
    rows = [tuple(head), *[tuple(row) for row in body], *([tuple(foot)] if foot else [])]
    left: Align = "left"
    w.add(Table(tuple(rows), (1.0,) * len(measures), (left,) * len(measures), s.ruled, together=True))


def _sum(w: Writer, measure: Measure, row: int) -> Run:
    run, _ = w.amount(
        measure.amount or Decimal(0),
        "component",
        bold=True,
        label=measure.title,
        measure=measure.number,
        year=w.scenario.clause_year,
        table=w.tables,
        row=row,
    )
    return run


def _sign(w: Writer) -> None:
    """A row for each who signs: place over date, the pen; then name, office and body."""
    for number, signer in enumerate(w.scenario.signers):
        one = enter(w, signer)
        right = [SignLine(plain("in Vertretung" if signer.deputising else ""))]
        if one.name and one.function:
            right += [SignLine((one.name,)), SignLine((one.function,))]
        right.append(SignLine((one.bare_organisation,)))
        columns = (
            (SignLine(), SignLine((one.place,)), SignLine((one.date,))),
            (SignLine(line="rule", pen=one.name is not None),),
            tuple(right),
        )
        w.add(SignatureColumns(columns, before=24.0 if number == 0 else 14.0, gutter=16.0))
