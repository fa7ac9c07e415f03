"""The title in a box between sender and file mark, "Land:" and "Kommune:" as lines, dashes, projects
under "M1" and "P1.1"; signed "gez." with the date before the place."""

from __future__ import annotations

import random

from samples.blocks import Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.money import SPLIT, parts, project_money, replaced, total, total_in_words
from samples.wordings.parts import ASIDES, Draft, abbreviation, amended, asides, programme_names, represented
from samples.writer import Writer


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    _box(w)
    _parties(w)
    if s.amendment:
        _section(w, "Änderung")
        old, new = replaced(w)
        _dash(w, w.fill("Die Vereinbarung vom {day} wird im Punkt „Budget“ geändert.", day=amended(w)))
        _dash(w, w.fill("alter Betrag: {old}", old=old))
        _dash(w, w.fill("neuer Betrag: {new}", new=new))
        _dash(w, w.fill("zuständig: {authority}", authority=w.authority()))
    else:
        _section(w, "Ziel")
        _dash(w, w.fill("mehr Menschen mit Abschluss, weniger Abbrüche im ersten Jahr"))
        _dash(w, w.fill("kurze Wege zwischen Schule, Betrieb und Verwaltung"))
        _section(w, "Budget")
        _funds(w)
        asides(w, ASIDES)
        _section(w, "Umsetzung")
        _projects(w)
        _section(w, "Nachweis")
        _dash(w, w.fill("Bericht bis {deadline}", deadline=w.date(s.deadline, "deadline")))
        _dash(w, w.fill("zuständig: {authority}", authority=w.authority()))
        if s.reference:
            _dash(w, w.fill("Rechtsgrundlage: Richtlinie vom {day}", day=w.date(s.reference, "reference")))
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "helvetica-narrow", "source-sans", "open-sans")),
        size=10.4,
        header="Blatt {page}/{pages}",
        footer=None,
        left=64,
        right=64,
        top=60,
    )


def _box(w: Writer) -> None:
    s = w.scenario
    mark = (s.file_mark or "ohne Az.").removeprefix("Az. ")
    w.add(
        Table(
            ((plain("Land Hessen"), (w.kind(), Run(" "), w.year(bold=True)), plain(mark)),),
            (1.2, 2.6, 1.5),
            ("left", "center", "right"),
            "grid",
            row_height=34.0,
            padding=9.0,
        ),
        Paragraph((Run("Programm: "), *programme_names(w)), "left", before=4, after=4),
    )


def _parties(w: Writer) -> None:
    for index in range(len(w.scenario.parties)):
        short = (Run(" "), *abbreviation(w)) if index == 0 else ()
        caption = Run("Land: " if index == 0 else "Kommune: ", bold=True)
        w.add(Paragraph((caption, w.bare_party(index), *represented(w, index), *short), "left", after=3))
    w.add(Gap(6))


def _section(w: Writer, title: str) -> None:
    heading = (w.next_section(), Run(") ", bold=True), w.heading(title))
    w.add(Paragraph(heading, "left", before=8, after=3, with_next=True))


def _dash(w: Writer, text: Text, depth: int = 1) -> None:
    marker = plain("–" if depth == 1 else "·")
    w.add(Paragraph(text, "left", after=1.5, indent=18.0 * depth, hang=14, marker=marker))


def _funds(w: Writer) -> None:
    s = w.scenario
    if s.budget in SPLIT:
        _dash(w, w.fill("Budget {clause_year}, bestehend aus:"))
        for part in parts(w):
            _dash(w, (part.amount, Run(" für "), *part.label), 2)
        run = total(w, bold=True, year=None if s.budget == "by_year" else s.clause_year)
        _dash(w, (Run("Budget gesamt: "), run))
        return
    amount, words = total_in_words(w, bold=True)
    _dash(w, w.fill("Budget {clause_year}: {total}", total=amount))
    if words:
        _dash(w, (Run("in Worten: "), words))
    _dash(w, w.fill("nicht übertragbar"))


def _projects(w: Writer) -> None:
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        w.add(Paragraph((Run(f"M{measure.number} – "), title), "left", before=2, after=1.5, with_next=True))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            runs: list[Run] = [Run(f"P{measure.number}.{i} "), name]
            runs += project_money(w, measure, project, ", Budget: ")
            w.add(Paragraph(tuple(runs), "left", after=1.5, indent=22))


def _sign(w: Writer) -> None:
    """At the right, one below the other; nobody's pen."""
    for number, signer in enumerate(w.scenario.signers):
        one = enter(w, signer)
        lines = [SignLine((one.date, Run(", "), one.place)), SignLine((one.bare_organisation,))]
        if one.name and one.function:
            deputy = "i. V. " if signer.deputising else ""
            lines += [SignLine((Run(f"gez. {deputy}"), one.name)), SignLine((one.function,))]
        else:
            lines.append(SignLine(line="rule"))
        w.add(SignatureColumns(((), tuple(lines)), before=24.0 if number == 0 else 14.0))
