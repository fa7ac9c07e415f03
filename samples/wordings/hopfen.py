"""A treasurer's paper: "Tz. 1", a plan whose last line is the grant, projects by code, framed signatures."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from samples.blocks import Align, Divider, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import parts, project_money, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Gegenstände über {cap} netto sind in das Bestandsverzeichnis aufzunehmen.",
    "Bezugsgröße der Kennzahlen sind {persons} Teilnahmefälle bei {young} Vorhabenträgern.",
    "Buchungsanfragen nimmt die Kämmerei entgegen (Telefon {phone}).",
    "Das Vorhabenvolumen der letzten beiden Jahre erreichte {past}.",
    "Gemeinkosten sind mit {rate} v. H. der direkten Personalkosten angesetzt.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "Maßnahmepaket {name}",
    "{name}, Fortsetzung",
    "{name} (Pilot)",
    "{name} – Jahrgang 2",
)
CONTROL = (
    "Über Einnahmen und Ausgaben ist ein eigener Abrechnungskreis zu führen; Belege sind zehn Jahre "
    "aufzubewahren.",
    "Das Rechnungsprüfungsamt bestätigt die Richtigkeit der Angaben im zahlenmäßigen Nachweis.",
    "Abweichungen von einer Zeile des Plans um mehr als ein Fünftel bedürfen der vorherigen Zustimmung.",
    "Rückflüsse und Erstattungen Dritter mindern die anrechenbaren Ausgaben.",
)
SPENDING = ("Personalausgaben", "Honorare und Fremdleistungen", "Mieten und Sachausgaben")


@dataclass
class _Plan:
    """The rows of a plan; each has a number of two figures, which sentences refer to."""

    w: Writer
    rows: list[tuple[Text, ...]] = field(default_factory=list)
    count: int = 0

    def head(self, *titles: str) -> None:
        self.rows.append(tuple(plain(title, True) for title in titles))

    @property
    def next(self) -> int:
        """The row of the table that comes next."""
        return len(self.rows)

    def line(self, label: Text, money: Run | None, sign: str = "") -> str:
        self.count += 1
        number = f"{self.count:02d}"
        self.rows.append((plain(number), (Run(sign), *label), (money,) if money else ()))
        return number

    def other(self, label: str, value: Decimal, sign: str = "", bold: bool = False) -> str:
        run, _ = self.w.amount(
            value, "other", style="cell", bold=bold, table=self.w.tables, row=self.next, label=label
        )
        return self.line(plain(label, bold), run, sign)


class _Page:
    """ "Tz. 1" in the margin beside a bold heading; the text is indented below it."""

    indent = 40.0

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w)

    def open(self, title: str) -> None:
        marker = (Run("Tz. ", bold=True), self.w.next_section())
        text = (self.w.heading(title),)
        self.w.add(
            Paragraph(
                text,
                "left",
                before=10,
                after=3,
                indent=self.indent,
                hang=self.indent,
                marker=marker,
                with_next=True,
            )
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **{**self.words, **filled}), with_next)

    def put(self, text: Text, with_next: bool = False) -> None:
        self.w.add(Paragraph(text, "left", after=4, indent=self.indent, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date, short_month)))
    w = Writer(s, rng)
    _top(w)
    page = _Page(w)
    _sides(page)
    if s.amendment:
        _amend(page)
    else:
        _purpose(page)
        _plan(page)
        _projects(page)
        _handling(page)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "source-sans", "open-sans")),
        size=rng.choice((10.0, 10.5)),
        leading=rng.choice((1.3, 1.38)),
        header=f"Kämmerei · Fördermittel {s.year} · Blatt {{page}}/{{pages}}",
        header_align="right",
        header_on_first=rng.random() < 0.5,
        footer=None,
        left=62,
        right=62,
    )


def _top(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    money: list[Run] = []
    for index in range(len(s.programmes)):
        money += [Run(" · ")] if index else []
        money.append(w.programme(index))
    w.add(
        Paragraph((w.kind(),), "left", scale=1.6, after=2),
        Paragraph((*money, Run("  |  Haushaltsjahr "), w.year()), "left", after=2),
        Paragraph(
            plain(f"Produkt 0{rng.randint(310, 599)}.0{rng.randint(1, 9)}")
            if s.file_mark is None
            else plain(f"{s.file_mark}"),
            "left",
            scale=0.9,
            after=2,
        ),
        Divider(1.0, 2.0, 6.0),
    )


def _sides(page: _Page) -> None:
    """Who gives and who gets, each a line with what it is in this paper."""
    w, s = page.w, page.w.scenario
    page.open("Beteiligte")
    for index in range(len(s.parties)):
        short = abbreviation(w) if index == 0 else ()
        lead = "Mittelgeber ist " if index == 0 else "Mittelempfänger ist "
        text = (
            Run(lead),
            *w.party(index, "nominative", mark=True),
            *((Run(" ("), short[1], Run(")")) if short else ()),
            *represented(w, index),
            Run("."),
        )
        page.put(text)


def _amend(page: _Page) -> None:
    w, s = page.w, page.w.scenario
    page.open("Anpassung des Ansatzes")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Der Ansatz für {clause_year} laut Zielvereinbarung vom {day} in Höhe von {old} entfällt. "
                "Neuer "
                "Ansatz: {new}.",
                "Gegenüber der Zielvereinbarung vom {day} ändert sich der Ansatz für {clause_year} von {old} "
                "auf {new}.",
            )
        ),
        day=amended(w),
        old=old,
        new=new,
    )
    more, _ = w.amount(s.total - (s.replaced or Decimal(0)), "other")
    page.say(
        "Der Unterschied von {more} wird überplanmäßig bereitgestellt und ist bis zum {day} abzurufen.",
        more=more,
        day=w.date(date(s.year, 12, 15), "deadline"),
    )
    page.open("Verfahren")
    page.say("Der Änderungsbescheid ergeht durch das {authority}.", authority=w.authority())


def _purpose(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open("Zweckbindung")
    page.say(
        rng.choice(
            (
                "Die Mittel sind ausschließlich für Vorhaben einzusetzen, die benachteiligten Personen eine "
                "Ausbildung, eine Qualifizierung oder eine Beschäftigung ermöglichen.",
                "Eingesetzt werden dürfen die Mittel nur zur beruflichen Eingliederung benachteiligter "
                "Personen.",
            )
        )
    )
    by_law = date(s.year - 1, rng.choice((11, 12)), rng.randint(1, 20))
    page.say(
        "Die Gegenfinanzierung ist in der Haushaltssatzung vom {day} veranschlagt.",
        day=w.date(by_law, "reference"),
    )
    if s.reference:
        page.say(
            "Ausgangspunkt der Planung ist der mit Schreiben vom {day} angemeldete Bedarf.",
            day=w.date(s.reference, "reference"),
        )


def _plan(page: _Page) -> None:
    """Spending, what covers it, and last what the Land gives; its parts follow as "davon"."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Ausgaben- und Finanzierungsplan", "Finanzierungsplan")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    when = "der gesamten Laufzeit" if years else "des Jahres {clause_year}"
    page.say(
        f"Zur Deckung der Ausgaben {when} {{verb}} {{takes}} vom Land {{total}}{{words}} (Zeile {{row}}). "
        "Es handelt sich um eine Fehlbedarfsfinanzierung.",
        with_next=True,
        verb=verb(w, "erhält", "erhalten"),
        total=amount,
        words=(Run(" – "), words, Run(" –")) if words else "",
        row="07",
    )
    w.tables += 1
    plan = _Plan(w)
    plan.head("Zeile", "Bezeichnung", "EUR")
    own = Decimal(rng.randint(30, 400) * 500).quantize(Decimal("0.01"))
    federal = Decimal(rng.randint(20, 500) * 500).quantize(Decimal("0.01"))
    all_in = s.total + own + federal
    first = (all_in * rng.randint(48, 62) / 100).quantize(Decimal("1")).quantize(Decimal("0.01"))
    second = (all_in * rng.randint(12, 24) / 100).quantize(Decimal("1")).quantize(Decimal("0.01"))
    for label, value in zip(SPENDING, (first, second, all_in - first - second), strict=True):
        plan.other(label, value)
    plan.other("Ausgaben gesamt", all_in, bold=True)
    plan.other("Mittel nach SGB II und SGB III", federal, sign="./. ")
    plan.other("Eigenmittel der Kommune", own, sign="./. ")
    run = total(
        w,
        style="cell",
        bold=True,
        table=w.tables,
        row=plan.next,
        year=None if years else s.clause_year,
        label="Zuwendung des Landes",
    )
    plan.line(plain("Zuwendung des Landes", True), run, "= ")
    if s.budget in ("by_measure", "by_year", "two_programmes"):
        count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
        for part in parts(w, style="cell", table=w.tables, rows=range(plan.next, plan.next + count)):
            number = f"MA {part.index + 1} " if s.budget == "by_measure" else ""
            plan.line((Run(number), *part.label), part.amount, "davon ")
    ruled = "rows" if s.ruled == "none" else s.ruled
    aligns: tuple[Align, ...] = ("center", "left", "right")
    w.add(Table(tuple(plan.rows), (0.7, 4.6, 1.6), aligns, ruled, padding=2.2, together=True))


