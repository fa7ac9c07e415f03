"""A ministry's plain form: sides lettered, projects with who runs them, office and body in one line."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
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
    "Lehrmittel sind mit höchstens {cap} je Person und Halbjahr berücksichtigungsfähig.",
    "Angestrebt wird die Aufnahme von {persons} Personen; {young} Plätze bleiben jungen Eltern vorbehalten.",
    "Für telefonische Anfragen steht das Sekretariat ({phone}) zur Verfügung.",
    "Aus dem Vorgängerprogramm wurden durchschnittlich {past} in Anspruch genommen.",
    "Für Leitungsaufgaben dürfen {rate} v. H. der Personalkosten hinzugerechnet werden.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (2. Halbjahr)",
    "Übergangsklasse {name}",
    "Begleitdienst „{name}“",
    "{name} – Außenstelle",
    "Werkstattphase {name}",
)
CARRIERS = (
    "Volksbildungswerk Musterau",
    "Kreisverband Fiktiv e. V.",
    "Ausbildungshilfe Probestadt gGmbH",
    "eigene Durchführung",
    "Bildungsstätte Exempelhof",
)
PURPOSES = (
    "Schulabgängerinnen und Schulabgänger ohne Lehrstelle erhalten ein auf sie zugeschnittenes Angebot.",
    "Abbrüche von Ausbildungen sollen durch rechtzeitige Hilfen seltener werden.",
    "Langzeitarbeitslose werden in Teilschritten an einen anerkannten Abschluss herangeführt.",
    "Der Anteil der Frauen an den Geförderten entspricht mindestens ihrem Anteil an den Arbeitslosen.",
)
STEPS = ("Barmittel", "Verpflichtungsermächtigung")


class _Sections:
    """ "1.) Heading" with its text flush below it, or "Nr. 1 –" and the text set in."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.bracket = w.rng.random() < 0.6
        self.indent = 0.0 if self.bracket else w.rng.choice((0.0, 22.0))

    def open(self, title: str) -> None:
        before, behind = ("", ".) ") if self.bracket else ("Nr. ", " – ")
        text = (Run(before, bold=True), self.w.next_section(), Run(behind, bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", before=12, after=5, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.w.add(Paragraph(text, "justify", after=6, indent=self.indent))

    def item(self, text: Text, sign: str = "-") -> None:
        indent = self.indent + 30.0
        self.w.add(Paragraph(text, "left", after=2, indent=indent, hang=14, marker=plain(sign)))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, short_month)))
    w = Writer(s, rng)
    _opening(w)
    sections = _Sections(w)
    if s.amendment:
        _amend(sections)
    else:
        _agree(sections)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "vera")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.3, 1.42)),
        header=rng.choice((None, "Arbeitsmarktpolitik – Zielvereinbarungen")),
        header_align="left",
        footer=rng.choice(("- Seite {page} -", "{page}", "Seite {page}/{pages}")),
        footer_align=rng.choice(("center", "right")),
        left=76,
        right=66,
    )


