"""Drafted by the regional authority like its notices: "A. Heading", orders, conditions, reasons."""

from __future__ import annotations

import random

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    total,
    total_in_words,
)
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, period, represented
from samples.wordings.roles import roles
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Ausgaben für eine Person sind nur bis {cap} monatlich zuwendungsfähig.",
    "Nach dem Antrag sollen {persons} Personen erreicht werden, wovon {young} eine Ausbildung beginnen.",
    "Auskünfte erteilt die Sachbearbeitung unter {phone}.",
    "In den drei vorangegangenen Jahren sind zusammen {past} ausgezahlt worden.",
    "Gemeinkosten sind mit {rate} v. H. angesetzt worden.",
)
CONDITIONS = (
    "Die Allgemeinen Nebenbestimmungen für Zuwendungen an Gebietskörperschaften sind Bestandteil dieser "
    "Vereinbarung.",
    "An Träger weitergegeben werden darf die Zuwendung nur mit denselben Auflagen.",
    "Unterlagen sind fünf Jahre lang aufzubewahren.",
)
REASONS = (
    "Das Land hat ein erhebliches Interesse daran, dass junge und langzeitarbeitslose Menschen einen "
    "Berufsabschluss erlangen. Ohne die Förderung kämen die Projekte nicht zustande.",
    "Die Auswahl der Projekte ist fachlich nicht zu beanstanden. Sie ergänzen die Leistungen nach dem "
    "Sozialgesetzbuch, ohne diese zu ersetzen.",
)


class _Parts:
    """ "A. Heading" in bold; what is laid down stands behind "1.", counted anew in each part."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.count = 0
        self.words = roles(w, by_short_name=False)

    def open(self, title: str) -> None:
        self.count = 0
        marker = (self.w.next_section(), Run(".", bold=True))
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=14, after=6, indent=26, hang=26, marker=marker, with_next=True)
        )

    def lay(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.count += 1
        text = self.w.fill(sentence, **{**self.words, **filled})
        marker = plain(f"{self.count}.")
        self.w.add(Paragraph(text, after=6, indent=26, hang=26, marker=marker, with_next=with_next))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **{**self.words, **filled}), after=6))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng, numbering="A")
    _opening(w)
    page = _Parts(w)
    if s.amendment:
        _amend(page)
    else:
        _rules(page)
        _conditions(page)
        page.open(rng.choice(("Begründung", "Gründe")))
        page.say(REASONS[0])
        if s.reference:
            page.say(
                "Zugrunde gelegt wurde die Ausbildungs- und Arbeitsmarktstrategie, wie sie am {day} "
                "beschlossen worden ist.",
                day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
            )
        page.say(REASONS[1])
        page.open("Schlussbestimmungen")
        page.lay("Nebenabreden zu dieser Vereinbarung bestehen nicht.")
        page.lay("Wirksam wird sie, sobald alle Beteiligten unterschrieben haben.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "helvetica-narrow")),
        size=rng.choice((11.0, 11.6)),
        leading=rng.choice((1.25, 1.38)),
        header=rng.choice((None, "- {page} -")),
        header_align="center",
        footer=rng.choice((None, "Seite {page} von {pages}")),
        footer_align="right",
        left=78,
        right=72,
        hyphenate=rng.random() < 0.3,
    )


def _opening(w: Writer) -> None:
    """The authority's head, the title, and below it lines with captions; the sides are counted."""
    s = w.scenario
    w.add(
        Paragraph((w.authority(),), "left", scale=1.15, after=1),
        Paragraph(plain("Dezernat Arbeitsmarktförderung"), "left", scale=0.9, after=1),
        Paragraph(plain(s.file_mark or "34117 Kassel"), "left", scale=0.9, after=20),
        Paragraph((w.kind(),), "left", scale=1.5, after=2),
        Paragraph(plain("(§§ 54 ff. Hessisches Verwaltungsverfahrensgesetz)"), "left", scale=0.9, after=12),
    )
    programmes: list[Text] = [(w.programme(index),) for index in range(len(s.programmes))]
    pairs: list[tuple[str, Text]] = [
        ("Förderprogramm:" if len(programmes) == 1 else "Förderprogramme:", enumerated(programmes)),
        ("Haushaltsjahr:", (w.year(),)),
    ]
    for index in range(len(s.parties)):
        inserted = represented(w, index)
        role = "Zuwendungsgeber" if index == 0 else "Zuwendungsempfänger"
        called = (*inserted, Run(f", – {role} –" if inserted else f" – {role} –"))
        pairs.append(
            ("Beteiligte:" if index == 0 else "", (Run(f"{index + 1}. "), w.bare_party(index), *called))
        )
    rows = tuple((plain(caption), text) for caption, text in pairs)
    w.add(Table(rows, (1.3, 4.2), ("left", "left"), "none", padding=2.5, after=4))


def _amend(page: _Parts) -> None:
    w, s = page.w, page.w.scenario
    page.open("Änderung")
    old, new = replaced(w)
    more, _ = w.amount(s.total - (s.replaced or s.total), "other")
    page.lay(
        "Die Zuwendung, die mit der Zielvereinbarung vom {day} für das Haushaltsjahr {clause_year} auf {old} "
        "begrenzt wurde, wird um {more} auf {new} erhöht.",
        day=amended(w),
        old=old,
        more=more,
        new=new,
    )
    page.lay("Zweck, Dauer und Nebenbestimmungen werden nicht berührt.")
    page.open("Begründung")
    page.say(
        "Die Nachfrage nach Plätzen ist größer als bei Abschluss angenommen. Haushaltsmittel sind vorhanden."
    )


