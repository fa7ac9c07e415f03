"""Typeset by a county's own office: cover, run-in headings, projects ticked by group, a signing table."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

from samples.blocks import (
    NEW_LINE,
    Align,
    Divider,
    Gap,
    NewPage,
    Paragraph,
    Run,
    Sheet,
    Table,
    Text,
    plain,
)
from samples.scenario import Ruled, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import parts, project_sum, replaced, total, total_in_words, years_across
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    enumerated,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Aufwendungen für Kinderbetreuung werden bis {cap} monatlich übernommen.",
    "Das Jobcenter weist etwa {persons} Personen zu; für {young} Plätze liegt das Zuweisungsrecht beim "
    "Jugendamt.",
    "Das Büro der Dezernatsleitung ist unter {phone} zu erreichen.",
    "Seit Bestehen des Budgets flossen im Jahresmittel {past} in die Region.",
    "Eine Overheadpauschale von {rate} % ist in den Kostenplänen berücksichtigt.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Ausbildungsverbund {name}",
    "{name} – Gruppe B",
    "{name} (Ausbildung in Teilzeit)",
    "Berufsfelder erkunden mit {name}",
    "Servicestelle „{name}“",
    "{name} (Wiederholung)",
)
GROUPS = ("unter 25", "ab 25", "Eltern")
REASONS = (
    "Ausbildung und Arbeit sichern Teilhabe; dazu tragen beide Seiten mit ihren Mitteln bei.",
    "Die Fachkräftelücke im Handwerk und in der Pflege soll kleiner werden.",
    "Angesprochen werden Menschen, denen der Zugang zu regulärer Ausbildung bisher nicht gelungen ist.",
    "Geplant und gesteuert wird vor Ort, in Abstimmung mit Agentur für Arbeit und Kammern.",
)


class _Paragraphs:
    """ "§ 1. Heading." in bold, and in the same line the first sentence."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.lead: Text = ()

    def open(self, title: str) -> None:
        number = (Run("§ ", bold=True), self.w.next_section(), Run(". ", bold=True))
        self.lead = (*number, self.w.heading(title), Run(". ", bold=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text, with_next: bool = False) -> None:
        before = 9.0 if self.lead else 0.0
        self.w.add(Paragraph((*self.lead, *text), before=before, after=5, with_next=with_next))
        self.lead = ()


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, short_month)))
    w = Writer(s, rng)
    _cover(w)
    page = _Paragraphs(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("source-serif", "times", "source-sans")),
        size=rng.choice((11.0, 11.6)),
        leading=rng.choice((1.28, 1.36)),
        header=rng.choice((None, "Dezernat für Arbeit und Soziales · Beschäftigungsförderung")),
        header_align="center",
        footer=rng.choice(("{page}", "Seite {page} von {pages}")),
        footer_on_first=False,
        hyphenate=rng.random() < 0.4,
        left=84,
        right=84,
        top=82,
        bottom=86,
    )


def _called(w: Writer) -> str:
    """What the municipal side is called behind the cover."""
    if len(w.scenario.recipients) > 1:
        return "die Partner"
    return "der Kreis" if w.scenario.recipients[0].gender == "m" else "die Stadt"


def _cover(w: Writer) -> None:
    """A page of its own: kind, the municipal side in the genitive, the ministry, budget and year."""
    s = w.scenario
    w.add(Gap(120), Divider(1.0), Paragraph((w.kind(),), "left", scale=2.3, before=6, after=10))
    last = len(s.parties) - 1
    for index in range(1, last + 1):
        lead = plain("und ") if index > 1 else ()
        text = (*lead, *w.party(index, "genitive", mark=True), *represented(w, index))
        w.add(Paragraph(text, "left", scale=1.2, after=4))
    w.add(
        Paragraph(
            (Run("mit "), *w.party(0, "dative", mark=True), *represented(w, 0)), "left", scale=1.2, after=16
        ),
        Paragraph((Run("zur Verwendung des "), *programme_genitives(w)), "left", after=4),
        Paragraph((Run("im Haushaltsjahr "), w.year()), "left", after=10),
        Divider(1.0),
    )
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "left", scale=0.85, before=4))
    w.add(NewPage())


