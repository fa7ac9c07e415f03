"""Typed long ago: letter-spaced titles, "Einerseits" and "andererseits", sums in typed columns."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import NEW_LINE, Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import MONTHS, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import redated
from samples.wordings.money import SPLIT, parts, project_money, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    capitals,
    enumerated,
    period,
    programme_names,
    represented,
)
from samples.writer import NBSP, Writer

OWN_ASIDES = (
    "Honorare werden nur bis {cap} je Unterrichtstag berücksichtigt.",
    "Es ist von {persons} Zugängen auszugehen, worunter sich {young} Alleinerziehende befinden.",
    "Auskunft in Einzelfällen: Zimmer 214, Fernruf {phone}.",
    "Der Kreistag hat in der Vergangenheit Mittel in der Größenordnung von {past} bereitgestellt.",
    "Der Gemeinkostenzuschlag darf {rate} v. H. nicht überschreiten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Lehrgang {name}",
    "{name} (Blockform)",
    "Berufsfindung {name}",
    "{name} - Abt. Holz",
    "Beratungsstelle {name}",
)
COPIES_TO = (
    "Kreiskasse",
    "Rechnungsprüfungsamt",
    "Amt für Soziales, Abt. 2",
    "Fachdienst Jugend",
    "Zentrale Registratur",
)


def typed_day(day: date) -> str:
    return f"{day.day:02d}. {MONTHS[day.month - 1]} {day.year}"


def spaced(run: Run) -> Run:
    """Letter by letter, as typists made words stand out."""
    return replace(run, text=f" {NBSP} ".join(" ".join(word) for word in run.text.split()))


class _Points:
    """ "1. HEADING", or "I." above a letter-spaced heading; what is said hangs below or stands flush."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.loud = w.numbering == "§"
        self.indent = w.rng.choice((0.0, 34.0)) if self.loud else 0.0

    def open(self, title: str) -> None:
        if self.loud:
            marker = (self.w.next_section(), Run(".", bold=True))
            text = (replace(self.w.heading(capitals(title)), bold=False),)
            self.w.add(
                Paragraph(text, "left", before=14, after=6, indent=34, hang=34, marker=marker, with_next=True)
            )
            return
        number = replace(self.w.next_section(), bold=False)
        self.w.add(
            Paragraph((number, Run(".")), "center", before=14, after=1, with_next=True),
            Paragraph(
                (spaced(replace(self.w.heading(title), bold=False)),), "center", after=6, with_next=True
            ),
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.w.add(Paragraph(text, "left", after=8, indent=self.indent))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, typed_day)
    s = replace(s, figures=rng.choice((s.figures, "dash", "code_dash")))
    w = Writer(s, rng, numbering=rng.choice(("§", "§", "I")))
    _opening(w)
    points = _Points(w)
    if s.amendment:
        _amend(points)
    else:
        _agree(points)
    _sign(w)
    _copies(w)
    return w, Sheet(
        family=rng.choice(("courier", "times")),
        size=rng.choice((10.5, 11.0)),
        leading=rng.choice((1.45, 1.6)),
        header="- {page} -",
        header_align="center",
        footer=None,
        left=86,
        right=58,
        top=84,
        bottom=70,
    )


def _opening(w: Writer) -> None:
    """The file mark, the letter-spaced title, then one side and the other, each behind its word."""
    s, rng = w.scenario, w.rng
    mark = (s.file_mark or "").replace("Az. ", "")
    if mark:
        w.add(Paragraph(plain(f"Aktenplan: {mark}"), "right", after=20))
    title = w.kind()
    if rng.random() < 0.6:
        title = spaced(replace(title, bold=False))
    w.add(
        Paragraph((title,), "center", scale=1.25, after=12),
        Paragraph((Run("betr.: "), *programme_names(w), Run(" "), w.year()), "center", after=16),
    )
    for index in range(len(s.parties)):
        marker = ("Einerseits", "andererseits", "sowie")[index]
        text = (*w.party(index, "nominative", mark=True), *represented(w, index), Run(","))
        w.add(Paragraph(text, "left", after=7, indent=100, hang=100, marker=plain(marker)))
    w.add(
        Paragraph(
            plain(
                rng.choice(
                    (
                        "sind sich über die nachstehenden Punkte einig geworden:",
                        "halten als Ergebnis ihrer Verhandlungen fest:",
                    )
                )
            ),
            "left",
            after=6,
        )
    )


