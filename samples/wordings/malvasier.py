"""A plan of the year in four steps: days in a table of their own, tables without heads, a grid to sign in."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

from samples.blocks import Align, Divider, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Ruled, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, enumerated, represented
from samples.wordings.roles import roles
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Als Startgeld erhält jede neue Gruppe {cap} für Material.",
    "Messlatte: {persons} Menschen erreicht, {young} Betriebe neu gewonnen.",
    "Koordination und Rückfragen: {phone}.",
    "Zum Vergleich: Im Land wurden im letzten Jahr {past} eingesetzt.",
    "Zufriedenheit der Teilnehmenden: mindestens {rate} Prozent über dem Vorjahr.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "Werkraum {name}",
    "{name} – Phase 2",
    "{name} unterwegs",
    "Team {name}",
    "{name} (Kooperation mit Betrieben)",
)
PROVIDERS = (
    "Zukunftswerk Musterau",
    "Neue Wege Probestadt gGmbH",
    "Lernhaus Beispieltal e. V.",
    "eigenes Team",
    "Handwerk & Bildung GmbH",
)
WHY = (
    "Wir wollen, dass in diesem Jahr weniger Menschen ohne Abschluss und ohne Arbeit bleiben. Dafür "
    "gehen wir "
    "die folgenden Schritte gemeinsam.",
    "Dieser Plan hält fest, wer in diesem Jahr wann was beiträgt, damit Menschen mit schwierigem Start eine "
    "Ausbildung oder eine Arbeit finden.",
    "Was wir uns vorgenommen haben, steht in vier Schritten. Nach jedem Schritt prüfen wir, ob der nächste "
    "noch "
    "richtig ist.",
)
LEARN = (
    "Wir werten aus, was gelungen ist, und übernehmen es in den nächsten Plan.",
    "Die Ergebnisse stellen wir dem Ausschuss und den Betrieben vor.",
    "Was nicht gewirkt hat, beenden wir und sagen auch, warum.",
)
Event = tuple[date, str, str, Text]
"""Day, its role in the gold, what happens, and whose turn it is."""


class _Page:
    """ "SCHRITT 1" in small bold letters above its heading, and a thin line below both."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w)
        self.side: Align = w.rng.choice(("left", "left", "right"))

    def open(self, title: str) -> None:
        self.w.add(
            Paragraph(
                (Run("Schritt ", bold=True), self.w.next_section()),
                self.side,
                scale=0.86,
                before=12,
                after=0,
                with_next=True,
            ),
            Paragraph((self.w.heading(title),), self.side, scale=1.2, after=1, with_next=True),
            Divider(1.0, 1.0, 6.0),
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=5, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, short_month, long_date)))
    w = Writer(s, rng)
    _top(w)
    page = _Page(w)
    if s.amendment:
        _amend(page)
    else:
        page.say(rng.choice(WHY))
        last = rng.random() < 0.5
        if not last:
            _timeline(w)
        page.open(rng.choice(("Mittel sichern", "Geld bereitstellen")))
        _funds(page)
        page.open(rng.choice(("Angebote starten", "Projekte durchführen")))
        _projects(page)
        page.open(rng.choice(("Zwischenhalt", "Nachsteuern")))
        page.say(
            "Zur Mitte des Jahres legen wir die Zahlen nebeneinander. Bleibt ein Angebot hinter den "
            "Erwartungen "
            "zurück, setzen wir frei werdende Mittel innerhalb desselben Pakets ein."
        )
        for text in aside_texts(w, OWN_ASIDES):
            page.say("{text}", text=text)
        page.open(rng.choice(("Bilanz ziehen", "Abschließen und lernen")))
        page.say(rng.choice(LEARN))
        if last:
            _timeline(w)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("open-sans", "source-sans", "vera")),
        size=rng.choice((10.0, 10.6)),
        leading=rng.choice((1.36, 1.46)),
        footer=rng.choice(("{page} / {pages}", "Jahresplan  –  {page}")),
        footer_align=rng.choice(("left", "right")),
        left=66,
        right=66,
        top=62,
    )


