"""Test split only. Whoever works on reading does not look in here."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    Align,
    Gap,
    NewPage,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, asides, period, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Fahrkarten werden mit monatlich höchstens {cap} bezahlt.",
    "Die Gruppen haben {young} bis zwölf Mitglieder, übers Jahr sind es {persons} Personen.",
    "Vor einer Überschreitung ist anzurufen (Tel. {phone}).",
    "In den letzten drei Jahren kamen jeweils {past} an.",
    "Mindestens {rate} Prozent sind für Alleinerziehende zu verwenden.",
)
PROVIDERS = (
    "Beispielwerk gGmbH",
    "Musterhof e. V.",
    "vhs",
    "Jugendhilfe Probe",
    "Jobcenter",
    "noch offen",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    w = Writer(s, rng)
    w.add(Paragraph((_programme(w),), "left", scale=0.95, after=2))
    if len(s.programmes) > 1:
        w.add(Paragraph((_programme(w, 1),), "left", scale=0.95, after=2))
    w.add(
        Paragraph((w.kind(),), "left", scale=1.9, after=2),
        Paragraph((Run("für das Jahr "), w.year()), "left", scale=1.2, after=14),
    )
    _parties(w)
    if s.amendment:
        _section(w, "Anlass der Änderung")
        w.paragraph("Der Bedarf ist gestiegen, seit am {day} unterzeichnet wurde.", day=amended(w))
        _section(w, "Budget")
        old, new = replaced(w)
        w.paragraph("Das Budget wird auf {new} begrenzt und nicht mehr auf {old}.", new=new, old=old)
        w.paragraph("Ausführende Stelle: {authority}", authority=w.authority())
        _sign(w)
    else:
        _section(w, "Worauf es ankommt")
        w.paragraph(
            "Erfolg misst sich nicht an der Zahl der Plätze. Er misst sich daran, wie viele Menschen ein "
            "Jahr später noch im Beruf sind."
        )
        _section(w, "Laufzeit")
        w.paragraph("Die Laufzeit reicht {period}.", period=period(w))
        _section(w, "Budget")
        _funds(w)
        asides(w, OWN_ASIDES)
        _section(w, "Verwaltung")
        w.paragraph(
            "Ausführende Stelle: {authority}. Bei ihr muss der Nachweis am {deadline} vorliegen.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
        _sign(w)
        _annexes(w)
    return w, Sheet(
        family=rng.choice(("manrope", "caladea")),
        size=10.8,
        leading=1.45,
        header=f"{s.grantor.short or 'Land'} / {s.recipients[0].seat}",
        header_align="right",
        header_on_first=True,
        footer=f"{s.file_mark or 'Stand: Endfassung'}  –  {{page}}",
        footer_align="right",
        left=76,
        right=84,
    )


def _programme(w: Writer, index: int = 0) -> Run:
    return replace(w.programme(index), bold=True)


def _parties(w: Writer) -> None:
    """Under the side they stand for, each on a line of its own."""
    for index in range(len(w.scenario.parties)):
        if index < 2:
            side = "Für die Landesseite:" if index == 0 else "Für die kommunale Seite:"
            w.add(Paragraph(plain(side), "left", after=1, with_next=True))
        short = (Run(" "), *abbreviation(w)) if index == 0 else ()
        text = (w.bare_party(index), *represented(w, index), *short)
        w.add(Paragraph(text, "left", scale=1.05, after=6, indent=20))


def _section(w: Writer, title: str) -> None:
    heading = (Run("(", bold=True), w.next_section(), Run(") ", bold=True), w.heading(title))
    w.add(Paragraph(heading, "left", before=10, after=3, with_next=True))


def _funds(w: Writer) -> None:
    s = w.scenario
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None) if years else total_in_words(w, bold=True)
    sentence = w.fill(
        ("Das Budget ab {clause_year}" if years else "Das Budget {clause_year}")
        + " ist auf {total}{words} begrenzt.",
        total=amount,
        words=(Run(" ("), words, Run(")")) if words else "",
    )
    w.add(Paragraph(sentence, "left"))
    w.paragraph(
        "Wie es eingesetzt wird, zeigen die Anlagen A und B."
        if s.budget in SPLIT
        else "Wie es eingesetzt wird, zeigt die Anlage."
    )


def _sign(w: Writer) -> None:
    """The pen first; then office and name in one line, for whom, and when and where."""
    columns: list[tuple[SignLine, ...]] = []
    for signer in w.scenario.signers:
        one = enter(w, signer)
        article, organisation = one.organisation("accusative")
        lines = [SignLine(line="dots", pen=one.name is not None, height=40.0)]
        if one.name and one.function:
            deputy = "i. V. " if signer.deputising else ""
            lines.append(SignLine((Run(deputy), one.function, Run(" "), one.name)))
        lines += [
            SignLine((Run(f"für {article} "), organisation)),
            SignLine((Run("am "), one.date, Run(" in "), one.place)),
        ]
        columns.append(tuple(lines))
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=22.0 if start == 0 else 10.0))


def _annexes(w: Writer) -> None:
    """Behind the signatures: the plan of the money, if it is split, and the projects."""
    s = w.scenario
    w.add(NewPage())
    if s.budget in SPLIT:
        w.add(Paragraph(plain("Anlage A – Finanzplan", True), "left", scale=1.15, after=6))
        _plan(w)
        w.add(Gap(14))
    title = "Anlage B – Projekte" if s.budget in SPLIT else "Anlage – Projekte"
    w.add(Paragraph(plain(title, True), "left", scale=1.15, after=6, with_next=True))
    for number in range(len(s.measures)):
        _measure(w, number)
    if s.budget == "by_project":
        run = total(w, bold=True)
        w.add(Paragraph((Run("Anlage insgesamt: "), run), "left", before=4))


def _plan(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    year = None if s.budget == "by_year" else s.clause_year
    amount = total(w, style="cell", bold=True, table=w.tables, row=count + 1, year=year)
    rows: list[tuple[Text, ...]] = [
        (plain("Titel", True), plain("Ansatz (Euro)", True), plain("Bestimmung", True))
    ]
    rows += [(plain(f"685 {part.index + 1:02d}"), (part.amount,), part.label) for part in found]
    rows.append(((), (amount,), plain("Budget", True)))
    w.add(Table(tuple(rows), (0.8, 1.5, 3.4), ("left", "right", "left"), s.ruled))


def _measure(w: Writer, number: int) -> None:
    """A table for each measure under its title, with its sum where projects have sums."""
    measure = w.scenario.measures[number]
    title, names = w.measure(number)
    sums = any(project.amount is not None for project in measure.projects)
    heading = (Run(f"Maßnahmenart {measure.number} – "), title)
    w.add(Paragraph(heading, "left", before=6, after=2, with_next=True))
    w.tables += 1 if sums else 0
    heads = ("Name des Projekts", "Träger", "Plätze", *(["Mittel"] if sums else []))
    rows: list[tuple[Text, ...]] = [tuple(plain(head) for head in heads)]
    for name, project in zip(names, measure.projects, strict=True):
        row: list[Text] = [(name,), plain(w.rng.choice(PROVIDERS)), plain(str(w.rng.randint(6, 40)))]
        if sums:
            row.append((project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),))
        rows.append(tuple(row))
    if sums and len(names) > 1:
        run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows))
        rows.append((plain(f"Maßnahmenart {measure.number} zusammen"), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    w.add(Table(tuple(rows), (2.6, 1.5, 0.7, 1.2)[: len(heads)], aligns[: len(heads)], w.scenario.ruled))
