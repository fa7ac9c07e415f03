"""A charter from a project office: roles, aims, work packages, milestones, release, each in a table."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import NEW_LINE, Align, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Measure, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import Part, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Sachkosten über {cap} je Einzelfall sind vorab anzuzeigen.",
    "Mengengerüst: {persons} Teilnehmende, Betreuungsschlüssel 1 zu {young}.",
    "Projektbüro: Rückfragen an {phone}.",
    "Vergleichswert aus dem Programmcontrolling: {past}.",
    "Die Projektsteuerung darf {rate} % des Budgets nicht übersteigen.",
)
AIMS = (
    ("Übergang in Ausbildung", "mindestens 40 % der Teilnehmenden"),
    ("Abschluss einer Teilqualifikation", "25 Zertifikate"),
    ("Verbleib im Betrieb nach sechs Monaten", "drei von vier Personen"),
    ("Abbruchquote", "unter 20 %"),
    ("Frauenanteil", "wenigstens die Hälfte"),
)
RISKS = (
    ("Zu wenige Zuweisungen", "mittel", "Vertriebsgespräch mit dem Jobcenter"),
    ("Wechsel beim Personal der Träger", "gering", "Vertretungsregelung im Trägervertrag"),
    ("Später Förderbescheid", "mittel", "Vorfinanzierung durch den Auftragnehmer"),
    ("Fehlende Betriebe für Praktika", "hoch", "Werbung über die Kammern"),
)
CARRIERS = (
    "Projektträger A",
    "Fachstelle Übergang",
    "Lernwerk Musterau gGmbH",
    "Werkhof Exempelhausen",
    "Bildungszentrum",
)
CELL: tuple[Align, ...] = ("left", "left", "left", "left", "left")


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    s = redated(s, full_figures)
    w = Writer(s, rng, numbering="A")
    charter = _Charter(w)
    _opening(w)
    _roles(charter)
    if s.amendment:
        _amend(charter)
    else:
        _aims(charter)
        for step in (_packages, _budget) if rng.random() < 0.6 else (_budget, _packages):
            step(charter)
        _milestones(charter)
        _risks(charter)
    _release(charter)
    return w, Sheet(
        family=rng.choice(("open-sans", "helvetica", "source-sans")),
        size=rng.choice((9.8, 10.4)),
        leading=1.3,
        header=rng.choice(("Projektauftrag", s.file_mark, None)),
        header_align="right",
        footer="Vorlage PA-03    Seite {page} von {pages}",
        footer_align=rng.choice(("left", "right")),
        left=60,
        right=60,
        top=70,
        bottom=66,
    )


class _Charter:
    """Sections as tables: letter and heading run across the top."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.rows: list[tuple[Text, ...]] = []

    def open(self, title: str, heads: tuple[str, ...] = ()) -> None:
        number = self.w.next_section()
        self.rows = [((number, Run("   ", bold=True), self.w.heading(title)),)]
        if heads:
            self.rows.append(tuple(plain(head, True) for head in heads))

    def row(self, *cells: Text) -> None:
        self.rows.append(cells)

    def close(self, shares: tuple[float, ...], last: Align = "left", height: float = 0.0) -> None:
        aligns = (*CELL[: len(shares) - 1], last)
        self.w.add(
            Table(
                tuple(self.rows),
                shares,
                aligns,
                "grid",
                after=9,
                padding=3.0,
                row_height=height,
                together=True,
            )
        )


def _opening(w: Writer) -> None:
    """Kind and number of the charter; below it in one line the budget and the year."""
    s, rng = w.scenario, w.rng
    money: list[Run] = [Run("Finanzierung: ")]
    for index in range(len(s.programmes)):
        money += [Run(" + ")] if index else []
        money.append(w.programme(index))
    w.add(
        Paragraph((w.kind(),), "left", scale=1.9, after=1),
        Paragraph(plain(f"zugleich Projektauftrag Nr. {rng.randint(3, 48)}", True), "left", after=3),
        Paragraph((*money, Run("    |    Haushaltsjahr: "), w.year()), "left", after=8),
    )


def _role(w: Writer, index: int) -> str:
    if index == 0:
        return "Auftraggeber"
    return "Auftragnehmer" + (f" {index}" if len(w.scenario.recipients) > 1 else "")


