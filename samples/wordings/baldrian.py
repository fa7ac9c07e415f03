"""Printed by a funding database: fields with captions, what was asked for beside what was agreed, projects
with codes and months, a frame with fields for each who signs."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

from samples.blocks import Align, Divider, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario, invented_person
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, period, programme_names
from samples.writer import Writer

OWN_ASIDES = (
    "Hinweis: Teilnehmendenpauschale (Obergrenze) {cap}.",
    "Output-Ziel: {persons} Teilnehmende, davon {young} in modularer Nachqualifizierung.",
    "Technische Unterstützung: Hotline {phone}.",
    "Kontingent des Landes laut Programmplanung: {past}.",
    "Hinweis: Restkostenpauschale {rate} %.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} - Folgeantrag",
    "AQB {name}",
    "{name} (Gruppe B)",
    "Coaching: {name}",
    "BaE {name}",
    "{name} [Pflege]",
)
MONTHS = (("01", "12"), ("01", "06"), ("02", "12"), ("08", "12"), ("03", "10"))
TERMS_OF_USE = (
    "Die Vereinbarungspartner bestätigen die Richtigkeit der erfassten Angaben.",
    "Maßgeblich ist die unterschriebene Papierfassung.",
    "Teilnehmende werden pseudonymisiert erfasst; die Vorgaben des Datenschutzes sind beachtet.",
    "Änderungen werden als neue Fassung dieses Vordrucks ausgegeben.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, full_figures)
    w = Writer(s, rng)
    _fields(w)
    if s.amendment:
        _amend(w)
    else:
        _agree(w)
    _sign(w)
    case = f"FV-{s.year % 100:02d}-{rng.randint(1000, 9899)}"
    return w, Sheet(
        family=rng.choice(("helvetica", "helvetica-narrow", "vera")),
        size=rng.choice((9.6, 10.0)),
        leading=1.3,
        header=f"Fördervorgang {case}",
        header_align=rng.choice(("left", "right")),
        header_on_first=True,
        footer=f"{case} | Seite {{page}} von {{pages}}",
        footer_align="left",
        left=60,
        right=60,
        top=70,
        bottom=66,
    )


def _section(w: Writer, title: str) -> None:
    text = (w.next_section(), Run("   ", bold=True), w.heading(title))
    w.add(
        Paragraph(text, "left", scale=1.15, before=10, after=0, with_next=True),
        Divider(before=1.0, after=5.0),
    )


def _pairs(w: Writer, rows: list[tuple[Text, ...]]) -> None:
    w.add(Table(tuple(rows), (1.5, 3.6), ("left", "left"), "none", padding=1.8, before=0.0))


def _fields(w: Writer) -> None:
    """Title; then the fields of the case: parties with key and contact, programme, year."""
    s, rng = w.scenario, w.rng
    w.add(Paragraph((w.kind(),), "left", scale=1.7, after=6))
    _section(w, rng.choice(("Stammdaten", "Vereinbarungspartner")))
    rows: list[tuple[Text, ...]] = []
    grantor: Text = (w.bare_party(0),)
    if s.land:
        acting = Run(s.grantor.official, "parties[0].representative")
        rows += [(plain("Mittelgeber"), grantor), (plain("vertreten durch"), (acting,))]
    else:
        rows.append((plain("Mittelgeber"), grantor))
    for index, party in enumerate(s.recipients, start=1):
        count = f" {index}" if len(s.recipients) > 1 else ""
        rows.append((plain(f"Gebietskörperschaft{count}"), (w.bare_party(index),)))
        if s.represented:
            body = "Kreisausschuss" if party.gender == "m" else "Magistrat"
            w.gold["parties"][index]["representative"] = body
            rows.append((plain("vertreten durch"), (Run(body, f"parties[{index}].representative"),)))
        rows.append((plain("Gemeindeschlüssel"), plain(party.key or "")))
        contact = invented_person(rng)
        called = "Frau" if contact.woman else "Herr"
        phone = f"06{rng.randint(10, 99)} 000-{rng.randint(100, 999)}"
        rows.append((plain("Kontakt"), plain(f"{called} {contact.name}, Tel. {phone}")))
    rows += [
        (plain("Landesprogramm"), programme_names(w)),
        (plain("Budgetjahr"), (w.year(),)),
    ]
    _pairs(w, rows)


def _amend(w: Writer) -> None:
    _section(w, "Geänderte Fassung")
    w.paragraph("Vorgängerfassung: Zielvereinbarung vom {day}.", day=amended(w))
    _section(w, "Budget")
    old, new = replaced(w)
    w.add(
        Paragraph(
            w.fill("Vereinbartes Budget {clause_year} (bisher): {old}", old=old), "left", after=2, indent=12
        ),
        Paragraph(w.fill("Vereinbartes Budget {clause_year} (neu): {new}", new=new), "left", indent=12),
    )
    _section(w, "Bewilligung")
    w.paragraph(
        "Zuständig: {authority}. Nicht geänderte Felder behalten ihren Inhalt.", authority=w.authority()
    )


def _agree(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    rows: list[tuple[Text, ...]] = [(plain("Durchführung"), period(w))]
    if s.reference:
        rows.append((plain("Arbeitsmarktstrategie"), (Run("Stand "), w.date(s.reference, "reference"))))
    _pairs(w, rows)
    _section(w, rng.choice(("Budget", "Vereinbartes Budget")))
    _funds(w)
    _section(w, rng.choice(("Projekte", "Projektübersicht")))
    _projects(w)
    _section(w, "Bewilligung und Abrechnung")
    deadline = w.date(s.deadline, "deadline", full_figures(s.deadline))
    _pairs(
        w,
        [
            (plain("Bewilligungsstelle"), (w.authority(),)),
            (plain("Frist Schlussabrechnung"), (deadline,)),
            (plain("Auszahlung"), plain("auf Abruf, frühestens nach Bestandskraft des Bescheides")),
        ],
    )
    _section(w, "Erklärungen")
    for sentence in rng.sample(TERMS_OF_USE, 3):
        w.add(Paragraph(plain(sentence), "left", after=2, indent=14, hang=14, marker=plain("–")))


def _asked(value: Decimal) -> Decimal:
    """What had been asked for: as much as was agreed, or more."""
    more = random.Random(f"asked/{value}").choice((0, 0, 5, 12, 20))
    return value + (value * more / 100).quantize(Decimal("1")) * Decimal("1.00")


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    if years:
        last = s.clause_year + len(s.shares) - 1
        w.paragraph(f"Vereinbart für die Jahre {s.clause_year} - {last}: {{total}}", total=amount)
    else:
        w.paragraph(
            rng.choice(
                (
                    "Für das Budgetjahr {clause_year} werden {total}{words} zugesagt.",
                    "Vereinbartes Budget {clause_year}: {total}{words}",
                )
            ),
            total=amount,
            words=(Run(" / in Worten: "), words) if words else "",
        )
    if s.budget in SPLIT:
        _split(w)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, "left"))


def _split(w: Writer) -> None:
    """A table with what was asked for and what was agreed, or captions and sums."""
    s = w.scenario
    years = s.budget == "by_year"
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    if s.listing == "list":
        rows = [(part.label, (part.amount,)) for part in parts(w, table=w.tables, rows=range(count))]
        w.add(Table(tuple(rows), (3.6, 1.5), ("left", "right"), "none", padding=1.8, together=True))
        return
    values = [one.amount or Decimal(0) for one in s.measures] if s.budget == "by_measure" else list(s.shares)
    asked = [_asked(value) for value in values]
    found = parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
    what = {"by_measure": "Maßnahmenart", "by_year": "Haushaltsjahr"}.get(s.budget, "Programm")
    table: list[tuple[Text, ...]] = [(plain(what, True), plain("beantragt", True), plain("vereinbart", True))]
    for part, value in zip(found, asked, strict=True):
        lead = f"{s.measures[part.index].number} " if s.budget == "by_measure" else ""
        table.append(((Run(lead), *part.label), (_requested(w, value, len(table)),), (part.amount,)))
    whole_asked = _requested(w, sum(asked, Decimal("0.00")), len(table))
    year = None if years else s.clause_year
    whole = total(w, style="sign", bold=True, table=w.tables, row=len(table), year=year)
    table.append((plain("Summe", True), (whole_asked,), (whole,)))
    aligns: tuple[Align, ...] = ("left", "right", "right")
    w.add(Table(tuple(table), (3.0, 1.3, 1.3), aligns, s.ruled, padding=2.5, together=True))


def _requested(w: Writer, value: Decimal, row: int) -> Run:
    return w.amount(value, "other", style="sign", label="beantragt", table=w.tables, row=row)[0]


def _projects(w: Writer) -> None:
    """A table for each measure: code, name, months, places, and what was agreed."""
    s = w.scenario
    paid = s.budget == "by_project"
    heads = ("Code", "Bezeichnung", "von", "bis", "TN", *(("vereinbart",) if paid else ()))
    aligns: tuple[Align, ...] = ("left", "left", "left", "left", "right", "right")
    shares = (0.8, 3.2, 0.85, 0.85, 0.5, 1.4)
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Maßnahmenart {measure.number}: "), replace(title, bold=True))
        w.add(Paragraph(head, "left", before=3, after=1, with_next=True))
        w.tables += 1 if paid else 0
        rows: list[tuple[Text, ...]] = [tuple(plain(one, True) for one in heads)]
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            known = random.Random(f"{s.deadline}/{project.name}")
            start, end = known.choice(MONTHS)
            line: tuple[Text, ...] = (
                plain(f"P{measure.number}{index:02d}"),
                (name,),
                plain(f"{start}/{s.year}"),
                plain(f"{end}/{s.year}"),
                plain(str(known.randint(4, 65))),
            )
            if paid:
                run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
                line += ((run,),)
            rows.append(line)
        if paid and len(names) > 1:
            run = subtotal(w, measure, style="sign", table=w.tables, row=len(rows))
            rows.append(((), plain("Zwischensumme"), (), (), (), (run,)))
        ruled = s.ruled if s.ruled != "none" else "rows"
        w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], ruled, padding=2.0, after=6.0))


def _sign(w: Writer) -> None:
    """A frame for each who signs, with the fields in it."""
    columns = [_frame(enter(w, signer)) for signer in w.scenario.signers]
    w.add(*in_rows(columns, 2, then=18.0, before=20.0, gutter=18.0, boxed=True))


def _frame(one: Signature) -> tuple[SignLine, ...]:
    acting = plain("i. V. ") if one.signer.deputising else ()
    form_fields = (
        SignLine((Run("Partner: "), one.bare_organisation)),
        SignLine((Run("Ort: "), one.place)),
        SignLine((Run("Datum: "), one.date)),
        SignLine(plain("Unterschrift:")),
        SignLine(pen=one.name is not None, height=44.0),
    )
    name: Text = (Run("Name: "), *acting, *((one.name,) if one.name else ()))
    function: Text = (Run("Funktion: "), *((one.function,) if one.function else ()))
    return (*form_fields, SignLine(name), SignLine(function))
