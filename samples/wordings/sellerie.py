"""A recent paper of the ministry: short sentences, one large table of projects, the day at the left."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from samples.blocks import (
    Align,
    Divider,
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
from samples.wordings.days import full_figures, redated
from samples.wordings.money import parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Leihgeräte dürfen bis zu einem Einzelpreis von {cap} beschafft werden.",
    "Wir gehen von {persons} Teilnehmenden aus, von denen {young} in Teilzeit lernen.",
    "Technische Hilfe zum Förderportal gibt es unter {phone}.",
    "Landesweit wurden zuletzt {past} im Jahr für vergleichbare Vorhaben ausgegeben.",
    "Umschichtungen zwischen Vorhaben sind bis {rate} % ohne Rückfrage möglich.",
)
OWN_FORMS = ("{name}", "{name}", "{name}", "{name} (Region Ost)", "{name} – Fortsetzung", "Netzwerk {name}")
CARRIERS = (
    ("Lernhaus Musterau gGmbH", "Musterau"),
    ("VHS Beispieltal", "Beispieltal"),
    ("Probewerk e. V.", "Probestadt"),
    ("Berufsakademie Exempel", "Exempelhausen"),
    ("Kommunales Jobcenter", "mehrere Orte"),
)
GOALS = (
    "Junge und erwachsene Menschen sollen eine Ausbildung beginnen, durchhalten und abschließen können.",
    "Beschäftigte ohne Abschluss erhalten Gelegenheit, ihn nachzuholen.",
    "Angebote sind so zu legen, dass sie sich mit Familie und Pflege vereinbaren lassen.",
)


class _Text:
    def __init__(self, w: Writer) -> None:
        self.w = w
        self.dot = w.rng.choice((".", ")", ""))

    def open(self, title: str) -> None:
        marker = (self.w.next_section(), Run(self.dot, bold=True))
        head = (self.w.heading(title),)
        self.w.add(
            Paragraph(
                head,
                "left",
                scale=1.06,
                before=12,
                after=3,
                indent=22,
                hang=22,
                marker=marker,
                with_next=True,
            )
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled), with_next)

    def put(self, text: Text, with_next: bool = False) -> None:
        self.w.add(Paragraph(text, "left", after=4, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(fuller_names(s, OWN_FORMS), full_figures)
    w = Writer(s, rng)
    _opening(w)
    text = _Text(w)
    if s.amendment:
        _amend(text)
    else:
        text.open(rng.choice(("Gemeinsames Ziel", "Was wir erreichen wollen")))
        for sentence in rng.sample(GOALS, 2):
            text.say(sentence)
        if s.reference:
            text.say(
                "Näheres steht in der regionalen Arbeitsmarktstrategie (Fassung: {day}).",
                day=w.date(s.reference, "reference", full_figures(s.reference)),
            )
        text.open(rng.choice(("Geförderte Vorhaben", "Vorhaben")))
        _projects(text)
        text.open(rng.choice(("Höhe der Förderung", "Förderbetrag")))
        _funds(text)
        for aside in aside_texts(w, OWN_ASIDES):
            text.put(aside)
        text.open("Zahlung und Abrechnung")
        text.say(
            "Die Auszahlung richtet sich nach dem Bescheid, den das {authority} auf Antrag erlässt.",
            authority=w.authority(),
        )
        text.say(
            "Frist für die Abrechnung der Vorhaben: {deadline}.",
            deadline=w.date(s.deadline, "deadline", full_figures(s.deadline)),
        )
        text.open(rng.choice(("Berichte und Öffentlichkeit", "Öffentlichkeitsarbeit")))
        text.say(
            "In Druckstücken und auf Webseiten ist auf die Förderung hinzuweisen. "
            "Presseanfragen werden abgestimmt."
        )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "source-sans", "vera")),
        size=rng.choice((10.0, 10.6)),
        leading=1.38,
        header=rng.choice((None, "Arbeitsmarktförderung vor Ort", s.file_mark)),
        header_align="left",
        footer="Seite {page} von {pages}",
        footer_align="right",
        left=66,
        right=66,
        top=72,
        bottom=72,
    )


def _opening(w: Writer) -> None:
    """What it is at the left above a line; the parties in one sentence that names what they agree on."""
    s = w.scenario
    many = len(s.programmes) > 1
    names = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    w.add(
        Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "left", scale=1.6, after=3),
        Paragraph((*names,), "left", scale=1.05, after=2),
        Divider(after=8),
    )
    sides: list[Text] = []
    for index in range(len(s.parties)):
        inserted = represented(w, index)
        comma = plain(",") if inserted and index >= len(s.parties) - 2 else ()
        party = w.party(index, "nominative", mark=True, capital=index == 0)
        sides.append((*party, *inserted, *comma))
    budgets = "die Verwendung der beiden Budgets" if many else "die Verwendung des Budgets"
    w.add(
        Paragraph(
            (
                *enumerated(sides),
                Run(f" legen mit dieser Vereinbarung {budgets} fest. Rechtsgrundlage sind die "),
                Run("Fördergrundsätze des Landes und die §§ 23 und 44 LHO."),
            ),
            "left",
            after=6,
        )
    )


def _amend(text: _Text) -> None:
    w, s = text.w, text.w.scenario
    text.open("Warum geändert wird")
    text.say(
        "Seit dem {day} gilt zwischen denselben Beteiligten eine Zielvereinbarung. "
        "Einige Vorhaben haben mehr Zulauf als erwartet.",
        day=amended(w),
    )
    text.open("Was sich ändert")
    if s.listing == "table":
        text.say("Der Förderbetrag für {clause_year} wird angepasst:", with_next=True)
        w.tables += 1
        entry: dict[str, Any] = {
            "label": s.programmes[0].name,
            "programme_key": s.programmes[0].key,
            "year": s.clause_year,
            "table": w.tables,
            "style": "sign",
        }
        if s.replaced is None:
            raise ValueError("not an amendment")
        old, _ = w.amount(s.replaced, "replaced", row=1, **entry)
        new, _ = w.amount(s.total, "replacement", row=2, **entry)
        rows = (
            (plain("Stand", True), plain("Förderbetrag", True)),
            (plain("bisher"), (old,)),
            (plain("künftig"), (new,)),
        )
        w.add(Table(rows, (1.4, 1.4), ("left", "right"), s.ruled, together=True))
    else:
        old, new = replaced(w)
        text.say(
            "Förderbetrag {clause_year} bisher: {old}. Förderbetrag {clause_year} künftig: {new}.",
            old=old,
            new=new,
        )
    text.open("Was bleibt")
    text.say("Zuständig bleibt das {authority}. Alle übrigen Regelungen bleiben.", authority=w.authority())


def _place(s: Scenario, name: str) -> tuple[str, str, str]:
    rng = random.Random(f"{s.deadline}/{name}/s")
    carrier, place = rng.choice(CARRIERS)
    return carrier, place, str(rng.randint(6, 48))


def _projects(text: _Text) -> None:
    """One table: a row across for each measure, a row for each project with carrier, place and seats."""
    w, s = text.w, text.w.scenario
    money = s.budget == "by_project"
    text.say(
        "Die Tabelle nennt alle Vorhaben, ihre Träger und die Zahl der Plätze"
        + (" sowie den Anteil an den Landesmitteln." if money else "."),
        with_next=True,
    )
    w.tables += 1
    table = w.tables
    heads = ("Nr.", "Vorhaben", "Träger, Ort", "Plätze", *(("Anteil in €",) if money else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    sums: list[Run] = []
    if s.budget == "by_measure" and s.listing == "list":
        starts = [
            1 + number + sum(len(m.projects) for m in s.measures[:number])
            for number in range(len(s.measures))
        ]
        sums = [one.amount for one in parts(w, table=table, rows=starts)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        lead: Text = (Run(f"Maßnahmenart {measure.number}: ", bold=True), replace(title, bold=True))
        if sums:
            lead = (*lead, Run(" – "), sums[number])
        rows.append((lead,))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            carrier, place, seats = _place(s, name.text)
            cells: list[Text] = [plain(f"{measure.number}/{i}"), (name,)]
            cells += [plain(f"{carrier}, {place}"), plain(seats)]
            if money:
                run = project_sum(w, measure, project, style="cell", table=table, row=len(rows))
                cells.append((run,))
            rows.append(tuple(cells))
        if money and s.listing == "list" and len(names) > 1:
            run = subtotal(w, measure, style="cell", table=table, row=len(rows))
            rows.append(((), plain("Zwischensumme"), (), (), (run,)))
    if money:
        run = total(w, style="cell", bold=True, table=table, row=len(rows))
        rows.append(((), plain("Förderung gesamt", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right", *(("right",) if money else ()))
    shares = (0.55, 2.6, 2.2, 0.8, *((1.35,) if money else ()))
    w.add(Table(tuple(rows), shares, aligns, s.ruled if s.ruled != "none" else "rows", padding=3.0))


def _funds(text: _Text) -> None:
    w, s = text.w, text.w.scenario
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    said = (Run(" (in Worten: "), words, Run(")")) if words else ""
    if years:
        text.say("Die Förderung ist auf mehrere Jahre angelegt und summiert sich auf {total}.", total=amount)
    elif s.budget == "one_line":
        text.say("Förderbetrag für {clause_year}: {total}", total=replace(amount, bold=True))
    else:
        text.say(
            w.rng.choice(
                (
                    "Die Vorhaben werden {clause_year} mit höchstens {total}{words} unterstützt.",
                    "{clause_year} übernimmt das Land Ausgaben bis zur Höhe von {total}{words}.",
                )
            ),
            total=amount,
            words=said,
        )
    table = s.listing == "table"
    if years or s.budget == "two_programmes" or (s.budget == "by_measure" and table):
        _split(w, table)
    text.say("Eigenmittel und Mittel Dritter kommen hinzu; sie sind im Antrag darzustellen.")


def _split(w: Writer, table: bool) -> None:
    s = w.scenario
    years = s.budget == "by_year"
    if not table:
        for part in parts(w):
            lead = Run("Jahr " if years else "Anteil ")
            w.add(
                Paragraph(
                    (lead, *part.label, Run(": "), part.amount),
                    "left",
                    after=2,
                    indent=34,
                    hang=14,
                    marker=plain("–"),
                )
            )
        w.add(Gap(3))
        return
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
    head = {"by_year": "Jahr", "by_measure": "Maßnahmenart"}.get(s.budget, "Budget")
    rows: list[tuple[Text, ...]] = [(plain(head, True), plain("Fördermittel", True))]
    for part in found:
        lead_text = f"{s.measures[part.index].number} " if s.budget == "by_measure" else ""
        rows.append(((Run(lead_text), *part.label), (part.amount,)))
    year = None if years else s.clause_year
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows), year=year)
    rows.append((plain("Summe", True), (run,)))
    w.add(Table(tuple(rows), (3.4, 1.5), ("left", "right"), s.ruled, together=True))


def _sign(w: Writer) -> None:
    """A row for each who signs: whom for, place and day at the left; pen, name and office at the right."""
    s = w.scenario
    side_by_side = s.signature_form == "three_columns"
    rows = [_row(enter(w, signer), s.signing == "captions") for signer in s.signers]
    for number, (left, right) in enumerate(rows):
        w.add(
            SignatureColumns(
                (tuple(left), tuple(right)),
                before=20.0 if number == 0 else 10.0,
                gutter=20.0,
                scale=0.95 if side_by_side else 1.0,
            )
        )


def _row(one: Signature, captions: bool) -> tuple[Iterable[SignLine], Iterable[SignLine]]:
    left = [SignLine((one.bare_organisation,)), SignLine((one.place, Run(", "), one.date))]
    if captions:
        left.append(SignLine(plain("(Ort, Datum)")))
    deputy = "in Vertretung " if one.signer.deputising else ""
    named: Text = (Run(deputy), one.name) if one.name else ()
    right = [SignLine((), "rule", pen=one.name is not None), SignLine(named)]
    if one.function:
        right.append(SignLine((one.function,)))
    return left, right
