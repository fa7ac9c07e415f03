"""What the families of wordings share: the clause on the money, tables, lists of projects, title lines."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Case
from samples.wordings.money import project_money, project_sum
from samples.writer import Writer

Draft = tuple[Writer, Sheet]

ASIDES = (
    "Je teilnehmender Person dürfen im Monat höchstens {cap} angesetzt werden.",
    "Erreicht werden sollen mindestens {persons} Menschen, darunter {young} in Teilzeit.",
    "Rückfragen beantwortet die Fachstelle unter der Rufnummer {phone}.",
    "Im September {y} ist ein Austausch der Beteiligten vorgesehen; § 16 SGB II bleibt unberührt.",
    "In den Vorjahren kamen im Durchschnitt {past} zum Einsatz.",
    "Verwaltungskosten werden bis zu {rate} v. H. der Personalausgaben anerkannt (StAnz. 1/{y} S. 30).",
)
"""For the families of the dev split; those of the test split have their own."""


def funds(w: Writer, sentences: dict[str, tuple[str, ...]]) -> None:
    """The clause that grants the money, in the form the scenario asks for.

    `sentences` holds templates for each form: {total}, {words}, {old}, {new}, {first}, {second}.
    """
    s = w.scenario
    label = s.programmes[0].name
    base: dict[str, Any] = {"label": label, "programme_key": s.programmes[0].key, "year": s.clause_year}
    if s.budget == "amendment":
        old, _ = w.amount(s.replaced or Decimal(0), "replaced", **base)
        new, _ = w.amount(s.total, "replacement", **base)
        w.paragraph(w.rng.choice(sentences["amendment"]), old=old, new=new)
    elif s.budget == "one_line":
        before, after = w.rng.choice([pair.split("|") for pair in sentences["one_line"]])
        w.add(Paragraph(w.fill(before), with_next=True))
        total, _ = w.amount(s.total, "total", bold=True, **base)
        w.add(Paragraph((total,), align="center", scale=1.15, before=4, after=10))
        w.paragraph(after)
    elif s.budget == "in_words":
        total, words = w.amount(s.total, "total", words=s.words_value, **base)
        w.paragraph(w.rng.choice(sentences["in_words"]), total=total, words=words or Run(""))
    elif s.budget == "two_programmes":
        total, _ = w.amount(s.total, "total", label="Gesamtbetrag", year=s.clause_year)
        shares = [
            w.amount(share, "component", label=p.name, programme_key=p.key, year=s.clause_year)[0]
            for share, p in zip(s.shares, s.programmes, strict=True)
        ]
        w.paragraph(
            w.rng.choice(sentences["two_programmes"]),
            total=total,
            first=shares[0],
            second=shares[1],
            first_prog=w.programme(0),
            second_prog=w.programme(1),
        )
    else:
        total, _ = w.amount(s.total, "total", **base)
        w.paragraph(w.rng.choice(sentences["running_text"]), total=total)
        if s.budget == "by_year":
            w.paragraph(w.rng.choice(sentences["by_year"]))
            years_table(w)
        elif s.budget == "by_measure":
            w.paragraph(w.rng.choice(sentences["by_measure"]))
            measures_table(w)


def years_table(w: Writer) -> None:
    s = w.scenario
    if s.listing == "list":
        years_list(w)
        return
    w.tables += 1
    unit = w.rng.choice(("€", "Euro"))
    style = "cell" if unit == "Euro" else "sign"
    head: tuple[Text, ...] = (
        plain("Haushaltsjahr", True),
        plain("Betrag in Euro" if unit == "Euro" else "Betrag", True),
    )
    rows = [head]
    for row, share in enumerate(s.shares, start=1):
        year = s.clause_year + row - 1
        run, _ = w.amount(
            share,
            "component",
            style=style,
            label=str(year),
            year=year,
            table=w.tables,
            row=row,
            programme_key=s.programmes[0].key,
        )
        rows.append((plain(str(year)), (run,)))
    total, _ = w.amount(
        s.total,
        "total",
        style=style,
        bold=True,
        label="Summe",
        table=w.tables,
        row=len(rows),
        programme_key=s.programmes[0].key,
    )
    rows.append((plain("Summe", True), (total,)))
    w.add(Table(tuple(rows), (1.2, 1.0), ("left", "right"), s.ruled))


def measures_table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [
        (plain("Nr.", True), plain("Maßnahmenart", True), plain("Betrag in Euro", True))
    ]
    for row, measure in enumerate(s.measures, start=1):
        run, _ = w.amount(
            measure.amount or Decimal(0),
            "component",
            style="cell",
            label=measure.title,
            measure=measure.number,
            table=w.tables,
            row=row,
            year=s.clause_year,
        )
        rows.append((plain(str(measure.number)), plain(measure.title), (run,)))
    total, _ = w.amount(
        s.total,
        "total",
        style="cell",
        bold=True,
        label="Gesamt",
        table=w.tables,
        row=len(rows),
        year=s.clause_year,
    )
    rows.append(((), plain("Gesamt", True), (total,)))
    w.add(Table(tuple(rows), (0.5, 4.2, 1.6), ("left", "left", "right"), s.ruled))


def project_list(w: Writer, bullet: str = "•", marker: str = "{n}.") -> None:
    """Maßnahmenarten as a numbered list, their projects as bullets, or all of it as a table with amounts."""
    s = w.scenario
    if s.budget == "by_project" and s.listing == "table":
        projects_table(w)
        return
    for number, measure in enumerate(s.measures):
        title, projects = w.measure(number)
        w.add(
            Paragraph(
                (title,),
                "left",
                after=2,
                indent=22,
                hang=18,
                with_next=True,
                marker=plain(marker.format(n=measure.number)),
            )
        )
        for name, project in zip(projects, measure.projects, strict=True):
            behind = project_money(w, measure, project, *((" (", ")") if s.represented else (": ",)))
            w.add(Paragraph((name, *behind), "left", after=1.5, indent=58, hang=16, marker=plain(bullet)))
    w.add(Gap(4))


def years_list(w: Writer) -> None:
    """A line per year with dots that lead to its sum."""
    s = w.scenario
    for number, share in enumerate(s.shares):
        year = s.clause_year + number
        run, _ = w.amount(share, "component", label=str(year), year=year, programme_key=s.programmes[0].key)
        line = (Run(f"{year} {'.' * 24} "), run)
        w.add(Paragraph(line, "left", after=2, indent=30))
    w.add(Gap(4))


def asides(w: Writer, sentences: tuple[str, ...]) -> None:
    """Figures that are no budget, each in a paragraph of its own."""
    for text in aside_texts(w, sentences):
        w.add(Paragraph(text))


def aside_texts(w: Writer, sentences: tuple[str, ...]) -> list[Text]:
    """Figures that are no budget: a cap per head, a telephone number, earlier years, a share, a page."""
    s = w.scenario
    rng = random.Random(f"{s.total}/{s.year}")
    texts: list[Text] = []
    for sentence in rng.sample(sentences, min(s.asides, len(sentences))):
        parts: dict[str, Run | Text | str] = {
            "persons": str(rng.randint(12, 240)),
            "young": str(rng.randint(5, 11)),
            "phone": f"06{rng.randint(10, 99)} 000-{rng.randint(1000, 9999)}",
            "rate": f"{rng.randint(5, 25)},{rng.randint(0, 9)}",
        }
        if "{cap}" in sentence:
            cap = Decimal(rng.choice((150, 450, 480, 1_250))).quantize(Decimal("0.01"))
            parts["cap"], _ = w.amount(cap, "other", style="euro")
        if "{past}" in sentence:
            tenths = rng.randint(11, 39)
            parts["past"] = w.millions(tenths)
        texts.append(w.fill(sentence, **parts))
    return texts


def projects_table(w: Writer) -> None:
    """Each project with its sum; a subtotal per Maßnahmenart where it has several."""
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [
        (plain("Maßnahmenart", True), plain("Projekt", True), plain("Betrag", True))
    ]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for i, (project, name) in enumerate(zip(measure.projects, names, strict=True)):
            run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
            first: Text = (Run(f"{measure.number}. "), title) if i == 0 else ()
            rows.append((first, (name,), (run,)))
    total, _ = w.amount(
        s.total,
        "total",
        style="sign",
        bold=True,
        label="Summe",
        table=w.tables,
        row=len(rows),
        year=s.clause_year,
    )
    rows.append((plain("Summe", True), (), (total,)))
    w.add(Table(tuple(rows), (2.4, 2.6, 1.5), ("left", "left", "right"), s.ruled))


def enumerated(items: Sequence[Text], last: str = " und ", between: str = ", ") -> Text:
    """One after the other in a sentence."""
    runs: list[Run] = []
    for index, item in enumerate(items):
        runs += [Run(last if index == len(items) - 1 else between)] if index else []
        runs += item
    return tuple(runs)


def capitals(text: str) -> str:
    """In capitals, but for the letter that had none in typewriters."""
    return "".join(letter if letter == "ß" else letter.upper() for letter in text)


def represented(w: Writer, index: int) -> Text:
    """ ", vertreten durch …" where the scenario says so, entered in the gold."""
    s = w.scenario
    if index == 0 and s.land:
        article, name = s.grantor.case("accusative")
        return (Run(f", vertreten durch {article} "), Run(name, "parties[0].representative"))
    if index > 0 and s.represented:
        body = "Kreisausschuss" if s.recipients[index - 1].gender == "m" else "Magistrat"
        w.gold["parties"][index]["representative"] = body
        return (Run(", vertreten durch den "), Run(body, f"parties[{index}].representative"))
    return ()


def organ(w: Writer, index: int) -> Text:
    """Who acts for a county or city that is one of equals; of the first one it is entered here."""
    if index:
        return represented(w, index)
    if not w.scenario.represented:
        return ()
    body = "Kreisausschuss" if w.scenario.grantor.gender == "m" else "Magistrat"
    w.gold["parties"][0]["representative"] = body
    return (Run(", vertreten durch den "), Run(body, "parties[0].representative"))


def abbreviation(w: Writer) -> Text:
    """ "(HMSI) " behind the ministry's name, where it has one and stands there itself."""
    short = w.scenario.grantor.short
    if w.scenario.land or not short:
        return ()
    w.gold["parties"][0]["abbreviation"] = short
    return (Run("("), Run(short, "parties[0].abbreviation"), Run(") "))


