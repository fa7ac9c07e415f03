"""Of the test split: whoever writes rules or trains weights has no business in here."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.legal import aside, law
from samples.wordings.money import (
    parts,
    project_money,
    project_sum,
    replaced,
    subtotal,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, represented
from samples.wordings.roles import roles
from samples.writer import Writer

OWN_ASIDES = (
    "Geringwertige Güter bis {cap} netto sind im Jahr der Anschaffung voll angesetzt.",
    "Der Ansatz beruht auf {persons} Teilnehmerplätzen, wovon {young} im Vorjahr unbesetzt waren.",
    "Zahlungsavise gehen an die Kämmerei, Fernruf {phone}.",
    "Der Jahresabschluss weist im Teilergebnishaushalt Soziales zuletzt {past} aus.",
    "Kalkulatorische Zuschläge von {rate} v. H. sind nicht enthalten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (Bestand)",
    "{name} – Ausbaustufe",
    "Trainingszentrum {name}",
    "{name} 50plus",
    "Lernbegleitung {name}",
)
CARRIERS = (
    "Bildungsakademie gGmbH",
    "Eigenbetrieb",
    "Arbeit und Bildung e. V.",
    "Handwerkskammer",
    "Kreis-VHS",
    "Neue Wege gGmbH",
)
_CENT = Decimal("0.01")


class _Letters:
    """ "A" and the heading beside it in larger type; text below without numbers, notes in brackets."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w, by_short_name=False)
        self.noted = 0

    def open(self, title: str) -> None:
        text = (self.w.next_section(), Run("   ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", scale=1.16, before=14, after=5, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=5, with_next=with_next))

    def note(self, sentence: str, **filled: Run | Text | str) -> None:
        self.noted += 1
        text = self.w.fill(sentence, **{**self.words, **filled})
        marker = plain(f"[{self.noted}]")
        self.w.add(Paragraph(text, "left", scale=0.94, after=4, indent=28, hang=28, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, full_figures)
    w = Writer(s, rng, numbering="A")
    _opening(w)
    letters = _Letters(w)
    if s.amendment:
        _amend(letters)
    else:
        letters.open("Grundlagen")
        letters.say(
            "Die nachstehende Mittelrechnung ist verbindlicher Bestandteil der Vereinbarung. Sie ist nach "
            "den Regeln {lho} aufgestellt und enthält nur kassenwirksame Beträge.",
            lho=law(w, "lho", short=True),
        )
        letters.open("Mittelrechnung")
        _account(letters)
        letters.open(w.rng.choice(("Anhang zur Mittelrechnung", "Erläuterungen zur Mittelrechnung")))
        _notes(letters)
        letters.open(w.rng.choice(("Projektnachweis", "Einzelnachweis der Projekte")))
        _projects(letters)
        letters.open("Fälligkeiten")
        _days(letters)
    _sign(letters)
    return w, Sheet(
        family=rng.choice(("source-sans", "helvetica", "open-sans")),
        size=rng.choice((9.8, 10.4)),
        leading=rng.choice((1.28, 1.36)),
        header=rng.choice((None, "Kämmerei – Zuwendungscontrolling")),
        header_align="left",
        header_on_first=True,
        footer=rng.choice(("{page} / {pages}", "Blatt {page} von {pages}")),
        footer_align="right",
        left=70,
        right=60,
        top=70,
        bottom=64,
    )


def _opening(w: Writer) -> None:
    """The title in three lines at the left; then who gives and who receives, behind a caption."""
    s = w.scenario
    w.add(Paragraph((w.kind(),), "left", scale=1.8, after=2))
    for index in range(len(s.programmes)):
        year = (Run(" ", bold=True), w.year(bold=True)) if index == len(s.programmes) - 1 else ()
        w.add(Paragraph((replace(w.programme(index), bold=True), *year), "left", scale=1.2, after=2))
    w.add(Paragraph(plain("mit Mittelrechnung und Anhang"), "left", after=10))
    for index in range(len(s.parties)):
        marker = plain("Budgetgeber" if index == 0 else "Budgetnehmer")
        short = abbreviation(w) if index == 0 else ()
        bracket = (Run(" ("), short[1], Run(")")) if short else ()
        name = (replace(w.bare_party(index), bold=True), *bracket, *represented(w, index))
        w.add(Paragraph(name, "left", after=3, indent=96, hang=96, marker=marker))


def _amend(letters: _Letters) -> None:
    """Old sum, difference and new sum side by side, each under a heading of its own."""
    w, s = letters.w, letters.w.scenario
    letters.open("Grundlagen")
    letters.say("Fortgeschrieben wird die Zielvereinbarung vom {day}.", day=_amended(w))
    letters.open("Geänderte Mittelrechnung")
    old, new = replaced(w)
    more, _ = w.amount(s.total - (s.replaced or Decimal(0)), "other")
    w.tables += 1
    for entry in w.gold["amounts"][-3:]:
        entry |= {"table": w.tables, "row": 1}
    heads = ("Position", "bisher", "Veränderung", "neu")
    rows: tuple[tuple[Text, ...], ...] = (
        tuple(plain(head, True) for head in heads),
        (plain(f"Landesmittel {s.clause_year} [1]"), (old,), (Run("+ "), more), (replace(new, bold=True),)),
    )
    aligns: tuple[Align, ...] = ("left", "right", "right", "right")
    w.add(Table(rows, (1.7, 1.4, 1.4, 1.4), aligns, s.ruled, padding=3.0, together=True))
    letters.open("Anhang zur Mittelrechnung")
    letters.note("Die Veränderung ist durch Mehrausgaben für zusätzliche Plätze begründet.")
    letters.note(
        "Der Zuwendungsbescheid ist vom {authority} anzupassen; Fälligkeiten bleiben, wie sie sind.",
        authority=w.authority(),
    )


def _amended(w: Writer) -> Run:
    day = w.scenario.amended_day
    return w.date(day, "amended_agreement", full_figures(day)) if day else amended(w)


def _round(rng: random.Random, low: int, high: int) -> Decimal:
    return Decimal(rng.randint(low, high) * 100).quantize(_CENT)


def _past(rng: random.Random, value: Decimal) -> int:
    """What a line came to in the year before, in thousands."""
    return max(1, int(value * rng.randint(86, 109) / 100_000))


def _before(w: Writer, thousands: int, row: int) -> Run:
    value = Decimal(thousands * 1_000).quantize(_CENT)
    entry: dict[str, Any] = {"style": "thousands_cell", "year": w.scenario.year - 1}
    return w.amount(value, "other", table=w.tables, row=row, **entry)[0]


def _account(letters: _Letters) -> None:
    """Lines of where the money comes from, this year in euros, the year before in thousands."""
    w, s, rng = letters.w, letters.w.scenario, letters.w.rng
    w.tables += 1
    if s.budget == "by_year":
        _scale(letters)
        return
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    heads = ("Position", "Anm.", f"{s.clause_year} EUR", "Vorjahr TEUR")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    values = (
        [measure.amount or Decimal(0) for measure in s.measures] if s.budget == "by_measure" else s.shares
    )
    past = [_past(rng, value) for value in values or [s.total]]

    def line(name: Text, note: str, amount: Run, before: int) -> None:
        rows.append((name, plain(note) if note else (), (amount,), (_before(w, before, len(rows)),)))

    rows.append((plain("Mittelherkunft", True),))
    two = s.budget == "two_programmes"
    if two:
        found = parts(w, style="cell", table=w.tables, rows=(2, 3))
        for part, before in zip(found, past, strict=True):
            line(part.label, "", part.amount, before)
    line(plain("Landesmittel", two), "[1]", total(w, bold=True, row=len(rows), **entry), sum(past))
    own, others = _round(rng, 120, 2_100), _round(rng, 60, 900)
    beside = (_past(rng, own), _past(rng, others))
    for name, note, value, before in (
        ("Eigenmittel", "[2]", own, beside[0]),
        ("Beiträge Dritter", "", others, beside[1]),
        ("Summe Herkunft", "", s.total + own + others, sum(past) + sum(beside)),
    ):
        run, _ = w.amount(value, "other", row=len(rows), **entry)
        line(plain(name, name.startswith("Summe")), note, run, before)
    limited = " (nur Landesmittel)" if s.budget == "by_measure" else ""
    rows.append((plain("Mittelverwendung" + limited, True),))
    if s.budget == "by_measure":
        found = parts(w, style="cell", table=w.tables, rows=range(len(rows), len(rows) + len(s.measures)))
        for part, before in zip(found, past, strict=True):
            label = (Run(f"Maßnahmenart {s.measures[part.index].number}: "), *part.label)
            line(label, "", part.amount, before)
        line(plain("Summe Landesmittel", True), "", total(w, bold=True, row=len(rows), **entry), sum(past))
    else:
        whole, before = s.total + own + others, sum(past) + sum(beside)
        for (name, value), last in zip(_kinds(whole), _kinds(Decimal(before)), strict=True):
            run, _ = w.amount(value.quantize(_CENT), "other", row=len(rows), **entry)
            line(plain(name, name.startswith("Summe")), "", run, int(last[1]))
    aligns: tuple[Align, ...] = ("left", "center", "right", "right")
    w.add(Table(tuple(rows), (3.6, 0.6, 1.4, 1.2), aligns, s.ruled, padding=2.4, after=6.0))


def _kinds(whole: Decimal) -> tuple[tuple[str, Decimal], ...]:
    """Kinds of expenditure, whoever pays them, and all of them together."""
    staff = (whole * Decimal("0.62")).quantize(Decimal("1"))
    things = (whole * Decimal("0.21")).quantize(Decimal("1"))
    return (
        ("Personalausgaben", staff),
        ("Sachausgaben", things),
        ("Leistungen an Teilnehmende", whole - staff - things),
        ("Summe Verwendung", whole),
    )


def _scale(letters: _Letters) -> None:
    """A line for each year: what the Land gives, what comes from the own budget, and both."""
    w, s, rng = letters.w, letters.w.scenario, letters.w.rng
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    heads = ("Haushaltsjahr", "Anm.", "Landesmittel EUR", "Eigenmittel EUR", "Ausgaben EUR")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    found = parts(w, style="cell", table=w.tables, rows=range(1, len(s.shares) + 1))
    owned = Decimal("0.00")
    for part, share in zip(found, s.shares, strict=True):
        own = _round(rng, 90, 1_500)
        owned += own
        cells = [w.amount(value, "other", row=len(rows), **entry)[0] for value in (own, share + own)]
        note = plain("[3]" if part.index else "[1]")
        rows.append((part.label, note, (part.amount,), (cells[0],), (cells[1],)))
    run = total(w, bold=True, row=len(rows), year=None, **entry)
    both = sum(s.shares, Decimal("0.00")) + owned
    cells = [w.amount(value, "other", row=len(rows), **entry)[0] for value in (owned, both)]
    rows.append((plain("Summe", True), (), (run,), (cells[0],), (cells[1],)))
    aligns: tuple[Align, ...] = ("left", "center", "right", "right", "right")
    w.add(Table(tuple(rows), (1.4, 0.6, 1.5, 1.5, 1.5), aligns, s.ruled, padding=2.4, after=6.0))


def _notes(letters: _Letters) -> None:
    w, s, rng = letters.w, letters.w.scenario, letters.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    letters.note(
        "{Gives} bindet sich über alle Haushaltsjahre mit zusammen {total}; verfügbar ist jeweils nur die "
        "Scheibe des laufenden Jahres."
        if years
        else rng.choice(
            (
                "{Gives} stellt {takes_dat} im Jahr {clause_year} bis zu {total}{words} zur Verfügung. Der "
                "Betrag ist eine Obergrenze.",
                "Bewilligt werden für {clause_year} höchstens {total}{words}; Minderausgaben kürzen zuerst "
                "diesen Posten.",
            )
        ),
        total=amount,
        words=(Run(" – in Worten "), words, Run(" –")) if words else "",
    )
    decided = date(s.year - 1, 12, rng.randint(1, 19))
    letters.note(
        "Die Eigenmittel sind in der am {day} beschlossenen Haushaltssatzung unter dem Produkt {product} "
        "veranschlagt.",
        day=w.date(decided, "reference", full_figures(decided)),
        product=f"05.{rng.randint(10, 49)}.{rng.randint(1, 9):02d}",
    )
    if years:
        letters.note("Für die Folgejahre ist eine Verpflichtungsermächtigung ausgebracht.")
    elif s.reference:
        letters.note(
            "Vorjahreswerte: geprüft durch die Revision, Vermerk vom {day}.",
            day=w.date(s.reference, "reference", full_figures(s.reference)),
        )
    letters.note(
        "Verschiebungen zwischen den Posten sind bis {small} ohne Zustimmung zulässig.",
        small=aside(w, 2_500, 5_000, 10_000),
    )
    for text in aside_texts(w, OWN_ASIDES):
        letters.note("{text}", text=text)


def _facts(s: Scenario, project: Project) -> tuple[str, str]:
    dice = random.Random(f"{s.deadline}~{project.name}~{s.year}")
    return dice.choice(CARRIERS), f"{dice.randint(501, 589)}{dice.randint(10, 99)}"


def _projects(letters: _Letters) -> None:
    """Projects counted through all Maßnahmenarten, in a ledger without a head or behind one another."""
    w, s = letters.w, letters.w.scenario
    paid = s.budget == "by_project"
    letters.say(
        "Angegeben sind laufende Nummer, Projekt, ausführende Stelle und Kostenstelle"
        + (", dazu der Anteil an den Landesmitteln in EUR." if paid else "."),
        with_next=True,
    )
    count = 0
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (replace(title, bold=True), Run(f" (Maßnahmenart {measure.number})"))
        w.add(Paragraph(head, "left", before=4, after=2, with_next=True))
        if s.listing == "table":
            w.tables += 1
        rows: list[tuple[Text, ...]] = []
        entry: dict[str, Any] = {"style": "cell", "table": w.tables}
        for name, project in zip(names, measure.projects, strict=True):
            count += 1
            carrier, place = _facts(s, project)
            if s.listing == "list":
                money = project_money(w, measure, project, "; ")
                text = (name, Run(f"; {carrier}; {place}"), *money)
                w.add(Paragraph(text, "left", after=2, indent=28, hang=28, marker=plain(f"{count:02d}")))
                continue
            cells: tuple[Text, ...] = (plain(f"{count:02d}"), (name,), plain(carrier), plain(place))
            if paid:
                cells = (*cells, (project_sum(w, measure, project, row=len(rows) + 1, **entry),))
            rows.append(cells)
        if paid and len(names) > 1:
            if s.listing == "list":
                text = (Run("Summe "), subtotal(w, measure))
                w.add(Paragraph(text, "left", after=3, indent=28))
            else:
                run = subtotal(w, measure, row=len(rows) + 1, **entry)
                rows.append(((), plain("Summe"), (), (), (run,)))
        if rows:
            aligns: tuple[Align, ...] = ("left", "left", "left", "right", "right")
            shares = (0.4, 2.8, 2.0, 0.9, 1.3)
            wide = len(rows[0])
            w.add(
                Table(tuple(rows), shares[:wide], aligns[:wide], s.ruled, padding=2.2, after=4.0, before=1.0)
            )
    w.add(Gap(3))


def _days(letters: _Letters) -> None:
    """The day at the left, what falls due beside it; or a sentence for each."""
    w, s = letters.w, letters.w.scenario
    later = len(s.shares) - 1 if s.budget == "by_year" else 0
    signed = max((one.day for one in s.signers if one.day), default=date(s.year, 6, 30))
    call = max(date(s.year, 10, 1), signed + timedelta(days=21))
    lines = (
        (date(s.year, 1, 1), "period_start", "Beginn des Abrechnungszeitraums"),
        (call, "deadline", "Anforderung der Abschlagszahlung bei der Bewilligungsstelle"),
        (date(s.year, 12, 8), "deadline", "letzte Anforderung für das laufende Haushaltsjahr"),
        (date(s.year + later, 12, 31), "period_end", "Ende des Abrechnungszeitraums"),
        (s.deadline, "deadline", "Vorlage des Verwendungsnachweises bei der Bewilligungsstelle"),
    )
    if s.listing == "table":
        rows = tuple((((w.date(day, role, full_figures(day))),), plain(what)) for day, role, what in lines)
        w.add(Table(rows, (1.0, 4.6), ("left", "left"), s.ruled, padding=2.4, after=6.0))
    else:
        for day, role, what in lines:
            text = (w.date(day, role, full_figures(day)), Run(f": {what}"))
            w.add(Paragraph(text, "left", after=2, indent=12))
    letters.say("Bewilligungsstelle ist das {authority}.", authority=w.authority())


def _sign(letters: _Letters) -> None:
    """A declaration, then a frame for each hand: body, place, day, the pen, name with office."""
    w, s = letters.w, letters.w.scenario
    letters.open("Bestätigung")
    letters.say(
        "Die Unterzeichnenden bestätigen, dass die Angaben vollständig und rechnerisch richtig sind, und "
        "schließen die Vereinbarung auf dieser Grundlage.",
        with_next=True,
    )
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    across = 3 if s.signature_form == "three_columns" and len(columns) >= 3 else 2
    if s.signature_form == "stacked":
        w.add(*[block for column in columns for block in in_rows([column, ()], 2, before=8.0, boxed=True)])
        return
    w.add(*in_rows(columns, across, then=10.0, before=8.0, gutter=10.0, boxed=True, scale=0.92))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    whose: Text = (one.bare_organisation,)
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        whose = (Run(f"{'Kreisausschuss' if party.gender == 'm' else 'Magistrat'} {article} "), name)
    lines = [SignLine(whose), SignLine((Run("Ort: "), one.place)), SignLine((Run("Tag: "), one.date))]
    lines.append(
        SignLine((), "dots" if form == "captions" else "none", pen=one.name is not None, height=38.0)
    )
    if one.name and one.function:
        deputy = plain("i. V. ") if one.signer.deputising else ()
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine((*deputy, *named)), SignLine((one.function,))]
    return tuple(lines)