def _roles(charter: _Charter) -> None:
    w, s = charter.w, charter.w.scenario
    charter.open("Rollen", ("Rolle", "Organisation", "Beitrag"))
    for index, party in enumerate(s.parties):
        short = abbreviation(w) if index == 0 else ()
        name: Text = (w.bare_party(index), *(plain(" ") if short else ()), *short, *represented(w, index))
        share = "Landesmittel, Fachaufsicht" if index == 0 else "Umsetzung, Berichte"
        seat = f"{share}; Sitz {party.seat}" if index else share
        charter.row(plain(_role(w, index)), name, plain(seat))
    charter.row(plain("Bewilligungsstelle"), (w.authority(),), plain("Bescheid, Auszahlung, Prüfung"))
    charter.close((1.3, 3.0, 2.2))


def _amend(charter: _Charter) -> None:
    w, s = charter.w, charter.w.scenario
    charter.open("Änderungsanlass")
    charter.row(
        w.fill(
            "Geändert wird der Projektauftrag, der als Zielvereinbarung am {day} freigegeben wurde. Anlass "
            "ist die Hochrechnung aus dem Quartalsbericht.",
            day=amended(w),
        )
    )
    charter.close((1.6, 3.0))
    charter.open("Budgetänderung")
    old, new = replaced(w)
    charter.row(plain(f"Budget {s.clause_year} bisher"), (old,))
    charter.row(plain(f"Budget {s.clause_year} neu"), (replace(new, bold=True),))
    charter.row(plain("Rollen, Arbeitspakete und Meilensteine bleiben wie freigegeben."))
    charter.close((1.6, 3.0))


def _aims(charter: _Charter) -> None:
    w, s = charter.w, charter.w.scenario
    charter.open("Ziele", ("Nr.", "Ziel", "Messgröße"))
    for number, (aim, gauge) in enumerate(w.rng.sample(AIMS, 3), start=1):
        charter.row(plain(f"Z{number}"), plain(aim), plain(gauge))
    if s.reference:
        charter.row(
            w.fill(
                "Bezugsdokument: Strategie für Ausbildung und Arbeit der Region, Fassung vom {day}",
                day=w.date(s.reference, "reference", full_figures(s.reference)),
            )
        )
    charter.close((0.5, 3.2, 2.6))


def _carrier(s: Scenario, name: str) -> str:
    return random.Random(f"{s.deadline}/{name}").choice(CARRIERS)


def _packages(charter: _Charter) -> None:
    """ "AP 1" is a measure, "AP 1.1" one of its projects."""
    w, s = charter.w, charter.w.scenario
    paid = s.budget in ("by_measure", "by_project") and s.listing == "table"
    heads = ("AP", "Arbeitspaket", "Verantwortlich", *(("Budget",) if paid else ()))
    charter.open(w.rng.choice(("Arbeitspakete", "Projektstruktur")), heads)
    w.tables += 1 if paid else 0
    first = len(charter.rows)
    found: list[Part] = []
    if s.budget == "by_measure":
        at: list[int] = []
        for count in range(len(s.measures)):
            at.append(first + sum(1 + len(one.projects) for one in s.measures[:count]))
        found = parts(w, style="sign", table=w.tables, rows=at) if paid else parts(w)
    for number, measure in enumerate(s.measures):
        _package(charter, number, measure, found, paid)
    if paid:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(charter.rows))
        charter.row((), plain("Budget aller Arbeitspakete", True), (), (run,))
    charter.close((0.75, 3.2, 1.75, 1.35)[: len(heads)], "right" if paid else "left")


def _package(charter: _Charter, number: int, measure: Measure, found: list[Part], paid: bool) -> None:
    w = charter.w
    title, names = w.measure(number)
    label: Text = (replace(title, bold=True),)
    if found and not paid:
        label = (*label, Run(" – Budget: "), found[number].amount)
    in_cell: tuple[Text, ...] = (((found[number].amount,) if found else ()),) if paid else ()
    charter.row(plain(f"AP {measure.number}", True), label, plain("Auftragnehmer"), *in_cell)
    for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
        row = len(charter.rows)
        cell: Text = (name,)
        behind: tuple[Text, ...] = ((),) if paid else ()
        if project.amount is not None and paid:
            run = project_sum(w, measure, project, style="sign", table=w.tables, row=row)
            behind = ((run,),)
        elif project.amount is not None:
            cell = (name, Run(" – Budget: "), project_sum(w, measure, project))
        charter.row(plain(f"AP {measure.number}.{i}"), cell, plain(_carrier(w.scenario, name.text)), *behind)


