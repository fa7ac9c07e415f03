"""The sides first, the title below them; "§ 1" over its heading, counted paragraphs, carriers in a column."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    SPLIT,
    Part,
    parts,
    project_sum,
    replaced,
    subtotal,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.wordings.roles import giver, roles, takers, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Fahrtkosten der Teilnehmenden sind bis zur Höhe von {cap} je Person förderfähig.",
    "Die Vertragsparteien gehen von {persons} Eintritten und {young} Abbrüchen aus.",
    "Fachliche Fragen beantwortet das zuständige Referat ({phone}).",
    "Das Gesamtvolumen des Programms beläuft sich hessenweit auf {past}.",
    "Indirekte Ausgaben können mit einem Satz von {rate} vom Hundert pauschaliert werden.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} Plus",
    "Orientierungskurs {name}",
    "{name} (berufsbegleitend)",
    "Assistierte Ausbildung {name}",
    "{name}, 2. Durchgang",
)
CARRIERS = (
    "Volkshochschule",
    "Bildungswerk Musterau gGmbH",
    "Kreishandwerkerschaft",
    "Internationaler Verein Probestadt e. V.",
    "Berufsbildungszentrum Beispieltal",
    "Kommunales Jobcenter",
)


class _Clauses:
    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w, by_short_name=False)
        self.count = 0

    def open(self, title: str) -> None:
        self.count = 0
        self.w.add(
            Paragraph(
                (Run("§ ", bold=True), self.w.next_section()), "center", before=12, with_next=True, after=1
            ),
            Paragraph((self.w.heading(title),), "center", after=5, with_next=True),
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.count += 1
        text = self.w.fill(sentence, **{**self.words, **filled})
        marker = plain(f"({self.count})")
        self.w.add(Paragraph(text, after=5, indent=24, hang=24, marker=marker, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((long_date, full_figures)))
    w = Writer(s, rng)
    _opening(w)
    clauses = _Clauses(w)
    if s.amendment:
        _amend(clauses)
    else:
        _agree(clauses)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((11.0, 11.6)),
        leading=rng.choice((1.3, 1.4)),
        footer=rng.choice(("Seite {page} von {pages}", "{page}")),
        footer_align=rng.choice(("center", "right")),
        hyphenate=rng.random() < 0.4,
        left=76,
        right=76,
    )


def _opening(w: Writer) -> None:
    s = w.scenario
    called = [giver(w, by_short_name=False)["nominative"].partition(" ")[2]]
    one = takers(w)["nominative"].partition(" ")[2] if len(s.recipients) == 1 else "Kommune"
    count = len(s.recipients)
    called += [one] if count == 1 else [f"{one} {number}" for number in range(1, count + 1)]
    for index in range(len(s.parties)):
        article, name = w.party(index, "nominative", mark=True, capital=index == 0)
        inserted = represented(w, index)
        w.add(
            Paragraph((article, replace(name, bold=True), *inserted), "left", after=1, with_next=True),
            Paragraph(plain(f"– im Weiteren „{called[index]}“ –"), "left", after=6, indent=24),
        )
        if index < len(s.parties) - 1:
            w.add(Paragraph(plain("und"), "left", after=6))
    programmes = [(w.programme(index),) for index in range(len(s.programmes))]
    which = "die nachstehende" if s.amendment else "folgende"
    w.add(
        Paragraph(plain(f"schließen {which}"), "left", after=12),
        Paragraph((w.kind(),), "center", scale=1.5, after=3),
        Paragraph((Run("zum "), *enumerated(programmes, " und zum ")), "center", scale=1.1, after=3),
        Paragraph((Run("Haushaltsjahr "), w.year()), "center", after=8),
    )


def _amend(clauses: _Clauses) -> None:
    w, s = clauses.w, clauses.w.scenario
    clauses.open("Gegenstand der Änderung")
    old, new = replaced(w)
    clauses.say(
        "Die Vertragsparteien haben am {day} eine Zielvereinbarung getroffen. Deren Ansatz für das Jahr "
        "{clause_year} wird neu gefasst.",
        day=amended(w),
    )
    clauses.say(
        w.rng.choice(
            (
                "Der Ansatz beläuft sich nunmehr auf {new}; die Angabe „{old}“ entfällt.",
                "Die Angabe „{old}“ wird durch die Angabe „{new}“ ersetzt.",
            )
        ),
        old=old,
        new=new,
    )
    clauses.open("Inkrafttreten")
    start = date(s.year, 1, 1)
    clauses.say(
        "Die Änderung tritt rückwirkend zum {start} in Kraft.",
        start=w.date(start, "period_start"),
    )
    clauses.say("Das {authority} ändert seinen Zuwendungsbescheid von Amts wegen.", authority=w.authority())


def _agree(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    clauses.open("Grundlagen")
    rule = date(rng.choice((s.year - 2, s.year - 1)), 11, rng.randint(3, 27))
    clauses.say(
        "Es gelten die Fach- und Fördergrundsätze vom {rule} in der jeweils aktuellen Fassung sowie die "
        "§§ 23 und 44 der Landeshaushaltsordnung.",
        rule=w.date(rule, "reference"),
    )
    if s.reference:
        clauses.say(
            "Der Förderantrag {takes_gen} datiert vom {day}.",
            day=w.date(s.reference, "reference"),
        )
    clauses.open(rng.choice(("Zielsetzung", "Zweck der Förderung")))
    clauses.say(
        "Ausbildungssuchende, Geringqualifizierte und Beschäftigte ohne Abschluss sollen passgenaue Angebote "
        "erhalten, die an ihrem Wohnort erreichbar sind."
    )
    clauses.say(
        "{Takes} {steers} die Angebote in eigener Verantwortung und {minds} auf die Gleichstellung der "
        "Geschlechter.",
        steers=verb(w, "steuert", "steuern"),
        minds=verb(w, "achtet", "achten"),
    )
    clauses.open(rng.choice(("Höhe der Zuwendung", "Landesmittel")))
    _money(clauses)
    clauses.open("Projekte und Träger")
    _projects(clauses)
    clauses.open("Verfahren")
    clauses.say("Bewilligungsbehörde ist das {authority}.", authority=w.authority())
    interim = date(s.year, 12, 15)
    clauses.say(
        "Ein Sachstandsbericht ist spätestens am {interim} zu übermitteln. Der abschließende Nachweis muss "
        "der Bewilligungsbehörde am {deadline} vorliegen.",
        interim=w.date(interim, "deadline"),
        deadline=w.date(s.deadline, "deadline"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        clauses.say("{text}", text=text)
    clauses.open("Bewilligungszeitraum")
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    clauses.say(
        "Der Bewilligungszeitraum erstreckt sich vom {start} bis {end}.",
        start=w.date(start, "period_start", rng.choice((None, full_figures(start)))),
        end=w.date(end, "period_end", rng.choice((None, full_figures(end)))),
    )
    clauses.say(
        "Kann ein Projekt nicht stattfinden, verständigen sich die Vertragsparteien über ein anderes."
    )


def _money(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    spelled: Text | str = (Run(" ("), words, Run(")")) if words else ""
    if years:
        clauses.say(
            "{Gives} beteiligt sich über mehrere Haushaltsjahre mit insgesamt {total}. Es entfallen auf "
            "das Haushaltsjahr",
            with_next=True,
            total=amount,
        )
    else:
        clauses.say(
            rng.choice(
                (
                    "{Gives} bewilligt {takes_dat} für das Haushaltsjahr {clause_year} Mittel in Höhe von "
                    "{total}{words}.",
                    "Die Zuwendung {gives_gen} ist für das Haushaltsjahr {clause_year} auf {total}{words} "
                    "begrenzt.",
                )
            ),
            total=amount,
            words=spelled,
        )
    if s.budget in SPLIT:
        _split(clauses)
    clauses.say("Ein Rechtsanspruch auf Förderung in den Folgejahren entsteht hieraus nicht.")


def _split(clauses: _Clauses) -> None:
    """Years in lines or a table; two programmes in a sentence; kinds of measures in either."""
    w, s = clauses.w, clauses.w.scenario
    if s.budget == "by_year":
        if s.listing == "list":
            for part in parts(w):
                w.add(Paragraph((*part.label, Run("    "), part.amount), "left", after=2, indent=60))
            w.add(Gap(5))
            return
        w.tables += 1
        years = [(part.label, (part.amount,)) for part in _in_table(w, len(s.shares))]
        w.add(
            Table(
                ((plain("Haushaltsjahr"), plain("Landesmittel (€)")), *years),
                (1.0, 1.0),
                ("center", "right"),
                s.ruled,
                padding=3,
                together=True,
            )
        )
        return
    if s.budget == "two_programmes" or s.listing == "list":
        lead = "das " if s.budget == "two_programmes" else "„"
        close = "" if s.budget == "two_programmes" else "“"
        named = [(part.amount, Run(f" auf {lead}"), *part.label, Run(close)) for part in parts(w)]
        clauses.say("Von diesen Mitteln entfallen {named}.", named=enumerated(named, " und "))
        return
    clauses.say("Auf die Maßnahmenarten werden die Mittel verteilt, wie die Übersicht zeigt:", with_next=True)
    w.tables += 1
    rows = [
        ((*plain(str(measure.number)),), part.label, (part.amount,))
        for measure, part in zip(s.measures, _in_table(w, len(s.measures)), strict=True)
    ]
    head = (plain("Art"), plain("Inhalt"), plain("Mittel in €"))
    aligns: tuple[Align, ...] = ("center", "left", "right")
    w.add(Table((head, *rows), (0.5, 4.0, 1.4), aligns, s.ruled, padding=3, together=True))


def _in_table(w: Writer, count: int) -> list[Part]:
    return parts(w, style="cell", table=w.tables, rows=range(1, count + 1))


def _projects(clauses: _Clauses) -> None:
    """A table: a row across for each kind, then number, project, carrier and, where given, its money."""
    w, s = clauses.w, clauses.w.scenario
    clauses.say("Gefördert werden die nachstehenden Projekte:", with_next=True)
    money = s.budget == "by_project"
    w.tables += 1
    head: list[Text] = [plain("Lfd. Nr.", True), plain("Projekt", True), plain("Träger", True)]
    rows: list[tuple[Text, ...]] = [(*head, plain("Euro", True)) if money else tuple(head)]
    running = 0
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number}: "), title),))
        for name, project in zip(names, measure.projects, strict=True):
            running += 1
            carrier = random.Random(f"{s.year}{project.name}").choice(CARRIERS)
            row: list[Text] = [plain(str(running)), (name,), plain(carrier)]
            if money:
                place = {"table": w.tables, "row": len(rows)}
                row.append((project_sum(w, measure, project, style="cell", **place),))
            rows.append(tuple(row))
        if money and len(names) > 1:
            run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows))
            rows.append(((), plain("Zwischensumme"), (), (run,)))
    if money:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Zuwendung insgesamt", True), (), (run,)))
    shares = (0.7, 2.7, 2.2, 1.2) if money else (0.7, 3.0, 2.6)
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    ruled = "rows" if s.ruled == "none" else s.ruled
    w.add(Table(tuple(rows), shares, aligns[: len(shares)], ruled, padding=3))


def _sign(w: Writer) -> None:
    """Each side in a block: a line of place and day, the lines to sign on, whom for at the foot."""
    w.add(Gap(10))
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        lines: list[SignLine] = []
        for one, dated in side:
            if dated:
                lines.append(SignLine((one.place, Run(", den "), one.date)))
            lines += _hand(w, one)
        lines.append(SignLine((side[0][0].bare_organisation,)))
        columns.append(tuple(lines))
    if w.scenario.signature_form == "stacked":
        w.add(*[SignatureColumns((column,), before=18.0) for column in columns])
        return
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=16.0, gutter=36.0))


def _hand(w: Writer, one: Signature) -> list[SignLine]:
    lines = [SignLine((), "rule", pen=one.name is not None, height=38.0)]
    if w.scenario.signing == "captions":
        lines.append(SignLine(plain("(Unterschrift und Siegel)")))
    if one.name and one.function:
        deputy = plain("in Vertretung ") if one.signer.deputising else ()
        lines.append(SignLine((*deputy, one.name)))
        lines.append(SignLine((one.function,)))
    return lines
