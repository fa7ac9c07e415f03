"""From a legal office: defined words, "§ 1 (Heading)", clauses with numbers, signatures in sentences, and the
projects in an annex behind the signatures, in one table with the number of their measure or as a list."""

from __future__ import annotations

import random
from dataclasses import replace

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
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party
from samples.wordings.money import SPLIT, parts, project_money, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Aufwendungen je Teilnahmefall sind nur bis zur Höhe von {cap} erstattungsfähig.",
    "Den Kalkulationen liegen {persons} Teilnahmefälle und {young} Lehrkräfte zugrunde.",
    "Mitteilungen sind vorab fernmündlich unter {phone} anzukündigen.",
    "Für vergleichbare Vorhaben sind seit Programmbeginn {past} geflossen.",
    "Bei verspäteter Rückzahlung fallen Zinsen von {rate} vom Hundert an.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (fortgeführt)",
    "Beratungsstelle {name}",
    "„{name}“ (Vollzeit)",
    "Produktionsschule {name}",
    "{name} – Phase 2",
    "Ausbildungsverbund {name}",
)
DUTIES = (
    "Mittel dürfen nur für die in der Anlage genannten Projekte verwendet werden; Umschichten bedarf der "
    "Zustimmung in Textform.",
    "Die Weiterleitung an Dritte ist gestattet, sofern diese sich denselben Pflichten unterwerfen.",
    "Prüfrechte des Hessischen Rechnungshofs bleiben unberührt.",
    "Wird der Zweck verfehlt, ist der Betrag nach §§ 48 bis 49a HVwVfG zu erstatten.",
)


class _Clauses:
    """ "§ 1 (Heading)"; below it clauses "(1)", "(2)", or one alone."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.align: Align = w.rng.choice(("left", "center"))
        self.count = 0

    def open(self, title: str, alone: bool = False) -> None:
        self.count = -1 if alone else 0
        number = (Run("§ ", bold=True), self.w.next_section())
        text = (*number, Run(" (", bold=True), self.w.heading(title), Run(")", bold=True))
        self.w.add(Paragraph(text, self.align, before=11, after=5, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        if self.count < 0:
            self.w.add(Paragraph(text, after=5))
            return
        self.count += 1
        self.w.add(Paragraph(text, after=5, indent=26, hang=26, marker=plain(f"({self.count})")))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    _opening(w)
    clauses = _Clauses(w)
    if s.amendment:
        _amend(clauses)
    else:
        _agree(clauses)
    _sign(w)
    if not s.amendment:
        _annex(w)
    return w, Sheet(
        family=rng.choice(("source-serif", "times", "times")),
        size=rng.choice((11.0, 11.6)),
        leading=rng.choice((1.25, 1.4)),
        footer=rng.choice(("Seite {page} von {pages}", "{page}/{pages}")),
        footer_align=rng.choice(("right", "center")),
        header=rng.choice((None, None, s.file_mark)),
        header_align="left",
        left=80,
        right=76,
    )


def _opening(w: Writer) -> None:
    """The title; each party with its number and the word that stands for it from here on."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.45, after=2),
        Paragraph(
            w.fill(
                "über die Verwendung des {programme} im Jahr {year}",
                programme=programme_genitives(w),
                year=w.year(),
            ),
            "center",
            after=14,
        ),
        Paragraph(plain("Es schließen miteinander"), "left", after=4),
    )
    several = len(s.recipients) > 1
    for index in range(len(s.parties)):
        called = "das „Land“" if index == 0 else f"der „Empfänger{f' {index}' if several else ''}“"
        acting = represented(w, index)
        text = (*w.party(index, "nominative", mark=True), *acting, Run(f" – fortan {called} –"))
        marker = plain(f"{index + 1}.")
        w.add(Paragraph(text, "left", after=4, indent=26, hang=20, marker=marker))
    w.add(Paragraph(plain("den nachstehenden öffentlich-rechtlichen Vertrag:"), "left", before=2, after=2))


