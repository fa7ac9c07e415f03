"""Typed in the pool: sums fenced with asterisks, "wie vor" for what is as above, often with "gez."."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import NEW_LINE, Align, Divider, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    capitals,
    enumerated,
    represented,
)
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Das Entgelt je Kurstag ist mit {cap} kalkuliert und hier nicht auszuweisen.",
    "Gemeldet sind {persons} Bewerber und Bewerberinnen, davon {young} aus dem Umland.",
    "Fernmündlich zu erreichen ist die Registratur unter {phone}.",
    "Nach der Jahresrechnung waren es seinerzeit {past}.",
    "Mehr als {rate} v. H. dürfen nicht auf das letzte Vierteljahr entfallen.",
)
MOTIVES = (
    "Es sollen solche Vorhaben Unterstützung finden, die Arbeitslosen den Weg in eine feste Stelle bahnen.",
    "Die Zahl der unversorgten Bewerber um eine Lehrstelle ist zu senken.",
    "Das Geld ist sparsam zu verwenden und getrennt zu buchen.",
    "Doppelförderung durch andere öffentliche Stellen ist auszuschließen.",
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class _Typed:
    """ "1.)  HEADING" at the left, perhaps with a line of the typewriter below it."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.lined = w.rng.random() < 0.4
        self.large = w.rng.random() < 0.6

    def open(self, title: str) -> None:
        number = replace(self.w.next_section(), bold=False)
        heading = replace(self.w.heading(capitals(title) if self.large else title), bold=False)
        after = 0 if self.lined else 5
        text = (number, Run(".)  "), heading)
        self.w.add(Paragraph(text, "left", before=13, after=after, with_next=True))
        if self.lined:
            self.w.add(Divider(0.45, before=1, after=5))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.w.add(Paragraph(text, "left", after=6, indent=28))


def _fenced(amount: Run) -> Text:
    return (Run("*** "), amount, Run(" ***"))


def _starred(amount: Run) -> Text:
    return (Run("**"), amount)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    copy = rng.random() < 0.5
    _opening(w, copy)
    typed = _Typed(w)
    if s.amendment:
        _amend(typed)
    else:
        _agree(typed)
    _sign(w, copy)
    number_above = rng.random() < 0.4
    return w, Sheet(
        family="courier",
        size=rng.choice((10.6, 11.2)),
        leading=rng.choice((1.35, 1.5)),
        footer=None if number_above else "Blatt {page}",
        header="- {page} -" if number_above else None,
        header_align="center",
        left=76,
        right=58,
        top=70,
    )


def _opening(w: Writer, copy: bool) -> None:
    """File mark and the word for a copy at the top, then fields with a colon, as on an internal slip."""
    s = w.scenario
    if copy:
        w.add(Paragraph(plain("A b s c h r i f t"), "right", after=4))
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "left", after=10))
    w.add(Paragraph((replace(w.kind(), bold=False),), "left", scale=1.15, after=2), Divider(0.4, after=10))

    def field(name: str, text: Text) -> None:
        w.add(Paragraph(text, "left", after=5, indent=132, hang=132, marker=plain(f"{name}:")))

    several = len(s.parties) > 2
    for index in range(len(s.parties)):
        called = "Geldgeber" if index == 0 else f"Empfänger{f' {index}' if several else ''}"
        short = abbreviation(w) if index == 0 else ()
        name = w.party(index, "nominative", mark=True)
        tail: Text = (Run(" "), *short[:-1], Run(")")) if short else ()
        field(called, (*name, *tail, *represented(w, index)))
    field("Gegenstand", enumerated([(w.programme(i),) for i in range(len(s.programmes))]))
    field("Rechnungsjahr", (w.year(),))
    w.add(Gap(6), Paragraph(plain("Die Genannten sind sich über das Folgende einig:"), "left", after=2))


