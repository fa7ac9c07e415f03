"""A desk officer of the ministry: numbered parties, "§ 1 Heading" at the left, who carries what and where."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    split_table,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    period,
    programme_names,
    represented,
)
from samples.writer import NBSP, Writer, long_date

OWN_ASIDES = (
    "Die Ausgaben für Verpflegung sind auf {cap} je Platz und Monat begrenzt.",
    "Insgesamt werden {persons} Plätze angestrebt; {young} davon sind für Alleinerziehende freizuhalten.",
    "Das Fachreferat ist für Rückfragen unter {phone} erreichbar.",
    "Der Mittelabfluss der vergangenen drei Jahre lag bei jeweils {past}.",
    "Für die Projektsteuerung vor Ort dürfen höchstens {rate} % der Personalausgaben angesetzt werden.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "Projektverbund {name}",
    "{name} (Fortführung)",
    "Werkstatt „{name}“",
    "{name} – Gruppe B",
    "Beratungsstelle {name}",
)
CARRIERS = (
    "Bildungswerk Musterau",
    "Werkstatt Beispieltal gGmbH",
    "Volkshochschule Probestadt",
    "Jobcenter",
    "Exempel Bildung GmbH",
    "Handwerksverein Fiktivheim",
)
PLACES = ("Musterau", "Beispieltal", "Probestadt", "Exempelhausen")
AIMS = (
    "Menschen, die bei der Suche nach Arbeit oder Ausbildung auf Hilfe angewiesen sind, sollen in ihrer "
    "Region ein passendes Angebot vorfinden.",
    "Über die Auswahl der Projekte wird vor Ort entschieden, weil dort der Bedarf bekannt ist.",
    "Junge Erwachsene ohne Abschluss und Menschen mit Familienaufgaben sind vorrangig zu berücksichtigen.",
    "Die Angebote ergänzen die Leistungen der Jobcenter und der Agentur für Arbeit und ersetzen diese nicht.",
)


class _Clauses:
    """ "§ 1 Heading" with paragraphs in brackets, "(1)"; a lone paragraph has no number."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.align: Align = w.rng.choice(("justify", "left"))

    def open(self, title: str) -> None:
        lead = (Run("§ ", bold=True), self.w.next_section(), Run("  "), self.w.heading(title))
        self.w.add(Paragraph(lead, "left", scale=1.05, before=14, after=5, with_next=True))

    def say(self, *texts: Text) -> None:
        for number, text in enumerate(texts, start=1):
            if len(texts) == 1:
                self.w.add(Paragraph(text, self.align, after=5))
                continue
            marker = plain(f"({number})")
            self.w.add(Paragraph(text, self.align, after=5, indent=26, hang=26, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, full_figures, long_date)))
    w = Writer(s, rng)
    _opening(w)
    clauses = _Clauses(w)
    if s.amendment:
        _amend(clauses)
    else:
        _agree(clauses)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "source-sans")),
        size=rng.choice((10.6, 11.0, 11.4)),
        leading=rng.choice((1.32, 1.4)),
        footer=rng.choice(("Seite {page} von {pages}", "{page}", None)),
        footer_align=rng.choice(("right", "center")),
        left=rng.choice((71.0, 78.0)),
        right=64,
    )


def _opening(w: Writer) -> None:
    """File mark, kind, year and programme line by line; then the parties with numbers and short names."""
    s, rng = w.scenario, w.rng
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "left", scale=0.86, after=16))
    w.add(
        Paragraph((w.kind(),), "center", scale=1.7, before=6, after=4),
        Paragraph((Run("für das Jahr ", bold=True), w.year(bold=True)), "center", scale=1.25, after=4),
        Paragraph((Run("(Mittel aus dem "), *programme_names(w), Run(")")), "center", after=18),
    )
    w.add(Paragraph(plain(rng.choice(("Beteiligte sind:", "Es vereinbaren sich"))), "left", with_next=True))
    for index in range(len(s.parties)):
        short = abbreviation(w) if index == 0 else ()
        behind = (Run(" "), *short[:2], Run(")")) if short else ()
        inserted = represented(w, index)
        partner = "Kommune" if len(s.recipients) == 1 else f"Kommune {index}"
        called = partner if index else "Land" if s.land else "Ministerium"
        called = f"{',' if inserted else ''} – kurz: „{called}“{NBSP}–"
        text = (replace(w.bare_party(index), bold=True), *behind, *inserted, Run(called))
        marker = plain(f"{index + 1}.")
        w.add(Paragraph(text, "left", after=5, indent=44, hang=22, marker=marker, with_next=True))
    w.add(Gap(4), Paragraph(plain("Sie legen für ihre Zusammenarbeit das Folgende fest."), "left"))