def _amend(points: _Points) -> None:
    w = points.w
    points.open("Bisheriger Stand")
    old, new = replaced(w)
    points.say(
        "In der am {day} unterzeichneten Vereinbarung sind für {clause_year} Mittel bis {old} zugesagt.",
        day=amended(w),
        old=old,
    )
    points.open("Neuer Stand")
    points.say(
        w.rng.choice(
            (
                "Die Zusage lautet nunmehr auf {new}. Der frühere Betrag ist gegenstandslos.",
                "An seine Stelle tritt der Betrag von {new}.",
            )
        ),
        new=new,
    )
    points.open("Übriges")
    points.say(
        "An den sonstigen Punkten ändert sich nichts. Abschrift erhält das {authority}.",
        authority=w.authority(),
    )


def _agree(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Anlass", "Anlass und Absicht")))
    points.say(
        "Die Lage am Ausbildungsmarkt erfordert weiterhin gemeinsame Anstrengungen. {G} und {r} wollen "
        "denjenigen helfen, die auf sich gestellt keine Lehrstelle und keine Arbeit finden."
    )
    if s.reference:
        points.say(
            "Die Besprechung vom {day} liegt den folgenden Punkten zugrunde.",
            day=w.date(s.reference, "reference", rng.choice((None, typed_day(s.reference)))),
        )
    points.open(rng.choice(("Mittel", "Zugesagte Mittel")))
    _funds(points)
    for text in aside_texts(w, OWN_ASIDES):
        points.put(text)
    points.open(rng.choice(("Verwendung", "Verwendung im Einzelnen")))
    _projects(points)
    points.open("Abwicklung")
    points.say(
        "Zahlstelle ist das {authority}; dorthin ist nach Abschluss, spätestens am {deadline}, zu berichten.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline", rng.choice((None, typed_day(s.deadline)))),
    )
    points.open("Geltung")
    points.say("Die vorstehenden Punkte gelten {period}.", period=period(w))


