"""A treasurer's paper: the plan of financing first, milestones, a register of projects, hands in a table."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Divider, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.days import full_figures, redated, two_figures
from samples.wordings.money import Part, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer

OWN_ASIDES = (
    "Einzelbelege unter {cap} werden nicht angefordert.",
    "Kennzahl 1: {persons} Eintritte; Kennzahl 2: {young} Abschlüsse je Halbjahr.",
    "Buchungsauskunft erteilt die Kämmerei unter {phone}.",
    "Das Produkt schloss im letzten Jahresabschluss mit Erträgen von {past}.",
    "Als Gemeinkostenzuschlag sind {rate} v. H. angesetzt.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} [TZ 50 %]",
    "Modul {name}",
    "{name} – Gruppe B",
    "QualiOffensive {name}",
    "{name} (Lagerwirtschaft)",
)
CARRIERS = ("Bildungswerk", "gGmbH Lernwerk", "VHS", "Innung", "KJC", "Amt 51")


class _Parts:
    """ "Abschnitt 1 · Heading" over a thin line; points below with a long dash."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w)

    def open(self, title: str) -> None:
        text = (
            Run("Abschnitt ", bold=True),
            self.w.next_section(),
            Run(" · ", bold=True),
            self.w.heading(title),
        )
        self.w.add(
            Paragraph(text, "left", scale=1.05, before=11, after=0, with_next=True),
            Divider(1.0, before=2, after=4),
        )

    def point(self, sentence: str, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=3, indent=16, hang=16, marker=plain("—")))

    def note(self, text: Text) -> None:
        self.w.add(Paragraph(text, "left", scale=0.9, after=4))

    def table(
        self, rows: list[tuple[Text, ...]], shares: tuple[float, ...], aligns: tuple[Align, ...]
    ) -> None:
        ruled = self.w.scenario.ruled
        self.w.add(Table(tuple(rows), shares, aligns, ruled, padding=2.6, before=2, after=7))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, two_figures)))
    w = Writer(s, rng)
    _opening(w)
    sheet = _Parts(w)
    if s.amendment:
        _amend(sheet)
    else:
        _plan(sheet)
        _milestones(sheet)
        _register(sheet)
        _rules(sheet)
    sheet.open(rng.choice(("Freigabe", "Zeichnung")))
    _sign(sheet)
    return w, Sheet(
        family=rng.choice(("source-sans", "helvetica", "open-sans")),
        size=rng.choice((9.8, 10.4)),
        leading=rng.choice((1.26, 1.34)),
        header=rng.choice((None, "Finanzen und Controlling")),
        header_align="left",
        header_on_first=True,
        footer="Blatt {page} von {pages}",
        footer_align="left",
        left=60,
        right=60,
        top=66,
    )


def _opening(w: Writer) -> None:
    """The title in small type beside the year, then what it is about as captions with values."""
    s = w.scenario
    programmes = [(w.programme(index),) for index in range(len(s.programmes))]
    w.add(
        Paragraph((w.kind(), Run(" "), w.year(bold=True)), "left", scale=1.5, after=1),
        Paragraph(enumerated(programmes, " / "), "left", scale=1.05, after=6),
        Divider(1.0, before=0, after=4),
    )
    rows: list[tuple[Text, ...]] = []
    several = len(s.parties) > 2
    for index in range(len(s.parties)):
        caption = "Mittelgeber" if index == 0 else f"Mittelnehmer {index}" if several else "Mittelnehmer"
        rows.append((plain(caption), (w.bare_party(index), *represented(w, index))))
    if s.file_mark:
        rows.append((plain("Geschäftszeichen"), plain(s.file_mark.removeprefix("Az. "))))
    w.add(Table(tuple(rows), (1.2, 4.2), ("left", "left"), "none", padding=1.5, before=0, after=4))


def _amend(sheet: _Parts) -> None:
    w, s = sheet.w, sheet.w.scenario
    sheet.open("Plananpassung")
    sheet.point("Angepasst wird die Zielvereinbarung vom {day}.", day=amended(w))
    noted = (s.amended_day or s.deadline) + timedelta(days=30)
    sheet.point(
        "Auslöser ist der Quartalsbericht vom {noted}.",
        noted=w.date(noted, "reference", full_figures(noted)),
    )
    old, new = replaced(w)
    w.tables += 1
    for entry in w.gold["amounts"][-2:]:
        entry |= {"table": w.tables, "row": 1}
    change = s.total - (s.replaced or Decimal(0))
    delta, _ = w.amount(change, "other", label="Veränderung", table=w.tables, row=1)
    head = ("Haushaltsjahr", "Plan alt", "Plan neu", "Veränderung")
    aligns: tuple[Align, ...] = ("left", "right", "right", "right")
    rows: list[tuple[Text, ...]] = [
        tuple(plain(one, True) for one in head),
        (plain(str(s.clause_year)), (old,), (replace(new, bold=True),), (delta,)),
    ]
    sheet.table(rows, (1.1, 1.4, 1.4, 1.4), aligns)
    sheet.point("Meilensteine und Projektregister gelten in der alten Fassung.")
    sheet.point("Das {authority} bucht die Differenz um.", authority=w.authority())


