"""Printed from a spreadsheet, broadside: blocks A, B, C, and a matrix of projects against Maßnahmenarten."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import NEW_LINE, Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated, two_figures
from samples.wordings.money import parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Pauschale je Beratungsgespräch: {cap} (nachrichtlich, nicht Teil der Summe).",
    "Plan-Plätze laut Abfrage: {persons}, hiervon Teilzeit: {young}.",
    "Bei Fragen zur Datei: Hotline {phone}.",
    "Vergleichswert Vorperiode: {past}.",
    "Toleranz zwischen Plan und Ist: {rate} %.",
)
OWN_FORMS = ("{name}", "{name}", "{name}", "{name} [neu]", "{name} / Los 2", "Kurs {name}")
GENERAL_NOTES = (
    "Die Datei wird nach Unterschrift gesperrt; Korrekturen erfolgen in einem neuen Blatt.",
    "Rechtliche Grundlage sind die Fördergrundsätze des Landes in ihrer jeweils gültigen Fassung.",
)
NOTES = (
    "Verschiebungen zwischen den Spalten sind mitzuteilen, sobald sie absehbar sind.",
    "Nicht belegte Plätze dürfen anderen Projekten derselben Spalte zugeschlagen werden.",
    *GENERAL_NOTES,
)


class _Blocks:
    """ "Block A: Heading" over each part of the sheet."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.word = w.rng.choice(("Block ", "Teil ", ""))

    def open(self, title: str) -> None:
        end = ":  " if self.word else "   "
        text = (Run(self.word, bold=True), self.w.next_section(), Run(end, bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", scale=1.1, before=9, after=2, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, full_figures, two_figures)))
    w = Writer(s, rng, numbering="A")
    blocks = _Blocks(w)
    w.add(Paragraph((w.kind(),), "left", scale=1.7, after=0))
    _facts(blocks)
    if s.amendment:
        _amend(blocks)
    else:
        _funds(blocks)
        _projects(blocks)
    _notes(blocks)
    blocks.open("Unterschriften")
    _sign(w)
    sheet = rng.choice(("ZV_AQB", "Zielvereinb_Endfassung", "Budget_AQB_final2"))
    return w, Sheet(
        family=rng.choice(("helvetica", "helvetica-narrow", "source-sans")),
        size=rng.choice((9.2, 9.6)),
        leading=1.3,
        width=841.89,
        height=595.28,
        header=rng.choice((None, s.file_mark)),
        header_align="right",
        header_on_first=True,
        footer=rng.choice((f"{sheet}.xlsx    Tabelle1    Seite {{page}} von {{pages}}", "Seite {page}")),
        footer_align="left",
        left=44,
        right=44,
        top=50,
        bottom=50,
    )


def _facts(blocks: _Blocks) -> None:
    """Who with whom, which programme, which year, which days: field and content."""
    w, s = blocks.w, blocks.w.scenario
    blocks.open(w.rng.choice(("Stammdaten", "Allgemeine Angaben")))
    rows: list[tuple[Text, ...]] = [(plain("Feld", True), plain("Eintrag", True))]

    def field(name: str, entry: Text) -> None:
        rows.append((plain(name), entry))

    for index in range(len(s.parties)):
        called = "Mittelgeber" if index == 0 else "Mittelnehmer"
        called += f" {index}" if index and len(s.parties) > 2 else ""
        field(called, (replace(w.bare_party(index), bold=True), *represented(w, index)))
    field("Förderprogramm", enumerated([(w.programme(i),) for i in range(len(s.programmes))], " / "))
    field("Haushaltsjahr", (w.year(),))
    if s.amendment:
        field("Ändert Vereinbarung vom", (amended(w),))
    else:
        start = w.date(date(s.year, 1, 1), "period_start", f"01.01.{s.year}")
        end = w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}")
        field("Durchführung von / bis", (start, Run(" / "), end))
        field("Nachweis fällig am", (w.date(s.deadline, "deadline", full_figures(s.deadline)),))
    if s.reference and not s.amendment:
        field("Strategiepapier, Stand", (w.date(s.reference, "reference", full_figures(s.reference)),))
    field("Bewilligung durch", (w.authority(),))
    w.add(Table(tuple(rows), (1.2, 3.6), ("left", "left"), "grid", padding=2.5, after=4))


def _amend(blocks: _Blocks) -> None:
    w, s = blocks.w, blocks.w.scenario
    blocks.open("Geänderte Mittel")
    old, new = replaced(w)
    if s.listing == "list":
        w.paragraph("Mittel {clause_year} bisher {old}, ab jetzt {new}.", old=old, new=new)
        return
    rows: list[tuple[Text, ...]] = [
        (plain("Mittel für", True), plain("bisher", True), plain("neu", True)),
        (plain(str(s.clause_year)), (old,), (new,)),
    ]
    w.add(Table(tuple(rows), (1.0, 1.4, 1.4), ("left", "right", "right"), "grid", padding=3))


def _funds(blocks: _Blocks) -> None:
    """The total in large type; years and programmes side by side below it."""
    w, s = blocks.w, blocks.w.scenario
    blocks.open(w.rng.choice(("Landesmittel", "Mittel des Landes")))
    years = s.budget == "by_year"
    split = years or s.budget == "two_programmes"
    if split and s.listing == "table":
        _across(w)
        return
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    last = s.clause_year + len(s.shares) - 1
    lead = f"Landesmittel {s.clause_year} bis {last} gesamt: " if years else f"Landesmittel {s.clause_year}: "
    tail: Text = (Run("   ("), words, Run(")")) if words else ()
    w.add(Paragraph((Run(lead), amount, *tail), "left", scale=1.15, before=2, after=5))
    if split:
        told: list[Run] = [Run("darin enthalten:  ")]
        for part in parts(w):
            told += [Run("   +   ")] if part.index else []
            told += [*part.label, Run(" = "), part.amount]
        w.add(Paragraph(tuple(told), "left", after=5))


def _across(w: Writer) -> None:
    """A column for each part, the sum in the last."""
    s = w.scenario
    w.tables += 1
    found = parts(w, style="cell", table=w.tables, rows=[1] * len(s.shares))
    year = None if s.budget == "by_year" else s.clause_year
    run = total(w, style="cell", bold=True, table=w.tables, row=1, year=year)
    head = (plain("Landesmittel", True), *(part.label for part in found), plain("Summe", True))
    cells: tuple[Text, ...] = (plain("Betrag in Euro"), *((part.amount,) for part in found), (run,))
    right: Align = "right"
    aligns: tuple[Align, ...] = ("left", *([right] * (len(found) + 1)))
    wide = 1.0 if s.budget == "by_year" else 2.0
    w.add(Table((head, cells), (1.4, *([wide] * len(found)), 1.1), aligns, "grid", padding=3))


def _projects(blocks: _Blocks) -> None:
    w, s = blocks.w, blocks.w.scenario
    money = " (Beträge in Euro)" if s.budget in ("by_project", "by_measure") else ""
    blocks.open(w.rng.choice(("Projekte nach Maßnahmenart", "Zuordnung der Projekte")))
    text = "Zuordnung durch x in der Spalte der Maßnahmenart." if s.budget != "by_project" else ""
    if s.listing == "table":
        told = f"Zeilen: Projekte. Spalten: Maßnahmenarten{money}. {text}"
        w.add(Paragraph(plain(told.strip()), "left", after=2, with_next=True))
        _matrix(w)
    else:
        told = f"Unter jeder Maßnahmenart stehen ihre Projekte{money}."
        w.add(Paragraph(plain(told), "left", after=2, with_next=True))
        _columns(w)


def _matrix(w: Writer) -> None:
    """A row for each project; what stands in a column, a cross or a sum, says where it belongs."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid or s.budget == "by_measure" else 0
    told = [w.measure(number) for number in range(len(s.measures))]
    count = len(told)
    heads = [(Run(f"{one.number} "), title) for one, (title, _) in zip(s.measures, told, strict=True)]
    rows: list[tuple[Text, ...]] = [(plain("Projekt", True), *heads)]
    for number, (measure, (_, names)) in enumerate(zip(s.measures, told, strict=True)):
        for name, project in zip(names, measure.projects, strict=True):
            cells: list[Text] = [()] * count
            if paid:
                run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
                cells[number] = (run,)
            else:
                cells[number] = plain("x")
            rows.append(((name,), *cells))
    rows += _foot(w, len(rows))
    side: Align = "right" if paid or s.budget == "by_measure" else "center"
    aligns: tuple[Align, ...] = ("left", *([side] * count))
    w.add(Table(tuple(rows), (0.95, *([1.0] * count)), aligns, "grid", padding=2.5, together=True))


def _foot(w: Writer, row: int) -> list[tuple[Text, ...]]:
    """The sums below the columns, if there are any."""
    s = w.scenario
    lead = plain("Summe der Spalte", True)
    if s.budget == "by_project":
        sums = [(subtotal(w, one, style="cell", table=w.tables, row=row),) for one in s.measures]
        return [(lead, *sums)]
    if s.budget == "by_measure":
        found = parts(w, style="cell", table=w.tables, rows=[row] * len(s.measures))
        return [(lead, *((part.amount,) for part in found))]
    return []


def _columns(w: Writer) -> None:
    """A column for each Maßnahmenart, its projects below it line by line, its sum at the foot."""
    s = w.scenario
    w.tables += 1 if s.budget in ("by_project", "by_measure") else 0
    heads: list[Text] = []
    cells: list[Text] = []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        heads.append((Run(f"{measure.number} "), replace(title, bold=True)))
        lines: list[Run] = []
        for name, project in zip(names, measure.projects, strict=True):
            lines += [NEW_LINE] if lines else []
            lines += [Run("- "), name]
            if project.amount is not None:
                run = project_sum(w, measure, project, style="cell", table=w.tables, row=1)
                lines += [Run(": "), run]
        cells.append(tuple(lines))
    rows: list[tuple[Text, ...]] = [tuple(heads), tuple(cells)]
    foot = _foot(w, 2)
    rows += [tuple((Run("Summe "), *cell) for cell in foot[0][1:])] if foot else []
    left: Align = "left"
    count = len(heads)
    w.add(Table(tuple(rows), tuple([1.0] * count), tuple([left] * count), "grid", padding=3, together=True))


def _notes(blocks: _Blocks) -> None:
    w, rng = blocks.w, blocks.w.rng
    blocks.open(rng.choice(("Hinweise", "Bemerkungen")))
    notes = GENERAL_NOTES if w.scenario.amendment else NOTES
    told: list[Text] = [plain(text) for text in rng.sample(notes, 2)]
    told += [] if w.scenario.amendment else aside_texts(w, OWN_ASIDES)
    for number, text in enumerate(told, start=1):
        w.add(Paragraph(text, "left", after=1.5, indent=16, hang=16, marker=plain(f"{number}.")))
    w.add(Gap(2))


def _sign(w: Writer) -> None:
    """Boxes beside each other: field names with a colon, room for the pen at the foot."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    across = 2 if len(columns) == 2 or s.signature_form == "stacked" else 3
    w.add(*in_rows(columns, across, gutter=16.0, boxed=True, before=8.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    lines = [SignLine((Run("Für: "), one.bare_organisation))]
    if form == "organ" and party.gender != "n":
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        lines = [SignLine((Run("Für: "), one.bare_organisation, Run(f" ({organ})")))]
    if one.name and one.function:
        deputy = " (i. V.)" if one.signer.deputising else ""
        lines += [
            SignLine((Run("Name: "), one.name)),
            SignLine((Run("Funktion: "), one.function, Run(deputy))),
        ]
    else:
        lines += [SignLine(plain("Name:")), SignLine(plain("Funktion:"))]
    lines += [
        SignLine((Run("Ort: "), one.place, Run("     Datum: "), one.date)),
        SignLine(plain("Unterschrift:"), pen=one.name is not None, height=40.0),
    ]
    return tuple(lines)
