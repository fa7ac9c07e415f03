"""From a legal department: in each Maßnahmenart what is carried on and what is new, or its quarters."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    enumerated,
    programme_genitives,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Aufwandsentschädigungen für Ehrenamtliche sind bis {cap} je Vierteljahr abrechenbar.",
    "Nach der Vorausberechnung kommen {persons} Personen in Betracht; {young} Plätze stehen in Reserve.",
    "Anzeigen nach dieser Bestimmung nimmt die Zentrale unter {phone} entgegen.",
    "Der mehrjährige Durchschnitt der Abrechnungen beläuft sich auf {past}.",
    "Eine Abweichung der Ist-Zahlen um weniger als {rate} v. H. löst keine Anzeigepflicht aus.",
)
PURPOSES = (
    "Zweck der Vereinbarung ist die berufliche Eingliederung von Personen, die dabei Hilfe brauchen.",
    "Die Auswahl der Träger ist Sache des Budgetnehmers; vergaberechtliche Pflichten bleiben bestehen.",
    "Vorrangige Leistungen nach den Sozialgesetzbüchern sind auszuschöpfen.",
    "Barrierefreiheit und Gleichstellung sind bei Planung und Durchführung zu gewährleisten.",
)
QUARTERS = ("xxxx", "xxx ", " xxx", "  xx", "xx  ")


class _Clauses:
    """ "§ 1 – Heading –" in the middle; its clauses are counted in brackets where there are several."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.dashed = w.rng.random() < 0.5
        self.waiting: list[Text] = []

    def open(self, title: str) -> None:
        self.close()
        number, heading = self.w.next_section(), self.w.heading(title)
        ends = ("– ", " –") if self.dashed else ("(", ")")
        text = (Run("§ "), number, Run("   "), Run(ends[0]), heading, Run(ends[1]))
        self.w.add(Paragraph(text, "center", before=14, after=6, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.waiting.append(self.w.fill(sentence, **filled))

    def close(self) -> None:
        for number, text in enumerate(self.waiting, start=1):
            many = len(self.waiting) > 1
            marker = plain(f"({number})") if many else ()
            indent = 28.0 if many else 0.0
            self.w.add(Paragraph(text, "justify", after=6, indent=indent, hang=indent, marker=marker))
        self.waiting = []


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    _opening(w)
    clauses = _Clauses(w)
    if s.amendment:
        _amend(clauses)
    else:
        _agree(clauses)
    clauses.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "vera")),
        size=rng.choice((11.0, 11.6)),
        leading=rng.choice((1.38, 1.5)),
        header=rng.choice((None, "Rechtsamt", "Ausfertigung")),
        header_align="center",
        header_on_first=True,
        footer=rng.choice(("{page} | {pages}", "Seite {page}", None)),
        footer_align="right",
        hyphenate=rng.random() < 0.3,
        left=84,
        right=76,
        top=84,
    )


def _opening(w: Writer) -> None:
    """One long sentence that names who agrees on what, under the title or with the title in it."""
    s, rng = w.scenario, w.rng
    title_first = rng.random() < 0.6
    kind = Paragraph((w.kind(),), "center", scale=1.45, before=2, after=12)
    sides: list[Text] = []
    for index in range(len(s.parties)):
        short = abbreviation(w) if index == 0 else ()
        called = "Budgetgeber" if index == 0 else "Budgetnehmer"
        called += f" zu {index}" if len(s.parties) > 2 and index else ""
        inserted = represented(w, index)
        name = w.party(index, "nominative", mark=True, capital=index == 0)
        short = (Run(" "), *short[:-1], Run(")")) if short else ()
        sides.append((*name, *short, *inserted, Run(f" – im Folgenden „{called}“ –")))
    what = (
        Run(" schließen zur Bewirtschaftung des "),
        *programme_genitives(w),
        Run(" im Haushaltsjahr "),
        w.year(),
        Run(" die nachfolgende Vereinbarung:" if title_first else " diese"),
    )
    sentence = Paragraph((*enumerated(sides), *what), "justify", after=10)
    w.add(*((kind, sentence) if title_first else (sentence, kind)))


