"""Typed years ago: "§ 1" without headings, sums in words before their figures, measures and projects in
one sentence, organisations in capitals over the lines."""

from __future__ import annotations

import random

from samples.blocks import Paragraph, Run, Sheet, SignatureColumns, SignLine, plain
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.money import SPLIT, parts, project_money, replaced, total_in_words
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    asides,
    capitals,
    programme_genitives,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Je Platz und Monat sind höchstens {cap} zuwendungsfähig.",
    "Es sollen wenigstens {persons} Personen teilnehmen, hiervon {young} Alleinerziehende.",
    "Fernmündliche Rückfragen sind an die Nummer {phone} zu richten.",
    "In früheren Haushaltsjahren wurden durchschnittlich {past} verausgabt.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.add(
        Paragraph((w.kind(),), "center", scale=1.1, after=14),
        Paragraph(plain("Zwischen"), "center", after=8),
    )
    for index in range(len(s.parties)):
        text = (*w.party(index, "dative", mark=True), *represented(w, index))
        short = "- im folgenden „Land“ -" if index == 0 else "- im folgenden „Gebietskörperschaft“ -"
        w.add(Paragraph(text, "center", after=0), Paragraph(plain(short), "center", after=8))
        if index < len(s.parties) - 1:
            w.add(Paragraph(plain("und"), "center", after=8))
    w.paragraph(
        "wird über die Gewährung von Mitteln des {programme} für das Jahr {year} nachstehendes vereinbart"
        + ("; die Vereinbarung vom {day} wird hierdurch geändert:" if s.amendment else ":"),
        programme=programme_genitives(w),
        year=w.year(),
        day=amended(w) if s.amendment else "",
    )

    def paragraph_sign() -> None:
        w.add(
            Paragraph((Run("§ ", bold=True), w.next_section()), "center", before=8, after=4, with_next=True)
        )

    if s.amendment:
        paragraph_sign()
        old, new = replaced(w)
        w.paragraph("Anstatt {old} gewährt das Land {new}.", old=old, new=new)
        paragraph_sign()
        w.paragraph("Das {authority} erhält eine Ausfertigung.", authority=w.authority())
    else:
        paragraph_sign()
        w.paragraph(
            "{G} {abbr}will die berufliche Eingliederung benachteiligter Personen fördern und bedient sich "
            "hierzu der Mitwirkung {r_gen}.",
            abbr=abbreviation(w),
        )
        paragraph_sign()
        _funds(w)
        asides(w, OWN_ASIDES)
        paragraph_sign()
        _projects(w)
        paragraph_sign()
        w.paragraph(
            "Die Abwicklung obliegt dem {authority}. Die Schlußrechnung ist bis zum {deadline} zu legen.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("courier", "courier", "times", "source-serif")),
        size=10.8,
        leading=1.5,
        footer="- {page} -",
        footer_on_first=False,
        header=s.file_mark,
        left=82,
        right=56,
    )


def _funds(w: Writer) -> None:
    s = w.scenario
    amount, words = total_in_words(w)
    w.paragraph(
        "Das Land gewährt für das Haushaltsjahr {clause_year} "
        + ("{words} ({total})." if words else "einen Betrag von {total}."),
        total=amount,
        words=words or "",
    )
    if s.budget not in SPLIT:
        return
    runs: list[Run] = [Run("Der Betrag gliedert sich in ")]
    found = parts(w)
    link = {"by_year": " für ", "two_programmes": " aus dem "}.get(s.budget, " für ")
    for part in found:
        runs += [Run("" if part.index == 0 else " und " if part is found[-1] else ", ")]
        runs += [part.amount, Run(link), *part.label]
    w.add(Paragraph((*runs, Run("."))))


def _projects(w: Writer) -> None:
    """All in one sentence: "1. Title: A, B; 2. Title: C."."""
    runs: list[Run] = [Run("Aus dem Betrag werden bestritten: ")]
    last = len(w.scenario.measures) - 1
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        runs += [Run(f"{measure.number}. "), title, Run(": ")]
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            runs += [Run(", ")] if i else []
            runs.append(name)
            runs += project_money(w, measure, project, " zu ")
        runs.append(Run("." if number == last else "; "))
    w.add(Paragraph(tuple(runs), "left"))


def _sign(w: Writer) -> None:
    columns: list[tuple[SignLine, ...]] = []
    for signer in w.scenario.signers:
        one = enter(w, signer)
        shouted = Run(
            capitals(signer.organisation.printed),
            f"{one.path}.organisation",
        )
        lines: list[SignLine] = [
            SignLine((one.place, Run(", den "), one.date)),
            SignLine(height=6.0),
            SignLine((shouted,)),
            SignLine(plain("in Vertretung" if signer.deputising else ""), "rule", one.name is not None, 40.0),
        ]
        if one.name and one.function:
            lines += [SignLine((Run("- "), one.name, Run(" -"))), SignLine((one.function,))]
        columns.append(tuple(lines))
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=28.0 if start == 0 else 16.0))
