"""Sides as blocks with addresses, small lists of projects under each title, signatures as rows."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    enumerated,
    represented,
)
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Je Beratungsstunde können pauschal {cap} in Rechnung gestellt werden.",
    "Die Landesstatistik erfasst voraussichtlich {persons} Teilnahmen, hiervon {young} in Online-Formaten.",
    "Bei technischen Störungen des Abrechnungsportals hilft die Rufnummer {phone}.",
    "Zuletzt wurden in einem Jahr rund {past} verausgabt.",
    "Indirekte Kosten werden mit {rate} Prozent der direkten Kosten abgegolten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} – Fortsetzung",
    "Welcome-Guide {name}",
    "{name} (hybrid)",
    "Stadtteilprojekt {name}",
    "{name} & Sprache",
)
CARRIERS = (
    "Bildungswerk Beispieltal gGmbH",
    "Jugendberufsagentur",
    "Kommunales Jobcenter",
    "Frauen in Arbeit Musterau e. V.",
    "Gesellschaft für Teilhabe Exempel mbH",
)
STREETS = ("Kreishausstraße", "Am Neuen Markt", "Rathausstraße", "Brückenweg")
DUTIES = (
    "Die Projekte werden fachlich begleitet; zwei Auswertungsgespräche im Jahr sind verpflichtend.",
    "Personenbezogene Daten werden nur verarbeitet, soweit es für Förderung und Statistik nötig ist.",
    "In der Öffentlichkeitsarbeit ist das Logo des Landes zu verwenden.",
    "Unterlagen werden nach Abschluss des Förderjahres fünf Jahre lang vorgehalten.",
)


class _Paragraphs:
    """ "§ 1 Heading" at the left; its sentences are counted where there are several."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.stop = w.rng.choice(("", ".", ":"))
        self.clauses: list[tuple[Text, tuple[Paragraph | Table | Gap, ...]]] = []

    def open(self, title: str) -> None:
        self.close()
        number = (Run("§ ", bold=True), self.w.next_section(), Run(f"{self.stop}  ", bold=True))
        text = (*number, self.w.heading(title))
        self.w.add(Paragraph(text, "left", scale=1.05, before=13, after=4, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text, *below: Paragraph | Table | Gap) -> None:
        self.clauses.append((text, below))

    def below(self, *blocks: Paragraph | Table | Gap) -> None:
        """What belongs to the sentence said last."""
        text, own = self.clauses[-1]
        self.clauses[-1] = (text, (*own, *blocks))

    def close(self) -> None:
        counted = len(self.clauses) > 1
        indent = 22.0 if counted else 0.0
        for number, (text, own) in enumerate(self.clauses, start=1):
            marker = plain(f"{number}.") if counted else ()
            self.w.add(Paragraph(text, "left", after=5, indent=indent, hang=indent, marker=marker), *own)
        self.clauses = []


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    s = replace(s, figures=rng.choice(("sign", "euro_cents", s.figures)))
    w = Writer(s, rng)
    _opening(w)
    page = _Paragraphs(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page)
    page.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("open-sans", "source-sans", "source-serif")),
        size=rng.choice((10.0, 10.8)),
        leading=rng.choice((1.35, 1.48)),
        header=rng.choice((None, s.file_mark, f"Zielvereinbarung {s.recipients[0].printed}")),
        header_align="right",
        footer=rng.choice(
            ("{page} von {pages}", "Seite {page}", f"Stand: Endfassung {s.year} | Seite {{page}}")
        ),
        footer_align=rng.choice(("left", "center", "right")),
        left=72,
        right=72,
    )


