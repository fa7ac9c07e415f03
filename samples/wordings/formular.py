"""A filled-in form: what is agreed stands in boxes beside its captions, headings have no numbers, choices are
ticked, and the signatures are a table with a row for each who signs."""

from __future__ import annotations

import random

from samples.blocks import Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
from samples.wordings.parts import ASIDES, Draft, amended, asides, programme_names, represented
from samples.writer import Writer


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.add(
        Paragraph((w.kind(), Run(" "), w.year(bold=True)), "center", scale=1.45, after=3),
        Paragraph(programme_names(w), "center", after=12),
    )
    _parties(w)
    if s.amendment:
        _heading(w, "Änderung")
        old, new = replaced(w)
        rows: tuple[tuple[Text, ...], ...] = (
            (plain("geänderte Vereinbarung vom"), (amended(w),)),
            (plain("Fördersumme bisher"), (old,)),
            (plain("Fördersumme neu"), (new,)),
            (plain("Bewilligung durch"), (w.authority(),)),
        )
        w.add(Table(rows, (1.6, 3.0), ("left", "left"), s.ruled))
    else:
        _heading(w, "Zweck")
        w.paragraph(
            "Gefördert werden Angebote, die auf Ausbildung und Arbeit vorbereiten. Förderfähig ist nur, was "
            "unten angekreuzt oder aufgeführt ist."
        )
        _boxes(w)
        _heading(w, "Fördersumme")
        _funds(w)
        asides(w, ASIDES)
        _heading(w, "Förderfähige Projekte")
        _projects(w)
        _heading(w, "Abwicklung")
        rows = (
            (plain("Bewilligung durch"), (w.authority(),)),
            (plain("Verwendungsnachweis bis"), (w.date(s.deadline, "deadline", f"{s.deadline:%d.%m.%Y}"),)),
            (plain("Auszahlung"), plain("in vier Raten")),
        )
        w.add(Table(rows, (1.6, 3.0), ("left", "left"), s.ruled))
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "helvetica-narrow", "open-sans")),
        size=10.2,
        header="Vordruck ZV 3 – Stand 01",
        header_align="right",
        header_on_first=True,
        footer="Seite {page} von {pages}",
        left=60,
        right=60,
        top=64,
        bottom=60,
    )


def _heading(w: Writer, text: str) -> None:
    w.add(Paragraph(plain(text, True), "left", before=8, after=4, with_next=True))


def _parties(w: Writer) -> None:
    s = w.scenario
    rows: list[tuple[Text, ...]] = []
    for index in range(len(s.parties)):
        caption = "Zuwendungsgeber" if index == 0 else "Zuwendungsempfänger"
        rows.append((plain(caption), (w.bare_party(index), *represented(w, index))))
    rows.append((plain("Aktenzeichen"), plain((s.file_mark or "wird nachgereicht").removeprefix("Az. "))))
    w.add(Table(tuple(rows), (1.6, 3.0), ("left", "left"), s.ruled, row_height=22.0))


def _boxes(w: Writer) -> None:
    ticked = w.rng.choice(("[X]", "[x]", "(X)"))
    empty = ticked.replace("X", "  ").replace("x", "  ")
    for text, chosen in (
        ("Projektförderung", True),
        ("institutionelle Förderung", False),
        ("Vollfinanzierung", w.rng.random() < 0.5),
        ("Weiterleitung an Dritte", w.rng.random() < 0.5),
    ):
        marker = plain(ticked if chosen else empty)
        w.add(Paragraph(plain(text), "left", after=1, indent=30, hang=26, marker=marker))
    w.add(Gap(6))


def _funds(w: Writer) -> None:
    s = w.scenario
    amount, words = total_in_words(w, bold=True)
    rows: list[tuple[Text, ...]] = [(plain(f"Fördersumme {s.clause_year}"), (amount,))]
    if words:
        rows.append((plain("in Worten"), (words,)))
    w.add(Table(tuple(rows), (1.6, 3.0), ("left", "left"), s.ruled))
    if s.budget in SPLIT:
        w.add(Paragraph(plain("Aufteilung"), "left", after=2, with_next=True))
        w.tables += 1
        count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
        head = {"by_measure": "Maßnahmenart", "by_year": "Haushaltsjahr", "two_programmes": "Budget"}[
            s.budget
        ]
        found = parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
        year = None if s.budget == "by_year" else s.clause_year
        run = total(w, style="sign", bold=True, table=w.tables, row=count + 1, year=year)
        split: list[tuple[Text, ...]] = [(plain("lfd. Nr."), plain(head), plain("Zuwendung"))]
        split += [(plain(str(part.index + 1)), part.label, (part.amount,)) for part in found]
        split.append((plain("Σ"), (), (run,)) if w.rng.random() < 0.3 else ((), plain("zusammen"), (run,)))
        w.add(Table(tuple(split), (0.6, 2.9, 1.3), ("center", "left", "right"), s.ruled))


def _projects(w: Writer) -> None:
    """A table in any case: with sums where there are some, else with a target group."""
    s = w.scenario
    sums = s.budget == "by_project"
    w.tables += 1 if sums else 0
    last = "Zuwendung" if sums else "Plätze"
    rows: list[tuple[Text, ...]] = [(plain("Projekt", True), plain("Maßnahmenart", True), plain(last, True))]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            what: Text = (
                (project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),)
                if sums
                else plain(str(w.rng.randint(4, 48)))
            )
            kind: Text = (Run(f"{measure.number} – "), title if i == 0 else Run(measure.title))
            rows.append(((name,), kind, what))
    if sums:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("zusammen", True), (), (run,)))
    w.add(Table(tuple(rows), (2.2, 2.6, 1.1), ("left", "left", "right"), s.ruled))


def _sign(w: Writer) -> None:
    rows: list[tuple[Text, ...]] = [
        (
            plain("für", True),
            plain("Ort, Datum", True),
            plain("Name und Amt", True),
            plain("Unterschrift", True),
        )
    ]
    gez = w.rng.random() < 0.6
    for signer in w.scenario.signers:
        one = enter(w, signer)
        who: Text = (one.name, Run(", "), one.function) if one.name and one.function else ()
        if who and gez:
            who = (Run("gez. "), *who)
        rows.append(((one.bare_organisation,), (one.place, Run(", "), one.date), who, ()))
    w.add(
        Gap(14),
        Table(
            tuple(rows),
            (1.7, 1.4, 1.6, 0.9),
            ("left", "left", "left", "left"),
            "grid",
            row_height=40.0,
            together=True,
        ),
    )
