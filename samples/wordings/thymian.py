"""Held back: who works on how agreements are read leaves this file closed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Divider, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, enumerated, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Prüfungsgebühren der Kammern werden mit bis zu {cap} je Prüfling übernommen.",
    "Das Land erwartet {persons} Teilnehmende und wenigstens {young} betriebliche Praktika je Monat.",
    "Das Fachreferat nimmt Anfragen unter {phone} entgegen.",
    "Die Mittelzusagen der letzten drei Jahre betrugen im Schnitt {past}.",
    "Eine Eigenbeteiligung von {rate} Prozent wird erwartet, aber nicht verlangt.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} / Jahrgang B",
    "Fachkräftepfad {name}",
    "{name} (ganztags)",
    "Schnupperwochen „{name}“",
    "{name} – Regionalteam",
)
AIMS = (
    "mehr Ausbildungsverträge für Bewerberinnen und Bewerber aus früheren Jahren",
    "tragfähige Übergänge aus dem Leistungsbezug in Beschäftigung",
    "eine geringere Zahl gelöster Ausbildungsverhältnisse",
    "bessere Sprachkenntnisse als Grundlage beruflicher Bildung",
    "Beschäftigung auch für Menschen, die lange nicht gearbeitet haben",
)


class _Points:
    """ "1. Heading" or "1 Heading" at the left; the text below it has no numbers."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.stop = w.rng.choice((".", ""))
        self.indent = w.rng.choice((0.0, 26.0))

    def open(self, title: str) -> None:
        number = (self.w.next_section(), Run(self.stop, bold=True))
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=12, after=4, indent=26, hang=26, marker=number, with_next=True)
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text, with_next: bool = False) -> None:
        self.w.add(Paragraph(text, "left", after=6, indent=self.indent, with_next=with_next))

    def item(self, text: Text, marker: str) -> None:
        wide = 30.0 if len(marker) > 1 else 14.0
        indent = self.indent + 10.0 + wide
        self.w.add(Paragraph(text, "left", after=2, indent=indent, hang=wide, marker=plain(marker)))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, short_month)))
    s = replace(s, figures=rng.choice(("euro_cents", "nbsp", s.figures)))
    w = Writer(s, rng)
    _opening(w)
    points = _Points(w)
    if s.amendment:
        _amend(points)
    else:
        _agree(points)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "vera")),
        size=rng.choice((10.0, 10.6)),
        leading=rng.choice((1.35, 1.46)),
        header=rng.choice((None, f"{s.grantor.short or 'Land'} / {s.recipients[0].printed}")),
        header_align=rng.choice(("left", "right")),
        footer=rng.choice(("{page}/{pages}", "Seite {page}")),
        footer_align=rng.choice(("right", "center")),
        left=80,
        right=76,
        top=80,
    )


def _opening(w: Writer) -> None:
    """Year and programme above the kind; both sides in one sentence with what they are called."""
    s, rng = w.scenario, w.rng
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark.replace("Az. ", "GZ ")), "right", scale=0.85, after=12))
    names = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    w.add(
        Paragraph((*names, Run(" | Jahr "), w.year()), "left", scale=1.05, after=2),
        Paragraph((w.kind(),), "left", scale=1.75, after=3),
        *([Divider(before=2, after=10)] if rng.random() < 0.5 else [Gap(8)]),
    )
    last = len(s.parties) - 1
    told: list[Text] = []
    for index, party in enumerate(s.parties):
        short = abbreviation(w) if index == 0 else ()
        called = "Land" if index == 0 else "Landkreis" if party.gender == "m" else "Stadt"
        called += f" {index}" if index and last > 1 else ""
        behind = (Run(" "), *short[:2], Run(")")) if short else ()
        inserted = represented(w, index)
        name = w.party(index, "nominative", mark=True, capital=index == 0)
        told.append((*name, *behind, *inserted, Run(f" – „{called}“ –")))
    end = Run(" treffen die folgende Zielvereinbarung." if not s.amendment else " vereinbaren Folgendes.")
    w.add(Paragraph((*enumerated(told), end), "left", after=4))


