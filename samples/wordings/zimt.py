"""Held back: who works on how agreements are read leaves this file closed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import (
    NEW_LINE,
    Align,
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
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated, two_figures
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Die Stückkosten sollen {cap} je Platz und Monat nicht übersteigen.",
    "Die Fallzahl wird mit {persons} angesetzt, die Zahl der Standorte mit {young}.",
    "Controlling und Berichtswesen sind erreichbar unter {phone}.",
    "Der Mittelrahmen der Vorperiode belief sich auf {past}.",
    "Eine Abweichung von {rate} % gegenüber dem Plan löst ein Steuerungsgespräch aus.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} [neu]",
    "Produkt „{name}“",
    "{name} – Etappe 1",
    "Anlaufstelle {name}",
    "{name} digital",
)
GOALS = (
    ("Übergänge in Ausbildung", "Quote sechs Monate nach Austritt", "65 %"),
    ("Zufriedenheit der Teilnehmenden", "Befragung zum Ende", "Note 2,0"),
    ("Verbleib im Projekt", "Abbrüche je hundert Eintritte", "unter 15"),
    ("Auslastung", "besetzte Plätze im Jahresmittel", "90 %"),
    ("Beteiligung von Frauen", "Anteil an den Eintritten", "50 %"),
    ("Anerkannte Abschlüsse", "Bestandene Prüfungen", "8 von 10"),
)


class _Blocks:
    """ "Baustein 1 · Heading"."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.between = w.rng.choice((" · ", ": ", "   "))

    def open(self, title: str) -> None:
        text = (
            Run("Baustein ", bold=True),
            self.w.next_section(),
            Run(self.between, bold=True),
            self.w.heading(title),
        )
        self.w.add(Paragraph(text, "left", scale=1.12, before=14, after=5, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), "left", after=6))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, two_figures)))
    s = replace(s, figures=rng.choice(("sign", "code", "euro", s.figures)))
    w = Writer(s, rng)
    _opening(w)
    blocks = _Blocks(w)
    _partners(blocks)
    if s.amendment:
        _amend(blocks)
    else:
        _agree(blocks)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("open-sans", "vera", "source-sans")),
        size=rng.choice((9.8, 10.4)),
        leading=rng.choice((1.36, 1.5)),
        header=rng.choice((None, "Steuerung über Ziele")),
        header_align="left",
        footer=rng.choice(("{page} | {pages}", "Seite {page}", f"Kontrakt {s.year}, Seite {{page}}")),
        footer_align=rng.choice(("right", "left")),
        left=68,
        right=68,
        top=68,
    )


def _opening(w: Writer) -> None:
    """Kind, then programme and year in one line; who agrees is told by the first block."""
    s, rng = w.scenario, w.rng
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark.replace("Az. ", "Kontrakt-Nr. ")), "right", scale=0.9, after=6))
    names = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    lines = [
        Paragraph((w.kind(),), "left", scale=2.0, after=3),
        Paragraph((*names, Run(" · Planjahr "), w.year()), "left", scale=1.1, after=4),
    ]
    w.add(*(lines if rng.random() < 0.7 else reversed(lines)))


def _partners(blocks: _Blocks) -> None:
    """Each side behind its word, in lines or in a table without rules."""
    w, s = blocks.w, blocks.w.scenario
    blocks.open(w.rng.choice(("Kontraktpartner", "Wer den Kontrakt schließt")))
    last = len(s.parties) - 1
    rows: list[tuple[Text, ...]] = []
    for index, party in enumerate(s.parties):
        word = "Mittelgebend" if index == 0 else "Mittelverwendend"
        word += f" ({index})" if index and last > 1 else ""
        name = (replace(w.bare_party(index), bold=True), *represented(w, index))
        rows.append((plain(f"{word}:"), (*name, Run(f", {party.seat}") if index == 0 else Run(""))))
    if w.rng.random() < 0.5:
        w.add(Table(tuple(rows), (1.0, 3.2), ("left", "left"), "none", before=0, after=4, padding=2.0))
        return
    for word_cell, name_cell in rows:
        w.add(Paragraph((*word_cell, Run(" "), *name_cell), "left", after=3))