def _amend(typed: _Typed) -> None:
    w = typed.w
    typed.open("Vorgang")
    typed.say("Es liegt eine Zielvereinbarung vor, die am {day} gefertigt wurde.", day=amended(w))
    typed.open("Neuer Ansatz")
    old, new = replaced(w)
    typed.say(
        w.rng.choice(
            (
                "Der Ansatz für {clause_year} von {old} ist überholt. Zu setzen ist {new}.",
                "Für {clause_year} ist statt {old} der Ansatz {new} auszubringen.",
            )
        ),
        old=_fenced(old),
        new=_fenced(new),
    )
    typed.open("Im übrigen")
    typed.say("Alles andere bleibt, wie es war. Das {authority} ist verständigt.", authority=w.authority())


def _agree(typed: _Typed) -> None:
    w, s, rng = typed.w, typed.w.scenario, typed.w.rng
    typed.open(rng.choice(("Beweggrund", "Vorhaben des Landes")))
    for sentence in rng.sample(MOTIVES, 2):
        typed.say(sentence)
    typed.open(rng.choice(("Ansatz", "Geldmittel")))
    _funds(typed)
    typed.open(rng.choice(("Verzeichnis", "Verzeichnis der Vorhaben")))
    if s.listing == "table":
        _register(w)
    else:
        _lettered(w)
    typed.open(rng.choice(("Fristen", "Zeitliches")))
    typed.say(
        "Förderfähig ist, was zwischen dem {start} und dem {end} geschieht.",
        start=w.date(date(s.year, 1, 1), "period_start", f"1.1.{s.year}"),
        end=w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}"),
    )
    typed.say("Abzurechnen ist bis {deadline}.", deadline=w.date(s.deadline, "deadline"))
    if s.reference:
        typed.say("Das Rahmenpapier vom {day} liegt bei den Akten.", day=w.date(s.reference, "reference"))
    typed.open(rng.choice(("Geschäftsgang", "Bearbeitung")))
    typed.say("Die Bearbeitung obliegt dem {authority}; es zahlt auch aus.", authority=w.authority())
    for text in aside_texts(w, OWN_ASIDES):
        typed.put(text)


def _funds(typed: _Typed) -> None:
    w, s = typed.w, typed.w.scenario
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    if years:
        typed.say("An Mitteln des Landes sind für alle Jahre zusammen angesetzt:")
    elif w.rng.random() < 0.5:
        typed.say("An Mitteln des Landes sind für {clause_year} angesetzt:")
    else:
        typed.say("Ansatz {clause_year} (Höchstbetrag)")
    told: Text = (NEW_LINE, Run("in Buchstaben: - "), words, Run(" -")) if words else ()
    w.add(Paragraph((*_fenced(amount), *told), "left", before=2, after=8, indent=84))
    if s.budget not in SPLIT:
        typed.say("Es gilt der Betrag in Ziffern." if words else "Der Ansatz ist nicht übertragbar.")
        return
    typed.say("Zu buchen ist wie folgt:")
    if s.listing == "table":
        _ledger(w)
        return
    for part in parts(w):
        lead = {"by_year": "Rechnungsjahr ", "by_measure": ""}.get(s.budget, "")
        text = (Run(lead), *part.label, Run(" . . . . . "), *_fenced(part.amount))
        w.add(Paragraph(text, "left", after=3, indent=56, hang=28, marker=plain("--")))


def _ledger(w: Writer) -> None:
    """The account to which each part goes, and the sum behind stars; the total below a double line."""
    s = w.scenario
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    what = {"by_measure": "Zweck", "by_year": "Jahr"}.get(s.budget, "Zweck")
    account = w.rng.randint(10, 89)
    rows: list[tuple[Text, ...]] = [(plain("Buchungsstelle"), plain(what), plain("EUR"))]
    for part in found:
        rows.append((plain(f"08 06/633 {account + part.index}"), part.label, _starred(part.amount)))
    year = None if s.budget == "by_year" else s.clause_year
    run = total(w, style="cell", table=w.tables, row=len(rows), year=year)
    rows.append(((), plain("Gesamt"), _starred(run)))
    shares = (1.5, 1.2, 1.5) if s.budget == "by_year" else (1.5, 2.6, 1.5)
    ruled = "rows" if s.ruled == "grid" else s.ruled
    w.add(Table(tuple(rows), shares, ("left", "left", "right"), ruled, padding=2.5, together=True))


