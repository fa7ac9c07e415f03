"""Signed on the first sheet; behind it "Teil A" and so on, keywords at the left, small tables."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from samples.blocks import (
    Align,
    Gap,
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
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import parts, project_sum, replaced, subtotal, total_in_words, years_across
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Kinderbetreuungskosten werden mit monatlich {cap} je Kind bezuschusst.",
    "Erwartet werden {persons} Beratungen und {young} Vermittlungen pro Quartal.",
    "Das Servicebüro hilft bei Störungen des Portals: {phone}.",
    "Die Ausgaben aller Partner summierten sich zuletzt auf {past}.",
    "Mindestens {rate} Prozent der Plätze sind Frauen vorbehalten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} inklusiv",
    "Bewerbungsbüro {name}",
    "{name} – Pflegehelfer",
    "{name} (mobil)",
    "Lerntandem {name}",
)
CARRIERS = (
    "Kreisvolkshochschule",
    "Jugendberufshilfe Musterau",
    "Berufliche Schulen Probestadt",
    "Zentrum für Integration",
    "Fortbildungsakademie Beispieltal",
)

_LEFT: Align = "left"
_RIGHT: Align = "right"


class _Sheets:
    """ "Teil A – Heading"; below it a keyword at the left and what holds for it at the right."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w)

    def open(self, title: str) -> None:
        number = self.w.next_section()
        text = (Run("Teil ", bold=True), number, Run(" – ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", scale=1.25, before=14, after=6, with_next=True))

    def line(self, keyword: str, sentence: str, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(
            Paragraph(text, "left", after=5, indent=120, hang=120, marker=plain(keyword, True)),
        )


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng, numbering="A")
    _front(w)
    sheets = _Sheets(w)
    if s.amendment:
        _amend(sheets)
    else:
        _projects(sheets)
        _money(sheets)
        _terms(sheets)
        _rest(sheets)
    return w, Sheet(
        family=rng.choice(("open-sans", "source-sans", "helvetica")),
        size=rng.choice((10.2, 10.8)),
        leading=rng.choice((1.32, 1.42)),
        header=rng.choice((None, "Vertragsmappe Arbeitsmarktförderung")),
        header_align="right",
        footer=rng.choice(("S. {page}", "Seite {page} von {pages}")),
        footer_align="center",
        left=66,
        right=62,
    )


def _front(w: Writer) -> None:
    """The first sheet: title, the sides, what they agree upon, and at once the hands."""
    s = w.scenario
    programmes = [(w.programme(index),) for index in range(len(s.programmes))]
    w.add(
        Paragraph((*enumerated(programmes, " + "), Run(" · "), w.year()), "left", scale=1.05, after=2),
        Paragraph((w.kind(),), "left", scale=2.1, after=16),
    )
    count = len(s.parties)
    for index in range(count):
        keyword = "Land" if index == 0 else "Kommune" if count == 2 else f"Kommune {index}"
        text = (replace(w.bare_party(index), bold=True), *represented(w, index))
        w.add(Paragraph(text, "left", after=5, indent=120, hang=120, marker=plain(keyword)))
    scope = "den nachfolgenden Teil A" if s.amendment else "die nachfolgenden Teile A bis D"
    w.add(
        Paragraph(
            plain(f"Die Unterzeichnenden setzen {scope} in Geltung. Weitere Anlagen gibt es nicht."),
            "left",
            before=12,
            after=4,
        )
    )
    columns = [_box(w, enter(w, signer)) for signer in s.signers]
    boxed = s.signing != "plain"
    if s.signature_form == "stacked":
        w.add(*[SignatureColumns((column,), before=12.0, boxed=boxed) for column in columns])
    else:
        for start in range(0, len(columns), 2):
            row = columns[start : start + 2]
            filled = (*row, *[()] * (2 - len(row)))
            w.add(
                SignatureColumns(filled if not boxed else tuple(row), before=16.0, gutter=28.0, boxed=boxed)
            )
    w.add(NewPage())


