"""Held back: who works on how agreements are read leaves this file closed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import (
    Align,
    Gap,
    Line,
    NewPage,
    Paragraph,
    Run,
    Sheet,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Scenario, Signer
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words, years_across
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, enumerated, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Honorare externer Lehrkräfte erkennt das Land bis zu einem Tagessatz von {cap} an.",
    "Das Angebot geht von {persons} Teilnahmen aus, {young} Plätze sind für Geflüchtete gedacht.",
    "Auskünfte zum Angebot gibt das Servicetelefon unter {phone}.",
    "Zum Vergleich: Die letzten Angebote an die Gebietskörperschaft beliefen sich im Mittel auf {past}.",
    "Der Anteil der Verwaltung an den Ausgaben darf {rate} % erreichen.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (zweite Staffel)",
    "Betriebslotsen {name}",
    "{name} vor Ort",
    "Schule-Beruf-Brücke „{name}“",
    "{name} – Ganztag",
)
PURPOSES = (
    "Mit dem Angebot verfolgt das Land die Absicht, Jugendlichen und Erwachsenen ohne Abschluss eine zweite "
    "Gelegenheit zu geben.",
    "Das Angebot gilt Menschen, denen ohne zusätzliche Hilfe der Schritt in Ausbildung oder Arbeit nicht "
    "gelingt.",
)


class _Terms:
    """ "(1) Heading." in bold, and the text runs on behind it in the same line."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.around = w.rng.choice((("(", ") "), ("", ") "), ("[", "] ")))
        self.tail = w.rng.choice((". ", ": "))
        self.head: Text = ()

    def open(self, title: str) -> None:
        before, behind = self.around
        number = (Run(before, bold=True), self.w.next_section(), Run(behind, bold=True))
        self.head = (*number, self.w.heading(title), Run(self.tail, bold=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text, with_next: bool = False) -> None:
        opening = bool(self.head)
        self.w.add(
            Paragraph((*self.head, *text), "left", before=5 if opening else 0, after=5, with_next=with_next)
        )
        self.head = ()


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, short_month, long_date)))
    w = Writer(s, rng)
    _opening(w)
    terms = _Terms(w)
    if s.amendment:
        _amend(terms)
    else:
        _agree(terms)
    _close(w)
    return w, Sheet(
        family=rng.choice(("source-sans", "times", "helvetica")),
        size=rng.choice((10.6, 11.2)),
        leading=rng.choice((1.36, 1.48)),
        header=rng.choice((None, "Angebot und Annahme", s.file_mark)),
        header_align="center",
        footer=rng.choice((None, "{page} ({pages})", "– {page} –")),
        footer_align=rng.choice(("center", "left")),
        left=84,
        right=64,
        top=70,
    )


def _bar(w: Writer, word: str) -> None:
    w.add(Paragraph(plain(word, True), "center", scale=1.15, before=18, after=8, with_next=True))


