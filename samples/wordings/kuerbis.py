"""A contract of another school: one sheet that all sign, and annexes behind the signatures."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    NEW_LINE,
    Align,
    Divider,
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
from samples.scenario import RULED, Measure, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import redated, short_month, two_figures
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    split_table,
    subtotal,
    total,
    total_in_words,
    years_across,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    enumerated,
    period,
    represented,
)
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Kennzahl Kosten: nicht mehr als {cap} je Eintritt.",
    "Kennzahl Reichweite: {persons} Eintritte und {young} beteiligte Betriebe.",
    "Kontakt Controlling: Telefon {phone}.",
    "Kennzahl Vorperioden: {past} im Jahresmittel.",
    "Kennzahl Verwaltung: Anteil höchstens {rate} %.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "{name} – Linie 1",
    "Leistungspaket {name}",
    "{name} [neu]",
    "Einstieg mit {name}",
    "{name} für Wiedereinsteigerinnen",
)
GAUGES = ("Eintritte", "Abschlüsse", "Vermittlungen", "Teilnahmetage", "belegte Plätze")
RULES = (
    "Der Auftraggeber erhält zum Ende jedes Vierteljahres die vereinbarten Kennzahlen.",
    "Zeichnet sich ab, dass ein Ziel verfehlt wird, beraten die Parteien über Gegenmaßnahmen.",
    "Innerhalb der Maßnahmenarten können Beträge verschoben werden, ohne dass es eines Nachtrags bedarf.",
    "Die fachliche Steuerung liegt beim Auftragnehmer, die Erfolgskontrolle beim Auftraggeber.",
    "Nicht verbrauchte Beträge verfallen mit dem Ende der Laufzeit.",
)


class _Cover:
    """ "1 Heading" in front of its text: number, heading and text on the cover sheet."""

    def __init__(self, w: Writer) -> None:
        self.w = w

    def open(self, title: str) -> None:
        number = (self.w.next_section(),)
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=9, after=2, indent=28, hang=28, marker=number, with_next=True)
        )

    def put(self, text: Text) -> None:
        self.w.add(Paragraph(text, "left", after=4, indent=28))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((long_date, two_figures, short_month)))
    w = Writer(s, rng)
    _top(w)
    cover = _Cover(w)
    if s.amendment:
        _amend(cover)
    else:
        _agree(cover)
    _sign(w)
    if not s.amendment:
        _annexes(w)
    return w, Sheet(
        family=rng.choice(("source-sans", "helvetica-narrow", "open-sans")),
        size=rng.choice((10.2, 10.8)),
        leading=rng.choice((1.3, 1.38)),
        header=rng.choice((None, f"{s.kind} {s.year} · Seite {{page}}")),
        header_align="right",
        footer=rng.choice(("Seite {page} von {pages}", "[{page}/{pages}]")),
        footer_align=rng.choice(("left", "center")),
        left=64,
        right=64,
        top=70,
        bottom=70,
    )


def _top(w: Writer) -> None:
    """What it is, for when and from which budget in a ruled head; the parties by what they do."""
    s, rng = w.scenario, w.rng
    mark = (s.file_mark or "").removeprefix("Az. ")
    budgets = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    title = (w.kind(), Run(" ", bold=True), w.year(bold=True))
    w.add(
        Paragraph(title, "left", scale=1.75, after=1),
        Paragraph(budgets, "left", scale=1.1, after=2),
        Divider(before=2, after=2),
        Paragraph(
            plain("Mantelbogen" + (f" · Zeichen {mark}" if mark else "")), "left", scale=0.88, after=12
        ),
    )
    rows: list[tuple[Text, ...]] = []
    several = len(s.recipients) > 1
    for index in range(len(s.parties)):
        role = "Auftraggeber" if index == 0 else "Auftragnehmer" + (f" {index}" if several else "")
        short = abbreviation(w) if index == 0 else ()
        behind = (Run(" "), *short[:2], Run(")")) if short else ()
        name = replace(w.bare_party(index), bold=True)
        rows.append((plain(role), (name, *behind, *represented(w, index))))
    w.add(Table(tuple(rows), (1.0, 4.2), ("left", "left"), rng.choice(RULED), before=0, after=10))


def _amend(cover: _Cover) -> None:
    w = cover.w
    cover.open("Bezug")
    cover.say("Ergänzt wird die am {day} gezeichnete Zielvereinbarung.", day=amended(w))
    cover.open("Budget")
    old, new = replaced(w)
    cover.say(
        w.rng.choice(
            (
                "Das Budget {clause_year} wird neu bestimmt. Alter Stand: {old}. Neuer Stand: {new}.",
                "Das Budget {clause_year} steigt von {old} auf {new}.",
            )
        ),
        old=old,
        new=new,
    )
    cover.open("Zuständigkeit")
    cover.say("Zahlungen leistet nach wie vor das {authority}.", authority=w.authority())
    cover.open("Übrige Teile")
    cover.say("Die Anlagen sind von der Änderung nicht betroffen.")


def _agree(cover: _Cover) -> None:
    w, s, rng = cover.w, cover.w.scenario, cover.w.rng
    cover.open("Bestandteile")
    annexes = ["Projekte", "Spielregeln"] + (["Budget"] if s.budget in SPLIT else [])
    named = ", ".join(f"„{name}“" for name in sorted(annexes)[:-1]) + f" und „{sorted(annexes)[-1]}“"
    cover.say("Neben diesem Mantelbogen gelten die Anlagen {annexes}.", annexes=named)
    if s.reference:
        cover.say(
            "Ihnen liegt die Eckwertebesprechung vom {day} zugrunde.",
            day=w.date(s.reference, "reference", rng.choice((None, f"{s.reference:%d.%m.%Y}"))),
        )
    cover.open("Budget")
    _budget(cover)
    cover.open("Zuständigkeit")
    cover.say("Zahlungen leistet das {authority} auf Abruf.", authority=w.authority())
    cover.open("Laufzeit")
    cover.say("Die Laufzeit reicht {period}.", period=period(w))
    cover.open("Abrechnung")
    cover.say(
        "Die Schlussrechnung liegt dem Auftraggeber spätestens am {deadline} vor.",
        deadline=w.date(s.deadline, "deadline", rng.choice((None, f"{s.deadline:%d.%m.%Y}"))),
    )


def _budget(cover: _Cover) -> None:
    w, s, rng = cover.w, cover.w.scenario, cover.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if s.budget == "one_line":
        w.add(
            Paragraph(w.fill("Budget {clause_year}:"), "left", after=1, indent=28, with_next=True),
            Paragraph((amount,), "left", scale=1.2, after=6, indent=28),
        )
    elif years:
        cover.say("Das Budget für alle Jahre der Laufzeit umfasst {total}.", total=amount)
    else:
        cover.say(
            rng.choice(
                (
                    "Das Budget {clause_year} umfasst {total}{words}.",
                    "Zur Bewirtschaftung wird für {clause_year} ein Budget von {total}{words} übertragen.",
                )
            ),
            total=amount,
            words=(Run(" ("), words, Run(")")) if words else "",
        )
    if s.budget in SPLIT:
        cover.say("Seine Aufteilung ist der Anlage zu entnehmen.")


def _annexes(w: Writer) -> None:
    """Each with its title; the first on a new page, the others there too or further down."""
    s, rng = w.scenario, w.rng
    apart = rng.random() < 0.2
    first = True
    if s.budget in SPLIT:
        _annex(w, "Budget", True)
        first = False
        _split(w)
    _annex(w, "Projekte", first or apart)
    _projects(w)
    _annex(w, "Spielregeln", apart)
    told = [plain(sentence) for sentence in rng.sample(RULES, 4)]
    for text in (*told, *aside_texts(w, OWN_ASIDES)):
        w.add(Paragraph(text, "left", after=3, indent=16, hang=16, marker=plain("•")))


def _annex(w: Writer, title: str, new_page: bool) -> None:
    s = w.scenario
    w.add(NewPage() if new_page else Gap(16))
    w.add(
        Paragraph(plain(f"Anlage „{title}“", True), "left", scale=1.25, after=1, with_next=True),
        Paragraph(plain(f"gehört zum Mantelbogen {s.year}"), "left", scale=0.88, after=8, with_next=True),
    )


def _split(w: Writer) -> None:
    s = w.scenario
    if s.listing == "table":
        if s.budget == "by_year" and len(s.shares) < 5 and w.rng.random() < 0.5:
            w.add(years_across(w, "Jahr", "Euro", "gesamt"))
            return
        heads = {"by_measure": "Maßnahmenart", "by_year": "Jahr"}.get(s.budget, "Budgetquelle")
        shares = (3.4, 1.3) if s.budget != "by_year" else (1.0, 1.2)
        w.add(split_table(w, (heads, "Euro"), "Budget gesamt", shares=shares))
        return
    for part in parts(w):
        lead = f"{s.measures[part.index].number} " if s.budget == "by_measure" else ""
        w.add(Paragraph((Run(lead), *part.label, Run(": "), part.amount), "left", after=3, indent=16))
    w.add(Gap(4))


def _projects(w: Writer) -> None:
    """Each measure with a table of its own, or with a list."""
    s = w.scenario
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Maßnahmenart {measure.number} · ", bold=True), replace(title, bold=True))
        w.add(Paragraph(head, "left", before=6, after=3, with_next=True))
        if s.listing == "table":
            _table(w, measure, names)
            continue
        for name, project in zip(names, measure.projects, strict=True):
            gauge = f" ({w.rng.randint(6, 60)} {w.rng.choice(GAUGES)})"
            money = project_money(w, measure, project, ", Budget ")
            text = (name, Run(gauge), *money)
            w.add(Paragraph(text, "left", after=2, indent=32, hang=16, marker=plain("•")))
    if s.budget == "by_project" and s.listing == "table":
        w.tables += 1
        run = total(w, style="cell", bold=True, table=w.tables, row=1)
        row: tuple[Text, ...] = (plain("Alle Maßnahmenarten zusammen", True), (run,))
        w.add(Table((row,), (5.4, 1.3), ("left", "right"), s.ruled))


def _table(w: Writer, measure: Measure, names: list[Run]) -> None:
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Projekt", "Messgröße", "Zielwert", *(("Euro",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for name, project in zip(names, measure.projects, strict=True):
        money: tuple[Text, ...] = ()
        if paid:
            money = ((project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),),)
        gauge, goal = plain(w.rng.choice(GAUGES)), plain(str(w.rng.randint(6, 60)))
        rows.append(((name,), gauge, goal, *money))
    if paid and len(names) > 1:
        run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows))
        rows.append((plain("Maßnahmenart gesamt"), (), (), (run,)))
    width = len(heads)
    shares = (2.8, 1.6, 1.0, 1.3)[:width]
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    w.add(Table(tuple(rows), shares, aligns[:width], s.ruled, padding=3.0, before=0, after=6))


def _sign(w: Writer) -> None:
    """Framed fields: a row for each who signs – whom for, where and when, the hand –, or a field each."""
    s = w.scenario
    signatures = [enter(w, signer) for signer in s.signers]
    w.add(Gap(8))
    if s.signature_form == "stacked":
        for number, one in enumerate(signatures):
            lead = (Run("Ort/Datum:"), NEW_LINE) if s.signing == "captions" else ()
            place = SignLine((*lead, one.place, NEW_LINE, one.date))
            fields = ((SignLine(_whom(one, s.signing)),), (place,), _hand(one, s.signing))
            w.add(
                SignatureColumns(fields, before=0.0 if number else 10.0, gutter=0.0, boxed=True, scale=0.92)
            )
        return
    columns = []
    for one in signatures:
        place_line = SignLine((one.place, Run(", "), one.date))
        caption = [SignLine(plain("Ort/Datum:"))] if s.signing == "captions" else []
        columns.append((SignLine(_whom(one, s.signing)), *caption, place_line, *_hand(one, s.signing)))
    across = 3 if s.signature_form == "three_columns" and len(columns) > 2 else 2
    scale = 0.88 if across == 3 else 1.0
    w.add(*in_rows(columns, across, then=8.0, gutter=8.0, boxed=True, scale=scale))


def _whom(one: Signature, form: str) -> Text:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        return (Run(f"{organ} {article} "), name)
    return (replace(one.bare_organisation, bold=True),)


def _hand(one: Signature, form: str) -> tuple[SignLine, ...]:
    lines = [SignLine((), "none", pen=one.name is not None, height=36.0)]
    if form == "captions":
        lines.append(SignLine(plain("Name, Amt:")))
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine((Run(deputy), *named)), SignLine((one.function,))]
    return tuple(lines)
