"""A controlling department's spreadsheet, printed across the sheet: a matrix of aims, projects, money."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from samples.blocks import (
    NEW_LINE,
    Align,
    Gap,
    Paragraph,
    Run,
    Sheet,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    parts,
    project_sum,
    replaced,
    split_table,
    total,
    total_in_words,
    years_across,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, period, programme_names, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Kennzahl Kosten je Eintritt: höchstens {cap}.",
    "Kennzahl Teilnahme: {persons} Eintritte, davon {young} aus dem Asylbereich.",
    "Datenlieferung an das Sachgebiet Controlling (Durchwahl {phone}).",
    "Vergleichswert des Vorjahres für alle Programme: {past}.",
    "Zulässige Abweichung vom Planwert: {rate} %.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (Los 2)",
    "{name} – Präsenz",
    "Modul {name}",
    "{name} [neu]",
    "Team „{name}“",
)
AIMS = {
    "aqb-1": "Ausbildungsreife herstellen",
    "aqb-2": "Abschlüsse ermöglichen",
    "aqb-3": "Beschäftigung sichern",
    "aqb-4": "Fachpersonal stärken",
}
UNITS = ("Eintritte", "Plätze", "Personen")


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(fuller_names(s, OWN_FORMS), full_figures)
    w = Writer(s, rng)
    _opening(w)
    if s.amendment:
        _amend(w)
    else:
        _agree(w)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("open-sans", "helvetica", "source-sans")),
        size=rng.choice((9.6, 10.2)),
        leading=rng.choice((1.3, 1.4)),
        width=841.89,
        height=595.28,
        left=52,
        right=52,
        top=56,
        bottom=52,
        header="Zielblatt Arbeitsmarkt" + (f" · {s.file_mark}" if s.file_mark else ""),
        header_align="right",
        header_on_first=rng.random() < 0.5,
        footer=rng.choice(
            ("Blatt {page} von {pages}", "Seite {page}", "Druck aus dem Fachverfahren – {page}")
        ),
        footer_align="left",
    )


def _opening(w: Writer) -> None:
    """The title over a table: which side, its name, who acts for it."""
    s = w.scenario
    title = (w.kind(), Run(" ", bold=True), w.year(bold=True))
    w.add(
        Paragraph(title, "left", scale=1.8, after=2),
        Paragraph((Run("Mittel aus dem "), *programme_names(w)), "left", scale=1.1, after=6),
    )
    acting = s.land or s.represented
    heads = ("Seite", "Vertragspartner", *(("handelnd durch",) if acting else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for index in range(len(s.parties)):
        inserted = represented(w, index)
        side = "Mittelgeber" if index == 0 else "Umsetzung"
        behind: Text = (inserted[-1],) if inserted else ()
        rows.append((plain(side), (w.bare_party(index),), *((behind,) if acting else ())))
    shares = (1.0, 3.2, 3.2) if acting else (1.0, 4.5)
    aligns: tuple[Align, ...] = ("left", "left", "left")
    w.add(
        Table(
            tuple(rows), shares, aligns[: len(heads)], "grid" if s.ruled == "none" else s.ruled, padding=3.0
        )
    )


def _open(w: Writer, title: str) -> None:
    text = (Run("Feld ", bold=True), w.next_section(), Run("  |  ", bold=True), w.heading(title))
    w.add(Paragraph(text, "left", scale=1.1, before=8, after=4, with_next=True))


def _amend(w: Writer) -> None:
    _open(w, "Bezug")
    w.paragraph("Geändertes Zielblatt: Zielvereinbarung mit Unterschriftsdatum {day}.", day=amended(w))
    _open(w, "Planwert")
    old, new = replaced(w)
    w.paragraph(
        w.rng.choice(
            (
                "Planwert {clause_year} alt: {old}. Planwert {clause_year} neu: {new}.",
                "Der Planwert {clause_year} wird von {old} auf {new} umgestellt.",
            )
        ),
        old=old,
        new=new,
    )
    _open(w, "Hinweise")
    w.paragraph("Alle übrigen Felder des Zielblatts sind unverändert zu lesen.")
    w.paragraph("Bescheidbehörde: {authority}.", authority=w.authority())


def _agree(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    matrix_first = rng.random() < 0.5
    steps = (_matrix, _money) if matrix_first else (_money, _matrix)
    for step in steps:
        step(w)
    _open(w, rng.choice(("Steuerung", "Kennzahlen und Steuerung")))
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, "left"))
    w.paragraph("Zwischenstände werden vierteljährlich gemeldet und in einer Ampel dargestellt.")
    if s.reference:
        w.paragraph(
            "Datengrundlage: Arbeitsmarktstrategie, Version vom {day}.",
            day=w.date(s.reference, "reference"),
        )
    _open(w, "Termine und Stellen")
    w.paragraph(
        "Planungszeitraum {period}. Verwendungsnachweis fällig: {deadline}. Bescheidbehörde: {authority}.",
        period=period(w),
        deadline=w.date(s.deadline, "deadline"),
        authority=w.authority(),
    )


def _money(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    _open(w, rng.choice(("Mittel", "Planwert Landesmittel")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    if years:
        w.paragraph("Planwert über die gesamte Laufzeit: {total}", total=amount)
        if s.listing == "table":
            w.add(years_across(w, "Jahr", "Planwert (EUR)", "Laufzeit"))
        else:
            w.add(split_table(w, ("Jahr", "EUR"), "Laufzeit", shares=(1.4, 1.0)))
        return
    if s.budget == "one_line":
        w.add(
            Paragraph(w.fill("Planwert {clause_year}"), "left", after=0, with_next=True),
            Paragraph((amount,), "left", scale=1.4, after=6),
        )
        return
    w.paragraph(
        rng.choice(
            (
                "Planwert {clause_year}: {total}{words}",
                "Für alle Ziele zusammen sind {clause_year} {total}{words} eingeplant.",
            )
        ),
        total=amount,
        words=(Run(" (in Buchstaben: "), words, Run(")")) if words else "",
    )
    if s.budget == "two_programmes":
        if s.listing == "table":
            w.add(split_table(w, ("Budget", "Planwert (EUR)"), "Planwert insgesamt", shares=(3.0, 1.2)))
            return
        for part in parts(w):
            text = (Run("davon "), *part.label, Run(": "), part.amount)
            w.add(Paragraph(text, "left", after=2, indent=20))


def _goal(w: Writer) -> str:
    return f"{w.rng.randint(4, 60)} {w.rng.choice(UNITS)}"


def _matrix(w: Writer) -> None:
    """A row for each measure, or for each project where it has a sum of its own."""
    s = w.scenario
    _open(w, w.rng.choice(("Zielmatrix", "Ziele und Projekte")))
    paid, by_measure = s.budget == "by_project", s.budget == "by_measure"
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    money = paid or by_measure
    heads = ("Ziel", "Maßnahmenart", "Projekte", "Soll", *(("Mittel (EUR)",) if money else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    sums = parts(w, style="cell", table=w.tables, rows=range(1, len(s.measures) + 1)) if by_measure else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        aim = plain(AIMS[measure.key])
        kind = (Run(f"{measure.number} "), title)
        if paid:
            for count, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
                run = project_sum(w, measure, project, row=len(rows), **entry)
                first: tuple[Text, Text] = (aim, kind) if count == 0 else ((), ())
                rows.append((*first, (name,), plain(_goal(w)), (run,)))
            continue
        told: list[Run] = []
        for count, name in enumerate(names):
            told += [NEW_LINE] if count else []
            told += [Run("· "), name]
        rows.append((aim, kind, tuple(told), plain(_goal(w)), *(((sums[number].amount,),) if money else ())))
    if money:
        run = total(w, row=len(rows), bold=True, **entry)
        rows.append((plain("Planwert gesamt", True), (), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right", "right")
    shares = (1.7, 3.2, 3.6, 1.1, 1.4)
    ruled = "grid" if s.ruled == "none" else s.ruled
    table = Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], ruled, padding=3.0)
    w.add(replace(table, joined=2) if paid else table, Gap(2))


def _sign(w: Writer) -> None:
    """A box for each signature, three in a row, with captions before the values."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    count = len(columns)
    across = count if count <= 3 and s.signature_form != "stacked" else 2 if count == 4 else min(count, 3)
    w.add(*in_rows(columns, across, 14.0, before=18.0, gutter=16.0, scale=0.95, boxed=True))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    lines = [SignLine((one.bare_organisation,))]
    if form == "organ" and one.signer.organisation.gender != "n":
        organ = "Kreisausschuss" if one.signer.organisation.gender == "m" else "Magistrat"
        lines = [SignLine((one.bare_organisation, Run(f" – {organ}")))]
    lines += [SignLine((Run("Ort: "), one.place)), SignLine((Run("Datum: "), one.date))]
    lines.append(SignLine(plain("Unterschrift:"), pen=one.name is not None, height=44.0))
    if one.name and one.function:
        name: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        deputy = " (i. V.)" if one.signer.deputising else ""
        lines.append(SignLine((Run("Name: "), *name)))
        lines.append(SignLine((Run("Funktion: "), one.function, Run(deputy))))
    return tuple(lines)
