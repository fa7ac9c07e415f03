"""Held back for the test split; closed to everybody who works on the reader."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from samples.blocks import NEW_LINE, Align, Footnote, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Project, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.legal import aside
from samples.wordings.money import parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer

OWN_ASIDES = (
    "Abschreibungen bleiben außer Ansatz, wenn der Anschaffungswert unter {cap} liegt.",
    "Der Herleitung liegen {persons} Plätze zugrunde, von denen {young} erst im Herbst belegt werden.",
    "Rechnerische Unstimmigkeiten sind der Finanzbuchhaltung (Telefon {phone}) anzuzeigen.",
    "Die geprüften Ausgaben aller Budgetnehmer lagen zuletzt bei {past}.",
    "Die Fehlerquote der Belegprüfung darf {rate} Prozent nicht überschreiten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} TZ-Variante",
    "Förderlehrgang {name}",
    "{name} [Stufe 2]",
    "Begleitagentur {name}",
    "{name} Nord/Süd",
)
CARRIERS = (
    "Berufsbildungswerk",
    "Bildungsträger Exempel GmbH",
    "eigene Kräfte",
    "Caritas",
    "Regionalverbund Arbeit e. V.",
    "Kolping Musterau",
)
_CENT = Decimal("0.01")


class _Marks:
    """ "1 | Heading" in bold; below it paragraphs lettered within each part, tables between them."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.count = 0
        self.words = roles(w, by_short_name=False)

    def open(self, title: str) -> None:
        self.count = 0
        text = (self.w.next_section(), Run(" | ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", scale=1.06, before=12, after=4, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        marker = plain(f"({'abcdefghijk'[self.count]})")
        self.count += 1
        self.w.add(Paragraph(text, "left", after=4, indent=24, hang=24, marker=marker, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, full_figures)
    w = Writer(s, rng)
    marks = _Marks(w)
    _opening(marks)
    if s.amendment:
        _amend(marks)
    else:
        marks.open(rng.choice(("Herleitung der Zuwendung", "Berechnung")))
        _derived(marks)
        if s.budget in ("by_measure", "by_year", "two_programmes"):
            marks.open(rng.choice(("Gliederung", "Aufteilung des Betrags")))
            _split(marks)
        marks.open(rng.choice(("Projektverzeichnis", "Projekte")))
        _projects(marks)
        marks.open("Termine")
        _days(marks)
        marks.open("Prüfung")
        _audit(marks)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("source-sans", "helvetica", "helvetica-narrow")),
        size=rng.choice((10.2, 10.6)),
        leading=rng.choice((1.28, 1.38)),
        header=rng.choice(("Fachbereich Finanzen / Prüfexemplar", "Finanzverwaltung")),
        header_align="right",
        header_on_first=True,
        footer=rng.choice(("Blatt {page}", "{page} von {pages}")),
        footer_align="left",
        left=66,
        right=62,
        top=72,
        bottom=66,
    )


def _opening(marks: _Marks) -> None:
    """Title, number and year on one line; the first part lists the sides in brackets (i), (ii)."""
    w, s, rng = marks.w, marks.w.scenario, marks.w.rng
    number = rng.randint(3, 48)
    w.add(
        Paragraph(
            (w.kind(), Run(f" Nr. {number} / ", bold=True), w.year(bold=True)), "left", scale=1.5, after=2
        ),
        Paragraph(
            enumerated([(w.programme(index),) for index in range(len(s.programmes))]),
            "left",
            scale=1.05,
            after=6,
        ),
    )
    marks.open("Vertragschließende")
    last = len(s.parties) - 1
    for index in range(last + 1):
        acting = represented(w, index)
        role = "als Budgetgeber" if index == 0 else "als Budgetnehmer"
        name = w.bare_party(index)
        end = "; und" if index == last - 1 else ";" if index < last else "."
        text = (replace(name, bold=True), *acting, Run(f", {role}{end}"))
        marker = plain(f"({('i', 'ii', 'iii', 'iv', 'v')[index]})")
        w.add(Paragraph(text, "left", after=3, indent=24, hang=24, marker=marker))


def _amend(marks: _Marks) -> None:
    """Old, change and new one below the other, as they are added up."""
    w, s, rng = marks.w, marks.w.scenario, marks.w.rng
    marks.open(rng.choice(("Fortschreibung der Zuwendung", "Geänderte Berechnung")))
    if rng.random() < 0.5:
        marks.say("Geändert wird die Zielvereinbarung vom {day}:", with_next=True, day=amended(w))
        old, new = replaced(w)
        more, _ = w.amount(s.total - (s.replaced or Decimal(0)), "other")
        w.tables += 1
        for row, entry in enumerate(w.gold["amounts"][-3:], start=1):
            entry |= {"table": w.tables, "row": (1, 3, 2)[row - 1]}
        year = str(s.clause_year)
        rows: tuple[tuple[Text, ...], ...] = (
            ((), plain(f"Zuwendung {year} bisher"), (old,)),
            (plain("+"), plain("Erhöhung"), (more,)),
            (plain("="), plain(f"Zuwendung {year} neu", True), (replace(new, bold=True),)),
        )
        w.add(Table(rows, (0.4, 3.2, 1.6), ("center", "left", "right"), s.ruled, padding=3.0, together=True))
    else:
        old, new = replaced(w)
        marks.say(
            "Die mit Zielvereinbarung vom {day} festgestellte Zuwendung {clause_year} ({old}) wird auf {new} "
            "heraufgesetzt.",
            day=amended(w),
            old=old,
            new=new,
        )
    marks.open("Bestehende Regelungen")
    marks.say("Termine, Projekte und Prüfrechte werden hiervon nicht berührt.")
    marks.say(
        "Den Bescheid berichtigt das {authority} binnen vier Wochen nach der letzten Unterschrift.",
        authority=w.authority(),
    )


def _round(rng: random.Random, low: int, high: int) -> Decimal:
    return Decimal(rng.randint(low, high) * 100).quantize(_CENT)


def _derived(marks: _Marks) -> None:
    """From what was applied for down to what is granted: line by line, or in sentences."""
    w, s, rng = marks.w, marks.w.scenario, marks.w.rng
    applied = date(s.year, 1, rng.randint(8, 30))
    refused, own, others = _round(rng, 30, 480), _round(rng, 150, 1_900), _round(rng, 60, 900)
    asked = s.total + refused + own + others
    years = s.budget == "by_year"
    if s.listing == "list":
        sums = [w.amount(value, "other")[0] for value in (asked, refused, own, others)]
        amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
        marks.say(
            "Mit Antrag vom {day} wurden Ausgaben von {asked} angemeldet; {refused} davon sind nicht "
            "zuwendungsfähig. {own} {carries} {takes} selbst, {others} kommen von Dritten.",
            day=w.date(applied, "reference", f"{applied:%d.%m.%Y}"),
            asked=sums[0],
            refused=sums[1],
            own=sums[2],
            others=sums[3],
            carries=verb(w, "trägt", "tragen"),
        )
        marks.say(
            "Es verbleibt als Zuwendung für die Haushaltsjahre {first} bis {last} ein Betrag von {total}."
            if years
            else "Es verbleibt als Zuwendung für {clause_year} ein Betrag von {total}{words}.",
            first=str(s.clause_year),
            last=str(s.clause_year + len(s.shares) - 1),
            total=amount,
            words=(Run(", in Worten: "), words) if words else "",
        )
    else:
        marks.say("Die Zuwendung ergibt sich wie folgt:", with_next=True)
        w.tables += 1
        entry: dict[str, Any] = {"style": "cell", "table": w.tables}
        day = w.date(applied, "reference", f"{applied:%d.%m.%Y}")
        lines: list[tuple[str, Text, Decimal]] = [
            ("", (Run("Angemeldete Ausgaben (Antrag vom "), day, Run(")")), asked),
            ("./.", plain("nicht zuwendungsfähige Ausgaben"), refused),
            ("./.", plain("Eigenmittel " + marks.words["takes_gen"]), own),
            ("./.", plain("Mittel Dritter"), others),
        ]
        rows: list[tuple[Text, ...]] = [(plain("", True), plain("Rechenschritt", True), plain("EUR", True))]
        for sign, what, value in lines:
            run, _ = w.amount(value, "other", row=len(rows), **entry)
            rows.append((plain(sign) if sign else (), what, (run,)))
        whole = total(w, bold=True, row=len(rows), year=None if years else s.clause_year, **entry)
        named = "Zuwendung insgesamt" if years else f"Zuwendung {s.clause_year}"
        rows.append((plain("="), plain(named, True), (whole,)))
        aligns: tuple[Align, ...] = ("center", "left", "right")
        w.add(Table(tuple(rows), (0.5, 4.0, 1.5), aligns, s.ruled, padding=3.0, together=True))
        if s.words_value is not None:
            amount, words = total_in_words(w)
            marks.say("In Zahlen und Worten: {total} ({words}).", total=amount, words=words or "")
    if rng.random() < 0.5:
        past, _ = w.amount(s.total - _round(rng, -600, 900), "other", year=s.year - 1)
        note = w.fill("Vorjahr ({last}): {past}, vollständig abgerufen.", last=str(s.year - 1), past=past)
        w.add(Footnote(note))


def _percent(value: Decimal, whole: Decimal) -> str:
    return f"{(value * 100 / whole).quantize(Decimal('0.1'), ROUND_HALF_UP)} %".replace(".", ",")


def _split(marks: _Marks) -> None:
    """Each part with its share in per cent: in a table, or one after the other."""
    w, s = marks.w, marks.w.scenario
    values = [m.amount or Decimal(0) for m in s.measures] if s.budget == "by_measure" else list(s.shares)
    whole = sum(values, Decimal("0.00"))
    if s.listing == "list":
        marks.say("Der Betrag gliedert sich in", with_next=True)
        for part, value in zip(parts(w), values, strict=True):
            lead = "Haushaltsjahr " if s.budget == "by_year" else ""
            text = (Run(lead), *part.label, Run(": "), part.amount, Run(f" ({_percent(value, whole)})"))
            w.add(Paragraph(text, "left", after=1.5, indent=40, hang=16, marker=plain("•")))
        w.add(Gap(4))
        return
    w.tables += 1
    heads = {
        "by_year": ("Haushaltsjahr", "Anteil", "Kassenmittel EUR"),
        "by_measure": ("Maßnahmenart", "Anteil", "EUR"),
        "two_programmes": ("Programm", "Anteil", "EUR"),
    }[s.budget]
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    found = parts(w, style="cell", table=w.tables, rows=range(1, len(values) + 1))
    for part, value in zip(found, values, strict=True):
        rows.append((part.label, plain(_percent(value, whole)), (part.amount,)))
    year = None if s.budget == "by_year" else s.clause_year
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows), year=year)
    rows.append((plain("Zuwendung", True), plain("100,0 %"), (run,)))
    w.add(
        Table(tuple(rows), (3.2, 0.9, 1.6), ("left", "right", "right"), s.ruled, padding=3.0, together=True)
    )