def _amend(page: _Paragraphs) -> None:
    w = page.w
    page.open("Ausgangspunkt")
    page.say(
        "Grundlage der Zusammenarbeit ist die Zielvereinbarung vom {day}. Ihr Finanzteil passt nicht mehr "
        "zum Verlauf der Maßnahmen.",
        day=amended(w),
    )
    page.open("Geänderter Höchstbetrag")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Statt „{old}“ ist künftig „{new}“ zu lesen. Das betrifft das Haushaltsjahr {clause_year}.",
                "Der Höchstbetrag für das Haushaltsjahr {clause_year} ändert sich von {old} in {new}.",
            )
        ),
        old=old,
        new=new,
    )
    page.open("Alles Weitere")
    page.say("Im Übrigen ändert sich nichts.")
    page.say("Das {a} wird über diese Änderung unterrichtet.", a=w.authority())


def _agree(page: _Paragraphs) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Beweggründe", "Warum diese Vereinbarung")))
    for sentence in rng.sample(REASONS, 2):
        page.say(sentence)
    if s.reference:
        page.say(
            "Leitlinie ist das Integrationskonzept, das die Steuerungsgruppe am {day} verabschiedet hat.",
            day=w.date(s.reference, "reference"),
        )
    first, second = (_projects, _funds) if rng.random() < 0.4 else (_funds, _projects)
    first(page)
    second(page)
    page.open(rng.choice(("Laufzeit", "Zeitlicher Rahmen")))
    page.say("Die Projekte werden in der Zeit {period} verwirklicht.", period=period(w))
    page.open(rng.choice(("Verfahren", "Förderverfahren")))
    page.say(
        "Über den Antrag entscheidet das {a}. Belege sind fünf Jahre aufzubewahren; die Schlussrechnung wird "
        "spätestens am {day} vorgelegt.",
        a=w.authority(),
        day=w.date(s.deadline, "deadline"),
    )
    page.open("Gespräche")
    page.say(
        "Halbjährlich, erstmals im Juni {y}, werten die Beteiligten Zwischenstände aus. Ausgefertigt wird "
        "{n}.",
        n="in zwei Stücken" if len(s.parties) == 2 else "in drei Stücken",
    )


def _funds(page: _Paragraphs) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Geld", "Höchstbetrag")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    spelled: Run | Text = (Run(", in Buchstaben: "), words, Run(",")) if words else Run("")
    called = _called(w)
    receive = "erhalten" if called == "die Partner" else "erhält"
    if years:
        page.say(
            "Alle Jahre zusammengenommen {receive} {called} vom Land höchstens {total}.",
            receive=receive,
            called=called,
            total=amount,
        )
    elif s.budget == "one_line":
        page.put(w.fill("Der Höchstbetrag des Landes für {clause_year} lautet auf"), with_next=True)
        w.add(Paragraph((replace(amount, bold=True),), "center", scale=1.2, before=2, after=8))
    else:
        page.say(
            rng.choice(
                (
                    "Im Haushaltsjahr {clause_year} {receive} {called} vom Land höchstens {total}{words} als "
                    "nicht rückzahlbaren Zuschuss.",
                    "Höchstbetrag des Haushaltsjahres {clause_year} ist {total}{words} ohne Abzüge.",
                )
            ),
            receive=receive,
            called=called,
            total=amount,
            words=spelled,
        )
    _split(page)
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    page.say("Eigene Leistungen der kommunalen Seite, etwa Personal und Räume, sind nicht enthalten.")


def _split(page: _Paragraphs) -> None:
    """Years side by side, measures with their share in per cent, programmes in the sentence."""
    w, s = page.w, page.w.scenario
    if s.budget not in ("by_year", "by_measure", "two_programmes"):
        return
    if s.budget == "by_year" and s.listing == "table":
        page.say("Verteilung auf die Jahre (in Euro):")
        w.add(years_across(w, "Jahr", "Zuschuss", "alle Jahre"))
        return
    if s.budget == "by_measure" and s.listing == "table":
        _percents(page)
        return
    pieces: list[Text] = []
    for part in parts(w):
        quoted = s.budget == "by_measure"
        lead = {"by_year": "im Jahr ", "by_measure": "für „"}.get(s.budget, "nach dem ")
        pieces.append((part.amount, Run(f" {lead}"), *part.label, Run("“" if quoted else "")))
    page.say("Das sind {pieces}.", pieces=enumerated(pieces, last=" sowie ", between="; "))


