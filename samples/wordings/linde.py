"""A glance of year, parties and sum in a table, "1. Teil: Heading", shares in per cent, centred signatures
under "Die Landrätin des Landkreises …"."""

from __future__ import annotations

import random
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.money import SPLIT, parts, project_money, replaced, total, total_in_words
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import Draft, amended, asides, period
from samples.writer import Writer

OWN_ASIDES = (
    "Unterkunft wird mit höchstens {cap} je Monat bezuschusst.",
    "Das Angebot umfasst {persons} Plätze an {young} Standorten.",
    "Telefonisch ist die Leitstelle unter {phone} erreichbar.",
    "Seit Programmbeginn flossen jährlich etwa {past} in die Region.",
    "Die Kommune trägt {rate} vom Hundert der Kosten selbst.",
)
WEAK = ("Erster", "Hauptamtlicher")
"""Offices that change their ending behind an article: they are printed without one."""


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    w = Writer(s, rng)
    w.add(Paragraph((w.kind(),), "center", scale=1.5, after=4))
    w.add(Paragraph(_for_programmes(w), "center", after=12))
    _at_a_glance(w)

    def part(title: str) -> None:
        number = (w.next_section(), Run(". Teil: ", bold=True))
        w.add(Paragraph((*number, w.heading(title)), "center", before=12, after=5, with_next=True))

    if s.amendment:
        part("Worum es geht")
        w.paragraph("Angepasst wird, was am {day} unterschrieben wurde.", day=amended(w))
        part("Neue Fördersumme")
        old, new = replaced(w)
        w.paragraph("Bislang {old}, nunmehr {new}: So lautet die Fördersumme.", old=old, new=new)
        w.paragraph("Zuständig bleibt das {authority}.", authority=w.authority())
    else:
        part("Worum es geht")
        w.paragraph(
            "Nicht jeder Weg in den Beruf verläuft gerade. Diese Vereinbarung gibt Menschen Zeit und "
            "Begleitung, und zwar {period}.",
            period=period(w),
        )
        part("Was gefördert wird")
        _projects(w)
        part("Womit gefördert wird")
        _funds(w)
        asides(w, OWN_ASIDES)
        part("Wer darüber wacht")
        w.paragraph(
            "Bewilligung und Prüfung obliegen dem {authority}; Unterlagen sind ihm bis {deadline} zu senden.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("caladea", "manrope")),
        size=11.0,
        leading=1.4,
        header=s.file_mark,
        header_align="center",
        footer="Blatt {page}",
        footer_align="right",
        left=72,
        right=72,
    )


def _for_programmes(w: Writer) -> Text:
    runs = [Run("für das "), w.programme()]
    if len(w.scenario.programmes) > 1:
        runs += [Run(" und für das "), w.programme(1)]
    return tuple(runs)


def _at_a_glance(w: Writer) -> None:
    s = w.scenario
    cells: list[tuple[str, Text]] = [("Jahr", (w.year(),)), ("Förderung durch", (w.bare_party(0),))]
    cells += [("Förderung für", (w.bare_party(index),)) for index in range(1, len(s.parties))]
    if not s.amendment:
        w.tables += 1
        amount = total(w, bold=True, table=w.tables, row=1)
        cells.append(("Fördersumme", (amount,)))
    head = tuple(plain(caption, True) for caption, _ in cells)
    shares = tuple(0.9 if caption == "Jahr" else 1.7 for caption, _ in cells)
    row = tuple(value for _, value in cells)
    left: Align = "left"
    w.add(Table((head, row), shares, (left,) * len(cells), "grid"), Gap(4))


def _funds(w: Writer) -> None:
    s = w.scenario
    amount, words = total_in_words(w)
    w.paragraph(
        "Die Fördersumme für {clause_year} von {total}{words} kommt {r_dat} ungeschmälert zugute.",
        total=amount,
        words=(Run(" ["), words, Run("]")) if words else "",
    )
    if s.budget not in SPLIT:
        return
    w.tables += 1
    values = s.shares or tuple(measure.amount or Decimal(0) for measure in s.measures)
    found = parts(w, table=w.tables, rows=range(1, len(values) + 1))
    rows: list[tuple[Text, ...]] = [(plain("Posten", True), plain("Anteil", True), plain("Summe", True))]
    for part, value in zip(found, values, strict=True):
        share = f"{value / sum(values) * 100:.1f}".replace(".", ",") + " %"
        rows.append((part.label, plain(share), (part.amount,)))
    w.add(Table(tuple(rows), (3.0, 0.8, 1.5), ("left", "right", "right"), s.ruled))


def _projects(w: Writer) -> None:
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number, numbered=False)
        w.add(Paragraph((Run(title.text, title.mark, bold=True),), "left", before=3, after=2, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            behind = project_money(w, measure, project, " – ")
            w.add(Paragraph((name, *behind), "left", after=1.5, indent=20, hang=14, marker=plain("o")))
    w.add(Gap(4))


def _sign(w: Writer) -> None:
    columns = [_column(enter(w, signer)) for signer in w.scenario.signers]
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(
            SignatureColumns(
                (*pair, *[()] * (2 - len(pair))), before=28.0 if start == 0 else 16.0, align="center"
            )
        )


def _column(one: Signature) -> tuple[SignLine, ...]:
    """ "Die Landrätin" "des Landkreises …", place and date, the pen, the name."""
    person = one.signer.person
    lines: list[SignLine] = []
    article, organisation = one.organisation("genitive")
    if person and one.function:
        weak = not person.woman and one.function.text.startswith(WEAK)
        lead = "" if weak else "Die " if person.woman else "Der "
        lines.append(SignLine((Run(lead), one.function)))
    else:
        lines.append(SignLine())
    lines += [
        SignLine((Run(f"{article} "), organisation)),
        SignLine(height=6.0),
        SignLine((one.place, Run(", den "), one.date)),
        SignLine(pen=one.name is not None, height=38.0),
    ]
    if one.name:
        lines.append(SignLine((one.name,)))
    return tuple(lines)