def _plan(sheet: _Parts) -> None:
    """What comes from where: the grant, split where it is, own funds and those of third parties."""
    w, s, rng = sheet.w, sheet.w.scenario, sheet.w.rng
    sheet.open(rng.choice(("Finanzierungsplan", "Mittelherkunft")))
    years = s.budget == "by_year"
    if s.budget == "in_words" or s.listing == "list":
        amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
        sheet.point(
            "Zuwendung des Landes (Höchstbetrag): {total}{words}",
            total=amount,
            words=(Run(", das sind "), words) if words else "",
        )
        if s.budget in ("by_measure", "by_year", "two_programmes"):
            for part in parts(w):
                text = (Run("davon "), *_label(w, part), Run(": "), part.amount)
                w.add(Paragraph(text, "left", after=2, indent=32))
            w.add(Gap(3))
        own = _rounded(s.total, rng.choice((10, 15, 20)))
        sheet.point("Eigenanteil {takes_gen}: {own}", own=w.amount(own, "other", label="Eigenanteil")[0])
        return
    w.tables += 1
    rows: list[tuple[Text, ...]] = [
        (plain("Pos.", True), plain("Finanzierungsquelle", True), plain("Ansatz in €", True))
    ]

    def line(label: Text, money: Run, bold: bool = False) -> None:
        position = plain(f"{len(rows):02d}")
        rows.append((position, label, (replace(money, bold=True) if bold else money,)))

    if s.budget in ("by_measure", "by_year", "two_programmes"):
        count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
        for part in parts(w, style="cell", table=w.tables, rows=range(1, count + 1)):
            line(_label(w, part), part.amount)
    granted = total(w, style="cell", table=w.tables, row=len(rows), year=None if years else s.clause_year)
    line(plain("Zuwendung des Landes", True), granted, True)
    own = _rounded(s.total, rng.choice((10, 15, 20)))
    third = _rounded(s.total, rng.choice((5, 8, 12)))
    for label, value in (
        ("Eigenanteil der kommunalen Seite", own),
        ("Leistungen Dritter (Jobcenter)", third),
        ("Gesamtfinanzierung", s.total + own + third),
    ):
        place: dict[str, Any] = {"table": w.tables, "row": len(rows), "label": label}
        line(plain(label), w.amount(value, "other", style="cell", **place)[0])
    sheet.table(rows, (0.6, 4.0, 1.6), ("left", "left", "right"))


def _rounded(value: Decimal, rate: int) -> Decimal:
    return (value * rate / 100).quantize(Decimal("1")).quantize(Decimal("0.01"))


def _label(w: Writer, part: Part) -> Text:
    lead = {"by_measure": f"Maßnahmenart {part.index + 1}: ", "by_year": "Rate ", "two_programmes": ""}
    return (Run(lead[w.scenario.budget]), *part.label)


def _milestones(sheet: _Parts) -> None:
    w, s, rng = sheet.w, sheet.w.scenario, sheet.w.rng
    sheet.open(rng.choice(("Meilensteine", "Zeitplan")))
    write = rng.choice((full_figures, full_figures, two_figures))

    def day(value: date, role: str) -> Text:
        return (w.date(value, role, write(value)),)

    head = ("Nr.", "Meilenstein", "Termin", "Wer")
    rows: list[tuple[Text, ...]] = [tuple(plain(one, True) for one in head)]
    steps: list[tuple[Text, Text, Text]] = []
    if s.reference:
        steps.append((plain("Bedarfsplanung beschlossen"), day(s.reference, "reference"), plain("Gremium")))
    steps.append((plain("Projektstart"), day(date(s.year, 1, 1), "period_start"), plain("Träger")))
    steps.append(
        (plain("Zwischenbericht mit Istzahlen"), day(date(s.year, 11, 30), "deadline"), plain("Kommune"))
    )
    visit = date(s.year, 12, rng.randint(2, 11))
    steps.append((plain("Vor-Ort-Termin bei einem Träger"), day(visit, "other"), plain("Land")))
    steps.append(
        (plain("Mittel vollständig abgerufen"), day(date(s.year, 12, 18), "deadline"), plain("Kommune"))
    )
    steps.append((plain("Projektende"), day(date(s.year, 12, 31), "period_end"), plain("Träger")))
    steps.append((plain("Verwendungsnachweis eingereicht"), day(s.deadline, "deadline"), plain("Kommune")))
    rows += [(plain(f"M{number}"), *step) for number, step in enumerate(steps, start=1)]
    sheet.table(rows, (0.5, 3.2, 1.3, 1.2), ("left", "left", "left", "left"))


