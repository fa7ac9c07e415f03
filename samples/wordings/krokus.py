"""A modern form "1) Heading"; all projects in one table with a key above it, or in sentences."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import NEW_LINE, Align, Divider, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    parts,
    project_money,
    project_sum,
    replaced,
    split_table,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    asides,
    enumerated,
    period,
    programme_names,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Die Förderung je Platz ist auf monatlich {cap} gedeckelt.",
    "Geplant sind {persons} Teilnahmen im Jahr, davon {young} in Zusammenarbeit mit der Berufsschule.",
    "Technische Hinweise zur Antragstellung gibt die Servicestelle ({phone}).",
    "Das Ausgabevolumen betrug im Mittel der Vorjahre {past}.",
    "Die kommunale Eigenbeteiligung soll mindestens {rate} Prozent erreichen.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Modellprojekt {name}",
    "{name}: Nachhilfe und Begleitung",
    "{name} / Standort Süd",
    "Teilzeitausbildung {name}",
    "Integrationslotsen „{name}“",
)
CARRIERS = (
    "BWHW Musterkreis",
    "Diakonisches Werk Probestadt",
    "Eigenbetrieb Arbeitsmarkt",
    "Lernhaus Exempel gGmbH",
    "Handwerkskammer",
    "N. N.",
)


class _Heads:
    """ "1) Heading", some with a line below it."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.sign = w.rng.choice((")", " |", ")"))
        self.lined = w.rng.random() < 0.4

    def open(self, title: str) -> None:
        number = (self.w.next_section(), Run(self.sign + " ", bold=True))
        text = (*number, self.w.heading(title))
        self.w.add(
            Paragraph(text, "left", scale=1.05, before=12, after=1 if self.lined else 4, with_next=True)
        )
        if self.lined:
            self.w.add(Divider(after=5))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, full_figures)
    w = Writer(s, rng)
    _opening(w)
    heads = _Heads(w)
    if s.amendment:
        _amend(w, heads)
    else:
        _agree(w, heads)
    _sign(w, heads)
    return w, Sheet(
        family=rng.choice(("open-sans", "helvetica", "helvetica-narrow")),
        size=rng.choice((9.8, 10.4)),
        leading=rng.choice((1.3, 1.45)),
        header=rng.choice((None, "Regionale Arbeitsmarktförderung")),
        header_align="right",
        header_on_first=True,
        footer=rng.choice((f"{s.recipients[0].printed} · {{page}}", "{page} von {pages}", "Seite {page}")),
        footer_align=rng.choice(("left", "right")),
        left=64,
        right=64,
        top=72,
        bottom=68,
    )


def _opening(w: Writer) -> None:
    """Title and subject, then the sides in a table with what each does, or one below the other."""
    s, rng = w.scenario, w.rng
    subject = (Run("zum "), *programme_names(w), Run(" "), w.year())
    w.add(
        Paragraph((w.kind(),), "left", scale=1.7, after=2),
        Paragraph(subject, "left", scale=1.15, after=12),
    )
    if rng.random() < 0.5:
        rows: list[tuple[Text, ...]] = [(plain("Partner", True), plain("Sitz", True), plain("Aufgabe", True))]
        for index, party in enumerate(s.parties):
            duty = "Bereitstellung der Mittel" if index == 0 else "Planung und Umsetzung"
            rows.append(((w.bare_party(index), *represented(w, index)), plain(party.seat), plain(duty)))
        aligns: tuple[Align, ...] = ("left", "left", "left")
        w.add(Table(tuple(rows), (3.0, 1.4, 1.6), aligns, s.ruled, padding=4.5))
        return
    for index in range(len(s.parties)):
        text = (replace(w.bare_party(index), bold=True), *represented(w, index))
        w.add(Paragraph(text, "left", after=1, indent=20))
        alias = "Fördermittelgeber" if index == 0 else "Fördermittelnehmer"
        w.add(Paragraph(plain(f"({alias})"), "left", scale=0.9, after=5, indent=20))
    w.add(Gap(3))


def _amend(w: Writer, heads: _Heads) -> None:
    heads.open("Bezug")
    w.paragraph("Diese {kind} gehört zur Zielvereinbarung vom {day}.", kind=w.scenario.kind, day=amended(w))
    heads.open("Was sich ändert")
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        rows: tuple[tuple[Text, ...], ...] = (
            (plain("Bisher", True), plain("Künftig", True)),
            ((Run(f"Budget {w.scenario.clause_year}: "), old), (new,)),
        )
        w.add(Table(rows, (1.4, 1.0), ("left", "left"), w.scenario.ruled))
    else:
        w.paragraph(
            "Das Budget für das Jahr {clause_year} lag bei {old}. Es liegt ab sofort bei {new}.",
            old=old,
            new=new,
        )
    heads.open("Was bleibt")
    w.paragraph(
        "Ziele, Fristen und Zuständigkeiten gelten weiter. Das {authority} setzt die Änderung um.",
        authority=w.authority(),
    )


def _agree(w: Writer, heads: _Heads) -> None:
    s, rng = w.scenario, w.rng
    heads.open(rng.choice(("Leitbild", "Ausgangslage")))
    w.paragraph(
        "Viele Betriebe in der Region suchen Nachwuchs, während junge und erwachsene Menschen ohne "
        "Abschluss bleiben. Mit dem {prog} werden beide Seiten zusammengebracht."
    )
    if s.reference:
        w.paragraph(
            "Ausgangspunkt ist die regionale Arbeitsmarktstrategie mit Stand vom {day}.",
            day=w.date(s.reference, "reference", full_figures(s.reference)),
        )
    heads.open(rng.choice(("Laufzeit", "Durchführungszeit")))
    w.paragraph("Alle Projekte laufen {period}.", period=period(w))
    projects_first = rng.random() < 0.4
    for step in (_projects, _budget) if projects_first else (_budget, _projects):
        step(w, heads)
    heads.open("Nachweise")
    w.paragraph(
        "Zuständig für Bewilligung und Prüfung ist das {authority}.",
        authority=w.authority(),
    )
    w.paragraph(
        "Abgabefrist für den Verwendungsnachweis: {deadline}.",
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )


def _budget(w: Writer, heads: _Heads) -> None:
    s, rng = w.scenario, w.rng
    heads.open("Budget")
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    if years:
        w.paragraph(
            "Das Gesamtbudget, verteilt auf {n} Jahre, umfasst {total}.", n=str(len(s.shares)), total=amount
        )
    elif s.budget == "one_line":
        w.add(Paragraph((Run(f"Budget {s.clause_year}: "), amount), "left", scale=1.1, after=6, indent=20))
    else:
        w.paragraph(
            rng.choice(
                (
                    "Im Jahr {clause_year} steht ein Budget von {total}{words} bereit.",
                    "Das Budget {clause_year} ist mit {total}{words} ausgestattet.",
                )
            ),
            total=amount,
            words=(Run(" ("), words, Run(")")) if words else "",
        )
    if years and s.listing == "table":
        w.add(split_table(w, ("Jahr", "Budget in €"), "Summe aller Jahre", shares=(1.3, 1.2)))
    elif s.budget == "by_measure" and s.listing == "table":
        w.add(split_table(w, ("Maßnahmenart", "Budget in €"), "Summe"))
    elif s.budget == "by_measure":
        told: list[Text] = [(*part.label, Run(" "), part.amount) for part in parts(w)]
        w.add(Paragraph((Run("Anteile der Maßnahmenarten: "), *enumerated(told, "; ", "; "), Run("."))))
    else:
        for part in parts(w):
            text = (*part.label, Run(" – "), part.amount)
            w.add(Paragraph(text, "left", after=2, indent=34, hang=14, marker=plain("»")))
        w.add(Gap(4))
    asides(w, OWN_ASIDES)


def _projects(w: Writer, heads: _Heads) -> None:
    s = w.scenario
    heads.open(w.rng.choice(("Projekte", "Geförderte Projekte")))
    if (s.budget == "by_project" and s.listing == "table") or w.rng.random() < 0.5:
        _with_legend(w)
    else:
        _in_sentences(w)


def _with_legend(w: Writer) -> None:
    """The measures above, then one table of all projects with the number of the measure of each."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.paragraph("Die Projekte gehören zu diesen Maßnahmenarten:")
    named: list[list[Run]] = []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        named.append(names)
        text = (Run(f"Maßnahmenart {measure.number}: "), title)
        w.add(Paragraph(text, "left", after=2, indent=20))
    w.add(Gap(3))
    w.tables += 1 if paid else 0
    heads = ("Maßnahmenart", "Projekt", "Durchführung", "Budget in €" if paid else "Plätze")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for names, measure in zip(named, s.measures, strict=True):
        for name, project in zip(names, measure.projects, strict=True):
            money: Text = plain(str(w.rng.randint(6, 36)))
            if paid:
                money = (project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),)
            rows.append((plain(str(measure.number)), (name,), plain(w.rng.choice(CARRIERS)), money))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Summe", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("center", "left", "left", "right")
    w.add(Table(tuple(rows), (1.2, 2.5, 2.0, 1.2), aligns, s.ruled, padding=3.5))


def _in_sentences(w: Writer) -> None:
    """The title of each measure in bold, and a sentence with its projects below it."""
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        lead = Run(f"Maßnahmenart {measure.number} – ", bold=True)
        w.add(Paragraph((lead, replace(title, bold=True)), "left", before=3, after=1, with_next=True))
        items: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            money = project_money(w, measure, project, " (", ")")
            items.append((name, *money))
        lead_in = "Vorgesehen ist das Projekt " if len(items) == 1 else "Vorgesehen sind die Projekte "
        w.add(Paragraph((Run(lead_in), *enumerated(items), Run(".")), "left", after=5))


def _sign(w: Writer, heads: _Heads) -> None:
    """A row for each hand, or columns with a caption below every line."""
    rng = w.rng
    if rng.random() < 0.5:
        heads.open("Unterschriften")
    entered = [enter(w, signer) for signer in w.scenario.signers]
    if rng.random() < 0.5:
        _rows(w, entered)
    else:
        w.add(*in_rows([_column(one) for one in entered], gutter=30.0))


def _rows(w: Writer, hands: list[Signature]) -> None:
    heads = ("Für", "Ort, Datum", "Name und Funktion", "Unterschrift")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for one in hands:
        who: Text = ()
        if one.name and one.function:
            deputy = (Run("i. V. "),) if one.signer.deputising else ()
            who = (*deputy, one.name, NEW_LINE, one.function)
        rows.append(((one.bare_organisation,), (one.place, Run(", "), one.date), who, ()))
    aligns: tuple[Align, ...] = ("left", "left", "left", "left")
    w.add(Gap(8), Table(tuple(rows), (1.7, 1.5, 1.9, 1.5), aligns, "grid", row_height=40.0, together=True))


def _column(one: Signature) -> tuple[SignLine, ...]:
    signed = one.name is not None
    lines = [
        SignLine((one.bare_organisation,)),
        SignLine(height=5.0),
        SignLine((one.place, Run(", "), one.date)),
        SignLine(plain("Ort, Datum")),
        SignLine(plain("Unterschrift und Stempel"), "rule", pen=signed, height=40.0),
    ]
    if one.name and one.function:
        deputy = ", i. V." if one.signer.deputising else ""
        lines.append(SignLine((one.name, Run(", "), one.function, Run(deputy))))
    return tuple(lines)
