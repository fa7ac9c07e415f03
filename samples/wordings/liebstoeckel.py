"""Drafted by a municipal finance office, its side first: "I. Heading", a plan of who pays what, a seal."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

from samples.blocks import NEW_LINE, Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Anschaffungen über {cap} sind vorher mit der Kämmerei abzustimmen.",
    "Kalkuliert ist mit {persons} Teilnehmenden und {young} Vollzeitstellen beim Träger.",
    "Rückfragen zum Zahlungsplan: Fachbereich Finanzen, App. {phone}.",
    "Im Haushaltsplan waren für denselben Zweck früher {past} veranschlagt.",
    "Tarifsteigerungen sind mit {rate} v. H. eingerechnet.",
)
CARRIERS = (
    "Träger: eigener Betrieb",
    "Träger: Internationaler Verein Probestadt",
    "Träger: Handwerkerschaft Musterau",
    "Träger: Sozialwerk Beispieltal gGmbH",
    "Träger steht noch nicht fest",
)
DUTIES = (
    "Sie schließt mit den Trägern Verträge und überwacht deren Einhaltung.",
    "Sie stellt Räume, Leitung und Verwaltung ohne Berechnung.",
    "Sie beteiligt die Jobcenter und die Agentur für Arbeit an der Auswahl der Teilnehmenden.",
    "Sie führt die Mittel in einem gesonderten Produkt ihres Haushalts.",
)


class _Chapters:
    """ "I." hanging beside the heading; below it sentences one to a paragraph, not counted."""

    def __init__(self, w: Writer) -> None:
        self.w = w

    def open(self, title: str) -> None:
        marker = (self.w.next_section(), Run(".", bold=True))
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=14, after=5, indent=32, hang=32, marker=marker, with_next=True)
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled), with_next)

    def put(self, text: Text, with_next: bool = False) -> None:
        self.w.add(Paragraph(text, "justify", after=5, indent=32, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    w = Writer(s, rng, numbering="I")
    _opening(w)
    chapters = _Chapters(w)
    if s.amendment:
        _amend(chapters)
    else:
        _agree(chapters)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((11.0, 11.4)),
        leading=rng.choice((1.28, 1.38)),
        header=rng.choice(
            ("Fachbereich Finanzen und Controlling", "Kämmerei – Sachgebiet Fördermittel", None)
        ),
        header_align="left",
        header_on_first=True,
        footer=rng.choice(("Seite {page} von {pages}", "{page}")),
        footer_align="right",
        left=70,
        right=76,
    )


def _opening(w: Writer) -> None:
    """Programme and year under the title; the municipal side, then the Land, in one sentence."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "left", scale=1.7, after=6),
        Paragraph((Run("Förderprogramm: "), *_programmes(w)), "left", after=2),
        Paragraph((Run("Haushaltsjahr: "), w.year()), "left", after=2),
    )
    if s.file_mark:
        w.add(Paragraph(plain(f"Unser Zeichen: {s.file_mark.removeprefix('Az. ')}"), "left", after=2))
    runs: list[Run] = []
    for index in range(1, len(s.parties)):
        inserted = represented(w, index)
        runs += [*w.party(index, "nominative", mark=True, capital=index == 1), *inserted]
        runs.append(Run(", " if index < len(s.parties) - 1 else " "))
    runs += [Run("– im Weiteren: kommunale Seite – und "), *w.party(0, "nominative", mark=True)]
    inserted = represented(w, 0)
    runs += [*inserted, Run("," if inserted else ""), Run(" – im Weiteren: Land – treffen diese Abmachung.")]
    w.add(Gap(10), Paragraph(tuple(runs), after=4))


def _programmes(w: Writer) -> Text:
    return enumerated([(w.programme(index),) for index in range(len(w.scenario.programmes))])


def _amend(chapters: _Chapters) -> None:
    w = chapters.w
    chapters.open("Vorgang")
    chapters.say(
        "Am {day} haben beide Seiten eine Zielvereinbarung getroffen. Der Zahlungsplan lässt sich so nicht "
        "mehr einhalten.",
        day=amended(w),
    )
    chapters.open("Landesmittel")
    old, new = replaced(w)
    if w.scenario.listing == "table":
        chapters.say("Die Landesmittel für {clause_year} werden wie folgt geändert:", with_next=True)
        for lead, run in (("bisher", old), ("künftig", replace(new, bold=True))):
            w.add(Paragraph((Run(f"{lead}: "), run), "left", after=3, indent=64))
        w.add(Gap(3))
    else:
        chapters.say(
            "Die Landesmittel für {clause_year} betragen künftig {new}; die bisherige Zusage über {old} ist "
            "damit hinfällig.",
            old=old,
            new=new,
        )
    chapters.open("Übriges")
    chapters.say("Sonst bleibt es bei dem, was vereinbart ist.")
    chapters.say("Eine Abschrift geht an das {authority}.", authority=w.authority())


