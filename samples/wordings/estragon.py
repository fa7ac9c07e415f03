"""The ministry's yearly paper: a cover, a foreword, "§ 1 – Heading", projects with dashes, columns."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Divider, Gap, NewPage, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    replaced,
    subtotal,
    total,
    total_in_words,
    years_across,
)
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    enumerated,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Für begleitende Sprachförderung sind bis zu {cap} je Person zuwendungsfähig.",
    "Nach der örtlichen Planung werden {persons} Personen erreicht, von denen {young} noch zur Schule gehen.",
    "Auskünfte zum Abrufverfahren gibt die Hotline {phone} an Werktagen.",
    "Landesweit wurden über das Budget im Vorjahr Vorhaben mit {past} unterstützt.",
    "Die Eigenbeteiligung der Träger soll {rate} Prozent der Ausgaben nicht unterschreiten.",
)
FOREWORD = (
    "Gute Ausbildung und auskömmliche Arbeit sind die Grundlage gesellschaftlicher Teilhabe. Wo der Einstieg "
    "aus eigener Kraft nicht gelingt, unterstützen Land und Kommune mit abgestimmten Angeboten.",
    "Die hessischen Kreise und kreisfreien Städte kennen den Bedarf ihrer Region am besten. Das Land gibt "
    "ihnen deshalb Mittel in einem Budget und spricht mit ihnen ab, was damit erreicht werden soll.",
    "Angesichts des Fachkräftemangels darf kein Talent verloren gehen. Das Budget richtet sich an alle, die "
    "ohne Hilfe keinen Zugang zum Ausbildungs- und Arbeitsmarkt finden, gleich welchen Alters.",
)
AIMS = (
    "junge Menschen zur Ausbildungsreife zu führen und ihnen eine Ausbildung zu ermöglichen,",
    "Langzeitarbeitslose schrittweise wieder an Erwerbsarbeit heranzuführen,",
    "Zugewanderten den Weg in eine Beschäftigung zu ebnen, die ihrer Qualifikation entspricht,",
    "Erziehenden eine Ausbildung in Teilzeit zu eröffnen,",
    "Menschen mit Behinderungen die gleichberechtigte Teilnahme zu sichern,",
)
MOTTOES = ("Chancen eröffnen. Fachkräfte gewinnen.", "Ausbildung · Arbeit · Teilhabe", "Regional stark")


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    w = Writer(s, rng)
    _cover(w)
    page = _Page(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "source-sans")),
        size=rng.choice((10.8, 11.2)),
        leading=rng.choice((1.36, 1.44)),
        footer=rng.choice(("Seite {page}", "{page} | {pages}", "Seite {page} / {pages}")),
        footer_align=rng.choice(("right", "center")),
        footer_on_first=False,
        hyphenate=rng.random() < 0.25,
        left=74,
        right=66,
    )


class _Page:
    """ "§ 1 – Heading" at the left or in the middle, and plain paragraphs without a number."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.align: Align = w.rng.choice(("left", "center"))

    def open(self, title: str) -> None:
        text = (Run("§ ", bold=True), self.w.next_section(), Run(" – ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, self.align, scale=1.04, before=14, after=5, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=6, with_next=with_next))

    def dash(self, text: Text) -> None:
        self.w.add(Paragraph(text, "left", after=2.5, indent=34, hang=14, marker=plain("–")))


def _cover(w: Writer) -> None:
    """A motto as the logo, the title with its year, and who makes the agreement, each on lines of its own."""
    s = w.scenario
    title = w.kind()
    w.add(
        Paragraph(plain("HESSEN", True), "right", scale=1.5, after=0),
        Paragraph(plain(w.rng.choice(MOTTOES)), "right", scale=0.8, after=120),
        Paragraph((title, Run(" ", bold=True), w.year(bold=True)), "left", scale=2.2, after=4),
        Divider(0.55, 2.0, 10.0),
        Paragraph((Run("über die Verwendung des "), *programme_genitives(w)), "left", scale=1.2, after=50),
        Paragraph(plain("abgeschlossen von"), "left", after=8),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        short = abbreviation(w) if index == 0 else ()
        name = w.party(index, "dative", mark=True)
        named = (name[0], replace(name[1], bold=True), *(plain(" ") if short else ()), *short[:2])
        w.add(Paragraph((*named, *short[2:], *represented(w, index)), "left", scale=1.1, after=8, indent=18))
        if index < last:
            w.add(Paragraph(plain("mit" if index == 0 else "und"), "left", after=8))
    w.add(NewPage())


def _amend(page: _Page) -> None:
    w = page.w
    page.open("Anlass")
    page.say(
        "In der Zielvereinbarung vom {day} war eine Überprüfung des Budgets nach dem ersten Halbjahr "
        "vorgesehen. Die Überprüfung hat stattgefunden.",
        day=amended(w),
    )
    page.open("Angepasstes Budget")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Für das Jahr {clause_year} ist nicht mehr von {old}, sondern von {new} auszugehen.",
                "Das Budget {clause_year} wird infolgedessen von bisher {old} auf nunmehr {new} geändert.",
            )
        ),
        old=old,
        new=new,
    )
    page.open("Weitergeltung")
    page.say(
        "Alle anderen Regelungen bleiben bestehen. Den geänderten Bescheid erlässt das {authority}.",
        authority=w.authority(),
    )