def _top(w: Writer) -> None:
    """The budget and its year as the title, the kind below it, then who does what, side by side."""
    s = w.scenario
    money: list[Run] = []
    for index in range(len(s.programmes)):
        money += [Run(" + ", bold=True)] if index else []
        money.append(replace(w.programme(index), bold=True))
    w.add(
        Paragraph((*money, Run(" ", bold=True), w.year(bold=True)), "left", scale=1.5, after=2),
        Paragraph((w.kind(), Run(" mit Jahresplan")), "left", scale=1.15, after=10),
    )
    rows: list[tuple[Text, ...]] = []
    for index in range(len(s.parties)):
        short = abbreviation(w) if index == 0 else ()
        name = (
            w.bare_party(index),
            *((Run(" ("), short[1], Run(")")) if short else ()),
            *represented(w, index),
        )
        rows.append((plain("finanziert und begleitet" if index == 0 else "plant und setzt um"), name))
    w.add(Table(tuple(rows), (1.5, 3.6), ("left", "left"), "none", after=8, padding=2.0))


def _amend(page: _Page) -> None:
    w, s = page.w, page.w.scenario
    page.open("Neu rechnen")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Im Jahresplan, den wir am {day} vereinbart haben, standen für {clause_year} {old}. Heute "
                "rechnen "
                "wir mit {new}.",
                "Am {day} haben wir für {clause_year} {old} vereinbart. An die Stelle dieser Summe tritt "
                "die Summe "
                "von {new}.",
            )
        ),
        day=amended(w),
        old=old,
        new=new,
    )
    page.open("Weiter wie geplant")
    page.say(
        "Alle anderen Schritte bleiben, wie sie sind. Das {authority} erhält diese Vereinbarung bis zum "
        "{day}.",
        authority=w.authority(),
        day=w.date(date(s.year, 11, 30), "deadline"),
    )


def _timeline(w: Writer) -> None:
    """Days in their order, without a heading of its own number: what was, what is due, what will be."""
    s, rng = w.scenario, w.rng
    we = plain("alle")
    they = plain("Kommune" if len(s.recipients) == 1 else "Kommunen")
    events: list[Event] = [
        (date(s.year, 1, 1), "period_start", "Erster Tag der Projekte", they),
        (date(s.year, 3, 31), "deadline", "Antrag abgeben", ()),
        (date(s.year, 11, rng.choice((15, 30))), "deadline", "Letzten Mittelabruf einreichen", they),
        (date(s.year, 12, 31), "period_end", "Letzter Tag der Projekte", they),
        (s.deadline, "deadline", "Verwendungsnachweis vorlegen", they),
    ]
    if s.reference:
        events.append((s.reference, "reference", "Strategie im Ausschuss beschlossen (erledigt)", they))
    if rng.random() < 0.7:
        day = date(s.year, rng.choice((6, 7)), rng.randint(1, 28))
        events.append((day, "other", rng.choice(("Halbzeitgespräch", "Bilanzwerkstatt")), we))
    if rng.random() < 0.4:
        day = date(s.year, 10, rng.randint(1, 28))
        events.append((day, "other", "Regionale Fachtagung", we))
    write = rng.choice((full_figures, full_figures, short_month))
    w.add(Paragraph(plain("Die Termine des Jahres", True), "left", before=8, after=3, with_next=True))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in ("Wann", "Was", "Wer"))]
    for day, role, what, who in sorted(events, key=lambda event: event[0]):
        turn = who or (Run(they[0].text + " an das "), w.authority())
        rows.append(((w.date(day, role, write(day)),), plain(what), turn))
    ruled = "rows" if s.ruled == "none" else s.ruled
    w.add(Table(tuple(rows), (1.2, 3.0, 2.2), ("left", "left", "left"), ruled, padding=2.6, together=True))


