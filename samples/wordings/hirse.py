"""A county's legal office: parts in Roman figures with counted paragraphs, projects counted as 1.1, 1.2."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
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
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Fahrtkosten der Geförderten werden monatlich mit höchstens {cap} erstattet.",
    "Vorgesehen ist die Förderung von {persons} Personen, unter ihnen {young} mit Sorgepflichten.",
    "Ansprechpartner der Kreiskasse in Fragen der Abrechnung ist das Sachgebiet 12.3 (Tel. {phone}).",
    "Bisher hat der Finanzierungsanteil im Mittel {past} im Jahr ausgemacht.",
    "Gemeinkosten werden mit einer Pauschale von {rate} v. H. abgegolten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} kompakt",
    "Jugendwerkstatt {name}",
    "Projekt {name}",
    "Fachkurs „{name}“",
    "{name} - Aufbaukurs",
)
PLACES = ("Musterau", "Probestadt", "Beispieltal", "Exempelhausen", "Fiktivheim", "kreisweit")
GROUNDS = (
    "Der Anteil junger Menschen ohne Berufsabschluss soll bis zum Ende der Förderung sinken.",
    "Wer lange ohne Arbeit war, erhält Gelegenheit, sich in kleinen Schritten neu zu qualifizieren.",
    "Betriebe, die erstmals ausbilden, werden bei der Auswahl und im ersten Lehrjahr beraten.",
    "Menschen mit Fluchtgeschichte haben zu allen Angeboten den gleichen Zugang.",
)


class _Parts:
    """ "II. Heading" with paragraphs that are counted anew, hanging or not."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.hang = w.rng.choice((20.0, 28.0))
        self.dot = w.rng.choice((".", ".", ")"))
        self.count = 0

    def open(self, title: str) -> None:
        self.count = 0
        number = (self.w.next_section(), Run(".", bold=True))
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=13, after=5, indent=28, hang=28, marker=number, with_next=True)
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text, with_next: bool = False) -> None:
        self.count += 1
        marker = plain(f"{self.count}{self.dot}")
        self.w.add(
            Paragraph(text, "justify", after=5, indent=28, hang=self.hang, marker=marker, with_next=with_next)
        )


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng, numbering="I")
    _opening(w)
    page = _Parts(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page)
    _sign(w)
    mark = (s.file_mark or "").removeprefix("Az. ")
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "caladea")),
        size=rng.choice((10.8, 11.3)),
        leading=rng.choice((1.3, 1.42)),
        header=rng.choice((None, mark or None)),
        header_align="left",
        footer=rng.choice(("Seite {page} von {pages} Seiten", "- {page} -", f"{mark or s.year} / {{page}}")),
        footer_align=rng.choice(("center", "right")),
        left=74,
        right=68,
    )


def _opening(w: Writer) -> None:
    """Kind and year in one line, the programme below it; the sides with "einerseits" and "andererseits"."""
    s, rng = w.scenario, w.rng
    if s.file_mark:
        mark = s.file_mark.removeprefix("Az. ")
        w.add(Paragraph(plain(f"Unser Geschäftszeichen: {mark}"), "right", scale=0.9, after=2))
    w.add(Paragraph(plain(rng.choice(("Ausfertigung für das Land", "2. Ausfertigung"))), "right", scale=0.9))
    w.add(
        Paragraph((w.kind(), Run(" für ", bold=True), w.year(bold=True)), "left", scale=1.5, after=3),
        Paragraph(
            (Run("zur Verwendung des hessischen "), *programme_genitives(w)), "left", scale=1.05, after=14
        ),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        short = abbreviation(w) if index == 0 else ()
        name = w.party(index, "nominative", mark=True, capital=index == 0)
        behind = (Run(" "), *short[:2], Run(")")) if short else ()
        inserted = represented(w, index)
        side = (
            " –\u00a0einerseits\u00a0–"
            if index == 0
            else " –\u00a0andererseits\u00a0–"
            if index == last
            else ""
        )
        text = (*name, *behind, *inserted, Run(("," if inserted else "") + side))
        w.add(Paragraph(text, "left", after=3, indent=28, with_next=True))
        if index < last:
            w.add(Paragraph(plain("und"), "left", after=3, indent=28, with_next=True))
    w.add(Paragraph(plain("schließen für die Arbeitsmarktförderung vor Ort nachstehenden Vertrag."), "left"))


def _amend(page: _Parts) -> None:
    w = page.w
    page.open("Ausgangslage")
    page.say(
        "Der Vertrag der Beteiligten vom {day} hat sich bewährt; die bereitgestellten Mittel sind jedoch "
        "vorzeitig gebunden.",
        day=amended(w),
    )
    page.open("Neuer Finanzierungsanteil")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Der Finanzierungsanteil des Landes war für {clause_year} mit {old} festgelegt. Er beträgt "
                "nunmehr {new}.",
                "Für {clause_year} tritt an die Stelle des Finanzierungsanteils von {old} ein "
                "Finanzierungsanteil von {new}.",
            )
        ),
        old=old,
        new=new,
    )
    page.open("Fortgeltung")
    page.say("Im Übrigen bleibt der Vertrag unberührt.")
    page.say("Das {authority} ändert seinen Bescheid entsprechend.", authority=w.authority())


