"""A contract of a steering office: fields of aims with figures to reach, milestones, a table to sign in."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import Any

from samples.blocks import NEW_LINE, Align, Divider, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures
from samples.wordings.money import (
    SPLIT,
    parts,
    project_sum,
    subtotal,
    total,
    total_in_words,
    years_across,
)
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Als Prämie für bestandene Prüfungen kann ein Betrag von {cap} ausgelobt werden.",
    "Bezugsgröße der Kennzahlen sind {persons} Eintritte bei {young} Gruppen im Jahr.",
    "Fragen zur Datenlieferung beantwortet das Monitoringteam unter {phone}.",
    "Der Controllingbericht des Vorjahres weist ein Fördervolumen von {past} aus.",
    "Abweichungen bis {rate} % gelten als planmäßig.",
)
INDICATORS = (
    ("Eintritte", "{n}"),
    ("Übergänge in Ausbildung", "{n}"),
    ("Anteil Frauen", "{p} %"),
    ("Vermittlungsquote", "≥ {p} %"),
    ("besetzte Plätze", "{n} von {m}"),
    ("Abbruchquote", "< {q} %"),
    ("Abschlüsse", "mind. {n}"),
)
EFFECTS = (
    "Weniger junge Menschen bleiben ohne Berufsabschluss.",
    "Betriebe in der Region finden Nachwuchs.",
    "Teilnehmende kommen innerhalb eines halben Jahres in Arbeit oder Ausbildung.",
    "Die Hilfen der Rechtskreise greifen ohne Lücke ineinander.",
)


def _printed(s: Scenario) -> Scenario:
    """The printed copy shows every day in one way, whoever stamped or wrote it."""
    return replace(
        s,
        signers=tuple(
            replace(one, date_text=full_figures(one.day), date_style="typed") if one.day else one
            for one in s.signers
        ),
    )


class _Sections:
    """ "1" and the heading, bold, as a typesetting program sets it; clauses below are not counted."""

    def __init__(self, w: Writer) -> None:
        self.w = w

    def open(self, title: str) -> None:
        text = (self.w.next_section(), Run("   ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", scale=1.16, before=15, after=5, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=5, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    s = _printed(s)
    w = Writer(s, rng)
    _opening(w)
    sections = _Sections(w)
    if s.amendment:
        _amend(sections)
    else:
        _agree(sections)
    _sign(sections)
    return w, Sheet(
        family=rng.choice(("source-sans", "open-sans", "source-serif")),
        size=rng.choice((10.4, 10.9)),
        leading=rng.choice((1.35, 1.42)),
        header=rng.choice((None, "Stabsstelle Steuerung und Berichtswesen")),
        header_align="right",
        footer=rng.choice(("{page}", "{page}/{pages}")),
        footer_align="center",
        left=80,
        right=80,
    )


def _opening(w: Writer) -> None:
    """The title between lines; a table without rules of who agrees, for what and when."""
    s = w.scenario
    programmes = [(w.programme(index),) for index in range(len(s.programmes))]
    w.add(
        Divider(1.0, 0.0, 8.0),
        Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "center", scale=1.6, after=2),
        Paragraph(enumerated(programmes), "center", scale=1.1, after=4),
        Divider(1.0, 2.0, 10.0),
    )
    rows: list[tuple[Text, ...]] = []
    for index in range(len(s.parties)):
        role = "Förderung durch" if index == 0 else "Umsetzung durch" if index == 1 else ""
        inserted = represented(w, index)
        name = replace(w.bare_party(index), bold=True)
        rows.append((plain(role), (name, *inserted)))
    if s.file_mark:
        rows.append((plain("Aktenzeichen"), plain(s.file_mark.removeprefix("Az. "))))
    w.add(Table(tuple(rows), (1.3, 3.6), ("left", "left"), "none", padding=2.5), Gap(2))


def _amend(sections: _Sections) -> None:
    w, s = sections.w, sections.w.scenario
    sections.open("Hintergrund")
    sections.say(
        "Das unterjährige Controlling hat gezeigt, dass die Annahmen der Zielvereinbarung vom {day} nicht "
        "mehr zutreffen.",
        day=amended(w),
    )
    sections.open("Neuer Finanzrahmen")
    sections.say("Der Finanzrahmen wird wie folgt angepasst:", with_next=True)
    w.tables += 1
    entry: dict[str, Any] = {
        "label": s.programmes[0].name,
        "programme_key": s.programmes[0].key,
        "year": s.clause_year,
        "table": w.tables,
        "row": 1,
    }
    old, _ = w.amount(s.replaced or s.total, "replaced", **entry)
    new, _ = w.amount(s.total, "replacement", bold=True, **entry)
    head = (plain("Finanzrahmen", True), plain("alt", True), plain("neu", True))
    rows: tuple[tuple[Text, ...], ...] = (head, (plain(f"Jahr {s.clause_year}"), (old,), (new,)))
    w.add(Table(rows, (1.2, 1.5, 1.5), ("left", "right", "right"), s.ruled, together=True))
    sections.open("Im Übrigen")
    sections.say(
        "Ziele und Kennzahlen gelten fort. Die Anpassung des Bescheids obliegt dem {authority}.",
        authority=w.authority(),
    )


def _agree(sections: _Sections) -> None:
    w, s, rng = sections.w, sections.w.scenario, sections.w.rng
    sections.open(rng.choice(("Gewünschte Wirkungen", "Wirkungsziele")))
    for sentence in rng.sample(EFFECTS, 3):
        w.add(Paragraph(plain(sentence), "left", after=3, indent=16, hang=16, marker=plain("•")))
    if s.reference:
        sections.say(
            "Sie sind aus der regionalen Strategie abgeleitet (Beschluss vom {day}).",
            day=w.date(s.reference, "reference"),
        )
    sections.open(rng.choice(("Zielfelder und Projekte", "Zielfelder")))
    _fields(sections)
    sections.open(rng.choice(("Finanzrahmen", "Ressourcen")))
    _funds(sections)
    sections.open(rng.choice(("Berichte und Termine", "Meilensteine")))
    _milestones(sections)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, after=5))


def _milestones(sections: _Sections) -> None:
    """The days on which something starts, is due or ends, one to a row."""
    w, s = sections.w, sections.w.scenario
    start = w.date(date(s.year, 1, 1), "period_start", f"01.01.{s.year}")
    end = w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}")
    due = w.date(s.deadline, "deadline", full_figures(s.deadline))
    told: tuple[tuple[Run, Text], ...] = (
        (start, plain("Beginn der Umsetzung")),
        (end, plain("Ende der Umsetzung")),
        (due, (Run("Verwendungsnachweis und Zielbericht an: "), w.authority())),
    )
    rows = tuple(((day,), what) for day, what in told)
    w.add(Table(rows, (1.0, 4.0), ("left", "left"), "none", padding=2.0, together=True))


def _fields(sections: _Sections) -> None:
    """Each Maßnahmenart is a field; its projects stand in a table with the figure each is to reach."""
    w, s, rng = sections.w, sections.w.scenario, sections.w.rng
    sections.say(
        "Jede Maßnahmenart des Programms bildet ein Zielfeld. Den Projekten sind Kennzahlen zugeordnet.",
        with_next=True,
    )
    paid = s.budget == "by_project"
    within = s.budget == "by_measure" and s.listing == "list"
    sums = parts(w) if within else []
    heads = ("Projekt", "Kennzahl", "Zielwert", *(("Mittel",) if paid else ()))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Zielfeld {measure.number} · ", bold=True), replace(title, bold=True))
        w.add(Paragraph(head, "left", before=5, after=2, with_next=True))
        w.tables += 1 if paid else 0
        rows: list[tuple[Text, ...]] = [tuple(plain(text, True) for text in heads)]
        for name, project in zip(names, measure.projects, strict=True):
            label, form = rng.choice(INDICATORS)
            low = rng.randint(6, 40)
            aim = form.format(n=low, m=low + rng.randint(2, 9), p=rng.randint(35, 70), q=rng.randint(10, 25))
            row: list[Text] = [(name,), plain(label), plain(aim)]
            if paid:
                run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
                row.append((run,))
            rows.append(tuple(row))
        if paid and len(names) > 1:
            run = subtotal(w, measure, style="sign", table=w.tables, row=len(rows))
            rows.append((plain(f"Summe Zielfeld {measure.number}"), (), (), (run,)))
        shares = (3.0, 1.8, 1.1, 1.3)[: len(heads)]
        w.add(Table(tuple(rows), shares, aligns[: len(heads)], s.ruled, 2.0, 6.0, padding=2.5))
        if within:
            money = (Run(f"Mittel für Zielfeld {measure.number}: "), sums[number].amount)
            w.add(Paragraph(money, "right", after=6))


def _funds(sections: _Sections) -> None:
    w, s, rng = sections.w, sections.w.scenario, sections.w.rng
    years = s.budget == "by_year"
    if years:
        sections.say("Über die Haushaltsjahre ergibt sich folgender Finanzrahmen in Euro:", with_next=True)
        w.add(years_across(w, "Haushaltsjahr", "Rahmen", "Gesamt", sum_first=s.listing == "list"))
    else:
        amount, words = total_in_words(w, bold=rng.random() < 0.5)
        sections.say(
            "Finanzrahmen {clause_year}: {total}"
            if s.budget == "one_line"
            else rng.choice(
                (
                    "Für die genannten Ziele steht {clause_year} ein Finanzrahmen von {total}{words} bereit.",
                    "Der Finanzrahmen für alle Zielfelder beträgt {clause_year} zusammen {total}{words}.",
                )
            ),
            total=amount,
            words=(Run(" ("), words, Run(")")) if words else "",
        )
    if s.budget == "two_programmes" or (s.budget == "by_measure" and s.listing == "table"):
        _split(w)
    if s.budget in SPLIT:
        sections.say("Zwischen den Teilansätzen darf in geringem Umfang umgeschichtet werden.")
    sections.say(
        "Werden Zielwerte verfehlt, ist der Grund darzulegen; eine Kürzung ist damit nicht verbunden."
    )


def _split(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    named = s.budget == "by_measure"
    count = len(s.measures) if named else len(s.shares)
    rows: list[tuple[Text, ...]] = [(plain("Zielfeld" if named else "Budget", True), plain("Ansatz", True))]
    for part in parts(w, style="sign", table=w.tables, rows=range(1, count + 1)):
        lead = plain(f"{s.measures[part.index].number} · ") if named else ()
        rows.append(((*lead, *part.label), (part.amount,)))
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
    rows.append((plain("Gesamt", True), (run,)))
    w.add(Table(tuple(rows), (3.4, 1.4), ("left", "right"), s.ruled, padding=3.0, together=True))


def _sign(sections: _Sections) -> None:
    """A table to sign in: whom for, who in which office, where and when, and a field for the hand."""
    w, s = sections.w, sections.w.scenario
    sections.open("Unterzeichnung")
    heads = ("Für", "Name, Funktion", "Ort, Datum", "Unterschrift")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    signed = plain("elektronisch signiert" if s.year > 2020 and s.signing == "plain" else "gez.")
    for signer in s.signers:
        one = enter(w, signer)
        rows.append((_whose(one, s.signing), _who(one), _when(one), signed if one.name else ()))
    shares = (1.7, 1.6, 1.2, 1.2)
    aligns: tuple[Align, ...] = ("left", "left", "left", "left")
    w.add(Table(tuple(rows), shares, aligns, "grid", padding=5.0, row_height=28.0, together=True))


def _whose(one: Signature, form: str) -> Text:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        return (Run(f"{'Kreisausschuss' if party.gender == 'm' else 'Magistrat'} {article} "), name)
    return (one.bare_organisation,)


def _who(one: Signature) -> Text:
    if not one.name or not one.function:
        return ()
    deputy = plain("i. V. ") if one.signer.deputising else ()
    return (*deputy, one.name, Run(", "), one.function)


def _when(one: Signature) -> Text:
    return (one.place, Run(","), NEW_LINE, one.date)