def _amend(blocks: _Blocks) -> None:
    w, s = blocks.w, blocks.w.scenario
    blocks.open("Geltender Kontrakt")
    blocks.say("Die Partner passen die Zielvereinbarung an, die das Datum {day} trägt.", day=amended(w))
    blocks.open("Mittelrahmen")
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        rows: tuple[tuple[Text, ...], ...] = (
            (plain("Mittelrahmen", True), plain("alt", True), plain("neu", True)),
            (plain(f"Planjahr {s.clause_year}"), (old,), (new,)),
        )
        aligns: tuple[Align, ...] = ("left", "right", "right")
        w.add(Table(rows, (1.4, 1.5, 1.5), aligns, s.ruled, together=True))
    else:
        blocks.say(
            "Der Mittelrahmen {clause_year} wächst wegen höheren Bedarfs: neu {new}, alt {old}.",
            old=old,
            new=new,
        )
    blocks.open("Folgen")
    blocks.say(
        "Ziele und Kennzahlen bleiben. Zuständig für den Bescheid: {authority}.", authority=w.authority()
    )


def _agree(blocks: _Blocks) -> None:
    w, rng = blocks.w, blocks.w.rng
    _goals(blocks)
    money_first = rng.random() < 0.4
    for step in (_funds, _services) if money_first else (_services, _funds):
        step(blocks)
    blocks.open(rng.choice(("Steuerung und Bescheid", "Controlling")))
    blocks.say(
        "Gesteuert wird über Kennzahlen, nicht über Einzelanweisungen. Bescheid und Zahlbarmachung: "
        "{authority}.",
        authority=w.authority(),
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, "left"))
    _milestones(blocks)