def _box(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    """Office and name above the hand, place and day below it."""
    form = w.scenario.signing
    party = one.signer.organisation
    lines: list[SignLine] = []
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        body = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        lines.append(SignLine((Run(f"{body} {article} "), name)))
    else:
        lines.append(SignLine((one.bare_organisation,)))
    if one.name and one.function:
        deputy = plain("In Vertretung: ") if one.signer.deputising else ()
        if form == "brackets":
            lines.append(SignLine((*deputy, one.function, Run(" ("), one.name, Run(")"))))
        else:
            lines += [SignLine((*deputy, one.function)), SignLine((one.name,))]
    lines.append(SignLine((), "rule", pen=one.name is not None, height=40.0))
    lines.append(SignLine((one.place, Run(" · " if form == "captions" else ", am "), one.date)))
    if form == "captions":
        lines.append(SignLine(plain("Ort · Tag der Unterschrift")))
    return tuple(lines)


def _amend(sheets: _Sheets) -> None:
    w, s = sheets.w, sheets.w.scenario
    sheets.open("Änderung des Budgets")
    sheets.line("Geändert wird", "die Zielvereinbarung vom {day}, dort der Teil B", day=amended(w))
    asked = (s.amended_day or s.deadline) + timedelta(days=14)
    sheets.line(
        "Auf Antrag", "{takes_gen} vom {asked}", asked=w.date(asked, "reference", full_figures(asked))
    )
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        sheets.line("Alter Betrag", "{old} (für {clause_year})", old=old)
        sheets.line("Neuer Betrag", "{new} (für {clause_year})", new=new)
    else:
        sheets.line(
            f"Budget {s.clause_year}",
            "{new} anstelle von {old}",
            old=old,
            new=new,
        )
    sheets.line("Vollzug", "durch das {authority}", authority=w.authority())


def _projects(sheets: _Sheets) -> None:
    """For each kind a small table under its title: project, who runs it, from when to when, its money."""
    w, s = sheets.w, sheets.w.scenario
    sheets.open(w.rng.choice(("Projektblätter", "Die Projekte im Einzelnen")))
    dated = w.rng.random() < 0.6
    for number, measure in enumerate(s.measures):
        _sheet(w, number, measure, dated)


def _sheet(w: Writer, number: int, measure: Measure, dated: bool) -> None:
    s = w.scenario
    title, names = w.measure(number)
    money = s.budget == "by_project"
    w.tables += 1
    across: Text = (Run(f"Maßnahmenart {measure.number} | ", bold=True), replace(title, bold=True))
    head = ["Projekt", "Durchführung"] + (["Zeitraum"] if dated else []) + (["Budget"] if money else [])
    w.add(Paragraph(across, "left", before=6, after=2, with_next=True))
    rows: list[tuple[Text, ...]] = [tuple(plain(one) for one in head)]
    for name, project in zip(names, measure.projects, strict=True):
        row: list[Text] = [(name,), plain(random.Random(project.name + str(s.deadline)).choice(CARRIERS))]
        if dated:
            row.append(_span(w, project))
        if money:
            place = {"table": w.tables, "row": len(rows)}
            row.append((project_sum(w, measure, project, style="sign", **place),))
        rows.append(tuple(row))
    if money and len(names) > 1:
        run = subtotal(w, measure, style="sign", table=w.tables, row=len(rows))
        rows.append((plain(f"Maßnahmenart {measure.number} gesamt"), *[()] * (len(head) - 2), (run,)))
    shares = (2.3, 1.9, *((1.7,) if dated else ()), *((1.3,) if money else ()))
    aligns: tuple[Align, ...] = (*[_LEFT] * (len(head) - 1), _RIGHT if money else _LEFT)
    w.add(Table(tuple(rows), shares, aligns, s.ruled, padding=2.8, before=1))


def _span(w: Writer, project: Project) -> Text:
    """From when to when a project runs, within the year of the agreement."""
    s = w.scenario
    dice = random.Random(f"{project.name}/{s.year}")
    first = date(s.year, dice.choice((1, 2, 3, 8, 9)), 1)
    last = date(s.year, 12, 31) if dice.random() < 0.6 or first.month > 7 else date(s.year, 10, 31)
    start = w.date(first, "period_start", full_figures(first))
    return (start, Run(" – "), w.date(last, "period_end", full_figures(last)))


def _money(sheets: _Sheets) -> None:
    w, s, rng = sheets.w, sheets.w.scenario, sheets.w.rng
    sheets.open("Budget")
    years = s.budget == "by_year"
    if years and s.listing == "table":
        w.add(
            Paragraph(
                plain("Verteilung auf Haushaltsjahre, alle Beträge in Euro"), "left", with_next=True, after=2
            ),
            years_across(w, "Jahr", "Rate", "gesamt", sum_first=True),
        )
    else:
        amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
        sheets.line(
            "Gesamtbudget" if s.budget in ("by_measure", "by_project", "two_programmes") else "Budget",
            "{total}{words}{span}",
            total=amount,
            words=(Run(" / "), words) if words else "",
            span="" if years else rng.choice((" für {0}", " im Jahr {0}")).format(s.clause_year),
        )
        if s.budget in ("by_measure", "by_year", "two_programmes"):
            for part in parts(w):
                lead = "davon" if part.index == 0 else ""
                sheets.line(lead, "{sum} – {label}", sum=part.amount, label=part.label)
    sheets.line("Art der Förderung", "Anteilfinanzierung, nicht rückzahlbar")
    for text in aside_texts(w, OWN_ASIDES):
        sheets.line("Hinweis", "{text}", text=text)
    cost = Decimal(rng.choice((640, 780, 915))).quantize(Decimal("0.01"))
    sheets.line(
        "Platzpauschale",
        "{cost} je Monat und besetztem Platz, soweit keine Einzelabrechnung erfolgt",
        cost=w.amount(cost, "other")[0],
    )


def _terms(sheets: _Sheets) -> None:
    w, s, rng = sheets.w, sheets.w.scenario, sheets.w.rng
    sheets.open(rng.choice(("Fristen", "Kalender")))
    write = rng.choice((full_figures, long_date))
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    sheets.line(
        "Förderjahr",
        "{start} bis {end}",
        start=w.date(start, "period_start", write(start)),
        end=w.date(end, "period_end", write(end)),
    )
    report, call = date(s.year, 11, 25), date(s.year, 12, 14)
    sheets.line("Kurzbericht", "fällig am {day}", day=w.date(report, "deadline", write(report)))
    sheets.line("Letzter Abruf", "spätestens {day}", day=w.date(call, "deadline", write(call)))
    sheets.line(
        "Schlussabrechnung",
        "bis {day} an das {authority}",
        day=w.date(s.deadline, "deadline", write(s.deadline)),
        authority=w.authority(),
    )


def _rest(sheets: _Sheets) -> None:
    w, s = sheets.w, sheets.w.scenario
    sheets.open("Allgemeines")
    if s.reference:
        sheets.line(
            "Zugrunde liegt",
            "das Regionalkonzept in der Fassung vom {day}",
            day=w.date(s.reference, "reference"),
        )
    decree = date(s.year - 1, 12, 4)
    sheets.line(
        "Regelwerk",
        "Förderaufruf vom {day} mit allen Nebenbestimmungen",
        day=w.date(decree, "reference", full_figures(decree)),
    )
    sheets.line(
        "Zusammenarbeit",
        "{Takes} {names} eine feste Ansprechperson und {invites} {gives_acc} zu Beiratssitzungen ein.",
        names=verb(w, "benennt", "benennen"),
        invites=verb(w, "lädt", "laden"),
    )
    sheets.line("Publizität", "Auf Plakaten und im Netz ist das Landeswappen zu zeigen.")
    w.add(Gap(2))