def _agree(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    w.add(Paragraph(plain(rng.choice(("Zum Geleit", "Vorwort")), True), page.align, after=5, with_next=True))
    for sentence in rng.sample(FOREWORD, 2):
        page.say(sentence)
    page.open(rng.choice(("Gemeinsame Ziele", "Ziele von Land und Kommune")))
    page.say("Mit dem {prog} {y} wird angestrebt,", with_next=True)
    for aim in rng.sample(AIMS, 3):
        page.dash(plain(aim))
    page.say("und damit die regionale Wirtschaft zu stärken.")
    page.open(rng.choice(("Zusammenarbeit", "Aufgaben der Beteiligten")))
    page.say(
        "{G} berät bei der Umsetzung und wertet die Ergebnisse landesweit aus. Auswahl und Qualität der "
        "Projekte {verb} {r}.",
        verb="verantworten" if len(s.recipients) > 1 else "verantwortet",
    )
    if s.reference:
        page.say(
            "Maßgeblich ist die örtliche Arbeitsmarktstrategie, zuletzt fortgeschrieben am {day}.",
            day=w.date(s.reference, "reference"),
        )
    page.open(rng.choice(("Budget", "Finanzielle Ausstattung")))
    _funds(page)
    page.open(rng.choice(("Projekte der Region", "Geplante Projekte")))
    _projects(page)
    page.open("Bewilligung und Nachweis")
    page.say(
        "Zuständige Bewilligungsstelle ist das {authority}. Ihm ist über Mitteleinsatz und Ergebnisse bis "
        "zum {deadline} zu berichten.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, after=6))
    page.open("Geltungsdauer")
    page.say(
        "Diese Vereinbarung gilt {period}. Sie wird auf den Internetseiten des Landes bekannt gemacht.",
        period=period(w),
    )


def _capital(text: Text) -> Text:
    return (replace(text[0], text=text[0].text.capitalize()), *text[1:])


def _funds(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    years = s.budget == "by_year"
    if years and s.listing == "table":
        page.say("Die Mittel werden wie folgt auf die Haushaltsjahre verteilt (Angaben in Euro):", True)
        w.add(years_across(w, "Jahr", "Betrag", "Summe"))
    else:
        amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
        if s.budget == "one_line":
            page.say("Aus Mitteln des Landes werden im Jahr {clause_year} zur Verfügung gestellt:", True)
            w.add(Paragraph((amount,), "center", scale=1.12, before=3, after=9))
        else:
            page.say(
                "{R} {verb} hierfür vom Land in den kommenden Haushaltsjahren zusammengenommen {total}."
                if years
                else rng.choice(
                    (
                        "{R} {verb} für das Jahr {clause_year} ein Budget von {total}{words}.",
                        "Im Jahr {clause_year} stehen Landesmittel von bis zu {total}{words} bereit.",
                    )
                ),
                R=_capital(w.recipients("nominative")),
                verb="erhalten" if len(s.recipients) > 1 else "erhält",
                total=amount,
                words=(Run(" (in Worten: "), words, Run(")")) if words else "",
            )
        if s.budget in SPLIT:
            _split(page)
    page.say(
        "Die Bewilligung steht unter dem Vorbehalt, dass der Haushaltsgesetzgeber die Mittel bereitstellt."
    )


def _split(page: _Page) -> None:
    """The parts with dashes behind one another, in a small table or in the sentence."""
    w, s = page.w, page.w.scenario
    lead = {"by_measure": "für „", "by_year": "für ", "two_programmes": "aus dem "}[s.budget]
    close = "“" if s.budget == "by_measure" else ""
    if s.listing == "list":
        named = [(part.amount, Run(f" {lead}"), *part.label, Run(close)) for part in parts(w)]
        if s.budget == "by_measure":
            page.say("Darin sind enthalten:", with_next=True)
            for text in named:
                page.dash(text)
            w.add(Gap(4))
        else:
            page.say("Darin sind enthalten {named}.", named=enumerated(named, " sowie "))
        return
    page.say("Das Budget gliedert sich wie folgt:", with_next=True)
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    heads = ("Maßnahmenart" if s.budget == "by_measure" else "Herkunft der Mittel", "Euro")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    rows += [
        (part.label, (part.amount,))
        for part in parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    ]
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
    rows.append((plain("Budget insgesamt", True), (run,)))
    w.add(Table(tuple(rows), (3.6, 1.3), ("left", "right"), s.ruled, together=True))


def _projects(page: _Page) -> None:
    """The title with its number, its projects with dashes below; sums behind them."""
    w, s = page.w, page.w.scenario
    page.say(
        w.rng.choice(
            (
                "Mit dem Budget werden, geordnet nach Maßnahmenarten, diese Projekte finanziert:",
                "Die Vereinbarungspartner haben sich auf die folgenden Projekte verständigt:",
            )
        ),
        with_next=True,
    )
    counted = w.rng.random() < 0.5
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        tail: list[Run] = []
        if s.budget == "by_project" and len(names) > 1:
            tail = [Run(" ("), subtotal(w, measure), Run(")")]
        head = (replace(title, bold=True), *tail)
        marker = plain(f"{measure.number}." if not counted else f"{measure.number})", True)
        w.add(Paragraph(head, "left", before=4, after=3, indent=20, hang=20, marker=marker, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            page.dash((name, *project_money(w, measure, project, ": ")))
    w.add(Gap(4))


def _sign(w: Writer) -> None:
    """Place and day, room for the hand, name, office and whom for, in columns."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing, w.rng.random() < 0.5) for signer in s.signers]
    if s.signature_form == "stacked":
        w.add(*[block for column in columns for block in in_rows([column], 1, before=18.0)])
        return
    across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
    w.add(*in_rows(columns, across, gutter=16.0 if across == 3 else 30.0, scale=0.86 if across == 3 else 1.0))


def _column(one: Signature, form: str, comma: bool) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    lines = [SignLine((one.place, Run(", den " if comma else ", "), one.date)), SignLine(height=4.0)]
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        lines.insert(0, SignLine((Run(f"{organ} {article} "), name)))
    lined = form == "captions"
    lines.append(SignLine((), "rule" if lined else "none", pen=one.name is not None, height=40.0))
    if lined:
        lines.append(SignLine(plain("Unterschrift, Dienstsiegel")))
    if one.name and one.function:
        deputy = plain("In Vertretung ") if one.signer.deputising else ()
        named = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine((*deputy, *named)), SignLine((one.function,))]
    if not (form == "organ" and party.gender != "n"):
        lines.append(SignLine((one.bare_organisation,)))
    return tuple(lines)