def _amend(clauses: _Clauses) -> None:
    w = clauses.w
    clauses.open("Bezug")
    clauses.say(
        "Die Vertragschließenden haben eine Zielvereinbarung unter dem {day} geschlossen. An ihr halten sie "
        "mit der Maßgabe des Folgenden fest.",
        day=amended(w),
    )
    clauses.open("Budgethöhe")
    old, new = replaced(w)
    clauses.say(
        w.rng.choice(
            (
                "Die Budgethöhe des Haushaltsjahres {clause_year} wird neu gefasst; sie beträgt {new}. Die "
                "frühere Angabe ({old}) verliert ihre Geltung.",
                "In der Klausel über die Budgethöhe für {clause_year} tritt {new} an die Stelle von {old}.",
            )
        ),
        old=old,
        new=new,
    )
    clauses.open("Unberührte Bestimmungen")
    clauses.say("Im Übrigen gilt der bisherige Wortlaut.")
    clauses.say("Zuständig für den Änderungsbescheid ist das {authority}.", authority=w.authority())


def _agree(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    clauses.open(rng.choice(("Zweck", "Vertragszweck")))
    for sentence in rng.sample(PURPOSES, 2):
        clauses.say(sentence)
    if s.reference:
        clauses.say(
            "Die Fachplanung vom {day} ist Bestandteil der Vereinbarung, ohne ihr beigeheftet zu sein.",
            day=w.date(s.reference, "reference"),
        )
    steps = [_projects, _funds] if rng.random() < 0.5 else [_funds, _projects]
    for step in steps:
        step(clauses)
    clauses.open(rng.choice(("Bewilligung", "Bewilligungsverfahren")))
    clauses.say(
        "Bewilligungsstelle ist das {authority}. Seine Nebenbestimmungen gehen dieser Vereinbarung vor.",
        authority=w.authority(),
    )
    clauses.say(
        "Bis einschließlich {deadline} ist der Bewilligungsstelle Rechnung zu legen.",
        deadline=w.date(s.deadline, "deadline"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        clauses.waiting.append(text)
    clauses.open(rng.choice(("Geltungsdauer", "Dauer, Schriftform")))
    clauses.say(
        "Die Vereinbarung gilt ab {start} und endet mit Ablauf des {end}, ohne dass es einer Kündigung "
        "bedarf.",
        start=w.date(date(s.year, 1, 1), "period_start"),
        end=w.date(date(s.year, 12, 31), "period_end"),
    )
    clauses.say("Nebenabreden bedürfen der Schriftform; dies gilt auch für die Aufhebung dieser Klausel.")


def _funds(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    clauses.open(rng.choice(("Budgethöhe", "Höhe des Budgets")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        clauses.say("Dem Budgetnehmer wird ein mehrjähriges Budget über {total} eingeräumt.", total=amount)
    else:
        clauses.say(
            rng.choice(
                (
                    "Das Budget für das Haushaltsjahr {clause_year} wird mit {total}{words} beziffert.",
                    "Der Budgetnehmer darf im Haushaltsjahr {clause_year} über {total}{words} verfügen.",
                )
            ),
            total=amount,
            words=(Run(" (i. W.: "), words, Run(")")) if words else "",
        )
    if s.budget in SPLIT:
        if s.listing == "list":
            clauses.say("Hiervon {shares}.", shares=_shares(w))
        else:
            clauses.say("Auf die Teilbeträge gemäß nachstehender Staffel wird verwiesen.")
            clauses.close()
            _scale(w)
            return
    clauses.say("Abschläge werden zu gleichen Teilen am 15. Februar, 15. Juni und 15. Oktober fällig.")


def _shares(w: Writer) -> Text:
    """ "entfallen auf das Jahr 2024 …, auf …": the parts of the total in one sentence."""
    s = w.scenario
    lead = {"by_year": "auf das Jahr ", "by_measure": "auf „", "two_programmes": "auf das "}[s.budget]
    close = ("“" if s.budget == "by_measure" else "") + " ein Teilbetrag von "
    told: list[Text] = [(Run(lead), *part.label, Run(close), part.amount) for part in parts(w)]
    return (Run("entfällt "), *enumerated(told, " sowie "))


def _scale(w: Writer) -> None:
    """The parts and what they are in the hundred."""
    s = w.scenario
    values = [one.amount or Decimal(0) for one in s.measures] if s.budget == "by_measure" else list(s.shares)
    whole = sum(values, Decimal(0))
    w.tables += 1
    found = parts(w, style="sign", table=w.tables, rows=range(1, len(values) + 1))
    what = {"by_measure": "Gegenstand", "by_year": "Haushaltsjahr"}.get(s.budget, "Budget")
    rows: list[tuple[Text, ...]] = [(plain(what, True), plain("v. H.", True), plain("Teilbetrag", True))]
    for part, value in zip(found, values, strict=True):
        percent = (value * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
        rows.append((part.label, plain(str(percent).replace(".", ",")), (part.amount,)))
    year = None if s.budget == "by_year" else s.clause_year
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows), year=year)
    rows.append((plain("Budgethöhe", True), plain("100,0", True), (run,)))
    shares = (1.4, 0.8, 1.5) if s.budget == "by_year" else (3.2, 0.8, 1.5)
    w.add(Table(tuple(rows), shares, ("left", "right", "right"), s.ruled, padding=3.5, together=True), Gap(2))


def _carried_on(s: Scenario, count: int, number: int) -> int:
    """How many of so many projects went on before already."""
    return random.Random(f"{s.total}/{number}").randint(0, count)


def _projects(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    clauses.open(rng.choice(("Gegenstand der Förderung", "Geförderte Projekte")))
    if s.listing == "table":
        clauses.say(
            "Gefördert werden fortgeführte (F) und neue (N) Projekte nach Maßgabe der Tabelle. Ein x "
            "bezeichnet die Vierteljahre, in denen das Projekt läuft."
        )
        clauses.close()
        _quarters(w)
        return
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        said: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            money: Text = ()
            if project.amount is not None:
                money = (Run(" ("), project_sum(w, measure, project), Run(")"))
            said.append((Run("„"), name, Run("“"), *money))
        old = _carried_on(s, len(said), number)
        told: list[Run] = []
        if said[:old]:
            told += [Run("Fortgeführt " + ("wird " if old == 1 else "werden ")), *enumerated(said[:old])]
        if said[old:]:
            told += [Run("; neu begonnen " if old else "Neu begonnen ")]
            told += [Run("wird " if len(said) - old == 1 else "werden "), *enumerated(said[old:])]
        lead = f"Maßnahmenart {measure.number}"
        clauses.say("{lead}, {title}: {told}.", lead=lead, title=title, told=tuple(told))


def _quarters(w: Writer) -> None:
    """A row across for each Maßnahmenart; beside each project the quarters of the year, and N or F."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Projekt", "F/N", "I", "II", "III", "IV", *(("Teilbetrag",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    empty: tuple[Text, ...] = ((), (), (), (), ())
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number}: "), replace(title, bold=True)),))
        old = _carried_on(s, len(names), number)
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            money: tuple[Text, ...] = ()
            if paid:
                money = ((project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),),)
            kind = plain("F" if index < old else "N")
            quarters = (plain(mark) if mark == "x" else () for mark in w.rng.choice(QUARTERS))
            rows.append(((name,), kind, *quarters, *money))
        if paid and len(names) > 1:
            run = subtotal(w, measure, style="sign", table=w.tables, row=len(rows))
            rows.append((plain(f"Zwischensumme Maßnahmenart {measure.number}"), *empty, (run,)))
    if paid:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Budgethöhe", True), *empty, (run,)))
    middle: Align = "center"
    aligns: tuple[Align, ...] = ("left", *([middle] * 5), "right")
    shares = (3.2, 0.6, 0.4, 0.4, 0.4, 0.4, 1.5)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled, padding=3.0))


def _sign(w: Writer) -> None:
    """A sentence that says where, when and whom for; then the pen, then office and name."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    if s.signature_form == "stacked":
        w.add(*in_rows(columns, 1, then=16.0))
        return
    three = s.signature_form == "three_columns" and len(columns) == 3
    w.add(*in_rows(columns, 3 if three else 2, gutter=22.0 if three else 36.0, scale=0.88 if three else 1.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    article, name = one.organisation("accusative")
    whom: Text = (Run(f"Für {article} "), name)
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        whom = (Run(f"Für den {organ} {article} "), name)
    lines = [SignLine((*whom, Run(" unterzeichnet in "), one.place, Run(" am "), one.date, Run(":")))]
    lines.append(SignLine((), "dots", pen=one.name is not None, height=44.0))
    if form == "captions":
        lines.append(SignLine(plain("(eigenhändige Unterschrift)")))
    if one.name and one.function:
        who: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines.append(SignLine((Run("In Vertretung: " if one.signer.deputising else ""), one.function)))
        lines.append(SignLine(who))
    return tuple(lines)
