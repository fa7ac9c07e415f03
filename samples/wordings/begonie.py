"""The official form: numbered headings; projects in lists, in cells of a table or in sentences."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party
from samples.wordings.money import SPLIT, parts, project_money, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, asides, programme_names, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Für Lehr- und Lernmittel gilt je Platz eine Obergrenze von {cap} im Kalenderjahr.",
    "Geplant sind {persons} Eintritte; {young} Plätze sind für Alleinerziehende reserviert.",
    "Ansprechstelle für Träger: {phone}.",
    "Das Volumen des Vorläuferprogramms lag im Mittel bei {past} pro Jahr.",
    "Eine Umschichtung zwischen den Maßnahmenarten ist bis {rate} % ohne Antrag zulässig.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} – 1. Ausbildungsjahr",
    "Vermittlungscoaching {name}",
    "{name} (Verbund Musterau)",
    "Verbundausbildung {name}",
    "{name} für Frauen",
)
FIGURES = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")


class _Points:
    """ "1. Heading", "1 Heading" or "I. Heading", the text beneath flush or set in."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.dot = "." if w.numbering == "I" else w.rng.choice((".", ")"))
        self.indent = w.rng.choice((0.0, 24.0))

    def section(self, title: str) -> None:
        number = (self.w.next_section(), Run(self.dot, bold=True))
        self.w.add(
            Paragraph(
                (self.w.heading(title),),
                "left",
                before=12,
                after=5,
                indent=24,
                hang=24,
                marker=number,
                with_next=True,
            )
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text, with_next: bool = False) -> None:
        self.w.add(Paragraph(text, indent=self.indent, after=6, with_next=with_next))

    def bullets(self, sentences: tuple[str, ...]) -> None:
        for sentence in sentences:
            marker = plain("-")
            self.w.add(Paragraph(self.w.fill(sentence), after=3, indent=40, hang=14, marker=marker))
        self.w.add(Gap(3))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng, numbering=rng.choice(("§", "§", "I")))
    _title(w)
    points = _Points(w)
    if s.amendment:
        points.section("Gegenstand der Änderung")
        old, new = replaced(w)
        points.say(
            rng.choice(
                (
                    "An die Stelle der bisher eingeplanten Summe ({old}) tritt für {clause_year} die "
                    "Summe von {new}.",
                    "Das Kontingent {clause_year} wird neu festgesetzt. Bisherige Höhe: {old}. Neue "
                    "Höhe: {new}.",
                )
            ),
            old=old,
            new=new,
        )
        points.section("Inkrafttreten")
        points.say(
            "Die Änderung wird mit der letzten Unterschrift wirksam. Das {authority} wird unterrichtet.",
            authority=w.authority(),
        )
    else:
        _agree(points)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("caladea", "manrope")),
        size=11.0,
        leading=rng.choice((1.3, 1.5)),
        header=rng.choice(("{page}", "- {page} -")),
        header_align="center",
        footer=rng.choice((None, f"ZV {s.recipients[0].seat} {s.year}")),
        footer_align="left",
        left=rng.choice((71, 84)),
        right=rng.choice((57, 71)),
        top=70,
    )


def _title(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("center", "left"))
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark.replace("Az.", "Aktenzeichen:")), "right", scale=0.85, after=12))
    if rng.random() < 0.5:
        w.add(
            Paragraph((w.kind(),), align, scale=1.35, after=2),
            Paragraph((Run("zum "), *programme_names(w), Run(" "), w.year(bold=True)), align, after=12),
        )
    else:
        w.add(
            Paragraph((w.kind(), Run(" "), w.year(bold=True)), align, scale=1.35, after=2),
            Paragraph((Run("Umsetzung: "), *programme_names(w)), align, after=12),
        )
    if s.amendment:
        w.add(Paragraph(w.fill("zur Vereinbarung vom {day}", day=amended(w)), align, after=10))
    joined = rng.random() < 0.5
    last = len(s.parties) - 1
    if joined:
        runs: list[Run] = [Run("Zwischen ")]
        for index in range(len(s.parties)):
            runs += [Run(" und " if index == last else ", ")] if index else []
            inserted = represented(w, index)
            alias = ("Land", "Kommune", "weitere Kommune")[min(index, 2)]
            runs += [*w.party(index, "dative", mark=True), *inserted, Run(f" (im Folgenden: {alias})")]
        w.add(Paragraph((*runs, Run(" wird vereinbart:")), "left", after=10))
        return
    w.add(Paragraph(plain("zwischen"), align, after=6))
    for index in range(len(s.parties)):
        w.add(Paragraph((*w.party(index, "dative", mark=True), *represented(w, index)), align, after=6))
        if index < last:
            w.add(Paragraph(plain("und"), align, after=6))
    w.add(Gap(6))


