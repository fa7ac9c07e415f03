"""A clerk in a hurry: headings that end in a colon, projects counted through, days behind dashes."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from samples.blocks import (
    Footnote,
    Gap,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Project, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated, two_figures
from samples.wordings.money import (
    parts,
    project_money,
    project_sum,
    replaced,
    subtotal,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, enumerated, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer

OWN_ASIDES = (
    "Platzkosten bitte nicht über {cap} pro Monat kalkulieren.",
    "Zielzahl über alles: {persons} TN, Abweichungen bis {young} TN sind unkritisch.",
    "Rückfragen kurzfristig per Mail oder unter {phone}.",
    "Landesweit sind im letzten Jahr {past} abgeflossen.",
    "Overhead max. {rate} %.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (wie Vorjahr)",
    "NEU: {name}",
    "{name} inkl. Coaching",
    "{name} + Deutsch",
    "{name}, Teil B",
)
CARRIERS = (
    "VHS",
    "Caritas",
    "BWHW",
    "IB Südwest",
    "Kreishandwerkerschaft",
    "Lernwerk Musterau",
    "GFN",
    "Bauhof",
)


class _Heads:
    """Bold headings without a number that end in a colon; what follows is short and set at the left."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w)

    def open(self, title: str) -> None:
        self.w.add(
            Paragraph(
                (self.w.heading(title), Run(":", bold=True)), "left", before=10, after=3, with_next=True
            )
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=4, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    days = rng.choice((two_figures, full_figures))
    s = redated(s, days)
    w = Writer(s, rng)
    heads = _Heads(w)
    _opening(heads, rng.random() < 0.5)
    if s.amendment:
        _amend(heads)
    else:
        steps = [_money, _projects]
        if rng.random() < 0.5:
            steps.reverse()
        for step in steps:
            step(heads)
        heads.open(rng.choice(("Termine", "Bitte vormerken")))
        _days(heads)
        heads.open("Sonst noch")
        for text in aside_texts(w, OWN_ASIDES):
            heads.say("{text}", text=text)
        heads.say("Publizität: Auf Flyern und Webseiten der Projekte steht das Landeslogo.")
        heads.say("Änderungen nur schriftlich; E-Mail reicht nicht.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "vera")),
        size=rng.choice((10.0, 11.0)),
        leading=rng.choice((1.2, 1.3)),
        footer=rng.choice((None, "{page}", "zv_aqb_endfassung.docx, S. {page}")),
        footer_align="left",
        left=60,
        right=76,
        top=62,
        bottom=62,
    )


def _programmes(w: Writer) -> Text:
    return enumerated([(w.programme(index),) for index in range(len(w.scenario.programmes))])


def _opening(heads: _Heads, wide: bool) -> None:
    """The title on one line; one sentence that says who agrees, and after what."""
    w, s = heads.w, heads.w.scenario
    title = (w.kind(), Run(" "), w.year(bold=True))
    w.add(
        Paragraph(title, "left", scale=1.4, after=1),
        Paragraph(_programmes(w), "left", scale=1.1, after=10 if wide else 6),
    )
    sides: list[Run] = []
    acting_before = False
    count = len(s.parties)
    for index in range(count):
        acting = represented(w, index)
        sides += [Run(" und " if index == count - 1 else ", ")] if index and not acting_before else []
        sides += [Run(", und " if index == count - 1 else ", ")] if index and acting_before else []
        sides += w.party(index, "nominative", mark=True)
        if index == 0 and w.scenario.grantor.short and not s.land:
            sides += [Run(" "), *abbreviation(w)[:-1], Run(")")]
        sides += acting
        acting_before = bool(acting)
    if acting_before:
        sides.append(Run(","))
    lead: Text
    if s.reference:
        talk = s.reference
        lead = (
            Run("Wie am "),
            w.date(talk, "reference", f"{talk:%d.%m.%Y}"),
            Run(" besprochen, vereinbaren "),
        )
    else:
        lead = (Run("Hiermit vereinbaren "),)
    w.add(Paragraph((*lead, *sides, Run(" das Folgende.")), "left", after=4))


def _amend(heads: _Heads) -> None:
    w = heads.w
    heads.open("Änderung")
    old, new = replaced(w)
    day = w.scenario.amended_day or date(w.scenario.year, 1, 1)
    heads.say(
        "Budget laut Zielvereinbarung v. {day}: {old}",
        day=w.date(day, "amended_agreement", f"{day:%d.%m.%Y}") if w.rng.random() < 0.5 else amended(w),
        old=old,
    )
    heads.say("Budget neu: {new}", new=new)
    heads.open("Begründung")
    heads.say("Bei zwei Projekten hat sich die Zahl der Plätze geändert.")
    heads.open("Rest")
    heads.say("Bleibt. Bescheid kommt vom {authority}.", authority=w.authority())


def _money(heads: _Heads) -> None:
    """Sums behind colons, those of the year before beside them."""
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    heads.open(rng.choice(("Budget", "Mittel")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    spelled: Text = (Run(" – in Worten: "), words, Run(" –")) if words else ()
    until = str(s.clause_year + len(s.shares) - 1)
    heads.say(
        "{Gives} stellt für {clause_year} bis {until} zusammen {total} bereit, nämlich"
        if years
        else rng.choice(
            (
                "{Gives} stellt für {clause_year} max. {total}{words} bereit.",
                "{Takes} {may} {clause_year} über {total}{words} aus Landesmitteln verfügen.",
            )
        ),
        with_next=years,
        until=until,
        total=amount,
        words=spelled,
        may=verb(w, "kann", "können"),
    )
    if s.budget in ("by_year", "by_measure", "two_programmes"):
        if s.budget != "by_year":
            heads.say("Aufteilung:", with_next=True)
        _split(w)
    if s.budget in ("one_line", "running_text", "in_words", "by_project") and rng.random() < 0.6:
        past, _ = w.amount(
            s.total - Decimal(rng.randint(-90, 140) * 500), "other", year=s.year - 1, label="Vorjahr"
        )
        heads.say(
            rng.choice(("Zum Vergleich {last}: {past}", "({last} waren es {past}.)")),
            last=str(s.year - 1),
            past=past,
        )


def _split(w: Writer) -> None:
    s = w.scenario
    if s.listing == "table" and s.budget != "by_year":
        w.tables += 1
        count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
        rows: list[tuple[Text, ...]] = [
            (part.label, (part.amount,))
            for part in parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
        ]
        run = total(w, style="sign", bold=True, table=w.tables, row=count + 1)
        rows.append((plain("macht zusammen"), (run,)))
        w.add(Table(tuple(rows), (3.4, 1.3), ("left", "right"), s.ruled, padding=2.0, together=True))
        return
    for part in parts(w):
        lead = "in " if s.budget == "by_year" else ""
        text = (Run(lead), *part.label, Run(": "), part.amount)
        w.add(Paragraph(text, "left", after=1, indent=20, hang=12, marker=plain("-")))
    w.add(Gap(4))


def _projects(heads: _Heads) -> None:
    """Counted from first to last; the measure on a line above, without a number of its own."""
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    heads.open(rng.choice(("Projekte", "Das wird gemacht", "Projekte und Träger")))
    if s.budget == "by_project" and s.listing == "table":
        _table(w)
        return
    count = 0
    with_carrier = rng.random() < 0.7
    for number in range(len(s.measures)):
        title, names = w.measure(number, numbered=False)
        measure = s.measures[number]
        w.add(Paragraph((title,), "left", before=3, after=1, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            count += 1
            carrier: Text = plain(f" / {_carrier(s, project)}") if with_carrier else ()
            money = project_money(w, measure, project, " – ")
            w.add(
                Paragraph(
                    (name, *carrier, *money), "left", after=1, indent=42, hang=22, marker=plain(f"{count}.")
                )
            )
    w.add(Gap(4))


def _table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in ("lfd.", "Projekt", "Träger", "€"))]
    count = 0
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number, numbered=False)
        rows.append(((), (replace(title, bold=True),), (), ()))
        for name, project in zip(names, measure.projects, strict=True):
            count += 1
            run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
            rows.append((plain(str(count)), (name,), plain(_carrier(s, project)), (run,)))
        if len(names) > 1 and s.represented:
            run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows))
            rows.append(((), plain("ZS"), (), (run,)))
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
    rows.append(((), plain("gesamt", True), (), (run,)))
    w.add(Table(tuple(rows), (0.5, 3.2, 1.9, 1.3), ("right", "left", "left", "right"), s.ruled, padding=2.0))