def _funds(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if s.budget == "one_line":
        page.say("So viel Geld des Landes steht {clause_year} für diesen Plan zur Verfügung:", with_next=True)
        w.add(
            Table(((((amount,)),),), (1.0,), ("center",), "grid", before=2, after=8, padding=7.0),
        )
    else:
        page.say(
            "Für die Jahre ab {y} stellt das Land alles in allem {total} zur Verfügung."
            if years
            else rng.choice(
                (
                    "Das Land stellt dafür {clause_year} bis zu {total}{words} zur Verfügung.",
                    "Der Plan kostet das Land {clause_year} höchstens {total}{words}.",
                )
            ),
            total=amount,
            words=(Run(" ("), words, Run(")")) if words else "",
        )
    if years or s.budget == "two_programmes":
        lead = "" if years else "aus dem "
        if s.listing == "list" or not years:
            pieces = [
                (part.amount, Run(" im Jahr " if years else f" {lead}"), *part.label) for part in parts(w)
            ]
            page.say("Das sind {pieces}.", pieces=enumerated([tuple(piece) for piece in pieces]))
        else:
            _bare_table(w, [(part.label, part.amount) for part in _numbered_parts(w)])
    elif s.budget == "by_measure":
        found = _numbered_parts(w)
        rows = [
            ((Run(f"Paket {measure.number}: "), *part.label), part.amount)
            for measure, part in zip(s.measures, found, strict=True)
        ]
        _bare_table(w, rows)
    bonus, _ = w.amount(Decimal(rng.randint(4, 60) * 500).quantize(Decimal("0.01")), "other")
    page.say(
        rng.choice(
            (
                "Erreichen wir alle Ziele vorzeitig, verhandeln wir über weitere {bonus}.",
                "Für unvorhergesehene Kosten hält die Kommune {bonus} bereit."
                if len(s.recipients) == 1
                else "Für unvorhergesehene Kosten werden vor Ort {bonus} bereitgehalten.",
            )
        ),
        bonus=bonus,
    )


def _numbered_parts(w: Writer) -> list[_Part]:
    s = w.scenario
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
    return [_Part(part.label, part.amount) for part in found]


class _Part:
    def __init__(self, label: Text, amount: Run) -> None:
        self.label = label
        self.amount = amount


def _bare_table(w: Writer, rows: list[tuple[Text, Run]]) -> None:
    """Labels and sums beside each other without a head; the last row has them all together."""
    s = w.scenario
    year = None if s.budget == "by_year" else s.clause_year
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows) + 1, year=year)
    cells: list[tuple[Text, ...]] = [(label, (money,)) for label, money in rows]
    cells.append((plain("zusammen", True), (run,)))
    w.add(Table(tuple(cells), (4.2, 1.6), ("left", "right"), "none", padding=1.8, together=True))


def _projects(page: _Page) -> None:
    """The title of each package, below it rows without a head: project, who runs it, places or money."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.say(
        rng.choice(("Gestartet wird mit diesen Paketen:", "Zu den Paketen gehören diese Angebote:")),
        with_next=True,
    )
    paid = s.budget == "by_project"
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Paket {measure.number}: ", bold=True), replace(title, bold=True))
        w.add(Paragraph(head, "left", before=4, after=1, with_next=True))
        if s.listing == "list" and not paid:
            for name in names:
                told = f", {rng.choice(PROVIDERS)}, {rng.randint(5, 40)} Plätze"
                w.add(Paragraph((name, Run(told)), "left", after=1.5, indent=26, hang=14, marker=plain(">")))
            continue
        w.tables += 1 if paid else 0
        rows: list[tuple[Text, ...]] = []
        for row, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            cell: Text = plain(f"{rng.randint(5, 40)} Plätze")
            if paid:
                cell = (project_sum(w, measure, project, style="sign", table=w.tables, row=row),)
            rows.append(((name,), plain(rng.choice(PROVIDERS)), cell))
        if paid and len(names) > 1:
            run = subtotal(w, measure, style="sign", table=w.tables, row=len(names) + 1)
            rows.append((plain(f"Paket {measure.number} zusammen"), (), (run,)))
        ruled: Ruled = "rows" if s.ruled == "rows" else "none"
        w.add(
            Table(tuple(rows), (2.8, 2.0, 1.4), ("left", "left", "right"), ruled, after=4, padding=1.8),
        )
    w.add(Gap(3))


def _sign(w: Writer) -> None:
    """A ruled table: a row for each hand."""
    s = w.scenario
    w.add(Gap(8), Paragraph(plain("Dazu stehen wir:", True), "left", before=6, after=3, with_next=True))
    heads = ("Für", "Name, Funktion", "Ort, Datum", "Unterschrift")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for signer in s.signers:
        rows.append(_row(enter(w, signer)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "left")
    w.add(Table(tuple(rows), (2.0, 1.8, 1.9, 1.1), aligns, "grid", row_height=30.0, together=True))


def _row(one: Signature) -> tuple[Text, ...]:
    named: Text = ()
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        named = (Run(deputy), one.name, Run(", "), one.function)
    return ((one.bare_organisation,), named, (one.place, Run(", "), one.date), ())
