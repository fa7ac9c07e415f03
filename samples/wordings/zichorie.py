"""Held back for the test split; closed to everybody who works on the reader."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

from samples.blocks import Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import redated
from samples.wordings.money import parts, project_money, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Ein Laptop für einen Kurs darf höchstens {cap} kosten.",
    "In den Projekten ist Platz für {persons} Menschen. Für {young} Menschen gibt es Hilfe in "
    "Gebärden-Sprache.",
    "Haben Sie Fragen? Dann rufen Sie an: {phone}.",
    "Im letzten Jahr hat das Land allen zusammen {past} gegeben.",
    "Für das Büro dürfen die Projekte {rate} Prozent vom Geld ausgeben.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} leicht",
    "Lern-Treff {name}",
    "{name} für Eltern",
    "{name} mit Übung",
    "Werk-Raum {name}",
)
HELPERS = (
    "die Volks-Hochschule",
    "die Lebenshilfe",
    "das Jobcenter",
    "der Verein Arbeit für alle",
    "die Diakonie",
    "die Hand-Werker-Schule",
)


class _Steps:
    """A large number at the left, a heading beside it; then every sentence on a line of its own."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w, by_short_name=False)

    def open(self, title: str) -> None:
        marker = (self.w.next_section(),)
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(
                heading,
                "left",
                scale=1.25,
                before=16,
                after=6,
                indent=34,
                hang=34,
                marker=marker,
                with_next=True,
            )
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=3, indent=34, with_next=with_next))

    def dot(self, text: Text, with_next: bool = False) -> None:
        self.w.add(
            Paragraph(text, "left", after=3, indent=54, hang=16, marker=plain("•"), with_next=with_next)
        )


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, long_date)
    w = Writer(s, rng)
    w.add(
        Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "left", scale=1.9, after=3),
        Paragraph(plain("in Einfacher Sprache"), "left", scale=1.1, after=4),
    )
    steps = _Steps(w)
    _sides(steps)
    if s.amendment:
        _amend(steps)
    else:
        steps.open(rng.choice(("Darum machen wir das", "Das wollen wir erreichen")))
        steps.say("Manche Menschen finden schwer eine Ausbildung oder eine Arbeit.")
        steps.say("Sie sollen Hilfe bekommen.")
        steps.say("Das Geld dafür heißt:", with_next=True)
        for index in range(len(s.programmes)):
            steps.dot((w.programme(index),))
        if s.reference:
            steps.say("Darüber haben alle am {day} gesprochen.", day=w.date(s.reference, "reference"))
        for step in (_money, _projects) if rng.random() < 0.7 else (_projects, _money):
            step(steps)
        _days(steps)
        steps.open("Wenn sich etwas ändert")
        steps.say("Dann sprechen wir miteinander.")
        steps.say("Änderungen müssen auf Papier stehen.")
        for text in aside_texts(w, OWN_ASIDES):
            steps.say("{text}", text=text)
    _sign(steps)
    return w, Sheet(
        family=rng.choice(("open-sans", "helvetica", "vera")),
        size=rng.choice((12.5, 13.0)),
        leading=rng.choice((1.45, 1.55)),
        footer=rng.choice(("Seite {page}", "{page}")),
        footer_align="right",
        left=68,
        right=92,
        top=70,
        bottom=70,
    )


def _sides(steps: _Steps) -> None:
    """How many agree, each behind a dot, and by which short word the paper calls it."""
    w, s = steps.w, steps.w.scenario
    steps.open("Wer diesen Vertrag macht")
    count = ("zwei", "drei", "vier", "fünf")[len(s.parties) - 2]
    steps.say(f"Den Vertrag machen {count} Partner:", with_next=True)
    last = len(s.parties) - 1
    for index in range(last + 1):
        article, name = w.party(index, "nominative", mark=True)
        short = abbreviation(w) if index == 0 else ()
        text: Text = (article, replace(name, bold=True), *((Run(" "), *short[:2], Run(")")) if short else ()))
        steps.dot((*text, *represented(w, index)))
        if index in (0, last):
            noun = steps.words["takes" if index else "gives"].partition(" ")[2]
            w.add(Paragraph(plain(f"Kurz: {noun}"), "left", after=4, indent=54))


def _amend(steps: _Steps) -> None:
    w, rng = steps.w, steps.w.rng
    steps.open("Was vorher galt")
    steps.say("Es geht um das {name}.", name=(w.programme(),))
    old, new = replaced(w)
    steps.say("Wir haben am {day} eine Ziel-Vereinbarung gemacht.", day=amended(w))
    steps.say("Darin steht für {clause_year}: Es gibt {old}.", old=old)
    steps.open(rng.choice(("Was jetzt gilt", "Was neu ist")))
    steps.say("Das ist jetzt anders.")
    steps.say("Für {clause_year} gibt es nun {new}.", new=new)
    steps.say("Alles andere bleibt gleich.")
    steps.say("Sie bekommen dazu einen Brief vom {authority}.", authority=w.authority())


