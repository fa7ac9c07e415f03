"""A social department's annex for its board: "1.) HEADING", sums on lines, the day below the hand."""

from __future__ import annotations

import random
from decimal import Decimal

from samples.blocks import NEW_LINE, Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated, two_figures
from samples.wordings.money import parts, project_money, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    capitals,
    period,
    programme_names,
    represented,
)
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Das Fahrgeld wird den Teilnehmenden bis zu {cap} im Monat ersetzt.",
    "Der Fachausschuss ging in seiner Sitzung von {persons} Teilnehmenden und {young} Abbrüchen aus.",
    "Rückfragen bitte an das Sozialdezernat (Tel. {phone}).",
    "Der Gesamtaufwand aller bisherigen Jahre wird auf {past} geschätzt.",
    "Die Vermittlungsquote des Vorjahres lag bei {rate} %.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Kurs {name}",
    "{name} (vormals Werkstatt II)",
    "Nachbetreuung {name}",
    "{name} mit Praktikum",
    "Förderkette {name}",
)
CIRCLES = ("SGB II", "SGB II/III", "SGB III", "SGB VIII", "SGB XII", "AsylbLG", "alle")


class _Points:
    """ "1.) HEADING" at the left; what belongs to it is set in a little."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w, by_short_name=False)

    def open(self, title: str) -> None:
        marker = (self.w.next_section(), Run(".)", bold=True))
        heading = (self.w.heading(capitals(title)),)
        self.w.add(
            Paragraph(heading, "left", before=12, after=5, indent=30, hang=30, marker=marker, with_next=True)
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=6, indent=30, with_next=with_next))

    def sum(self, label: str, amount: Run, bold: bool = False) -> None:
        """A line of its own for a sum."""
        text = (Run(f"{label}   ", bold=bold), Run(amount.text, amount.mark, bold=bold))
        self.w.add(Paragraph(text, "left", after=3, indent=62))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((two_figures, full_figures, long_date)))
    w = Writer(s, rng)
    _opening(w)
    points = _Points(w)
    if s.amendment:
        _amend(points)
    else:
        points.open("Ausgangslage")
        points.say(
            "Zahlreiche Erwachsene im Gebiet {takes_gen} haben keinen Berufsabschluss. Die hiesigen Betriebe "
            "finden gleichzeitig kaum Nachwuchs."
        )
        if s.reference:
            points.say(
                "Die Strategie, die am {day} beraten wurde, nennt die nötigen Schritte.",
                day=w.date(s.reference, "reference"),
            )
        for text in aside_texts(w, OWN_ASIDES):
            points.say("{text}", text=text)
        _projects(points)
        _funds(points)
        _duties(points)
    _sign(w)
    number = f"{rng.randint(11, 480)}/{s.year}"
    return w, Sheet(
        family=rng.choice(("helvetica", "courier", "times")),
        size=rng.choice((10.5, 11.0)),
        leading=rng.choice((1.2, 1.3)),
        header=rng.choice((f"Anlage 1 zur Vorlage Nr. {number}", f"Anlage zu Drucksache {number}")),
        header_align=rng.choice(("right", "left")),
        header_on_first=True,
        footer=rng.choice(("- {page} -", None)),
        footer_on_first=False,
        left=74,
        right=62,
    )


def _opening(w: Writer) -> None:
    """Title, programme and year in the middle, then one sentence that names all sides."""
    s = w.scenario
    count = len(s.parties)
    w.add(
        Paragraph((w.kind(),), "center", scale=1.35, before=6, after=3),
        Paragraph(programme_names(w), "center", after=3),
        Paragraph((Run("- Förderjahr "), w.year(), Run(" -")), "center", after=16),
    )
    runs: list[Run] = []
    for index in range(count):
        runs += [Run(" und " if index == count - 1 else ", ")] if index else []
        runs += w.party(index, "nominative", mark=True, capital=index == 0)
        inserted = represented(w, index)
        runs += inserted
        runs += [Run(",")] if inserted and index in (count - 2, count - 1) else []
    runs.append(Run(" haben sich in Ausführung der Fördergrundsätze auf das Nachstehende verständigt."))
    w.add(Paragraph(tuple(runs), "left", after=4))


def _amend(points: _Points) -> None:
    w = points.w
    points.open("Änderung des Förderbetrags")
    old, new = replaced(w)
    points.say(
        "Der Förderbetrag {clause_year} laut Zielvereinbarung vom {day}",
        with_next=True,
        day=amended(w),
    )
    points.sum("alt:", old)
    points.sum("neu:", new, bold=True)
    points.open("Alles Weitere")
    points.say("Sonst ändert sich nichts. Abschrift geht an das {authority}.", authority=w.authority())


def _projects(points: _Points) -> None:
    w, s = points.w, points.w.scenario
    points.open("Vorhaben")
    points.say(
        "{Takes} {lets} die folgenden Vorhaben durch freie Träger oder eigene Einrichtungen ausführen.",
        with_next=True,
        lets=verb(w, "lässt", "lassen"),
    )
    if s.listing == "table":
        _table(w)
        return
    sums = parts(w) if s.budget == "by_measure" else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        money: Text = (Run(" - "), sums[number].amount) if sums else ()
        lead = Run(f"Maßnahmenart {measure.number}, ")
        w.add(Paragraph((lead, title, *money), "left", before=3, after=2, indent=30, with_next=True))
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            text = (name, *project_money(w, measure, project, " = "))
            marker = plain(f"{'abcdefg'[index]}.)")
            w.add(Paragraph(text, "left", after=2, indent=62, hang=24, marker=marker))
    w.add(Gap(4))


def _table(w: Writer) -> None:
    """A column with the projects of each Maßnahmenart, one with the law they come under, one for sums."""
    s = w.scenario
    paid = s.budget in ("by_measure", "by_project")
    w.tables += 1 if paid else 0
    heads = ("Art", "Vorhaben", "Rechtskreis", *(("EUR",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    # The measures' own rows come before those of their projects, whose sums the head tells.
    at = [1 + sum(1 + len(one.projects) for one in s.measures[:number]) for number in range(len(s.measures))]
    sums = parts(w, style="cell", table=w.tables, rows=at) if s.budget == "by_measure" else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        cell: tuple[Text, ...] = ((sums[number].amount,) if sums else (),) if paid else ()
        rows.append((plain(str(measure.number)), (title,), (), *cell))
        for name, project in zip(names, measure.projects, strict=True):
            money: tuple[Text, ...] = ((),) if paid else ()
            if project.amount is not None:
                run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
                money = ((run,),)
            circle = random.Random(f"{s.deadline}/{project.name}").choice(CIRCLES)
            rows.append(((), (Run("* "), name), plain(circle), *money))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("zusammen", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    shares = (0.5, 3.8, 1.3, 1.3)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled, padding=2.5))


def _funds(points: _Points) -> None:
    """The sum on a line of its own, parts of it on lines above; what the other side adds in a sentence."""
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Kosten und Förderbetrag", "Förderbetrag")))
    style = rng.choice(("code_dash", "dash", None))
    years = s.budget == "by_year"
    points.say(
        "{Gives} fördert die Vorhaben über mehrere Jahre mit"
        if years
        else "{Gives} fördert die Vorhaben im Jahr {clause_year} mit höchstens",
        with_next=True,
    )
    if years or s.budget == "two_programmes":
        for part in parts(w, style=style):
            label = (Run("im Jahr " if years else "aus: "), *part.label)
            text = (*label, Run(":   "), part.amount)
            w.add(Paragraph(text, "left", after=3, indent=62, with_next=True))
    amount, words = total_in_words(w, style=style, year=None if years else s.clause_year)
    points.sum("insgesamt" if years or s.budget == "two_programmes" else "", amount, bold=True)
    if words:
        w.add(Paragraph((Run("("), words, Run(")")), "left", after=3, indent=62))
    w.add(Gap(4))
    if s.asides:
        own, _ = w.amount(_own(s), "other", style=style)
        points.say(
            "Im eigenen Haushalt {takes_gen} sind daneben {own} für die Begleitung veranschlagt.",
            own=own,
        )
    points.say("Zahlbar ist der Förderbetrag nur, soweit er tatsächlich benötigt wird.")


def _own(s: Scenario) -> Decimal:
    return (s.total / 12 // 500 * 500).quantize(Decimal("0.01"))


def _duties(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Zeitraum", "Dauer")))
    points.say("Förderfähig sind Ausgaben, die {period} entstehen.", period=period(w))
    points.open(rng.choice(("Abrechnung", "Bescheid und Abrechnung")))
    points.say(
        "Zuständig für Bescheid und Auszahlung:{line}{authority}", line=NEW_LINE, authority=w.authority()
    )
    points.say(
        "Abrechnungsschluss: {deadline}. Belege sind nur auf Anforderung beizufügen.",
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )
    points.open("Ausfertigung")
    points.say("Diese Vereinbarung wird für jeden Unterzeichner einmal ausgefertigt.")


def _sign(w: Writer) -> None:
    """Whom for, the pen, name and office; place and day at the foot of the column."""
    s = w.scenario
    columns = [_column(w, enter(w, signer)) for signer in s.signers]
    if s.signature_form == "stacked":
        w.add(*in_rows(columns, 1))
        return
    across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
    w.add(*in_rows(columns, across, gutter=16.0 if across == 3 else 30.0, scale=0.87 if across == 3 else 1.0))


def _column(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    s = w.scenario
    party = one.signer.organisation
    if s.signing == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        lines = [SignLine((Run(f"{organ} {article} "), name))]
    else:
        article, name = one.organisation("nominative")
        lines = [SignLine((Run(article.capitalize() + " "), name))]
    lines.append(SignLine(plain("in Vertretung" if one.signer.deputising else "")))
    lines.append(SignLine((), "rule", pen=one.name is not None, height=40.0))
    if one.name and one.function:
        named: Text = (Run("("), one.name, Run(")")) if s.signing == "brackets" else (one.name,)
        lines += [SignLine(named), SignLine((one.function,))]
    lines.append(SignLine(height=5.0))
    if s.signing == "captions":
        lines += [SignLine((Run("Ort: "), one.place)), SignLine((Run("Datum: "), one.date))]
    else:
        lines.append(SignLine((one.place, Run(", am "), one.date)))
    return tuple(lines)
