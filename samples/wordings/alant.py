"""A city's budget office: the parties side by side, sums of the Land beside those of the city, and a grid to
sign with a column for each who signs."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

from samples.blocks import NEW_LINE, Align, Divider, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    enumerated,
    period,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Der Zuschuss zum Deutschlandticket ist auf {cap} je Teilnahme gedeckelt.",
    "Kalkuliert ist mit {persons} Teilnehmenden bei {young} Wochen durchschnittlicher Wartezeit.",
    "Fachliche Auskünfte: Amt für Arbeitsförderung, {phone}.",
    "Zum Vergleich: Der kommunale Eingliederungstitel umfasste zuletzt {past}.",
    "Overheadkosten sind mit pauschal {rate} % eingerechnet.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (Stadtteil Nord)",
    "{name} kompakt",
    "Werkstatt {name}",
    "{name} - 3. Durchgang",
    "Assistierte Ausbildung „{name}“",
    "{name} digital",
)
CARRIERS = ("Eigenregie", "VHS", "Werkhof gGmbH", "Bildungsverein e. V.", "Handwerkskammer", "IB-Muster")
TERMS = ("ganzjährig", "ab 1. März", "ab August", "Januar bis Juni", "bis 31. Juli")
REASONS = (
    "In den Stadtteilen und Gemeinden mit hoher Arbeitslosigkeit fehlen einfache Zugänge zu Bildung.",
    "Viele Bewerberinnen und Bewerber haben die Schule ohne Abschluss verlassen oder eine Lehre abgebrochen.",
    "Unternehmen suchen Fachkräfte, während Eltern kleiner Kinder selten eine Lehrstelle in Teilzeit finden.",
    "Die örtlichen Jobcenter, Kammern und Schulen haben die Schwerpunkte gemeinsam beraten.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, full_figures)
    w = Writer(s, rng)
    _opening(w)
    if s.amendment:
        _amend(w)
    else:
        _agree(w)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("source-sans", "helvetica", "vera")),
        size=rng.choice((10.0, 10.6)),
        leading=rng.choice((1.3, 1.4)),
        header=rng.choice((None, "Budgetvereinbarung Arbeitsmarkt", s.file_mark)),
        header_align="right",
        header_on_first=True,
        footer="{page} / {pages}",
        footer_align="right",
        left=64,
        right=60,
    )


def _opening(w: Writer) -> None:
    """Title at the left over a line; below it a column for each party."""
    s = w.scenario
    names = [(w.programme(index),) for index in range(len(s.programmes))]
    w.add(
        Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "left", scale=1.7, after=1),
        Paragraph(enumerated(names), "left", scale=1.15, after=4),
        Divider(after=8),
    )
    heads: list[Text] = []
    cells: list[Text] = []
    aligns: list[Align] = []
    for index, party in enumerate(s.parties):
        aligns.append("left")
        heads.append(plain("Land" if index == 0 else "Kreis" if party.gender == "m" else "Stadt", True))
        acting = represented(w, index)
        below: Text = (
            (NEW_LINE, Run("vertreten durch "), Run(acting[0].text[18:]), acting[1]) if acting else ()
        )
        cells.append((w.bare_party(index), *below))
    count = len(s.parties)
    w.add(
        Table(
            (tuple(heads), tuple(cells)),
            (1.0,) * count,
            tuple(aligns),
            w.rng.choice(("none", "grid", "none")),
            padding=3.0,
            together=True,
        )
    )


def _section(w: Writer, title: str) -> None:
    number = (w.next_section(), Run(".", bold=True))
    w.add(
        Paragraph(
            (w.heading(title),), "left", before=10, after=4, indent=22, hang=22, marker=number, with_next=True
        )
    )


def _amend(w: Writer) -> None:
    _section(w, "Ausgangspunkt")
    w.paragraph("Die Vereinbarung vom {day} wird in einem Punkt fortgeschrieben.", day=amended(w))
    _section(w, "Höhere Landesmittel")
    old, new = replaced(w)
    w.paragraph(
        w.rng.choice(
            (
                "Die Landesmittel {clause_year} steigen von {old} auf {new}.",
                "Die Landesmittel werden für {clause_year} mit {new} angesetzt; der alte Ansatz von {old} "
                "entfällt.",
            )
        ),
        old=old,
        new=new,
    )
    _section(w, "Sonstiges")
    w.paragraph(
        "Das {authority} wird unterrichtet. Die Vereinbarung bleibt ansonsten unverändert.",
        authority=w.authority(),
    )


def _agree(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    _section(w, rng.choice(("Ausgangslage", "Bedarf")))
    for sentence in rng.sample(REASONS, 2):
        w.paragraph(sentence)
    if s.reference:
        w.paragraph(
            "Die Bedarfsanalyse wurde am {day} im Beirat vorgestellt.", day=w.date(s.reference, "reference")
        )
    _section(w, rng.choice(("Finanzierung", "Mittel")))
    _funds(w)
    _section(w, "Maßnahmen und Projekte")
    if s.listing == "table" or s.budget == "by_project":
        _project_table(w)
    else:
        _project_prose(w)
    _section(w, "Zeitraum")
    w.paragraph("Die Projekte laufen {period}; ein vorzeitiger Beginn ist zugelassen.", period=period(w))
    _section(w, rng.choice(("Abwicklung", "Antrag und Abrechnung")))
    w.paragraph(
        "Antragstellung und Auszahlung laufen über das {authority}. Abgerechnet wird bis {deadline}. Belege "
        "sind zehn Jahre aufzubewahren.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline", full_figures(s.deadline)),
    )


def _own(value: Decimal) -> Decimal:
    """What a county or city adds to a sum of the Land."""
    return (value * random.Random(str(value)).choice((12, 18, 25)) / 100).quantize(Decimal("1")) * Decimal(
        "1.00"
    )


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    if years:
        w.paragraph("Über alle Jahre stellt {g} Landesmittel von {total} bereit.", total=amount)
    else:
        w.paragraph(
            rng.choice(
                (
                    "{G} fördert die Projekte im Jahr {clause_year} mit {total}{words}.",
                    "Landesmittel {clause_year}: {total}{words}.",
                    "Die Landesmittel des Jahres {clause_year} sind auf {total}{words} begrenzt.",
                )
            ),
            total=amount,
            words=(Run(" ("), words, Run(")")) if words else "",
        )
    if s.budget in SPLIT:
        _split(w)
    elif s.budget != "by_project" and rng.random() < 0.5:
        own, _ = w.amount(_own(s.total), "other", label="Eigenmittel")
        w.paragraph("Hinzu kommen kommunale Eigenmittel in Höhe von {own}.", own=own)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    w.paragraph("Nicht verbrauchte Landesmittel verfallen mit Ablauf des Haushaltsjahres.")


def _split(w: Writer) -> None:
    """The plan of finance; by measure with what the county or city adds itself."""
    s = w.scenario
    measures = s.budget == "by_measure"
    if s.listing == "list":
        w.add(Paragraph(plain("Aufteilung:", True), "left", after=2, with_next=True))
        between = {"by_year": " im Jahr ", "by_measure": " für "}.get(s.budget, " aus dem ")
        for part in parts(w):
            w.add(Paragraph((part.amount, Run(between), *part.label), "left", indent=22, after=2))
        w.add(Gap(5))
        return
    w.tables += 1
    count = len(s.measures) if measures else len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    first = {"by_measure": "Maßnahmenart", "by_year": "Jahr"}.get(s.budget, "Programm")
    heads = (first, "Landesmittel in Euro", *(("Eigenmittel in Euro",) if measures else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    own_sum = Decimal("0.00")
    for part in found:
        own: tuple[Text, ...] = ()
        if measures:
            value = _own(s.measures[part.index].amount or Decimal(0))
            own_sum += value
            own = ((_other(w, value, len(rows)),),)
        rows.append((part.label, (part.amount,), *own))
    whole = total(
        w,
        style="cell",
        bold=True,
        table=w.tables,
        row=len(rows),
        year=None if s.budget == "by_year" else s.clause_year,
    )
    last: tuple[Text, ...] = ((_other(w, own_sum, len(rows)),),) if measures else ()
    rows.append((plain("Gesamt", True), (whole,), *last))
    aligns: tuple[Align, ...] = ("left", "right", "right")
    shares = (3.0, 1.4, 1.4)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled, padding=3.0, together=True))


def _other(w: Writer, value: Decimal, row: int) -> Run:
    return w.amount(value, "other", style="cell", label="Eigenmittel", table=w.tables, row=row)[0]


def _project_table(w: Writer) -> None:
    """All projects in one table, each measure on a line across; with sums of the Land and its partner's."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Nr.", "Projekt", "Träger", *(("Land €", "Eigen €") if paid else ("Plätze", "Laufzeit")))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    own_sum = Decimal("0.00")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"{measure.number}  ", bold=True), replace(title, bold=True)),))
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            known = random.Random(f"{s.deadline}/{project.name}")
            line: tuple[Text, ...] = (
                plain(f"{measure.number}.{index}"),
                (name,),
                plain(known.choice(CARRIERS)),
            )
            if project.amount is None:
                line += (plain(str(known.randint(5, 60))), plain(known.choice(TERMS)))
            else:
                own = _own(project.amount)
                own_sum += own
                run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
                line += ((run,), (_other(w, own, len(rows)),))
            rows.append(line)
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Summe", True), (), (run,), (_other(w, own_sum, len(rows)),)))
    right: Align = "right" if paid else "left"
    aligns: tuple[Align, ...] = ("left", "left", "left", "right", right)
    w.add(Table(tuple(rows), (0.5, 2.7, 1.4, 1.2, 1.2), aligns, s.ruled, padding=2.5))


