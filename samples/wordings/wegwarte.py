"""In a hurry: headings run in, projects behind semicolons, a note under an asterisk, days as dashes."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

from samples.blocks import Align, Footnote, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated, two_figures
from samples.wordings.money import parts, project_money, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    enumerated,
    programme_genitives,
    represented,
)
from samples.wordings.roles import roles, verb
from samples.writer import Writer

OWN_ASIDES = (
    "Pro Kopf werden maximal {cap} Maßnahmekosten anerkannt.",
    "Zielzahl: {persons} Teilnehmende und {young} Ausbildungsverträge.",
    "Für Nachfragen: Frau Platzhalter, Tel. {phone}.",
    "Bisher (alle Jahre) sind {past} geflossen.",
    "Regiekosten: maximal {rate} Prozent.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "{name} neu",
    "{name} (wie im Vorjahr)",
    "AQB-{name}",
    "{name} vor Ort",
)
PROVIDERS = ("VHS", "Werkhof gGmbH", "Kreisjugendamt", "BW Musterau", "Caritas Beispieltal", "N. N.")
AIM = (
    "Menschen, die es auf dem Ausbildungs- und Arbeitsmarkt schwer haben, sollen einen Abschluss oder eine "
    "Stelle bekommen.",
    "Es sollen mehr junge Leute eine Ausbildung anfangen und auch zu Ende bringen.",
    "Das Land unterstützt örtliche Angebote für Menschen ohne Ausbildung und ohne Arbeit.",
)
REST = (
    "Mündliche Nebenabreden bestehen nicht.",
    "Beide Seiten erhalten je ein Exemplar.",
    "Das Nähere regelt der Bescheid.",
    "Pressemitteilungen werden vorher abgestimmt.",
)


class _Page:
    """ "1. Heading:" in bold, and the text goes on in the same line."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w)
        self.lead: Text = ()

    def open(self, title: str) -> None:
        self.lead = (
            self.w.next_section(),
            Run(". ", bold=True),
            self.w.heading(title),
            Run(": ", bold=True),
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        before = 7.0 if self.lead else 0.0
        self.w.add(Paragraph((*self.lead, *text), "left", before=before, after=4, with_next=with_next))
        self.lead = ()

    def dash(self, sentence: str, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=1.5, indent=14, hang=10, marker=plain("-")))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, two_figures, full_figures)))
    w = Writer(s, rng)
    _opening(w)
    page = _Page(w)
    if s.amendment:
        _amend(page)
    else:
        page.open(rng.choice(("Zweck", "Worum es geht")))
        page.say(rng.choice(AIM))
        money_first = rng.random() < 0.5
        if money_first:
            _funds(page)
        _projects(page)
        if not money_first:
            _funds(page)
        _days(page)
        page.open(rng.choice(("Sonstiges", "Rest")))
        page.say(" ".join(rng.sample(REST, 2)))
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "times")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.2, 1.28)),
        footer=rng.choice((None, None, "{page}")),
        left=rng.choice((58, 71)),
        right=rng.choice((58, 71)),
        top=64,
        bottom=64,
    )


def _opening(w: Writer) -> None:
    """Title and year, then one sentence in which the municipal side comes first."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "left", scale=1.25, after=8),
    )
    sides: list[Text] = []
    for index in range(1, len(s.parties)):
        inserted = represented(w, index)
        sides.append((*w.party(index, "nominative", mark=True), *inserted, Run("," if inserted else "")))
    first = (Run(sides[0][0].text.capitalize()), *sides[0][1:])
    joint = enumerated([first, *sides[1:]]) if len(sides) < 3 else enumerated([first, *sides[1:]], ", ")
    short = abbreviation(w)
    inserted = represented(w, 0)
    text = (
        *joint,
        Run(" sowie " if len(sides) > 1 else " und "),
        *w.party(0, "nominative", mark=True),
        *((Run(" ("), short[1], Run(")")) if short else ()),
        *inserted,
        Run(", " if inserted else " "),
        Run("vereinbaren zum Einsatz des "),
        *programme_genitives(w),
        Run(" Folgendes:"),
    )
    w.add(Paragraph(text, "left", after=6))


def _figures(w: Writer, day: date, role: str) -> Run:
    return w.date(day, role, full_figures(day))


def _amend(page: _Page) -> None:
    w, s = page.w, page.w.scenario
    old, new = replaced(w)
    page.open("Betrag")
    page.say(
        "Die Zielvereinbarung vom {day} wird in Nr. 2 geändert. Bisher: {old} für {clause_year}. Neu: "
        "{new} für "
        "{clause_year}.",
        day=w.date(s.amended_day, "amended_agreement", full_figures(s.amended_day))
        if s.amended_day
        else amended(w),
        old=old,
        new=new,
    )
    page.open("Fristen")
    page.say(
        "Abruf des neuen Betrags bis {call}. Den Bescheid ändert das {authority}. Sonst bleibt alles, wie "
        "es ist.",
        call=_figures(w, date(s.year, 12, 1), "deadline"),
        authority=w.authority(),
    )


def _projects(page: _Page) -> None:
    """One paragraph for each measure, its projects one behind the other with who runs them."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Gefördert werden", "Was gefördert wird")))
    inline = s.budget == "by_measure" and s.listing == "list"
    sums = parts(w) if inline else []
    by = rng.random() < 0.6
    page.say("im Jahr {y} diese Projekte:", with_next=True)
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        pieces: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            who = plain(f" ({rng.choice(PROVIDERS)})") if by else ()
            pieces.append((name, *who, *project_money(w, measure, project, " - ")))
        money: Text = (Run(" = "), sums[number].amount) if sums else ()
        head = (Run(f"MA {measure.number} "), title, *money, Run(": "))
        w.add(Paragraph((*head, *enumerated(pieces, "; ", "; ")), "left", after=3, indent=14))
    for text in aside_texts(w, OWN_ASIDES):
        page.say("{text}", text=text)


