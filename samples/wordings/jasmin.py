"""Written by the law office of the municipal side, which comes first; items with figures and letters."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Gap, NewPage, Paragraph, Run, Sheet, SignLine, Text, plain
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, split_table, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    enumerated,
    programme_genitives,
    represented,
)
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Fahrtkosten der Teilnehmenden werden bis zu einer monatlichen Grenze von {cap} übernommen.",
    "Im Förderjahr sollen {persons} Personen beraten und {young} in Ausbildung vermittelt werden.",
    "Auskünfte erteilt der Fachdienst Soziales und Beschäftigung unter Telefon {phone}.",
    "Das Angebotsvolumen der vorherigen Förderperiode lag bei {past} und wurde ausgeschöpft.",
    "Personalgemeinkosten können mit {rate} v. H. pauschaliert abgerechnet werden.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} kompakt",
    "Berufsorientierung „{name}“",
    "{name} – Fachpraxis Lager",
    "Netzwerkstelle {name}",
    "{name} (Schwerpunkt Pflege)",
)
PARTNERS = ("Land", "Landkreis", "Stadt")
LETTERS = "abcdefgh"
DUTIES = (
    "Die Auswahl der Projektträger erfolgt in einem transparenten Verfahren nach Maßgabe des Vergaberechts.",
    "Auf die Förderung durch das Land wird in Veröffentlichungen mit dem Landeslogo hingewiesen.",
    "Datenschutzrechtliche Einwilligungen holen die Projektträger vor Beginn der Teilnahme ein.",
    "Belege sind fünf Jahre geordnet aufzubewahren und auf Verlangen vorzulegen.",
)


class _Paragraphs:
    """ "§ 1   Heading" with counted clauses below it."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.centred = w.rng.random() < 0.4
        self.open_bracket, self.close_bracket = w.rng.choice((("(", ")"), ("", ".")))
        self.count = 0

    def open(self, title: str) -> None:
        self.count = 0
        number = (Run("§ ", bold=True), self.w.next_section())
        heading = self.w.heading(title)
        if self.centred:
            text = (*number, Run(" – ", bold=True), heading)
            self.w.add(Paragraph(text, "center", before=12, after=5, with_next=True))
            return
        self.w.add(
            Paragraph(
                (heading,), "left", before=12, after=5, indent=40, hang=40, marker=number, with_next=True
            )
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.count += 1
        marker = plain(f"{self.open_bracket}{self.count}{self.close_bracket}")
        self.w.add(Paragraph(text, "justify", after=5, indent=26, hang=26, marker=marker))

    def item(self, sign: str, text: Text, depth: int = 1) -> None:
        indent = 26.0 + 22.0 * depth
        self.w.add(Paragraph(text, "left", after=2, indent=indent, hang=22, marker=plain(sign)))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    local_first = rng.random() < 0.6
    annexed = not s.amendment and rng.random() < 0.4
    _opening(w, local_first)
    page = _Paragraphs(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page, annexed)
    _sign(w, local_first)
    if annexed:
        _annex(w)
    return w, Sheet(
        family=rng.choice(("times", "caladea", "helvetica")),
        size=rng.choice((11.0, 11.6)),
        leading=rng.choice((1.28, 1.4)),
        header=rng.choice((None, f"Rechtsamt {s.recipients[0].seat}, {s.file_mark or 'Vertragsregister'}")),
        header_align="right",
        footer=rng.choice(("{page}", "Seite {page}", f"ZV {s.year} – S. {{page}} von {{pages}}")),
        footer_align=rng.choice(("left", "center")),
        left=78,
        right=74,
    )


def _opening(w: Writer, local_first: bool) -> None:
    """The title, then the sides with what they are called; often the side that wrote it comes first."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=4),
        Paragraph(
            (Run("zur Verwendung des "), *programme_genitives(w), Run(" im Jahr "), w.year()),
            "center",
            after=16,
        ),
        Paragraph(plain("zwischen"), "left", after=5, with_next=True),
    )
    order = list(range(len(s.parties)))
    order = [*order[1:], 0] if local_first else order
    for place, index in enumerate(order):
        party = s.parties[index]
        alias = PARTNERS[0 if index == 0 else 1 if party.gender == "m" else 2]
        alias += f" {index}" if index and len(s.recipients) > 1 else ""
        text = (*w.party(index, "dative", mark=True), *represented(w, index))
        w.add(Paragraph((*text, Run(f" (nachstehend „{alias}“ genannt)")), "left", after=5, indent=26))
        if place < len(order) - 1:
            w.add(Paragraph(plain("und"), "left", after=5, with_next=True))
    if not s.amendment and rng.random() < 0.6:
        w.add(
            Paragraph(plain("Präambel", True), "center", before=8, after=4, with_next=True),
            Paragraph(
                w.fill(
                    "Der regionale Ausbildungsmarkt steht vor großen Veränderungen. Die Beteiligten wollen "
                    "Menschen mit schlechteren Startchancen gezielt unterstützen und stimmen ihre Angebote "
                    "deshalb aufeinander ab."
                )
            ),
        )


def _amend(page: _Paragraphs) -> None:
    w, s = page.w, page.w.scenario
    page.open("Geänderte Bestimmung")
    day = amended(w)
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        page.say("Geändert wird die Zielvereinbarung, die am {day} geschlossen worden ist.", day=day)
        page.say(
            "In § 2 Abs. 1 wird für {clause_year} die Angabe „{old}“ durch die Angabe „{new}“ ersetzt.",
            old=old,
            new=new,
        )
    else:
        page.say(
            "Der in der Zielvereinbarung vom {day} für {clause_year} zugesagte Zuschuss in Höhe von {old} "
            "wird auf {new} erhöht.",
            day=day,
            old=old,
            new=new,
        )
    page.open("Inkrafttreten")
    page.say("Diese {kind} tritt mit Unterzeichnung durch alle Beteiligten in Kraft.", kind=s.kind)
    page.say("Das {authority} wird unterrichtet.", authority=w.authority())


def _agree(page: _Paragraphs, annexed: bool) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Gegenstand der Vereinbarung", "Geltungsbereich und Dauer")))
    start = w.date(date(s.year, 1, 1), "period_start", f"01.01.{s.year}")
    end = w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}")
    page.say(
        "Geregelt wird die Finanzierung kommunaler Angebote der Ausbildung und Qualifizierung in der Zeit "
        "vom {start} bis {end}.",
        start=start,
        end=end,
    )
    if s.reference:
        body = "Kreistag" if s.recipients[0].gender == "m" else "Stadtverordnetenversammlung"
        article = "Der" if body == "Kreistag" else "Die"
        page.say(
            f"{article} {body} hat dem Vorhaben mit Beschluss vom {{day}} zugestimmt.",
            day=w.date(s.reference, "reference"),
        )
    page.open(rng.choice(("Zuschuss des Landes", "Finanzielle Ausstattung")))
    _funds(page)
    page.open(rng.choice(("Mittelverwendung", "Geförderte Angebote")))
    if annexed:
        page.say("Die einzelnen Angebote ergeben sich aus der Anlage; sie ist Bestandteil der Vereinbarung.")
    else:
        _lettered(page)
    page.open("Aufgaben der Beteiligten")
    for sentence in rng.sample(DUTIES, 2):
        page.put(plain(sentence))
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    page.open("Berichtswesen")
    if rng.random() < 0.5:
        page.say(
            "Einen Zwischenstand teilt {r} bis {day} mit."
            if len(s.recipients) == 1
            else "Einen Zwischenstand teilen {r} bis {day} mit.",
            day=w.date(date(s.year, 11, 30), "deadline", f"30.11.{s.year}"),
        )
    page.say(
        "Die zweckentsprechende Verwendung wird dem {authority} gegenüber nachgewiesen; der Nachweis ist "
        "spätestens am {deadline} fällig.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    page.open("Schriftform")
    page.say("Nebenabreden wurden nicht getroffen; Ergänzungen sind schriftlich zu vereinbaren.")


def _funds(page: _Paragraphs) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    if years:
        page.say("Der Zuschuss beträgt für alle Jahre zusammen {total}.", total=amount)
    elif s.budget == "one_line" and rng.random() < 0.6:
        page.say("Der Zuschuss des Landes für das Jahr {clause_year} beträgt")
        w.add(Paragraph((replace(amount, bold=True), Run(".")), "center", before=1, after=8))
    else:
        page.say(
            rng.choice(
                (
                    "Das Land zahlt {r_dat} für das Jahr {clause_year} einen Zuschuss von insgesamt "
                    "{total}{words}.",
                    "Als Zuschuss für {clause_year} werden {total}{words} zugesagt, soweit der "
                    "Landeshaushalt dies zulässt.",
                )
            ),
            total=amount,
            words=(Run(" (– "), words, Run(" –)")) if words else "",
        )
    if s.budget not in SPLIT:
        return
    if s.listing == "table" and s.budget != "two_programmes":
        head = ("Bewilligungsjahr" if years else "Maßnahmenart", "Zuschuss in Euro")
        page.say("Er gliedert sich wie folgt:")
        w.add(split_table(w, head, "Gesamtzuschuss", shares=(1.2, 1.2) if years else (3.0, 1.5)))
        return
    if s.budget == "by_measure":
        page.say("Er gliedert sich wie folgt:")
        for part in parts(w):
            page.item(f"{LETTERS[part.index]})", (*part.label, Run(" mit "), part.amount))
        w.add(Gap(4))
        return
    told: list[Text] = []
    for part in parts(w):
        lead = "für das Jahr " if years else "für das "
        told.append((part.amount, Run(f" {lead}"), *part.label))
    page.say("Er setzt sich zusammen aus {shares}.", shares=enumerated(told))


def _money(w: Writer, measure: Measure, project: Project) -> Text:
    return () if project.amount is None else (Run(" ("), project_sum(w, measure, project), Run(")"))


def _lettered(page: _Paragraphs) -> None:
    """Measures counted on, their projects with letters."""
    w = page.w
    page.say("Aus dem Zuschuss werden gefördert:")
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        page.item(f"{measure.number}.", (title,))
        for letter, name, project in zip(LETTERS, names, measure.projects, strict=False):
            page.item(f"{letter})", (name, *_money(w, measure, project)), depth=2)
    w.add(Gap(4))


def _annex(w: Writer) -> None:
    """ "1" for a measure and "1.1" for a project, on a sheet of its own."""
    w.add(
        NewPage(),
        Paragraph(plain("Anlage", True), "right", after=2, with_next=True),
        Paragraph(plain("Übersicht der geförderten Angebote", True), "left", after=10, with_next=True),
    )
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        lead = Run(f"Maßnahmenart {measure.number}: ", bold=True)
        w.add(Paragraph((lead, replace(title, bold=True)), "left", before=6, after=3, with_next=True))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            marker = plain(f"{measure.number}.{i}")
            text = (name, *_money(w, measure, project))
            w.add(Paragraph(text, "left", after=2, indent=34, hang=28, marker=marker))


def _sign(w: Writer, local_first: bool) -> None:
    """A column for each side with its hands below each other."""
    captioned = w.rng.random() < 0.5
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        first = side[0][0]
        article, organisation = first.organisation("accusative")
        lines = [SignLine((Run(f"Für {article} "), organisation)), SignLine(height=5.0)]
        for one, dated in side:
            lines += [SignLine((one.place, Run(", den "), one.date))] if dated else []
            lines += _hand(one, captioned)
        columns.append(tuple(lines))
    if local_first:
        columns = [*columns[1:], columns[0]]
    w.add(*in_rows(columns, gutter=30.0))


def _hand(one: Signature, captioned: bool) -> list[SignLine]:
    signed = one.name is not None
    lines = [SignLine(plain("(Unterschrift, Siegel)" if captioned else ""), "dots", pen=signed, height=40.0)]
    if one.name and one.function:
        deputy = plain("in Vertretung") if one.signer.deputising else ()
        lines += [SignLine(deputy)] if deputy else []
        lines += [SignLine((one.name,)), SignLine((one.function,))]
    return [*lines, SignLine(height=8.0)]