def _opening(w: Writer) -> None:
    """The title in three lines; the sides lettered, each with what it is called from here on."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("center", "left"))
    if s.file_mark:
        w.add(
            Paragraph(plain(s.file_mark.replace("Az. ", "Geschäftszeichen: ")), "left", scale=0.9, after=16)
        )
    w.add(
        Paragraph((w.kind(),), align, scale=1.6, after=4),
        Paragraph((Run("im Rahmen des hessischen "), *programme_genitives(w)), align, scale=1.1, after=2),
        Paragraph((Run("– Förderjahr "), w.year(), Run(" –")), align, after=16),
        Paragraph(plain("Vertragschließende sind"), "left", after=4, with_next=True),
    )
    last = len(s.parties) - 1
    for index, party in enumerate(s.parties):
        short = abbreviation(w) if index == 0 else ()
        behind = (Run(" "), *short[:2], Run(")")) if short else ()
        called = "Land" if index == 0 else "Kreis" if party.gender == "m" else "Stadt"
        called += f" {index}" if index and last > 1 else ""
        inserted = represented(w, index)
        name = w.party(index, "nominative", mark=True)
        tail = f"{',' if inserted else ''} – in der Folge: {called} –{' und' if index == last - 1 else ''}"
        text = (*name, *behind, *inserted, Run(tail))
        marker = plain(f"{'abc'[index]})")
        w.add(Paragraph(text, "left", after=4, indent=34, hang=20, marker=marker))
    w.add(Gap(4))


def _amend(sections: _Sections) -> None:
    w = sections.w
    sections.open("Vorgang")
    sections.say(
        "Die Vertragschließenden haben unter dem {day} Ziele und Mittel vereinbart. Der Bedarf ist seither "
        "gestiegen.",
        day=amended(w),
    )
    sections.open("Aufstockung")
    old, new = replaced(w)
    sections.say(
        w.rng.choice(
            (
                "Das Kontingent {clause_year} wird aufgestockt: Statt {old} stehen {new} bereit.",
                "Für {clause_year} war ein Kontingent von {old} eröffnet. Neu eröffnet wird ein Kontingent "
                "von {new}; das bisherige erlischt.",
            )
        ),
        old=old,
        new=new,
    )
    sections.open("Sonstiges")
    sections.say(
        "Ziele und Fristen ändern sich dadurch nicht. Eine Ausfertigung geht an das {authority}.",
        authority=w.authority(),
    )


def _agree(sections: _Sections) -> None:
    w, s, rng = sections.w, sections.w.scenario, sections.w.rng
    sections.open(rng.choice(("Ziele", "Arbeitsmarktpolitische Ziele")))
    sections.say("Mit den Mitteln des Landes soll vor Ort erreicht werden:")
    for purpose in rng.sample(PURPOSES, 3):
        sections.item(plain(purpose))
    w.add(Gap(3))
    if s.reference:
        sections.say(
            "Die Ziele sind im örtlichen Arbeitsmarktprogramm (beschlossen am {day}) näher ausgeführt.",
            day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
        )
    sections.open(rng.choice(("Kontingent", "Höhe des Kontingents")))
    _funds(sections)
    for text in aside_texts(w, OWN_ASIDES):
        sections.put(text)
    sections.open(rng.choice(("Maßnahmen", "Einzelmaßnahmen")))
    _projects(sections)
    sections.open("Bewirtschaftung")
    sections.say(
        "Die Mittel bewirtschaftet das {authority}. Ein zahlenmäßiger Nachweis mit Sachbericht liegt dort "
        "bis {deadline} vor.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )
    sections.open("Geltungsdauer")
    sections.say("Diese Übereinkunft erstreckt sich auf die Zeit {period}.", period=period(w))


def _funds(sections: _Sections) -> None:
    w, s, rng = sections.w, sections.w.scenario, sections.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        sections.say(
            "Über alle Haushaltsjahre hinweg eröffnet das Land ein Kontingent von {total}.", total=amount
        )
    elif s.budget == "one_line":
        sections.say("Für {clause_year} eröffnet das Land {r_dat} ein Kontingent von")
        w.add(Paragraph((amount,), "left", scale=1.1, before=2, after=8, indent=60))
    else:
        sections.say(
            rng.choice(
                (
                    "Für {clause_year} eröffnet das Land {r_dat} ein Kontingent, das {total}{words} nicht "
                    "übersteigen darf.",
                    "{G} sagt {r_dat} zu, im Jahre {clause_year} Ausgaben bis zu einer Gesamthöhe von "
                    "{total}{words} zu tragen.",
                )
            ),
            total=amount,
            words=(Run(" ("), words, Run(")")) if words else "",
        )
    if s.budget == "by_measure" and s.listing == "list":
        return  # the list of projects tells what each measure gets
    if s.budget in SPLIT:
        _split(sections)


def _split(sections: _Sections) -> None:
    """In the sentence, or in a table that tells more than label and sum."""
    w, s = sections.w, sections.w.scenario
    years = s.budget == "by_year"
    if s.listing == "list":
        lead = Run(" im Haushaltsjahr " if years else " beim ")
        told: list[Text] = [(part.amount, lead, *part.label) for part in parts(w)]
        sections.put((Run("Veranschlagt sind hiervon "), *enumerated(told), Run(".")))
        return
    sections.say("Es verteilt sich wie nachstehend:")
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
    heads, shares = {
        "by_year": (("Haushaltsjahr", "Art", "Kontingent"), (1.2, 2.0, 1.4)),
        "by_measure": (("MA", "Bezeichnung", "Kontingent"), (0.5, 3.4, 1.4)),
        "two_programmes": (("Nr.", "Budget", "Kontingent"), (0.5, 3.2, 1.4)),
    }[s.budget]
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for part in found:
        if years:
            rows.append((part.label, plain(STEPS[min(part.index, 1)]), (part.amount,)))
            continue
        number = s.measures[part.index].number if s.budget == "by_measure" else part.index + 1
        rows.append((plain(str(number)), part.label, (part.amount,)))
    run = total(
        w, style="sign", bold=True, table=w.tables, row=len(rows), year=None if years else s.clause_year
    )
    rows.append((plain("Summe", True), (), (run,)) if years else ((), plain("Summe", True), (run,)))
    w.add(Table(tuple(rows), shares, ("left", "left", "right"), s.ruled, padding=3.5, together=True))


def _projects(sections: _Sections) -> None:
    """A table with a row across for each measure, or each measure in a line and its projects below it."""
    w, s = sections.w, sections.w.scenario
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" and s.listing == "list" else []
    if not sums and (s.listing == "table" or w.rng.random() < 0.3):
        _table(sections)
        return
    sections.say("Im Einvernehmen mit dem Land werden durchgeführt:")
    underneath = w.rng.random() < 0.5
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        money: Text = (Run(", Kontingent "), sums[number]) if sums else ()
        head = (Run(f"Maßnahmenart {measure.number}: "), replace(title, bold=True), *money)
        w.add(Paragraph(head, "left", before=2, after=2, indent=sections.indent, with_next=True))
        items: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            paid = project.amount is not None
            items.append((name, *((Run(" mit "), project_sum(w, measure, project)) if paid else ())))
        if underneath:
            for item in items:
                sections.item(item, "–")
        else:
            w.add(Paragraph(enumerated(items, "; ", "; "), "left", after=2, indent=sections.indent + 30))
        w.add(Gap(3))


def _table(sections: _Sections) -> None:
    w, s = sections.w, sections.w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    sections.say("Im Einvernehmen mit dem Land werden durchgeführt:")
    heads = ("Maßnahme", "Träger", "Plätze", *(("Kontingent",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number}: "), title),))
        for name, project in zip(names, measure.projects, strict=True):
            money: tuple[Text, ...] = ()
            if paid:
                money = ((project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),),)
            places = plain(str(w.rng.randint(6, 48)))
            rows.append(((name,), plain(w.rng.choice(CARRIERS)), places, *money))
    if paid:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Summe", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    shares = (2.6, 2.2, 0.75, 1.4)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled, padding=3.5))


def _sign(w: Writer) -> None:
    """The pen above the name, and the office with whose it is in one line below; two in a row."""
    rng = w.rng
    captioned = rng.random() < 0.4
    columns = [_column(enter(w, signer), captioned) for signer in w.scenario.signers]
    w.add(*in_rows(columns, gutter=32.0))


def _column(one: Signature, captioned: bool) -> tuple[SignLine, ...]:
    lines = [SignLine((one.place, Run(", den "), one.date))]
    lines += [SignLine(plain("Ort, Datum"))] if captioned else []
    lines.append(
        SignLine(plain("Unterschrift" if captioned else ""), "dots", pen=one.name is not None, height=44.0)
    )
    if not (one.name and one.function):
        return (*lines, SignLine((one.bare_organisation,)))
    article, organisation = one.organisation("genitive")
    deputy = "i. V. " if one.signer.deputising else ""
    office = (one.function, Run(f" {article} "), organisation)
    return (*lines, SignLine((Run(deputy), one.name)), SignLine(office))