def _amend(clauses: _Clauses) -> None:
    w = clauses.w
    clauses.open("Anlass")
    clauses.say(
        w.fill(
            "Unter dem {day} haben die Beteiligten eine Zielvereinbarung unterzeichnet. Im Laufe des Jahres "
            "hat sich gezeigt, dass der dort genannte Betrag nicht dem Bedarf entspricht.",
            day=amended(w),
        )
    )
    clauses.open("Geänderter Betrag")
    old, new = replaced(w)
    clauses.say(
        w.fill(
            w.rng.choice(
                (
                    "Der für {clause_year} zugesagte Betrag von bisher {old} wird durch den Betrag von {new} "
                    "ersetzt.",
                    "Statt {old} sagt das Land für {clause_year} nun {new} zu.",
                )
            ),
            old=old,
            new=new,
        ),
        w.fill("Ein Änderungsbescheid des {authority_name} folgt.", authority_name=_authority_genitive(w)),
    )
    clauses.open("Sonstiges")
    clauses.say(plain("Alle anderen Festlegungen behalten ihre Gültigkeit."))


def _authority_genitive(w: Writer) -> Text:
    """ "Regierungspräsidiums Kassel" would be another print of the name: an office is put before it."""
    return (Run("Dezernats beim "), w.authority())


def _agree(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    clauses.open(rng.choice(("Worum es geht", "Anlass und Ziele", "Ziele")))
    aims = [plain(sentence) for sentence in rng.sample(AIMS, rng.choice((2, 3)))]
    if s.reference:
        day = w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference))))
        aims.append(w.fill("Grundlage ist das Arbeitsmarktkonzept der Region mit Stand vom {day}.", day=day))
    clauses.say(*aims)
    clauses.open(rng.choice(("Landesmittel", "Höhe der Mittel")))
    _funds(clauses)
    clauses.open(rng.choice(("Projekte", "Geförderte Projekte")))
    _projects(clauses)
    clauses.open(rng.choice(("Durchführung", "Bewilligung und Nachweis")))
    clauses.say(
        w.fill(
            "Den Zuwendungsbescheid erlässt das {authority}; dort sind auch die Mittel abzurufen.",
            authority=w.authority(),
        ),
        w.fill(
            "Ein zahlenmäßiger Nachweis mit kurzem Sachbericht ist dort spätestens am {deadline} vorzulegen.",
            deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
        ),
        plain("Nicht benötigte Beträge sind unaufgefordert zu melden, sobald dies erkennbar ist."),
    )
    clauses.open("Zeitraum und Änderungen")
    clauses.say(
        w.fill("Berücksichtigt werden Maßnahmen im Zeitraum {period}.", period=period(w)),
        plain("Abweichungen bedürfen der Zustimmung aller Beteiligten in Textform."),
    )