def _amend(points: _Points) -> None:
    w = points.w
    points.open("Bestehende Zielvereinbarung")
    points.say(
        "Ziele, Projekte und Mittel hat die Zielvereinbarung mit Datum vom {day} bestimmt. Sie bleibt "
        "Grundlage der Förderung.",
        day=amended(w),
    )
    points.open("Geänderte Mittelzusage")
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        points.say(
            "Die Mittelzusage für {clause_year} lautete auf {old}. Sie lautet nun auf {new}.",
            old=old,
            new=new,
        )
    else:
        w.add(
            Table(
                (
                    (plain("Mittelzusage", True), plain(f"Jahr {w.scenario.clause_year}", True)),
                    (plain("nach bisherigem Stand"), (old,)),
                    (plain("nach neuem Stand"), (new,)),
                ),
                (2.4, 1.8),
                ("left", "right"),
                w.scenario.ruled,
                together=True,
            )
        )
    points.open("Bescheid")
    points.say(
        "Die Änderung wird wirksam, sobald das {authority} sie in einem Bescheid umgesetzt hat.",
        authority=w.authority(),
    )


def _agree(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Angestrebte Wirkungen", "Was erreicht werden soll")))
    points.put(plain("Mit der Förderung werden am Ort angestrebt:"), with_next=True)
    for aim in rng.sample(AIMS, 3):
        points.item(plain(aim), "–")
    w.add(Gap(4))
    if s.reference:
        points.say(
            "Die zugrunde liegenden Zahlen hat der Beirat am {day} zur Kenntnis genommen.",
            day=w.date(s.reference, "reference"),
        )
    points.open("Mittelzusage")
    _funds(points)
    points.open(rng.choice(("Projekte und Maßnahmenarten", "Vorgesehene Projekte")))
    _projects(points)
    for text in aside_texts(w, OWN_ASIDES):
        points.put(text)
    points.open(rng.choice(("Behörde und Fristen", "Bewilligung und Nachweis")))
    points.say(
        "Bewilligende Behörde ist das {authority}. Ihm ist die Verwendung der Mittel nachzuweisen, und zwar "
        "nicht später als am {deadline}.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )
    start = w.date(date(s.year, 1, 1), "period_start", rng.choice((None, f"01.01.{s.year}")))
    end = w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}")
    points.say("Gefördert werden Ausgaben, die ab {start} und bis {end} entstehen.", start=start, end=end)


def _funds(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=rng.random() < 0.4, year=None if years else s.clause_year)
    if years:
        points.say("Die Mittelzusage lautet, alle Haushaltsjahre eingeschlossen, auf {total}.", total=amount)
    elif s.budget == "one_line":
        points.put(
            w.fill("Die Mittelzusage des Landes für das Haushaltsjahr {clause_year} lautet auf"),
            with_next=True,
        )
        w.add(Paragraph((amount,), "left", scale=1.15, before=2, after=8, indent=points.indent + 40))
    else:
        points.say(
            rng.choice(
                (
                    "Die Mittelzusage des Landes für das Haushaltsjahr {clause_year} lautet auf "
                    "{total}{words}.",
                    "Im Haushaltsjahr {clause_year} kann {r} mit Landesmitteln von {total}{words} rechnen."
                    if len(s.recipients) == 1
                    else "Im Haushaltsjahr {clause_year} können {r} mit Landesmitteln von {total}{words} "
                    "rechnen.",
                )
            ),
            total=amount,
            words=(Run(" – in Worten "), words, Run(" –")) if words else "",
        )
    if s.budget == "by_measure" and s.listing == "table":
        points.say("Wie sie auf die Maßnahmenarten verteilt ist, steht bei den Projekten.")
    elif s.budget in SPLIT:
        _split(points)
    points.say("Ein Anspruch auf weitere Mittel ergibt sich hieraus nicht.")


def _split(points: _Points) -> None:
    """Teilbeträge in a table with the per cent before them, or a line for each."""
    w, s = points.w, points.w.scenario
    years = s.budget == "by_year"
    if s.listing == "list":
        points.put(plain("Teilbeträge:"), with_next=True)
        for part in parts(w):
            number = s.measures[part.index].number if s.budget == "by_measure" else 0
            lead = f"Maßnahmenart {number}, " if number else "Haushaltsjahr " if years else ""
            points.item((Run(lead), *part.label, Run(" – "), part.amount), "–")
        w.add(Gap(4))
        return
    w.tables += 1
    found = parts(w, style="sign", table=w.tables, rows=range(1, len(s.shares) + 1))
    heads = ("Teil", "Haushaltsjahr" if years else "Mittel aus", "v. H.", "Teilbetrag")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for part, value in zip(found, s.shares, strict=True):
        percent = f"{value / sum(s.shares) * 100:.1f}".replace(".", ",")
        rows.append((plain(str(part.index + 1)), part.label, plain(percent), (part.amount,)))
    run = total(
        w, style="sign", bold=True, table=w.tables, row=len(rows), year=None if years else s.clause_year
    )
    rows.append(((), plain("Mittelzusage", True), plain("100"), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    w.add(Table(tuple(rows), (0.5, 3.0, 0.7, 1.6), aligns, s.ruled, padding=4.0, together=True))


def _projects(points: _Points) -> None:
    w, s = points.w, points.w.scenario
    if s.listing == "table":
        _table(w)
        return
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (replace(title, bold=True), Run(f" (Maßnahmenart {measure.number})"))
        w.add(Paragraph(head, "left", before=2, after=2, indent=points.indent, with_next=True))
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            money: Text = ()
            if project.amount is not None:
                money = (Run(" – Teilbetrag "), project_sum(w, measure, project))
            points.item((name, *money), f"{measure.number}.{index}")
        w.add(Gap(4))


def _table(w: Writer) -> None:
    """Numbers "1" for measures and "1.1" for projects; sums for a measure, for a project, or for none."""
    s = w.scenario
    paid = s.budget == "by_project"
    money = paid or s.budget == "by_measure"
    w.tables += 1 if money else 0
    heads = ("Ziff.", "Maßnahmenart und Projekte", "Teilbetrag" if money else "Gruppen")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    at: list[int] = []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        at.append(len(rows))
        rows.append((plain(str(measure.number), True), (replace(title, bold=True),), ()))
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            own: Text = () if money else plain(str(w.rng.randint(1, 4)))
            if paid:
                own = (project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),)
            rows.append((plain(f"{measure.number}.{index}"), (name,), own))
        if paid and len(names) > 1:
            run = subtotal(w, measure, style="sign", bold=True, table=w.tables, row=at[-1])
            rows[at[-1]] = (*rows[at[-1]][:2], (run,))
    if s.budget == "by_measure":
        for row, part in zip(at, parts(w, style="sign", table=w.tables, rows=at), strict=True):
            rows[row] = (*rows[row][:2], (part.amount,))
    if money:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Mittelzusage", True), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    w.add(Table(tuple(rows), (0.6, 4.2, 1.6), aligns, s.ruled, padding=3.5))


def _sign(w: Writer) -> None:
    """Whom for in bold, the pen, who in what office, and in words when and where; as many as fit in a row."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    across = 1 if s.signature_form == "stacked" else 2
    w.add(*in_rows(columns, across, gutter=36.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        lines = [SignLine((Run(f"{organ} {article} ", bold=True), replace(name, bold=True)))]
    else:
        lines = [SignLine((replace(one.bare_organisation, bold=True),))]
    lines.append(SignLine((), "dots", pen=one.name is not None, height=42.0))
    if form == "captions":
        lines.append(SignLine(plain("Name, Amtsbezeichnung:")))
    if one.name and one.function:
        deputy = "in Vertretung " if one.signer.deputising else ""
        if form == "brackets":
            lines.append(SignLine((Run(deputy), one.name, Run(" ("), one.function, Run(")"))))
        else:
            lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    return (*lines, SignLine((Run("unterschrieben am "), one.date, Run(", "), one.place)))
