"""A solemn agreement: considerations, articles, and "Unterzeichnet in …" above each hand."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, NewPage, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import redated
from samples.wordings.money import parts, project_sum, replaced, subtotal, total, total_in_words, years_across
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    asides,
    enumerated,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Einzelanschaffungen über {cap} bedürfen einer gesonderten Begründung.",
    "Die Planung geht von {persons} Teilnehmenden aus; {young} davon sind unter 18 Jahre alt.",
    "Die Ansprechperson der Verwaltung ist über den Anschluss {phone} erreichbar.",
    "Zum Vergleich: Bisher flossen jährlich etwa {past} in diesen Bereich.",
    "Von den Gesamtausgaben trägt die kommunale Seite wenigstens {rate} vom Hundert.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Maßnahme {name}",
    "{name} – zweiter Durchgang",
    "Assistierte Begleitung {name}",
    "{name} mit Kinderbetreuung",
    "Schulung „{name}“",
)
CONSIDERATIONS = (
    "in dem Bestreben, allen Menschen einen Weg in das Erwerbsleben zu eröffnen,",
    "in Anerkennung der Verantwortung, die Land und Kommunen für die Ausbildung tragen,",
    "in der Absicht, die bewährte Zusammenarbeit in der Arbeitsmarktpolitik fortzuführen,",
    "im Bewusstsein der besonderen Lage benachteiligter Jugendlicher,",
)


class _Articles:
    """ "Artikel 1" or "Artikel I" with its heading below it or beside it."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.align: Align = w.rng.choice(("left", "center"))
        self.below = w.rng.random() < 0.6

    def open(self, title: str) -> None:
        number = (Run("Artikel ", bold=True), self.w.next_section())
        heading = self.w.heading(title)
        if self.below:
            self.w.add(
                Paragraph(number, self.align, before=13, after=0, with_next=True),
                Paragraph((heading,), self.align, after=5, with_next=True),
            )
            return
        text = (*number, Run("  ", bold=True), heading)
        self.w.add(Paragraph(text, self.align, before=13, after=5, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, long_date)
    s = replace(s, figures=rng.choice((s.figures, "euro_cents", "nbsp")))
    w = Writer(s, rng, numbering=rng.choice(("§", "I")))
    covered = rng.random() < 0.5
    _opening(w, covered)
    articles = _Articles(w)
    if s.amendment:
        _amend(w, articles)
    else:
        _agree(w, articles)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("source-serif", "times", "caladea")),
        size=rng.choice((11.0, 11.8)),
        leading=rng.choice((1.35, 1.5)),
        header=rng.choice((None, f"Vereinbarung Nr. {rng.randint(3, 98)}/{s.year}")),
        header_align="left",
        footer=rng.choice(("{page}", "Blatt {page}", "– Seite {page} –")),
        footer_align="center",
        footer_on_first=not covered,
        left=82,
        right=82,
        hyphenate=False,
    )


def _opening(w: Writer, covered: bool) -> None:
    """A cover or a title, the sides, and what moved them."""
    s, rng = w.scenario, w.rng
    w.add(
        *([Gap(150)] if covered else []),
        Paragraph((w.kind(),), "center", scale=2.0 if covered else 1.6, after=8),
        Paragraph(plain("über die Förderung im Rahmen des"), "center", after=2),
        Paragraph(programme_genitives(w), "center", scale=1.1, after=2),
        Paragraph((Run("für das Förderjahr "), w.year()), "center", after=30 if covered else 14),
    )
    if covered:
        for index in range(len(s.parties)):
            w.add(Paragraph((w.bare_party(index),), "center", scale=1.1, after=8))
        w.add(NewPage())
    sides: list[Text] = []
    for index in range(len(s.parties)):
        name = w.party(index, "nominative", mark=True, capital=index == 0)
        sides.append((*name, *represented(w, index)))
    w.add(Paragraph((*enumerated(sides), Run(",")), "justify", after=6))
    for sentence in rng.sample(CONSIDERATIONS, 2):
        w.add(Paragraph(plain(sentence), "justify", after=4, indent=30))
    w.add(Paragraph(plain("sind wie folgt übereingekommen:"), "justify", after=6))


def _amend(w: Writer, articles: _Articles) -> None:
    articles.open("Gegenstand der Änderung")
    day = amended(w)
    old, new = replaced(w)
    w.paragraph(
        w.rng.choice(
            (
                "Die Zielvereinbarung vom {day} sieht für {clause_year} eine Förderung von {old} vor. "
                "Anstelle dieses Betrages werden {new} vereinbart.",
                "Abweichend von der Zielvereinbarung, die die Beteiligten am {day} unterzeichnet haben, "
                "beträgt die Förderung im Jahr {clause_year} {new} (bisher: {old}).",
            )
        ),
        day=day,
        old=old,
        new=new,
    )
    articles.open("Weitergeltung")
    w.paragraph(
        "Die anderen Artikel gelten fort. Die Beteiligten bitten das {authority}, den Bescheid anzupassen.",
        authority=w.authority(),
    )