def _register(w: Writer) -> None:
    """The project first, its Maßnahmenart behind it; "wie vor" where it is that of the line above."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    same = w.rng.choice(("wie vor", "desgl.", "dto."))
    heads = ("Nr.", "Vorhaben", "Maßnahmenart", *(("EUR",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head) for head in heads)]
    count = 0
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            count += 1
            money: tuple[Text, ...] = ()
            if paid:
                run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
                money = (_starred(run),)
            kind: Text = (Run(f"{measure.number} "), title) if index == 0 else plain(same)
            rows.append((plain(str(count)), (name,), kind, *money))
    if paid:
        run = total(w, style="cell", table=w.tables, row=len(rows))
        rows.append(((), plain("Gesamt"), (), _starred(run)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    shares = (0.5, 2.3, 2.5, 1.55)
    ruled = "rows" if s.ruled == "grid" else s.ruled
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], ruled, padding=2.5))


def _lettered(w: Writer) -> None:
    """Projects lettered through; behind those of one Maßnahmenart a line in brackets that names it."""
    s = w.scenario
    letter = 0
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        first = letter
        for name, project in zip(names, measure.projects, strict=True):
            money: Text = ()
            if project.amount is not None:
                money = (Run(" "), *_fenced(project_sum(w, measure, project)))
            marker = plain(f"{LETTERS[letter]})")
            w.add(
                Paragraph((name, *money), "left", after=1, indent=56, hang=28, marker=marker, with_next=True)
            )
            letter += 1
        span = f"zu {LETTERS[first]})"
        if len(names) > 1:
            span += f" {'und' if len(names) == 2 else 'bis'} {LETTERS[letter - 1]})"
        told: Text = (Run(f"({span}: Maßnahmenart {measure.number}, "), title)
        if s.budget == "by_project" and len(names) > 1:
            told = (*told, Run(", zusammen "), subtotal(w, measure))
        w.add(Paragraph((*told, Run(")")), "left", after=8, indent=56))


def _sign(w: Writer, copy: bool) -> None:
    """Place and day, whom for, office; then "gez." and the name in the copy, the pen in the original."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing, copy) for signer in s.signers]
    across = 2 if s.signature_form == "two_columns" else 1
    w.add(*in_rows(columns, across, then=14.0, gutter=20.0, scale=0.95))
    if copy:
        w.add(Gap(10), Paragraph(plain("Für die Richtigkeit der Abschrift: Kanzlei"), "left"))


def _column(one: Signature, form: str, copy: bool) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    lines = [SignLine((one.place, Run(", den "), one.date)), SignLine(height=5.0)]
    article, name = one.organisation("accusative")
    whom: Text = (Run(f"Für {article} "), name)
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        whom = (Run(f"{organ} {article} "), name)
    lines.append(SignLine(whom))
    signed = one.name is not None
    if one.function:
        lines.append(SignLine((Run("Im Auftrag: " if one.signer.deputising else ""), one.function)))
    if copy:
        who: Text = (one.name,) if one.name else plain("- - -")
        if form == "brackets" and one.name:
            who = (Run("("), one.name, Run(")"))
        return (*lines, SignLine((Run("gez. "), *who) if signed else who, height=22.0))
    lines.append(SignLine(plain("(L.S.)") if form == "captions" else (), "dots", pen=signed, height=42.0))
    return (*lines, SignLine((one.name,))) if one.name else tuple(lines)
