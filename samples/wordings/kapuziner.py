"""A county's plain word processor file: a cover, "§ 1 Heading" at the left, one list or table of projects."""

from __future__ import annotations

import random

from samples.blocks import Align, Gap, NewPage, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import parts, project_money, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    enumerated,
    period,
    programme_genitives,
    represented,
)
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für Lernmittel können je Teilnehmerin oder Teilnehmer bis zu {cap} abgerechnet werden.",
    "Geplant sind {persons} Teilnahmeplätze, davon {young} für Personen ohne Schulabschluss.",
    "Die Projektkoordination ist telefonisch unter {phone} erreichbar.",
    "Seit Beginn des Programms sind {past} in die Region geflossen.",
    "Sachkosten werden pauschal mit {rate} Prozent der Personalkosten berücksichtigt.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "Maßnahme „{name}“",
    "{name} – Gruppe B",
    "{name} (Verlängerung)",
    "Qualifizierung {name}",
)
REGULAR: tuple[tuple[str, str], ...] = (
    (
        "Öffentlichkeitsarbeit",
        "Bei Veröffentlichungen ist in geeigneter Weise auf die Förderung durch das Land hinzuweisen.",
    ),
    (
        "Datenschutz",
        "Personenbezogene Daten werden nur verarbeitet, soweit dies für die Förderung erforderlich ist.",
    ),
    (
        "Erfahrungsaustausch",
        "Einmal im Jahr findet ein Gespräch über den Verlauf der Projekte statt.",
    ),
)


class _Page:
    """ "§ 1 Heading" in bold at the left; plain paragraphs."""

    def __init__(self, w: Writer, align: Align) -> None:
        self.w = w
        self.align = align
        self.words = roles(w)

    def open(self, title: str) -> None:
        text = (Run("§ ", bold=True), self.w.next_section(), Run(" ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", before=12, after=5, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, self.align, after=6, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date, long_date)))
    w = Writer(s, rng)
    _cover(w)
    page = _Page(w, rng.choice(("left", "justify")))
    page.say(
        "Die Beteiligten schließen auf der Grundlage der Fördergrundsätze des Landes und der Beschlüsse der "
        "zuständigen Gremien diese Vereinbarung."
    )
    if s.amendment:
        _amend(page)
    else:
        page.open(rng.choice(("Gegenstand der Vereinbarung", "Gegenstand und Ziele")))
        page.say(
            "{Takes} {will} die Chancen benachteiligter Menschen auf dem Ausbildungs- und Arbeitsmarkt "
            "verbessern. {Gives} unterstützt {takes_acc} dabei mit Mitteln des {prog_gen}.",
            will=verb(w, "will", "wollen"),
        )
        if s.reference:
            page.say("Grundlage ist die regionale Strategie vom {day}.", day=w.date(s.reference, "reference"))
        _funds(page)
        _projects(page)
        _rest(page)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "source-sans")),
        size=rng.choice((11.0, 12.0)),
        leading=rng.choice((1.25, 1.4)),
        footer=rng.choice(("Seite {page}", "{page}", "- {page} -")),
        footer_on_first=False,
        hyphenate=rng.random() < 0.25,
    )