def _projects(marks: _Marks) -> None:
    """One flat table with a column for the key of the measure; what the keys mean stands below it."""
    w, s = marks.w, marks.w.scenario
    paid = s.budget == "by_project"
    if paid:
        w.tables += 1
    heads = (
        ("Kz.", "Projekt", "Plätze", "je Platz EUR", "Zuwendung EUR")
        if paid
        else ("Kz.", "Projekt", "Träger", "Plätze", "Kostenträger")
    )
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    titles: list[Text] = []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        titles.append((Run(f"{measure.number} = "), title))
        for name, project in zip(names, measure.projects, strict=True):
            carrier, places, account = _facts(s, project)
            cells: tuple[Text, ...] = (plain(str(measure.number)), (name,))
            if paid:
                entry: dict[str, Any] = {"style": "cell", "table": w.tables, "row": len(rows)}
                rate = ((project.amount or Decimal(0)) / places).quantize(_CENT, ROUND_HALF_UP)
                each, _ = w.amount(rate, "other", **entry)
                run = project_sum(w, measure, project, **entry)
                rows.append((*cells, plain(str(places)), (each,), (run,)))
            else:
                rows.append((*cells, plain(carrier), plain(str(places)), plain(account)))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Summe", True), (), (), (run,)))
    aligns: tuple[Align, ...] = (
        ("center", "left", "right", "right", "right")
        if paid
        else ("center", "left", "left", "right", "right")
    )
    shares = (0.5, 3.0, 0.8, 1.3, 1.5) if paid else (0.5, 2.7, 2.0, 0.8, 1.3)
    w.add(Table(tuple(rows), shares, aligns, s.ruled, padding=2.5, after=4.0))
    w.add(Paragraph(plain("Kz. = Kennzahl der Maßnahmenart:"), "left", scale=0.88, after=1, with_next=True))
    for index, legend in enumerate(titles, start=1):
        w.add(Paragraph(legend, "left", scale=0.88, after=1, indent=12, with_next=index < len(titles)))
    w.add(Gap(5))


