"""A department of a county: letterhead, sides in a table, projects before the money, framed signatures."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from samples.blocks import Align, Divider, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, period, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Prüfungsgebühren werden je Person einmalig bis {cap} bezuschusst.",
    "Die Projekte bieten Raum für {persons} Personen; {young} davon werden in Kleingruppen betreut.",
    "Ihre Fragen richten Sie an die Projektsteuerung, Durchwahl {phone}.",
    "Das bisherige Fördervolumen bewegte sich jährlich um {past}.",
    "Ein Betrag von {rate} % der Sachkosten darf ohne Einzelnachweis verausgabt werden.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Lernort {name}",
    "{name} Plus",
    "Maßnahme „{name}“",
    "{name} (Gruppe B)",
    "Treffpunkt {name}",
)
PLACES = ("Musterau", "Probestadt", "Beispieltal", "Exempelhausen", "Neu-Fiktiv", "Altenmuster")
AIMS = (
    "Junge Menschen finden nach der Schule ohne Umwege in eine Ausbildung.",
    "Frauen, die nach einer Familienzeit zurückkehren, erreichen einen verwertbaren Abschluss.",
    "Die Zahl der vorzeitig gelösten Ausbildungsverträge geht zurück.",
    "Beschäftigte der Jobcenter erhalten Gelegenheit, sich fachlich weiterzubilden.",
)


class _Headings:
    """ "1  Heading" over a thin line, or without the line."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.lined = w.rng.random() < 0.5

    def open(self, title: str) -> None:
        number = (self.w.next_section(),)
        heading = Paragraph(
            (self.w.heading(title),),
            "left",
            scale=1.08,
            before=13,
            after=0.0 if self.lined else 5.0,
            indent=22,
            hang=22,
            marker=number,
            with_next=True,
        )
        self.w.add(heading)
        if self.lined:
            self.w.add(Divider(before=1, after=6))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text, with_next: bool = False) -> None:
        self.w.add(Paragraph(text, "left", after=5, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, short_month)))
    w = Writer(s, rng)
    _opening(w)
    page = _Headings(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page)
    _sign(w)
    file = f"ZV_{s.year}_{s.recipients[0].seat.split()[0]}_Endfassung.docx"
    printed = f"Ausdruck {rng.randint(2, 11):02d}/{s.year}"
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "source-sans")),
        size=rng.choice((10.2, 10.8)),
        leading=rng.choice((1.34, 1.46)),
        header=rng.choice((None, s.file_mark)),
        header_align="right",
        footer=rng.choice(
            (f"{file} – Seite {{page}}", f"{printed} – Seite {{page}} von {{pages}}", "{page}")
        ),
        footer_align=rng.choice(("left", "center")),
        left=72,
        right=64,
        top=70,
    )


