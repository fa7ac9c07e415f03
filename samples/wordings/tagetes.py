"""A treasurer's paper: lettered parts under a rule, where money comes from and where it goes."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import Any

from samples.blocks import NEW_LINE, Align, Divider, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Project, Scenario
from samples.signing import Signature, enter
from samples.wordings.money import Part, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Geringwertige Wirtschaftsgüter sind bis zu einem Einzelwert von {cap} sofort abzuschreiben.",
    "Kennzahl 4.1: {persons} belegte Plätze im Jahresmittel; Kennzahl 4.2: {young} Austritte je Quartal.",
    "Buchungsfragen klärt die Kämmerei (Nebenstelle {phone}).",
    "Der Teilergebnishaushalt schloss im Vorjahr mit Aufwendungen von {past} ab.",
    "Für innere Verrechnungen gilt ein Zuschlagssatz von {rate} Prozent.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} / TZ",
    "Maßnahme {name}",
    "{name} (Los 2)",
    "{name} – Ausbau",
    "Förderkette {name}",
)
CARRIERS = ("Eigenregie", "Vergabe", "Zuwendung an Dritte", "Eigenbetrieb")


class _Parts:
    """ "A. Heading" under a line; tables first, remarks in small type below."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        w.numbering = "A"
        self.notes = 0

    def open(self, title: str) -> None:
        text = (self.w.next_section(), Run(".  ", bold=True), self.w.heading(title))
        self.w.add(
            Divider(1.0, before=10.0, after=4.0),
            Paragraph(text, "left", scale=1.1, after=3, with_next=True),
        )

    def remark(self, sentence: str, **filled: Run | Text | str) -> None:
        self.notes += 1
        text = self.w.fill(sentence, **filled)
        marker = plain(f"{self.w.section}{self.notes}")
        self.w.add(Paragraph(text, "left", after=4, indent=30, hang=30, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    title: Text = (w.kind(), Run("  |  ", bold=True), Run("Haushaltsjahr ", bold=True), w.year(bold=True))
    w.add(Paragraph(title, "left", scale=1.45, after=2))
    w.add(Paragraph((*plain("Förderprodukt: "), *_programmes(w)), "left", after=8))
    found = _Parts(w)
    found.open("Beteiligte")
    _sides(w)
    if s.amendment:
        _amend(found)
    else:
        _sources(found)
        _uses(found)
        if s.budget != "by_year":
            _payments(found)
        _audit(found)
    _sign(found)
    return w, Sheet(
        family=rng.choice(("helvetica", "source-sans", "helvetica-narrow")),
        size=rng.choice((9.8, 10.4)),
        leading=rng.choice((1.25, 1.35)),
        header=rng.choice(("Kämmerei – Mittelbewirtschaftung", None)),
        header_align="left",
        header_on_first=True,
        footer="Blatt {page} von {pages}",
        footer_align="right",
        left=62,
        right=56,
        top=70,
        bottom=64,
    )


def _programmes(w: Writer) -> Text:
    return enumerated([(w.programme(index),) for index in range(len(w.scenario.programmes))])


def _sides(w: Writer) -> None:
    """Who gives and who receives, and who acts for it, each in a row."""
    s = w.scenario
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in ("Funktion", "Körperschaft"))]
    for index in range(len(s.parties)):
        role = "Mittelgeber" if index == 0 else "Mittelnehmer"
        rows.append((plain(role), (w.bare_party(index), *represented(w, index))))
    w.add(Table(tuple(rows), (1.1, 4.0), ("left", "left"), "grid", padding=3.0, together=True))


def _amend(found: _Parts) -> None:
    w, s = found.w, found.w.scenario
    found.open("Ansatzänderung")
    w.tables += 1
    old, new = replaced(w)
    for entry in w.gold["amounts"][-2:]:
        entry |= {"table": w.tables, "row": 1}
    change, _ = w.amount(s.total - (s.replaced or Decimal(0)), "other", table=w.tables, row=1)
    head = tuple(plain(name, True) for name in ("Ansatz", "bisher", "neu", "mehr"))
    row: tuple[Text, ...] = (plain(f"Landesmittel {s.clause_year}"), (old,), (new,), (change,))
    aligns: tuple[Align, ...] = ("left", "right", "right", "right")
    w.add(Table((head, row), (1.7, 1.5, 1.5, 1.4), aligns, "grid", together=True))
    found.remark(
        "Geändert wird die Zielvereinbarung vom {day}, Abschnitt B. Ihre Abschnitte C bis E gelten fort.",
        day=amended(w),
    )
    found.remark("Den Änderungsbescheid erteilt das {authority}.", authority=w.authority())


