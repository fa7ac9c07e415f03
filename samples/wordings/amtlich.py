"""Parties named inside their organs ("dem Kreisausschuss des …"), run-in headings "Art. 1 Zweck.", a table of
projects with their terms and last year's sums, place and date on a dotted line beside the signature."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import ASIDES, Draft, amended, asides, represented
from samples.writer import Writer

DOTS = "." * 44


class _Articles:
    """Paragraphs that begin with their heading: "Art. 1 Zweck. Text"."""

    def __init__(self, w: Writer) -> None:
        self.w = w

    def article(self, title: str, text: str, **filled: Run | Text | str) -> None:
        number = (Run("Art. ", bold=True), self.w.next_section(), Run(" ", bold=True))
        heading = (*number, self.w.heading(title), Run(". ", bold=True))
        self.w.add(Paragraph((*heading, *self.w.fill(text, **filled)), before=5, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s)
    w = Writer(s, rng)
    programmes = [Run("nach dem "), w.programme()]
    if len(s.programmes) > 1:
        programmes += [Run(" und dem "), w.programme(1)]
    w.add(
        Paragraph((w.kind(),), "left", scale=1.25, after=0),
        Paragraph((*programmes, Run(" ("), w.year(), Run(")")), "left", after=12),
    )
    _parties(w)
    articles = _Articles(w)
    if s.amendment:
        w.paragraph("über die Änderung der Vereinbarung vom {day}.", day=amended(w))
        old, new = replaced(w)
        articles.article("Mittel", "Die Zahl {old} wird ersetzt; es heißt nun: {new}.", old=old, new=new)
        articles.article("Vollzug", "Den Vollzug übernimmt das {authority}.", authority=w.authority())
    else:
        articles.article(
            "Zweck",
            "Jugendliche und Erwachsene mit besonderem Förderbedarf erhalten Zugang zu Ausbildung, "
            "Umschulung und Arbeit.",
        )
        _funds(articles)
        asides(w, ASIDES)
        articles.article("Vorhaben", "Zur Durchführung kommen die folgenden Vorhaben.")
        _projects(w)
        articles.article(
            "Kontrolle",
            "Das {authority} ist zur Prüfung berechtigt. Die Unterlagen werden bis {deadline} eingereicht.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "source-serif", "vera")),
        size=10.6,
        header=s.file_mark,
        header_align="left",
        footer="{page} von {pages}",
        footer_align="right",
        left=70,
        right=70,
    )


def _parties(w: Writer) -> None:
    s = w.scenario
    w.add(Paragraph(plain("geschlossen von"), "left", after=5))
    for index, party in enumerate(s.parties):
        if index == 0:
            text: Text = (*w.party(0, "dative", mark=True), *represented(w, 0))
        else:
            organ = "dem Kreisausschuss " if party.gender == "m" else "dem Magistrat "
            text = (Run(organ), *w.party(index, "genitive", mark=True))
        w.add(Paragraph(text, "left", after=3, indent=36, hang=16, marker=plain("–" if index == 0 else "+")))
    w.add(Gap(8))


def _funds(articles: _Articles) -> None:
    w, s = articles.w, articles.w.scenario
    amount, words = total_in_words(w)
    articles.article(
        "Mittel",
        "An Landesmitteln stehen im Haushaltsjahr {clause_year} {total}{words} bereit."
        + (" Auf die einzelnen Posten entfallen:" if s.budget in SPLIT else ""),
        total=amount,
        words=(Run(" (in Worten "), words, Run(")")) if words else "",
    )
    if s.budget in SPLIT:
        for part in parts(w):
            text = (*part.label, Run(f" {'.' * 12} "), part.amount)
            w.add(Paragraph(text, "left", after=1, indent=30, hang=14, marker=plain("-")))
        w.add(Gap(4))


def _projects(w: Writer) -> None:
    """With the term of each project; with this year's and last year's sums, where projects have sums."""
    s, rng = w.scenario, w.rng
    sums = s.budget == "by_project"
    w.tables += 1 if sums else 0
    heads = ["Maßnahmenart / Vorhaben", "Laufzeit"]
    heads += [str(s.year - 1), str(s.clause_year)] if sums else []
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"{measure.number}. "), title), *[()] * (len(heads) - 1)))
        for name, project in zip(names, measure.projects, strict=True):
            row: list[Text] = [(name,), _term(w)]
            if sums:
                before = Decimal(rng.randint(80, 2_000) * 100).quantize(Decimal("0.01"))
                where = {"table": w.tables, "row": len(rows)}
                old, _ = w.amount(before, "other", style="cell", year=s.year - 1, project=project.name)
                row += [(old,), (project_sum(w, measure, project, style="cell", **where),)]
            rows.append(tuple(row))
    if sums:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("insgesamt (Euro)", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    w.add(Table(tuple(rows), (3.0, 1.6, 1.1, 1.2)[: len(heads)], aligns[: len(heads)], s.ruled))


def _term(w: Writer) -> Text:
    s = w.scenario
    first = date(s.year, w.rng.choice((1, 1, 2, 8, 9)), 1)
    last = date(s.year, 12, 31)
    start = w.date(first, "period_start", f"{first:%d.%m.%Y}")
    return (start, Run(" – "), w.date(last, "period_end", f"{last:%d.%m.%Y}"))


def _sign(w: Writer) -> None:
    """A row for each who signs: place and date at the left, the signature at the right, captions below."""
    for number, signer in enumerate(w.scenario.signers):
        one = enter(w, signer)
        article, organisation = one.organisation("accusative")
        left = (
            SignLine((Run(f"Für {article} "), organisation)),
            SignLine(height=30.0),
            SignLine((one.place, Run(", "), one.date)),
            SignLine(plain(DOTS)),
            SignLine(plain("Ort, Datum")),
        )
        right = [
            SignLine(),
            SignLine(plain("i. V." if signer.deputising else ""), pen=one.name is not None, height=30.0),
            SignLine(),
            SignLine(plain(DOTS)),
            SignLine(plain("Unterschrift, Dienstsiegel")),
        ]
        if one.name and one.function:
            right += [SignLine((one.name,)), SignLine((one.function,))]
        w.add(SignatureColumns((left, tuple(right)), before=26.0 if number == 0 else 14.0))