def _opening(w: Writer) -> None:
    """A letterhead of departments, who deals with it; the title; the sides in the rows of a table."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph(plain("Fachbereich Arbeit, Jugend und Soziales", True), "left", after=0),
        Paragraph(plain("Fachdienst 50.4 · Kommunale Arbeitsmarktförderung"), "left", scale=0.86, after=0),
        Divider(before=3, after=8),
    )
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark.replace("Az. ", "Aktenzeichen  ")), "left", scale=0.9, after=2))
    signed = [signer.day for signer in s.signers if signer.day]
    if signed and rng.random() < 0.4:
        day = min(signed) - timedelta(days=rng.randint(5, 20))
        stand = w.date(day, "other", full_figures(day))
        w.add(Paragraph((Run("Textfassung vom "), stand), "left", scale=0.9, after=4))
    names = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    w.add(
        Gap(6),
        Paragraph((w.kind(),), "left", scale=1.7, after=2),
        Paragraph((*names, Run(", Bewilligungsjahr "), w.year()), "left", scale=1.1, after=10),
    )
    rows: list[tuple[Text, ...]] = [
        (plain("Beteiligte", True), plain("vertreten durch", True), plain("Sitz", True))
    ]
    for index, party in enumerate(s.parties):
        name = (replace(w.bare_party(index), bold=True),)
        inserted = represented(w, index)
        by = (Run(inserted[0].text.removeprefix(", vertreten durch ")), inserted[1]) if inserted else ()
        rows.append((name, by or plain("–"), plain(party.seat)))
    ruled = s.ruled if s.ruled != "none" else "rows"
    w.add(Table(tuple(rows), (3.0, 2.2, 1.3), ("left", "left", "left"), ruled, after=6, padding=3.5))


def _amend(page: _Headings) -> None:
    w = page.w
    page.open("Vorgeschichte")
    page.say(
        "Grundlage der Zusammenarbeit ist die am {day} getroffene Vereinbarung. Seitdem sind weitere Plätze "
        "nachgefragt worden.",
        day=amended(w),
    )
    page.open("Fördervolumen")
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        page.say(
            "Das Fördervolumen {clause_year} wird von bislang {old} auf künftig {new} geändert.",
            old=old,
            new=new,
        )
    else:
        rows = (
            (w.fill("Fördervolumen {clause_year} bisher"), (old,)),
            (w.fill("Fördervolumen {clause_year} neu"), (new,)),
        )
        page.put(plain("Das Land und seine Partner vor Ort passen das Fördervolumen an:"), with_next=True)
        w.add(Table(rows, (2.6, 1.4), ("left", "right"), w.scenario.ruled))
    page.open("Schlussbemerkung")
    page.say("Alles andere besteht fort. Zuständig für die Umsetzung: {authority}.", authority=w.authority())


def _agree(page: _Headings) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Absichten", "Förderziele")))
    for sentence in rng.sample(AIMS, 2):
        page.say(sentence)
    if s.reference:
        page.say(
            "Einzelheiten enthält das Konzept, das dem Land am {day} vorgelegt wurde.",
            day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
        )
    page.open(rng.choice(("Projekte", "Geförderte Projekte")))
    _projects(page)
    page.open(rng.choice(("Fördervolumen", "Finanzplan")))
    _funds(page)
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    page.open("Zeitraum")
    page.say("Die Projekte laufen längstens {period}.", period=period(w))
    page.open(rng.choice(("Ansprechstelle und Nachweise", "Nachweise")))
    page.say(
        "Anträge und Nachweise nimmt das {authority} entgegen. Einsendeschluss für den Nachweis: {deadline}.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )


def _funds(page: _Headings) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=rng.random() < 0.6, year=None if years else s.clause_year)
    if years:
        page.say("Alle Jahre zusammengenommen umfasst das Fördervolumen {total}.", total=amount)
    elif s.budget == "one_line":
        page.put(w.fill("Fördervolumen {clause_year} (Obergrenze)"), with_next=True)
        w.add(Paragraph((amount,), "left", scale=1.2, before=0, after=8, indent=40))
    else:
        page.say(
            rng.choice(
                (
                    "Das Land stattet die Projekte für {clause_year} mit einem Fördervolumen von "
                    "{total}{words} aus.",
                    "Im Bewilligungsjahr {clause_year} umfasst das Fördervolumen {total}{words}.",
                )
            ),
            total=amount,
            words=(Run(" (ausgeschrieben: "), words, Run(")")) if words else "",
        )
    if s.budget not in SPLIT or (s.budget == "by_measure" and s.listing == "list"):
        return
    if s.listing == "list":
        page.put(plain("Davon sind bestimmt:"), with_next=True)
        for part in parts(w):
            label = (Run("für das Jahr "), *part.label) if years else part.label
            w.add(
                Paragraph(
                    (*label, Run(" ...... "), part.amount),
                    "left",
                    after=2,
                    indent=30,
                    hang=14,
                    marker=plain("•"),
                )
            )
        w.add(Gap(3))
        return
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    what = {"by_measure": "Maßnahmenart", "by_year": "Bewilligungsjahr"}.get(s.budget, "Mittel des Landes")
    rows: list[tuple[Text, ...]] = [(plain("Fördervolumen €", True), plain(what, True))]
    for part in found:
        behind = f" (Maßnahmenart {s.measures[part.index].number})" if s.budget == "by_measure" else ""
        rows.append(((part.amount,), (*part.label, Run(behind))))
    run = total(
        w, style="cell", bold=True, table=w.tables, row=len(rows), year=None if years else s.clause_year
    )
    rows.append(((run,), plain("alles zusammen", True)))
    w.add(Table(tuple(rows), (1.2, 3.2), ("right", "left"), s.ruled, padding=3.5, together=True))


def _projects(page: _Headings) -> None:
    w, s = page.w, page.w.scenario
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" and s.listing == "list" else []
    if s.listing == "table" and not sums:
        page.put(plain("Das Land unterstützt die folgenden Projekte."), with_next=True)
        _table(w)
        return
    page.put(plain("Das Land unterstützt die folgenden Projekte."), with_next=True)
    sign = w.rng.choice(("•", "–"))
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        money: Text = (Run(", Fördervolumen "), sums[number]) if sums else ()
        head = (replace(title, bold=True), Run(f" (Maßnahmenart {measure.number})"), *money)
        w.add(Paragraph(head, "left", before=3, after=2, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            tail: Text = plain(f", Durchführungsort {w.rng.choice(PLACES)}")
            if project.amount is not None:
                tail = (*tail, Run(", "), project_sum(w, measure, project))
            w.add(Paragraph((name, *tail), "left", after=2, indent=30, hang=14, marker=plain(sign)))
        w.add(Gap(3))


def _table(w: Writer) -> None:
    """The projects in rows, their place, and last the measure they belong to, told once."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Maßnahmenart", "Projekt", "Durchführungsort", *(("Volumen €",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            money: tuple[Text, ...] = ()
            if paid:
                money = ((project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),),)
            first: Text = () if index else (title, Run(f" (Nr. {measure.number})"))
            rows.append((first, (name,), plain(w.rng.choice(PLACES)), *money))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("alles zusammen", True), (), (), (run,)))
    width = len(heads)
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    w.add(
        Table(
            tuple(rows),
            (2.3, 2.4, 1.4, 1.2)[:width],
            aligns[:width],
            s.ruled,
            padding=3.5,
            joined=1,
        )
    )


def _sign(w: Writer) -> None:
    """Frames: whose they are, place and day behind words of their own, the pen, name and office."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
    small = across == 3
    w.add(*in_rows(columns, across, gutter=12.0, boxed=True, scale=0.88 if small else 1.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        lines = [SignLine((Run(f"{organ} {article} "), replace(name, bold=True)))]
    else:
        lines = [SignLine((replace(one.bare_organisation, bold=True),))]
    lines += [SignLine((Run("Ort: "), one.place)), SignLine((Run("Datum: "), one.date))]
    lines.append(SignLine((), "dots", pen=one.name is not None, height=44.0))
    if form == "captions":
        lines.append(SignLine(plain("Unterschrift")))
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        if form == "brackets":
            lines.append(SignLine((Run(deputy), one.name, Run(" ("), one.function, Run(")"))))
        else:
            lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    return tuple(lines)