def _sources(found: _Parts) -> None:
    """Where the money comes from: that of the Land on top, what others add below, and all of it."""
    w, s, rng = found.w, found.w.scenario, found.w.rng
    found.open(rng.choice(("Mittelherkunft", "Finanzierung")))
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in ("Pos.", "Herkunft", "EUR"))]
    split = s.budget in ("by_year", "two_programmes")
    if split:
        count = len(s.shares)
        for part in parts(w, style="cell", table=w.tables, rows=range(1, count + 1)):
            lead = "Land Hessen, Haushaltsjahr " if s.budget == "by_year" else "Land Hessen, "
            rows.append((plain(f"1.{part.index + 1}"), (Run(lead), *part.label), (part.amount,)))
    granted = total(
        w, row=len(rows), bold=True, year=None if s.budget == "by_year" else s.clause_year, **entry
    )
    rows.append(
        (plain("1", True), plain("Land Hessen zusammen" if split else "Land Hessen", True), (granted,))
    )
    own = Decimal(int(s.total) // 600 * 100 + 2_750).quantize(Decimal("0.01"))
    third = Decimal(int(s.total) // 1_100 * 100 + 480).quantize(Decimal("0.01"))
    for number, (label, value) in enumerate(
        (("Eigenmittel", own), (rng.choice(("Jobcenter, Agentur für Arbeit", "Spenden, Stiftungen")), third)),
        start=2,
    ):
        run, _ = w.amount(value, "other", row=len(rows), label=label, **entry)
        rows.append((plain(str(number)), plain(label), (run,)))
    whole, _ = w.amount(s.total + own + third, "other", row=len(rows), label="Gesamtfinanzierung", **entry)
    rows.append(((), plain("Gesamtfinanzierung"), (whole,)))
    w.add(Table(tuple(rows), (0.5, 3.6, 1.4), ("left", "left", "right"), "grid", padding=2.5, together=True))
    found.notes = 0
    amount, words = total_in_words(w, year=None if s.budget == "by_year" else s.clause_year)
    spelled: Text = (Run(" (in Worten: "), words, Run(")")) if words else ()
    if s.budget == "by_year":
        found.remark(
            "Pos. 1 ist mit {total} gedeckelt; die Jahresscheiben sind untereinander nicht übertragbar.",
            total=amount,
        )
    else:
        found.remark(
            "Pos. 1 ist im Haushaltsjahr {clause_year} mit {total}{words} gedeckelt. Fallen Pos. 2 oder 3 "
            "höher aus, mindert das den Anteil des Landes.",
            total=amount,
            words=spelled,
        )


def _uses(found: _Parts) -> None:
    """What it is spent on: a cost centre for each project below its measure; sums where there are any."""
    w, s, rng = found.w, found.w.scenario, found.w.rng
    found.open(rng.choice(("Mittelverwendung", "Verwendung")))
    paid = s.budget in ("by_project", "by_measure")
    if paid:
        w.tables += 1
    sums: list[Part] = []
    if s.budget == "by_measure":
        rows_of: list[int] = []
        row = 1
        for measure in s.measures:
            rows_of.append(row)
            row += 1 + len(measure.projects)
        sums = parts(w, style="cell", table=w.tables, rows=rows_of)
    heads = (
        "Kostenstelle",
        "Maßnahmenart / Projekt",
        "Durchführung",
        *(("Landesmittel EUR",) if paid else ()),
    )
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        line = len(rows)
        cells: list[tuple[Text, ...]] = []
        head_money: Text = (sums[number].amount,) if sums else ()
        if s.budget == "by_project" and len(names) > 1:
            head_money = (subtotal(w, measure, style="cell", table=w.tables, row=line),)
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            money: Text = ()
            if s.budget == "by_project":
                money = (project_sum(w, measure, project, style="cell", table=w.tables, row=line + index),)
            centre = f"{_base(s)}{measure.number}.{index:02d}"
            cell = (plain(centre), (name,), plain(_how(s, project)), money)
            cells.append(cell if paid else cell[:3])
        first = (plain(str(measure.number), True), (title,), (), head_money)
        rows += [first if paid else first[:3], *cells]
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Summe", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    shares = (1.1, 3.4, 1.5, 1.5)
    w.add(
        Table(
            tuple(rows),
            shares if paid else shares[:3],
            aligns if paid else aligns[:3],
            "grid" if s.ruled == "grid" else "rows",
            padding=2.5,
        )
    )


def _base(s: Scenario) -> str:
    return f"31{s.deadline.month}{int(s.total) % 7}"


def _how(s: Scenario, project: Project) -> str:
    return random.Random(f"{s.deadline}/{project.name}").choice(CARRIERS)


def _payments(found: _Parts) -> None:
    """When the sum is paid, in two or three instalments that make it up."""
    w, s, rng = found.w, found.w.scenario, found.w.rng
    found.open("Zahlungsplan")
    found.notes = 0
    quotas = rng.choice(((50, 50), (40, 40, 20), (60, 40)))
    signed = max((one.day for one in s.signers if one.day), default=date(s.year, 6, 1))
    due = [(signed.year * 12 + signed.month + step) for step in (0, 2, 4)]
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    heads = ("Rate", "fällig am", "v. H.", "EUR")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    left = s.total
    for number, (quota, month) in enumerate(zip(quotas, due, strict=False), start=1):
        value = (s.total * quota / 100).quantize(Decimal("0.01"))
        value = left if number == len(quotas) else value
        left -= value
        day = date(month // 12, month % 12 + 1, rng.choice((1, 15)))
        run, _ = w.amount(value, "other", row=number, **entry)
        rows.append(
            (
                plain(str(number)),
                (w.date(day, "deadline", f"{day:%d.%m.%Y}"),),
                plain(str(quota)),
                (run,),
            )
        )
    run = total(w, bold=True, row=len(rows), **entry)
    rows.append((plain("Summe"), (), plain("100"), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    w.add(Table(tuple(rows), (0.8, 1.4, 0.7, 1.6), aligns, "rows", padding=2.5, together=True))


def _audit(found: _Parts) -> None:
    w, s, rng = found.w, found.w.scenario, found.w.rng
    found.open(rng.choice(("Nachweis und Prüfung", "Rechnungslegung")))
    found.notes = 0
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    found.remark(
        "Abrechnungszeitraum ist die Zeit vom {start} bis {end}. Aufwendungen werden periodengerecht "
        "erfasst.",
        start=w.date(start, "period_start", f"{start:%d.%m.%Y}"),
        end=w.date(end, "period_end", f"{end:%d.%m.%Y}"),
    )
    found.remark(
        "Der zahlenmäßige Nachweis ist, mit einem Vermerk der Revision versehen, bis {deadline} beim "
        "{authority} einzureichen.",
        deadline=w.date(s.deadline, "deadline", long_date(s.deadline)),
        authority=w.authority(),
    )
    if rng.random() < 0.7:
        small, _ = w.amount(Decimal(rng.choice((500, 1_000, 2_000))).quantize(Decimal("0.01")), "other")
        found.remark("Rückforderungen unter {small} werden nicht geltend gemacht.", small=small)
    if s.reference:
        found.remark(
            "Die Ansätze beruhen auf der Kalkulation vom {day}.",
            day=w.date(s.reference, "reference", f"{s.reference:%d.%m.%Y}"),
        )
    for text in aside_texts(w, OWN_ASIDES):
        found.remark("{text}", text=text)


def _sign(found: _Parts) -> None:
    """A table to sign in: for whom, who, where and when, and an empty cell for the hand."""
    w, s = found.w, found.w.scenario
    found.open("Anordnung und Unterschriften")
    heads = ("für", "Name, Amt", "Ort, Datum", "Unterschrift")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    rows += [_row(enter(w, signer), s.signing) for signer in s.signers]
    aligns: tuple[Align, ...] = ("left", "left", "left", "left")
    w.add(
        Table(tuple(rows), (2.0, 1.9, 1.5, 1.6), aligns, "grid", row_height=34.0, padding=4.0, together=True)
    )


def _row(one: Signature, form: str) -> tuple[Text, ...]:
    party = one.signer.organisation
    whose: Text = (one.bare_organisation,)
    if form == "organ" and party.gender != "n":
        body = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        whose = (one.bare_organisation, Run(f" ({body})"))
    named: Text = ()
    if one.name and one.function:
        deputy = plain("i. V. ") if one.signer.deputising else ()
        named = (*deputy, one.name, Run(", "), one.function)
    return (whose, named, (one.place, Run(","), NEW_LINE, one.date), ())
