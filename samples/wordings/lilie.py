"""A law office of recent years: bracketed parties, recitals, Roman items, instalments, an annex."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import ROUND_DOWN, Decimal

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
from samples.signing import Signature, enter
from samples.wordings.days import redated
from samples.wordings.money import (
    SPLIT,
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
    amended,
    aside_texts,
    capitals,
    enumerated,
    programme_names,
    represented,
)
from samples.writer import Writer, figures, long_date

OWN_ASIDES = (
    "Einzelne Anschaffungen, deren Preis {cap} übersteigt, sind nur mit Einwilligung des Landes zulässig.",
    "Als Mindestzahl gelten {persons} begünstigte Personen, von denen {young} eine Ausbildung aufnehmen.",
    "Zustellungen können vorab fernmündlich unter {phone} angekündigt werden.",
    "Nach Angabe der kommunalen Partei sind ihr hierfür bislang jährlich {past} entstanden.",
    "Verwaltungsgemeinkosten sind bis zur Höhe von {rate} v. H. ansatzfähig.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Vorhaben „{name}“",
    "{name} (Verlängerung)",
    "Qualifizierungsreihe {name}",
    "{name} – Los 2",
    "Stützunterricht {name}",
)
RECITALS = (
    "Das Land unterstützt Landkreise und kreisfreie Städte bei der beruflichen Eingliederung.",
    "Die kommunale Partei nimmt diese Aufgabe als Teil der Daseinsvorsorge wahr.",
    "Die Parteien haben sich über Inhalt und Umfang der Zusammenarbeit für den Zeitraum verständigt.",
)
CARRIERS = (
    "Lehrbauhof Musterau GmbH",
    "Arbeiterhilfe Beispieltal e. V.",
    "Berufliche Schulen Probestadt",
    "Jobcenter",
    "Frauen-Netzwerk Exempel e. V.",
)
ROMAN_SMALL = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")


class _Clauses:
    """ "§ 1" in the margin, its heading beside it; clauses "1.1" or "(1)" in the same margin."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.decimal = w.rng.random() < 0.5
        self.number = ""
        self.count = 0

    def open(self, title: str) -> None:
        run = self.w.next_section()
        self.number, self.count = run.text, 0
        marker = (Run("§ ", bold=True), run)
        text = (self.w.heading(title),)
        self.w.add(
            Paragraph(text, "left", before=14, after=5, indent=38, hang=38, marker=marker, with_next=True)
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.count += 1
        marker = plain(f"{self.number}.{self.count}" if self.decimal else f"({self.count})")
        self.w.add(Paragraph(text, "justify", after=6, indent=38, hang=38, marker=marker))

    def item(self, index: int, text: Text) -> None:
        marker = plain(f"({ROMAN_SMALL[index]})")
        self.w.add(Paragraph(text, "left", after=3, indent=72, hang=30, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, long_date)
    w = Writer(s, rng)
    annexed = not s.amendment and rng.random() < 0.5
    _opening(w)
    clauses = _Clauses(w)
    if s.amendment:
        _amend(clauses)
    else:
        _agree(clauses, annexed)
    _sign(w)
    if annexed:
        _annex(w)
    return w, Sheet(
        family=rng.choice(("caladea", "source-serif", "times")),
        size=rng.choice((10.8, 11.4)),
        leading=rng.choice((1.3, 1.4)),
        header=rng.choice((None, "Unser Zeichen 1187/" + str(s.year)[2:])),
        header_align="left",
        header_on_first=True,
        footer=rng.choice(("{page} | {pages}", "{page}. von {pages} Seiten")),
        footer_align="right",
        left=88,
        right=72,
        hyphenate=False,
    )


def _opening(w: Writer) -> None:
    """Programme and year in brackets under the title; who receives is named before who gives."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph((w.kind(),), "center", scale=1.7, before=6, after=4),
        Paragraph((Run("("), *programme_names(w), Run(" "), w.year(), Run(")")), "center", after=18),
        Paragraph(plain("der Parteien"), "left", after=6, with_next=True),
    )
    order = [*range(1, len(s.parties)), 0]
    loud = rng.random() < 0.5
    for place, index in enumerate(order, start=1):
        name = w.bare_party(index)
        if loud:
            name = replace(name, text=capitals(name.text), bold=True)
        party = s.parties[index]
        street = f", {rng.choice(('Rathausgasse', 'Am Schlosspark', 'Lange Zeile'))} {rng.randint(1, 40)}"
        seat = f"{street}, {party.seat}"
        called = "Land" if index == 0 else "Kommune" if len(s.recipients) == 1 else f"Kommune {index}"
        text = (name, Run(seat), *represented(w, index), Run(f" („{called}“)"))
        tail = Run(" und" if place == len(order) - 1 else "." if place == len(order) else ",")
        w.add(Paragraph((*text, tail), "left", after=5, indent=38, hang=38, marker=plain(f"[{place}]")))
    if s.amendment:
        return
    w.add(Paragraph(plain("Vorbemerkungen", True), "left", before=12, after=5, with_next=True))
    for letter, sentence in zip("ABC", rng.sample(RECITALS, 3), strict=True):
        marker = plain(f"{letter}.")
        w.add(Paragraph(plain(sentence), "justify", after=4, indent=38, hang=38, marker=marker))


def _amend(clauses: _Clauses) -> None:
    w = clauses.w
    clauses.open("Bezugsvereinbarung")
    clauses.say(
        "Die Parteien haben am {day} eine Zielvereinbarung geschlossen („Bezugsvereinbarung“).",
        day=amended(w),
    )
    clauses.open("Anpassung des Höchstbetrags")
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        clauses.say("Der in der Bezugsvereinbarung für {clause_year} genannte Höchstbetrag wird ersetzt.")
        clauses.item(0, (Run("Alte Fassung: "), old))
        clauses.item(1, (Run("Neue Fassung: "), new))
    else:
        clauses.say(
            "Die Parteien passen den Höchstbetrag des Jahres {clause_year} an; er wird mit {new} statt mit "
            "{old} bemessen.",
            old=old,
            new=new,
        )
    clauses.open("Bestand im Übrigen")
    clauses.say(
        "Weitere Anpassungen sind nicht vereinbart. Das {authority} ist zu unterrichten.",
        authority=w.authority(),
    )


def _agree(clauses: _Clauses, annexed: bool) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    clauses.open("Gegenstand")
    clauses.say(
        "Gegenstand ist die anteilige Finanzierung örtlicher Vorhaben durch das Land sowie die Festlegung "
        "der damit verfolgten Ergebnisse."
    )
    clauses.say("Die Vorbemerkungen sind Bestandteil dieser Vereinbarung.")
    clauses.open(rng.choice(("Vorhaben", "Begünstigte Vorhaben")))
    if annexed:
        clauses.say("Welche Vorhaben begünstigt sind, ergibt sich aus der Aufstellung in Anhang 1.")
    else:
        _in_text(clauses)
    clauses.open(rng.choice(("Höchstbetrag", "Höchstbetrag und Abruf")))
    _funds(clauses)
    for text in aside_texts(w, OWN_ASIDES):
        clauses.put(text)
    clauses.open("Vollzug")
    clauses.say("Den Vollzug dieser Vereinbarung übernimmt das {authority}.", authority=w.authority())
    clauses.say(
        "Die Kommune legt spätestens am {deadline} Rechnung. Unterbleibt dies, kann das Land zurücktreten.",
        deadline=w.date(s.deadline, "deadline"),
    )
    if s.reference:
        clauses.say(
            "Maßgeblich ist der Kosten- und Finanzierungsplan in der Fassung vom {day}.",
            day=w.date(s.reference, "reference"),
        )
    clauses.open(rng.choice(("Laufzeit", "Inkrafttreten, Laufzeit")))
    clauses.say(
        "Diese Vereinbarung erfasst Ausgaben, die ab dem {start} und vor dem Ablauf des {end} entstehen.",
        start=w.date(date(s.year, 1, 1), "period_start"),
        end=w.date(date(s.year, 12, 31), "period_end"),
    )


def _funds(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    if years:
        clauses.say(
            "Der Höchstbetrag für das Jahr des Abschlusses und die Folgejahre ergibt {total}.", total=amount
        )
    else:
        clauses.say(
            rng.choice(
                (
                    "Die Leistung des Landes ist für {clause_year} der Höhe nach auf {total}{words} "
                    "beschränkt („Höchstbetrag“).",
                    "Höchstbetrag ist, bezogen auf das Jahr {clause_year}, die Summe von {total}{words}.",
                )
            ),
            total=amount,
            words=(Run(" [in Worten: "), words, Run("]")) if words else "",
        )
    if s.budget in SPLIT:
        _split(clauses)
    elif s.budget == "running_text":
        _plan(clauses)
    elif s.budget == "in_words" or (s.budget == "one_line" and rng.random() < 0.5):
        _instalments(clauses)


def _split(clauses: _Clauses) -> None:
    """Small Roman figures, or a table with the kind of the money between label and sum."""
    w, s = clauses.w, clauses.w.scenario
    years = s.budget == "by_year"
    if s.listing == "list":
        clauses.say("Innerhalb des Höchstbetrags gelten als Obergrenzen")
        for part in parts(w):
            lead = Run(" im Jahr " if years else " für " if s.budget == "by_measure" else " aus dem Titel ")
            tail = Run(";" if part.index < _count(s) - 1 else ".")
            clauses.item(part.index, (part.amount, lead, *part.label, tail))
        w.add(Gap(4))
        return
    clauses.say("Der Höchstbetrag gliedert sich nach folgender Maßgabe:")
    w.tables += 1
    found = parts(w, style="sign", table=w.tables, rows=range(1, _count(s) + 1))
    heads = ("Jahr" if years else "Titel", "Art der Mittel", "Obergrenze")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for part in found:
        kind = "Verpflichtung" if years and part.index else "Barmittel"
        rows.append((part.label, plain(kind), (part.amount,)))
    run = total(w, style="sign", table=w.tables, row=len(rows), year=None if years else s.clause_year)
    rows.append((plain("Höchstbetrag"), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    w.add(Table(tuple(rows), (1.0 if years else 3.0, 1.3, 1.4), aligns, s.ruled, padding=3.5, together=True))


def _count(s: Scenario) -> int:
    return len(s.measures) if s.budget == "by_measure" else len(s.shares)


def _plan(clauses: _Clauses) -> None:
    """What all of it costs and what the municipal side adds: sums beside the one of the agreement."""
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    own = (s.total / 400).quantize(Decimal(1), ROUND_DOWN) * rng.randint(40, 160)
    own = own.quantize(Decimal("0.01"))
    clauses.say("Die Parteien legen folgende Finanzierung zugrunde:")
    w.tables += 1
    lines: list[tuple[str, Decimal | None]] = [
        ("Ausgaben insgesamt", s.total + own),
        ("./. Eigenmittel der Kommune", own),
        ("Höchstbetrag", None),
    ]
    rows: list[tuple[Text, ...]] = [(plain("Position", True), plain("Betrag", True))]
    for label, value in lines:
        if value is None:
            run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        else:
            run, _ = w.amount(
                value,
                "other",
                style="sign",
                label=label.removeprefix("./. "),
                year=s.clause_year,
                table=w.tables,
                row=len(rows),
            )
        rows.append((plain(label, value is None), (run,)))
    w.add(Table(tuple(rows), (3.0, 1.4), ("left", "right"), s.ruled, padding=3.5, together=True))


def _instalments(clauses: _Clauses) -> None:
    """The sum in two or three instalments, in lines."""
    w, s = clauses.w, clauses.w.scenario
    count = w.rng.choice((2, 3))
    each = (s.total / count / 100).quantize(Decimal(1), ROUND_DOWN) * 100
    values = [each.quantize(Decimal("0.01"))] * (count - 1)
    values.append(s.total - sum(values))
    due = [
        ("Erste Rate", "nach Unterzeichnung"),
        ("Zweite Rate", "zur Jahresmitte"),
        ("Schlussrate", "nach Prüfung der Schlussrechnung"),
    ]
    if count == 2:
        del due[1]
    clauses.say("Der Höchstbetrag wird in Raten geleistet:")
    for index, ((name, when), value) in enumerate(zip(due, values, strict=True)):
        run, _ = w.amount(value, "component", text=figures(value, s.figures), label=name, year=s.clause_year)
        clauses.item(index, (Run(f"{name} ({when}): "), run))
    w.add(Gap(4))


def _in_text(clauses: _Clauses) -> None:
    """A clause for each measure; its projects counted in small Roman figures, in lines or in the sentence."""
    w, rng = clauses.w, clauses.w.rng
    inside = rng.random() < 0.5
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        items: list[Text] = []
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            money = project_money(w, measure, project, " bis zu ")
            lead = (Run(f"({ROMAN_SMALL[index]}) "),) if inside and len(names) > 1 else ()
            items.append((*lead, name, *money))
        head = (Run(f"Zur Maßnahmenart {measure.number} („"), title, Run("“)"))
        verb = " gehört " if len(items) == 1 else " gehören "
        if inside or len(items) == 1:
            clauses.put((*head, Run(verb), *enumerated(items), Run(".")))
            continue
        clauses.put((*head, Run(verb)))
        for index, item in enumerate(items):
            clauses.item(index, (*item, Run("." if index == len(items) - 1 else ",")))
        w.add(Gap(3))


def _annex(w: Writer) -> None:
    """Behind the signatures: who runs what, grouped by measure, and what each group gets."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.add(
        NewPage(),
        Paragraph(plain("Anhang 1", True), "left", scale=1.1, after=2, with_next=True),
        Paragraph(plain("Aufstellung der begünstigten Vorhaben"), "left", after=10, with_next=True),
    )
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Maßnahmenart {measure.number}", bold=True), Run(" · "), title)
        w.add(Paragraph(head, "left", before=6, after=2, with_next=True))
        w.tables += 1 if paid else 0
        last = "Obergrenze" if paid else "Personen"
        rows: list[tuple[Text, ...]] = [
            (plain("Lfd.", True), plain("Vorhaben, Träger", True), plain(last, True))
        ]
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            money: Text = plain(str(w.rng.randint(6, 48)))
            if paid:
                money = (project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),)
            carrier = Run(f", {w.rng.choice(CARRIERS)}")
            rows.append((plain(str(index)), (name, carrier), money))
        if paid and len(names) > 1:
            run = subtotal(w, measure, style="sign", table=w.tables, row=len(rows))
            rows.append(((), plain("Summe"), (run,)))
        aligns: tuple[Align, ...] = ("center", "left", "right")
        w.add(Table(tuple(rows), (0.5, 4.0, 1.4), aligns, s.ruled, padding=3.0, together=True))


def _sign(w: Writer) -> None:
    """A paragraph for each hand: where, when and for whom in one line, the pen, who in one bracket."""
    own_page = w.rng.random() < 0.3
    if own_page:
        w.add(NewPage(), Paragraph(plain("Unterschriftsblatt", True), "center", after=4))
    for number, signer in enumerate(w.scenario.signers):
        lines = _lines(enter(w, signer))
        w.add(SignatureColumns((lines,), before=16.0 if number else 22.0))


def _lines(one: Signature) -> tuple[SignLine, ...]:
    article, organisation = one.organisation("accusative")
    lines = [
        SignLine((one.place, Run(", "), one.date, Run(f", für {article} "), organisation, Run(":"))),
        SignLine((), "rule", pen=one.name is not None, height=40.0),
    ]
    if one.name and one.function:
        deputy = "in Vertretung " if one.signer.deputising else ""
        lines.append(SignLine((Run(f"({deputy}"), one.name, Run(", "), one.function, Run(")"))))
    return tuple(lines)