def _cover(w: Writer) -> None:
    """One page: the title, the programme, the year and the sides, all in the middle."""
    s = w.scenario
    w.add(
        Gap(110),
        Paragraph((w.kind(),), "center", scale=2.0, after=10),
        Paragraph((Run("zur Umsetzung des "), *programme_genitives(w)), "center", scale=1.15, after=6),
        Paragraph((Run("im Jahr "), w.year()), "center", scale=1.15, after=60),
        Paragraph(plain("zwischen"), "center", after=16),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        short = abbreviation(w) if index == 0 else ()
        tail = (Run(" ("), short[1], Run(")")) if short else ()
        text = (*w.party(index, "dative", mark=True), *tail, *represented(w, index))
        w.add(Paragraph(text, "center", scale=1.15, after=16))
        if index < last:
            w.add(Paragraph(plain("und"), "center", after=16))
    w.add(NewPage())


def _amend(page: _Page) -> None:
    w, s = page.w, page.w.scenario
    page.open("Änderung der Zielvereinbarung")
    old, new = replaced(w)
    page.say(
        "In der Zielvereinbarung vom {day} wird der für {clause_year} vereinbarte Betrag von {old} durch "
        "den Betrag von {new} ersetzt.",
        day=amended(w),
        old=old,
        new=new,
    )
    page.open("Fortgeltung, Bescheid")
    page.say(
        "Im Übrigen gilt die Zielvereinbarung fort. Der geänderte Betrag wird vom {authority} bewilligt.",
        authority=w.authority(),
    )
    if s.asides:
        page.say("Der Kreis der Projekte ändert sich nicht.")


def _funds(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Förderung", "Umfang der Förderung")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if s.budget == "one_line":
        page.say(
            "Für die unten genannten Projekte {gets} {takes} im Jahr {clause_year} vom Land",
            with_next=True,
            gets=verb(w, "erhält", "erhalten"),
        )
        w.add(Paragraph((amount,), "center", scale=1.1, before=2, after=8))
    else:
        when = "über alle Jahre" if years else "im Jahr {clause_year}"
        page.say(
            f"Die Förderung durch das Land beträgt {when} {{total}}{{words}}.",
            total=amount,
            words=(Run(" (in Worten: "), words, Run(")")) if words else "",
        )
    if years and s.listing == "table":
        page.say("Sie wird in folgenden Jahresbeträgen gewährt:", with_next=True)
        _years(w)
    elif years:
        pieces = [(Run("im Jahr "), *part.label, Run(" "), part.amount) for part in parts(w)]
        page.say("Es entfallen {pieces}.", pieces=enumerated([tuple(one) for one in pieces]))
    elif s.budget == "two_programmes":
        for part in parts(w):
            text = (*part.label, Run(": "), part.amount)
            w.add(Paragraph(text, "left", after=3, indent=36, hang=16, marker=plain("–")))
        w.add(Gap(3))
    page.say("Höhere Ausgaben trägt das Land nicht.")


def _years(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Haushaltsjahr", True), plain("Förderung in Euro", True))]
    for part in parts(w, style="cell", table=w.tables, rows=range(1, len(s.shares) + 1)):
        rows.append((part.label, (part.amount,)))
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows), year=None)
    rows.append((plain("Summe", True), (run,)))
    w.add(Table(tuple(rows), (1.0, 1.2), ("left", "right"), s.ruled, together=True))


def _projects(page: _Page) -> None:
    w, s = page.w, page.w.scenario
    page.open(w.rng.choice(("Projekte", "Geförderte Projekte")))
    page.say(
        w.rng.choice(("Gefördert werden die nachstehenden Projekte.", "Vereinbart sind diese Projekte:")),
        with_next=True,
    )
    if s.listing == "table":
        _table(w)
    else:
        sums = parts(w) if s.budget == "by_measure" else []
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            lead = f"Maßnahmenart {measure.number}: "
            money: Text = (Run(", "), sums[number].amount) if sums else ()
            w.add(Paragraph((Run(lead), title, *money), "left", before=4, after=2, with_next=True))
            for name, project in zip(names, measure.projects, strict=True):
                text = (name, *project_money(w, measure, project, " (", ")"))
                w.add(Paragraph(text, "left", after=2, indent=28, hang=14, marker=plain("–")))
        w.add(Gap(5))
    for text in aside_texts(w, OWN_ASIDES):
        page.say("{text}", text=text)


def _table(w: Writer) -> None:
    """Number, Maßnahmenart and below it its projects, and sums if there are any."""
    s = w.scenario
    paid = s.budget in ("by_measure", "by_project")
    w.tables += 1 if paid else 0
    bold = s.budget == "by_measure"
    heads = ("Nr.", "Maßnahmenart / Projekt", *(("Euro",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    at: list[int] = []
    for measure in s.measures:
        at.append(1 + sum(1 + len(one.projects) for one in s.measures[: measure.number - 1]))
    sums = parts(w, style="cell", table=w.tables, rows=at) if bold else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        cell: tuple[Text, ...] = ((sums[number].amount,) if sums else (),) if paid else ()
        rows.append((plain(str(measure.number)), (title,), *cell))
        for name, project in zip(names, measure.projects, strict=True):
            money: tuple[Text, ...] = ((),) if paid else ()
            if s.budget == "by_project":
                money = ((project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),),)
            rows.append(((), (Run("- "), name), *money))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Summe", True), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    shares = (0.5, 4.6, 1.4)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled, padding=2.5))


def _rest(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open("Bewilligung")
    said = period(w)
    page.say(
        "{Takes} {asks} die Mittel beim {authority}. Mit dem Vorhaben darf ab dem {start} begonnen werden; "
        "es ist bis zum {end} abzuschließen."
        if rng.random() < 0.5
        else "Über den Antrag {takes_gen} entscheidet das {authority}. Die Förderung umfasst den Zeitraum "
        "{period}.",
        asks=verb(w, "beantragt", "beantragen"),
        authority=w.authority(),
        period=said,
        start=said[1],
        end=said[3],
    )
    page.say(
        "Über die Verwendung ist bis {deadline} ein Nachweis zu führen.",
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )
    for title, sentence in rng.sample(REGULAR, rng.choice((1, 2))):
        page.open(title)
        page.say(sentence)
    page.open("Schlussbestimmungen")
    page.say("Diese Vereinbarung kann nur schriftlich geändert werden.")


def _sign(w: Writer) -> None:
    """Each side in a column; who signs for the same side stands below."""
    s = w.scenario
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w):
        lines: list[SignLine] = []
        for number, (one, dated) in enumerate(side):
            lines += [SignLine(height=14.0)] if number else []
            lines += [SignLine((one.place, Run(", "), one.date))] if dated else []
            lines += _hand(w, one, dated)
        columns.append(tuple(lines))
    across = 1 if s.signature_form == "stacked" else 3 if len(columns) == 3 else 2
    w.add(*in_rows(columns, across, gutter=18.0 if across == 3 else 36.0, scale=0.87 if across == 3 else 1.0))


def _hand(w: Writer, one: Signature, dated: bool) -> list[SignLine]:
    s = w.scenario
    lines = [SignLine(plain("(Ort, Datum)"))] if s.signing == "captions" and dated else []
    dots = s.signing in ("captions", "brackets")
    lines.append(SignLine((), "dots" if dots else "none", pen=one.name is not None, height=40.0))
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        named: Text = (Run(deputy), one.name)
        if s.signing == "brackets":
            named = (Run(f"{deputy}("), one.name, Run(")"))
        lines += [SignLine(named), SignLine((one.function,))]
    article, name = one.organisation("genitive")
    lines.append(SignLine((Run(article + " "), name) if one.name else (one.bare_organisation,)))
    return lines
