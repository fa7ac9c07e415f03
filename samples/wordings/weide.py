"""Headings that ask ("Was haben wir vor?"), "Wir, das …", a small table for each project at the end;
signatures as key and value."""

from __future__ import annotations

import random

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
from samples.signing import enter
from samples.wordings.money import parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, asides, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Pro Kopf und Woche rechnen wir mit Kosten von {cap}.",
    "Unser Ziel sind {persons} Vermittlungen, {young} davon in Ausbildung.",
    "Sie erreichen unser Team unter {phone}.",
    "Zum Vergleich: Früher haben wir im Schnitt {past} ausgegeben.",
    "Rund {rate} % der Plätze halten wir für Frauen frei.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    w = Writer(s, rng)
    apart = rng.random() < 0.4
    w.add(
        Gap(150 if apart else 6),
        Paragraph((w.year(bold=True),), "left", scale=2.2 if apart else 1.5, after=4),
        Paragraph((w.kind(),), "left", scale=2.2 if apart else 1.5, after=6),
        Paragraph(_programmes(w), "left", scale=1.15, after=14),
        *([NewPage()] if apart else []),
    )
    w.add(Paragraph(_we(w), "left", after=8))
    if s.amendment:
        _heading(w, "Was ändern wir?")
        old, new = replaced(w)
        w.add(
            Paragraph(
                w.fill(
                    "Unsere Vereinbarung vom {day} sah {old} vor. Wir erhöhen diesen Betrag und stellen "
                    "{new} bereit.",
                    day=amended(w),
                    old=old,
                    new=new,
                ),
                "left",
            )
        )
        _heading(w, "Wer setzt es um?")
        w.add(Paragraph(w.fill("Darum kümmert sich das {authority}.", authority=w.authority()), "left"))
    else:
        _heading(w, "Was haben wir vor?")
        w.paragraph("Wir holen Menschen dort ab, wo sie stehen, und begleiten sie bis in den Betrieb.")
        _heading(w, "Wie viel Geld steht bereit?")
        _funds(w)
        asides(w, OWN_ASIDES)
        _heading(w, "Wie legen wir Rechenschaft ab?")
        w.paragraph(
            "Das {authority} bewilligt die Mittel. Es bekommt von uns bis zum {deadline} einen Bericht.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
        _heading(w, "Welche Projekte sind dabei?")
        _profiles(w)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("manrope", "caladea")),
        size=10.6,
        leading=1.5,
        header=s.file_mark,
        footer="{page} | {pages}",
        footer_align="center",
        left=66,
        right=96,
    )


def _programmes(w: Writer) -> Text:
    runs = [w.programme()]
    if len(w.scenario.programmes) > 1:
        runs += [Run(" & "), w.programme(1)]
    return tuple(runs)


def _heading(w: Writer, text: str) -> None:
    w.add(Paragraph(plain(text, True), "left", scale=1.12, before=12, after=4, with_next=True))


def _we(w: Writer) -> Text:
    s = w.scenario
    runs: list[Run] = [Run("Wir, ")]
    for index in range(len(s.parties)):
        runs += [Run(" und " if index == len(s.parties) - 1 else ", ")] if index else []
        runs += w.party(index, "nominative", mark=True)
        runs += represented(w, index)
        if index == 0 and (short := abbreviation(w)):
            runs += [Run(" "), *short[:-1], Run(")")]
    return (*runs, Run(", haben uns verabredet, den Arbeitsmarkt vor Ort gemeinsam zu stärken."))


def _funds(w: Writer) -> None:
    s = w.scenario
    if s.budget == "by_measure":
        w.paragraph("So teilen sich die Mittel für {clause_year} auf (Angaben in Euro):")
        w.tables += 1
        found = parts(w, style="cell", table=w.tables, rows=[1] * len(s.measures))
        amount = total(w, style="cell", bold=True, table=w.tables, row=1)
        head = [plain(f"Maßnahmenart {measure.number}") for measure in s.measures]
        right: Align = "right"
        w.add(
            Table(
                ((*head, plain("alles zusammen", True)), (*[(part.amount,) for part in found], (amount,))),
                (1.0,) * (len(found) + 1),
                (right,) * (len(found) + 1),
                s.ruled,
            )
        )
        return
    amount, words = total_in_words(w)
    w.paragraph(
        "Für {clause_year} haben wir {total}{words} zur Verfügung.",
        total=amount,
        words=(Run(" – in Worten "), words, Run(" –")) if words else "",
    )
    if s.budget in ("by_year", "two_programmes"):
        join = " im Jahr " if s.budget == "by_year" else " über das "
        sentences: list[Run] = [Run("Es sind ")]
        found = parts(w)
        for part in found:
            sentences += [Run("" if part.index == 0 else " und " if part is found[-1] else ", ")]
            sentences += [part.amount, Run(join), *part.label]
        w.add(Paragraph((*sentences, Run(".")), "left"))


def _profiles(w: Writer) -> None:
    """A small table for each project."""
    s = w.scenario
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            kind = (Run(f"{measure.number}: "), title if i == 0 else Run(measure.title))
            rows: list[tuple[Text, ...]] = [
                (plain("Projektname"), (name,)),
                (plain("Maßnahmenart"), kind),
            ]
            if project.amount is not None:
                rows.append((plain("Mittel"), (project_sum(w, measure, project),)))
            w.add(
                Table(
                    tuple(rows), (1.0, 3.4), ("left", "left"), s.ruled, after=7.0, padding=2.5, together=True
                )
            )


def _sign(w: Writer) -> None:
    columns: list[tuple[SignLine, ...]] = []
    for signer in w.scenario.signers:
        one = enter(w, signer)
        lines = [
            SignLine((Run("Für: "), one.bare_organisation)),
            SignLine((Run("Name: "), one.name) if one.name else plain("Name:")),
            SignLine((Run("Amt: "), one.function) if one.function else plain("Amt:")),
            SignLine((Run("Ort: "), one.place)),
            SignLine((Run("Datum: "), one.date)),
            SignLine(plain("Unterschrift:"), pen=False),
            SignLine(line="rule", pen=one.name is not None, height=38.0),
        ]
        columns.append(tuple(lines))
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=28.0 if start == 0 else 16.0))
