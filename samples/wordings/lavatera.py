"""A county clerk's plain paper: hanging "1." headings, last year's sums beside these, two instalments."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    parts,
    project_money,
    project_sum,
    replaced,
    subtotal,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    enumerated,
    programme_genitives,
    represented,
)
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Fahrtkosten der Teilnehmenden werden bis zur Höhe von {cap} im Monat übernommen.",
    "In den Vorhaben sollen {persons} Personen beginnen, {young} von ihnen mit Fluchthintergrund.",
    "Fragen zum Abruf beantwortet die Kreiskasse, Durchwahl {phone}.",
    "In den drei zurückliegenden Jahren hat das Land zusammen {past} gezahlt.",
    "Die Abbruchquote lag zuletzt bei {rate} Prozent und soll sinken.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "Lernort {name}",
    "{name} – Gruppenangebot",
    "{name} mit Praktikum",
    "Übergang Schule-Beruf: {name}",
    "{name} (Fortführung)",
)
PROVIDERS = (
    "Bildungswerk Musterau gGmbH",
    "Werkstattverbund Beispieltal e. V.",
    "Kreisvolkshochschule",
    "Jugendhilfe Probestadt gGmbH",
    "Fachdienst Arbeit",
    "Arbeitsförderung Exempelhausen GmbH",
)
OCCASION = (
    "Junge Menschen ohne Schulabschluss, Zugewanderte und Langzeitarbeitslose brauchen auf dem Weg in eine "
    "Ausbildung oder in Arbeit häufig mehr Zeit und mehr Begleitung, als die Regelsysteme ihnen geben "
    "können.",
    "Trotz vieler offener Stellen gelingt nicht allen der Schritt in eine Ausbildung oder in eine Arbeit, "
    "von "
    "der sie leben können.",
    "Viele Betriebe suchen Nachwuchs, und zugleich bleiben zu viele Bewerberinnen und Bewerber unversorgt.",
)
CLOSING = (
    "Änderungen und Ergänzungen dieser Vereinbarung werden schriftlich vereinbart.",
    "Sollte ein Vorhaben nicht zustande kommen, verständigen sich beide Seiten über einen Ersatz.",
    "Auf die Förderung durch das Land wird in Veröffentlichungen und auf Plakaten hingewiesen.",
)


class _Page:
    """ "1." and a bold heading hanging beside it; the text below begins where the number does."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.align: Align = w.rng.choice(("left", "justify"))
        self.words = roles(w)

    def open(self, title: str) -> None:
        marker = (self.w.next_section(), Run(".", bold=True))
        text = (self.w.heading(title),)
        self.w.add(
            Paragraph(text, "left", before=11, after=4, indent=22, hang=22, marker=marker, with_next=True)
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, self.align, after=5, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    _opening(w)
    page = _Page(w)
    if s.amendment:
        _amend(page)
    else:
        _occasion(page)
        _projects(page)
        _funds(page)
        _payment(page)
        page.open(rng.choice(("Schlussbestimmungen", "Sonstiges")))
        page.say(" ".join(rng.sample(CLOSING, 2)))
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "vera")),
        size=rng.choice((10.8, 11.4)),
        leading=rng.choice((1.25, 1.35)),
        footer=rng.choice(("{page}", "Seite {page}", "Seite {page} von {pages}")),
        footer_align=rng.choice(("center", "right")),
        left=rng.choice((71, 78)),
    )