def _projects(page: _Page) -> None:
    """Each project has a code; in a table with the number of its measure, or in lines below the title."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Kostenträger", "Vorhaben und Kostenträger")))
    paid = s.budget == "by_project"
    stem = f"{rng.randint(30, 59)}{rng.randint(10, 99)}"
    page.say("Auf folgende Kostenträger ist zu buchen:", with_next=True)
    if s.listing == "list":
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            head = (Run(f"MA {measure.number}  "), title)
            w.add(Paragraph(head, "left", before=2, after=2, indent=40, with_next=True))
            for count, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
                marker = plain(f"{stem}-{measure.number}{count:02d}")
                text = (name, *project_money(w, measure, project, " / "))
                w.add(Paragraph(text, "left", after=1.5, indent=112, hang=72, marker=marker))
        w.add(Gap(3))
    else:
        w.tables += 1 if paid else 0
        heads = ("Kostenträger", "Bezeichnung", *(("EUR",) if paid else ("Stellenanteil",)))
        rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            rows.append((plain(f"MA {measure.number}", True), (title,), ()))
            for count, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
                cell: Text = plain(f"{rng.randint(0, 2)},{rng.choice((25, 50, 75))}")
                if paid:
                    cell = (project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),)
                rows.append((plain(f"{stem}-{measure.number}{count:02d}"), (name,), cell))
        if paid:
            run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
            rows.append(((), plain("Summe (= Zeile 07)", True), (run,)))
        ruled = "rows" if s.ruled == "none" else s.ruled
        aligns: tuple[Align, ...] = ("left", "left", "right")
        w.add(Table(tuple(rows), (1.4, 4.2, 1.5), aligns, ruled, padding=2.2))
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)


def _handling(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open("Haushaltsabwicklung")
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    page.say(
        "Kassenwirksam sind Ausgaben, die zwischen dem {start} und dem {end} entstehen. Mittel, die nicht "
        "bis zum "
        "{call} beim {authority} angefordert sind, verfallen.",
        start=w.date(start, "period_start"),
        end=w.date(end, "period_end"),
        call=w.date(date(s.year, 12, rng.choice((1, 10, 15))), "deadline"),
        authority=w.authority(),
    )
    quarter, _ = w.amount((s.total / 4).quantize(Decimal("0.01")), "other")
    if s.budget != "by_year" and rng.random() < 0.6:
        page.say("Abschlagszahlungen dürfen im Vierteljahr {quarter} nicht überschreiten.", quarter=quarter)
    page.open("Rechnungslegung")
    page.say(
        "Der Nachweis mit Sachbericht ist bis {deadline} vorzulegen. " + rng.choice(CONTROL),
        deadline=w.date(s.deadline, "deadline", full_figures(s.deadline)),
    )
    page.open("Ausfertigung")
    page.say(
        "Die Zielvereinbarung ist in so vielen Stücken ausgefertigt, wie Beteiligte unterschrieben haben."
    )


def _sign(w: Writer) -> None:
    """A frame for each who signs, with captions before the values."""
    s = w.scenario
    columns = [_frame(w, enter(w, signer)) for signer in s.signers]
    across = 1 if s.signature_form == "stacked" else 2
    w.add(*in_rows(columns, across, then=10.0, gutter=16.0, boxed=True, scale=0.94))


def _frame(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    form = w.scenario.signing
    side = "Mittelgeber" if one.signer.party == 0 else "Mittelempfänger"
    lines = [
        SignLine(plain(side, True)),
        SignLine((one.bare_organisation,)),
        SignLine((), "rule" if form == "captions" else "none", pen=one.name is not None, height=38.0),
    ]
    if one.name and one.function:
        deputy = " (i. V.)" if one.signer.deputising else ""
        lines += [
            SignLine((Run("Name: "), one.name, Run(deputy))),
            SignLine((Run("Amt: "), one.function)),
        ]
    lines.append(SignLine((Run("Tag: "), one.date)))
    lines.append(SignLine((Run("Ort: "), one.place)))
    return tuple(lines)