def _amend(clauses: _Clauses) -> None:
    w = clauses.w
    clauses.open("Änderungsgegenstand", alone=True)
    clauses.say("Gegenstand ist die Zielvereinbarung vom {day} (im Folgenden: Hauptvertrag).", day=amended(w))
    clauses.open("Höchstbetrag")
    old, new = replaced(w)
    clauses.say(
        w.rng.choice(
            (
                "Der im Hauptvertrag für {clause_year} bestimmte Höchstbetrag von {old} wird durch einen "
                "Höchstbetrag von {new} ersetzt.",
                "Im Hauptvertrag tritt für {clause_year} an die Stelle von „{old}“ die Angabe „{new}“.",
            )
        ),
        old=old,
        new=new,
    )
    clauses.say("Ansprüche aus der Zeit vor Unterzeichnung bleiben bestehen.")
    clauses.open("Bekanntgabe", alone=True)
    clauses.say("Der Vertrag ist dem {authority} bekannt zu geben.", authority=w.authority())


def _agree(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    clauses.open(rng.choice(("Vertragszweck", "Gegenstand")))
    clauses.say(
        "Die Vertragschließenden verbessern gemeinsam die Aussichten von Menschen, die ohne Hilfe weder "
        "Ausbildung noch Arbeit finden."
    )
    if s.reference:
        clauses.say(
            "Die Arbeitsmarktstrategie vom {day} ist Geschäftsgrundlage.",
            day=w.date(s.reference, "reference"),
        )
    clauses.say(
        "Welche Projekte gefördert werden, ergibt sich aus der Anlage, die Bestandteil des Vertrages ist."
    )
    clauses.open(rng.choice(("Höchstbetrag", "Leistung des Landes")))
    _funds(clauses)
    clauses.open("Pflichten des Empfängers" if len(s.recipients) == 1 else "Pflichten der Empfänger")
    for sentence in rng.sample(DUTIES, 2):
        clauses.say(sentence)
    clauses.say("Bis zum {deadline} ist Rechnung zu legen.", deadline=w.date(s.deadline, "deadline"))
    clauses.open("Zuständige Stelle", alone=True)
    clauses.say("Den Bescheid erlässt im Auftrag des Landes das {authority}.", authority=w.authority())
    clauses.open(rng.choice(("Vertragsdauer", "Geltung")))
    clauses.say("Der Vertrag erfasst Projekte, die {period} durchgeführt werden.", period=period(w))
    clauses.say("Sollte eine Bestimmung unwirksam sein, bleibt der Vertrag im Übrigen wirksam.")


def _funds(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    if years:
        clauses.say("Das Land zahlt, verteilt auf mehrere Jahre, nicht mehr als {total}.", total=amount)
    else:
        clauses.say(
            rng.choice(
                (
                    "Das Land leistet für das Jahr {clause_year} Zahlungen bis zum Höchstbetrag von "
                    "{total}{words}.",
                    "Der Höchstbetrag für das Jahr {clause_year} lautet auf {total}{words}.",
                )
            ),
            total=replace(amount, bold=s.budget == "one_line"),
            words=(Run(" (Euro-Betrag in Worten: "), words, Run(")")) if words else "",
        )
    if s.budget in SPLIT:
        _split(clauses)
    for text in aside_texts(w, OWN_ASIDES):
        clauses.put(text)
    clauses.say("Ändert der Haushaltsgesetzgeber die Ansätze, ist das Land insoweit von der Leistung frei.")


def _split(clauses: _Clauses) -> None:
    """Letters below the clause, or one long sentence."""
    w, s = clauses.w, clauses.w.scenario
    lead = {"by_year": "auf das Jahr ", "by_measure": "auf „"}.get(s.budget, "auf das ")
    tail = "“" if s.budget == "by_measure" else ""
    if s.listing == "list":
        runs: list[Run] = [Run("Hiervon entfallen ")]
        found = parts(w)
        for part in found:
            glue = "" if part.index == 0 else " und " if part.index == len(found) - 1 else ", "
            runs += [Run(glue + lead), *part.label, Run(tail + " "), part.amount]
        clauses.put((*runs, Run(".")))
        return
    clauses.say("Hiervon entfallen")
    for part in parts(w):
        end = ";" if part.index < (len(s.shares) or len(s.measures)) - 1 else "."
        text = (Run(lead), *part.label, Run(tail + ": "), part.amount, Run(end))
        marker = plain(f"{'abcdefgh'[part.index]})")
        w.add(Paragraph(text, "left", after=2, indent=48, hang=20, marker=marker))
    w.add(Gap(4))


def _sign(w: Writer) -> None:
    """For each party a sentence that says where and when; below it the pens of all who sign for it."""
    w.add(Gap(10))
    for group in enter_by_party(w, named_once=True):
        start = 0
        while start < len(group):
            end = start + 1
            while end < len(group) and not group[end][1]:
                end += 1
            ones = [one for one, _ in group[start:end]]
            w.add(Paragraph(_sentence(ones[0], start == 0), "left", before=10, after=0, with_next=True))
            columns = [_pen(one, w.scenario.signing) for one in ones]
            columns += [()] * (2 - len(columns))
            w.add(SignatureColumns(tuple(columns), before=0.0, gutter=26.0))
            start = end


def _sentence(one: Signature, first: bool) -> Text:
    if not first:
        return (Run("sowie in "), one.place, Run(" am "), one.date, Run(" durch"))
    article, name = one.organisation("accusative")
    whom = (Run(f"Unterzeichnet für {article} "), name)
    return (*whom, Run(" in "), one.place, Run(" am "), one.date, Run(" durch"))


def _pen(one: Signature, form: str) -> tuple[SignLine, ...]:
    lines = [SignLine((), "rule" if form != "plain" else "dots", pen=one.name is not None, height=40.0)]
    if one.name and one.function:
        deputy = "in Vertretung: " if one.signer.deputising else ""
        lines.append(SignLine((Run(deputy), one.name)))
        lines.append(SignLine((one.function,)))
    return tuple(lines)


def _annex(w: Writer) -> None:
    s = w.scenario
    w.add(
        NewPage(),
        Paragraph(plain("Anlage", True), "right", after=6),
        Paragraph(plain("Verzeichnis der Projekte", True), "left", scale=1.15, after=8),
    )
    if s.listing == "list":
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            head = (Run(f"Maßnahmenart {measure.number}, "), replace(title, bold=True))
            w.add(Paragraph(head, "left", before=5, after=3, with_next=True))
            for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
                money = project_money(w, measure, project, " mit ")
                marker = plain(f"{'abcdefgh'[index]})")
                w.add(Paragraph((name, *money), "left", after=2, indent=30, hang=20, marker=marker))
        return
    _annex_table(w)


def _annex_table(w: Writer) -> None:
    """What the numbers stand for; then all projects, counted through, with the number of their measure."""
    s = w.scenario
    paid = s.budget == "by_project"
    told = [w.measure(number) for number in range(len(s.measures))]
    w.add(Paragraph(plain("Maßnahmenarten (MA):"), "left", after=2, with_next=True))
    for (title, _), measure in zip(told, s.measures, strict=True):
        marker = plain(f"{measure.number}")
        w.add(Paragraph((title,), "left", after=2, indent=24, hang=18, marker=marker))
    w.tables += 1 if paid else 0
    heads = ("Lfd. Nr.", "MA", "Projekt", *(("Betrag",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for (_, names), measure in zip(told, s.measures, strict=True):
        for name, project in zip(names, measure.projects, strict=True):
            money: tuple[Text, ...] = ()
            if paid:
                run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
                money = ((run,),)
            rows.append((plain(str(len(rows))), plain(str(measure.number)), (name,), *money))
    if paid:
        whole = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append(((), (), plain("Höchstbetrag", True), (whole,)))
    aligns: tuple[Align, ...] = ("center", "center", "left", "right")
    shares = (0.7, 0.5, 4.0, 1.4)
    ruled = s.ruled if s.ruled != "none" else "grid"
    w.add(Gap(4), Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], ruled, padding=3.0))