def _register(sheet: _Parts) -> None:
    """A key to the kinds of measures, then all projects in one table with that key in a column."""
    w, s = sheet.w, sheet.w.scenario
    sheet.open(w.rng.choice(("Projektregister", "Register der Projekte")))
    money = s.budget == "by_project"
    told: list[Text] = []
    named: list[list[Run]] = []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        told.append((Run(f"{measure.number} = "), title))
        named.append(names)
    sheet.note((Run("Schlüssel der Maßnahmenarten (MA): "), *enumerated(told, "; ", "; ")))
    w.tables += 1
    head = ["Kennung", "MA", "Projekt", "Träger", "Plätze"] + (["Zuschuss €"] if money else [])
    rows: list[tuple[Text, ...]] = [tuple(plain(one, True) for one in head)]
    running = 0
    for measure, names in zip(s.measures, named, strict=True):
        for name, project in zip(names, measure.projects, strict=True):
            running += 1
            dice = random.Random(f"{s.deadline}/{s.year}/{project.name}")
            row: list[Text] = [
                plain(f"P-{running:02d}"),
                plain(str(measure.number)),
                (name,),
                plain(dice.choice(CARRIERS)),
                plain(str(dice.randint(4, 28))),
            ]
            if money:
                place = {"table": w.tables, "row": len(rows)}
                row.append((project_sum(w, measure, project, style="cell", **place),))
            rows.append(tuple(row))
        if money and len(names) > 1 and s.ruled == "grid":
            run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows))
            rows.append(((), (), plain(f"Zwischensumme MA {measure.number}"), (), (), (run,)))
    if money:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), (), plain("Summe Zuschüsse", True), (), (), (run,)))
    shares = (0.9, 0.45, 3.0, 1.5, 0.8, 1.3)[: len(head)]
    aligns: tuple[Align, ...] = ("left", "center", "left", "left", "right", "right")
    sheet.table(rows, shares, aligns[: len(head)])


def _rules(sheet: _Parts) -> None:
    w = sheet.w
    sheet.open(w.rng.choice(("Bewirtschaftung", "Grundsätze der Bewirtschaftung")))
    sheet.point("Bewilligt, ausgezahlt und geprüft wird durch das {authority}.", authority=w.authority())
    sheet.point(
        "{Takes} {books} die Mittel auf einem eigenen Produktkonto und {keeps} die Belege zehn Jahre lang.",
        books=verb(w, "bucht", "buchen"),
        keeps=verb(w, "verwahrt", "verwahren"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        sheet.point("{text}", text=text)
    if w.rng.random() < 0.6:
        limit = Decimal(w.rng.choice((10_000, 25_000, 50_000))).quantize(Decimal("0.01"))
        sheet.point(
            "Verschiebungen über {limit} hinaus bedürfen der Zustimmung des Landes.",
            limit=w.amount(limit, "other")[0],
        )


def _sign(sheet: _Parts) -> None:
    """A row for each hand: whom for, name and office, place, day, and an empty cell to sign in."""
    w, s = sheet.w, sheet.w.scenario
    captions = s.signing == "captions"
    head = ("Für", "Name, Funktion", "Ort", "Datum", "Unterschrift" + (" / Siegel" if captions else ""))
    rows: list[tuple[Text, ...]] = [tuple(plain(one, True) for one in head)]
    for signer in s.signers:
        one = enter(w, signer)
        deputy = "i. V. " if signer.deputising else ""
        who: Text = ()
        if one.name and one.function:
            between = ", " if s.signing != "brackets" else " – "
            who = (Run(deputy), one.name, Run(between), one.function)
        rows.append(((one.bare_organisation,), who, (one.place,), (one.date,), ()))
    table = Table(
        tuple(rows),
        (1.9, 1.7, 1.1, 1.15, 1.3),
        ("left", "left", "left", "left", "left"),
        "grid" if s.ruled != "rows" else "rows",
        row_height=34.0,
        together=True,
    )
    w.add(table)