def _budget(charter: _Charter) -> None:
    w, s = charter.w, charter.w.scenario
    charter.open("Budget")
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    if years:
        last = s.clause_year + len(s.shares) - 1
        charter.row(
            w.fill(
                f"Der Auftraggeber stellt für die Projektjahre {s.clause_year} bis {last} bereit: {{total}}",
                total=amount,
            )
        )
    else:
        charter.row(
            w.fill(
                w.rng.choice(
                    (
                        "Budgetobergrenze {clause_year} (Landesmittel): {total}{words}",
                        "Der Auftraggeber finanziert den Projektauftrag {clause_year} bis zur Höhe von "
                        "{total}{words}",
                    )
                ),
                total=amount,
                words=(Run(" – in Worten: "), words) if words else "",
            )
        )
    if years or s.budget == "two_programmes":
        w.tables += 1
        at = range(len(charter.rows), len(charter.rows) + len(s.shares))
        for part in parts(w, style="sign", table=w.tables, rows=at):
            lead = "davon Projektjahr " if years else "davon "
            charter.row((Run(lead), *part.label), (part.amount,))
    for text in aside_texts(w, OWN_ASIDES):
        charter.row(text)
    charter.row(plain("Mehrkosten trägt der Auftragnehmer. Das Budget ist nicht in Folgejahre übertragbar."))
    charter.close((3.4, 1.5), "right" if years or s.budget == "two_programmes" else "left")


def _milestones(charter: _Charter) -> None:
    w, s = charter.w, charter.w.scenario
    charter.open("Meilensteine", ("Nr.", "Meilenstein", "Termin"))
    steps = (
        ("Projektstart", date(s.year, 1, 1), "period_start"),
        ("Zwischenstand an den Auftraggeber", date(s.year, 7, 15), "other"),
        ("Projektende", date(s.year, 12, 31), "period_end"),
        ("Verwendungsnachweis bei der Bewilligungsstelle", s.deadline, "deadline"),
    )
    for number, (what, day, role) in enumerate(steps, start=1):
        charter.row(plain(f"M{number}"), plain(what), (w.date(day, role, full_figures(day)),))
    charter.close((0.5, 4.0, 1.6))


def _risks(charter: _Charter) -> None:
    charter.open("Risiken", ("Risiko", "Eintritt", "Gegenmaßnahme"))
    for risk, chance, answer in charter.w.rng.sample(RISKS, 2):
        charter.row(plain(risk), plain(chance), plain(answer))
    charter.close((2.6, 0.9, 2.8))


def _release(charter: _Charter) -> None:
    """A row for each who signs: role and body, name and office, place, day, room for the hand."""
    w, s = charter.w, charter.w.scenario
    w.add(Gap(4))
    heads = ("Rolle", "Name, Funktion", "Ort", "Datum", "Unterschrift")
    charter.open(w.rng.choice(("Freigabe", "Freigabe des Auftrags")), heads)
    for signer in s.signers:
        one = enter(w, signer)
        role: Text = (
            Run(_role(w, signer.party)),
            NEW_LINE,
            *_organ(one, s.signing),
            one.bare_organisation,
        )
        charter.row(role, _who(one, s.signing), (one.place,), (one.date,), ())
    charter.close((2.1, 1.9, 1.2, 1.3, 1.2), height=24.0)


def _organ(one: Signature, form: str) -> Text:
    party = one.signer.organisation
    if form != "organ" or party.gender == "n":
        return ()
    return plain("Kreisausschuss, " if party.gender == "m" else "Magistrat, ")


def _who(one: Signature, form: str) -> Text:
    if not one.name or not one.function:
        return ()
    deputy = (Run("i. V. "),) if one.signer.deputising else ()
    named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
    return (*deputy, *named, NEW_LINE, one.function)
