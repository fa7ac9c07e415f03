"""Decimal numbering down to the projects, years across the table, a running head with page counts, and an
annex in which the projects stand with provider and place."""

from __future__ import annotations

import random

from samples.blocks import (
    Align,
    NewPage,
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
from samples.signing import enter
from samples.wordings.money import parts, project_sum, replaced, total, total_in_words, years_across
from samples.wordings.names import fuller_names
from samples.wordings.parts import ASIDES, Draft, abbreviation, amended, asides, period, programme_names
from samples.writer import Writer

INDENT = 40.0
PROVIDERS = ("Lernhof gGmbH", "Werkverein e. V.", "Kreisvolkshochschule", "Bildungswerk", "in eigener Regie")


class _Clauses:
    """Sections "1" and clauses "1.1", each with its number hanging in the margin."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.count = 0

    def section(self, title: str) -> None:
        self.count = 0
        number = (self.w.next_section(),)
        self.w.add(
            Paragraph(
                (self.w.heading(title),),
                "left",
                before=10,
                after=4,
                indent=INDENT,
                hang=INDENT,
                marker=number,
                with_next=True,
            )
        )

    def say(self, text: str, **filled: Run | Text | str) -> None:
        self.hang(self.w.fill(text, **filled))

    def hang(self, text: Text) -> None:
        self.count += 1
        number = plain(f"{self.w.section}.{self.count}")
        self.w.add(Paragraph(text, "left", after=5, indent=INDENT, hang=INDENT, marker=number))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s)
    w = Writer(s, rng)
    heading = w.fill("{kind} zum ", kind=w.kind())
    w.add(
        Paragraph((*heading, *programme_names(w), Run(" "), w.year(bold=True)), "left", scale=1.3, after=10)
    )
    if s.amendment:
        w.add(Paragraph(w.fill("(geändert wird die Vereinbarung vom {day})", day=amended(w)), "left"))
    _parties(w)
    clauses = _Clauses(w)
    annexed = not s.amendment and (s.budget == "by_project" or rng.random() < 0.4)
    if s.amendment:
        clauses.section("Gegenstand der Änderung")
        old, new = replaced(w)
        clauses.say("In Nummer 2.1 wird der Betrag {old} gestrichen.", old=old)
        clauses.say("An seiner Stelle steht künftig der Betrag {new}.", new=new)
        clauses.section("Verfahren")
        clauses.say("Das {authority} erteilt einen Änderungsbescheid.", authority=w.authority())
        clauses.say("Sonst bleibt alles beim Vereinbarten.")
    else:
        clauses.section("Gegenstand")
        clauses.say(
            "Vereinbart wird, welche Vorhaben {g} {abbr}in der Zeit {period} fördert.",
            abbr=abbreviation(w),
            period=period(w),
        )
        clauses.say("Die Vorhaben stehen allen Rechtskreisen offen, vorrangig Langzeitarbeitslosen.")
        clauses.section("Fördermittel")
        _funds(clauses)
        asides(w, ASIDES)
        clauses.section("Vorhaben")
        if annexed:
            clauses.say("Die Vorhaben nennt die Anlage 1, die Bestandteil dieser Vereinbarung ist.")
        else:
            _nested(clauses)
        clauses.section("Nachweise und Fristen")
        clauses.say("Die Verwendung ist bis {deadline} zu belegen.", deadline=w.date(s.deadline, "deadline"))
        clauses.say("Prüfende Stelle ist das {authority}.", authority=w.authority())
        if s.reference:
            clauses.say("Es gelten die Grundsätze vom {day}.", day=w.date(s.reference, "reference"))
    _sign(w)
    if annexed:
        _annex(w)
    body = s.recipients[0].printed
    return w, Sheet(
        family=rng.choice(("helvetica", "vera", "open-sans")),
        size=10.0,
        leading=1.45,
        header=f"Vereinbarung {s.year} – {body} – Seite {{page}} von {{pages}}",
        header_align="left",
        header_on_first=True,
        footer=s.file_mark,
        footer_align="left",
        left=68,
        right=68,
    )


def _parties(w: Writer) -> None:
    """ "zwischen" and "und" in a narrow left column, the parties with address and short name beside them."""
    rng = w.rng
    rows: list[tuple[Text, ...]] = []
    for index, party in enumerate(w.scenario.parties):
        short = "Zuwendungsgeber" if index == 0 else "Zuwendungsempfänger"
        address = f"Beispielweg {rng.randint(1, 80)}, {rng.choice((34, 35, 36, 61, 63, 64))}000 {party.seat}"
        rows.append((plain("und" if index else "zwischen"), w.party(index, "dative", mark=True)))
        rows.append(((), plain(address)))
        rows.append(((), plain(f"– nachfolgend „{short}“ genannt –")))
    w.add(Table(tuple(rows), (0.9, 4.2), ("left", "left"), "none", after=8, padding=1.5))


def _funds(clauses: _Clauses) -> None:
    w, s = clauses.w, clauses.w.scenario
    if s.budget == "by_year":
        clauses.say("Für {clause_year} und die Folgejahre sind zugesagt:")
        w.add(years_across(w, "Jahr", "Euro", "Summe", sum_first=w.rng.random() < 0.4))
        return
    amount, words = total_in_words(w)
    if words:
        clauses.say("Die Zuwendung für {clause_year} beträgt {total} ({words}).", total=amount, words=words)
    elif s.budget == "two_programmes":
        clauses.say("Die Zuwendungen für {clause_year} betragen zusammen {total}.", total=amount)
    else:
        clauses.say("Die Zuwendung für {clause_year} beträgt bis zu {total}.", total=amount)
    for part in parts(w):
        clauses.say("Hiervon entfallen auf {label}: {amount}.", label=part.label, amount=part.amount)
    clauses.say("Eine Erhöhung ist nur durch schriftliche Änderung dieser Vereinbarung möglich.")


def _nested(clauses: _Clauses) -> None:
    w = clauses.w
    for number in range(len(w.scenario.measures)):
        title, names = w.measure(number)
        clauses.hang((title,))
        for i, name in enumerate(names, start=1):
            marker = plain(f"{w.section}.{clauses.count}.{i}")
            w.add(Paragraph((name,), "left", after=2, indent=2 * INDENT, hang=INDENT, marker=marker))


def _sign(w: Writer) -> None:
    """Place and date come last, below the office."""
    columns: list[tuple[SignLine, ...]] = []
    for signer in w.scenario.signers:
        one = enter(w, signer)
        short = "Für den Zuwendungsgeber:" if signer.party == 0 else "Für den Zuwendungsempfänger:"
        lines = [SignLine(plain(short)), SignLine(line="dots", pen=one.name is not None, height=38.0)]
        if one.name and one.function:
            lines += [SignLine((Run("gez. "), one.name)), SignLine((one.function,))]
        else:
            lines += [SignLine(), SignLine()]
        lines += [SignLine((one.bare_organisation,)), SignLine((one.place, Run(", den "), one.date))]
        columns.append(tuple(lines))
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=26.0 if start == 0 else 14.0))


def _annex(w: Writer) -> None:
    """The projects with provider and place; with their sums, where they have some."""
    s, rng = w.scenario, w.rng
    w.add(NewPage(), Paragraph(plain("Anlage 1", True), "right", after=4))
    w.add(Paragraph(plain(f"Übersicht der Vorhaben {s.clause_year}", True), "left", after=8))
    sums = s.budget == "by_project"
    w.tables += 1 if sums else 0
    heads = ("Vorhaben", "Träger", "Ort", *(["Zuwendung"] if sums else []))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"{measure.number}. "), title), *[()] * (len(heads) - 1)))
        for name, project in zip(names, measure.projects, strict=True):
            row: list[Text] = [(name,), plain(rng.choice(PROVIDERS)), plain(s.recipients[0].seat)]
            if sums:
                row.append((project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),))
            rows.append(tuple(row))
    if sums:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("insgesamt", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    w.add(Table(tuple(rows), (2.6, 1.5, 1.2, 1.3)[: len(heads)], aligns[: len(heads)], s.ruled))