def _money(steps: _Steps) -> None:
    """The sum in large type on a line of its own; its parts behind dots or in columns."""
    w, s, rng = steps.w, steps.w.scenario, steps.w.rng
    steps.open(rng.choice(("So viel Geld gibt es", "Das Geld")))
    years = s.budget == "by_year"
    steps.say("{Gives} gibt {takes_dat} Geld.")
    if years:
        steps.say("Das Geld ist für mehrere Jahre. Zusammen sind es:", with_next=True)
    else:
        steps.say("Für das Jahr {clause_year} sind es höchstens:", with_next=True)
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    w.add(Paragraph((amount,), "left", scale=1.3, before=2, after=4, indent=54))
    if words:
        steps.say("In Worten sind das: {words}.", words=words)
    if years or s.budget in ("by_measure", "two_programmes"):
        steps.say("Das Geld ist so verteilt:", with_next=True)
        _split(steps)
    if rng.random() < 0.5:
        own, _ = w.amount(Decimal(rng.randint(8, 160) * 1_000).quantize(Decimal("0.01")), "other")
        steps.say("{Takes} {puts} selbst {own} dazu.", puts=verb(w, "gibt", "geben"), own=own)
    steps.say("Vielleicht braucht man nicht alles. Dann bekommt das Land den Rest zurück.")


def _split(steps: _Steps) -> None:
    w, s = steps.w, steps.w.scenario
    lead = {"by_year": "im Jahr ", "by_measure": "für ", "two_programmes": "aus dem "}[s.budget]
    if s.listing == "list":
        for part in parts(w):
            steps.dot((part.amount, Run(f" {lead}"), *part.label))
        return
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    rows: list[tuple[Text, ...]] = [
        ((Run(lead), *part.label), (part.amount,))
        for part in parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
    ]
    year = None if s.budget == "by_year" else s.clause_year
    run = total(w, style="sign", bold=True, table=w.tables, row=count + 1, year=year)
    rows.append((plain("alles zusammen", True), (run,)))
    w.add(Table(tuple(rows), (2.6, 1.5), ("left", "right"), s.ruled, padding=4.0, together=True))


def _projects(steps: _Steps) -> None:
    """For each measure a line that names it, then a line for each project and one for who runs it."""
    w, s, rng = steps.w, steps.w.scenario, steps.w.rng
    steps.open(rng.choice(("Dafür ist das Geld da", "Die Projekte")))
    steps.say("Mit dem Geld werden Projekte bezahlt.")
    count = ("eine Art", "zwei Arten", "drei Arten", "vier Arten")[len(s.measures) - 1]
    steps.say(f"Es gibt hier {count} von Projekten.")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        w.add(
            Paragraph(
                (Run(f"Art {measure.number}: "), replace(title, bold=True)),
                "left",
                before=5,
                after=3,
                indent=34,
                with_next=True,
            )
        )
        for name, project in zip(names, measure.projects, strict=True):
            helper = random.Random(f"{s.deadline}/{project.name}").choice(HELPERS)
            steps.dot((name,), with_next=True)
            money = project_money(w, measure, project, " Es kostet ", ".")
            w.add(Paragraph((Run(f"Das macht {helper}."), *money), "left", scale=0.92, after=4, indent=54))
        if s.budget == "by_project" and len(names) > 1:
            w.add(Paragraph((Run("Zusammen: "), subtotal(w, measure)), "left", after=4, indent=34))
    w.add(Gap(2))


def _days(steps: _Steps) -> None:
    """Each day in a sentence of its own."""
    w, s, rng = steps.w, steps.w.scenario, steps.w.rng
    steps.open(rng.choice(("Wichtige Tage", "Wann das alles ist")))
    steps.say("Die Projekte fangen am {day} an.", day=w.date(date(s.year, 1, 1), "period_start"))
    steps.say("Sie hören am {day} auf.", day=w.date(date(s.year, 12, 31), "period_end"))
    if rng.random() < 0.5:
        feast = date(s.year, 12, rng.randint(1, 18))
        steps.say("Am {day} treffen sich alle Projekte zu einem Fest.", day=w.date(feast, "other"))
    steps.say(
        "Später {writes} {takes} auf, was mit dem Geld passiert ist.", writes=verb(w, "schreibt", "schreiben")
    )
    steps.say(
        "Dieser Bericht muss am {day} fertig sein.",
        day=w.date(s.deadline, "deadline"),
    )
    steps.say("Er geht an das {authority}.", authority=w.authority())
    steps.say("Das ist ein Amt vom Land. Es zahlt auch das Geld aus.")


def _sign(steps: _Steps) -> None:
    """A block for each hand: whom for, the line to sign on, then name, office, place and day by captions."""
    w = steps.w
    w.add(
        Paragraph(plain("Hier unterschreiben die Partner", True), "left", before=18, after=0, with_next=True)
    )
    for number, signer in enumerate(w.scenario.signers):
        w.add(
            SignatureColumns(
                (_column(enter(w, signer), w.scenario.signing),), before=16.0 if number else 8.0, scale=0.95
            )
        )


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("accusative")
        body = "Kreis-Ausschuss" if party.gender == "m" else "Magistrat"
        lines = [SignLine((Run(f"Für {article} "), name, Run(f" ({body}):")))]
    else:
        article, name = one.organisation("accusative")
        lines = [SignLine((Run(f"Für {article} "), name, Run(":")))]
    lines.append(SignLine((), "rule", pen=one.name is not None, height=40.0))
    if form == "captions":
        lines.append(SignLine(plain("(Unterschrift)")))
    if one.name and one.function:
        deputy = plain("in Vertretung ") if one.signer.deputising else ()
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [
            SignLine((Run("Name: "), *deputy, *named)),
            SignLine((Run("Amt: "), one.function)),
        ]
    lines += [
        SignLine((Run("Ort: "), one.place)),
        SignLine((Run("Tag: "), one.date)),
    ]
    return tuple(lines)
