"""Test split only. Whoever works on reading does not look in here."""

from __future__ import annotations

import random

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.money import SPLIT, parts, project_money, replaced, total_in_words
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import Draft, amended, asides, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Arbeitskleidung wird einmalig mit {cap} je Person erstattet.",
    "Zugesagt sind {persons} Beratungen, davon mindestens {young} aufsuchend.",
    "Beide Seiten erreichen das Projektbüro unter Telefon {phone}.",
    "Im Mittel der letzten Jahre waren es {past}.",
    "Gemeinkosten werden mit {rate} % pauschal abgegolten.",
)
SIDES = "ABCD"
COLUMNS = 3
"""Signatures beside each other in one table, on an upright page."""


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    w = Writer(s, rng)
    programmes = [Run("("), w.programme()]
    if len(s.programmes) > 1:
        programmes += [Run(" + "), w.programme(1)]
    w.add(
        Paragraph((w.kind(), Run(" "), w.year(bold=True)), "center", scale=1.55, after=2),
        Paragraph((*programmes, Run(")")), "center", after=12),
    )
    _sides(w)
    if s.amendment:
        w.add(Paragraph(w.fill("Geändert wird die Absprache vom {day}.", day=amended(w)), "left"))
        _section(w, "Mittel")
        old, new = replaced(w)
        _both(
            w,
            w.fill("gibt statt {old} nun {new}.", old=old, new=new),
            w.fill("verwendet auch den neuen Betrag nur für die Projekte der Absprache."),
        )
        _section(w, "Abrechnung")
        _both(
            w,
            w.fill("lässt durch das {authority} neu bescheiden.", authority=w.authority()),
            plain("nimmt den neuen Bescheid an."),
        )
    else:
        _section(w, "Ziel")
        _both(
            w,
            plain("will, dass überall im Land gleich gute Aussichten auf eine Ausbildung bestehen."),
            plain("will, dass vor Ort niemand zwischen den Ämtern verloren geht."),
        )
        _section(w, "Mittel")
        _funds(w)
        asides(w, OWN_ASIDES)
        _section(w, "Projekte")
        _projects(w)
        _section(w, "Abrechnung")
        _both(
            w,
            w.fill("lässt durch das {authority} bescheiden und prüfen.", authority=w.authority()),
            w.fill("rechnet bis zum {deadline} ab.", deadline=w.date(s.deadline, "deadline")),
        )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("caladea", "manrope")),
        size=10.4,
        leading=1.4,
        header=f"{s.recipients[0].printed} | Sozialplanung",
        header_align="left",
        header_on_first=True,
        footer=f"{s.file_mark or 'Ausfertigung für die Akten'}, Blatt {{page}} von {{pages}}",
        footer_align="center",
        left=62,
        right=62,
        top=66,
    )


def _sides(w: Writer) -> None:
    """The parties beside each other, each under the letter that stands for it from here on."""
    count = len(w.scenario.parties)
    head = tuple(plain(f"Seite {SIDES[index]}", True) for index in range(count))
    names = tuple((w.bare_party(index), *represented(w, index)) for index in range(count))
    left: Align = "left"
    w.add(Table((head, names), (1.0,) * count, (left,) * count, w.scenario.ruled, padding=6.0))


def _section(w: Writer, title: str) -> None:
    number = (Run("Baustein ", bold=True), w.next_section(), Run("  ", bold=True))
    w.add(Paragraph((*number, w.heading(title)), "left", scale=1.08, before=10, after=4, with_next=True))


def _both(w: Writer, giving: Text, receiving: Text) -> None:
    """What each side does, beside each other."""
    others = " und ".join(f"Seite {side}" for side in SIDES[1 : len(w.scenario.parties)])
    w.add(
        Table(
            ((plain("Seite A …", True), plain(f"{others} …", True)), (giving, receiving)),
            (1.0, 1.0),
            ("left", "left"),
            w.scenario.ruled,
            together=True,
        )
    )


def _funds(w: Writer) -> None:
    s = w.scenario
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None) if years else total_in_words(w)
    _both(
        w,
        w.fill(
            "gibt " + ("ab" if years else "für") + " {clause_year} bis zu {total}{words}.",
            total=amount,
            words=(Run(" („"), words, Run("“)")) if words else "",
        ),
        plain("gibt Räume, Fachkräfte und Kenntnis der Lage vor Ort."),
    )
    if s.budget not in SPLIT:
        return
    link = {"by_year": "im Jahr ", "two_programmes": "über das "}.get(s.budget, "für ")
    w.add(Paragraph(plain("Seite A teilt ihren Beitrag so ein:"), "left", after=2, with_next=True))
    for part in parts(w):
        text: Text = (Run(link), *part.label, Run(" bis zu "), part.amount)
        w.add(Paragraph(text, "left", after=1.5, indent=24, hang=12, marker=plain("*")))
    w.add(Gap(4))


def _projects(w: Writer) -> None:
    """Numbered through, each with its measure behind it."""
    count = 0
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            count += 1
            kind = title if i == 0 else Run(measure.title)
            text: list[Run] = [name, Run(f" / Maßnahmenart {measure.number}: "), kind]
            text += project_money(w, measure, project, " / bis zu ")
            marker = plain(f"Projekt {count}:")
            w.add(Paragraph(tuple(text), "left", after=3, indent=66, hang=66, marker=marker))
    w.add(Gap(4))


def _sign(w: Writer) -> None:
    """A column for each who signs, a row for each thing to fill in."""
    entered = [enter(w, signer) for signer in w.scenario.signers]
    w.add(Gap(16))
    for start in range(0, len(entered), COLUMNS):
        group = entered[start : start + COLUMNS]
        rows: list[tuple[Text, ...]] = [
            ((), *[(one.bare_organisation,) for one in group]),
            (plain("Ort"), *[(one.place,) for one in group]),
            (plain("Datum"), *[(one.date,) for one in group]),
            (plain("Unterschrift"), *[_signed(one) for one in group]),
            (plain("Name"), *[(one.name,) if one.name else () for one in group]),
            (plain("Amt"), *[(one.function,) if one.function else () for one in group]),
        ]
        left: Align = "left"
        w.add(
            Table(
                tuple(rows),
                (0.8, *[1.6] * len(group)),
                (left,) * (len(group) + 1),
                "grid",
                row_height=24.0,
                together=True,
            )
        )


def _signed(one: Signature) -> Text:
    if one.name is None:
        return ()
    return plain("i. V. gez." if one.signer.deputising else "gez.")