def _percents(page: _Paragraphs) -> None:
    w, s = page.w, page.w.scenario
    w.tables += 1
    found = parts(w, style="sign", table=w.tables, rows=range(1, len(s.measures) + 1))
    rows: list[tuple[Text, ...]] = [
        (plain("Maßnahmenart", True), plain("Anteil", True), plain("Zuschuss", True))
    ]
    whole = sum((measure.amount or Decimal(0) for measure in s.measures), Decimal(0))
    for part, measure in zip(found, s.measures, strict=True):
        percent = f"{(measure.amount or Decimal(0)) / whole * 100:.1f} %".replace(".", ",")
        rows.append((part.label, plain(percent), (part.amount,)))
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
    rows.append((plain("Höchstbetrag", True), plain("100,0 %", True), (run,)))
    w.add(Table(tuple(rows), (3.4, 0.8, 1.4), ("left", "right", "right"), s.ruled, padding=3))


def _projects(page: _Paragraphs) -> None:
    w, s = page.w, page.w.scenario
    page.open(w.rng.choice(("Maßnahmen und Projekte", "Projekte in der Region")))
    if s.listing == "table":
        page.put(plain("Gefördert werden (Kreuz: angesprochene Gruppe):"), with_next=True)
        _ticked(w)
        return
    page.say("Aus dem Budget werden bezuschusst")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        told: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            money: Text = ()
            if project.amount is not None:
                money = (Run(" ["), project_sum(w, measure, project), Run("]"))
            told.append((name, *money))
        lead = ": das Projekt " if len(names) == 1 else ": die Projekte "
        text = (title, Run(lead), *enumerated(told, last="; ", between="; "), Run("."))
        w.add(Paragraph(text, "left", after=3, indent=26, hang=20, marker=plain(f"{measure.number}.")))


def _ticked(w: Writer) -> None:
    """The measure across; below it each project with a cross for every group it is made for."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Projekt", *GROUPS, *(("Zuschuss",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"{measure.number}. ", bold=True), replace(title, bold=True)),))
        for name, project in zip(names, measure.projects, strict=True):
            dice = random.Random(f"{s.deadline}/{name.text}")
            chosen = dice.sample(range(len(GROUPS)), dice.choice((1, 2, 2)))
            ticks = tuple(plain("x") if i in chosen else () for i in range(len(GROUPS)))
            money: tuple[Text, ...] = ()
            if paid:
                money = ((project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),),)
            rows.append(((name,), *ticks, *money))
    if paid:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Höchstbetrag", True), (), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "center", "center", "center", "right")
    shares = (2.9, 0.8, 0.7, 0.7, 1.3)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled, padding=3.0))


def _sign(w: Writer) -> None:
    """A table: for whom, where and when, name over office, and an empty field for the hand."""
    s = w.scenario
    place = "Ort, Datum" if s.signing == "captions" else "Ort und Tag"
    rows: list[tuple[Text, ...]] = [
        tuple(plain(head, True) for head in ("Für", place, "Name, Amt", "Unterschrift"))
    ]
    signers = sorted(s.signers, key=lambda signer: signer.party == 0)
    for one in (enter(w, signer) for signer in signers):
        where = (one.place, Run(","), NEW_LINE, one.date)
        rows.append((_for(one, s.signing), where, _who(one, s.signing), ()))
    left: Align = "left"
    ruled: Ruled = "grid" if s.ruled == "grid" else "rows"
    shares = (2.0, 1.5, 1.9, 1.5)
    w.add(Gap(14), Table(tuple(rows), shares, (left,) * 4, ruled, row_height=22, padding=8, together=True))


def _for(one: Signature, form: str) -> Text:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        return (Run(f"den {organ} {article} "), name)
    article, name = one.organisation("accusative")
    return (Run(f"{article} "), name)


def _who(one: Signature, form: str) -> Text:
    if not one.name or not one.function:
        return ()
    named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
    deputy = (Run("i. V. "),) if one.signer.deputising else ()
    return (*deputy, *named, NEW_LINE, one.function)