def _agree(page: _Parts) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Grundlagen", "Zielsetzung")))
    for sentence in rng.sample(GROUNDS, 2):
        page.say(sentence)
    if s.reference:
        page.say(
            "Maßgeblich ist der Beschluss der Vertretungskörperschaft vom {day}.",
            day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
        )
    page.open(rng.choice(("Finanzierung", "Finanzierungsanteil des Landes")))
    _funds(page)
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    page.open(rng.choice(("Vorhaben", "Umsetzung")))
    _projects(page)
    page.open(rng.choice(("Abwicklung", "Bewilligung und Prüfung")))
    page.say(
        "Bewilligungsstelle ist das {authority}. Sie zahlt in zwei gleichen Raten aus.",
        authority=w.authority(),
    )
    page.say(
        "Der Schlussnachweis wird ihr bis zum {deadline} übersandt.",
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )
    page.open("Geltung")
    page.say("Gefördert werden Ausgaben, die in der Zeit {period} entstehen.", period=period(w))
    page.say("Änderungen werden schriftlich vereinbart. Jede Seite verwahrt eine Urschrift.")


def _funds(page: _Parts) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        page.say("Das Land finanziert die Vorhaben über die gesamte Dauer mit {total}.", total=amount)
    elif s.budget == "one_line":
        page.put(w.fill("Finanzierungsanteil des Landes im Jahr {clause_year}:"), with_next=True)
        w.add(Paragraph((amount,), w.rng.choice(("center", "right")), scale=1.1, before=1, after=8))
    else:
        page.say(
            rng.choice(
                (
                    "Der Finanzierungsanteil des Landes ist für {clause_year} auf {total}{words} "
                    "festgesetzt.",
                    "Das Land übernimmt die im Jahr {clause_year} anfallenden Ausgaben bis zu "
                    "{total}{words}; das ist sein Finanzierungsanteil.",
                )
            ),
            total=amount,
            words=(Run(" ("), words, Run(")")) if words else "",
        )
    if s.budget not in SPLIT or (s.budget == "by_measure" and s.listing == "list"):
        return  # the list of projects tells what each measure gets
    if s.listing == "list":
        lead = " im Jahr " if years else " aus dem "
        told: list[Text] = [(part.amount, Run(lead), *part.label) for part in parts(w)]
        page.put((Run("Es werden fällig: "), *enumerated(told), Run(".")))
        return
    page.put(plain("Er gliedert sich auf wie folgt:" if not years else "Jahresraten:"), with_next=True)
    _split(w)