def _opening(w: Writer) -> None:
    """The title at the left, then each side with its address in a block of lines."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph((w.kind(), Run(" "), w.year(bold=True)), "left", scale=1.6, after=3),
        Paragraph(
            enumerated([(w.programme(index),) for index in range(len(s.programmes))]),
            "left",
            scale=1.15,
            after=14,
        ),
    )
    last = len(s.parties) - 1
    for index, party in enumerate(s.parties):
        street = f"{rng.choice(STREETS)} {rng.randint(1, 60)}"
        code = f"{rng.choice((34, 35, 36, 60, 61, 63, 64))}{rng.randint(100, 999)}"
        called = "Ministerium" if index == 0 else "Zuwendungsempfänger"
        called = "Land" if index == 0 and s.land else called
        called += f" {index}" if index and last > 1 else ""
        name = replace(w.bare_party(index), bold=True)
        w.add(
            Paragraph((name, *represented(w, index)), "left", after=0, with_next=True),
            Paragraph(plain(f"{street}, {code} {party.seat}"), "left", after=0, with_next=True),
            Paragraph(plain(f"(nachfolgend als {called} bezeichnet)"), "left", scale=0.9, after=7),
        )
        if index < last:
            w.add(Paragraph(plain("und"), "left", after=7, with_next=True))
    closing = "schließen folgende Vereinbarung:" if last > 1 else "schließen hierüber folgende Vereinbarung:"
    w.add(Paragraph(plain(closing), "left", after=4))


def _amend(page: _Paragraphs) -> None:
    w = page.w
    page.open("Gegenstand")
    page.say(
        "Angepasst wird die Vereinbarung, die zwischen denselben Beteiligten unter dem Datum {day} besteht.",
        day=amended(w),
    )
    page.open("Neuer Höchstbetrag")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Der Höchstbetrag der Zuwendung für {clause_year} wird neu festgelegt. Er betrug {old} und "
                "beträgt nach dieser Anpassung {new}.",
                "Die Zuwendung {clause_year} ist künftig auf {new} statt auf {old} begrenzt.",
            )
        ),
        old=old,
        new=new,
    )
    page.open("Unberührte Regelungen")
    page.say("Von der Anpassung nicht erfasste Regelungen bestehen fort.")
    page.say("Das {authority} wird den Bescheid entsprechend ändern.", authority=w.authority())


def _agree(page: _Paragraphs) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Zweck der Förderung", "Gemeinsames Ziel")))
    page.say(
        "Menschen mit besonderen Schwierigkeiten beim Zugang zum Arbeitsmarkt sollen eine Ausbildung oder "
        "eine anerkannte Qualifizierung aufnehmen und abschließen können."
    )
    if s.reference:
        page.say(
            "Die regionale Strategie in der Fassung vom {day} gilt ergänzend.",
            day=w.date(s.reference, "reference"),
        )
    money_first = rng.random() < 0.5
    for step in (_funds, _projects) if money_first else (_projects, _funds):
        step(page)
    page.open("Pflichten der Beteiligten")
    for sentence in rng.sample(DUTIES, 2):
        page.put(plain(sentence))
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    page.open("Verfahren")
    page.say("Über die Bewilligung entscheidet das {authority} durch Bescheid.", authority=w.authority())
    page.say(
        "Der Verwendungsnachweis mit Belegliste ist bis {deadline} hochzuladen.",
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )
    page.open(rng.choice(("Förderzeitraum", "Zeitlicher Rahmen")))
    page.say(
        "Der Förderzeitraum umfasst das gesamte Kalenderjahr ({start} bis {end}).",
        start=w.date(date(s.year, 1, 1), "period_start", f"01.01.{s.year}"),
        end=w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}"),
    )


def _funds(page: _Paragraphs) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Zuwendung", "Höhe der Zuwendung")))
    years = s.budget == "by_year"
    if s.budget == "one_line" and rng.random() < 0.4:
        page.say("Die Zuwendung wird als Festbetrag gewährt und verteilt sich nicht auf weitere Jahre.")
        page.below(_single(w))
        return
    amount, words = total_in_words(w, bold=rng.random() < 0.4, year=None if years else s.clause_year)
    if years:
        page.say(
            "Die Zuwendung für den gesamten Bewilligungszeitraum ist auf {total} begrenzt.", total=amount
        )
    else:
        page.say(
            rng.choice(
                (
                    "Die Zuwendung für {clause_year} ist auf {total}{words} begrenzt.",
                    "{G} beteiligt sich im Jahr {clause_year} mit bis zu {total}{words} an den Ausgaben.",
                    "Als Höchstbetrag der Zuwendung für das Jahr {clause_year} gelten {total}{words}.",
                )
            ),
            total=amount,
            words=(Run(" (in Worten "), words, Run(")")) if words else "",
        )
    if s.budget in SPLIT:
        _split(page)
    page.say("Nicht in Anspruch genommene Teile verfallen mit Ablauf des Haushaltsjahres.")


def _single(w: Writer) -> Table:
    """The sum in a table of its own."""
    s = w.scenario
    w.tables += 1
    run = total(w, style="sign", bold=True, table=w.tables, row=1)
    rows: tuple[tuple[Text, ...], ...] = (
        (plain("Haushaltsjahr", True), plain("Höchstbetrag der Zuwendung", True)),
        (plain(str(s.clause_year)), (run,)),
    )
    return Table(rows, (1.2, 2.0), ("left", "right"), s.ruled, together=True)


def _split(page: _Paragraphs) -> None:
    """In lines that begin with the sum or with what it is for, or in a table with the share in per cent."""
    w, s = page.w, page.w.scenario
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    if s.listing == "list":
        page.say("Sie teilt sich auf in")
        for part in parts(w):
            number = s.measures[part.index].number if s.budget == "by_measure" else 0
            lead = f"Maßnahmenart {number} – " if number else ""
            tail = Run(";" if part.index < count - 1 else ".")
            text = (part.amount, Run(f" ({lead}"), *part.label, Run(")"), tail)
            page.below(Paragraph(text, "left", after=2, indent=46, hang=14, marker=plain("•")))
        page.below(Gap(4))
        return
    page.say("Sie teilt sich auf wie in der Tabelle angegeben.")
    w.tables += 1
    years = s.budget == "by_year"
    values = [measure.amount or s.total for measure in s.measures] if s.budget == "by_measure" else s.shares
    found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    what = {"by_measure": "Maßnahmenart", "by_year": "Haushaltsjahr"}.get(s.budget, "Programmteil")
    rows: list[tuple[Text, ...]] = [(plain(what, True), plain("Euro", True), plain("Anteil", True))]
    for part, value in zip(found, values, strict=True):
        percent = f"{value / sum(values) * 100:.1f} %".replace(".", ",")
        number = s.measures[part.index].number if s.budget == "by_measure" else 0
        rows.append(((Run(f"{number}. " if number else ""), *part.label), (part.amount,), plain(percent)))
    run = total(
        w, style="cell", bold=True, table=w.tables, row=len(rows), year=None if years else s.clause_year
    )
    rows.append((plain("Zuwendung insgesamt", True), (run,), plain("100 %")))
    aligns: tuple[Align, ...] = ("left", "right", "right")
    page.below(Table(tuple(rows), (3.2, 1.4, 0.9), aligns, s.ruled, padding=4.0, together=True))


def _projects(page: _Paragraphs) -> None:
    """A small list of names and sums under each title, a table of all, or a clause for each measure."""
    w, s = page.w, page.w.scenario
    page.open(w.rng.choice(("Geförderte Projekte", "Projekte")))
    form = w.rng.choice(("ledger", "clauses")) if s.listing == "list" else w.rng.choice(("ledger", "table"))
    if form == "clauses":
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            items: list[Text] = []
            for name, project in zip(names, measure.projects, strict=True):
                paid = project.amount is not None
                items.append((name, *((Run(" – "), project_sum(w, measure, project)) if paid else ())))
            head = (Run(f"Maßnahmenart {measure.number} ("), title, Run("): "))
            page.put((*head, *enumerated(items, "; ", "; ")))
        return
    page.say("Aus der Zuwendung werden die nachstehend aufgeführten Projekte finanziert.")
    if form == "table":
        page.below(_table(w))
        return
    for number in range(len(s.measures)):
        page.below(*_ledger(w, number))


def _ledger(w: Writer, number: int) -> tuple[Paragraph | Table | Gap, ...]:
    """The title of a measure, below it what is paid and how much, without rules."""
    measure = w.scenario.measures[number]
    paid = w.scenario.budget == "by_project"
    w.tables += 1 if paid else 0
    title, names = w.measure(number)
    head = (Run(f"Maßnahmenart {measure.number}: ", bold=True), replace(title, bold=True))
    lines: list[tuple[Text, ...]] = [(plain("Projekt"), plain("Betrag" if paid else "Träger"))]
    for name, project in zip(names, measure.projects, strict=True):
        behind: Text = plain(w.rng.choice(CARRIERS))
        if paid:
            behind = (project_sum(w, measure, project, style="sign", table=w.tables, row=len(lines)),)
        lines.append(((name,), behind))
    if paid and len(names) > 1:
        run = subtotal(w, measure, style="sign", table=w.tables, row=len(lines))
        lines.append((plain("zusammen"), (run,)))
    aligns: tuple[Align, ...] = ("left", "right" if paid else "left")
    return (
        Paragraph(head, "left", before=4, after=0, with_next=True),
        Table(tuple(lines), (3.0, 2.0), aligns, "none", before=1, after=6, padding=1.5, together=True),
    )


def _table(w: Writer) -> Table:
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Lfd. Nr.", "Projekt", "Maßnahmenart", "Zuwendung" if paid else "Teilnehmende")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    running = 0
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            running += 1
            money: Text = plain(str(w.rng.randint(5, 44)))
            if paid:
                money = (project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),)
            what: Text = (Run(f"{measure.number}. "), title) if i == 0 else plain(f"{measure.number}.")
            rows.append((plain(str(running)), (name,), what, money))
    if paid:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Summe", True), (), (run,)))
    aligns: tuple[Align, ...] = ("center", "left", "left", "right")
    return Table(tuple(rows), (0.7, 2.3, 2.6, 1.45), aligns, s.ruled, padding=3.5)


def _sign(w: Writer) -> None:
    """A row for each hand: at the left whom for, where and when, at the right the pen and who."""
    label = w.rng.random() < 0.5
    for number, signer in enumerate(w.scenario.signers):
        left, right = _row(enter(w, signer), label)
        w.add(SignatureColumns((left, right), before=14.0 if number else 24.0, gutter=24.0))


def _row(one: Signature, label: bool) -> tuple[tuple[SignLine, ...], tuple[SignLine, ...]]:
    deputy = "in Vertretung " if one.signer.deputising else ""
    left = [
        SignLine((replace(one.bare_organisation, bold=True),)),
        SignLine((Run("Ort, Datum: " if label else ""), one.place, Run(", "), one.date)),
    ]
    right = [SignLine((), "rule", pen=one.name is not None)]
    if one.name and one.function:
        right += [SignLine((one.name,)), SignLine((Run(deputy), one.function))]
    return tuple(left), tuple(right)