def _funds(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    if years:
        points.say("Das Land sagt, auf mehrere Jahre gesehen, {total} zu.", total=amount)
    elif words and rng.random() < 0.5:
        points.say("Das Land hält für {clause_year} bereit")
        w.add(
            Paragraph((amount,), "left", before=2, after=2, indent=100, with_next=True),
            Paragraph((Run("i. W.: "), words), "left", after=8, indent=100),
        )
    else:
        points.say(
            rng.choice(
                (
                    "Das Land hält für {clause_year} Mittel bis zum Betrage von {total}{words} bereit.",
                    "Bis zum Betrage von {total}{words} trägt das Land im Jahre {clause_year} die Kosten.",
                )
            ),
            total=amount,
            words=(Run(" - i. W. "), words, Run(" -")) if words else "",
        )
    if s.budget not in SPLIT:
        return
    if s.listing == "list":
        lead = {"by_measure": "für ", "by_year": "in "}.get(s.budget, "als ")
        for part in parts(w):
            text = (part.amount, NEW_LINE, Run(lead), *part.label)
            w.add(Paragraph(text, "left", after=4, indent=100, hang=20, marker=plain("-")))
        w.add(Gap(4))
        return
    points.say("Es entfallen:")
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    shares = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    rows: list[tuple[Text, ...]] = [(plain("auf"), (), plain("Betrag"))]
    rows += [(part.label, plain("EUR"), (part.amount,)) for part in shares]
    run = total(w, style="cell", table=w.tables, row=count + 1, year=None if years else s.clause_year)
    rows.append(_summed(run))
    _typed(w, rows, (3.6, 0.7, 1.5), ("left", "left", "right"))


def _summed(run: Run) -> tuple[Text, ...]:
    """The last row of a typed column of figures: a stroke above the sum and two below it."""
    stroke = "-" * 14
    return (
        (NEW_LINE, Run("zusammen")),
        (NEW_LINE, Run("EUR")),
        (Run(stroke), NEW_LINE, run, NEW_LINE, Run("=" * 14)),
    )


def _typed(
    w: Writer, rows: list[tuple[Text, ...]], shares: tuple[float, ...], aligns: tuple[Align, ...]
) -> None:
    w.add(Table(tuple(rows), shares, aligns, "none", padding=2.0, together=len(rows) < 12))


def _projects(points: _Points) -> None:
    """Typed columns with sums, a list that starts anew under each measure, or a sentence for each."""
    w, s = points.w, points.w.scenario
    if s.budget == "by_project" and s.listing == "table":
        _column(points)
        return
    told = w.rng.random() < 0.4
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        items: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            money = project_money(w, measure, project, ", Ansatz ")
            items.append((name, *money))
        head = (Run(f"Maßnahmenart {measure.number} - "), title)
        if told:
            points.put((*head, Run(", und zwar: "), *enumerated(items, "; ", "; "), Run(".")))
            continue
        w.add(Paragraph((*head, Run(":")), "left", before=2, after=3, indent=points.indent, with_next=True))
        for i, item in enumerate(items, start=1):
            marker = plain(f"{i})")
            w.add(Paragraph(item, "left", after=2, indent=points.indent + 58, hang=24, marker=marker))
        w.add(Gap(5))


def _column(points: _Points) -> None:
    """All projects under each other, their sums in a column that is added up."""
    w, s = points.w, points.w.scenario
    points.say("Die Mittel verteilen sich auf die einzelnen Vorhaben so:")
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Vorhaben"), (), plain("Betrag"))]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number} - "), title),))
        for name, project in zip(names, measure.projects, strict=True):
            money = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
            rows.append(((name,), plain("EUR"), (money,)))
    rows.append(_summed(total(w, style="cell", table=w.tables, row=len(rows))))
    _typed(w, rows, (3.6, 0.7, 1.5), ("left", "left", "right"))


def _sign(w: Writer) -> None:
    """One below the other in the right half or two in a row; the name between dashes, then the office."""
    rng = w.rng
    half = rng.random() < 0.5
    columns = [_hand(enter(w, signer)) for signer in w.scenario.signers]
    if half:
        w.add(*in_rows([part for column in columns for part in ((), column)], gutter=16.0, align="center"))
    else:
        w.add(*in_rows(columns, gutter=30.0, align="center"))


def _hand(one: Signature) -> tuple[SignLine, ...]:
    article, organisation = one.organisation("accusative")
    lines = [
        SignLine((one.place, Run(", den "), one.date)),
        SignLine((Run(f"für {article} "), organisation)),
        SignLine((), pen=one.name is not None, height=44.0),
    ]
    if one.name and one.function:
        deputy = (Run("i. V. "),) if one.signer.deputising else ()
        lines += [SignLine((*deputy, Run("- "), one.name, Run(" -"))), SignLine((one.function,))]
    return tuple(lines)


def _copies(w: Writer) -> None:
    """Who gets a copy, behind the signatures."""
    if w.rng.random() < 0.4:
        return
    w.add(Paragraph(plain("Durchschriften an:"), "left", scale=0.9, before=26, after=2, with_next=True))
    for number, name in enumerate(w.rng.sample(COPIES_TO, 3), start=1):
        text = plain(name)
        w.add(Paragraph(text, "left", scale=0.9, after=0, indent=20, hang=20, marker=plain(f"{number}.")))