def amended(w: Writer) -> Run:
    """The date of the agreement that this one changes."""
    if w.scenario.amended_day is None:
        raise ValueError("not an amendment")
    return w.date(w.scenario.amended_day, "amended_agreement")


def period(w: Writer) -> Text:
    """ "vom 1. Januar … bis zum 31. Dezember …", both dates marked."""
    start = w.date(date(w.scenario.year, 1, 1), "period_start")
    return (Run("vom "), start, Run(" bis zum "), w.date(date(w.scenario.year, 12, 31), "period_end"))


def programme_names(w: Writer) -> Text:
    runs: list[Run] = []
    for index in range(len(w.scenario.programmes)):
        runs += [Run(" und dem ")] if index else []
        runs.append(w.programme(index))
    return tuple(runs)


def programme_genitives(w: Writer) -> Text:
    runs: list[Run] = []
    for index in range(len(w.scenario.programmes)):
        runs += [Run(" und des ")] if index else []
        runs.append(w.programme(index, genitive=True))
    return tuple(runs)


def parties_between(w: Writer, align: Align = "center", joined: bool = False, case: Case = "dative") -> None:
    """The parties of the title block, each on its own line or all in one sentence."""
    count = len(w.scenario.parties)
    lines: list[Text] = []
    for index in range(count):
        lead = "und " if index and index == count - 1 else ""
        inserted = represented(w, index)
        # A comma parts three parties, and closes what was inserted.
        tail = "," if index < count - 2 or (inserted and index < count - 1) else ""
        lines.append((Run(lead), *w.party(index, case, mark=True), *inserted, Run(tail)))
    if joined:
        runs = [run for line in lines for run in (*line, Run(" "))]
        w.add(Paragraph(tuple(runs), align))
        return
    for line in lines:
        w.add(Paragraph(line, align, after=w.rng.choice((8, 14))))