def _rules(page: _Parts) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Vereinbarte Regelungen", "Regelungen")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    when = "verteilt auf mehrere Haushaltsjahre" if years else "für das Haushaltsjahr {clause_year}"
    page.lay(
        f"{{Gives}} gewährt {{takes_dat}} {when} eine Zuwendung bis zur Höhe von {{total}}{{words}}.",
        total=amount,
        words=(Run(", in Worten: "), words) if words else "",
    )
    if s.budget in SPLIT and not (s.budget == "by_measure" and s.listing == "list"):
        _split(page)
    page.lay("Bewilligt ist die Förderung für die Zeit {period}.", period=period(w))
    _projects(page)


def _split(page: _Parts) -> None:
    """In a sentence with letters, or a table under one."""
    w, s = page.w, page.w.scenario
    years = s.budget == "by_year"
    what = {"by_year": "Haushaltsjahr", "by_measure": "Maßnahmenart"}.get(s.budget, "Programm")
    if s.listing == "list":
        pieces: list[Text] = []
        for part in parts(w):
            pieces.append((Run(f"{'abcde'[part.index]}) {what} "), *part.label, Run(" mit "), part.amount))
        page.lay("Sie verteilt sich auf: {pieces}.", pieces=enumerated(pieces))
        return
    page.lay("Sie wird wie folgt aufgeteilt:", with_next=True)
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    rows: list[tuple[Text, ...]] = [(plain(what, True), plain("Zuwendung bis zu", True))]
    for part in parts(w, style="sign", table=w.tables, rows=range(1, count + 1)):
        rows.append((part.label, (part.amount,)))
    run = total(
        w, style="sign", bold=True, table=w.tables, row=count + 1, year=None if years else s.clause_year
    )
    rows.append((plain("Zuwendung insgesamt", True), (run,)))
    w.add(Table(tuple(rows), (2.6, 1.6), ("left", "right"), s.ruled, together=True))


def _projects(page: _Parts) -> None:
    """A counted sentence for each measure with its projects behind letters, or one table for all."""
    w, s = page.w, page.w.scenario
    if s.budget == "by_project" and s.listing == "table":
        page.lay("Zweck der Zuwendung sind diese Projekte mit den dafür höchstens zu leistenden Beträgen:")
        w.tables += 1
        heads = ("Maßnahmenart", "Projekt", "Betrag")
        rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
                run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
                first: Text = (Run(f"{measure.number} – "), title) if index == 0 else ()
                rows.append((first, (Run(f"{'abcdefg'[index]}) "), name), (run,)))
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Insgesamt", True), (), (run,)))
        aligns: tuple[Align, ...] = ("left", "left", "right")
        w.add(Table(tuple(rows), (2.2, 2.6, 1.4), aligns, s.ruled, joined=1), Gap(2))
        return
    sums = parts(w) if s.budget == "by_measure" and s.listing == "list" else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        items: list[Text] = []
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            money = project_money(w, measure, project, " (bis zu ", ")")
            items.append((Run(f"{'abcdefg'[index]}) "), name, *money))
        share: Text = (Run(" mit höchstens "), sums[number].amount) if sums else ()
        page.lay(
            f"In der Maßnahmenart {measure.number} (" + "{title}) {are} gefördert{share}: {items}.",
            title=title,
            are="wird" if len(items) == 1 else "werden",
            share=share,
            items=enumerated(items, ", ") if w.rng.random() < 0.5 else enumerated(items, " sowie "),
        )


def _conditions(page: _Parts) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open("Nebenbestimmungen")
    for sentence in rng.sample(CONDITIONS, 2):
        page.lay(sentence)
    page.lay(
        "Bewilligungs- und Auszahlungsstelle ist das {authority}; dort ist die Zuwendung zu beantragen.",
        authority=w.authority(),
    )
    page.lay(
        "Der Verwendungsnachweis muss dort bis zum Ablauf des {deadline} eingegangen sein.",
        deadline=w.date(s.deadline, "deadline"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        page.lay("{text}", text=text)


def _sign(w: Writer) -> None:
    """One below the other, counted as above: whom for, place and day, pen, name and office in one line."""
    s = w.scenario
    for number, signer in enumerate(s.signers):
        column = _lines(w, enter(w, signer))
        w.add(SignatureColumns((column, ()) if s.ruled != "rows" else (column,), before=16 if number else 26))


def _lines(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    s = w.scenario
    party = one.signer.organisation
    number = one.signer.party + 1
    if s.signing == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "den Kreisausschuss" if party.gender == "m" else "den Magistrat"
        first: Text = (Run(f"Für {organ} {article} "), name)
    else:
        first = (Run(f"Unterschrift zu {number}.: "), one.bare_organisation)
    lines = [SignLine(first), SignLine(height=4.0), SignLine((one.place, Run(", den "), one.date))]
    if s.signing == "captions":
        lines.append(SignLine(plain("Ort und Tag der Unterzeichnung")))
    lines.append(SignLine((), "dots" if s.signing == "captions" else "none", pen=one.name is not None))
    if one.name is None:
        lines.append(SignLine(plain("_" * 30)))
    if one.name and one.function:
        deputy = "in Vertretung " if one.signer.deputising else ""
        named: Text = (Run(deputy), one.name, Run(", "), one.function)
        if s.signing == "brackets":
            named = (Run(f"{deputy}("), one.name, Run("), "), one.function)
        lines.append(SignLine(named))
    return tuple(lines)