def _opening(w: Writer) -> None:
    """The title; then a part of its own in which the one side offers and the other is addressed."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("left", "center"))
    names = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    w.add(
        Paragraph((w.kind(),), align, scale=1.6, after=3),
        Paragraph((*names, Run(", Jahrgang "), w.year()), align, after=2),
        Paragraph(plain("Zustandegekommen durch Angebot und Annahme"), align, scale=0.92, after=4),
    )
    _bar(w, rng.choice(("ANGEBOT", "Angebot des Landes", "– Angebot –")))
    told: list[Text] = []
    for index in range(1, len(s.parties)):
        told.append(w.party(index, "dative", mark=True))
    short = abbreviation(w)
    behind = (Run(" "), *short[:2], Run(")")) if short else ()
    inserted = represented(w, 0)
    verb = f"{',' if inserted else ''} bietet "
    end = Run(" an, das Bestehende wie folgt zu ändern:" if s.amendment else " die folgende Vereinbarung an:")
    text = (
        *w.party(0, "nominative", mark=True, capital=True),
        *behind,
        *inserted,
        Run(verb),
        *enumerated(told),
        end,
    )
    w.add(Paragraph(text, "left", after=4))


def _amend(terms: _Terms) -> None:
    w = terms.w
    terms.open("Bezug")
    terms.say("Geändert wird die Zielvereinbarung, die durch Annahme vom {day} zustande kam.", day=amended(w))
    terms.open("Neue Angebotssumme")
    old, new = replaced(w)
    terms.say(
        w.rng.choice(
            (
                "Das Land erhöht seine Angebotssumme für {clause_year}. Bisher: {old}. Künftig: {new}.",
                "An die Stelle der Angebotssumme {clause_year} von {old} treten {new}.",
            )
        ),
        old=old,
        new=new,
    )
    terms.open("Umsetzung")
    terms.say("Das {authority} ändert nach der Annahme den Bescheid.", authority=w.authority())


def _agree(terms: _Terms) -> None:
    w, s, rng = terms.w, terms.w.scenario, terms.w.rng
    terms.open(rng.choice(("Absicht", "Wozu das Angebot dient")))
    terms.put(plain(rng.choice(PURPOSES)))
    if s.reference:
        terms.say(
            "Ihm liegt der Antrag vom {day} zugrunde.",
            day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
        )
    projects_first = rng.random() < 0.5
    for step in (_projects, _funds) if projects_first else (_funds, _projects):
        step(terms)
    terms.open("Was zu beachten ist")
    terms.say(
        "Förderfähig ist, was zwischen dem {start} und dem {end} geleistet wird. Die Unterlagen für die "
        "Schlussabrechnung müssen am {deadline} vorliegen, und zwar beim {authority}, das auch die Bescheide "
        "erteilt.",
        start=w.date(date(s.year, 1, 1), "period_start", rng.choice((None, f"01.01.{s.year}"))),
        end=w.date(date(s.year, 12, 31), "period_end", rng.choice((None, f"31.12.{s.year}"))),
        deadline=w.date(s.deadline, "deadline"),
        authority=w.authority(),
    )
    for text in aside_texts(w, OWN_ASIDES):
        terms.put(text)
    if rng.random() < 0.6:
        terms.open("Bindung")
        terms.put(plain("Das Land hält sich an das Angebot sechs Wochen lang gebunden."))


def _funds(terms: _Terms) -> None:
    w, s, rng = terms.w, terms.w.scenario, terms.w.rng
    terms.open("Angebotssumme")
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=rng.random() < 0.5, year=None if years else s.clause_year)
    if years:
        terms.say("Für die gesamte Dauer bietet das Land {total} an.", total=amount)
    elif s.budget == "one_line":
        terms.put(w.fill("Für das Jahr {clause_year} bietet das Land an:"), with_next=True)
        w.add(Paragraph((amount,), "right", scale=1.2, before=0, after=8))
    else:
        terms.say(
            rng.choice(
                (
                    "Das Land bietet für das Jahr {clause_year} eine Beteiligung von {total}{words} an.",
                    "Angeboten werden {total}{words} für das Jahr {clause_year}.",
                )
            ),
            total=amount,
            words=(Run(" (Betrag in Worten: "), words, Run(")")) if words else "",
        )
    if s.budget in SPLIT:
        _split(terms)


def _split(terms: _Terms) -> None:
    """In the sentence; or years beside each other, and else the sum before what it is for."""
    w, s = terms.w, terms.w.scenario
    if s.listing == "list":
        told: list[Text] = []
        for part in parts(w):
            number = s.measures[part.index].number if s.budget == "by_measure" else 0
            lead = f" auf Maßnahmenart {number}, " if number else " auf "
            lead = " auf das " if s.budget == "two_programmes" else lead
            told.append((part.amount, Run(lead), *part.label))
        terms.put((Run("Es kommen hiervon "), *enumerated(told, " und ", "; "), Run(".")))
        return
    if s.budget == "by_year":
        w.add(years_across(w, "Angebot", "in Euro", "zusammen", sum_first=w.rng.random() < 0.5))
        return
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    rows: list[tuple[Text, ...]] = [(plain("angebotene Euro", True), plain("wofür", True))]
    for part in found:
        lead = f"Maßnahmenart {s.measures[part.index].number}: " if s.budget == "by_measure" else ""
        rows.append(((part.amount,), (Run(lead), *part.label)))
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
    rows.append(((run,), plain("Angebotssumme", True)))
    w.add(Table(tuple(rows), (1.3, 3.6), ("right", "left"), s.ruled, padding=4.0, together=True))


def _projects(terms: _Terms) -> None:
    w, s = terms.w, terms.w.scenario
    terms.open(w.rng.choice(("Gegenleistung", "Projekte, die erwartet werden")))
    many = "Im Gegenzug führt {r} diese Projekte durch:"
    if len(s.recipients) > 1:
        many = "Im Gegenzug führen {r} diese Projekte durch:"
    terms.put(w.fill(many), with_next=True)
    if s.listing == "table":
        _table(w)
        return
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        w.add(
            Paragraph(
                (Run(f"Maßnahmenart {measure.number} | "), replace(title, bold=True)),
                "left",
                before=2,
                after=2,
                indent=24,
                with_next=True,
            )
        )
        for name, project in zip(names, measure.projects, strict=True):
            money: Text = ()
            if project.amount is not None:
                money = (Run(" (angeboten: "), project_sum(w, measure, project), Run(")"))
            w.add(Paragraph((name, *money), "left", after=2, indent=52, hang=14, marker=plain("o")))
        w.add(Gap(3))


def _table(w: Writer) -> None:
    """A row for each project with the whole name of its measure behind it."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Projekt", "zu Maßnahmenart", "angeboten" if paid else "Beginn")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for name, project in zip(names, measure.projects, strict=True):
            own: Text = plain(w.rng.choice(("Januar", "Februar", "April", "August", "September")))
            if paid:
                own = (project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),)
            rows.append(((name,), (Run(f"{measure.number} – "), title), own))
    if paid:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Angebotssumme", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right" if paid else "left")
    w.add(Table(tuple(rows), (2.5, 2.7, 1.45), aligns, s.ruled, padding=3.5))