def _agree(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.section(rng.choice(("Ausgangslage", "Grundlagen")))
    points.say(
        "{G} hat die Arbeitsmarktförderung regionalisiert. Kreise und kreisfreie Städte entscheiden "
        "selbst, welche "
        "Vorhaben sie aus dem {prog} verwirklichen, und legen über die Ergebnisse Rechenschaft ab."
    )
    if s.reference:
        points.say(
            "Die Richtlinie des Landes vom {day} findet Anwendung.", day=w.date(s.reference, "reference")
        )
    points.section("Gemeinsame Ziele")
    points.say("Beide Seiten wollen erreichen, dass")
    points.bullets(
        (
            "junge Menschen ohne Ausbildungsplatz auf eine Ausbildung vorbereitet werden,",
            "Auszubildende mit Unterstützungsbedarf ihren Abschluss erreichen,",
            "langzeitarbeitslose Frauen und Männer sich für den örtlichen Bedarf qualifizieren.",
        )
    )
    points.section(rng.choice(("Budget", "Finanzielle Ausstattung")))
    _funds(points)
    start = len(w.blocks)
    asides(w, OWN_ASIDES)
    said = [block for block in w.blocks[start:] if isinstance(block, Paragraph)]
    w.blocks[start:] = [replace(block, indent=points.indent) for block in said]
    points.section(rng.choice(("Geplante Vorhaben", "Einsatz des Budgets")))
    _projects(points)
    points.section("Berichtspflichten")
    points.say(
        "Die Zuwendung wird beim {authority} beantragt und von ihm bewilligt. Ein Sachbericht sowie der "
        "zahlenmäßige "
        "Nachweis sind zum {deadline} fällig.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    points.section("Schlussbestimmungen")
    points.say(
        "Änderungen bedürfen der Schriftform. Auf die Förderung durch das Land ist bei Veröffentlichungen "
        "hinzuweisen."
    )


def _funds(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    spelled: Text | str = (Run(" – in Worten: "), words, Run(" –")) if words else ""
    if s.budget == "one_line":
        lead = rng.choice(("Budget {clause_year}:", "Landesmittel im Jahr {clause_year}:"))
        line = (*w.fill(lead), Run("  "), amount)
        w.add(Paragraph(line, "left", before=2, after=8, indent=points.indent + 20))
        points.say(
            "Eine spätere Erhöhung setzt freie Haushaltsmittel und eine Änderung der Vereinbarung voraus."
        )
        return
    sentence = (
        "Das Budget hat einschließlich der Verpflichtungsermächtigungen einen Umfang von {total}{words}."
        if years
        else rng.choice(
            (
                "Für Vorhaben im Jahr {clause_year} wird {r_dat} ein Budget von {total}{words} eingeräumt.",
                "Das Budget des Jahres {clause_year} ist auf {total}{words} bemessen.",
                "{G} finanziert die Vorhaben des Jahres {clause_year} mit einem Betrag bis zu "
                "{total}{words}.",
            )
        )
    )
    points.say(sentence, total=amount, words=spelled)
    if s.budget not in SPLIT:
        return
    if s.listing == "list" or s.budget == "two_programmes":
        points.put(w.fill("Es gliedert sich in:"), with_next=True)
        for part in parts(w):
            lead_in = Run("Haushaltsjahr ") if years else Run("")
            # The sum comes first, then what it is for.
            text = (part.amount, Run(" – "), lead_in, *part.label)
            w.add(Paragraph(text, "left", after=2, indent=points.indent + 16))
        w.add(Gap(4))
        return
    _split(w)


def _split(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    years = s.budget == "by_year"
    count = len(s.shares) if years else len(s.measures)
    thousands = w.rng.choice(("cell", "sign"))
    found = parts(w, style=thousands, table=w.tables, rows=range(1, count + 1))
    year = None if years else s.clause_year
    amount = total(w, style=thousands, bold=True, table=w.tables, row=count + 1, year=year)
    money = "Betrag (EUR)" if thousands == "cell" else "Betrag"
    rows: list[tuple[Text, ...]] = [(plain("Haushaltsjahr" if years else "Maßnahmenart"), plain(money))]
    rows += [(part.label, (part.amount,)) for part in found]
    rows.append((plain("Summe", True), (amount,)))
    w.add(Table(tuple(rows), (1.2, 1.0) if years else (4.0, 1.3), ("left", "right"), s.ruled))


def _projects(points: _Points) -> None:
    """A table with a row for each measure, or a paragraph for each with its projects beneath in letters."""
    w, s = points.w, points.w.scenario
    sums = s.budget == "by_project"
    if w.rng.random() < 0.5 and not sums:
        points.say("Die Vorhaben verteilen sich auf diese Maßnahmenarten:")
        rows: list[tuple[Text, ...]] = [
            (plain("Nr.", True), plain("Maßnahmenart", True), plain("Vorhaben", True))
        ]
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            cell: list[Run] = []
            for i, name in enumerate(names):
                cell += [Run("; "), name] if i else [name]
            rows.append((plain(str(measure.number)), (title,), tuple(cell)))
        w.add(
            Table(
                tuple(rows), (0.45, 2.6, 3.0), ("left", "left", "left"), s.ruled, padding=5.0, together=True
            )
        )
        return
    points.say("Das Budget wird eingesetzt für:")
    before_sum = w.rng.choice((", Anteil am Budget ", ": ", " = "))
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        lead = Run(f"Maßnahmenart {FIGURES[measure.number]}")
        w.add(
            Paragraph((lead,), "left", before=2, after=0, indent=points.indent, with_next=True),
            Paragraph((title, Run(":")), "left", after=3, indent=points.indent, with_next=True),
        )
        letters = "abcdefgh"
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            end = Run("." if i == len(names) - 1 else ",")
            money = project_money(w, measure, project, before_sum)
            plainly = sums or name.text.endswith(".")
            w.add(
                Paragraph(
                    (name, *money, *(() if plainly else (end,))),
                    "left",
                    after=2,
                    indent=points.indent + 36,
                    hang=20,
                    marker=plain(f"{letters[i]})"),
                )
            )
    w.add(Gap(4))


def _sign(w: Writer) -> None:
    """Organ above, then place and date, then the line with its caption, at last the office above the name."""
    rng = w.rng
    captions = rng.choice(("(Unterschrift)", "(Unterschrift und Siegel)", ""))
    office_first = rng.random() < 0.6
    organ = rng.random() < 0.6
    stacked = rng.random() < 0.35
    columns: list[tuple[SignLine, ...]] = []
    for group in enter_by_party(w, named_once=True):
        lines: list[SignLine] = [_organisation(group[0][0], organ), SignLine(height=6.0)]
        for one, own_line in group:
            if own_line:
                lines += [SignLine((one.place, Run(", den "), one.date)), SignLine(height=4.0)]
            deputy = plain("in Vertretung" if one.signer.deputising else "")
            lines += [SignLine(deputy, pen=one.name is not None, height=46.0), SignLine(plain("." * 46))]
            lines += [SignLine(plain(captions))] if captions else []
            if one.name and one.function:
                named = [SignLine((one.name,)), SignLine((one.function,))]
                lines += reversed(named) if office_first else named
            lines.append(SignLine(height=10.0))
        columns.append(tuple(lines))
    if stacked:
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column,), before=26.0 if number == 0 else 8.0))
        return
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=26.0 if start == 0 else 8.0))


def _organisation(one: Signature, organ: bool) -> SignLine:
    gender = one.signer.organisation.gender
    if organ and gender != "n":
        article, name = one.organisation("genitive")
        lead = "Für den Kreisausschuss " if gender == "m" else "Für den Magistrat "
        return SignLine((Run(f"{lead}{article} "), name))
    article, name = one.organisation("accusative")
    return SignLine((Run(f"Für {article} "), name))