def _funds(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Geld", "Finanzierung")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    noted = rng.random() < 0.6
    star = "*)" if noted else ""
    lines: list[Footnote] = []
    if noted:
        rest, _ = w.amount(Decimal(rng.randint(12, 260) * 100).quantize(Decimal("0.01")), "other")
        notice = date(s.year - 1, rng.randint(9, 12), rng.randint(1, 28))
        lines = [
            Footnote(
                (
                    Run("*) Ohne Restmittel aus dem Bescheid vom "),
                    _figures(w, notice, "reference"),
                    Run(" über "),
                    rest,
                    Run("."),
                )
            )
        ]
    w.add(*lines)
    page.say(
        f"Das Land zahlt über alle Jahre zusammen {{total}}{star}."
        if years
        else rng.choice(
            (
                f"Das Land zahlt {{takes_dat}} für {{clause_year}} maximal {{total}}{star}{{words}}.",
                f"Für {{clause_year}} gibt es vom Land bis zu {{total}}{star}{{words}}.",
            )
        ),
        total=amount,
        words=(Run(" (i. W. "), words, Run(")")) if words else "",
    )
    if s.budget == "by_measure" and s.listing == "table":
        _across(w)
    elif years:
        pieces = [(*part.label, Run(": "), part.amount) for part in parts(w)]
        page.say("Davon {pieces}.", pieces=enumerated([tuple(piece) for piece in pieces], ", "))
    elif s.budget == "two_programmes":
        pieces = [(Run("aus dem "), *part.label, Run(": "), part.amount) for part in parts(w)]
        page.say("Davon {pieces}.", pieces=enumerated([tuple(piece) for piece in pieces], ", "))
    own, _ = w.amount(Decimal(rng.randint(20, 300) * 500).quantize(Decimal("0.01")), "other")
    page.say(
        rng.choice(
            (
                "{Takes} {pays} {own} selbst dazu.",
                "Dazu {come} {own} aus dem eigenen Haushalt.",
            )
        ),
        pays=verb(w, "gibt", "geben"),
        come="kommen",
        own=own,
    )


def _across(w: Writer) -> None:
    """A column for each measure and one for all."""
    s = w.scenario
    w.tables += 1
    count = len(s.measures)
    heads = [plain(f"MA {measure.number}", True) for measure in s.measures]
    found = parts(w, style="cell", table=w.tables, rows=[1] * count)
    run = total(w, style="cell", bold=True, table=w.tables, row=1)
    right: Align = "right"
    w.add(
        Table(
            (
                (*heads, plain("Gesamt (€)", True)),
                (*((part.amount,) for part in found), (run,)),
            ),
            tuple([1.0] * (count + 1)),
            tuple([right] * (count + 1)),
            s.ruled,
            padding=2.5,
            after=6,
            together=True,
        )
    )


def _days(page: _Page) -> None:
    """What is due when, as dashes; first comes what was."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Fristen", "Termine")))
    start, end = (
        _figures(w, date(s.year, 1, 1), "period_start"),
        _figures(w, date(s.year, 12, 31), "period_end"),
    )
    page.say("Die Projekte laufen {start} - {end}.", with_next=True, start=start, end=end)
    page.dash(
        "Antrag an das {authority} bis {day}",
        authority=w.authority(),
        day=_figures(w, date(s.year, 3, 31), "deadline"),
    )
    if rng.random() < 0.6:
        page.dash(
            "Sachstand an {gives_acc} bis {day}",
            day=_figures(w, date(s.year, 8, rng.choice((15, 31))), "deadline"),
        )
    if rng.random() < 0.5:
        page.dash(
            "Kündigung nur bis {day} (Eingang)",
            day=_figures(w, date(s.year, 9, 30), "other"),
        )
    page.dash("Verwendungsnachweis bis {day}", day=_figures(w, s.deadline, "deadline"))
    if s.reference:
        page.dash(
            rng.choice(("Strategie: Fassung vom {day} gilt weiter", "siehe auch E-Mail vom {day}")),
            day=_figures(w, s.reference, "reference"),
        )
    w.add(Gap(3))


def _sign(w: Writer) -> None:
    """The municipal side at the left; name and office in one line, whom for below it."""
    s = w.scenario
    ordered = sorted(s.signers, key=lambda signer: signer.party == 0)
    read = w.rng.random() < 0.25
    columns = [_column(w, enter(w, signer), read) for signer in ordered]
    across = 1 if s.signature_form == "stacked" else 2
    w.add(*in_rows(columns, across, then=16.0, before=20.0, gutter=30.0))


def _column(w: Writer, one: Signature, read: bool) -> tuple[SignLine, ...]:
    form = w.scenario.signing
    party = one.signer.organisation
    lines = [SignLine((one.place, Run(", "), one.date))]
    if read:
        lines.append(SignLine(height=8.0))
    else:
        drawn = "rule" if form in ("captions", "brackets") else "none"
        lines.append(
            SignLine((), "rule" if drawn == "rule" else "none", pen=one.name is not None, height=38.0)
        )
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        named: Text = (Run(("gez. " if read else "") + deputy), one.name, Run(", "), one.function)
        if form == "brackets":
            named = (Run("("), *named, Run(")"))
        lines.append(SignLine(named))
    article, name = one.organisation("accusative")
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        lines.append(SignLine((Run(f"{organ} {article} "), name)))
    else:
        lines.append(SignLine((Run(f"für {article} "), name)))
    return tuple(lines)
