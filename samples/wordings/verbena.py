"""The ministry's plain word processor file: "1. Heading", short paragraphs, one list of projects."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_money, project_sum, replaced, total, total_in_words
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    enumerated,
    period,
    programme_names,
    represented,
)
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Pro Person und Monat werden Ausgaben bis zu {cap} anerkannt.",
    "Es sollen rund {persons} Personen teilnehmen; {young} Plätze sind für Alleinerziehende vorgesehen.",
    "Für Fragen steht das Referat unter der Telefonnummer {phone} zur Verfügung.",
    "Im vergangenen Jahr hat das Land für alle Kreise und Städte zusammen {past} ausgegeben.",
    "Die Verwaltungspauschale beträgt {rate} % der Personalkosten.",
)
AIMS = (
    "Ziel der Förderung ist es, Menschen mit Schwierigkeiten am Ausbildungs- und Arbeitsmarkt zu einem "
    "Berufsabschluss oder in Beschäftigung zu führen.",
    "Die Maßnahmen richten sich an Personen aus den Rechtskreisen SGB II, SGB III, SGB VIII und SGB XII.",
    "Die Auswahl der Maßnahmen orientiert sich am Bedarf in der Region.",
    "Chancengleichheit von Frauen und Männern ist bei allen Maßnahmen zu beachten.",
)


class _Page:
    """ "1. Heading" in bold; below it paragraphs without numbers."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w)

    def open(self, title: str) -> None:
        number = (self.w.next_section(), Run(".", bold=True))
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=10, after=4, indent=22, hang=22, marker=number, with_next=True)
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=6, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(s, rng.choice((full_figures, full_figures, long_date)))
    w = Writer(s, rng)
    _opening(w)
    page = _Page(w)
    if s.amendment:
        _amend(page)
    else:
        page.open(rng.choice(("Ziele", "Zweck der Vereinbarung")))
        for sentence in rng.sample(AIMS, rng.choice((2, 3))):
            page.say(sentence)
        _funds(page)
        _projects(page)
        _rest(page)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "open-sans")),
        size=rng.choice((11.0, 11.5)),
        leading=rng.choice((1.2, 1.35)),
        header=rng.choice((None, None, s.file_mark)),
        footer=rng.choice(("Seite {page} von {pages}", "{page}", "Seite {page}")),
        footer_align=rng.choice(("center", "right")),
        left=71,
        right=71,
    )