def _funds(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    years = s.budget == "by_year"
    alone = s.budget == "one_line"
    amount, words = total_in_words(w, bold=alone, year=None if years else s.clause_year)
    texts: list[Text] = []
    if alone:
        w.add(Paragraph(w.fill("Zusage des Landes für das Jahr {clause_year}:"), "left", with_next=True))
        w.add(Paragraph((amount,), rng.choice(("center", "left")), scale=1.1, before=2, after=8, indent=26))
    elif years:
        texts.append(
            w.fill(
                "Das Land sagt für die gesamte Laufzeit der Projekte {total} zu. In den einzelnen Jahren "
                "stehen davon die nachfolgenden Beträge bereit.",
                total=amount,
            )
        )
    else:
        spelled = (Run(" (in Buchstaben: "), words, Run(")")) if words else ""
        texts.append(
            w.fill(
                rng.choice(
                    (
                        "Das Land sagt {r_dat} für {clause_year} einen Betrag von insgesamt {total}{words} "
                        "zu.",
                        "Im Haushaltsjahr {clause_year} können für die Projekte Landesmittel bis zu "
                        "{total}{words} bewilligt werden.",
                    )
                ),
                total=amount,
                words=spelled,
            )
        )
    closing = plain(
        "Die Zusage steht unter dem Vorbehalt, dass der Haushaltsgesetzgeber die Mittel bewilligt."
    )
    others = aside_texts(w, OWN_ASIDES)
    if s.budget in SPLIT:
        clauses.say(*texts)
        _split(w)
        clauses.say(closing)
        for text in others:
            clauses.say(text)
        return
    clauses.say(*texts, closing, *others)


def _split(w: Writer) -> None:
    """A table of two columns, or a line with a dash for each part."""
    s = w.scenario
    if s.listing == "table":
        heads = {
            "by_measure": ("Maßnahmenart", "Landesmittel in Euro"),
            "by_year": ("Haushaltsjahr", "Landesmittel in Euro"),
        }.get(s.budget, ("Budget", "Landesmittel in Euro"))
        w.add(split_table(w, heads, "zusammen"))
        return
    lead = {"by_measure": "für die Maßnahmenart ", "by_year": "im Jahr "}.get(s.budget, "aus dem ")
    found = parts(w)
    for part in found:
        end = "." if part is found[-1] else "," if part is not found[-2] else " und"
        text = (Run(lead), *part.label, Run(": "), part.amount, Run(end))
        w.add(Paragraph(text, "left", after=2, indent=42, hang=16, marker=plain("–")))
    w.add(Gap(4))


def _projects(clauses: _Clauses) -> None:
    w, s = clauses.w, clauses.w.scenario
    if s.listing == "table":
        clauses.say(plain("Gegenstand der Förderung sind die in der Übersicht genannten Projekte."))
        _table(w)
        return
    clauses.say(plain("Gegenstand der Förderung sind:"))
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Maßnahmenart {measure.number}: ", bold=True), title)
        w.add(Paragraph(head, "left", before=4, after=3, indent=26, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            tail = _carried(w)
            money = project_money(w, measure, project, "; Landesmittel: ")
            text = (name, Run(f" (Träger: {tail[0]}, Ort: {tail[1]})"), *money)
            w.add(Paragraph(text, "left", after=2, indent=42, hang=16, marker=plain("–")))
    w.add(Gap(4))


def _carried(w: Writer) -> tuple[str, str]:
    return w.rng.choice(CARRIERS), w.rng.choice(PLACES)


def _table(w: Writer) -> None:
    """A row across for each measure, below it its projects with carrier, place and places."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Projekt", "Träger", "Ort", "Plätze", *(("Mittel",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number}: ", bold=True), title),))
        for name, project in zip(names, measure.projects, strict=True):
            carrier, place = _carried(w)
            seats = plain(str(w.rng.randint(6, 40)))
            money = (_paid(w, measure, project, len(rows)),) if paid else ()
            rows.append(((name,), plain(carrier), plain(place), seats, *money))
    if paid:
        amount, _ = total_in_words(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Summe", True), (), (), (), (amount,)))
    width = len(heads)
    shares = (2.3, 1.7, 1.55, 0.8, 1.55) if paid else (2.7, 2.1, 1.6, 0.8)
    aligns: tuple[Align, ...] = ("left", "left", "left", "right", "right")
    w.add(Table(tuple(rows), shares, aligns[:width], s.ruled, padding=3.0, together=len(rows) < 12))


def _paid(w: Writer, measure: Measure, project: Project, row: int) -> Text:
    return (project_sum(w, measure, project, style="sign", table=w.tables, row=row),)


def _sign(w: Writer) -> None:
    """Columns headed by whom they are for; or, one below the other, day at the left and pen at the right."""
    s, rng = w.scenario, w.rng
    den = rng.choice((", den ", f",{NBSP}den ", ", "))
    signatures = [enter(w, signer) for signer in s.signers]
    if s.signature_form == "stacked":
        for number, one in enumerate(signatures):
            left = [
                SignLine(_whom(one, s.signing)),
                SignLine(height=8.0),
                SignLine((one.place, Run(den), one.date)),
            ]
            if s.signing == "captions":
                left.append(SignLine(plain("Ort und Datum")))
            w.add(
                SignatureColumns(
                    (tuple(left), _hand(one, s.signing)), before=16.0 if number else 28.0, gutter=26.0
                )
            )
        return
    across = 3 if s.signature_form == "three_columns" and len(signatures) == 3 else 2
    columns = []
    for one in signatures:
        lines = [SignLine((one.place, Run(den), one.date))]
        if s.signing == "captions":
            lines.append(SignLine(plain("Ort und Datum")))
        lines.append(SignLine(height=8.0))
        head = [SignLine(_whom(one, s.signing))]
        whole = [*head, *lines] if s.organisation_above or s.signing == "organ" else [*lines, *head]
        columns.append((*whole, *_hand(one, s.signing)))
    scale = 0.88 if across == 3 else 1.0
    w.add(*in_rows(columns, across, gutter=20.0 if across == 3 else 34.0, scale=scale))


def _whom(one: Signature, form: str) -> Text:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        return (Run(f"Für den {organ} {article} "), name)
    article, name = one.organisation("accusative")
    return (Run(f"Für {article} "), name)


def _hand(one: Signature, form: str) -> tuple[SignLine, ...]:
    lines = [SignLine((), "rule", pen=one.name is not None, height=40.0)]
    if form == "captions":
        lines.append(SignLine(plain("Unterschrift")))
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine((Run(deputy), *named)), SignLine((one.function,))]
    return tuple(lines)