def _agree(w: Writer, articles: _Articles) -> None:
    s, rng = w.scenario, w.rng
    articles.open(rng.choice(("Zweck", "Zweck der Förderung")))
    w.paragraph(
        "Gefördert werden Menschen, die ohne Unterstützung keine Ausbildung beginnen oder abschließen "
        "könnten, sowie Beschäftigte, deren Qualifikation nicht mehr gefragt ist. Der Förderzeitraum reicht "
        "{period}.",
        period=period(w),
    )
    articles.open(rng.choice(("Förderung", "Umfang der Förderung")))
    _funds(w)
    asides(w, OWN_ASIDES)
    articles.open(rng.choice(("Maßnahmenarten", "Einsatz der Förderung")))
    if (s.budget == "by_project" and s.listing == "table") or rng.random() < 0.4:
        _groups(w)
    else:
        _indented(w)
    articles.open("Abrechnung")
    w.paragraph(
        "Die Abrechnung nimmt das {authority} vor. Ihm sind die Unterlagen bis zum {deadline} vollständig zu "
        "überlassen. Später eingehende Unterlagen bleiben in der Regel unberücksichtigt.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    articles.open("Schlussbestimmungen")
    if s.reference:
        w.paragraph(
            "Grundlage ist der Antrag vom {day}, der dieser Vereinbarung nicht beigefügt ist.",
            day=w.date(s.reference, "reference"),
        )
    w.paragraph("Jede Seite kann aus wichtigem Grund mit einer Frist von drei Monaten kündigen.")


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        w.paragraph("Für sämtliche Jahre ist eine Förderung von zusammen {total} vereinbart.", total=amount)
    elif words and rng.random() < 0.5:
        w.paragraph(
            "Die Förderung des Jahres {clause_year} beträgt {words}, in Zahlen {total}.",
            words=words,
            total=amount,
        )
    else:
        w.paragraph(
            rng.choice(
                (
                    "Im Jahr {clause_year} fördert {g} die Vorhaben {r_gen} mit {total}{words}.",
                    "Die Förderung ist für das Jahr {clause_year} auf {total}{words} beschränkt.",
                )
            ),
            total=amount,
            words=(Run(" ("), words, Run(")")) if words else "",
        )
    if years and s.listing == "table" and len(s.shares) < 5:
        w.add(years_across(w, "Jahr", "Euro", "zusammen"))
    elif s.budget == "by_measure":
        w.paragraph("Hiervon sind bestimmt:")
        for part in parts(w):
            number = s.measures[part.index].number
            text = (part.amount, Run(f" für Maßnahmenart {number} ("), *part.label, Run(")"))
            w.add(Paragraph(text, "left", after=2, indent=30))
        w.add(Gap(4))
    elif years or s.budget == "two_programmes":
        lead = "im Jahr " if years else "aus dem "
        told: list[Text] = [(part.amount, Run(f" {lead}"), *part.label) for part in parts(w)]
        w.add(Paragraph((Run("Hiervon werden "), *enumerated(told), Run(" gezahlt.")), "justify"))


def _money(w: Writer, measure: Measure, project: Project) -> Text:
    return () if project.amount is None else (Run(" mit "), project_sum(w, measure, project))


def _indented(w: Writer) -> None:
    """The measures counted, their projects indented below them without any sign."""
    w.paragraph("Die Förderung wird für die folgenden Vorhaben eingesetzt.")
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        marker = plain(f"{measure.number}.")
        w.add(Paragraph((title,), "left", after=2, indent=26, hang=20, marker=marker, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            text = (name, *_money(w, measure, project))
            w.add(Paragraph(text, "left", after=2, indent=52))
        w.add(Gap(3))


def _groups(w: Writer) -> None:
    """One table: a row across for each measure, its projects counted below it, and what they get together."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    w.paragraph("Die Vorhaben sind in der folgenden Aufstellung bezeichnet.")
    heads = ("Ziffer", "Vorhaben", "Förderung (€)" if paid else "Personen")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number} – "), title),))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            money: Text = plain(str(w.rng.randint(8, 50)))
            if paid:
                money = (project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),)
            rows.append((plain(f"{measure.number}/{i}"), (name,), money))
        if paid and len(names) > 1:
            run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows))
            rows.append(((), plain(f"Summe Maßnahmenart {measure.number}"), (run,)))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Summe der Förderung", True), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    w.add(Table(tuple(rows), (0.8, 3.8, 1.4), aligns, s.ruled, padding=3.5))


def _sign(w: Writer) -> None:
    """ "Unterzeichnet in …" for each hand; organ and side above it."""
    rng = w.rng
    verb = rng.choice(("Unterzeichnet in ", "Geschehen zu "))
    solemn = rng.random() < 0.5
    across = rng.choice((1, 2))
    columns = [_column(enter(w, signer), verb if solemn else "", solemn) for signer in w.scenario.signers]
    w.add(*in_rows(columns, across, gutter=28.0, align="center" if across == 1 else "left"))


def _column(one: Signature, verb: str, solemn: bool) -> tuple[SignLine, ...]:
    dated = SignLine((Run(verb), one.place, Run(" am " if solemn else ", "), one.date))
    article, organisation = one.organisation("accusative")
    lines = [
        dated,
        SignLine((Run(f"Für {article} "), organisation)),
        SignLine((), pen=one.name is not None, height=38.0),
    ]
    if one.name and one.function:
        deputy = "In Vertretung" if one.signer.deputising else ""
        lines += [SignLine(plain(deputy))] if deputy else []
        lines += [SignLine((one.name,)), SignLine((one.function,))]
    return tuple(lines)