def _close(w: Writer) -> None:
    """The offer is signed where it ends, and each acceptance below its own words."""
    s, rng = w.scenario, w.rng
    sides: dict[int, list[Signer]] = {}
    for signer in s.signers:
        sides.setdefault(signer.party, []).append(signer)
    w.add(*in_rows([_letter(enter(w, one), s.signing) for one in sides[0]], before=14.0))
    if rng.random() < 0.25:
        w.add(NewPage())
    else:
        w.add(Gap(10))
    _bar(w, rng.choice(("ANNAHME", "Annahme des Angebots", "– Annahme –")))
    for index in range(1, len(s.parties)):
        inserted = represented(w, index)
        text = (
            *w.party(index, "nominative", mark=True, capital=True),
            *inserted,
            Run(f"{',' if inserted else ''} nimmt das Angebot in allen Teilen an."),
        )
        w.add(Paragraph(text, "left", before=26 if index > 1 else 0, after=0, with_next=True))
        columns = [_letter(enter(w, one), s.signing) for one in sides[index]]
        w.add(
            *in_rows(columns, 1 if s.signature_form == "stacked" else 2, before=12.0, then=24.0, gutter=30.0)
        )


def _letter(one: Signature, form: str) -> tuple[SignLine, ...]:
    """As a letter ends: where and when, whose it is, the hand, who, in what office."""
    party = one.signer.organisation
    lines = [SignLine((one.place, Run(", "), one.date))]
    if form == "captions":
        lines.append(SignLine(plain("Ort / Tag")))
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        lines.append(SignLine((Run(f"{organ} {article} "), name)))
    else:
        lines.append(SignLine((one.bare_organisation,)))
    line: Line = "rule" if form == "captions" else "none"
    lines.append(SignLine((), line, pen=one.name is not None, height=40.0))
    if form == "captions":
        lines.append(SignLine(plain("Unterschrift und Dienststellung")))
    if one.name and one.function:
        deputy = "In Vertretung: " if one.signer.deputising else ""
        who: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine((Run(deputy), *who)), SignLine((one.function,))]
    return tuple(lines)