def _agree(chapters: _Chapters) -> None:
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    chapters.open(rng.choice(("Was die kommunale Seite übernimmt", "Pflichten der kommunalen Seite")))
    chapters.put(plain("Die kommunale Seite führt die unten genannten Projekte durch."))
    for sentence in rng.sample(DUTIES, 2):
        chapters.put(plain(sentence))
    if s.reference:
        chapters.say(
            "Der Beschluss der Vertretungskörperschaft über den Eigenanteil datiert vom {day}.",
            day=w.date(s.reference, "reference"),
        )
    chapters.open(rng.choice(("Finanzierung", "Wer was bezahlt")))
    _funds(chapters)
    chapters.open(rng.choice(("Projekte", "Geförderte Projekte")))
    _projects(chapters)
    chapters.open("Kassenmäßige Abwicklung")
    chapters.say(
        "Auszahlungen veranlasst das {authority} auf Anforderung in Teilbeträgen. Die Schlussabrechnung "
        "wird ihm bis {deadline} übersandt.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        chapters.put(text)
    chapters.open("Kündigung")
    chapters.say(
        "Jede Seite kann aus wichtigem Grund kündigen. Bereits eingegangene Verpflichtungen gegenüber "
        "Dritten sind abzurechnen."
    )


def _funds(chapters: _Chapters) -> None:
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    spelled = (Run(" (in Buchstaben: "), words, Run(")")) if words else ""
    if years:
        last = s.clause_year + len(s.shares) - 1
        chapters.say(
            f"Das Land beteiligt sich in den Haushaltsjahren {s.clause_year} bis {last} mit "
            "{total}, sofern der Landtag die Mittel bewilligt.",
            total=amount,
        )
    elif s.budget == "one_line":
        chapters.say("Landesmittel im Haushaltsjahr {clause_year}:{line}{total}", line=NEW_LINE, total=amount)
    else:
        chapters.say(
            rng.choice(
                (
                    "Im Haushaltsjahr {clause_year} beteiligt sich das Land mit {total}{words}.",
                    "Das Land trägt {clause_year} einen Festbetrag von {total}{words}.",
                )
            ),
            total=amount,
            words=spelled,
        )
    if s.budget in SPLIT:
        _split(chapters)
    elif s.budget != "by_project" and s.listing == "table":
        _plan(chapters)
    chapters.put(plain("Unverbrauchte Landesmittel fließen zurück; sie sind nicht übertragbar."))


def _plan(chapters: _Chapters) -> None:
    """What all pay together: own means, those of others and those of the Land, as told before."""
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    chapters.put(plain("Dem liegt der nachstehende Finanzierungsplan zugrunde."), with_next=True)
    w.tables += 1
    own = (s.total * rng.randint(8, 35) / 100 // 100 * 100).quantize(Decimal("0.01"))
    rows: list[tuple[Text, ...]] = [(plain("Finanzierungsplan", True), plain("Betrag", True))]
    others = [("Eigenmittel der kommunalen Seite", own)]
    if rng.random() < 0.6:
        helped = (s.total * rng.randint(5, 20) / 100 // 100 * 100).quantize(Decimal("0.01"))
        others.append(("Mittel des Jobcenters", helped))
    for label, value in others:
        run, _ = w.amount(value, "other", label=label, table=w.tables, row=len(rows))
        rows.append((plain(label), (run,)))
    rows.append((plain("Landesmittel"), (total(w, table=w.tables, row=len(rows)),)))
    cost = s.total + sum((value for _, value in others), Decimal(0))
    run, _ = w.amount(cost, "other", label="Gesamtausgaben", table=w.tables, row=len(rows))
    rows.append((plain("Gesamtausgaben"), (run,)))
    w.add(Table(tuple(rows), (3.0, 1.6), ("left", "right"), s.ruled, together=True))


def _split(chapters: _Chapters) -> None:
    w, s = chapters.w, chapters.w.scenario
    lead = {"by_measure": "", "by_year": "Haushaltsjahr ", "two_programmes": ""}[s.budget]
    if s.listing == "list":
        chapters.put(plain("Es werden gezahlt:"), with_next=True)
        for part in parts(w):
            text = (part.amount, Run(" – "), Run(lead), *part.label)
            w.add(Paragraph(text, "left", after=3, indent=52))
        w.add(Gap(3))
        return
    w.tables += 1
    rows: list[tuple[Text, ...]] = [
        (plain("Lfd. Nr.", True), plain("Zweck", True), plain("Landesmittel", True))
    ]
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    for part in parts(w, style="sign", table=w.tables, rows=range(1, count + 1)):
        rows.append((plain(str(part.index + 1)), (Run(lead), *part.label), (part.amount,)))
    year = None if s.budget == "by_year" else s.clause_year
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows), year=year)
    rows.append(((), plain("Landesmittel zusammen", True), (run,)))
    w.add(Table(tuple(rows), (0.8, 3.2, 1.5), ("left", "left", "right"), s.ruled, together=True))


def _projects(chapters: _Chapters) -> None:
    """A list with "1." and "a)", who runs each behind it; or one table with the sums."""
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    paid = s.budget == "by_project"
    if paid and s.listing == "table":
        _paid_table(chapters)
        return
    chapters.put(plain("Nach Maßnahmenarten geordnet handelt es sich um:"), with_next=True)
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        w.add(
            Paragraph(
                (title,),
                "left",
                before=3,
                after=2,
                indent=52,
                hang=20,
                marker=plain(f"{measure.number}."),
                with_next=True,
            )
        )
        for letter, name, project in zip("abcdefgh", names, measure.projects, strict=False):
            text: list[Run] = [replace(name, bold=True), Run(f" ({rng.choice(CARRIERS)})")]
            if paid:
                text += [Run(" – "), project_sum(w, measure, project)]
            w.add(Paragraph(tuple(text), "left", after=2, indent=72, hang=18, marker=plain(f"{letter})")))
    w.add(Gap(4))


def _paid_table(chapters: _Chapters) -> None:
    """The title across, each project with its share; the sum of each title, and of all."""
    w, s = chapters.w, chapters.w.scenario
    chapters.put(plain("Die Landesmittel verteilen sich auf folgende Projekte:"), with_next=True)
    w.tables += 1
    rows: list[tuple[Text, ...]] = [tuple(plain(text, True) for text in ("Nr.", "Projekt", "Landesmittel"))]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append((plain(f"{measure.number}", True), (replace(title, bold=True),), ()))
        for name, project in zip(names, measure.projects, strict=True):
            run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
            rows.append(((), (Run("- "), name), (run,)))
        if len(names) > 1:
            run = subtotal(w, measure, style="sign", table=w.tables, row=len(rows))
            rows.append(((), plain("Teilsumme"), (run,)))
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
    rows.append(((), plain("Landesmittel zusammen", True), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    w.add(Table(tuple(rows), (0.5, 3.6, 1.5), aligns, s.ruled, padding=2.8))


def _sign(w: Writer) -> None:
    """The municipal side at the left or on top, then the Land; office and name in a line, the seal beside."""
    s = w.scenario
    signers = [*(one for one in s.signers if one.party), *(one for one in s.signers if not one.party)]
    columns = [_column(enter(w, signer), s.signing) for signer in signers]
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(*in_rows([column], 1, before=14.0 if number else 26.0))
        return
    across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
    w.add(*in_rows(columns, across, gutter=16.0 if across == 3 else 32.0, scale=0.86 if across == 3 else 1.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    article, name = one.organisation("genitive")
    if form == "organ" and party.gender != "n":
        head: Text = (Run(f"{'Kreisausschuss' if party.gender == 'm' else 'Magistrat'} {article} "), name)
    else:
        head = (one.bare_organisation,)
    lines = [
        SignLine(tuple(replace(run, bold=True) for run in head)),
        SignLine((Run("(Siegel)"),)) if form != "plain" else SignLine(height=2.0),
        SignLine((), "rule", pen=one.name is not None, height=40.0),
    ]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine((Run(deputy), *named)), SignLine((one.function,))]
    day = (one.place, Run(", den "), one.date)
    lines.append(
        SignLine((Run("Ort/Datum: "), one.place, Run(", "), one.date) if form == "captions" else day)
    )
    return tuple(lines)