def _project_prose(w: Writer) -> None:
    """A paragraph for each measure; its projects one after the other."""
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        runs = enumerated([(name,) for name in names], last="; ", between="; ")
        head = (Run(f"Maßnahmenart {measure.number}: ", bold=True), replace(title, bold=True))
        w.add(
            Paragraph(head, "left", after=1, with_next=True),
            Paragraph((Run("Projekte: "), *runs), "left", after=6, indent=22),
        )


def _sign(w: Writer) -> None:
    """A grid: what is asked at the left, a column for each who signs."""
    found = [enter(w, signer) for signer in w.scenario.signers]
    w.add(Paragraph(plain("Für die Vereinbarungspartner:"), "left", before=12, with_next=True))
    for start in range(0, len(found), 3):
        group = found[start : start + 3]
        aligns: list[Align] = ["left"] * (len(group) + 1)
        w.add(
            Table(
                tuple(_rows(group, w.scenario.signing)),
                (1.3, *([2.2] * len(group))),
                tuple(aligns),
                w.rng.choice(("grid", "rows")),
                padding=4.0,
                after=16.0,
                together=True,
            )
        )


def _rows(group: list[Signature], form: str) -> list[tuple[Text, ...]]:
    def organisation(one: Signature) -> Text:
        party = one.signer.organisation
        if form != "organ" or party.gender == "n":
            return (one.bare_organisation,)
        article, name = one.organisation("genitive")
        return (Run(f"{'Kreisausschuss' if party.gender == 'm' else 'Magistrat'} {article} "), name)

    def name(one: Signature) -> Text:
        deputy = plain("i. V. ") if one.signer.deputising else ()
        return (*deputy, one.name) if one.name else ()

    signed = "(Unterschrift)" if form == "captions" else "Unterschrift"
    return [
        (plain("für", True), *[organisation(one) for one in group]),
        (plain("Ort", True), *[(one.place,) for one in group]),
        (plain("Datum", True), *[(one.date,) for one in group]),
        (plain(f" \n  \n {signed}", True), *[() for _ in group]),
        (plain("Name", True), *[name(one) for one in group]),
        (plain("Funktion", True), *[(one.function,) if one.function else () for one in group]),
    ]