def _split(w: Writer) -> None:
    """What for, how much, and how much of the whole."""
    s = w.scenario
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
    whole = sum((_value(w, part.index) for part in found), Decimal(0))
    what = {"by_measure": "Maßnahmenart", "by_year": "Jahr"}.get(s.budget, "Förderbudget")
    rows: list[tuple[Text, ...]] = [(plain(what, True), plain("Anteil", True), plain("in %", True))]
    for part in found:
        lead = f"{s.measures[part.index].number}. " if s.budget == "by_measure" else ""
        rate = f"{_value(w, part.index) / whole * 100:.1f}".replace(".", ",")
        rows.append(((Run(lead), *part.label), (part.amount,), plain(rate)))
    year = None if s.budget == "by_year" else s.clause_year
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows), year=year)
    rows.append((plain("insgesamt", True), (run,), plain("100,0")))
    w.add(
        Table(tuple(rows), (3.2, 1.5, 0.7), ("left", "right", "right"), s.ruled, padding=3.0, together=True)
    )


def _value(w: Writer, index: int) -> Decimal:
    s = w.scenario
    return (s.measures[index].amount or s.total) if s.budget == "by_measure" else s.shares[index]


def _projects(page: _Parts) -> None:
    w, s = page.w, page.w.scenario
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" and s.listing == "list" else []
    if s.listing == "table" and not sums:
        page.put(plain("Die Beteiligten haben sich auf diese Vorhaben verständigt:"), with_next=True)
        _table(w)
        return
    page.put(
        plain("Die Vorhaben stehen unter ihrer Maßnahmenart; in Klammern ist der Ort genannt."),
        with_next=True,
    )
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        money: Text = (Run(": "), sums[number]) if sums else ()
        head = (replace(title, bold=True), *money)
        marker = plain(f"{measure.number}.", True)
        w.add(Paragraph(head, "left", before=2, after=2, indent=56, hang=28, marker=marker, with_next=True))
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            tail: Text = plain(f" ({w.rng.choice(PLACES)})")
            if project.amount is not None:
                tail = (*tail, Run(", "), project_sum(w, measure, project))
            marker = plain(f"{measure.number}.{index}")
            w.add(Paragraph((name, *tail), "left", after=2, indent=56, hang=28, marker=marker))
        w.add(Gap(3))


def _table(w: Writer) -> None:
    """The measure in a bold row with its sum, if any; its projects below it with numbers of two figures."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Nr.", "Maßnahmenart / Vorhaben", "Ort", "Beginn", *(("Anteil",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        own: tuple[Text, ...] = ()
        if paid:
            several = len(names) > 1
            run = subtotal(w, measure, style="sign", table=w.tables, row=len(rows)) if several else None
            own = ((replace(run, bold=True),) if run else (),)
        rows.append((plain(str(measure.number), True), (replace(title, bold=True),), (), (), *own))
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            money: tuple[Text, ...] = ()
            if paid:
                money = ((project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),),)
            begin = plain(w.rng.choice(("Januar", "März", "August", "laufend")))
            place = plain(w.rng.choice(PLACES))
            rows.append((plain(f"{measure.number}.{index}"), (name,), place, begin, *money))
    if paid:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("insgesamt", True), (), (), (run,)))
    width = len(heads)
    aligns: tuple[Align, ...] = ("left", "left", "left", "left", "right")
    w.add(
        Table(
            tuple(rows),
            (0.5, 3.0, 1.2, 0.85, 1.35)[:width],
            aligns[:width],
            s.ruled,
            padding=3.0,
        )
    )


def _sign(w: Writer) -> None:
    """Whom for, the pen on its line, the name, the office; where and when at the very end."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=14.0 if number else 26.0))
        return
    w.add(*in_rows(columns, gutter=36.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        lines = [SignLine((Run(f"Für den {organ} {article} "), name))]
    else:
        article, name = one.organisation("accusative")
        lines = [SignLine((Run(f"Für {article} "), replace(name, bold=True)))]
    lines.append(SignLine((), "rule", pen=one.name is not None, height=42.0))
    if form == "captions":
        lines.append(SignLine(plain("Unterschrift, Dienstsiegel")))
    if one.name and one.function:
        deputy = "In Vertretung: " if one.signer.deputising else ""
        text: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine((Run(deputy), *text)), SignLine((one.function,))]
    lines.append(SignLine(height=4.0))
    return (*lines, SignLine((one.place, Run(", am "), one.date)))