def _opening(w: Writer) -> None:
    """Title and year, the sides below each other, and what they are called from here on."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(), Run(" "), w.year(bold=True)), "left", scale=1.4, after=3),
        Paragraph((Run("zum "), *programme_names(w)), "left", after=14),
        Paragraph(plain("zwischen"), "left", after=6, with_next=True),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        text = (*w.party(index, "dative", mark=True), *represented(w, index), Run(","))
        w.add(Paragraph(text, "left", after=2, with_next=True))
        named = _short(w, index, last)
        w.add(Paragraph((Run("im Folgenden „"), named, Run("“ genannt,")), "left", after=6))
        if index < last:
            w.add(Paragraph(plain("und"), "left", after=6, with_next=True))
    w.add(Paragraph(plain("wird Folgendes vereinbart:"), "left", before=2, after=6))


def _short(w: Writer, index: int, last: int) -> Run:
    s = w.scenario
    if index:
        name = "Kreis" if s.recipients[index - 1].gender == "m" else "Stadt"
        return Run(name if last == 1 else f"Kommune {index}")
    if s.land or not s.grantor.short:
        return Run("Land" if s.land else "Ministerium")
    w.gold["parties"][0]["abbreviation"] = s.grantor.short
    return Run(s.grantor.short, "parties[0].abbreviation")


def _amend(page: _Page) -> None:
    w = page.w
    page.open("Gegenstand")
    page.say("Die Zielvereinbarung vom {day} wird in Nr. 2 geändert.", day=amended(w))
    page.open("Höhe der Mittel")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Die Mittel für das Jahr {clause_year} werden von {old} auf {new} erhöht.",
                "{Gives} stellt im Jahr {clause_year} nicht {old}, sondern {new} zur Verfügung.",
            )
        ),
        old=old,
        new=new,
    )
    page.open("Weitere Regelungen")
    page.say("Alle anderen Regelungen der Zielvereinbarung bleiben unverändert.")
    page.say("Das {authority} erlässt einen Änderungsbescheid.", authority=w.authority())


def _funds(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Finanzierung", "Höhe der Mittel")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        page.say(
            f"{{Gives}} stellt {{takes_dat}} in den Jahren {s.clause_year} bis "
            f"{s.clause_year + len(s.shares) - 1} insgesamt {{total}} zur Verfügung.",
            total=amount,
        )
    elif s.budget == "one_line":
        page.say("{Gives} stellt {takes_dat} für das Jahr {clause_year} Mittel bis zu", with_next=True)
        w.add(Paragraph((amount,), "center", before=2, after=8, with_next=True))
        page.say("bereit.")
    else:
        page.say(
            "{Gives} stellt {takes_dat} im Jahr {clause_year} Mittel in Höhe von {total}{words} bereit.",
            total=amount,
            words=(Run(" (in Worten: "), words, Run(")")) if words else "",
        )
    if s.budget == "two_programmes":
        found = parts(w)
        shares = [(part.amount, Run(" aus dem "), *part.label) for part in found]
        page.say("Davon kommen {shares}.", shares=enumerated(shares))
    elif s.budget in SPLIT and (years or s.listing == "table"):
        page.say("Die Mittel verteilen sich wie folgt:", with_next=True)
        _split(w)
    for text in aside_texts(w, OWN_ASIDES):
        page.say("{text}", text=text)
    page.say(
        rng.choice(
            (
                "Die Auszahlung steht unter dem Vorbehalt der Verfügbarkeit der Haushaltsmittel.",
                "Nicht benötigte Mittel sind dem Land rechtzeitig anzuzeigen.",
            )
        )
    )


def _split(w: Writer) -> None:
    """A plain table or a list, by years or by measures."""
    s = w.scenario
    if s.listing == "list":
        for part in parts(w):
            text = (*part.label, Run(": "), part.amount)
            w.add(Paragraph(text, "left", after=2, indent=36, hang=14, marker=plain("-")))
        w.add(Gap(4))
        return
    w.tables += 1
    years = s.budget == "by_year"
    count = len(s.shares) if years else len(s.measures)
    rows: list[tuple[Text, ...]] = [(plain("Jahr" if years else "Maßnahmenart", True), plain("Betrag", True))]
    for part in parts(w, style="sign", table=w.tables, rows=range(1, count + 1)):
        rows.append((part.label, (part.amount,)))
    run = total(
        w, style="sign", bold=True, table=w.tables, row=count + 1, year=None if years else s.clause_year
    )
    rows.append((plain("Gesamt", True), (run,)))
    w.add(Table(tuple(rows), (1.5, 1.5) if years else (4.0, 1.5), ("left", "right"), s.ruled))


def _projects(page: _Page) -> None:
    w, s = page.w, page.w.scenario
    page.open(w.rng.choice(("Projekte", "Maßnahmen und Projekte")))
    page.say(
        w.rng.choice(
            (
                "Mit den Mitteln werden folgende Projekte gefördert:",
                "{Takes} {runs} mit den Mitteln die folgenden Projekte durch:",
            )
        ),
        with_next=True,
        runs=verb(w, "führt", "führen"),
    )
    if s.budget == "by_project" and s.listing == "table":
        _table(w)
        return
    shown = s.budget == "by_measure" and s.listing == "list"
    sums = parts(w) if shown else []
    bullet = w.rng.choice(("•", "-", "•"))
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        money: Text = (Run(" ("), sums[number].amount, Run(")")) if shown else ()
        marker = plain(f"{measure.number}.")
        head = (title, *money)
        w.add(Paragraph(head, "left", before=3, after=2, indent=36, hang=18, marker=marker, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            text = (name, *project_money(w, measure, project, ": "))
            w.add(Paragraph(text, "left", after=2, indent=54, hang=14, marker=plain(bullet)))
    w.add(Gap(5))


def _table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Projekt", True), plain("Betrag", True))]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"{measure.number}. ", bold=True), replace(title, bold=True)),))
        for name, project in zip(names, measure.projects, strict=True):
            run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
            rows.append(((name,), (run,)))
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
    rows.append((plain("Gesamt", True), (run,)))
    w.add(Table(tuple(rows), (4.0, 1.5), ("left", "right"), s.ruled))


def _rest(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Verfahren", "Bewilligung und Auszahlung")))
    page.say(
        "Die Bewilligung erfolgt auf Antrag durch das {authority}. Es gelten die Fördergrundsätze in der "
        "jeweils gültigen Fassung.",
        authority=w.authority(),
    )
    page.say(
        "Der Verwendungsnachweis ist bis zum {deadline} vorzulegen.",
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )
    page.open("Zusammenarbeit")
    page.say("{Gives} und {takes} informieren sich gegenseitig über den Stand der Umsetzung.")
    if s.reference:
        page.say(
            "Die Ausbildungs- und Arbeitsmarktstrategie vom {day} wird fortgeschrieben.",
            day=w.date(s.reference, "reference"),
        )
    page.open("Laufzeit")
    page.say("Die Vereinbarung gilt {period}.", period=period(w))


def _sign(w: Writer) -> None:
    s = w.scenario
    columns = [_column(w, enter(w, signer)) for signer in s.signers]
    across = 1 if s.signature_form == "stacked" else 2
    if s.signature_form == "three_columns" and len(columns) == 3:
        across = 3
    w.add(*in_rows(columns, across, gutter=16.0 if across == 3 else 32.0, scale=0.87 if across == 3 else 1.0))


def _column(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    s = w.scenario
    party = one.signer.organisation
    lines: list[SignLine] = []
    above = s.organisation_above or s.signing == "organ"
    if above and (s.signing != "organ" or party.gender == "n"):
        article, name = one.organisation("accusative")
        lines += [SignLine((Run(f"Für {article} "), name)), SignLine(height=8.0)]
    elif above:
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        lines += [SignLine((Run(f"{organ} {article} "), name)), SignLine(height=8.0)]
    lines.append(SignLine((one.place, Run(", den "), one.date)))
    if s.signing == "captions":
        lines.append(SignLine(plain("Ort, Datum")))
    deputy = plain("In Vertretung") if one.signer.deputising else ()
    lines += [SignLine(height=6.0), SignLine(deputy)]
    lines.append(SignLine((), "rule", pen=one.name is not None, height=36.0))
    if s.signing == "captions":
        lines.append(SignLine(plain("Unterschrift")))
    if one.name and one.function:
        named: Text = (Run("("), one.name, Run(")")) if s.signing == "brackets" else (one.name,)
        lines += [SignLine(named), SignLine((one.function,))]
    if not above:
        lines.append(SignLine((one.bare_organisation,)))
    return tuple(lines)