def _opening(w: Writer) -> None:
    """No cover: title, budget and year in two lines, and the sides in what is one long sentence in lines."""
    s = w.scenario
    align: Align = w.rng.choice(("left", "center"))
    what = (Run("zur Verwendung des "), *programme_genitives(w), Run(" "), w.year())
    w.add(
        Paragraph((w.kind(),), align, scale=1.45, after=3),
        Paragraph(what, align, scale=1.08, after=16),
    )
    last = len(s.recipients)
    for index in range(last + 1):
        short = abbreviation(w) if index == 0 else ()
        lead = "und " if index == last else ""
        inserted = represented(w, index)
        close = "," if inserted or index < last - 1 else ""
        text = (
            Run(lead),
            *w.party(index, "nominative", mark=True, capital=index == 0),
            *((Run(" ("), short[1], Run(")")) if short else ()),
            *inserted,
            Run(close),
        )
        w.add(Paragraph(text, "left", after=6))
    w.add(Paragraph(plain("treffen die nachstehende Vereinbarung:"), "left", after=4))


def _amend(page: _Page) -> None:
    w, s = page.w, page.w.scenario
    more = s.total - (s.replaced or Decimal(0))
    page.open("Gegenstand der Änderung")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Nummer 3 der Zielvereinbarung vom {day} erhält eine neue Fassung: Die Zuwendung für das "
                "Jahr "
                "{clause_year} beträgt statt {old} nunmehr {new}.",
                "Die Zuwendung für {clause_year}, die in der Zielvereinbarung vom {day} mit {old} angegeben "
                "ist, wird auf {new} festgesetzt.",
            )
        ),
        day=amended(w),
        old=old,
        new=new,
    )
    run, _ = w.amount(more, "other")
    page.say("Der Mehrbetrag von {more} ist für zusätzliche Plätze bestimmt.", more=run)
    page.open("Verfahren")
    was, now = date(s.year + 1, 2, 28), s.deadline
    page.say(
        "Über den Mehrbetrag entscheidet das {authority}. Der Nachweis ist nicht bereits bis zum {was}, "
        "sondern "
        "bis zum {now} vorzulegen.",
        authority=w.authority(),
        was=w.date(was, "other"),
        now=w.date(now, "deadline"),
    )
    page.open("Weitere Bestimmungen")
    page.say("Was hier nicht geändert ist, gilt unverändert weiter.")


