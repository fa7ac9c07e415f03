"""One text for a whole region: Roman headings, an annex with the sums of neighbours beside this one."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Gap, NewPage, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Party, Scenario, bodies
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import redated
from samples.wordings.money import parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.wordings.roles import takers, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für überregionale Fachkräfte darf ein Zuschlag von {cap} je Monat angesetzt werden.",
    "Die Region erwartet {persons} Vermittlungen, davon {young} im Handwerk.",
    "Geschäftsstelle des Regionalbeirats ist das Kreisjobcenter, Telefon {phone}.",
    "In der vorigen Förderperiode hat das Land die Region mit {past} unterstützt.",
    "Anteile unter {rate} Prozent werden nicht umverteilt.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Regionalprojekt {name}",
    "{name} (landkreisübergreifend)",
    "{name} – Standort Nord",
    "{name} / Verbund",
    "Bildungskette {name}",
)
REGIONS = {"064": "Südhessen", "065": "Mittelhessen", "066": "Nord- und Osthessen"}
"""By the first figures of the key of a county or city."""
TARGETS = (
    ("Übergänge in betriebliche Ausbildung", 40, 190),
    ("Abschlüsse in Teilzeitausbildung", 8, 45),
    ("Teilnehmende mit Fluchterfahrung", 60, 260),
    ("beratene Betriebe", 25, 140),
    ("Übergänge in sozialversicherungspflichtige Arbeit", 50, 220),
)


class _Chapters:
    """ "I – Heading" in bold, the text beside a margin, as a printed booklet for many readers has it."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        w.numbering = "I"

    def open(self, title: str) -> None:
        number = self.w.next_section()
        text = (number, Run(" – ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", scale=1.08, before=14, after=5, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=6, indent=28, with_next=with_next))

    def annex(self, number: int, title: str) -> None:
        text = plain(f"Anlage {number}: {title}", True)
        self.w.add(Paragraph(text, "left", scale=1.08, before=18, after=7, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(fuller_names(s, OWN_FORMS), long_date)
    w = Writer(s, rng)
    region = REGIONS[(s.recipients[0].key or "064")[:3]]
    _cover(w, region)
    chapters = _Chapters(w)
    if s.amendment:
        _amend(chapters)
        _sign(w)
    else:
        _agree(chapters, region)
        _sign(w)
        w.add(NewPage())
        _allotment(chapters, region)
        if s.budget == "by_year":
            _years(chapters)
        _projects(chapters)
    return w, Sheet(
        family=rng.choice(("source-sans", "helvetica", "open-sans")),
        size=rng.choice((10.5, 11.0)),
        leading=rng.choice((1.32, 1.42)),
        header=f"Region {region}",
        header_align="right",
        footer=rng.choice(("Seite {page} von {pages}", "{page}")),
        footer_align="right",
        footer_on_first=False,
        left=72,
        right=66,
    )


def _programmes(w: Writer) -> Text:
    return enumerated([(w.programme(index),) for index in range(len(w.scenario.programmes))])


def _cover(w: Writer, region: str) -> None:
    """One text for a whole region, and for which of its bodies this copy is."""
    s = w.scenario
    w.add(
        Paragraph(plain(f"Region {region}"), "left", after=4),
        Paragraph((w.kind(),), "left", scale=1.8, after=2),
        Paragraph(
            w.fill("{progs}, Programmjahr {year}", progs=_programmes(w), year=w.year()),
            "left",
            scale=1.1,
            after=18,
        ),
        Paragraph(plain("Diese Ausfertigung gilt zwischen"), "left", after=5, with_next=True),
    )
    count = len(s.parties)
    for index in range(count):
        party = w.party(index, "dative", mark=True)
        text = (*party, *represented(w, index))
        joint = " und" if index == count - 2 else "," if index < count - 2 else "."
        closing = "," if len(text) > len(party) and joint == " und" else ""
        w.add(
            Paragraph((*text, Run(closing + joint)), "left", after=4, indent=28, hang=14, marker=plain("–"))
        )
    if s.amendment:
        return
    w.add(
        Paragraph(
            plain(
                "Der Wortlaut ist für alle Gebietskörperschaften der Region gleich. Rechte und Pflichten "
                "entstehen "
                "nur zwischen den vorstehend Genannten."
            ),
            before=8,
            after=6,
        )
    )


def _amend(chapters: _Chapters) -> None:
    w, s = chapters.w, chapters.w.scenario
    chapters.open("Umverteilung in der Region")
    chapters.say("Nicht gebundene Mittel werden innerhalb der Region umverteilt.")
    old, new = replaced(w)
    chapters.say(
        "In Anlage 1 der Zielvereinbarung vom {day} tritt bei {takes} an die Stelle von {old} der Betrag "
        "von {new}.",
        day=amended(w),
        takes=takers(w)["dative"],
        old=old,
        new=new,
    )
    if w.rng.random() < 0.5:
        other = w.rng.choice(_neighbours(s, 1))
        less, _ = w.amount(s.total - (s.replaced or Decimal(0)), "other")
        article, name = other.case("genitive")
        chapters.say(
            f"Die Zuteilung {article} {name} vermindert sich in einer eigenen Vereinbarung um " + "{less}.",
            less=less,
        )
    chapters.open("Bestand")
    chapters.say(
        "Im Übrigen bleibt es bei der Zielvereinbarung. Bescheide ändert das {authority}.",
        authority=w.authority(),
    )


def _agree(chapters: _Chapters, region: str) -> None:
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    chapters.open("Gemeinsame Ziele")
    named = rng.sample(TARGETS, 3)
    chapters.say(
        f"Die Region {region} will im Programmjahr " + "{y} erreichen: {targets}.",
        targets=enumerated([plain(f"{rng.randint(low, high)} {what}") for what, low, high in named]),
    )
    if s.reference:
        chapters.say(
            "Der Regionalbeirat hat die Ziele in seiner Sitzung am {day} beraten.",
            day=w.date(s.reference, "reference"),
        )
    chapters.open(rng.choice(("Zuteilung der Mittel", "Verteilung")))
    _money(chapters)
    chapters.open("Projekte")
    chapters.say(
        "Gefördert werden die Projekte der Anlage {number}. Sie kann im Einvernehmen fortgeschrieben werden.",
        number="3" if s.budget == "by_year" else "2",
    )
    chapters.open("Zeiten und Fristen")
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    report = date(s.year, rng.choice((9, 10)), rng.choice((15, 30)))
    chapters.say(
        "Das Programmjahr läuft vom {start} bis {end}. Die Regionalkonferenz tagt am {day}.",
        start=w.date(start, "period_start", rng.choice((None, f"{start:%d.%m.%Y}"))),
        end=w.date(end, "period_end", rng.choice((None, f"{end:%d.%m.%Y}"))),
        day=w.date(date(s.year, 11, rng.randint(3, 27)), "other"),
    )
    chapters.say(
        "Bewilligt und geprüft wird durch das {authority}. Mittel, die bis {report} nicht gebunden sind, "
        "gehen in "
        "die Umverteilung; Nachweise sind bis {deadline} zu führen.",
        authority=w.authority(),
        report=w.date(report, "deadline"),
        deadline=w.date(s.deadline, "deadline"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        chapters.say("{text}", text=text)


def _money(chapters: _Chapters) -> None:
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    chapters.say(
        "Das Land verteilt seine Mittel nach einem Bedarfsindex. Welche Gebietskörperschaft wie viel "
        "erhält, steht "
        "in Anlage 1; die Angaben zu Dritten dienen allein der Übersicht."
    )
    amount, words = total_in_words(
        w, bold=s.budget == "one_line", year=None if s.budget == "by_year" else s.clause_year
    )
    spelled: Text = (Run(" (in Worten: "), words, Run(")")) if words else ()
    if s.budget == "by_year":
        chapters.say(
            "{takes} {gets} über die Jahre hinweg {total}, verteilt nach Anlage 2.",
            takes=_capital(w.recipients("nominative")),
            gets=verb(w, "erhält", "erhalten"),
            total=amount,
        )
        return
    chapters.say(
        rng.choice(
            (
                "Von den Mitteln des Jahres {clause_year} werden {takes_dat} {total}{words} zugeteilt.",
                "Die Zuteilung an {takes_acc} beläuft sich {clause_year} auf {total}{words}.",
            )
        ),
        takes_dat=w.recipients("dative"),
        takes_acc=w.recipients("accusative"),
        total=amount,
        words=spelled,
    )


def _capital(text: Text) -> Text:
    return (replace(text[0], text=text[0].text[0].upper() + text[0].text[1:]), *text[1:])


def _neighbours(s: Scenario, count: int) -> Sequence[Party]:
    """Others of the region, who have agreements of their own."""
    keys = {party.key for party in s.recipients}
    region = (s.recipients[0].key or "064")[:3]
    pool = [body for body in bodies(s.year) if body.key not in keys and (body.key or "").startswith(region)]
    dice = random.Random(f"{s.deadline}/{s.year}/neighbours/{s.recipients[0].key}")
    return dice.sample(pool, min(count, len(pool)))


def _allotment(chapters: _Chapters, region: str) -> None:
    """All bodies of the region with what each is allotted; that of this agreement stands among them."""
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    chapters.annex(1, f"Zuteilungen in der Region {region}")
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    both = s.budget == "two_programmes"
    others = sorted(_neighbours(s, rng.choice((3, 4, 5))), key=lambda body: body.official)
    ours = rng.randint(0, len(others))
    columns = (*(("AQB", "AMB", "zusammen") if both else ("Zuteilung in EUR",)),)
    heads = ("Nr.", "Gebietskörperschaft", "Index", *columns)
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    whole = [Decimal("0.00")] * len(columns)
    own_name = " / ".join(party.printed for party in s.recipients)
    for place in range(len(others) + 1):
        row = place + 1
        index = f"{rng.randint(71, 139) / 100:.2f}".replace(".", ",")
        if place == ours:
            values = [*s.shares, s.total] if both else [s.total]
            runs = (
                [part.amount for part in parts(w, style="cell", table=w.tables, rows=[row, row])]
                if both
                else []
            )
            runs.append(
                total(w, bold=True, row=row, year=None if s.budget == "by_year" else s.clause_year, **entry)
            )
            label: Text = plain(own_name, True)
        else:
            body = others[place - (place > ours)]
            first = Decimal(rng.randint(2_600, 15_900) * 100).quantize(Decimal("0.01"))
            second = Decimal(rng.randint(900, 5_900) * 100).quantize(Decimal("0.01"))
            values = [first, second, first + second] if both else [first]
            runs = [w.amount(value, "other", row=row, label=body.official, **entry)[0] for value in values]
            label = plain(body.official)
        whole = [before + value for before, value in zip(whole, values, strict=True)]
        rows.append((plain(f"{row}"), label, plain(index), *((run,) for run in runs)))
    last = [(w.amount(value, "other", row=len(rows), label="Region", **entry)[0],) for value in whole]
    rows.append(((), plain("Region insgesamt"), plain("1,00"), *last))
    right: Align = "right"
    aligns: tuple[Align, ...] = ("left", "left", "center", *([right] * len(columns)))
    shares = (0.5, 2.5 if both else 3.4, 0.7, *([1.35 if both else 1.6] * len(columns)))
    w.add(Table(tuple(rows), shares, aligns, s.ruled, padding=3.0, together=True))


def _years(chapters: _Chapters) -> None:
    """The years of the sum one below the other, for this agreement alone."""
    w, s = chapters.w, chapters.w.scenario
    chapters.annex(2, "Jahresanteile")
    if s.listing == "list":
        for part in parts(w):
            text = (Run("Programmjahr "), *part.label, Run(": "), part.amount)
            w.add(Paragraph(text, "left", after=2, indent=28))
        w.add(Gap(4))
        return
    w.tables += 1
    count = len(s.shares)
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in ("Programmjahr", "Anteil in EUR"))]
    for part in parts(w, style="cell", table=w.tables, rows=range(1, count + 1)):
        rows.append((part.label, (part.amount,)))
    run = total(w, style="cell", bold=True, table=w.tables, row=count + 1, year=None)
    rows.append((plain("alle Jahre", True), (run,)))
    w.add(Table(tuple(rows), (1.6, 1.6), ("left", "right"), s.ruled, padding=3.0, together=True))


def _projects(chapters: _Chapters) -> None:
    """A row for each measure with all its projects in one cell, or a row for each project with its sum."""
    w, s = chapters.w, chapters.w.scenario
    chapters.annex(3 if s.budget == "by_year" else 2, "Projekte")
    paid = s.budget in ("by_measure", "by_project")
    if paid:
        w.tables += 1
    heads = (
        "Maßnahmenart",
        "Projekte" if s.budget != "by_project" else "Projekt",
        *(("EUR",) if paid else ()),
    )
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    style, table = "cell", w.tables
    sums = parts(w, style=style, table=table, rows=range(1, 9)) if s.budget == "by_measure" else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head: Text = (Run(f"{measure.number} "), title)
        if s.budget == "by_project":
            for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
                run = project_sum(w, measure, project, style=style, table=table, row=len(rows))
                rows.append(((() if index else head), (name,), (run,)))
            if len(names) > 1:
                run = subtotal(w, measure, style=style, table=table, row=len(rows))
                rows.append(((), plain("Zwischensumme"), (run,)))
            continue
        listed: list[Run] = []
        for name in names:
            listed += [Run(" \n ")] if listed else []
            listed += [Run("· "), name]
        rows.append((head, tuple(listed), *(((sums[number].amount,),) if sums else ())))
    if paid:
        run = total(w, style=style, bold=True, table=table, row=len(rows))
        rows.append((plain("Zuteilung", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    shares = (2.6, 3.0, 1.4)
    count = len(heads)
    w.add(Table(tuple(rows), shares[:count], aligns[:count], s.ruled, padding=3.5))


def _sign(w: Writer) -> None:
    """A leaf of its own kind: frames with whom for, the pen, who it is, and place and day at the foot."""
    s = w.scenario
    w.add(Paragraph(plain("Unterschriften", True), "left", before=16, after=0, with_next=True))
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    across = 1 if s.signature_form == "stacked" else 2
    first, *rest = in_rows(columns, across, then=10.0, gutter=16.0, boxed=True)
    w.add(replace(first, before=10.0), *rest)


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        lines = [SignLine((Run(f"{organ} {article} "), name))]
    else:
        lines = [SignLine((one.bare_organisation,))]
    lines.append(SignLine((), "none", pen=one.name is not None, height=44.0))
    if one.name and one.function:
        deputy = plain("in Vertretung: ") if one.signer.deputising else ()
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine((*deputy, *named)), SignLine((one.function,))]
    caption = "Ort und Tag: " if form == "captions" else ""
    lines.append(SignLine((Run(caption), one.place, Run(", "), one.date)))
    return tuple(lines)