def _carrier(s: Scenario, project: Project) -> str:
    return random.Random(f"{s.deadline}/{project.name}").choice(CARRIERS)


def _days(heads: _Heads) -> None:
    """Each day on a line with what it is for; a footnote tells of the letter that came before."""
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    talk = date(s.year, rng.choice((10, 11)), rng.randint(2, 28))
    w.add(
        Footnote(
            w.fill(
                "* Verteiler und Vordruck wie im Rundschreiben vom {day}.",
                day=w.date(start - timedelta(days=rng.randint(20, 200)), "reference"),
            )
        )
    )
    laid: list[Text] = [
        w.fill(
            "Laufzeit: {start} – {end}",
            start=w.date(start, "period_start", f"{start:%d.%m.%Y}"),
            end=w.date(end, "period_end", f"{end:%d.%m.%Y}"),
        ),
        w.fill("Jahresgespräch: {day}, 10 Uhr, im Kreishaus", day=w.date(talk, "other", f"{talk:%d.%m.%Y}"))
        if s.recipients[0].gender == "m"
        else w.fill(
            "Jahresgespräch: {day}, 10 Uhr, im Rathaus", day=w.date(talk, "other", f"{talk:%d.%m.%Y}")
        ),
        w.fill(
            "Verwendungsnachweis*: bis {day} ans {authority}",
            day=w.date(s.deadline, "deadline", f"{s.deadline:%d.%m.%Y}"),
            authority=w.authority(),
        ),
    ]
    if rng.random() < 0.6:
        call = date(s.year, rng.choice((9, 10, 11)), rng.choice((1, 15)))
        laid.insert(1, w.fill("letzter Mittelabruf: {day}", day=w.date(call, "deadline", f"{call:%d.%m.%Y}")))
    for text in laid:
        w.add(Paragraph(text, "left", after=1.5, indent=20, hang=12, marker=plain("-")))


def _sign(w: Writer) -> None:
    """A short row for each hand: place and day, the pen on dots; name, office and whom for on one line."""
    for number, signer in enumerate(w.scenario.signers):
        left, right = _row(w, enter(w, signer))
        w.add(SignatureColumns((left, right), before=6.0 if number else 20.0, gutter=12.0, scale=0.95))


def _row(w: Writer, one: Signature) -> tuple[tuple[SignLine, ...], tuple[SignLine, ...]]:
    form = w.scenario.signing
    party = one.signer.organisation
    whose: Text = (one.bare_organisation,)
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        whose = (Run(f"{'KA' if party.gender == 'm' else 'Magistrat'} {article} "), name)
    caption = "Ort/Datum: " if form == "captions" else ""
    left = (SignLine(height=40.0), SignLine((Run(caption), one.place, Run(", "), one.date)))
    right: list[SignLine] = [SignLine((), "dots", pen=one.name is not None, height=40.0)]
    if one.name and one.function:
        deputy = plain("i. V. ") if one.signer.deputising else ()
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        right += [SignLine((*deputy, *named, Run(", "), one.function)), SignLine(whose)]
    else:
        right.append(SignLine(whose))
    return left, tuple(right)