def _occasion(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Anlass und Ziel", "Ausgangslage und Ziele")))
    page.say(rng.choice(OCCASION))
    page.say(
        "{Takes} {plan} deshalb im Jahr {y} Vorhaben, mit denen diese Menschen gewonnen, vorbereitet und "
        "vermittelt werden. {Gives} beteiligt sich daran aus dem {prog}.",
        plan=verb(w, "plant", "planen"),
    )
    if s.reference:
        page.say(
            rng.choice(
                (
                    "Die Vorhaben entsprechen der regionalen Ausbildungs- und Arbeitsmarktstrategie in der "
                    "Fassung vom {day}.",
                    "Über die Schwerpunkte haben beide Seiten in der Besprechung am {day} Einvernehmen "
                    "erzielt.",
                    "Dem liegt der Antrag vom {day} zugrunde.",
                )
            ),
            day=w.date(s.reference, "reference"),
        )


def _projects(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Vorhaben", "Geplante Vorhaben")))
    page.say("Im Einzelnen sind vorgesehen:", with_next=True)
    if s.listing == "table":
        _table(w)
    else:
        by = rng.random() < 0.6
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            many = s.budget == "by_project" and len(names) > 1
            tail: Text = (Run(" (insgesamt "), subtotal(w, measure), Run(")")) if many else ()
            w.add(
                Paragraph(
                    (title, *tail),
                    "left",
                    before=3,
                    after=2,
                    indent=18,
                    hang=18,
                    marker=plain(f"{measure.number}."),
                    with_next=True,
                )
            )
            for name, project in zip(names, measure.projects, strict=True):
                who = plain(f" ({rng.choice(PROVIDERS)})") if by else ()
                text = (name, *who, *project_money(w, measure, project, ", "))
                w.add(Paragraph(text, "left", after=1.5, indent=34, hang=12, marker=plain("•")))
        w.add(Gap(4))
    for text in aside_texts(w, OWN_ASIDES):
        page.say("{text}", text=text)


def _table(w: Writer) -> None:
    """The measure and its number in a row of its own, then a row for each project with who carries it."""
    s, rng = w.scenario, w.rng
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Nr.", "Vorhaben", "Träger", "Euro" if paid else "Plätze")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append((plain(str(measure.number)), (title,), (), ()))
        for count, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            cell: Text = plain(str(rng.randint(6, 32)))
            if paid:
                cell = (project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),)
            rows.append(
                (plain(f"{measure.number}.{count}"), (name,), plain(rng.choice(PROVIDERS)), cell),
            )
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Vorhaben zusammen", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    w.add(Table(tuple(rows), (0.6, 3.4, 2.4, 1.3), aligns, s.ruled, padding=2.5))


def _funds(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Zuwendung", "Höhe der Zuwendung")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    spelled: Text | str = (Run(" (in Buchstaben: "), words, Run(")")) if words else ""
    if s.budget == "one_line":
        page.say("Das Land gewährt für das Jahr {clause_year} eine Zuwendung von höchstens", with_next=True)
        w.add(Paragraph((amount,), "left", before=1, after=6, indent=60))
    elif years:
        page.say("Das Land gewährt über mehrere Haushaltsjahre verteilt zusammen {total}.", total=amount)
    else:
        page.say(
            rng.choice(
                (
                    "Das Land gewährt für das Jahr {clause_year} eine Zuwendung von höchstens "
                    "{total}{words}.",
                    "Für das Jahr {clause_year} kann {takes} mit einer Zuwendung in Höhe von {total}{words} "
                    "rechnen.",
                )
                if len(s.recipients) == 1
                else ("Das Land gewährt für das Jahr {clause_year} zusammen {total}{words}.",)
            ),
            total=amount,
            words=spelled,
        )
    if s.budget == "by_measure":
        _by_measure(page)
    elif years:
        found = parts(w)
        if s.listing == "table":
            for number, part in enumerate(found):
                kind = "Kassenmittel" if number == 0 else "Verpflichtungsermächtigung"
                text = (*part.label, Run(f" ({kind}): "), part.amount)
                w.add(Paragraph(text, "left", after=2, indent=18))
            w.add(Gap(3))
        else:
            pieces = [(part.amount, Run(" auf das Jahr "), *part.label) for part in found]
            page.say("Es entfallen {pieces}.", pieces=enumerated([tuple(piece) for piece in pieces]))
    elif s.budget == "two_programmes":
        first, second = parts(w)
        page.say(
            "Sie wird mit {a} aus dem {one} und mit {b} aus dem {two} finanziert.",
            a=first.amount,
            b=second.amount,
            one=first.label,
            two=second.label,
        )
    share = rng.choice((10, 15, 20))
    own, _ = w.amount((s.total * share / 100).quantize(Decimal("1")).quantize(Decimal("0.01")), "other")
    page.say(
        rng.choice(
            (
                "{Takes} {gives_own} eigene Mittel von mindestens {own} ein.",
                "Der kommunale Eigenanteil beläuft sich auf {own}; er kann auch durch Personal erbracht "
                "werden.",
            )
        ),
        gives_own=verb(w, "bringt", "bringen"),
        own=own,
    )


def _by_measure(page: _Page) -> None:
    """Beside what is agreed what was spent the year before, which is no part of it."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    if s.listing == "list":
        page.say("Die Zuwendung ist bestimmt", with_next=True)
        found = parts(w)
        for number, part in enumerate(found):
            end = "." if number == len(found) - 1 else ","
            text = (Run("für "), *part.label, Run(" in Höhe von "), part.amount, Run(end))
            marker = plain(f"{'abcd'[number]})")
            w.add(Paragraph(text, "left", after=2, indent=18, hang=18, marker=marker))
        w.add(Gap(3))
        return
    page.say("Sie verteilt sich auf die Maßnahmenarten wie folgt:", with_next=True)
    w.tables += 1
    heads = ("Maßnahmenart", "Zuwendung in Euro", "zum Vergleich: Vorjahr in Euro")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    past = Decimal(0)
    for part in parts(w, style="cell", table=w.tables, rows=range(1, len(s.measures) + 1)):
        before = Decimal(rng.randint(250, 7000) * 100).quantize(Decimal("0.01"))
        past += before
        run, _ = w.amount(before, "other", style="cell", table=w.tables, row=len(rows))
        rows.append((part.label, (part.amount,), (run,)))
    last = len(rows)
    whole = total(w, style="cell", bold=True, table=w.tables, row=last)
    run, _ = w.amount(past, "other", style="cell", table=w.tables, row=last)
    rows.append((plain("Summe", True), (whole,), (run,)))
    w.add(
        Table(tuple(rows), (3.6, 1.5, 1.6), ("left", "right", "right"), s.ruled, padding=2.5, together=True)
    )


def _payment(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Antrag, Auszahlung und Nachweis", "Verfahren")))
    page.say(
        rng.choice(
            (
                "Bewilligungsstelle ist das {authority}. Sie erlässt auf Antrag einen Bescheid.",
                "Die Zuwendung wird vom {authority} durch Bescheid bewilligt.",
            )
        ),
        authority=w.authority(),
    )
    if s.budget != "by_year":
        first = (s.total * rng.choice((40, 50, 60)) / 100).quantize(Decimal("0.01"))
        one, _ = w.amount(first, "other")
        two, _ = w.amount(s.total - first, "other")
        early = max(one.day or date(s.year, 1, 1) for one in s.signers).month < 5
        days = (date(s.year, 6 if early else 11, 15), date(s.year, rng.choice((10, 11)) if early else 12, 15))
        page.say("Die Zuwendung wird in zwei Raten ausgezahlt, und zwar", with_next=True)
        for money, day, mark in ((one, days[0], ","), (two, days[1], ".")):
            text = (money, Run(" bis zum "), w.date(day, "deadline"), Run(mark))
            w.add(Paragraph(text, "left", after=2, indent=34, hang=12, marker=plain("–")))
        w.add(Gap(3))
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    page.say(
        "Der Durchführungszeitraum beginnt am {start} und endet am {end}.",
        start=w.date(start, "period_start"),
        end=w.date(end, "period_end"),
    )
    page.say(
        "Bis zum {deadline} weist {takes} die Verwendung nach."
        if len(s.recipients) == 1
        else "Die Verwendung ist bis zum {deadline} nachzuweisen.",
        deadline=w.date(s.deadline, "deadline"),
    )


def _sign(w: Writer) -> None:
    """A column for each side: whom for, place and day, and each hand over name and office."""
    s = w.scenario
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        lines: list[SignLine] = [SignLine(_whose(side[0][0])), SignLine(height=6.0)]
        for number, (one, dated) in enumerate(side):
            lines += [SignLine(height=10.0)] if number else []
            lines += _hand(w, one, dated)
        columns.append(tuple(lines))
    across = 1 if s.signature_form == "stacked" else 2
    w.add(*in_rows(columns, across, then=20.0, gutter=34.0))


def _whose(one: Signature) -> Text:
    article, name = one.organisation("accusative")
    return (Run(f"Für {article} "), name, Run(":"))


def _hand(w: Writer, one: Signature, dated: bool) -> list[SignLine]:
    form = w.scenario.signing
    lines = [SignLine((one.place, Run(", "), one.date))] if dated else []
    if form == "captions" and dated:
        lines.append(SignLine(plain("Ort, Datum")))
    lines.append(
        SignLine((), "rule" if form == "captions" else "none", pen=one.name is not None, height=42.0)
    )
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        name: Text = (
            (Run(f"{deputy}("), one.name, Run(")")) if form == "brackets" else (Run(deputy), one.name)
        )
        lines += [SignLine(name), SignLine((one.function,))]
    return lines