def _facts(s: Scenario, project: Project) -> tuple[str, int, str]:
    dice = random.Random(f"{s.deadline}/{project.name}")
    return dice.choice(CARRIERS), dice.randint(4, 30), f"{dice.randint(310, 319)}.{dice.randint(1000, 9999)}"


def _days(marks: _Marks) -> None:
    """What is due in the first column, the day in the last; or in sentences."""
    w, s, rng = marks.w, marks.w.scenario, marks.w.rng
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    signed = max((one.day for one in s.signers if one.day), default=start)
    call = next((day for day in (date(s.year, 9, 30), date(s.year, 11, 25)) if day > signed), end)
    closing = date(s.year + 1, 1, rng.choice((15, 20)))

    def day(value: date, role: str) -> Run:
        return w.date(value, role, f"{value:%d.%m.%Y}")

    if s.listing == "table":
        lines: Sequence[tuple[str, Text, Run]] = (
            ("Beginn des Bewilligungszeitraums", (), day(start, "period_start")),
            ("Abruf der ersten Hälfte", (w.authority(),), day(call, "deadline")),
            ("Ende des Bewilligungszeitraums", (), day(end, "period_end")),
            (
                "Kassenschluss",
                plain("Kreiskasse" if s.recipients[0].gender == "m" else "Stadtkasse"),
                day(closing, "other"),
            ),
            ("Verwendungsnachweis", plain("Bewilligungsbehörde"), day(s.deadline, "deadline")),
        )
        rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in ("Was", "Wo", "Wann"))]
        rows += [(plain(what), where, (when,)) for what, where, when in lines]
        aligns: tuple[Align, ...] = ("left", "left", "left")
        w.add(Table(tuple(rows), (2.6, 2.4, 1.1), aligns, s.ruled, padding=2.5, together=True))
        return
    marks.say(
        "Bewilligungszeitraum: {start} bis {end}.",
        start=day(start, "period_start"),
        end=day(end, "period_end"),
    )
    marks.say(
        "Beim {authority} ist die erste Hälfte der Mittel bis {call} abzurufen und die Verwendung bis "
        "{deadline} nachzuweisen.",
        authority=w.authority(),
        call=day(call, "deadline"),
        deadline=day(s.deadline, "deadline"),
    )


