"""Printed across from the software that manages the funds: a column for each side, kind or hand."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from samples.blocks import (
    NEW_LINE,
    Align,
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
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    parts,
    project_sum,
    replaced,
    split_table,
    subtotal,
    total_in_words,
    years_across,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, enumerated, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Hinweis: Mietnebenkosten sind mit höchstens {cap} je Monat und Standort hinterlegt.",
    "Kennzahl Eintritte: {persons}; Kennzahl Nachbesetzungen: {young}.",
    "Fachliche Hotline zum Verfahren: {phone}.",
    "Vergleichswert der abgeschlossenen Förderrunden: {past}.",
    "Pauschale für indirekte Kosten: {rate} % der direkten Personalkosten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (Los 1)",
    "{name} / Vormittag",
    "ZIEL {name}",
    "{name} – Aufstockung",
)
NOTES = (
    "Die Angaben wurden zwischen den Partnern abgestimmt und freigegeben.",
    "Umschichtungen zwischen den Projekten sind vorab anzuzeigen.",
    "Die Projekte werden in eigener Zuständigkeit des durchführenden Partners vergeben.",
    "Ein Rechtsanspruch auf Auszahlung wird durch dieses Dokument nicht begründet.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(fuller_names(s, OWN_FORMS), full_figures)
    w = Writer(s, rng, numbering=rng.choice(("A", "1")))
    _opening(w)
    if s.amendment:
        _amend(w)
    else:
        _agree(w)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "vera")),
        size=rng.choice((9.2, 9.8)),
        leading=1.3,
        width=841.89,
        height=595.28,
        left=52,
        right=52,
        top=58,
        bottom=54,
        header=rng.choice(("Budgetverwaltung | Ausdruck | Querformat", "Modul ZV | Druckbild 03", None)),
        header_align="left",
        header_on_first=True,
        footer=rng.choice(("Blatt {page} von {pages}", "{page} / {pages}")),
        footer_align="right",
    )


def _head(w: Writer, title: str) -> None:
    text = (w.next_section(), Run("    ", bold=True), w.heading(title))
    w.add(Paragraph(text, "left", scale=1.08, before=11, after=3, with_next=True))


def _grid(w: Writer, rows: Sequence[tuple[Text, ...]], first: float, **look: float) -> None:
    """A table whose first column holds what its rows are called; the others share the rest."""
    count = len(rows[0]) - 1
    left: Align = "left"
    shares = (first, *([(7.6 - first) / count] * count))
    aligns = (left,) * (count + 1)
    w.add(Table(tuple(rows), shares, aligns, "grid", before=1, after=5, padding=look.get("padding", 3.0)))


def _opening(w: Writer) -> None:
    """What the paper is in one line of boxes, and the parties as columns."""
    s = w.scenario
    programmes = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    mark = s.file_mark.removeprefix("Az. ") if s.file_mark else "–"
    w.add(
        Table(
            (
                tuple(plain(label) for label in ("Dokumentart", "Haushaltsjahr", "Programm", "Aktenzeichen")),
                ((w.kind(),), (w.year(bold=True),), programmes, plain(mark)),
            ),
            (2.0, 1.1, 3.4, 1.8),
            ("left", "left", "left", "left"),
            "grid",
            after=6,
        )
    )
    _head(w, w.rng.choice(("Partner", "Partner und Rollen")))
    indexes = range(len(s.parties))
    short = abbreviation(w)
    names: list[Text] = [(replace(w.bare_party(index), bold=True),) for index in indexes]
    names[0] = (*names[0], Run(" ("), short[1], Run(")")) if short else names[0]
    acting = [represented(w, index)[-1:] for index in indexes]
    if s.land:
        acting[0] = (Run(s.grantor.printed, "parties[0].representative"),)
    rows: list[tuple[Text, ...]] = [
        (plain("Partner Nr."), *[plain(str(index + 1)) for index in indexes]),
        (plain("Bezeichnung"), *names),
        (plain("Sitz"), *[plain(party.seat) for party in s.parties]),
    ]
    if any(acting):
        rows.append((plain("handelt durch"), *[run or plain("–") for run in acting]))
    rows.append((plain("Rolle"), *[plain("stellt Mittel" if not i else "führt durch") for i in indexes]))
    _grid(w, rows, 1.2)


def _amend(w: Writer) -> None:
    _head(w, "Bezugsdokument")
    w.paragraph("Dieses Dokument ändert die Zielvereinbarung, gezeichnet am {day}.", day=amended(w))
    _head(w, w.rng.choice(("Ansatz neu", "Änderung des Ansatzes")))
    old, new = replaced(w)
    w.paragraph(
        w.rng.choice(
            (
                "Ansatz {clause_year} bisher: {old}; Ansatz {clause_year} ab sofort: {new}.",
                "Der Ansatz {clause_year} wechselt von {old} auf {new}.",
            )
        ),
        old=old,
        new=new,
    )
    _head(w, "Sonstige Felder")
    w.paragraph("Keine Änderung. Zur Kenntnis an: {authority}.", authority=w.authority())


def _agree(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    steps = (_funds, _projects) if rng.random() < 0.6 else (_projects, _funds)
    for step in steps:
        step(w)
    _head(w, rng.choice(("Termine und Stellen", "Ablauf")))
    start = w.date(date(s.year, 1, 1), "period_start", f"01.01.{s.year}")
    end = w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}")
    deadline = w.date(s.deadline, "deadline", full_figures(s.deadline))
    heads = ["Beginn", "Ende", "Nachweis spätestens", "Bescheid durch"]
    cells: list[Text] = [(start,), (end,), (deadline,), (w.authority(),)]
    if s.reference:
        heads.append("Strategie, Stand")
        cells.append((w.date(s.reference, "reference", full_figures(s.reference)),))
    left: Align = "left"
    shares = (1.1, 1.1, 1.5, 2.4, 1.5)[: len(heads)]
    rows = (tuple(plain(head) for head in heads), tuple(cells))
    w.add(Table(rows, shares, (left,) * len(heads), "grid", before=1, after=5, padding=3.0))
    _head(w, rng.choice(("Erklärungen", "Hinweise")))
    for sentence in rng.sample(NOTES, 2):
        w.add(Paragraph(plain(sentence), "left", after=2))
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, "left", after=2))


def _funds(w: Writer) -> None:
    """The ceiling in a line; years or programmes as columns."""
    s = w.scenario
    _head(w, w.rng.choice(("Mittelansatz", "Finanzrahmen")))
    if s.budget == "by_year":
        w.add(years_across(w, "Haushaltsjahr", "Ansatz in Euro", "alle Jahre", w.rng.random() < 0.4))
        return
    amount, words = total_in_words(w, bold=True)
    spelled = (Run("; in Worten: "), words) if words else ""
    label = w.rng.choice(("Obergrenze", "Höchstbetrag"))
    w.add(
        Paragraph(
            w.fill(label + " {clause_year}: {total}{words}", total=amount, words=spelled), "left", after=3
        )
    )
    if s.budget == "two_programmes":
        if s.listing == "table":
            w.add(split_table(w, ("Programm", "Ansatz in Euro"), "Gesamt", shares=(3.4, 1.2)))
            return
        for part in parts(w):
            w.add(Paragraph((*part.label, Run(" = "), part.amount), "left", after=2, indent=30))


def _projects(w: Writer) -> None:
    """A column for each Maßnahmenart, its projects one below the other, its sums at the foot."""
    s = w.scenario
    _head(w, w.rng.choice(("Projekte nach Maßnahmenarten", "Projektübersicht")))
    paid = s.budget == "by_project"
    w.tables += 1 if paid or s.budget == "by_measure" else 0
    depth = max(len(measure.projects) for measure in s.measures)
    last = depth + 1
    columns: list[list[Text]] = []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        column: list[Text] = [(Run(f"{measure.number}  ", bold=True), title)]
        for row, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            money: Text = ()
            if paid:
                run = project_sum(w, measure, project, table=w.tables, row=row)
                money = (NEW_LINE, run)
            column.append((name, *money))
        column += [()] * (depth - len(names))
        if paid:
            column.append((subtotal(w, measure, table=w.tables, row=last),))
        columns.append(column)
    if s.budget == "by_measure":
        found = parts(w, table=w.tables, rows=[last] * len(s.measures))
        for column, part in zip(columns, found, strict=True):
            column.append((part.amount,))
    labels = ["Maßnahmenart", *[f"Projekt {'abcdefgh'[row]}" for row in range(depth)]]
    labels += ["Ansatz"] if s.budget == "by_measure" else ["zusammen"] if paid else []
    rows = [(plain(label), *[column[row] for column in columns]) for row, label in enumerate(labels)]
    _grid(w, rows, 1.1)


def _sign(w: Writer) -> None:
    """A frame for each hand and one at the left with what stands in their lines."""
    s = w.scenario
    _head(w, w.rng.choice(("Zeichnung", "Freigabe durch Unterschrift")))
    hands = [enter(w, signer) for signer in s.signers]
    labels = ["Partner", "Ort", "Datum", "Unterschrift", "Name", "Amt"]
    if s.signing == "captions":
        labels = ["Partner", "Ort der Zeichnung", "Tag der Zeichnung", "eigenhändig", "Klarname", "Funktion"]
    deputies = any(one.signer.deputising for one in hands)
    labels += ["in Vertretung"] if deputies else []
    left = tuple(SignLine(plain(label), height=36.0 if row == 3 else 0.0) for row, label in enumerate(labels))
    columns = [left, *[_hand(one, s.signing, deputies) for one in hands]]
    count = len(columns)
    w.add(SignatureColumns(tuple(columns), before=4, gutter=0.0, scale=0.9 if count < 5 else 0.8, boxed=True))


def _hand(one: Signature, form: str, deputies: bool) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    whom: Text = (one.bare_organisation,)
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        whom = (Run(f"{organ} {article} "), name)
    name_line: Text = (one.name,) if one.name else ()
    if one.name and form == "brackets":
        name_line = (Run("("), one.name, Run(")"))
    lines = [
        SignLine(whom),
        SignLine((one.place,)),
        SignLine((one.date,)),
        SignLine((), "none", pen=one.name is not None, height=36.0),
        SignLine(name_line),
        SignLine((one.function,) if one.function else ()),
    ]
    if deputies:
        lines.append(SignLine(plain("ja" if one.signer.deputising else "nein")))
    return tuple(lines)