def _goals(blocks: _Blocks) -> None:
    w = blocks.w
    blocks.open("Ziele und Kennzahlen")
    rows: list[tuple[Text, ...]] = [
        (plain("Ziel", True), plain("gemessen an", True), plain("Sollwert", True))
    ]
    for number, (goal, measured, wanted) in enumerate(w.rng.sample(GOALS, 3), start=1):
        rows.append((plain(f"Z{number} {goal}"), plain(measured), plain(wanted)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    w.add(Table(tuple(rows), (2.3, 2.4, 0.9), aligns, w.scenario.ruled, padding=3.5, together=True))


def _milestones(blocks: _Blocks) -> None:
    """Dates before what falls on them, in the order of the calendar."""
    w, s, rng = blocks.w, blocks.w.scenario, blocks.w.rng
    blocks.open("Meilensteine")
    told: list[tuple[Run, str]] = []
    if s.reference:
        told.append((w.date(s.reference, "reference", full_figures(s.reference)), "Ausgangsanalyse lag vor"))
    told += [
        (w.date(date(s.year, 1, 1), "period_start", f"01.01.{s.year}"), "Beginn der Leistungen"),
        (w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}"), "Ende der Leistungen"),
        (w.date(s.deadline, "deadline", full_figures(s.deadline)), "letzter Tag für den Verwendungsnachweis"),
    ]
    if rng.random() < 0.5:
        rows = tuple(((day,), plain(what)) for day, what in told)
        w.add(Table(rows, (0.8, 3.4), ("left", "left"), s.ruled, padding=3.0, together=True))
        return
    for day, what in told:
        w.add(Paragraph((day, Run(f" – {what}")), "left", after=2, indent=12))
    w.add(Gap(4))


def _funds(blocks: _Blocks) -> None:
    w, s, rng = blocks.w, blocks.w.scenario, blocks.w.rng
    blocks.open("Mittelrahmen")
    years = s.budget == "by_year"
    if s.budget in SPLIT and s.listing == "table":
        _frame(w)
        return
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    if years:
        blocks.say("Mehrjähriger Mittelrahmen: {total}", total=amount)
    elif s.budget == "one_line":
        w.add(Paragraph((*w.fill("Mittelrahmen {clause_year}: "), amount), "left", scale=1.1, after=6))
    else:
        blocks.say(
            rng.choice(
                (
                    "Der Mittelrahmen für {clause_year} ist mit {total}{words} bemessen.",
                    "Für die genannten Leistungen kann {clause_year} ein Mittelrahmen von {total}{words} "
                    "ausgeschöpft werden.",
                )
            ),
            total=amount,
            words=(Run(" (wörtlich: "), words, Run(")")) if words else "",
        )
    if s.budget in SPLIT:
        for part in parts(w):
            lead = f"Handlungsfeld {s.measures[part.index].number}, " if s.budget == "by_measure" else ""
            text = (Run("davon "), Run(lead), *part.label, Run(": "), part.amount)
            w.add(Paragraph(text, "left", after=2, indent=24))
        w.add(Gap(4))
    blocks.say("Innerhalb des Mittelrahmens darf umgeschichtet werden, soweit die Ziele nicht leiden.")


def _frame(w: Writer) -> None:
    """The whole in the first row, its parts below it."""
    s = w.scenario
    years = s.budget == "by_year"
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    head = "Mittelrahmen aller Jahre" if years else f"Mittelrahmen {s.clause_year}"
    whole = total(w, style="cell", bold=True, table=w.tables, row=1, year=None if years else s.clause_year)
    found = parts(w, style="cell", table=w.tables, rows=range(2, count + 2))
    rows: list[tuple[Text, ...]] = [(plain("Zweck", True), plain("EUR", True)), (plain(head, True), (whole,))]
    for part in found:
        lead = "davon "
        if s.budget == "by_measure":
            lead += f"Handlungsfeld {s.measures[part.index].number}, "
        rows.append(((Run(lead), *part.label), (part.amount,)))
    w.add(Table(tuple(rows), (3.4, 1.3), ("left", "right"), s.ruled, padding=4.0, together=True))


def _services(blocks: _Blocks) -> None:
    """A table with all services of a field in one cell or a row for each, or a sentence for each field."""
    w, s = blocks.w, blocks.w.scenario
    blocks.open(w.rng.choice(("Handlungsfelder und Leistungen", "Leistungen")))
    paid = s.budget == "by_project"
    if s.listing == "list":
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            items: list[Text] = []
            for name, project in zip(names, measure.projects, strict=True):
                money: Text = (Run(" mit "), project_sum(w, measure, project)) if paid else ()
                items.append((name, *money))
            head = (Run(f"Handlungsfeld {measure.number} ", bold=True), replace(title, bold=True), NEW_LINE)
            what = Run("Leistung: " if len(items) == 1 else "Leistungen: ")
            w.add(Paragraph((*head, what, *enumerated(items, "; ", "; ")), "left", after=5))
        return
    w.tables += 1 if paid else 0
    heads = ("Handlungsfeld", "Leistung", *(("EUR",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        first = (Run(f"{measure.number} "), title)
        if not paid:
            lines: list[Text] = [
                (Run(f"{measure.number}/{at} "), name) for at, name in enumerate(names, start=1)
            ]
            rows.append((first, enumerated(lines, NEW_LINE.text, NEW_LINE.text)))
            continue
        for at, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
            rows.append((first if at == 1 else (), (Run(f"{measure.number}/{at} "), name), (run,)))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Mittelrahmen", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    shares = (2.4, 2.6, 1.1)
    w.add(
        Table(
            tuple(rows),
            shares[: len(heads)],
            aligns[: len(heads)],
            s.ruled,
            padding=4.0,
            joined=1 if paid else 0,
        )
    )


def _sign(w: Writer) -> None:
    """A sentence for each hand that says who signs for whom, where and when; the pen below it."""
    s = w.scenario
    w.add(Gap(8))
    for signer in s.signers:
        one = enter(w, signer)
        w.add(
            Paragraph(_sentence(one, s.signing), "left", before=18, after=0, with_next=True),
            SignatureColumns((_pen(one, s.signing), ()), before=2.0, gutter=40.0),
        )


def _sentence(one: Signature, form: str) -> Text:
    party = one.signer.organisation
    article, name = one.organisation("accusative")
    whom: Text = (Run(f"Für {article} "), name)
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "den Kreisausschuss" if party.gender == "m" else "den Magistrat"
        whom = (Run(f"Für {organ} {article} "), name)
    who: Text = ()
    if one.name and one.function and form != "brackets":
        deputy = "vertretungsweise " if one.signer.deputising else ""
        who = (Run(deputy), one.function, Run(" "), replace(one.name, bold=True), Run(" "))
    return (*whom, Run(" unterschreibt "), *who, Run("in "), one.place, Run(" am "), one.date, Run(":"))


def _pen(one: Signature, form: str) -> tuple[SignLine, ...]:
    lines = [SignLine((), "rule", pen=one.name is not None, height=40.0)]
    if form == "captions":
        lines.append(SignLine(plain("(eigenhändige Unterschrift)")))
    if form == "brackets" and one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines.append(SignLine((Run(deputy), one.function, Run(" ("), one.name, Run(")"))))
    return tuple(lines)