def _audit(marks: _Marks) -> None:
    w, s, rng = marks.w, marks.w.scenario, marks.w.rng
    office = "Revisionsamt" if rng.random() < 0.5 else "Rechnungsprüfungsamt"
    marks.say(
        f"Das {office} bestätigt die Ausgaben durch einen Prüfvermerk. Belege über weniger als {{limit}} "
        "werden in Stichproben geprüft.",
        limit=aside(w, 100, 250, 410),
    )
    if s.reference:
        marks.say(
            "Beanstandungen aus dem Prüfbericht vom {day} sind ausgeräumt.",
            day=w.date(s.reference, "reference", f"{s.reference:%d.%m.%Y}"),
        )
    for text in aside_texts(w, OWN_ASIDES):
        marks.say("{text}", text=text)
    marks.say(
        "Überzahlungen sind ohne Aufforderung zurückzuerstatten und vom Tag des Eingangs an zu verzinsen."
    )


def _sign(w: Writer) -> None:
    """A grid with a row for each hand: day over place, whom for, name over office, and the room to sign."""
    s = w.scenario
    rows: list[tuple[Text, ...]] = [
        tuple(plain(head, True) for head in ("Tag und Ort", "gezeichnet für", "Name und Amt", "Unterschrift"))
    ]
    for signer in s.signers:
        rows.append(_row(enter(w, signer), s.signing))
    w.add(
        Gap(14),
        Table(
            tuple(rows),
            (1.35, 2.0, 1.9, 1.4),
            ("left", "left", "left", "left"),
            "rows" if s.ruled == "rows" else "grid",
            row_height=46.0,
            padding=5.0,
            together=True,
        ),
    )


def _row(one: Signature, form: str) -> tuple[Text, ...]:
    party = one.signer.organisation
    whose: Text = (one.bare_organisation,)
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        body = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        whose = (Run(f"{body} {article} "), name)
    named: Text = ()
    if one.name and one.function:
        deputy = plain("i. V. ") if one.signer.deputising else ()
        bracketed: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        named = (*deputy, *bracketed, NEW_LINE, one.function)
    return ((one.date, NEW_LINE, one.place), whose, named, ())
